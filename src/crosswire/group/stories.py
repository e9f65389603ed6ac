"""What likeness makes one story."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.cluster.hierarchy import linkage
from scipy.spatial.distance import squareform

from crosswire.group.arrays import Array
from crosswire.group.likeness import Floats

LEAST = 0.10
APART, PRIOR, PRIOR_PAIRS = 0.9, 0.12, 1.0
FULL = 600


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
    across = likeness * full[:, None] * full  # of the parts that stand in two places, all pairs together
    parts: list[_Part | None] = [_Part([at], share, 0.0, 0.0) for at, share in enumerate(full.tolist())]
    done: list[_Part] = []
    for first, second, height, _ in tree.tolist():
        one, other = parts[int(first)], parts[int(second)]
        if one and other and 1 - height >= max(LEAST, APART * min(one.usual, other.usual)):
            parts.append(one.join(other, float(across[one.place, other.place])))
            across[one.place] += across[other.place]
            across[:, one.place] += across[:, other.place]
            continue
        done += [part for part in (one, other) if part]
        parts.append(None)
    return [part.members for part in (*done, parts[-1]) if part]


@dataclass(frozen=True, slots=True)
class _Part:
    """Articles: how full they are together, how many full pairs they make, and how alike these are together."""

    members: list[int]
    full: float
    pairs: float
    alike: float

    @property
    def place(self) -> int:
        """The place of its first article, where what it has with other parts is summed up."""
        return self.members[0]

    @property
    def usual(self) -> float:
        """How alike two reports of the part are."""
        return (self.alike + PRIOR_PAIRS * PRIOR) / (self.pairs + PRIOR_PAIRS)

    def join(self, other: _Part, across: float) -> _Part:
        """Both, given how alike the reports of one are to those of the other, together."""
        return _Part(
            self.members + other.members,
            self.full + other.full,
            self.pairs + other.pairs + self.full * other.full,
            self.alike + other.alike + across,
        )
