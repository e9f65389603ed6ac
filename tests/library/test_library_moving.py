"""Stories that split and merge by what grouping says, made up here: what is told, which names go on working."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from made import FERRY, MODEL, annotate

from crosswire import __version__
from crosswire.library import Place, reading, writing
from crosswire.library.accounts import refresh
from crosswire.library.admitting import digest_of
from crosswire.library.records import Admitted, Batch, Counts, Entry, Input, Mark, version_key
from crosswire.model import Article, MadeBy, Membership, Source


class Grouped:
    """A library to which versions of reports are added together with where all of them belong."""

    def __init__(self, folder: Path) -> None:
        self.place = Place(folder)
        self.place.make()
        self.at = 0
        self.numbers: dict[str, int] = {}
        self.ordinals: dict[str, int] = {}

    def take(self, fresh: str, stories: Mapping[str, str], copies: Mapping[str, str] | None = None) -> list[str]:
        """Add a version of each report that is named by a letter; gives the stories whose accounts were made."""
        self.at += 1
        when = f"2024-03-01T12:{self.at:02}:00Z"
        batch = Batch(mark=Mark(self.at))
        batch.inputs[self.at] = Input(self.at, f"input {self.at}", "0" * 64, when, Counts(new=len(fresh)))
        batch.entries = [self._entry(id, when) for id in fresh]
        batch.memberships = tuple(Membership(key, story, (copies or {}).get(key)) for key, story in stories.items())
        with self.place.write() as connection:
            writing.take_in(connection, batch)
        return sorted(story for some in refresh(self.place) for story in some)

    def _entry(self, id: str, when: str) -> Entry:
        self.ordinals[id] = ordinal = self.ordinals.get(id, 0) + 1
        self.numbers.setdefault(id, len(self.numbers) + 1)
        article = Article(id, Source(None, None, "text/plain", ""), f"{FERRY} Report {id} was the {ordinal}.")
        [annotated] = annotate([article])
        version = sum(self.ordinals.values())
        admitted = Admitted(self.numbers[id], id, id, version, ordinal, digest_of(article), self.at, when)
        return Entry(admitted, annotated, MadeBy(__version__, (MODEL,)))

    def told(self) -> dict[str, tuple[int, str]]:
        with self.place.read() as connection:
            return {one.id: (one.reports, one.told) for one in reading.stories(connection, reading.Wanted(), 20)}

    def ids(self, asked: str) -> list[str]:
        with self.place.read() as connection:
            return reading.story_ids(connection, asked)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Grouped]:
    grouped = Grouped(tmp_path)
    yield grouped
    grouped.place.close()


def test_a_story_that_splits_and_one_that_merges_say_so_and_nothing_else_is_reconciled(library: Grouped) -> None:
    assert library.take("abcx", {"a": "s-1", "b": "s-1", "c": "s-1", "x": "s-9"}) == ["s-1", "s-9"]
    assert library.take("d", {"d": "s-2", "c": "s-2"}) == ["s-1", "s-2"]
    assert library.told() == {
        "s-1": (2, "1 report went to s-2"),
        "s-2": (2, "new story, 2 reports, split from s-1"),
        "s-9": (1, "new story, 1 report"),
    }
    assert library.take("e", {"e": "s-2", "a": "s-2", "b": "s-2"}) == ["s-2"]
    assert library.told()["s-2"] == (5, "1 new report, merged with s-1 (2 reports)")
    assert library.ids("s-1") == ["s-2"]
    with library.place.read() as connection:
        history = [told for _, told in reading.history(connection, "s-2")]
    assert len(history) == 4


def test_a_story_of_which_nothing_stays_leaves_its_name_to_all_heirs_and_its_account_to_the_largest(
    library: Grouped,
) -> None:
    library.take("abc", {"a": "s-1", "b": "s-1", "c": "s-1"})
    library.take("d", {"a": "s-2", "b": "s-2", "c": "s-3", "d": "s-3"})
    assert library.told() == {
        "s-2": (2, "1 report went to s-3"),
        "s-3": (2, "new story, 2 reports, split from s-1"),
    }
    assert library.ids("s-1") == ["s-2", "s-3"]


def test_an_earlier_version_moves_nothing(library: Grouped) -> None:
    library.take("ab", {"a": "s-1", "b": "s-1"})
    second = version_key("a", 2)
    assert library.take("a", {second: "s-2"}) == ["s-1", "s-2"]
    assert library.told() == {
        "s-1": (1, "1 report went to s-2"),
        "s-2": (1, "new story, 1 report, split from s-1"),
    }
    assert library.take("c", {"c": "s-1", "a": "s-1", "b": "s-1"}) == ["s-1"]
    assert library.told()["s-1"] == (2, "1 new report")
    assert library.ids("a") == ["s-2"]


def test_times_never_go_back_in_the_order_of_changes(library: Grouped) -> None:
    library.take("a", {"a": "s-1"})
    library.at += 20
    library.take("b", {"b": "s-2"})
    library.at -= 10
    library.take("c", {"c": "s-3", "a": "s-1"})
    with library.place.read() as connection:
        listed = reading.stories(connection, reading.Wanted(), 20)
        since = reading.stories(connection, reading.Wanted(since=listed[0].changed), 20)
    assert [one.id for one in listed] == ["s-3", "s-2", "s-1"]
    assert len({one.changed for one in listed[:2]}) == 1
    assert [one.id for one in since] == ["s-3", "s-2"]


def test_a_report_that_is_a_copy_of_an_earlier_version_of_itself_is_no_copy(library: Grouped) -> None:
    second = version_key("a", 2)
    library.take("ab", {"a": "s-1", "b": "s-1"}, {"b": "a"})
    library.take("a", {second: "s-1"}, {second: "a"})
    with library.place.read() as connection:
        found = {member.id: member.copy_of for member in reading.members(connection, "s-1")}
    assert found == {"a": None, "b": "a"}
