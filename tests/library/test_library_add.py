"""Adding to a library: one report once, versions kept, stories that grow, merge and split under names that go on working."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from made import FERRY, LATER, SCHOOL, Made, account_rows, annotate, no_network, report, rows, wrong

from crosswire.library import reading
from crosswire.library.adding import Adding
from crosswire.library.intake import Given, Intake
from crosswire.library.rebuilding import rebuild
from crosswire.library.records import Counts


def listed(made: Made, wanted: reading.Wanted | None = None) -> list[reading.StoryLine]:
    with made.place.read() as connection:
        return reading.stories(connection, wanted or reading.Wanted(), 20)


def test_a_report_is_added_once(tmp_path: Path) -> None:
    made = Made(tmp_path / "library")
    folder = report(tmp_path / "reports", "a.txt", FERRY).parent
    report(folder, "b.txt", SCHOOL)
    assert made.add(folder) == Counts(new=2)
    assert made.add(folder) == Counts(known=2)
    assert made.add(folder / "a.txt") == Counts(known=1)
    assert made.place.log.read_bytes().count(b"\n") == 2
    assert wrong(made) == []


def test_the_same_report_from_another_folder_is_one_report_and_another_text_gets_a_longer_id(tmp_path: Path) -> None:
    made = Made(tmp_path / "library")
    made.add(report(tmp_path / "monday", "a.txt", FERRY))
    assert made.add(report(tmp_path / "tuesday", "a.txt", FERRY)) == Counts(known=1)
    assert made.add(report(tmp_path / "wednesday", "a.txt", SCHOOL)) == Counts(new=1)
    with made.place.read() as connection:
        assert [one.id for one in reading.all_articles(connection)] == ["a.txt", "wednesday/a.txt"]
    assert wrong(made) == []


def test_another_text_at_the_same_address_is_the_next_version(tmp_path: Path) -> None:
    made = Made(tmp_path / "library")
    path = report(tmp_path / "reports", "a.txt", FERRY)
    made.add(path)
    path.write_text(LATER)
    assert made.add(path) == Counts(revised=1)
    path.write_text(FERRY)
    assert made.add(path) == Counts(revised=1)
    with made.place.read() as connection:
        versions = reading.versions_of(connection, "a.txt")
    assert [(ordinal, article.text) for ordinal, _, article in versions] == [(1, FERRY), (2, LATER), (3, FERRY)]
    assert [line.told for line in listed(made)] == ["1 report changed by its outlet, people killed 14 → 12"]
    assert wrong(made) == []


def test_rows_are_known_by_their_ids_and_dumps_by_their_addresses(tmp_path: Path) -> None:
    made = Made(tmp_path / "library")
    made.add(
        rows(
            tmp_path / "monday.jsonl",
            {"id": "7", "text": FERRY},
            {"url": "https://news.example/school", "text": SCHOOL},
        )
    )
    again = rows(
        tmp_path / "tuesday.jsonl", {"url": "https://news.example/school", "text": SCHOOL}, {"id": "7", "text": LATER}
    )
    assert made.add(again) == Counts(revised=1, known=1)
    with made.place.read() as connection:
        found = [(one.id, one.ordinal) for one in reading.all_articles(connection)]
    assert found == [("7", 1), ("https://news.example/school", 1), ("7", 2)]


def test_one_input_may_hold_two_versions_of_a_report(tmp_path: Path) -> None:
    made = Made(tmp_path / "library")
    path = rows(
        tmp_path / "a.jsonl", {"id": "7", "text": FERRY}, {"id": "7", "text": LATER}, {"id": "8", "text": SCHOOL}
    )
    assert made.add(path) == Counts(new=2, revised=1)
    assert made.add(path) == Counts(known=3)
    assert wrong(made) == []


def test_what_is_rejected_is_kept_with_its_reason(tmp_path: Path) -> None:
    made = Made(tmp_path / "library")
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "7", "text": "Rain."}\nno json\n{"id": "8"}\n')
    assert made.add(path) == Counts(new=1, rejected=2)
    with made.place.read() as connection:
        told = [row["input"] for row in reading.rejections(connection, 10)]
    assert told == [f"{path} line 3", f"{path} line 2"]


def test_what_changed_is_told_for_each_story(tmp_path: Path) -> None:
    made = Made(tmp_path / "library")
    made.add(report(tmp_path / "r", "a.txt", FERRY))
    made.add(report(tmp_path / "r", "b.txt", SCHOOL))
    made.add(report(tmp_path / "r", "c.txt", f"{LATER} Divers searched the wreck all night and found nobody alive."))
    first, second = listed(made)
    assert (first.reports, second.reports) == (2, 1)
    assert first.told.startswith("1 new report")
    assert second.told == "new story, 1 report"
    with made.place.read() as connection:
        history = [told for _, told in reading.history(connection, first.id)]
    assert history == [first.told, "new story, 1 report"]


def test_a_former_id_of_a_story_goes_on_working(tmp_path: Path) -> None:
    made = Made(tmp_path / "library")
    made.add(rows(tmp_path / "a.jsonl", {"id": "late", "published": "2024-03-02", "text": FERRY}))
    [before] = listed(made)
    made.add(
        rows(tmp_path / "b.jsonl", {"id": "early", "published": "2024-03-01", "text": f"{FERRY} Divers came at dusk."})
    )
    [after] = listed(made)
    assert after.id != before.id
    with made.place.read() as connection:
        assert reading.story_ids(connection, before.id) == [after.id]
        assert reading.story_ids(connection, "late") == [after.id]
        assert reading.story_ids(connection, "nothing") == []
        assert [told for _, told in reading.history(connection, after.id)] == [after.told, before.told]
    assert after.told.startswith("1 new report")
    assert wrong(made) == []


def test_stories_are_found_by_what_they_are_about(tmp_path: Path) -> None:
    made = Made(tmp_path / "library")
    post = {"id": "a", "publisher": "Island Post", "text": FERRY}
    made.add(rows(tmp_path / "a.jsonl", post, {"id": "b", "publisher": "Tarn Courier", "text": SCHOOL}))
    assert [line.reports for line in listed(made, reading.Wanted(outlet="island post"))] == [1]
    assert listed(made, reading.Wanted(outlet="Lorn Gazette")) == []
    assert listed(made, reading.Wanted(conflicts=True)) == []
    assert len(listed(made, reading.Wanted(since="2024-03-01T12:00:00Z"))) == 2
    assert listed(made, reading.Wanted(since="2024-03-02T12:00:00Z")) == []
    assert listed(made, reading.Wanted(since="2024-03-02T12:00:00Z", outlet="Island Post")) == []


def test_rebuild_gives_the_same_accounts_and_keeps_what_was_told(tmp_path: Path) -> None:
    made = Made(tmp_path / "library")
    path = report(tmp_path / "r", "a.txt", FERRY)
    made.add(path, report(tmp_path / "r", "b.txt", SCHOOL), tmp_path / "nowhere.txt")
    path.write_text(LATER)
    made.add(path)
    before = (account_rows(made), listed(made))
    list(rebuild(made.place, annotate, 1_000_000))
    assert (account_rows(made), listed(made)) == before
    assert wrong(made) == []
    assert made.add(tmp_path / "r") == Counts(known=2)
    assert made.add(report(tmp_path / "r", "c.txt", f"{LATER} Divers came at dusk.")) == Counts(new=1)
    assert listed(made)[0].told.startswith("1 new report")
    assert wrong(made) == []


def test_a_library_whose_database_is_gone_or_damaged_is_made_again(tmp_path: Path) -> None:
    made = Made(tmp_path / "library")
    made.add(report(tmp_path / "r", "a.txt", FERRY))
    before = account_rows(made)
    made.place.close()
    for damage in (b"this is no database", b""):
        made.place.database.write_bytes(damage)
        list(rebuild(made.place, annotate, 1_000_000))
        assert account_rows(made) == before
        assert wrong(made) == []


def test_the_files_of_grouping_may_be_lost_or_damaged(tmp_path: Path) -> None:
    made = Made(tmp_path / "library")
    made.add(report(tmp_path / "r", "a.txt", FERRY))
    for file in made.place.shelf.rglob("*.npy"):
        file.write_bytes(b"no array")
    made.add(report(tmp_path / "r", "b.txt", f"{FERRY} Divers came at dusk."))
    assert [line.reports for line in listed(made)] == [2]
    assert wrong(made) == []


def test_a_batch_may_end_in_the_middle_of_an_input(tmp_path: Path) -> None:
    made = Made(tmp_path / "library")
    path = rows(tmp_path / "a.jsonl", *({"id": str(n), "text": f"{SCHOOL} Number {n}."} for n in range(30)))

    class Small(Adding):
        most = 7

    made.adding = Small
    assert made.add(path) == Counts(new=30)
    assert [len(done.reports) for done in made.done if done.reports] == [7, 7, 7, 7, 2]
    assert wrong(made) == []


def test_what_a_program_left_in_the_archive_is_added_with_the_next(tmp_path: Path) -> None:
    made = Made(tmp_path / "library")
    path = report(tmp_path / "r", "a.txt", FERRY)
    broken_off = Intake(made.place, Given([str(path)], [], no_network, 1_000, made.now))
    assert broken_off.some()
    assert [told for told in wrong(made) if "run crosswire add" in told] == wrong(made)
    assert made.add(path) == Counts(new=1)
    assert made.place.log.read_bytes().count(b"\n") == 1
    assert wrong(made) == []


def test_a_file_with_a_name_that_is_no_text_is_added(tmp_path: Path) -> None:
    made = Made(tmp_path / "library")
    try:
        path = report(tmp_path / "r", os.fsdecode(b"caf\xe9.txt"), FERRY)
    except OSError:
        pytest.skip("this disk takes only names that are text")
    assert made.add(path) == Counts(new=1)
    assert made.add(path) == Counts(known=1)
    path.unlink()
    path.mkdir()
    assert made.add(path) == Counts(rejected=1)
    assert wrong(made) == []


def test_texts_with_odd_characters_are_kept_to_the_character(tmp_path: Path) -> None:
    made = Made(tmp_path / "library")
    text = "A\0 ferry\r\n\u2028 sank \U0001f6a2 “'\"; DROP TABLE words; --"
    made.add(rows(tmp_path / "a.jsonl", {"id": 'it\'s "x"', "text": text}, {"id": "empty", "text": ""}))
    with made.place.read() as connection:
        assert [one.article.text for one in reading.all_articles(connection)] == [text, ""]
    assert wrong(made) == []


def test_the_order_of_coming_does_not_change_the_accounts(tmp_path: Path) -> None:
    paths = [
        report(tmp_path / "r", f"{n}.txt", text)
        for n, text in enumerate(
            (FERRY, SCHOOL, f"{LATER} Divers came at dusk.", f"{FERRY} The sea was calm that day.")
        )
    ]
    at_once = Made(tmp_path / "at once")
    at_once.add(*paths)
    for number, order in enumerate(([3, 2, 1, 0], [1, 3, 0, 2])):
        one_by_one = Made(tmp_path / f"one by one {number}")
        for n in order:
            one_by_one.add(paths[n])
        assert account_rows(one_by_one) == account_rows(at_once)
        assert wrong(one_by_one) == []
