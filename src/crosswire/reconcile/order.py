"""The order in which reports tell two events: "resigned before the vote", "after the blast, the bridge was closed".

Only words of order that stand directly between two events are read, and only between what is told as having happened.
Whatever leaves a doubt which two events a word ties (a clause that hangs on it, a condition, a habit) is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from crosswire.model import Article, Event, Evidence, Span
from crosswire.reconcile.days import day_of
from crosswire.reconcile.entities import Cast
from crosswire.reconcile.happenings import KIND, REPORTING
from crosswire.reconcile.predicates import EMPTY, SURE
from crosswire.reconcile.statements import Known, Side
from crosswire.reconcile.words import content_words, evidence, sentence_at

_MARK = re.compile(
    r"\b(?:(?P<after>after|following)|(?P<before>before|prior to|ahead of|in advance of)|(?P<then>and then|, then))\s",
    re.IGNORECASE,
)
_COUNT = (
    r"\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|few|several|some|many|couple of|about|"
    r"nearly|almost|more than|less than|mere|the|full"
)
_UNIT = r"seconds?|minutes?|hours?|days?|weeks?|months?|years?|moments?|mornings?|evenings?|nights?"
_LENGTH = re.compile(  # what measures the time between two events, before the word that orders them
    rf"(?:\b(?:just|only|even|right|shortly|soon|immediately|directly|not long|long|(?:(?:{_COUNT})\s){{0,3}}(?:{_UNIT}))\s)+$",
    re.IGNORECASE,
)
_NO_ORDER = re.compile(  # "looked after", "before and after", "the following", "not before": nothing is ordered
    r"\b(?:look\w*|nam\w+|go|goes|going|went|gone|com\w+|came|chas\w+|run\w*|ran|tak\w+|took|sought|call\w*|and|or|the|not|"
    r"never|ever|than|as|day|week|month|year|time|one|after|before|is|are|was|were)\s$|n['’]t\s$",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    r"\b(?:if|unless|whether|would|could|should|may|might|can|cannot|must|always|usually|often|whenever|every|each|whatever|"
    r"no|not|never|nor|nobody|without|n['’]t)\b|n['’]t\b|\?",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:the|a|an|his|her|their|its|that|this|monday|tuesday|\w+day)['’]?s?\s", re.IGNORECASE)
_OPENING = re.compile(r"[\s\"“”‘’'(]*(?:but|and|so|then|also|meanwhile|however|instead)?[,\s]*", re.IGNORECASE)
_BODIES = frozenset(
    "hearing inquiry inquest investigation session meeting commission".split()
)  # "testified before the hearing"
_LEAST = 3  # letters of a verb
REACH = 500  # characters before and behind a word of order in which the two events stand
NAME, NOUN, WORD = 3, 2, 1  # what makes two deeds alike
_ROLES = ("agent", "patient", "recipient", "place")


@dataclass(frozen=True, slots=True)
class Deed:
    """An event as it is held against those of other reports: its kind, who takes part in which role, and its words.

    ``words`` are those beside the noun of an event of which no participants are told ("the council vote").
    """

    kind: str
    sides: tuple[tuple[str, Side], ...]
    words: frozenset[str]

    @property
    def doers(self) -> dict[str, Side]:
        """Those who take part, by role, the place left out."""
        return {role: side for role, side in self.sides if role != "place"}

    def likeness(self, other: Deed) -> int:
        """How alike two deeds are where nobody differs: by a NAME, by a NOUN, or by nothing but their WORD; else 0."""
        mine, theirs = dict(self.sides), dict(other.sides)
        both = [(mine[role], theirs[role]) for role in _ROLES if role in mine and role in theirs]
        if self.kind != other.kind or any(not a.is_like(b) for a, b in both):
            return 0
        if not both and self.doers and other.doers:
            return 0
        if self.words and other.words and self.words.isdisjoint(other.words):
            return 0
        same = [a for role, a in self.doers.items() if role in other.doers and not (a.pronoun or theirs[role].pronoun)]
        return max((NAME if a.entity else NOUN for a in same), default=WORD)


@dataclass(frozen=True, slots=True, eq=False)
class Ordered:
    """Two events of one sentence, the earlier one first."""

    article: Article
    first: Deed
    second: Deed
    names: tuple[str, str]
    sentence: Span

    @property
    def place(self) -> tuple[str, Span]:
        """Where it stands, to sort by."""
        return self.article.id, self.sentence

    @property
    def shown(self) -> Evidence:
        """The sentence as evidence."""
        return evidence(self.article, self.sentence)


def ordered(article: Article, cast: Cast) -> Iterator[Ordered]:
    """The pairs of events that a report itself puts in an order by a word between them, in the order of the text."""
    starts = [event.trigger.start for event in article.events]
    known: Known | None = None
    for mark in _MARK.finditer(article.text):
        sentence = sentence_at(article, mark.start())
        low, high = max(sentence.start, mark.start() - REACH), min(sentence.end, mark.end() + REACH)
        inside = article.events[bisect_left(starts, low) : bisect_left(starts, high)]
        told = _pair(article, sentence, inside, mark)
        if told is None:
            continue
        main, other = told
        known = known or Known(article, cast)
        first, second = (other, main) if mark["after"] else (main, other)
        one, two = deed(article, first, known), deed(article, second, known)
        if one.kind != two.kind and (one.sides or two.sides):
            names = first.trigger.of(article.text), second.trigger.of(article.text)
            yield Ordered(article, one, two, names, sentence)


def deed(article: Article, event: Event, known: Known) -> Deed:
    """An event with those who take part."""
    sides: dict[str, Side] = {}
    for participant in event.participants:
        if participant.role in _ROLES and (side := known.side(participant)):
            sides.setdefault(participant.role, side)
    kind = KIND.get(event.lemma, event.lemma)
    own = content_words(event.trigger.of(article.text)) | {event.lemma}
    words = frozenset() if sides else content_words(event.span.of(article.text)) - own
    return Deed(kind, tuple(sorted(sides.items(), key=lambda item: item[0])), words)


def worth(article: Article, event: Event) -> bool:
    """Whether an event is one that can be dated or ordered: told as a fact, by more than an empty verb, in no quotation."""
    quoted = event.attribution is not None and article.attributions[event.attribution].kind == "direct"
    dull = event.lemma in EMPTY and event.lemma not in KIND
    fact = event.status == "happened" and event.factuality >= SURE
    return fact and not quoted and not dull and event.lemma not in REPORTING and len(event.lemma) >= _LEAST


def dated(article: Article, kinds: AbstractSet[str], cast: Cast) -> Iterator[tuple[Deed, Event]]:
    """The events of some kinds to which a report gives a day."""
    known: Known | None = None
    for event in article.events:
        if KIND.get(event.lemma, event.lemma) in kinds and day_of(event.time) and worth(article, event):
            known = known or Known(article, cast)
            yield deed(article, event, known), event


def _pair(article: Article, sentence: Span, events: Sequence[Event], mark: re.Match[str]) -> tuple[Event, Event] | None:
    """The event that a word of order hangs on, and the one that it leads to; None where either is not plain."""
    text = article.text
    start = mark.start()
    if length := _LENGTH.search(text, max(sentence.start, start - 40), start):
        start = length.start()
    if _NO_ORDER.search(text, max(sentence.start, start - 12), start):
        return None
    other = _led_to(article, events, mark)
    if other is None:
        return None
    opened = _OPENING.match(text, sentence.start, start)
    initial = opened is not None and opened.end() == start
    main = _behind(article, events, other.span.end) if initial and not mark["then"] else _before(article, events, start)
    if main is None or main.span == other.span:
        return None
    around = min(main.span.start, other.span.start), max(main.span.end, other.span.end) + 1
    return None if around[1] - around[0] > 2 * REACH or _DOUBT.search(text, *around) else (main, other)


def _led_to(article: Article, events: Sequence[Event], mark: re.Match[str]) -> Event | None:
    """The event whose words begin directly behind a word of order: the one with participants, where there are several.

    What one is ahead of may still be planned.
    """
    at, ahead = mark.end(), bool(mark["before"])
    opened = _ARTICLE.match(article.text, at)
    places = {at, opened.end() if opened else at}
    found = [e for e in events if e.span.start in places and not (ahead and e.lemma in _BODIES)]
    found = [e for e in found if e.participants] or found
    one = min(found, key=lambda e: e.trigger, default=None)
    planned = ahead and one is not None and one.status == "planned" and one.lemma not in EMPTY
    return one if one is not None and (planned or worth(article, one)) else None


def _before(article: Article, events: Sequence[Event], at: int) -> Event | None:
    """The event of the one clause that ends where a word of order begins."""
    text = article.text
    found = [
        e
        for e in events
        if e.trigger.end <= at
        and (e.span.end >= at or not text[e.span.end : at].strip(" ,"))
        and any(p.role in {"agent", "patient"} for p in e.participants)
    ]
    if len({e.span for e in found}) != 1:
        return None
    one = min(found, key=lambda e: e.trigger)
    return one if worth(article, one) else None


def _behind(article: Article, events: Sequence[Event], at: int) -> Event | None:
    """The event of the clause that begins behind the next comma, where the sentence opens with a word of order."""
    comma = article.text.find(",", at - 1, at + REACH)
    found = [e for e in events if comma >= 0 and e.trigger.start > comma and e.participants]
    if not found:
        return None
    one = min(found, key=lambda e: e.trigger)
    plain = not article.text[comma + 1 : one.span.start].strip() and not article.text[at:comma].strip()
    return one if plain and worth(article, one) else None
