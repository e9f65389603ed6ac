"""An account written by hand, rich in everything that can be shown: four reports of a ferry accident, all invented."""

from __future__ import annotations

import re
from dataclasses import replace

from crosswire.model import (
    Account,
    Article,
    Author,
    Block,
    BlockKind,
    Bounds,
    Dateline,
    Difference,
    EventReport,
    EventStatus,
    Evidence,
    FigureLine,
    FigureReport,
    Finding,
    FindingKind,
    FindingType,
    MadeBy,
    MatrixCell,
    MatrixRow,
    ModelInfo,
    Origin,
    Published,
    Quotation,
    Report,
    Source,
    Span,
    TimelineEntry,
    Title,
    Variant,
)

COURIER = """Ferry sinks off Port Lorne, eleven feared dead
By Ines Halloran
PORT LORNE, 2 November – The ferry Aurelia sank in a gale off Port Lorne on Thursday morning with 214 people aboard, the coast guard said.

At least 11 people were killed and about 40 are missing, Captain Odd Brandvik of the coast guard told reporters.

“We searched all night, and we will go on until every name on the list has been accounted for. Nobody on this quay is going home before that,” Brandvik said.

Transport Minister Clara Voss will travel to Port Lorne on Saturday to meet the families, her office announced.

The Aurelia left Skarholm at 6:10 a.m. It was the second accident of a ferry of the Nordling Line this year.
Rescue boats at the quay of Port Lorne. Photo: M. Aske
READ ALSO: Five storms that changed the coast
Leave a comment
"""

WIRE = """PORT LORNE (Tidewire) – Fourteen people died when the ferry Aurelia went down off Port Lorne on Thursday, the coast guard said on Friday, raising an earlier toll of 11.

Twenty-six passengers were still missing. The ship had left Skarholm at 6:45 a.m., the harbour office said.

“We searched all night, and we will go on until every name on the list has been accounted for,” said Captain Odd Brandvik.

Nordling Line rejected reports that the ferry had been overloaded. “The Aurelia carried 214 people and was licensed for 260,” its managing director, Per Lunde, said.
"""

POST = "Tidewire report: grief in Port Lorne\n\n" + WIRE.split("– ", 1)[1].replace("Twenty-six", "Twenty-six of the")

HERALD = """Minister meets families after Aurelia disaster

Transport Minister Clara Voss met relatives of the dead in Port Lorne on Saturday and promised an inquiry.

The toll stands at 14, with 22 missing. Divers reached the wreck at 48 metres, an official of the ministry said.

Captain Brandvik said his crews would go on searching “until every name on the list is accounted for”.

It is the third accident of the company this year, after the Solvind ran aground in March and the Boreas caught fire in July.

Snow is expected on Sunday; thirty people were killed when the Meridian sank off the same coast in 1987.
"""

KINDS_OF: dict[str, BlockKind] = {
    "Ferry sinks": "title",
    "By Ines": "byline",
    "Rescue boats": "caption",
    "READ ALSO": "boilerplate",
    "Leave a": "boilerplate",
    "Tidewire report": "title",
    "Minister meets": "title",
}


def at(article: Article, words: str) -> Span:
    """The one place of some words in a text."""
    start = article.text.index(words)
    return Span(start, start + len(words))


def proof(article: Article, words: str) -> Evidence:
    """Evidence: some words of a text, at their place."""
    return Evidence(article.id, at(article, words), words)


def kind_of(line: str) -> BlockKind:
    """What a line is, by how it begins."""
    return next((kind for start, kind in KINDS_OF.items() if line.startswith(start)), "paragraph")


def blocks(text: str) -> tuple[Block, ...]:
    """One block for each line that is not empty."""
    lines = [(Span(*m.span()), m[0]) for m in re.finditer(r".+", text)]
    found = []
    for span, line in lines:
        place = re.match(r"PORT LORNE, 2 November – |", line)
        start = span.start + (place.end() if place else 0)
        found += [Block("dateline", Span(span.start, start))] if start > span.start else []
        found.append(Block(kind_of(line), Span(start, span.end)))
    return tuple(found)


def article(id: str, text: str, publisher: str | None = None, published: str | None = None) -> Article:
    """A cleaned article of plain text, each line a block."""
    given = Published(published, "metadata") if published else None
    found = Article(id, Source(id, None, "text/plain", "0" * 64), text, None, given, publisher, language="en")
    return replace(found, blocks=blocks(text))


def ferry_articles() -> tuple[Article, ...]:
    """Four reports: one with everything the web leaves in a text, an agency's, its reprint, and one without a date."""
    courier = article("courier.txt", COURIER, "The Lorne Courier", "2023-11-02")
    courier = replace(
        courier,
        title=Title("Ferry sinks off Port Lorne, eleven feared dead", Span(0, 46)),
        authors=(Author("Ines Halloran", at(courier, "Ines Halloran")),),
        dateline=Dateline("Port Lorne", at(courier, "PORT LORNE, 2 November")),
        published=Published(
            "2023-11-02", "dateline", at(courier, "2 November"), because="the year is that of the file's address"
        ),
    )
    wire = article("tidewire.jsonl#17", WIRE, "Tidewire", "2023-11-03T07:30:00+01:00")
    post = article("post.html", POST, "Skarholm Post", "2023-11-03")
    herald = article("herald.txt", HERALD, "The Northern Herald")
    return courier, wire, post, herald


def _finding(
    kind: FindingKind,
    of: FindingType,
    statement: str,
    origins: int,
    *evidence: Evidence,
    speakers: tuple[str, ...] = (),
) -> Finding:
    return Finding(kind, of, statement, 0.9, origins, speakers, evidence)


def _entry(date: str | None, event: str, status: EventStatus, *reports: tuple[Evidence, EventStatus]) -> TimelineEntry:
    return TimelineEntry(date, event, status, tuple(EventReport(e.article, e.span, s) for e, s in reports))


def _variant(evidence: Evidence, difference: Difference) -> Variant:
    return Variant(evidence.article, evidence.span, evidence.quote, difference)


def _reported(
    evidence: Evidence, value: float, hedge: str | None, as_of: str | None, source: str | None
) -> FigureReport:
    return FigureReport(evidence.article, evidence.span, value, hedge, as_of, source)


def _timeline(courier: Article, wire: Article, post: Article, herald: Article) -> tuple[TimelineEntry, ...]:
    return (
        _entry(
            "2023-03",
            "the Solvind ran aground",
            "happened",
            (proof(herald, "the Solvind ran aground in March"), "happened"),
        ),
        _entry(
            "2023-07",
            "the Boreas caught fire",
            "happened",
            (proof(herald, "the Boreas caught fire in July"), "happened"),
        ),
        _entry(
            "2023-11-02",
            "the ferry Aurelia sank off Port Lorne",
            "happened",
            (proof(courier, "The ferry Aurelia sank in a gale off Port Lorne on Thursday morning"), "happened"),
            (proof(wire, "the ferry Aurelia went down off Port Lorne on Thursday"), "happened"),
            (proof(post, "the ferry Aurelia went down off Port Lorne on Thursday"), "happened"),
        ),
        _entry(
            "2023-11-04",
            "Transport Minister Clara Voss travels to Port Lorne and meets the families",
            "happened",
            (proof(courier, "Transport Minister Clara Voss will travel to Port Lorne on Saturday"), "planned"),
            (
                proof(herald, "Transport Minister Clara Voss met relatives of the dead in Port Lorne on Saturday"),
                "happened",
            ),
        ),
        _entry("2023-11-05", "snow is expected", "planned", (proof(herald, "Snow is expected on Sunday"), "planned")),
        _entry(
            None, "the ferry had been overloaded", "denied", (proof(wire, "the ferry had been overloaded"), "denied")
        ),
    )


def _quotations(courier: Article, wire: Article, post: Article, herald: Article) -> tuple[Quotation, ...]:
    long = "We searched all night, and we will go on until every name on the list has been accounted for"
    return (
        Quotation(
            "Odd Brandvik",
            (
                _variant(proof(courier, f"{long}. Nobody on this quay is going home before that"), "same"),
                _variant(proof(wire, long), "cut"),
                _variant(proof(post, long), "cut"),
                _variant(proof(herald, "until every name on the list is accounted for"), "altered"),
            ),
        ),
        Quotation(
            "Per Lunde", (_variant(proof(wire, "The Aurelia carried 214 people and was licensed for 260"), "same"),)
        ),
        Quotation(None, (_variant(proof(herald, "Divers reached the wreck at 48 metres"), "paraphrase"),)),
    )


def _figures(courier: Article, wire: Article, post: Article, herald: Article) -> tuple[FigureLine, ...]:
    return (
        FigureLine(
            "people",
            "killed",
            14,
            (
                _reported(proof(wire, "Fourteen people died"), 14, None, "2023-11-03", "the coast guard"),
                _reported(proof(post, "Fourteen people died"), 14, None, "2023-11-03", "the coast guard"),
                _reported(proof(herald, "The toll stands at 14"), 14, None, "2023-11-04", None),
                _reported(
                    proof(courier, "At least 11 people were killed"), 11, "at least", "2023-11-02", "Odd Brandvik"
                ),
            ),
        ),
        FigureLine(
            "people",
            "missing",
            22,
            (
                _reported(proof(herald, "22 missing"), 22, None, "2023-11-04", None),
                _reported(
                    proof(wire, "Twenty-six passengers were still missing"), 26, None, "2023-11-03", "the coast guard"
                ),
                _reported(proof(courier, "about 40 are missing"), 40, "about", "2023-11-02", "Odd Brandvik"),
            ),
        ),
        FigureLine(
            "depth",
            None,
            48,
            (_reported(proof(herald, "48 metres"), 48, None, None, "an official of the ministry"),),
            "metres",
        ),
    )


def _findings(courier: Article, wire: Article, post: Article, herald: Article) -> tuple[Finding, ...]:
    gone = "The Aurelia left Skarholm at 6:10 a.m."
    return (
        _finding(
            "agreement",
            "claim",
            "The Lorne Courier and Tidewire both say that the ferry sank off Port Lorne on 2 November 2023.",
            2,
            proof(courier, "The ferry Aurelia sank in a gale off Port Lorne on Thursday morning"),
            proof(wire, "the ferry Aurelia went down off Port Lorne on Thursday"),
        ),
        _finding(
            "conflict",
            "count",
            "The Lorne Courier counts the second accident of the company this year; The Northern Herald counts the third, and names two others.",
            2,
            proof(courier, "the second accident of a ferry of the Nordling Line this year"),
            proof(herald, "the third accident of the company this year"),
            proof(herald, "the Solvind ran aground in March and the Boreas caught fire in July"),
        ),
        _finding(
            "conflict",
            "date",
            "The Lorne Courier has the ferry leave Skarholm at 6:10 a.m., Tidewire at 6:45 a.m.",
            2,
            proof(courier, gone),
            proof(wire, "The ship had left Skarholm at 6:45 a.m."),
            speakers=("the harbour office",),
        ),
        _finding(
            "update",
            "number",
            "The number of people killed rose from at least 11 on 2 November to 14 on 3 November 2023.",
            3,
            proof(courier, "At least 11 people were killed"),
            proof(wire, "Fourteen people died"),
            proof(post, "Fourteen people died"),
            proof(herald, "The toll stands at 14"),
        ),
        _finding(
            "confirmation",
            "status",
            "The Lorne Courier announced the visit of Clara Voss to Port Lorne; The Northern Herald says that it happened.",
            2,
            proof(courier, "Transport Minister Clara Voss will travel to Port Lorne on Saturday"),
            proof(herald, "Transport Minister Clara Voss met relatives of the dead in Port Lorne on Saturday"),
        ),
        _finding(
            "variant",
            "wording",
            "Odd Brandvik's words end differently in two reports.",
            2,
            proof(courier, "until every name on the list has been accounted for"),
            proof(herald, "until every name on the list is accounted for"),
            speakers=("Odd Brandvik",),
        ),
        _finding(
            "not-comparable",
            "number",
            "Thirty people killed is said of the Meridian in 1987, not of the Aurelia.",
            2,
            proof(herald, "thirty people were killed when the Meridian sank off the same coast in 1987"),
            proof(wire, "Fourteen people died"),
        ),
        _finding(
            "inference",
            "date",
            "The Northern Herald was written after 3 November 2023, since its toll follows that of Tidewire.",
            2,
            proof(herald, "The toll stands at 14, with 22 missing"),
            proof(wire, "raising an earlier toll of 11"),
        ),
        _finding(
            "single-source",
            "claim",
            "Only The Northern Herald says that divers reached the wreck.",
            1,
            proof(herald, "Divers reached the wreck"),
        ),
        _finding(
            "single-source",
            "number",
            "Only Tidewire gives the licence as 260 people.",
            1,
            proof(wire, "licensed for 260"),
        ),
    )


def _matrix(courier: Article, wire: Article, post: Article, herald: Article) -> tuple[MatrixRow, ...]:
    people = "Fourteen people died"
    dead = (
        MatrixCell(0, "differs", "at least 11 (2 November 2023)", (proof(courier, "At least 11 people were killed"),)),
        MatrixCell(1, "same", "14", (proof(wire, people), proof(post, people))),
        MatrixCell(2, "same", "14", (proof(herald, "The toll stands at 14"),)),
    )
    sank = (
        MatrixCell(
            0,
            "same",
            "2 November 2023",
            (proof(courier, "The ferry Aurelia sank in a gale off Port Lorne on Thursday"),),
        ),
        MatrixCell(1, "same", "2 November 2023", (proof(wire, "the ferry Aurelia went down off Port Lorne"),)),
        MatrixCell(2, "silent"),
    )
    captain = (
        MatrixCell(0, "same", "Captain", (proof(courier, "Odd Brandvik"),)),
        MatrixCell(1, "same", "Captain", (proof(wire, "Odd Brandvik"),)),
        MatrixCell(2, "silent"),
    )
    return (
        MatrixRow("how many", "people killed", "14", dead),
        MatrixRow("when", "the ferry Aurelia sank off Port Lorne", "2 November 2023", sank),
        MatrixRow("who", "Odd Brandvik", None, captain),
    )


def ferry_account() -> tuple[Account, tuple[Article, ...]]:
    """The account of the ferry accident, with its articles."""
    four = courier, wire, post, herald = ferry_articles()
    bounds = Bounds(
        "2023-11-04", "2023-11-05", (proof(herald, "on Saturday"), proof(herald, "Snow is expected on Sunday"))
    )
    account = Account(
        id="courier.txt",
        story="courier.txt",
        title="Ferry sinks off Port Lorne, eleven feared dead",
        first="2023-11-02",
        last="2023-11-05",
        independent_origins=3,
        articles=(
            *(Report(a.id, a.publisher, a.published.value) for a in (courier, wire, post) if a.published),
            Report(herald.id, herald.publisher, None, bounds),
        ),
        origins=(
            Origin((courier.id,), "original", (proof(courier, "By Ines Halloran"),)),
            Origin((wire.id, post.id), "agency", (proof(wire, "(Tidewire)"), proof(post, "Tidewire report"))),
            Origin((herald.id,), "original"),
        ),
        entities=(),
        timeline=_timeline(*four),
        quotations=_quotations(*four),
        figures=_figures(*four),
        findings=_findings(*four),
        made_by=MadeBy("0.1.0", (ModelInfo("en_core_web_sm", "3.8.0", "ab" * 32),)),
        matrix=_matrix(*four),
    )
    return account, four
