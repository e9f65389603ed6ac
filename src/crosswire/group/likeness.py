"""How alike two articles are in what they are about.

The likeness is the cosine of (1 + log tf) · idf, with the document frequencies of a fixed table, so that it depends on
nothing but the two articles. Days between their publications take from it: quickly from what common words add to it
(one subject goes on for weeks), slowly from what rare words add (the names of one happening). Weights are whole
numbers, so that sums are the same in any order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from crosswire.group.arrays import Array, Column, Ints, Rows
from crosswire.group.profiles import NAME, Profile, unpack
from crosswire.group.terms import KNOWN, KNOWN_WEIGHT, NAME_WEIGHT, RARE_WEIGHT

UNIT = 1 << 14
COMMON_DAYS, COMMON_DECAY = 2.0, 3.0
RARE_DAYS, RARE_DECAY = 3.0, 20.0
WINDOW = 45.0
UNKNOWN_DAYS = 0.85
LARGE, KEPT = 100, 24
TOGETHER = 1 << 20  # cells of small parts that are found at once
_HIGH = 30

Floats = NDArray[np.float64]
Factor = Callable[[Ints, Ints], Floats]

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


def between(terms: Rows, weights: Rows, published: Ints, ones: Ints, others: Ints) -> Floats:
    """The likeness of each of some rows to each of others."""
    columns, sizes = terms.take(ones)
    names, place = np.unique(columns, return_inverse=True)
    if not len(names):
        return np.zeros((len(ones), len(others)))
    starts = np.append(0, np.cumsum(sizes))
    held = weights.take(ones)[0]
    mine = _matrix(_both(held), place, starts, len(names))
    if others is not ones:
        columns, sizes = terms.take(others)
        place = np.minimum(np.searchsorted(names, columns), len(names) - 1)
        keep = names[place] == columns
        place, starts = place[keep], np.append(0, np.cumsum(keep))[np.append(0, np.cumsum(sizes))]
        held = weights.take(others)[0][keep]
    both = (mine @ _matrix(_whole(held), place, starts, len(names)).T).toarray()
    return _faded(both, published[ones][:, None], published[others][None, :])


def _both(weights: Array) -> Ints:
    """Weights of common terms in the high bits, of rare ones in the low bits: one product instead of two."""
    held = weights.astype(np.int64)
    return np.where(held > 0, held << _HIGH, -held)


def _whole(weights: Array) -> Ints:
    return np.abs(weights.astype(np.int64))


def _faded(both: Array, one: Ints, other: Ints) -> Floats:
    return faded(both >> _HIGH, both & ((1 << _HIGH) - 1), one, other)


def _matrix(values: Ints, columns: Ints, starts: Ints, width: int) -> csr_array:
    shape = (len(starts) - 1, width)
    return csr_array((values, columns.astype(np.int32), starts.astype(np.int32)), shape=shape)


class Pairs:
    """The likeness of each to each among the articles of a part; that of the large parts asked for last is kept.

    So a report that comes to a large part is held against the others, and these not against one another again.
    Small parts are many, so they share one product.
    """

    def __init__(self, terms: Rows, weights: Rows, published: Column, factor: Factor) -> None:
        self._terms, self._weights, self._published, self._factor = terms, weights, published, factor
        self._kept: list[tuple[Ints, Floats]] = []

    def of_parts(self, parts: Iterable[Ints]) -> Iterator[tuple[Ints, Floats]]:
        """Each part of several rows, in any order, and the likeness of each of these to each."""
        small: list[Ints] = []
        cells = 0
        for rows in parts:
            if len(rows) >= LARGE:
                yield rows, self._of_large(rows)
                continue
            small.append(rows)
            cells += len(rows) ** 2
            if cells >= TOGETHER:
                yield from zip(small, self._of_small(small), strict=True)
                small, cells = [], 0
        yield from zip(small, self._of_small(small), strict=True)

    def _of_small(self, parts: Sequence[Ints]) -> Iterator[Floats]:
        """The likeness within each part, from one product: a term of one part is another than that of the next."""
        sizes = np.array([len(rows) for rows in parts], dtype=np.int64)
        if not len(sizes):
            return
        rows, of = np.concatenate(parts), np.repeat(np.arange(len(parts)), sizes)
        terms, counts = self._terms.take(rows)
        names, place = np.unique((np.repeat(of, counts) << 32) | terms, return_inverse=True)
        starts, held = np.append(0, np.cumsum(counts)), self._weights.take(rows)[0]
        mine, theirs = (_matrix(values, place, starts, len(names)) for values in (_both(held), _whole(held)))
        product = (mine @ theirs.T).tocoo()
        one, other = product.row.astype(np.int64), product.col.astype(np.int64)
        first, cells = np.cumsum(sizes) - sizes, sizes**2
        start, part = np.cumsum(cells) - cells, of[one]
        published = self._published.values[rows]
        found = np.zeros(int(cells.sum()))
        at = start[part] + (one - first[part]) * sizes[part] + other - first[part]
        found[at] = _faded(product.data, published[one], published[other])
        for begin, rows in zip(start.tolist(), parts, strict=True):
            lexical = found[begin : begin + len(rows) ** 2].reshape(len(rows), len(rows))
            yield lexical * self._factor(rows, rows)

    def _of_large(self, rows: Ints) -> Floats:
        for at, (known, alike) in enumerate(self._kept):
            order = np.argsort(known)
            place = order[np.minimum(np.searchsorted(known, rows, sorter=order), len(known) - 1)]
            held = known[place] == rows
            if 2 * held.sum() >= len(rows):
                del self._kept[at]
                found = self._grown(rows, held, alike[np.ix_(place[held], place[held])])
                break
        else:
            found = self._between(rows, rows)
        self._kept = [(rows, found), *self._kept[: KEPT - 1]]
        return found

    def _grown(self, rows: Ints, held: Array, alike: Floats) -> Floats:
        found = np.empty((len(rows), len(rows)))
        found[np.ix_(held, held)] = alike
        if not held.all():
            fresh = self._between(rows[~held], rows)
            found[~held] = fresh
            found[:, ~held] = fresh.T
        return found

    def _between(self, ones: Ints, others: Ints) -> Floats:
        lexical = between(self._terms, self._weights, self._published.values, ones, others)
        return lexical * self._factor(ones, others)
