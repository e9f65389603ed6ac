"""Matched: the slots of the reports that are of one quantity, or of one event's day, together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crosswire.model import Span
from crosswire.reconcile.counterparts import Pair
from crosswire.reconcile.places import Place
from crosswire.reconcile.ranges import compatible

Key = tuple[str, Span]


@dataclass(frozen=True, slots=True)
class Match:
    """Places of one quantity, ordered by article and text, and how surely they are.

    ``differ`` is the best likeness of two that differ, ``agree`` that of two that agree; None where none do.
    """

    places: tuple[Place, ...]
    differ: float | None
    agree: float | None


def matches(pairs: Sequence[Pair]) -> tuple[Match, ...]:
    """The groups of counterparts, the surest joined first; no group holds two values of one report.

    Where a report contradicts itself, its two numbers are not joined.
    """
    groups: dict[Key, list[Place]] = {}
    kept: list[Pair] = []
    for pair in sorted((pair for pair in pairs if not pair.within), key=_surest):
        first = groups.setdefault(pair.first.key, [pair.first])
        second = groups.setdefault(pair.second.key, [pair.second])
        if first is not second:
            if _two_values(first, second):
                continue
            small, large = sorted((first, second), key=len)
            large += small
            groups |= dict.fromkeys((place.key for place in small), large)
        kept.append(pair)
    return tuple(_made(groups, kept))


def _surest(pair: Pair) -> tuple[float, Key, Key]:
    return -pair.score, pair.first.key, pair.second.key


def _two_values(first: Sequence[Place], second: Sequence[Place]) -> bool:
    """Whether together they would hold two numbers of one report that cannot be the same."""
    own = {place.article.id: place.slot for place in first}
    return any(place.article.id in own and not compatible(own[place.article.id], place.slot) for place in second)


def _made(groups: dict[Key, list[Place]], kept: Sequence[Pair]) -> Iterator[Match]:
    scores: dict[int, tuple[list[float], list[float]]] = {}
    for pair in kept:
        differ, agree = scores.setdefault(id(groups[pair.first.key]), ([], []))
        (agree if pair.equal else differ).append(pair.score)
    members = {id(group): group for group in groups.values() if len(group) > 1}
    for group in sorted(members.values(), key=lambda g: min(place.key for place in g)):
        differ, agree = scores[id(group)]
        yield Match(tuple(sorted(group, key=lambda p: p.key)), max(differ, default=None), max(agree, default=None))
