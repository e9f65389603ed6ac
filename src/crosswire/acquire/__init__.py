"""Acquire: bytes in, articles out, or a rejection with its reason.

The readers are a table: each states the endings and media types that are its own, and takes a raw input to any number
of articles and rejections. How to add one: docs/how-to-add-a-reader.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from crosswire.acquire.binary import magic_kind
from crosswire.acquire.json_lines import read_json, read_json_line, read_json_lines
from crosswire.acquire.plain_text import read_plain_text
from crosswire.acquire.raw import RawInput
from crosswire.acquire.web_page import looks_like_page, read_web_page
from crosswire.model import Article, Rejection

__all__ = ["ENDINGS", "READERS", "RawInput", "Reader", "read", "read_json_line"]


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
    Reader("plain text", (".txt", ".text", ".md"), ("text/plain", "text/markdown"), read_plain_text),
)
ENDINGS = frozenset(ending for reader in READERS for ending in reader.endings)
_BY_ENDING = {ending: reader for reader in READERS for ending in reader.endings}
_BY_TYPE = {media_type: reader for reader in READERS for media_type in reader.media_types}
_PLAIN = _BY_ENDING[".txt"]
_PAGE = _BY_ENDING[".html"]


def reader_of(raw: RawInput) -> Reader:
    """The reader for an input: by the media type told, else by the ending; what looks like a page is read as one."""
    ending = PurePosixPath(raw.path or raw.id).suffix.lower()
    media_type = (raw.media_type or "").partition(";")[0].strip().lower()
    reader = _BY_TYPE.get(media_type) or _BY_ENDING.get(ending, _PLAIN)
    return _PAGE if reader is _PLAIN and looks_like_page(raw.data) and not magic_kind(raw.data) else reader


def read(raw: RawInput) -> Iterator[Article | Rejection]:
    """One article or rejection for each report in the bytes; never nothing, and never an exception for what they hold."""
    yield from reader_of(raw).read(raw)
