"""A row of the matrix in the making, and the places in the reports by which rows are told apart."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from crosswire.model import Article, Aspect, Evidence, Span
from crosswire.reconcile.days import day_of, spoken
from crosswire.reconcile.words import sentence_at, shown

LONGEST = 120  # characters of a report's words in a cell
AROUND = 45  # characters on either side of a figure in the claim of its row
_MONTHS = "January February March April May June July August September October November December".split()

Spots = dict[int, set[tuple[str, int]]]


@dataclass(slots=True)
class Given:
    """What one origin gives: whether it is the row's value, its own value in words, and where it says so."""

    same: bool
    value: str | None
    evidence: list[Evidence] = field(default_factory=list)


@dataclass(slots=True)
class Draft:
    """A row in the making: what each origin gives, by the origin's number; ``conflict`` where a finding made it."""

    aspect: Aspect
    claim: str
    value: str | None
    given: dict[int, Given] = field(default_factory=dict)
    conflict: bool = False

    @property
    def differs(self) -> bool:
        """Whether an origin gives something else."""
        return not all(one.same for one in self.given.values())


class Places:
    """The reports by id, their origins, and the sentence of a place."""

    def __init__(self, articles: Iterable[Article], origin_of: Mapping[str, int]) -> None:
        self.articles = {article.id: article for article in articles}
        self._origin_of = origin_of
        self._roles = {
            (id, mention): entity.roles
            for id, article in self.articles.items()
            for entity in article.entities
            if entity.roles
            for mention in entity.mentions
        }

    def origin(self, article: str) -> int:
        """The number of a report's origin."""
        return self._origin_of[article]

    def roles(self, article: str, mention: Span) -> tuple[str, ...]:
        """How a report describes whom it names at a place."""
        return self._roles.get((article, mention), ())

    def spots(self, article: str, span: Span) -> set[tuple[str, int]]:
        """The sentences that a span touches, each as article and number."""
        inside = self.articles[article].sentences
        end = len(self.articles[article].text) + 1
        first, last = bisect_right(inside, (span.start, end)) - 1, bisect_right(inside, (max(span.end - 1, 0), end))
        return {(article, n) for n in range(first, last)}

    def by_origin(self, found: Iterable[Evidence]) -> Spots:
        """The sentences of some evidence, by origin."""
        spots: Spots = defaultdict(set)
        for e in found:
            spots[self.origin(e.article)] |= self.spots(e.article, e.span)
        return spots

    def around(self, article: str, span: Span) -> str:
        """A place with some words of its sentence on either side; an ellipsis shows where it is cut."""
        told = self.articles[article]
        sentence = sentence_at(told, span.start)
        sentence = Span(min(sentence.start, span.start), max(sentence.end, span.end))
        start, end = max(sentence.start, span.start - AROUND), min(sentence.end, span.end + AROUND)
        words = told.text[start:end]
        before = words.find(" ", 0, span.start - start) + 1 if start > sentence.start else 0
        after = words.rfind(" ", span.end - start) if end < sentence.end else -1
        words = words[before : after if after >= 0 else None]
        return f"{'… ' if before else ''}{' '.join(words.split())}{' …' if after >= 0 else ''}"


class Covered:
    """The sentences that rows have taken, by row: what two origins say there needs no row of its own."""

    def __init__(self, rows: Iterable[Spots]) -> None:
        self._rows: dict[tuple[str, int], list[int]] = defaultdict(list)
        self._count = 0
        for spots in rows:
            self.add(spots)

    def add(self, spots: Spots) -> None:
        """Take the sentences of one more row."""
        for found in spots.values():
            for spot in found:
                self._rows[spot].append(self._count)
        self._count += 1

    def has(self, spots: Spots) -> bool:
        """Whether one row has sentences of two of these origins."""
        seen: set[int] = set()
        for found in spots.values():
            rows = {row for spot in found for row in self._rows.get(spot, ())}
            if seen & rows:
                return True
            seen |= rows
        return False


def placed(draft: Draft, places: Places) -> Spots:
    """The sentences of a row, by origin."""
    return places.by_origin(e for one in draft.given.values() for e in one.evidence)


def cut(text: str) -> str:
    """Words of a report as a cell has them."""
    return shown(text, LONGEST)


def day_text(value: str | None) -> str:
    """A day, a month or a year in words; nothing where none is known."""
    if (day := day_of(value)) is not None:
        return spoken(day)
    year, _, month = (value or "").partition("-")
    return f"{_MONTHS[int(month) - 1]} {year}" if month.isdigit() and 1 <= int(month) <= 12 else value or ""


def leading(keys: Sequence[frozenset[object]]) -> frozenset[object] | None:
    """The value that more origins give than any other; None where two are even."""
    counted = {key: keys.count(key) for key in keys}
    most = max(counted.values(), default=0)
    best = [key for key, n in counted.items() if n == most]
    return best[0] if len(best) == 1 else None
