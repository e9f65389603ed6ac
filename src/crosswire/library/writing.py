"""The only module that writes to the database. Each function is one transaction's work: all of it, or nothing."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, bindparam, delete, exists, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from crosswire.group import story_id
from crosswire.library import schema as t
from crosswire.library.records import Batch, Entry, Facts, Input, as_json, packed
from crosswire.model import Account, Membership, Rejection
from crosswire.show.rows import from_row, to_row


@dataclass(frozen=True, slots=True)
class Remade:
    """A story whose account was made anew: the account, the texts that it is made from, and what changed by it."""

    account: Account
    versions: tuple[tuple[str, int], ...]
    changed: str
    told: str | None
    outlets: tuple[str, ...]


def take_in(connection: Connection, batch: Batch) -> None:
    """Write one batch: its inputs, reports, full text and rejections, and where its reports belong."""
    _inputs(connection, batch.inputs.values())
    models = _models(connection, batch.entries)
    facts = [(entry, from_row(entry.annotated.row, Facts)) for entry in batch.entries]
    first = [entry for entry in batch.entries if entry.admitted.ordinal == 1]
    members = {m.id: m for m in batch.memberships}
    if first:
        connection.execute(insert(t.articles), [_article(entry, members[entry.admitted.id]) for entry in first])
        connection.execute(insert(t.profiles), [_profile(entry) for entry in first])
    if batch.entries:
        connection.execute(insert(t.versions), [_version(entry, found, models) for entry, found in facts])
        connection.execute(insert(t.words), [_words(entry, found) for entry, found in facts])
    revised = [entry for entry in batch.entries if entry.admitted.ordinal > 1]
    if revised:
        newest = (
            update(t.articles)
            .where(t.articles.c.number == bindparam("key"))
            .values(current=bindparam("version"), release=bindparam("given"))
        )
        rows = [
            {"key": e.admitted.article, "version": e.admitted.version, "given": e.admitted.release} for e in revised
        ]
        connection.execute(newest, rows)
    reject(connection, batch.rejections)
    fresh = {entry.admitted.id for entry in first}
    when = max((one.retrieved for one in batch.inputs.values()), default="")
    _move(connection, [m for m in batch.memberships if m.id not in fresh], [members[id].story for id in fresh], when)
    _withdraw(connection, batch.withdrawals)
    _touch(connection, {*(entry.admitted.id for entry in revised), *(id for id, _ in batch.withdrawals)}, when)
    _set_mark(connection, {t.LOG_START: str(batch.mark.start), t.LOG_ITEMS: str(batch.mark.items)})


def reject(connection: Connection, rejections: Iterable[tuple[int | None, Rejection, str]]) -> None:
    """Keep what was rejected, with its reason."""
    rows = [
        {"start": start, "input": one.input, "reason": one.reason, "remedy": one.remedy, "at": at}
        for start, one, at in rejections
    ]
    if rows:
        connection.execute(insert(t.rejections), rows)


def _inputs(connection: Connection, inputs: Iterable[Input]) -> None:
    rows = [{**asdict(one), **asdict(one.counts)} for one in inputs]
    for row in rows:
        del row["counts"]
    if rows:
        new = upsert(t.inputs)
        counted = {name: new.excluded[name] for name in ("new", "revised", "known", "rejected")}
        connection.execute(new.on_conflict_do_update(index_elements=["start"], set_=counted), rows)


def _models(connection: Connection, entries: Sequence[Entry]) -> Mapping[str, int]:
    """The numbers of all makers that the entries name."""
    named = sorted({as_json(entry.made_by) for entry in entries})
    if named:
        new = upsert(t.models).on_conflict_do_nothing(index_elements=["made_by"])
        connection.execute(new, [{"made_by": one} for one in named])
    return {row.made_by: row.number for row in connection.execute(select(t.models))}


def _article(entry: Entry, member: Membership) -> dict[str, object]:
    a = entry.admitted
    return {
        "number": a.article,
        "id": a.id,
        "place": a.place,
        "current": a.version,
        "release": a.release,
        "story": member.story,
        "copy_of": member.copy_of,
        "own_story": story_id(a.id),
    }


def _profile(entry: Entry) -> dict[str, object]:
    p = entry.annotated.profile
    return {
        "article": entry.admitted.article,
        "when": p.when,
        "words": p.words,
        "terms": p.terms,
        "counts": p.counts,
        "shingles": p.shingles,
    }


def _version(entry: Entry, facts: Facts, models: Mapping[str, int]) -> dict[str, object]:
    a = entry.admitted
    return {
        "number": a.version,
        "article": a.article,
        "ordinal": a.ordinal,
        "start": a.start,
        "digest": a.digest,
        "retrieved": a.retrieved,
        "published": facts.published.value if facts.published else None,
        "publisher": facts.publisher,
        "title": facts.title.text if facts.title else None,
        "models": models[as_json(entry.made_by)],
        "row": packed(entry.annotated.row),
    }


def _words(entry: Entry, facts: Facts) -> dict[str, object]:
    speakers = dict.fromkeys(said.speaker_name for said in facts.attributions if said.speaker_name)
    outlets = [facts.publisher or "", facts.agency.name if facts.agency else ""]
    return {
        "rowid": entry.admitted.version,
        "title": facts.title.text if facts.title else "",
        "text": facts.text,
        "speaker": "\n".join(speakers),
        "outlet": "\n".join(filter(None, outlets)),
        "days": day_words(facts.published.value if facts.published else None),
    }


def day_words(published: str | None) -> str:
    """A day as the words that stand for it in the full text: its year, its month, and itself."""
    if not published:
        return ""
    digits = published[:10].replace("-", "")
    return " ".join(f"{kind}{digits[:n]}" for kind, n in (("y", 4), ("m", 6), ("d", 8)) if len(digits) >= n)


def _set_mark(connection: Connection, values: Mapping[str, str]) -> None:
    new = upsert(t.marks)
    kept = new.on_conflict_do_update(index_elements=["name"], set_={"value": new.excluded.value})
    connection.execute(kept, [{"name": name, "value": value} for name, value in values.items()])


def _next_seq(connection: Connection, many: int = 1) -> int:
    """The first of so many numbers in the order of changes that no story has had."""
    before = connection.execute(select(t.marks.c.value).where(t.marks.c.name == t.SEQ)).scalar()
    first = int(before or 0) + 1
    _set_mark(connection, {t.SEQ: str(first + many - 1)})
    return first


# --- where reports belong ---------------------------------------------------------------------------------------------


def _withdraw(connection: Connection, withdrawals: Sequence[tuple[str, int]]) -> None:
    """Keep which reports their agencies withdrew, and note it for their stories."""
    for id, release in withdrawals:
        new = upsert(t.withdrawals).values(id=id, release=release)
        connection.execute(new.on_conflict_do_update(index_elements=["id"], set_={"release": release}))
        story = select(t.articles.c.story).where(t.articles.c.id == id).scalar_subquery()
        notes = connection.execute(select(t.stories.c.id, t.stories.c.notes).where(t.stories.c.id == story)).first()
        if notes:
            told = as_json([*json.loads(notes.notes), "1 report withdrawn by its agency"])
            connection.execute(update(t.stories).where(t.stories.c.id == notes.id).values(notes=told))


def _touch(connection: Connection, ids: set[str], when: str) -> None:
    """Mark the stories of revised reports as older than their reports."""
    of = update(t.stories).where(
        t.stories.c.id == select(t.articles.c.story).where(t.articles.c.id == bindparam("key")).scalar_subquery()
    )
    if ids:
        connection.execute(of.values(stale=True, changed=when), [{"key": id} for id in sorted(ids)])


def _move(connection: Connection, moved: Sequence[Membership], joined: Sequence[str], when: str) -> None:
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
    first = _next_seq(connection, len(noted) - len(there)) if len(there) < len(noted) else 0
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


# --- accounts ---------------------------------------------------------------------------------------------------------


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
    seq = before if made.told is None else _next_seq(connection)
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


def store_vectors(connection: Connection, vectors: Sequence[tuple[int, bytes]]) -> None:
    """Write what versions mean."""
    connection.execute(insert(t.vectors), [{"version": number, "vector": vector} for number, vector in vectors])


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
    _set_mark(connection, {t.SEQ: str(max(top, most))})


def next_numbers(connection: Connection) -> tuple[int, int]:
    """The numbers that the next article and the next version get."""
    last = connection.execute(select(func.max(t.articles.c.number))).scalar()
    last_version = connection.execute(select(func.max(t.versions.c.number))).scalar()
    return (last or 0) + 1, (last_version or 0) + 1
