"""Single values: how far the log is worked off, and the order of changes."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.sqlite import insert as upsert

from crosswire.library import schema as t


def set_marks(connection: Connection, values: Mapping[str, str]) -> None:
    """Write single values."""
    new = upsert(t.marks)
    kept = new.on_conflict_do_update(index_elements=["name"], set_={"value": new.excluded.value})
    connection.execute(kept, [{"name": name, "value": value} for name, value in values.items()])


def next_seq(connection: Connection, many: int = 1) -> int:
    """The first of so many numbers in the order of changes that no story has had."""
    before = connection.execute(select(t.marks.c.value).where(t.marks.c.name == t.SEQ)).scalar()
    first = int(before or 0) + 1
    set_marks(connection, {t.SEQ: str(first + many - 1)})
    return first


def next_numbers(connection: Connection) -> tuple[int, int]:
    """The numbers that the next article and the next version get."""
    last = connection.execute(select(func.max(t.articles.c.number))).scalar()
    last_version = connection.execute(select(func.max(t.versions.c.number))).scalar()
    return (last or 0) + 1, (last_version or 0) + 1
