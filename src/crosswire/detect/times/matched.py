"""Reading a match of a rule: the words at its named groups, and what they say."""

from __future__ import annotations

import re

from crosswire.detect.times.meaning import Found, Meaning
from crosswire.detect.times.words import Words

Parts = tuple[Found, ...]


Match = re.Match[str]


NONE: Parts = ()


MODS = {"early": "START", "late": "END", "mid": "MID"}
LONGEST_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def one(match: Match, meaning: Meaning) -> Parts:
    """The whole match as one expression."""
    return (Found(match.start(), match.end(), meaning),)


def value_of(words: Words, match: Match, group: str) -> int | str | None:
    """The value of the word at a named group; None where the rule has no such group or it took no part."""
    if group not in match.re.groupindex:
        return None
    at = match.start(group)
    return None if at < 0 or at == match.end(group) else words.values[at]


def number_of(words: Words, match: Match, group: str) -> int | None:
    """The value at a named group, as a whole number; None where it is none ("1.5")."""
    value = value_of(words, match, group)
    return None if value is None or (isinstance(value, str) and not value.isdecimal()) else int(value)


def lower_of(words: Words, match: Match, group: str) -> str:
    """The word at a named group in small letters; empty where the group took no part."""
    if group not in match.re.groupindex or match.start(group) < 0 or match.start(group) == match.end(group):
        return ""
    return words.lower[match.start(group)]


def which_of(words: Words, match: Match) -> int | None:
    """-1, 0 or 1 for last, this and next; of two such words ("this coming") the second counts."""
    if "which" not in match.re.groupindex or match.start("which") < 0:
        return None
    return int(words.values[match.end("which") - 1])


def from_before(words: Words, match: Match) -> bool:
    """Whether the words point back to a time told before ("the following week", "that day"), not to the time of telling."""
    if "which" not in match.re.groupindex or match.start("which") < 0:
        return False
    word = words.lower[match.start("which")]
    return word in ("that", "same", "following", "previous", "preceding", "prior") or (
        word == "next" and lower_of(words, match, "det") == "the"
    )


def relative_year(words: Words, match: Match, suffix: str = "") -> tuple[bool, int | None]:
    """Whether "of last year" and its like are well formed, and the shift of the year that they name."""
    unit = value_of(words, match, "relunit" + suffix)
    if unit is None:
        return True, None
    return unit == "Y", number_of(words, match, "rel" + suffix)
