"""Numbers as they are written: digits, words, fractions, vague plurals and ordinals, with their values.

Works on the pieces of a sentence (words, digit groups, single marks), without a language model, in one pass.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple


def _in_order(words: str, start: int = 0) -> dict[str, int]:
    return {word: n for n, word in enumerate(words.split(), start)}


PIECE = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]")
THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
PLAIN = re.compile(r"[0-9]+(?:\.[0-9]+)?")
LONGEST_NUMBER = 21

SMALL = _in_order(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
TENS = {word: 10 * n for word, n in _in_order("twenty thirty forty fifty sixty seventy eighty ninety", 2).items()}
SCALES = {"thousand": 10**3, "lakh": 10**5, "million": 10**6, "crore": 10**7, "billion": 10**9, "trillion": 10**12}
SHORT_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "mm": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12}
GROUPS = {"dozen": 12, "hundred": 100} | SCALES
VAGUE = {
    "dozens": (20, 199),
    "scores": (40, 199),
    "tens": (20, 99),
    "hundreds": (200, 999),
    "thousands": (2_000, 99_999),
    "millions": (2 * 10**6, 999 * 10**6),
    "billions": (2 * 10**9, 999 * 10**9),
    "trillions": (2 * 10**12, 999 * 10**12),
}
VAGUE_OF = {"tens": (20, 99), "hundreds": (200, 999), "dozens": (20, 199), "thousands": (2_000, 999_999)}
VAGUE_SCALES = {"thousands": 10**3, "millions": 10**6, "billions": 10**9, "trillions": 10**12}
PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "eighth": 8,
    "tenth": 10,
    "hundredth": 100,
}
PART_PLURALS = {"halves": 2, "quarters": 4} | {
    f"{word}s": n for word, n in PARTS.items() if word not in {"half", "quarter"}
}
GLYPHS = {
    "½": 0.5,
    "¼": 0.25,
    "¾": 0.75,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "⅕": 0.2,
    "⅛": 0.125,
    "⅜": 0.375,
    "⅝": 0.625,
    "⅞": 0.875,
}
ORDINALS = _in_order(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth",
    1,
) | {f"{word[:-1]}ieth": n for word, n in TENS.items()}
ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
OPENERS = (
    frozenset(SMALL) | frozenset(TENS) | frozenset(VAGUE) | frozenset(ORDINALS) | frozenset(GLYPHS)
    | {"a", "an", "half", "several", "few", "couple", "dozen", "hundred", "quarter"}
)  # fmt: skip
Form = Literal["number", "vague", "share", "ordinal"]


class Piece(NamedTuple):
    """A word, a digit group or a mark of a text, with its small-letter form."""

    start: int
    end: int
    text: str
    low: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the pieces ``first`` to ``last`` (excluded): its value or interval, and how it is written."""

    first: int
    last: int
    value: float | tuple[float, float]
    form: Form


def pieces(text: str, start: int, end: int) -> list[Piece]:
    """The pieces of ``text`` between two offsets."""
    return [Piece(m.start(), m.end(), m.group(), m.group().lower()) for m in PIECE.finditer(text, start, end)]


def number_at(run: Sequence[Piece], at: int) -> Number | None:
    """The longest number that begins at piece ``at``, or None."""
    piece = run[at]
    if piece.text[0] in "0123456789":
        return _digits(run, at)
    if piece.low not in OPENERS:
        return None
    return _vague(run, at) or _share(run, at) or _words(run, at) or _ordinal(run, at)


def exact(value: float) -> float:
    """Whole numbers as int, without the noise of binary fractions."""
    whole = round(value)
    return whole if abs(value - whole) < 1e-9 * max(1.0, abs(value)) else round(value, 9)


def low_at(run: Sequence[Piece], at: int) -> str:
    """A piece in lower case; empty beyond the ends."""
    return run[at].low if 0 <= at < len(run) else ""


def _joined(run: Sequence[Piece], at: int) -> bool:
    """Whether piece ``at`` stands without a space behind the one before it."""
    return 0 < at < len(run) and run[at - 1].end == run[at].start


def _joined_word(run: Sequence[Piece], at: int) -> bool:
    return _joined(run, at) and run[at].text.isalnum()


def _skip_hyphen(run: Sequence[Piece], at: int) -> int:
    return at + 1 if low_at(run, at) in {"-", "‑"} and _joined(run, at) and _joined(run, at + 1) else at


def _numeral(text: str) -> float | None:
    if len(text) > LONGEST_NUMBER:
        return None
    if THOUSANDS.fullmatch(text):
        text = text.replace(",", "")
    elif not PLAIN.fullmatch(text):
        return None
    return float(text) if "." in text else int(text)


def _digits(run: Sequence[Piece], at: int) -> Number | None:
    value, last = _numeral(run[at].text), at + 1
    if value is None:
        return None
    if low_at(run, last) in ORDINAL_ENDINGS and _joined(run, last):
        return Number(at, last + 1, value, "ordinal")
    value, last = _fraction(run, at, last, value)
    if low_at(run, last) in GLYPHS:
        value, last = value + GLYPHS[run[last].text], last + 1
    if [p.low for p in run[last : last + 3]] == ["and", "a", "half"]:
        value, last = value + 0.5, last + 3
    scaled = _scaled(run, last)
    if scaled is not None:
        last, factor = scaled
        value = value * factor
    return Number(at, last, exact(value), "number")


def _fraction(run: Sequence[Piece], at: int, last: int, value: float) -> tuple[float, int]:
    """Read on over "23/32", alone or after a whole number."""
    for start in (at, last):
        if (
            low_at(run, start + 1) == "/"
            and _joined(run, start + 1)
            and _joined(run, start + 2)
            and low_at(run, start + 3) != "/"
        ):
            above, below = _numeral(run[start].text), _numeral(run[start + 2].text)
            if above is not None and below and above < below and below <= 128:
                return (above / below if start == at else value + above / below), start + 3
    return value, last


def _scaled(run: Sequence[Piece], last: int) -> tuple[int, float] | None:
    """The magnitude words behind a number: where they end, and by how much they multiply it."""
    factor, found = 1, last
    while factor < 10**12:
        at = _skip_hyphen(run, found)
        word = low_at(run, at)
        if word in GROUPS:
            factor, found = factor * GROUPS[word], at + 1
        elif word in SHORT_SCALES and _joined(run, at) and at == last and not _joined_word(run, at + 1):
            factor, found = SHORT_SCALES[word], at + 1
        else:
            break
    return (found, factor) if found > last else None


def _vague(run: Sequence[Piece], at: int) -> Number | None:
    """Vague plurals: "dozens", "tens of thousands", "several hundred"."""
    word = run[at].low
    if word not in VAGUE:
        return _several(run, at)
    of = low_at(run, at + 1) == "of"
    scale = VAGUE_SCALES.get(low_at(run, at + 2)) if of else None
    if scale is not None:
        low, top = VAGUE_OF.get(word, VAGUE[word])
        return Number(at, at + 3, (low * scale, top * scale + (scale - 1)), "vague")
    if word == "tens" or (word == "scores" and not of):
        return None
    return Number(at, at + 1, VAGUE[word], "vague")


def _several(run: Sequence[Piece], at: int) -> Number | None:
    """Read "several hundred", "a few dozen", "a couple of thousand"."""
    start = at + 1 if run[at].low in {"a", "an"} else at
    if low_at(run, start) not in {"several", "few", "couple"}:
        return None
    after = start + 2 if low_at(run, start + 1) == "of" else start + 1
    group = GROUPS.get(low_at(run, after))
    if group is None:
        return None
    if low_at(run, start) == "couple":
        return Number(at, after + 1, 2 * group, "number")
    more = SCALES.get(low_at(run, after + 1), 1)
    return Number(at, after + 1 + (more > 1), (2 * group * more, 9 * group * more), "vague")


def _share(run: Sequence[Piece], at: int) -> Number | None:
    word = run[at].low
    if word == "half":
        follows = low_at(run, at + 1)
        if follows in {"a", "an"} and low_at(run, at + 2) in GROUPS:
            return Number(at, at + 3, exact(GROUPS[run[at + 2].low] / 2), "number")
        if low_at(run, _skip_hyphen(run, at + 1)) in GROUPS:
            last = _skip_hyphen(run, at + 1)
            return Number(at, last + 1, exact(GROUPS[run[last].low] / 2), "number")
        return Number(at, at + 1, 0.5, "share")
    above = 1 if word in {"a", "an"} else SMALL.get(word)
    below_at = _skip_hyphen(run, at + 1)
    below = (PARTS if above == 1 else PART_PLURALS).get(low_at(run, below_at))
    if not above or below is None or (below_at == at + 1 and low_at(run, below_at + 1) != "of"):
        return None
    return Number(at, below_at + 1, above / below, "share") if above < below else None


def _words(run: Sequence[Piece], at: int) -> Number | None:
    """A number in words, as grammar books write it: "two hundred and five", "half a million" aside."""
    total = current = 0
    last, ceiling = at, 10**15
    if run[at].low in {"a", "an"} and low_at(run, at + 1) in GROUPS:
        current, last = 1, at + 1
    elif run[at].low in {"hundred", "dozen"}:
        return None
    while True:
        here = _skip_hyphen(run, last) if last > at else last
        joined = here + 1 if last > at and low_at(run, here) == "and" and (total or current >= 100) else here
        step = _under_hundred(run, joined)
        if step is not None and (current == 0 or (current >= 100 and current % 100 == 0)):
            last, current = step[0], current + step[1]
        elif low_at(run, here) in {"hundred", "dozen"} and 0 < current < 100:
            last, current = here + 1, current * GROUPS[run[here].low]
        elif low_at(run, here) in SCALES and current and SCALES[run[here].low] < ceiling:
            ceiling = SCALES[run[here].low]
            last, total, current = here + 1, total + current * ceiling, 0
        else:
            break
    if last == at:
        return None
    if [p.low for p in run[last : last + 3]] == ["and", "a", "half"]:
        half, last = (ceiling if ceiling < 10**15 and not current else 1) / 2, last + 3
        scale = SCALES.get(low_at(run, last))
        if scale is not None and not total:
            return Number(at, last + 1, exact((current + 0.5) * scale), "number")
        return Number(at, last, exact(total + current + half), "number")
    return Number(at, last, total + current, "number")


def _under_hundred(run: Sequence[Piece], at: int) -> tuple[int, int] | None:
    word = low_at(run, at)
    if word in SMALL:
        return at + 1, SMALL[word]
    if word not in TENS:
        return None
    after = _skip_hyphen(run, at + 1)
    unit = SMALL.get(low_at(run, after), 0)
    return (after + 1, TENS[word] + unit) if 0 < unit < 10 else (at + 1, TENS[word])


def _ordinal(run: Sequence[Piece], at: int) -> Number | None:
    word = run[at].low
    if word in ORDINALS:
        return Number(at, at + 1, ORDINALS[word], "ordinal")
    return None
