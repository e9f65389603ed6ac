"""Copies: which article reprints the text of which.

Articles are taken in the order in which one may be the original of another. Each is held against the originals so
far; it is a copy of the one with which it shares most words if the shorter of the two has half of its shingles
(5 words) in the longer: the containment of Broder, "On the resemblance and containment of documents" (1997).
Candidates come from an index of a fixed fourth of all shingles ("0 mod m" of the same paper), which finds a short
text in a long one where MinHash, made for resemblance, does not.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from crosswire.group.profiles import Profile, unpack

CONTAINED = 0.5
SOME = 0.25
SHORT = 40
SHORT_CONTAINED = 0.8
LEAST_SHARED = 15
LEAST_WORDS = 12
SAMPLE = 4


def copies(profiles: Sequence[Profile]) -> dict[str, str]:
    """The original of each copy, by id; an original is never itself a copy.

    Args:
        profiles: in any order; the result does not depend on it.
    """
    ranked = sorted(profiles, key=lambda p: p.rank)
    index = _Index(ranked)
    source = np.arange(len(ranked))
    same: dict[bytes, int] = {}
    for n, one in enumerate(ranked):
        source[n] = same.get(one.shingles, n) if one.words >= LEAST_WORDS else n
        if source[n] == n:
            source[n] = _source(n, index, source)
        if one.words >= LEAST_WORDS:
            same.setdefault(one.shingles, int(source[n]))
    return {one.id: ranked[of].id for n, (one, of) in enumerate(zip(ranked, source, strict=True)) if of != n}


class _Index:
    """Which articles hold each sampled shingle; only shingles that two or more articles hold."""

    def __init__(self, ranked: Sequence[Profile]) -> None:
        self.shingles = [unpack(p.shingles) for p in ranked]
        sampled = [s[s % SAMPLE == 0] for s in self.shingles]
        sizes = np.array([len(s) for s in sampled], dtype=np.int64)
        every = np.concatenate([*sampled, np.empty(0, dtype=np.uint32)])
        holder = np.repeat(np.arange(len(ranked)), sizes)
        _, inverse, counts = np.unique(every, return_inverse=True, return_counts=True)
        order = np.argsort(inverse, kind="stable")
        self.holders = holder[order]
        self.starts = np.concatenate([[0], np.cumsum(counts)])
        ends = np.cumsum(sizes)
        self.keys = [
            own[counts[own] > 1]
            for own in (inverse[e - s : e] for s, e in zip(sizes.tolist(), ends.tolist(), strict=True))
        ]

    def shared(self, n: int, other: int) -> int:
        """How many shingles two articles have in common."""
        return len(np.intersect1d(self.shingles[n], self.shingles[other], assume_unique=True))

    def shorter(self, n: int, other: int) -> int:
        """How many shingles the shorter of two articles has."""
        return min(len(self.shingles[n]), len(self.shingles[other]))

    def near(self, n: int, source: NDArray[np.int64], *, originals: bool) -> list[int]:
        """The originals, or the copies, before article `n` with sampled shingles of its own; those with most first."""
        parts = [self.holders[self.starts[key] : self.starts[key + 1]] for key in self.keys[n]]
        if not parts:
            return []
        held = np.concatenate(parts)
        held = held[held < n]
        held = held[(source[held] == held) == originals]
        which, shared = np.unique(held, return_counts=True)
        return [int(which[i]) for i in np.lexsort((which, -shared))]


def _source(n: int, index: _Index, source: NDArray[np.int64]) -> int:
    """The original of article `n`: of those whose text it holds, the one with most words in common; else itself.

    An article that holds the text of a copy, and some of that copy's original, goes to this original too.
    """
    best, most = n, 0
    for other in index.near(n, source, originals=True):
        shared = index.shared(n, other)
        if shared > most and _is_copy(shared, index.shorter(n, other), CONTAINED):
            best, most = other, shared
    if best != n:
        return best
    for other in index.near(n, source, originals=False):
        of = int(source[other])
        holds = _is_copy(index.shared(n, other), index.shorter(n, other), CONTAINED)
        if holds and _is_copy(index.shared(n, of), index.shorter(n, of), SOME):
            return of
    return n


def _is_copy(shared: int, shorter: int, least: float) -> bool:
    """Whether so much in common is a reprint; a short text needs more, because a formula or a name fills much of it."""
    return shared >= LEAST_SHARED and shared >= shorter * (SHORT_CONTAINED if shorter < SHORT else least)
