"""Web archives: WARC 1.0 and 1.1 (ISO 28500), plain, gzip or zstd, and WACZ (a zip with WARC files in it).

An archive is read as a stream, a record at a time; only the body of a page is ever held. What the archive holds
besides pages is counted and told in one line.
"""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import BinaryIO

from fastwarc.warc import WarcRecord

from crosswire.acquire.content_coding import CodingError, TooLargeError
from crosswire.acquire.raw import RawInput
from crosswire.acquire.retrieval import refuse_future
from crosswire.acquire.warc import DAMAGED, ArchiveError, Head, body, most_unpacked, opening, records
from crosswire.acquire.web_page import looks_like_page, read_web_page
from crosswire.model import Article, Rejection, Warn

ARCHIVE_ENDINGS = (".warc", ".warc.gz", ".warc.zst", ".wacz")
ARCHIVE_TYPES = ("application/warc", "application/wacz", "application/x-wacz")
MOST_PAGE = 20_000_000  # bytes of one page, unpacked
_MEMBER = re.compile(r"archive/[^/]{1,250}\.warc(?:\.gz|\.zst)?", re.IGNORECASE)
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_REMEDY = "what came before is read; for the rest, get the archive anew"
# How the records that hold no page are counted: by the beginning of their media type.
_KINDS = (
    ("image/", "images"), ("video/", "films"), ("audio/", "sound recordings"), ("font/", "typefaces"),
    ("application/font", "typefaces"), ("application/x-font", "typefaces"), ("text/css", "style sheets"),
    ("text/javascript", "scripts"), ("application/javascript", "scripts"), ("application/x-javascript", "scripts"),
    ("application/json", "JSON"), ("application/ld+json", "JSON"), ("application/pdf", "PDF documents"),
    ("application/rss", "feeds"), ("application/atom", "feeds"), ("text/plain", "plain texts"),
)  # fmt: skip


def is_archive(name: str) -> bool:
    """Whether a file's name has the ending of a web archive."""
    return name.lower().endswith(ARCHIVE_ENDINGS)


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
    broken: list[Rejection] = []
    try:
        for member, name in _members(stream):
            named = f"#{name}" if name else ""
            try:
                for found in _pages(member, id + named, place, min(limit, MOST_PAGE), passed):
                    pages += 1
                    yield found
            except ArchiveError as error:
                broken.append(Rejection(place + named, str(error), _REMEDY))
    except ArchiveError as error:
        broken.append(Rejection(place, str(error), _REMEDY))
    yield from _summary(place, pages, passed, whole=not broken)
    yield from broken


def _summary(place: str, pages: int, passed: Counter[str], *, whole: bool) -> Iterator[Rejection]:
    """One line on what an archive holds besides pages, or on its holding none."""
    if pages and passed:
        told = f"{passed.total():,} of {pages + passed.total():,} records hold no page: {_told(passed)}"
        yield Rejection(place, told, "nothing to do", passed_over=True)
    elif whole and not pages:
        told = f"no record holds a page: {_told(passed)}" if passed else "it has no record"
        yield Rejection(place, told, "give an archive with HTML responses")


def _told(passed: Counter[str]) -> str:
    return ", ".join(f"{n:,} {kind}" for kind, n in sorted(passed.items(), key=lambda item: (-item[1], item[0])))


# --- the file ---------------------------------------------------------------------------------------------------------


def _members(stream: BinaryIO) -> Iterator[tuple[BinaryIO, str]]:
    """The WARC files of an archive with their names: the file itself, nameless, or those in a WACZ."""
    if opening(stream)[:2] != b"PK":
        yield stream, ""
        return
    try:
        with zipfile.ZipFile(stream) as archive:
            for info in _warc_files(archive):
                with archive.open(info) as member:
                    yield member, info.filename.removeprefix("archive/")  # type: ignore[misc]  # an IO[bytes]
    except ArchiveError:
        raise
    except DAMAGED as error:
        raise ArchiveError(f"the zip is damaged ({error})") from error


def _warc_files(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The WARC files of a WACZ, by name.

    Raises:
        ArchiveError: there is none, or one claims to be what no WARC file is.
    """
    infos = sorted((i for i in archive.infolist() if _MEMBER.fullmatch(i.filename)), key=lambda i: i.filename)
    if not infos:
        raise ArchiveError("the zip has no archive/*.warc file in it; it is no WACZ")
    for info in infos:
        if info.file_size > most_unpacked(info.compress_size):
            raise ArchiveError(f"{info.filename} claims to unpack to {info.file_size:,} bytes; it was not read")
        if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise ArchiveError(f"{info.filename} is packed by a method that WACZ does not know")
    return infos


# --- its records ------------------------------------------------------------------------------------------------------


def _pages(stream: BinaryIO, id: str, place: str, limit: int, passed: Counter[str]) -> Iterator[Article]:
    """The pages of a WARC file; every other record is counted in `passed`."""
    for head, record in records(stream):
        if reason := _no_page(head, limit):
            passed[reason] += 1
            continue
        try:
            data = body(head, record, limit)
        except TooLargeError:
            passed[f"pages over {limit:,} bytes"] += 1
            continue
        except CodingError:
            passed["pages whose bytes cannot be unpacked"] += 1
            continue
        if not (head.media_type or looks_like_page(data)):
            passed["records without a media type"] += 1
            continue
        page = RawInput(f"{id}#{head.number}", data, place, head.url, head.media_type or "text/html", head.date)
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
