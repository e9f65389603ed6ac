"""Origins: what ties reports to one, what does not, and how many a single claim has."""

from __future__ import annotations

from dataclasses import replace

import pytest
from stories import MADE_BY, Report, account, found

from crosswire.model import Account, Agency, Article, Attribution, Block, Dateline, Source, Span, Story
from crosswire.reconcile import reconcile

WIRE = (
    "Divers searched the lower deck for a second day after the ferry went down off the northern cape in heavy seas. "
    "Rescue boats from three harbours circled the wreck while crews lowered lamps and cameras through the broken bow. "
    "The owners have sent engineers, and an inquiry will open once the hull has been raised and towed to the yard. "
    "Relatives waited in the sports hall, where clergy and doctors sat with them through the night until daybreak came. "
)
OTHER = "Farmers in the south counted the cost of the late frost, which spoiled half of the apple blossom in a night. "


def of(*articles: Article, copies: tuple[tuple[str, str], ...] = ()) -> Account:
    """The account of a story of these articles."""
    return reconcile(Story("s", tuple(a.id for a in articles), copies), list(articles), MADE_BY)


def plain(id: str, text: str, **more: object) -> Article:
    """A report without annotations."""
    return replace(Report(id, text).article(), **more)  # type: ignore[arg-type]


def at(article: Article, url: str) -> Article:
    """The report as a page of the web."""
    return replace(article, source=Source(None, url, "text/html", "0" * 64))


def test_a_report_that_carries_a_good_part_of_another_s_text_is_of_its_origin() -> None:
    first = plain("a", WIRE + OTHER * 3)
    second = plain("b", "Our reporter writes from the coast. " + WIRE + "Schools stay closed until Monday. ")
    [origin] = of(first, second).origins
    assert (origin.articles, origin.basis) == (("a", "b"), "copy")
    assert "words stand in both" in (origin.because or "")
    assert {e.article for e in origin.evidence} == {"a", "b"}
    assert all(len(e.quote) > 100 for e in origin.evidence)


def test_equal_texts_are_one_origin_though_nobody_marked_them() -> None:
    [origin] = of(plain("a", WIRE), plain("b", WIRE)).origins
    assert (origin.basis, origin.because) == ("copy", "they carry the same text")


def test_the_same_quotations_tie_nobody() -> None:
    said = f"“{WIRE.strip()}”"
    assert of(plain("a", f"{said} she said. {OTHER}"), plain("b", f"It was late. {said} ")).independent_origins == 2


def test_a_letter_that_both_print_ties_nobody() -> None:
    letter = (
        "I have told the owners that my men will not sail again until we have seen the papers of the ship ourselves. "
        * 3
    )
    assert of(plain("a", letter + OTHER), plain("b", "It was late. " + letter)).independent_origins == 2


def test_reports_of_one_agency_are_one_origin_and_the_basis_says_so() -> None:
    first = plain("a", "LORNING (AP) Divers searched the deck.", agency=Agency("AP", Span(9, 11)))
    second = plain("b", "The ship was raised.", publisher="Associated Press")
    [origin] = of(first, second).origins
    assert (origin.basis, origin.because) == ("agency", "both are reports of AP")


@pytest.mark.parametrize(
    "credit",
    [
        "The Associated Press contributed to this report.",
        "Additional reporting by the Associated Press",
        "By Mira Holt and Associated Press",
    ],
)
def test_an_agency_that_only_contributed_ties_as_far_as_its_text_is_carried(credit: str) -> None:
    def report(id: str, text: str) -> Article:
        start = len(text) + credit.index("Associated Press")
        return plain(id, text + credit, agency=Agency("AP", Span(start, start + 16)), publisher=f"Outlet {id}")

    apart = of(report("a", OTHER * 4), report("b", "The ship was raised. "))
    assert [o.basis for o in apart.origins] == ["original", "original"]
    assert all("beside its own" in (o.because or "") for o in apart.origins)
    [origin] = of(report("a", OTHER * 4 + WIRE), report("b", WIRE + "The ship was raised. ")).origins
    assert origin.basis == "agency"


def test_one_publisher_s_sites_are_one_origin() -> None:
    one = plain("a", "The ship sank.", publisher="Harrow Broadcasting")
    for name in ("Harrow Broadcasting News (Online)", "The Harrow Broadcasting", "Harrow Broadcasting - Opinion"):
        [origin] = of(one, plain("b", "It rained.", publisher=name)).origins
        assert (origin.basis, origin.articles) == ("original", ("a", "b"))
    here, there = (
        at(plain("a", "It sank."), "https://news.harrow.co.uk/1"),
        at(plain("b", "It rained."), "http://www.harrow.co.uk/2"),
    )
    assert of(here, there).independent_origins == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The Times", "The Times of Harrow"),
        ("Harrow Post", "Lorning Post"),
        ("The News", "Harrow News"),
        ("abc.es", "ABC News"),
    ],
)
def test_likeness_of_names_is_no_tie(first: str, second: str) -> None:
    assert (
        of(plain("a", "It sank.", publisher=first), plain("b", "It rained.", publisher=second)).independent_origins == 2
    )


def test_neighbours_on_a_host_for_everyone_are_no_tie() -> None:
    one, two = (
        at(plain("a", "It sank."), "https://ada.blogspot.com/1"),
        at(plain("b", "It rained."), "https://bo.blogspot.com/2"),
    )
    assert of(one, two).independent_origins == 2


def test_an_unknown_origin_says_what_is_not_known() -> None:
    [origin] = of(plain("a", "The ship sank.")).origins
    assert (origin.basis, origin.because) == (
        "unknown",
        "it names no writer, outlet or agency, and nothing ties it to another report",
    )
    [placed] = of(plain("a", "LORNING: It sank.", dateline=Dateline("LORNING", Span(0, 8)))).origins
    assert placed.basis == "original"


CLAIM = "the bow doors of the ferry were left open by order of the company"


BEFORE = "It was late. The town slept. Boats came. More boats came. "


def told(id: str, words: str, *, before: str = BEFORE, publisher: str | None = None, claim: str = CLAIM) -> Report:
    """A report of the claim, from the source that opens these words, by the outlet that they name."""
    report = Report(id, before + words.format(claim), publisher=publisher)
    official = words.startswith("An official")
    source = "An official" if official else "The Harrow Courier"
    if "Harrow Courier" in words:
        report.named("Harrow Courier", "ORG")
    report.attributions.append(
        Attribution(
            "indirect",
            (report.at(source),),
            (),
            (report.at(claim),),
            (),
            None,
            None if official else "Harrow Courier",
            (publisher or id, source),
            source_type="unnamed" if official else "named",
            occasion=report.at("the Harrow Courier") if "the Harrow Courier" in words else None,
        )
    )
    return report


TOLD = "An official told the Harrow Courier that {}."


def test_three_reports_of_what_one_outlet_was_told_have_one_origin() -> None:
    made = account(told("a", TOLD), told("b", TOLD, before="It rained. "), told("c", TOLD, before="Snow fell. "))
    [one] = [f for f in found(made, "single-source", "claim") if "one origin" in f.statement]
    assert one.statement == (
        "Three reports (a, b and c), one origin: an unnamed source (“An official”), as told by Harrow Courier: "
        f"“{CLAIM}”."
    )
    assert one.origins == 1
    assert {e.article for e in one.evidence} == {"a", "b", "c"}


def test_one_teller_is_one_origin_in_whatever_words() -> None:
    other = "the company ordered the bow doors of the ferry left open"
    far = told("b", TOLD, before=f"It rained. {BEFORE}", claim=other)
    made = account(told("a", TOLD), far)
    assert made.independent_origins == 2  # neither says so at its beginning, and neither says nothing else
    [one] = [f for f in found(made, "single-source", "claim") if "one origin" in f.statement]
    assert one.origins == 1


def test_the_outlet_s_own_report_and_those_that_cite_it_have_one_origin() -> None:
    own = told("a", "An official said that {}.", publisher="Harrow Courier")
    reported = "The Harrow Courier reported that {}."
    assert account(own, told("b", reported, before="", publisher="Lorning Post")).independent_origins == 1
    cites = told("b", reported, publisher="Lorning Post")  # far down: it rests on more than that
    more = Report(
        "c", cites.text + " Dana Roe said the sea was calm. Ada Roe said it was not.", publisher="Lorning Post"
    )
    more.named("Harrow Courier", "ORG").named("Dana Roe").named("Ada Roe")
    more.attributions = list(cites.attributions)
    for name, words in (("Dana Roe", "the sea was calm"), ("Ada Roe", "it was not")):
        more.says(name, words, "indirect")
    made = account(own, more)
    assert made.independent_origins == 2
    [one] = [f for f in found(made, "single-source", "claim") if "one origin" in f.statement]
    assert one.origins == 1
    assert "told by Harrow Courier" in one.statement


def test_two_reports_that_each_asked_an_official_have_two_origins() -> None:
    made = account(told("a", "An official said that {}."), told("b", "An official said that {}.", before="It rained. "))
    assert made.independent_origins == 2
    assert not [f for f in made.findings if "one origin" in f.statement]


def test_only_paragraphs_are_held_against_one_another() -> None:
    first, second = plain("a", WIRE), plain("b", WIRE + OTHER)
    boilerplate = (Block("boilerplate", Span(0, len(WIRE))), Block("paragraph", Span(len(WIRE), len(WIRE + OTHER))))
    assert of(first, replace(second, blocks=boilerplate)).independent_origins == 2
