"""Accounts as one self-contained page: no script, nothing loaded, every line linked to its words and back."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from crosswire.anchors import is_web, link
from crosswire.model import (
    Account,
    Article,
    EventStatus,
    Evidence,
    FigureLine,
    FigureReport,
    Finding,
    FindingKind,
    MatrixRow,
    Quotation,
    Report,
    Span,
    TextQuote,
    TimelineEntry,
)
from crosswire.show import comparing, words
from crosswire.show.marks import marked, markup
from crosswire.show.notes import Note, Notes, Part, Use, number
from crosswire.show.tolls import Point, compared, over_time, sentence

_LETTER: dict[Part, str] = {
    "finding": "f",
    "timeline": "t",
    "quotation": "q",
    "figure": "g",
    "matrix": "m",
    "origin": "o",
    "report": "d",
}
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}")


@dataclass(frozen=True, slots=True)
class StoryView:
    """One story as the templates ask for it; ids are made of indexes alone, never of text."""

    account: Account
    articles: Mapping[str, Article]
    notes: Notes
    called: Mapping[str, str]
    prefix: str
    found: Mapping[tuple[str, Span], TextQuote]
    compared: Mapping[str, AbstractSet[Span]]

    def id_of(self, use: Use) -> str:
        """The id of the element that shows a line of the account."""
        return f"{self.prefix}{_LETTER[use.part]}{use.nth}"

    def note(self, article: str, span: Span) -> Note:
        """The note of a place."""
        return self.notes.by_place[article, span]

    def cited(self, evidence: Sequence[Evidence]) -> tuple[Note, ...]:
        """The notes of some evidence, each once, by number."""
        return self.notes.at((e.article, e.span) for e in evidence)

    def at_words(self, note: Note) -> str | None:
        """The address that opens a note's page at its words; None where there is no page, or the words are not alone."""
        return link(self.articles[note.article].source.url, self.found.get((note.article, note.span)))

    def at_top(self, note: Note) -> str | None:
        """The address of a note's page; None where it was not read from one of the web."""
        source = self.articles[note.article].source
        return source.url if source.media_type == "text/html" and is_web(source.url) else None

    def parts(self) -> list[tuple[str, str]]:
        """The parts of the account that are not empty, in the order of the page: end of the id, and title."""
        account = self.account
        found = [
            ("findings", "Findings", True),
            ("k-check", words.TO_CHECK, self.to_check()),
            ("matrix", "Which origin says what", account.matrix),
            ("timeline", "Timeline", account.timeline),
            ("said", "Who said what", account.quotations),
            ("figures", "Figures", account.figures),
            ("k-single-source", "One origin only", any(f.kind == "single-source" for f in account.findings)),
            ("origins", "Where the reports come from", account.origins),
            ("reports", "The reports", True),
        ]
        return [(part, title) for part, title, there in found if there]

    def kinds(self) -> list[tuple[FindingKind, list[tuple[int, Finding]]]]:
        """The findings by kind, conflicts first, each with its index in the account; those to check are apart."""
        found: dict[FindingKind, list[tuple[int, Finding]]] = defaultdict(list)
        for n, finding in enumerate(self.account.findings):
            if not words.doubtful(finding):
                found[finding.kind].append((n, finding))
        return [(kind, found[kind]) for kind in words.KINDS if kind in found]

    def to_check(self) -> list[tuple[int, Finding]]:
        """The conflicts that are too doubtful to stand among the findings, each with its index in the account."""
        return [(n, finding) for n, finding in enumerate(self.account.findings) if words.doubtful(finding)]

    def speakers(self) -> list[tuple[str | None, list[tuple[int, Quotation]]]]:
        """The quotations by speaker, the longest first, each with its index in the account."""

        def length(pair: tuple[int, Quotation]) -> int:
            return -max((len(variant.text) for variant in pair[1].variants), default=0)

        found: dict[str | None, list[tuple[int, Quotation]]] = defaultdict(list)
        for n, quotation in sorted(enumerate(self.account.quotations), key=length):
            found[quotation.speaker].append((n, quotation))
        return list(found.items())

    def statuses(self, entry: TimelineEntry) -> list[tuple[EventStatus, tuple[Note, ...]]]:
        """The reports of an event by what they say of it, announced before happened."""
        order = sorted({report.status for report in entry.reports}, key=words.UNFOLDING.index)
        return [
            (status, self.notes.at((r.article, r.span) for r in entry.reports if r.status == status))
            for status in order
        ]

    def figures(self, *, several: bool) -> list[tuple[int, FigureLine]]:
        """The quantities that several reports give, or those that one gives, each with its index in the account."""
        return [(n, line) for n, line in enumerate(self.account.figures) if (len(line.reports) > 1) is several]

    def over_time(self, line: FigureLine) -> list[FigureReport]:
        """The reports of a quantity: by day where two days differ, else as the account orders them."""
        days = {report.as_of for report in line.reports if report.as_of}
        return (
            sorted(line.reports, key=lambda r: (r.as_of is None, r.as_of or ""))
            if len(days) > 1
            else list(line.reports)
        )

    def points(self, line: FigureLine) -> tuple[Point, ...]:
        """The values of a quantity by day, where it changed over time."""
        return over_time(self.account, line, self.articles, self.compared)

    def course(self, points: Sequence[Point]) -> str:
        """A toll over time as one line of text."""
        return sentence(points, self.called)

    def chart(self, line: FigureLine, points: Sequence[Point]) -> Markup:
        """A toll over time as a chart, every point a link to the first of its words."""
        from crosswire.show.chart import draw

        def first(point: Point) -> str:
            return f"{self.prefix}e{self.notes.at(point.places)[0].number}"

        def name(point: Point) -> str:
            notes = self.notes.at(point.places)
            told = words.listed(list(dict.fromkeys(self.called[note.article] for note in notes[: comparing.ROWS])))
            return f"{point.told}, {point.when}: {told}, {notes[0].number}"

        return draw(points, f"{words.counted(line)} over time, a chart", first, name)

    def columns(self) -> list[str]:
        """What the columns of the matrix are called; none where there are too many origins for a column each."""
        found = comparing.origin_names(self.account, self.called)
        return found if len(found) <= comparing.COLUMNS else []

    def origin(self, number: int) -> str:
        """What an origin is called."""
        return comparing.origin_name(self.account.origins[number], self.called)

    def matrix(self) -> list[list[tuple[int, MatrixRow]]]:
        """The rows of the matrix with their numbers: those that are shown at once, and those that are folded."""
        rows = list(enumerate(comparing.filled(self.account.matrix, len(self.account.origins))))
        return [rows[: comparing.ROWS], rows[comparing.ROWS :]]

    def text(self, report: Report) -> Markup:
        """The text of a report with its words marked."""
        return marked(self.articles[report.id], self.notes.by_article[report.id], self.prefix, self.id_of)

    def language(self, report: Report) -> str:
        """The language of a report, as an attribute may say it; "" (not known) where it is undetermined."""
        code = self.articles[report.id].language
        return code if code != "und" and _LANGUAGE.fullmatch(code) else ""


def share(report: FigureReport, line: FigureLine) -> int:
    """A value as a whole percentage of the line's largest, for a bar; 0 where there is nothing to compare."""

    def high(value: float | tuple[float, float]) -> float:
        return value if isinstance(value, (int, float)) else value[1]

    most = max((high(r.value) for r in line.reports), default=0)
    return round(100 * max(high(report.value), 0) / most) if most > 0 else 0


def _shown(value: object) -> object:
    """What a template prints: markup as it is, all else escaped, with what HTML cannot hold made visible."""
    return value if isinstance(value, Markup) else markup(str(value))


@lru_cache(maxsize=1)
def templates() -> Environment:
    """The templates, which escape everything and refuse names that they do not know."""
    env = Environment(
        loader=PackageLoader("crosswire.show"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    env.globals.update(words=words, comparing=comparing, share=share)
    return env


def _selectors(account: Account) -> dict[tuple[str, Span], TextQuote]:
    """What finds the places of the account's evidence in the pages that the reports were read from."""
    found = chain.from_iterable(chain((f.evidence for f in account.findings), (o.evidence for o in account.origins)))
    return {(e.article, Span(*e.span)): e.selector for e in found if e.selector}


def view(account: Account, articles: Sequence[Article], nth: int) -> StoryView:
    """One story made ready for the templates.

    Raises:
        KeyError: the account names an article that is not given.
    """
    by_id = {article.id: article for article in articles}
    notes, selectors = number(account, articles), _selectors(account)
    return StoryView(account, by_id, notes, words.names(account), f"s{nth}-", selectors, compared(account))


def render(stories: Sequence[tuple[Account, Sequence[Article]]]) -> str:
    """One page of all the stories, with a table of contents where there are several.

    Args:
        stories: the accounts, each with the articles that it names.

    Returns:
        HTML that loads nothing and needs no script.

    Raises:
        KeyError: an account names an article that is not given.
    """
    views = [view(account, articles, nth) for nth, (account, articles) in enumerate(stories)]
    return templates().get_template("page.html.j2").render(stories=views)


def render_index(entries: Sequence[tuple[str, Account]]) -> str:
    """The index of a folder of pages.

    Args:
        entries: the name of each story's file, beside the index, and its account.
    """
    return templates().get_template("index.html.j2").render(entries=entries)
