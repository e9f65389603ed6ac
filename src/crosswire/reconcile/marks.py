"""Words within quotation marks that no attribution tells of: an utterance is one whoever is said to have made it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosswire.model import Article, Span

_MARK = re.compile(r"[\"“”„«»‘’']")
_CLOSES = {"“": '”"', '"': '"”', "„": "“”", "«": "»", "‘": "’'", "'": "'’"}
_LINE = re.compile(r"[^\n]+")
_DOUBLE = frozenset('"“„«')


def quoted(article: Article) -> Iterator[Span]:
    """The words between marks, marks left out, in the order of the text.

    A quotation ends with its paragraph at the latest: where the next one opens with a mark, it goes on as another.
    """
    parts = [b.span for b in article.blocks if b.kind != "boilerplate"] or [Span(0, len(article.text))]
    for part in parts:
        for line in _LINE.finditer(article.text, part.start, part.end):
            yield from _in_line(article.text, line.start(), line.end())


def _in_line(text: str, start: int, end: int) -> Iterator[Span]:
    opened, closes = -1, ""
    for match in _MARK.finditer(text, start, end):
        at, mark = match.start(), match[0]
        before = text[at - 1] if at > start else " "
        behind = text[at + 1] if at + 1 < end else " "
        if opened >= 0 and mark in closes and _may_close(mark, before, behind):
            yield Span(opened, at)
            opened = -1
        elif _may_open(mark, before, behind) and (opened < 0 or (mark in _DOUBLE and mark in closes) or "'" in closes):
            opened, closes = at + 1, _CLOSES[mark]
    if opened >= 0 and "'" not in closes:
        yield Span(opened, end)


def _may_open(mark: str, before: str, behind: str) -> bool:
    return mark in _CLOSES and not before.isalnum() and not behind.isspace()


def _may_close(mark: str, before: str, behind: str) -> bool:
    single = mark in "'’"
    return not (before.isspace() if single else before.isspace() and not behind.isspace()) and not behind.isalnum()
