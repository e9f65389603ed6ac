"""A toll over time: which value was given for which day, as points of a chart and as one line of text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from crosswire.model import Account, Article, FigureLine, FigureReport, Span
from crosswire.show.words import day_of, hedged, listed, spell

LARGEST = 1e12  # beyond, an axis cannot be read


@dataclass(frozen=True, slots=True)
class Point:
    """One value for one day and the reports that give it; ``later`` where the day is only the earliest it can be."""

    day: date
    height: float
    told: str
    places: tuple[tuple[str, Span], ...]
    later: bool = False

    @property
    def when(self) -> str:
        """The day in words."""
        return f"{spell(self.day.isoformat())}{' or later' if self.later else ''}"


def compared(account: Account) -> Mapping[str, AbstractSet[Span]]:
    """The places, by report, at which a row of the matrix compares numbers: those are of one thing."""
    found: dict[str, set[Span]] = {}
    for row in account.matrix:
        for e in (e for cell in row.cells for e in cell.evidence if row.aspect == "how many"):
            found.setdefault(e.article, set()).add(Span(*e.span))
    return found


def over_time(
    account: Account, line: FigureLine, articles: Mapping[str, Article], places: Mapping[str, AbstractSet[Span]]
) -> tuple[Point, ...]:
    """The values of a quantity by day, each report's first one for a day, of the numbers that are compared.

    Additions and parts are left out. A report without a day stands on the earliest day on which it can have been
    written, where that is not before the first day that is known. Nothing where fewer than two reports, days or values
    are left.
    """
    own = _own(account, line, articles, places) if line.of or line.role else []
    dated = [(found, report) for report in own if (found := day_of(report.as_of or ""))]
    if not dated:
        return ()
    first = min(found for found, _ in dated)
    earliest = {r.id: r.bounds.earliest for r in account.articles if r.bounds and r.bounds.earliest}
    undated = [(day_of(earliest.get(r.article, "")), r) for r in own if not day_of(r.as_of or "")]
    points: dict[tuple[date, bool, str], list[FigureReport]] = {}
    for found, report, later in [
        *((found, report, False) for found, report in dated),
        *((found, report, True) for found, report in undated if found and found >= first),
    ]:
        points.setdefault((found, later, hedged(report, line.unit)), []).append(report)
    made = tuple(
        Point(found, _height(reports[0]), told, tuple((r.article, r.span) for r in reports), later)
        for (found, later, told), reports in sorted(points.items(), key=lambda item: (item[0][:2], _height(item[1][0])))
    )
    several = len({place for point in made for place, _ in point.places}) > 1
    several = several and len({point.day for point in made}) > 1 and len({point.height for point in made}) > 1
    return made if several and all(0 <= point.height < LARGEST for point in made) else ()


def _own(
    account: Account, line: FigureLine, articles: Mapping[str, Article], places: Mapping[str, AbstractSet[Span]]
) -> list[FigureReport]:
    """The first value that each report gives for each day, in the order of the reports."""
    order = {report.id: n for n, report in enumerate(account.articles)}
    found: dict[tuple[str, str | None], FigureReport] = {}
    for report in sorted(line.reports, key=lambda r: (order[r.article], r.span)):
        parts = {f.span for f in articles[report.article].figures if f.scope in {"addition", "part"}}
        if report.span not in parts and report.span in places.get(report.article, ()):
            found.setdefault((report.article, report.as_of), report)
    return list(found.values())


def _height(report: FigureReport) -> float:
    """Where a value stands on the axis: a range at its middle."""
    return float(report.value) if isinstance(report.value, (int, float)) else sum(report.value) / 2


def course(points: Sequence[Point]) -> list[tuple[date, float]]:
    """One value for each day: the one that most reports of that day give, the larger one where they are even."""
    best: dict[date, Point] = {}
    for point in points:
        before = best.get(point.day)
        if not before or (len(point.places), point.height) >= (len(before.places), before.height):
            best[point.day] = point
    return [(found, best[found].height) for found in sorted(best)]


def sentence(points: Sequence[Point], called: Mapping[str, str], most: int = 12) -> str:
    """A toll as one line: “12 (2 May 2024, A) → 14 (3 May 2024, B)”; what is left out in the middle is counted."""
    told = [f"{point.told} ({point.when}, {_who(point, called)})" for point in points]
    if len(told) > most:
        told[most - 1 : -1] = [f"… {len(told) - most} more …"]
    return " → ".join(told)


def _who(point: Point, called: Mapping[str, str]) -> str:
    ids = list(dict.fromkeys(article for article, _ in point.places))
    return listed([called[id] for id in ids]) if len(ids) <= 2 else f"{called[ids[0]]} and {len(ids) - 1} more"
