"""Occasions: the same utterance dated to different days."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date

from crosswire.model import Finding, Span, TimeExpression
from crosswire.reconcile.utterances import Utterance, Version
from crosswire.reconcile.view import View
from crosswire.reconcile.voices import two_persons
from crosswire.reconcile.words import evidence, hull, label, shown

NEAR = 40  # characters between the verb of saying and the day that belongs to it
ENOUGH = 8  # words from which on an utterance is no turn of phrase that is used again
CONFIDENCE = 0.4  # words that are written down are said again, and days resolved from weekdays may be wrong

Dated = tuple[TimeExpression, date]


def other_occasions(view: View) -> Iterator[Finding]:
    """The same utterance of one speaker, with one day beside the verb of saying in one report, another in the other."""
    days: dict[Utterance, Dated | None] = {}
    told: set[tuple[int, date, date]] = set()
    for version in view.versions:
        first, second = version.first, version.second
        if not _comparable(version) or two_persons(first, second, view.voices):
            continue
        a, b = (days.setdefault(u, _day(u)) for u in (first, second))
        if a is None or b is None or a[1] == b[1]:
            continue
        low, high = sorted((a[1], b[1]))
        if (key := (min(first.group, second.group), low, high)) not in told:
            told.add(key)
            yield _finding(view, version, a, b)


def _comparable(version: Version) -> bool:
    """Whether two reports have the same words, and enough of them."""
    apart = version.first.article is not version.second.article
    enough = min(len(version.first.words), len(version.second.words)) >= ENOUGH
    return apart and enough and version.whole and version.same_words


def _finding(view: View, version: Version, a: Dated, b: Dated) -> Finding:
    first, second = version.first, version.second
    statement = (
        f"{label(first.article)} has these words said on {a[1].isoformat()}, {label(second.article)} on "
        f"{b[1].isoformat()}: “{shown(version.first_part.of(first.article.text))}”."
    )
    proof = [evidence(u.article, hull([u.span, time.span])) for u, (time, _) in ((first, a), (second, b))]
    return view.finding("conflict", "date", statement, CONFIDENCE, proof, [first.speaker])


def _day(utterance: Utterance) -> Dated | None:
    """The one day that stands directly behind the source and the verb of saying of quoted words."""
    told = utterance.attribution
    if told is None or not told.cue or not told.source:
        return None
    article, said = utterance.article, hull([*told.source, *told.cue])
    if said.start < utterance.span.end and utterance.span.start < said.end:
        return None
    n = bisect_left(article.times, said.start, key=lambda t: t.span.start)
    found = []
    for time in article.times[n:]:
        if time.span.start > said.end + NEAR or not _joined(
            article.text, Span(said.end, max(said.end, time.span.start))
        ):
            break
        if time.type in {"DATE", "TIME"} and not time.mod and (day := _closed(time.value)):
            found.append((time, day))
    return found[0] if len(found) == 1 else None


def _joined(text: str, between: Span) -> bool:
    """Whether nothing between a verb and a day parts them: no mark that ends or opens a clause or a quotation."""
    return not any(c in '\n.!?;:“”",(' for c in between.of(text))


def _closed(value: str) -> date | None:
    """The day of a value that is closed to the day; a part of that day is the day."""
    try:
        return date.fromisoformat(value[:10]) if len(value) >= 10 else None
    except ValueError:
        return None
