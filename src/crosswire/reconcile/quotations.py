"""Quotations: what each speaker said, once, with the versions that the reports give of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crosswire.model import Article, Difference, Quotation, Span, Variant
from crosswire.reconcile.entities import Cast
from crosswire.reconcile.utterances import COMMON, NOBODY, Utterance, Version, speaker_name
from crosswire.reconcile.words import content_words, told, words

WORTH = 6  # words from which on an indirect statement is worth a line
SHARED = 4  # words that carry meaning, which an indirect statement must share with what it paraphrases
LIKE = 0.7  # and their share of its own
Place = tuple[str, int, int]  # article id, index of the attribution, and where the words start if they stand in none
Links = dict[tuple[Place, Place], Difference]


@dataclass(frozen=True, slots=True)
class Telling:
    """One report's words for what was said, and whether any of them are quoted."""

    article: Article
    span: Span
    speaker: str | None
    quoted: bool

    @property
    def said(self) -> str:
        """The report's own words."""
        return self.span.of(self.article.text)


def quotations(
    articles: Sequence[Article], cast: Cast, found: Sequence[Version], translations: Sequence[Sequence[Utterance]] = ()
) -> tuple[Quotation, ...]:
    """What was said, the longest first; versions of one utterance stand together.

    Attributions whose speaker is unknown, and indirect ones of a few words, stay in the articles' records; so do quoted
    words that no attribution tells of, unless another report has them too.
    """
    tellings = {(a.id, n, 0): _told(a, n, cast) for a in articles for n, _ in enumerate(a.attributions)}
    links = _equal(tellings)
    for v in found:
        if v.whole and not v.two_speakers:
            tellings |= _unattributed((v.first, v.second))
            links[_place(v.first), _place(v.second)] = v.difference
    for family in translations:
        tellings |= _unattributed(family)
        longest = min(family, key=lambda u: (u.span.start - u.span.end, u.article.id))
        for other in family:
            links.setdefault((_place(longest), _place(other)), "paraphrase")
    links |= dict.fromkeys(_paraphrases(tellings), "paraphrase")
    made = [[(place, tellings[place]) for place in places] for places in _clusters(tellings, links)]
    kept = [_quotation(members, links) for members in made if _worth(members)]
    return tuple(sorted(kept, key=lambda q: (-len(q.variants[0].text), q.variants[0].article, q.variants[0].span)))


def _unattributed(said: Iterable[Utterance]) -> dict[Place, Telling]:
    """Those quoted words that stand in no attribution."""
    return {_place(u): Telling(u.article, u.span, u.speaker, quoted=True) for u in said if u.number == NOBODY}


def _told(article: Article, number: int, cast: Cast) -> Telling:
    attribution = article.attributions[number]
    spans = attribution.content or attribution.quoted or attribution.source or attribution.cue
    return Telling(article, told(article, spans), speaker_name(article, attribution, cast), bool(attribution.quoted))


def _place(utterance: Utterance) -> Place:
    return utterance.article.id, utterance.number, utterance.span.start if utterance.number == NOBODY else 0


def _worth(members: Sequence[tuple[Place, Telling]]) -> bool:
    """Whether any of it is quoted, or a known speaker is told to have said more than a few words."""
    longest = max((t for _, t in members), key=lambda t: t.span.end - t.span.start)
    named = any(t.speaker for _, t in members) and len(words(longest.said)) >= WORTH
    return named or any(t.quoted for _, t in members)


def _equal(tellings: Mapping[Place, Telling]) -> Links:
    """Attributions of two reports that are the same word for word, quoted or not."""
    first: dict[tuple[str | None, tuple[str, ...]], Place] = {}
    out: Links = {}
    for place, telling in tellings.items():
        said = tuple(word for word, _, _ in words(telling.said))
        attributed = telling.article.attributions[place[1]].speaker_name
        original = first.setdefault((attributed, said), place)
        if original[0] != place[0]:
            out[original, place] = "same"
    return out


def _paraphrases(tellings: Mapping[Place, Telling]) -> Iterator[tuple[Place, Place]]:
    """What one report quotes of a speaker, and the indirect words of another report that share most with it."""
    index: dict[tuple[str, str], list[Place]] = defaultdict(list)
    indirect: list[tuple[Place, Telling, frozenset[str]]] = []
    for place, telling in tellings.items():
        if telling.speaker:
            stems = content_words(telling.said)
            if not telling.quoted:
                indirect.append((place, telling, stems))
                continue
            for stem in stems:
                index[telling.speaker, stem].append(place)
    for place, telling, stems in indirect:
        if len(stems) < SHARED:
            continue
        keys = [(telling.speaker or "", stem) for stem in sorted(stems)]
        near = [index[key] for key in keys if key in index and len(index[key]) <= COMMON]
        shared = Counter(other for places in near for other in places if other[0] != place[0])
        best = max(shared, key=lambda other: (shared[other], other), default=None)
        if best and shared[best] >= max(SHARED, LIKE * len(stems)):
            yield best, place


def _clusters(tellings: Mapping[Place, Telling], links: Links) -> list[list[Place]]:
    root = {place: place for place in tellings}

    def find(place: Place) -> Place:
        while root[place] != place:
            root[place] = root[root[place]]
            place = root[place]
        return place

    for first, second in links:
        low, high = sorted((find(first), find(second)))
        root[high] = low
    groups: dict[Place, list[Place]] = defaultdict(list)
    for place in sorted(root):
        groups[find(place)].append(place)
    return list(groups.values())


def _quotation(members: Sequence[tuple[Place, Telling]], links: Links) -> Quotation:
    ordered = sorted(members, key=lambda m: (m[1].span.start - m[1].span.end, m[1].article.id, m[1].span))
    base, longest = ordered[0]
    variants = []
    for place, telling in ordered:
        linked = links.get((base, place)) or links.get((place, base))
        unlinked: Difference = "altered" if telling.quoted == longest.quoted else "paraphrase"
        difference = "same" if place == base else linked or unlinked
        variants.append(Variant(telling.article.id, telling.span, telling.said, difference))
    return Quotation(next((t.speaker for _, t in ordered if t.speaker), None), tuple(variants))
