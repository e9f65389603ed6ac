"""The nouns: what the six verbs hand to one another, frozen.

Offsets are code points, half-open ``[start, end)``, into the unchanged ``text`` of an article. The dataclasses are
the published records at the same time: field names and order here are those of the JSON output.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple


class Span(NamedTuple):
    """Characters ``start`` to ``end`` (excluded) of a text; ``[start, end]`` in JSON."""

    start: int
    end: int

    def overlaps(self, other: tuple[int, int]) -> bool:
        """Whether the two spans share a character."""
        return self.start < other[1] and other[0] < self.end

    def covers(self, other: tuple[int, int]) -> bool:
        """Whether ``other`` lies wholly within this span."""
        return self.start <= other[0] and other[1] <= self.end

    def of(self, text: str) -> str:
        """The characters of ``text`` that this span names."""
        return text[self.start : self.end]


BlockKind = Literal["title", "byline", "dateline", "heading", "paragraph", "caption", "boilerplate"]
PublishedBasis = Literal["given", "metadata", "byline", "dateline", "url", "text"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
AttributionKind = Literal["direct", "mixed", "indirect"]
FigureKind = Literal["count", "money", "percent", "measure", "ordinal"]
FigureScope = Literal["total", "addition", "part"]
EventStatus = Literal["happened", "planned", "possible", "denied", "cancelled", "unknown"]
OriginBasis = Literal["original", "copy", "agency", "citation", "unknown"]
Difference = Literal["same", "cut", "altered", "paraphrase"]
FindingKind = Literal[
    "agreement", "conflict", "update", "confirmation", "variant", "single-source", "not-comparable", "inference"
]
FindingType = Literal["count", "number", "date", "place", "speaker", "wording", "status", "claim", "role", "negation"]
Stance = Literal["for", "against", "observing"]


# --- an article -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Source:
    """Where an input came from: a path or an address, its media type, the SHA-256 of its bytes (hex)."""

    path: str | None
    url: str | None
    media_type: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Title:
    """A headline; ``span`` is None where it came from outside the text."""

    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published: ISO 8601 as precisely as it was written, and how that is known.

    ``alternatives`` are other readings that the evidence did not choose (day and month exchanged, say);
    ``because`` names the evidence that decided, in plain words. ``updated`` is the last update that the source states.
    """

    value: str
    basis: PublishedBasis
    span: Span | None = None
    alternatives: tuple[str, ...] = ()
    because: str | None = None
    updated: str | None = None


@dataclass(frozen=True, slots=True)
class Agency:
    """A news agency credited in the text."""

    name: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Author:
    """A writer credited by name."""

    name: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place (never the date) of a dateline; ``span`` is the whole dateline."""

    place: str
    span: Span


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the text and what it is. Blocks do not overlap; they are in text order."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation or place within one article (type as in OntoNotes: PERSON, ORG, GPE, …).

    ``roles`` are the descriptions that the text gives (titles, offices); ``mentions`` are names and descriptions.
    """

    id: str
    type: str
    name: str
    roles: tuple[str, ...]
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3 (TimeML; TempEval-3): extent, type, value, modifier; ``anchor`` says what the value was resolved against.

    A value that the article alone cannot close stays open (``XXXX-WXX-5``: some Friday), with the direction that the
    text gives in ``direction``: "past", "future" or None. ``alternatives`` are other readings (day and month
    exchanged) that the evidence did not choose. ``rule`` names the form of words that was read.
    """

    span: Span
    type: TimeType
    value: str
    mod: str | None = None
    anchor: str | None = None
    direction: Literal["past", "future"] | None = None
    alternatives: tuple[str, ...] = ()
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words that the article reports as said, written, thought or intended by someone (PARC 3.0, PolNeAR 1.0).

    ``source`` names the source, ``cue`` links it to the ``content``; ``quoted`` holds the pieces of content within
    quotation marks (marks excluded). ``speaker`` is the id of an entity; ``chain`` runs from the outlet or agency that
    tells it to the first source behind it; ``time`` is when it was said; ``decided_by`` names the evidence for the
    speaker.
    """

    kind: AttributionKind
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    quoted: tuple[Span, ...]
    speaker: str | None = None
    speaker_name: str | None = None
    chain: tuple[str, ...] = ()
    time: str | None = None
    decided_by: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity: what it is, of what, in which role, and how firmly.

    ``value`` is a number or an interval (low, high). ``unit`` is an ISO 4217 code for money, a unit's name for
    measures. ``of`` is what is counted, as a plural lemma-like noun ("people"); ``role`` what became of it. ``scope``
    says where the words call it a total, an addition ("three more"), or a part of another count ("including two");
    ``rule`` names the family of rules that gave the figure.
    """

    span: Span
    kind: FigureKind
    value: int | float | tuple[float, float]
    unit: str | None = None
    of: str | None = None
    role: str | None = None
    hedge: str | None = None
    scope: FigureScope | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """One who takes part in an event: "agent", "patient", "recipient" or "place", and the entity if it is known."""

    role: str
    span: Span
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Location:
    """Where in the world a named place is: its country (ISO 3166-1 alpha-2), and latitude and longitude in degrees.

    ``point`` is None where the gazetteer at hand does not have the place, or has several that it may be.
    """

    country: str | None
    point: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What an article reports as happened, planned, possible, denied or cancelled.

    ``span`` is the clause, ``trigger`` the word that names the event. ``type`` is a PLOVER type or None.
    ``factuality`` runs from -3 (certainly did not) to +3 (certainly did). ``attribution`` is an index into the
    article's attributions. ``location`` is the place in the world, where it is known; ``rule`` names what decided the
    status and the factuality.
    """

    span: Span
    trigger: Span
    lemma: str
    type: str | None
    participants: tuple[Participant, ...]
    place: str | None
    time: str | None
    status: EventStatus
    factuality: float
    attribution: int | None = None
    location: Location | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Warn:
    """Something odd in an input that was kept: a code for machines, a sentence for people."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Article:
    """One report: its own characters, and everything that was found in them, as offsets into them.

    ``credits`` are the parties that a feed or news package credits (agencies among them), as written there; ``version``
    is the number that the package gives this version of the report.
    """

    id: str
    source: Source
    text: str
    title: Title | None = None
    published: Published | None = None
    publisher: str | None = None
    agency: Agency | None = None
    authors: tuple[Author, ...] = ()
    dateline: Dateline | None = None
    language: str = "und"
    story: str | None = None
    blocks: tuple[Block, ...] = ()
    sentences: tuple[Span, ...] = ()
    entities: tuple[Entity, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    warnings: tuple[Warn, ...] = ()
    credits: tuple[str, ...] = ()
    version: str | None = None


@dataclass(frozen=True, slots=True)
class Rejection:
    """An input that got no record of its own: which, why, and what would help.

    ``repeated``: it is the same report as one already read, under the same id; nothing is lost. ``passed_over``: what
    the input holds besides its reports (the images of a web archive), counted; nothing is lost either.
    """

    input: str
    reason: str
    remedy: str
    repeated: bool = False
    passed_over: bool = False


# --- syntax, as the detectors see it ----------------------------------------------------------------------------------


class Token(NamedTuple):
    """One token of the language model's analysis (Universal POS, Penn tag, ClearNLP dependency label).

    ``start`` and ``end`` are offsets into the article's text; ``head`` is an index into ``Syntax.tokens`` (its own
    index for a root).
    """

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


class Name(NamedTuple):
    """A name that the language model saw: tokens ``first`` to ``last`` (excluded), and its OntoNotes label."""

    first: int
    last: int
    label: str


class Settlement(NamedTuple):
    """A town as a gazetteer has it: ISO 3166-1 country, its part of that (a US state's letters), where, how many live there."""

    country: str
    region: str
    point: tuple[float, float]
    population: int


@dataclass(frozen=True, slots=True)
class Syntax:
    """The language model's analysis of an article's readable blocks.

    ``sentences`` are half-open ranges of token indexes, in text order; a sentence never crosses a block. Tokens that
    are only white space are left out. Boilerplate and bylines are not analysed.
    """

    tokens: tuple[Token, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()
    names: tuple[Name, ...] = ()


# --- a story and its account ------------------------------------------------------------------------------------------


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
    """Articles that come from one independent origin, and why they are taken for one."""

    articles: tuple[str, ...]
    basis: OriginBasis
    evidence: tuple[Evidence, ...] = ()


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
    """One checkable account of one story."""

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


# --- a claim and a text -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ClaimText:
    """A claim, and a text whose stance to it is asked."""

    id: str
    claim: str
    text: str


@dataclass(frozen=True, slots=True)
class ClaimStance:
    """The stance of a text to a claim: for, against, or only observing it."""

    id: str
    stance: Stance
