"""Quantities and days that the reports give for one and the same thing: alike, or different."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosswire.model import Evidence, Finding, FindingType, Span
from crosswire.reconcile.counterparts import Place
from crosswire.reconcile.days import day_of, spoken
from crosswire.reconcile.figures import RISING
from crosswire.reconcile.matched import Match, matches
from crosswire.reconcile.rules.numbers import tolls
from crosswire.reconcile.slots import compatible
from crosswire.reconcile.view import View
from crosswire.reconcile.words import evidence, label, listed, shown

LEAST = 0.0  # likeness from which on two numbers are taken for one quantity
AGREED = 1.0  # and from which on it is worth saying that they agree
SURE, CLEAR = 1.0, 2.0  # and from which on a conflict is sure, or clear
TOLLS = frozenset({"death", "case", "infection", "injury", "fatality", "casualty", "arrest", "victim"})
AROUND = 40  # characters shown on either side of a number


def other_numbers(view: View) -> Iterator[Finding]:
    """The same quantity in sentences that are alike: the same number, or another one; the same for days."""
    told = [piece for finding in tolls(view) for piece in finding.evidence]
    for match in matches(view.articles, LEAST):
        if match.differ is not None:
            if not all(_in(place, told) for place in match.places):
                yield _different(view, match, match.differ)
        elif match.agree is not None and match.agree >= AGREED and _independent(view, match):
            statement = f"The reports give the same number: {_given(match)}."
            yield view.finding("agreement", "number", statement, 0.7, _shown(match))


def _in(place: Place, told: Sequence[Evidence]) -> bool:
    """Whether a finding shows a number already."""
    return any(piece.article == place.article.id and piece.span.overlaps(place.slot.span) for piece in told)


def _independent(view: View, match: Match) -> bool:
    """Whether several origins give a number (that they name one day is not told of)."""
    return match.places[0].slot.kind != "day" and len({view.origin_of[p.article.id] for p in match.places}) > 1


def _different(view: View, match: Match, score: float) -> Finding:
    sure = 0.7 if score >= CLEAR else 0.6 if score >= SURE else 0.4
    day = match.places[0].slot.kind == "day"
    if not day and _rises(match):
        statement = f"The number changed from report to report: {_given(match)}."
        return view.finding("update", "number", statement, sure, _shown(match))
    what: FindingType = "date" if day else "number"
    statement = f"The reports give different {'days' if day else 'numbers'}: {_given(match)}."
    return view.finding("conflict", what, statement, sure, _shown(match))


def _rises(match: Match) -> bool:
    """Whether the number is a toll, and reports of later days give larger ones."""
    days = [day_of(place.article.published.value if place.article.published else None) for place in match.places]
    known = sorted((day, place.slot.value) for day, place in zip(days, match.places, strict=True) if day)
    values = [value for _, value in known]
    grows = values == sorted(values) and len({day for day, _ in known}) > 1
    return grows and len(known) == len(days) and any(_is_toll(place) for place in match.places)


def _is_toll(place: Place) -> bool:
    return any(f.role in RISING and f.span.overlaps(place.slot.span) for f in place.article.figures) or not (
        TOLLS.isdisjoint(place.slot.of)
    )


def _given(match: Match) -> str:
    """The values with who gives them, those that most give first."""
    groups: list[list[Place]] = []
    for place in match.places:
        same = next((group for group in groups if compatible(group[0].slot, place.slot)), None)
        if same is None:
            groups.append([place])
        else:
            same.append(place)
    return listed([_said(group) for group in sorted(groups, key=len, reverse=True)])


def _said(group: list[Place]) -> str:
    names = list(dict.fromkeys(f"{label(place.article)}{_published(place)}" for place in group))
    return f"“{shown(group[0].slot.said.of(group[0].article.text))}” ({'; '.join(names)})"


def _published(place: Place) -> str:
    day = day_of(place.article.published.value if place.article.published else None)
    return f", {spoken(day)}" if day else ""


def _shown(match: Match) -> list[Evidence]:
    return [evidence(place.article, _around(place)) for place in match.places]


def _around(place: Place) -> Span:
    """The number with some words of its sentence on either side."""
    text, sentence, span = place.article.text, place.sentence, place.slot.span
    start = text.rfind(" ", sentence.start, max(sentence.start, span.start - AROUND)) + 1 or sentence.start
    end = text.find(" ", min(sentence.end, span.end + AROUND), sentence.end)
    stop = end if end >= 0 else sentence.end
    return Span(start, stop - len(text[start:stop]) + len(text[start:stop].rstrip(" .,;:–—\n")))
