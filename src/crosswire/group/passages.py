"""Which passages of an article another one reprints, and how much of either that is.

Runs of the same words are found as in Wise, "Running Karp-Rabin matching and greedy string tiling" (1993), from left
to right: at each word of the copy the longest run that stands in the original as well, of `SHINGLE` words at least.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from crosswire.group.profiles import READ
from crosswire.group.terms import SHINGLE, words_of
from crosswire.model import Article, Span

PLACES = 8

Words = tuple[list[str], list[Span]]


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words in two articles."""

    copy: Span
    original: Span


@dataclass(frozen=True, slots=True)
class Reprint:
    """What an article reprints of another: how much of its own words, how much of the other's, and where."""

    of_copy: float
    of_original: float
    passages: tuple[Passage, ...]


def reprint(copy: Article, original: Article) -> Reprint:
    """What one cleaned article reprints of another: of its paragraphs and headings, not of boilerplate.

    Words are the same whatever their case and the punctuation between them; a passage may run over several paragraphs.
    """
    mine, theirs = _read(copy), _read(original)
    runs = _runs(mine[0], theirs[0])
    passages = tuple(Passage(_over(mine[1], at, size), _over(theirs[1], there, size)) for at, there, size in runs)
    held = sum(size for _, _, size in runs)
    taken = {n for _, there, size in runs for n in range(there, there + size)}
    return Reprint(held / max(1, len(mine[0])), len(taken) / max(1, len(theirs[0])), passages)


def _read(article: Article) -> Words:
    words: list[str] = []
    spans: list[Span] = []
    for block in article.blocks:
        if block.kind in READ:
            for word, start, end in words_of(block.span.of(article.text)):
                words.append(word)
                spans.append(Span(block.span.start + start, block.span.start + end))
    return words, spans


def _runs(mine: list[str], theirs: list[str]) -> list[tuple[int, int, int]]:
    """Runs of the same words, from left to right: place in one, place in the other, number of words."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(theirs) - SHINGLE + 1):
        held = places[tuple(theirs[at : at + SHINGLE])]
        if len(held) < PLACES:
            held.append(at)
    runs: list[tuple[int, int, int]] = []
    at = 0
    while at <= len(mine) - SHINGLE:
        starts = places.get(tuple(mine[at : at + SHINGLE]), ())
        size, there = max(((_length(mine, at, theirs, start), -start) for start in starts), default=(0, 0))
        if size:
            runs.append((at, -there, size))
        at += size or 1
    return runs


def _length(mine: list[str], at: int, theirs: list[str], there: int) -> int:
    """How many words are the same from two places on."""
    size = SHINGLE
    most = min(len(mine) - at, len(theirs) - there)
    while size < most and mine[at + size] == theirs[there + size]:
        size += 1
    return size


def _over(spans: list[Span], at: int, size: int) -> Span:
    return Span(spans[at].start, spans[at + size - 1].end)
