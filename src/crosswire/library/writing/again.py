"""Into a library that was made again, what only the one before knew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, insert, text
from sqlalchemy.dialects.sqlite import insert as upsert

from crosswire.library import schema as t
from crosswire.library.writing.marks import set_marks


def carry_over(
    connection: Connection, rejections: Sequence[Mapping[str, object]], aliases: Sequence[Mapping[str, object]]
) -> None:
    """Into a library made again, what its archive cannot tell: inputs that gave no bytes, and former names of stories."""
    if rejections:
        connection.execute(insert(t.rejections), [dict(row) for row in rejections])
    if aliases:
        connection.execute(upsert(t.aliases).on_conflict_do_nothing(), [dict(row) for row in aliases])


# Stories that were there keep their places in the order of changes; the others come after them. The rows of the full
# text move with their stories, by way of a table that stays on the disk.
_PLACES = """
    CREATE TEMP TABLE kept (id TEXT PRIMARY KEY, seq INTEGER, changed TEXT, told TEXT);
    CREATE TEMP TABLE places (was INTEGER PRIMARY KEY, id TEXT UNIQUE, seq INTEGER)
"""
_MOVE = """
    INSERT INTO places SELECT s.seq, s.id, coalesce(k.seq, s.seq + :base) FROM stories s LEFT JOIN kept k ON k.id = s.id;
    CREATE TEMP TABLE told AS SELECT rowid AS was, title, entity, outlet, flags FROM topics;
    DELETE FROM topics;
    INSERT INTO topics (rowid, title, entity, outlet, flags)
        SELECT p.seq, w.title, w.entity, w.outlet, w.flags FROM told w JOIN places p ON p.was = w.was ORDER BY p.seq;
    UPDATE stories SET seq = -seq;
    UPDATE stories SET seq = (SELECT p.seq FROM places p WHERE p.id = stories.id);
    UPDATE stories SET changed = (SELECT k.changed FROM kept k WHERE k.id = stories.id),
        told = (SELECT k.told FROM kept k WHERE k.id = stories.id) WHERE id IN (SELECT id FROM kept);
    UPDATE stories SET changed = :latest WHERE seq > :base AND changed < :latest;
    DELETE FROM changes WHERE story IN (SELECT id FROM kept);
    UPDATE changes SET seq = -(seq + :base);
    UPDATE changes SET seq = -seq
"""
_END = "DROP TABLE told; DROP TABLE places; DROP TABLE kept"


def carry_over_changes(
    connection: Connection, changes: Sequence[Mapping[str, object]], stories: Mapping[str, tuple[int, str, str]]
) -> None:
    """Into a library made again, when its stories changed and what did, as it was known before."""
    known = [seq for seq, _, _ in stories.values()] + [int(str(row["seq"])) for row in changes]
    values: dict[str, object] = {"base": max(known, default=0)}
    values["latest"] = max((changed for _, changed, _ in stories.values()), default="")
    _all(connection, _PLACES)
    kept = [{"id": id, "seq": seq, "changed": when, "told": told} for id, (seq, when, told) in stories.items()]
    if kept:
        connection.execute(text("INSERT INTO kept VALUES (:id, :seq, :changed, :told)"), kept)
    _all(connection, _MOVE, values)
    if changes:
        connection.execute(insert(t.changes), [dict(row) for row in changes])
    _all(connection, _END)
    last = "SELECT max((SELECT coalesce(max(seq), 0) FROM stories), (SELECT coalesce(max(seq), 0) FROM changes))"
    set_marks(connection, {t.SEQ: str(connection.execute(text(last)).scalar_one())})


def _all(connection: Connection, statements: str, values: Mapping[str, object] | None = None) -> None:
    for one in statements.split(";"):
        named = {name: value for name, value in (values or {}).items() if f":{name}" in one}
        connection.execute(text(one), named)
