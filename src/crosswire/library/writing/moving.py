"""Where reports belong: stories that begin, grow, merge, split and end."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, bindparam, delete, exists, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from crosswire.library import schema as t
from crosswire.library.records import as_json
from crosswire.library.writing.marks import next_seq
from crosswire.model import Membership


def withdraw(connection: Connection, withdrawals: Sequence[tuple[str, int]]) -> None:
    """Keep which reports their agencies withdrew, and note it for their stories."""
    for id, release in withdrawals:
        new = upsert(t.withdrawals).values(id=id, release=release)
        connection.execute(new.on_conflict_do_update(index_elements=["id"], set_={"release": release}))
        story = select(t.articles.c.story).where(t.articles.c.id == id).scalar_subquery()
        notes = connection.execute(select(t.stories.c.id, t.stories.c.notes).where(t.stories.c.id == story)).first()
        if notes:
            told = as_json([*json.loads(notes.notes), "1 report withdrawn by its agency"])
            connection.execute(update(t.stories).where(t.stories.c.id == notes.id).values(notes=told))


def touch(connection: Connection, ids: set[str], when: str) -> None:
    """Mark the stories of revised reports as older than their reports."""
    of = update(t.stories).where(
        t.stories.c.id == select(t.articles.c.story).where(t.articles.c.id == bindparam("key")).scalar_subquery()
    )
    if ids:
        connection.execute(of.values(stale=True, changed=when), [{"key": id} for id in sorted(ids)])


def move(connection: Connection, moved: Sequence[Membership], joined: Sequence[str], when: str) -> None:
    """Bring articles to their stories: begin, rename, merge and split stories as they need it."""
    moves: dict[str, Counter[str]] = defaultdict(Counter)
    for member in moved:
        where = t.articles.c.id == member.id
        old = connection.execute(select(t.articles.c.story).where(where)).scalar_one()
        if old != member.story:
            moves[old][member.story] += 1
        else:
            moves[old] += Counter()
        connection.execute(update(t.articles).where(where).values(story=member.story, copy_of=member.copy_of))
    notes: dict[str, list[str]] = {story: [] for story in (*joined, *(m.story for m in moved))}
    for old, heirs in sorted(moves.items()):
        notes.setdefault(old, [])
        if heirs:
            _give(connection, old, heirs, notes)
    present = {story: told for story, told in sorted(notes.items()) if _has_members(connection, story)}
    for gone in notes.keys() - present.keys():
        _drop(connection, gone)
    _mark_stale(connection, present, when)


def _has_members(connection: Connection, story: str) -> bool:
    return bool(connection.execute(select(exists().where(t.articles.c.story == story))).scalar())


def _give(connection: Connection, old: str, heirs: Counter[str], notes: dict[str, list[str]]) -> None:
    """What a story leaves to those that its reports went to: its name as an alias, its account, its history."""
    if _has_members(connection, old):
        for heir, number in sorted(heirs.items()):
            notes[heir].append(f"split from {old}")
            notes[old].append(f"{number} {'report' if number == 1 else 'reports'} went to {heir}")
        return
    heir = min(heirs, key=lambda id: (-heirs[id], id))
    aliases = upsert(t.aliases).on_conflict_do_nothing()
    before = connection.execute(select(t.aliases.c.old).where(t.aliases.c.new == old)).scalars().all()
    rows = [{"old": name, "new": new} for name in (old, *before) for new in heirs if name != new]
    connection.execute(aliases, rows)
    connection.execute(delete(t.aliases).where(t.aliases.c.new == old))
    connection.execute(update(t.changes).where(t.changes.c.story == old).values(story=heir))
    if connection.execute(select(exists().where(t.stories.c.id == heir))).scalar():
        notes[heir].append(f"merged with {old}")
    else:
        connection.execute(update(t.stories).where(t.stories.c.id == old).values(id=heir))
        connection.execute(update(t.accounts).where(t.accounts.c.story == old).values(story=heir))
        connection.execute(delete(t.aliases).where(t.aliases.c.old == heir))
    for other in heirs.keys() - {heir}:
        notes[other].append(f"split from {old}")


def _drop(connection: Connection, story: str) -> None:
    seq = connection.execute(select(t.stories.c.seq).where(t.stories.c.id == story)).scalar()
    if seq is not None:
        connection.execute(delete(t.topics).where(t.topics.c.rowid == seq))
        connection.execute(delete(t.stories).where(t.stories.c.id == story))
    connection.execute(delete(t.accounts).where(t.accounts.c.story == story))


def _mark_stale(connection: Connection, noted: Mapping[str, Sequence[str]], when: str) -> None:
    """Mark stories as older than their reports; those that are not there begin."""
    ids = sorted(noted)
    rows = connection.execute(select(t.stories.c.id, t.stories.c.notes).where(t.stories.c.id.in_(ids)))
    there = {row.id: json.loads(row.notes) for row in rows}
    first = next_seq(connection, len(noted) - len(there)) if len(there) < len(noted) else 0
    empty = {"stale": True, "title": "", "reports": 0, "origins": 0, "conflicts": 0, "told": ""}
    begun = [
        {"id": id, "seq": first + n, "changed": when, "notes": as_json(noted[id]), **empty}
        for n, id in enumerate(id for id in ids if id not in there)
    ]
    if begun:
        connection.execute(insert(t.stories), begun)
        connection.execute(delete(t.aliases).where(t.aliases.c.old.in_([row["id"] for row in begun])))
    known = [{"key": id, "notes": as_json([*old, *noted[id]])} for id, old in there.items()]
    if known:
        of = update(t.stories).where(t.stories.c.id == bindparam("key"))
        connection.execute(of.values(stale=True, changed=when, notes=bindparam("notes")), known)
