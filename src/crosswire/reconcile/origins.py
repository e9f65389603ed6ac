"""Origins: which reports come from one source, and on what evidence.

Reports share an origin where one reprints another, where both credit one agency, or where one cites the outlet of the
other for what it tells. Nothing else ties them; nothing is taken for independent on more than the lack of a tie, and
the basis says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crosswire.model import Article, Evidence, Origin, OriginBasis, Story
from crosswire.reconcile.entities import folded
from crosswire.reconcile.words import evidence


@dataclass(frozen=True, slots=True)
class Tie:
    """Two reports of one origin, why, and the words that say so."""

    first: str
    second: str
    basis: OriginBasis
    evidence: tuple[Evidence, ...] = ()


def find_origins(story: Story, articles: Sequence[Article]) -> tuple[Origin, ...]:
    """The independent origins of a story's reports (ordered by their first report's id)."""
    ties = [*_copies(story, articles), *_agencies(articles), *_citations(articles)]
    root = {article.id: article.id for article in articles}

    def find(id: str) -> str:
        while root[id] != id:
            root[id] = root[root[id]]
            id = root[id]
        return id

    for tie in ties:
        first, second = sorted((find(tie.first), find(tie.second)))
        root[second] = first
    groups: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        groups[find(article.id)].append(article)
    return tuple(_origin(members, [t for t in ties if find(t.first) == key]) for key, members in sorted(groups.items()))


def origin_numbers(origins: Sequence[Origin]) -> Mapping[str, int]:
    """The number of each report's origin."""
    return {id: n for n, origin in enumerate(origins) for id in origin.articles}


def _origin(members: Sequence[Article], ties: Sequence[Tie]) -> Origin:
    ids = tuple(article.id for article in members)
    if ties:
        basis: OriginBasis = min((t.basis for t in ties), key=("copy", "agency", "citation").index)
        return Origin(ids, basis, tuple(dict.fromkeys(e for t in ties for e in t.evidence)))
    article = members[0]
    if article.agency:
        return Origin(ids, "agency", _credit(article))
    if article.authors or article.dateline or article.publisher:
        return Origin(ids, "original", tuple(evidence(article, a.span) for a in article.authors if a.span))
    return Origin(ids, "unknown")


def _credit(article: Article) -> tuple[Evidence, ...]:
    return (evidence(article, article.agency.span),) if article.agency and article.agency.span else ()


def _copies(story: Story, articles: Sequence[Article]) -> list[Tie]:
    texts = {article.id: article for article in articles}
    found = []
    for copy, original in story.copies:
        if copy in texts and original in texts:
            shown = tuple(evidence(texts[id], texts[id].sentences[0]) for id in (original, copy) if texts[id].sentences)
            found.append(Tie(original, copy, "copy", shown))
    return found


def _agencies(articles: Sequence[Article]) -> list[Tie]:
    by_agency: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if article.agency:
            by_agency[folded(article.agency.name)].append(article)
    return [
        Tie(members[0].id, other.id, "agency", _credit(members[0]) + _credit(other))
        for _, members in sorted(by_agency.items())
        for other in members[1:]
    ]


def _citations(articles: Sequence[Article]) -> list[Tie]:
    """A report whose first attribution is told by the outlet of another report of the story."""
    by_outlet = {folded(article.publisher): article for article in reversed(articles) if article.publisher}
    found = []
    for article in articles:
        first = min(article.attributions, key=lambda a: a.content[0] if a.content else (1 << 60, 0), default=None)
        told_by = by_outlet.get(folded(first.speaker_name)) if first and first.speaker_name else None
        if first and told_by and told_by.id != article.id:
            words = tuple(evidence(article, span) for span in first.source)
            first_id, second_id = sorted((told_by.id, article.id))
            found.append(Tie(first_id, second_id, "citation", words))
    return found
