"""Claims: what named speakers are told to have said, and which of it two origins have in common."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from crosswire.model import Article, Span
from crosswire.reconcile.entities import LISTED, Cast
from crosswire.reconcile.utterances import COMMON, Version, speaker_name
from crosswire.reconcile.words import STOP, content_words, stem, told, words

SHARED = 5  # content words that two tellings of one statement must share
LIKE = 0.6  # and their share of the shorter one
SHORTEST = 4  # letters of a word that a phrase is made of

Phrase = tuple[str, Span]


@dataclass(frozen=True, slots=True, eq=False)
class Claim:
    """One attribution as a claim: who, where, its stems, its phrases, and the story entities that it names."""

    article: Article
    number: int  # index of its attribution in the article
    speaker: str
    span: Span
    stems: frozenset[str]
    phrases: tuple[Phrase, ...]
    entities: frozenset[str]

    @property
    def key(self) -> tuple[str, int]:
        """Article id and number."""
        return self.article.id, self.number

    @property
    def said(self) -> str:
        """The report's own words for it."""
        return self.span.of(self.article.text)


@dataclass(frozen=True, slots=True)
class Common:
    """A phrase that two claims of two origins share, and where each has it."""

    first: Claim
    second: Claim
    phrases: tuple[tuple[str, Span, Span], ...]


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims of a story; phrases that two speakers share; pairs that tell alike of one speaker."""

    all: tuple[Claim, ...]
    common: tuple[Common, ...]
    retold: tuple[tuple[Claim, Claim], ...]


def find_claims(
    articles: Sequence[Article], cast: Cast, versions: Sequence[Version], origin_of: Mapping[str, int]
) -> Claims:
    """The claims of a story's reports, and what is the same in claims of different origins."""
    found: list[Claim] = []
    narrated: set[str] = set()
    for article in articles:
        phrases = tuple(_phrases(article))
        own = tuple(_claims(article, cast, phrases))
        found += own
        inside = {span for claim in own for _, span in claim.phrases}
        narrated.update(phrase for phrase, span in phrases if span not in inside)
    return Claims(tuple(found), tuple(_common(found, narrated, origin_of)), tuple(_retold(found, versions, origin_of)))


def _claims(article: Article, cast: Cast, phrases: Sequence[Phrase]) -> Iterator[Claim]:
    """The attributions of named speakers that stand in no other attribution of their article."""
    mentions = sorted(
        (mention, cast.of[article.id, entity.id])
        for entity in article.entities
        if entity.type in LISTED
        for mention in entity.mentions
    )
    spans = [(told(article, a.content), n) for n, a in enumerate(article.attributions) if a.content]
    reach = -1
    for span, number in sorted(spans, key=lambda item: (item[0].start, -item[0].end)):
        outermost = span.end > reach
        reach = max(reach, span.end)
        name = speaker_name(article, article.attributions[number], cast) if outermost else None
        if name:
            named = mentions[_from(mentions, span.start) : _from(mentions, span.end)]
            within = phrases[_phrase_from(phrases, span.start) : _phrase_from(phrases, span.end)]
            yield Claim(
                article,
                number,
                name,
                span,
                content_words(span.of(article.text)),
                tuple(within),
                frozenset(e for _, e in named),
            )


def _from(mentions: Sequence[tuple[Span, str]], at: int) -> int:
    return bisect_left(mentions, at, key=lambda m: m[0].start)


def _phrase_from(phrases: Sequence[Phrase], at: int) -> int:
    return bisect_left(phrases, at, key=lambda p: p[1].start)


def _phrases(article: Article) -> Iterator[Phrase]:
    """Pairs of neighbouring words that carry meaning, names left out, in the order of the text."""
    names = {mention.start for entity in article.entities for mention in entity.mentions}
    for sentence in article.sentences:
        inside = [(w, sentence.start + s, sentence.start + e) for w, s, e in words(sentence.of(article.text))]
        plain = [len(w) >= SHORTEST and w.isalpha() and w not in STOP and s not in names for w, s, _ in inside]
        for ((a, a0, a1), plain_a), ((b, b0, b1), plain_b) in pairwise(zip(inside, plain, strict=True)):
            if plain_a and plain_b and b0 - a1 == 1:
                yield f"{stem(a)} {stem(b)}", Span(a0, b1)


def _common(found: Sequence[Claim], narrated: set[str], origin_of: Mapping[str, int]) -> Iterator[Common]:
    """Phrases that two speakers of two origins use, about an entity that both name, and that no report uses itself."""
    index: dict[str, list[tuple[int, Span]]] = defaultdict(list)
    for n, claim in enumerate(found):
        for phrase, span in claim.phrases:
            if phrase not in narrated:
                index[phrase].append((n, span))
    pairs: dict[tuple[int, int], list[tuple[str, Span, Span]]] = defaultdict(list)
    for _, places in sorted(index.items()):
        for (m, a), (n, b) in combinations(places, 2) if len(places) <= COMMON else ():
            first, second = found[m], found[n]
            apart = origin_of[first.article.id] != origin_of[second.article.id]
            if apart and first.speaker != second.speaker and first.entities & second.entities:
                pairs[m, n].append((" ".join(a.of(first.article.text).split()), a, b))
    for (m, n), phrases in sorted(pairs.items()):
        yield Common(found[m], found[n], tuple(phrases))


def _retold(
    found: Sequence[Claim], versions: Sequence[Version], origin_of: Mapping[str, int]
) -> Iterator[tuple[Claim, Claim]]:
    """What two origins report of one speaker in words that are alike, other than one utterance in two versions."""
    by_speaker: dict[str, list[Claim]] = defaultdict(list)
    for claim in found:
        by_speaker[claim.speaker].append(claim)
    known = {
        frozenset(((v.first.article.id, v.first.number), (v.second.article.id, v.second.number))) for v in versions
    }
    for _, claims in sorted(by_speaker.items()):
        for first, second in combinations(claims, 2):
            if origin_of[first.article.id] == origin_of[second.article.id]:
                continue
            both = len(first.stems & second.stems)
            alike = both >= SHARED and both >= LIKE * min(len(first.stems), len(second.stems))
            if alike and frozenset((first.key, second.key)) not in known:
                yield first, second
