"""Figures across reports: the same quantity, who gives it, as of when; the best supported value first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from crosswire.model import Article, Figure, FigureLine, FigureReport
from crosswire.reconcile.days import day_of
from crosswire.reconcile.entities import Cast
from crosswire.reconcile.matched import Match
from crosswire.reconcile.tolls import Toll, story_tolls
from crosswire.reconcile.utterances import speaker_name

RISING = frozenset({"killed", "injured", "missing", "displaced", "arrested", "infected", "evacuated", "hospitalised"})
TOLLS = frozenset({"killed", "injured"})
Value = int | float | tuple[float, float]


@dataclass(frozen=True, slots=True)
class Quantity:
    """One report's figure of something that can be compared across reports."""

    article: Article
    figure: Figure
    as_of: str | None
    source: str | None

    @property
    def report(self) -> FigureReport:
        """As an account lists it."""
        f = self.figure
        return FigureReport(self.article.id, f.span, f.value, f.hedge, self.as_of, self.source)


def quantities(
    articles: Sequence[Article], cast: Cast, matched: Sequence[Match] = ()
) -> tuple[tuple[Quantity, ...], ...]:
    """Figures of one quantity together: by role, or as the numbers of the reports were matched; others alone."""
    same = {
        (place.article.id, place.figure.span): f"match {n}"
        for n, match in enumerate(matched)
        for place in match.places
        if place.figure
    }
    lines: dict[tuple[bool, str], list[Quantity]] = defaultdict(list)
    for article in articles:
        for figure in article.figures:
            if _countable(figure):
                alone = f"{article.id} {figure.span}"
                key = figure.role or same.get((article.id, figure.span), alone)
                lines[not figure.role, key].append(_quantity(article, figure, cast))
    return tuple(tuple(members) for _, members in sorted(lines.items()))


def totals(line: Sequence[Quantity]) -> dict[str, Quantity]:
    """Each report's own total of a toll: the value that it states most, its headline and its first words first."""
    by_article: dict[str, list[Quantity]] = defaultdict(list)
    for one in line:
        if one.figure.scope not in {"addition", "part"}:
            by_article[one.article.id].append(one)
    return {id: _total(members) for id, members in sorted(by_article.items())}


def figure_lines(
    lines: Sequence[Sequence[Quantity]],
    origin_of: Mapping[str, int],
    day: Callable[[Quantity], date | None],
    articles: Sequence[Article],
) -> tuple[FigureLine, ...]:
    """The ledger of a story: tolls first, then what most origins give.

    The number killed and the number injured are read as `tolls` tells. A bare count of one or two that one report gives
    alone (“two leaders”) stays in that report's record.
    """
    made = [
        _line(members, origin_of, day)
        for members in lines
        if members[0].figure.role not in TOLLS and (len(members) > 1 or not _slight(members[0].figure))
    ]
    by_figure = {(one.article.id, one.figure.span): one for line in lines for one in line}
    days = {one.article.id: day(one) for one in by_figure.values()}
    days |= {a.id: day_of(a.published.value) for a in articles if a.published}
    for role, toll in story_tolls(articles, origin_of, days).items():
        members = [by_figure[id, figure.span] for id, figure in toll.figures]
        made.append(_toll_line(role, toll, members, origin_of))
    return tuple(line for _, line in sorted(made, key=lambda item: item[0]))


def _toll_line(
    role: str, toll: Toll, members: Sequence[Quantity], origin_of: Mapping[str, int]
) -> tuple[tuple[object, ...], FigureLine]:
    """The line of the number killed or injured, and where it stands in the ledger."""
    first, origins = members[0], len({origin_of[m.article.id] for m in members})
    key = (False, -origins, role, "people", first.article.id, first.figure.span)
    return key, FigureLine("people", role, toll.value, tuple(m.report for m in members))


def _line(
    members: Sequence[Quantity], origin_of: Mapping[str, int], day: Callable[[Quantity], date | None]
) -> tuple[tuple[object, ...], FigureLine]:
    """A line of the ledger, and where it stands in it."""
    figure = members[0].figure
    chosen = list(totals(members).values()) if figure.role else list(members)
    best = _best(chosen or members, origin_of, day if figure.role in RISING else None)
    reports = sorted(
        members, key=lambda m: (_support(m, members, origin_of), m.as_of or "", m.article.id, m.figure.span)
    )
    origins = len({origin_of[m.article.id] for m in members})
    key = (not figure.role, -origins, figure.role or "", figure.of or "", members[0].article.id, figure.span)
    of = figure.of or ("people" if figure.role else None)
    return key, FigureLine(of, figure.role, best.figure.value, tuple(m.report for m in reports), figure.unit)


def _best(
    members: Sequence[Quantity], origin_of: Mapping[str, int], day: Callable[[Quantity], date | None] | None
) -> Quantity:
    """The value to show first: the latest where days are given to order by, else the best supported."""
    days = [day(m) for m in members] if day else []
    known = [d for d in days if d]
    if known and len(known) == len(days):
        members = [m for m, d in zip(members, days, strict=True) if d == max(known)]
    return min(members, key=lambda m: (_support(m, members, origin_of), -_low(m.figure.value), m.article.id))


def _support(one: Quantity, members: Sequence[Quantity], origin_of: Mapping[str, int]) -> int:
    """Minus the number of origins that give its value."""
    return -len({origin_of[m.article.id] for m in members if m.figure.value == one.figure.value})


def _slight(figure: Figure) -> bool:
    return figure.kind == "count" and not figure.role and _low(figure.value) < 3


def _countable(figure: Figure) -> bool:
    return figure.kind != "ordinal" and bool(figure.role or figure.of or figure.unit)


def _quantity(article: Article, figure: Figure, cast: Cast) -> Quantity:
    inner = article.attributions[figure.attribution] if figure.attribution is not None else None
    source = speaker_name(article, inner, cast) if inner else None
    as_of = (inner.time if inner and day_of(inner.time) else None) or (
        article.published.value[:10] if article.published else None
    )
    return Quantity(article, figure, as_of, source)


def _total(members: Sequence[Quantity]) -> Quantity:
    weight: Counter[Value] = Counter()
    for n, one in enumerate(sorted(members, key=lambda m: m.figure.span)):
        weight[one.figure.value] += 1000 // (1 + n)
    best = max(weight, key=lambda value: (weight[value], _low(value)))
    return next(m for m in sorted(members, key=lambda m: m.figure.span) if m.figure.value == best)


def _low(value: Value) -> float:
    return float(value[0]) if isinstance(value, tuple) else float(value)
