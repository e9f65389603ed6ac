"""Occasions: the same utterance dated to different days, or told for two occasions that cannot be one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

from crosswire.model import Evidence, Finding, Span, TimeExpression
from crosswire.reconcile.speakers import one_person
from crosswire.reconcile.utterances import Utterance, Version
from crosswire.reconcile.venues import apart, speaks_of, venue
from crosswire.reconcile.view import View
from crosswire.reconcile.voices import two_persons
from crosswire.reconcile.words import evidence, hull, label, several, shown

NEAR = 40  # characters between the verb of saying and the day that belongs to it
ENOUGH = 8  # words from which on an utterance is no turn of phrase that is used again
PLACED = 0.35  # who speaks on one day here and there repeats words
AROUND = 600  # characters around an utterance in which its report may speak of the other occasion too
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


def other_venues(view: View) -> Iterator[Finding]:
    """The same utterance of one speaker, told for two kinds of occasion: "told a rally" here, "in an interview" there."""
    kinds: dict[Utterance, str | None] = {}
    told: dict[tuple[int, str, str], dict[str, list[Utterance]]] = {}
    for version in view.versions:
        both = version.first, version.second
        a, b = (kinds.setdefault(u, _venue(u)) for u in both)
        if a is None or b is None or not apart(a, b) or not _one_saying(view, version):
            continue
        if not _knows(version.first, b) and not _knows(version.second, a):
            low, high = sorted((a, b))
            sides = told.setdefault((min(u.group for u in both), low, high), {a: [], b: []})
            for utterance, kind in zip(both, (a, b), strict=True):
                sides[kind] += [utterance] if utterance not in sides[kind] else []
    for _, sides in sorted(told.items(), key=lambda item: item[0]):
        yield _elsewhere(view, sorted(sides.values(), key=lambda said: said[0].article.id))


def _one_saying(view: View, version: Version) -> bool:
    """Whether reports of two origins give the same words to one speaker."""
    first, second = version.first, version.second
    origins = view.origin_of[first.article.id], view.origin_of[second.article.id]
    one = bool(first.speaker and second.speaker and one_person(first.speaker, second.speaker))
    return origins[0] != origins[1] and one and _comparable(version)


def _venue(utterance: Utterance) -> str | None:
    """The kind of occasion at which the report has the words said."""
    told = utterance.attribution
    return venue(told.occasion.of(utterance.article.text)) if told and told.occasion else None


def _knows(utterance: Utterance, kind: str) -> bool:
    """Whether the report speaks, near the words, of the occasion that the other report gives for them."""
    text, span = utterance.article.text, utterance.span
    return speaks_of(kind, text[max(0, span.start - AROUND) : span.start]) or speaks_of(
        kind, text[span.end : span.end + AROUND]
    )


def _elsewhere(view: View, sides: Sequence[Sequence[Utterance]]) -> Finding:
    """The words, and the occasion that each report tells."""
    told = [f"{_reports(said)} told for “{shown(_occasion(said[0]).quote)}”" for said in sides]
    first = sides[0][0]
    words = shown(first.span.of(first.article.text))
    statement = f"The same words of {first.speaker} are in {told[0]}, in {told[1]}: “{words}”."
    proof = [e for said in sides for u in said for e in (u.shown, _occasion(u))]
    return view.finding("conflict", "place", statement, PLACED, proof, [first.speaker])


def _reports(said: Sequence[Utterance]) -> str:
    return several(list(dict.fromkeys(label(u.article) for u in said)))


def _occasion(utterance: Utterance) -> Evidence:
    """The words that tell the occasion."""
    told = utterance.attribution
    span = told.occasion if told and told.occasion else utterance.span
    return evidence(utterance.article, span)


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
