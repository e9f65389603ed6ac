"""How alike articles are, each to each."""

from __future__ import annotations

import random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from made_profiles import make, prose

from crosswire.group.arrays import Column, Rows
from crosswire.group.likeness import LARGE, Pairs, between, hours, vectors

PROFILES = [
    make(f"{n}", prose(n % 7, 30) + " " + prose(n, n % 40), None if n % 5 == 0 else f"2031-05-{1 + n % 28:02}")
    for n in range(LARGE + 60)
]


def held() -> tuple[Rows, Rows, Column]:
    terms, weights = vectors(PROFILES)
    days = np.array([np.nan if p.when is None else p.when for p in PROFILES])
    none = np.empty(0, np.int64)
    rows = Rows(np.empty(0, np.uint32), none), Rows(np.empty(0, np.int16), none)
    rows[0].extend(terms)
    rows[1].extend(weights)
    return *rows, Column(hours(days))


@settings(deadline=None, max_examples=20)
@given(st.lists(st.tuples(st.randoms(), st.lists(st.integers(2, LARGE + 60), max_size=4)), min_size=2, max_size=6))
def test_what_parts_come_to_together_is_what_each_comes_to_alone(drawn: list[tuple[random.Random, list[int]]]) -> None:
    terms, weights, published = held()
    pairs = Pairs(terms, weights, published, lambda ones, others: np.ones((len(ones), len(others))))
    for pick, sizes in drawn:
        parts = [np.array(pick.sample(range(len(PROFILES)), size)) for size in sizes]
        for _ in range(2):  # what is kept of a large part is what is found anew
            found = list(pairs.of_parts(parts))
            assert sorted(rows.tolist() for rows, _ in found) == sorted(rows.tolist() for rows in parts)
            for rows, likeness in found:
                assert likeness.tobytes() == between(terms, weights, published.values, rows, rows).tobytes()


def test_likeness_is_the_same_both_ways_and_full_to_itself() -> None:
    terms, weights, published = held()
    dated = np.flatnonzero([p.when is not None for p in PROFILES])
    found = between(terms, weights, published.values, dated, dated)
    assert np.array_equal(found, found.T)
    assert np.allclose(np.diag(found), 1, atol=0.01)


def test_articles_without_words_are_like_no_others() -> None:
    terms, weights = vectors([make("a", ""), make("b", "Aldona aground"), make("c", "the of and")])
    none = np.empty(0, np.int64)
    rows = Rows(np.empty(0, np.uint32), none), Rows(np.empty(0, np.int16), none)
    rows[0].extend(terms)
    rows[1].extend(weights)
    when = hours(np.array([1.0, 1.0, 1.0]))
    assert between(*rows, when, np.array([0, 2]), np.arange(3)).tolist() == [[0, 0, 0], [0, 0, 0]]
    assert between(*rows, when, np.arange(3), np.array([0])).tolist() == [[0], [0], [0]]
