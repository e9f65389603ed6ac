"""What a match of a rule means: times counted from another, and the present, the past and the future."""

from __future__ import annotations

from crosswire.detect.times.build_spans import period_value
from crosswire.detect.times.matched import (
    MODS,
    NONE,
    Match,
    Parts,
    from_before,
    lower_of,
    number_of,
    one,
    value_of,
    which_of,
)
from crosswire.detect.times.meaning import Base, Found, Meaning
from crosswire.detect.times.words import Words


def deictic(words: Words, match: Match) -> Parts:
    """Yesterday, today, tomorrow, and parts of them; tonight and overnight are parts of days themselves."""
    word, shift_ = words.lower[match.start("r")], number_of(words, match, "r")
    part = str(value_of(words, match, "p") or ("NI" if word in ("tonight", "overnight") else ""))
    return one(match, Meaning("TIME" if part else "DATE", "shift", unit="D", amount=shift_, part=part))


def day_beside(words: Words, match: Match) -> Parts:
    """The day before yesterday, the day after Friday."""
    if value_of(words, match, "u") != "D" or lower_of(words, match, "dir") not in ("before", "after"):
        return NONE
    step = int(words.values[match.start("dir")])
    if (shift_ := number_of(words, match, "r")) is not None:
        return one(match, Meaning("DATE", "shift", unit="D", amount=shift_ + step))
    weekday = (int(words.values[match.start("w")]) - 1 + step) % 7 + 1
    return one(match, Meaning("DATE", "calendar", weekday=weekday, which=which_of(words, match)))


def part_of_day(words: Words, match: Match) -> Parts:
    """This morning, last night, that evening, the next morning."""
    previous = from_before(words, match) or match.start("which") < 0
    mod = MODS.get(lower_of(words, match, "e"))
    part, which = str(words.values[match.start("p")]), which_of(words, match) or 0
    base: Base = "previous" if previous else "speech"
    sub = "the" if match.start("which") < 0 else ""
    return one(match, Meaning("TIME", "shift", unit="D", amount=which, part=part, mod=mod, base=base, sub=sub))


def period(words: Words, match: Match) -> Parts:
    """Last week, this year, the following month, that day."""
    which, unit = which_of(words, match), str(words.values[match.start("u")])
    if unit in ("TM", "TH", "2W", "L") or which is None:
        return NONE
    words_ = words.lower[match.start("which") : match.end("which")]
    if words_[0] == "latest":
        return one(
            match,
            Meaning("DATE", "period", unit=unit, which=-1, base="previous" if unit == "Q" else "speech", sub="latest"),
        )
    if unit == "D":
        amount = 0 if words_[0] == "this" and len(words_) == 1 else which
        return one(
            match,
            Meaning(
                "DATE", "shift", unit="D", amount=amount, base="previous" if from_before(words, match) else "speech"
            ),
        )
    if match.start("det") >= 0 and words_ in (["past"], ["last"]) and unit in ("W", "M", "Y", "E", "C"):
        if unit != "Y":
            return one(match, Meaning("DURATION", "fixed", period_value(1, unit)))
        return one(match, Meaning("DATE", "period", unit=unit, which=-1))
    return one(
        match,
        Meaning("DATE", "period", unit=unit, which=which, base="previous" if from_before(words, match) else "speech"),
    )


def one_further(words: Words, match: Match) -> Parts:
    """The week before last, the month after next."""
    way, which = lower_of(words, match, "dir"), lower_of(words, match, "which")
    unit = str(words.values[match.start("u")])
    if (way, which) not in (("before", "last"), ("after", "next")) or unit in ("TM", "TH", "2W", "L", "D"):
        return NONE
    return one(match, Meaning("DATE", "period", unit=unit, which=-2 if which == "last" else 2))


def the_unit(words: Words, match: Match) -> Parts:
    """The quarter, the year, the weekend: that of which is being told."""
    unit = str(words.values[match.start("u")])
    after = words.lower[match.end()] if match.end() < len(words.lower) else ""
    if after in ("ended", "ending") and unit in ("Y", "M", "W"):
        return one(match, Meaning("DURATION", "fixed", period_value(1, unit)))
    if unit == "WE":
        return one(match, Meaning("DATE", "period", unit="WE", which=0))
    if unit == "D":
        later = match.start() > 1 and words.codes[match.start() - 1] == "i" and words.codes[match.start() - 2] in "BFE"
        return one(match, Meaning("DATE", "shift", unit="D", amount=0, base="previous")) if later else NONE
    end_of = words.codes[max(0, match.start() - 2) : match.start()] == "gf"
    if unit == "Q" or (unit in ("E", "C") and end_of):  # "the end of the decade"
        return one(match, Meaning("DATE", "period", unit=unit, which=0, base="previous"))
    if unit in ("Y", "M", "W"):
        return one(match, Meaning("DATE", "period", unit=unit, which=0, sub="the"))
    return NONE


def shift(words: Words, match: Match) -> Parts:
    """Two days ago, a year earlier, three weeks later, ten years from now."""
    way, unit = words.lower[match.start("dir")], str(words.values[match.start("u")])
    if way in ("before", "after") and words.codes[match.end() : match.end() + 1] in _STOPS:
        way = "earlier" if way == "before" else "later"  # "two days before, he had left": not before something named
    from_now = match.start("now") >= 0
    if way not in ("ago", "earlier", "later", "from") or from_now != (way == "from" and _now(words, match)):
        return NONE
    amount = _amount_away(words, match)
    if amount is None:
        return _vaguely_away(words, match, way, unit)
    if unit in ("TM", "TH", "TS"):
        return one(match, Meaning("TIME", "fixed", "PAST_REF")) if way == "ago" else NONE
    if unit == "2W":
        unit, amount = "W", amount * 2
    base: Base = "speech" if way in ("ago", "from") else "previous"
    signed = -amount if way in ("ago", "earlier") else amount
    mod = "APPROX" if "|9" in match.group() else None
    return one(match, Meaning("DATE", "shift", unit=unit, amount=signed, base=base, mod=mod))


def two_units_ago(words: Words, match: Match) -> Parts:
    """Two weeks and two days ago, a year and three months ago."""
    counts = number_of(words, match, "n"), number_of(words, match, "n2")
    sizes = [_SIZES.get(str(value_of(words, match, unit))) for unit in ("u", "u2")]
    if None in counts or None in sizes or max(count or 0 for count in counts) > 9999:
        return NONE
    (unit, low), (unit2, high) = (size for size in sizes if size)
    if unit != unit2 or low <= high:
        return NONE
    amount = (counts[0] or 0) * low + (counts[1] or 0) * high
    return one(match, Meaning("DATE", "shift", unit=unit, amount=-amount))


_SIZES = {"W": ("D", 7), "D": ("D", 1), "Y": ("M", 12), "M": ("M", 1)}


_STOPS = frozenset({"", ",", ".", ")"})


def _now(words: Words, match: Match) -> bool:
    return value_of(words, match, "now") == "PRESENT_REF"


def _amount_away(words: Words, match: Match) -> int | None:
    """How many units; None for "some", and for more than any calendar holds."""
    if match.start("one") >= 0:
        return 1
    if value_of(words, match, "vague") == "2":
        return 2
    value = value_of(words, match, "n")
    amount = int(float(str(value))) if value is not None else None
    return amount if amount is None or amount <= 100_000 else None


def _vaguely_away(words: Words, match: Match, way: str, unit: str) -> Parts:
    """Years ago, several months from now; "a few days later" tells how long, not which day."""
    if words.codes[match.start("u")] == "U":
        return NONE
    if way in ("ago", "from"):
        return one(match, Meaning("DATE", "fixed", "PAST_REF" if way == "ago" else "FUTURE_REF"))
    return one(match, Meaning("DURATION", "fixed", period_value("X", unit)))


def beside(words: Words, match: Match) -> Parts:
    """The day before, the year after."""
    unit = str(words.values[match.start("u")])
    if unit in ("TM", "TH", "L", "WE"):
        return NONE
    return one(
        match, Meaning("DATE", "shift", unit=unit, amount=int(words.values[match.start("dir")]), base="previous")
    )


def reference(words: Words, match: Match) -> Parts:
    """Now, currently, recently; "right now"."""
    at = match.start()
    first = at - 1 if at and (words.lower[at - 1], words.lower[at]) in (("right", "now"), ("more", "recently")) else at
    return (Found(first, match.end(), Meaning("DATE", "fixed", str(words.values[at]))),)


def loose_period(words: Words, match: Match) -> Parts:
    """Recent weeks, these days, the coming months, past years."""
    if match.start("these") >= 0:
        return one(match, Meaning("DATE", "fixed", "PRESENT_REF")) if words.values[match.start("u")] == "D" else NONE
    following = match.start("coming") >= 0 and words.lower[match.start("coming")] == "following"
    if match.start("recent") >= 0 or following:
        return one(match, Meaning("DURATION", "fixed", period_value("X", str(words.values[match.start("u")]))))
    value = "FUTURE_REF" if match.start("coming") >= 0 else "PAST_REF"
    return one(match, Meaning("DATE", "fixed", value))


def future(words: Words, match: Match) -> Parts:
    """The future, the near future."""
    between = words.lower[match.start() : match.end() - 1]
    if not set(between) <= {"the", "near", "foreseeable", "immediate", "distant"}:
        return NONE
    return one(match, Meaning("DATE", "fixed", "FUTURE_REF"))


def past(words: Words, match: Match) -> Parts:
    """The past."""
    return one(match, Meaning("DATE", "fixed", "PAST_REF")) if lower_of(words, match, "last") == "past" else NONE


def current(words: Words, match: Match) -> Parts:
    """Current."""
    return one(match, Meaning("DATE", "fixed", "PRESENT_REF")) if words.lower[match.start()] == "current" else NONE
