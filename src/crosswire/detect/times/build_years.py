"""What a match of a rule means: years, quarters, decades and centuries."""

from __future__ import annotations

from crosswire.detect.times.matched import (
    MODS,
    NONE,
    Match,
    Parts,
    lower_of,
    number_of,
    one,
    relative_year,
    value_of,
    which_of,
)
from crosswire.detect.times.meaning import Found, Meaning
from crosswire.detect.times.words import Words


def year(words: Words, match: Match) -> Parts:
    """A year in four digits or in words; far off ones only after a word that leads to a year."""
    if (spoken := number_of(words, match, "spoken")) is not None:
        fine = words.values[match.start() + 1] == "Y" and 1000 <= spoken <= 2100
        return one(match, Meaning("DATE", "calendar", year=spoken)) if fine else NONE
    at = match.start("y")
    number = int(words.values[at])
    if (match.start() < at and words.values[match.start() + 1] != "Y") or _other_number(words, at):
        return NONE
    before = words.codes[at - 1] if at else ""
    if not 1700 <= number <= 2100 and before not in ("i", "I", "f", "U", "~"):
        return NONE
    return one(match, Meaning("DATE", "calendar", year=number))


def _other_number(words: Words, at: int) -> bool:
    """Whether four digits are part of a longer number or name ("555-1998"), or count things ("rose 1998 points")."""
    before = words.codes[at - 1] if at else ""
    after = words.codes[at + 1] if at + 1 < len(words.codes) else ""
    further = words.codes[at + 2 : at + 3]
    if before == "-" and (at < 2 or words.codes[at - 2] != "E"):
        return True
    if after == "-":
        return words.ends[at] == words.starts[at + 1] and further != "-"
    noun = words.lower[at + 1] if after == "_" else ""
    if noun in ("block", "blocks", "hours"):
        return True
    return noun.endswith("s") and noun not in ("was", "is", "has", "as") and bool(at) and before not in _BEFORE_A_YEAR


_BEFORE_A_YEAR = frozenset(
    ("i", "I", "f", "U", "~", "e", "&", "(", ",", "-", "b", "E", "g", "z", "4", "'", ".", "Y", "J", "|")
)


def year_period(words: Words, match: Match) -> Parts:
    """The 1988 period, the 1988 quarter: the same part of that year as was told last."""
    if value_of(words, match, "unit") not in ("Q", 0):
        return NONE
    return one(
        match, Meaning("DATE", "period", year=number_of(words, match, "y"), unit="Q", base="previous", sub="same")
    )


def last_half(words: Words, match: Match) -> Parts:
    """The last half of 1989."""
    number = number_of(words, match, "o") or 2
    return (
        one(match, Meaning("DATE", "calendar", year=number_of(words, match, "y"), sub=f"H{number}"))
        if number <= 2
        else NONE
    )


def topic_period(words: Words, match: Match) -> Parts:
    """The latest period, that period: the quarter that is being told."""
    if words.lower[match.start("which")] not in ("latest", "same", "that"):
        return NONE
    return one(match, Meaning("DATE", "period", unit="Q", which=-1, base="previous", sub="latest"))


def fiscal(words: Words, match: Match) -> Parts:
    """A fiscal year: by its number, or as the last, this or next one."""
    year_, unit = number_of(words, match, "y"), value_of(words, match, "unit")
    if (years := value_of(words, match, "years")) is not None:
        year_ = int(str(years).removeprefix("FY")[:4])
    if (high := number_of(words, match, "high")) is not None and (year_ is None or (year_ + 1 - high) % 100):
        return NONE
    if unit not in (None, "Y") or (unit is None and year_ is None):
        return NONE
    if year_ is not None:
        return one(match, Meaning("DATE", "calendar", year=year_))
    which = which_of(words, match)
    return one(match, Meaning("DATE", "period", unit="Y", which=0 if which is None else which))


def year_range(words: Words, match: Match) -> Parts:
    """Two years: "1996-1998", "1989-90"; one expression each."""
    low, at = int(words.values[match.start("low")]), match.start("high")
    high, digits = int(words.values[at]), words.lower[at]
    if len(digits) == 2:
        high += low // 100 * 100
    first, second = Meaning("DATE", "calendar", year=low), Meaning("DATE", "calendar", year=high)
    if words.starts[at] != words.ends[at - 1] or words.starts[at - 1] != words.ends[at - 2]:
        return NONE
    if not (len(digits) in (2, 4) and low < high < low + 200 and 1000 <= low <= 2100):
        return NONE
    return Found(match.start(), match.start() + 1, first), Found(at, match.end(), second)


def split_year(words: Words, match: Match) -> Parts:
    """A season or term over two years: "1998/99"; the value is the first. FY2022 is the year that it names."""
    if str(words.values[match.start()]).startswith("FY"):
        return one(match, Meaning("DATE", "calendar", year=int(str(words.values[match.start()])[2:])))
    low, high = str(words.values[match.start()]).split("/")
    return one(match, Meaning("DATE", "calendar", year=int(low))) if (int(low) + 1) % 100 == int(high) else NONE


def era(words: Words, match: Match) -> Parts:
    """A year counted from the birth of Christ: 44 BC (``BC0044``, TIMEX2), AD 70."""
    number = number_of(words, match, "y") or number_of(words, match, "y1")
    sign = number_of(words, match, "era") or number_of(words, match, "era1")
    if number is None or not 1 <= number <= 9999:
        return NONE
    return one(match, Meaning("DATE", "fixed", f"BC{number:04d}" if sign == -1 else f"{number:04d}"))


def decade(words: Words, match: Match) -> Parts:
    """The 1990s, the '90s, the nineties: the century is the last one in which they lie wholly behind or are running."""
    at = match.start("k")
    number, word = int(words.values[at]), words.lower[at]
    if (hundreds := number_of(words, match, "hundreds")) is not None:
        if not (13 <= hundreds <= 20 and word.isalpha() and number < 100):
            return NONE
        number += 100 * hundreds
    if number < 100 and match.start("det") < 0 and word[:1] not in "'’‘":
        return NONE
    mod = MODS.get(lower_of(words, match, "early"))
    if number % 10 or (number < 100 and number == 0):
        return NONE
    full = number if number >= 1000 else 1900 + number
    if full % 100 == 0 and full < 1900:
        return one(match, Meaning("DATE", "fixed", str(full // 100), mod=mod))
    return one(match, Meaning("DATE", "fixed", str(full // 10), mod=mod))


def century(words: Words, match: Match) -> Parts:
    """The 19th century: 18, the two first digits of its years."""
    number, unit = number_of(words, match, "o"), value_of(words, match, "unit")
    if unit != "C" or number is None or not 2 <= number <= 30:
        return NONE
    return one(match, Meaning("DATE", "fixed", f"{number - 1:02d}", mod=MODS.get(lower_of(words, match, "early"))))


def quarter(words: Words, match: Match) -> Parts:
    """A quarter or half of a year."""
    number, unit = number_of(words, match, "o"), value_of(words, match, "unit")
    half = words.codes[match.start("unit")] == "c"
    if number is None or not 1 <= number <= (2 if half else 4) or (not half and unit != "Q"):
        return NONE
    (fine, years), (fine2, years2) = relative_year(words, match), relative_year(words, match, "2")
    year_ = number_of(words, match, "y") or number_of(words, match, "y0")
    of = value_of(words, match, "ofunit")
    if (
        not fine
        or not fine2
        or of not in (None, "Y")
        or (half and year_ is None and years is None and years2 is None and of is None)
    ):
        return NONE
    years = years if years is not None else years2
    start = match.end("det") if match.start("det") >= 0 and match.start("dash") >= 0 else match.start()
    meaning = Meaning("DATE", "calendar", year=year_, sub=("H" if half else "Q") + str(number), years=years)
    return (Found(start, match.end(), meaning),)


def quarter_code(words: Words, match: Match) -> Parts:
    """Q3, Q3 2023, 2023 Q3."""
    code = str(value_of(words, match, "quarter") or value_of(words, match, "quarter1"))
    year_ = number_of(words, match, "y") or number_of(words, match, "y1")
    if code[0] == "H" and (year_ is None or code[1] not in "12"):
        return NONE
    return one(match, Meaning("DATE", "calendar", year=year_, sub=code))


def year_ago(words: Words, match: Match) -> Parts:
    """The year-ago quarter, the year-earlier period: what was last told, a year before."""
    unit, number = words.values[match.start("ago")], number_of(words, match, "o")
    if unit != "Y" or value_of(words, match, "unit") not in (None, "Q", 0):
        return NONE
    sub = f"Q{number}" if number and number <= 4 else "ago"
    bare = match.start("unit") < 0 and match.start("det") >= 0
    start = match.end("det") if bare else match.start()
    return (Found(start, match.end(), Meaning("DATE", "shift", unit="Y", amount=-1, base="previous", sub=sub)),)


def year_end(words: Words, match: Match) -> Parts:
    """Year-end, year's end."""
    if words.values[match.start("u")] != "Y" or words.lower[match.start("pos")] != "end":
        return NONE
    return one(match, Meaning("DATE", "period", unit="Y", which=0, mod="END"))
