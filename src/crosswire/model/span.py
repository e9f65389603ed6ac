"""A stretch of text."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Characters ``start`` to ``end`` (excluded) of a text; ``[start, end]`` in JSON."""

    start: int
    end: int

    def overlaps(self, other: tuple[int, int]) -> bool:
        """Whether the two spans share a character."""
        return self.start < other[1] and other[0] < self.end

    def covers(self, other: tuple[int, int]) -> bool:
        """Whether ``other`` lies wholly within this span."""
        return self.start <= other[0] and other[1] <= self.end

    def of(self, text: str) -> str:
        """The characters of ``text`` that this span names."""
        return text[self.start : self.end]
