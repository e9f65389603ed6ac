"""An ordinal or a count of a kind of event, against the events of that kind that the reports date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from crosswire.model import Article, Figure, Finding, Span
from crosswire.reconcile.days import before, days_in, spoken
from crosswire.reconcile.happenings import KIND, Group, Happening
from crosswire.reconcile.view import View
from crosswire.reconcile.words import ORDINALS, evidence, label, listed, sentence_at, shown, stem

TIMES = frozenset({"time", "times", "occasion", "occasions"})
LIMITING = frozenset({"since", "as", "under", "within", "during", "after", "before"})
APART = 2  # days between two stays: with fewer, they may be one


@dataclass(frozen=True, slots=True)
class Ordinal:
    """“the second visit in a month”: which of the events of a group it counts, as which, and how far back."""

    article: Article
    figure: Figure
    number: int
    day: date
    since: date | None
    group: Group

    @property
    def span(self) -> Span:
        """The sentence that counts."""
        return sentence_at(self.article, self.figure.span.start)


def count_of_events(view: View) -> Iterator[Finding]:
    """One report counts an event as the second of its kind; the days that another gives make it the third."""
    for group, members in view.happenings.items():
        by_article: dict[str, list[Happening]] = defaultdict(list)
        for one in members:
            by_article[one.article.id].append(one)
        for ordinal in _ordinals(by_article, group):
            listings = {
                id: days
                for id, own in by_article.items()
                if id != ordinal.article.id and len(days := _days(ordinal, own)) > ordinal.number
            }
            if listings:
                yield _conflict(view, ordinal, listings)


def _conflict(view: View, ordinal: Ordinal, listings: Mapping[str, Mapping[date, Happening]]) -> Finding:
    counts: dict[tuple[date, ...], list[str]] = defaultdict(list)
    shown_words = [evidence(ordinal.article, ordinal.span)]
    for id, days in listings.items():
        counts[tuple(days)].append(label(view.by_id[id]))
        shown_words += [m.shown for m in days.values()]
    others = "; ".join(
        f"by the days that {listed(labels)} {'gives' if len(labels) == 1 else 'give'}, it is the {_ordinal(len(days))}: "
        f"{listed([spoken(day) for day in days])}"
        for days, labels in counts.items()
    )
    said = shown(ordinal.span.of(ordinal.article.text).rstrip(". "))
    statement = (
        f"{label(ordinal.article)} counts a {ordinal.group[0]} as the {_ordinal(ordinal.number)}: “{said}”; {others}."
    )
    return view.finding("conflict", "count", statement, 0.8, shown_words)


def _ordinal(number: int) -> str:
    return ORDINALS[number - 1] if number <= len(ORDINALS) else f"number {number}"


def _days(ordinal: Ordinal, members: Sequence[Happening]) -> dict[date, Happening]:
    """The days of separate events up to the one that is counted, which is among them."""
    found: dict[date, Happening] = {}
    for one in sorted(members, key=lambda m: (m.day or date.max, m.event.span)):
        counts = one.event.status in {"happened", "planned"} and one.day and one.day <= ordinal.day
        recent = one.day and (ordinal.since is None or one.day >= ordinal.since)
        if counts and recent and one.day and all((one.day - day).days >= APART for day in found):
            found[one.day] = one
    return found if ordinal.day in found else {}


def _ordinals(by_article: Mapping[str, Sequence[Happening]], group: Group) -> Iterator[Ordinal]:
    """The ordinals of the reports that count events of this group; those whose scope is not clear are passed over."""
    for own in by_article.values():
        article = own[0].article
        for figure in article.figures:
            if figure.kind == "ordinal" and isinstance(figure.value, int) and 2 <= figure.value <= len(ORDINALS):
                counted = _counted(article, figure, own, group[0])
                since = _since(article, figure, counted.day) if counted and counted.day else None
                if counted and counted.day and since is not None:
                    yield Ordinal(article, figure, figure.value, counted.day, since, group)


def _counted(article: Article, figure: Figure, own: Sequence[Happening], kind: str) -> Happening | None:
    """The event that an ordinal counts: one in its sentence, and its day from that event or the report's latest one."""
    noun = stem(figure.of or "")
    if noun not in TIMES and KIND.get(noun, noun) != kind:
        return None
    sentence = sentence_at(article, figure.span.start)
    here = [m for m in own if sentence.overlaps(m.event.trigger)]
    if not here:
        return None
    near = min(here, key=lambda m: abs(m.event.trigger.start - figure.span.start))
    if near.day:
        return near
    dated = [m for m in own if m.day and m.event.trigger.start < figure.span.start]
    return max(dated, key=lambda m: (m.day or date.min, m.event.span), default=None)


def _since(article: Article, figure: Figure, day: date) -> date | None:
    """How far back an ordinal reaches; None where its sentence limits it in a way that is not understood."""
    sentence = sentence_at(article, figure.span.start)
    limits = [t for t in article.times if sentence.covers(t.span) and t.span.start > figure.span.start]
    for limit in limits:
        if limit.type == "DURATION":
            length = days_in(limit.value)
            return before(day, length) if length else None
        if limit.type == "DATE" and limit.value == f"{day:%Y}":
            return date(day.year, 1, 1)
        if limit.type == "DATE" and limit.value == f"{day:%Y-%m}":
            return date(day.year, day.month, 1)
    rest = article.text[figure.span.end : sentence.end].casefold().split()
    return None if LIMITING & set(rest) else date.min
