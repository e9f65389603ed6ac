"""Newsrooms' versions in a library: the newest stands, whenever it comes, and none that its agency withdrew."""

from __future__ import annotations

import json
from pathlib import Path

from made import FERRY, LATER, SCHOOL, Made, account_rows, annotate, rows, wrong

from crosswire.library import reading
from crosswire.library.rebuilding import rebuild
from crosswire.library.records import Counts


def item(folder: Path, version: int, text: str, status: str = "usable") -> Path:
    """An item of a news agency as a file."""
    path = folder / f"{version}-{status}.json"
    told = {"uri": "urn:example:ferry", "type": "text", "headline": "Ferry sinks", "pubstatus": status}
    path.write_text(
        json.dumps({**told, "version": str(version), "versioncreated": "2024-03-01T10:00:00Z", "body_text": text})
    )
    return path


def standing(made: Made) -> list[tuple[str, int, str]]:
    with made.place.read() as connection:
        return [(line.title, line.reports, line.told) for line in reading.stories(connection, reading.Wanted(), 9)]


def test_an_earlier_version_that_comes_late_is_not_taken(tmp_path: Path) -> None:
    made = Made(tmp_path / "library")
    assert made.add(item(tmp_path, 2, LATER)) == Counts(new=1)
    assert made.add(item(tmp_path, 1, FERRY)) == Counts(rejected=1)
    assert made.add(item(tmp_path, 3, f"{LATER} Divers came.")) == Counts(revised=1)
    assert wrong(made) == []


def test_a_report_that_its_agency_withdrew_leaves_its_story(tmp_path: Path) -> None:
    made = Made(tmp_path / "library")
    other = {"id": "b", "title": "Ferry lost", "published": "2024-03-01", "text": f"{FERRY} Divers came at dusk."}
    made.add(item(tmp_path, 1, FERRY), rows(tmp_path / "b.jsonl", other))
    assert [reports for _, reports, _ in standing(made)] == [2]
    assert made.add(item(tmp_path, 2, FERRY, "canceled")) == Counts(rejected=1)
    [(_, reports, told)] = standing(made)
    assert reports == 1
    assert "1 report withdrawn by its agency" in told
    assert made.add(item(tmp_path, 2, f"{FERRY} The sea was calm.")) == Counts(rejected=1)
    assert wrong(made) == []
    before = account_rows(made)
    list(rebuild(made.place, annotate, 1_000_000))
    assert account_rows(made) == before
    assert made.add(item(tmp_path, 3, LATER)) == Counts(revised=1)
    assert [reports for _, reports, _ in standing(made)] == [2]
    assert wrong(made) == []


def test_a_story_whose_only_report_was_withdrawn_stays_under_its_name(tmp_path: Path) -> None:
    made = Made(tmp_path / "library")
    made.add(item(tmp_path, 1, SCHOOL))
    made.add(item(tmp_path, 2, SCHOOL, "canceled"))
    assert standing(made) == [("Ferry sinks", 0, "1 report withdrawn by its agency")]
    assert wrong(made) == []


def test_a_withdrawal_may_come_first(tmp_path: Path) -> None:
    made = Made(tmp_path / "library")
    assert made.add(item(tmp_path, 2, FERRY, "canceled"), item(tmp_path, 1, FERRY)).new <= 1
    assert sum(reports for _, reports, _ in standing(made)) == 0
    assert made.add(item(tmp_path, 1, LATER)) == Counts(rejected=1)
    assert wrong(made) == []
