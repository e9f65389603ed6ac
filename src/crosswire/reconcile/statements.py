"""Statements: what reports say of one thing, for or against, in terms that can be held against each other.

A statement is an event with a sign: it is told to have happened, or it is denied. Opposites are one predicate with two
signs (“won” and “lost”). Only what is told plainly is compared: what is possible, planned, asked or conditional is left
out, and so are negations that deny no event (“not only”, “not yet”).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from crosswire.model import Article, Attribution, Event, Evidence, Participant, Span
from crosswire.reconcile.days import day_of
from crosswire.reconcile.entities import LISTED, Cast
from crosswire.reconcile.predicates import (
    ADVICE,
    AUXILIARY,
    BEFORE,
    BODIES,
    BREAK,
    DENIAL,
    EMPTY,
    HEDGED,
    LIMITED,
    LONGEST,
    ONCE,
    OPPOSITES,
    PAST,
    PREDICATE,
    PRONOUN,
    SURE,
    TAKEN_BACK,
    THERE,
    VAGUE,
)
from crosswire.reconcile.utterances import speaker_name
from crosswire.reconcile.words import content_words, evidence, sentence_at, stem, words


@dataclass(frozen=True, slots=True)
class Side:
    """One who takes part in a statement: a story entity, or else the stem of what is named and the words beside it."""

    entity: str | None
    head: str
    beside: frozenset[str]
    pronoun: bool = field(default=False, compare=False)

    @property
    def key(self) -> str:
        """What candidates are found by."""
        return self.entity or f"={self.head}"

    def is_like(self, other: Side) -> bool:
        """One entity; or one noun, unless different words beside it tell the two apart."""
        if self.entity or other.entity:
            return self.entity == other.entity
        apart = self.beside and other.beside and not self.beside & other.beside
        return self.head == other.head and not apart


@dataclass(frozen=True, eq=False)  # no slots: what is costly is found when it is asked for, and kept
class Statement:
    """One event as a statement: predicate and sign, who and whom, where, when, and by whom it is told."""

    article: Article
    event: Event
    predicate: str
    sign: int
    agent: Side | None
    patient: Side | None
    place: str | None
    speaker: str | None
    source: str | None  # the name of the speaker, or the words for one; None where the report tells it itself

    @property
    def place_in_story(self) -> tuple[str, Span]:
        """Where it stands, to sort by."""
        return self.article.id, self.event.trigger

    @cached_property
    def sentence(self) -> Span:
        """The sentence that it stands in."""
        return sentence_at(self.article, self.event.trigger.start)

    @cached_property
    def told(self) -> str:
        """The words of that sentence."""
        return self.sentence.of(self.article.text)

    @cached_property
    def clause(self) -> str:
        """The words of its clause."""
        return self.event.span.of(self.article.text)

    @cached_property
    def words(self) -> frozenset[str]:
        """The stems of its clause that carry meaning, without its predicate."""
        own = {stem(w) for w, _, _ in words(self.event.trigger.of(self.article.text))} | {stem(self.event.lemma)}
        return content_words(self.clause) - own

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers of its clause, as written."""
        return frozenset(w for w, _, _ in words(self.clause) if w[0].isdigit())

    @property
    def day(self) -> date | None:
        """The day that its report gives for it."""
        return day_of(self.event.time)

    @property
    def denied(self) -> bool:
        """Whether it is told as something that did not happen."""
        return self.event.status == "denied"

    @property
    def hedged(self) -> bool:
        """Whether its sentence keeps its distance from it."""
        return bool(HEDGED.search(self.told))

    @property
    def of_the_past(self) -> bool:
        """Whether its sentence speaks of what is over, so that a later report cannot simply be newer."""
        return bool(PAST.search(self.told))

    @property
    def denies(self) -> bool:
        """Whether its sentence has a word of denying."""
        return bool(DENIAL.search(self.told))

    @cached_property
    def limited(self) -> bool:
        """Whether its sentence asks, takes back what it says, or limits it in a way that denies no event."""
        start = max(self.sentence.start, self.event.span.start - BEFORE)
        near = self.article.text[start : self.event.span.end]
        asked = self.told.rstrip("\"'”’ ").endswith("?")
        limits = any(limit.search(near) for limit in (LIMITED, ADVICE))
        return asked or limits or bool(TAKEN_BACK.search(self.told)) or self._of_two

    @property
    def _of_two(self) -> bool:
        """Whether its sentence tells of the opposite too: "acquitted of one charge and convicted of the other"."""
        predicate, sign = PREDICATE.get(self.event.lemma, (self.event.lemma, 1))
        return predicate in OPPOSITES and any(
            PREDICATE.get(stem(w)) == (predicate, -sign) for w, _, _ in words(self.told)
        )

    @property
    def shown(self) -> Evidence:
        """The sentence as evidence."""
        return evidence(self.article, self.sentence)


def statements(articles: Sequence[Article], cast: Cast) -> Mapping[tuple[str, str], tuple[Statement, ...]]:
    """What is told plainly, as having happened or as not, by predicate and each who takes part, where two reports do."""
    told = [(article, event) for article in articles for event in article.events if _plain(article, event)]
    worth = _worth(told)
    index: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    known: dict[str, Known] = {}
    for article, event in told:
        if PREDICATE.get(event.lemma, (event.lemma, 1))[0] not in worth:
            continue
        if article.id not in known:
            known[article.id] = Known(article, cast)
        one = _statement(known[article.id], event)
        for key in {side.key for side in (one.agent, one.patient) if side}:
            index[one.predicate, key].append(one)
    return {key: tuple(ms) for key, ms in sorted(index.items()) if len({m.article.id for m in ms}) > 1}


def _worth(told: Sequence[tuple[Article, Event]]) -> frozenset[str]:
    """Predicates that are told both ways, by two reports, or with two who are named; the others oppose nothing."""
    signs: dict[str, set[tuple[bool, str]]] = defaultdict(set)
    swapped: set[str] = set()
    for article, event in told:
        predicate, sign = PREDICATE.get(event.lemma, (event.lemma, 1))
        against = (sign < 0) != (event.status == "denied")
        signs[predicate].add((against, article.id))
        if sum(p.entity is not None for p in event.participants) > 1:
            swapped.add(predicate)
    both = {
        predicate
        for predicate, found in signs.items()
        if predicate == "guilty" or (len({sign for sign, _ in found}) > 1 and len({id for _, id in found}) > 1)
    }
    return frozenset(both | swapped | ONCE)


def _plain(article: Article, event: Event) -> bool:
    """Whether an event is told as a fact, or denied by a “not” or by words that deny: by both it is neither."""
    if event.lemma in EMPTY:
        return False
    if event.status == "happened":
        return event.factuality >= SURE
    if event.status != "denied" or event.factuality > -SURE:
        return False
    start = sentence_at(article, event.trigger.start).start
    return bool(DENIAL.search(article.text, start, event.trigger.start)) != (event.rule != "governor")


class Known:
    """Whom the words of one report stand for: names, descriptions and resolved pronouns, by where they begin."""

    def __init__(self, article: Article, cast: Cast) -> None:
        self.article = article
        self.cast = cast
        self.at: Mapping[Span, str] = {
            span: cast.of[article.id, e.id]
            for e in article.entities
            for span in (*(r for r in e.references if r.end - r.start <= PRONOUN), *e.mentions)
        }
        self.names = sorted(
            (span.start, span.end, cast.of[article.id, e.id])
            for e in article.entities
            if e.type in LISTED
            for span in e.mentions
        )

    def side(self, participant: Participant) -> Side | None:
        """Who takes part; None for a pronoun that stands for nobody known, and for vague words."""
        own = self.cast.of[self.article.id, participant.entity] if participant.entity else self.at.get(participant.span)
        if own:
            short = participant.span.end - participant.span.start <= PRONOUN
            pronoun = short and participant.span.of(self.article.text).casefold() in VAGUE
            return Side(own, "", frozenset(), pronoun)
        phrase = participant.span.of(self.article.text)
        cut = BREAK.search(phrase)
        stems = [stem(w) for w, _, _ in words(phrase[: cut.start()] if cut else phrase)]
        if not stems or stems[-1] in VAGUE:
            return None
        named = self._named(participant.span)
        if named and stems[-1] in BODIES:
            return Side(named, "", frozenset())
        return Side(None, stems[-1], frozenset(stems[:-1]) - {"the", "a", "an", "his", "her", "their", "its"})

    def subject(self, event: Event) -> Side | None:
        """The words before an event whose participants are not known: “the bridge” was closed; None where it has none."""
        before = self.article.text[event.span.start : event.trigger.start]
        cut = AUXILIARY.search(before)
        phrase = (before[: cut.start()] if cut else before).strip()
        if THERE.match(phrase):
            return Side(None, "there", frozenset())
        if not phrase or len(phrase) > LONGEST or not (cut or self._named(event.span)):
            return None
        start = event.span.start + before.index(phrase)
        return self.side(Participant("patient", Span(start, start + len(phrase))))

    def _named(self, span: Span) -> str | None:
        """The entity whose name begins within the first words of a phrase (“Karan troops”)."""
        n = bisect_left(self.names, span.start, key=lambda m: m[0])
        found = n < len(self.names) and self.names[n][0] <= span.start + 4 and self.names[n][1] <= span.end
        return self.names[n][2] if found else None


def _statement(known: Known, event: Event) -> Statement:
    article = known.article
    sides: dict[str, Side | None] = {}
    for participant in event.participants:
        sides.setdefault(participant.role, known.side(participant))
    if not sides.get("agent") and not sides.get("patient"):
        sides["patient"] = known.subject(event)
    predicate, sign = PREDICATE.get(event.lemma, (event.lemma, 1))
    if predicate == "guilty":
        predicate, sign = _verdict(article, event, sign)
    if event.status == "denied":
        sign = -sign
    place = sides.get("place")
    told = article.attributions[event.attribution] if event.attribution is not None else None
    speaker = known.cast.of[article.id, told.speaker] if told and told.speaker else None
    source = _source(article, told, known.cast) if told else None
    patient = sides.get("patient") or sides.get("recipient")
    return Statement(
        article, event, predicate, sign, sides.get("agent"), patient, place.key if place else None, speaker, source
    )


def _source(article: Article, told: Attribution, cast: Cast) -> str | None:
    """The name of a speaker, or the words for one that is not named; None for a mere pronoun."""
    if name := speaker_name(article, told, cast):
        return name
    words = " ".join(told.source[0].of(article.text).split()) if told.source else ""
    return words if len(words) > PRONOUN else None


def _verdict(article: Article, event: Event, sign: int) -> tuple[str, int]:
    """“Guilty” pleaded is another thing than “guilty” found; “not guilty” is the opposite."""
    before = article.text[max(0, event.trigger.start - 60) : event.trigger.start].casefold()
    negated = before.endswith(("not ", "n't "))
    return ("plead" if "plea" in before else "guilty"), -sign if negated else sign
