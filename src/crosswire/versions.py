"""What changed between two versions of a text, word by word. Pure.

Paragraphs are aligned first, then the words of what lies between paragraphs that stayed. Both alignments are longest
common subsequences (bit-parallel: Hyyrö 2004, in rapidfuzz), bounded: where two stretches are so long that aligning
their words would take quadratic time, the whole stretch counts as changed.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from crosswire.model import Span

_WORD = re.compile(r"\w+|[^\w\s]+")
_PARAGRAPH = re.compile(r"[^\n]+")
_MOST_CELLS = 25_000_000  # of the table that an alignment fills: 5,000 words against 5,000


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the old text that gave way to words of the new one; either may be none (an empty span at their place).

    ``words_out`` and ``words_in`` count words, not marks.
    """

    old: Span
    new: Span
    words_out: int
    words_in: int


@dataclass(frozen=True, slots=True)
class _Side:
    """A stretch of one text: its pieces (paragraphs or words) and where it ends."""

    text: str
    pieces: Sequence[Span]
    start: int

    def keys(self) -> list[str]:
        return [piece.of(self.text) for piece in self.pieces]

    def part(self, first: int, last: int) -> Span:
        """The span of pieces `first` to `last` (excluded); an empty one after the piece before, where there is none."""
        if first < last:
            return Span(self.pieces[first].start, self.pieces[last - 1].end)
        at = self.pieces[first - 1].end if first else self.start
        return Span(at, at)


def difference(old: str, new: str) -> tuple[Change, ...]:
    """The changes from one text to another, in order; white space does not count.

    Args:
        old: the text as it was.
        new: the text as it is.

    Returns:
        Changes whose spans do not overlap: outside them, the two texts have the same words in the same order.
    """
    changes: list[Change] = []
    before, after = _pieces(_PARAGRAPH, old, Span(0, len(old))), _pieces(_PARAGRAPH, new, Span(0, len(new)))
    for old_part, new_part in _unlike(before, after):
        words_before, words_after = _pieces(_WORD, old, old_part), _pieces(_WORD, new, new_part)
        for gone, come in _unlike(words_before, words_after):
            changes.append(Change(gone, come, _words(gone.of(old)), _words(come.of(new))))
    return tuple(changes)


def _pieces(pattern: re.Pattern[str], text: str, part: Span) -> _Side:
    found = [Span(match.start(), match.end()) for match in pattern.finditer(text, part.start, part.end)]
    return _Side(text, found, part.start)


def _words(text: str) -> int:
    return sum(match[0][0].isalnum() or match[0][0] == "_" for match in _WORD.finditer(text))


def _unlike(old: _Side, new: _Side) -> Iterator[tuple[Span, Span]]:
    """The stretches in which two sides differ."""
    a, b = old.keys(), new.keys()
    head = 0
    while head < min(len(a), len(b)) and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < min(len(a), len(b)) - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    for (i, j), (k, m) in _gaps(a[head : len(a) - tail], b[head : len(b) - tail]):
        yield old.part(head + i, head + j), new.part(head + k, head + m)


def _gaps(a: Sequence[Hashable], b: Sequence[Hashable]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The index ranges between the members that an alignment keeps."""
    if not a and not b:
        return
    if len(a) * len(b) > _MOST_CELLS:
        yield (0, len(a)), (0, len(b))
        return
    start_a = start_b = end_a = end_b = 0
    for step in LCSseq.opcodes(a, b):
        if step.tag != "equal":
            end_a, end_b = step.src_end, step.dest_end
            continue
        if (start_a, start_b) != (end_a, end_b):
            yield (start_a, end_a), (start_b, end_b)
        start_a, start_b = end_a, end_b = step.src_end, step.dest_end
    if (start_a, start_b) != (end_a, end_b):
        yield (start_a, end_a), (start_b, end_b)
