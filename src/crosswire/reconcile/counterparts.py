"""Counterparts: the numbers and the days of different reports that tell of one and the same thing.

Each is held against its best counterpart in the other report only, and only where it is that one's best counterpart
too: else the two speak of two quantities, or one of the reports gives the other's number as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from crosswire.model import Article, Span
from crosswire.reconcile.likeness import Contrast, contrast, given_values, knows, likeness, weights
from crosswire.reconcile.places import Place, places
from crosswire.reconcile.slots import compatible, sentences

BUCKET = 64  # slots of one noun that are compared with one another; more are represented by some of each value
EQUAL = 0.2  # how much values that can be one speak for one quantity, when counterparts are chosen
APART = 1.0  # and how much a contrast speaks against it
DOUBTED = 1.0  # the likeness up to which two numbers are of two quantities where one report gives both


@dataclass(frozen=True, slots=True)
class Pair:
    """Two slots of two reports that are of one quantity, as far as their words tell, and how surely.

    ``contrast`` says in what they differ nevertheless: they tell of other years, places, fates, or of a part.
    """

    first: Place
    second: Place
    score: float
    contrast: Contrast | None = None

    @property
    def equal(self) -> bool:
        """Whether the two can be one and the same value."""
        return compatible(self.first.slot, self.second.slot)


def counterparts(articles: Sequence[Article], least: float = 0.0) -> tuple[Pair, ...]:
    """The slots of the reports that are each other's best counterparts.

    Args:
        articles: annotated reports, ordered by id.
        least: the likeness from which on two slots are taken for one quantity.

    Returns:
        The pairs, in the order of the reports and their texts.
    """
    read = [sentences(article) for article in articles]
    weight = weights(read)
    found = [place for members in read for place in places(members)]
    values = given_values(found)
    best: dict[tuple[tuple[str, Span], str], float] = defaultdict(lambda: least)
    scored: list[tuple[float, Pair]] = []
    for a, b in _candidates(found):
        score = likeness(a, b, weight, values)
        doubted = score < DOUBTED and a.slot.value != b.slot.value and (knows(a, b, values) or knows(b, a, values))
        if score >= least and not doubted:
            other = contrast(a, b)
            rank = score + EQUAL * compatible(a.slot, b.slot) - APART * (other is not None)
            scored.append((rank, Pair(a, b, score, other)))
            for one, theirs in ((a, b.article.id), (b, a.article.id)):
                best[one.key, theirs] = max(rank, best[one.key, theirs])
    agreed = {(p.key, q.article.id) for _, pair in scored if pair.equal for p, q in _both_ways(pair)}
    return tuple(
        pair
        for rank, pair in scored
        if rank >= best[pair.first.key, pair.second.article.id]
        and rank >= best[pair.second.key, pair.first.article.id]
        and (pair.equal or not all((p.key, q.article.id) in agreed for p, q in _both_ways(pair)))
    )


def _both_ways(pair: Pair) -> tuple[tuple[Place, Place], tuple[Place, Place]]:
    return (pair.first, pair.second), (pair.second, pair.first)


def _candidates(places: Sequence[Place]) -> Iterator[tuple[Place, Place]]:
    """Pairs of two reports' slots of one kind that may count the same thing, each once."""
    buckets: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for place in places:
        for stem in dict.fromkeys(place.slot.of or ("",)):
            buckets[place.slot.kind, stem].append(place)
    seen: set[tuple[int, int]] = set()
    for _, members in sorted(buckets.items()):
        for a, b in combinations(_some(members), 2):
            if a.article.id != b.article.id and (id(a), id(b)) not in seen:
                seen.add((id(a), id(b)))
                yield a, b


def _some(members: Sequence[Place]) -> Sequence[Place]:
    """All of a few; of many, some of each value, the first ones."""
    if len(members) <= BUCKET:
        return members
    by_value: dict[float, list[int]] = defaultdict(list)
    for n, place in enumerate(members):
        by_value[place.slot.value].append(n)
    ordered = sorted(by_value.values(), key=len, reverse=True)
    turns = [n for turn in range(BUCKET) for places in ordered for n in places[turn : turn + 1]]
    return [members[n] for n in sorted(turns[:BUCKET])]
