"""Accounts of stories."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from crosswire.library import schema as t
from crosswire.library.records import as_json, conflicts, packed
from crosswire.library.writing.marks import next_seq
from crosswire.library.writing.moving import not_before
from crosswire.model import Account
from crosswire.show.rows import to_row


@dataclass(frozen=True, slots=True)
class Remade:
    """A story whose account was made anew: the account, the texts that it is made from, since when, and what changed by it."""

    account: Account
    versions: tuple[tuple[str, int], ...]
    touched: str
    told: str | None
    outlets: tuple[str, ...]


def store_account(connection: Connection, made: Remade) -> None:
    """Write a story's account; where it changed anything, the story moves to the front of the order of changes."""
    one = made.account
    story = t.stories.c.id == one.id
    row = {
        "stale": False,
        **({"title": one.title} if one.articles else {}),  # a story whose reports were all withdrawn keeps its title
        "first": one.first,
        "last": one.last,
        "reports": len(one.articles),
        "origins": one.independent_origins,
        **dict(zip(("conflicts", "to_check"), conflicts(one), strict=True)),
    }
    before = connection.execute(select(t.stories.c.seq).where(story)).scalar_one()
    seq = before if made.told is None else next_seq(connection)
    if made.told is not None:
        change = {"seq": seq, "changed": not_before(connection, made.touched), "told": made.told}
        row |= change
        connection.execute(insert(t.changes).values(story=one.id, **change))
    connection.execute(update(t.stories).where(story).values(**row))
    a = t.articles.c
    connection.execute(
        update(t.articles).where(a.story == one.id, a.told_story.is_distinct_from(one.id)).values(told_story=one.id)
    )
    new = upsert(t.accounts).values(story=one.id, versions=as_json(made.versions), row=packed(to_row(one)))
    replaced = {"versions": new.excluded.versions, "row": new.excluded.row}
    connection.execute(new.on_conflict_do_update(index_elements=["story"], set_=replaced))
    connection.execute(delete(t.topics).where(t.topics.c.rowid == before))
    connection.execute(insert(t.topics).values(rowid=seq, **_topic(made)))


def _topic(made: Remade) -> dict[str, str]:
    one = made.account
    names = dict.fromkeys(entity.name for entity in one.entities)
    flags = "conflict" if conflicts(one)[0] else ""
    return {"title": one.title, "entity": "\n".join(names), "outlet": "\n".join(made.outlets), "flags": flags}
