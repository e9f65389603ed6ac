"""Two versions of one utterance, word by word: what is the same, what was left out, and which word stands for which.

The alignment is that of longest matching blocks (Ratcliff and Obershelp 1988, as `difflib` has them), on folded words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal, NamedTuple

from crosswire.reconcile.spoken import Token, one_spelling, seamed
from crosswire.reconcile.words import STOP, stem

SHORTEST = 6  # words that two versions must share: below, stock phrases meet by chance
MEANT = 3  # of these, words that carry meaning
SPOKEN = 9  # words that are no turn of phrase even where hardly one of them carries meaning
LIKE = 0.7  # share of the longer part that must be the same
GAP = 8  # words between two matching blocks of one passage
LOOSE = 3  # words at an end that differ and still belong to the passage
WINDOW = 200  # words around a shared run that are aligned: bounds the cost of one pair
RUN = 4  # words of a block that shows that two utterances go on together

How = Literal["marked", "light", "lost", "altered"]
LIGHT = frozenset(
    "a an the that which who whom this these those and but or so well now then just also really very uh um er oh you know "
    "i mean like of to in on upon at for as".split()
)


NEGATIONS = frozenset("not no never none nothing nobody neither nor without hardly only if unless".split())


class Side(NamedTuple):
    """One report's utterance: the report's text, and the words of the utterance."""

    text: str
    words: Sequence[Token]


class Change(NamedTuple):
    """Where two versions part: how, and the range of each one's words (empty where it has none).

    "marked": in brackets, or shown by an ellipsis; "light": an article, a filler, an ending; "lost": only one has the
    words; "altered": one has others for them.
    """

    how: How
    first: tuple[int, int]
    second: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Alignment:
    """The passage that two utterances share, as ranges of their words, and where it differs.

    ``same`` counts the words that are equal; ``one`` says that neither end leaves words on both sides: where both go
    on, each in its own way, the passage is a phrase in two sentences.
    """

    first: tuple[int, int]
    second: tuple[int, int]
    same: int
    one: bool
    changes: tuple[Change, ...]


Block = tuple[int, int, int]


def align(a: Side, b: Side, at: tuple[int, int]) -> Alignment | None:
    """The passage around a run of words that both have, or None where too little of it is the same.

    Args:
        a: one utterance.
        b: the other.
        at: the index of a word in each from which on they share a run.
    """
    low = max(0, at[0] - WINDOW), max(0, at[1] - WINDOW)
    ends = min(len(a.words), at[0] + WINDOW), min(len(b.words), at[1] + WINDOW)
    keys = [w.key for w in a.words[low[0] : ends[0]]], [w.key for w in b.words[low[1] : ends[1]]]
    matched = SequenceMatcher(None, *keys, autojunk=False).get_matching_blocks()
    every = [(m.a + low[0], m.b + low[1], m.size) for m in matched if m.size]
    if not every:
        return None
    blocks = _around_longest(every)
    blocks = _with_loose_ends(blocks, low, ends)
    changes, spelled = [], 0
    for i, k, j, q in _gaps(blocks):
        how = _how(a, b, (i, k), (j, q))
        if how is None:
            spelled += max(k - i, q - j)
        else:
            changes.append(Change(how, (i, k), (j, q)))
    same = sum(n for _, _, n in blocks) + spelled
    first, second = ((blocks[0][side], blocks[-1][side] + blocks[-1][2]) for side in (0, 1))
    if not telling(a.words[slice(*first)]) or same < LIKE * max(first[1] - first[0], second[1] - second[0]):
        return None
    return Alignment(first, second, same, _one(every, first, second, low, ends), tuple(changes))


def telling(said: Sequence[Token]) -> bool:
    """Whether words are enough to know an utterance again: so many, and of these some that carry meaning, or more."""
    return len(said) >= SPOKEN or (len(said) >= SHORTEST and sum(word.key not in STOP for word in said) >= MEANT)


def _with_loose_ends(blocks: list[Block], low: tuple[int, int], ends: tuple[int, int]) -> list[Block]:
    """With an empty block at an end where both utterances have a few words more, which then stand for one another."""
    (i, j, _), (k, q, n) = blocks[0], blocks[-1]
    before, after = (i - low[0], j - low[1]), (ends[0] - k - n, ends[1] - q - n)
    if min(before) > 0 and max(before) <= LOOSE:
        blocks = [(*low, 0), *blocks]
    return [*blocks, (*ends, 0)] if min(after) > 0 and max(after) <= LOOSE else blocks


def _gaps(blocks: Sequence[Block]) -> Iterator[tuple[int, int, int, int]]:
    """What lies between neighbouring blocks: the range of each side's words."""
    for (i, j, n), (k, q, _) in pairwise(blocks):
        yield i + n, k, j + n, q


def _how(a: Side, b: Side, mine: tuple[int, int], theirs: tuple[int, int]) -> How | None:
    """How the words between two blocks part, or None where they are spellings of the same."""
    first, second = a.words[slice(*mine)], b.words[slice(*theirs)]
    one, other = " ".join(w.key for w in first), " ".join(w.key for w in second)
    if one_spelling(one, other):
        return None
    if any(w.aside for w in (*first, *second)) and not _written(first, second):
        return "marked"
    if len(first) != len(second) and (_broken(a, mine) or _broken(b, theirs)):
        return "marked"
    if all(w.key in LIGHT for w in (*first, *second)) or _ending(one, other) or _again(a, mine, b, theirs):
        return "light"
    if first and second:
        return "altered"
    return "lost" if _matter([w.key for w in (*first, *second)]) else "light"


def _matter(keys: Sequence[str]) -> bool:
    """Whether words that one version lacks are three, a negation, a number, or two that carry meaning."""
    meant = sum(k not in STOP for k in keys)
    return len(keys) > 2 or meant > 1 or any(k in NEGATIONS or k.isdigit() for k in keys)


def _written(first: Sequence[Token], second: Sequence[Token]) -> bool:
    """Whether both have words in round brackets: those of a written statement, not an editor's."""
    return bool(first and second) and all(w.aside == "(" for w in (*first, *second))


def _broken(side: Side, part: tuple[int, int]) -> bool:
    """Whether an ellipsis stands between the neighbours of these words."""
    first, last = max(part[0] - 1, 0), min(part[1], len(side.words) - 1)
    return seamed(side.text, side.words[first].end, side.words[last].start)


def _ending(one: str, other: str) -> bool:
    """Whether two single words differ in their ending only."""
    return " " not in one + other and min(len(one), len(other)) > 3 and stem(one) == stem(other)


def _again(a: Side, mine: tuple[int, int], b: Side, theirs: tuple[int, int]) -> bool:
    """Whether words that only one has repeat those before or behind them: a speaker who starts over."""
    side, (start, end) = (a, mine) if theirs[0] == theirs[1] else (b, theirs)
    if mine[0] != mine[1] and theirs[0] != theirs[1]:
        return False
    length = end - start
    before, part, behind = (
        [word.key for word in side.words[max(0, at) : at + length]] for at in (start - length, start, end)
    )
    return part in (before, behind)


def _one(
    every: Sequence[Block], first: tuple[int, int], second: tuple[int, int], low: tuple[int, int], ends: tuple[int, int]
) -> bool:
    """Whether at each end one utterance ends with the passage, or both go on together further off."""
    left, right = min(first[0] - low[0], second[0] - low[1]), min(ends[0] - first[1], ends[1] - second[1])
    back = any(n >= RUN and i < first[0] and j < second[0] for i, j, n in every)
    on = any(n >= RUN and i >= first[1] and j >= second[1] for i, j, n in every)
    return (left <= LOOSE or back) and (right <= LOOSE or on)


def _around_longest(blocks: Sequence[Block]) -> list[Block]:
    """The longest matching block and those that follow it, or go before it, without a gap of many words."""
    core = max(range(len(blocks)), key=lambda n: (blocks[n][2], -n))
    low = high = core
    while low > 0 and _joins(blocks[low - 1], blocks[low], blocks[low - 1][2]):
        low -= 1
    while high < len(blocks) - 1 and _joins(blocks[high], blocks[high + 1], blocks[high + 1][2]):
        high += 1
    return list(blocks[low : high + 1])


def _joins(left: Block, right: Block, size: int) -> bool:
    """Whether a block of so many words is near enough to its neighbour; a lone word must be nearer than a run."""
    gap = max(right[0] - left[0], right[1] - left[1]) - left[2]
    return gap <= (GAP if size > 1 else 1)
