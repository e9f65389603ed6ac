"""What a match of a rule means: days and dates of the calendar."""

from __future__ import annotations

import re
from dataclasses import replace

from crosswire.detect.times.holidays import SINGLE
from crosswire.detect.times.lexicon import ABBREVIATED
from crosswire.detect.times.matched import (
    LONGEST_MONTH,
    NONE,
    Match,
    Parts,
    from_before,
    lower_of,
    number_of,
    one,
    relative_year,
    value_of,
    which_of,
)
from crosswire.detect.times.meaning import Found, Meaning
from crosswire.detect.times.words import Words


def calendar(words: Words, match: Match) -> Parts:
    """A date named by parts of the calendar: month, day, year, weekday, season or a named day."""
    month, day, weekday = (number_of(words, match, g) for g in ("m", "d", "w"))
    if weekday and day and not month and not words.lower[match.start("d")][0].isdigit():
        return NONE
    if month and not day and match.end() - match.start() == 1 and words.lower[match.start()] in ABBREVIATED:
        at = match.start()
        if words.ends[at] - words.starts[at] == len(words.lower[at]):  # "Jan" without a full stop is a name
            return NONE
    if day and not weekday and not month and not words.lower[match.start("d")][0].isdigit():
        return NONE
    fine, years = relative_year(words, match)
    if not fine or (day is not None and not 1 <= day <= (LONGEST_MONTH[month - 1] if month else 31)):
        return NONE
    part, season = value_of(words, match, "p"), value_of(words, match, "season")
    name = str(value_of(words, match, "holiday") or "")
    if name in SINGLE:
        return one(match, Meaning("DATE", "fixed", SINGLE[name]))
    mod = (
        "START"
        if lower_of(words, match, "early") == "early"
        else "END"
        if lower_of(words, match, "early") == "late"
        else None
    )
    meaning = Meaning(
        "TIME" if part else "DATE",
        "calendar",
        mod=mod,
        year=number_of(words, match, "y"),
        month=month,
        day=day,
        weekday=weekday,
        which=which_of(words, match),
        sub=str(season or name),
        part=str(part or ""),
        years=years,
        base="previous" if from_before(words, match) else "speech",
    )
    return one(match, meaning)


def day_range(words: Words, match: Match) -> Parts:
    """Two days of one month: "7 to 10 October", "Oct. 7-10"; one expression each."""
    month, year = number_of(words, match, "m"), number_of(words, match, "y")
    low, high = (int(words.values[match.start(g)]) for g in ("d", "d2"))
    if month is None or not 1 <= low < high <= LONGEST_MONTH[month - 1]:
        return NONE
    first = Meaning("DATE", "calendar", year=year, month=month, day=low)
    second = replace(first, day=high)
    month_first = match.start("m") < match.start("d")
    cut = match.end("d"), match.start("d2")
    if month_first:
        return Found(match.start(), cut[0], first), Found(cut[1], match.end(), second)
    return Found(match.start("d"), cut[0], first), Found(cut[1], match.end(), second)


def month_range(words: Words, match: Match) -> Parts:
    """Two months of one year: "January to March 1998"."""
    year = number_of(words, match, "y")
    first = Meaning("DATE", "calendar", year=year, month=number_of(words, match, "m"))
    second = replace(first, month=number_of(words, match, "m2"))
    return Found(match.start(), match.end("m"), first), Found(match.start("m2"), match.end(), second)


def numeric(words: Words, match: Match) -> Parts:
    """A date in digits: ISO order is certain, the others wait for evidence."""
    digits = str(words.values[match.start()])
    if re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", digits):
        year, month, *day = (int(part) for part in digits.split("-"))
        if not 1 <= month <= 12 or (day and not 1 <= day[0] <= LONGEST_MONTH[month - 1]):
            return NONE
        return one(match, Meaning("DATE", "calendar", year=year, month=month, day=day[0] if day else None))
    low, high, _ = (int(part) for part in re.split(r"[/.\-]", digits))
    if not (1 <= low <= 31 and 1 <= high <= 31 and min(low, high) <= 12):
        return NONE
    return one(match, Meaning("DATE", "numeric", digits))


def week_of(words: Words, match: Match) -> Parts:
    """The week of March 6."""
    month, day = int(words.values[match.start("m")]), int(words.values[match.start("d")])
    if words.values[match.start("u")] != "W" or not 1 <= day <= LONGEST_MONTH[month - 1]:
        return NONE
    return one(match, Meaning("DATE", "calendar", month=month, day=day, sub="W"))
