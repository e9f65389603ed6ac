"""Inputs into the archive: files, standard input and addresses are kept byte for byte before anything is read from them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from crosswire.acquire import RawInput, is_archive
from crosswire.acquire.feed_links import feed_links
from crosswire.gather import Gathered
from crosswire.inputs import STDIN, limited_lines, raw_files, too_large
from crosswire.library import reading
from crosswire.library.opening import Place
from crosswire.library.records import Counts
from crosswire.model import Rejection
from crosswire.store import LOG, RAW, Archive, Blobs, DamagedError, Version, append_log, digest_of, read_log

AT_ONCE = 16
LINES, CHUNK = 256, 8_000_000  # lines and bytes of standard input that are kept as one
_FEED_BEGINS = (b"<?xml", b"<rss", b"<feed", b"<rdf", b"{")
Gather = Callable[[Iterable[str], Archive], Iterator[Gathered | Rejection]]


@dataclass(frozen=True, slots=True)
class Given:
    """What `add` was given.

    ``gather`` fetches addresses into an archive; ``now`` tells the time in ISO 8601; ``limit`` is the most bytes of one
    input.
    """

    paths: Sequence[str]
    addresses: Sequence[str]
    gather: Gather
    limit: int
    now: Callable[[], str]
    stdin: BinaryIO | None = None


class Intake:
    """Brings what was given into the archive, some at a time.

    Attributes:
        total: how many inputs there are, as far as is known before they are read.
        done: how many of them are in the archive.
        known: what there was of reports in inputs that had not changed since they were last added.
        rejected: what could not be had at all.
        begin: how far the archive's log was worked off before.
        passed_over: what folders and archives hold besides reports.
    """

    def __init__(self, place: Place, given: Given) -> None:
        self._place = place
        self._given = given
        self._blobs = Blobs(place.raw)
        with place.read() as connection:
            self.begin = reading.mark(connection).start
        waiting = (line.version for line in read_log(place.log, self.begin))
        self._waiting = {version.place: version for version in waiting if version}
        files, lost = raw_files([path for path in given.paths if path != STDIN])
        self.rejected = [one for one in lost if not one.passed_over]
        self.passed_over = [one for one in lost if one.passed_over]
        self.total = len(files) + len(given.addresses)
        self.done = 0
        self.known = Counts()
        self.places: set[str] = set()
        self._steps = self._all(files)

    def some(self) -> bool:
        """Bring some more into the archive; whether there was more.

        Raises:
            OSError: the disk does not take it.
        """
        step = next(self._steps, None)
        return step is not None

    def _all(self, files: Sequence[tuple[str, Path]]) -> Iterator[int]:
        for first in range(0, len(files), AT_ONCE):
            some = files[first : first + AT_ONCE]
            self._append([version for id, path in some for version in self._of_file(id, path)])
            self.done += len(some)
            yield self.done
        if self._given.addresses:
            yield from self._of_addresses()
        if STDIN in self._given.paths and self._given.stdin is not None:
            yield from self._of_stdin(self._given.stdin)

    def _append(self, versions: Sequence[Version]) -> None:
        self.places.update(version.place for version in versions)
        if versions:
            append_log(self._place.log, versions)

    def _of_file(self, id: str, path: Path) -> Iterator[Version]:
        """The file in the archive; nothing where it is as it was when it was last added."""
        if path.name == LOG:
            yield from self._of_kept(path.parent)
            return
        version = Version(id, self._given.now(), "", path=_named(path))
        if not path.is_file():
            self.rejected.append(Rejection(_named(path), "it is no ordinary file", "give a file"))
            return
        try:
            with path.open("rb") as opened:
                if is_archive(path.name):
                    digest, data = digest_of(opened), None
                else:
                    data = opened.read(self._given.limit + 1)
                    digest = hashlib.sha256(data).hexdigest()
        except OSError as error:
            self.rejected.append(
                Rejection(
                    _named(path),
                    f"it cannot be read ({error.strerror or error})",
                    "check that it is there and readable",
                )
            )
            return
        if data is not None and len(data) > self._given.limit:
            self.rejected.append(too_large(_named(path), path.stat().st_size, self._given.limit))
        elif not self._is_known(version, digest):
            yield replace(version, sha256=self._kept(path, data))

    def _kept(self, path: Path, data: bytes | None) -> str:
        if data is not None:
            return self._blobs.keep(data)
        with path.open("rb") as opened:
            return self._blobs.keep_stream(opened)

    def _of_kept(self, folder: Path) -> Iterator[Version]:
        """Every version in a folder of kept inputs, oldest first."""
        blobs = Blobs(folder / RAW)
        for line in read_log(folder / LOG):
            if line.version is None:
                continue
            try:
                data = blobs.read(line.version.sha256)
            except DamagedError as error:
                self.rejected.append(Rejection(line.version.url, str(error), "fetch it again"))
                continue
            if not self._was_taken(line.version):
                yield replace(line.version, sha256=self._blobs.keep(data))

    def _is_known(self, version: Version, digest: str) -> bool:
        waiting = self._waiting.get(version.place)
        if waiting and waiting.sha256 == digest:  # left by a program that was broken off; worked off now
            self.places.add(version.place)
            return True
        with self._place.read() as connection:
            last = reading.last_input(connection, version.place, 1 << 62)
        if last is None or last[0] != digest:
            return False
        counts = last[1]
        self.known += Counts(known=counts.new + counts.revised + counts.known)
        return True

    def _was_taken(self, version: Version) -> bool:
        """Whether a version of a kept input was taken in before, the newest of its address or not."""
        with self._place.read() as connection:
            counts = reading.taken_input(connection, version.place, version.sha256, version.retrieved)
        if counts is not None:
            self.known += Counts(known=counts.new + counts.revised + counts.known)
        return counts is not None

    def _of_stdin(self, stream: BinaryIO) -> Iterator[int]:
        lines: list[bytes] = []
        size = 0
        for number, line in limited_lines(stream, self._given.limit):
            if isinstance(line, Rejection):
                self.rejected.append(line)
                continue
            del number
            lines.append(line if line.endswith(b"\n") else line + b"\n")
            size += len(line)
            if size > CHUNK or len(lines) >= LINES:
                yield self._chunk(lines)
                lines, size = [], 0
        if lines:
            yield self._chunk(lines)

    def _chunk(self, lines: Sequence[bytes]) -> int:
        """Lines of standard input as one input of the archive."""
        version = Version(
            STDIN, self._given.now(), self._blobs.keep(b"".join(lines)), media_type="application/jsonl", path=STDIN
        )
        self._append([version])
        return len(lines)

    def _of_addresses(self) -> Iterator[int]:
        """Fetch addresses; where one is a feed, the pages that it names too."""
        archive = Archive(self._place.archive, self._newest)
        for url in self._given.addresses:
            links: tuple[str, ...] = ()
            for found in self._given.gather([url], archive):
                links += self._of_address(found, archive)
                yield self.done
            self.done += 1
            self.total += len(links)
            for link in links:
                for found in self._given.gather([link], archive):
                    self._of_address(found, archive)
                self.done += 1
                yield self.done

    def _newest(self, place: str) -> Version | None:
        """What a place gave last: the database knows where in the log that stands, but for what it has not worked off."""
        if place in self._waiting:
            return self._waiting[place]
        with self._place.read() as connection:
            start = reading.last_start(connection, place)
        line = next(read_log(self._place.log, start), None) if start is not None else None
        return line.version if line and line.version and line.version.place == place else None

    def _of_address(self, found: Gathered | Rejection, archive: Archive) -> tuple[str, ...]:
        if isinstance(found, Rejection):
            self.rejected.append(found)
            return ()
        self.places.add(found.version.place)
        return feed_of(archive.raw_input(found.version))


def _named(path: Path) -> str:
    """A file's whole path as the log and the database can hold it: bytes that are no UTF-8 as U+FFFD."""
    return os.fsencode(path.absolute()).decode("utf-8", "replace")


def feed_of(raw: RawInput) -> tuple[str, ...]:
    """The addresses that a feed names; nothing where the input is no feed."""
    if not raw.data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_FEED_BEGINS):
        return ()
    links = feed_links(raw)
    return () if isinstance(links, Rejection) else links
