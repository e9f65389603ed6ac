"""Layout: where paragraphs begin and end in plain text, as the web or a newswire left it.

A blank line always ends a paragraph. A single line break may be the end of a paragraph or a wrap at a fixed width;
which of the two is decided once for each article, from all its lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from crosswire.model import Block, Span

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_WORD = re.compile(r"\S+")
_CLOSERS = "\"'”’)]»"
_ENDS = (".", "!", "?", ":", ";", "…")
WIDEST_WRAP = 100
NARROWEST_WRAP = 40


class Line(NamedTuple):
    """A line with its outer white space stripped; ``gap``: a blank line before it; ``indent``: stripped at its left."""

    start: int
    end: int
    gap: bool
    indent: int


def lines(text: str, within: Span | None = None) -> list[Line]:
    """The lines of a text (or of a part of it) that hold anything but white space."""
    start, end = within or (0, len(text))
    found: list[Line] = []
    breaks, seen = 0, start
    for match in _LINE.finditer(text, start, end):
        whole = match.group()
        inner = whole.strip()
        if not inner:
            continue
        left = match.start() + len(whole) - len(whole.lstrip())
        breaks = _breaks(text, seen, left)
        found.append(Line(left, left + len(inner), breaks > 1, left - match.start()))
        seen = left + len(inner)
    return found


def _breaks(text: str, start: int, end: int) -> int:
    """How many line breaks lie between two points; more than two are not counted."""
    count = 0
    for _ in _BREAK.finditer(text, start, end):
        count += 1
        if count > 1:
            break
    return count


def wrap_width(text: str, found: Sequence[Line]) -> int | None:
    """The width at which the lines of a text are wrapped, or None if its line breaks end paragraphs.

    Wrapped prose shows in three ways at once: no line is wide; most lines that follow one another directly break in
    the middle of a sentence; and few lines leave room for the first word of the next.
    """
    if not found or len(found) < 3:
        return None
    width = max(line.end - line.start + line.indent for line in found)
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return None
    pairs = [(a, b) for a, b in pairwise(found) if not b.gap]
    middle = sum(_mid_sentence(text, a, b) for a, b in pairs)
    full = sum(not _had_room(text, a, b, width) for a, b in pairs)
    return width if pairs and middle * 2 >= len(pairs) and full * 2 > len(pairs) else None


def _mid_sentence(text: str, line: Line, following: Line) -> bool:
    return not _is_ended(text, line) and not text[following.start].isupper()


def _is_ended(text: str, line: Line) -> bool:
    """Whether a line ends as a sentence, a clause or an introduction does."""
    return text[max(line.start, line.end - 8) : line.end].rstrip(_CLOSERS).endswith(_ENDS)


def _had_room(text: str, line: Line, following: Line, width: int) -> bool:
    word = _WORD.match(text, following.start, following.end)
    first = word.end() - word.start() if word else 0
    return line.end - line.start + line.indent + 1 + first < width - 6


def paragraphs(text: str, within: Span | None = None) -> list[Line]:
    """The paragraphs of a text: its lines, those joined that are one paragraph wrapped."""
    found = lines(text, within)
    width = wrap_width(text, found)
    joined: list[Line] = []
    previous: Line | None = None
    for line in found:
        if previous is not None and _continues(text, previous, line, width):
            joined[-1] = joined[-1]._replace(end=line.end)
        else:
            joined.append(line)
        previous = line
    return joined


def _continues(text: str, line: Line, following: Line, width: int | None) -> bool:
    """Whether ``following`` goes on with the paragraph of ``line``."""
    if following.gap:
        return False
    if text[following.start].islower():
        return width is not None or not _is_ended(text, line)
    return width is not None and following.indent <= line.indent and not _had_room(text, line, following, width)


def cover(text: str, given: Iterable[Block]) -> list[Block]:
    """Blocks in order that do not overlap and cover every character that is not white space, made from those given.

    What a reader left out becomes paragraphs; what it gave twice keeps the first.
    """
    out: list[Block] = []
    at = 0
    for block in sorted(given, key=lambda b: b.span):
        start, end = max(at, block.span.start), min(len(text), block.span.end)
        if start >= end:
            continue
        inner = trimmed(text, start, end)
        if inner is None:
            continue
        out += (Block("paragraph", Span(p.start, p.end)) for p in lines(text, Span(at, inner.start)))
        out.append(Block(block.kind, inner))
        at = inner.end
    out += (Block("paragraph", Span(p.start, p.end)) for p in lines(text, Span(at, len(text))))
    return out


def trimmed(text: str, start: int, end: int) -> Span | None:
    """A span without the white space at its ends; None if there is nothing else in it."""
    part = text[start:end]
    inner = part.strip()
    if not inner:
        return None
    left = start + len(part) - len(part.lstrip())
    return Span(left, left + len(inner))
