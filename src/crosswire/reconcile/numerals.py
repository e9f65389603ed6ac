"""Numerals: the numbers that stand among the words of a sentence, in digits or in words, alone or as a range."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosswire.model import Span

Words = Sequence[tuple[str, int, int]]  # words and marks of a sentence with their offsets in the text

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
SMALL = {word: n for n, word in enumerate(f"{_ONES} seventeen eighteen nineteen".split())}
TENS = {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_POWERS = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_POWERS |= {"m": 10**6, "bn": 10**9, "dozen": 12}
MONEY = frozenset("$€£¥")
ABOUT = frozenset("about nearly around almost approximately roughly".split())
MIGHT = re.compile(r"\d|\b(?:" + "|".join(sorted({*SMALL, *TENS} - {"one"})) + r")\b", re.IGNORECASE)
_WORD = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)*|\w+|[^\w\s]")
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d{1,6})?")


def words_of(text: str, span: Span) -> tuple[tuple[str, int, int], ...]:
    """The words, numbers and marks of a stretch of text, each with its offsets; apostrophes made straight."""
    return tuple((m.group().replace("’", "'"), m.start(), m.end()) for m in _WORD.finditer(text, span.start, span.end))


def word(words: Words, at: int) -> str:
    """The word at a place; empty beyond the ends."""
    return words[at][0] if 0 <= at < len(words) else ""


def number(words: Words, at: int) -> tuple[float, int] | None:
    """The number that begins at a word, and the place after it; None where none begins."""
    first, end = word(words, at).casefold(), at + 1
    if _DIGITS.fullmatch(first):
        value = float(first.replace(",", ""))
    elif first in TENS:
        value = float(TENS[first])
        rest = end + (word(words, end) == "-")
        if 0 < SMALL.get(word(words, rest).casefold(), 0) < 10:
            value, end = value + SMALL[word(words, rest).casefold()], rest + 1
    elif first in SMALL:
        value = float(SMALL[first])
    else:
        return None
    while (power := _power(words, end)) > 1:
        value, end = value * power, end + 1
    return value, end


def _power(words: Words, at: int) -> int:
    """The power that a word names; 1 where it names none, or is part of something longer (9M729)."""
    longer = at + 1 < len(words) and words[at + 1][1] == words[at][2] and words[at + 1][0].isalnum()
    return 1 if longer else _POWERS.get(word(words, at).casefold(), 1)


def is_odds(words: Words, at: int, end: int) -> bool:
    """Whether a number is one of two that tell odds: "1 in 3", "two-in-three", "nine out of 10"."""
    after = [w.casefold() for w, _, _ in words[end : end + 4] if w != "-"]
    before = [w.casefold() for w, _, _ in words[max(0, at - 4) : at] if w != "-"]
    ahead = (after[:1] == ["in"] and _numeric(after[1:2])) or (after[:2] == ["out", "of"] and _numeric(after[2:3]))
    behind = (before[-1:] == ["in"] and _numeric(before[-2:-1])) or (
        before[-2:] == ["out", "of"] and _numeric(before[-3:-2])
    )
    return ahead or behind


def _numeric(said: Sequence[str]) -> bool:
    return any(w in SMALL or w in TENS or (w.isdecimal() and len(w) < 4) for w in said)


def interval(words: Words, at: int) -> tuple[float, float | None, int] | None:
    """The number or the range that begins at a word, and the place after it.

    A range is "between 12 and 16", "two to four", "5-6", "$1.5 million to $6 million", "two to four million"; "from 12
    to 16" tells of a change, and its numbers are read one by one.
    """
    read = number(words, at)
    if read is None:
        return None
    low, end = read
    first = at - 1 - (word(words, at - 1) in MONEY)
    before = word(words, first - (word(words, first).casefold() in ABOUT)).casefold()
    if not _linked(words, end, before):
        return low, None, end
    start = end + 1 + (word(words, end + 1) in MONEY)
    upper = number(words, start)
    if upper is None or upper[0] <= low:
        return low, None, end
    if low < upper[0] / 100:  # the power is said once, for both
        low *= _POWERS.get(word(words, upper[1] - 1).casefold(), 1)
    return low, upper[0], upper[1]


def _linked(words: Words, end: int, before: str) -> bool:
    """Whether the word after a number links it to an upper end."""
    link = word(words, end).casefold()
    if link in {"-", "–"}:
        return end + 1 < len(words) and words[end + 1][1] == words[end][2] and words[end][1] == words[end - 1][2]
    return link == "or" or (link == "to" and before != "from") or (link == "and" and before == "between")
