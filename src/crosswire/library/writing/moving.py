"""Where reports belong: stories that begin, grow, merge, split and end."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import Connection, Row, bindparam, delete, exists, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from crosswire.library import schema as t
from crosswire.library.records import version_of
from crosswire.library.writing.marks import next_seq
from crosswire.model import Membership

AT_ONCE = 500  # ids in one question


def of_reports(memberships: Sequence[Membership]) -> dict[str, dict[int, Membership]]:
    """The memberships of versions by report and ordinal, as memberships of the reports.

    A report that grouping takes for a copy of an earlier version of itself is a copy of nothing.
    """
    found: dict[str, dict[int, Membership]] = defaultdict(dict)
    for one in memberships:
        id, ordinal = version_of(one.id)
        source = version_of(one.copy_of)[0] if one.copy_of else None
        found[id][ordinal] = Membership(id, one.story, source if source != id else None)
    return found


def withdraw(connection: Connection, withdrawals: Sequence[tuple[str, int]]) -> None:
    """Keep which reports their agencies withdrew."""
    for id, release in withdrawals:
        new = upsert(t.withdrawals).values(id=id, release=release)
        connection.execute(new.on_conflict_do_update(index_elements=["id"], set_={"release": release}))


def stories_of(connection: Connection, ids: Collection[str]) -> set[str]:
    """The stories that reports belong to."""
    return {row.story for row in _rows(connection, ids)}


def move(connection: Connection, placed: dict[str, dict[int, Membership]]) -> set[str]:
    """Bring reports to the stories of their newest versions, and give what a story leaves to its heirs.

    Args:
        connection: in a transaction.
        placed: memberships by report and ordinal; those of earlier versions move nothing.

    Returns:
        The stories that gained, lost or may read otherwise, those that are no more among them.
    """
    moves: dict[str, Counter[str]] = defaultdict(Counter)
    changed = []
    for row in _rows(connection, placed):
        member = placed[row.id].get(row.ordinal)
        if member is None or (row.story, row.copy_of) == (member.story, member.copy_of):
            continue
        moves[row.story][member.story] += 1
        changed.append({"key": row.number, "story": member.story, "copy_of": member.copy_of})
    if changed:
        to = update(t.articles).where(t.articles.c.number == bindparam("key"))
        connection.execute(to.values(story=bindparam("story"), copy_of=bindparam("copy_of")), changed)
    for old, heirs in sorted(moves.items()):
        if not _has_members(connection, old):
            _give(connection, old, heirs)
    return moves.keys() | {heir for heirs in moves.values() for heir in heirs}


def _rows(connection: Connection, ids: Collection[str]) -> Iterator[Row[int, str, int, str, str | None]]:
    """Number, id, ordinal of the newest version, story and original of reports, in the order of their ids."""
    a, v = t.articles.c, t.versions.c
    wanted = select(a.number, a.id, v.ordinal, a.story, a.copy_of)
    wanted = wanted.join_from(t.articles, t.versions, v.number == a.current)
    ordered = sorted(ids)
    for first in range(0, len(ordered), AT_ONCE):
        yield from connection.execute(wanted.where(a.id.in_(ordered[first : first + AT_ONCE])).order_by(a.id)).all()


def _has_members(connection: Connection, story: str) -> bool:
    return bool(connection.execute(select(exists().where(t.articles.c.story == story))).scalar())


def _give(connection: Connection, old: str, heirs: Counter[str]) -> None:
    """What a story that is no more leaves to those that its reports went to: its name as an alias, its account, its history."""
    heir = min(heirs, key=lambda id: (-heirs[id], id))
    aliases = upsert(t.aliases).on_conflict_do_nothing()
    before = connection.execute(select(t.aliases.c.old).where(t.aliases.c.new == old)).scalars().all()
    rows = [{"old": name, "new": new} for name in (old, *before) for new in heirs if name != new]
    connection.execute(aliases, rows)
    connection.execute(delete(t.aliases).where(t.aliases.c.new == old))
    connection.execute(update(t.changes).where(t.changes.c.story == old).values(story=heir))
    if not connection.execute(select(exists().where(t.stories.c.id == heir))).scalar():
        connection.execute(update(t.stories).where(t.stories.c.id == old).values(id=heir))
        connection.execute(update(t.accounts).where(t.accounts.c.story == old).values(story=heir))
        connection.execute(delete(t.aliases).where(t.aliases.c.old == heir))


def mark_stale(connection: Connection, stories: Collection[str], when: str) -> None:
    """Mark stories as older than their reports; those that are not there begin, those without reports end."""
    present = [story for story in sorted(stories) if _has_members(connection, story)]
    for gone in sorted(set(stories) - set(present)):
        _drop(connection, gone)
    there = set[str]()
    for first in range(0, len(present), AT_ONCE):
        wanted = select(t.stories.c.id).where(t.stories.c.id.in_(present[first : first + AT_ONCE]))
        there.update(connection.execute(wanted).scalars())
    if there:
        of = update(t.stories).where(t.stories.c.id == bindparam("key"))
        connection.execute(of.values(stale=True, touched=when), [{"key": id} for id in sorted(there)])
    _begin(connection, [id for id in present if id not in there], when)


def _begin(connection: Connection, stories: Sequence[str], when: str) -> None:
    if not stories:
        return
    first = next_seq(connection, len(stories))
    empty = {"stale": True, "title": "", "reports": 0, "origins": 0, "conflicts": 0, "to_check": 0, "told": ""}
    times = {"changed": not_before(connection, when), "touched": when}
    rows = [{"id": id, "seq": first + n, **times, **empty} for n, id in enumerate(stories)]
    connection.execute(insert(t.stories), rows)
    connection.execute(delete(t.aliases).where(t.aliases.c.old == bindparam("key")), [{"key": id} for id in stories])


def not_before(connection: Connection, when: str) -> str:
    """A time, or that of the last change where that is later: the order of changes is that of their times, too."""
    return max(when, connection.execute(select(func.max(t.stories.c.changed))).scalar() or "")


def _drop(connection: Connection, story: str) -> None:
    seq = connection.execute(select(t.stories.c.seq).where(t.stories.c.id == story)).scalar()
    if seq is not None:
        connection.execute(delete(t.topics).where(t.topics.c.rowid == seq))
        connection.execute(delete(t.stories).where(t.stories.c.id == story))
    connection.execute(delete(t.accounts).where(t.accounts.c.story == story))
