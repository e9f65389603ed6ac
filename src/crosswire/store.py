"""Raw inputs kept: bytes by their SHA-256, and a log of what gave which of them, when.

    FOLDER/crosswire-kept.jsonl      one line a retrieval, only ever added to
    FOLDER/raw/ab/cd/abcd…           the bytes, once however often they came

A line is written whole or not at all, after the bytes that it names are on the disk. A line that a crash cut short is
passed over and counted.
"""

from __future__ import annotations

import errno
import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from crosswire.model import Rejection

if TYPE_CHECKING:
    from crosswire.acquire import RawInput

LOG = "crosswire-kept.jsonl"
RAW = "raw"
CHUNK = 1 << 20


class DamagedError(Exception):
    """Kept bytes that are gone, or are not those that were kept."""


@dataclass(frozen=True, slots=True)
class Version:
    """What an address or a file gave at one time.

    ``url`` is the address that was asked for, ``location`` the one that answered (after redirects); ``retrieved`` is
    ISO 8601 in UTC; ``media_type`` has its parameters; ``etag`` and ``last_modified`` are as the server wrote them.
    ``only_names``: it is a feed that was fetched for the addresses in it, not to be read itself. ``path`` is set for
    what did not come from an address: the file that was read; ``url`` is then the id that its reports have.
    """

    url: str
    retrieved: str
    sha256: str
    location: str | None = None
    media_type: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    only_names: bool = False
    path: str | None = None

    @property
    def place(self) -> str:
        """What tells it from other inputs: its path, or its address."""
        return self.path or self.url


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the log: where it begins and ends (in bytes), and what it says; None where it cannot be read."""

    start: int
    end: int
    version: Version | None


class Blobs:
    """Bytes in a folder, each under its SHA-256.

    Args:
        folder: where they are kept; it is made when the first is.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, digest: str) -> Path:
        """Where the bytes of a digest are, or would be."""
        return self.folder / digest[:2] / digest[2:4] / digest

    def keep(self, data: bytes) -> str:
        """Keep bytes; gives their digest.

        Raises:
            OSError: the disk does not take them.
        """
        digest = hashlib.sha256(data).hexdigest()
        path = self.path(digest)
        if not (path.is_file() and path.read_bytes() == data):
            path.parent.mkdir(parents=True, exist_ok=True)
            _write_whole(path, lambda part: _copy([data], part))
        return digest

    def keep_stream(self, stream: BinaryIO) -> str:
        """Keep the bytes of a file that may be too large for the memory; gives their digest.

        Raises:
            OSError: it cannot be read, or the disk does not take it.
        """
        digest = digest_of(stream)
        path = self.path(digest)
        if path.is_file():
            with path.open("rb") as kept:
                if digest_of(kept) == digest:
                    return digest
        stream.seek(0)
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_whole(path, lambda part: _copy(iter(lambda: stream.read(CHUNK), b""), part))
        return digest

    def read(self, digest: str) -> bytes:
        """The bytes of a digest.

        Raises:
            DamagedError: they are gone, or others.
        """
        try:
            data = self.path(digest).read_bytes()
        except OSError as error:
            raise DamagedError(f"its kept bytes cannot be read ({error.strerror})") from error
        if hashlib.sha256(data).hexdigest() != digest:
            raise DamagedError("its kept bytes are not those that were kept")
        return data

    def digests(self) -> Iterator[str]:
        """The digests that bytes are kept under, in order; files that a crash left half-written are no such bytes."""
        for path in sorted(self.folder.glob("??/??/*")):
            if len(path.name) == 64 and not path.name.startswith("."):
                yield path.name


def digest_of(stream: BinaryIO) -> str:
    """The SHA-256 (hex) of what is left of a stream."""
    found = hashlib.sha256()
    while piece := stream.read(CHUNK):
        found.update(piece)
    return found.hexdigest()


@dataclass(slots=True)
class _Known:
    """The versions of one address, oldest first, and when and with which validators the last one was seen last."""

    versions: list[Version] = field(default_factory=list)
    last: Version | None = None

    def see(self, version: Version) -> None:
        if not self.versions or self.versions[-1].sha256 != version.sha256:
            self.versions.append(version)
        self.last = version


class Archive:
    """A folder of raw inputs.

    Args:
        folder: where they are kept; it is made when the first is.
        newest: tells the newest version of an address, where something else knows. Then the log is not read: the archive
            knows of each address that version and those that it keeps itself.

    Attributes:
        damaged: how many lines of the log could not be read.
    """

    def __init__(self, folder: Path, newest: Callable[[str], Version | None] | None = None) -> None:
        self.folder = folder
        self.damaged = 0
        self._blobs = Blobs(folder / RAW)
        self._known: dict[str, _Known] = {}
        self._newest = newest
        if newest is None:
            self._read()

    def _read(self) -> None:
        """Read the whole log."""
        folder = self.folder
        for line in read_log(folder / LOG):
            if line.version is None:
                self.damaged += 1
            else:
                self._see(line.version)
        if unended(folder / LOG):
            self.damaged += 1

    def _see(self, version: Version) -> None:
        self._known.setdefault(version.place, _Known()).see(version)

    def urls(self) -> tuple[str, ...]:
        """All addresses (and the paths of what came from files), in order."""
        return tuple(sorted(self._known))

    def versions(self, url: str) -> tuple[Version, ...]:
        """The versions of an address, oldest first; each as it was first seen."""
        known = self._known.get(url)
        return tuple(known.versions) if known else ()

    def last(self, url: str) -> Version | None:
        """The newest version of an address as it was last seen, if there is one."""
        if url not in self._known and self._newest and (version := self._newest(url)):
            self._see(version)
        known = self._known.get(url)
        return known.last if known else None

    def keep(self, version: Version, data: bytes) -> Version:
        """Keep what an address gave.

        Args:
            version: whose, and when; its `sha256` is set from the bytes.
            data: the bytes.

        Raises:
            OSError: the disk does not take it.
        """
        kept = replace(version, sha256=self._blobs.keep(data))
        self.seen(kept)
        return kept

    def seen(self, version: Version) -> None:
        """Note that an address still gives a version that is kept already.

        Raises:
            OSError: the disk does not take it.
        """
        append_log(self.folder / LOG, [version])
        self._see(version)

    def read(self, version: Version) -> bytes:
        """The bytes of a version.

        Raises:
            DamagedError: they are gone, or others.
        """
        return self._blobs.read(version.sha256)

    def raw_input(self, version: Version) -> RawInput:
        """A version as an input to read; its id is the address that was asked for, or the id that its file had.

        Raises:
            DamagedError: its bytes are gone, or others.
        """
        return raw_input(version, self.read(version))

    def inputs(self) -> Iterator[RawInput | Rejection]:
        """The newest version of every address, as inputs to read, in the order of the addresses."""
        for url in self.urls():
            if (version := self.last(url)) and not version.only_names:
                try:
                    yield self.raw_input(version)
                except DamagedError as error:
                    yield Rejection(url, str(error), "fetch it again")


def raw_input(version: Version, data: bytes) -> RawInput:
    """A version and its bytes as an input to read."""
    from crosswire.acquire import RawInput  # noqa: PLC0415 (brings all readers, which keeping needs not)

    where = None if version.path else version.location or version.url
    retrieved = None if version.path else version.retrieved
    return RawInput(version.url, data, version.path, where, version.media_type, retrieved)


# --- the log ----------------------------------------------------------------------------------------------------------


def read_log(path: Path, start: int = 0) -> Iterator[Line]:
    """The lines of a log that are whole, from an offset on; a log that is not there has none."""
    try:
        log = path.open("rb")
    except FileNotFoundError:
        return
    with log:
        log.seek(start)
        for line in log:
            if not line.endswith(b"\n"):
                return
            end = start + len(line)
            if line.strip():
                yield Line(start, end, _decoded(line))
            start = end


def unended(path: Path) -> bool:
    """Whether the last line of a log was cut short."""
    try:
        with path.open("rb") as log:
            size = log.seek(0, os.SEEK_END)
            log.seek(max(0, size - 1))
            return bool(size) and log.read(1) != b"\n"
    except FileNotFoundError:
        return False


def _decoded(line: bytes) -> Version | None:
    try:
        return msgspec.json.decode(line, type=Version)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def append_log(path: Path, versions: Sequence[Version]) -> int:
    """Add lines to a log in one write, and wait until the disk has them; one that a crash cut short is ended first.

    Returns:
        Where the log ends now.

    Raises:
        OSError: the disk does not take them.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = b"".join(msgspec.json.encode(version) + b"\n" for version in versions)
    with path.open("ab+", buffering=0) as log:
        size = log.seek(0, os.SEEK_END)
        log.seek(max(0, size - 1))
        torn = size and log.read(1) != b"\n"
        data = (b"\n" if torn else b"") + lines
        if log.write(data) < len(data):
            raise OSError(errno.ENOSPC, "the disk is full", str(path))
        end = log.tell()
        os.fsync(log.fileno())
    return end


def _copy(pieces: Iterable[bytes], part: BinaryIO) -> None:
    for piece in pieces:
        part.write(piece)


def _write_whole(path: Path, fill: Callable[[BinaryIO], None]) -> None:
    """Write a file so that it is there whole, or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as part:
            fill(part)
            part.flush()
            os.fsync(part.fileno())
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
