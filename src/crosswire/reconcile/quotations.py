"""Quotations: what each speaker said, once, with the versions that the reports give of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from crosswire.model import Article, Difference, Quotation, Span, Variant
from crosswire.reconcile.entities import Cast
from crosswire.reconcile.utterances import Version, speaker_name
from crosswire.reconcile.words import told, words

WORTH = 6  # words from which on an indirect statement is worth a line
Place = tuple[str, int]  # article id, index of the attribution


def quotations(articles: Sequence[Article], cast: Cast, found: Sequence[Version]) -> tuple[Quotation, ...]:
    """What was said, the longest first; versions of one utterance stand together.

    Attributions whose speaker is unknown, and indirect ones of a few words, stay in the articles' records.
    """
    by_id = {article.id: article for article in articles}
    versions = _equal(articles)
    for v in found:
        if v.whole and not v.two_speakers:
            versions[(v.first.article.id, v.first.number), (v.second.article.id, v.second.number)] = v.difference
    clusters = _clusters(by_id, versions)
    made = [
        (
            any(by_id[id].attributions[n].quoted for id, n in places),
            _quotation([(by_id[id], n) for id, n in places], versions, cast),
        )
        for places in clusters
    ]
    kept = [q for quoted, q in made if quoted or (q.speaker and len(words(q.variants[0].text)) >= WORTH)]
    return tuple(sorted(kept, key=lambda q: (-len(q.variants[0].text), q.variants[0].article, q.variants[0].span)))


def _equal(articles: Sequence[Article]) -> dict[tuple[Place, Place], Difference]:
    """Attributions of two reports that are the same word for word, quoted or not."""
    first: dict[tuple[str | None, tuple[str, ...]], Place] = {}
    out: dict[tuple[Place, Place], Difference] = {}
    for article in articles:
        for n, attribution in enumerate(article.attributions):
            said = tuple(word for word, _, _ in words(_span(article, n).of(article.text)))
            original = first.setdefault((attribution.speaker_name, said), (article.id, n))
            if original[0] != article.id:
                out[original, (article.id, n)] = "same"
    return out


def _clusters(by_id: Mapping[str, Article], versions: Mapping[tuple[Place, Place], Difference]) -> list[list[Place]]:
    root = {(id, n): (id, n) for id, article in by_id.items() for n, _ in enumerate(article.attributions)}

    def find(place: Place) -> Place:
        while root[place] != place:
            root[place] = root[root[place]]
            place = root[place]
        return place

    for first, second in versions:
        low, high = sorted((find(first), find(second)))
        root[high] = low
    groups: dict[Place, list[Place]] = defaultdict(list)
    for place in sorted(root):
        groups[find(place)].append(place)
    return list(groups.values())


def _quotation(
    members: Sequence[tuple[Article, int]], versions: Mapping[tuple[Place, Place], Difference], cast: Cast
) -> Quotation:
    spans = [(_span(article, n), article, n) for article, n in members]
    spans.sort(key=lambda item: (item[0].start - item[0].end, item[1].id, item[0]))
    base = (spans[0][1].id, spans[0][2])
    variants = []
    for span, article, n in spans:
        place = (article.id, n)
        difference = (
            versions.get((base, place)) or versions.get((place, base)) or ("same" if place == base else "altered")
        )
        variants.append(Variant(article.id, span, span.of(article.text), difference))
    names = [speaker_name(article, article.attributions[n], cast) for _, article, n in spans]
    return Quotation(next(filter(None, names), None), tuple(variants))


def _span(article: Article, number: int) -> Span:
    """The words of an attribution: its content."""
    attribution = article.attributions[number]
    return told(article, attribution.content or attribution.quoted or attribution.source or attribution.cue)
