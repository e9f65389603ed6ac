"""What a match of a rule means: times of day."""

from __future__ import annotations

from crosswire.detect.times.matched import MODS, NONE, Match, Parts, lower_of, number_of, one, value_of
from crosswire.detect.times.meaning import Meaning
from crosswire.detect.times.words import Words


def clock(words: Words, match: Match) -> Parts:
    """A time of day: "10:35 a.m.", "5 p.m. EST", "0800 GMT", "noon", "4 in the morning"."""
    zone = value_of(words, match, "z")
    if noon := value_of(words, match, "noon"):
        return one(match, Meaning("TIME", "clock", part=f"{noon}{zone or ''}"))
    if value_of(words, match, "mil") is not None:
        digits = words.lower[match.start("mil")]
        read = (int(digits[:2]), int(digits[2:])) if len(digits) == 4 and digits.isdecimal() else None
        seconds = ""
    else:
        read, seconds = _hour_and_minute(words, match)
    if read is None or not (0 <= read[0] <= 24 and 0 <= read[1] <= 59):
        return NONE
    return one(match, Meaning("TIME", "clock", part=f"{read[0]:02d}:{read[1]:02d}{seconds}{zone or ''}"))


def military_hours(words: Words, match: Match) -> Parts:
    """0630 hours, at 1430 hours: a time of day; "1430 hours" elsewhere is how long."""
    digits = words.lower[match.start("mil")]
    if words.values[match.start("hours")] != "TH" or len(digits) != 4 or not digits.isdecimal():
        return NONE
    if (digits[0] != "0" and match.start("about") < 0) or int(digits[:2]) > 23 or int(digits[2:]) > 59:
        return NONE
    return one(match, Meaning("TIME", "clock", part=f"{digits[:2]}:{digits[2:]}"))


def twelve(words: Words, match: Match) -> Parts:
    """12 noon, 12 midnight."""
    return clock(words, match) if number_of(words, match, "twelve") == 12 else NONE


def past_hour(words: Words, match: Match) -> Parts:
    """Half past nine, a quarter to six, ten past three in the afternoon."""
    quarter = match.start("q") >= 0
    if (quarter and value_of(words, match, "q") != "Q") or lower_of(words, match, "past") not in ("past", ""):
        return NONE
    half, before = match.start("c") >= 0, match.start("to") >= 0
    minutes, hour = 30 if half else 15 if quarter else number_of(words, match, "n") or 0, number_of(words, match, "h")
    lead = words.codes[match.start() - 1] if match.start("about") >= 0 else "_"
    sure = quarter or half or (lead == "@" and match.start("t") < 0 if before else lead != "_")
    if hour is None or not (1 <= hour <= 12 and 1 <= minutes <= 30) or not sure or (half and before):
        return NONE
    part = value_of(words, match, "p")
    late = part not in ("MO", "DW") if part else number_of(words, match, "t") == 12
    hour = hour % 12 + 12 if late else hour
    hour, minutes = (hour - 1, 60 - minutes) if before else (hour, minutes)
    return one(match, Meaning("TIME", "clock", part=f"{hour:02d}:{minutes:02d}"))


def tonight(words: Words, match: Match) -> Parts:
    """At 8 tonight."""
    hour = number_of(words, match, "h")
    if hour is None or not 5 <= hour <= 11 or lower_of(words, match, "r") != "tonight":
        return NONE
    return one(match, Meaning("TIME", "shift", unit="D", amount=0, part=f"{hour + 12}:00"))


def loose_part(words: Words, match: Match) -> Parts:
    """Morning, the night of: a time only together with the day beside it."""
    mod = MODS.get(lower_of(words, match, "early"))
    return one(match, Meaning("TIME", "clock", "beside", mod=mod, part=str(words.values[match.start("p")])))


def _hour_and_minute(words: Words, match: Match) -> tuple[tuple[int, int] | None, str]:
    half = number_of(words, match, "t") if value_of(words, match, "t") is not None else number_of(words, match, "t2")
    part = value_of(words, match, "p")
    written, hour = value_of(words, match, "c"), value_of(words, match, "h")
    if written is not None:
        pieces = [int(p) for p in str(written).split(":")]
        dotted = "." in words.lower[match.start("c")]
        sure = half is not None or part or value_of(words, match, "z") is not None
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
