"""Addresses: house numbers and blocks of a street, which tell where something happened in a town."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import JaroWinkler

from crosswire.reconcile.numerals import Words, word
from crosswire.reconcile.words import ORDINALS, stem

_BLOCK = frozenset({"block", "blocks"})
_DIRECTIONS = frozenset(
    "n s e w ne nw se sw north south east west northeast northwest southeast southwest northern southern eastern western "
    "upper lower the".split()
)
_KINDS = (
    "street st", "avenue ave", "road rd", "drive dr", "lane ln", "boulevard blvd", "court ct", "place pl", "way", "circle cir",
    "highway hwy", "parkway pkwy", "terrace ter", "trail", "square sq", "alley", "crescent", "close", "row",
)  # fmt: skip
_KIND = {word: kinds.split()[0] for kinds in _KINDS for word in kinds.split()}
_ORDINAL = frozenset({"st", "nd", "rd", "th"})
_NUMBERED = {word: str(n) for n, word in enumerate(ORDINALS, 1)}  # “Third Street” is “3rd Street”
LONGEST = 3  # words of a street's name
BLOCK = 100  # house numbers of a block
ALIKE = 0.9  # Jaro-Winkler similarity from which two words may be spellings of one
REACH = 8  # words after a number within which the street is named


class Street(NamedTuple):
    """The stems of a street's name and its kind, as far as it is told; the word after it; whether a block is numbered."""

    name: tuple[str, ...]
    end: int
    block: bool


def one_street(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether two names may be those of one street: the same words, one of them misspelt at most.

    Where both tell the kind of street, "Oak Street" is not "Oak Road", nor "Old Oak Street"; where one does not, what stands
    behind its name may be no part of it ("the 900 block of Oak Tuesday").
    """
    (name, kind), (other, its) = _parted(first), _parted(second)
    if kind and its and (kind != its or len(name) != len(other)):
        return False
    apart = [pair for pair in zip(name, other, strict=False) if pair[0] != pair[1]]
    return not apart or (len(apart) == 1 and _misspelt(*apart[0]))


def _parted(name: Sequence[str]) -> tuple[Sequence[str], str]:
    """The words of a name, and the kind of street."""
    return (name[:-1], name[-1]) if name[-1] in _KIND.values() else (name, "")


def _misspelt(first: str, second: str) -> bool:
    return first.isalpha() and JaroWinkler.similarity(first, second) >= ALIKE


def street(words: Words, end: int) -> Street | None:
    """The street whose house or block a number names.

    "The 4600 block of West Sallow Street", "at 12 N. 39th St.": directions are left out, since one
    report has them and another has not. A house number needs the kind of street behind the name.

    Args:
        words: the words of the sentence.
        end: the first word after the number.
    """
    block = word(words, end).casefold() in _BLOCK
    if block and word(words, end + 1) != "of":
        return None
    at = end + 2 * block
    name: list[str] = []
    for i in range(at, min(len(words), at + REACH)):
        said = words[i][0]
        folded = said.casefold()
        if name and name[-1].isdecimal() and folded in _ORDINAL and words[i][1] == words[i - 1][2]:
            continue  # “39th” is two words here
        if folded in _KIND and name:
            return Street((*name, _KIND[folded]), i + 1, block)
        if said == "." or (folded in _DIRECTIONS and not name):
            continue
        if len(name) == LONGEST or not (said[0].isupper() or said[0].isdecimal()):
            return Street(tuple(name), i, block) if block and name else None
        name.append(_NUMBERED.get(folded) or stem(folded))
    return Street(tuple(name), min(len(words), at + REACH), block) if block and name else None
