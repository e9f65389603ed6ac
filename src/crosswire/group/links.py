"""Which articles are linked, and the parts that hang together: what has to be looked at again when links are added.

A part is what hangs together by links of a strength. One of more than `MOST` articles is too large for comparing
all with all, so it falls into the parts that hang together by stronger links, and so on. So the parts follow from the
links alone, whatever the order in which they came, and an article changes no part but those that it is linked to.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from crosswire.group.arrays import Array, Arrays, Column, Ints, spread
from crosswire.group.likeness import Floats

LEVELS = np.array(
    [0.06, 0.07, 0.08, 0.09, 0.10, 0.115, 0.13, 0.15, 0.17, 0.20, 0.23, 0.27, 0.31, 0.36, 0.43, 0.51, 0.60, 0.70, 0.80]
)
TOP = len(LEVELS) - 1
MOST = 800
NONE = -1


class Links:
    """Links between articles, each as strong as a level, and at which level each article has its part."""

    def __init__(self, arrays: Arrays | None = None, most: int = MOST) -> None:
        held = arrays or {}
        self._most = int(held.get("link_most", np.array([most]))[0])
        self._last = Column(held.get("link_last", np.empty(0, np.int32)))
        self._to = Column(held.get("link_to", np.empty(0, np.uint32)))
        self._strength = Column(held.get("link_strength", np.empty(0, np.int8)))
        # the links of an article that came together stand together, and name those that came before
        self._start = Column(held.get("link_start", np.empty(0, np.int64)))
        self._size = Column(held.get("link_size", np.empty(0, np.int32)))
        self._before = Column(held.get("link_before", np.empty(0, np.int32)))
        self._level = Column(held.get("link_level", np.empty(0, np.int8)))
        self._in = Column(held.get("link_in", np.empty(0, np.bool_)))

    def to_arrays(self) -> dict[str, Array]:
        """What the constructor takes."""
        return {
            "link_most": np.array([self._most]),
            "link_last": self._last.values,
            "link_to": self._to.values,
            "link_strength": self._strength.values,
            "link_start": self._start.values,
            "link_size": self._size.values,
            "link_before": self._before.values,
            "link_level": self._level.values,
            "link_in": self._in.values,
        }

    def make_room(self, count: int) -> None:
        """Add articles, without links and not yet taking part."""
        self._last.extend(np.full(count, NONE))
        self._level.extend(np.zeros(count, dtype=np.int8))
        self._in.extend(np.zeros(count, dtype=np.bool_))

    def connect(self, one: Ints, other: Ints, likeness: Floats) -> Ints:
        """Link new articles with others if they are alike enough; no pair may come twice.

        A link that is weaker than the level of the other article is not kept: it says that both belong to a part
        that is too large, and that is noted. Returns the others, whose parts have to be looked at.
        """
        strength = np.searchsorted(LEVELS, likeness, side="right") - 1
        keep = strength >= self._level.values[other]
        passed = (strength >= 0) & ~keep
        floor = np.zeros(len(self._level.values), dtype=np.int8)
        np.maximum.at(floor, one[passed], (strength[passed] + 1).astype(np.int8))
        for a, b in ((one[keep], other[keep]), (other[keep], one[keep])):
            order = np.argsort(a, kind="stable")
            of, start, size = np.unique(a[order], return_index=True, return_counts=True)
            self._start.extend(start + len(self._to.values))
            self._size.extend(size)
            self._before.extend(self._last.values[of])
            self._last.values[of] = np.arange(len(of)) + len(self._start.values) - len(of)
            self._to.extend(b[order])
            self._strength.extend(strength[keep][order])
        np.maximum(self._level.values, floor, out=self._level.values)
        return np.unique(other[keep])

    def neighbours(self, rows: Ints, level: int) -> tuple[Ints, Ints]:
        """The links from some articles to those that take part, of a level at least: places in `rows`, and articles."""
        places, found = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
        place, run = np.arange(len(rows)), self._last.values[rows]
        while len(run):
            place, run = place[run != NONE], run[run != NONE]
            sizes = self._size.values[run]
            link = spread(self._start.values[run], sizes)
            to = self._to.values[link].astype(np.int64)
            keep = (self._strength.values[link] >= level) & self._in.values[to]
            places.append(np.repeat(place, sizes)[keep])
            found.append(to[keep])
            run = self._before.values[run]
        return np.concatenate(places), np.concatenate(found)

    def put_in(self, rows: Ints) -> Ints:
        """Let articles take part; returns those whose parts have to be looked at."""
        self._in.values[rows] = True
        return rows

    def take_out(self, rows: Ints) -> Ints:
        """Let articles take part no longer; returns those whose parts have to be looked at."""
        self._in.values[rows] = False
        touched = [self.neighbours(np.array([row]), int(self._level.values[row]))[1] for row in rows]
        return np.unique(np.concatenate([np.empty(0, np.int64), *touched]))

    def parts(self, rows: Ints) -> Iterator[Ints]:
        """The parts that some articles belong to, each sorted; every article that these hold stands in one of them."""
        rows = np.unique(rows[self._in.values[rows]])
        start = self._level.values[rows]
        rest = np.empty(0, np.int64)
        place = np.empty(len(self._level.values), np.int32)  # of those looked at only
        for level in range(TOP + 1):
            seeds = np.union1d(rest, rows[start == level])
            if not len(seeds):
                continue
            members, one, other, large = self._closure(seeds, level)
            place[members] = np.arange(len(members))
            shape = (len(members), len(members))
            graph = csr_array((np.ones(len(one), np.int8), (place[one], place[other])), shape=shape)
            count, label = connected_components(graph, directed=False)
            size = np.bincount(label, minlength=count)
            over = size > self._most
            over[label[place[large]]] = True
            higher = (over & (level < TOP))[label]
            settled = members[~higher]
            self._level.values[settled] = level
            order = np.argsort(label[~higher], kind="stable")
            cuts = np.flatnonzero(np.diff(label[~higher][order])) + 1
            if len(settled):
                yield from np.split(settled[order], cuts)
            rest = members[higher]
            self._level.values[rest] = level + 1

    def _closure(self, rows: Ints, level: int) -> tuple[Ints, Ints, Ints, Ints]:
        """All that hangs together with some articles at a level, and the links.

        What is known to be in a larger part at this level is named (last) and not followed.
        """
        seen = np.zeros(len(self._level.values), dtype=np.bool_)
        seen[rows] = True
        members, edge = [rows], rows
        ones, others, large = [np.empty(0, np.int64)], [np.empty(0, np.int64)], [np.empty(0, np.int64)]
        while len(edge):
            place, near = self.neighbours(edge, level)
            known = self._level.values[near] > level
            large.append(edge[place[known]])
            one, other = edge[place[~known]], near[~known]
            once = one < other  # each link is found from both sides
            ones.append(one[once])
            others.append(other[once])
            edge = np.unique(other[~seen[other]])
            seen[edge] = True
            members.append(edge)
        every = np.sort(np.concatenate(members))
        return every, np.concatenate(ones), np.concatenate(others), np.unique(np.concatenate(large))
