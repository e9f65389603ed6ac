"""Reports by their words, and by what they mean."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass

from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import DBAPIError

from crosswire.library import schema as t
from crosswire.library.query import parse
from crosswire.library.records import Words, unpacked
from crosswire.show.rows import from_row

PATIENCE = 0.06  # seconds
STEPS = 100  # of SQLite, between two looks at the clock


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
    """What a search found; not `whole`: it took too long, and the oldest reports were left out."""

    hits: tuple[Hit, ...]
    whole: bool


def search(
    connection: Connection,
    words: str,
    limit: int,
    patience: float = PATIENCE,
    clock: Callable[[], float] = time.monotonic,
) -> Found:
    """Search the full text of every version of every report: those first that have the words in their titles, then the newest.

    Of a report whose versions have the words, the newest of these is given. Relevance by frequency (BM25) is not used:
    it reads every report that has any of the words.

    Args:
        connection: to the library.
        words: what was typed.
        limit: how many reports to give.
        patience: seconds after which a search that is still without its hits goes no further back.
        clock: tells the time in seconds.

    Raises:
        QueryError: the search cannot be made.
    """
    query = parse(words, _years(connection))
    start = clock()
    found: dict[int, None] = {}
    whole = True
    for match, share in ((query.in_title, 0.5), (query.match, 1.0)):
        if match is not None and len(found) < limit:
            deadline = start + patience * share
            some, ended = _matching(connection, match, limit + len(found), lambda: clock() > deadline)  # noqa: B023
            found |= dict.fromkeys(some)
            whole &= ended
    return Found(tuple(_hits(connection, list(found), query.shown, limit)), whole)


def vectors(connection: Connection, numbers: Sequence[int]) -> list[tuple[int, bytes]]:
    """The vectors of versions, with their numbers."""
    p = t.profiles.c
    return [(row[0], row[1]) for row in connection.execute(select(p.version, p.meaning).where(p.version.in_(numbers)))]


def vectors_after(connection: Connection, number: int) -> Iterator[tuple[int, bytes]]:
    """The vectors of all versions after a number that have one, in order."""
    p = t.profiles.c
    wanted = select(p.version, p.meaning).where(p.version > number, p.meaning != b"").order_by(p.version)
    for row in connection.execution_options(yield_per=1000).execute(wanted):
        yield row[0], row[1]


def unread(connection: Connection) -> bool:
    """Whether the oldest version has no vector: an earlier Crosswire added it, and so did the others that have none."""
    p = t.profiles.c
    return connection.execute(select(p.meaning).order_by(p.version).limit(1)).scalar() == b""


def hits(connection: Connection, numbers: Sequence[int], limit: int) -> list[Hit]:
    """Versions as hits, in the order given; of each article only the first."""
    wanted = select(t.versions.c.number, t.versions.c.article).where(t.versions.c.number.in_(numbers))
    article = {row.number: row.article for row in connection.execute(wanted)}
    first: dict[int, int] = {}
    for number in numbers:
        first.setdefault(article[number], number)
    return list(_hits(connection, list(first.values())[:limit], (), limit))


_MATCHING = text(
    "SELECT w.rowid, v.article FROM words w JOIN versions v ON v.number = w.rowid "
    "WHERE words MATCH :match ORDER BY w.rowid DESC"
)


def _matching(connection: Connection, match: str, limit: int, over: Callable[[], bool]) -> tuple[list[int], bool]:
    """The numbers of the versions that match, the newest first, of each article only one; and whether these are all.

    Full text that has many of two words and few of both reads all that has either, for seconds without a single row. So
    SQLite asks as it reads whether its time is over.
    """
    found: dict[int, int] = {}
    database = connection.connection.driver_connection
    if over() or database is None:
        return [], False
    database.set_progress_handler(over, STEPS)
    try:
        with closing(connection.execution_options(yield_per=1).execute(_MATCHING, {"match": match})) as rows:
            for number, article in rows:
                found.setdefault(article, number)
                if len(found) == limit:
                    break
    except DBAPIError as error:
        if getattr(error.orig, "sqlite_errorname", "") != "SQLITE_INTERRUPT":
            raise
        return list(found.values()), False
    finally:
        database.set_progress_handler(None, 0)
    return list(found.values()), True


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
