"""Into a library that was made again, what only the one before knew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, delete, func, insert, select, update
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


def carry_over_changes(
    connection: Connection, changes: Sequence[Mapping[str, object]], stories: Mapping[str, tuple[int, str, str]]
) -> None:
    """Into a library made again, when its stories changed and what did, as it was known before."""
    last = max((seq for seq, _, _ in stories.values()), default=0)
    rows = connection.execute(select(t.stories.c.id, t.stories.c.seq).order_by(t.stories.c.seq)).all()
    texts = {row[0]: row[1:] for row in connection.execute(select(t.topics))}
    connection.execute(delete(t.topics))
    connection.execute(update(t.stories).values(seq=-t.stories.c.seq))
    connection.execute(delete(t.changes).where(t.changes.c.story.in_(list(stories))))
    connection.execute(update(t.changes).values(seq=t.changes.c.seq + last + len(rows)))
    for id, seq in rows:
        place = {"seq": last + seq}
        if id in stories:
            place = dict(zip(("seq", "changed", "told"), stories[id], strict=True))
        connection.execute(update(t.stories).where(t.stories.c.id == id).values(**place))
        if seq in texts:
            columns = dict(zip(("title", "entity", "outlet", "flags"), texts[seq], strict=True))
            connection.execute(insert(t.topics).values(rowid=place["seq"], **columns))
    if changes:
        connection.execute(insert(t.changes), [dict(row) for row in changes])
    top = connection.execute(select(func.max(t.stories.c.seq))).scalar() or 0
    most = connection.execute(select(func.max(t.changes.c.seq))).scalar() or 0
    set_marks(connection, {t.SEQ: str(max(top, most))})
