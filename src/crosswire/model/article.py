"""An article: one report, its own characters, and everything that was found in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from crosswire.model.span import Span

BlockKind = Literal["title", "byline", "dateline", "heading", "paragraph", "caption", "boilerplate"]
PublishedBasis = Literal["given", "metadata", "byline", "dateline", "url", "text"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
AttributionKind = Literal["direct", "mixed", "indirect"]
SourceType = Literal["named", "unnamed", "document"]
FigureKind = Literal["count", "money", "percent", "measure", "ordinal"]
FigureScope = Literal["total", "addition", "part"]
EventStatus = Literal["happened", "planned", "possible", "denied", "cancelled", "unknown"]


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
    ``references`` are further words that mean it, found by resolving them: pronouns ("she", "I" in its own words),
    descriptions of organisations ("the company"), and surnames that a form of address tells apart ("Mrs Roe").
    """

    id: str
    type: str
    name: str
    roles: tuple[str, ...]
    mentions: tuple[Span, ...]
    references: tuple[Span, ...] = ()


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
    speaker. ``source_type`` says whether the source is one that the article names, one that it keeps unnamed ("an
    official who spoke on condition of anonymity") or a document; None where no source is told or none can be resolved.
    ``occasion`` is the words that say to whom or where ("told reporters", "at a press briefing", "in an interview").
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
    source_type: SourceType | None = None
    occasion: Span | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity: what it is, of what, in which role, and how firmly.

    ``value`` is a number or an interval (low, high). ``unit`` is an ISO 4217 code for money, a unit's name for
    measures. ``of`` is what is counted, as a plural lemma-like noun ("people"); ``role`` what became of it. ``scope``
    says where the words call it a total, an addition ("three more"), or a part of another count ("including two");
    ``rule`` names the family of rules that gave the figure. ``time`` and ``place`` are those that its sentence names
    nearest to it; ``attribution`` is an index into the article's attributions: who gives it.
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
    time: str | None = None
    place: str | None = None
    attribution: int | None = None


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
    the input holds besides its reports (the images of a web archive), counted; nothing is lost either. ``withdrawn``: the
    id and the version of a report that its agency withdrew; earlier versions of it do not stand.
    """

    input: str
    reason: str
    remedy: str
    repeated: bool = False
    passed_over: bool = False
    withdrawn: tuple[str, str | None] | None = None
