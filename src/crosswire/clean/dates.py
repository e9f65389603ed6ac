"""Dates as newsrooms write them on a report: the date itself, its time and zone, its label, and its readings.

A numeric date whose first two numbers are both below 13 has two readings; `written` gives both, and leaves choosing to
`clean.published`. Values are ISO 8601, as precise as what was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from crosswire.model import Span

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        1,
    )
    for name in names.split()
}
WEEKDAYS = {name: i for i, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b(?:\s?\.)?"
)
WEEKDAY = r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|thur|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_YEAR = r"(?:19|20)\d\d(?!\d)"
# Zones that mean one offset everywhere; "ET", "IST" and the like are left out of the value.
ZONES = {
    "z": "Z",
    "gmt": "+00:00",
    "utc": "+00:00",
    "bst": "+01:00",
    "cet": "+01:00",
    "cest": "+02:00",
    "eet": "+02:00",
    "eest": "+03:00",
    "msk": "+03:00",
    "est": "-05:00",
    "edt": "-04:00",
    "cdt": "-05:00",
    "mst": "-07:00",
    "mdt": "-06:00",
    "pst": "-08:00",
    "pdt": "-07:00",
    "aest": "+10:00",
    "aedt": "+11:00",
    "jst": "+09:00",
}
_DATE = re.compile(
    rf"(?:(?P<weekday>{WEEKDAY})[\s,]{{0,3}})?(?:"
    rf"(?<!\d)(?P<iso>(?P<iy>{_YEAR})-(?P<im>\d\d?)-(?P<id>\d\d?)(?!\d))"
    rf"|\b(?P<m1>{MONTH})\s{{0,2}}(?P<d1>\d\d?)(?:st|nd|rd|th)?(?!\d|:|\s?[ap]\.?m)(?:\s?,?\s{{0,2}}(?P<y1>{_YEAR}))?"
    rf"|(?<![\d:.])(?P<d2>\d\d?)(?:st|nd|rd|th)?\s{{0,2}}(?:of\s)?(?P<m2>{MONTH}),?(?:\s{{0,2}}(?P<y2>{_YEAR}))?"
    rf"|(?<![\d/.-])(?P<a>\d\d?)(?P<sep>\s?[-/.]\s?)(?P<b>\d\d?)(?P=sep)(?P<y>{_YEAR}|\d\d(?!\s?[\d:/.-]))"
    rf")",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?<![\d:.])(?:at\s)?(?P<hour>[01]?\d|2[0-4])(?:\s?[:.h]\s?(?P<minute>[0-5]\d)(?:\s?:\s?(?P<second>[0-5]\d)(?:\.\d{1,6})?)?)?(?!\d)"
    r"(?:\s?(?P<half>[ap])\.?\s?m\b\.?)?"
    r"(?:\s?\(?(?P<zone>z|gmt|utc|[a-z]{1,4}t|msk)\b\)?|\s?(?P<offset>[+-]\d\d:?\d\d)(?!\d))?",
    re.IGNORECASE,
)
_GAP = re.compile(r"[\s,|•·@T–—-]{0,6}(?:at\b\s?)?", re.IGNORECASE)


class Written(NamedTuple):
    """A date as written: its readings (the first is month first where there are two), its clock time, where it stands.

    ``year`` is None where none was written; ``weekday`` counts from Monday as 0. ``time`` is the ISO time and zone, or
    empty. ``numeric`` tells a date of three numbers whose day and month could be exchanged.
    """

    span: Span
    year: int | None
    readings: tuple[tuple[int, int], ...]
    weekday: int | None
    time: str
    numeric: bool

    def values(self, year: int | None = None) -> tuple[str, ...]:
        """The readings as ISO 8601, those that are real days; ``year`` stands in where none was written."""
        year = self.year or year
        if year is None:
            return ()
        days = (day_of(year, month, day) for month, day in self.readings)
        return tuple(f"{day.isoformat()}{self.time}" for day in days if day is not None)


def day_of(year: int, month: int, day: int) -> date | None:
    """The date, or None if there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def written(text: str, start: int, end: int, *, clock: bool = False) -> Iterator[Written]:
    """The dates written in a part of a text; with ``clock``, with the time of day beside them."""
    for match in _DATE.finditer(text, start, end):
        found = _read(match)
        if found is not None:
            yield _with_clock(text, start, end, found) if clock else found


def _read(match: re.Match[str]) -> Written | None:
    get = match.group
    weekday = WEEKDAYS.get((get("weekday") or "")[:3].lower())
    span = Span(*match.span())
    readings: tuple[tuple[int, int], ...]
    if get("iso"):
        year, readings = int(get("iy")), ((int(get("im")), int(get("id"))),)
    elif get("m1") or get("m2"):
        month = MONTHS[(get("m1") or get("m2")).rstrip(" .").lower()]
        year_word = get("y1") or get("y2")
        year = int(year_word) if year_word else 0
        readings = ((month, int(get("d1") or get("d2"))),)
    else:
        year = int(get("y")) if len(get("y")) == 4 else 2000 + int(get("y"))
        a, b = int(get("a")), int(get("b"))
        readings = ((a, b), (b, a)) if a != b else ((a, b),)
    real = tuple(r for r in readings if day_of(year or 2000, *r) is not None)
    return Written(span, year or None, real, weekday, "", bool(get("sep"))) if real else None


def _with_clock(text: str, start: int, end: int, found: Written) -> Written:
    """The date with a clock time directly after it, or else directly before it."""
    gap = _GAP.match(text, found.span.end, end)
    after = _TIME.match(text, gap.end(), end) if gap else None
    if after and (time := _clock(after)):
        return found._replace(time=time, span=Span(found.span.start, after.end()))
    low = max(start, found.span.start - 40)
    for before in _TIME.finditer(text, low, found.span.start):
        time = _clock(before)
        between = text[before.end() : found.span.start].strip(" ,|•·–—-\t\u00a0").lower()
        if time and between in {"", "on"}:
            return found._replace(time=time, span=Span(before.start(), found.span.end))
    return found


def _clock(match: re.Match[str]) -> str:
    """The ISO form of a clock time; empty if a bare number is no time."""
    hour, minute, half = int(match["hour"]), match["minute"], (match["half"] or "").lower()
    if minute is None and not half:
        return ""
    if half:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour == 24:
        return ""
    second = f":{match['second']}" if match["second"] else ""
    offset = match["offset"] or ""
    if offset and ":" not in offset:
        offset = f"{offset[:3]}:{offset[3:]}"
    zone = offset or ZONES.get((match["zone"] or "").lower(), "")
    return f"T{hour:02d}:{minute or '00'}{second}{zone}"
