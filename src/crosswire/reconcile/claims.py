"""Claims: what named speakers are told to have said, and which of it two origins have in common."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from crosswire.model import Article, Span
from crosswire.reconcile.entities import LISTED, Cast
from crosswire.reconcile.told import sentence_index, told_apart_from
from crosswire.reconcile.utterances import COMMON, Version, speaker_name
from crosswire.reconcile.words import STOP, content_words, stem, told, words

SHARED = 5  # content words that two tellings of one statement must share
LIKE = 0.6  # and their share of the shorter one
TOLD = 0.7  # share of the words of a claim that a sentence of another report must have to tell it too
BESIDE = 2  # words beside a phrase that two speakers use, which both claims must have
SHORTEST = 4  # letters of a word that a phrase is made of

Phrase = tuple[str, Span]


@dataclass(frozen=True, slots=True, eq=False)
class Claim:
    """One attribution as a claim: who, where, its stems, its phrases, and the story entities that it names."""

    article: Article
    number: int  # index of its attribution in the article
    speaker: str
    who: str | None  # the speaker as a story entity
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
    """The claims of a story; phrases that two speakers share; claims of one speaker that several origins tell alike."""

    all: tuple[Claim, ...]
    common: tuple[Common, ...]
    retold: tuple[tuple[Claim, ...], ...]


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
            speaker = article.attributions[number].speaker
            yield Claim(
                article,
                number,
                name,
                cast.of.get((article.id, speaker or "")),
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
    """Pairs of neighbouring words that carry meaning, in the order of the text; names, and what stands beside one, left out."""
    names = {mention.start for entity in article.entities for mention in entity.mentions}
    for sentence in article.sentences:
        inside = [(w, sentence.start + s, sentence.start + e) for w, s, e in words(sentence.of(article.text))]
        plain = [_plain(article.text, w, s) and s not in names for w, s, _ in inside]
        for ((a, a0, a1), plain_a), ((b, b0, b1), plain_b) in pairwise(zip(inside, plain, strict=True)):
            if plain_a and plain_b and b0 - a1 == 1 and b1 + 1 not in names:
                yield f"{stem(a)} {stem(b)}", Span(a0, b1)


def _plain(text: str, word: str, start: int) -> bool:
    """Whether a word carries meaning and is no part of a name: written small, or the first of its sentence."""
    return len(word) >= SHORTEST and word.isalpha() and word not in STOP and text[start].islower()


def _common(found: Sequence[Claim], narrated: set[str], origin_of: Mapping[str, int]) -> Iterator[Common]:
    """Phrases that two named speakers of two origins use, about an entity that both name, and that no report uses itself.

    One phrase alone is a common turn of speech: the two claims must share a further word.
    """
    index: dict[str, list[tuple[int, Span]]] = defaultdict(list)
    for n, claim in enumerate(found):
        for phrase, span in claim.phrases if claim.who else ():
            if phrase not in narrated:
                index[phrase].append((n, span))
    pairs: dict[tuple[int, int], list[tuple[str, Span, Span]]] = defaultdict(list)
    for _, places in sorted(index.items()):
        for (m, a), (n, b) in combinations(places, 2) if len(places) <= COMMON else ():
            first, second = found[m], found[n]
            apart = origin_of[first.article.id] != origin_of[second.article.id]
            if apart and not _one_name(first.speaker, second.speaker) and first.entities & second.entities:
                pairs[m, n].append((" ".join(a.of(first.article.text).split()), a, b))
    for (m, n), phrases in sorted(pairs.items()):
        own = {stem(w) for phrase, _, _ in phrases for w, _, _ in words(phrase)}
        if len((found[m].stems & found[n].stems) - own) >= BESIDE:
            yield Common(found[m], found[n], tuple(phrases))


def _one_name(first: str, second: str) -> bool:
    """Whether one name is part of the other (“Brandt”, “Anna Brandt”): perhaps one person, so no two speakers."""
    a, b = set(first.casefold().split()), set(second.casefold().split())
    return a <= b or b <= a


def _retold(
    found: Sequence[Claim], versions: Sequence[Version], origin_of: Mapping[str, int]
) -> Iterator[tuple[Claim, ...]]:
    """What several origins report alike of one speaker, with the same numbers, other than one utterance in versions of it."""
    quoted = {(u.article.id, u.number) for v in versions for u in (v.first, v.second)}
    by_speaker: dict[tuple[str, frozenset[str]], dict[frozenset[str], list[Claim]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for claim in found:
        if len(claim.stems) >= SHARED:
            numbers = frozenset(w for w, _, _ in words(claim.said) if w[0].isdigit())
            by_speaker[claim.speaker, numbers][claim.stems].append(claim)
    for _, wordings in sorted(by_speaker.items(), key=lambda item: (item[0][0], sorted(item[0][1]))):
        for group in _alike(list(wordings)):
            members = sorted((c for stems in group for c in wordings[stems]), key=lambda c: c.key)
            several = len({origin_of[c.article.id] for c in members}) > 1
            if several and not all(c.key in quoted for c in members):
                yield tuple(members)


def _alike(wordings: Sequence[frozenset[str]]) -> list[list[frozenset[str]]]:
    """Wordings of one speaker in groups: each joins the first group whose longest one is like it."""
    groups: list[list[frozenset[str]]] = []
    index: dict[str, list[int]] = defaultdict(list)
    for stems in sorted(wordings, key=lambda w: (-len(w), sorted(w))):
        both = Counter(n for w in stems for n in index[w])
        near = [n for n, count in both.items() if count >= SHARED and count >= LIKE * len(stems)]
        if near:
            groups[min(near)].append(stems)
            continue
        for w in stems:
            index[w].append(len(groups))
        groups.append([stems])
    return groups


def elsewhere(
    claims: Sequence[Claim], articles: Sequence[Article], origin_of: Mapping[str, int]
) -> set[tuple[str, int]]:
    """Claims most of whose words stand in one sentence of another origin, whoever tells it there."""
    index = sentence_index(articles, frozenset(w for claim in claims for w in claim.stems))
    return {
        claim.key
        for claim in claims
        if told_apart_from(index, claim.stems, TOLD, origin_of, origin_of[claim.article.id])
    }
