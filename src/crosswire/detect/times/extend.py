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
    """Clock times joined with the day beside them: one expression where they touch, else only the day is shared.

    A clock time of another zone in parentheses takes the same day, or the one beside it that the two times allow.
    """
    out: list[Found] = []
    for this in found:
        last = out[-1] if out else None
        if last is None or this.first - last.last > _BETWEEN:
            out.append(this)
            continue
        between = words.codes[last.last : this.first]
        day = _dated(last.meaning, this.meaning) if between in _JOINING else None
        if day is None:
            out.append(ranged(words, last, this, out))
        elif between in ("", ",") or (between == "f" and this.meaning.form != "clock"):
            out[-1] = Found(last.first, this.last, day, last.rule)
        elif last.meaning.form == "clock":
            out[-1] = replace(last, meaning=day)
            _share_back(words, out)
            out.append(this)
        elif last.meaning.type == "DATE" or between in _BESIDE:
            out.append(replace(this, meaning=day))
        else:
            out.append(this)
    return [one for one in out if one.meaning.form != "clock" or one.meaning.value != "beside"]


_BETWEEN = 2
_BESIDE = frozenset({"(", ",("})
_JOINING = frozenset({"", ",", "I", "@", "f", "-", ")I", "),I", ")", "(", ")e"})


def _share_back(words: Words, out: list[Found]) -> None:
    """Give the day of a clock time in parentheses to that before them: "10 a.m. (0800 GMT) on Monday"."""
    if len(out) < 2 or words.codes[out[-2].last : out[-1].first] != "(" or out[-2].meaning.form != "clock":
        return
    here, zoned = out[-2].meaning, out[-1].meaning
    out[-2] = replace(out[-2], meaning=replace(zoned, part=here.part, mod=here.mod))
    out[-1] = replace(out[-1], meaning=replace(zoned, over=_days_over(here.part, zoned.part)))


def _days_over(local: str, greenwich: str) -> int:
    """How many days a time in Greenwich lies beyond the day of the local one: 8 p.m. in New York is 0 GMT tomorrow."""
    if not (greenwich.endswith("Z") and local[:2].isdigit() and not local.endswith("Z")):
        return 0
    ahead = int(local[:2]) - int(greenwich[:2])
    return 1 if ahead > _EASTERNMOST else -1 if ahead < _WESTERNMOST else 0


_EASTERNMOST, _WESTERNMOST = 14, -12  # hours of the clock from Greenwich


def ranged(words: Words, last: Found, this: Found, out: list[Found]) -> Found:
    """The second end of a range; gives the first one its year ("from 28 September to 3 October 2021").

    Between two weekdays the second follows the first: "from Friday to Monday".
    """
    between, low, high = words.codes[last.last : this.first], last.meaning, this.meaning
    led = last.first > 0 and words.lower[last.first - 1] in ("from", "between")
    if (
        low.form != "calendar"
        or high.form != "calendar"
        or not (between in ("~", "-") or _through(words, last, this, led))
    ):
        return this
    if low.year is None and low.month and high.month and high.year:
        out[-1] = replace(last, meaning=replace(low, year=high.year - (low.month > high.month)))
    weekdays = low.weekday and high.weekday and not (low.month or high.month or low.day or high.day)
    if weekdays and led and high.which is None:
        return replace(this, meaning=replace(high, base="previous", which=1))
    return this


def _through(words: Words, last: Found, this: Found, led: bool) -> bool:  # noqa: FBT001
    if this.first - last.last != 1:
        return False
    word = words.lower[last.last]
    return word in ("through", "until", "till") or (led and word == "and")


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
    over = _days_over(day.part, clock.part) if day.part else 0
    return replace(day, type="TIME", part=clock.part, mod=clock.mod or day.mod, over=over)


_HALVES = frozenset({"MO", "AF", "EV", "NI"})


def _is_day(meaning: Meaning) -> bool:
    if meaning.type == "DURATION" or (meaning.part and not meaning.part[0].isdigit()):
        return False
    if meaning.form == "shift":
        return meaning.unit == "D"
    return meaning.form == "calendar" and (meaning.day is not None or meaning.weekday is not None)
