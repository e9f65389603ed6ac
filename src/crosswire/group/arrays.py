"""Arrays that grow, rows of different lengths, and an index from numbers to holders: what the shelf is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Ints = NDArray[np.int64]
Arrays = Mapping[str, Array]
SLACK = 1.25
KEY_SHIFT, HOLDER_BITS = np.uint64(32), np.uint64(26)
REST, HOLDER, LARGE = np.uint64(0xFFFFFFFF), np.uint64((1 << 26) - 1), 63


class Column:
    """One value a row, or as many for each, to which more can be added."""

    def __init__(self, values: Array) -> None:
        self._held = np.array(values)
        self._size = len(values)

    @property
    def values(self) -> Array:
        """All values; a view that writing goes through to."""
        return self._held[: self._size]

    def extend(self, values: Array) -> None:
        """Add values at the end."""
        size = self._size + len(values)
        if size > len(self._held):
            grown = np.empty((max(size, int(size * SLACK)), *self._held.shape[1:]), dtype=self._held.dtype)
            grown[: self._size] = self.values
            self._held = grown
        self._held[self._size : size] = values
        self._size = size


class Rows:
    """Rows of values, each of its own length."""

    def __init__(self, values: Array, ends: Array) -> None:
        self._values = Column(values)
        self._ends = Column(np.concatenate([[0], ends]).astype(np.int64))

    @property
    def packed(self) -> tuple[Array, Array]:
        """All values, and where each row ends."""
        return self._values.values, self._ends.values[1:]

    def extend(self, rows: Sequence[Array]) -> None:
        """Add rows at the end."""
        if rows:
            start = self._ends.values[-1]
            self._values.extend(np.concatenate(rows))
            self._ends.extend(start + np.cumsum([len(row) for row in rows]))

    def row(self, n: int) -> Array:
        """One row."""
        ends = self._ends.values
        return self._values.values[ends[n] : ends[n + 1]]

    def take(self, rows: Ints) -> tuple[Array, Ints]:
        """The values of some rows one after another, and the lengths of these rows."""
        starts = self._ends.values[rows]
        sizes = self._ends.values[rows + 1] - starts
        return self._values.values[spread(starts, sizes)], sizes


class Postings:
    """Who holds a number: sorted runs that double in size, as in a log-structured merge tree (O'Neil et al. 1996).

    Each meeting is one number of 64 bits: the key (32), the size of the holder (6, larger ones alike), the holder (26).
    So the small holders of a key stand together.
    """

    def __init__(self, runs: Sequence[Array] = ()) -> None:
        self.runs = list(runs)

    def add(self, keys: Array, holders: Array, sizes: Array) -> None:
        """Note who holds which number.

        Args:
            keys: numbers of 32 bits.
            holders: as many numbers of 26 bits.
            sizes: the size of each of these holders.
        """
        if not len(keys):
            return
        held = (np.minimum(sizes, LARGE).astype(np.uint64) << HOLDER_BITS) | holders.astype(np.uint64)
        self.runs.append(np.sort((keys.astype(np.uint64) << KEY_SHIFT) | held))
        while len(self.runs) > 1 and len(self.runs[-2]) < 2 * len(self.runs[-1]):
            last = self.runs.pop()
            self.runs[-1] = np.sort(np.concatenate([self.runs[-1], last]), kind="stable")  # two runs: a merge

    def ask(self, keys: Array) -> Asked:
        """Where the holders of some keys stand."""
        order = np.argsort(keys)  # what is asked in order is found faster
        low = keys[order].astype(np.uint64) << KEY_SHIFT
        starts = [np.searchsorted(run, low) for run in self.runs]
        ends = [_ends(run, start, low | REST) for run, start in zip(self.runs, starts, strict=True)]
        return Asked(order, low, starts, ends)

    def find(self, asked: Asked, most: Array) -> tuple[Ints, Ints]:
        """Each meeting of a key with a holder: the place of the key among those asked for, and the holder.

        Args:
            asked: where the holders of these keys stand.
            most: for each key the size of the largest holders that are wanted (`LARGE`: all).
        """
        places, holders = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.int64)]
        limited = np.flatnonzero(most[asked.order] < LARGE)
        size = most[asked.order][limited].astype(np.uint64)
        high = asked.low[limited] | (size << HOLDER_BITS) | HOLDER
        for run, starts, ends in zip(self.runs, asked.starts, asked.ends, strict=True):
            sizes = ends - starts
            sizes[limited] = np.searchsorted(run, high, side="right") - starts[limited]
            some = np.flatnonzero(sizes)
            if len(some):
                places.append(np.repeat(asked.order[some], sizes[some]))
                holders.append((run[spread(starts[some], sizes[some])] & HOLDER).astype(np.int64))
        return np.concatenate(places), np.concatenate(holders)


def _ends(run: Array, starts: Ints, high: Array) -> Ints:
    """Where what is no larger than each of some numbers ends; most keys are held by nobody, and end where they start."""
    ends = starts.copy()
    some = np.flatnonzero(run[np.minimum(starts, len(run) - 1)] <= high)
    ends[some] = np.searchsorted(run, high[some], side="right")
    return ends


@dataclass(frozen=True, slots=True)
class Asked:
    """Where the holders of keys stand: the order of the keys, each as the smallest number of it, and by run its range."""

    order: Ints
    low: Array
    starts: list[Ints]
    ends: list[Ints]

    def count(self) -> Ints:
        """How many hold each key, in the order in which the keys were asked for."""
        found = np.zeros(len(self.order), dtype=np.int64)
        for starts, ends in zip(self.starts, self.ends, strict=True):
            found[self.order] += ends - starts
        return found


def spread(starts: Ints, sizes: Ints) -> Ints:
    """The numbers from each start on, as many as its size."""
    ends = np.cumsum(sizes)
    total = int(ends[-1]) if len(ends) else 0
    found: Ints = np.arange(total) + np.repeat(starts - (ends - sizes), sizes)
    return found
