"""The timeline: dated events of the story, the announced told apart from what happened."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from crosswire.model import Article, Event, EventReport, EventStatus, Span, TimelineEntry
from crosswire.reconcile.days import day_of
from crosswire.reconcile.happenings import KIND, REPORTING
from crosswire.reconcile.view import View
from crosswire.reconcile.words import shown

WEIGHT: dict[EventStatus, int] = {"cancelled": 5, "happened": 4, "denied": 3, "planned": 2, "possible": 1, "unknown": 0}
LONGEST = 240  # characters of a clause that a timeline prints
_DATED = (4, 7, 10)  # lengths of a year, a month, a day in ISO 8601


def timeline(view: View) -> tuple[TimelineEntry, ...]:
    """Events with a day, a month or a year and someone who takes part, in the order of their days.

    What is only spoken of within a quotation stands with the quotation, not here. Events of one kind by one agent on one day are one entry; its words are those of the report that says most surely
    what became of it.
    """
    closed = {
        (m.article.id, m.event.trigger): m.day
        for members in view.happenings.values()
        for m in members
        if m.day is not None
    }
    entries: dict[tuple[str, str, str], list[tuple[Article, Event]]] = defaultdict(list)
    for article in view.articles:
        for event in article.events:
            when = _when(closed.get((article.id, event.trigger)), event)
            quoted = event.attribution is not None and article.attributions[event.attribution].kind == "direct"
            if when and not quoted and event.lemma not in REPORTING and _who(view, article, event):
                entries[when, KIND.get(event.lemma, event.lemma), _who(view, article, event)].append((article, event))
    made = [_entry(when, members) for (when, _, _), members in entries.items()]
    return tuple(sorted(made, key=lambda e: (e.date or "9999", e.reports[0].article, e.reports[0].span)))


def _when(day: date | None, event: Event) -> str | None:
    if day is not None:
        return day.isoformat()
    if (own := day_of(event.time)) is not None:
        return own.isoformat()
    value = event.time or ""
    return value if len(value) in _DATED and value[:4].isdigit() and value.replace("-", "").isdigit() else None


def _who(view: View, article: Article, event: Event) -> str:
    """The story entity that acts, or that is acted on; empty where none is known."""
    known = [view.cast.of[article.id, p.entity] for p in event.participants if p.entity and p.role != "place"]
    return known[0] if known else ""


def _entry(when: str, members: list[tuple[Article, Event]]) -> TimelineEntry:
    members = sorted(members, key=lambda m: (m[0].id, m[1].span))
    article, best = max(members, key=lambda m: (WEIGHT[m[1].status], -len(m[1].span.of(m[0].text)), m[0].id))
    reports = tuple(dict.fromkeys(EventReport(a.id, Span(*e.span), e.status) for a, e in members))
    return TimelineEntry(when, shown(best.span.of(article.text), LONGEST), best.status, reports)
