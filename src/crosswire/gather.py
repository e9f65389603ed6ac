"""Addresses to kept raw inputs: each is fetched, kept, and held against the version that was known."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

import click

from crosswire.acquire import MEDIA_TYPES, read
from crosswire.acquire.feed_links import feed_links
from crosswire.addresses import FetchError, checked_url
from crosswire.fetch import Fetched, Fetcher, Limits, World
from crosswire.model import Article, Rejection
from crosswire.network import anywhere
from crosswire.store import Archive, DamagedError, Version
from crosswire.versions import difference

Result = Literal["new", "changed", "unchanged", "fresh"]


@dataclass(frozen=True, slots=True)
class Gathered:
    """What became of one address.

    ``result``: "new"; "changed" (other bytes than before); "unchanged"; "fresh" (kept so lately that it was not asked
    for). ``words_in`` and ``words_out`` count the words of the reports that came and went, ``changes`` are these words
    with their marks: what gave way, and to what.
    """

    version: Version
    result: Result
    words_in: int = 0
    words_out: int = 0
    changes: tuple[tuple[str, str], ...] = ()

    def told(self) -> str:
        """The result in words."""
        if self.result != "changed":
            return self.result
        if not self.changes:
            return "changed: the page, no word of its text"
        return f"changed: {self.words_in:,} {'word' if self.words_in == 1 else 'words'} in, {self.words_out:,} out"


def default_folder() -> Path:
    """Where raw inputs are kept if no folder is named: $CROSSWIRE_KEPT, or among the user's application data."""
    return Path(os.environ.get("CROSSWIRE_KEPT") or Path(click.get_app_dir("crosswire"), "kept"))


def is_wanted(media_type: str) -> bool:
    """Whether something of a media type may be a report; "" and unspecific bytes may."""
    return media_type in MEDIA_TYPES or media_type in {"", "application/octet-stream"}


def open_fetcher(*, limit: int, allow_private: bool) -> Fetcher:
    """A fetcher of reports.

    Args:
        limit: the most bytes that one may have.
        allow_private: connect to addresses that are not of the public internet too.
    """
    world = World(allow=anywhere) if allow_private else World()
    return Fetcher(world, Limits(size=limit), is_wanted)


def since(hours: float) -> datetime | None:
    """The time so many hours ago; None for none."""
    return datetime.now(UTC) - timedelta(hours=hours) if hours else None


def gather_feeds(
    feeds: Iterable[str], fetcher: Fetcher, archive: Archive, *, fresh_since: datetime | None = None
) -> Iterator[Gathered | Rejection]:
    """Fetch and keep every page that the feeds name, and the feeds themselves."""
    for feed in feeds:
        for found in gather([feed], fetcher, archive, only_names=True):
            yield found
            if isinstance(found, Gathered):
                links = feed_links(archive.raw_input(found.version))
                if isinstance(links, Rejection):
                    yield links
                else:
                    yield from gather(links, fetcher, archive, fresh_since=fresh_since)


def gather(
    urls: Iterable[str],
    fetcher: Fetcher,
    archive: Archive,
    *,
    fresh_since: datetime | None = None,
    only_names: bool = False,
) -> Iterator[Gathered | Rejection]:
    """Fetch and keep addresses, each once, in order.

    Args:
        urls: the addresses.
        fetcher: fetches them.
        archive: keeps what they give.
        fresh_since: what was retrieved at this time or later is not asked for again.
        only_names: they are feeds, wanted for the addresses in them.
    """
    for url in dict.fromkeys(urls):
        try:
            yield _one(url, fetcher, archive, fresh_since, only_names=only_names)
        except FetchError as error:
            yield Rejection(url, str(error), error.remedy)


def _one(url: str, fetcher: Fetcher, archive: Archive, fresh_since: datetime | None, *, only_names: bool) -> Gathered:
    url = str(checked_url(url))
    known = archive.last(url)
    if known and not _whole(archive, known):
        known = None
    if known and fresh_since and _moment(known.retrieved) >= fresh_since:
        return Gathered(known, "fresh")
    got = fetcher.fetch(url, etag=known.etag, last_modified=known.last_modified) if known else fetcher.fetch(url)
    if known and got.body is None:
        seen = replace(_version(got, known.sha256, known), only_names=only_names)
        archive.seen(seen)
        return Gathered(seen, "unchanged")
    if got.body is None:
        raise FetchError("the server answered 304 to a question that had no condition")
    version = archive.keep(replace(_version(got, "", None), only_names=only_names), got.body)
    if known is None:
        return Gathered(version, "new")
    if known.sha256 == version.sha256:
        return Gathered(version, "unchanged")
    old, new = _text(archive, known), _text(archive, version)
    changes = difference(old, new)
    words = tuple((change.old.of(old), change.new.of(new)) for change in changes)
    words_in, words_out = sum(c.words_in for c in changes), sum(c.words_out for c in changes)
    return Gathered(version, "changed", words_in, words_out, words)


def _version(got: Fetched, sha256: str, known: Version | None) -> Version:
    """A version from an answer; what a 304 leaves out is as it was."""
    return Version(
        got.url,
        got.retrieved,
        sha256,
        got.location,
        (known.media_type if known else got.media_type),
        got.etag or (known.etag if known else None),
        got.last_modified or (known.last_modified if known else None),
    )


def _moment(written: str) -> datetime:
    try:
        return datetime.fromisoformat(written).astimezone(UTC)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)


def _whole(archive: Archive, version: Version) -> bool:
    try:
        archive.read(version)
    except DamagedError:
        return False
    return True


def _text(archive: Archive, version: Version) -> str:
    """The words of all reports of a version."""
    return "\n\n".join(one.text for one in read(archive.raw_input(version)) if isinstance(one, Article))
