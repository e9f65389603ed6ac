"""How alike two articles are in what they are about, and what that makes one story.

The likeness is the cosine of (1 + log tf) · idf, with the document frequencies of a fixed table, so that it depends on
nothing but the two articles. Days between their publications take from it: quickly from what common words add to it
(one subject goes on for weeks), slowly from what rare words add (the names of one happening). Weights are whole
numbers, so that sums are the same in any order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import leaves_list, linkage
from scipy.sparse import csr_array
from scipy.spatial.distance import squareform

from crosswire.group.arrays import Array, Ints, Rows
from crosswire.group.profiles import NAME, Profile, unpack
from crosswire.group.terms import KNOWN, KNOWN_WEIGHT, NAME_WEIGHT, RARE_WEIGHT

UNIT = 1 << 14
LEAST = 0.10
APART, PRIOR, PRIOR_PAIRS = 0.9, 0.12, 1.0
FULL = 600
COMMON_DAYS, COMMON_DECAY = 2.0, 3.0
RARE_DAYS, RARE_DECAY = 3.0, 20.0
WINDOW = 45.0
UNKNOWN_DAYS = 0.85
_HIGH = 30

Floats = NDArray[np.float64]

_COUNT = np.arange(256)
_TF = (1 + np.log(np.maximum(_COUNT & (NAME - 1), 1))) * np.where(_COUNT >= NAME, NAME_WEIGHT, 1.0)


def vectors(profiles: Sequence[Profile]) -> tuple[list[Array], list[Array]]:
    """Terms and their whole-number weights, a row for each profile; weights of rare terms are negative."""
    terms = [unpack(p.terms) for p in profiles]
    sizes = np.array([len(t) for t in terms], dtype=np.int64)
    every = np.concatenate([*terms, np.empty(0, dtype=np.uint32)])
    place = np.minimum(np.searchsorted(KNOWN, every), len(KNOWN) - 1)
    known = KNOWN[place] == every
    tf = _TF[np.frombuffer(b"".join(p.counts for p in profiles), dtype=np.uint8)]
    weights = tf * np.where(known, KNOWN_WEIGHT[place], RARE_WEIGHT)
    rows = np.repeat(np.arange(len(profiles)), sizes)
    length = np.sqrt(np.bincount(rows, weights=weights**2, minlength=len(profiles)))
    whole = np.rint(weights / length[rows] * UNIT).astype(np.int16) * np.where(known, 1, -1).astype(np.int16)
    return terms, np.split(whole, np.cumsum(sizes)[:-1]) if len(profiles) else []


_GAPS = np.arange(int(WINDOW * 24) + 2) / 24
_FAST = np.append(np.exp(-np.maximum(_GAPS - COMMON_DAYS, 0) / COMMON_DECAY), UNKNOWN_DAYS) / UNIT**2
_SLOW = np.append(np.exp(-np.maximum(_GAPS - RARE_DAYS, 0) / RARE_DECAY), UNKNOWN_DAYS) / UNIT**2
_FAST[-2] = _SLOW[-2] = 0.0
UNDATED = -(1 << 30)


def hours(days: Floats) -> Ints:
    """Days in whole hours; `UNDATED` for NaN."""
    return np.where(np.isnan(days), UNDATED, np.nan_to_num(days) * 24).astype(np.int64)


def faded(common: Array, rare: Array, one: Ints, other: Ints) -> Floats:
    """The likeness from what common and rare terms add to it, and the two publications in hours."""
    gap = np.minimum(np.abs(one - other), len(_GAPS) - 1)
    unknown = (one == UNDATED) | (other == UNDATED)
    if unknown.any():
        gap[unknown] = len(_GAPS)
    found: Floats = _FAST[gap] * common
    found += _SLOW[gap] * rare
    return found


def of_all(terms: Rows, weights: Rows, published: Ints, rows: Ints) -> Floats:
    """The likeness of each row to each."""
    columns, sizes = terms.take(rows)
    held = weights.take(rows)[0].astype(np.int64)
    names, place = np.unique(columns, return_inverse=True)
    starts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int32)
    place = place.astype(np.int32)
    shape = (len(rows), len(names))
    # what common terms add stands in the high bits, what rare ones add in the low bits: one product instead of two
    mine = csr_array((np.where(held > 0, held << _HIGH, -held), place, starts), shape=shape)
    both = (mine @ csr_array((np.abs(held), place, starts), shape=shape).T).toarray()
    when = published[rows]
    return faded(both >> _HIGH, both & ((1 << _HIGH) - 1), when[:, None], when[None, :])


def fullness(words: Array) -> Floats:
    """How much of a full report a text of so many words is, from 0 to 1."""
    found: Floats = np.minimum(words / FULL, 1.0)
    return found


def split(likeness: Floats, full: Floats) -> list[list[int]]:
    """The stories among articles that are linked, from the likeness of each to each and how full each is.

    Average link (Sokal and Michener 1958); two parts are one story if they are nearly as alike as the reports of
    the less alike of them are among themselves: so look-alikes come apart, and what is told in many ways stays
    together. How alike the reports of a part are is known only as well as they are full: a pair counts by the product
    of what both are, and a part is judged as if it had `PRIOR_PAIRS` more of the usual likeness.
    """
    n = len(likeness)
    if n == 1:
        return [[0]]
    tree = linkage(squareform(np.maximum(1 - likeness, 0), checks=False), "average")
    leaves = leaves_list(tree)
    told = full[leaves]
    # in the order of the leaves each part is a run, and what two parts share is a block
    told_alike = likeness[np.ix_(leaves, leaves)] * told[:, None] * told
    parts: list[_Part | None] = [None] * n
    for at, leaf in enumerate(leaves.tolist()):
        parts[leaf] = _Part(at, at + 1, float(told[at]), 0.0, 0.0)
    done: list[_Part] = []
    for first, second, height, _ in tree.tolist():
        one, other = parts[int(first)], parts[int(second)]
        if one and other and 1 - height >= max(LEAST, APART * min(one.usual, other.usual)):
            parts.append(one.join(other, float(told_alike[one.start : one.end, other.start : other.end].sum())))
            continue
        done += [part for part in (one, other) if part]
        parts.append(None)
    done += [part for part in parts[-1:] if part]
    return [leaves[part.start : part.end].tolist() for part in done]


@dataclass(frozen=True, slots=True)
class _Part:
    """A run of leaves: how full they are together, how many full pairs they make, and how alike these are together."""

    start: int
    end: int
    full: float
    pairs: float
    alike: float

    @property
    def usual(self) -> float:
        """How alike two reports of the part are."""
        return (self.alike + PRIOR_PAIRS * PRIOR) / (self.pairs + PRIOR_PAIRS)

    def join(self, other: _Part, across: float) -> _Part:
        """Both, given how alike the reports of one are to those of the other, together."""
        return _Part(
            self.start,
            other.end,
            self.full + other.full,
            self.pairs + other.pairs + self.full * other.full,
            self.alike + other.alike + across,
        )
