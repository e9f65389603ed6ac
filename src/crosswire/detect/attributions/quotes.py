"""Quotations by their marks: straight, curly, guillemets, low-high, doubled apostrophes, single marks; unbalanced ones too."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from crosswire.model import Article, Block, Span

READ = frozenset({"title", "heading", "paragraph"})
_MARK = re.compile(r"[\"“”„«»‘’‚‹›]|''|``|'")
_CLOSES = {
    "“": '”"',
    "„": "“”",
    "«": "»",
    "»": "«",
    '"': '"”',
    "''": "''",
    "``": "''",
    "‘": "’'",
    "'": "'’",
    "‚": "‘’",
    "‹": "›",
}
_SINGLE = frozenset({"‘", "'", "’", "‚", "‹", "›"})
_WORD = re.compile(r"\w+")


class Quotation(NamedTuple):
    """A quotation: ``start`` to ``end`` with its marks, ``inner`` without them.

    ``opens`` says that its paragraph's next one goes on with it, ``continues`` that it goes on with one before.
    """

    start: int
    end: int
    inner: Span
    words: int
    opens: bool
    continues: bool


@dataclass(slots=True)
class _Open:
    mark: str
    start: int
    inner: int


def find_quotations(article: Article) -> tuple[Quotation, ...]:
    """The outermost quotations of an article's readable blocks, in text order."""
    found: list[Quotation] = []
    blocks = [b for b in article.blocks if b.kind in READ]
    running = False
    for n, block in enumerate(blocks):
        following = blocks[n + 1] if n + 1 < len(blocks) else None
        inside = _in_block(article.text, block, following, running=running)
        running = bool(inside and inside[-1].opens)
        found += (q for q in inside if q.words)
    return tuple(found)


def _in_block(text: str, block: Block, following: Block | None, *, running: bool) -> list[Quotation]:
    found: list[Quotation] = []
    opened: _Open | None = None
    depth = 0
    start, end = block.span
    closers = text.count("”", start, end)
    for match in _MARK.finditer(text, start, end):
        mark, at, after = match[0], match.start(), match.end()
        closers -= mark == "”"
        before = text[at - 1] if at > start else " "
        behind = text[after] if after < end else " "
        if opened is not None:
            if mark == "“" == opened.mark and closers > depth + 1 and not behind.isspace():
                depth += 1
            elif mark in _CLOSES[opened.mark] and _may_close(mark, before, behind):
                if depth and mark == "”":
                    depth -= 1
                    continue
                found.append(_quotation(text, opened, at, after, continues=running and opened.start == start))
                opened, depth = None, 0
            elif _reopens(opened.mark, mark, before, behind):
                opened, depth = _Open(mark, at, after), 0
        elif _may_open(mark, before, behind):
            opened = _Open(mark, at, after)
    if opened is not None and opened.mark not in _SINGLE and _goes_on(text, opened, block, following):
        opens = following is not None and _starts_quoted(text, following)
        found.append(_quotation(text, opened, end, end, continues=running and opened.start == start, opens=opens))
    return found


def _quotation(
    text: str, opened: _Open, inner_end: int, end: int, *, continues: bool, opens: bool = False
) -> Quotation:
    words = sum(1 for _ in _WORD.finditer(text, opened.inner, min(inner_end, opened.inner + 400)))
    return Quotation(opened.start, end, Span(opened.inner, inner_end), words, opens, continues)


def _may_open(mark: str, before: str, behind: str) -> bool:
    if mark in "”’›" or behind.isspace():
        return False
    if mark in "“„‚‹":
        return True
    if mark in "«»":
        return not before.isalnum()
    if mark in ("'", "‘"):
        return not before.isalnum() and (behind.isalpha() or behind in "[…")
    return not before.isalnum()


def _may_close(mark: str, before: str, behind: str) -> bool:
    if mark in ("'", "’"):
        return not before.isspace() and not behind.isalnum()
    if mark in ('"', "''"):
        return not before.isspace() or behind.isspace() or not behind.isalnum()
    return True


def _reopens(open_mark: str, mark: str, before: str, behind: str) -> bool:
    """Whether a mark that clearly opens shows that the one before was never closed."""
    if open_mark in _SINGLE:
        return mark not in _SINGLE and mark not in "”»" and _may_open(mark, before, behind) and before.isspace()
    return mark == open_mark and mark in ('"', "''", "“") and before.isspace() and not behind.isspace()


def _starts_quoted(text: str, block: Block) -> bool:
    return text[block.span.start] in '"“„«' or text.startswith(("''", "``"), block.span.start)


def _goes_on(text: str, opened: _Open, block: Block, following: Block | None) -> bool:
    """Whether a quotation without a closing mark is one: its next paragraph opens with a mark, or it fills its own."""
    return opened.start == block.span.start or (following is not None and _starts_quoted(text, following))
