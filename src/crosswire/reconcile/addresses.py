"""Addresses: house numbers and blocks of a street, which tell where something happened in a town."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import JaroWinkler

from crosswire.reconcile.numerals import Words, word
from crosswire.reconcile.words import stem

_BLOCK = frozenset({"block", "blocks"})
_DIRECTIONS = frozenset(
    "n s e w ne nw se sw north south east west northeast northwest southeast southwest northern southern eastern western "
    "upper lower the".split()
)
_STREET = frozenset(
    "street st avenue ave road rd drive dr lane ln boulevard blvd court ct place pl way circle cir highway hwy parkway pkwy "
    "terrace ter trail square sq alley crescent close row".split()
)
_ORDINAL = frozenset({"st", "nd", "rd", "th"})
LONGEST = 3  # words of a street's name
BLOCK = 100  # house numbers of a block
ALIKE = 0.9  # Jaro-Winkler similarity from which two words may be spellings of one
REACH = 8  # words after a number within which the street is named


def one_street(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether two names may be those of one street: a word of theirs is the same, or spelled much alike."""
    return any(a == b or (a.isalpha() and JaroWinkler.similarity(a, b) >= ALIKE) for a in first for b in second)


class Street(NamedTuple):
    """The stems of a street's name, the word after it, and whether the number is that of a block."""

    name: tuple[str, ...]
    end: int
    block: bool


def street(words: Words, end: int) -> Street | None:
    """The street whose house or block a number names.

    "The 4600 block of West Sallow Street", "at 12 N. 39th St.": directions and the kind of street are left out, since one
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
        if folded in _STREET and name:
            return Street(tuple(name), i + 1, block)
        if said == "." or (folded in _DIRECTIONS and not name):
            continue
        if len(name) == LONGEST or not (said[0].isupper() or said[0].isdecimal()):
            return Street(tuple(name), i, block) if block and name else None
        name.append(stem(folded))
    return Street(tuple(name), min(len(words), at + REACH), block) if block and name else None
