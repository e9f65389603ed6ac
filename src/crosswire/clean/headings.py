"""The headline and the headings: short lines without a full stop, and prose after them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosswire.model import Block, Span, Title

LONGEST_TITLE = 220
LONGEST_HEADING = 90
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_QUOTES = "“\"'‘"
_ENDS = ".,;:…—-–_"
_WITHIN = re.compile(r"[^\W\d_]{3}[.!?]\s[A-Z]")
_NO_TITLE = re.compile(r"(?:update|updated|thank\syou|welcome|hello|note)\b(?!:)|\W*\d{1,2}[:/]\d\d", re.IGNORECASE)


def find_title(text: str, blocks: Sequence[Block], given: Title | None) -> int | None:
    """The number of the block that is the headline; None if the text shows none.

    A headline from outside is looked for among the first blocks. Otherwise it is the first line that is read, if that
    is short, ends without a full stop, and prose follows.
    """
    marked = next((n for n, b in enumerate(blocks) if b.kind == "title"), None)
    if marked is not None:
        return marked
    readable = [n for n, b in enumerate(blocks) if b.kind in {"paragraph", "heading", "caption"}]
    if given is not None:
        want = _plain(given.text)
        return next((n for n in readable[:6] if _same(_plain(blocks[n].span.of(text)), want)), None)
    readable = [n for n in readable if blocks[n].kind != "caption"]
    if not readable or not _is_headline(text, blocks[readable[0]].span):
        return None
    prose = any(is_prose(text, blocks[n].span) for n in readable[1:])
    return readable[0] if prose else None


def _plain(words: str) -> str:
    return " ".join(_WORD.findall(words.casefold()))


def _same(line: str, title: str) -> bool:
    return line == title or (len(line) >= 20 and title.startswith(line))


def _is_headline(text: str, span: Span) -> bool:
    if span.end - span.start > LONGEST_TITLE:
        return False
    line = span.of(text)
    found = _WORD.findall(line)
    if not 3 <= len(found) <= 30 or line[0].islower() or _NO_TITLE.match(line) or _WITHIN.search(line):
        return False
    last = line.rstrip("\"”’'")[-1:]
    if last in "?!":
        return len(found) <= 14 or _in_title_case(found)
    if last in ".;":
        return _in_title_case(found)
    return last not in _ENDS


def _in_title_case(found: Sequence[str]) -> bool:
    """Whether most longer words are capitalised, as headlines are in American style."""
    longer = [w for w in found if len(w) > 3]
    return len(longer) >= 3 and sum(w[0].isupper() for w in longer) >= 0.8 * len(longer)


def is_prose(text: str, span: Span) -> bool:
    """Whether a block holds at least one whole sentence."""
    line = span.of(text).rstrip("\"”’' )")
    size = len(line.split())
    return size >= 30 or (size >= 6 and line.endswith((".", "!", "?", "…")))


def mark_headings(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks, those paragraphs that are headings marked: short, without a full stop, prose before and after."""
    out = list(blocks)
    prose = [b.kind == "paragraph" and is_prose(text, b.span) for b in blocks]
    for n in range(1, len(blocks) - 1):
        if blocks[n].kind == "paragraph" and not prose[n] and prose[n + 1] and _is_heading(text, blocks[n].span):
            out[n] = Block("heading", blocks[n].span)
    return out


def _is_heading(text: str, span: Span) -> bool:
    if span.end - span.start > LONGEST_HEADING:
        return False
    line = span.of(text)
    found = _WORD.findall(line)
    last = line.rstrip("\"”’'")[-1:]
    if len(found) > 12 or not (line[0].isupper() or line[0].isdigit() or line[0] in _QUOTES) or last in ".,;…—-–_":
        return False
    if last and last in "!?":
        return line[-1] == last and line[0] not in _QUOTES
    return last != ":" or line.isupper() or len(found) == 1
