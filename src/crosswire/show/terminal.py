"""An account as lines for a terminal: readable without colour, each line anchored to numbered words of a report.

The limits below are for reading, not silent: what is left out is counted in its place, and the page has all of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from crosswire.model import (
    Account,
    Article,
    FigureLine,
    Finding,
    FindingKind,
    Quotation,
    Report,
    TimelineEntry,
)
from crosswire.show.layout import Run, Style, cells_of, clip, joined, safe, safe_ends, shorten
from crosswire.show.notes import Note, number
from crosswire.show.sheet import Sheet, numbers, rest
from crosswire.show.table import matrix
from crosswire.show.tolls import compared, over_time, sentence
from crosswire.show.words import (
    CHECKING,
    KINDS,
    MARKS,
    NEUTRALITY,
    STATUSES,
    TO_CHECK,
    UNFOLDING,
    amount,
    bounded,
    counted,
    counts,
    derived,
    doubtful,
    hedged,
    names,
    plural,
    quoted,
    spell,
    tallies,
)

NARROWEST, WIDEST = 40, 120
ENTRIES, QUOTATIONS, FIGURES, ALONE, QUOTES = 40, 24, 24, 12, 4
MOST: dict[FindingKind, int] = {"agreement": 16, "variant": 12}


def _header(sheet: Sheet) -> list[str]:
    lines = sheet.lines([Run(safe(sheet.account.title) or "Untitled story", "head")])
    lines += sheet.lines([" · ".join(counts(sheet.account))])
    lines += sheet.lines([" · ".join(f"{n} {told}" for _, n, told in tallies(sheet.account))])
    for origin in sheet.account.origins:
        who, why = derived(origin, sheet.called)
        if len(origin.articles) > 1 or origin.basis not in {"original", "unknown"}:
            lines += sheet.lines([f"{safe(who)}: {why}", sheet.cite(origin.evidence)], 2, 4)
    return lines


def _told(sheet: Sheet, entry: TimelineEntry) -> list[Run | str]:
    """Which reports tell of an event; where they differ in whether it happened, each status with its reports."""
    order = [status for status in UNFOLDING if any(report.status == status for report in entry.reports)]
    runs: list[Run | str] = []
    for status in order:
        found = numbers(sheet.notes.at((r.article, r.span) for r in entry.reports if r.status == status))
        runs += [f"{'; ' if runs else ' — '}{STATUSES[status]}"] if len(order) > 1 else []
        runs.append(found)
    return runs


def _timeline(sheet: Sheet) -> list[str]:
    entries = sheet.account.timeline
    if not entries:
        return []
    lines = sheet.section("Timeline")
    before: str | None = ""
    for entry in entries[:ENTRIES]:
        day = safe(spell(entry.date, weekday=True, short=True)) if entry.date else "no date given"
        day, before = "" if entry.date == before else day, entry.date
        style: Style = "strong" if entry.status == "happened" else ""
        body = [
            f"{MARKS[entry.status]} {STATUSES[entry.status]:<9} ",
            Run(clip(safe(entry.event), 3 * sheet.width), style),
            *_told(sheet, entry),
        ]
        if sheet.width >= 60 and cells_of(day) <= 16:
            found = sheet.lines(body, 20, 32)
            lines += [f"  {day}{' ' * (18 - cells_of(day))}{found[0][20:]}", *found[1:]]
        else:
            lines += sheet.lines([Run(day, "strong")], 2) + sheet.lines(body, 4, 6)
    if len(entries) > ENTRIES:
        lines += sheet.lines([rest(len(entries) - ENTRIES, "entry", "entries")], 2)
    return lines


def _said(sheet: Sheet) -> list[str]:
    """The quotations by speaker: who said most at once comes first, and the longest utterance first."""
    if not sheet.account.quotations:
        return []
    ranked = sorted(sheet.account.quotations, key=lambda q: -max((len(v.text) for v in q.variants), default=0))
    by_speaker: dict[str | None, list[Quotation]] = defaultdict(list)
    for quotation in ranked[:QUOTATIONS]:
        by_speaker[quotation.speaker].append(quotation)
    lines = sheet.section("Who said what")
    for speaker, quotations in by_speaker.items():
        lines += sheet.lines([Run(safe(speaker) if speaker else "Speaker not known", "strong")], 2)
        for quotation in quotations:
            lines += _utterance(sheet, quotation)
    if len(ranked) > QUOTATIONS:
        lines += sheet.lines([rest(len(ranked) - QUOTATIONS, "utterance")], 2)
    return lines


def _utterance(sheet: Sheet, quotation: Quotation) -> list[str]:
    notes = sheet.notes.at((v.article, v.span) for v in quotation.variants)
    cited = numbers(notes, 6)
    differ = [v.difference for v in quotation.variants[1:] if v.difference != "same"]
    words = f" ({', '.join(dict.fromkeys(differ))} elsewhere)" if differ else ""
    text = safe_ends(quotation.variants[0].text, sheet.width) if quotation.variants else ""
    return sheet.lines([quoted(clip(text, sheet.width - 7)), words, cited], 4, 6)


def _figures(sheet: Sheet) -> list[str]:
    figures = sheet.account.figures
    lines = sheet.section("Figures") if figures else []
    places = compared(sheet.account)
    for line in figures[:FIGURES]:
        lines += sheet.lines([Run(f"{safe(counted(line))}: ", "strong"), safe(amount(line.value, line.unit))], 2, 4)
        if points := over_time(sheet.account, line, sheet.articles, places):
            lines += sheet.lines(["over time: ", safe(sentence(points, sheet.called))], 4, 6)
        lines += _values(sheet, line)
    if len(figures) > FIGURES:
        lines += sheet.lines([rest(len(figures) - FIGURES, "quantity", "quantities")], 2)
    return lines


def _values(sheet: Sheet, line: FigureLine) -> list[str]:
    lines = []
    for report in line.reports[:QUOTES]:
        words = [safe(sheet.called[report.article]), ": ", safe(hedged(report, line.unit))]
        words += [f", as of {safe(spell(report.as_of))}"] if report.as_of else []
        words += [f", from {safe(report.source)}"] if report.source else []
        cited = numbers(sheet.notes.at([(report.article, report.span)]))
        lines += sheet.lines(["".join(words), cited], 4, 6)
    if left := line.reports[QUOTES:]:
        lines += sheet.lines(
            [f"and {len(left)} more:", numbers(sheet.notes.at((r.article, r.span) for r in left))], 4, 6
        )
    return lines


def _findings(sheet: Sheet) -> list[str]:
    by_kind: dict[FindingKind, list[Finding]] = defaultdict(list)
    for finding in sheet.account.findings:
        if not doubtful(finding):
            by_kind[finding.kind].append(finding)
    lines = sheet.section("Findings")
    for kind in KINDS:
        found = by_kind[kind]
        if kind == "single-source":
            lines += _alone(sheet, found) if found else []
            continue
        shown = found[: MOST.get(kind)]
        for finding in shown:
            lines += [*_finding(sheet, finding), ""]
        if len(shown) < len(found):
            lines += sheet.lines([rest(len(found) - len(shown), f"of this kind ({KINDS[kind].lower()})")], 2)
    return lines if sheet.account.findings else [*lines, "  The reports share nothing that could be compared."]


def _to_check(sheet: Sheet) -> list[str]:
    """The conflicts that are too doubtful to stand among the findings."""
    found = [finding for finding in sheet.account.findings if doubtful(finding)]
    if not found:
        return []
    lines = [*sheet.section(TO_CHECK), *sheet.lines([Run(CHECKING, "faint")], 2)]
    for finding in found:
        lines += _finding(sheet, finding) if finding is found[-1] else [*_finding(sheet, finding), ""]
    return lines


def _finding(sheet: Sheet, finding: Finding) -> list[str]:
    style: Style = "alarm" if finding.kind == "conflict" and not doubtful(finding) else "strong"
    kind = TO_CHECK if doubtful(finding) else KINDS[finding.kind]
    about = [finding.type, plural(finding.origins, "origin"), f"confidence {finding.confidence:.2f}"]
    lines = sheet.lines([Run(kind.upper(), style), Run(f"  {' · '.join(about)}", "faint")], 2)
    lines += sheet.lines([safe(finding.statement)], 2)
    notes = sheet.notes.at((e.article, e.span) for e in finding.evidence)
    for note in notes[:QUOTES]:
        lines += _evidence(sheet, note)
    if notes[QUOTES:]:
        lines += sheet.lines([f"and {len(notes) - QUOTES} more:", numbers(notes[QUOTES:])], 4, 6)
    return lines


def _evidence(sheet: Sheet, note: Note, *, outlet: bool = True) -> list[str]:
    before = f"{safe(sheet.called[note.article])}: " if outlet else ""
    room = max(2 * sheet.width - 40 - len(before), 30)
    quote = quoted(shorten(safe_ends(note.quote, room), room))
    left = Run(joined(note.before, before=True), "faint")
    right = Run(joined(note.after, before=False), "faint")
    return sheet.lines([Run(f"[{note.number}]", "number"), f" {before}", left, quote, right], 4, 8)


def _alone(sheet: Sheet, findings: Sequence[Finding]) -> list[str]:
    """What only one origin has, one line each."""
    lines = sheet.lines([Run(KINDS["single-source"].upper(), "strong"), Run(f"  {len(findings)}", "faint")], 2)
    for finding in findings[:ALONE]:
        lines += sheet.lines(["· ", safe(finding.statement), sheet.cite(finding.evidence, QUOTES)], 2, 4)
    if len(findings) > ALONE:
        lines += sheet.lines([rest(len(findings) - ALONE, "that only one origin has", "that only one origin has")], 2)
    return lines


def _dated(sheet: Sheet, report: Report) -> list[Run | str]:
    """When a report was published, and how that is known; or the bounds within which it was written, and why."""
    if report.bounds and not report.published:
        known = sheet.cite(report.bounds.because)
        because: list[Run | str] = [", which follows from", known] if known.text else []
        return ["no date of its own; ", bounded(report.bounds), *because]
    if not report.published:
        return ["no date of its own"]
    published = sheet.articles[report.id].published
    why = f" ({safe(published.because)})" if published and published.because else ""
    return [f"published {safe(spell(report.published))}{why}"]


def _sources(sheet: Sheet) -> list[str]:
    lines = sheet.section("Sources")
    for report in sheet.account.articles:
        article = sheet.articles[report.id]
        title = f": {safe(article.title.text)}" if article.title else ""
        lines += sheet.lines([Run(safe(sheet.called[report.id]), "strong"), title], 2, 4)
        known = [] if sheet.called[report.id] == report.id else [f"{safe(report.id)}, "]
        lines += sheet.lines([*known, *_dated(sheet, report)], 4, 4)
        breaks = [n for n, char in enumerate(article.text) if char == "\n"]
        for note in sheet.notes.by_article[report.id]:
            lines += _source(sheet, note, breaks)
    return lines


def _source(sheet: Sheet, note: Note, breaks: Sequence[int]) -> list[str]:
    """One numbered place: its line and column (from 1), and its words as far as one line holds them."""
    row = bisect_right(breaks, note.span.start - 1)
    column = note.span.start - (breaks[row - 1] if row else -1)
    head = f"[{note.number}]"
    where = f" {row + 1}:{column} "
    room = max(sheet.width - 6 - len(head) - len(where), 20)
    quote = quoted(shorten(safe_ends(note.quote, room), room))
    return sheet.lines([Run(head, "number"), Run(where, "faint"), quote], 4, 8)


def _foot(sheet: Sheet) -> list[str]:
    made = sheet.account.made_by
    models = "".join(f"; {model.name} {model.version} (sha256 {model.sha256[:12]})" for model in made.models)
    words = f"Numbers name line:column of a report. {NEUTRALITY} Made by Crosswire {safe(made.version)}{safe(models)}."
    return ["", *sheet.lines([Run(words, "faint")])]


def render(account: Account, articles: Sequence[Article], *, width: int, colour: bool, tables: bool = False) -> str:
    """An account as text for a terminal.

    Args:
        account: what to show.
        articles: the articles that the account names, in any order.
        width: columns of the terminal; used between `NARROWEST` and `WIDEST`.
        colour: whether to use ANSI colours; without them the text is plain.
        tables: whether to draw tables, for a reader at a terminal; without them each row is a paragraph.

    Returns:
        Lines that end in a line feed, none of them wider than the width.

    Raises:
        KeyError: the account names an article that is not given.
    """
    columns = min(max(width, NARROWEST), WIDEST)
    by_id = {article.id: article for article in articles}
    sheet = Sheet(account, number(account, articles), names(account), by_id, columns, colour, tables)
    parts = (_header, _timeline, _said, _figures, matrix, _findings, _to_check, _sources, _foot)
    return "".join(f"{line}\n" for part in parts for line in part(sheet))
