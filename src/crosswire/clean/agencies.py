"""The world's news agencies, and the marks by which reports credit them.

The list is data (``crosswire.agencies``), each row with its source. A short mark counts only where a credit stands: in the brackets of a
dateline, in a byline, at the end of a report.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from crosswire.agencies import ROWS
from crosswire.clean.words import STAFF
from crosswire.model import Span


class NewsAgency(NamedTuple):
    """An agency: the name by which an account calls it, other full names, its short marks, and the row's source.

    ``source`` is the domain of the agency's own site, or the published list of members that names it.
    """

    name: str
    full: tuple[str, ...]
    marks: tuple[str, ...]
    source: str


AGENCIES: tuple[NewsAgency, ...] = tuple(
    NewsAgency(name, tuple(filter(None, full.split("/"))), tuple(filter(None, marks.split("/"))), source)
    for name, full, marks, source in ROWS
)
_BY_MARK: dict[str, str] = {
    mark: agency.name for agency in AGENCIES for mark in (agency.name, *agency.full, *agency.marks)
}
_BY_UPPER: dict[str, str] = {mark.upper(): name for mark, name in _BY_MARK.items() if len(mark) > 2}
_FULL = re.compile(
    r"(?<!\w)(?:"
    + "|".join(re.escape(f) for f in sorted((f for a in AGENCIES for f in a.full), key=len, reverse=True))
    + r")(?!\w)"
)

# An agency that the list does not have, by its name; only looked for where a credit stands.
_BY_NAME = re.compile(
    r"(?<!\w)(?:[A-ZÀ-Þ][\w'’.&-]*+\s++){1,4}(?:(?:News|Press|Wire|Information)\s++(?:Agency|Service)|Newswire)(?!\w)"
)

# What tells that an agency took a picture: its word before the mark in the same part of the credit, or right after it.
_PHOTO_WORD = (
    r"(?i:photo(?:s|graphs?|graphers?|graphy)?|images?|pictures?|videos?|video\s?journalists?|footage|graphics?)"
)
_PHOTO_BEFORE = re.compile(rf"\b{_PHOTO_WORD}\b[^;|•\n.]{{0,80}}$")
_PHOTO_AFTER = re.compile(rf"\s?/?\s?{_PHOTO_WORD}\b")
_PERSON = r"(?P<name>[A-ZÀ-Þ][\w'’.-]{1,30}(?:\s[A-ZÀ-Þ][\w'’.-]{0,30}){1,3})"
_PERSON_AFTER = re.compile(rf"\s?/\s?{_PERSON}")
_PERSON_BEFORE = re.compile(rf"(?<![\w/]){_PERSON}\s?/\s?$")


def agency_of(words: str) -> str | None:
    """The agency that these words are the mark of, whole; None if they are none."""
    words = " ".join(words.split()).strip(",;:()[]–—-_ ")
    if words in _BY_MARK:
        return _BY_MARK[words]
    words = words.strip(".")
    known = _BY_MARK.get(words) or _BY_UPPER.get(words if words.isupper() else "")
    return known or (words if _BY_NAME.fullmatch(words) else None)


def of_photograph(text: str, mark: Span, credit: Span) -> bool:
    """Whether a mark in a credit is that of a photograph's or a video's agency, or of its photographer's."""
    return (
        _PHOTO_BEFORE.search(text, max(credit.start, mark.start - 80), mark.start) is not None
        or _PHOTO_AFTER.match(text, mark.end, credit.end) is not None
        or _is_person_beside(text, mark, credit)
    )


def _is_person_beside(text: str, mark: Span, credit: Span) -> bool:
    """Whether only a slash stands between a mark and a person's name (``Mira Holt/AP``), as photographs are credited."""
    beside = (
        _PERSON_AFTER.match(text, mark.end, credit.end),
        _PERSON_BEFORE.search(text, max(credit.start, mark.start - 60), mark.start),
    )
    return any(name is not None and STAFF.isdisjoint(name["name"].lower().split()) for name in beside)


def agency_in(text: str, span: Span) -> tuple[str, Span] | None:
    """The first agency whose full name stands in a credit, or whose mark is one of its parts ("AP", "CBS/AP").

    An agency that only a photograph is credited to is none.
    """
    found = _any_in(text, span)
    return None if found is None or of_photograph(text, found[1], span) else found


def _any_in(text: str, span: Span) -> tuple[str, Span] | None:
    if found := _FULL.search(text, *span):
        return _BY_MARK[found.group()], Span(*found.span())
    if found := _BY_NAME.search(text, *span):
        return " ".join(found.group().split()), Span(*found.span())
    for part in re.finditer(r"[^\s/,;|&()\[\]][^/,;|&()\[\]]{0,60}", text[span.start : span.end]):
        words = part.group().rstrip()
        if name := agency_of(words):
            start = span.start + part.start()
            return name, Span(start, start + len(words.rstrip(".:-–— ")))
    return None
