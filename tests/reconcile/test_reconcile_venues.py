"""The same words of one speaker, told for two occasions."""

from __future__ import annotations

import pytest
from stories import Report, account, found

from crosswire.model import Account, Attribution, Finding
from crosswire.reconcile.venues import apart, venue

SAID = "We will not sell the harbour to anyone who has never seen the sea"


def told(id: str, occasion: str, before: str = "", speaker: str = "Anna Brandt", said: str = SAID) -> Report:
    """A report of the words, with the occasion that it tells."""
    made = Report(id, f"{before}“{said},” {speaker} said {occasion}.", "2031-03-09", f"Outlet {id[0].upper()}")
    made.named(speaker)
    entity = made.entities[speaker]
    source, cue, content = entity.mentions[0], made.at(" said"), made.at(said)
    made.attributions.append(
        Attribution("direct", (source,), (cue,), (content,), (content,), entity.id, speaker, occasion=made.at(occasion))
    )
    return made


def placed(made: Account) -> list[Finding]:
    return found(made, "conflict", "place")


def test_words_told_for_two_occasions_that_cannot_be_one_are_to_be_checked() -> None:
    [finding] = placed(account(told("a.txt", "at a rally in Harrow"), told("b.txt", "in a statement")))
    assert finding.confidence < 0.5
    assert finding.speakers == ("Anna Brandt",)
    assert {e.quote for e in finding.evidence} == {SAID, "at a rally in Harrow", "in a statement"}
    assert finding.statement == (
        "The same words of Anna Brandt are in Outlet A told for “at a rally in Harrow”, in Outlet B told for “in a "
        f"statement”: “{SAID}”."
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("at a news conference", "to reporters"),
        ("in a tweet", "in a statement"),
        ("at a rally", "in a speech"),
        ("at a rally in Harrow", "to a crowd of miners"),
        ("in a statement on Twitter", "at a rally"),
        ("at a news conference", "in a statement"),
        ("in a debate", "before Parliament"),
        ("on the White House lawn", "in an interview"),
        ("in court", "at a hearing"),
    ],
)
def test_occasions_that_can_be_one_or_contain_one_another_are_none(one: str, other: str) -> None:
    assert not placed(account(told("a.txt", one), told("b.txt", other)))
    assert not placed(account(told("a.txt", other), told("b.txt", one)))


def test_a_report_that_knows_of_both_occasions_leaves_it_open() -> None:
    knows = told("b.txt", "in an interview", before="She repeated it at a rally. ")
    assert placed(account(told("a.txt", "at a rally"), told("b.txt", "in an interview")))
    assert not placed(account(told("a.txt", "at a rally"), knows))


def test_other_words_other_speakers_and_one_origin_are_no_conflict_of_occasions() -> None:
    rally = told("a.txt", "at a rally")
    assert not placed(account(rally, told("b.txt", "in an interview", said=SAID.replace("never", "often"))))
    assert not placed(account(rally, told("b.txt", "in an interview", speaker="Peter Dane")))
    short = "We will not sell the harbour"
    assert not placed(account(told("a.txt", "at a rally", said=short), told("b.txt", "in an interview", said=short)))
    twin = told("b.txt", "in an interview")
    twin.publisher = rally.publisher
    assert not placed(account(rally, twin))


def test_many_reports_of_two_occasions_are_one_finding() -> None:
    made = [told(f"{n:02}.txt", "at a rally" if n % 2 else "in an interview") for n in range(10)]
    for n, report in enumerate(made):
        report.publisher = f"Outlet {n}"
    [finding] = placed(account(*made))
    assert len({e.article for e in finding.evidence}) == 10
    assert finding.statement.count("more") == 2


def test_an_occasion_of_several_kinds_or_of_none_is_none() -> None:
    assert venue("in an interview at the courthouse") == "interview"
    assert venue("in an interview after the rally") is None
    assert venue("in a statement by e-mail") is None
    assert venue("on Tuesday") is None
    assert apart("rally", "court")
    assert apart("court", "rally")
    assert not apart("court", "chamber")
