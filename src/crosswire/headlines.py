"""Headlines in the case of running text, for the language model only.

A model that learned from running text takes the capitals of "Actress Checks Into Clinic" for names. The body of the
same article says which of these words are plain: those that it writes small. Only the case of letters changes, so
that every offset holds. The method is the look-up in the same document of Lita, Ittycheriah, Roukos and Kambhatla,
"tRuEcasIng" (2003), without its statistics.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_WORD = re.compile(r"[A-Za-z]++(?:['’][A-Za-z]{1,2}\b)?")
_ENDINGS = ("ing", "ed", "es", "s", "e", "d")
# Words that are no names wherever they stand: the body may not happen to have them.
_SMALL_WORDS = frozenset(
    """
    a about after again against ahead all almost along already also although always amid among an and another any are
    around as at away back be because been before behind being below between both but by can cannot could despite did do
    does down during each either else ever every few for from get gets had has have he her here him his how if in inside
    into is it its just less like made make makes many might more most much must my near never no nor not now of off
    on once one only onto or other our out outside over own past per rather same say says set she should since so some
    still such take takes than that the their them then there these they this those though through to too toward towards
    under until up upon very via was we were what when where whether which while who whom whose why with within
    without won't would yet you your
    """.split()
)
_SHARE = 0.6  # of the words of four letters and more that have a capital in a headline set so
_LEAST = 4
_LONG = 4
_STEM = 3
_SENTENCE_END = frozenset(".!?:\"“”'‘’(\n-–—•[")


@dataclass(frozen=True, slots=True)
class Casing:
    """How the body of an article writes its words: what it writes small (by stems), what with a capital inside sentences."""

    small: frozenset[str]
    capital: frozenset[str]


def casing(bodies: Iterable[str]) -> Casing:
    """Read off the running text of an article how it writes its words."""
    small: set[str] = set()
    capital: set[str] = set()
    for text in bodies:
        if is_title_case(text):
            continue
        for match in _WORD.finditer(text):
            word = match.group()
            if word[0].islower():
                small.add(stem(word))
            elif _inside(text, match.start()):
                capital.add(word.casefold())
    return Casing(frozenset(small), frozenset(capital))


def stem(word: str) -> str:
    """A word without a verb's or plural's ending, so that "Checks" finds "checked"."""
    low = word.lower()
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= _STEM:
            return low[: -len(ending)]
    return low


def _inside(text: str, start: int) -> bool:
    """Whether a word stands within a sentence, where a capital means a name."""
    at = start - 1
    while at >= 0 and text[at] == " ":
        at -= 1
    return at >= 0 and text[at] not in _SENTENCE_END


def is_title_case(text: str) -> bool:
    """Whether nearly every longer word of a text begins with a capital."""
    words = [word for word in _WORD.findall(text) if len(word) >= _LONG]
    return len(words) >= _LEAST and sum(word[0].isupper() for word in words) >= _SHARE * len(words)


def plain_case(text: str, known: Casing) -> str:
    """A headline with the words in small letters that the body writes small and never as a name; as long as before."""
    if not is_title_case(text):
        return text
    capitals = _in_capitals(text)
    opening = _WORD.search(text)
    first = opening.start() if opening else 0

    def recased(match: re.Match[str]) -> str:
        word = match.group()
        low, opens = word.lower(), match.start() == first
        if word[0].islower() or (opens and not capitals) or (word.isupper() and len(word) > 1 and not capitals):
            return word
        if low not in _SMALL_WORDS:
            if capitals and len(word) < _LONG:
                return word  # an abbreviation
            if re.split("['’]", low)[0] in known.capital:
                return word[0] + low[1:] if capitals else word
            if stem(word) not in known.small:
                return word
        return word[0] + low[1:] if opens else low

    return _WORD.sub(recased, text)


def _in_capitals(text: str) -> bool:
    words = [word for word in _WORD.findall(text) if len(word) >= _LONG]
    return all(word.isupper() for word in words)
