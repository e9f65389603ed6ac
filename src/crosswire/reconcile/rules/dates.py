"""Dates: open days that the story closes, and events that took place on another day than announced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from crosswire.model import Article, Bounds, Evidence, Finding, Span
from crosswire.reconcile.days import day_of, spoken
from crosswire.reconcile.happenings import Happening
from crosswire.reconcile.view import View
from crosswire.reconcile.words import label, shown


def closed_dates(view: View) -> Iterator[Finding]:
    """A report without a date names a weekday; another report's date for the same event closes it."""
    for article in view.articles:
        for one in _limits(view, article):
            if one.day:
                other = view.by_id[one.closed_by[0].article]
                statement = (
                    f"{label(article)} gives no date for “{shown(one.shown.quote)}”; {label(other)} puts it on "
                    f"{spoken(one.day)}{_written(one)}."
                )
                yield view.finding("inference", "date", statement, 0.8, [one.shown, *one.closed_by])


def moved_dates(view: View) -> Iterator[Finding]:
    """What one report announced for a day, a later report puts on another day within the week after."""
    for members in view.happenings.values():
        planned = [m for m in members if m.day and m.event.status == "planned"]
        done = [m for m in members if m.day and m.event.status == "happened"]
        for one in planned:
            if any(m.day == one.day for m in done):
                continue
            told = day_of(one.article.published.value if one.article.published else None)
            later = [
                m
                for m in done
                if told and m.day and one.day and m.article.id != one.article.id and 0 < (m.day - one.day).days <= 7
            ]
            for other in later[:1]:
                if one.day and other.day:
                    statement = (
                        f"{label(one.article)} announced for {spoken(one.day)}: “{shown(one.shown.quote)}”; "
                        f"{label(other.article)} puts it on {spoken(other.day)}: “{shown(other.shown.quote)}”."
                    )
                    yield view.finding("update", "date", statement, 0.5, [one.shown, other.shown])


def bounds(view: View, article: Article) -> Bounds | None:
    """Between which days an undated report was written, from the events that the story dates."""
    because: dict[Evidence, None] = {}
    days = {"happened": "", "planned": ""}
    for one in _limits(view, article):
        if one.day:
            because.update(dict.fromkeys((one.shown, *one.closed_by)))
            days[one.event.status] = one.day.isoformat()
    return Bounds(days["happened"] or None, days["planned"] or None, tuple(because)) if because else None


def _limits(view: View, article: Article) -> Sequence[Happening]:
    """The last of an undated report's events that happened on a day, and the first of those that it announces for one."""
    if article.published:
        return ()
    mine = view.closed.get(article.id, ())
    past = [m for m in mine if m.event.status == "happened"]
    ahead = [m for m in mine if m.event.status == "planned"]
    return (*sorted(past, key=_by_day)[-1:], *sorted(ahead, key=_by_day)[:1])


def _by_day(one: Happening) -> tuple[date, Span]:
    return one.day or date.max, one.event.span


def _written(one: Happening) -> str:
    if one.event.status == "happened":
        return ", so that the report was written on that day or later"
    return ", so that the report was written on that day or before" if one.event.status == "planned" else ""
