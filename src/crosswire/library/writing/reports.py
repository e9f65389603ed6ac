"""Reports: a batch with its inputs, versions, full text and rejections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

from sqlalchemy import Connection, bindparam, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from crosswire.group import story_id
from crosswire.library import schema as t
from crosswire.library.records import Batch, Entry, Facts, Input, as_json, packed, version_key
from crosswire.library.writing.marks import set_marks
from crosswire.library.writing.moving import mark_stale, move, of_reports, stories_of, withdraw
from crosswire.model import Membership, Rejection
from crosswire.show.rows import from_row


def take_in(connection: Connection, batch: Batch) -> None:
    """Write one batch: its inputs, reports, full text and rejections, and where its reports belong."""
    _inputs(connection, batch.inputs.values())
    models = _models(connection, batch.entries)
    facts = [(entry, from_row(entry.annotated.row, Facts)) for entry in batch.entries]
    first = [entry for entry in batch.entries if entry.admitted.ordinal == 1]
    placed = of_reports(batch.memberships)
    if first:
        newest = {entry.admitted.id: entry.admitted.ordinal for entry in batch.entries}
        rows = [_article(entry, placed[id][newest[id]]) for entry in first if (id := entry.admitted.id)]
        connection.execute(insert(t.articles), rows)
    if batch.entries:
        connection.execute(insert(t.versions), [_version(entry, found, models) for entry, found in facts])
        connection.execute(insert(t.profiles), [_profile(entry) for entry in batch.entries])
        connection.execute(insert(t.words), [_words(entry, found) for entry, found in facts])
    _revise(connection, [entry for entry in batch.entries if entry.admitted.ordinal > 1])
    reject(connection, batch.rejections)
    withdraw(connection, batch.withdrawals)
    ids = {*(entry.admitted.id for entry in batch.entries), *(id for id, _ in batch.withdrawals)}
    touched = move(connection, placed) | stories_of(connection, ids)
    mark_stale(connection, touched, max((one.retrieved for one in batch.inputs.values()), default=""))
    set_marks(connection, {t.LOG_START: str(batch.mark.start), t.LOG_ITEMS: str(batch.mark.items)})


def _revise(connection: Connection, revised: Sequence[Entry]) -> None:
    """Make later versions the newest of their articles."""
    if revised:
        to = update(t.articles).where(t.articles.c.number == bindparam("key"))
        rows = [
            {"key": e.admitted.article, "version": e.admitted.version, "given": e.admitted.release} for e in revised
        ]
        connection.execute(to.values(current=bindparam("version"), release=bindparam("given")), rows)


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
    }


def _profile(entry: Entry) -> dict[str, object]:
    p, a = entry.annotated.profile, entry.admitted
    return {
        "version": a.version,
        "own_story": story_id(version_key(a.id, a.ordinal)),
        "when": p.when,
        "words": p.words,
        "terms": p.terms,
        "counts": p.counts,
        "shingles": p.shingles,
        "meaning": p.meaning,
        "days": p.days,
        "weekdays": p.weekdays,
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
