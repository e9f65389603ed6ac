"""Lineage: from how many origins one claim comes, which may be fewer than the reports that have it come from.

Reports of several origins may have one statement from one outlet ("an official told the Courier"), or one passage of an
agency whose name they do not give. Each piece of evidence has keys: the origin of its report, the outlets behind the
attribution that it stands in, the shared runs of words in its sentence. Pieces with a key in common are of one origin.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crosswire.model import Article, Evidence, Span
from crosswire.reconcile.outlets import Teller, publishers_of
from crosswire.reconcile.passages import Passages, Run
from crosswire.reconcile.words import hull, sentence_at

Key = tuple[str, str | int]


@dataclass(frozen=True, slots=True)
class Heard:
    """An attribution that a report has from an outlet: where it stands, its index, and the outlet."""

    span: Span
    number: int
    teller: Teller


@dataclass(frozen=True, slots=True)
class Lineage:
    """What tells how many origins some evidence has."""

    by_id: Mapping[str, Article]
    origin_of: Mapping[str, int]
    home: Mapping[str, int]  # the origin of the reports that an outlet publishes
    publishers: Mapping[str, tuple[str, ...]]  # the keys of who publishes each report
    heard: Mapping[str, tuple[Heard, ...]]
    runs: Mapping[str, tuple[Run, ...]]

    def count(self, found: Sequence[Evidence]) -> int:
        """The number of origins from which these words come."""
        groups: list[set[Key]] = []
        for keys in (self.keys(e) for e in found):
            joined = [group for group in groups if group & keys]
            groups = [group for group in groups if not group & keys] + [keys.union(*joined)]
        return len(groups)

    def keys(self, one: Evidence) -> set[Key]:
        """What one piece of evidence comes from; two that share a key come from one origin."""
        keys: set[Key] = {("origin", self.origin_of[one.article])}
        for heard in self.told(one.article, one.span):
            key = heard.teller.key
            keys.add(("origin", self.home[key]) if key in self.home else ("outlet", key))
        runs = self.runs.get(one.article, ())
        around = hull([sentence_at(self.by_id[one.article], one.span.start), one.span]) if runs else one.span
        at = bisect_left(runs, around.start, key=lambda run: run.span.start)
        while at < len(runs) and runs[at].span.start < around.end:
            if runs[at].span.end <= around.end or one.span.covers(runs[at].span):
                keys.add(("run", runs[at].key))
            at += 1
        return keys

    def told(self, article: str, span: Span) -> list[Heard]:
        """The attributions to outlets in which most of a span stands, or most of which stand in it."""
        return [h for h in self.heard.get(article, ()) if 2 * _common(h.span, span) > min(_size(h.span), _size(span))]


def lineage(
    articles: Sequence[Article],
    origin_of: Mapping[str, int],
    passages: Passages,
    told: Mapping[str, Sequence[Sequence[Teller]]],
) -> Lineage:
    """What tells how many origins evidence of these reports has."""
    heard: dict[str, list[Heard]] = defaultdict(list)
    for article in articles:
        for number, (attribution, found) in enumerate(zip(article.attributions, told[article.id], strict=True)):
            spans = [*attribution.content, *attribution.quoted]
            heard[article.id] += [Heard(hull(spans), number, teller) for teller in found[-1:] if spans]
    publishers = {article.id: publishers_of(article) for article in articles}
    return Lineage(
        {article.id: article for article in articles},
        origin_of,
        {key: origin_of[article.id] for article in reversed(articles) for key in publishers[article.id]},
        publishers,
        {id: tuple(those) for id, those in heard.items()},
        passages.runs,
    )


def _common(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _size(span: Span) -> int:
    return span.end - span.start
