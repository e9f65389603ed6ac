"""Lines for a terminal: cells counted, words wrapped, colour as a decoration that can be left out.

Text from reports may hold anything. `safe` is the only way in: control characters become visible pictures, line
breaks become spaces, and what would turn the direction of the line around is shown as a replacement character.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from rich.cells import get_character_cell_size

Style = Literal["", "head", "strong", "faint", "alarm", "number", "section"]
_SGR: dict[Style, str] = {
    "": "",
    "head": "1",
    "strong": "1",
    "faint": "2",
    "alarm": "1;31",
    "number": "36",
    "section": "1;4",
}
_UNSAFE = {
    **{code: chr(0x2400 + code) for code in range(32)},
    0x7F: "␡",
    **dict.fromkeys(range(0x80, 0xA0), "\ufffd"),
    **dict.fromkeys((0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd"),
    **dict.fromkeys((0xFEFF, 0xFFFE, 0xFFFF, *range(0xFFF9, 0xFFFC)), "\ufffd"),
}
_BREAKS = re.compile(r"[ \t\n\r\f\v\x85\xa0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_WORD = re.compile(r"[^ ]+")


class Run(NamedTuple):
    """Words in one style."""

    text: str
    style: Style = ""


def safe(text: str) -> str:
    """Text of a report as a terminal may show it: one line, nothing that the terminal would obey."""
    return _SURROGATE.sub("\ufffd", _BREAKS.sub(" ", text).strip().translate(_UNSAFE))


def joined(around: str, *, before: bool) -> str:
    """Words around a quote, made safe, with the space that they have between them and the quote."""
    told = safe(around)
    if before:
        return f"{told} " if around[-1:].isspace() else told
    return f" {told}" if around[:1].isspace() else told


def safe_ends(text: str, cells: int) -> str:
    """`safe` for a text of which no more than ``cells`` cells will be shown: what cannot be among them is left out."""
    most = 8 * cells + 64
    return safe(text if len(text) <= 2 * most else f"{text[:most]} … {text[-most:]}")


@lru_cache(maxsize=4096)
def _cell(char: str) -> int:
    """The cells of a character; one for the selector that may widen the character before it, to be on the safe side."""
    return 1 if char == "\ufe0f" else get_character_cell_size(char)


def cells_of(text: str) -> int:
    """The cells that a text takes at most."""
    return len(text) if text.isascii() else sum(map(_cell, text))


def _fit(text: str, cells: int) -> int:
    """How many characters of ``text`` fit into ``cells``."""
    room = cells
    for n, char in enumerate(text):
        room -= _cell(char)
        if room < 0:
            return n
    return len(text)


def shorten(text: str, cells: int) -> str:
    """Text of at most ``cells`` cells; where it is longer, its middle gives way to " … "."""
    longest = 4 * cells + 8  # more characters than this cannot fit, whatever they are: bounds the work on a huge quote
    if len(text) <= longest and cells_of(text) <= cells:
        return text
    room = max(cells - 3, 2)
    tail_room = room // 3
    head = text[: _fit(text[:longest], room - tail_room)]
    tail = text[-1 : -1 - _fit(text[: -longest - 1 : -1], tail_room) : -1][::-1]
    head, tail = head.rstrip(), tail.lstrip()
    if " " in head[len(head) // 2 :]:
        head = head[: head.rindex(" ")]
    if " " in tail[: len(tail) // 2]:
        tail = tail[tail.index(" ") + 1 :]
    return f"{head} … {tail}"


def clip(text: str, cells: int) -> str:
    """The beginning of a text, in at most ``cells`` cells, with an ellipsis where something is left out."""
    longest = 4 * cells + 8
    if len(text) <= longest and cells_of(text) <= cells:
        return text
    head = text[: _fit(text[:longest], max(cells - 2, 1))]
    if " " in head[len(head) // 2 :] and text[len(head) : len(head) + 1] != " ":
        head = head[: head.rindex(" ")]
    return f"{head.rstrip()} …"


def _break(plain: str, first: int, width: int) -> Iterator[tuple[int, int]]:
    """Where the lines of ``plain`` begin and end: the first has ``first`` cells, the others ``width``."""
    room = first
    start = end = used = 0
    for word in _WORD.finditer(plain):
        at, stop = word.span()
        need = cells_of(plain[at:stop])
        gap = at - end if end > start else 0
        if end > start and used + gap + need > room:
            yield start, end
            start, used, gap, room = at, 0, 0, width
        if end <= start:
            start = at
        while used + gap + need > room:  # a word longer than a line
            cut = at + max(_fit(plain[at:stop], room - used - gap), 1)
            yield start, cut
            start = at = cut
            need, used, gap, room = cells_of(plain[at:stop]), 0, 0, width
        used, end = used + gap + need, stop
    if end > start:
        yield start, end


def paint(text: str, style: Style, *, colour: bool) -> str:
    """Text in a style, as ANSI (ECMA-48 SGR); plain where colour is off."""
    return f"\x1b[{_SGR[style]}m{text}\x1b[0m" if colour and _SGR[style] and text else text


def flow(
    runs: Sequence[Run], width: int, *, indent: int = 0, hang: int | None = None, colour: bool = False
) -> list[str]:
    """Runs of words as lines of at most ``width`` cells.

    ``indent`` stands before the first line, ``hang`` (or else ``indent``) before the others. Where a first line begins
    with spaces of its own, give them as indent.
    """
    hang = indent if hang is None else hang
    plain = "".join(run.text for run in runs)
    starts = [0]
    for run in runs:
        starts.append(starts[-1] + len(run.text))
    lines: list[str] = []
    for start, end in _break(plain, max(width - indent, 4), max(width - hang, 4)):
        painted = " " * (hang if lines else indent)
        at = start
        while at < end:
            which = bisect_right(starts, at) - 1
            stop = min(end, starts[which + 1])
            painted += paint(plain[at:stop], runs[which].style, colour=colour)
            at = stop
        lines.append(painted)
    return lines
