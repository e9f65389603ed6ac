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
    "attack": "attack assault raid strike airstrike bomb bombing shelling offensive ambush",
    "shoot": "shoot shooting gunfire",
    "arrest": "arrest detain detention capture custody apprehend",
    "die": "die death perish",
    "bury": "bury burial funeral",
    "wed": "wed marry wedding marriage",
    "stab": "stab stabbing",
    "abduct": "abduct abduction kidnap kidnapping",
    "free": "free release",
    "flee": "flee escape",
    "rescue": "rescue save",
    "evacuate": "evacuate evacuation",
    "protest": "protest demonstrate demonstration march rally",
    "collapse": "collapse",
    "erupt": "erupt eruption",
    "quake": "quake earthquake tremor",
    "flood": "flood flooding",
    "kill": "kill killing murder slay slaying",
    "resign": "resign resignation quit",
    "retire": "retire retirement",
    "appoint": "appoint appointment nominate nomination",
    "elect": "elect election",
    "vote": "vote ballot referendum",
    "sign": "sign signing",
    "indict": "indict indictment",
    "convict": "convict conviction",
    "sentence": "sentence sentencing",
    "acquire": "acquire acquisition takeover",
    "merge": "merge merger",
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
PROOFS = 5  # reports that are quoted for the day that they give; more would prove no more


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
        names: dict[str, str] = {}
        for event in article.events:
            one = _happening(article, event, cast, names)
            if one.agent and one.where and one.agent != one.where:
                groups[one.kind, one.agent, one.where].append(one)
    return {key: tuple(_closed(members)) for key, members in sorted(groups.items())}


def _happening(article: Article, event: Event, cast: Cast, names: dict[str, str]) -> Happening:
    kind = KIND.get(event.lemma, event.lemma)
    known = [(p.role, cast.of[article.id, p.entity]) for p in event.participants if p.entity]
    by_role = dict(reversed(known))
    place = by_role.get("place") or (_entity_named(article, event.place, cast, names) if event.place else None)
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


def _entity_named(article: Article, name: str, cast: Cast, names: dict[str, str]) -> str:
    """The story entity that a place's name stands for, or the folded name itself; `names` keeps those of the article."""
    if not names:
        names |= {folded(e.name): cast.of[article.id, e.id] for e in reversed(article.entities)}
    return names.get(folded(name), f"={folded(name)}")


def _closed(members: Sequence[Happening]) -> list[Happening]:
    """Close open days by the one day that other reports give for such an event."""
    dated: dict[date, list[Happening]] = defaultdict(list)
    for one in members:
        if one.day:
            dated[one.day].append(one)
    out = []
    for one in members:
        open_day = one.day is None and is_open(one.event.time)
        days = [day for day in sorted(dated) if admits(one.event.time, day)] if open_day else []
        others = _others(one, dated[days[0]]) if len(days) == 1 else ()
        out.append(replace(one, day=days[0], closed_by=others) if others else one)
    return sorted(out, key=lambda m: (m.article.id, m.event.span, m.event.trigger))


def _others(one: Happening, members: Sequence[Happening]) -> tuple[Evidence, ...]:
    """The words of the first other reports that date an event."""
    reports = sorted({m.article.id for m in members} - {one.article.id})[:PROOFS]
    return tuple(m.shown for m in members if m.article.id in reports)
