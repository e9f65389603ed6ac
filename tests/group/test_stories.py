"""Which articles report one happening."""

from __future__ import annotations

import numpy as np
import pytest
from made_profiles import make, prose

from crosswire.group import Profile, Shelf
from crosswire.group.stories import fullness, split

FERRY = (
    "The ferry Aldona ran aground off Sankt Brede on Tuesday with 84 passengers on board. Harbour master Ilse Varga said "
    "that nobody was hurt. Two tugs from Lundholm pulled the vessel free at high tide, and it returned to Sankt Brede."
)
FERRY_TOO = (
    "Passengers of the Aldona spent a night on a sandbank near Sankt Brede. Tugs freed the ferry at high tide, harbour "
    "master Ilse Varga told reporters. She said the captain had misread the depth of the channel."
)
BANK = (
    "The central bank of Marovia raised its key rate by half a point on Tuesday, the third rise of the year. Governor Tomas "
    "Reil told reporters that inflation would fall by winter. Markets in Velgrad had expected the decision."
)
OTHER_FERRY = (
    "The council of Port Oswin will vote on a new ferry line to the northern isles. Mayor Brita Olafsen said that the vessel "
    "would cost nine million crowns. Critics of the plan want a bridge instead, and a petition has 4,000 names."
)


def together(profiles: list[Profile], most: int = 400) -> list[set[str]]:
    shelf = Shelf.empty(most=most)
    shelf.add(profiles)
    by: dict[str, set[str]] = {}
    for one in shelf.memberships():
        by.setdefault(one.story, set()).add(one.id)
    return sorted(by.values(), key=min)


def test_two_reports_of_one_happening_come_together() -> None:
    assert together([make("a", FERRY), make("b", FERRY_TOO)]) == [{"a", "b"}]


@pytest.mark.parametrize("other", [BANK, OTHER_FERRY])
def test_two_reports_of_different_happenings_stay_apart(other: str) -> None:
    assert together([make("a", FERRY), make("b", other)]) == [{"a"}, {"b"}]


def test_the_same_holds_among_more() -> None:
    profiles = [make("a", FERRY), make("b", BANK), make("c", FERRY_TOO), make("d", OTHER_FERRY)]
    assert together(profiles) == [{"a", "c"}, {"b"}, {"d"}]


def test_two_happenings_of_one_kind_stay_apart_however_many_words_the_kind_has() -> None:
    def report(place: str, n: int) -> str:
        kind = "Firefighters fought a blaze that gutted a warehouse; nobody was hurt and police look for the cause."
        own = " ".join(f"{place}{k}" for k in range(12))
        return f"{kind} {own}. {prose(ord(place[0]) * 10 + n, 20)}"

    ones, others = ([make(f"{p}{n}", report(p, n), "2031-05-02") for n in range(4)] for p in ("Aldern", "Brede"))
    assert together(ones + others) == [{p.id for p in ones}, {p.id for p in others}]


def test_months_apart_is_another_happening() -> None:
    near = [make("a", FERRY, "2031-05-02"), make("b", FERRY_TOO, "2031-05-03")]
    far = [make("a", FERRY, "2031-05-02"), make("b", FERRY_TOO, "2031-11-03")]
    assert together(near) == [{"a", "b"}]
    assert together(far) == [{"a"}, {"b"}]


def test_an_unknown_day_is_no_evidence() -> None:
    assert together([make("a", FERRY, "2031-05-02"), make("b", FERRY_TOO)]) == [{"a", "b"}]


def test_texts_without_words_are_stories_of_their_own() -> None:
    assert together([make("a", ""), make("b", "the of and"), make("c", "")]) == [{"a"}, {"b"}, {"c"}]


def test_large_batches_are_grouped_as_small_ones_are() -> None:
    profiles = [
        make(f"{seed:02}-{n}", prose(seed, 150) + " " + prose(seed + 1000 * n, 40))
        for seed in range(30)
        for n in range(1, 4)
    ]
    whole = together(profiles)
    assert len(whole) == 30
    assert together(profiles, most=10) == whole


def test_a_crowd_of_articles_in_the_same_few_words_is_one_story() -> None:
    profiles = [make(f"{n:02}", "Aldona aground", title="Ferry aground off Sankt Brede") for n in range(25)]
    assert together(profiles, most=10) == [{p.id for p in profiles}]


def test_a_crowd_of_like_articles_is_split_and_none_is_lost() -> None:
    profiles = [make(f"{n:02}", prose(1, 150) + " " + prose(n, 5 * n)) for n in range(25)]
    found = together(profiles, most=10)
    assert sum(map(len, found)) == 25
    assert set.union(*found) == {p.id for p in profiles}


@pytest.mark.parametrize(("words", "stories"), [(900, [[0, 1, 2], [3, 4, 5]]), (60, [[0, 1, 2, 3, 4, 5]])])
def test_two_threes_come_apart_if_full_reports_say_so_and_not_if_the_texts_are_short(
    words: int, stories: list[list[int]]
) -> None:
    likeness = np.full((6, 6), 0.29)
    likeness[:3, :3] = likeness[3:, 3:] = 0.45
    np.fill_diagonal(likeness, 1)
    assert sorted(map(sorted, split(likeness, fullness(np.full(6, words))))) == stories
