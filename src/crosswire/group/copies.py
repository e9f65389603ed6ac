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
from crosswire.group.terms import Hashes

CONTAINED = 0.5
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
    original = np.ones(len(ranked), dtype=np.bool_)
    same: dict[bytes, int] = {}
    found: dict[str, str] = {}
    for n, one in enumerate(ranked):
        of = same.get(one.shingles) if one.words >= LEAST_WORDS else None
        if of is None:
            of = _source(n, index, original)
        if of is not None:
            original[n] = False
            found[one.id] = ranked[of].id
        if one.words >= LEAST_WORDS:
            same.setdefault(one.shingles, n if of is None else of)
    return found


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

    def near(self, n: int, original: NDArray[np.bool_]) -> list[int]:
        """The originals before article `n` that share sampled shingles with it, those that share most first."""
        parts = [self.holders[self.starts[key] : self.starts[key + 1]] for key in self.keys[n]]
        if not parts:
            return []
        held = np.concatenate(parts)
        held = held[held < n]
        held = held[original[held]]
        which, shared = np.unique(held, return_counts=True)
        return [int(which[i]) for i in np.lexsort((which, -shared))]


def _source(n: int, index: _Index, original: NDArray[np.bool_]) -> int | None:
    """The original of article `n`, if it is a copy: of those whose text it holds, the one with most words in common."""
    best: tuple[int, int] | None = None
    for other in index.near(n, original):
        shared = _shared(index.shingles[n], index.shingles[other])
        if _is_copy(shared, min(len(index.shingles[n]), len(index.shingles[other]))) and (
            best is None or shared > best[0]
        ):
            best = (shared, other)
    return best[1] if best else None


def _shared(one: Hashes, other: Hashes) -> int:
    return len(np.intersect1d(one, other, assume_unique=True))


def _is_copy(shared: int, shorter: int) -> bool:
    """Whether so much in common is a reprint; a short text needs more, because a formula or a name fills much of it."""
    return shared >= LEAST_SHARED and shared >= shorter * (SHORT_CONTAINED if shorter < SHORT else CONTAINED)
