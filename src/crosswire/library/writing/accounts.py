"""Accounts of stories."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from crosswire.library import schema as t
from crosswire.library.records import as_json, packed
from crosswire.library.writing.marks import next_seq
from crosswire.model import Account
from crosswire.show.rows import to_row


@dataclass(frozen=True, slots=True)
class Remade:
    """A story whose account was made anew: the account, the texts that it is made from, and what changed by it."""

    account: Account
    versions: tuple[tuple[str, int], ...]
    changed: str
    told: str | None
    outlets: tuple[str, ...]


def store_account(connection: Connection, made: Remade) -> None:
    """Write a story's account; where it changed anything, the story moves to the front of the order of changes."""
    one = made.account
    story = t.stories.c.id == one.id
    row = {
        "stale": False,
        "notes": "[]",
        **({"title": one.title} if one.articles else {}),  # a story whose reports were all withdrawn keeps its title
        "first": one.first,
        "last": one.last,
        "reports": len(one.articles),
        "origins": one.independent_origins,
        "conflicts": sum(finding.kind == "conflict" for finding in one.findings),
    }
    before = connection.execute(select(t.stories.c.seq).where(story)).scalar_one()
    seq = before if made.told is None else next_seq(connection)
    if made.told is not None:
        row |= {"changed": made.changed, "told": made.told, "seq": seq}
        change = {"seq": seq, "story": one.id, "changed": made.changed, "told": made.told}
        connection.execute(insert(t.changes), change)
    connection.execute(update(t.stories).where(story).values(**row))
    new = upsert(t.accounts).values(story=one.id, versions=as_json(made.versions), row=packed(to_row(one)))
    replaced = {"versions": new.excluded.versions, "row": new.excluded.row}
    connection.execute(new.on_conflict_do_update(index_elements=["story"], set_=replaced))
    connection.execute(delete(t.topics).where(t.topics.c.rowid == before))
    connection.execute(insert(t.topics).values(rowid=seq, **_topic(made)))


def _topic(made: Remade) -> dict[str, str]:
    one = made.account
    names = dict.fromkeys(entity.name for entity in one.entities)
    flags = "conflict" if any(finding.kind == "conflict" for finding in one.findings) else ""
    return {"title": one.title, "entity": "\n".join(names), "outlet": "\n".join(made.outlets), "flags": flags}
