"""TIMEX3 values: writing them, and moving them along the calendar.

The value of a decade or century is its leading digits ("198", "19"), of a week its ISO 8601 week, of a weekend
``YYYY-Www-WE``; what is not known is X (TimeML 1.2.1; ISO 8601).
"""

from __future__ import annotations

import re
from datetime import date

OPEN = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX", "Q": "XXXX-QX", "E": "XXX", "C": "XX", "L": "X",
    "WE": "XXXX-WXX-WE",
}  # fmt: skip
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_YEAR = re.compile(r"(\d{4})(?:-(\d\d))?(?![\dX])")


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, if the calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def move(day: date, days: int) -> date | None:
    """The day so many days away, if the calendar reaches it."""
    ordinal = day.toordinal() + days
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def day_of(value: str) -> date | None:
    """The day that a value begins with, if it names one."""
    match = _DAY.match(value)
    return make_day(*(int(part) for part in match.groups())) if match else None


def year_and_month(value: str) -> tuple[int, int | None] | None:
    """The year that a value begins with, and its month where it has one."""
    match = _YEAR.match(value)
    if match is None:
        return None
    month = int(match[2]) if match[2] else 0
    return int(match[1]), month if 1 <= month <= 12 else None


def week(day: date) -> str:
    """The ISO week of a day."""
    year, number, _ = day.isocalendar()
    return f"{year:04d}-W{number:02d}"


def year_value(number: int) -> str | None:
    """A year in four digits."""
    return f"{number:04d}" if 1 <= number <= 9999 else None


def month_value(day: date, months: int = 0) -> str | None:
    """The month of a day, so many months away."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return f"{year:04d}-{month + 1:02d}" if 1 <= year <= 9999 else None


def quarter_value(day: date, quarters: int = 0) -> str | None:
    """The quarter of a day, so many quarters away."""
    year, quarter = divmod(day.year * 4 + (day.month - 1) // 3 + quarters, 4)
    return f"{year:04d}-Q{quarter + 1}" if 1 <= year <= 9999 else None


def moved(day: date, amount: int, unit: str) -> str | None:
    """The unit of time that lies ``amount`` units from a day, as precise as its unit; None beyond the calendar."""
    if unit == "D":
        found = move(day, amount)
        return found.isoformat() if found else None
    if unit in ("W", "WE"):
        found = move(day, 7 * amount)
        return (week(found) + ("-WE" if unit == "WE" else "")) if found else None
    if unit == "M":
        return month_value(day, amount)
    if unit == "Q":
        return quarter_value(day, amount)
    return year_value(day.year + amount * {"Y": 1, "E": 10, "C": 100, "L": 1000}[unit])


def shifted_year(value: str, years: int) -> str | None:
    """The same part of another year: "1989-Q3" a year before is "1988-Q3"."""
    if not re.match(r"\d{4}(?!\d)", value):
        return None
    year = year_value(int(value[:4]) + years)
    return year + value[4:] if year else None
