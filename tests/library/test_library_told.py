"""What changed, in words: in a story, and in a report that its outlet changed in silence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made import FERRY, LATER, annotate

from crosswire.clean import clean
from crosswire.library.listing import outcome, silent_changes
from crosswire.library.reading import Moves, Stored
from crosswire.library.records import Counts
from crosswire.library.revisions import revised, revisions
from crosswire.library.telling import what_changed
from crosswire.model import Account, Article, FigureLine, Finding, MadeBy, Report, Source, Title
from crosswire.show.rows import from_row

WHEN = "2024-03-03T14:05:00Z"


def article(text: str, title: str | None = None) -> Article:
    raw = Article("a", Source(None, None, "text/plain", ""), text, title=Title(title) if title else None)
    [held] = annotate([clean(raw)])
    return from_row(held.row, Article)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            f"Rain fell on Lorn all day.\n\n{FERRY}",
            f"Rain fell on Lorn all day.\n\n{LATER}",
            "the toll in the second paragraph was 12 until 14:05 UTC on 3 March 2024; now it is 14",
        ),
        (
            "Boats were moored. The mayor refused to resign.",
            "Boats were moored. The mayor declined to resign.",
            "in the first paragraph, “refused” stood until 14:05 UTC on 3 March 2024; now it is “declined”",
        ),
        (
            "The mayor resigned on Monday, in tears.",
            "The mayor resigned on Monday.",
            "in the first paragraph, “, in tears” stood until 14:05 UTC on 3 March 2024",
        ),
        (
            "The mayor resigned.",
            "The mayor, Bo Arne, resigned.",
            "in the first paragraph, “, Bo Arne,” came in by 14:05 UTC on 3 March 2024",
        ),
        ("The mayor resigned.", "The  mayor\nresigned.", None),
    ],
)
def test_what_was_changed_in_silence(old: str, new: str, told: str | None) -> None:
    assert revisions(article(old), article(new), WHEN) == ((told,) if told else ())


def test_another_headline_is_told_once() -> None:
    [told] = revisions(article("Rain fell.", "Mayor resigns"), article("Rain fell.", "Mayor is pushed out"), WHEN)
    assert told.startswith("the headline was “Mayor resigns” until 14:05 UTC")


def test_silent_changes_are_listed_by_report() -> None:
    versions = [(1, "2024-03-03T09:00:00Z", article(FERRY)), (2, WHEN, article(LATER))]
    assert revised("Tarn Courier", versions[:1]) is None
    found = revised("Island Post", versions)
    assert found
    lines = list(silent_changes([found]))
    assert lines[0] == "  Island Post, 2 versions"
    assert len([line for line in lines if line.startswith("    ·")]) == 1


ONE = Account("s", "s", "t", None, None, 1, (Report("a", None, None),), (), (), (), (), (), (), MadeBy("0", ()))
CONFLICT = Finding("conflict", "count", "Twelve here, fourteen there.", 0.8, 2, (), ())
TOLL = FigureLine("people", "killed", 12, ())


DOUBT = replace(CONFLICT, confidence=0.4)


def told(old: Account | None, new: Account, moves: Moves | None = None) -> str | None:
    versions = tuple((one.id, 1) for one in new.articles)
    stored = Stored(old, tuple((one.id, 1) for one in old.articles), b"") if old else None
    return what_changed(stored, new, versions, moves or Moves())


def test_what_changed_in_a_story() -> None:
    more = replace(ONE, articles=tuple(Report(id, None, None) for id in "abcd"))
    assert told(None, ONE) == "new story, 1 report"
    assert told(ONE, ONE) is None
    assert told(ONE, more) == "3 new reports"
    assert told(more, ONE, Moves(went={"s-2": 2}, withdrawn=1)) == (
        "2 reports went to s-2, 1 report withdrawn by its agency"
    )
    assert told(ONE, more, Moves(merged={"s-2": 2})) == "1 new report, merged with s-2 (2 reports)"
    assert told(ONE, more, Moves(came={"s-2": 3})) == "3 reports came from s-2"
    assert told(None, more, Moves(came={"s-2": 3})) == "new story, 4 reports, split from s-2"
    assert told(ONE, replace(ONE, findings=(CONFLICT,))) == "1 new conflict"
    assert told(replace(ONE, findings=(CONFLICT,)), ONE) == "1 conflict less"
    assert told(ONE, replace(ONE, findings=(DOUBT,))) == "1 new conflict to check"
    assert told(replace(ONE, findings=(DOUBT,)), replace(ONE, findings=(CONFLICT,))) == "1 new conflict"
    assert (
        told(replace(ONE, figures=(TOLL,)), replace(ONE, figures=(replace(TOLL, value=14),))) == "people killed 12 → 14"
    )
    assert told(ONE, replace(ONE, title="u")) == "the account reads otherwise"


def test_outcomes_in_words() -> None:
    assert outcome(Counts(new=1)) == "1 new report"
    assert outcome(Counts(2, 1, 3, 4)) == "2 new reports, 1 changed by its outlet, 3 there already, 4 rejected"
