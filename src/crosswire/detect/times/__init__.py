"""Times: TIMEX3 expressions (TimeML; TempEval-3) found, and resolved against the context that the article gives."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from crosswire.detect.times.deictic import Anchor, Direction, deictic, is_deictic
from crosswire.detect.times.extend import extended, joined
from crosswire.detect.times.grammar import expressions
from crosswire.detect.times.meaning import Found, Meaning
from crosswire.detect.times.order import Order, day_order, reading
from crosswire.detect.times.resolve import resolve
from crosswire.detect.times.tense import Verbs, direction, is_pluperfect, verbs
from crosswire.detect.times.told import Told
from crosswire.detect.times.values import day_of
from crosswire.detect.times.words import Words, words
from crosswire.model import Article, Attribution, Span, Syntax, TimeExpression

__all__ = ["detect_times", "reanchor_times"]

_NAMED = frozenset({"PERSON", "ORG", "WORK_OF_ART", "FAC", "PRODUCT"})
_AROUND = 40  # characters to either side that may tell what a word means: "in May"
# A text is a history if it names four years or more, most of them far off, and hardly speaks from its own day.
_NARRATIVE_SHARE = 0.6
_NARRATIVE_LEAST = 4
_LEAD = 3  # "died on Monday" at the head of an obituary: a report of the day, however many years it goes on to name


# What is put off until Tuesday, or comes as soon as Tuesday, lies ahead whatever the verb.
_AHEAD = re.compile(r"(?<!up )(?:until|till|soon as|early as|[Aa]head of)\s\Z")


@dataclass(frozen=True, slots=True)
class Place:
    """A time expression in the article: where, what it means, whether it stands in a headline, and its rule."""

    span: Span
    meaning: Meaning
    headline: bool
    rule: str


def detect_times(article: Article, syntax: Syntax) -> Article:
    """Find and resolve the time expressions of an English article.

    Args:
        article: cleaned; its blocks other than boilerplate are read, and resolved against ``published``.
        syntax: the analysis of its readable blocks; where it is empty, verbs tell no direction.

    Returns:
        The article with ``times`` in text order, without overlap.
    """
    places = [
        place
        for block in article.blocks
        if block.kind != "boilerplate"
        for place in _places(article.text, block.span, headline=block.kind == "title")
    ]
    if not places:
        return replace(article, times=())
    if syntax.names:
        places = _unnamed(places, syntax)
    anchor = _published(article)
    order = day_order(article, [p.meaning.value for p in places if p.meaning.form == "numeric"])
    told = Told(anchor.day if anchor else None, _narrative(places, anchor))
    index = verbs(syntax) if syntax.tokens else None
    return replace(
        article, times=tuple(_expression(article.text, place, anchor, told, index, order) for place in places)
    )


def reanchor_times(article: Article, syntax: Syntax) -> Article:
    """Count "yesterday", "Friday" and their like within quotations from the day of speaking, where that is known.

    Args:
        article: with ``times`` and ``attributions``; an attribution whose ``time`` is not a full day changes nothing.
        syntax: not used; detectors share one signature.

    Returns:
        The article with the values and anchors of those times changed.
    """
    del syntax
    spoken = sorted(_spoken(article.attributions))
    if not spoken:
        return article
    starts = [span.start for span, _ in spoken]
    times: list[TimeExpression] = []
    for time in article.times:
        at = bisect_right(starts, time.span.start) - 1
        inside = at >= 0 and spoken[at][0].covers(time.span)
        times.append(_respoken(article.text, time, spoken[at][1]) if inside else time)
    return replace(article, times=tuple(times))


# --- finding ----------------------------------------------------------------------------------------------------------


def _places(text: str, span: Span, *, headline: bool) -> Iterator[Place]:
    found = words(text, span.start, span.end)
    for one in _found(found):
        yield Place(Span(found.starts[one.first], found.ends[one.last - 1]), one.meaning, headline, one.rule)


def _found(given: Words) -> list[Found]:
    floor = 0
    out: list[Found] = []
    for one in expressions(given):
        out.append(extended(given, one, floor))
        floor = one.last
    return joined(given, out)


def _unnamed(places: list[Place], syntax: Syntax) -> list[Place]:
    """The expressions that are not part of a longer name: not the "Friday" of a paper, the "June" of a person."""
    named: list[tuple[int, int]] = [
        (syntax.tokens[name.first].start, syntax.tokens[name.last - 1].end)
        for name in syntax.names
        if name.label in _NAMED
    ]
    starts = [start for start, _ in named]
    kept: list[Place] = []
    for place in places:
        at = bisect_right(starts, place.span.start) - 1
        if at < 0 or not _part_of_name(place.span, named[at]):
            kept.append(place)
    return kept


def _part_of_name(span: Span, name: tuple[int, int]) -> bool:
    return name[0] <= span.start and span.end <= name[1] and name != (span.start, span.end)


# --- resolving --------------------------------------------------------------------------------------------------------


def _published(article: Article) -> Anchor | None:
    day = day_of(article.published.value) if article.published else None
    return Anchor(day, "published") if day else None


def _narrative(places: list[Place], anchor: Anchor | None) -> bool:
    """Whether the text tells of other years than that of its publication: most of the years that it names lie far off."""
    years = [
        place.meaning.year for place in places if place.meaning.form == "calendar" and place.meaning.year is not None
    ]
    if len(years) < _NARRATIVE_LEAST:
        return False
    far = sum(anchor is None or abs(anchor.day.year - year) > 1 for year in years)
    spoken = [_from_today(place.meaning) for place in places]
    return far >= _NARRATIVE_SHARE * len(years) and sum(spoken) * 8 <= far and not any(spoken[:_LEAD])


def _from_today(meaning: Meaning) -> bool:
    """Whether only a report of the day says this: yesterday, this week, on Friday."""
    if meaning.form == "calendar":
        return meaning.weekday is not None and meaning.day is None
    return meaning.form in ("shift", "period") and meaning.base == "speech" and meaning.sub != "the"


def _expression(
    text: str, place: Place, anchor: Anchor | None, told: Told, index: Verbs | None, order: Order
) -> TimeExpression:
    meaning = place.meaning
    way: Direction = None
    if meaning.form in ("calendar", "shift", "period") and meaning.year is None:
        way = _direction(text, place, index)
    if meaning.form == "numeric":
        value, alternatives, name = reading(meaning.value, order)
        told.note(value)
        return TimeExpression(place.span, "DATE", value, meaning.mod, name, None, alternatives, place.rule)
    told.behind = told.narrative and index is not None and is_pluperfect(index, place.span)
    found = resolve(meaning, anchor, told, way)
    if not (told.behind and meaning.form == "shift"):  # "two days before, she had left": the story stays where it was
        told.hear(meaning, found.value)
    return TimeExpression(place.span, meaning.type, found.value, meaning.mod, found.anchor, way, (), place.rule)


def _direction(text: str, place: Place, index: Verbs | None) -> Direction:
    meaning = place.meaning
    if meaning.base == "previous":
        return None
    if meaning.form == "shift" and meaning.amount:
        return "past" if meaning.amount < 0 else "future"
    if meaning.which:
        return "past" if meaning.which < 0 else "future"
    if _AHEAD.search(text, max(0, place.span.start - 12), place.span.start):
        return "future"
    return direction(index, place.span, headline=place.headline) if index else None


# --- times in quotations ----------------------------------------------------------------------------------------------


def _spoken(attributions: tuple[Attribution, ...]) -> Iterator[tuple[Span, Anchor]]:
    for one in attributions:
        day = day_of(one.time) if one.time else None
        if day:
            for span in one.quoted:
                yield span, Anchor(day, f"{day.isoformat()} (day of speaking)")


def _respoken(text: str, time: TimeExpression, anchor: Anchor) -> TimeExpression:
    around = Span(max(0, time.span.start - _AROUND), min(len(text), time.span.end + _AROUND))
    for place in _places(text, around, headline=False):
        if (
            place.span == time.span
            and is_deictic(place.meaning)
            and (found := deictic(place.meaning, anchor, time.direction))
        ):
            return replace(time, value=found.value, anchor=found.anchor)
    return time
