"""How firmly a report gives quoted words to a person, and who else may be behind them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crosswire.model import Span
from crosswire.reconcile.entities import Cast, folded
from crosswire.reconcile.speakers import one_person
from crosswire.reconcile.utterances import Utterance
from crosswire.reconcile.words import hull, sentence_at

REACH = 300  # characters around quoted words within which another name may mean that they are relayed
CLOSE = 120  # characters between quoted words and the name of their speaker
_RELAY = re.compile(
    r"\b(?:quot\w{2,4}|cit(?:ed|ing|es)|recall\w{0,3}|recount\w{0,3}|relay\w{0,3}|paraphras\w{1,3}|retweet\w{0,3}|"
    r"echo\w{0,3}|repeat\w{0,3}|read(?:ing|s)?|letter|memo|report|transcript|statement from|on behalf of|according to)\b"
)


@dataclass(frozen=True, slots=True)
class Voice:
    """A named person as the speaker: firm where the name stands beside the words; `around` is what else stands there."""

    name: str
    beside: bool
    around: str

    @property
    def relayed(self) -> bool:
        """Whether the words may be those of a third: of a letter, a report, someone quoted."""
        return _RELAY.search(self.around) is not None

    def names(self, other: str) -> bool:
        """Whether another speaker is named around the words."""
        plain = set(folded(self.around).replace(",", " ").split())
        return any(len(part) > 2 and (part in plain or f"{part}'s" in plain) for part in folded(other).split())


def voice(utterance: Utterance, cast: Cast) -> Voice | None:
    """The person to whom the report itself gives the words by name; None where it is a pronoun, a description, a body."""
    if utterance.speaker is None:
        return None
    if utterance.beside:
        return Voice(utterance.speaker, True, _around(utterance, utterance.beside))
    told = utterance.attribution
    key = (utterance.article.id, (told.speaker if told else None) or "")
    if told is None or not told.source or key not in cast.of or cast.entity(cast.of[key]).type != "PERSON":
        return None
    source = hull(told.source)
    near = min(abs(source.start - utterance.span.end), abs(utterance.span.start - source.end)) <= CLOSE
    if told.decided_by not in {None, "name"} or not near:
        return None
    return Voice(utterance.speaker, False, _around(utterance, hull([*told.source, *told.cue])))


def _around(utterance: Utterance, said: Span) -> str:
    """The words of the report's own from the sentence of the quotation's start to that of its end and of its speaker."""
    article, (start, end) = utterance.article, utterance.span
    first = max(sentence_at(article, min(start, said.start)).start, min(start, said.start) - REACH)
    last = min(sentence_at(article, max(end - 1, said.end - 1)).end, max(end, said.end) + REACH)
    text = article.text
    return f"{text[first:start]} {text[end:last]}" if first < start or end < last else ""


def one_voice(first: str | None, second: str | None) -> bool:
    """Whether two speakers may be one, or either is not told."""
    return not first or not second or one_person(first, second)
