"""Quoted words, folded so that what no ear would tell apart is equal: contractions, numerals, bracketed letters."""

from __future__ import annotations

import re
from typing import NamedTuple

from crosswire.model import Span
from crosswire.reconcile.words import ORDINALS

# “[W]hile” and “Wed[nesday]” are one word each; a point within a number does not part it
_WORD = re.compile(r"(?:\[\w++\]\w++|\w++\[\w++\]|\d++(?:[.,]\d++)++|\w++)(?:['’]\w++)*+|[%&]")
_ASIDE = re.compile(r"\[[^\[\]]{2,80}\](?!\w)|\([^()]{2,80}\)")
_SEAM = re.compile(r"…|\.\s?\.\s?\.|\[\s?\]|--|—")

_IS = frozenset(
    "he she it that there here what who where how this somebody someone everybody everyone nobody anybody".split()
)
_ENDINGS = {"'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "'d": "would"}
_WHOLE = {
    "cannot": ("can", "not"),
    "can't": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "let's": ("let", "us"),
    "gonna": ("going", "to"),
    "wanna": ("want", "to"),
    "gotta": ("got", "to"),
    "ok": ("okay",),
    "mr": ("mister",),
    "dr": ("doctor",),
    "sen": ("senator",),
    "rep": ("representative",),
    "gov": ("governor",),
    "gen": ("general",),
    "prof": ("professor",),
    "vs": ("versus",),
    "%": ("percent",),
    "&": ("and",),
    "someone": ("somebody",),
    "everyone": ("everybody",),
    "anyone": ("anybody",),
    "y'all": ("you", "all"),
}
_NUMBERS = {
    word: str(n)
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
    if n > 1  # “one” is a pronoun too
} | {
    w: str(n) for n, w in zip(range(30, 100, 10), "thirty forty fifty sixty seventy eighty ninety".split(), strict=True)
}
_ENDS = {1: "st", 2: "nd", 3: "rd"}
_NUMBERS |= {word: f"{n}{_ENDS.get(n, 'th')}" for n, word in enumerate(ORDINALS, 1)}


class Token(NamedTuple):
    """A word as it is compared, where it stands, and the bracket in which it does: an editor's, or a writer's round one."""

    key: str
    start: int
    end: int
    aside: str = ""


def spoken(text: str, span: Span) -> tuple[Token, ...]:
    """The words of a quotation; a contraction gives two, both at its place."""
    asides = [m.span() for m in _ASIDE.finditer(text, span.start, span.end)]
    found: list[Token] = []
    n = 0
    for match in _WORD.finditer(text, span.start, span.end):
        start, end = match.span()
        while n < len(asides) and asides[n][1] <= start:
            n += 1
        aside = text[asides[n][0]] if n < len(asides) and asides[n][0] <= start else ""
        found += [Token(key, start, end, aside) for key in _keys(match[0])]
    return tuple(found)


def _keys(written: str) -> tuple[str, ...]:
    word = written.casefold().replace("’", "'").replace("[", "").replace("]", "")
    if word in _WHOLE:
        return _WHOLE[word]
    if "'" in word:
        return _contracted(word)
    return (word.replace(",", ""),) if word[0].isdigit() else (_NUMBERS.get(word, word),)


def _contracted(word: str) -> tuple[str, ...]:
    stem, _, end = word.rpartition("'")
    if end == "t" and stem.endswith("n") and len(stem) > 2:
        return (stem[:-1], "not")
    meant = "is" if end == "s" and stem in _IS else _ENDINGS.get(f"'{end}")
    return (*_WHOLE.get(stem, (stem,)), meant) if meant and stem else (word,)


def seamed(text: str, start: int, end: int) -> bool:
    """Whether the report shows between two places that words are left out, or that the speaker broke off."""
    return _SEAM.search(text, start, end) is not None


_SPELLED = (
    (re.compile(r"is(?=e[ds]?$|ing$|ations?$)"), "iz"),
    (re.compile(r"ys(?=e[ds]?$|ing$)"), "yz"),
    (re.compile(r"our(?=s?$|ed$|ing$|able$|ite|ful|less|ably$|hood)"), "or"),
    (re.compile(r"tre(?=s?$)"), "ter"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"c(?=e[ds]?$|ing$)"), "s"),
    (re.compile(r"ll(?=ed$|ing$|ers?$|ment)"), "l"),
    (re.compile(r"[ao]e"), "e"),
    (re.compile(r"amme(?=s?$)"), "am"),
    (re.compile(r"^toward$|^afterward$|^backward$|^forward$"), r"\g<0>s"),
)


def one_spelling(first: str, second: str) -> bool:
    """Whether two differing words (or runs of them) are spellings of one: hyphens, -our, -ise, initials spelled out."""
    a, b = first.replace(" ", "").replace("'", ""), second.replace(" ", "").replace("'", "")
    if not a or not b:
        return False
    if a == b or _initials(first) == b or _initials(second) == a or {a, b} == {"one", "1"}:
        return True
    if f"{a}g" == b or f"{b}g" == a:  # “nothin'”
        return b.endswith("in") or a.endswith("in")
    return min(len(a), len(b)) >= 5 and a[:2] == b[:2] and _plain(a) == _plain(b)


def _initials(words: str) -> str:
    """The first letters of at least two words: what an abbreviation keeps of a name."""
    parts = words.split()
    return "".join(part[0] for part in parts) if len(parts) > 1 else ""


def _plain(word: str) -> str:
    for pattern, plain in _SPELLED:
        word = pattern.sub(plain, word)
    return word
