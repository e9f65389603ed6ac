"""When a report was published, as its own text tells: which stamp counts, and which reading of a numeric date.

Never guessed: a numeric date is read by a number above 12, by its weekday, by the address, by another stamp, or by the
dates that the text looks back on; if none of these decides, there is no value, and a warning names both readings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from crosswire.clean.dates import Written, day_of, written
from crosswire.model import Published, PublishedBasis, Span, Warn

_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(\d\d)[/-]?(\d\d)(?=[/_.-]|$)")
NEAR, APART = 45, 30
LONGEST_LOOK = 200_000


class Stamp(NamedTuple):
    """A date found where publication is told: what was written, whether it is of an update, and where it stood."""

    date: Written
    later: bool
    basis: PublishedBasis


def published_from(text: str, stamps: Sequence[Stamp], url: str | None) -> tuple[Published | None, tuple[Warn, ...]]:
    """The publication date that stamps and address tell, and a warning where a numeric date stays ambiguous."""
    address = _address_day(url)
    warnings: list[Warn] = []
    tried: set[tuple[str, ...]] = set()
    for stamp in sorted(stamps, key=lambda s: s.later):
        year, why = _year(text, stamp, address)
        values = stamp.date.values(year)
        if not values or values in tried:
            continue
        tried.add(values)
        if len(values) == 1:
            return Published(values[0], stamp.basis, stamp.date.span, (), why), ()
        chosen, because = _choose(text, stamp, stamps, values, address)
        if chosen is not None:
            others = tuple(v for v in values if v != chosen)
            return Published(chosen, stamp.basis, stamp.date.span, others, because), ()
        warnings.append(_ambiguous(text, stamp, values))
    if address is not None:
        return Published(address.isoformat(), "url", None, (), "the date in the address"), ()
    return None, tuple(warnings[:1])


def _ambiguous(text: str, stamp: Stamp, values: Sequence[str]) -> Warn:
    words = stamp.date.span.of(text)
    return Warn(
        "ambiguous-date",
        f"“{words}” may be {values[0]} (month first) or {values[1]} (day first); nothing in the text decides",
    )


def _address_day(url: str | None) -> date | None:
    found = _ADDRESS.search(url) if url else None
    return day_of(*(int(n) for n in found.groups())) if found else None


def _year(text: str, stamp: Stamp, address: date | None) -> tuple[int | None, str | None]:
    """The year of a date written without one: from the address, or from the full dates in the text if they agree."""
    if stamp.date.year is not None:
        return None, None
    month, day = stamp.date.readings[0]
    if address is not None and (near := day_of(address.year, month, day)) and abs((near - address).days) <= NEAR:
        return address.year, f"the year {address.year} is that of the address"
    years: set[int] = set()
    for other in written(text, 0, min(len(text), LONGEST_LOOK)):
        if other.year is None or other.numeric:
            continue
        told = day_of(other.year, *other.readings[0])
        for year in (other.year - 1, other.year, other.year + 1):
            here = day_of(year, month, day)
            if told and here and -14 <= (here - told).days <= NEAR:
                years.add(year)
    if len(years) == 1:
        year = years.pop()
        return year, f"the year {year} is that of the full dates in the text"
    return None, None


def _choose(
    text: str, stamp: Stamp, stamps: Sequence[Stamp], values: Sequence[str], address: date | None
) -> tuple[str | None, str | None]:
    """The reading of a numeric date that the evidence chooses, and that evidence in words."""
    days = [date.fromisoformat(v[:10]) for v in values]
    tests = [
        (address, "the address has the same day"),
        *((_settled(s), f"“{s.date.span.of(text)}” beside it is the same day") for s in stamps if s is not stamp),
    ]
    for i, day in enumerate(days):
        order = "month first" if i == 0 else "day first"
        if stamp.date.weekday is not None and [d.weekday() for d in days].count(stamp.date.weekday) == 1:
            if day.weekday() == stamp.date.weekday:
                return values[i], f"{order}: only so is it the weekday that stands beside it"
            continue
        for other, words in tests:
            if other == day:
                return values[i], f"{order}: {words}"
    return _by_mentions(text, stamp, days, values)


def _settled(stamp: Stamp) -> date | None:
    values = stamp.date.values()
    return date.fromisoformat(values[0][:10]) if len(values) == 1 else None


def _by_mentions(text: str, stamp: Stamp, days: Sequence[date], values: Sequence[str]) -> tuple[str | None, str | None]:
    """The reading to which the days that the text mentions lie much nearer: a report tells of the weeks about it."""
    mentions = _mentions(text, stamp.date.span)
    if not mentions:
        return None, None
    weekday = [sum(_on_weekday(m, d) for m in mentions) for d in days]
    far = [sorted(_distance(m, d) for m in mentions) for d in days]
    typical = [f[len(f) // 2] for f in far]
    best = 0 if typical[0] < typical[1] else 1
    other = 1 - best
    order = "day first" if best else "month first"
    if weekday[best] > weekday[other] and typical[best] <= NEAR:
        return values[best], f"{order}: only with {values[best][:10]} do the weekdays in the text fall on their dates"
    clear = typical[best] <= NEAR and typical[other] - typical[best] >= APART
    if not clear or len({m.readings for m in mentions}) < 2 or weekday[other] > weekday[best]:
        return None, None
    names = ", ".join(dict.fromkeys(m.span.of(text) for m in mentions[:6]))
    return values[best], (
        f"{order}: the dates that the text names ({names}) lie {far[best][0]} to {far[best][-1]} days from "
        f"{values[best][:10]}, and {far[other][0]} to {far[other][-1]} days from {values[other][:10]}"
    )


def _mentions(text: str, stamp: Span) -> list[Written]:
    """The days of a month that the text names in words, apart from the stamp."""
    found: Iterable[Written] = written(text, 0, min(len(text), LONGEST_LOOK))
    return [m for m in found if not m.numeric and not m.span.overlaps(stamp)]


def _nearest(mention: Written, day: date) -> date | None:
    """The day that a mention means to one who writes on ``day``: the last such day, or one in the two months ahead."""
    if mention.year is not None:
        return day_of(mention.year, *mention.readings[0])
    years = (day.year + 1, day.year, day.year - 1)
    found = [d for y in years if (d := day_of(y, *mention.readings[0])) is not None and (d - day).days <= 60]
    return found[0] if found else None


def _distance(mention: Written, day: date) -> int:
    meant = _nearest(mention, day)
    return abs((meant - day).days) if meant else 366


def _on_weekday(mention: Written, day: date) -> bool:
    meant = _nearest(mention, day)
    return mention.weekday is not None and meant is not None and meant.weekday() == mention.weekday
