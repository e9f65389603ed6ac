"""The timeline: dated events of the story, the announced told apart from what happened.

A reader wants what happened and what is to happen, once each, not every clause with a date in it. So a sentence gives
one entry a day; captions, mere mentions of a year (“a 2015 poll”), what is only possible and what says how something
looked or lasted are left in the articles' records.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from crosswire.model import Article, Event, EventReport, EventStatus, Span, TimelineEntry
from crosswire.reconcile.days import admits, day_of, is_open
from crosswire.reconcile.happenings import KIND, REPORTING
from crosswire.reconcile.statements import Known
from crosswire.reconcile.view import View
from crosswire.reconcile.words import content_words, sentence_at, shown

WEIGHT: dict[EventStatus, int] = {"cancelled": 5, "happened": 4, "denied": 3, "planned": 2, "possible": 1, "unknown": 0}
LONGEST = 240  # characters of a clause that a timeline prints
ALIKE = 0.5  # share of the words of the shorter clause that two tellings of one event have in common
_DATED = (4, 7, 10)  # lengths of a year, a month, a day in ISO 8601
_MONTH, _DAY = 7, 10
_PICTURE = re.compile(
    r"\b(?:file (?:photo|picture|image)|hide caption|in pictures|poses? for|(?:is|are) (?:shown|seen|pictured)|photos?:)",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:since|until|till|before|by|compared with|as of)\s*(?:the\s+)?$", re.IGNORECASE)
_CALENDAR = content_words(
    "January February March April May June July August September October November December "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday morning evening night afternoon"
)
_RELATIVE = frozenset({"which", "who", "whom", "that", "when", "where", "whose", "as"})
_DULL = frozenset(
    """
    have get become seem appear look remain continue keep rank hover last mark mean include involve want need try hope
    expect like love feel know see hear watch listen wait show pose laugh smile stand sit use help let mention remark
    quote cite refer recall remember interview respond read accord base relate face cause make do put set begin start
    poll survey estimate predict forecast question criticize praise blame accuse insist suggest indicate reveal
    """.split()
)


@dataclass(frozen=True, eq=False, slots=True)
class Dated:
    """An event with its day, month or year, its kind, who acts (or is acted on), and the words of its clause."""

    article: Article
    event: Event
    when: str
    kind: str
    who: str | None
    acts: bool
    known: bool  # whether the one who acts is named in several reports, in a clause of its own
    words: frozenset[str]

    @property
    def grave(self) -> bool:
        """Whether it is of a kind that makes news: a type of event between actors, or one that reports are compared by."""
        return self.event.type is not None or self.event.lemma in KIND

    @property
    def rank(self) -> tuple[object, ...]:
        """What sorts the events of a sentence: the one that tells most comes first."""
        span = self.event.span
        return not self.acts, -WEIGHT[self.event.status], span.start, self.event.trigger


def timeline(view: View) -> tuple[TimelineEntry, ...]:
    """Events with a day, a month or a year and someone who takes part, in the order of their days.

    What is only spoken of within a quotation stands with the quotation, not here. Events of one kind on one day are one
    entry where one agent does them, or where their words are alike; its words are those of the report that says most
    surely what became of it.
    """
    closed = {
        (m.article.id, m.event.trigger): m.day
        for members in view.happenings.values()
        for m in members
        if m.day is not None
    }
    told = _told(view)
    found: list[Dated] = []
    buckets: dict[tuple[str, str], list[Dated]] = defaultdict(list)
    for article in view.articles:
        known = Known(article, view.cast)
        found += _chosen(_dated(article, known, closed, told))
    for one in _closed(found):
        buckets[one.when, one.kind].append(one)
    made = [_entry(when, group) for (when, _), same in buckets.items() for group in _joined(same) if _stands(group)]
    return tuple(sorted(made, key=lambda e: (e.date or "9999", e.reports[0].article, e.reports[0].span)))


def _told(view: View) -> frozenset[str]:
    """The entities that several reports name (all, of a single report)."""
    if len(view.articles) == 1:
        return frozenset(entity.id for entity in view.cast.entities)
    return frozenset(e.id for e in view.cast.entities if len({m.article for m in e.mentions}) > 1)


def _dated(
    article: Article, known: Known, closed: dict[tuple[str, Span], date], told: frozenset[str]
) -> Iterator[Dated]:
    """The events of a report that have a date, and that tell of something that was done or came about."""
    captions = [block.span for block in article.blocks if block.kind in {"caption", "boilerplate"}]
    for event in article.events:
        when = _when(closed.get((article.id, event.trigger)), event)
        if not when or not _tells(article, event, when) or any(span.covers(event.trigger) for span in captions):
            continue
        found = {p.role: side for p in reversed(event.participants) if (side := known.side(p)) and p.role != "place"}
        agent = found.get("agent")
        who = (agent and agent.entity) or next((side.entity for side in found.values() if side.entity), None)
        if who or agent:
            words = content_words(event.span.of(article.text)) - _CALENDAR
            acts = agent is not None and not _hangs(article, event)
            kind = KIND.get(event.lemma, event.lemma)
            yield Dated(article, event, when, kind, who, acts, who in told and not _hangs(article, event), words)


def _hangs(article: Article, event: Event) -> bool:
    """Whether a clause hangs on another (“completing efforts”, “which he founded”), and says little by itself."""
    first = event.span.of(article.text).split(maxsplit=1)[0].casefold()
    return first in _RELATIVE or (event.trigger.start == event.span.start and first.endswith("ing"))


def _tells(article: Article, event: Event, when: str) -> bool:
    """Whether an event is worth an entry: told by the report itself, as a fact or a plan, and not a mere mention."""
    quoted = event.attribution is not None and article.attributions[event.attribution].kind == "direct"
    dull = event.lemma in REPORTING or (event.lemma in _DULL and event.lemma not in KIND)
    if quoted or dull or event.status in {"possible", "unknown", "denied"}:
        return False
    trigger = event.trigger.of(article.text).casefold()
    noun = len(when) < _DAY and event.status == "happened" and trigger in {event.lemma, f"{event.lemma}s"}
    sentence = sentence_at(article, event.trigger.start)
    return not noun and not _PICTURE.search(sentence.of(article.text)) and not _reckoned(article, event)


def _reckoned(article: Article, event: Event) -> bool:
    """Whether the only time of a clause is one from which, or up to which, something is reckoned (“since 2001”)."""
    inside = [t.span.start for t in article.times if event.span.covers(t.span) and t.value == event.time]
    return bool(inside) and all(_SINCE.search(article.text, max(0, at - 24), at) for at in inside)


def _chosen(found: Iterator[Dated]) -> list[Dated]:
    """Of the events of one sentence on one day, the one that tells most; the others only say more of it."""
    first: dict[tuple[Span, str], Dated] = {}
    for one in found:
        key = sentence_at(one.article, one.event.trigger.start), one.when
        if key not in first or one.rank < first[key].rank:
            first[key] = one
    return list(first.values())


def _closed(found: Sequence[Dated]) -> Iterator[Dated]:
    """The events with open days closed by the one day that fits which others give for that kind and agent, or left out."""
    days: dict[tuple[str, str], set[date]] = defaultdict(set)
    for one in found:
        if one.who and (day := day_of(one.when)):
            days[one.kind, one.who].add(day)
    for one in found:
        if not is_open(one.when):
            yield one
        elif one.who:
            fit = [day for day in days[one.kind, one.who] if admits(one.when, day)]
            if len(fit) == 1:
                yield replace(one, when=fit[0].isoformat())


def _joined(found: Sequence[Dated]) -> list[list[Dated]]:
    """Events of one kind and day in groups: by one agent, or in like words."""
    groups: list[list[Dated]] = []
    by_who: dict[str, list[Dated]] = {}
    for one in found:
        group = by_who.get(one.who) if one.who else None
        if group is None:
            group = next((g for g in groups if _alike(g[0], one)), None)
        if group is None:
            groups.append(group := [])
        group.append(one)
        if one.who:
            by_who.setdefault(one.who, group)
    return groups


def _alike(first: Dated, second: Dated) -> bool:
    shared = len(first.words & second.words)
    return shared > 1 and shared >= ALIKE * min(len(first.words), len(second.words))


def _stands(group: Sequence[Dated]) -> bool:
    """Whether a group is an entry: several reports have it; or it is of a grave kind; or one acts whom the story knows.

    Of a mere year or month, a plan of one report is no entry.
    """
    if len({one.article.id for one in group}) > 1:
        return True
    dated = len(group[0].when) == _DAY
    if not dated and all(one.event.status == "planned" for one in group):
        return False
    month = len(group[0].when) == _MONTH
    return any(one.known or (one.grave and (dated or (month and one.who and one.acts))) for one in group)


def _when(day: date | None, event: Event) -> str | None:
    if day is not None:
        return day.isoformat()
    if (own := day_of(event.time)) is not None:
        return own.isoformat()
    value = event.time or ""
    if is_open(value):
        return value
    return value if len(value) in _DATED and value[:4].isdigit() and value.replace("-", "").isdigit() else None


def _entry(when: str, members: Sequence[Dated]) -> TimelineEntry:
    """One entry: the words of the one that says most surely what became of it, and of those one with its agent."""
    ordered = sorted(members, key=lambda m: (m.article.id, m.event.span))
    best = max(
        ordered, key=lambda m: (WEIGHT[m.event.status], m.acts, -len(m.event.span.of(m.article.text)), m.article.id)
    )
    clause = best.event.span.of(best.article.text)
    if _hangs(best.article, best.event):
        clause = sentence_at(best.article, best.event.trigger.start).of(best.article.text)
    reports = tuple(dict.fromkeys(EventReport(m.article.id, Span(*m.event.span), m.event.status) for m in ordered))
    return TimelineEntry(when, shown(clause, LONGEST), best.event.status, reports)
