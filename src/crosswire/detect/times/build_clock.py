"""What a match of a rule means: times of day."""

from __future__ import annotations

from crosswire.detect.times.matched import MODS, NONE, Match, Parts, lower_of, number_of, one, value_of
from crosswire.detect.times.meaning import Meaning
from crosswire.detect.times.words import Words


def clock(words: Words, match: Match) -> Parts:
    """A time of day: "10:35 a.m.", "5 p.m. EST", "0800 GMT", "noon", "4 in the morning"."""
    if noon := value_of(words, match, "noon"):
        return one(match, Meaning("TIME", "clock", part=str(noon)))
    zone = value_of(words, match, "z")
    if value_of(words, match, "mil") is not None:
        digits = words.lower[match.start("mil")]
        read = (int(digits[:2]), int(digits[2:])) if len(digits) == 4 and digits.isdecimal() else None
        seconds = ""
    else:
        read, seconds = _hour_and_minute(words, match)
    if read is None or not (0 <= read[0] <= 24 and 0 <= read[1] <= 59):
        return NONE
    return one(match, Meaning("TIME", "clock", part=f"{read[0]:02d}:{read[1]:02d}{seconds}{zone or ''}"))


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
