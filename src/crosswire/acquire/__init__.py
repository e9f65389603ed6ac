"""Acquire: bytes in, articles out, or a rejection with its reason.

The readers are a table: each states the endings and media types that are its own, and takes a raw input to any number
of articles and rejections. How to add one: docs/how-to-add-a-reader.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from crosswire.acquire.archives import ARCHIVE_ENDINGS, ARCHIVE_TYPES, is_archive, read_archive, read_archive_bytes
from crosswire.acquire.binary import magic_kind
from crosswire.acquire.feeds import FEED_TYPES, read_feed, read_json_feed
from crosswire.acquire.json_lines import read_json, read_json_line, read_json_lines, read_row
from crosswire.acquire.markdown import read_markdown
from crosswire.acquire.newsml_1 import read_newsml_1
from crosswire.acquire.newsml_g2 import NEWSML_TYPES, read_newsml_g2
from crosswire.acquire.ninjs import read_ninjs
from crosswire.acquire.nitf import read_nitf
from crosswire.acquire.plain_text import read_plain_text
from crosswire.acquire.raw import RawInput
from crosswire.acquire.retrieval import refuse_future
from crosswire.acquire.web_page import looks_like_page, read_web_page
from crosswire.acquire.xml_file import is_known_xml, read_xml
from crosswire.model import Article, Rejection

__all__ = [
    "ENDINGS",
    "MEDIA_TYPES",
    "READERS",
    "RawInput",
    "Reader",
    "ending_of",
    "is_archive",
    "read",
    "read_archive",
    "read_json_line",
    "read_row",
]


@dataclass(frozen=True, slots=True)
class Reader:
    """A way to read: the file endings and media types that it is for, and the function that reads."""

    name: str
    endings: tuple[str, ...]
    media_types: tuple[str, ...]
    read: Callable[[RawInput], Iterator[Article | Rejection]]


READERS: tuple[Reader, ...] = (
    Reader("web page", (".html", ".htm", ".xhtml"), ("text/html", "application/xhtml+xml"), read_web_page),
    Reader("JSON Lines", (".jsonl", ".ndjson"), ("application/jsonl", "application/x-ndjson"), read_json_lines),
    Reader("JSON", (".json",), ("application/json",), read_json),
    Reader("JSON Feed", (), ("application/feed+json",), read_json_feed),
    Reader("ninjs", (".ninjs",), ("application/vnd.iptc.ninjs+json",), read_ninjs),
    Reader("feed", (".rss", ".atom", ".rdf"), FEED_TYPES, read_feed),
    Reader("NewsML-G2", (".newsmlg2",), NEWSML_TYPES, read_newsml_g2),
    Reader("NewsML 1", (".newsml",), ("text/vnd.iptc.newsml",), read_newsml_1),
    Reader("NITF", (".nitf",), ("application/nitf+xml", "text/vnd.iptc.nitf"), read_nitf),
    Reader("XML", (".xml",), ("application/xml", "text/xml"), read_xml),
    Reader("web archive", ARCHIVE_ENDINGS, ARCHIVE_TYPES, read_archive_bytes),
    Reader("Markdown", (".md", ".markdown"), ("text/markdown",), read_markdown),
    Reader("plain text", (".txt", ".text"), ("text/plain",), read_plain_text),
)
ENDINGS = frozenset(ending for reader in READERS for ending in reader.endings)
_BY_ENDING = {ending: reader for reader in READERS for ending in reader.endings}
_BY_TYPE = {media_type: reader for reader in READERS for media_type in reader.media_types}
MEDIA_TYPES = frozenset(_BY_TYPE)
_PLAIN = _BY_ENDING[".txt"]
_PAGE = _BY_ENDING[".html"]
_XML = _BY_ENDING[".xml"]


def ending_of(name: str) -> str:
    """The ending of a file's name as the readers know it: ".txt", ".warc.gz"."""
    last = PurePosixPath(name.lower()).suffixes[-2:]
    return both if (both := "".join(last)) in ENDINGS else "".join(last[-1:])


def reader_of(raw: RawInput) -> Reader:
    """The reader for an input: by the media type told, else by the ending; what is plainly a page, feed or news package is read as one."""
    ending = ending_of(raw.path or raw.id)
    media_type = (raw.media_type or "").partition(";")[0].strip().lower()
    reader = _BY_TYPE.get(media_type) or _BY_ENDING.get(ending, _PLAIN)
    if reader is not _PLAIN or magic_kind(raw.data):
        return reader
    return _PAGE if looks_like_page(raw.data) else _XML if is_known_xml(raw.data) else _PLAIN


def read(raw: RawInput) -> Iterator[Article | Rejection]:
    """One article or rejection for each report in the bytes; never nothing, and never an exception for what they hold."""
    for found in reader_of(raw).read(raw):
        yield found if isinstance(found, Rejection) else refuse_future(found, raw.retrieved)
