"""What a match of a rule means: how long and how often."""

from __future__ import annotations

from crosswire.detect.times.matched import NONE, Match, Parts, lower_of, one, value_of
from crosswire.detect.times.meaning import Found, Meaning
from crosswire.detect.times.words import Words

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
    """Five days, a few months, two and a half years, an eight-hour, the past two weeks."""
    unit, vague = str(words.values[match.start("u")]), str(value_of(words, match, "vague") or "")
    if _no_duration(words, match, unit):
        return NONE
    if value_of(words, match, "n") is None and not vague:
        amount: float | str = 1.5 if match.start("andhalf") >= 0 else 1
    else:
        amount = _amount(words, match, vague)
    if isinstance(amount, float | int) and not 0 < amount < 1_000_000:
        return NONE
    mod = "APPROX" if words.codes[match.end() - 1] == "9" else None
    meaning = Meaning("DURATION", "fixed", period_value(amount, unit), mod=mod)
    return (Found(_begin(words, match), match.end(), meaning),)


def _no_duration(words: Words, match: Match, unit: str) -> bool:
    """Whether the words are an age, a weekend, a fourth part ("three-quarters") or a rate ("three crowns a day")."""
    single, dashed = words.codes[match.start("u")] == "U", match.start("dash") >= 0
    counted = value_of(words, match, "n") is not None
    if unit == "WE" or match.start("old") >= 0 or (unit == "Q" and (dashed or single or not counted)):
        return True
    if counted or value_of(words, match, "vague"):
        return False
    return dashed or (words.codes[match.start() : match.end()] == "aU" and not _bare_unit(words, match, unit))


def _begin(words: Words, match: Match) -> int:
    """The first word of the expression: "the two-year plan" and "her three years" without what determines them."""
    det, which = match.start("det"), match.start("which")
    if det >= 0:
        counted = value_of(words, match, "n") is not None
        single = words.codes[match.start("u")] == "U" and counted
        bare = (match.start("dash") >= 0 or single) and which < 0
        return match.end("det") if bare or words.codes[det] == "z" else match.start()
    if which == match.start() and which and words.lower[which] == "last" and words.lower[which - 1] in _MODALS:
        return which + 1  # "may last two months": the verb
    return match.start()


_MODALS = frozenset({"may", "might", "will", "would", "could", "can", "must", "should", "to", "did", "not", "ll"})
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
    amount: float = float(str(words.values[match.start("n")]))
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
    return one(match, Meaning("DURATION", "fixed", period_value(0.5, unit)))


def bare_units(words: Words, match: Match) -> Parts:
    """Days, weeks, years: some."""
    unit = str(words.values[match.start("u")])
    if unit == "WE":
        return NONE
    amount: float | str = 1 if words.codes[match.start("u")] == "U" else "X"
    return one(match, Meaning("DURATION", "fixed", period_value(amount, unit)))


def every(words: Words, match: Match) -> Parts:
    """Every week, each Thursday, Tuesday nights."""
    found = {g: value_of(words, match, g) for g in ("u", "w", "wp", "p", "season", "m", "ws", "ps", "n")}
    other = lower_of(words, match, "other")
    if other not in ("", "other"):
        return NONE
    if found["u"] is not None:
        value = period_value(2 if other else int(float(str(found["n"] or 1))), str(found["u"]))
    elif (weekday := found["w"] or found["ws"]) is not None:
        part = found["wp"] or found["ps"]
        value = f"XXXX-WXX-{weekday}" + (f"T{part}" if part else "")
    elif found["p"] is not None:
        value = f"XXXX-XX-XXT{found['p']}"
    else:
        value = f"XXXX-{found['season']}" if found["season"] else f"XXXX-{int(found['m'] or 0):02d}"
    return one(match, Meaning("SET", "fixed", value))


def times_a_week(words: Words, match: Match) -> Parts:
    """Twice a week."""
    unit = str(words.values[match.start("u")])
    often = words.lower[match.start("u") - 2]
    if often not in ("once", "twice", "thrice", "times") or unit in ("WE", "L"):
        return NONE
    return one(match, Meaning("SET", "fixed", period_value(1, unit)))


def often(words: Words, match: Match) -> Parts:
    """Daily, weekly, annual."""
    if match.start() and words.codes[match.start() - 1] in "e-" and words.lower[match.start()] in ("daily", "weekly"):
        return NONE
    return one(match, Meaning("SET", "fixed", str(words.values[match.start()])))
