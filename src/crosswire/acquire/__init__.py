"""Acquire: bytes in, articles out, or a rejection with its reason."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from crosswire.model import Article, Rejection, Source


@dataclass(frozen=True, slots=True)
class RawInput:
    """Bytes as they came: the id that their article gets, where they are from, and a media type if one is told."""

    id: str
    data: bytes
    path: str | None = None
    url: str | None = None
    media_type: str | None = None


def read(raw: RawInput) -> Iterator[Article | Rejection]:
    """To come: one article or rejection for each report in the bytes."""
    sha = hashlib.sha256(raw.data).hexdigest()
    yield Article(id=raw.id, source=Source(raw.path, raw.url, "text/plain", sha), text=raw.data.decode("utf8"))


def read_json_line(line: bytes, number: int, name: str) -> Article | Rejection:
    """To come: the article of one line of JSON Lines."""
    import json

    row = json.loads(line)
    sha = hashlib.sha256(line).hexdigest()
    return Article(id=row["id"], source=Source(None, None, "application/json", sha), text=row["text"], story=row.get("story"))
