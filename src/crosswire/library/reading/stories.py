"""Stories and their accounts, as they are listed and shown."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Column, Connection, func, select, text

from crosswire.library import schema as t
from crosswire.library.records import unpacked
from crosswire.model import Account, Article
from crosswire.show.rows import from_row


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story as it is listed."""

    id: str
    changed: str
    title: str
    first: str | None
    last: str | None
    reports: int
    origins: int
    conflicts: int
    to_check: int
    told: str
    stale: bool


AT_ONCE = 500  # ids in one question
_LINE = tuple(
    t.stories.c[name]
    for name in (
        "id",
        "changed",
        "title",
        "first",
        "last",
        "reports",
        "origins",
        "conflicts",
        "to_check",
        "told",
        "stale",
    )
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which stories to list: changed at a time or later, naming these, told by this outlet, with conflicts."""

    since: str | None = None
    entities: tuple[str, ...] = ()
    outlet: str | None = None
    conflicts: bool = False

    @property
    def match(self) -> str | None:
        """The expression for the full text of stories; None where nothing but the time is asked for."""
        parts = [f'entity : "{_quoted(name)}"' for name in self.entities]
        parts += [f'outlet : "{_quoted(self.outlet)}"'] if self.outlet else []
        parts += ['flags : "conflict"'] if self.conflicts else []
        return " AND ".join(parts) or None


def _quoted(words: str) -> str:
    return words.replace('"', '""').replace("\0", " ")


def stories(connection: Connection, wanted: Wanted, limit: int) -> list[StoryLine]:
    """Stories, the one that changed last first."""
    least = _first_since(connection, wanted.since) if wanted.since else 0
    if least is None:
        return []
    found = select(*_LINE).where(t.stories.c.seq >= least).order_by(t.stories.c.seq.desc()).limit(limit)
    if wanted.match:
        hits = select(t.topics.c.rowid).where(text("topics MATCH :match").bindparams(match=wanted.match))
        hits = hits.where(t.topics.c.rowid >= least).order_by(t.topics.c.rowid.desc()).limit(limit)
        found = found.where(t.stories.c.seq.in_(connection.execute(hits).scalars().all()))
    return [StoryLine(*row) for row in connection.execute(found)]


def _first_since(connection: Connection, since: str) -> int | None:
    """The place in the order of changes of the first story that changed at a time or later: this order is that of times."""
    c = t.stories.c
    first = select(c.seq).where(c.changed >= since).order_by(c.changed, c.seq).limit(1)
    return connection.execute(first).scalar()


def last_change(connection: Connection) -> int:
    """The number of the last change of a story."""
    return connection.execute(select(func.max(t.changes.c.seq))).scalar() or 0


def changed_after(connection: Connection, seq: int, limit: int) -> list[StoryLine]:
    """The stories that changed after a change, the one that changed last first."""
    told = t.stories.c.seq.in_(select(t.changes.c.seq).where(t.changes.c.seq > seq))
    found = select(*_LINE).where(t.stories.c.seq > seq, told).order_by(t.stories.c.seq.desc()).limit(limit)
    return [StoryLine(*row) for row in connection.execute(found)]


def number_changed_after(connection: Connection, seq: int) -> int:
    """How many stories changed after a change."""
    told = t.stories.c.seq.in_(select(t.changes.c.seq).where(t.changes.c.seq > seq))
    found = select(func.count()).select_from(t.stories).where(t.stories.c.seq > seq, told)
    return connection.execute(found).scalar_one()


def story_ids(connection: Connection, asked: str) -> list[str]:
    """The stories that an id means today: itself, those that a former one became, or that of the article it came from."""
    if connection.execute(select(t.stories.c.id).where(t.stories.c.id == asked)).first():
        return [asked]
    found = connection.execute(select(t.aliases.c.new).where(t.aliases.c.old == asked).order_by(t.aliases.c.new))
    if now := list(found.scalars()):
        return now
    named = select(t.articles.c.story).join_from(t.profiles, t.versions, t.versions.c.number == t.profiles.c.version)
    named = named.join(t.articles, t.articles.c.number == t.versions.c.article).where(t.profiles.c.own_story == asked)
    itself = select(t.articles.c.story).where(t.articles.c.id == asked)
    return sorted({*connection.execute(named).scalars(), *connection.execute(itself).scalars()})


@dataclass(frozen=True, slots=True)
class Stored:
    """A story's stored account, and the versions (ordinals) of its reports that it is made from."""

    account: Account
    versions: tuple[tuple[str, int], ...]
    row: bytes


def account(connection: Connection, story: str) -> Stored | None:
    """The stored account of a story."""
    row = connection.execute(select(t.accounts.c.versions, t.accounts.c.row).where(t.accounts.c.story == story)).first()
    return stored(row.versions, row.row) if row else None


def stored(versions: str, row: bytes) -> Stored:
    """An account from its row."""
    made = unpacked(row)
    return Stored(from_row(made, Account), tuple((id, n) for id, n in json.loads(versions)), made)


def touched(connection: Connection, story: str) -> str:
    """When reports of a story last came, went or changed."""
    return str(connection.execute(select(t.stories.c.touched).where(t.stories.c.id == story)).scalar_one())


@dataclass(frozen=True, slots=True)
class Moves:
    """How the reports of a story are others than those of its account, but for reports that are new to the library.

    By the other story: how many came from it (`came`; `merged` where it is no more), how many `went` to it. ``withdrawn``
    counts those that their agencies took back.
    """

    came: Mapping[str, int] = field(default_factory=dict)
    merged: Mapping[str, int] = field(default_factory=dict)
    went: Mapping[str, int] = field(default_factory=dict)
    withdrawn: int = 0


def moves(connection: Connection, story: str, come: Collection[str], gone: Collection[str]) -> Moves:
    """Where reports came from that a story's account did not have, and where those went that it had and has no more."""
    a = t.articles.c
    came = Counter(one for one in _column(connection, a.told_story, come) if one not in {None, story})
    went = Counter(_column(connection, a.story, gone))
    there = set(_column(connection, t.stories.c.id, came))
    return Moves(
        {one: number for one, number in sorted(came.items()) if one in there},
        {one: number for one, number in sorted(came.items()) if one not in there},
        {one: number for one, number in sorted(went.items()) if one != story},
        went[story],
    )


def _column(connection: Connection, wanted: Column[str], ids: Collection[str]) -> Iterator[str]:
    """A column of the rows with some ids."""
    ordered = sorted(ids)
    for first in range(0, len(ordered), AT_ONCE):
        some = ordered[first : first + AT_ONCE]
        yield from connection.execute(select(wanted).where(wanted.table.c.id.in_(some))).scalars()


def history(connection: Connection, story: str) -> list[tuple[str, str]]:
    """When a story changed and what did, the newest first."""
    c = t.changes.c
    found = select(c.changed, c.told).where(c.story == story).order_by(c.seq.desc())
    return [(row.changed, row.told) for row in connection.execute(found)]


def texts(connection: Connection, versions: Sequence[tuple[str, int]]) -> list[Article]:
    """Article records by id and ordinal."""
    return [article for id, ordinal in versions for _, _, article in versions_of(connection, id, ordinal)]


def versions_of(connection: Connection, id: str, ordinal: int | None = None) -> list[tuple[int, str, Article]]:
    """The versions of an article, oldest first: ordinal, when it was retrieved, and its record."""
    v = t.versions.c
    wanted = select(v.ordinal, v.retrieved, v.row).join_from(t.versions, t.articles, t.articles.c.number == v.article)
    wanted = wanted.where(t.articles.c.id == id).order_by(v.ordinal)
    if ordinal is not None:
        wanted = wanted.where(v.ordinal == ordinal)
    return [(r.ordinal, r.retrieved, from_row(unpacked(r.row), Article)) for r in connection.execute(wanted)]
