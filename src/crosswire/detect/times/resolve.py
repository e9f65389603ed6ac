"""From meaning to value: against the day of publication, or against the time told last."""

from __future__ import annotations

from crosswire.detect.times.deictic import Anchor, Direction, Resolved, deictic, in_calendar, with_part
from crosswire.detect.times.holidays import holiday
from crosswire.detect.times.meaning import Meaning
from crosswire.detect.times.told import PREVIOUS, Told, from_told
from crosswire.detect.times.values import OPEN


def resolve(meaning: Meaning, anchor: Anchor | None, told: Told, direction: Direction) -> Resolved:
    """The value of an expression in its place in the text."""
    if meaning.form == "fixed":
        return Resolved(meaning.value)
    if meaning.form == "period" and meaning.year is not None:
        part = told.quarter[4:] if told.quarter else ""
        return Resolved(f"{meaning.year:04d}{part}", PREVIOUS if part else None)
    found: Resolved | None = None
    if meaning.year is not None:
        found = in_calendar(meaning, meaning.year, None)
    elif _counts_from_told(meaning, told):
        found = from_told(meaning, anchor, told)
    if found is None and not _needs_told(meaning, told):
        found = deictic(meaning, anchor, direction)
    return found or Resolved(open_value(meaning))


def _counts_from_told(meaning: Meaning, told: Told) -> bool:
    """Whether the time told last comes before the day of publication."""
    if meaning.base == "previous" or meaning.form == "clock" or _bare_day(meaning):
        return True
    if told.narrative:
        return meaning.form == "calendar" or (meaning.form == "period" and not meaning.which)
    return bool(told.quarter) and _a_year_ago(meaning)


def _needs_told(meaning: Meaning, told: Told) -> bool:
    """Whether the day of publication says nothing here: "the next day" of nothing told stays open."""
    if told.narrative:
        return _counts_from_told(meaning, told) and meaning.which is None and meaning.years is None
    if meaning.base != "previous":
        return False
    return meaning.which == 1 or (meaning.form == "shift" and meaning.unit in ("D", "W"))


def _bare_day(meaning: Meaning) -> bool:
    """A day of a month that is not named: on the 18th."""
    return meaning.form == "calendar" and meaning.day is not None and meaning.month is None


def _a_year_ago(meaning: Meaning) -> bool:
    return meaning.form == "shift" and (meaning.unit, meaning.amount) == ("Y", -1)


def open_value(meaning: Meaning) -> str:
    """What an expression says by itself, the rest left open."""
    if meaning.form == "clock":
        return f"XXXX-XX-XXT{meaning.part}"
    if meaning.form == "calendar" and meaning.amount:
        return f"XXXX-WXX-{meaning.weekday}"
    if meaning.form in ("shift", "period"):
        value = OPEN[meaning.unit]
    elif meaning.month is not None:
        value = f"XXXX-{meaning.month:02d}" + (f"-{meaning.day:02d}" if meaning.day else "")
    elif meaning.weekday is not None:
        value = f"XXXX-WXX-{meaning.weekday}"
    elif meaning.day is not None:
        value = f"XXXX-XX-{meaning.day:02d}"
    else:
        value = f"XXXX-{meaning.sub}" if len(meaning.sub) == 2 and meaning.sub.isupper() else "XXXX-XX-XX"
        fixed = holiday(meaning.sub, 2001)
        if (fixed and fixed == holiday(meaning.sub, 2002)) or (fixed and _same_day(meaning.sub)):
            value = f"XXXX-{fixed:%m-%d}"
        elif "/" in meaning.sub:
            value = f"XXXX-{int(meaning.sub.split('/')[0]):02d}-XX"
    return with_part(value, meaning)


def _same_day(name: str) -> bool:
    days = {f"{day:%m-%d}" for year in (2001, 2002, 2003) if (day := holiday(name, year))}
    return len(days) == 1
