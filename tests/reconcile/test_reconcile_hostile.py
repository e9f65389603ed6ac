"""Stories that are none, or hardly: right or silent, never confidently wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from crosswire.model import Account, Article, Finding, MadeBy, Story
from crosswire.reconcile import reconcile
from crosswire.show.rows import to_row

Annotated = Callable[..., Article]
MADE_BY = MadeBy("0", ())
TOGETHER = {"agreement", "conflict", "update", "confirmation", "not-comparable", "inference"}

FERRY = """Twelve people were killed when the ferry Sea Lark sank off Port Harrow on Saturday, the coast guard said.

"The doors would not hold, and we told the company so in March," coast guard spokeswoman Dana Whitlock said. Nine
others were missing on Monday. Transport Minister Marcus Thorne will visit Port Harrow on Friday, his office said."""
ORCHARDS = """Apple growers in the Arden valley lost a third of their crop to a late frost, the farmers' union said on Monday.

"We have not seen such a night in twelve years," said Owen Whitlock, who keeps forty orchards. Prices rose by 9 percent.
Agriculture Minister Elena Brandt will meet the growers on Friday in Lorning."""


def story(*articles: Article, copies: tuple[tuple[str, str], ...] = ()) -> Account:
    """The account of a story of these articles."""
    return reconcile(Story("s", tuple(a.id for a in articles), copies), list(articles), MADE_BY)


def between(made: Account, kinds: set[str]) -> list[Finding]:
    """The findings of these kinds that rest on two reports or more."""
    return [f for f in made.findings if f.kind in kinds and len({e.article for e in f.evidence}) > 1]


def test_two_reports_that_have_nothing_to_do_with_each_other(annotated: Annotated) -> None:
    made = story(annotated(FERRY, "2024-03-04", "a"), annotated(ORCHARDS, "2024-03-04", "b"))
    assert between(made, TOGETHER | {"variant"}) == []
    assert made.independent_origins == 2
    assert {"Dana Whitlock", "Owen Whitlock"} <= {e.name for e in made.entities}
    assert all(len({r.article for r in line.reports}) == 1 for line in made.figures)
    assert all(len({v.article for v in q.variants}) == 1 for q in made.quotations)
    assert all(len({r.article for r in entry.reports}) == 1 for entry in made.timeline)


def test_a_story_of_one_report_agrees_and_conflicts_with_nobody(annotated: Annotated) -> None:
    made = story(annotated(FERRY, "2024-03-04", "a"))
    assert made.independent_origins == 1
    assert {f.kind for f in made.findings} <= {"variant"}


@pytest.mark.parametrize("known", [True, False], ids=["marked", "unmarked"])
def test_three_hundred_copies_are_one_origin_that_agrees_with_nobody(annotated: Annotated, *, known: bool) -> None:
    one = annotated(FERRY, "2024-03-04", "000")
    many = [replace(one, id=f"{n:03}") for n in range(300)]
    copies = tuple((article.id, "000") for article in many[1:]) if known else ()
    made = story(*many, copies=copies)
    assert made.independent_origins == 1
    assert between(made, TOGETHER) == []
    assert all(f.origins == 1 for f in made.findings)


def test_a_copy_beside_another_report_is_no_second_witness(annotated: Annotated) -> None:
    other = annotated(
        FERRY.replace("Twelve people were killed", "The coast guard counted twelve people killed"), None, "c"
    )
    first = annotated(FERRY, "2024-03-04", "a")
    made = story(first, replace(first, id="b"), replace(other, id="c"), copies=(("b", "a"),))
    assert all(f.origins <= len({"a" if e.article == "b" else e.article for e in f.evidence}) for f in made.findings)


@pytest.mark.parametrize(
    "day", ["1987-01-01", "2024-03-01", "2090-12-31"], ids=["long ago", "before it", "in the future"]
)
def test_a_report_with_an_impossible_date_makes_no_conflict_of_its_own(annotated: Annotated, day: str) -> None:
    first = annotated(FERRY, "2024-03-04", "a")
    second = annotated(FERRY.replace("Dana Whitlock said", "Dana Whitlock told reporters"), day, "b")
    assert between(story(first, second), {"conflict"}) == []


MAYOR = """Peter Holm, the mayor of Lorning, opened the new bridge on Monday.

"This bridge will carry our children to school for a hundred years," Peter Holm, the mayor, said."""
FISHERMAN = """A fisherman drowned off Lorning on Monday when his boat struck a pier of the new bridge, police said.

The man, Peter Holm, 34, had fished there since he was a boy. "He knew every stone of it," said his wife, Ida Holm."""


def test_two_men_of_one_name_neither_conflict_nor_agree(annotated: Annotated) -> None:
    made = story(annotated(MAYOR, "2024-03-04", "a"), annotated(FISHERMAN, "2024-03-04", "b"))
    assert between(made, TOGETHER) == []
    assert "Ida Holm" in {e.name for e in made.entities}


def test_a_wife_a_brother_and_a_man_of_one_surname_stay_apart(annotated: Annotated) -> None:
    first = annotated("Marcus Thorne resigned on Monday. Mr. Thorne left by a side door, witnesses said.", None, "a")
    second = annotated(
        "Mrs. Thorne wept as the news came. Mr. Thorne's brother, Ada's father, said nothing.", None, "b"
    )
    third = annotated(
        "Julia Thorne, his wife, said she had known nothing. Paul Thorne, his brother, said so too.", None, "c"
    )
    names = [e.name for e in story(first, second, third).entities if "Thorne" in e.name]
    assert {"Marcus Thorne", "Julia Thorne", "Paul Thorne"} <= set(names)


ODD = {
    "empty": "",
    "white space": " \n\t\r\n ",
    "no letters": "0 0 0 --- 12, 13; 14. ''''",
    "nuls": "The ferry\0 sank.\0 Dana Whitlock said \0so.",
    "quotation marks": '"' * 2000,
    "no spaces": "a" * 20000,
    "another script": "船が沈んだ。十二人が死亡した。",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_an_odd_text_makes_no_finding_with_a_proper_report(annotated: Annotated, text: str) -> None:
    odd, proper = annotated(text, None, "a"), annotated(FERRY, "2024-03-04", "b")
    for made in (story(odd), story(odd, replace(odd, id="z")), story(odd, proper)):
        assert between(made, {"conflict", "update", "confirmation"}) == []
        assert len(made.articles) == sum(len(o.articles) for o in made.origins)
    assert {f.kind for f in story(odd, proper).findings} <= {"single-source"}


def test_a_report_that_says_nothing_of_itself_is_of_unknown_origin(annotated: Annotated) -> None:
    made = story(annotated("The ferry sank. Twelve people died.", None, "a"), annotated(ORCHARDS, None, "b"))
    assert [o.basis for o in made.origins] == ["unknown", "unknown"]
    assert all("nothing ties it" in (o.because or "") for o in made.origins)
    assert made.first is None


def test_no_reports_at_all_and_reports_that_the_story_does_not_name() -> None:
    assert story().findings == ()
    assert story().independent_origins == 0


def test_odd_stories_are_the_same_in_any_order(annotated: Annotated) -> None:
    articles = [annotated(text, None, str(n)) for n, text in enumerate((FERRY, ORCHARDS, MAYOR, FISHERMAN, ""))]
    rows = {
        to_row(replace(story(*order), story="s")) for order in (articles, articles[::-1], articles[2:] + articles[:2])
    }
    assert len(rows) == 1
