"""Days as reports give them: ISO 8601 and TIMEX3 values, and whether two of them can be the same day."""

from __future__ import annotations

import re
from datetime import date, timedelta

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_OPEN_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
_OPEN_DAY = re.compile(r"XXXX-(\d{2})-(\d{2})")
_PERIOD = re.compile(r"P(\d+)([DWMY])$")
_PERIOD_DAYS = {"D": 1, "W": 7, "M": 31, "Y": 366}


def day_of(value: str | None) -> date | None:
    """The calendar day of a value such as ``2023-11-03`` or ``2023-11-03T14:05``; None for anything less precise."""
    match = _DAY.match(value or "")
    if not match:
        return None
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        return None


def admits(value: str | None, day: date) -> bool:
    """Whether an open or coarse value (``XXXX-WXX-5``, ``XXXX-11-03``, ``2023-11``) can be this day.

    A value that says nothing of the day (None, ``PAST_REF``) admits none: silence is no evidence.
    """
    if not value:
        return False
    if match := _OPEN_WEEKDAY.match(value):
        return day.isoweekday() == int(match[1])
    if match := _OPEN_DAY.match(value):
        return (day.month, day.day) == (int(match[1]), int(match[2]))
    if (known := day_of(value)) is not None:
        return known == day
    return value == f"{day:%Y-%m}"


def is_open(value: str | None) -> bool:
    """Whether a value names a day that its own report cannot close: a weekday, or a day and month without a year."""
    return bool(value and (_OPEN_WEEKDAY.match(value) or _OPEN_DAY.match(value)))


def days_in(period: str) -> int | None:
    """The length of a period such as ``P1M`` in days, taken generously (a month is 31); None for vague ones (``PXD``)."""
    match = _PERIOD.match(period)
    return int(match[1]) * _PERIOD_DAYS[match[2]] if match else None


def before(day: date, days: int) -> date:
    """The day so many days earlier, not before the calendar begins."""
    return day - timedelta(days=min(days, day.toordinal() - 1))


def spoken(day: date) -> str:
    """A day as a sentence has it: 3 November 2023."""
    return f"{day.day} {day:%B} {day.year}"
