"""Raw inputs kept: bytes by their SHA-256, and a log of which address gave which of them, when.

    FOLDER/crosswire-kept.jsonl      one line a retrieval, only ever added to
    FOLDER/raw/ab/cd/abcd…           the bytes, once however often they came

A line is written whole or not at all, after the bytes that it names are on the disk. A line that a crash cut short is
passed over and counted.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from crosswire.acquire import RawInput
from crosswire.model import Rejection

LOG = "crosswire-kept.jsonl"
RAW = "raw"


class DamagedError(Exception):
    """Kept bytes that are gone, or are not those that were kept."""


@dataclass(frozen=True, slots=True)
class Version:
    """What an address gave at one time.

    ``url`` is the address that was asked for, ``location`` the one that answered (after redirects); ``retrieved`` is
    ISO 8601 in UTC; ``media_type`` has its parameters; ``etag`` and ``last_modified`` are as the server wrote them.
    ``only_names``: it is a feed that was fetched for the addresses in it, not to be read itself.
    """

    url: str
    retrieved: str
    sha256: str
    location: str | None = None
    media_type: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    only_names: bool = False


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

    Attributes:
        damaged: how many lines of the log could not be read.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.damaged = 0
        self._known: dict[str, _Known] = {}
        if self._log.exists():
            with self._log.open("rb") as log:
                for line in log:
                    self._remember(line)

    @property
    def _log(self) -> Path:
        return self.folder / LOG

    def _remember(self, line: bytes) -> None:
        try:
            version = msgspec.json.decode(line, type=Version)
        except (msgspec.DecodeError, UnicodeDecodeError):
            self.damaged += bool(line.strip())
        else:
            self._known.setdefault(version.url, _Known()).see(version)

    def urls(self) -> tuple[str, ...]:
        """All addresses, in order."""
        return tuple(sorted(self._known))

    def versions(self, url: str) -> tuple[Version, ...]:
        """The versions of an address, oldest first; each as it was first seen."""
        known = self._known.get(url)
        return tuple(known.versions) if known else ()

    def last(self, url: str) -> Version | None:
        """The newest version of an address as it was last seen, if there is one."""
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
        digest = hashlib.sha256(data).hexdigest()
        path = self._path(digest)
        if not (path.is_file() and path.read_bytes() == data):
            path.parent.mkdir(parents=True, exist_ok=True)
            _write_whole(path, data)
        kept = replace(version, sha256=digest)
        self.seen(kept)
        return kept

    def seen(self, version: Version) -> None:
        """Note that an address still gives a version that is kept already.

        Raises:
            OSError: the disk does not take it.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        _append_line(self._log, msgspec.json.encode(version))
        self._known.setdefault(version.url, _Known()).see(version)

    def read(self, version: Version) -> bytes:
        """The bytes of a version.

        Raises:
            DamagedError: they are gone, or others.
        """
        try:
            data = self._path(version.sha256).read_bytes()
        except OSError as error:
            raise DamagedError(f"its kept bytes cannot be read ({error.strerror})") from error
        if hashlib.sha256(data).hexdigest() != version.sha256:
            raise DamagedError("its kept bytes are not those that were kept")
        return data

    def raw_input(self, version: Version) -> RawInput:
        """A version as an input to read; its id is the address that was asked for.

        Raises:
            DamagedError: its bytes are gone, or others.
        """
        where = version.location or version.url
        return RawInput(version.url, self.read(version), None, where, version.media_type, version.retrieved)

    def inputs(self) -> Iterator[RawInput | Rejection]:
        """The newest version of every address, as inputs to read, in the order of the addresses."""
        for url in self.urls():
            if (version := self.last(url)) and not version.only_names:
                try:
                    yield self.raw_input(version)
                except DamagedError as error:
                    yield Rejection(url, str(error), "fetch it again")

    def _path(self, digest: str) -> Path:
        return self.folder / RAW / digest[:2] / digest[2:4] / digest


def _write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole, or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as part:
            part.write(data)
            part.flush()
            os.fsync(part.fileno())
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _append_line(path: Path, line: bytes) -> None:
    """Add a line in one write; one that a crash cut short before it is ended first."""
    with path.open("ab+", buffering=0) as log:
        size = log.seek(0, os.SEEK_END)
        log.seek(max(0, size - 1))
        torn = size and log.read(1) != b"\n"
        data = (b"\n" if torn else b"") + line + b"\n"
        if log.write(data) < len(data):
            raise OSError(f"{path}: the disk is full")
        os.fsync(log.fileno())
