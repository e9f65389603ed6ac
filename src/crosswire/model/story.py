"""A story and its account: what the reports of one happening say, and where they part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from crosswire.model.article import EventStatus
from crosswire.model.span import Span

OriginBasis = Literal["original", "copy", "agency", "citation", "unknown"]
Difference = Literal["same", "cut", "altered", "paraphrase"]
FindingKind = Literal[
    "agreement", "conflict", "update", "confirmation", "variant", "single-source", "not-comparable", "inference"
]
FindingType = Literal["count", "number", "date", "place", "speaker", "wording", "status", "claim", "role", "negation"]
Aspect = Literal["who", "what", "how many", "when", "said"]
Says = Literal["same", "differs", "silent"]

CERTAIN = 0.5
"""Conflicts of less confidence than this are shown apart, as 'to check'; those of more are shown among the others.

It parts what is shown, not what is recorded: every finding is in the account record, with its confidence.
"""


@dataclass(frozen=True, slots=True)
class Membership:
    """What grouping says of one article: its story, and the article that its text reprints, if any."""

    id: str
    story: str
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """The reports of one happening: article ids in order of first appearance, and which of them reprint which."""

    id: str
    articles: tuple[str, ...]
    copies: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class TextQuote:
    """A W3C text quote selector: words, and what stands directly before and after them; white space as single spaces."""

    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact characters of a report: ``text[span.start:span.end] == quote``, always.

    ``selector`` finds them in a web page again; None where they are from none, or where it would match more than once.
    """

    article: str
    span: Span
    quote: str
    selector: TextQuote | None = None


@dataclass(frozen=True, slots=True)
class Bounds:
    """The days between which an undated report must have been written, as far as the story tells."""

    earliest: str | None
    latest: str | None
    because: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One article as an account lists it."""

    id: str
    publisher: str | None
    published: str | None
    bounds: Bounds | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Articles that come from one independent origin, and why they are taken for one: ``because`` says it in words."""

    articles: tuple[str, ...]
    basis: OriginBasis
    evidence: tuple[Evidence, ...] = ()
    because: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Where an entity is named in a story."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class StoryEntity:
    """A person, organisation or place across the reports of a story."""

    id: str
    type: str
    name: str
    roles: tuple[str, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class EventReport:
    """One report's words for an event on the timeline."""

    article: str
    span: Span
    status: EventStatus


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One event of the story: its day (ISO, as precise as it is known; None where no report says), what, and status."""

    date: str | None
    event: str
    status: EventStatus
    reports: tuple[EventReport, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """One report's version of an utterance, against the longest one."""

    article: str
    span: Span
    text: str
    difference: Difference


@dataclass(frozen=True, slots=True)
class Quotation:
    """What one speaker said, in the versions of the reports (the longest first)."""

    speaker: str | None
    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class FigureReport:
    """One report's value of a quantity: how hedged, as of which day, and who gives it."""

    article: str
    span: Span
    value: int | float | tuple[float, float]
    hedge: str | None
    as_of: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One quantity of the story, its best supported value, and every report of it."""

    of: str | None
    role: str | None
    value: int | float | tuple[float, float]
    reports: tuple[FigureReport, ...]
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Where reports agree, part or stand alone: one neutral sentence, its confidence, and the words that it rests on."""

    kind: FindingKind
    type: FindingType
    statement: str
    confidence: float
    origins: int
    speakers: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """What one origin says of a claim: its number in the account's origins, the value that it gives, and its words.

    ``silent``, of cells made for showing, says only that no words of this origin for the claim were found.
    """

    origin: int
    says: Says
    value: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A claim that two or more origins speak of, the value that is best supported, and a cell for each of them.

    An origin without a cell is silent: of hundreds of origins, most are silent on most claims.
    ``value`` is None where no value is better supported than another, or where nothing but words is compared. A cell
    that differs gives another value; whether both can hold is what the findings tell.
    """

    aspect: Aspect
    claim: str
    value: str | None
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """A model that took part: name, version, and the SHA-256 of its files (hex)."""

    name: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class MadeBy:
    """The version of Crosswire and the models behind an account."""

    version: str
    models: tuple[ModelInfo, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """One checkable account of one story; ``matrix`` has its claims by origin, those with differences first."""

    id: str
    story: str
    title: str
    first: str | None
    last: str | None
    independent_origins: int
    articles: tuple[Report, ...]
    origins: tuple[Origin, ...]
    entities: tuple[StoryEntity, ...]
    timeline: tuple[TimelineEntry, ...]
    quotations: tuple[Quotation, ...]
    figures: tuple[FigureLine, ...]
    findings: tuple[Finding, ...]
    made_by: MadeBy
    matrix: tuple[MatrixRow, ...] = ()
