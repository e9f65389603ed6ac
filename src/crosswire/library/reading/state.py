"""What going on needs: how far the log is worked off, which reports are known, what waits to be accounted for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import Connection, func, select, text

from crosswire.library import schema as t
from crosswire.library.records import Counts, Known, Mark, unpacked, version_key
from crosswire.model import Article, MadeBy
from crosswire.show.rows import from_row

if TYPE_CHECKING:
    from crosswire.group import Profile


def mark(connection: Connection) -> Mark:
    """How far the log is worked off."""
    found = {row.name: row.value for row in connection.execute(select(t.marks))}
    return Mark(int(found.get(t.LOG_START, 0)), int(found.get(t.LOG_ITEMS, 0)))


def key(connection: Connection) -> str:
    """What tells this database from one that was made anew."""
    return str(connection.execute(select(t.marks.c.value).where(t.marks.c.name == t.KEY)).scalar_one())


_KNOWN = select(
    t.articles.c.number, t.articles.c.id, t.versions.c.ordinal, t.versions.c.digest, t.articles.c.release
).join_from(t.articles, t.versions, t.versions.c.number == t.articles.c.current)


def known_at(connection: Connection, place: str) -> Known | None:
    """The article of a place."""
    row = connection.execute(_KNOWN.where(t.articles.c.place == place)).first()
    return Known(*row) if row else None


def known_as(connection: Connection, id: str) -> Known | None:
    """The article of an id."""
    row = connection.execute(_KNOWN.where(t.articles.c.id == id)).first()
    return Known(*row) if row else None


def withdrawn(connection: Connection, id: str) -> int | None:
    """Up to which release a report was withdrawn by its agency (0: all of it); None where it was not."""
    return connection.execute(select(t.withdrawals.c.release).where(t.withdrawals.c.id == id)).scalar()


def stands(release: int, withdrawn: int | None) -> bool:
    """Whether a release of a report stands, given up to which one its agency withdrew it."""
    return withdrawn is None or (withdrawn != 0 and release > withdrawn)


def last_input(connection: Connection, place: str, before: int) -> tuple[str, Counts] | None:
    """The digest of what a place gave last (before an offset of the log), and what became of the reports in it."""
    c = t.inputs.c
    wanted = select(c.sha256, c.new, c.revised, c.known, c.rejected).where(c.place == place, c.start < before)
    row = connection.execute(wanted.order_by(c.start.desc()).limit(1)).first()
    return (row.sha256, Counts(row.new, row.revised, row.known, row.rejected)) if row else None


def last_start(connection: Connection, place: str) -> int | None:
    """Where in the log the last input of a place stands."""
    return connection.execute(select(func.max(t.inputs.c.start)).where(t.inputs.c.place == place)).scalar()


def taken_input(connection: Connection, place: str, sha256: str, retrieved: str) -> Counts | None:
    """What became of the reports of an input, if just that one was taken in."""
    c = t.inputs.c
    wanted = select(c.new, c.revised, c.known, c.rejected).where(c.place == place, c.sha256 == sha256)
    row = connection.execute(wanted.where(c.retrieved == retrieved).limit(1)).first()
    return Counts(*row) if row else None


def counts_since(connection: Connection, starts: Sequence[int]) -> Counts:
    """What became of the reports of some inputs."""
    found = Counts()
    c = t.inputs.c
    for first in range(0, len(starts), 500):
        some = select(c.new, c.revised, c.known, c.rejected).where(c.start.in_(starts[first : first + 500]))
        for row in connection.execute(some):
            found += Counts(*row)
    return found


def profiles(connection: Connection, after: int) -> Iterator[tuple[int, Profile]]:
    """The profiles of the versions after a number, under their keys, with these numbers, in order."""
    from crosswire.group import Profile  # noqa: PLC0415 (brings SciPy, which no question needs)

    c = t.profiles.c
    wanted = (
        select(c.version, t.articles.c.id, t.versions.c.ordinal, c.when, c.words, c.terms, c.counts, c.shingles)
        .add_columns(c.meaning, c.days, c.weekdays)
        .join_from(t.profiles, t.versions, t.versions.c.number == c.version)
        .join(t.articles, t.articles.c.number == t.versions.c.article)
    )
    for row in connection.execution_options(yield_per=1000).execute(
        wanted.where(c.version > after).order_by(c.version)
    ):
        yield row[0], Profile(version_key(row[1], row[2]), *row[3:])


def stale(connection: Connection) -> list[str]:
    """The stories whose accounts are older than their reports."""
    return list(connection.execute(text("SELECT id FROM stories WHERE stale ORDER BY id")).scalars())


@dataclass(frozen=True, slots=True)
class Member:
    """One report of a story in its newest version."""

    id: str
    ordinal: int
    copy_of: str | None
    publisher: str | None
    article: Article
    made_by: MadeBy


def members(connection: Connection, story: str) -> list[Member]:
    """The reports of a story that stand, in order of their ids."""
    a, v = t.articles.c, t.versions.c
    wanted = (
        select(
            a.id,
            v.ordinal,
            a.copy_of,
            v.publisher,
            v.row,
            t.models.c.made_by,
            a.release,
            t.withdrawals.c.release.label("up_to"),
        )
        .join_from(t.articles, t.versions, v.number == a.current)
        .join(t.models, t.models.c.number == v.models)
        .outerjoin(t.withdrawals, t.withdrawals.c.id == a.id)
        .where(a.story == story)
        .order_by(a.id)
    )
    return [
        Member(r.id, r.ordinal, r.copy_of, r.publisher, from_row(unpacked(r.row), Article), _made_by(r.made_by))
        for r in connection.execute(wanted)
        if stands(r.release, r.up_to)
    ]


def _made_by(row: str) -> MadeBy:
    return msgspec.json.decode(row, type=MadeBy)
