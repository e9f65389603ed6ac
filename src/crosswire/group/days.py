"""Days that a report speaks of: two happenings of one kind are told in the same words, but not of the same days."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from itertools import islice

READ = 8_000  # characters
FIRST_DAYS, FIRST_WEEKDAYS = 6, 4
HALF = 600  # characters after which a day counts half
ASSUMED = (0.7, 0.3)  # of a report that names no day: that of its publication, and the one before
FULL = 255

_MONTHS = "January February March April May June July August September October November December".split()
_SHORT = {"Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7, "Aug": 8, "Sep": 9, "Sept": 9, "Oct": 10, "Nov": 11, "Dec": 12}  # fmt: skip
_MONTH = {name: n for n, name in enumerate(_MONTHS, 1)} | _SHORT
_NAMES = "|".join(sorted(_MONTH, key=len, reverse=True))
_ORDINAL = r"(\d{1,2})(?:st|nd|rd|th)?"
_DATE = re.compile(rf"\b(?:({_NAMES})\b\.? {_ORDINAL}|{_ORDINAL} ({_NAMES})\b\.?)(?:,? ((?:19|20)\d\d))?\b")
_WEEKDAYS = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")
_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEKDAYS)})day\b")
_NEXT = re.compile(r"\b(?:next|coming|will|upcoming)\W{1,3}(?:on )?$")


def spoken_days(text: str, published: int | None) -> dict[int, int]:
    """The first days that a text speaks of, with how early it does.

    Args:
        text: of a report, in English; "Friday" is the last one before its publication, or this day itself.
        published: the day of its publication, as `date.toordinal` counts; None if it is not known.

    Returns:
        Days as they are counted above, each from 1 to `FULL`; for a text that names none, its publication; none if
        that is not known.
    """
    if published is None:
        return {}
    found: list[tuple[int, int]] = []
    for match in _DATE.finditer(text, 0, READ):
        day = _nearest(_MONTH[match[1] or match[4]], int(match[2] or match[3]), match[5], published)
        if day is not None:
            found.append((match.start(), day))
    weekday = date.fromordinal(published).weekday()
    for match in _WEEKDAY.finditer(text, 0, READ):
        back = (weekday - _WEEKDAYS.index(match[1])) % 7
        ahead = 7 if back and _NEXT.search(text, max(0, match.start() - 12), match.start()) else 0
        found.append((match.start(), published - back + ahead))
    if not found:
        return {published - n: round(share * FULL) for n, share in enumerate(ASSUMED)}
    weights: Counter[int] = Counter()
    for at, day in sorted(found)[:FIRST_DAYS]:
        weights[day] += _early(at)
    return {day: min(weight, FULL) for day, weight in weights.items()}


def spoken_weekdays(text: str, published: int | None) -> bytes:
    """The first days of the week that a text names, from Monday on, each from 0 to `FULL`; the same for its publication."""
    weights = [0] * 7
    for match in islice(_WEEKDAY.finditer(text, 0, READ), FIRST_WEEKDAYS):
        weights[_WEEKDAYS.index(match[1])] += _early(match.start())
    if not any(weights) and published is not None:
        for n, share in enumerate(ASSUMED):
            weights[(date.fromordinal(published).weekday() - n) % 7] = round(share * FULL)
    return bytes(min(weight, FULL) for weight in weights)


def _early(at: int) -> int:
    return round(FULL / (1 + at / HALF))


def _nearest(month: int, day: int, year: str | None, published: int) -> int | None:
    """The day of a date; without a year the one that is nearest to the publication."""
    this = date.fromordinal(published).year
    years = [int(year)] if year else [this - 1, this, this + 1]
    days: list[int] = []
    for one in years:
        try:
            days.append(date(one, month, day).toordinal())
        except ValueError:  # no such day, or year
            continue
    return min(days, key=lambda one: (abs(one - published), one), default=None)
