"""Numbered notes: every place in a report that a line of an account rests on, and the lines that rest on it.

Numbers run through the reports in their order, and through each report from its first character to its last. So the
list of sources is in the order of the numbers, and the terminal and the page give a place the same number.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from crosswire.model import Account, Article, Span
from crosswire.show.words import doubtful

SHORT, AROUND = 24, 48
CHECK = "conflict to check"  # what a doubtful conflict is called
_BREAK = re.compile(r"[\r\n]")

Part = Literal["finding", "timeline", "quotation", "figure", "matrix", "origin", "report"]


class Use(NamedTuple):
    """A line of an account: which part it is in, its index there, and what it is called."""

    part: Part
    nth: int
    label: str


@dataclass(frozen=True, slots=True)
class Note:
    """One numbered place: the characters of a report, and the lines that rest on them.

    ``before`` and ``after`` are words around a quote that is too short to be understood alone.
    """

    number: int
    article: str
    span: Span
    quote: str
    uses: tuple[Use, ...]
    before: str = ""
    after: str = ""


Place = tuple[str, Span]


@dataclass(frozen=True, slots=True)
class Notes:
    """All notes of one account, by place and by article."""

    by_place: Mapping[Place, Note]
    by_article: Mapping[str, tuple[Note, ...]]

    def at(self, places: Iterable[Place]) -> tuple[Note, ...]:
        """The notes of some places, in the order of their numbers, each once."""
        found = {self.by_place[place].number: self.by_place[place] for place in places}
        return tuple(found[number] for number in sorted(found))


def _uses(account: Account) -> Iterator[tuple[Use, Iterable[Place]]]:
    """Every line of the account with the places it rests on; findings first, since a reader comes for them."""
    for n, finding in enumerate(account.findings):
        yield (
            Use("finding", n, CHECK if doubtful(finding) else finding.kind),
            ((e.article, e.span) for e in finding.evidence),
        )
    for n, entry in enumerate(account.timeline):
        yield Use("timeline", n, "timeline"), ((r.article, r.span) for r in entry.reports)
    for n, quotation in enumerate(account.quotations):
        yield Use("quotation", n, "who said what"), ((v.article, v.span) for v in quotation.variants)
    for n, line in enumerate(account.figures):
        yield Use("figure", n, "figures"), ((r.article, r.span) for r in line.reports)
    for n, row in enumerate(account.matrix):
        yield Use("matrix", n, "which origin says what"), ((e.article, e.span) for c in row.cells for e in c.evidence)
    for n, origin in enumerate(account.origins):
        yield Use("origin", n, "origins"), ((e.article, e.span) for e in origin.evidence)
    for n, report in enumerate(account.articles):
        if report.bounds:
            yield Use("report", n, "reports"), ((e.article, e.span) for e in report.bounds.because)


def around(text: str, span: Span) -> tuple[str, str]:
    """A few words of the same line before and after a short quote, with "…" where they are cut; none for a long quote."""
    if span.end - span.start > SHORT:
        return "", ""
    before = text[max(span.start - AROUND, 0) : span.start]
    after = text[span.end : span.end + AROUND]
    line_before, line_after = _BREAK.split(before)[-1], _BREAK.split(after)[0]
    if line_before == before and span.start > AROUND:
        line_before = f"… {before.partition(' ')[2]}"
    if line_after == after and span.end + AROUND < len(text):
        line_after = f"{after.rpartition(' ')[0]} …"
    return line_before.lstrip(), line_after.rstrip()


def number(account: Account, articles: Sequence[Article]) -> Notes:
    """Number every place that the account rests on.

    Raises:
        KeyError: the account names an article that is not given.
    """
    texts = {article.id: article.text for article in articles}
    order = {report.id: n for n, report in enumerate(account.articles)}
    uses: dict[Place, dict[Use, None]] = defaultdict(dict)
    for use, places in _uses(account):
        for article, span in places:
            uses[article, Span(*span)][use] = None
    notes = tuple(
        Note(n, article, span, span.of(texts[article]), tuple(uses[article, span]), *around(texts[article], span))
        for n, (article, span) in enumerate(sorted(uses, key=lambda place: (order[place[0]], place[1])), 1)
    )
    by_article: dict[str, list[Note]] = {report.id: [] for report in account.articles}
    for note in notes:
        by_article[note.article].append(note)
    return Notes(
        {(note.article, note.span): note for note in notes}, {key: tuple(found) for key, found in by_article.items()}
    )
