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
from itertools import pairwise
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
TOGETHER = 4_096
NONE = -1

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

    def add(self, profiles: Sequence[Profile]) -> tuple[Ints, Ints]:
        """Add articles under the next numbers.

        Returns:
            The numbers, old ones too, whose original is another now, and what it was (`NONE` for what is new).
        """
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
        self._source.extend(np.full(len(rows), NONE))
        self._index.add(every, own, np.repeat(sizes, sizes))
        added = np.arange(start, start + len(rows))
        return self._settle(dict(zip(added.tolist(), self._near(added, own - start, every), strict=True)))

    def _near(self, rows: Ints, own: Ints, keys: Array) -> Iterator[dict[int, int]]:
        """For each of some articles, those that hold half of its text or that it holds half of, and the words in common.

        What all texts of an outlet share is held by thousands. A key so common is looked up among those articles only
        that are small enough to be found by such keys alone; to what others share by rarer keys, it is added.

        Args:
            rows: the articles.
            own: for each key, the place in `rows` of the article whose it is; ascending.
            keys: what the articles are looked up by.
        """
        sizes = np.bincount(own, minlength=len(rows))
        meetings = self._index.ask(keys)
        common = meetings.count() > COMMON
        commons = np.bincount(own[common], minlength=len(rows))
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
        keep = (shared >= least) & (rows[one] != other)
        one, other = one[keep], other[keep]
        words = np.concatenate([self._words(*some, CONTAINED) for some in _some(rows[one], other)])
        cuts = np.searchsorted(one, np.arange(len(rows) + 1))
        for start, end in pairwise(cuts.tolist()):
            held = start + np.flatnonzero(words[start:end])
            yield dict(zip(other[held].tolist(), words[held].tolist(), strict=True))

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

    def _settle(self, near: dict[int, dict[int, int]]) -> tuple[Ints, Ints]:
        """Find the originals of articles and of all that depend on them, in the order of ranks; returns as `add` does."""
        todo = [(self._ranks[n], n) for n in near]
        heapify(todo)
        waiting, was = set(near), dict[int, int]()
        while todo:
            rank, n = heappop(todo)
            if n not in near:
                keys = _keys(self._shingles.row(n))
                (near[n],) = self._near(np.array([n]), np.zeros(len(keys), np.int64), keys)
            ranks = self._ranks
            source = self._find(n, {other: words for other, words in near[n].items() if ranks[other] < rank})
            if source == self.source[n]:
                continue
            was[n] = int(self.source[n])
            self.source[n] = source
            for other in near[n]:
                if other not in waiting and ranks[other] > rank:
                    waiting.add(other)
                    heappush(todo, (ranks[other], other))
        changed = sorted(was)
        return np.array(changed, dtype=np.int64), np.array([was[n] for n in changed], dtype=np.int64)

    def _find(self, n: int, before: dict[int, int]) -> int:
        """The original of article `n`: of those whose text it holds, the one with most words in common; else itself.

        An article that holds the text of a copy, and some of that copy's original, goes to this original too.

        Args:
            n: the number of the article.
            before: what comes before it and holds half of its text or is held by it, and the words in common.
        """
        ranked = sorted(before, key=self._ranks.__getitem__)
        originals = [other for other in ranked if self.source[other] == other]
        if originals:
            return max(originals, key=before.__getitem__)
        others = {int(self.source[other]): None for other in ranked}
        return next((of for of in others if self._words(np.array([n]), np.array([of]), SOME)[0]), n)

    def _words(self, one: Ints, other: Ints, least: float) -> Ints:
        """How many shingles articles share, pair by pair; 0 if the shorter has less than such a part of its own in the longer.

        If either is sampled, both are, and the number is what follows for the whole.
        """
        sampled = self._sampled.values[one] | self._sampled.values[other]
        shared, mine, theirs = self._shared(one, other, sampled)
        shorter, part = np.minimum(mine, theirs), np.where(sampled, SAMPLE, 1)
        short = shorter * part < SHORT
        doubt = np.where(sampled & ~short, np.sqrt(shorter) / 2, 0.0)
        contained = shared >= shorter * np.where(short, SHORT_CONTAINED, least) + doubt
        same = (shared == mine) & (shared == theirs) & (shared >= LEAST_SAME)
        words: Ints = np.where(same | (contained & (shared * part >= LEAST_SHARED)), shared * part, 0)
        return words

    def _shared(self, one: Ints, other: Ints, sampled: Array) -> tuple[Ints, Ints, Ints]:
        """Pair by pair: how many shingles both have, and how many either has; of pairs that are sampled, in the sample."""
        rows, place = np.unique(one, return_inverse=True)
        mine, sizes = self._shingles.take(rows)
        owner = np.repeat(np.arange(len(rows)), sizes)
        fewer = np.bincount(owner[mine % SAMPLE == 0], minlength=len(rows))
        theirs, others = self._shingles.take(other)
        pair = np.repeat(np.arange(len(other)), others)
        keep = ~sampled[pair] | (theirs % SAMPLE == 0)
        theirs, pair = theirs[keep], pair[keep]
        held, asked = (owner << 32) | mine, (place[pair] << 32) | theirs
        both = held[np.minimum(np.searchsorted(held, asked), len(held) - 1)] == asked
        count = len(other)
        shared, size = np.bincount(pair[both], minlength=count), np.bincount(pair, minlength=count)
        return shared, np.where(sampled, fewer[place], sizes[place]), size


def _some(one: Ints, other: Ints) -> Iterator[tuple[Ints, Ints]]:
    """Pairs, some thousand at a time: what is compared at once is held in memory. At least one part, if an empty one."""
    for start in range(0, max(1, len(one)), TOGETHER):
        yield one[start : start + TOGETHER], other[start : start + TOGETHER]


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
