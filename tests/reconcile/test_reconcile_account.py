"""Origins, entities across reports, and what holds for every account."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st
from stories import MADE_BY, Report, account

from crosswire.model import Article, Story
from crosswire.reconcile import reconcile
from crosswire.show.rows import to_row


def test_origins_collapse_on_copies_agency_and_citation_only() -> None:
    plain = [Report(f"{n}.txt", "The ferry sank.") for n in "ab"]
    assert account(*plain).independent_origins == 2
    assert [o.basis for o in account(*plain).origins] == ["unknown", "unknown"]
    copied = account(*plain, copies=(("b.txt", "a.txt"),))
    assert [(o.articles, o.basis) for o in copied.origins] == [(("a.txt", "b.txt"), "copy")]
    for report in plain:
        report.agency = "Averland News Agency"
    assert [o.basis for o in account(*plain).origins] == ["agency"]


def test_a_report_that_tells_what_another_outlet_reported_is_of_its_origin() -> None:
    words = "The Lorning Gazette reported that the ferry sank."
    cites = Report("a.txt", words, publisher="Harrow Courier").named("The Lorning Gazette", "ORG")
    cites.says("The Lorning Gazette", "the ferry sank", "indirect")
    cited = Report("b.txt", "The ferry sank.", publisher="Lorning Gazette")
    [origin] = account(cites, cited).origins
    assert origin.basis == "citation"
    assert [e.quote for e in origin.evidence] == ["The Lorning Gazette"]


def test_one_man_under_two_descriptions_is_one_entity_with_both() -> None:
    first = Report("a.txt", "Coast guard spokeswoman Dana Whitlock spoke.").named(
        "Dana Whitlock", "PERSON", "coast guard spokeswoman"
    )
    second = Report("b.txt", "Deputy Director Dana Whitlock spoke. Whitlock left.").named(
        "Dana Whitlock", "PERSON", "Deputy Director"
    )
    third = Report("c.txt", "Whitlock spoke.").named("Whitlock")
    [entity] = account(first, second, third).entities
    assert entity.name == "Dana Whitlock"
    assert entity.roles == ("Deputy Director", "coast guard spokeswoman")
    assert {m.article for m in entity.mentions} == {"a.txt", "b.txt", "c.txt"}


def test_a_surname_with_two_candidates_stays_apart() -> None:
    reports = [
        Report("a.txt", "Dana Whitlock spoke.").named("Dana Whitlock"),
        Report("b.txt", "Owen Whitlock spoke.").named("Owen Whitlock"),
    ]
    lone = Report("c.txt", "Whitlock spoke.").named("Whitlock")
    assert sorted(e.name for e in account(*reports, lone).entities) == ["Dana Whitlock", "Owen Whitlock", "Whitlock"]


def test_places_join_by_name_whatever_their_type() -> None:
    first = Report("a.txt", "Port Harrow is quiet. Port Harrow waits.").named("Port Harrow", "GPE")
    second = Report("b.txt", "Port Harrow is full.").named("Port Harrow", "ORG")
    [entity] = account(first, second).entities
    assert entity.type == "GPE"


def story() -> list[Article]:
    said = "we told them in March that the doors would not hold"
    first = Report("a.txt", f"“{said},” Dana Whitlock said. 12 people were killed.", "2024-03-04").named(
        "Dana Whitlock"
    )
    second = Report("b.txt", f"Whitlock said: “{said}.” 14 people were killed.", "2024-03-07").named("Whitlock")
    third = Report("c.txt", "Dana Whitlock came to Port Harrow on Friday. 14 people were killed.", None).named(
        "Dana Whitlock"
    )
    third.named("Port Harrow", "GPE").event(
        "Dana Whitlock came to Port Harrow on Friday",
        "came",
        "come",
        who="Dana Whitlock",
        where="Port Harrow",
        day="XXXX-WXX-5",
    )
    first.says("Dana Whitlock", said)
    second.says("Whitlock", said)
    for report, value in ((first, 12), (second, 14), (third, 14)):
        report.figure(str(value), value, of="people", role="killed")
    return [report.article() for report in (first, second, third)]


def test_the_order_of_the_reports_does_not_matter() -> None:
    rows = {
        to_row(reconcile(Story("s", ("a.txt", "b.txt", "c.txt")), order, MADE_BY)) for order in permutations(story())
    }
    assert len(rows) == 1


@given(st.sets(st.integers(0, 2), min_size=1))
def test_every_quote_is_the_report_s_own_characters(chosen: set[int]) -> None:
    articles = {a.id: a for n, a in enumerate(story()) if n in chosen}
    made = reconcile(Story("s", tuple(articles)), list(articles.values()), MADE_BY)
    assert len(made.articles) == len(articles)
    for e in [e for f in made.findings for e in f.evidence] + [e for o in made.origins for e in o.evidence]:
        assert articles[e.article].text[e.span.start : e.span.end] == e.quote
    for quotation in made.quotations:
        for v in quotation.variants:
            assert articles[v.article].text[v.span.start : v.span.end] == v.text
