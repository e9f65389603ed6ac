"""From meaning to value against what was told last ("two days later", "that evening"; January after December)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from crosswire.detect.times.deictic import Anchor, Resolved, deictic, in_calendar, with_part
from crosswire.detect.times.holidays import holiday
from crosswire.detect.times.meaning import Meaning
from crosswire.detect.times.values import (
    SEASON_MONTHS,
    day_of,
    month_value,
    move,
    moved,
    quarter_value,
    shifted_year,
    year_and_month,
    year_value,
)

PREVIOUS = "previous time"


@dataclass(slots=True)
class Told:
    """What was told so far: the last time of each grain; ``behind``: a pluperfect steps back now. Lives for one article."""

    home: date | None = None
    narrative: bool = False
    last: str = ""
    day: date | None = None
    quarter: str = ""
    year: int | None = None
    month: int | None = None
    decade: int | None = None
    behind: bool = False

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
            if len(value) == 3 and value.isdecimal():
                self.decade = int(value)
            return
        self.decade = found[0] // 10
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


def from_told(meaning: Meaning, anchor: Anchor | None, told: Told) -> Resolved | None:
    """The value that the time told last gives; None where nothing told fits."""
    if meaning.form == "clock":
        return Resolved(with_part(told.day.isoformat(), meaning), PREVIOUS) if told.day else None
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
    if meaning.sub == "the" and meaning.part in _MORNING and told.last[11:] in _NIGHT:
        amount += 1  # "on the night of 2 May it rained; in the morning ..."
    if unit in ("D", "W") and told.day is not None:
        day = move(told.day, amount * (7 if unit == "W" else 1))
        return Resolved(with_part(day.isoformat(), meaning), PREVIOUS) if day else None
    if unit == "M" and told.year and told.month:
        value = month_value(date(told.year, told.month, 1), amount)
        return Resolved(value, PREVIOUS) if value else None
    return None


_MORNING = frozenset({"MO", "DW"})
_NIGHT = frozenset({"NI", "EV"})


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
    value: str | None = None
    if unit == "Q":
        if (told.quarter and which == 0) or (meaning.sub == "latest" and told.quarter):
            return Resolved(told.quarter, PREVIOUS)
        value = quarter_value(anchor.day, which if which else -1) if anchor else None
        return Resolved(value, anchor.name) if value and anchor else None
    if unit in ("E", "C"):
        value = _decades(told, which, unit)
    elif unit == "Y" and told.year:
        value = year_value(told.year + which)
    elif unit == "M" and told.year and told.month:
        value = month_value(date(told.year, told.month, 1), which)
    elif unit == "W" and told.day:
        value = moved(told.day, which, unit)
    return Resolved(value, PREVIOUS) if value else None


def _decades(told: Told, which: int, unit: str) -> str | None:
    """The decade or century told last, or one beside it; in a report of the day that is its own."""
    if told.decade is None or not (told.narrative or told.home is None):
        return None
    number = (told.decade if unit == "E" else told.decade // 10) + which
    return f"{number:03d}" if unit == "E" and number >= 0 else f"{number:02d}" if number >= 0 else None


def _calendar_from_told(meaning: Meaning, told: Told) -> Resolved | None:
    if meaning.years is not None:
        return in_calendar(meaning, told.year + meaning.years, PREVIOUS) if told.year else None
    if meaning.weekday is not None and meaning.month is None and meaning.day is None:
        return _weekday_from_told(meaning, told)
    if told.year is None:
        return None
    if meaning.month is None and meaning.day is not None and meaning.weekday is None:
        return in_calendar(replace(meaning, month=told.month), told.year, PREVIOUS) if told.month else None
    year = told.year + (meaning.which or 0)
    if _goes_on(meaning, told):
        year += 1
    return in_calendar(meaning, year, PREVIOUS)


def _goes_on(meaning: Meaning, told: Told) -> bool:
    """Whether a story has come to the next year: January after December, the spring after October.

    What lies behind what is being told ("in March she had left") does not carry the story on.
    """
    last = told.month or SEASON_MONTHS.get(told.last[5:] if told.last[5:] != "WI" else "")
    if meaning.which is not None or last is None or told.behind:
        return False
    if meaning.month is not None:
        return last - meaning.month >= _YEAR_TURNS
    named = holiday(meaning.sub, 2001) if meaning.sub else None
    month = SEASON_MONTHS.get(meaning.sub, named.month if named else None)
    return month is not None and last - month >= _SEASON_TURNS


_YEAR_TURNS = 8
_SEASON_TURNS = 6


def _weekday_from_told(meaning: Meaning, told: Told) -> Resolved | None:
    if told.day is None or meaning.weekday is None:
        return None
    which = meaning.which if meaning.which is not None else 0
    ahead, behind = (meaning.weekday - told.day.isoweekday()) % 7, (told.day.isoweekday() - meaning.weekday) % 7
    day = move(told.day, -(behind or 7) if which < 0 else (ahead or 7) if which > 0 else ahead)
    return Resolved(with_part(day.isoformat(), meaning), PREVIOUS) if day else None
