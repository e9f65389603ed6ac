"""Placing articles one at a time, or many."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from made_profiles import make, prose

from crosswire.group import group
from crosswire.group.shelf import Shelf
from crosswire.model import Membership

DRAWN = st.lists(
    st.tuples(st.integers(1, 3), st.integers(0, 90), st.sampled_from([None, "2031-05-01", "2031-05-09"])), max_size=9
)


def test_an_empty_shelf_has_no_articles() -> None:
    assert tuple(Shelf.empty().memberships()) == ()
    assert Shelf.empty().add([]) == ()
    assert tuple(Shelf.from_arrays(Shelf.empty().to_arrays()).memberships()) == ()


def test_a_new_article_finds_its_story_and_only_what_changed_is_told() -> None:
    shelf = Shelf.empty()
    shelf.add([make("a", prose(1, 200), "2031-05-02"), make("b", prose(2, 200), "2031-05-02")])
    (told,) = shelf.add([make("c", prose(1, 180) + " " + prose(3, 60), "2031-05-03")])
    assert (told.id, told.copy_of) == ("c", "a")
    assert {m.story for m in shelf.memberships() if m.id in "ac"} == {told.story}


def test_an_earlier_article_that_arrives_later_renames_the_story_and_becomes_the_original() -> None:
    shelf = Shelf.empty()
    shelf.add([make("late", prose(1, 200), "2031-05-03")])
    told = shelf.add([make("early", prose(1, 220), "2031-05-02")])
    assert [(m.id, m.copy_of) for m in told] == [("early", None), ("late", "early")]


def test_the_same_article_again_changes_nothing() -> None:
    shelf = Shelf.empty()
    shelf.add([make("a", prose(1, 200))])
    assert shelf.add([make("a", prose(2, 200))]) == ()


@settings(deadline=None)
@given(DRAWN, st.randoms(), st.integers(1, 4))
def test_any_order_and_any_batches_end_in_the_same_stories(
    drawn: list[tuple[int, int, str | None]], pick: random.Random, batch: int
) -> None:
    profiles = [make(f"a{n}", prose(seed, words), day) for n, (seed, words, day) in enumerate(drawn)]
    whole = group(profiles)
    pick.shuffle(profiles)
    shelf = Shelf.empty()
    told: dict[str, Membership] = {}
    for at in range(0, len(profiles), batch):
        told |= {m.id: m for m in shelf.add(profiles[at : at + batch])}
    assert tuple(shelf.memberships()) == whole
    assert tuple(sorted(told.values(), key=lambda m: m.id)) == whole


@settings(deadline=None, max_examples=30)
@given(
    st.lists(st.tuples(st.integers(1, 3), st.integers(0, 40), st.integers(1, 28)), max_size=14),
    st.randoms(),
    st.integers(1, 5),
    st.integers(1, 6),
)
def test_parts_that_are_too_large_fall_apart_in_the_same_way_in_any_order(
    drawn: list[tuple[int, int, int]], pick: random.Random, batch: int, most: int
) -> None:
    profiles = [
        make(
            f"a{n}", prose(100 + n, 40) + " " + " ".join(f"topic{seed}x{k}" for k in range(shared)), f"2031-05-{day:02}"
        )
        for n, (seed, shared, day) in enumerate(drawn)
    ]
    whole, shelf = Shelf.empty(most=most), Shelf.empty(most=most)
    whole.add(profiles)
    pick.shuffle(profiles)
    for at in range(0, len(profiles), batch):
        shelf.add(profiles[at : at + batch])
    assert tuple(shelf.memberships()) == tuple(whole.memberships())


@settings(deadline=None)
@given(DRAWN)
def test_packed_and_unpacked_it_goes_on_as_before(drawn: list[tuple[int, int, str | None]]) -> None:
    profiles = [make(f"a{n}", prose(seed, words), day) for n, (seed, words, day) in enumerate(drawn)]
    half = len(profiles) // 2
    shelf = Shelf.empty()
    shelf.add(profiles[:half])
    again = Shelf.from_arrays(shelf.to_arrays())
    assert again.add(profiles[half:]) == shelf.add(profiles[half:])
    mine, other = shelf.to_arrays(), again.to_arrays()
    assert all(mine[name].tobytes() == other[name].tobytes() for name in mine)
