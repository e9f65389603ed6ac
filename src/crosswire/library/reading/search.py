"""Reports by their words, and by what they mean."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass

from sqlalchemy import Connection, func, select, text

from crosswire.library import schema as t
from crosswire.library.query import parse
from crosswire.library.records import Words, unpacked
from crosswire.model import Article
from crosswire.show.rows import from_row

PATIENCE = 0.06  # seconds
WINDOW = 4_000  # versions that are searched at once, at least


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that a search found: the excerpt is its own characters around the first of the words."""

    id: str
    ordinal: int
    newest: bool
    story: str
    title: str | None
    publisher: str | None
    published: str | None
    excerpt: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, and how many texts, the oldest of all, it left out because it would have taken too long."""

    hits: tuple[Hit, ...]
    left: int
    texts: int


def search(connection: Connection, words: str, limit: int, patience: float = PATIENCE, window: int = WINDOW) -> Found:
    """Search the full text of every version of every report: those first that have the words in their titles, then the newest.

    Of a report whose versions have the words, the newest of these is given. Relevance by frequency (BM25) is not used:
    it reads every report that has any of the words.

    Args:
        connection: to the library.
        words: what was typed.
        limit: how many reports to give.
        patience: seconds after which a search that is still without its hits goes no further back.
        window: how many versions are searched at once, at least.

    Raises:
        QueryError: the search cannot be made.
    """
    query = parse(words, _years(connection))
    newest = connection.execute(select(func.max(t.versions.c.number))).scalar() or 0
    found: dict[int, None] = {}
    left = 0
    matches = [match for match in (query.in_title, query.match) if match is not None]
    back = _Back(connection, newest, patience / len(matches), window)
    for match in matches:
        if len(found) < limit:
            some, beyond = back.matching(match, limit + len(found))
            found |= dict.fromkeys(some)
            left = max(left, beyond)
    return Found(tuple(_hits(connection, list(found), query.shown, limit)), left, newest)


def without_vector(connection: Connection) -> list[int]:
    """The versions that have no vector: those after the last that has one."""
    last = connection.execute(select(func.max(t.vectors.c.version))).scalar() or 0
    wanted = select(t.versions.c.number).where(t.versions.c.number > last).order_by(t.versions.c.number)
    return list(connection.execute(wanted).scalars())


def records(connection: Connection, numbers: Sequence[int]) -> list[Article]:
    """The records of versions by their numbers, in order of these."""
    v = t.versions.c
    wanted = select(v.row).where(v.number.in_(numbers)).order_by(v.number)
    return [from_row(unpacked(row), Article) for row in connection.execute(wanted).scalars()]


def vectors(connection: Connection, numbers: Sequence[int]) -> list[tuple[int, bytes]]:
    """The vectors of versions, with their numbers."""
    v = t.vectors.c
    return [(row[0], row[1]) for row in connection.execute(select(v.version, v.vector).where(v.version.in_(numbers)))]


def vectors_after(connection: Connection, number: int) -> Iterator[tuple[int, bytes]]:
    """The vectors of all versions after a number, in order."""
    v = t.vectors.c
    wanted = select(v.version, v.vector).where(v.version > number).order_by(v.version)
    for row in connection.execution_options(yield_per=1000).execute(wanted):
        yield row[0], row[1]


def hits(connection: Connection, numbers: Sequence[int], limit: int) -> list[Hit]:
    """Versions as hits, in the order given; of each article only the first."""
    wanted = select(t.versions.c.number, t.versions.c.article).where(t.versions.c.number.in_(numbers))
    article = {row.number: row.article for row in connection.execute(wanted)}
    first: dict[int, int] = {}
    for number in numbers:
        first.setdefault(article[number], number)
    return list(_hits(connection, list(first.values())[:limit], (), limit))


_WINDOW = text(
    "SELECT w.rowid, v.article FROM words w JOIN versions v ON v.number = w.rowid "
    "WHERE words MATCH :match AND w.rowid > :above AND w.rowid <= :end ORDER BY w.rowid DESC"
)


@dataclass(frozen=True, slots=True)
class _Back:
    """A way back through the versions from the newest on, some thousand at a time.

    Full text that has many of two words and few of both reads all that has either, and a question that was asked cannot
    be ended. So it is asked of so many versions at a time as take a part of the time that there is.
    """

    connection: Connection
    newest: int
    patience: float
    window: int

    def matching(self, match: str, limit: int) -> tuple[list[int], int]:
        """The numbers of the versions that match, the newest first, of each article only one; and how many were left out."""
        found: dict[int, int] = {}
        end, width = self.newest, self.window
        start = now = time.monotonic()
        while end > 0 and now - start <= self.patience:
            above = max(0, end - width)
            for number, article in self._asked(match, above, end):
                found.setdefault(article, number)
                if len(found) == limit:
                    return list(found.values()), 0
            before, now, end = now, time.monotonic(), above
            width = max(self.window, int(min(end, width * self.patience / 4 / max(now - before, 1e-6))))
        return list(found.values()), end

    def _asked(self, match: str, above: int, end: int) -> Iterator[tuple[int, int]]:
        rows = self.connection.execution_options(yield_per=100).execute(
            _WINDOW, {"match": match, "above": above, "end": end}
        )
        with closing(rows):
            yield from ((row[0], row[1]) for row in rows)


def _years(connection: Connection) -> tuple[int, int]:
    first, last = (connection.execute(select(f(t.versions.c.published))).scalar() for f in (func.min, func.max))
    return (int(first[:4]), int(last[:4])) if first and last else (1, 1)


def _hits(connection: Connection, numbers: Sequence[int], words: Sequence[str], limit: int) -> Iterator[Hit]:
    """The hits of versions by their numbers; an earlier version only where no later one of its article is among them."""
    a, v = t.articles.c, t.versions.c
    wanted = (
        select(v.number, a.id, v.ordinal, a.current, a.story, v.title, v.publisher, v.published, v.row)
        .join_from(t.versions, t.articles, a.number == v.article)
        .where(v.number.in_(numbers))
    )
    rows = {row.number: row for row in connection.execute(wanted)}
    newest = {row.id: number for number, row in sorted(rows.items())}
    for number in [n for n in numbers if newest[rows[n].id] == n][:limit]:
        r = rows[number]
        shown = excerpt(from_row(unpacked(r.row), Words).text, words)
        yield Hit(r.id, r.ordinal, r.current == number, r.story, r.title, r.publisher, r.published, shown)


def excerpt(whole: str, shown: Sequence[str], width: int = 160) -> str:
    """The characters around the first place in a text where one of the words stands; its beginning if none does."""
    places = (re.search(rf"(?<!\w){re.escape(word)}", whole, re.IGNORECASE) for word in shown)
    at = min((place.start() for place in places if place), default=0)
    start = max(0, at - width // 3)
    start = start if start == 0 else whole.find(" ", start, at) + 1 or start
    return " ".join(whole[start : start + width].split())
