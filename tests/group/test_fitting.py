"""Reports that stand alone, or apart in their story, go where they fit better."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from crosswire.group.fitting import fitted
from crosswire.group.likeness import Floats


def alike(size: int, **pairs: float) -> Floats:
    """The likeness of reports named a, b, c … from that of some pairs; all others are not alike at all."""
    found = np.eye(size)
    for pair, value in pairs.items():
        one, other = (ord(letter) - ord("a") for letter in pair)
        found[one, other] = found[other, one] = value
    return found


def stories(told: str) -> list[list[int]]:
    return [[ord(letter) - ord("a") for letter in story] for story in told.split()]


def fit(told: str, likeness: Floats) -> str:
    found = fitted(stories(told), likeness, np.ones(len(likeness)))
    return " ".join(sorted("".join(chr(ord("a") + at) for at in sorted(story)) for story in found))


@pytest.mark.parametrize(
    ("to_first", "to_second", "wanted"),
    [(0.09, 0.02, "abe cd"), (0.02, 0.09, "ab cde"), (0.09, 0.08, "ab cd e"), (0.05, 0.0, "ab cd e")],
)
def test_a_report_alone_goes_to_the_story_that_it_is_clearly_most_like(
    to_first: float, to_second: float, wanted: str
) -> None:
    likeness = alike(5, ab=0.3, cd=0.3, ae=to_first, be=to_first, ce=to_second, de=to_second)
    assert fit("ab cd e", likeness) == wanted


def test_two_that_stand_alone_stay_so() -> None:
    assert fit("ab c d", alike(4, ab=0.3, cd=0.09)) == "ab c d"


def test_a_report_that_is_apart_in_its_story_moves() -> None:
    story = dict.fromkeys(("ab", "ac", "bc", "ef", "eg", "fg"), 0.4)
    apart = {"da": 0.15, "db": 0.15, "dc": 0.15}
    assert fit("abcd efg", alike(7, **story, **apart, de=0.3, df=0.3, dg=0.3)) == "abc defg"
    assert fit("abcd efg", alike(7, **story, **apart, de=0.14, df=0.14, dg=0.14)) == "abcd efg"


def test_a_report_that_fits_its_story_stays_though_another_is_liker() -> None:
    story = dict.fromkeys(("ab", "ac", "bc", "da", "db", "dc"), 0.3) | dict.fromkeys(("ef", "eg", "fg"), 0.5)
    assert fit("abcd efg", alike(7, **story, de=0.45, df=0.45, dg=0.45)) == "abcd efg"


@settings(deadline=None)
@given(st.integers(1, 12).flatmap(lambda n: st.tuples(arrays(float, (n, n), elements=st.floats(0, 1)), st.permutations(range(n)), st.integers(1, n))))  # fmt: skip
def test_every_report_is_in_one_story_whatever_their_likeness(drawn: tuple[Floats, list[int], int]) -> None:
    likeness, order, cuts = drawn
    likeness = (likeness + likeness.T) / 2
    given_stories = [part for part in (order[at :: max(1, cuts)] for at in range(cuts)) if part]
    found = fitted(given_stories, likeness, np.full(len(likeness), 0.7))
    assert sorted(at for story in found for at in story) == list(range(len(likeness)))
    assert all(found)
