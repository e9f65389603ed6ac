"""Accounts of stories, and the order in which stories changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, case, delete, func, insert, select, update
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


def store_accounts(connection: Connection, made: Sequence[Remade]) -> None:
    """Write the accounts of stories; those in which anything changed move to the front of the order of changes."""
    if not made:
        return
    wanted = select(t.stories.c.id, t.stories.c.seq).where(t.stories.c.id.in_([one.account.id for one in made]))
    before = {row.id: row.seq for row in connection.execute(wanted)}
    changes = _changes(connection, [one for one in made if one.told is not None])
    if changes:
        connection.execute(insert(t.changes), list(changes.values()))
    connection.execute(_LINE, [_line(one.account, changes.get(one.account.id, {})) for one in made])
    connection.execute(_TOLD, [{"key": one.account.id} for one in made])
    rows = [
        {"story": one.account.id, "versions": as_json(one.versions), "row": packed(to_row(one.account))} for one in made
    ]
    connection.execute(_ACCOUNT, rows)
    connection.execute(
        delete(t.topics).where(t.topics.c.rowid == bindparam("was")), [{"was": n} for n in before.values()]
    )
    seqs = before | {id: row["seq"] for id, row in changes.items()}
    connection.execute(insert(t.topics), [{"rowid": seqs[one.account.id], **_topic(one)} for one in made])


def _changes(connection: Connection, told: Sequence[Remade]) -> dict[str, dict[str, object]]:
    """What changed in stories, by their ids, each with its place in the order of changes."""
    if not told:
        return {}
    first, latest = next_seq(connection, len(told)), not_before(connection, "")
    found: dict[str, dict[str, object]] = {}
    for seq, one in enumerate(told, first):
        latest = max(latest, one.touched)
        found[one.account.id] = {"seq": seq, "story": one.account.id, "changed": latest, "told": one.told}
    return found


_s = t.stories.c
_LINE = (
    update(t.stories)
    .where(_s.id == bindparam("key"))
    .values(
        stale=False,
        title=case(
            (bindparam("count") == 0, _s.title), else_=bindparam("headline")
        ),  # all withdrawn: it keeps its title
        first=bindparam("since"),
        last=bindparam("until"),
        reports=bindparam("count"),
        origins=bindparam("of_origins"),
        conflicts=bindparam("certain"),
        to_check=bindparam("doubtful"),
        seq=func.coalesce(bindparam("now"), _s.seq),
        changed=func.coalesce(bindparam("when"), _s.changed),
        told=func.coalesce(bindparam("what"), _s.told),
    )
)
_TOLD = (
    update(t.articles)
    .where(t.articles.c.story == bindparam("key"), t.articles.c.told_story.is_distinct_from(bindparam("key")))
    .values(told_story=bindparam("key"))
)
_new = upsert(t.accounts)
_ACCOUNT = _new.on_conflict_do_update(
    index_elements=["story"], set_={"versions": _new.excluded.versions, "row": _new.excluded.row}
)


def _line(account: Account, change: Mapping[str, object]) -> dict[str, object]:
    certain, doubtful = conflicts(account)
    return {
        "key": account.id,
        "headline": account.title,
        "since": account.first,
        "until": account.last,
        "count": len(account.articles),
        "of_origins": account.independent_origins,
        "certain": certain,
        "doubtful": doubtful,
        "now": change.get("seq"),
        "when": change.get("changed"),
        "what": change.get("told"),
    }


def _topic(made: Remade) -> dict[str, str]:
    one = made.account
    names = dict.fromkeys(entity.name for entity in one.entities)
    flags = "conflict" if conflicts(one)[0] else ""
    return {"title": one.title, "entity": "\n".join(names), "outlet": "\n".join(made.outlets), "flags": flags}
