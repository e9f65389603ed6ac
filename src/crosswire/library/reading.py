"""The only module that reads the database. Everything is found by an index, and lists end at a limit."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import Connection, RowMapping, Select, func, select, text

from crosswire.library import schema as t
from crosswire.library.query import parse
from crosswire.library.records import Counts, Known, Mark, unpacked
from crosswire.model import Account, Article, MadeBy
from crosswire.show.rows import from_row

if TYPE_CHECKING:
    from crosswire.group import Profile


# --- what going on needs ----------------------------------------------------------------------------------------------


def mark(connection: Connection) -> Mark:
    """How far the log is worked off."""
    found = {row.name: row.value for row in connection.execute(select(t.marks))}
    return Mark(int(found.get(t.LOG_START, 0)), int(found.get(t.LOG_ITEMS, 0)))


def key(connection: Connection) -> str:
    """What tells this database from one that was made anew."""
    return str(connection.execute(select(t.marks.c.value).where(t.marks.c.name == t.KEY)).scalar_one())


_KNOWN = select(
    t.articles.c.number, t.articles.c.id, t.versions.c.ordinal, t.versions.c.digest, t.articles.c.release
).join_from(t.articles, t.versions, t.versions.c.number == t.articles.c.current)


def known_at(connection: Connection, place: str) -> Known | None:
    """The article of a place."""
    row = connection.execute(_KNOWN.where(t.articles.c.place == place)).first()
    return Known(*row) if row else None


def known_as(connection: Connection, id: str) -> Known | None:
    """The article of an id."""
    row = connection.execute(_KNOWN.where(t.articles.c.id == id)).first()
    return Known(*row) if row else None


def withdrawn(connection: Connection, id: str) -> int | None:
    """Up to which release a report was withdrawn by its agency (0: all of it); None where it was not."""
    return connection.execute(select(t.withdrawals.c.release).where(t.withdrawals.c.id == id)).scalar()


def stands(release: int, withdrawn: int | None) -> bool:
    """Whether a release of a report stands, given up to which one its agency withdrew it."""
    return withdrawn is None or (withdrawn != 0 and release > withdrawn)


def last_input(connection: Connection, place: str, before: int) -> tuple[str, Counts] | None:
    """The digest of what a place gave last (before an offset of the log), and what became of the reports in it."""
    c = t.inputs.c
    wanted = select(c.sha256, c.new, c.revised, c.known, c.rejected).where(c.place == place, c.start < before)
    row = connection.execute(wanted.order_by(c.start.desc()).limit(1)).first()
    return (row.sha256, Counts(row.new, row.revised, row.known, row.rejected)) if row else None


def taken_input(connection: Connection, place: str, sha256: str, retrieved: str) -> Counts | None:
    """What became of the reports of an input, if just that one was taken in."""
    c = t.inputs.c
    wanted = select(c.new, c.revised, c.known, c.rejected).where(c.place == place, c.sha256 == sha256)
    row = connection.execute(wanted.where(c.retrieved == retrieved).limit(1)).first()
    return Counts(*row) if row else None


def counts_since(connection: Connection, starts: Sequence[int]) -> Counts:
    """What became of the reports of some inputs."""
    found = Counts()
    c = t.inputs.c
    for first in range(0, len(starts), 500):
        some = select(c.new, c.revised, c.known, c.rejected).where(c.start.in_(starts[first : first + 500]))
        for row in connection.execute(some):
            found += Counts(*row)
    return found


def profiles(connection: Connection, after: int) -> Iterator[tuple[int, Profile]]:
    """The profiles of the articles after a number, with their numbers, in order."""
    from crosswire.group import Profile  # noqa: PLC0415 (brings SciPy, which no question needs)

    c = t.profiles.c
    wanted = select(t.articles.c.id, c.when, c.words, c.terms, c.counts, c.shingles, c.article).join_from(
        t.profiles, t.articles, t.articles.c.number == c.article
    )
    for row in connection.execution_options(yield_per=1000).execute(
        wanted.where(c.article > after).order_by(c.article)
    ):
        yield row[6], Profile(*row[:6])


def stale(connection: Connection) -> list[str]:
    """The stories whose accounts are older than their reports."""
    return list(connection.execute(text("SELECT id FROM stories WHERE stale ORDER BY id")).scalars())


@dataclass(frozen=True, slots=True)
class Member:
    """One report of a story in its newest version."""

    id: str
    ordinal: int
    copy_of: str | None
    publisher: str | None
    article: Article
    made_by: MadeBy


def members(connection: Connection, story: str) -> list[Member]:
    """The reports of a story that stand, in order of their ids."""
    a, v = t.articles.c, t.versions.c
    wanted = (
        select(
            a.id,
            v.ordinal,
            a.copy_of,
            v.publisher,
            v.row,
            t.models.c.made_by,
            a.release,
            t.withdrawals.c.release.label("up_to"),
        )
        .join_from(t.articles, t.versions, v.number == a.current)
        .join(t.models, t.models.c.number == v.models)
        .outerjoin(t.withdrawals, t.withdrawals.c.id == a.id)
        .where(a.story == story)
        .order_by(a.id)
    )
    return [
        Member(r.id, r.ordinal, r.copy_of, r.publisher, from_row(unpacked(r.row), Article), _made_by(r.made_by))
        for r in connection.execute(wanted)
        if stands(r.release, r.up_to)
    ]


def _made_by(row: str) -> MadeBy:
    return msgspec.json.decode(row, type=MadeBy)


# --- stories ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story as it is listed."""

    id: str
    changed: str
    title: str
    first: str | None
    last: str | None
    reports: int
    origins: int
    conflicts: int
    told: str
    stale: bool


_LINE = tuple(
    t.stories.c[name]
    for name in ("id", "changed", "title", "first", "last", "reports", "origins", "conflicts", "told", "stale")
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which stories to list: changed at a time or later, naming these, told by this outlet, with conflicts."""

    since: str | None = None
    entities: tuple[str, ...] = ()
    outlet: str | None = None
    conflicts: bool = False

    @property
    def match(self) -> str | None:
        """The expression for the full text of stories; None where nothing but the time is asked for."""
        parts = [f'entity : "{_quoted(name)}"' for name in self.entities]
        parts += [f'outlet : "{_quoted(self.outlet)}"'] if self.outlet else []
        parts += ['flags : "conflict"'] if self.conflicts else []
        return " AND ".join(parts) or None


def _quoted(words: str) -> str:
    return words.replace('"', '""').replace("\0", " ")


def stories(connection: Connection, wanted: Wanted, limit: int) -> list[StoryLine]:
    """Stories, the one that changed last first."""
    found = select(*_LINE).order_by(t.stories.c.seq.desc()).limit(limit)
    if wanted.match:
        hits = select(t.topics.c.rowid).where(text("topics MATCH :match").bindparams(match=wanted.match))
        if wanted.since:
            first = select(func.min(t.stories.c.seq)).where(t.stories.c.changed >= wanted.since)
            least = connection.execute(first).scalar()
            hits = hits.where(t.topics.c.rowid >= (least if least is not None else 1 << 62))
        rows = connection.execute(hits.order_by(t.topics.c.rowid.desc()).limit(limit)).scalars().all()
        found = found.where(t.stories.c.seq.in_(rows))
    if wanted.since:
        found = found.where(t.stories.c.changed >= wanted.since)
    return [StoryLine(*row) for row in connection.execute(found)]


def last_change(connection: Connection) -> int:
    """The number of the last change of a story."""
    return connection.execute(select(func.max(t.changes.c.seq))).scalar() or 0


def changed_after(connection: Connection, seq: int, limit: int) -> list[StoryLine]:
    """The stories that changed after a change, the one that changed last first."""
    told = t.stories.c.seq.in_(select(t.changes.c.seq).where(t.changes.c.seq > seq))
    found = select(*_LINE).where(t.stories.c.seq > seq, told).order_by(t.stories.c.seq.desc()).limit(limit)
    return [StoryLine(*row) for row in connection.execute(found)]


def number_changed_after(connection: Connection, seq: int) -> int:
    """How many stories changed after a change."""
    told = t.stories.c.seq.in_(select(t.changes.c.seq).where(t.changes.c.seq > seq))
    found = select(func.count()).select_from(t.stories).where(t.stories.c.seq > seq, told)
    return connection.execute(found).scalar_one()


def story_ids(connection: Connection, asked: str) -> list[str]:
    """The stories that an id means today: itself, those that a former one became, or that of the article it came from."""
    if connection.execute(select(t.stories.c.id).where(t.stories.c.id == asked)).first():
        return [asked]
    found = connection.execute(select(t.aliases.c.new).where(t.aliases.c.old == asked).order_by(t.aliases.c.new))
    if now := list(found.scalars()):
        return now
    own = select(t.articles.c.story).where((t.articles.c.own_story == asked) | (t.articles.c.id == asked))
    return sorted(set(connection.execute(own).scalars()))


@dataclass(frozen=True, slots=True)
class Stored:
    """A story's stored account, and the versions (ordinals) of its reports that it is made from."""

    account: Account
    versions: tuple[tuple[str, int], ...]
    row: bytes


def account(connection: Connection, story: str) -> Stored | None:
    """The stored account of a story."""
    row = connection.execute(select(t.accounts.c.versions, t.accounts.c.row).where(t.accounts.c.story == story)).first()
    return _stored(row.versions, row.row) if row else None


def _stored(versions: str, row: bytes) -> Stored:
    made = unpacked(row)
    return Stored(from_row(made, Account), tuple((id, n) for id, n in json.loads(versions)), made)


def story_state(connection: Connection, story: str) -> tuple[tuple[str, ...], str, bool]:
    """What happened to a story since its account was made, when it was last touched, and whether it is stale."""
    c = t.stories.c
    row = connection.execute(select(c.notes, c.changed, c.stale).where(c.id == story)).one()
    return tuple(json.loads(row.notes)), row.changed, bool(row.stale)


def history(connection: Connection, story: str) -> list[tuple[str, str]]:
    """When a story changed and what did, the newest first."""
    c = t.changes.c
    found = select(c.changed, c.told).where(c.story == story).order_by(c.seq.desc())
    return [(row.changed, row.told) for row in connection.execute(found)]


def texts(connection: Connection, versions: Sequence[tuple[str, int]]) -> list[Article]:
    """Article records by id and ordinal."""
    return [article for id, ordinal in versions for _, _, article in versions_of(connection, id, ordinal)]


def versions_of(connection: Connection, id: str, ordinal: int | None = None) -> list[tuple[int, str, Article]]:
    """The versions of an article, oldest first: ordinal, when it was retrieved, and its record."""
    v = t.versions.c
    wanted = select(v.ordinal, v.retrieved, v.row).join_from(t.versions, t.articles, t.articles.c.number == v.article)
    wanted = wanted.where(t.articles.c.id == id).order_by(v.ordinal)
    if ordinal is not None:
        wanted = wanted.where(v.ordinal == ordinal)
    return [(r.ordinal, r.retrieved, from_row(unpacked(r.row), Article)) for r in connection.execute(wanted)]


# --- search -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that a search found: the excerpt is its own characters around the first of the words."""

    id: str
    ordinal: int
    newest: bool
    story: str
    title: str | None
    publisher: str | None
    published: str | None
    excerpt: str


def search(connection: Connection, words: str, limit: int) -> list[Hit]:
    """Search the full text of every version of every report: those first that have the words in their titles, then the newest.

    Of a report whose versions have the words, the newest of these is given. Relevance by frequency (BM25) is not used:
    it reads every report that has any of the words.

    Raises:
        QueryError: the search cannot be made.
    """
    query = parse(words, _years(connection))
    found: dict[int, None] = {}
    for match in (query.in_title, query.match):
        if match is not None and len(found) < limit:
            found |= dict.fromkeys(_matching(connection, match, limit + len(found)))
    return list(_hits(connection, list(found), query.shown, limit))


def without_vector(connection: Connection) -> list[int]:
    """The versions that have no vector: those after the last that has one."""
    last = connection.execute(select(func.max(t.vectors.c.version))).scalar() or 0
    wanted = select(t.versions.c.number).where(t.versions.c.number > last).order_by(t.versions.c.number)
    return list(connection.execute(wanted).scalars())


def records(connection: Connection, numbers: Sequence[int]) -> list[Article]:
    """The records of versions by their numbers, in order of these."""
    v = t.versions.c
    wanted = select(v.row).where(v.number.in_(numbers)).order_by(v.number)
    return [from_row(unpacked(row), Article) for row in connection.execute(wanted).scalars()]


def vectors(connection: Connection, numbers: Sequence[int]) -> list[tuple[int, bytes]]:
    """The vectors of versions, with their numbers."""
    v = t.vectors.c
    return [(row[0], row[1]) for row in connection.execute(select(v.version, v.vector).where(v.version.in_(numbers)))]


def vectors_after(connection: Connection, number: int) -> Iterator[tuple[int, bytes]]:
    """The vectors of all versions after a number, in order."""
    v = t.vectors.c
    wanted = select(v.version, v.vector).where(v.version > number).order_by(v.version)
    for row in connection.execution_options(yield_per=1000).execute(wanted):
        yield row[0], row[1]


def hits(connection: Connection, numbers: Sequence[int], limit: int) -> list[Hit]:
    """Versions as hits, in the order given; of each article only the first."""
    wanted = select(t.versions.c.number, t.versions.c.article).where(t.versions.c.number.in_(numbers))
    article = {row.number: row.article for row in connection.execute(wanted)}
    first: dict[int, int] = {}
    for number in numbers:
        first.setdefault(article[number], number)
    return list(_hits(connection, list(first.values())[:limit], (), limit))


def _matching(connection: Connection, match: str, limit: int) -> Iterator[int]:
    """The numbers of the versions that match, the newest first; of each article only one."""
    wanted = text(
        "SELECT w.rowid, v.article FROM words w JOIN versions v ON v.number = w.rowid "
        "WHERE words MATCH :match ORDER BY w.rowid DESC"
    )
    seen: set[int] = set()
    rows = connection.execution_options(yield_per=100).execute(wanted, {"match": match})
    for number, article in rows:
        if article not in seen:
            seen.add(article)
            yield number
        if len(seen) == limit:
            break
    rows.close()


def _years(connection: Connection) -> tuple[int, int]:
    first, last = (connection.execute(select(f(t.versions.c.published))).scalar() for f in (func.min, func.max))
    return (int(first[:4]), int(last[:4])) if first and last else (1, 1)


def _hits(connection: Connection, numbers: Sequence[int], words: Sequence[str], limit: int) -> Iterator[Hit]:
    """The hits of versions by their numbers; an earlier version only where no later one of its article is among them."""
    a, v = t.articles.c, t.versions.c
    wanted = (
        select(v.number, a.id, v.ordinal, a.current, a.story, v.title, v.publisher, v.published, v.row)
        .join_from(t.versions, t.articles, a.number == v.article)
        .where(v.number.in_(numbers))
    )
    rows = {row.number: row for row in connection.execute(wanted)}
    newest = {row.id: number for number, row in sorted(rows.items())}
    for number in [n for n in numbers if newest[rows[n].id] == n][:limit]:
        r = rows[number]
        whole = json.loads(unpacked(r.row))["text"]
        shown = excerpt(whole, words)
        yield Hit(r.id, r.ordinal, r.current == number, r.story, r.title, r.publisher, r.published, shown)


def excerpt(whole: str, shown: Sequence[str], width: int = 160) -> str:
    """The characters around the first place in a text where one of the words stands; its beginning if none does."""
    places = (re.search(rf"(?<!\w){re.escape(word)}", whole, re.IGNORECASE) for word in shown)
    at = min((place.start() for place in places if place), default=0)
    start = max(0, at - width // 3)
    start = start if start == 0 else whole.find(" ", start, at) + 1 or start
    return " ".join(whole[start : start + width].split())


# --- all of it --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Whole:
    """One version of a report, with where it belongs."""

    id: str
    ordinal: int
    story: str
    copy_of: str | None
    retrieved: str
    article: Article


def all_articles(connection: Connection) -> Iterator[Whole]:
    """Every version of every report, in the order of their coming."""
    a, v = t.articles.c, t.versions.c
    wanted = select(a.id, v.ordinal, a.story, a.copy_of, v.retrieved, v.row)
    wanted = wanted.join_from(t.versions, t.articles, a.number == v.article).order_by(v.number)
    for row in connection.execution_options(yield_per=100).execute(wanted):
        yield Whole(*row[:5], from_row(unpacked(row.row), Article))


def all_accounts(connection: Connection) -> Iterator[Stored]:
    """Every stored account, in the order of the stories' ids."""
    wanted = select(t.accounts.c.versions, t.accounts.c.row).order_by(t.accounts.c.story)
    for row in connection.execution_options(yield_per=100).execute(wanted):
        yield _stored(row.versions, row.row)


# --- the rest ---------------------------------------------------------------------------------------------------------


def rejections(connection: Connection, limit: int) -> list[RowMapping]:
    """What was rejected and why, the newest first."""
    wanted = select(t.rejections).order_by(t.rejections.c.number.desc()).limit(limit)
    return list(connection.execute(wanted).mappings())


def size(connection: Connection) -> tuple[int, int]:
    """How many articles and stories there are."""
    articles = connection.execute(select(func.count()).select_from(t.articles)).scalar_one()
    return articles, connection.execute(select(func.count()).select_from(t.stories)).scalar_one()


@dataclass(frozen=True, slots=True)
class Beyond:
    """What the archive cannot tell: rejections of inputs that gave no bytes, former names of stories, and what changed when."""

    rejections: list[dict[str, object]]
    aliases: list[dict[str, object]]
    changes: list[dict[str, object]]
    stories: dict[str, tuple[int, str, str]]


def beyond_archive(connection: Connection) -> Beyond:
    """What a library made again takes over from the one before."""
    c = t.rejections.c
    lost = select(c.start, c.input, c.reason, c.remedy, c.at).where(c.start.is_(None)).order_by(c.number)
    s = t.stories.c
    stories = {row[0]: (row[1], row[2], row[3]) for row in connection.execute(select(s.id, s.seq, s.changed, s.told))}
    return Beyond(
        _dicts(connection, lost), _dicts(connection, select(t.aliases)), _dicts(connection, select(t.changes)), stories
    )


def _dicts(connection: Connection, wanted: Select[Any]) -> list[dict[str, object]]:
    return [{str(name): value for name, value in row.items()} for row in connection.execute(wanted).mappings()]
