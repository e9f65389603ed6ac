"""Which report is which: the same one again, another text of it, or a new one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import PurePath

from sqlalchemy import Connection

from crosswire.acquire import is_archive, read, read_archive, reader_of
from crosswire.acquire.newsroom import version_number
from crosswire.inputs import STDIN
from crosswire.library import reading
from crosswire.library.intake import feed_of
from crosswire.library.records import Admitted, Known
from crosswire.model import Article, Rejection
from crosswire.store import Blobs, DamagedError, Version, raw_input


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it was read, and its place: what makes it the same report when it comes again."""

    article: Article
    place: str


def reports(version: Version, blobs: Blobs, limit: int) -> Iterator[Report | Rejection]:
    """The reports of a kept input.

    A report that brings an id of its own (a line of JSON) is known by it. One from an address, a web archive, a feed or
    a dump is known by its address; its id is then that address. One from a file is known by the file's path.
    """
    if version.only_names:
        return
    shown = version.path or version.url
    if version.path and is_archive(version.path):
        try:
            with blobs.path(version.sha256).open("rb") as stream:
                for found in read_archive(stream, version.url, shown, limit):
                    yield found if isinstance(found, Rejection) else _report(found, version, page=False)
        except FileNotFoundError:
            yield Rejection(shown, "its kept bytes are gone", "add it again")
        return
    try:
        raw = raw_input(version, blobs.read(version.sha256))
    except DamagedError as error:
        yield Rejection(shown, str(error), "add it again")
        return
    if version.path is None and feed_of(raw):
        return
    page = reader_of(raw).name == "web page"
    for found in read(raw):
        yield found if isinstance(found, Rejection) else _report(found, version, page=page)


def _report(article: Article, version: Version, *, page: bool) -> Report:
    if version.path is None:
        return Report(article, article.id)
    rest = article.id.removeprefix(version.url)
    if rest == article.id or (rest and rest[0] not in ":#"):
        return Report(article, article.id)  # an id of its own
    if article.source.url and not page:  # a page in a file may name any address as its own
        return Report(replace(article, id=article.source.url), article.source.url)
    if version.path == STDIN:
        named = f"{STDIN}:{digest_of(article).hex()[:12]}"
        return Report(replace(article, id=named), named)
    return Report(article, version.path + rest)


def digest_of(article: Article) -> bytes:
    """The digest by which two texts are the same."""
    return hashlib.blake2b(article.text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


class Admitting:
    """Gives reports their numbers. What it has admitted counts as known until `committed`.

    Args:
        numbers: the numbers that the next article and the next version get.
    """

    def __init__(self, numbers: tuple[int, int]) -> None:
        self._article, self._version = numbers
        self._by_place: dict[str, Known] = {}
        self._by_id: dict[str, Known] = {}
        self._withdrawn: dict[str, int] = {}

    def committed(self) -> None:
        """What was admitted is in the database now."""
        self._by_place.clear()
        self._by_id.clear()
        self._withdrawn.clear()

    def withdraw(self, id: str, release: str | None) -> tuple[str, int]:
        """Note that an agency withdrew a report, up to a release; gives what the database is to keep."""
        self._withdrawn[id] = version_number(release)
        return id, self._withdrawn[id]

    def admit(
        self, connection: Connection, report: Report, version: Version, start: int
    ) -> Known | Admitted | Rejection:
        """The article of the database that a report is word for word, or the article and version that it becomes.

        A newsroom's version that comes after a later one, and one that its agency withdrew, are rejected.
        """
        digest = digest_of(report.article)
        known = self._at(connection, report.place)
        release = version_number(report.article.version)
        if refused := self._refused(connection, report, known, release):
            return refused
        if known is None:
            twin = self._as(connection, report.article.id)
            if twin is None or twin.digest == digest:
                known, id = twin, report.article.id
            else:
                id = self._free(connection, report.article.id, version.path or "")
        if known is not None and known.digest == digest:
            return known
        if known is None:
            known = Known(self._article, id, 0, b"")
            self._article += 1
        kept = replace(known, ordinal=known.ordinal + 1, digest=digest, release=release)
        self._by_place[report.place] = self._by_id[kept.id] = kept
        self._version += 1
        number = self._version - 1
        return Admitted(
            kept.number, kept.id, report.place, number, kept.ordinal, digest, start, version.retrieved, release
        )

    def _refused(self, connection: Connection, report: Report, known: Known | None, release: int) -> Rejection | None:
        article = report.article
        if article.version is None:
            return None
        if known is not None and release < known.release:
            reason = f"version {article.version} is replaced by version {known.release}, which came before"
            return Rejection(article.id, reason, "nothing is lost", passed_over=True)
        up_to = self._withdrawn.get(article.id)
        if not reading.stands(release, reading.withdrawn(connection, article.id) if up_to is None else up_to):
            return Rejection(article.id, "the agency withdrew it", "nothing is lost; leave it out")
        return None

    def _at(self, connection: Connection, place: str) -> Known | None:
        return self._by_place.get(place) or reading.known_at(connection, place)

    def _as(self, connection: Connection, id: str) -> Known | None:
        return self._by_id.get(id) or reading.known_as(connection, id)

    def _free(self, connection: Connection, id: str, path: str) -> str:
        """An id that no other report has: more of the path, or a number behind it."""
        name, parts = PurePath(path).name, PurePath(path).parts
        rest = id.rpartition(name)[2] if name else ""
        longer = ("/".join(parts[-n:]) + rest for n in range(2, len(parts)))
        numbered = (f"{id}~{n}" for n in count(2))
        return next(one for one in chain(longer, numbered) if self._as(connection, one) is None)
