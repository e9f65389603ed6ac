"""Stories and their accounts, as they are listed and shown."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select, text

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
    told: str
    stale: bool


_LINE = tuple(
    t.stories.c[name]
    for name in ("id", "changed", "title", "first", "last", "reports", "origins", "conflicts", "told", "stale")
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
    found = select(*_LINE).order_by(t.stories.c.seq.desc()).limit(limit)
    if wanted.match:
        hits = select(t.topics.c.rowid).where(text("topics MATCH :match").bindparams(match=wanted.match))
        if wanted.since:
            first = select(func.min(t.stories.c.seq)).where(t.stories.c.changed >= wanted.since)
            least = connection.execute(first).scalar()
            hits = hits.where(t.topics.c.rowid >= (least if least is not None else 1 << 62))
        rows = connection.execute(hits.order_by(t.topics.c.rowid.desc()).limit(limit)).scalars().all()
        found = found.where(t.stories.c.seq.in_(rows))
    if wanted.since:
        found = found.where(t.stories.c.changed >= wanted.since)
    return [StoryLine(*row) for row in connection.execute(found)]


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
    own = select(t.articles.c.story).where((t.articles.c.own_story == asked) | (t.articles.c.id == asked))
    return sorted(set(connection.execute(own).scalars()))


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


def story_state(connection: Connection, story: str) -> tuple[tuple[str, ...], str, bool]:
    """What happened to a story since its account was made, when it was last touched, and whether it is stale."""
    c = t.stories.c
    row = connection.execute(select(c.notes, c.changed, c.stale).where(c.id == story)).one()
    return tuple(json.loads(row.notes)), row.changed, bool(row.stale)


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
