"""What a match of a rule means: days and dates of the calendar."""

from __future__ import annotations

import re
from dataclasses import replace

from crosswire.detect.times.holidays import SINGLE
from crosswire.detect.times.lexicon import ABBREVIATED
from crosswire.detect.times.matched import (
    LONGEST_MONTH,
    MODS,
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
    fine, years = relative_year(words, match)
    if not fine or not _well_formed(words, match):
        return NONE
    part, season = value_of(words, match, "p"), value_of(words, match, "season")
    name = str(value_of(words, match, "holiday") or "")
    if name in SINGLE:
        return one(match, Meaning("DATE", "fixed", SINGLE[name]))
    opens = _opens_clause(words, match)
    if _of_attacks(words, match):
        return one(match, Meaning("DATE", "fixed", "2001-09-11"))
    meaning = Meaning(
        "TIME" if part else "DATE",
        "calendar",
        mod=MODS.get(lower_of(words, match, "early")),
        year=number_of(words, match, "y"),
        month=number_of(words, match, "m"),
        day=number_of(words, match, "d"),
        weekday=number_of(words, match, "w"),
        which=None if opens else which_of(words, match),
        sub=str(season or name),
        part=str(part or ""),
        years=years,
        base="previous" if not opens and from_before(words, match) else "speech",
    )
    if opens and season:
        return NONE
    return (Found(match.start() + opens, match.end(), meaning),)


def _of_attacks(words: Words, match: Match) -> bool:
    """Whether a September 11 without a year is that of the attacks ("the Sept. 11 hijackers"), whenever it is told."""
    if (number_of(words, match, "m"), number_of(words, match, "d")) != (9, 11) or number_of(words, match, "y"):
        return False
    after = words.lower[match.end()] if match.end() < len(words.lower) else ""
    return after in _ATTACKS


_ATTACKS = frozenset({"attack", "attacks", "terror", "terrorist", "terrorists", "hijacker", "hijackers", "hijackings"})
_AFTER_A_DAY = frozenset(
    {"he", "she", "it", "they", "we", "i", "when", "but", "his", "her", "their", "another", "both"}
)


def bare_day(words: Words, match: Match) -> Parts:
    """On the 29th: of the month told last, where the words after it begin another phrase ("the 29th floor" is no day)."""
    after = words.codes[match.end() : match.end() + 1]
    if after == "_" and words.lower[match.end()] not in _AFTER_A_DAY:
        return NONE
    return calendar(words, match)


def nth_weekday(words: Words, match: Match) -> Parts:
    """The first Monday in May, the last Friday of March 2019."""
    number = number_of(words, match, "o") or -1
    if number > 4 or (number < 0 and lower_of(words, match, "last") != "last"):
        return NONE
    name = f"{number_of(words, match, 'm')}/{number_of(words, match, 'w')}/{number}"
    return one(match, Meaning("DATE", "calendar", year=number_of(words, match, "y"), sub=name))


def edge(words: Words, match: Match) -> Parts:
    """The last day of May, the first week of 2019: a day by its date, a week as the start or end of what it is in."""
    unit, number = value_of(words, match, "u"), number_of(words, match, "o")
    month, year = number_of(words, match, "m"), number_of(words, match, "y")
    last = lower_of(words, match, "last") == "last"
    if unit not in ("D", "W", "WE", "M") or not (last or number == 1) or (month is None and year is None):
        return NONE
    if unit == "M" and (month or not year):
        return NONE
    if unit == "M":
        return one(match, Meaning("DATE", "calendar", year=year, month=12 if last else 1))
    if unit == "D" and not last:
        return one(match, Meaning("DATE", "calendar", year=year, month=month or 1, day=1))
    if unit == "D":
        return one(match, Meaning("DATE", "calendar", year=year, sub=f"{month or 12}/last"))
    return one(match, Meaning("DATE", "calendar", year=year, month=month, mod="END" if last else "START"))


def weekday_of_week(words: Words, match: Match) -> Parts:
    """Tuesday of last week, next week on Tuesday: the day of that week, not the one nearest."""
    second = "2" if match.start("w2") >= 0 else ""
    which = number_of(words, match, "which" + second)
    word = lower_of(words, match, "which" + second)
    if value_of(words, match, "u" + second) != "W" or which is None or word not in ("last", "this", "next"):
        return NONE
    return one(
        match, Meaning("DATE", "calendar", weekday=number_of(words, match, "w" + second), which=which, sub="week")
    )


def weekdays_away(words: Words, match: Match) -> Parts:
    """Two Fridays ago; a week from Friday."""
    weekday = number_of(words, match, "w")
    if (count := number_of(words, match, "n")) is not None:
        if not 1 <= count <= 60:
            return NONE
        return one(match, Meaning("DATE", "calendar", weekday=weekday, which=-1, amount=1 - count))
    if value_of(words, match, "u") != "W" or lower_of(words, match, "from") != "from":
        return NONE
    return one(match, Meaning("DATE", "calendar", weekday=weekday, which=1, amount=1))


def _well_formed(words: Words, match: Match) -> bool:
    """Whether the calendar has such a day, and the words are written as dates are."""
    month, day = number_of(words, match, "m"), number_of(words, match, "d")
    if day is not None:
        ends = words.codes[match.end() : match.end() + 1] in ("", ".", ",", ")")
        spelled = number_of(words, match, "w") is not None and ends  # not "Friday, the third day of talks"
        fine = month is not None or spelled or words.lower[match.start("d")][0].isdigit()
        return fine and 1 <= day <= (LONGEST_MONTH[month - 1] if month else 31)
    at = match.start()
    if month and match.end() - at == 1 and words.lower[at] in ABBREVIATED:
        return words.ends[at] - words.starts[at] > len(words.lower[at])  # "Jan" without a full stop is a name
    return True


def _opens_clause(words: Words, match: Match) -> bool:
    """Whether "that" before a weekday or season opens a clause ("said that Friday is fine") rather than points to it."""
    at = match.start()
    return words.lower[at] == "that" and at > 0 and words.codes[at - 1] not in "iI4.,(BFEf"


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
