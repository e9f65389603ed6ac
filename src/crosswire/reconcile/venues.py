"""Where something was said: which two occasions cannot be one, so that words said once were said at one of them only.

Most occasions can be one: what is said to reporters may be said at a news conference, a post may be a statement, a speech
may be a rally's. Only kinds of which nobody would call one by the other's name are held apart.
"""

from __future__ import annotations

import re

_WORDS = {
    "rally": "rally|rallies|crowds?|supporters",
    "debate": "debates?",  # of candidates, or of a parliament
    "court": "court|courtroom|trial|tribunal|inquest|deposition|judges?|jury|jurors",
    "chamber": "hearings?|(?:sub)?committee|congress|senate|(?<!white )house|parliament|lawmakers|legislators|senators|testimony",
    "interview": "interviews?|podcast",
    "press": "(?:news|press) (?:conference|briefing)s?",
    "worship": "sermon|vigil|funeral|congregation|mourners",
    "lecture": "lectures?|graduates|students",
    "letter": "letters?|memo|memorandum|op-ed",
    "statement": "statements?|(?:news|press) releases?",
    # what may be any of these, or be about them: with such a word nothing is told apart
    "any": "posts?|tweets?|tweeted|twitter|facebook|instagram|e-?mails?|e-?mailed|videos?|messages?|opening|calls?|texts?",
}
_KINDS = {kind: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for kind, words in _WORDS.items()}
_APART = {
    "rally": "debate court chamber interview press worship lecture letter statement",
    "debate": "court interview press worship lecture letter statement",
    "interview": "court chamber press worship lecture letter statement",
    "press": "court chamber worship lecture letter",
    "worship": "court chamber lecture letter statement",
    "lecture": "court chamber letter statement",
}
APART = frozenset(frozenset({kind, other}) for kind, others in _APART.items() for other in others.split())


def venue(occasion: str) -> str | None:
    """The kind of an occasion; None where its words tell of none, or of several."""
    found = [kind for kind, pattern in _KINDS.items() if pattern.search(occasion)]
    return found[0] if len(found) == 1 and found[0] != "any" else None


def apart(first: str, second: str) -> bool:
    """Whether two kinds of occasion cannot be one."""
    return frozenset({first, second}) in APART


def speaks_of(kind: str, text: str) -> bool:
    """Whether a text has a word for a kind of occasion."""
    return _KINDS[kind].search(text) is not None
