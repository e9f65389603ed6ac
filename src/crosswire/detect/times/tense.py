"""Which way the verb points on which a time hangs: behind or ahead of the time of telling."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Literal

from crosswire.detect.times.deictic import Direction
from crosswire.model import Span, Syntax, Token

_AHEAD = frozenset({"will", "'ll", "’ll", "shall", "wo", "may", "might"})
_PLANS = frozenset(
    {
        "plan", "expect", "schedule", "set", "intend", "hope", "slate", "prepare", "aim", "vow", "promise", "pledge",
        "due", "likely", "go", "agree", "want", "threaten", "propose", "ready", "poise", "book", "invite", "urge", "ask",
        "seek", "unlikely", "prepared", "bind", "need", "have", "be",
    }
)  # fmt: skip
_SAY = frozenset(
    {"say", "tell", "report", "announce", "add", "note", "claim", "state", "warn", "show", "know", "think", "believe"}
)


@dataclass(frozen=True, slots=True)
class Verbs:
    """The verbs of an article, ready to be asked."""

    tokens: tuple[Token, ...]
    starts: list[int]
    helpers: dict[int, list[str]]


def verbs(syntax: Syntax) -> Verbs:
    """Index the tokens by their start, and the auxiliaries by their verb, in one pass."""
    helpers: dict[int, list[str]] = {}
    for token in syntax.tokens:
        if token.dep in ("aux", "auxpass"):
            helpers.setdefault(token.head, []).append(token.text.lower())
    return Verbs(syntax.tokens, [token.start for token in syntax.tokens], helpers)


def direction(found: Verbs, span: Span, *, headline: bool = False) -> Direction:
    """The way ("past", "future") in which the verb that governs a span points; None where no verb tells."""
    i = bisect_left(found.starts, span.end) - 1
    if i < 0 or found.tokens[i].start < span.start:
        return None
    verb, direct = _governor(found.tokens, i, span)
    if verb is None:
        return None
    told = _tense(found, verb, headline=headline, direct=direct)
    return told if direct or told == "future" else None


def _governor(tokens: tuple[Token, ...], i: int, span: Span) -> tuple[int | None, bool]:
    """The verb above a token, and whether the time hangs on the verb itself rather than on a noun below it."""
    direct = True
    for _ in range(12):
        token = tokens[i]
        outside = not span.start <= token.start < span.end
        if (outside and token.pos in ("NOUN", "PROPN", "ADJ", "PRON", "NUM")) or token.dep in (
            "poss",
            "compound",
            "amod",
        ):
            direct = False
            if not outside:
                return None, False
        if token.head == i:
            return None, direct
        i = token.head
        if tokens[i].pos in ("VERB", "AUX"):
            return i, direct
    return None, direct


def _tense(found: Verbs, verb: int, *, headline: bool, direct: bool) -> Direction:
    for _ in range(4):
        token, helpers = found.tokens[verb], found.helpers.get(verb, [])
        if token.lemma.lower() in ("schedule", "slate") and "had" not in helpers:
            return "future"
        told = _by_helpers(token, helpers)
        if told != "go on":
            return told
        if token.tag == "VBD":
            return "past"
        if token.tag in ("VBZ", "VBP"):
            return _present(token, headline=headline) if direct else None
        if token.tag == "VBN":
            return "future" if token.lemma.lower() in _PLANNED else "past"
        infinitive = "to" in helpers
        above = token.head
        while (
            above != verb
            and found.tokens[above].pos not in ("VERB", "AUX", "ADJ")
            and found.tokens[above].head != above
        ):
            above = found.tokens[above].head
        if above == verb or token.head == verb:
            return "future" if infinitive and headline else None
        if infinitive and found.tokens[above].lemma.lower() in _PLANS:
            return "past" if "had" in found.helpers.get(above, []) else "future"
        verb = above
    return None


_PLANNED = frozenset({"schedule", "plan", "expect", "slate"})


def _by_helpers(token: Token, helpers: list[str]) -> Literal["past", "future", "go on"] | None:
    if any(h in _AHEAD for h in helpers):
        return "future" if "have" not in helpers else None
    if "would" in helpers:
        return None if "have" in helpers else "future"
    if token.tag in ("VBN", "VBG") and any(
        h in ("was", "were", "been", "had", "has", "have", "'d", "’d") for h in helpers
    ):
        return "past"
    if token.tag == "VB" and "did" in helpers:
        return "past"
    if token.tag == "VBG" and any(h in ("is", "are", "am", "'s", "'re", "’s", "’re") for h in helpers):
        return "future"
    if token.tag == "VBN" and any(h in ("is", "are") for h in helpers):
        return "future" if token.lemma.lower() in _PLANS else None
    return "go on"


def _present(token: Token, *, headline: bool) -> Direction:
    return None if headline or token.lemma.lower() in _SAY else "future"
