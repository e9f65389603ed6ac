"""What a figure is about: who gives it, which day and which place its sentence names, and which rule read it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crosswire.detect.gazetteer import listed
from crosswire.model import Article, Figure, Span

PLACES = frozenset({"GPE", "LOC", "FAC"})
BEFORE_PLACES = listed("in at near of from across off around outside inside throughout within to")
LONGEST_LINK = 24  # characters looked at before a place for the word that links it ("in the centre of" has two)

Named = tuple[Span, str]


def about(article: Article, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Fill each figure's `attribution`, `time`, `place` and `rule` from what other detectors found around it.

    The time is that of its sentence which stands nearest; the place is the nearest one in its sentence that a
    preposition links, behind the figure before one ahead of it. None where the sentence names none.
    """
    times = sorted((t.span, t.value) for t in article.times if t.type in {"DATE", "TIME"})
    places = _places(article)
    people = {m.start for e in article.entities if e.type == "PERSON" for m in e.mentions}
    out = []
    for figure, attribution in zip(figures, _attributions(article, figures), strict=True):
        sentence = _sentence(article.sentences, figure.span)
        out.append(
            replace(
                figure,
                attribution=attribution,
                time=_nearest(_within(times, sentence), figure.span),
                place=_linked(_within(places, sentence), figure.span),
                rule=_rule(article, figure, people),
            )
        )
    return tuple(out)


def _rule(article: Article, figure: Figure, people: set[int]) -> str:
    """The family of rules that read a figure."""
    if figure.role and figure.span.start in people:
        return "a named person"
    if figure.role and figure.value == 1 and not any(c.isdigit() for c in figure.span.of(article.text)):
        return "a person told of"
    return "role beside a count" if figure.role else figure.kind


def _attributions(article: Article, figures: Sequence[Figure]) -> Iterator[int | None]:
    """The attribution with the shortest content around each figure; one sweep over both in the order of the text."""
    contents = sorted(
        (span, sum(s.end - s.start for s in a.content), n)
        for n, a in enumerate(article.attributions)
        for span in a.content
    )
    opened: list[tuple[Span, int, int]] = []
    at = 0
    for figure in figures:
        while at < len(contents) and contents[at][0].start <= figure.span.start:
            opened.append(contents[at])
            at += 1
        opened = [one for one in opened if one[0].end > figure.span.start]
        around = [(length, n) for span, length, n in opened if span.covers(figure.span)]
        yield min(around)[1] if around else None


def _places(article: Article) -> list[Named]:
    """The places of an article that a preposition links to what stands around them."""
    found = [(m, e.name) for e in article.entities if e.type in PLACES for m in e.mentions]
    return sorted((m, name) for m, name in found if _is_linked(article.text, m.start))


def _is_linked(text: str, at: int) -> bool:
    before = text[max(0, at - LONGEST_LINK) : at].split()
    word = before[-2] if len(before) > 1 and before[-1].lower() == "the" else before[-1] if before else ""
    return word.lower() in BEFORE_PLACES


def _sentence(sentences: Sequence[Span], span: Span) -> Span:
    at = bisect_right(sentences, (span.start, 1 << 62)) - 1
    return sentences[at] if at >= 0 and sentences[at].end > span.start else span


def _within(named: Sequence[Named], sentence: Span) -> Sequence[Named]:
    return named[
        bisect_left(named, sentence.start, key=lambda n: n[0].start) : bisect_left(
            named, sentence.end, key=lambda n: n[0].start
        )
    ]


def _nearest(named: Sequence[Named], span: Span) -> str | None:
    return min(named, key=lambda n: (_gap(n[0], span), n[0]), default=(span, None))[1]


def _linked(named: Sequence[Named], span: Span) -> str | None:
    """The nearest place behind the figure, else the nearest before it."""
    behind = [n for n in named if n[0].start >= span.end]
    return _nearest(behind or named, span)


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
