"""Statements: what reports say of one thing, for or against, in terms that can be held against each other.

A statement is an event with a sign: it is told to have happened, or it is denied. Opposites are one predicate with two
signs (“won” and “lost”). Only what is told plainly is compared: what is possible, planned, asked or conditional is left
out, and so are negations that deny no event (“not only”, “not yet”).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from crosswire.model import Article, Attribution, Event, Evidence, Participant, Span
from crosswire.reconcile.days import day_of
from crosswire.reconcile.entities import LISTED, Cast
from crosswire.reconcile.utterances import speaker_name
from crosswire.reconcile.words import content_words, evidence, sentence_at, stem, words

_OPPOSITES = {
    "win": ("win", "lose"),
    "rise": ("rise increase climb grow surge soar jump", "fall decrease drop decline shrink plunge slump sink plummet"),
    "accept": ("accept", "reject refuse"),
    "approve": ("approve adopt ratify endorse", "disapprove veto"),
    "guilty": ("guilty convict", "innocent acquit exonerate"),
    "survive": ("survive alive", "die dead perish"),
    "support": ("support back favor favour", "oppose"),
    "legal": ("legal lawful", "illegal unlawful"),
    "allow": ("allow permit", "ban forbid prohibit"),
    "open": ("open reopen", "close shut"),
    "know": ("know", "unaware"),
    "succeed": ("succeed", "fail"),
    "admit": ("admit", "deny"),
    "remain": ("remain stay", "leave"),
    "raise": ("raise", "lower cut reduce"),
}
_ALIKE = (
    "attack assault raid",
    "shoot gun",
    "hit strike",
    "kill murder slay",
    "arrest detain",
    "resign quit",
    "give hand",
    "get receive",
    "buy purchase",
    "fire sack dismiss",
    "start begin commence",
    "stop halt cease",
    "sign",
    "pay",
    "meet",
    "explode",
    "crash",
    "order command instruct direct",
    "hire employ",
    "interfere meddle",
    "brief inform",
)
PREDICATE: dict[str, tuple[str, int]] = {w: (line.split()[0], 1) for line in _ALIKE for w in line.split()}
for _name, _sides in _OPPOSITES.items():
    PREDICATE |= {w: (_name, sign) for sign, side in zip((1, -1), _sides, strict=True) for w in side.split()}
TRENDS = frozenset({"rise", "raise"})  # what rose in one time may fall in another
STATES = frozenset({"guilty", "survive", "resign"})  # of a person, these need no further words to be one thing
ONCE = frozenset({"win", "kill", "shoot", "stab"})  # what one has done to a thing, another has not
_EMPTY = frozenset(  # verbs that say little by themselves, and those whose weight lies in the clause that they govern
    """
    do be have make get go come say tell know think want need try use happen find hear see learn show feel suggest
    indicate expect hope mean believe seem appear look let help ask speak talk call report note add state claim declare
    announce argue insist write describe explain question answer reply respond comment discuss mention remember
    recall follow begin start continue keep become include involve call
    """.split()
)
_DENIAL = re.compile(
    r"\b(?:den(?:y|ie[sd]|ying|ial)|disput\w+|refut\w+|rebut\w*|reject\w*|dismiss\w*|refus\w+|fail\w*|declin\w+|"
    r"contradict\w*|false|falsely|untrue|incorrect|no truth|(?:not|n['’]t|never)\b[^.;]{0,60}\bthat)\b",
    re.IGNORECASE,
)
SURE = 1.5  # of FactBank's scale: from here on something is told as a fact, or as none

_LIMITED = re.compile(
    r"\b(?:not (?:yet|only|just|merely|simply|necessarily|always|all|every|fully|entirely|immediately|directly|even|"
    r"once|be able)|yet|so far|still|until|unless|whether|if|only|no longer|anymore|hardly|why|how|would|could|should|"
    r"may|might|can|cannot|can['’]t|must|nobody|no one|nothing|none|few|neither|rather than|instead|without|else)\b",
    re.IGNORECASE,
)
_ADVICE = re.compile(r"(?<!decided )(?<!chose )(?<!opted )\bnot to\b", re.IGNORECASE)
_PRONOUN = 4  # letters: “the airline” may be another than the one last named, “they” is not resolved without need
_BEFORE = 30  # characters before a clause in which a word may limit it
_PAST = re.compile(
    r"\b(?:did not|didn['’]t|never|denie[sd]|deny|denying|disput\w+|had not|was not|were not)\b", re.IGNORECASE
)
_HEDGED = re.compile(
    r"\b(?:reportedly|allegedly|apparently|seems?|seemed|appears?|appeared|likely|probably|perhaps|rumou?r\w*)\b",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(r"\b(?:is|are|was|were|has|have|had|been|be|not|never)\b")
_THERE = re.compile(r"there\b", re.IGNORECASE)
_LONGEST = 60  # characters of words that are taken for the subject of an event
_BREAK = re.compile(r",|\b(?:of|in|on|at|for|from|to|with|by|who|that|which|about|against|over|after)\b")
_BODIES = frozenset("troop forc army police government polic soldier official team militia authoriti authority".split())
_VAGUE = frozenset(
    """
    who which that it he she they we i you this these those them him her us me one some many other man woman person
    people official spokesman spokeswoman thing way time lot anyone anything someone something everyone what group part
    """.split()
)


@dataclass(frozen=True, slots=True)
class Side:
    """One who takes part in a statement: a story entity, or else the stem of what is named and the words beside it."""

    entity: str | None
    head: str
    beside: frozenset[str]

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
        return bool(_HEDGED.search(self.told))

    @property
    def of_the_past(self) -> bool:
        """Whether its sentence speaks of what is over, so that a later report cannot simply be newer."""
        return bool(_PAST.search(self.told))

    @property
    def denies(self) -> bool:
        """Whether its sentence has a word of denying."""
        return bool(_DENIAL.search(self.told))

    @property
    def limited(self) -> bool:
        """Whether its sentence asks, or limits what it says in a way that denies no event."""
        start = max(self.sentence.start, self.event.span.start - _BEFORE)
        near = self.article.text[start : self.event.span.end]
        return self.told.rstrip("\"'”’ ").endswith("?") or bool(_LIMITED.search(near)) or bool(_ADVICE.search(near))

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
    if event.lemma in _EMPTY:
        return False
    if event.status == "happened":
        return event.factuality >= SURE
    if event.status != "denied" or event.factuality > -SURE:
        return False
    start = sentence_at(article, event.trigger.start).start
    return bool(_DENIAL.search(article.text, start, event.trigger.start)) != (event.rule != "governor")


class Known:
    """Whom the words of one report stand for: names, descriptions and resolved pronouns, by where they begin."""

    def __init__(self, article: Article, cast: Cast) -> None:
        self.article = article
        self.cast = cast
        self.at: Mapping[Span, str] = {
            span: cast.of[article.id, e.id]
            for e in article.entities
            for span in (*(r for r in e.references if r.end - r.start <= _PRONOUN), *e.mentions)
        }
        self.names = sorted(
            (span.start, span.end, cast.of[article.id, e.id])
            for e in article.entities
            if e.type in LISTED
            for span in e.mentions
        )

    def side(self, participant: Participant) -> Side | None:
        """Who takes part; None for a pronoun that stands for nobody known, and for vague words."""
        if participant.entity:
            return Side(self.cast.of[self.article.id, participant.entity], "", frozenset())
        if id := self.at.get(participant.span):
            return Side(id, "", frozenset())
        phrase = participant.span.of(self.article.text)
        cut = _BREAK.search(phrase)
        stems = [stem(w) for w, _, _ in words(phrase[: cut.start()] if cut else phrase)]
        if not stems or stems[-1] in _VAGUE:
            return None
        named = self._named(participant.span)
        if named and stems[-1] in _BODIES:
            return Side(named, "", frozenset())
        return Side(None, stems[-1], frozenset(stems[:-1]) - {"the", "a", "an", "his", "her", "their", "its"})

    def subject(self, event: Event) -> Side | None:
        """The words before an event whose participants are not known: “the bridge” was closed; None where it has none."""
        before = self.article.text[event.span.start : event.trigger.start]
        cut = _AUXILIARY.search(before)
        phrase = (before[: cut.start()] if cut else before).strip()
        if _THERE.match(phrase):
            return Side(None, "there", frozenset())
        if not phrase or len(phrase) > _LONGEST or not (cut or self._named(event.span)):
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
    return words if len(words) > _PRONOUN else None


def _verdict(article: Article, event: Event, sign: int) -> tuple[str, int]:
    """“Guilty” pleaded is another thing than “guilty” found; “not guilty” is the opposite."""
    before = article.text[max(0, event.trigger.start - 60) : event.trigger.start].casefold()
    negated = before.endswith(("not ", "n't "))
    return ("plead" if "plea" in before else "guilty"), -sign if negated else sign
