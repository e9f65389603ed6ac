"""Counterparts: the numbers and the days of different reports that tell of one and the same thing.

Two slots are of one quantity where they count the same noun among the same words. How much each kind of likeness
counts was fitted once, by logistic regression, on pairs of numbers of one noun in reports of one happening: those of
equal value against those of unequal value; the weights here are rounded from that (docs/decisions/reconciling.md).
A word counts less the more sentences of a report have it. Each slot is held against its best counterpart in the other
report only, and only where it is that one's best counterpart too: else the two speak of two quantities.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log, sqrt

from crosswire.model import Article, Span
from crosswire.reconcile.slots import Sentence, Slot, compatible, sentences

NEAR, WIDE = 4, 8  # words with meaning on either side of a slot
BUCKET = 64  # slots of one noun that are compared with one another; more are represented by some of each value
SMALL = 3  # numbers up to this prove nothing by standing in both sentences
EQUAL = 0.4  # how much values that can be one speak for one quantity
CHOICE = 0.8  # how much it speaks against one quantity that a report gives many numbers of the noun
ADDED = frozenset("other another others more additional further extra including".split())


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A slot among its words.

    Stems ``near`` and ``wide`` around it and the ``names`` among them; the words ``before`` it (backwards) and ``after``
    it; the ``others`` of its sentence's numbers, and the ``years``; whether it is told as ``added`` to other numbers
    ("two more", "other"), or as part of them ("two of the").
    """

    article: Article
    sentence: Span
    slot: Slot
    near: frozenset[str]
    wide: frozenset[str]
    names: frozenset[str]
    before: tuple[str, ...]
    after: tuple[str, ...]
    others: frozenset[float]
    years: frozenset[str]
    added: bool
    partitive: bool

    @property
    def key(self) -> tuple[str, Span]:
        """Article id and span."""
        return self.article.id, self.slot.span


@dataclass(frozen=True, slots=True)
class Pair:
    """Two slots of two reports that are of one quantity, as far as their words tell, and how surely."""

    first: Place
    second: Place
    score: float

    @property
    def equal(self) -> bool:
        """Whether the two can be one and the same value."""
        return compatible(self.first.slot, self.second.slot)


def counterparts(articles: Sequence[Article], least: float = 0.0) -> tuple[Pair, ...]:
    """The slots of the reports that are each other's best counterparts, in the order of the articles and the text."""
    read = [list(sentences(article)) for article in articles]
    weight = _weights(read)
    places = [place for members in read for sentence in members for place in _places(sentence)]
    values = _values(places)
    best: dict[tuple[tuple[str, Span], str], float] = defaultdict(lambda: least)
    scored: list[tuple[float, Pair]] = []
    for a, b in _candidates(places):
        found = likeness(a, b, weight) - _choice(a, b, values)
        if found < least:
            continue
        rank = found + EQUAL * compatible(a.slot, b.slot)
        scored.append((rank, Pair(a, b, found)))
        for one, other in ((a, b), (b, a)):
            best[one.key, other.article.id] = max(rank, best[one.key, other.article.id])
    return tuple(
        pair
        for rank, pair in scored
        if rank >= best[pair.first.key, pair.second.article.id] and rank >= best[pair.second.key, pair.first.article.id]
    )


def likeness(a: Place, b: Place, weight: Mapping[str, float]) -> float:
    """How much speaks for it that two slots are of one quantity; 0 is as likely as not."""
    own = {*a.slot.of, *b.slot.of}
    wide = sum(weight[w] for w in a.wide & b.wide if w not in own)
    near = sum(weight[w] for w in a.near & b.near if w not in own)
    follow, lead = _run(a.after, b.after), _run(a.before, b.before)
    others = len(a.others & b.others)
    apart = bool(a.others - b.others and b.others - a.others)
    years = bool(a.years and b.years and a.years.isdisjoint(b.years))
    if a.slot.kind == "day":
        return 0.8 * wide + 1.0 * near + 0.1 * follow + 0.3 * lead + 1.8 * others - 2.0 * apart - 3.0 * years - 2.3
    names = sum(weight[w] for w in a.names & b.names if w not in own)
    same = _run(a.slot.of, b.slot.of)
    shared = len(set(a.slot.of) & set(b.slot.of))
    words = 0.5 * wide + 0.15 * near + 0.15 * follow + 0.65 * lead + 0.1 * names
    noun = 1.1 * same - 0.25 * shared
    contrast = 0.3 * apart + 0.5 * (a.added != b.added) + 1.2 * (a.partitive != b.partitive) + 1.7 * years
    return words + noun + 0.5 * others - contrast - 1.5


def _values(places: Sequence[Place]) -> Mapping[tuple[str, str, str], frozenset[float]]:
    """The values that each report gives for each kind and noun."""
    found: dict[tuple[str, str, str], set[float]] = defaultdict(set)
    for place in places:
        for stem in place.slot.of[:1] or ("",):
            found[place.article.id, place.slot.kind, stem].add(place.slot.value)
    return {key: frozenset(values) for key, values in found.items()}


def _choice(a: Place, b: Place, values: Mapping[tuple[str, str, str], frozenset[float]]) -> float:
    """What speaks against one quantity because the reports give many of the noun: people, years, miles."""
    given: frozenset[float] = frozenset()
    for place in (a, b):
        given |= values.get((place.article.id, place.slot.kind, (place.slot.of or ("",))[0]), frozenset())
    return CHOICE * log(len(given - {a.slot.value, b.slot.value}) + 1)


def _weights(read: Sequence[Sequence[Sentence]]) -> Mapping[str, float]:
    """What each stem counts: the less, the more sentences of a report have it."""
    total: Counter[str] = Counter()
    reports: Counter[str] = Counter()
    for members in read:
        used = Counter(stem for sentence in members for stem in set(sentence.stems))
        total += used
        reports.update(used.keys())
    return {stem: 1 / sqrt(total[stem] / n) for stem, n in reports.items()}


def _places(sentence: Sentence) -> Iterator[Place]:
    years = frozenset(w for w, _, _ in sentence.words if len(w) == 4 and w.isdigit() and w[:2] in {"18", "19", "20"})
    folded = [w.casefold() for w, _, _ in sentence.words]
    for slot in sentence.slots:
        left = _stems(sentence, range(slot.at - 1, -1, -1))
        right = _stems(sentence, range(slot.end, len(folded)))
        wide = [*left, *right]
        yield Place(
            sentence.article,
            sentence.span,
            slot,
            frozenset(sentence.stems[i] for i in [*left[:NEAR], *right[:NEAR]]),
            frozenset(sentence.stems[i] for i in wide),
            frozenset(sentence.stems[i] for i in wide if i and sentence.words[i][0][0].isupper()),
            tuple(reversed(folded[max(0, slot.at - 4) : slot.at])),
            tuple(folded[slot.end : slot.end + 6]),
            frozenset(o.value for o in sentence.slots if o is not slot and o.value > SMALL),
            years,
            not ADDED.isdisjoint(folded[max(0, slot.at - 2) : slot.end + 2]),
            folded[slot.end : slot.end + 1] == ["of"],
        )


def _stems(sentence: Sentence, places: range) -> list[int]:
    """The nearest words with meaning on one side."""
    found: list[int] = []
    for i in places:
        if sentence.stems[i]:
            found.append(i)
            if len(found) == WIDE:
                break
    return found


def _run(a: Sequence[str], b: Sequence[str]) -> int:
    """How many words two sequences have in common from their beginning."""
    n = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        n += 1
    return n


def _candidates(places: Sequence[Place]) -> Iterator[tuple[Place, Place]]:
    """Pairs of two reports' slots of one kind that may count the same thing, each once."""
    buckets: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for place in places:
        for stem in place.slot.of if place.slot.kind == "count" else ("",):
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
