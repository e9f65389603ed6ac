"""What a match of a rule means: builders from matched words to meanings. No parts: the words are no time after all."""

from __future__ import annotations

import re
from dataclasses import replace

from crosswire.detect.times.holidays import SINGLE
from crosswire.detect.times.lexicon import ABBREVIATED
from crosswire.detect.times.meaning import Base, Found, Meaning
from crosswire.detect.times.words import Words

Parts = tuple[Found, ...]
Match = re.Match[str]
NONE: Parts = ()
LONGEST_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _one(match: Match, meaning: Meaning) -> Parts:
    return (Found(match.start(), match.end(), meaning),)


def _value(words: Words, match: Match, group: str) -> int | str | None:
    """The value of the word at a named group; None where the rule has no such group or it took no part."""
    if group not in match.re.groupindex:
        return None
    at = match.start(group)
    return None if at < 0 or at == match.end(group) else words.values[at]


def _number(words: Words, match: Match, group: str) -> int | None:
    value = _value(words, match, group)
    return None if value is None else int(value)


def _lower(words: Words, match: Match, group: str) -> str:
    if group not in match.re.groupindex or match.start(group) < 0 or match.start(group) == match.end(group):
        return ""
    return words.lower[match.start(group)]


def _which(words: Words, match: Match) -> int | None:
    """-1, 0 or 1 for last, this and next; of two such words ("this coming") the second counts."""
    if "which" not in match.re.groupindex or match.start("which") < 0:
        return None
    return int(words.values[match.end("which") - 1])


def _from_before(words: Words, match: Match) -> bool:
    """Whether the words point back to a time told before ("the following week", "that day"), not to the time of telling."""
    if "which" not in match.re.groupindex or match.start("which") < 0:
        return False
    word = words.lower[match.start("which")]
    return word in ("that", "same", "following", "previous", "preceding", "prior") or (
        word == "next" and _lower(words, match, "det") == "the"
    )


def _relative_year(words: Words, match: Match, suffix: str = "") -> tuple[bool, int | None]:
    """Whether "of last year" and its like are well formed, and the shift of the year that they name."""
    unit = _value(words, match, "relunit" + suffix)
    if unit is None:
        return True, None
    return unit == "Y", _number(words, match, "rel" + suffix)


def calendar(words: Words, match: Match) -> Parts:
    """A date named by parts of the calendar: month, day, year, weekday, season or a named day."""
    month, day, weekday = (_number(words, match, g) for g in ("m", "d", "w"))
    if weekday and day and not month and not words.lower[match.start("d")][0].isdigit():
        return NONE
    if month and not day and match.end() - match.start() == 1 and words.lower[match.start()] in ABBREVIATED:
        at = match.start()
        if words.ends[at] - words.starts[at] == len(words.lower[at]):  # "Jan" without a full stop is a name
            return NONE
    fine, years = _relative_year(words, match)
    if not fine or (day is not None and not 1 <= day <= (LONGEST_MONTH[month - 1] if month else 31)):
        return NONE
    part, season = _value(words, match, "p"), _value(words, match, "season")
    name = str(_value(words, match, "holiday") or "")
    if name in SINGLE:
        return _one(match, Meaning("DATE", "fixed", SINGLE[name]))
    mod = (
        "START"
        if _lower(words, match, "early") == "early"
        else "END"
        if _lower(words, match, "early") == "late"
        else None
    )
    meaning = Meaning(
        "TIME" if part else "DATE",
        "calendar",
        mod=mod,
        year=_number(words, match, "y"),
        month=month,
        day=day,
        weekday=weekday,
        which=_which(words, match),
        sub=str(season or name),
        part=str(part or ""),
        years=years,
        base="previous" if _from_before(words, match) else "speech",
    )
    return _one(match, meaning)


def day_range(words: Words, match: Match) -> Parts:
    """Two days of one month: "7 to 10 October", "Oct. 7-10"; one expression each, or one for a pair in one word."""
    pair, month, year = _value(words, match, "pair"), _number(words, match, "m"), _number(words, match, "y")
    if pair is not None:
        low, high = (int(p) for p in str(pair).split("-"))
    else:
        low, high = (int(words.values[match.start(g)]) for g in ("d", "d2"))
    if month is None or not 1 <= low < high <= LONGEST_MONTH[month - 1]:
        return NONE
    first = Meaning("DATE", "calendar", year=year, month=month, day=low)
    second = replace(first, day=high)
    if pair is not None:
        return _one(match, replace(first, value=str(high)))
    month_first = match.start("m") < match.start("d")
    cut = match.end("d"), match.start("d2")
    if month_first:
        return Found(match.start(), cut[0], first), Found(cut[1], match.end(), second)
    return Found(match.start("d"), cut[0], first), Found(cut[1], match.end(), second)


def month_range(words: Words, match: Match) -> Parts:
    """Two months of one year: "January to March 1998"."""
    year = _number(words, match, "y")
    first = Meaning("DATE", "calendar", year=year, month=_number(words, match, "m"))
    second = replace(first, month=_number(words, match, "m2"))
    return Found(match.start(), match.end("m"), first), Found(match.start("m2"), match.end(), second)


def numeric(words: Words, match: Match) -> Parts:
    """A date in digits: ISO order is certain, the others wait for evidence."""
    digits = str(words.values[match.start()])
    if re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", digits):
        year, month, *day = (int(part) for part in digits.split("-"))
        if not 1 <= month <= 12 or (day and not 1 <= day[0] <= LONGEST_MONTH[month - 1]):
            return NONE
        return _one(match, Meaning("DATE", "calendar", year=year, month=month, day=day[0] if day else None))
    low, high, _ = (int(part) for part in re.split(r"[/.\-]", digits))
    if not (1 <= low <= 31 and 1 <= high <= 31 and min(low, high) <= 12):
        return NONE
    return _one(match, Meaning("DATE", "numeric", digits))


def year(words: Words, match: Match) -> Parts:
    """A year in four digits or in words; far off ones only after a word that leads to a year."""
    if (spoken := _number(words, match, "spoken")) is not None:
        fine = words.values[match.start() + 1] == "Y" and 1000 <= spoken <= 2100
        return _one(match, Meaning("DATE", "calendar", year=spoken)) if fine else NONE
    at = match.start("y")
    number = int(words.values[at])
    before = words.codes[at - 1] if at else ""
    after = words.codes[at + 1] if at + 1 < len(words.codes) else ""
    if match.start() < at and words.values[match.start() + 1] != "Y":
        return NONE
    if before == "-" and (at < 2 or words.codes[at - 2] != "E"):
        return NONE
    if not 1700 <= number <= 2100 and before not in ("i", "I", "f", "U", "~"):
        return NONE
    if (after == "-" and words.ends[at] == words.starts[at + 1] and words.codes[at + 2 : at + 3] != "-") or (
        after == "." and words.codes[at + 2 : at + 3] in ("n", "d", "Y")
    ):
        return NONE
    return _one(match, Meaning("DATE", "calendar", year=number))


def year_period(words: Words, match: Match) -> Parts:
    """The 1988 period, the 1988 quarter: the same part of that year as was told last."""
    if _value(words, match, "unit") not in ("Q", 0):
        return NONE
    return _one(
        match, Meaning("DATE", "period", year=_number(words, match, "y"), unit="Q", base="previous", sub="same")
    )


def last_half(words: Words, match: Match) -> Parts:
    """The last half of 1989."""
    number = _number(words, match, "o") or 2
    return (
        _one(match, Meaning("DATE", "calendar", year=_number(words, match, "y"), sub=f"H{number}"))
        if number <= 2
        else NONE
    )


def topic_period(words: Words, match: Match) -> Parts:
    """The latest period, that period: the quarter that is being told."""
    if words.lower[match.start("which")] not in ("latest", "same", "that"):
        return NONE
    return _one(match, Meaning("DATE", "period", unit="Q", which=-1, base="previous", sub="latest"))


def fiscal(words: Words, match: Match) -> Parts:
    """A fiscal year: by its number, or as the last, this or next one."""
    year_, unit = _number(words, match, "y"), _value(words, match, "unit")
    if unit not in (None, "Y") or (unit is None and year_ is None):
        return NONE
    if year_ is not None:
        return _one(match, Meaning("DATE", "calendar", year=year_))
    which = _which(words, match)
    return _one(match, Meaning("DATE", "period", unit="Y", which=0 if which is None else which))


def year_range(words: Words, match: Match) -> Parts:
    """Two years in one word: "1996-1998", "1989-90"; the value is the first, as TIMEX3 has no intervals."""
    low, high = str(words.values[match.start()]).split("-")
    second = int(high) if len(high) == 4 else int(low[:2] + high)
    return _one(match, Meaning("DATE", "fixed", low)) if int(low) < second else NONE


def decade(words: Words, match: Match) -> Parts:
    """The 1990s, the '90s, the nineties: the century is the last one in which they lie wholly behind or are running."""
    at = match.start("k")
    number, word = int(words.values[at]), words.lower[at]
    if number < 100 and match.start("det") < 0 and word[:1] not in "'’‘":
        return NONE
    mods = {"early": "START", "late": "END", "mid": "MID"}
    mod = mods.get(_lower(words, match, "early"))
    full = number if number >= 1000 else 1900 + number
    if full % 100 == 0 and full < 1900:
        return _one(match, Meaning("DATE", "fixed", str(full // 100), mod=mod))
    return _one(match, Meaning("DATE", "fixed", str(full // 10), mod=mod))


def century(words: Words, match: Match) -> Parts:
    """The 19th century: 18, the two first digits of its years."""
    number, unit = _number(words, match, "o"), _value(words, match, "unit")
    if unit != "C" or number is None or not 2 <= number <= 30:
        return NONE
    mods = {"early": "START", "late": "END", "mid": "MID"}
    return _one(match, Meaning("DATE", "fixed", f"{number - 1:02d}", mod=mods.get(_lower(words, match, "early"))))


def quarter(words: Words, match: Match) -> Parts:
    """A quarter or half of a year."""
    number, unit = _number(words, match, "o"), _value(words, match, "unit")
    half = words.codes[match.start("unit")] == "c"
    if number is None or not 1 <= number <= (2 if half else 4) or (not half and unit != "Q"):
        return NONE
    (fine, years), (fine2, years2) = _relative_year(words, match), _relative_year(words, match, "2")
    year_ = _number(words, match, "y") or _number(words, match, "y0")
    of = _value(words, match, "ofunit")
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
    code = str(_value(words, match, "quarter") or _value(words, match, "quarter1"))
    year_ = _number(words, match, "y") or _number(words, match, "y1")
    if code[0] == "H" and (year_ is None or code[1] not in "12"):
        return NONE
    return _one(match, Meaning("DATE", "calendar", year=year_, sub=code))


def year_ago(words: Words, match: Match) -> Parts:
    """The year-ago quarter, the year-earlier period: what was last told, a year before."""
    unit, number = words.values[match.start("ago")], _number(words, match, "o")
    if unit != "Y" or _value(words, match, "unit") not in (None, "Q", 0):
        return NONE
    sub = f"Q{number}" if number and number <= 4 else "ago"
    bare = match.start("unit") < 0 and match.start("det") >= 0
    start = match.end("det") if bare else match.start()
    return (Found(start, match.end(), Meaning("DATE", "shift", unit="Y", amount=-1, base="previous", sub=sub)),)


def deictic(words: Words, match: Match) -> Parts:
    """Yesterday, today, tomorrow, and parts of them; tonight and overnight are parts of days themselves."""
    word, shift_ = words.lower[match.start("r")], _number(words, match, "r")
    part = str(_value(words, match, "p") or ("NI" if word in ("tonight", "overnight") else ""))
    return _one(match, Meaning("TIME" if part else "DATE", "shift", unit="D", amount=shift_, part=part))


def day_beside(words: Words, match: Match) -> Parts:
    """The day before yesterday, the day after Friday."""
    if _value(words, match, "u") != "D" or _lower(words, match, "dir") not in ("before", "after"):
        return NONE
    step = int(words.values[match.start("dir")])
    if (shift_ := _number(words, match, "r")) is not None:
        return _one(match, Meaning("DATE", "shift", unit="D", amount=shift_ + step))
    weekday = (int(words.values[match.start("w")]) - 1 + step) % 7 + 1
    return _one(match, Meaning("DATE", "calendar", weekday=weekday, which=_which(words, match)))


def part_of_day(words: Words, match: Match) -> Parts:
    """This morning, last night, that evening, the next morning."""
    previous = _from_before(words, match) or match.start("which") < 0
    mod = {"early": "START", "late": "END", "mid": "MID"}.get(_lower(words, match, "e"))
    part, which = str(words.values[match.start("p")]), _which(words, match) or 0
    base: Base = "previous" if previous else "speech"
    return _one(match, Meaning("TIME", "shift", unit="D", amount=which, part=part, mod=mod, base=base))


def period(words: Words, match: Match) -> Parts:
    """Last week, this year, the following month, that day."""
    which, unit = _which(words, match), str(words.values[match.start("u")])
    if unit in ("TM", "TH", "2W", "L") or which is None:
        return NONE
    words_ = words.lower[match.start("which") : match.end("which")]
    if words_[0] == "latest":
        return _one(
            match,
            Meaning("DATE", "period", unit=unit, which=-1, base="previous" if unit == "Q" else "speech", sub="latest"),
        )
    if unit == "D":
        amount = 0 if words_[0] == "this" and len(words_) == 1 else which
        return _one(
            match,
            Meaning(
                "DATE", "shift", unit="D", amount=amount, base="previous" if _from_before(words, match) else "speech"
            ),
        )
    if match.start("det") >= 0 and words_ in (["past"], ["last"]) and unit in ("W", "M", "Y", "E", "C"):
        if unit != "Y":
            return _one(match, Meaning("DURATION", "fixed", period_value(1, unit)))
        return _one(match, Meaning("DATE", "period", unit=unit, which=-1))
    return _one(
        match,
        Meaning("DATE", "period", unit=unit, which=which, base="previous" if _from_before(words, match) else "speech"),
    )


def the_unit(words: Words, match: Match) -> Parts:
    """The quarter, the year, the weekend: that of which is being told."""
    unit = str(words.values[match.start("u")])
    after = words.lower[match.end()] if match.end() < len(words.lower) else ""
    if after in ("ended", "ending") and unit in ("Y", "M", "W"):
        return _one(match, Meaning("DURATION", "fixed", period_value(1, unit)))
    if unit == "WE":
        return _one(match, Meaning("DATE", "period", unit="WE", which=0))
    if unit == "D":
        later = match.start() > 1 and words.codes[match.start() - 1] == "i" and words.codes[match.start() - 2] in "BFE"
        return _one(match, Meaning("DATE", "shift", unit="D", amount=0, base="previous")) if later else NONE
    if unit == "Q":
        return _one(match, Meaning("DATE", "period", unit="Q", which=0, base="previous"))
    if unit in ("Y", "M", "W"):
        return _one(match, Meaning("DATE", "period", unit=unit, which=0, base="speech"))
    return NONE


def week_of(words: Words, match: Match) -> Parts:
    """The week of March 6."""
    month, day = int(words.values[match.start("m")]), int(words.values[match.start("d")])
    if words.values[match.start("u")] != "W" or not 1 <= day <= LONGEST_MONTH[month - 1]:
        return NONE
    return _one(match, Meaning("DATE", "calendar", month=month, day=day, sub="W"))


def shift(words: Words, match: Match) -> Parts:
    """Two days ago, a year earlier, three weeks later, ten years from now."""
    way, unit = words.lower[match.start("dir")], str(words.values[match.start("u")])
    if way in ("before", "after") or (match.start("now") >= 0 and _value(words, match, "now") != "PRESENT_REF"):
        return NONE
    if match.start("now") >= 0 and way != "from":
        return NONE
    sign = -1 if way in ("ago", "earlier") else 1
    amount = 1 if match.start("one") >= 0 else _count(words, match)
    vague = str(_value(words, match, "vague") or "")
    if vague == "2":
        amount = 2
    if amount is None or amount > 100_000:
        if words.codes[match.start("u")] == "U":
            return NONE
        past = way == "ago" or sign < 0
        return _one(match, Meaning("DATE", "fixed", "PAST_REF" if past else "FUTURE_REF"))
    if unit == "2W":
        unit, amount = "W", amount * 2
    base: Base = "speech" if way in ("ago", "from") else "previous"
    mod = "APPROX" if match.group().find("|9") >= 0 else None
    if unit in ("TM", "TH", "TS"):
        kind = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return _one(match, Meaning("TIME", "fixed", kind)) if way == "ago" else NONE
    return _one(match, Meaning("DATE", "shift", unit=unit, amount=sign * amount, base=base, mod=mod))


def beside(words: Words, match: Match) -> Parts:
    """The day before, the year after."""
    unit = str(words.values[match.start("u")])
    if unit in ("TM", "TH", "L", "WE"):
        return NONE
    return _one(
        match, Meaning("DATE", "shift", unit=unit, amount=int(words.values[match.start("dir")]), base="previous")
    )


def _count(words: Words, match: Match) -> int | None:
    value = _value(words, match, "n")
    if value is None:
        return None
    text = str(value).split("-")[0]
    return int(float(text)) if text else None


# --- how long, how often ----------------------------------------------------------------------------------------------

_SMALLER = {
    "Y": ("M", 12),
    "M": ("W", 4),
    "W": ("D", 7),
    "D": ("TH", 24),
    "TH": ("TM", 60),
    "TM": ("TS", 60),
    "E": ("Y", 10),
    "C": ("Y", 100),
    "Q": ("M", 3),
}
_LONG = {"E": 10, "C": 100, "L": 1000}


def period_value(amount: float | str, unit: str) -> str:
    """An ISO 8601 period as TIMEX3 writes it: P3D, PT8H, PXY, P20Y for two decades, P2Y6M for two and a half years."""
    if isinstance(amount, str):
        if unit == "2W":
            unit = "W"
        return f"PT{amount}{unit[1]}" if unit[0] == "T" else f"P{amount}{unit}"
    if unit == "2W":
        amount, unit = amount * 2, "W"
    if unit in _LONG:
        amount, unit = amount * _LONG[unit], "Y"
    whole, rest = int(amount), amount - int(amount)
    tail = ""
    if rest and unit in _SMALLER:
        smaller, times = _SMALLER[unit]
        count = round(rest * times)
        tail = f"{count}{smaller[-1]}" if count else ""
        if unit == "D" and count:
            tail = f"T{tail}"
    head = f"{whole}{unit[-1] if unit[0] == 'T' else unit}" if whole or not tail else ""
    return ("PT" if unit[0] == "T" else "P") + head + tail


def duration(words: Words, match: Match) -> Parts:
    """Five days, a few months, two and a half years, an eight-hour, 8-month-old, the past two weeks."""
    unit = str(words.values[match.start("u")])
    single = words.codes[match.start("u")] == "U"
    dashed = match.start("dash") >= 0
    vague, value = str(_value(words, match, "vague") or ""), _value(words, match, "n")
    if (
        unit == "WE"
        or match.start("old") >= 0
        or (unit == "Q" and (dashed or value is None or "rs" not in words.lower[match.start("u")]))
    ):
        return NONE
    start = match.start()
    if match.start("det") >= 0 and (dashed or (single and value is not None)) and match.start("which") < 0:
        start = match.end("det")  # "the two-year plan": the expression is "two-year"
    mod = "APPROX" if words.codes[match.end() - 1] == "9" else None
    if value is None and not vague:
        if dashed or (
            single and words.codes[match.start() : match.end()] == "aU" and not _bare_unit(words, match, unit)
        ):
            return NONE
        amount: float | str = 1.5 if match.start("andhalf") >= 0 else 1
    else:
        amount = _amount(words, match, vague)
    if isinstance(amount, float | int) and not 0 < amount < 1_000_000:
        return NONE
    return (Found(start, match.end(), Meaning("DURATION", "fixed", period_value(amount, unit), mod=mod)),)


_BEFORE_A_WEEK = frozenset(
    {
        "after",
        "before",
        "last",
        "lasts",
        "lasted",
        "take",
        "takes",
        "took",
        "taken",
        "spend",
        "spent",
        "wait",
        "waited",
        "than",
        "just",
        "only",
        "another",
    }
)


def _bare_unit(words: Words, match: Match, unit: str) -> bool:
    """Whether "a week" is a time here, not the rate of "$3 a week" or of "twice a week"."""
    before = words.codes[match.start() - 1] if match.start() else ""
    word = words.lower[match.start() - 1] if match.start() else ""
    return unit != "TM" and (before in ("i", "I", "4", "b", "%", "f", "=", "~") or word in _BEFORE_A_WEEK)


def _amount(words: Words, match: Match, vague: str) -> float | str:
    if vague:
        return 2 if vague == "2" else "X"
    value = str(words.values[match.start("n")])
    if "-" in value:
        low, high = value.split("-")
        return int(low) if int(low) < int(high) else 0
    amount: float = float(value)
    if match.start("frac") >= 0:
        over, under = str(words.values[match.start("frac")]).replace("½", "1/2").split("/")
        amount += int(over) / int(under)
    if match.start("half") >= 0 or match.start("andhalf") >= 0:
        amount += 0.5
    return amount


def half_unit(words: Words, match: Match) -> Parts:
    """Half an hour, a half-century."""
    group = "u" if match.start("u") >= 0 else "u2"
    unit = str(words.values[match.start(group)])
    if unit in ("WE", "Q", "L"):
        return NONE
    return _one(match, Meaning("DURATION", "fixed", period_value(0.5, unit)))


def bare_units(words: Words, match: Match) -> Parts:
    """Days, weeks, years: some."""
    unit = str(words.values[match.start("u")])
    if unit == "WE":
        return NONE
    amount: float | str = 1 if words.codes[match.start("u")] == "U" else "X"
    return _one(match, Meaning("DURATION", "fixed", period_value(amount, unit)))


def every(words: Words, match: Match) -> Parts:
    """Every week, each Thursday, Tuesday nights."""
    found = {g: _value(words, match, g) for g in ("u", "w", "wp", "p", "season", "m", "ws", "ps", "n")}
    if found["u"] is not None:
        value = period_value(int(float(str(found["n"] or 1))), str(found["u"]))
    elif (weekday := found["w"] or found["ws"]) is not None:
        part = found["wp"] or found["ps"]
        value = f"XXXX-WXX-{weekday}" + (f"T{part}" if part else "")
    elif found["p"] is not None:
        value = f"XXXX-XX-XXT{found['p']}"
    else:
        value = f"XXXX-{found['season']}" if found["season"] else f"XXXX-{int(found['m'] or 0):02d}"
    return _one(match, Meaning("SET", "fixed", value))


def often(words: Words, match: Match) -> Parts:
    """Daily, weekly, annual."""
    if match.start() and words.codes[match.start() - 1] in "e-" and words.lower[match.start()] in ("daily", "weekly"):
        return NONE
    return _one(match, Meaning("SET", "fixed", str(words.values[match.start()])))


# --- time of day ------------------------------------------------------------------------------------------------------


def clock(words: Words, match: Match) -> Parts:
    """A time of day: "10:35 a.m.", "5 p.m. EST", "0800 GMT", "noon", "4 in the morning"."""
    if noon := _value(words, match, "noon"):
        return _one(match, Meaning("TIME", "clock", part=str(noon)))
    zone = _value(words, match, "z")
    if _value(words, match, "mil") is not None:
        digits = words.lower[match.start("mil")]
        read = (int(digits[:2]), int(digits[2:])) if len(digits) == 4 and digits.isdecimal() else None
        seconds = ""
    else:
        read, seconds = _hour_and_minute(words, match)
    if read is None or not (0 <= read[0] <= 24 and 0 <= read[1] <= 59):
        return NONE
    return _one(match, Meaning("TIME", "clock", part=f"{read[0]:02d}:{read[1]:02d}{seconds}{zone or ''}"))


def loose_part(words: Words, match: Match) -> Parts:
    """Morning, the night of: a time only together with the day beside it."""
    mods = {"early": "START", "late": "END", "mid": "MID"}
    mod = mods.get(_lower(words, match, "early"))
    return _one(match, Meaning("TIME", "clock", "beside", mod=mod, part=str(words.values[match.start("p")])))


def _hour_and_minute(words: Words, match: Match) -> tuple[tuple[int, int] | None, str]:
    half = _number(words, match, "t") if _value(words, match, "t") is not None else _number(words, match, "t2")
    part = _value(words, match, "p")
    written, hour = _value(words, match, "c"), _value(words, match, "h")
    if written is not None:
        pieces = [int(p) for p in str(written).split(":")]
        dotted = "." in words.lower[match.start("c")]
        sure = half is not None or part or _value(words, match, "z") is not None
        if not sure and (dotted or match.start() == 0 or words.codes[match.start() - 1] not in "@bIR~"):
            return None, ""
    elif str(hour).isdecimal() and int(str(hour)) <= 24:
        pieces = [int(str(hour)), 0]
    else:
        return None, ""
    if half is not None and not 1 <= pieces[0] <= 12:
        return None, ""
    if half is None and part:
        half = 0 if part in ("MO", "DW") or (part == "NI" and pieces[0] < 5) else 12
    if half is not None:
        pieces[0] = pieces[0] % 12 + half
    return (pieces[0], pieces[1]), f":{pieces[2]:02d}" if len(pieces) > 2 else ""


# --- the present, the past, the future --------------------------------------------------------------------------------


def reference(words: Words, match: Match) -> Parts:
    """Now, currently, recently; "right now"."""
    at = match.start()
    first = at - 1 if at and (words.lower[at - 1], words.lower[at]) in (("right", "now"), ("more", "recently")) else at
    return (Found(first, match.end(), Meaning("DATE", "fixed", str(words.values[at]))),)


def loose_period(words: Words, match: Match) -> Parts:
    """Recent weeks, these days, the coming months, past years."""
    if match.start("these") >= 0:
        return _one(match, Meaning("DATE", "fixed", "PRESENT_REF")) if words.values[match.start("u")] == "D" else NONE
    if match.start("recent") >= 0:
        return _one(match, Meaning("DURATION", "fixed", period_value("X", str(words.values[match.start("u")]))))
    value = "FUTURE_REF" if match.start("coming") >= 0 else "PAST_REF"
    return _one(match, Meaning("DATE", "fixed", value))


def future(words: Words, match: Match) -> Parts:
    """The future, the near future."""
    between = words.lower[match.start() : match.end() - 1]
    if not set(between) <= {"the", "near", "foreseeable", "immediate", "distant"}:
        return NONE
    return _one(match, Meaning("DATE", "fixed", "FUTURE_REF"))


def past(words: Words, match: Match) -> Parts:
    """The past."""
    return _one(match, Meaning("DATE", "fixed", "PAST_REF")) if _lower(words, match, "last") == "past" else NONE


def current(words: Words, match: Match) -> Parts:
    """Current."""
    return _one(match, Meaning("DATE", "fixed", "PRESENT_REF")) if words.lower[match.start()] == "current" else NONE


def year_end(words: Words, match: Match) -> Parts:
    """Year-end, year's end."""
    if words.values[match.start("u")] != "Y" or words.lower[match.start("pos")] != "end":
        return NONE
    return _one(match, Meaning("DATE", "period", unit="Y", which=0, mod="END"))
