"""Dates that a reader of a page sees beside its headline, and what they say of the page's own time zone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from lxml import html

from crosswire.acquire.dates import iso_date

_LONG = 200  # characters of a paragraph that is no headline, no lead and no byline
_SHORT = 120  # characters of an element that is a stamp and nothing else
_MOST = 4_000  # elements between the headline and the first paragraph
_NAMED = re.compile(r"date|time|publish|posted|byline|dateline|pubd")
_LATER = re.compile(r"updat|modif|aktuali|mise à jour|actualiz|aggiorn|revis|edited")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = re.compile(
    rf"(?P<day>\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH},?\s\d{{4}}|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}|\d{{4}}-\d\d-\d\d)"
    r"(?:\s?[-–—|,•·]?\s{0,2}(?:at\s)?(?P<clock>\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\b\.?)?))?",
    re.IGNORECASE,
)
_EITHER = re.compile(r"\D{0,30}(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d).{0,40}")
# Offsets of zones in use, in minutes, apart from whole hours.
_PARTIAL = frozenset({-570, -210, -150, 210, 270, 330, 345, 390, 525, 570, 630, 765})


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date, or date and time, that the page shows (ISO 8601), and whether it is labelled as that of an update."""

    value: str
    later: bool


def stamps(tree: html.HtmlElement) -> Iterator[Stamp]:
    """The dates between the headline and the first long paragraph: in time elements, and in those named for dates."""
    begun = False
    for seen, one in enumerate(tree.iter("h1", "time", "p", "div", "span", "li", "dd", "small")):
        if one.tag == "h1":
            begun = True
        elif not begun:
            continue
        elif seen > _MOST or (one.tag == "p" and len("".join(one.itertext(with_tail=False))) > _LONG):
            return
        elif (one.tag == "time" or _NAMED.search(_names(one))) and (found := _stamp(one)):
            yield found


def in_page_zone(value: str, shown: Iterable[str]) -> str:
    """A moment given in UTC as the page itself gives it: with the zone of another stamp of the same moment.

    A stamp without a zone tells it where its clock differs from the moment by the offset of a zone in use.
    """
    moment = _moment(value)
    if moment is None or moment.utcoffset() != timedelta(0):
        return value
    for other in shown:
        seen = _moment(other)
        if seen is None:
            continue
        if seen.tzinfo is not None:
            if seen.utcoffset() and abs((seen - moment).total_seconds()) < 60:
                return other
        elif offset := _offset(seen - moment.replace(tzinfo=None, second=0, microsecond=0)):
            return other + offset
    return value


def by_evidence(written: str, known: Iterable[str]) -> str | None:
    """The day of a date in numbers whose order is open, if just one of its readings lies within a day of a known day."""
    match = _EITHER.fullmatch(" ".join(written[:80].split()))
    if match is None:
        return None
    one, two, year = match[1], match[3], match[4]
    readings = {iso_date(f"{year}-{month}-{day}") for month, day in ((one, two), (two, one))} - {None}
    days = [day for other in known if (day := _day(other))]
    near = [r for r in readings if r and (at := _day(r)) and any(abs((at - day).days) <= 1 for day in days)]
    return near[0] if len(near) == 1 else None


def is_open(written: str) -> bool:
    """Whether a date is written in numbers that leave the order of day and month open."""
    written = " ".join(written[:80].split())
    return iso_date(written) is None and _EITHER.fullmatch(written) is not None


def _names(element: html.HtmlElement) -> str:
    """What an element is named, in small letters: a pattern that must mind the case takes five times as long."""
    return f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"[:300].lower()


def _stamp(element: html.HtmlElement) -> Stamp | None:
    text = " ".join("".join(element.itertext(with_tail=False)).split())
    later = _LATER.search(f"{_names(element)} {text[:_SHORT].lower()}") is not None
    if element.tag == "time" and (value := iso_date(element.get("datetime") or "")):
        return Stamp(value, later)
    if len(text) > _SHORT:
        return None
    found = _DATE.search(text)
    clock = found and found["clock"]
    value = iso_date(found["day"] + (f" {clock.replace('.', ':', 1)}" if clock else "")) if found else None
    return Stamp(value, later) if value else None


def _moment(value: str) -> datetime | None:
    if "T" not in value:
        return None
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        return None


def _day(value: str) -> datetime | None:
    try:
        return datetime.fromisoformat(value[:10])
    except ValueError:
        return None


def _offset(difference: timedelta) -> str | None:
    """The offset of a zone as ISO 8601 writes it, or None where no zone has it."""
    minutes, rest = divmod(int(difference.total_seconds()), 60)
    if rest > 0 or not -12 * 60 <= minutes <= 14 * 60 or (minutes % 60 and minutes not in _PARTIAL) or not minutes:
        return None
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
