"""Who did it to whom, and where: one event whose participants or whose place two reports give otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, product
from math import asin, cos, radians, sin, sqrt

from crosswire.model import Finding, FindingType
from crosswire.reconcile.predicates import ONCE
from crosswire.reconcile.statements import Side, Statement
from crosswire.reconcile.view import View
from crosswire.reconcile.words import content_words, label, shown

SHARED = 2  # words beside the names that tell two statements to be of one event
FAR = 50.0  # kilometres from which on two towns are two places
SURE, DOUBTFUL = 0.6, 0.4
_EARTH = 6371.0
_MUTUAL = frozenset(  # what two may do to each other at one time, so that neither report need be wrong
    """
    meet talk fight clash marry agree disagree negotiate play face compete collide divorce greet hug debate trade
    exchange share join differ resemble accuse blame criticize criticise threaten warn praise thank support endorse
    attack strike shell bomb hit oppose press urge visit welcome contact phone text email thank back love hate sanction
    """.split()
)
Clash = Callable[[View, Statement, Statement], float]


def changed_participants(view: View) -> Iterator[Finding]:
    """One report has A do to B what another has B do to A, or another do what only one can have done."""
    yield from _clashes(view, _by_pair(view), _swapped, "role", "gives it the other way round")
    yield from _clashes(view, _by_thing(view), _another, "role", "names another")


def changed_places(view: View) -> Iterator[Finding]:
    """One event of one day by one agent in two places that are not one within the other, as far as the reports tell."""
    yield from _clashes(view, _by_day(view), _elsewhere, "place", "gives another place")


def _clashes(
    view: View, groups: Sequence[Sequence[Statement]], clash: Clash, type: FindingType, said: str
) -> Iterator[Finding]:
    """One finding for each group in which two reports clash; the first such pair is quoted."""
    for group in groups:
        sides: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
        for one in group:
            who = (side.key if side else "" for side in (one.agent, one.patient))
            sides[*who, one.place or ""].append(one)
        found = [
            (sure, a, b)
            for one_side, other_side in combinations(sides.values(), 2)
            for a, b in product(one_side, other_side)
            if view.origin_of[a.article.id] != view.origin_of[b.article.id] and (sure := clash(view, a, b))
        ]
        if found:
            sure, a, b = min(found, key=lambda f: (-f[0], f[1].place_in_story, f[2].place_in_story))
            proof = [one.shown for _, *both in found for one in both]
            statement = f"{label(a.article)}: “{shown(a.told)}”; {label(b.article)} {said}: “{shown(b.told)}”."
            yield view.finding("conflict", type, statement, min(sure, _least(a, b)), proof)


def _least(first: Statement, second: Statement) -> float:
    """How sure a conflict can be at most: what is hedged, or told by others, is to check."""
    told = first.hedged or second.hedged or first.source or second.source
    return DOUBTFUL if told else SURE


def _plain(view: View, *, acting: bool = True) -> Iterator[Statement]:
    """The statements that something happened, each once: for who acts, or for who is acted on."""
    for (_, key), members in view.statements.items():
        for one in members:
            side = one.agent if acting else one.patient
            if one.event.status == "happened" and side and side.key == key and not one.limited:
                yield one


def _by_pair(view: View) -> list[list[Statement]]:
    groups: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
    for one in _plain(view):
        both = {side.entity for side in (one.agent, one.patient) if side and side.entity}
        if len(both) > 1 and one.event.lemma not in _MUTUAL:
            groups[one.event.lemma, *sorted(both)].append(one)
    return list(groups.values())


def _by_thing(view: View) -> list[list[Statement]]:
    groups: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for one in _plain(view, acting=False):
        if one.patient and one.agent and one.agent.entity and one.predicate in ONCE:
            groups[one.event.lemma, one.patient.key].append(one)
    return list(groups.values())


def _by_day(view: View) -> list[list[Statement]]:
    groups: dict[tuple[str, str, str], list[Statement]] = defaultdict(list)
    for one in _plain(view):
        if one.agent and one.agent.entity and one.place and one.day:
            groups[one.event.lemma, one.agent.key, one.day.isoformat()].append(one)
    return list(groups.values())


def _swapped(view: View, first: Statement, second: Statement) -> float:
    """Whether two statements of one event exchange who acts and who is acted on."""
    if not (first.agent and first.patient and second.patient) or first.agent.entity != second.patient.entity:
        return 0
    return SURE if _one_event(view, first, second) else 0


def _another(view: View, first: Statement, second: Statement) -> float:
    """Whether two who are named, and are not one, are each told to have done what is done once."""
    if not (first.agent and second.agent and first.patient and second.patient):
        return 0
    a, b = (view.cast.entity(side.entity) for side in (first.agent, second.agent) if side.entity)
    apart = a.type == b.type and not content_words(a.name) & content_words(b.name)
    same = first.patient.is_like(second.patient) and bool(first.patient.entity or first.patient.beside)
    if not apart or not same or not _same_time(first, second):
        return 0
    return DOUBTFUL if first.patient.entity else SURE


def _elsewhere(view: View, first: Statement, second: Statement) -> float:
    """Whether two places of one event are two, and neither report names the other's."""
    patients: tuple[Side | None, Side | None] = (first.patient, second.patient)
    if patients[0] and patients[1] and not patients[0].is_like(patients[1]):
        return 0
    a, b = first.place or "", second.place or ""
    if a == b or not all(_named_place(view, id) for id in (a, b)):
        return 0
    if _names(view, first, b) or _names(view, second, a):
        return 0
    spots = [one.event.location.point if one.event.location else None for one in (first, second)]
    if spots[0] and spots[1]:
        return SURE if _distance(spots[0], spots[1]) > FAR else 0
    return DOUBTFUL


def _named_place(view: View, key: str) -> bool:
    return key.startswith("E") and view.cast.entity(key).type == "GPE"


def _names(view: View, one: Statement, place: str) -> bool:
    """Whether the report of a statement names a place anywhere: then it may be the other's, or lie around it."""
    return any(mention.article == one.article.id for mention in view.cast.entity(place).mentions)


def _one_event(view: View, first: Statement, second: Statement) -> bool:
    """Whether two statements are of one event: on one day, or in words beside the names that are the same."""
    if not _same_time(first, second):
        return False
    names = frozenset(
        w
        for side in (first.agent, first.patient)
        if side and side.entity
        for w in content_words(view.cast.name(side.entity))
    )
    same = first.day is not None and first.day == second.day
    return same or len((first.words & second.words) - names) >= SHARED


def _same_time(first: Statement, second: Statement) -> bool:
    a, b = first.event.time or "", second.event.time or ""
    return not (a and b) or a[:10] == b[:10]


def _distance(first: tuple[float, float], second: tuple[float, float]) -> float:
    """Kilometres between two points on a sphere (haversine)."""
    (a, b), (c, d) = (tuple(map(radians, point)) for point in (first, second))
    return 2 * _EARTH * asin(sqrt(sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2))
