"""Windows of word pieces: what the tagger sees at once, and which pieces each window decides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

SIZE = 448  # pieces in a window; the encoder has positions for 512
MARGIN = 64  # pieces at a window's edges that another window sees from nearer its middle


class Window(NamedTuple):
    """Pieces ``start`` to ``end`` are seen, ``first`` to ``last`` (both half-open) are decided."""

    start: int
    end: int
    first: int
    last: int


def windows(length: int) -> Iterator[Window]:
    """Windows over `length` pieces; each piece is decided by exactly one of them."""
    start = first = 0
    while True:
        end = min(start + SIZE, length)
        last = end if end == length else end - MARGIN
        yield Window(start, end, first, last)
        if end == length:
            return
        first = last
        start = first - MARGIN
