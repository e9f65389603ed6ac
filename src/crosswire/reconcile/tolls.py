"""Tolls: how many were killed and how many injured, as each report tells it, and what the reports make of it together.

A number counts more than single people told of, who add up within a sentence and leave room for more. Who was shot,
stabbed or taken to hospital and did not die is injured; who died is not. Reports of one origin count once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import fsum

from crosswire.model import Article, Figure
from crosswire.reconcile.harms import HURT, Harm, harms, topic

LEAD = 8  # sentences within which a report tells what it is about
ROOM = 0.3  # how much one person told of speaks for a larger number that another place gives
SILENT = 0.15  # what it counts that a report tells of nobody killed, or nobody injured
ALIVE = 0.3  # what it counts that a report leads with people hurt, and tells of nobody killed
RISEN = 1.0  # what a later, larger number must count to replace the one that most give
ENOUGH = 1.5  # what one report can weigh at most
ANOTHER = frozenset("another one second third fourth fifth sixth".split())
FEMALE = frozenset(
    "woman girl mother wife sister daughter girlfriend grandmother aunt niece female lady mom she".split()
)
MALE = frozenset(
    "man boy father husband brother son boyfriend grandfather uncle nephew male dad guy he himself".split()
)
OFFICERS = frozenset("officer deputy policeman trooper sergeant detective guard soldier firefighter marshal".split())
ATTACKERS = frozenset("suspect gunman shooter attacker robber intruder burglar himself".split())
SELF = (("himself",), ("herself",))
APART = (
    (FEMALE, MALE),
    (MALE, FEMALE),
    (OFFICERS, ATTACKERS),
    (ATTACKERS, OFFICERS),
    (ATTACKERS, frozenset({"victim"})),
)


@dataclass(frozen=True, slots=True)
class Told:
    """How many one report gives for a role, how much that counts, the figures that say so, whether in a number."""

    value: float
    weight: float
    figures: tuple[Harm, ...] = ()
    firm: bool = False


@dataclass(frozen=True, slots=True)
class Toll:
    """The number that a story gives for a role, and the figures of its reports that it rests on, the best first."""

    value: int | float | tuple[float, float]
    figures: tuple[tuple[str, Figure], ...]


def story_tolls(
    articles: Sequence[Article], origin: Mapping[str, int], days: Mapping[str, date | None]
) -> Mapping[str, Toll]:
    """The number killed and the number injured of a story's reports, where they tell of any (or say that nobody was).

    Args:
        articles: the annotated reports, ordered by id.
        origin: the number of each report's origin.
        days: the day of each report, None where it is not known.
    """
    about = topic(articles)
    first_day = min((day for day in days.values() if day), default=None)
    found = {article.id: harms(article, first_day, about) for article in articles}
    dead = {id: killed(members) for id, members in found.items()}
    story_dead = agreed(dead, origin, days)
    people = [h for members in found.values() for h in members if h.role == "killed"]
    hurt = {id: injured(members, dead[id], story_dead, people) for id, members in found.items()}
    tolls = {
        "killed": _toll("killed", story_dead, dead, found),
        "injured": _toll("injured", agreed(hurt, origin, days), hurt, found),
    }
    return {role: toll for role, toll in tolls.items() if toll is not None}


def _toll(role: str, value: float, told: Mapping[str, Told], found: Mapping[str, Sequence[Harm]]) -> Toll | None:
    """A toll with its figures: those that give the number, then the others of the role; None where nobody tells."""
    giving = [(id, h) for id, one in told.items() if one.value == value for h in one.figures]
    seen = {(id, h.figure.span) for id, h in giving}
    rest = [(id, h) for id, members in found.items() for h in members if h.role == role]
    others = [(id, h) for id, h in rest if (id, h.figure.span) not in seen]
    if not value:
        giving, others = [(id, h) for id, h in others if not h.value], []
    if not giving:
        return None
    exact = next((h.figure.value for _, h in giving if h.value == value), int(value))
    giving.sort(key=lambda item: (item[1].value != value, item[0], item[1].figure.span))
    return Toll(exact, tuple((id, h.figure) for id, h in giving + others))


def killed(found: Sequence[Harm]) -> Told:
    """The number killed that a report gives."""
    told = told_of([h for h in found if h.role == "killed"])
    hurt = any(h.role != "killed" and h.sentence < LEAD for h in found)
    return told if told.value or not hurt else Told(0, ALIVE)


def injured(
    found: Sequence[Harm],
    dead: Told,
    story_dead: float,
    killed_people: Sequence[Harm],
) -> Told:
    """The number injured that a report gives, or that its number shot or in hospital leaves without the dead.

    ``story_dead`` and ``killed_people`` are those killed by the whole story: who was shot in an early report may have
    died since.
    """
    options = []
    for role in HURT:
        all_told = told_of([h for h in found if h.role == role])
        told = _survivors(all_told, role, dead, found, story_dead, killed_people)
        if told.value:
            options.append(told)
    return max(options, key=lambda t: (t.value * t.weight, t.weight), default=Told(0, SILENT * (2 if found else 1)))


def _survivors(
    told: Told, role: str, dead: Told, found: Sequence[Harm], story_dead: float, killed_people: Sequence[Harm]
) -> Told:
    """Those of a number hurt who did not die."""
    if not story_dead or not told.value:
        return told
    if not told.firm or told.value == 1:
        return told if _others(told, found, killed_people) else Told(0, 0)
    if role == "injured" or (role == "hospitalised" and dead.value):
        return told if dead.value else Told(told.value, told.weight * 0.5, told.figures)
    rest = told.value - max(story_dead, dead.value)
    return Told(max(0.0, rest), told.weight * 0.8, told.figures, told.firm)


def _others(told: Told, found: Sequence[Harm], killed_people: Sequence[Harm]) -> bool:
    """Whether single people told of as hurt are others than those killed."""
    with_dead = {h.sentence for h in found if h.role == "killed" and h.words not in SELF}
    hurt = [h for h in told.figures if h.words not in SELF]
    added = any(
        "another" in h.words or (h.figure.scope == "addition" and not ANOTHER.isdisjoint(h.words)) for h in hurt
    )
    beside = any(h.sentence in with_dead for h in hurt)
    return added or beside or any(_other(h, killed_people) for h in hurt)


def _other(one: Harm, killed_people: Sequence[Harm]) -> bool:
    """Whether the words for a person fit none of those for the people killed."""
    own = set(one.words)
    singles = {h.words for h in killed_people if h.value == 1 and not h.numbered}
    return bool(singles) and all(any(own & a and b.intersection(theirs) for a, b in APART) for theirs in singles)


def told_of(found: Sequence[Harm]) -> Told:
    """The value that the figures of one role come to in a report: the value that counts most: each sentence gives one, and those of the first sentences count most."""
    by_sentence: dict[int, list[Harm]] = defaultdict(list)
    for one in found:
        by_sentence[one.sentence].append(one)
    weight: dict[float, float] = defaultdict(float)
    figures: dict[float, list[Harm]] = defaultdict(list)
    firm: set[float] = set()
    before = 0.0  # single people told of in the sentences before
    for _, members in sorted(by_sentence.items()):
        value, sure = _of_sentence(members)
        if value and before and not sure and all(_one_more(m) for m in members):
            value += before
        before = 0.0 if sure else max(before, value)
        if value:
            weight[value] += members[0].weight
            figures[value] += members
        if sure:
            firm.add(value)
    if not weight:
        return Told(0, SILENT)
    lead = {v: _score(v, weight, firm) for v in weight if figures[v][0].sentence < LEAD}
    score = lead or {v: weight[v] for v in weight}
    best = max(score, key=lambda v: (score[v], v))
    return Told(best, min(ENOUGH, score[best]), tuple(figures[best]), best in firm)


def _score(value: float, weight: Mapping[float, float], firm: AbstractSet[float]) -> float:
    """What speaks for a value: the sentences that give it, twice where in a number, and the single people of others."""
    below = fsum(w for v, w in weight.items() if v < value and v not in firm)
    return weight[value] * (2 if value in firm else 1) + ROOM * below


def _of_sentence(members: Sequence[Harm]) -> tuple[float, bool]:
    """How many a sentence gives, and whether in a number: its total, or its single people together."""
    full = [m for m in members if m.figure.scope in {None, "total"}]
    parts = [m for m in members if m.figure.scope == "part"]
    base = _largest(full)
    last = max((m.figure.span.start for m in full if m.value >= 2), default=0)
    more = sum(
        m.value
        for before, m in pairwise([None, *members])
        if m and m.figure.scope == "addition" and m.figure.span.start > last and (not base or _on_top(m, before))
    )
    singles = sum(m.value for m in full if m.value == 1)
    if base:
        return base + more, True
    if singles or more:
        family = [m for m in parts if m.words[:1] in {("his",), ("her",), ("their",)}]
        return singles + more + (len(parts) if family == parts else 0), any(m.numbered for m in full)
    return _together(parts), False


def _together(parts: Sequence[Harm]) -> float:
    """How many single people that are known already, or named, a sentence gives: those joined by "and" together."""
    most = run = 0.0
    for one in parts:
        run = run + one.value if one.joined == "and" and run else one.value
        most = max(most, run)
    return most


def _on_top(one: Harm, before: Harm | None) -> bool:
    """Whether a count is told on top of a total before it: "another", "himself", "two men and a woman"."""
    beside = one.joined == "and" and before is not None and before.value > 1
    return one.value > 1 or one.words in SELF or not ANOTHER.isdisjoint(one.words) or beside


def _one_more(one: Harm) -> bool:
    """Whether a single person comes on top of those told of before: "a woman was also killed"."""
    return one.value == 1 and one.figure.scope == "addition" and one.words not in SELF


def _largest(full: Sequence[Harm]) -> float:
    """The largest number of a sentence, those joined taken together; 0 where it only tells of single people."""
    sums: list[float] = []
    for one in full:
        if one.joined and sums:
            sums[-1] += one.value
        elif one.value:
            sums.append(one.value)
    numbers = max((m.value for m in full), default=0.0)
    return max(sums, default=0.0) if numbers >= 2 else 0.0


def agreed(told: Mapping[str, Told], origin: Mapping[str, int], days: Mapping[str, date | None]) -> float:
    """The value that the origins of most weight give; the larger one where they are even, and a later, larger number."""
    best: dict[tuple[int, float, bool], float] = defaultdict(float)
    for id, one in told.items():
        key = origin[id], one.value, one.firm or not one.value
        best[key] = max(best[key], one.weight * (2 if one.firm else 1))
    weight = {
        value: sum(
            w * (1 if v == value else ROOM)
            for (_, v, firm), w in best.items()
            if v == value or (v < value and not firm)
        )
        for _, value, _ in best
    }
    value = max(weight, key=lambda v: (round(weight[v], 3), v), default=0.0)
    last = max((day for id, one in told.items() if one.value == value and (day := days.get(id))), default=None)
    risen = [
        one.value
        for id, one in told.items()
        if one.firm
        and value
        and one.value > value
        and one.weight >= RISEN
        and last
        and (day := days.get(id))
        and day > last
    ]
    return max(risen, default=value)
