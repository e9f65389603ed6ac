"""What a reader types into a search, as an expression of SQLite's full text (FTS5). Pure.

    mayor resigns            both words, anywhere
    "the mayor resigned"     the words in this order
    resign*                  words that begin so
    outlet:courier           a word of one field: title, text, speaker, outlet
    speaker:"Marta Keel"
    since:2026-05-01         published then or later; until: then or earlier (a year, a month or a day)
    -budget                  not this word; beside something that is to be found

Every word goes into the expression as a quoted string, so that no input can be anything but words.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass

FIELDS = ("title", "text", "speaker", "outlet")
_PART = re.compile(r'(?P<no>-)?(?:(?P<field>[a-z]{3,8}):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_ANYWHERE = "{" + " ".join(FIELDS) + "}"
_LETTER = re.compile(r"[^\W_]")
_LETTERS = re.compile(r"[^\W_]+")
LEAST = 3  # letters of a beginning: the full text has an index of these
Day = tuple[int, int, int]


class QueryError(ValueError):
    """A search that cannot be made: its text says why, `remedy` what helps."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Query:
    """A search: the expression, the same with all words that name no field in the title, and what excerpts may show."""

    match: str
    in_title: str | None
    shown: tuple[str, ...]


def parse(words: str, years: tuple[int, int] = (1900, 2100)) -> Query:
    """The expression for a search.

    Args:
        words: what was typed.
        years: the first and the last year that any report was published in.

    Raises:
        QueryError: it has no word to search for, or a date that is none.
    """
    wanted: list[tuple[str | None, str]] = []
    unwanted: list[str] = []
    shown: list[str] = []
    days: dict[str, Day] = {}
    for part in _PART.finditer(words):
        field, said = part["field"], part["phrase"] if part["phrase"] is not None else part["word"]
        if field in {"since", "until"}:
            days[field] = _day(field, said)
            continue
        if field is not None and field not in FIELDS:
            said, field = f"{field} {said}", None
        if not _LETTER.search(said):
            continue
        begins = part["word"] is not None and said.endswith("*")
        if begins and len(_LETTERS.findall(said)[-1]) < LEAST:
            raise QueryError(f"{said} is how too many words begin", f"give {LEAST} letters or more: con*")
        term = _quoted(said) + (" *" if begins else "")
        if part["no"]:
            unwanted.append(f"{field or _ANYWHERE} : {term}")
        else:
            wanted.append((field, term))
            shown += [said.rstrip("*")] if field in {None, "text", "title"} else []
    if unwanted and not wanted and not days:
        raise QueryError(
            "there are only words to leave out",
            'give what is to be found, too: words, "a phrase", outlet:NAME, or since:2026-05',
        )
    if not wanted and not days:
        raise QueryError("there is no word to search for", 'give words, "a phrase", begin*, or outlet:NAME')
    when = [between(days.get("since"), days.get("until"), years)] if days else []
    match, in_title = (
        _whole([*(f"{field or free} : {term}" for field, term in wanted), *when], unwanted)
        for free in (_ANYWHERE, "title")
    )
    return Query(match, in_title if in_title != match else None, tuple(shown))


def _whole(wanted: Sequence[str], unwanted: Sequence[str]) -> str:
    match = " AND ".join(wanted)
    return f"({match}) NOT ({' OR '.join(unwanted)})" if unwanted else match


def _quoted(said: str) -> str:
    return '"' + said.rstrip("*").replace('"', '""').replace("\0", " ") + '"'


def _day(field: str, said: str) -> Day:
    """The first day that a date means, or for "until" the last."""
    found = _DAY.fullmatch(said)
    year, month, day = (int(n) if n else 0 for n in found.groups()) if found else (0, 0, 0)
    last = field == "until"
    month = month or (12 if last else 1)
    if not found or not 1 <= month <= 12 or not year >= 1 or day > monthrange(year, month)[1]:
        raise QueryError(f"{field}:{said} is no date", f"write {field}:2026-05-01, {field}:2026-05 or {field}:2026")
    return year, month, day or (monthrange(year, month)[1] if last else 1)


def between(since: Day | None, until: Day | None, years: tuple[int, int]) -> str:
    """The words of days, months and years that together are the days from one to another."""
    first, last = max(since or (0, 1, 1), (years[0], 1, 1)), min(until or (9999, 12, 31), (years[1], 12, 31))
    found = [word for year in range(first[0], last[0] + 1) for word in _of_year(year, first, last)]
    return f"days : ({' OR '.join(found or ['none'])})"


def _of_year(year: int, first: Day, last: Day) -> list[str]:
    if first <= (year, 1, 1) and (year, 12, 31) <= last:
        return [f"y{year:04}"]
    return [word for month in range(1, 13) for word in _of_month(year, month, first, last)]


def _of_month(year: int, month: int, first: Day, last: Day) -> list[str]:
    days = monthrange(year, month)[1]
    if first <= (year, month, 1) and (year, month, days) <= last:
        return [f"m{year:04}{month:02}"]
    return [f"d{year:04}{month:02}{day:02}" for day in range(1, days + 1) if first <= (year, month, day) <= last]
