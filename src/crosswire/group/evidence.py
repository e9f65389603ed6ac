"""What else tells whether two reports are of one happening: what they mean, and of which days they speak.

It raises or lowers the likeness of two reports by a factor. Where one of them was not read for its meaning, or no day is
known, the factor is as it is for most pairs. All sums are of whole numbers, so that they are the same in any order.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from crosswire.group.arrays import Array, Arrays, Column, Ints, Rows
from crosswire.group.likeness import Floats
from crosswire.group.profiles import DIMENSIONS, Profile, unpack

MEANING, USUAL_MEANING = 1.5, 0.70
DAYS, USUAL_DAYS = 0.5, 0.6
_SAME, _NEXT = 20, 7  # a day, and the days beside it
_AROUND = np.array([20, 8, 1, 0, 0, 1, 8], dtype=np.int64)  # days of the week, by how far they are apart
_WEEK = np.stack([np.roll(_AROUND, n) for n in range(7)])


class Evidence:
    """What is known of articles beside their terms, a row for each."""

    def __init__(self, arrays: Arrays | None = None) -> None:
        held = arrays or {}
        self._meanings = Column(held.get("meanings", np.empty((0, DIMENSIONS), np.int8)))
        self._days = Rows(held.get("spoken", np.empty(0, np.uint32)), held.get("spoken_ends", np.empty(0, np.int64)))
        self._weekdays = Column(held.get("weekdays", np.empty((0, 7), np.uint8)))

    def to_arrays(self) -> dict[str, Array]:
        """What the constructor takes."""
        days, ends = self._days.packed
        return {
            "meanings": self._meanings.values,
            "spoken": days,
            "spoken_ends": ends,
            "weekdays": self._weekdays.values,
        }

    def extend(self, profiles: Sequence[Profile]) -> None:
        """Add articles."""
        self._meanings.extend(_vectors([p.meaning for p in profiles]))
        self._days.extend([unpack(p.days) for p in profiles])
        weekdays = np.frombuffer(b"".join(p.weekdays for p in profiles), np.uint8)
        self._weekdays.extend(weekdays.reshape(len(profiles), 7))

    def factor(self, ones: Ints, others: Ints) -> Floats:
        """By how much the likeness of each of some articles to each of others is raised or lowered."""
        # sums of products of bytes are below 2 ** 24, so they are whole numbers in 32 bits too
        mine, theirs = (self._meanings.values[rows].astype(np.float32) for rows in (ones, others))
        told = MEANING * (_cosine(mine, theirs, USUAL_MEANING) - USUAL_MEANING)
        told += DAYS * (self._same_days(ones, others) - USUAL_DAYS)
        found: Floats = np.exp(told)
        return found

    def _same_days(self, ones: Ints, others: Ints) -> Floats:
        """How much articles speak of the same days; of the same days of the week, if one of them has no date."""
        mine, counts = self._days.take(ones)
        theirs, other_counts = self._days.take(others)
        known = np.unique(np.concatenate([mine, theirs]) >> 8).astype(np.int64)
        known = np.unique(np.concatenate([known - 1, known, known + 1]))
        found = _cosine(_spread(mine, counts, known), _spread(theirs, other_counts, known), np.nan)
        week, other_week = (self._weekdays.values[rows].astype(np.float64) for rows in (ones, others))
        total = week.sum(axis=1)[:, None] * other_week.sum(axis=1)
        with np.errstate(invalid="ignore"):
            named = week @ _WEEK @ other_week.T / total / _AROUND[0]
        found = np.where(np.isnan(found), named, found)
        return np.where(np.isnan(found), USUAL_DAYS, found)


def _vectors(packed: Sequence[bytes]) -> Array:
    """Directions, a row each; zeros where there is none."""
    empty = bytes(DIMENSIONS)
    return np.frombuffer(b"".join(one or empty for one in packed), np.int8).reshape(len(packed), DIMENSIONS)


def _cosine(ones: Array, others: Array, unknown: float) -> Floats:
    lengths = [np.sqrt((rows.astype(np.float64) ** 2).sum(axis=1)) for rows in (ones, others)]
    length = lengths[0][:, None] * lengths[1]
    none = length == 0
    length[none] = 1.0
    found: Floats = (ones @ others.T) / length
    found[none] = unknown
    return found


def _spread(days: Array, counts: Ints, known: Ints) -> Floats:
    """Rows of days as weights of the days that are known; the days beside a day have part of its weight."""
    found = np.zeros((len(counts), len(known)))
    row, weight = np.repeat(np.arange(len(counts)), counts), (days & 255).astype(np.float64)
    for apart, share in ((-1, _NEXT), (0, _SAME), (1, _NEXT)):
        place = np.searchsorted(known, (days >> 8).astype(np.int64) + apart)
        np.add.at(found, (row, place), share * weight)
    return found
