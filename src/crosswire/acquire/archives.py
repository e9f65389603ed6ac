"""Web archives: WARC 1.0 and 1.1 (ISO 28500), plain, gzip or zstd, and WACZ (a zip with WARC files in it).

An archive is read as a stream, a record at a time; only the body of a page is ever held. What the archive holds
besides pages is counted and told in one line.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import BinaryIO, cast

from fastwarc.stream_io import ChunkedReader
from fastwarc.warc import ArchiveIterator, WarcRecord

from crosswire.acquire.content_coding import CodingError, TooLargeError, decoded
from crosswire.acquire.raw import RawInput
from crosswire.acquire.retrieval import refuse_future
from crosswire.acquire.web_page import looks_like_page, read_web_page
from crosswire.model import Article, Rejection, Warn

ARCHIVE_ENDINGS = (".warc", ".warc.gz", ".warc.zst", ".wacz")
ARCHIVE_TYPES = ("application/warc", "application/wacz", "application/x-wacz")
MOST_PAGE = 20_000_000  # bytes of one page, unpacked
_FREE = 100_000_000  # bytes that an archive may unpack to whatever their packed size
_RATIO = 250  # and beyond them, so many for each packed byte (text makes about 5; gzip can make 1,032)
_PIECE = 1 << 16
_STEP = 1 << 22
_MEMBER = re.compile(r"archive/[^/]{1,250}\.warc(?:\.gz|\.zst)?", re.IGNORECASE)
_CHUNK = re.compile(rb"[0-9a-fA-F]{1,8}[ \t]{0,9}(?:;[^\r\n]{0,200})?\r?\n")
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_DAMAGED = (OSError, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError, RuntimeError)
_REMEDY = "what came before is read; for the rest, get the archive anew"
# How the records that hold no page are counted: by the beginning of their media type.
_KINDS = (
    ("image/", "images"), ("video/", "films"), ("audio/", "sound recordings"), ("font/", "typefaces"),
    ("application/font", "typefaces"), ("application/x-font", "typefaces"), ("text/css", "style sheets"),
    ("text/javascript", "scripts"), ("application/javascript", "scripts"), ("application/x-javascript", "scripts"),
    ("application/json", "JSON"), ("application/ld+json", "JSON"), ("application/pdf", "PDF documents"),
    ("application/rss", "feeds"), ("application/atom", "feeds"), ("text/plain", "plain texts"),
)  # fmt: skip


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


def is_archive(name: str) -> bool:
    """Whether a file's name has the ending of a web archive."""
    return name.lower().endswith(ARCHIVE_ENDINGS)


def heads(stream: BinaryIO) -> Iterator[Head]:
    """The heads of all records of a WARC file, in order; no body is read.

    Args:
        stream: the file; it must be able to seek.

    Raises:
        ArchiveError: the file is damaged, breaks off, or is a bomb.
    """
    for head, _ in _records(stream):
        yield head


def read_archive_bytes(raw: RawInput) -> Iterator[Article | Rejection]:
    """The pages of an archive that is in memory already."""
    yield from read_archive(BytesIO(raw.data), raw.id, raw.place)


def read_archive(stream: BinaryIO, id: str, place: str, limit: int = MOST_PAGE) -> Iterator[Article | Rejection]:
    """The pages of a web archive, then what else it holds, counted, then the reason why it was not read to its end.

    Args:
        stream: the file; it must be able to seek.
        id: the id of the archive; that of a page is `id#number`, its record's number in the file.
        place: how messages name the archive.
        limit: the most bytes that a page may unpack to; larger ones are counted.
    """
    passed: Counter[str] = Counter()
    pages = 0
    broken: Rejection | None = None
    try:
        for member, name in _members(stream):
            own = f"{id}#{name}" if name else id
            for found in _pages(member, own, place, min(limit, MOST_PAGE), passed):
                pages += 1
                yield found
    except ArchiveError as error:
        broken = Rejection(place, str(error), _REMEDY)
    if pages and passed:
        records = f"{passed.total():,} of {pages + passed.total():,} records hold no page: {_told(passed)}"
        yield Rejection(place, records, "nothing to do", passed_over=True)
    elif passed and not broken:
        yield Rejection(place, f"no record holds a page: {_told(passed)}", "give an archive with HTML responses")
    elif not pages and not broken:
        yield Rejection(place, "it has no record", "give an archive with HTML responses")
    if broken:
        yield broken


def _told(passed: Counter[str]) -> str:
    return ", ".join(f"{n:,} {kind}" for kind, n in sorted(passed.items(), key=lambda item: (-item[1], item[0])))


# --- the file ---------------------------------------------------------------------------------------------------------


def _members(stream: BinaryIO) -> Iterator[tuple[BinaryIO, str]]:
    """The WARC files of an archive with their names: the file itself, nameless, or those in a WACZ."""
    if _opening(stream)[:2] != b"PK":
        yield stream, ""
        return
    try:
        with zipfile.ZipFile(stream) as archive:
            infos = sorted((i for i in archive.infolist() if _MEMBER.fullmatch(i.filename)), key=lambda i: i.filename)
            if not infos:
                raise ArchiveError("the zip has no archive/*.warc file in it; it is no WACZ")
            for info in infos:
                if info.file_size > max(_FREE, _RATIO * info.compress_size):
                    raise ArchiveError(f"{info.filename} claims to unpack to {info.file_size:,} bytes; it was not read")
                with archive.open(info) as member:
                    yield member, info.filename.removeprefix("archive/")  # type: ignore[misc]  # an IO[bytes]
    except _DAMAGED as error:
        raise ArchiveError(f"the zip is damaged ({error})") from error


def _opening(stream: BinaryIO) -> bytes:
    opening = stream.read(4)
    stream.seek(0)
    return opening


def _bounded(given: int, packed: BinaryIO) -> None:
    """Refuse a stream that grows beyond all measure when it is unpacked."""
    if given > _FREE and given > _RATIO * packed.tell():
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
    if _opening(stream).startswith(b"\x1f\x8b"):
        return ArchiveIterator(cast("BinaryIO", _Gunzip(stream)), stream_detect=False)
    return ArchiveIterator(stream)


# --- its records ------------------------------------------------------------------------------------------------------


def _records(stream: BinaryIO) -> Iterator[tuple[Head, WarcRecord]]:
    """The records with their heads; what the caller leaves of a body is passed over."""
    number = given = 0
    try:
        for number, record in enumerate(_iterator(stream), 1):
            if "Content-Length" not in record.headers:
                raise ArchiveError(f"record {number:,} breaks off in its head, or has none")
            head = _head(number, record)
            yield head, record
            while step := record.reader.consume(_STEP):
                given += step
                _bounded(given, stream)
            _whole(head, record.reader.tell())
    except _DAMAGED as error:
        raise _broken(error, f"after record {number:,}") from error


def _whole(head: Head, there: int) -> None:
    if there < head.length:
        raise ArchiveError(f"record {head.number:,} breaks off: {head.length:,} bytes claimed, {there:,} there")


def _broken(error: Exception, where: str) -> ArchiveError:
    breaks_off = isinstance(error, EOFError) or "incomplete" in str(error)
    return ArchiveError(f"it breaks off {where}" if breaks_off else f"it is damaged {where} ({error})")


def _head(number: int, record: WarcRecord) -> Head:
    headers, http = record.headers, record.http_headers if record.is_http_parsed else None
    url = (headers.get("WARC-Target-URI") or "").strip().removeprefix("<").removesuffix(">")
    media_type = http.get("Content-Type") if http is not None else headers.get("Content-Type")
    status = http.status_code if http is not None else None
    kind = headers.get("WARC-Type") or "unknown"
    return Head(number, kind.lower(), url or None, headers.get("WARC-Date"), status, media_type, record.content_length)


def _pages(stream: BinaryIO, id: str, place: str, limit: int, passed: Counter[str]) -> Iterator[Article]:
    """The pages of a WARC file; every other record is counted in `passed`."""
    for head, record in _records(stream):
        if reason := _no_page(head, limit):
            passed[reason] += 1
            continue
        try:
            body = _body(head, record, limit)
        except TooLargeError:
            passed[f"pages over {limit:,} bytes"] += 1
            continue
        except CodingError:
            passed["pages whose bytes cannot be unpacked"] += 1
            continue
        if not (head.media_type or looks_like_page(body)):
            passed["records without a media type"] += 1
            continue
        page = RawInput(f"{id}#{head.number}", body, place, head.url, head.media_type or "text/html", head.date)
        for found in read_web_page(page):
            if isinstance(found, Rejection):
                passed["pages whose bytes are no text"] += 1
            else:
                yield _as_retrieved(found, page, record)


def _as_retrieved(article: Article, page: RawInput, record: WarcRecord) -> Article:
    article = refuse_future(article, page.retrieved)
    if (why := record.headers.get("WARC-Truncated")) is None:
        return article
    cut = Warn("cut", f"the archive holds only the beginning of the page (WARC-Truncated: {why[:40]})")
    return replace(article, warnings=(*article.warnings, cut))


def _no_page(head: Head, limit: int) -> str | None:
    """Why a record is passed over by its head alone, as the plural that counts such records; None for a page."""
    if head.kind not in {"response", "resource"}:
        return f"{head.kind[:20]} records"
    if not (head.url or "").lower().startswith(("http://", "https://")):
        return "records of other addresses than the web's"
    if head.kind == "response" and head.status != 200:
        return f"responses with status {head.status}" if head.status else "responses without a status"
    media_type = (head.media_type or "").partition(";")[0].strip().lower()
    if media_type and media_type not in _PAGES:
        return next((kind for start, kind in _KINDS if media_type.startswith(start)), "other files")
    return f"pages over {limit:,} bytes" if head.length > limit else None


def _body(head: Head, record: WarcRecord, limit: int) -> bytes:
    """The body of a page's record, its transfer and content codings undone; the head's length is within the limit."""
    body = bytearray()
    try:
        while piece := record.reader.read(_PIECE):
            body += piece
    except _DAMAGED as error:
        raise _broken(error, f"in record {head.number:,}") from error
    _whole(head, len(body))
    data = bytes(body)
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
