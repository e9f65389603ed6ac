"""Which sentences of the reports have most of the words of a statement, found by its rarest words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from crosswire.model import Article, Span
from crosswire.reconcile.words import stem

LEAST = 3  # words of a sentence that a statement must share with it
_LETTERS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence of a report, and the stems of it that are asked for."""

    article: Article
    span: Span
    stems: frozenset[str]


Index = Mapping[str, Sequence[Place]]


def sentence_index(articles: Sequence[Article], wanted: frozenset[str]) -> Index:
    """The sentences that have some of the stems wanted, by each of them."""
    index: dict[str, list[Place]] = defaultdict(list)
    known: dict[str, str] = {}
    for article in articles:
        for span in article.sentences:
            plain = _LETTERS.findall(span.of(article.text).casefold())
            here = frozenset(known[w] if w in known else known.setdefault(w, stem(w)) for w in plain) & wanted
            if len(here) >= LEAST:
                place = Place(article, span, here)
                for w in here:
                    index[w].append(place)
    return index


def tellings(index: Index, stems: frozenset[str], share: float) -> Iterator[Place]:
    """The sentences that have a share of some stems, at least `LEAST`, in the order of the reports.

    A sentence with that many of them has at least one of the rarest that remain: only those are looked up.
    """
    seen = {(place.article.id, place.span): place for place in _telling(index, stems, share)}
    yield from (seen[key] for key in sorted(seen))


def told_apart_from(index: Index, stems: frozenset[str], share: float, origin_of: Mapping[str, int], own: int) -> bool:
    """Whether a report of another origin than `own` has a sentence with a share of some stems: the first found is enough."""
    return any(origin_of[place.article.id] != own for place in _telling(index, stems, share))


def _telling(index: Index, stems: frozenset[str], share: float) -> Iterator[Place]:
    """The sentences that have a share of some stems, some of them several times."""
    least = max(LEAST, ceil(share * len(stems)))
    rarest = sorted(stems, key=lambda w: (len(index.get(w, ())), w))[: len(stems) - least + 1]
    for w in rarest:
        for place in index.get(w, ()):
            if len(place.stems & stems) >= least:
                yield place
