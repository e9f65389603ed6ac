"""What one report announced, another says happened, or was called off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from crosswire.model import Finding
from crosswire.reconcile.days import spoken
from crosswire.reconcile.happenings import Happening
from crosswire.reconcile.view import View
from crosswire.reconcile.words import label, listed, shown


def announced_and_done(view: View) -> Iterator[Finding]:
    """What one report announced for a day, another report says happened on that day (or was cancelled)."""
    for members in view.happenings.values():
        by_day: dict[date, list[Happening]] = defaultdict(list)
        for one in members:
            if one.day:
                by_day[one.day].append(one)
        for day, same in sorted(by_day.items()):
            yield from _confirmations(view, day, same)


def contested(view: View) -> Iterator[Finding]:
    """One report says that something happened on a day, another that it did not."""
    for members in view.happenings.values():
        for denied in (m for m in members if m.event.status == "denied" and m.day):
            told = [
                m
                for m in members
                if (m.day, m.event.lemma, m.event.status) == (denied.day, denied.event.lemma, "happened")
                and m.article.id != denied.article.id
            ]
            if told:
                statement = (
                    f"{_reports(told)} reported “{shown(told[0].shown.quote)}”; "
                    f"{label(denied.article)} has it denied: “{shown(denied.shown.quote)}”."
                )
                yield view.finding("conflict", "negation", statement, 0.6, [denied.shown, *(m.shown for m in told)])


def _confirmations(view: View, day: date, same: Sequence[Happening]) -> Iterator[Finding]:
    planned = [m for m in same if m.event.status == "planned"]
    for status, said in (("happened", "as having happened"), ("cancelled", "as called off")):
        done = [m for m in same if m.event.status == status]
        before = [m for m in planned if all(m.article.id != d.article.id for d in done)]
        if before and done:
            sure = 0.9 if not any(m.closed_by for m in (*before, *done)) else 0.8
            statement = (
                f"{_reports(before)} announced for {spoken(day)}: “{shown(before[0].shown.quote)}”; "
                f"{_reports(done)} reported it {said}: “{shown(done[0].shown.quote)}”."
            )
            yield view.finding("confirmation", "status", statement, sure, [m.shown for m in (*before, *done)])


def _reports(members: Sequence[Happening]) -> str:
    return listed(list(dict.fromkeys(label(m.article) for m in members)))
