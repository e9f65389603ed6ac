"""Plain text: the characters as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosswire.acquire.binary import magic_kind
from crosswire.acquire.encoding import decode
from crosswire.acquire.raw import RawInput
from crosswire.model import Article, Rejection, Warn

_XML = re.compile(r"\s{0,100}<(?:\?xml|rss|feed|nitf|newsItem|newsMessage)\b")
BINARY_REMEDY = "give the report as text (.txt), as a web page (.html) or as JSON Lines (.jsonl)"


def read_plain_text(raw: RawInput) -> Iterator[Article | Rejection]:
    """One article whose text is the input's own, or a rejection of a binary."""
    kind = magic_kind(raw.data)
    decoded = None if kind else decode(raw.data)
    if decoded is None:
        yield raw.rejected(f"it is {kind or 'a binary, not text'}", BINARY_REMEDY)
        return
    if _XML.match(decoded.text[:200]):
        yield raw.rejected("it is XML (a feed or a news package), not plain text", "give it the ending .xml")
        return
    warnings = (*decoded.warnings, *oddities(decoded.text))
    source = raw.source(raw.media_type or "text/plain")
    yield Article(id=raw.id, source=source, text=decoded.text, warnings=warnings)


def oddities(text: str) -> tuple[Warn, ...]:
    """Warnings about a text that is kept as it is: nothing in it, NUL characters in it."""
    found = []
    if not text or text.isspace():
        found.append(Warn("empty", "there are no words in it"))
    if nuls := text.count("\x00"):
        found.append(Warn("nul", f"{nuls} NUL character{'s' * (nuls > 1)} in the text, kept"))
    return tuple(found)
