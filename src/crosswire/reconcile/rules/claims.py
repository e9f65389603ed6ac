"""Claims: what several speakers say, what one speaker says in several reports, and what only one origin has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise

from crosswire.model import Article, Attribution, Finding, Span
from crosswire.reconcile.entities import LISTED
from crosswire.reconcile.utterances import COMMON, speaker_name
from crosswire.reconcile.view import View
from crosswire.reconcile.words import (
    CONTRACTED,
    STOP,
    content_words,
    evidence,
    label,
    sentence_at,
    shown,
    stem,
    told,
    words,
)

SHARED = 5  # content words that two tellings of one statement must share
LIKE = 0.6  # and their share of the shorter one
WORTH = 6  # words from which on a statement is worth a line


@dataclass(frozen=True, slots=True)
class Claim:
    """One attribution as a claim: who, where, its stems and the entities that it names."""

    article: Article
    number: int
    speaker: str
    span: Span
    stems: frozenset[str]
    entities: frozenset[str]

    @property
    def attribution(self) -> Attribution:
        """The attribution itself."""
        return self.article.attributions[self.number]

    @property
    def key(self) -> tuple[str, int]:
        """Article id and number."""
        return self.article.id, self.number


def same_claim(view: View) -> Iterator[Finding]:
    """Two speakers use one phrase of the same thing, which the reports do not use themselves; or one speaker is told twice."""
    for (first, second), phrases in _shared_phrases(view).items():
        named = sorted(view.cast.name(e) for e in first.entities & second.entities)
        said = " and ".join(f"“{phrase}”" for phrase in dict.fromkeys(p for p, _, _ in phrases))
        statement = (
            f"{first.speaker} (in {label(first.article)}) and {second.speaker} (in {label(second.article)}) "
            f"both speak of {said}, each naming {named[0]}."
        )
        shown_words = [
            evidence(c.article, _clause(c, span)) for _, a, b in phrases for c, span in ((first, a), (second, b))
        ]
        yield view.finding("agreement", "claim", statement, 0.5, shown_words, [first.speaker, second.speaker])
    for first, second in _retold(view):
        statement = (
            f"{label(first.article)} and {label(second.article)} report alike of {first.speaker}: "
            f"“{shown(first.span.of(first.article.text))}”."
        )
        yield view.finding(
            "agreement",
            "claim",
            statement,
            0.7,
            [evidence(c.article, c.span) for c in (first, second)],
            [first.speaker],
        )


def single_source(view: View) -> Iterator[Finding]:
    """What only one origin has a named speaker say."""
    if len(view.origins) < 2:
        return
    shared = _keys_in_several_origins(view)
    seen: set[tuple[int, frozenset[str]]] = set()
    for claim in _claims(view):
        origin = view.origin_of[claim.article.id]
        if (
            claim.key in shared
            or len(words(claim.span.of(claim.article.text))) < WORTH
            or (origin, claim.stems) in seen
        ):
            continue
        seen.add((origin, claim.stems))
        statement = (
            f"Only {label(claim.article)} has this of {claim.speaker}: “{shown(claim.span.of(claim.article.text))}”."
        )
        yield view.finding(
            "single-source", "claim", statement, 0.6, [evidence(claim.article, claim.span)], [claim.speaker]
        )


def _claims(view: View) -> tuple[Claim, ...]:
    """The attributions of named speakers that stand in no other attribution of their article."""
    found = []
    for article in view.articles:
        spans = sorted((told(article, a.content), n) for n, a in enumerate(article.attributions) if a.content)
        reach = -1
        for span, number in sorted(spans, key=lambda item: (item[0].start, -item[0].end)):
            name = speaker_name(article, article.attributions[number], view.cast)
            outermost = span.end > reach
            reach = max(reach, span.end)
            if name and outermost:
                stems = content_words(span.of(article.text))
                found.append(Claim(article, number, name, span, stems, _named_in(view, article, span)))
    return tuple(found)


def _named_in(view: View, article: Article, span: Span) -> frozenset[str]:
    return frozenset(
        view.cast.of[article.id, entity.id]
        for entity in article.entities
        if entity.type in LISTED and any(span.covers(mention) for mention in entity.mentions)
    )


def _phrases(article: Article, span: Span) -> Iterator[tuple[str, Span]]:
    """Pairs of neighbouring words that carry meaning, names left out."""
    names = {m.start for e in article.entities for m in e.mentions if span.covers(m)}
    inside = [(w, span.start + s, span.start + e) for w, s, e in words(span.of(article.text))]
    for (a, a0, a1), (b, b0, b1) in pairwise(inside):
        plain = all(w not in STOP and w not in CONTRACTED and w.isalpha() and len(w) > 3 for w in (a, b))
        if plain and b0 - a1 == 1 and a0 not in names and b0 not in names:
            yield f"{stem(a)} {stem(b)}", Span(a0, b1)


def _shared_phrases(view: View) -> Mapping[tuple[Claim, Claim], list[tuple[str, Span, Span]]]:
    """Phrases that two speakers of two origins use, about an entity that both name, and that no report uses itself."""
    index: dict[str, list[tuple[Claim, Span]]] = defaultdict(list)
    said: dict[str, list[Span]] = defaultdict(list)
    for claim in _claims(view):
        said[claim.article.id].append(claim.span)
        for phrase, span in _phrases(claim.article, claim.span):
            index[phrase].append((claim, span))
    narrated = {
        phrase
        for article in view.articles
        for sentence in article.sentences
        for phrase, span in _phrases(article, sentence)
        if phrase in index and not any(s.covers(span) for s in said[article.id])
    }
    pairs: dict[tuple[Claim, Claim], list[tuple[str, Span, Span]]] = defaultdict(list)
    for phrase, places in sorted(index.items()):
        if phrase in narrated or len(places) > COMMON:
            continue
        for (first, a), (second, b) in combinations(places, 2):
            apart = view.origin_of[first.article.id] != view.origin_of[second.article.id]
            if apart and first.speaker != second.speaker and first.entities & second.entities:
                pairs[first, second].append((" ".join(a.of(first.article.text).split()), a, b))
    return dict(sorted(pairs.items(), key=lambda item: (item[0][0].key, item[0][1].key)))


def _clause(claim: Claim, span: Span) -> Span:
    """The sentence around a phrase, as far as it lies in the claim."""
    sentence = sentence_at(claim.article, span.start)
    return Span(max(sentence.start, claim.span.start), min(sentence.end, claim.span.end))


def _retold(view: View) -> Iterator[tuple[Claim, Claim]]:
    """What two origins report of one speaker in words that are alike."""
    by_speaker: dict[str, list[Claim]] = defaultdict(list)
    for claim in _claims(view):
        by_speaker[claim.speaker].append(claim)
    versions = {
        frozenset(((v.first.article.id, v.first.number), (v.second.article.id, v.second.number))) for v in view.versions
    }
    for _, claims in sorted(by_speaker.items()):
        for first, second in combinations(claims, 2):
            apart = view.origin_of[first.article.id] != view.origin_of[second.article.id]
            both = len(first.stems & second.stems)
            alike = both >= SHARED and both >= LIKE * min(len(first.stems), len(second.stems))
            if apart and alike and frozenset((first.key, second.key)) not in versions:
                yield first, second


def _keys_in_several_origins(view: View) -> set[tuple[str, int]]:
    """Claims that another origin has too, in the same words or like ones."""
    found: set[tuple[str, int]] = set()
    for version in view.versions:
        if view.origin_of[version.first.article.id] != view.origin_of[version.second.article.id]:
            found |= {(u.article.id, u.number) for u in (version.first, version.second)}
    for first, second in (*_shared_phrases(view), *_retold(view)):
        found |= {first.key, second.key}
    return found
