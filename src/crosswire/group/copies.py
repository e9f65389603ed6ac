"""Copies: which article reprints the text of which.

Articles are taken in the order in which one may be the original of another. Each is held against the originals before
it; it is a copy of the one with which it shares most words if the shorter of the two has half of its shingles
(5 words) in the longer: the containment of Broder, "On the resemblance and containment of documents" (1997).
Candidates come from an index of a fixed part of all shingles ("0 mod m" of the same paper), which finds a short
text in a long one where MinHash, made for resemblance, does not.

An article that comes in later than its place in that order takes up its place: what follows it is looked at again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush
from zlib import crc32

import numpy as np

from crosswire.group.arrays import LARGE, Array, Arrays, Column, Ints, Postings, Rows, spread
from crosswire.group.profiles import Profile, unpack
from crosswire.group.terms import SAMPLE

CONTAINED = 0.5
SOME = 0.25
SHORT = 40
SHORT_CONTAINED = 0.8
LEAST_SHARED = 15
LEAST_SAME = 8
INDEXED = 8
HINT = 0.25
COMMON = 200

Rank = tuple[float, int, str]


class Copies:
    """Articles by number, and the original of each: itself, if it is no copy."""

    def __init__(self, ranks: Sequence[Rank] = (), arrays: Arrays | None = None) -> None:
        held = arrays or {}
        empty = np.empty(0, np.uint32)
        self._ranks = list(ranks)
        self._source = Column(held.get("source", np.empty(0, np.int64)))
        self._shingles = Rows(held.get("shingles", empty), held.get("shingles_ends", empty))
        self._sizes = Column(held.get("indexed", np.empty(0, np.int32)))
        self._sampled = Column(held.get("sampled", np.empty(0, np.bool_)))
        runs = sorted(name for name in held if name.startswith("shingle_run_"))
        self._index = Postings([held[name] for name in runs])

    @property
    def source(self) -> Array:
        """The number of the original of each article."""
        return self._source.values

    def to_arrays(self) -> dict[str, Array]:
        """What the constructor takes, but for the ranks."""
        values, ends = self._shingles.packed
        arrays = {
            "source": self.source,
            "shingles": values,
            "shingles_ends": ends,
            "indexed": self._sizes.values,
            "sampled": self._sampled.values,
        }
        return arrays | {f"shingle_run_{n:02}": run for n, run in enumerate(self._index.runs)}

    def add(self, profiles: Sequence[Profile]) -> Ints:
        """Add articles under the next numbers; returns the numbers, old ones too, whose original is another now."""
        start = len(self._ranks)
        self._ranks += [p.rank for p in profiles]
        rows = [unpack(p.shingles) for p in profiles]
        keys = [_keys(row) for row in rows]
        sizes = np.array([len(k) for k in keys], dtype=np.int64)
        own = np.repeat(np.arange(start, start + len(rows)), sizes)
        every = np.concatenate([*keys, np.empty(0, np.uint32)])
        self._shingles.extend(rows)
        self._sizes.extend(sizes)
        self._sampled.extend(np.array([not (row % SAMPLE).any() for row in rows]))
        self._source.extend(np.full(len(rows), -1))
        self._index.add(every, own, np.repeat(sizes, sizes))
        return self._settle({start + n: near for n, near in enumerate(self._near(own - start, every, len(rows)))})

    def _near(self, own: Ints, keys: Array, count: int) -> Iterator[list[int]]:
        """For each of some articles, those that share indexed shingles enough for a closer look, itself too.

        What all texts of an outlet share is held by thousands. A key so common is looked up among those articles only
        that are small enough to be found by such keys alone; to what others share by rarer keys, it is added.
        """
        sizes = np.bincount(own, minlength=count)
        meetings = self._index.ask(keys)
        common = meetings.count() > COMMON
        commons = np.bincount(own[common], minlength=count)
        small = np.floor(commons / HINT).astype(np.int64)
        asked = np.where(sizes <= small, LARGE, np.minimum(small, LARGE))
        place, other = self._index.find(meetings, np.where(common, asked[own], LARGE))
        pair, shared = np.unique((own[place] << 32) | other, return_counts=True)
        one, other = pair >> 32, pair & 0xFFFFFFFF
        theirs = self._sizes.values[other]
        least = HINT * np.minimum(sizes[one], theirs)
        partly = (theirs > asked[one]) & (asked[one] < LARGE)
        doubtful = np.flatnonzero(partly & (shared < least) & (shared + commons[one] >= least))
        shared[doubtful] += self._common(own[common], keys[common], one[doubtful], other[doubtful])
        keep = shared >= least
        cuts = np.searchsorted(one[keep], np.arange(1, count))
        for near in np.split(other[keep], cuts)[:count]:
            yield near.tolist()

    def _common(self, own: Ints, keys: Array, one: Ints, other: Ints) -> Ints:
        """How many of the keys that articles have (`own`, ascending, and `keys`) others hold too, pair by pair."""
        shingles, sizes = self._shingles.take(other)
        pairs = np.repeat(np.arange(len(other)), sizes)
        starts = np.searchsorted(own, one)
        counts = np.searchsorted(own, one, side="right") - starts
        asked = (np.repeat(np.arange(len(one)), counts) << 32) | keys[spread(starts, counts)]
        indexed = shingles % INDEXED == 0
        held = (pairs[indexed] << 32) | shingles[indexed]
        found: Ints = np.bincount(held[np.isin(held, asked)] >> 32, minlength=len(one))
        return found

    def _settle(self, near: dict[int, list[int]]) -> Ints:
        """Find the originals of articles and of all that depend on them, in the order of ranks."""
        todo = [(self._ranks[n], n) for n in near]
        heapify(todo)
        waiting, changed = set(near), []
        while todo:
            rank, n = heappop(todo)
            if n not in near:
                keys = _keys(self._shingles.row(n))
                near[n] = next(self._near(np.zeros(len(keys), np.int64), keys, 1))
            ranks = self._ranks
            source = self._find(n, [other for other in near[n] if ranks[other] < rank])
            if source == self.source[n]:
                continue
            self.source[n] = source
            changed.append(n)
            for other in near[n]:
                if other not in waiting and ranks[other] > rank:
                    waiting.add(other)
                    heappush(todo, (ranks[other], other))
        return np.array(sorted(changed), dtype=np.int64)

    def _find(self, n: int, before: list[int]) -> int:
        """The original of article `n`: of those whose text it holds, the one with most words in common; else itself.

        An article that holds the text of a copy, and some of that copy's original, goes to this original too.
        """
        best, most = n, 0.0
        copies: list[int] = []
        for other in sorted(before, key=self._ranks.__getitem__):
            if self.source[other] != other:
                copies.append(other)
                continue
            shared, contained = self._compare(n, other, CONTAINED)
            if contained and shared > most:
                best, most = other, shared
        if best != n:
            return best
        for of in {int(self.source[other]): None for other in copies}:
            if not self._compare(n, of, SOME)[1]:
                continue
            if any(self.source[other] == of and self._compare(n, other, CONTAINED)[1] for other in copies):
                return of
        return n

    def _compare(self, n: int, other: int, least: float) -> tuple[float, bool]:
        """How many shingles two articles share, and whether the shorter has so large a part of its own in the longer."""
        one, two = self._shingles.row(n), self._shingles.row(other)
        flags = self._sampled.values[[n, other]]
        sampled = bool(flags.any())
        if sampled and not flags.all():
            one, two = one[one % SAMPLE == 0], two[two % SAMPLE == 0]
        shared, shorter = _shared(one, two), min(len(one), len(two))
        part, doubt = (SAMPLE, shorter**0.5 / 2) if sampled else (1, 0.0)
        if shorter * part < SHORT:
            least, doubt = SHORT_CONTAINED, 0.0
        same = shared == len(one) == len(two) >= LEAST_SAME
        return shared * part, same or (shared * part >= LEAST_SHARED and shared >= shorter * least + doubt)


def _shared(one: Array, two: Array) -> int:
    """How many of sorted numbers are in both."""
    if not len(one) or not len(two):
        return 0
    return int(np.count_nonzero(two[np.minimum(np.searchsorted(two, one), len(two) - 1)] == one))


def _keys(shingles: Array) -> Array:
    """What an article is looked up by: a part of its shingles, and all of them together."""
    whole = np.array([crc32(shingles.tobytes())] if len(shingles) else [], dtype=np.uint32)
    return np.append(shingles[shingles % INDEXED == 0], whole)


def copies(profiles: Sequence[Profile]) -> dict[str, str]:
    """The original of each copy, by id; an original is never itself a copy.

    Args:
        profiles: in any order; the result does not depend on it.
    """
    found = Copies()
    found.add(profiles)
    return {p.id: profiles[of].id for n, (p, of) in enumerate(zip(profiles, found.source, strict=True)) if of != n}
