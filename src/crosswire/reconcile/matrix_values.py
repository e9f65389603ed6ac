"""Values that the matrix compares: the figures of the ledger, and what the sides of a conflict give."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from crosswire.model import CERTAIN, Account, Article, Evidence, FigureLine, FigureReport, Finding, Span
from crosswire.reconcile.days import day_of, spoken
from crosswire.reconcile.figures import RISING
from crosswire.reconcile.matrix_rows import Draft, Given, Places, cut, day_text, leading
from crosswire.reconcile.words import evidence, listed, words

LEAD = 8  # sentences in which a report gives the toll that it is about
LEAST = frozenset({"at least", "more than", "over", "no fewer than", "not less than"})
MOST = frozenset({"up to", "at most", "fewer than", "less than", "no more than"})
NEAR = frozenset({"about", "nearly", "around", "almost", "approximately", "roughly", "some"})
PARTING = frozenset({"conflict", "update"})
VAGUE = 5  # the ends of an interval that still is a number: “10 to 12”, not “hundreds”
SMALL = 2  # the largest bare count that is told in passing: “the two sides”
WORDY = 1_000_000  # whole numbers below are given in digits
VALUES = 4  # values that the cell of an origin names
Value = int | float | tuple[float, float]


def figure_rows(account: Account, places: Places) -> Iterator[Draft]:
    """The quantities that two origins give, each with the number of its own total.

    Another number differs only where a finding says so: it may be of something else, or of some of them.
    """
    parted = _parted(account)
    for n, line in enumerate(account.figures):
        if len({places.origin(r.article) for r in line.reports}) < 2 or not _worth(line):
            continue
        every = _own(line, places)
        sure = {
            (places.origin(r.article), r.value)
            for r in every
            if _alike(r, line.value, line) or (r.article, r.value) in parted[n]
        }
        own = [r for r in every if (places.origin(r.article), r.value) in sure]
        best = _best(line, own, places)
        dated = line.role in RISING and len({r.as_of for r in own if r.as_of}) > 1
        by_origin: dict[int, list[FigureReport]] = {}
        for report in own:
            by_origin.setdefault(places.origin(report.article), []).append(report)
        giving = [r for r in own if best is not None and r.value == best]
        value = _number(giving[0], line, places) if giving else None
        given = {origin: _given(found, line, best, places, dated=dated) for origin, found in by_origin.items()}
        yield Draft("how many", _claim(line, own, places), value, given)


def _parted(account: Account) -> Mapping[int, set[tuple[str, Value]]]:
    """The values that a finding tells apart, each with its report, by the line of the ledger that they are in.

    Evidence often holds more than one number: a finding is about the line that has a number in most of its evidence,
    and there nearest to the middle.
    """
    places: dict[str, list[tuple[Span, int, Value]]] = defaultdict(list)
    for n, line in enumerate(account.figures):
        for r in line.reports:
            places[r.article].append((r.span, n, r.value))
    parted: dict[int, set[tuple[str, Value]]] = defaultdict(set)
    for finding in account.findings:
        if finding.type in {"number", "count"} and finding.kind in PARTING and finding.confidence >= CERTAIN:
            found: dict[int, list[tuple[int, str, Value]]] = defaultdict(list)
            for e in finding.evidence:
                inside = sorted((_off(e, span), n, value) for span, n, value in places[e.article] if _inside(e, span))
                for off, n, value in inside:
                    if all(id != e.article for _, id, _ in found[n]):
                        found[n].append((off, e.article, value))
            best = min(found, key=lambda n: (-len(found[n]), sum(off for off, _, _ in found[n]), n), default=None)
            if best is not None and len(found[best]) > 1:
                parted[best].update((id, value) for _, id, value in found[best])
    return parted


def _off(e: Evidence, span: Span) -> int:
    """How far a figure is from the middle of a piece of evidence (in halves of a character)."""
    return abs(span.start + span.end - e.span.start - e.span.end)


def _worth(line: FigureLine) -> bool:
    """Whether a quantity is told exactly enough to be held against another: not “millions”, and no bare one or two."""
    low, high = line.value if isinstance(line.value, tuple) else (line.value, line.value)
    return high <= VAGUE * low if high > low else bool(line.role or line.unit or low > SMALL)


def _own(line: FigureLine, places: Places) -> list[FigureReport]:
    """Each report's own total of a quantity: no addition or part, for a toll from its headline or first sentences."""
    by_article: dict[str, list[FigureReport]] = {}
    for report in line.reports:
        by_article.setdefault(report.article, []).append(report)
    found = []
    for id, reports in by_article.items():
        article = places.articles[id]
        parts = {f.span for f in article.figures if f.scope in {"addition", "part"}}
        total = [r for r in reports if r.span not in parts and (not line.role or _leads(article, r.span))]
        if total:
            best = [r for r in total if r.value == line.value]
            found.append(min(best or total, key=lambda r: r.span))
    return found


def _leads(article: Article, span: Span) -> bool:
    sentences = article.sentences
    return len(sentences) <= LEAD or span.start < sentences[LEAD].start


def _best(line: FigureLine, own: Sequence[FigureReport], places: Places) -> Value | None:
    """The value that a row is held against: the ledger's for a toll over several days or where all can hold."""
    over_days = line.role in RISING and len({r.as_of for r in own if r.as_of}) > 1
    if over_days or all(_alike(r, line.value, line) for r in own):
        return line.value
    by_origin = {(places.origin(r.article), r.value) for r in own}
    counted = {v: sum(value == v for _, value in by_origin) for _, v in by_origin}
    best = [v for v, n in counted.items() if n == max(counted.values())]
    return best[0] if len(best) == 1 else None


def _alike(report: FigureReport, value: Value, line: FigureLine) -> bool:
    """Whether a report's figure can be this value, by its hedge.

    "At least" leaves room only for what is counted in a role on one day: of what rises it gives the number of its
    day, and of other things that are alike in words the two may not be one.
    """
    low, high = report.value if isinstance(report.value, tuple) else (report.value, report.value)
    if report.hedge in NEAR:
        low, high = low - 0.1 * abs(low), high + 0.1 * abs(high)
    if line.role and line.role not in RISING:
        low = 0 if report.hedge in MOST else low
        high = float("inf") if report.hedge in LEAST else high
    least, most = value if isinstance(value, tuple) else (value, value)
    return bool(low <= most and least <= high)


def _given(
    found: Sequence[FigureReport], line: FigureLine, best: Value | None, places: Places, *, dated: bool
) -> Given:
    """What one origin gives; a value of several of its reports is told once, with its day where one has it."""
    texts: dict[tuple[object, ...], str] = {}
    for r in sorted(found, key=lambda r: r.as_of is None):
        day = day_of(r.as_of) if dated else None
        told = f"{r.hedge or ''} {_number(r, line, places)}{f' ({spoken(day)})' if day else ''}".strip()
        texts.setdefault((r.value, r.hedge), told)
    same = best is not None and all(_alike(r, best, line) for r in found)
    proof = [evidence(places.articles[r.article], r.span) for r in found]
    return Given(same, listed(list(texts.values())[:VALUES]), proof)


def _number(report: FigureReport, line: FigureLine, places: Places) -> str:
    """A whole number of what is counted in digits; anything else as the report has it: 1,200; “two-thirds”; 40 metres."""
    if line.unit is None and isinstance(report.value, int) and abs(report.value) < WORDY:
        return f"{report.value:,}"
    return cut(report.span.of(places.articles[report.article].text))


def _claim(line: FigureLine, own: Sequence[FigureReport], places: Places) -> str:
    """What is counted; where that alone would not tell, with words around the figure."""
    counted = " ".join(filter(None, (line.of, line.role)))
    if line.role or not own:
        return counted
    what = counted or (
        "share"
        if line.unit in {"percent", "%"}
        else "amount"
        if line.unit and line.unit.isupper()
        else "measure"
        if line.unit
        else "number"
    )
    return f"{what}: “{places.around(own[0].article, own[0].span)}”"


def compared(finding: Finding, places: Places) -> tuple[str | None, dict[int, Given]]:
    """The sides of a conflict: what each origin gives, and the value that most give, if one is better supported."""
    by_origin: dict[int, list[Evidence]] = {}
    for e in finding.evidence:
        by_origin.setdefault(places.origin(e.article), []).append(e)
    told = {origin: _told(finding, found, places) for origin, found in by_origin.items()}
    common = frozenset.intersection(*(frozenset(values) for values in told.values()))
    keys = {origin: frozenset(values) - common for origin, values in told.items()}
    apart = all(keys.values())
    given: dict[int, Given] = {}
    for origin, found in by_origin.items():
        values = [text for key, text in told[origin].items() if key in keys[origin]][:VALUES] if apart else []
        alone = f"“{cut(found[0].quote)}”" if len(found) == 1 else None  # of several pieces, none is what it says
        given[origin] = Given(same=False, value=listed(values) or alone, evidence=found)
    best = leading(list(keys.values())) if apart else None
    for origin, one in given.items():
        one.same = best is not None and keys[origin] == best
    return next((one.value for one in given.values() if one.same), None), given


def _told(finding: Finding, found: Sequence[Evidence], places: Places) -> Mapping[object, str]:
    """What an origin's evidence gives of the kind that the conflict is about, with the words for it."""
    values: dict[object, str] = {}
    for e in found:
        article = places.articles[e.article]
        if finding.type in {"number", "count"}:
            values |= {f.value: cut(f.span.of(article.text)) for f in article.figures if _inside(e, f.span)}
        elif finding.type == "date":
            values |= {t.value: _dated(t.value, t.span.of(article.text)) for t in article.times if _inside(e, t.span)}
        elif finding.type == "speaker":
            names = [a.speaker_name for a in article.attributions if any(_touches(e, s) for s in a.content)]
            values |= {name.casefold(): name for name in names if name}
        else:
            values[tuple(word for word, _, _ in words(e.quote))] = f"“{cut(e.quote)}”"
    return values


def _dated(value: str, told: str) -> str:
    """Words for a time, with the day that they mean where it is known."""
    return f"“{cut(told)}” ({day_text(value)})" if day_of(value) else f"“{cut(told)}”"


def _inside(e: Evidence, span: Span) -> bool:
    return e.span.start <= span.start and span.end <= e.span.end


def _touches(e: Evidence, span: Span) -> bool:
    return span.start < e.span.end and e.span.start < span.end
