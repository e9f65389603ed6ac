"""Counterparts: the numbers and the days of different reports that tell of one and the same thing.

Each is held against its best counterpart in the other report only, and only where it is that one's best counterpart
too: else the two speak of two quantities, or one of the reports gives the other's number as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import combinations, permutations

from crosswire.model import Article, Span
from crosswire.reconcile.addresses import one_street
from crosswire.reconcile.days import day_of
from crosswire.reconcile.likeness import (
    VAGUE,
    Contrast,
    Values,
    contrast,
    given,
    given_values,
    knows,
    likeness,
    one_sentence,
    together,
    weights,
)
from crosswire.reconcile.places import SMALL, Place, definite, places
from crosswire.reconcile.ranges import compatible
from crosswire.reconcile.slots import DAYS, EXACT, sentences
from crosswire.reconcile.words import STOP

BUCKET = 64  # slots of one noun that are compared with one another; more are represented by some of each value
EQUAL = 0.2  # how much values that can be one speak for one quantity, when counterparts are chosen
APART = 1.0  # and how much a contrast speaks against it
NAMED, ODD = 3.0, 1.5  # the likeness from which on one name has two numbers, and where one of them is given but once
LONELY = 1.0  # the likeness from which on a number that no report gives again is held against one that has a better
AGED = 4  # words and hyphens of "-year-old"
DOUBTED = 0.5  # the likeness up to which two numbers are of two quantities where one report gives both
BACK_TO = -0.5  # the same where the report points back with the one: "hired five divers … the eight divers"
PLAIN = 0.3  # how much less alike the words may be where the same words name what is counted
FAR, SLIP = 2.2, 2.4  # numbers farther apart than this factor are of one quantity only where they are as like as that
TWICE = 0.6  # share of the words around two addresses of a report that must be the same
ENOUGH = 8  # words around two numbers in what may be one sentence
FEW = 5  # numbers not farther apart than this are near


Key = tuple[str, Span]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two slots of two reports that are of one quantity, as far as their words tell, and how surely.

    ``contrast`` says in what they differ nevertheless: they tell of other years, places, fates, or of a part. Where the
    report of one gives the other's number too, and so contradicts itself, ``within`` is where it does.
    """

    first: Place
    second: Place
    score: float
    contrast: Contrast | None = None
    within: Place | None = None

    @property
    def equal(self) -> bool:
        """Whether the two can be one and the same value."""
        return compatible(self.first.slot, self.second.slot)

    def views(self) -> tuple[tuple[Key, str], tuple[Key, str]]:
        """Each slot, and the report in which the other is its counterpart."""
        return (self.first.key, self.second.article.id), (self.second.key, self.first.article.id)


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
    once, odd = _given_once(found), _odd_ones_out(found)
    scored: list[tuple[float, Pair]] = []
    for a, b in _candidates(found):
        score = likeness(a, b, weight, values)
        if a.slot.kind == "designation":
            one = a.slot.value == b.slot.value or _misnamed(a, b, score, odd, values)
        else:
            same = BACK_TO <= score < DOUBTED and _same_noun(a, b)
            back = same and (_points_back(a, b, once, values) or _differs(a, b, odd))
            likely = score >= least - (PLAIN if same and a.slot.counted not in VAGUE else 0)
            one = back or (likely and not _two_quantities(a, b, score, values))
        if one:
            other = contrast(a, b)
            rank = score + EQUAL * compatible(a.slot, b.slot) - APART * (other is not None)
            scored.append((rank, Pair(a, b, score, other)))
    return tuple(_chosen(scored, once))


def _two_quantities(a: Place, b: Place, score: float, values: Values) -> bool:
    """Whether two numbers are of two quantities.

    They are where one report gives both, in one sentence or in words less like, where they are far apart, and where one
    share is what the other leaves.
    """
    if a.slot.value == b.slot.value:
        return False
    known = score < DOUBTED and (knows(a, b, values) or knows(b, a, values))
    rest = a.slot.kind == "percent" and round(a.slot.value + b.slot.value) == 100
    return together(a, b) or known or rest or (score < SLIP and _far(a, b))


def _far(a: Place, b: Place) -> bool:
    """Whether two numbers are so far apart that reports of one thing hardly give both; a power of ten may be a slip."""
    (low, upper), (high, _) = sorted((p.slot.value, p.slot.high or p.slot.value) for p in (a, b))
    return a.slot.kind not in EXACT and high - upper > FEW and high > FAR * upper and not _slip(low, high)


def _slip(low: float, high: float) -> bool:
    """Whether two numbers have the same digits: 1,250 and 12,500, $3 million and $3 billion."""
    (digits, _, _), (same, _, _) = f"{low:e}".partition("e"), f"{high:e}".partition("e")
    return low > 0 and digits == same and (digits.count("0") < 6 or high >= 1000 * low)


def _given_once(places: Sequence[Place]) -> frozenset[Key]:
    """The numbers that the story gives once for what they count."""
    told: dict[tuple[str, str, float], list[Key]] = defaultdict(list)
    for place in places:
        told[place.slot.kind, place.slot.counted, place.slot.value].append(place.key)
    return frozenset(keys[0] for keys in told.values() if len(keys) == 1)


def _odd_ones_out(places: Sequence[Place]) -> frozenset[Key]:
    """The numbers that alone differ from what the story gives elsewhere, in several reports, for what they count."""
    told: dict[tuple[str, str], dict[float, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for place in places:
        if place.slot.kind in {"count", "designation"} and place.slot.counted and place.slot.counted not in VAGUE:
            told[place.slot.kind, place.slot.counted][place.slot.value].append(place)
    return frozenset(
        few[0].key
        for values in told.values()
        if len(values) == 2
        for few, many in permutations(values.values())
        if len(few) == 1 and len({place.article.id for place in many}) > 1 and max(values) > SMALL
    )


def _same_noun(a: Place, b: Place) -> bool:
    """Whether two numbers, not far apart nor of one sentence, count the same by the words for it, and no others of it."""
    same = a.slot.of[: a.slot.head + 1] == b.slot.of[: b.slot.head + 1] != ()
    return same and not (a.added or b.added or _far(a, b) or together(a, b))


def _differs(a: Place, b: Place, odd: AbstractSet[Key]) -> bool:
    return a.slot.value != b.slot.value and (a.key in odd or b.key in odd)


def _misnamed(a: Place, b: Place, score: float, odd: AbstractSet[Key], values: Values) -> bool:
    """Whether one name stands with two numbers: in sentences much alike, or but once with this one, before the same word.

    "Flight 302" and "Flight 17" are two flights, and a report that gives both knows of both.
    """
    if score >= NAMED and not (knows(a, b, values) or knows(b, a, values)):
        return True
    follows = a.after[:1] == b.after[:1] != () and a.after[0].isalpha() and a.after[0] not in STOP
    return score >= ODD and follows and _differs(a, b, odd)


def _points_back(a: Place, b: Place, once: AbstractSet[Key], values: Values) -> bool:
    """Whether one number points back to what its report gives in another number, that of the other report.

    "Hired five divers … The eight divers who were hired": nothing else in the story is eight divers, and eight is no sum of
    what the report counts of divers.
    """
    return any(
        definite(one) and one.key in once and knows(one, other, values) and not _sum(one, values)
        for one, other in ((a, b), (b, a))
    )


def _sum(place: Place, values: Values) -> bool:
    """Whether a number is what two others of its report come to, or what one of them leaves of another."""
    value = place.slot.value
    others = given(place, values) - {value}
    return any(x + value in others or (value - x in others and value != 2 * x) for x in others)


def _chosen(scored: Sequence[tuple[float, Pair]], once: AbstractSet[Key]) -> Iterator[Pair]:
    """The pairs that are each other's best.

    With them those in which a number that no report gives again is much like one that has a better counterpart. Where
    each of the two reports gives the other's number as well, they know of two quantities.
    """
    best: dict[tuple[Key, str], float] = {}
    agreed: dict[tuple[Key, str], Place] = {}
    for rank, pair in scored:
        for (one, report), other in zip(pair.views(), (pair.second, pair.first), strict=True):
            best[one, report] = max(rank, best.get((one, report), rank))
            if pair.equal:
                agreed.setdefault((one, report), other)
    again = {one for one, _ in agreed}
    for rank, pair in scored:
        views = pair.views()
        chosen = [one for one, report in views if rank >= best[one, report]]
        lonely = [one for one in chosen if one not in again and (pair.score >= LONELY or one in once)]
        both = [agreed[view] for view in views if view in agreed]
        if pair.equal or not both or (pair.first.slot.kind in DAYS and len(both) == 1):
            if len(chosen) == 2 or (lonely and pair.score >= LONELY):
                yield pair
        elif lonely and len(both) == 1 and max(_values(pair)) > SMALL and _contradicts_itself(pair, both[0]):
            yield replace(pair, within=both[0])


def _contradicts_itself(pair: Pair, within: Place) -> bool:
    """Whether two numbers count the same.

    In one sentence they do. Else two houses of one street are one only where a report says it twice alike, and people are
    counted of every kind.
    """
    if one_sentence(pair.first, pair.second) and len(pair.first.wide) >= ENOUGH:
        return True
    own = pair.first if pair.first.article.id == within.article.id else pair.second
    twice = len(own.wide & within.wide) >= TWICE * len(own.wide | within.wide)
    enough = twice if own.slot.kind == "address" else own.slot.counted != "people"
    return enough and _same_noun(pair.first, pair.second)


def _values(pair: Pair) -> tuple[float, float]:
    return pair.first.slot.value, pair.second.slot.value


def _candidates(places: Sequence[Place]) -> Iterator[tuple[Place, Place]]:
    """Pairs of two reports' slots of one kind that may count the same thing and share a word, each once."""
    buckets: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for place in places:
        spelled = place.slot.kind == "address"  # streets are spelled in several ways
        for stem in ("",) if spelled else dict.fromkeys(place.slot.of or ("",)):
            buckets[place.slot.kind, stem].append(place)
    seen: set[tuple[int, int]] = set()
    for _, members in sorted(buckets.items()):
        for a, b in combinations(_some(members), 2):
            strange = a.slot.kind != "address" and a.wide.isdisjoint(b.wide)
            apart = a.article.id == b.article.id or strange
            if not apart and (id(a), id(b)) not in seen and not _of_others(a, b):
                seen.add((id(a), id(b)))
                yield a, b


def _of_others(a: Place, b: Place) -> bool:
    """Whether two slots are of one kind and yet not to be compared.

    Ages, and numbers without a noun, are of whom they stand beside; houses are of one street; "today" is another day in each
    report.
    """
    if a.slot.kind in DAYS:
        return _own_day(a) and _own_day(b)
    if a.slot.kind == "address":
        return not one_street(a.slot.of, b.slot.of)
    ages = "old" in (*a.after[:AGED], *b.after[:AGED])
    personal = a.slot.kind == "count" and (ages or not (a.slot.of and b.slot.of))
    return personal and a.bearer.isdisjoint(b.bearer)


def _own_day(place: Place) -> bool:
    """Whether a day is that of its report."""
    published = day_of(place.article.published.value) if place.article.published else None
    return published is not None and place.slot.value == 100 * published.month + published.day


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
