"""WARC files (ISO 28500, versions 1.0 and 1.1), plain, gzip or zstd: their records, one at a time."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO, cast

from fastwarc.stream_io import ChunkedReader
from fastwarc.warc import ArchiveIterator, WarcRecord

from crosswire.acquire.content_coding import CodingError, decoded

_FREE = 100_000_000  # bytes that a file may unpack to whatever their packed size
_RATIO = 250  # and beyond them, so many for each packed byte (text makes about 5; gzip can make 1,032)
_PIECE = 1 << 16
_STEP = 1 << 22
_CHUNK = re.compile(rb"[0-9a-fA-F]{1,8}[ \t]{0,9}(?:;[^\r\n]{0,200})?\r?\n")
# What a damaged file raises below: fastwarc and the disk, gzip, and the zip that it may lie in.
DAMAGED = (OSError, EOFError, ValueError, RuntimeError, NotImplementedError, zlib.error, zipfile.BadZipFile)


class ArchiveError(ValueError):
    """An archive that cannot be read on; its text says why."""


@dataclass(frozen=True, slots=True)
class Head:
    """What an archive says of one record before its body.

    ``number`` counts from 1; ``media_type`` is that of the HTTP response, with its parameters, or of the record;
    ``length`` is the number of bytes of its body, as they are stored.
    """

    number: int
    kind: str
    url: str | None
    date: str | None
    status: int | None
    media_type: str | None
    length: int


def heads(stream: BinaryIO) -> Iterator[Head]:
    """The heads of all records of a WARC file, in order; no body is read.

    Args:
        stream: the file; it must be able to seek.

    Raises:
        ArchiveError: the file is damaged, breaks off, or is a bomb.
    """
    for head, _ in records(stream):
        yield head


def records(stream: BinaryIO) -> Iterator[tuple[Head, WarcRecord]]:
    """The records with their heads; what the caller leaves of a body is passed over."""
    number = given = 0
    try:
        for number, record in enumerate(_iterator(stream), 1):
            head = _head(number, record)
            yield head, record
            while step := record.reader.consume(_STEP):
                given += step
                _bounded(given, stream)
            _whole(head, record.reader.tell())
    except ArchiveError:
        raise
    except DAMAGED as error:
        raise _broken(error, f"after record {number:,}") from error


def _whole(head: Head, there: int) -> None:
    if there < head.length:
        raise ArchiveError(f"record {head.number:,} breaks off: {head.length:,} bytes claimed, {there:,} there")


def _broken(error: Exception, where: str) -> ArchiveError:
    breaks_off = isinstance(error, EOFError) or "incomplete" in str(error)
    return ArchiveError(f"it breaks off {where}" if breaks_off else f"it is damaged {where} ({error})")


def _head(number: int, record: WarcRecord) -> Head:
    if "Content-Length" not in record.headers:
        raise ArchiveError(f"record {number:,} breaks off in its head, or has none")
    headers, http = record.headers, record.http_headers if record.is_http_parsed else None
    url = (headers.get("WARC-Target-URI") or "").strip().removeprefix("<").removesuffix(">")
    media_type = http.get("Content-Type") if http is not None else headers.get("Content-Type")
    status = http.status_code if http is not None else None
    kind = headers.get("WARC-Type") or "unknown"
    return Head(number, kind.lower(), url or None, headers.get("WARC-Date"), status, media_type, record.content_length)


def body(head: Head, record: WarcRecord, limit: int) -> bytes:
    """The body of a page's record, its transfer and content codings undone; the head's length is within the limit."""
    packed = bytearray()
    try:
        while piece := record.reader.read(_PIECE):
            packed += piece
    except ArchiveError:
        raise
    except DAMAGED as error:
        raise _broken(error, f"in record {head.number:,}") from error
    _whole(head, len(packed))
    data = bytes(packed)
    if not record.is_http_parsed:
        return data
    http = record.http_headers
    cut = "WARC-Truncated" in record.headers
    if "chunked" in (http.get("Transfer-Encoding") or "").lower() and _CHUNK.match(data):
        data = _unchunked(data, cut=cut)
    return decoded(data, http.get("Content-Encoding") or "", limit, cut=cut)


def _unchunked(data: bytes, *, cut: bool) -> bytes:
    reader, out = ChunkedReader(BytesIO(data)), bytearray()
    try:
        while piece := reader.read(_PIECE):
            out += piece
    except OSError as error:
        if not cut:
            raise CodingError("its chunks are damaged") from error
    return bytes(out)


# --- the file ---------------------------------------------------------------------------------------------------------


def opening(stream: BinaryIO) -> bytes:
    """The first four bytes of a stream, which is at its start again afterwards."""
    first = stream.read(4)
    stream.seek(0)
    return first


def most_unpacked(packed: int) -> int:
    """The most bytes that so many packed ones may unpack to; beyond that they are a bomb."""
    return max(_FREE, _RATIO * packed)


def _bounded(given: int, packed: BinaryIO) -> None:
    """Refuse a stream that grows beyond all measure when it is unpacked."""
    if given > most_unpacked(packed.tell()):
        raise ArchiveError(f"it unpacks to more than {_RATIO} times its size")


class _Gunzip:
    """The members of a gzip stream, one after the other.

    fastwarc's own reader takes a file that breaks off for one that ends, and the standard library's keeps back what
    came before the break.
    """

    def __init__(self, packed: BinaryIO) -> None:
        self._packed = packed
        self._inflate = zlib.decompressobj(31)
        self._rest = b""
        self._given = 0

    def tell(self) -> int:
        """How many bytes were given."""
        return self._given

    def read(self, size: int) -> bytes:
        """Some bytes, at most `size`; none at the end.

        Raises:
            EOFError: the stream ends within a member.
            zlib.error: it is damaged.
            ArchiveError: it is a bomb.
        """
        _bounded(self._given, self._packed)
        while True:
            self._rest = self._rest or self._packed.read(_PIECE)
            if self._inflate.eof:
                self._rest = self._rest.lstrip(b"\0") or self._packed.read(_PIECE)  # padding between members
                if not self._rest:
                    return b""
                self._inflate = zlib.decompressobj(31)
            data = self._inflate.decompress(self._rest, size)
            ended = not self._rest
            self._rest = self._inflate.unused_data or self._inflate.unconsumed_tail
            if data:
                self._given += len(data)
                return data
            if ended and not self._inflate.eof:
                raise EOFError


def _iterator(stream: BinaryIO) -> ArchiveIterator:
    """The records of a stream in any form."""
    if opening(stream).startswith(b"\x1f\x8b"):
        return ArchiveIterator(cast("BinaryIO", _Gunzip(stream)), stream_detect=False)
    return ArchiveIterator(stream)
