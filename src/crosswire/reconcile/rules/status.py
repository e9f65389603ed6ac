"""What one report announced, another says happened, or was called off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from crosswire.model import Finding
from crosswire.reconcile.days import spoken
from crosswire.reconcile.happenings import Happening
from crosswire.reconcile.view import View
from crosswire.reconcile.words import label, several, shown


def announced_and_done(view: View) -> Iterator[Finding]:
    """What one report announced for a day, another report says happened on that day (or was cancelled)."""
    for members in view.happenings.values():
        by_day: dict[date, list[Happening]] = defaultdict(list)
        for one in members:
            if one.day:
                by_day[one.day].append(one)
        for day, same in sorted(by_day.items()):
            yield from _confirmations(view, day, same)


def _confirmations(view: View, day: date, same: Sequence[Happening]) -> Iterator[Finding]:
    planned = [m for m in same if m.event.status == "planned"]
    for status, said in (("happened", "as having happened"), ("cancelled", "as called off")):
        done = [m for m in same if m.event.status == status]
        reports = {m.article.id for m in done}
        before = [m for m in planned if m.article.id not in reports]
        if before and done:
            sure = 0.9 if not any(m.closed_by for m in (*before, *done)) else 0.8
            statement = (
                f"{_reports(before)} announced for {spoken(day)}: “{shown(before[0].shown.quote)}”; "
                f"{_reports(done)} reported it {said}: “{shown(done[0].shown.quote)}”."
            )
            yield view.finding("confirmation", "status", statement, sure, [m.shown for m in (*before, *done)])


def _reports(members: Sequence[Happening]) -> str:
    return several(list(dict.fromkeys(label(m.article) for m in members)))
