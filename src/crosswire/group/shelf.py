"""The shelf: articles that were grouped, to which more can be added at any time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import pairwise

import numpy as np

from crosswire.group.arrays import Array, Arrays, Column, Ints, Rows
from crosswire.group.copies import Copies
from crosswire.group.evidence import Evidence
from crosswire.group.fitting import fitted
from crosswire.group.index import SCALE, Index, buckets_of, keys_of
from crosswire.group.likeness import UNIT, Floats, Pairs, faded, hours, vectors
from crosswire.group.links import LEVELS, MOST, Links
from crosswire.group.profiles import Profile
from crosswire.group.stories import fullness, split
from crosswire.model import Membership

NONE = -1
FORMAT = 4  # of the packed arrays, and of what decides on stories: a shelf packed by other rules is made anew


class Shelf:
    """Articles and their stories; what is added in any order and in any batches ends in the same stories."""

    def __init__(self, arrays: Arrays | None = None, most: int = MOST) -> None:
        held = arrays or {}
        if held and int(held["format"][0]) != FORMAT:
            raise ValueError(f"these arrays are of another format than {FORMAT}")
        empty, ends = np.empty(0, np.uint32), np.empty(0, np.int64)
        self._ids = _strings(held["ids"], held["ids_ends"]) if held else []
        self._number = {id: n for n, id in enumerate(self._ids)}
        self._days = Column(held.get("days", np.empty(0)))
        self._hours = Column(hours(self._days.values))
        self._words = Column(held.get("words", ends))
        self._terms = Rows(held.get("terms", empty), held.get("terms_ends", ends))
        self._weights = Rows(held.get("weights", np.empty(0, np.int16)), held.get("terms_ends", ends))
        self._evidence = Evidence(held)
        self._pairs = Pairs(self._terms, self._weights, self._hours, self._evidence.factor)
        self._index = Index(held)
        self._linked = Column(held.get("linked", np.empty(0, np.bool_)))
        self._links = Links(held, most)
        self._copies = Copies([self._rank(n) for n in range(len(self._ids))], held)
        self._story = Column(held.get("story", ends))
        self._named = Column(held.get("named", ends))
        self._members: dict[int, list[int]] = _grouped(self._story.values)
        self._prints: dict[int, list[int]] = _grouped(
            np.where(self._copies.source != np.arange(len(self._ids)), self._copies.source, NONE)
        )

    @classmethod
    def empty(cls, *, most: int = MOST) -> Shelf:
        """A shelf without articles.

        Args:
            most: of at most so many linked articles all are compared with all; of more, those linked more strongly.
        """
        return cls(most=most)

    @classmethod
    def from_arrays(cls, arrays: Arrays) -> Shelf:
        """The shelf that `to_arrays` packed.

        Raises:
            KeyError: an array is missing.
            ValueError: they were packed by other rules.
        """
        return cls(arrays)

    def to_arrays(self) -> dict[str, Array]:
        """The shelf as arrays; the same articles added in the same batches give the same arrays."""
        terms, ends = self._terms.packed
        ids = [id.encode("utf-8", "surrogatepass") for id in self._ids]
        return {
            "format": np.array([FORMAT]),
            "ids": np.frombuffer(b"".join(ids), dtype=np.uint8),
            "ids_ends": np.cumsum([len(id) for id in ids], dtype=np.int64),
            "days": self._days.values,
            "words": self._words.values,
            "terms": terms,
            "terms_ends": ends,
            "weights": self._weights.packed[0],
            "linked": self._linked.values,
            "story": self._story.values,
            "named": self._named.values,
            **self._evidence.to_arrays(),
            **self._index.to_arrays(),
            **self._links.to_arrays(),
            **self._copies.to_arrays(),
        }

    def memberships(self) -> Iterator[Membership]:
        """The membership of every article, ordered by id."""
        for id in sorted(self._ids):
            yield self._membership(self._number[id])

    def add(self, profiles: Sequence[Profile]) -> tuple[Membership, ...]:
        """Place articles; articles whose id is on the shelf already are passed over.

        Returns:
            The memberships that are new, and those that are no longer what they were; ordered by id.
        """
        fresh = list({p.id: p for p in reversed(profiles) if p.id not in self._number}.values())
        if not fresh:
            return ()
        fresh.sort(key=lambda p: p.rank)
        self._hold(fresh)
        moved, old = self._copies.add(fresh)
        stories = self._regroup(moved, old)
        return self._told(stories, moved)

    def _hold(self, fresh: Sequence[Profile]) -> None:
        start, count = len(self._ids), len(fresh)
        self._ids += [p.id for p in fresh]
        self._number |= {p.id: start + n for n, p in enumerate(fresh)}
        self._days.extend(np.array([np.nan if p.when is None else p.when for p in fresh]))
        self._hours.extend(hours(self._days.values[start:]))
        self._words.extend(np.array([p.words for p in fresh]))
        terms, weights = vectors(fresh)
        self._terms.extend(terms)
        self._weights.extend(weights)
        self._evidence.extend(fresh)
        self._links.make_room(count)
        self._linked.extend(np.zeros(count, dtype=np.bool_))
        self._story.extend(np.full(count, NONE))
        self._named.extend(np.full(count, NONE))

    def _regroup(self, moved: Ints, old: Ints) -> set[int]:
        """Place the articles whose original changed, and all that this touches; returns the stories to look at."""
        was, now = old == moved, self._copies.source[moved] == moved
        dropped, taken = moved[was & ~now], moved[now & ~was]
        parents = self._reprint(moved, old)
        stories = {self._leave(n) for n in dropped.tolist()}
        others = self._link(taken[~self._linked.values[taken]])
        touched = np.concatenate([others, self._links.put_in(taken), self._links.take_out(dropped)])
        stories |= self._place(list(self._split(self._links.parts(touched))))
        return stories | {int(self._story.values[n]) for n in parents}

    def _reprint(self, moved: Ints, old: Ints) -> set[int]:
        """Note who reprints whom now; returns the originals that gained or lost a copy."""
        parents: set[int] = set()
        for n, was in zip(moved.tolist(), old.tolist(), strict=True):
            now = int(self._copies.source[n])
            if was not in (NONE, n):
                self._prints[was].remove(n)
                parents.add(was)
            if now != n:
                self._prints[now].append(n)
                parents.add(now)
        return parents

    def _leave(self, n: int) -> int:
        """Take an article out of its story; returns the story."""
        story = int(self._story.values[n])
        if story != NONE:
            self._members[story].remove(n)
            self._story.values[n] = NONE
        return story

    def _link(self, rows: Ints) -> Ints:
        """Link articles to those that they are alike in their weightiest terms; returns these."""
        if not len(rows):
            return rows
        self._linked.values[rows] = True
        published = self._hours.values
        keys, buckets = keys_of(self._terms, self._weights, rows), buckets_of(self._days.values[rows])
        self._index.add(rows, buckets, keys)
        ordered = np.sort(rows)
        none = np.empty(0, np.int64)
        pairs: list[tuple[Ints, Ints, Floats]] = [(none, none, np.empty(0))]
        for place, other, common, rare in self._index.ask(buckets, keys, float(LEVELS[0])):
            one = rows[place]
            likeness = faded(common, rare, published[one], published[other]) * (UNIT / SCALE) ** 2
            fresh = ordered[np.minimum(np.searchsorted(ordered, other), len(rows) - 1)] == other
            keep = (likeness >= LEVELS[0]) & (~fresh | (other < one))
            pairs.append((one[keep], other[keep], likeness[keep]))
        one, other, likeness = (np.concatenate(parts) for parts in zip(*pairs, strict=True))
        return self._links.connect(one, other, likeness)

    def _split(self, parts: Iterable[Ints]) -> Iterator[list[int]]:
        """The stories of parts."""
        several: list[Ints] = []
        for part in parts:
            if len(part) > 1:
                several.append(self._ordered(part))
            else:
                yield part.tolist()
        for rows, likeness in self._pairs.of_parts(several):
            full = fullness(self._words.values[rows])
            for places in fitted(split(likeness, full), likeness, full):
                yield np.sort(rows[places]).tolist()

    def _ordered(self, rows: Ints) -> Ints:
        """Articles in the order of their publication, then of their ids."""
        days = self._days.values[rows]
        order = np.argsort(days, kind="stable")
        if np.all(np.diff(days[order]) > 0):
            return rows[order]
        return np.array(sorted(rows.tolist(), key=self._first))

    def _place(self, groups: list[list[int]]) -> set[int]:
        """Make stories of groups; returns the stories that changed, and those that are gone."""
        new = [members for members in groups if self._members.get(members[0]) != members]
        stories = {members[0] for members in new} | {self._leave(n) for members in new for n in members}
        for members in new:
            self._members[members[0]] = members
            self._story.values[members] = members[0]
        return stories

    def _first(self, n: int) -> tuple[float, str]:
        day = self._days.values[n]
        return (float("inf") if np.isnan(day) else float(day), self._ids[n])

    def _rank(self, n: int) -> tuple[float, int, str]:
        return (self._first(n)[0], -int(self._words.values[n]), self._ids[n])

    def _told(self, stories: Iterable[int], moved: Ints) -> tuple[Membership, ...]:
        changed = set(moved.tolist())
        for story in stories:
            members = self._members.get(story, [])
            every = [m for n in members for m in (n, *self._prints[n])]
            if not every:
                self._members.pop(story, None)
                continue
            named = min(every, key=self._first)
            for n in every:
                if self._named.values[n] != named:
                    self._named.values[n] = named
                    changed.add(n)
        return tuple(sorted((self._membership(n) for n in changed), key=lambda m: m.id))

    def _membership(self, n: int) -> Membership:
        of = int(self._copies.source[n])
        return Membership(
            self._ids[n], story_id(self._ids[int(self._named.values[n])]), None if of == n else self._ids[of]
        )


def story_id(first: str) -> str:
    """The id of a story, from the id of its first member."""
    return "s-" + sha256(first.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _grouped(of: Array) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for n, key in enumerate(of.tolist()):
        if key != NONE:
            found[key].append(n)
    return found


def _strings(joined: Array, ends: Array) -> list[str]:
    whole, cuts = joined.tobytes(), [0, *ends.tolist()]
    return [whole[start:end].decode("utf-8", "surrogatepass") for start, end in pairwise(cuts)]
