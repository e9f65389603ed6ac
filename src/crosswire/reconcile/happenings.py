"""Events across reports: the same thing done by the same one in the same place, announced and then reported.

Events are compared by kind (verbs and nouns that tell of one thing: visit, arrive, land), agent and object or place.
Days are never guessed: an open weekday joins the one dated event of its kind that falls on such a weekday, or none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from crosswire.model import Article, Event, Evidence
from crosswire.reconcile.days import admits, day_of, is_open
from crosswire.reconcile.entities import Cast, folded
from crosswire.reconcile.words import evidence

_KINDS = {
    "visit": "visit arrive travel come go return fly land head trip tour arrival be",
    "meet": "meet meeting talk summit",
    "attack": "attack assault raid strike bomb bombing shelling offensive ambush",
    "shoot": "shoot shooting gunfire",
    "arrest": "arrest detain detention capture custody",
    "die": "die death perish",
    "kill": "kill killing murder slay slaying",
    "resign": "resign resignation",
    "elect": "elect election",
    "sign": "sign signing",
    "explode": "explode explosion blast",
    "sink": "sink sinking capsize capsizing founder",
    "crash": "crash collide collision",
}
KIND = {lemma: kind for kind, lemmas in _KINDS.items() for lemma in lemmas.split()}
REPORTING = frozenset(
    [
        "say",
        "tell",
        "add",
        "note",
        "report",
        "announce",
        "claim",
        "state",
        "declare",
        "explain",
        "ask",
        "reply",
        "answer",
        "speak",
        "call",
        "warn",
        "believe",
        "think",
        "deny",
        "confirm",
        "write",
        "describe",
        "express",
        "address",
        "tweet",
        "post",
        "comment",
        "argue",
        "insist",
        "acknowledge",
        "statement",
    ]
)


@dataclass(frozen=True, slots=True)
class Happening:
    """One report's event, in the terms of the story: kind, agent, and object or place as story entities or folded words.

    ``day`` is the day that the report's own words give, or the one that the story closes it to (``closed_by``).
    """

    article: Article
    event: Event
    kind: str
    agent: str | None
    where: str | None
    day: date | None
    closed_by: tuple[Evidence, ...] = ()

    @property
    def shown(self) -> Evidence:
        """The report's words for it."""
        return evidence(self.article, self.event.span)


Group = tuple[str, str, str]


def happenings(articles: Sequence[Article], cast: Cast) -> dict[Group, tuple[Happening, ...]]:
    """Events that can be compared, by kind, agent and object or place; open days closed where the story closes them."""
    groups: dict[Group, list[Happening]] = defaultdict(list)
    for article in articles:
        for event in article.events:
            one = _happening(article, event, cast)
            if one.agent and one.where and one.agent != one.where:
                groups[one.kind, one.agent, one.where].append(one)
    return {key: tuple(_closed(members)) for key, members in sorted(groups.items())}


def _happening(article: Article, event: Event, cast: Cast) -> Happening:
    kind = KIND.get(event.lemma, event.lemma)
    known = [(p.role, cast.of[article.id, p.entity]) for p in event.participants if p.entity]
    by_role = dict(reversed(known))
    place = by_role.get("place") or (_entity_named(article, event.place, cast) if event.place else None)
    if kind == "visit":
        where = place or _place(by_role.get("patient"), cast) or _place(by_role.get("recipient"), cast)
        if event.lemma == "be" and not place:
            where = None
    else:
        where = by_role.get("patient") or by_role.get("recipient") or place
    agents = [id for role, id in known if role == "agent" and id != where]
    return Happening(article, event, kind, agents[0] if agents else None, where, day_of(event.time))


def _place(id: str | None, cast: Cast) -> str | None:
    return id if id and cast.entity(id).type in {"GPE", "LOC", "FAC"} else None


def _entity_named(article: Article, name: str, cast: Cast) -> str:
    """The story entity that a place's name stands for, or the folded name itself."""
    same = [e for e in article.entities if folded(e.name) == folded(name)]
    return cast.of[article.id, same[0].id] if same else f"={folded(name)}"


def _closed(members: Sequence[Happening]) -> list[Happening]:
    """Close open days by the one day that other reports give for such an event."""
    out = []
    for one in members:
        fits = [m for m in members if m.day and is_open(one.event.time) and admits(one.event.time, m.day)]
        days = {m.day for m in fits}
        others = tuple(m.shown for m in fits if m.article.id != one.article.id)
        if one.day is None and len(days) == 1 and others:
            out.append(replace(one, day=min(d for d in days if d), closed_by=others))
        else:
            out.append(one)
    return sorted(out, key=lambda m: (m.article.id, m.event.span, m.event.trigger))
