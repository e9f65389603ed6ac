"""What a name is by its own words, and by the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crosswire.detect.gazetteer import (
    FACILITY_ENDINGS,
    HONORIFICS,
    LOCATION_ENDINGS,
    LOCATION_OPENINGS,
    ORGANISATION_ENDINGS,
    STATE_ABBREVIATIONS,
    is_role_noun,
    listed,
    place_code,
)
from crosswire.model import Token

PLACE_PREPOSITIONS = frozenset({"in", "near", "outside", "into", "towards", "toward", "around"})
PLACE_KINDS = listed(
    """
    city town village port island province district region county suburb capital municipality
    """
)
NOT_ONLY_PEOPLE = listed(
    """
    chief head leader owner partner champion publisher host star founder operator opposition
    """
)
SURE_FACILITIES = listed("airport bridge stadium street avenue road drive highway boulevard")
PLATFORMS = listed(
    "twitter facebook instagram youtube google tiktok whatsapp telegram reddit snapchat wikipedia netflix linkedin amazon"
)
CITY_INITIALS = frozenset({"LA", "L.A.", "NYC", "D.C.", "DC", "SF"})
SPEECH = listed("said says told added tweeted wrote argued testified insisted")


@dataclass(frozen=True, slots=True)
class Reading:
    """An article's text and syntax, with what the rules about names ask of every token."""

    text: str
    tokens: Sequence[Token]
    sentence_of: Sequence[int]
    starts: Sequence[int]
    shouted: frozenset[int]
    timed: frozenset[int]
    places: frozenset[str] = frozenset()

    def words(self, first: int, last: int) -> str:
        """The article's words from token ``first`` to ``last`` (excluded), with single spaces."""
        return " ".join(self.text[self.tokens[first].start : self.tokens[last - 1].end].split())

    def opens(self, index: int) -> bool:
        """Whether a token is the first of its sentence."""
        return self.starts[self.sentence_of[index]] == index

    def lower(self, index: int, within: int) -> str:
        """The lower-case word at ``index``, or "" where that lies outside the sentence of token ``within``."""
        if 0 <= index < len(self.tokens) and self.sentence_of[index] == self.sentence_of[within]:
            return self.tokens[index].text.lower()
        return ""


def closes(word: str) -> bool:
    """Whether a word ends the names of organisations, facilities or waters, or is an office."""
    plain = word.lower()
    return (
        plain in ORGANISATION_ENDINGS or plain in FACILITY_ENDINGS or plain in LOCATION_ENDINGS or is_role_noun(plain)
    )


def by_shape(read: Reading, first: int, last: int, label: str) -> str:
    """The label that the words themselves ask for: country, facility, river, company; else the model's own."""
    words = [t.text for t in read.tokens[first:last]]
    ending, opening = words[-1].lower(), words[0].lower()
    if place_code(read.words(first, last)) is not None:
        return "GPE"
    if label in {"EVENT", "LAW"}:
        return label
    if ending in PLATFORMS and len(words) == 1:
        return "ORG"
    if len(words) == 1:
        acronym = (
            words[0].isupper() and 2 <= len(words[0].replace(".", "")) <= 5 and words[0] not in STATE_ABBREVIATIONS
        )
        dated = read.opens(first) or words[0] in CITY_INITIALS
        return "ORG" if acronym and label in {"PERSON", "GPE", "NORP", "LOC"} and not dated else label
    rules = (
        ((ending in FACILITY_ENDINGS and label != "ORG") or ending in SURE_FACILITIES, "FAC"),
        (ending in ORGANISATION_ENDINGS and label != "FAC", "ORG"),
        (ending in {"city", "county"} and label == "PERSON", "GPE"),
        ((ending in LOCATION_ENDINGS or opening in LOCATION_OPENINGS) and label != "ORG", "LOC"),
        (label in {"ORG", "GPE", "FAC", "PRODUCT"} and _has_initial(words), "PERSON"),
    )
    return next((shape for holds, shape in rules if holds), label)


def _has_initial(words: Sequence[str]) -> bool:
    """Whether words have the shape "Dwight D. Eisenhower"."""
    middle = len(words) == 3 and len(words[1]) == 2 and words[1][1] == "." and words[1][0].isupper()
    return middle and words[0].istitle() and words[2].isalpha()


def looks_like_place(read: Reading, first: int, last: int) -> float:
    """How firmly the words around a mention call it a place: 1 for "the city of X" or "X, Ohio", 0.5 for "in X"."""
    before, two = read.lower(first - 1, first), read.lower(first - 2, first)
    if (before == "of" and two in PLACE_KINDS) or before in {"city", "town", "village"}:
        return 1.0
    if read.lower(last, first) == "," and last + 1 < len(read.tokens) and read.lower(last + 1, first):
        after = read.tokens[last + 1].text
        double = read.words(last + 1, min(last + 3, len(read.tokens)))
        if place_code(after) is not None or place_code(double) is not None or after in STATE_ABBREVIATIONS:
            return 1.0
    return 0.5 if before in PLACE_PREPOSITIONS else 0.0


def looks_like_person(read: Reading, first: int, last: int, *, speech: bool = True) -> bool:
    """Whether the words around a mention call it a person: "Mr X", "Mayor X", "X, 45,", and with ``speech`` "X said"."""
    before = read.lower(first - 1, first)
    if before == "old" and read.lower(first - 2, first) in {"-", "year"}:
        return True
    titled = is_role_noun(before) and before not in NOT_ONLY_PEOPLE and read.tokens[first - 1].tag in {"NN", "NNP"}
    if before in HONORIFICS or titled:
        return True
    age = read.lower(last + 1, first)
    return (speech and read.lower(last, first) in SPEECH) or (
        read.lower(last, first) == "," and age.isdigit() and len(age) <= 2
    )
