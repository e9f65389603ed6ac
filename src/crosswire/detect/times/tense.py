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
_PLANNED = frozenset({"schedule", "plan", "expect", "slate"})
_BEHIND = frozenset({"was", "were", "been", "had", "has", "have", "'d", "’d"})
_IS = frozenset({"is", "are", "am", "'s", "'re", "’s", "’re"})
_SAY = frozenset(
    {"say", "tell", "report", "announce", "add", "note", "claim", "state", "warn", "show", "know", "think", "believe"}
)

Told = Literal["past", "future", "go on"] | None


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


def is_pluperfect(found: Verbs, span: Span) -> bool:
    """Whether the verb that governs a span lies before what is being told: "in March she had left"."""
    i = bisect_left(found.starts, span.end) - 1
    if i < 0 or found.tokens[i].start < span.start:
        return False
    verb, _ = _governor(found.tokens, i, span)
    return verb is not None and "had" in found.helpers.get(verb, [])


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
    """The tense of a verb, or of the verb above it where it has none of its own."""
    for _ in range(4):
        told = _own_tense(found, verb, headline=headline, direct=direct)
        if told != "go on":
            return told
        infinitive = "to" in found.helpers.get(verb, [])
        above = _above(found.tokens, verb)
        if above is None:
            return "future" if infinitive and headline else None
        if infinitive and found.tokens[above].lemma.lower() in _PLANS:
            above_token = found.tokens[above]
            was_to = above_token.lemma.lower() == "be" and above_token.tag == "VBD"
            return None if was_to else "past" if "had" in found.helpers.get(above, []) else "future"
        verb = above
    return None


def _above(tokens: tuple[Token, ...], verb: int) -> int | None:
    at = verb
    for _ in range(12):
        above = tokens[at].head
        if above == at:
            return None
        at = above
        if tokens[at].pos in ("VERB", "AUX", "ADJ"):
            return at
    return None


def _own_tense(found: Verbs, verb: int, *, headline: bool, direct: bool) -> Told:
    token, helpers = found.tokens[verb], found.helpers.get(verb, [])
    if token.lemma.lower() in ("schedule", "slate") and "had" not in helpers:
        return "future"
    if told := _BY_HELPER.get(token.tag, _no_helper)(token, frozenset(helpers)):
        return told if told != "open" else None
    if token.tag in ("VBZ", "VBP"):
        return "future" if direct and not headline and token.lemma.lower() not in _SAY else None
    if token.tag == "VBN":
        return "future" if token.lemma.lower() in _PLANNED else "past"
    return "past" if token.tag == "VBD" else "go on"


def _no_helper(_: Token, helpers: frozenset[str]) -> Literal["past", "future", "open"] | None:
    if helpers & _AHEAD or "would" in helpers:
        return "open" if "have" in helpers else "future"
    return None


def _participle(token: Token, helpers: frozenset[str]) -> Literal["past", "future", "open"] | None:
    if told := _no_helper(token, helpers):
        return told
    if helpers & _BEHIND:
        return "past"
    if not helpers & _IS:
        return None
    return "future" if token.tag == "VBG" or token.lemma.lower() in _PLANS else "open"


def _base_form(token: Token, helpers: frozenset[str]) -> Literal["past", "future", "open"] | None:
    return "past" if "did" in helpers else _no_helper(token, helpers)


_BY_HELPER = {"VBN": _participle, "VBG": _participle, "VB": _base_form}
