"""Likeness: how much speaks for it that two numbers, or two days, of two reports are of one and the same thing.

How much each kind of likeness counts was fitted once, by logistic regression, on pairs of numbers of one noun in
reports of one happening: those of equal value against those of unequal value. The weights here are rounded from that
(docs/decisions/reconciling.md). A word counts less, the more sentences of a report have it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import takewhile
from math import fsum, log, sqrt
from typing import Literal

from crosswire.reconcile.places import Place, coarse, definite
from crosswire.reconcile.slots import DAYS, Sentence, Slot
from crosswire.reconcile.words import stem, words

Contrast = Literal["currency", "year", "part", "margin", "role", "place"]
Values = Mapping[tuple[str, str, str], frozenset[float]]

CHOICE, CHOICE_OF_DAYS = 0.8, 0.4  # how much it speaks against one quantity that there are many to choose from
FATE = 0.5  # how much it speaks for one quantity that one thing happened to the counted people
MARGIN = 1.0  # that both are what one has more than another
STREET = 2.0  # and that both number the houses of one street
ONE = 0.8  # share of the words around two slots that must be the same for one sentence
VAGUE = frozenset(map(stem, "years months weeks days hours minutes seconds times things ways".split()))
VAGUE |= {"minute", "time"}  # counted of anything
UNITS = VAGUE | frozenset("mil foot feet inch kilomet met point decad".split())


def likeness(a: Place, b: Place, weight: Mapping[str, float], values: Values) -> float:
    """How much speaks for it that two slots are of one quantity or of one event's day; 0 is as likely as not."""
    own = {a.slot.counted, b.slot.counted}
    # fsum: the same sum whatever the order of a set, and in every version of Python
    wide = fsum(weight[w] for w in a.wide & b.wide if w not in own)
    near = fsum(weight[w] for w in a.near & b.near if w not in own)
    follow, lead = _run(a.after, b.after), _run(a.before, b.before)
    others = len(a.others & b.others)
    apart = bool(a.others - b.others and b.others - a.others)
    if a.slot.kind in DAYS:
        bound = follow > 0 and a.after[0] in weight  # "the July 25 call"
        alike = 0.6 * wide + 1.0 * near + 0.1 * follow + 0.3 * lead + 0.8 * bound
        return alike + 1.8 * others - 2.0 * apart - 2.5 - _choice(a, b, values)
    names = fsum(weight[w] for w in a.names & b.names if w not in own)
    strangers = bool(a.names and b.names and a.names.isdisjoint(b.names))
    alike = 0.5 * wide + 0.15 * near + 0.15 * follow + 0.65 * lead + 0.1 * names
    away = any(b.beside.get(noun, value) != value for noun, value in a.beside.items())  # and of another noun
    against = 0.3 * apart + 1.0 * away + 0.4 * strangers + 0.5 * (a.added != b.added) + 0.6 * _other_time(a, b)
    beside = any(noun and b.beside.get(noun) == value for noun, value in a.beside.items())
    alike += FATE * bool(_fate(a) and _fate(a) == _fate(b))
    alike += 1.0 * beside + 0.5 * (definite(a) or definite(b))
    unnamed = 1.2 * (a.slot.kind in {"money", "percent"})  # of whatever
    alike += MARGIN * (a.margin and b.margin)
    alike += STREET * (a.slot.kind == "address")
    return alike + _noun(a.slot, b.slot) + 0.5 * others - against - unnamed - 1.5 - _choice(a, b, values)


def contrast(a: Place, b: Place) -> Contrast | None:
    """In what two quantities differ that are told of in like words; None where in nothing that their words show."""
    if a.slot.kind == "money" and a.before[:1] != b.before[:1]:  # "$", "£"
        return "currency"
    if a.years and b.years and a.years.isdisjoint(b.years):
        return "year"
    if a.share != b.share and "part" in {a.share, b.share}:
        return "part"
    if a.margin != b.margin:
        return "margin"
    if _fate(a) and _fate(b) and _fate(a) != _fate(b):
        return "role"
    return "place" if _other_place(a, b) else None


def _other_place(a: Place, b: Place) -> bool:
    """Whether each number has a place right beside it that the words of the other do not name."""
    here, there = _beside(a), _beside(b)
    return bool(here and there and here.isdisjoint(b.wide) and there.isdisjoint(a.wide))


def _beside(place: Place) -> frozenset[str]:
    named = place.figure.place if place.figure else None
    if not named:
        return frozenset()
    said = {stem(w) for w in (*place.before, *takewhile(_goes_on, place.after))}
    return place.near & said.intersection(stem(w) for w, _, _ in words(named))


def _goes_on(word: str) -> bool:
    """Whether what is said of a number goes on with a word: behind a comma or "but", any place may stand."""
    return word.isalnum() and word not in {"but", "and", "including"}


def weights(read: Sequence[Sequence[Sentence]]) -> Mapping[str, float]:
    """What each stem counts: the less, the more sentences of a report have it."""
    total: Counter[str] = Counter()
    reports: Counter[str] = Counter()
    for members in read:
        used = Counter(stem for sentence in members for stem in set(sentence.stems))
        total += used
        reports.update(used.keys())
    return {stem: 1 / sqrt(total[stem] / n) for stem, n in reports.items()}


def given_values(places: Sequence[Place]) -> Values:
    """The values that each report gives for each kind and noun, and of people for what happened to them."""
    found: dict[tuple[str, str, str], set[float]] = defaultdict(set)
    for place in places:
        found[_noun_of(place)].add(place.slot.value)
        if fate := _fate(place):
            found[place.article.id, fate, place.slot.counted].add(place.slot.value)
    return {key: frozenset(values) for key, values in found.items()}


def _noun_of(place: Place) -> tuple[str, str, str]:
    return place.article.id, place.slot.kind, place.slot.counted


def _fate(place: Place) -> str | None:
    """What happened to the people that a number counts."""
    return place.figure.role if place.figure else None


def _choice(a: Place, b: Place, values: Values) -> float:
    """What speaks against one quantity because the reports give many numbers of the noun: people, years, miles.

    Of people to whom one thing happened, only those count to whom it did; but reports tell of the dead of many happenings.
    """
    fate = _fate(a)
    if fate and fate != "killed" and fate == _fate(b):
        every = values[a.article.id, fate, a.slot.counted] | values[b.article.id, fate, b.slot.counted]
    else:
        every = given(a, values) | given(b, values)
    others = every - {a.slot.value, b.slot.value}
    return (CHOICE_OF_DAYS if a.slot.kind in DAYS else CHOICE) * log(len(others) + 1)


def given(place: Place, values: Values) -> frozenset[float]:
    """The values that a place's report gives for what is counted there."""
    return values[_noun_of(place)]


def knows(place: Place, other: Place, values: Values) -> bool:
    """Whether a place's report gives the other's number of the noun as well: it may know of two quantities."""
    return bool(place.slot.of) and other.slot.value in given(place, values)


def one_sentence(a: Place, b: Place) -> bool:
    """Whether two slots stand in one sentence, but for a few words."""
    return len(a.wide & b.wide) >= ONE * len(a.wide | b.wide)


def together(a: Place, b: Place) -> bool:
    """Whether one sentence gives the two numbers, of one noun."""
    return _gives(a, b.slot) or _gives(b, a.slot)


def _gives(place: Place, slot: Slot) -> bool:
    noun = place.slot.counted
    return place.beside.get(noun) == coarse(slot) if noun else coarse(slot) in place.others


def _other_time(a: Place, b: Place) -> bool:
    """Whether the reports give the two numbers for different times."""
    return bool(a.figure and b.figure and a.figure.time and b.figure.time and a.figure.time != b.figure.time)


def _noun(a: Slot, b: Slot) -> float:
    """How much speaks for it that two numbers count the same."""
    if not a.of or not b.of:
        return 0.0
    if a.counted != b.counted and a.kind != "address":
        return -0.1 if a.counted in b.of or b.counted in a.of else -1.25  # "respirators", "respirator masks"
    mine, theirs = a.of[: a.head], b.of[: b.head]
    same = 0.6 * bool(mine and mine == theirs) - 0.6 * bool(mine and theirs and set(mine).isdisjoint(theirs))
    unit = 0.6 * (a.counted in UNITS) + 0.6 * (a.counted in VAGUE)
    unit += 0.6 * ("old" in a.of)  # an age is a person's: people are many
    return 0.85 + same - unit


def _run(a: Sequence[str], b: Sequence[str]) -> int:
    """How many words two sequences have in common from their beginning."""
    n = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        n += 1
    return n
