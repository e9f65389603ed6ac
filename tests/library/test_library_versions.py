"""Versions of a report: the newest text decides its story, whatever came in which batches; stories that merge and split."""

from __future__ import annotations

from itertools import islice, permutations
from pathlib import Path

import pytest
from made import FERRY, LATER, SCHOOL, Made, account_rows, annotate, rows, wrong

from crosswire.library import reading
from crosswire.library.adding import Adding
from crosswire.library.rebuilding import rebuild
from crosswire.library.records import Counts, version_key, version_of

DAY = "2024-03-01"
WRECK = {"id": "wreck", "published": DAY, "text": f"{FERRY} Divers searched the wreck all night."}
PUPILS = {"id": "pupils", "published": DAY, "text": f"{SCHOOL} Pupils came from all over Tarn Valley."}
LIVE = {"id": "live", "published": "2024-03-02"}


class Library(Made):
    """A library to which rows of JSON are added, each time in a file of its own."""

    def takes(self, *given: dict[str, str]) -> Counts:
        folder = self.place.folder.parent
        return self.add(rows(folder / f"{len(list(folder.glob('*.jsonl')))}.jsonl", *given))

    @property
    def lines(self) -> dict[str, reading.StoryLine]:
        with self.place.read() as connection:
            return {line.id: line for line in reading.stories(connection, reading.Wanted(), 50)}

    def story_of(self, id: str) -> str:
        with self.place.read() as connection:
            [story] = reading.story_ids(connection, id)
        return story

    def told(self, id: str) -> str:
        return self.lines[self.story_of(id)].told

    def made_again(self) -> list[bytes]:
        list(rebuild(self.place, annotate, 1_000_000))
        return account_rows(self)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "library")


def test_a_corrected_report_stays_in_its_story(library: Library) -> None:
    library.takes(WRECK, {**LIVE, "text": FERRY})
    before = library.story_of("live")
    library.takes({**LIVE, "text": LATER})
    assert library.story_of("live") == library.story_of("wreck") == before
    assert library.lines[before].told == "1 report changed by its outlet, people killed 12 → 14"
    assert wrong(library) == []


def test_a_live_page_that_tells_of_something_else_moves_to_its_story(library: Library) -> None:
    library.takes(WRECK, PUPILS, {**LIVE, "text": FERRY})
    ferry, school = library.story_of("wreck"), library.story_of("pupils")
    assert library.story_of("live") == ferry != school
    assert library.takes({**LIVE, "text": f"{SCHOOL} The mayor cut the ribbon."}) == Counts(revised=1)
    assert library.story_of("live") == library.story_of("pupils") == school
    assert library.story_of("wreck") == ferry
    assert library.told("wreck") == f"1 report went to {school}"
    assert library.told("pupils") == f"1 report came from {ferry}"
    assert wrong(library) == []
    before = account_rows(library)
    assert library.made_again() == before
    assert wrong(library) == []


def test_a_page_alone_takes_its_story_with_it_and_the_former_id_goes_on_working(library: Library) -> None:
    library.takes({**LIVE, "text": FERRY})
    [former] = library.lines
    library.takes({**LIVE, "text": SCHOOL})
    [now] = library.lines
    assert now != former
    assert library.story_of(former) == library.story_of("live") == now
    assert library.told("live").startswith("1 report changed by its outlet")
    library.takes(WRECK)
    assert library.story_of("wreck") != now
    assert wrong(library) == []
    before = account_rows(library)
    assert library.made_again() == before
    assert library.story_of(now) == library.story_of("live") == now


def test_what_comes_in_which_batches_does_not_change_where_versions_end(tmp_path: Path) -> None:
    first, last = {**LIVE, "text": FERRY}, {**LIVE, "text": f"{SCHOOL} The mayor cut the ribbon."}
    ends = set()
    for number, order in enumerate(islice(permutations((WRECK, PUPILS, first, last)), 0, None, 3)):
        if order.index(first) > order.index(last):
            continue
        library = Library(tmp_path / f"{number}" / "library")
        library.place.folder.parent.mkdir(exist_ok=True)
        if number % 2:
            library.takes(*order)
        else:
            for one in order:
                library.takes(one)
        ends.add(tuple(account_rows(library)))
    assert len(ends) == 1


def test_a_report_may_come_back_to_its_story(library: Library) -> None:
    library.takes(WRECK, PUPILS, {**LIVE, "text": FERRY})
    library.takes({**LIVE, "text": SCHOOL})
    library.takes({**LIVE, "text": FERRY})
    assert library.story_of("live") == library.story_of("wreck") != library.story_of("pupils")
    assert library.told("wreck") == f"1 report came from {library.story_of('pupils')}"
    assert wrong(library) == []


def test_copies_of_a_text_that_its_outlet_took_back_are_still_of_one_origin(library: Library) -> None:
    told = " ".join(f"Divers {n} searched deck {n} of the ferry Skua until hour {n}." for n in range(15))
    text = f"{FERRY} {told}"
    copies = [{"id": f"copy {n}", "published": f"2024-03-0{n}", "publisher": f"Post {n}", "text": text} for n in (3, 4)]
    library.takes({**LIVE, "publisher": "Island Post", "text": text}, *copies)
    [line] = library.lines.values()
    assert (line.reports, line.origins) == (3, 1)
    library.takes({**LIVE, "publisher": "Island Post", "text": SCHOOL})
    line = library.lines[library.story_of("copy 3")]
    assert (line.reports, line.origins) == (2, 1)
    assert wrong(library) == []


def test_stories_that_become_one_say_so(library: Library) -> None:
    """Two towns' reports of one flood share too little until a third tells of both."""
    north = "Norwick lost its bridge to the river Aun at dawn. Shepherds of Norwick slept in the chapel of Saint Osk."
    south = "Sudbeck was under water by noon. Millers of Sudbeck carried flour to the attic of the old brewery."
    library.takes({"id": "north", "published": DAY, "text": north}, {"id": "south", "published": DAY, "text": south})
    former = {id: library.story_of(id) for id in ("north", "south")}
    assert len(set(former.values())) == 2
    library.takes({"id": "both", "published": DAY, "text": f"{north} {south}"})
    [line] = library.lines.values()
    assert line.reports == 3
    gone = next(story for story in former.values() if story != line.id)
    assert line.told.startswith(f"1 new report, merged with {gone} (1 report)")
    assert library.story_of(gone) == line.id
    assert wrong(library) == []
    library.takes({"id": "both", "published": DAY, "text": SCHOOL})
    assert wrong(library) == []


def test_only_stories_whose_reports_changed_are_reconciled(library: Library) -> None:
    library.takes(WRECK, PUPILS, {**LIVE, "text": FERRY})

    def reconciled() -> list[str]:
        return sorted(story for done in library.done for story in done.accounts)

    assert reconciled() == sorted({library.story_of("wreck"), library.story_of("pupils")})
    library.takes({"id": "roof", "published": DAY, "text": f"{SCHOOL} Its roof is of slate."})
    assert reconciled() == [library.story_of("roof")] == [library.story_of("pupils")]
    library.takes({**LIVE, "text": LATER})
    assert reconciled() == [library.story_of("wreck")]
    library.takes(WRECK)
    assert reconciled() == []
    before = account_rows(library)
    assert library.made_again() == before


def test_a_family_of_300_copies_is_one_story_of_one_origin(library: Library) -> None:
    text = " ".join(f"In year {n} the harbour of Ulven counted {n * 7} boats and {n * 3} nets." for n in range(15))
    family = [{"id": f"{n:03}", "published": DAY, "publisher": f"Post {n}", "text": text} for n in range(300)]

    class Small(Adding):
        most = 64

    library.adding = Small
    library.takes(*family)
    [line] = library.lines.values()
    assert (line.reports, line.origins, line.conflicts) == (300, 1, 0)
    library.takes({**family[0], "text": f"{text} And so it ended."})
    [line] = library.lines.values()
    assert (line.reports, line.origins) == (300, 1)


@pytest.mark.parametrize(("id", "ordinal"), [("a", 1), ("a", 2), ("a\x1f2", 1), ("a\x1f2", 3), ("", 1), ("\x1f", 1)])
def test_the_key_of_a_version_leads_back_to_it(id: str, ordinal: int) -> None:
    assert version_of(version_key(id, ordinal)) == (id, ordinal)


def test_no_two_versions_have_one_key() -> None:
    pairs = [(id, n) for id in ("a", "a\x1f2", "a\x1f2\x1f1") for n in (1, 2, 3)]
    assert len({version_key(*pair) for pair in pairs}) == len(pairs)
