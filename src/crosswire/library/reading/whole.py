"""All of it: what is exported, counted, and taken over when a library is made again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, func, select

from crosswire.library import schema as t
from crosswire.library.reading.stories import Stored, stored
from crosswire.library.records import unpacked
from crosswire.model import Article
from crosswire.show.rows import from_row


@dataclass(frozen=True, slots=True)
class Whole:
    """One version of a report, with where it belongs."""

    id: str
    ordinal: int
    story: str
    copy_of: str | None
    retrieved: str
    article: Article


def all_articles(connection: Connection) -> Iterator[Whole]:
    """Every version of every report, in the order of their coming."""
    a, v = t.articles.c, t.versions.c
    wanted = select(a.id, v.ordinal, a.story, a.copy_of, v.retrieved, v.row)
    wanted = wanted.join_from(t.versions, t.articles, a.number == v.article).order_by(v.number)
    for row in connection.execution_options(yield_per=100).execute(wanted):
        yield Whole(*row[:5], from_row(unpacked(row.row), Article))


def all_accounts(connection: Connection) -> Iterator[Stored]:
    """Every stored account, in the order of the stories' ids."""
    wanted = select(t.accounts.c.versions, t.accounts.c.row).order_by(t.accounts.c.story)
    for row in connection.execution_options(yield_per=100).execute(wanted):
        yield stored(row.versions, row.row)


def rejections(connection: Connection, limit: int) -> list[RowMapping]:
    """What was rejected and why, the newest first."""
    wanted = select(t.rejections).order_by(t.rejections.c.number.desc()).limit(limit)
    return list(connection.execute(wanted).mappings())


def size(connection: Connection) -> tuple[int, int]:
    """How many articles and stories there are."""
    articles = connection.execute(select(func.count()).select_from(t.articles)).scalar_one()
    return articles, connection.execute(select(func.count()).select_from(t.stories)).scalar_one()


@dataclass(frozen=True, slots=True)
class Beyond:
    """What the archive cannot tell: rejections of inputs that gave no bytes, former names of stories, and what changed when."""

    rejections: list[dict[str, object]]
    aliases: list[dict[str, object]]
    changes: list[dict[str, object]]
    stories: dict[str, tuple[int, str, str]]


def beyond_archive(connection: Connection) -> Beyond:
    """What a library made again takes over from the one before."""
    c = t.rejections.c
    lost = select(c.start, c.input, c.reason, c.remedy, c.at).where(c.start.is_(None)).order_by(c.number)
    s = t.stories.c
    stories = {row[0]: (row[1], row[2], row[3]) for row in connection.execute(select(s.id, s.seq, s.changed, s.told))}
    return Beyond(
        _dicts(connection, lost), _dicts(connection, select(t.aliases)), _dicts(connection, select(t.changes)), stories
    )


def _dicts(connection: Connection, wanted: Select[Any]) -> list[dict[str, object]]:
    return [{str(name): value for name, value in row.items()} for row in connection.execute(wanted).mappings()]
