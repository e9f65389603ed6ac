"""What a speaker denies in one report, against the sentences of other reports that tell it.

A denial is an attribution with a verb of denying and a clause as its content (“denied that he had paid”); the other
report may tell the same in other grammar, so here the words are compared, and who is meant must be named in both.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from crosswire.model import Article, Attribution, Finding, Span
from crosswire.reconcile.entities import LISTED
from crosswire.reconcile.told import Place, sentence_index, tellings
from crosswire.reconcile.utterances import speaker_name
from crosswire.reconcile.view import View
from crosswire.reconcile.words import content_words, evidence, hull, label, sentence_at, shown, stem

TOLD = 0.75  # share of the words denied that a sentence of another report must have
SURE, DOUBTFUL = 0.6, 0.4  # confidence where the sentence is plain, and where it is hedged or names nobody who speaks
_DENIES = re.compile(r"\b(?:den(?:y|ies|ied|ying)|disputes|disputed|disputing|refute[sd]?|refuting)\b", re.IGNORECASE)
_CLAUSE = re.compile(
    r"\s*(?:\w+ly )?(?:(?:ever|that|having|being|he|she|it|they)\b|\w+ing\b|\w+(?: \w+){0,5} (?:ha[sd]|was|were|is)\b)"
)
_CLAIM = re.compile(  # “a claim by the paper that …”: what is denied is the clause
    r"(?:[\w'’]+ ){0,6}?(?:claims?|allegations?|accusations?|suggestions?|reports?|assertions?|contentions?)\b"
    r"(?: [\w'’]+){0,3}? (?=(?:that|he|she|they)\b)(?:that said )?"
)
_LIMITED = re.compile(
    r"\b(?:den(?:y|ie[sd]|ying|ials?)|disput\w*|refut\w*|reject\w*|dismiss\w*|not|never|no|nor|neither|false|falsely|"
    r"whether|if|would|could|should|may|might|can|will|wants?|wanted|hopes?|hoped|seek\w*|alleg\w+ion)\b|n['’]t\b|\?",
    re.IGNORECASE,
)
_HEDGED = re.compile(r"\b(?:reportedly|allegedly|apparently|rumou?r\w*|suspected|suspicions?)\b", re.IGNORECASE)
_GENERAL = content_words(
    "allegation allegations claim claims charge charges accusation accusations report reports suggestion suggestions "
    "contention assertion assertions wrongdoing anything improper ever doing having been"
)


@dataclass(frozen=True, slots=True)
class Denied:
    """A denial: where, by whom, the words denied as stems, and the story entities that it is about."""

    article: Article
    sentence: Span
    speaker: str | None
    stems: frozenset[str]
    about: str | None
    verb: str | None


def told_and_denied(view: View, found: Collection[tuple[str, Span]]) -> Iterator[Finding]:
    """A speaker denies what another report tells; denials in the sentences `found` are passed over."""
    denials = [
        d for article in view.articles for d in _denials(view, article) if (d.article.id, d.sentence) not in found
    ]
    if not denials:
        return
    index = sentence_index(view.articles, frozenset(w for d in denials for w in d.stems))
    named = _named(view, {d.about for d in denials if d.about})
    seen: set[tuple[str | None, frozenset[str]]] = set()
    for denied in denials:
        places = [p for p in tellings(index, denied.stems, TOLD) if _tells(view, denied, p, named)]
        if places and (denied.speaker, denied.stems) not in seen:
            seen.add((denied.speaker, denied.stems))
            yield _finding(view, denied, places)


def _denials(view: View, article: Article) -> Iterator[Denied]:
    for attribution in article.attributions:
        if attribution.content and any(_DENIES.search(cue.of(article.text)) for cue in attribution.cue):
            span = hull(attribution.content)
            if claim := _CLAIM.match(article.text, *span):
                span = Span(claim.end(), span.end)
            words = span.of(article.text)
            if _CLAUSE.match(words) and not _LIMITED.search(words):
                yield Denied(
                    article,
                    sentence_at(article, span.start),
                    speaker_name(article, attribution, view.cast),
                    content_words(words) - _GENERAL,
                    _about(view, article, attribution, span),
                    _verb(article, span),
                )


def _about(view: View, article: Article, attribution: Attribution, span: Span) -> str | None:
    """Whom a denial is about: the first whom its words name, or else the one who denies."""
    inside = [
        (mention, view.cast.of[article.id, entity.id])
        for entity in article.entities
        if entity.type in LISTED
        for mention in entity.mentions
        if span.covers(mention)
    ]
    own = view.cast.of[article.id, attribution.speaker] if attribution.speaker else None
    return min(inside)[1] if inside else own


def _verb(article: Article, span: Span) -> str | None:
    """The stem of the first event of a clause, which says what is denied."""
    inside = [e.trigger for e in article.events if span.covers(e.trigger)]
    return stem(min(inside).of(article.text).casefold()) if inside else None


def _named(view: View, entities: Collection[str]) -> dict[str, frozenset[tuple[str, int]]]:
    """Where the entities are named: the article, and the start of the sentence."""
    where: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for id in sorted(entities):
        for mention in view.cast.entity(id).mentions:
            article = view.by_id[mention.article]
            where[id].add((article.id, sentence_at(article, mention.span.start).start))
    return {id: frozenset(places) for id, places in where.items()}


def _tells(view: View, denied: Denied, place: Place, named: dict[str, frozenset[tuple[str, int]]]) -> bool:
    """Whether a sentence of another origin tells what is denied, of the same, plainly."""
    if view.origin_of[place.article.id] == view.origin_of[denied.article.id] or not denied.about:
        return False
    same = (place.article.id, place.span.start) in named[denied.about] and denied.verb in place.stems
    return same and not _LIMITED.search(place.span.of(place.article.text))


def _finding(view: View, denied: Denied, places: Sequence[Place]) -> Finding:
    first: dict[int, Place] = {}
    for place in places:
        first.setdefault(view.origin_of[place.article.id], place)
    told = min(first.values(), key=lambda p: (bool(_hedged(p)), -len(p.stems), p.article.id, p.span))
    sure = SURE if denied.speaker and not _hedged(told) else DOUBTFUL
    who = denied.speaker or "a speaker"
    teller = _teller(view, told)
    says = (
        f"{teller} (in {label(told.article)}) said" if teller and teller != who else f"{label(told.article)} reported"
    )
    statement = (
        f"{says} “{shown(told.span.of(told.article.text))}”; {who} (in {label(denied.article)}) "
        f"denied it: “{shown(denied.sentence.of(denied.article.text))}”."
    )
    proof = [evidence(denied.article, denied.sentence), *(evidence(p.article, p.span) for p in first.values())]
    return view.finding("conflict", "claim", statement, sure, proof, [denied.speaker, teller])


def _teller(view: View, place: Place) -> str | None:
    """Whom the report has say the most of a sentence; None where the report tells it itself."""
    most = (place.span.end - place.span.start) // 2
    teller = None
    for attribution in place.article.attributions:
        inside = sum(max(0, min(c.end, place.span.end) - max(c.start, place.span.start)) for c in attribution.content)
        if inside > most:
            most, teller = inside, speaker_name(place.article, attribution, view.cast)
    return teller


def _hedged(place: Place) -> bool:
    return bool(_HEDGED.search(place.span.of(place.article.text)))
