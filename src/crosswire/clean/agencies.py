"""The world's news agencies, and the marks by which reports credit them.

The list is data (``agencies_data``), each row with its source. A short mark counts only where a credit stands: in the brackets of a
dateline, in a byline, at the end of a report.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from crosswire.clean.agencies_data import ROWS
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


def agency_of(words: str) -> str | None:
    """The agency that these words are the mark of, whole; None if they are none."""
    words = " ".join(words.split()).strip(",;:()[]–—-_ ")
    if words in _BY_MARK:
        return _BY_MARK[words]
    words = words.strip(".")
    known = _BY_MARK.get(words) or _BY_UPPER.get(words if words.isupper() else "")
    return known or (words if _BY_NAME.fullmatch(words) else None)


def agency_in(text: str, span: Span) -> tuple[str, Span] | None:
    """The first agency whose full name stands in a credit, or whose mark is one of its parts ("AP", "CBS/AP")."""
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
