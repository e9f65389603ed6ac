"""What stands around a time expression and belongs to it: "early", "the end of", "nearly", "at least"; "10 a.m. Friday"."""

from __future__ import annotations

import re
from dataclasses import replace

from crosswire.detect.times.lexicon import APPROXIMATE
from crosswire.detect.times.meaning import Found, Meaning
from crosswire.detect.times.words import Words

_EARLY = re.compile(r"e?(?P<early>E)(?:-|ie?)?$")
_POSITION = re.compile(r"e?(?P<position>g)fe?$")
_EARLIER = re.compile(r"(?P<earlier>[BF])i?e?$")
_ABOUT = re.compile(r"(?P<about>b)$")
_LIMIT = re.compile(r"(?:@(?P<least>=)|(?P<notmore>7[><]%)|(?P<more>>%)|(?P<less><%)|(?P<upto>\^~))$")
_MODS = {"early": "START", "late": "END", "mid": "MID", "earlier": "START", "later": "END"}
_LIMITS = {"least": "EQUAL_OR_MORE", "more": "MORE_THAN", "less": "LESS_THAN", "upto": "EQUAL_OR_LESS"}
# More than a year ago is before the day a year ago; more than a year later is after it (TIMEX2, table of MOD).
_AGO = {"MORE_THAN": "BEFORE", "LESS_THAN": "AFTER", "EQUAL_OR_MORE": "ON_OR_BEFORE", "EQUAL_OR_LESS": "ON_OR_AFTER"}
_LATER = {"MORE_THAN": "AFTER", "LESS_THAN": "BEFORE", "EQUAL_OR_MORE": "ON_OR_AFTER", "EQUAL_OR_LESS": "ON_OR_BEFORE"}
_REACH = 5


def extended(words: Words, found: Found, floor: int) -> Found:
    """The expression with the words before it that qualify it; none before ``floor`` are taken."""
    low = max(floor, found.first - _REACH)
    before = words.codes[low : found.first]
    meaning = found.meaning
    if meaning.form == "fixed" and meaning.value.endswith("_REF"):
        return found
    if meaning.type == "DURATION" or (meaning.form == "shift" and meaning.unit != "D"):
        return _qualified(words, found, before, low)
    if meaning.type == "SET":
        return found
    return _placed(words, found, before, low)


def _qualified(words: Words, found: Found, before: str, low: int) -> Found:
    """About, nearly, more than, at least, up to: before an amount of time, or one ago or later."""
    if match := _LIMIT.search(before):
        kind = match.lastgroup or ""
        mod = _LIMITS.get(kind) or ("EQUAL_OR_LESS" if ">" in match.group() else "EQUAL_OR_MORE")
        if kind == "least" and words.lower[low + match.start(kind)] == "most":
            mod = "EQUAL_OR_LESS"
    elif match := _ABOUT.search(before):
        word = words.lower[found.first - 1]
        mod = "" if word == "over" and not _more_than(words, found, before) else APPROXIMATE[word]
    if match is None or not mod:
        return found
    if found.meaning.form == "shift":
        table = _AGO if (found.meaning.amount or 0) < 0 else _LATER
        mod = table.get(mod, mod)
    return replace(found, first=low + match.start(), meaning=replace(found.meaning, mod=mod))


def _more_than(words: Words, found: Found, before: str) -> bool:
    """Whether "over" compares ("for over a week"), rather than says in which time ("over the last week")."""
    return words.codes[found.first] == "a" or (words.codes[found.first] in "dnN" and before[-2:-1] in ("4", "i", "f"))


def _placed(words: Words, found: Found, before: str, low: int) -> Found:
    for pattern in (_EARLY, _POSITION, _EARLIER):
        if match := pattern.search(before):
            at = low + match.start(match.lastgroup or "")
            if pattern is _EARLIER and (found.meaning.weekday is not None or words.lower[at] in ("before", "after")):
                continue
            mod = _MODS.get(words.lower[at]) or (str(words.values[at]) if pattern is _POSITION else "")
            if mod:
                return replace(found, first=low + match.start(), meaning=replace(found.meaning, mod=mod))
    about = _ABOUT.search(before) if found.meaning.weekday is None else None
    if about and APPROXIMATE[words.lower[low + about.start()]] == "APPROX":
        return replace(found, first=low + about.start(), meaning=replace(found.meaning, mod="APPROX"))
    return found


def joined(words: Words, found: list[Found]) -> list[Found]:
    """Clock times joined with the day beside them: one expression where they touch, else only the day is shared."""
    out: list[Found] = []
    for this in found:
        last = out[-1] if out else None
        if last is None or this.first - last.last > 1:
            out.append(this)
            continue
        between = words.codes[last.last : this.first]
        day = _dated(last.meaning, this.meaning)
        if day is None or between not in ("", ",", "I", "@", "f", "-"):
            out.append(this)
        elif between in ("", ",") or (between == "f" and this.meaning.form != "clock"):
            out[-1] = Found(last.first, this.last, day)
        elif last.meaning.form == "clock":
            out[-1] = replace(last, meaning=day)
            out.append(this)
        else:
            out.append(replace(this, meaning=day))
    return [one for one in out if one.meaning.form != "clock" or one.meaning.value != "beside"]


def _dated(first: Meaning, second: Meaning) -> Meaning | None:
    """A clock time on the day of its neighbour."""
    clock, day = (first, second) if first.form == "clock" else (second, first)
    if clock.form != "clock" or day.form == "clock":
        return None
    if day.part in _HALVES and clock.part[:2].isdigit() and not day.part[0].isdigit():
        later = day.part != "MO" and int(clock.part[:2]) < 12 and (day.part != "NI" or int(clock.part[:2]) > 4)
        part = f"{int(clock.part[:2]) + 12}{clock.part[2:]}" if later else clock.part
        return replace(day, type="TIME", part=part)
    if not _is_day(day):
        return None
    return replace(day, type="TIME", part=clock.part, mod=clock.mod or day.mod)


_HALVES = frozenset({"MO", "AF", "EV", "NI"})


def _is_day(meaning: Meaning) -> bool:
    if meaning.part or meaning.type == "DURATION":
        return False
    if meaning.form == "shift":
        return meaning.unit == "D"
    return meaning.form == "calendar" and (meaning.day is not None or meaning.weekday is not None)
