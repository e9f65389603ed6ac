"""Whether a library is what its archive makes of it: a table of checks, each a function that yields what it finds wrong.

Each check's docstring is the sentence that a reader sees.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

import msgspec
from sqlalchemy import Connection, select, text

from crosswire import __version__
from crosswire.group.shelf import Shelf
from crosswire.library import reading
from crosswire.library import schema as t
from crosswire.library.admitting import digest_of
from crosswire.library.opening import Place
from crosswire.library.records import unpacked
from crosswire.library.writing.moving import of_reports
from crosswire.model import Account, Article, Evidence, MadeBy, Span
from crosswire.store import Blobs, DamagedError, read_log, unended

AT_ONCE = 1_000  # profiles


@dataclass(frozen=True, slots=True)
class Look:
    """What a check looks at."""

    place: Place
    connection: Connection


def check_database(look: Look) -> Iterator[str]:
    """The database is whole, by SQLite's own checks."""
    for statement in ("PRAGMA integrity_check(20)", "PRAGMA foreign_key_check"):
        for row in look.connection.exec_driver_sql(statement):
            if row[0] != "ok":
                yield f"the database: {' '.join(map(str, row))}"


def check_archive(look: Look) -> Iterator[str]:
    """Every input of the archive's log is kept, and its bytes have the digest that it is named by."""
    blobs, seen = Blobs(look.place.raw), set()
    for line in read_log(look.place.log):
        if line.version and line.version.sha256 not in seen:
            seen.add(line.version.sha256)
            try:
                blobs.read(line.version.sha256)
            except DamagedError as error:
                yield f"{line.version.place}: {error} ({blobs.path(line.version.sha256)})"


def check_inputs(look: Look) -> Iterator[str]:
    """Every input of the database is a line of the archive's log, and every line is worked off."""
    lines = read_log(look.place.log)
    line = next(lines, None)
    for start, place, sha256 in _rows(look, "SELECT start, place, sha256 FROM inputs ORDER BY start"):
        while line and line.start < start:
            line = next(lines, None)
        version = line.version if line and line.start == start else None
        if version is None or (version.place, version.sha256) != (place, sha256):
            yield f"{place}: the database has an input that the archive's log does not have at byte {start:,}"
    waiting = sum(1 for _ in read_log(look.place.log, reading.mark(look.connection).start))
    if waiting:
        yield f"{waiting:,} inputs of the archive are not in the database yet: run crosswire add"


def _rows(look: Look, wanted: str) -> Iterator[Any]:
    """The rows of a question, some at a time."""
    yield from look.connection.execution_options(yield_per=1000).execute(text(wanted))


def check_reports(look: Look) -> Iterator[str]:
    """Every report's record can be read, its text has its digest, its spans lie within it; none is without an article."""
    wanted = "SELECT a.id, v.ordinal, v.digest, v.row FROM versions v LEFT JOIN articles a ON a.number = v.article"
    for id, ordinal, digest, row in _rows(look, wanted):
        try:
            article = msgspec.json.decode(unpacked(row), type=Article)
        except (zlib.error, msgspec.DecodeError, UnicodeDecodeError) as error:
            yield f"{id} (version {ordinal}): its record cannot be read ({error})"
            continue
        if article.id != id:
            yield f"{id} (version {ordinal}): its record is that of {article.id!r}"
        if digest_of(article) != digest:
            yield f"{id} (version {ordinal}): its text is another than when it came"
        if any(not 0 <= s.start <= s.end <= len(article.text) for s in _spans(article)):
            yield f"{id} (version {ordinal}): a span lies outside its text"
    lone = "SELECT id FROM articles WHERE current NOT IN (SELECT number FROM versions)"
    for (id,) in look.connection.execute(text(lone)):
        yield f"{id}: an article without a text"


def _spans(article: Article) -> Iterator[Span]:
    for block in article.blocks:
        yield block.span
    yield from article.sentences
    yield from (one.span for one in article.times)
    yield from (one.span for one in article.figures)
    yield from (one.span for one in article.events)
    for entity in article.entities:
        yield from entity.mentions


def check_accounts(look: Look) -> Iterator[str]:
    """Every quote of an account is the characters of the version that it was made from: quote == text[start:end]."""
    ids = look.connection.execute(text("SELECT story FROM accounts ORDER BY story")).scalars()
    for id in ids:
        stored = reading.account(look.connection, id)
        if stored is None:
            continue
        if stored.account.story != id:
            yield f"story {id}: its account is that of {stored.account.story}"
        texts = {article.id: article.text for article in reading.texts(look.connection, stored.versions)}
        wrong = sum(
            one.quote != texts.get(one.article, "")[one.span.start : one.span.end] for one in _proofs(stored.account)
        )
        if wrong:
            yield f"story {id}: {wrong:,} quotes are not the characters of their reports"


def _proofs(account: Account) -> Iterator[Evidence]:
    for finding in account.findings:
        yield from finding.evidence
    for origin in account.origins:
        yield from origin.evidence
    for report in account.articles:
        yield from report.bounds.because if report.bounds else ()


def check_stories(look: Look) -> Iterator[str]:
    """Every report has its story, every story has reports and an account of them, and the counts add up."""
    counted: Counter[str] = Counter()
    wanted = "SELECT a.story, a.release, w.release FROM articles a LEFT JOIN withdrawals w ON w.id = a.id"
    for story, release, up_to in look.connection.execute(text(wanted)):
        counted[story] += reading.stands(release, up_to)
    rows = look.connection.execute(text("SELECT id, reports, stale FROM stories"))
    for id, reports, stale in rows:
        number = counted.pop(id, 0)
        if stale:
            yield f"story {id}: its account is older than its reports: run crosswire add"
        elif number != reports:
            yield f"story {id}: {reports:,} reports in its account, {number:,} that belong to it"
    for id in sorted(counted):
        yield f"story {id}: it has reports and is not listed"


def check_grouping(look: Look) -> Iterator[str]:
    """Every report stands in the story, and is the copy, that grouping all versions of all of them gives."""
    shelf = Shelf.empty()
    profiles = reading.profiles(look.connection, 0)
    while some := list(islice(profiles, AT_ONCE)):
        shelf.add([profile for _, profile in some])
    placed = of_reports(list(shelf.memberships()))
    wanted = "SELECT a.id, v.ordinal, a.story, a.copy_of FROM articles a JOIN versions v ON v.number = a.current"
    for id, ordinal, story, copy_of in look.connection.execute(text(wanted)):
        member = placed.get(id, {}).get(ordinal)
        if member is None:
            yield f"{id}: grouping has never seen its newest version"
        elif (member.story, member.copy_of) != (story, copy_of):
            yield f"{id}: grouping puts it into {member.story}, the database does not"


def check_search(look: Look) -> Iterator[str]:
    """The full text has every version of every report and every story with an account, and nothing else."""
    told = select(t.stories.c.seq).join(t.accounts, t.accounts.c.story == t.stories.c.id)
    for full, of in ((t.words, select(t.versions.c.number)), (t.topics, told)):
        there = set(look.connection.execute(select(full.c.rowid)).scalars())
        wanted = set(look.connection.execute(of).scalars())
        if there != wanted:
            yield f"the full text {full.name}: {len(wanted - there):,} rows are missing, {len(there - wanted):,} are too many"


def check_orphans(look: Look) -> Iterator[str]:
    """Every kept file is named in the archive's log."""
    named = {line.version.sha256 for line in read_log(look.place.log) if line.version}
    for digest in Blobs(look.place.raw).digests():
        if digest not in named:
            yield f"{Blobs(look.place.raw).path(digest)}: kept, and not named in the log (left by a command that was broken off; harmless)"


def check_log(look: Look) -> Iterator[str]:
    """Every line of the archive's log is whole."""
    for line in read_log(look.place.log):
        if line.version is None:
            yield f"{look.place.log}: the line at byte {line.start:,} was cut short; what it told of was not acknowledged"
    if unended(look.place.log):
        yield f"{look.place.log}: its last line was cut short; what it told of was not acknowledged"


def check_makers(look: Look) -> Iterator[str]:
    """Every report was annotated by this version of Crosswire."""
    wanted = "SELECT m.made_by, count(*) FROM versions v JOIN models m ON m.number = v.models GROUP BY m.number"
    for made_by, number in look.connection.execute(text(wanted)):
        version = msgspec.json.decode(made_by, type=MadeBy).version
        if version != __version__:
            yield f"{number:,} versions of reports were annotated by Crosswire {version}: crosswire rebuild makes them anew"


CHECKS: tuple[Callable[[Look], Iterator[str]], ...] = (
    check_database,
    check_archive,
    check_inputs,
    check_reports,
    check_accounts,
    check_stories,
    check_grouping,
    check_search,
)
HARMLESS: tuple[Callable[[Look], Iterator[str]], ...] = (check_log, check_orphans, check_makers)


def sentence(check: Callable[[Look], Iterator[str]]) -> str:
    """What a check holds, in words."""
    return (check.__doc__ or "").splitlines()[0]
