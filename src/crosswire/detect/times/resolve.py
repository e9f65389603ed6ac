"""From meaning to value: against the day of publication or of speaking, or against the time told last.

`deictic` is the one function for expressions that count from when they are said; detection calls it with the day of
publication, re-anchoring with the day of speaking.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from crosswire.detect.times.holidays import holiday
from crosswire.detect.times.meaning import Meaning
from crosswire.detect.times.values import (
    OPEN,
    SEASON_MONTHS,
    day_of,
    make_day,
    month_value,
    move,
    moved,
    quarter_value,
    shifted_year,
    week,
    year_and_month,
    year_value,
)

Direction = Literal["past", "future"] | None
PREVIOUS = "previous time"


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


@dataclass(slots=True)
class Told:
    """What was told so far: the last time of each grain. Lives for one article."""

    home: date | None = None
    narrative: bool = False
    last: str = ""
    day: date | None = None
    quarter: str = ""
    year: int | None = None
    month: int | None = None

    def hear(self, meaning: Meaning, value: str) -> None:
        """Remember what was told, if it is a time that others may count from."""
        if meaning.type == "DURATION" and meaning.unit == "" and value in ("P9M", "P6M"):
            self.quarter = ""  # results of nine months are compared with those of nine months
        if meaning.type not in ("DATE", "TIME") or value.endswith("_REF"):
            return
        if not self.narrative and meaning.base == "previous" and meaning.unit in ("Y", "Q"):
            return  # a comparison; the report goes on about its own year
        self.note(value)

    def note(self, value: str) -> None:
        """Remember a resolved value as the time told last."""
        found = year_and_month(value)
        if found is None:
            return
        self.last = value
        self.year, self.month = found
        if day := day_of(value):
            self.day = day
        elif self.day is not None and self.month is not None and (self.day.year, self.day.month) != found:
            self.day = None
        if "-Q" in value and self._of_today(value):
            self.quarter = value

    def _of_today(self, value: str) -> bool:
        """Whether a quarter is one that a report of the day tells of, not one that it is compared with."""
        if self.home is None or self.narrative:
            return True
        behind = (self.home.year - int(value[:4])) * 4 + (self.home.month - 1) // 3 + 1 - int(value[6:7])
        return behind < 4


def resolve(meaning: Meaning, anchor: Anchor | None, told: Told, direction: Direction) -> Resolved:
    """The value of an expression in its place in the text."""
    if meaning.form == "fixed":
        return Resolved(meaning.value)
    if meaning.form == "period" and meaning.year is not None:
        part = told.quarter[4:] if told.quarter else ""
        return Resolved(f"{meaning.year:04d}{part}", PREVIOUS if part else None)
    found: Resolved | None = None
    if meaning.year is not None:
        found = _calendar(meaning, meaning.year, None)
    elif _counts_from_told(meaning, told):
        found = _previous(meaning, anchor, told)
    if found is None and not (told.narrative and _plain_date(meaning)):
        found = deictic(meaning, anchor, direction)
    return found or Resolved(open_value(meaning))


def _counts_from_told(meaning: Meaning, told: Told) -> bool:
    """Whether the time told last comes before the day of publication."""
    if meaning.base == "previous" or meaning.form == "clock":
        return True
    if told.narrative:
        return meaning.form == "calendar" or (meaning.form == "period" and not meaning.which)
    return bool(told.quarter) and _a_year_ago(meaning)


def _plain_date(meaning: Meaning) -> bool:
    """A part of the calendar that does not say from where it counts."""
    return meaning.form == "calendar" and meaning.which is None and meaning.years is None


def _a_year_ago(meaning: Meaning) -> bool:
    return meaning.form == "shift" and (meaning.unit, meaning.amount) == ("Y", -1)


def open_value(meaning: Meaning) -> str:
    """What an expression says by itself, the rest left open."""
    if meaning.form == "clock":
        return f"XXXX-XX-XXT{meaning.part}"
    if meaning.form in ("shift", "period"):
        value = OPEN[meaning.unit]
    elif meaning.month is not None:
        value = f"XXXX-{meaning.month:02d}" + (f"-{meaning.day:02d}" if meaning.day else "")
    elif meaning.weekday is not None:
        value = f"XXXX-WXX-{meaning.weekday}"
    else:
        value = f"XXXX-{meaning.sub}" if len(meaning.sub) == 2 and meaning.sub.isupper() else "XXXX-XX-XX"
        fixed = holiday(meaning.sub, 2001)
        if (fixed and fixed == holiday(meaning.sub, 2002)) or (fixed and _same_day(meaning.sub)):
            value = f"XXXX-{fixed:%m-%d}"
    return _with_part(value, meaning)


def _same_day(name: str) -> bool:
    days = {f"{day:%m-%d}" for year in (2001, 2002, 2003) if (day := holiday(name, year))}
    return len(days) == 1


def _with_part(value: str, meaning: Meaning) -> str:
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
    else:
        year = day.year + meaning.years if meaning.years is not None else _near_year(meaning, day, direction)
        found = _calendar(meaning, year, anchor.name)
        return found
    return Resolved(_with_part(value, meaning), anchor.name) if value else None


def is_deictic(meaning: Meaning) -> bool:
    """Whether the value counts from the day on which the words are said."""
    if meaning.form in ("shift", "period"):
        return meaning.base == "speech"
    return meaning.form == "calendar" and meaning.year is None and meaning.base == "speech"


# --- from the day on which it is said ---------------------------------------------------------------------------------


def _period(meaning: Meaning, day: date, direction: Direction) -> str | None:
    which, unit = meaning.which or 0, meaning.unit
    if unit == "E":
        decade = day.year // 10 + which
        return f"{decade:03d}" if 0 <= decade <= 999 else None
    if unit == "C":
        return f"{day.year // 100 + which:02d}"
    if unit == "WE" and which <= 0 and direction != "future":
        back = 0 if day.isoweekday() >= 6 else 1
        return moved(day, -back if which == 0 or back else -1, "WE")
    return moved(day, which, unit)


def _weekday(meaning: Meaning, day: date, direction: Direction) -> str | None:
    weekday = meaning.weekday or 1
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
    found = move(day, step)
    return found.isoformat() if found else None


def _near_year(meaning: Meaning, day: date, direction: Direction) -> int:
    """The year that a month, day, season, quarter or named day without one belongs to."""
    if meaning.sub.startswith(("Q", "H")):
        size = 3 if meaning.sub[0] == "Q" else 6
        begins = (int(meaning.sub[1]) - 1) * size + 1
        # The quarter just behind is the one whose results are to come.
        if direction == "future":
            return day.year + (1 if begins + 2 * size - 1 < day.month else 0)
        return day.year - (1 if begins > day.month else 0)
    if meaning.month is None and len(meaning.sub) == 2:
        return _season_year(meaning, day, direction)
    candidates = [(year, start) for year in (day.year - 1, day.year, day.year + 1) if (start := _start(meaning, year))]
    if not candidates:
        return day.year
    whole_month = meaning.day is None and not meaning.sub
    here = day.replace(day=1) if whole_month else day
    gaps = [((start - here).days, year) for year, start in candidates]
    if meaning.which == -1:
        return max((g for g in gaps if g[0] < 0), default=gaps[0])[1]
    if meaning.which == 1:
        return min((g for g in gaps if g[0] > 0), default=gaps[-1])[1]
    if meaning.which == 0:
        return day.year
    return _nearest(gaps, direction)


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


def _calendar(meaning: Meaning, year: int, anchor: str | None) -> Resolved | None:
    """A date of the calendar with its year."""
    written = year_value(year)
    if written is None:
        return None
    if meaning.month is not None:
        if meaning.day is None:
            return Resolved(f"{written}-{meaning.month:02d}", anchor)
        day = make_day(year, meaning.month, meaning.day)
        if day is None:
            return None
        return Resolved(week(day) if meaning.sub == "W" else _with_part(day.isoformat(), meaning), anchor)
    if len(meaning.sub) == 2 and meaning.sub.isupper():
        return Resolved(f"{written}-{meaning.sub}", anchor)
    if meaning.sub:
        named = holiday(meaning.sub, year) if year < 9999 else None
        return Resolved(_with_part(named.isoformat(), meaning), anchor) if named else None
    return Resolved(_with_part(written, meaning), anchor) if meaning.weekday is None and meaning.day is None else None


# --- from what was told last ------------------------------------------------------------------------------------------


def _previous(meaning: Meaning, anchor: Anchor | None, told: Told) -> Resolved | None:
    if meaning.form == "clock":
        return Resolved(f"{told.day.isoformat()}T{meaning.part}", PREVIOUS) if told.day else None
    if meaning.form == "shift":
        return _shift_from_told(meaning, anchor, told)
    if meaning.form == "period":
        return _period_from_told(meaning, anchor, told)
    return _calendar_from_told(meaning, told)


def _shift_from_told(meaning: Meaning, anchor: Anchor | None, told: Told) -> Resolved | None:
    unit, amount = meaning.unit, meaning.amount or 0
    if meaning.sub == "ago" and not told.quarter and not told.narrative:
        return deictic(meaning, anchor, None)
    if unit in ("Y", "E", "C"):
        return _years_from_told(meaning, told)
    if unit in ("D", "W") and told.day is not None:
        day = move(told.day, amount * (7 if unit == "W" else 1))
        return Resolved(_with_part(day.isoformat(), meaning), PREVIOUS) if day else None
    if unit == "M" and told.year and told.month:
        value = month_value(date(told.year, told.month, 1), amount)
        return Resolved(value, PREVIOUS) if value else None
    return None


def _years_from_told(meaning: Meaning, told: Told) -> Resolved | None:
    years = (meaning.amount or 0) * {"Y": 1, "E": 10, "C": 100}[meaning.unit]
    base = told.quarter or told.last
    if meaning.sub.startswith("Q"):
        base = f"{told.year}-{meaning.sub}" if told.year else ""
    elif told.narrative:
        base = told.last[:4]
    elif not told.quarter:
        base = told.last[:4] if told.last else ""
    value = shifted_year(base, years) if base else None
    return Resolved(value, PREVIOUS) if value else None


def _period_from_told(meaning: Meaning, anchor: Anchor | None, told: Told) -> Resolved | None:
    which, unit = meaning.which or 0, meaning.unit
    if unit == "Q":
        if (told.quarter and which == 0) or (meaning.sub == "latest" and told.quarter):
            return Resolved(told.quarter, PREVIOUS)
        value = quarter_value(anchor.day, which if which else -1) if anchor else None
        return Resolved(value, anchor.name) if value and anchor else None
    if unit == "Y" and told.year:
        value = year_value(told.year + which)
        return Resolved(value, PREVIOUS) if value else None
    if unit == "M" and told.year and told.month:
        value = month_value(date(told.year, told.month, 1), which)
        return Resolved(value, PREVIOUS) if value else None
    if unit == "W" and told.day:
        value = moved(told.day, which, unit)
        return Resolved(value, PREVIOUS) if value else None
    return None


def _calendar_from_told(meaning: Meaning, told: Told) -> Resolved | None:
    if meaning.years is not None:
        return _calendar(meaning, told.year + meaning.years, PREVIOUS) if told.year else None
    if meaning.weekday is not None and meaning.month is None and meaning.day is None:
        return _weekday_from_told(meaning, told)
    if told.year is None:
        return None
    year = told.year + (meaning.which or 0)
    # A story goes on: January after December is that of the next year.
    if (
        meaning.which is None
        and meaning.month is not None
        and told.month is not None
        and told.month >= 11
        and meaning.month <= 2
    ):
        year += 1
    return _calendar(meaning, year, PREVIOUS)


def _weekday_from_told(meaning: Meaning, told: Told) -> Resolved | None:
    if told.day is None or meaning.weekday is None:
        return None
    which = meaning.which if meaning.which is not None else 0
    ahead, behind = (meaning.weekday - told.day.isoweekday()) % 7, (told.day.isoweekday() - meaning.weekday) % 7
    day = move(told.day, -(behind or 7) if which < 0 else (ahead or 7) if which > 0 else ahead)
    return Resolved(_with_part(day.isoformat(), meaning), PREVIOUS) if day else None
