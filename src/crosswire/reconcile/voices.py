"""How firmly a report gives quoted words to a person, and who else may be behind them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from crosswire.model import Span
from crosswire.reconcile.entities import Cast, folded
from crosswire.reconcile.speakers import author, one_person, surname
from crosswire.reconcile.utterances import Utterance
from crosswire.reconcile.words import hull, sentence_at

REACH = 300  # characters around quoted words within which another name may mean that they are relayed
CLOSE = 120  # characters between quoted words and the name of their speaker
CONTEXT = 600  # characters before quoted words in which a name may be what a pronoun stands for
PARAGRAPH = 300  # of these, the last, in which any other name leaves a pronoun open
EARLIER = 20  # attributions before quoted words that may stand in these characters
_RELAY = re.compile(
    r"\b(?:quot(?:ed|es|ing)|recall\w{0,3}|recount\w{0,3}|relay\w{0,3}|paraphras\w{1,3}|retweet\w{0,3}|echo\w{0,3}|"
    r"repeat\w{0,3}|read(?:ing|s)?|on behalf of|according to)\b"
)
_AROUND_WORDS = "\"'“”‘,;:!?()[]—–"
_END = re.compile(r"[.!?][\"”’']?\s")
_LETTER = re.compile(r"\w")
Firm = Literal[1, 2, 3]
NAMED = 2  # how firm a voice is that the report itself names


@dataclass(frozen=True, slots=True)
class Voice:
    """A person as the speaker of quoted words, and the report's own words around these.

    ``firm``: 3 where the name stands beside the words, 2 where it is the source that the report names near them, 1 where
    the report has a pronoun or a description. ``before`` is what stands before these, up to the words; ``unsaid`` the same
    without the letters of what the speaker is told to say there.
    """

    name: str
    firm: Firm
    around: str
    before: str = ""
    unsaid: str = ""

    @property
    def relayed(self) -> bool:
        """Whether the words may be those of a third: of a letter, a report, someone quoted."""
        return _RELAY.search(self.around) is not None

    def may_be(self, other: str) -> bool:
        """Whether the words may be another's: named around them, or nearer before a pronoun than whom it is taken for."""
        if any(_last(part, self.around) >= 0 for part in folded(other).split() if len(part) > 2):
            return True
        if self.firm > 1:
            return False
        rival = _last(surname(other), self.unsaid, owner=False)
        near = _last(surname(other), self.unsaid[-PARAGRAPH:], owner=False)
        return _last(surname(self.name), self.before) <= rival or near >= 0


def voice(utterance: Utterance, cast: Cast) -> Voice | None:
    """The person to whom the report gives the words; None where it is nobody, or a body."""
    if utterance.speaker is None:
        return None
    if utterance.beside:
        return Voice(utterance.speaker, 3, _around(utterance, utterance.beside))
    told = utterance.attribution
    if told is not None and (writer := author(utterance.article, utterance.number, cast)):
        return Voice(writer, 2, _around(utterance, hull([*told.source, *told.cue])))
    key = (utterance.article.id, (told.speaker if told else None) or "")
    if told is None or not told.source or key not in cast.of or cast.entity(cast.of[key]).type != "PERSON":
        return None
    source = hull(told.source)
    near = min(abs(source.start - utterance.span.end), abs(utterance.span.start - source.end)) <= CLOSE
    written = folded(" ".join(span.of(utterance.article.text) for span in told.source)).split()
    named = surname(utterance.speaker) in written or any(
        part in written for part in folded(told.speaker_name or "").split()
    )
    firm: Firm = 2 if near and named and told.decided_by in {None, "name"} else 1
    around = _around(utterance, hull([*told.source, *told.cue]))
    if firm > 1:
        return Voice(utterance.speaker, firm, around)
    start = min(source.start, utterance.span.start)
    before = Span(max(0, start - CONTEXT), start)
    return Voice(utterance.speaker, firm, around, before.of(utterance.article.text), _unsaid(utterance, before))


def _unsaid(utterance: Utterance, part: Span) -> str:
    """A part of a report with all letters of what the speaker of quoted words is told to say there hidden.

    "Roe liked Doe's plan. He said Doe was right": he is not Doe.
    """
    told = utterance.article.attributions[max(0, utterance.number - EARLIER) : utterance.number + 1]
    text = part.of(utterance.article.text)
    for span in (s for a in told if a.speaker == told[-1].speaker for s in a.content if s.overlaps(part)):
        start, end = max(span.start, part.start) - part.start, min(span.end, part.end) - part.start
        text = text[:start] + _LETTER.sub("_", text[start:end]) + text[end:]
    return text


def _last(name: str, text: str, *, owner: bool = True) -> int:
    """Which of the words of a text is the last that is this name (or says whose something is); -1 where none is."""
    stripped = [w.strip(_AROUND_WORDS) for w in folded(text).split()]
    plain = [w.removesuffix("'s") for w in stripped] if owner else stripped
    return max((n for n, word in enumerate(plain) if word == name), default=-1)


def _around(utterance: Utterance, said: Span) -> str:
    """The words of the report's own from the sentence of the quotation's start to that of its end and of its speaker."""
    article, (start, end) = utterance.article, utterance.span
    first = min(start, said.start)
    first = max(sentence_at(article, first).start, first - REACH)
    ended = [m.end() for m in _END.finditer(article.text, first, min(start, said.start))]
    first = ended[-1] if ended else first
    last = min(sentence_at(article, max(end - 1, said.end - 1)).end, max(end, said.end) + REACH)
    text = article.text
    return f"{text[first:start]} {text[end:last]}" if first < start or end < last else ""


def two_persons(first: Utterance, second: Utterance, voices: Mapping[Utterance, Voice | None]) -> bool:
    """Whether the two reports themselves name two persons as the speakers."""
    if first.speaker is None or second.speaker is None or one_person(first.speaker, second.speaker):
        return False
    a, b = voices[first], voices[second]
    return a is not None and b is not None and min(a.firm, b.firm) >= NAMED and not one_person(a.name, b.name)
