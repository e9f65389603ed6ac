"""Annotated reports built by hand: the words of a report, and what stands in them, named by its words."""

from __future__ import annotations

from dataclasses import dataclass, field

from crosswire.model import (
    Account,
    Agency,
    Article,
    Attribution,
    AttributionKind,
    Entity,
    Event,
    EventStatus,
    Figure,
    Finding,
    MadeBy,
    Participant,
    Published,
    Source,
    Span,
    Story,
    TimeExpression,
)
from crosswire.reconcile import reconcile

MADE_BY = MadeBy("0", ())


@dataclass
class Report:
    """A report under construction; `article` gives it frozen."""

    id: str
    text: str
    published: str | None = None
    publisher: str | None = None
    agency: str | None = None
    entities: dict[str, Entity] = field(default_factory=dict)
    times: list[TimeExpression] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    def at(self, words: str) -> Span:
        """Where the words stand (first)."""
        start = self.text.index(words)
        return Span(start, start + len(words))

    def named(self, name: str, type: str = "PERSON", *roles: str) -> Report:
        """An entity with all mentions of its name."""
        spans, start = [], self.text.find(name)
        while start >= 0:
            spans.append(Span(start, start + len(name)))
            start = self.text.find(name, start + 1)
        self.entities[name] = Entity(f"e{len(self.entities) + 1}", type, name, roles, tuple(spans))
        return self

    def time(self, words: str, value: str, type: str = "DATE") -> Report:
        """A time expression."""
        self.times.append(TimeExpression(self.at(words), type, value))  # type: ignore[arg-type]
        return self

    def event(
        self,
        clause: str,
        trigger: str,
        lemma: str,
        *,
        who: str,
        where: str,
        day: str | None,
        status: EventStatus = "happened",
    ) -> Report:
        """An event: someone did something somewhere, on a day."""
        span = self.at(clause)
        start = self.text.index(trigger, span.start)
        parts = tuple(
            Participant(role, self.entities[name].mentions[0], self.entities[name].id)
            for role, name in (("agent", who), ("place", where))
        )
        sure = {"happened": 3.0, "denied": -3.0}.get(status, 1.0)
        self.events.append(Event(span, Span(start, start + len(trigger)), lemma, None, parts, where, day, status, sure))
        return self

    def says(self, name: str, words: str, kind: AttributionKind = "direct") -> Report:
        """Words that a speaker is reported to have said; in quotation marks where `kind` is direct."""
        span = self.at(words)
        entity = self.entities[name]
        quoted = (span,) if kind == "direct" else ()
        self.attributions.append(Attribution(kind, (entity.mentions[0],), (), (span,), quoted, entity.id, entity.name))
        return self

    def figure(self, words: str, value: int, **more: str) -> Report:
        """A number of something."""
        kind = "ordinal" if more.pop("ordinal", None) else "count"
        self.figures.append(Figure(self.at(words), kind, value, **more))  # type: ignore[arg-type]
        return self

    def article(self) -> Article:
        """The report as an annotated article; its sentences end at full stops."""
        sentences, start = [], 0
        for n, c in enumerate(self.text):
            if c == "." or n == len(self.text) - 1:
                sentences.append(Span(start, n + 1))
                start = n + 2
        return Article(
            id=self.id,
            source=Source(self.id, None, "text/plain", "0" * 64),
            text=self.text,
            published=Published(self.published, "given") if self.published else None,
            publisher=self.publisher,
            agency=Agency(self.agency) if self.agency else None,
            language="en",
            sentences=tuple(sentences),
            entities=tuple(self.entities.values()),
            times=tuple(self.times),
            attributions=tuple(self.attributions),
            figures=tuple(self.figures),
            events=tuple(self.events),
        )


def account(*reports: Report, copies: tuple[tuple[str, str], ...] = ()) -> Account:
    """The account of a story of these reports."""
    articles = [report.article() for report in reports]
    return reconcile(Story("s", tuple(a.id for a in articles), copies), articles, MADE_BY)


def found(made: Account, kind: str, type: str | None = None) -> list[Finding]:
    """The findings of a kind (and type)."""
    return [f for f in made.findings if f.kind == kind and type in {None, f.type}]
