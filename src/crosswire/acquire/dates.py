"""Publication dates as inputs write them, to ISO 8601; whatever could be read in two ways is left alone."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate_to_datetime

EARLIEST, LATEST = 1700, 2199  # the first newspapers; beyond any clock

_TIME = (
    r"(?:[T ,]{1,3}(?:at )?(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?"
    r" ?(?P<half>[AaPp]\.?[Mm]\.?)?"
    r" ?(?P<zone>[Zz]|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY_NAME = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?"
_SHAPES = tuple(
    re.compile(_DAY_NAME + shape + _TIME, re.IGNORECASE)
    for shape in (
        r"(?P<year>\d{4})(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})",
        r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)",
        r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[ -]" + _MONTH + r",?[ -](?P<year>\d{4})",
        _MONTH + r" (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})",
    )
)
_EITHER_ORDER = re.compile(
    r"(?P<one>\d{1,2})(?P<sep>[-/.])(?P<two>\d{1,2})(?P=sep)(?P<year>\d{4})" + _TIME, re.IGNORECASE
)


def iso_date(written: str) -> str | None:
    """A date, or date and time, in ISO 8601 with the zone as written; None where it is none or open to two readings.

    "2014-02-13 10:00:00" gives "2014-02-13T10:00:00". The order of day and month must be plain: "13/02/2014" is,
    "03/02/2014" is not.
    """
    written = " ".join(written[:80].split())
    for shape in _SHAPES:
        if match := shape.fullmatch(written):
            named = match.groupdict()
            month = named.get("month") or str(_MONTHS.index(named["name"][:3].lower()) + 1)
            return _iso(match, int(month), int(match["day"]))
    if match := _EITHER_ORDER.fullmatch(written):
        one, two = int(match["one"]), int(match["two"])
        if one > 12 or one == two:
            return _iso(match, two, one)
        return _iso(match, one, two) if two > 12 else None
    return _mail_date(written)


def _iso(match: re.Match[str], month: int, day: int) -> str | None:
    year = int(match["year"])
    try:
        value = date(year, month, day).isoformat()
    except ValueError:
        return None
    return value + _clock(match) if EARLIEST <= year <= LATEST else None


def _clock(match: re.Match[str]) -> str:
    """The time of day and zone, or nothing where there is none that a clock can show."""
    if match["hour"] is None:
        return ""
    hour, minute, second = int(match["hour"]), match["minute"], match["second"]
    if half := match["half"]:
        hour = hour % 12 + 12 * (half[0] in "pP") if 1 <= hour <= 12 else 24
    if hour > 23 or int(minute) > 59 or int(second or 0) > 59:
        return ""
    return f"T{hour:02}:{minute}" + (f":{second}" if second else "") + _zone(match["zone"] or "")


def _zone(written: str) -> str:
    if written.upper() in {"Z", "UTC", "GMT"}:
        return "Z"
    digits = written.replace(":", "")
    return f"{digits[:3]}:{digits[3:] or '00'}" if digits else ""


def _mail_date(written: str) -> str | None:
    """RFC 5322, as feeds and HTTP headers write it."""
    try:
        moment = parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment.isoformat() if EARLIEST <= moment.year <= LATEST and re.search(r"\d{4}", written) else None
