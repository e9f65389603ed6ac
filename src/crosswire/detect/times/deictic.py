"""From meaning to value against the day on which the words are said.

`deictic` is the one function for expressions that count from that day: detection calls it with the day of
publication, re-anchoring with the day of speaking.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from crosswire.detect.times.holidays import holiday
from crosswire.detect.times.meaning import Meaning
from crosswire.detect.times.values import SEASON_MONTHS, day_of, make_day, move, moved, week, year_value

Direction = Literal["past", "future"] | None


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day that "yesterday" counts from, and what to call it."""

    day: date
    name: str


@dataclass(frozen=True, slots=True)
class Resolved:
    """A value, and what it was resolved against (None: nothing was needed)."""

    value: str
    anchor: str | None = None


def with_part(value: str, meaning: Meaning) -> str:
    """A day's value with the part of the day or the clock time that the expression names."""
    if meaning.over and (day := day_of(value)) and (beyond := move(day, meaning.over)):
        value = beyond.isoformat()
    return f"{value}T{meaning.part}" if meaning.part else value


def deictic(meaning: Meaning, anchor: Anchor | None, direction: Direction) -> Resolved | None:
    """The value of an expression that counts from the day on which it is said; None where that day is not known."""
    if anchor is None:
        return None
    day = anchor.day
    value: str | None
    if meaning.form == "clock":
        value = day.isoformat()
    elif meaning.form == "shift":
        value = moved(day, meaning.amount or 0, meaning.unit)
    elif meaning.form == "period":
        value = _period(meaning, day, direction)
    elif meaning.weekday is not None and meaning.month is None and meaning.day is None:
        value = _weekday(meaning, day, direction)
    elif meaning.weekday is not None and meaning.month is None and meaning.day is not None:
        value = _weekday_and_day(meaning.weekday, meaning.day, day)
    else:
        year = day.year + meaning.years if meaning.years is not None else _near_year(meaning, day, direction)
        return in_calendar(meaning, year, anchor.name)
    return Resolved(with_part(value, meaning), anchor.name) if value else None


def is_deictic(meaning: Meaning) -> bool:
    """Whether the value counts from the day on which the words are said."""
    if meaning.form in ("shift", "period"):
        return meaning.base == "speech"
    return meaning.form == "calendar" and meaning.year is None and meaning.base == "speech"


def _period(meaning: Meaning, day: date, direction: Direction) -> str | None:
    which, unit = meaning.which or 0, meaning.unit
    if unit == "E":
        decade = day.year // 10 + which
        return f"{decade:03d}" if 0 <= decade <= 999 else None
    if unit == "C":
        return f"{day.year // 100 + which:02d}"
    if unit == "WE" and which <= 0 and direction != "future":
        if which < -1:
            return moved(day, which, "WE")
        back = 0 if day.isoweekday() >= 6 else 1
        return moved(day, -back if which == 0 or back else -1, "WE")
    return moved(day, which, unit)


def _weekday(meaning: Meaning, day: date, direction: Direction) -> str | None:
    weekday = meaning.weekday or 1
    if meaning.sub == "week":
        inside = move(day, 7 * (meaning.which or 0) + weekday - day.isoweekday())
        return inside.isoformat() if inside else None
    ahead = (weekday - day.isoweekday()) % 7
    behind = (day.isoweekday() - weekday) % 7
    if meaning.which == -1:
        step = -(behind or 7)
    elif meaning.which == 1:
        step = ahead or 7
    elif meaning.which == 0:
        step = -behind if direction == "past" and behind < ahead else ahead
    else:
        step = ahead if direction == "future" else -behind
    found = move(day, step + 7 * (meaning.amount or 0))
    return found.isoformat() if found else None


def _weekday_and_day(weekday: int, number: int, day: date) -> str | None:
    """Tuesday the 8th: the nearest day that is both."""
    for away in range(_BOTH):
        for step in (-away, away):
            found = move(day, step)
            if found and (found.isoweekday(), found.day) == (weekday, number):
                return found.isoformat()
    return None


_BOTH = 200


def _near_year(meaning: Meaning, day: date, direction: Direction) -> int:
    """The year that a month, day, season, quarter or named day without one belongs to."""
    if meaning.sub.startswith(("Q", "H")):
        return _quarter_year(meaning.sub, day, direction)
    if meaning.month is None and len(meaning.sub) == 2:
        return _season_year(meaning, day, direction)
    if meaning.which == 0:
        return day.year
    whole_month = meaning.day is None and not meaning.sub
    here = day.replace(day=1) if whole_month else day
    years = (day.year - 1, day.year, day.year + 1)
    gaps = [((start - here).days, year) for year in years if (start := _start(meaning, year))]
    if meaning.which == -1:
        gaps = [gap for gap in gaps if gap[0] < 0][-1:]
    elif meaning.which == 1:
        gaps = [gap for gap in gaps if gap[0] > 0][:1]
    return _nearest(gaps, direction) if gaps else day.year


def _quarter_year(sub: str, day: date, direction: Direction) -> int:
    size = 3 if sub[0] == "Q" else 6
    begins = (int(sub[1]) - 1) * size + 1
    # The quarter just behind is the one whose results are to come.
    if direction == "future":
        return day.year + (1 if begins + 2 * size - 1 < day.month else 0)
    return day.year - (1 if begins > day.month else 0)


def _nearest(gaps: list[tuple[int, int]], direction: Direction) -> int:
    """The nearest of three years' days, the way that the verb points weighing more."""

    def distance(gap: tuple[int, int]) -> float:
        ahead = gap[0] > 0
        wrong = (direction == "past" and ahead) or (direction == "future" and gap[0] < 0)
        return abs(gap[0]) * (6.0 if wrong else 1.0) + (20 if ahead and direction is None else 0)

    return min(gaps, key=distance)[1]


def _start(meaning: Meaning, year: int) -> date | None:
    if meaning.month is not None:
        return make_day(year, meaning.month, meaning.day or 1)
    return holiday(meaning.sub, year) if 1 <= year <= 9998 else None


def _season_year(meaning: Meaning, day: date, direction: Direction) -> int:
    begins = SEASON_MONTHS[meaning.sub]
    gap = begins - day.month
    if meaning.which == -1:
        return day.year if gap <= -3 else day.year - 1
    if meaning.which == 1 or direction == "future":
        return day.year if gap >= -2 + (3 if meaning.which == 1 else 0) else day.year + 1
    if meaning.which == 0:
        return day.year
    return day.year - 1 if gap > 6 else day.year


def in_calendar(meaning: Meaning, year: int, anchor: str | None) -> Resolved | None:
    """A date of the calendar with its year; None where the calendar does not have it."""
    written = year_value(year)
    if written is None:
        return None
    value: str | None = written
    if meaning.month is not None and meaning.day is None:
        value = f"{written}-{meaning.month:02d}"
    elif meaning.month is not None:
        value = _day_value(meaning, make_day(year, meaning.month, meaning.day or 1))
    elif len(meaning.sub) == 2 and meaning.sub.isupper():
        value = f"{written}-{meaning.sub}"
    elif meaning.sub:
        value = _day_value(meaning, holiday(meaning.sub, year) if year < 9999 else None)
    elif meaning.weekday is not None or meaning.day is not None:
        value = None
    return Resolved(value, anchor) if value else None


def _day_value(meaning: Meaning, day: date | None) -> str | None:
    if day is None:
        return None
    return week(day) if meaning.sub == "W" else with_part(day.isoformat(), meaning)
