"""How firmly a report gives quoted words to a person, and who else may be behind them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from crosswire.model import Span
from crosswire.reconcile.entities import Cast, folded
from crosswire.reconcile.utterances import Utterance
from crosswire.reconcile.words import hull, sentence_at

REACH = 300  # characters around quoted words within which another name may mean that they are relayed
CLOSE = 120  # characters between quoted words and the name of their speaker
CONTEXT = 600  # characters before quoted words in which a name may be what a pronoun stands for
_RELAY = re.compile(
    r"\b(?:quot(?:ed|es|ing)|recall\w{0,3}|recount\w{0,3}|relay\w{0,3}|paraphras\w{1,3}|retweet\w{0,3}|echo\w{0,3}|"
    r"repeat\w{0,3}|read(?:ing|s)?|on behalf of|according to)\b"
)
Firm = Literal[1, 2, 3]


@dataclass(frozen=True, slots=True)
class Voice:
    """A person as the speaker of quoted words, and the report's own words around these.

    ``firm``: 3 where the name stands beside the words, 2 where it is the source that the report names near them, 1 where
    the report has a pronoun or a description.
    """

    name: str
    firm: Firm
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
    """The person to whom the report gives the words; None where it is nobody, or a body."""
    if utterance.speaker is None:
        return None
    if utterance.beside:
        return Voice(utterance.speaker, 3, _around(utterance, utterance.beside))
    told = utterance.attribution
    key = (utterance.article.id, (told.speaker if told else None) or "")
    if told is None or not told.source or key not in cast.of or cast.entity(cast.of[key]).type != "PERSON":
        return None
    source = hull(told.source)
    near = min(abs(source.start - utterance.span.end), abs(utterance.span.start - source.end)) <= CLOSE
    firm: Firm = 2 if near and told.decided_by in {None, "name"} else 1
    said = hull([*told.source, *told.cue])
    back = Span(max(0, min(said.start, utterance.span.start) - CONTEXT), said.end) if firm == 1 else said
    return Voice(utterance.speaker, firm, _around(utterance, back))


def _around(utterance: Utterance, said: Span) -> str:
    """The words of the report's own from the sentence of the quotation's start to that of its end and of its speaker."""
    article, (start, end) = utterance.article, utterance.span
    first = min(start, said.start)
    first = max(sentence_at(article, first).start, first - REACH)
    last = min(sentence_at(article, max(end - 1, said.end - 1)).end, max(end, said.end) + REACH)
    text = article.text
    return f"{text[first:start]} {text[end:last]}" if first < start or end < last else ""
