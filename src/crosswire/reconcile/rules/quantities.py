"""Quantities and days that the reports give for one and the same thing: alike, or different."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from crosswire.model import Evidence, Finding, FindingType, Span
from crosswire.reconcile.counterparts import Key, Pair
from crosswire.reconcile.days import day_of, spoken
from crosswire.reconcile.figures import RISING
from crosswire.reconcile.likeness import UNITS, Contrast, one_sentence
from crosswire.reconcile.matched import Match
from crosswire.reconcile.places import Place
from crosswire.reconcile.ranges import compatible
from crosswire.reconcile.rules.numbers import one_more, told_tolls
from crosswire.reconcile.slots import DAYS
from crosswire.reconcile.view import View
from crosswire.reconcile.words import evidence, label, listed, shown, stem

WORTH = 1.0  # likeness from which on it is worth saying that they agree, or why they cannot be compared
SURE, CLEAR, SURE_OF_DAYS = 2.4, 3.6, 4.0  # and from which on a conflict is sure, or clear
NAMED = 6  # reports that a sentence names for one value
FEW = 12  # numbers up to this often point back to what was told of before
BACK = frozenset("the these those both all".split())
REACH = 30  # characters after what is counted within which another thing may be counted with it
CREDITS = ("photo", "reuters/", "getty", "via ap", "ap/", "/ap", "/afp", "posted", "updated", "published", "(ap ")
AROUND = 40  # characters shown on either side of a number
TOLLS = frozenset(map(stem, ("deaths", "cases", "infections", "injuries", "fatalities", "casualties", "arrests")))
DIMENSION: dict[Contrast, str] = {
    "currency": "in different currencies",
    "year": "of different years",
    "part": "of a part and of the whole",
    "margin": "of what one has, and of what one has more than another",
    "role": "of people to whom different things happened",
    "place": "of different places",
}


def other_numbers(view: View) -> Iterator[Finding]:
    """The same quantity in sentences that are alike: the same number, or another one; the same for days."""
    differ = any(match.differ is not None for match in view.matched)
    told = told_tolls(view) if differ else frozenset()
    shown: set[Key] = set()
    for match in view.matched:
        if match.differ is not None:
            if not all(_is_told(place, told) for place in match.places) and not _photographed(match):
                yield _different(view, match, match.differ)
                shown |= {place.key for place in match.places}
        elif match.agree is not None and match.agree >= WORTH and _independent(view, match):
            what = "address" if match.places[0].slot.kind == "address" else "number"
            statement = f"The reports give the same {what}: {_given(match.places)}."
            yield view.finding("agreement", "number", statement, 0.7, _shown(match.places))
    for places in _within(view.counterparts, shown):
        statement = f"{label(places[0].article)} gives two {_named(places)}: {_given(places)}."
        yield view.finding("conflict", "number", statement, 0.4, _shown(places))
    for other, places in _contrasted(view.counterparts):
        yield _apart(view, other, places)


def _is_told(place: Place, tolls: AbstractSet[tuple[str, str, object]]) -> bool:
    """Whether a number is a toll of its report that findings tell of already."""
    return bool(place.figure and (place.article.id, place.figure.role, place.figure.value) in tolls)


def _independent(view: View, match: Match) -> bool:
    """Whether several origins give a number (that they name one day, or one name, is not told of)."""
    several = len({view.origin_of[p.article.id] for p in match.places}) > 1
    return several and match.places[0].slot.kind not in DAYS | {"designation"}


def _different(view: View, match: Match, score: float) -> Finding:
    day = match.places[0].slot.kind in DAYS
    given, proof = _given(match.places), _shown(match.places)
    sure = _confidence(match.places, score)
    if not day and _rises(match):
        return view.finding("update", "number", f"The number changed from report to report: {given}.", sure, proof)
    what: FindingType = "date" if day else "number"
    statement = f"The reports give different {_named(match.places)}: {given}."
    return view.finding("conflict", what, statement, sure, proof)


def _named(places: Sequence[Place]) -> str:
    return {"day": "days", "posted": "days", "address": "addresses"}.get(places[0].slot.kind, "numbers")


def _confidence(places: Sequence[Place], score: float) -> float:
    """How sure a conflict is: where more than two values are given, or the words leave a doubt, it is to be checked."""
    values = _values(places)
    least = SURE_OF_DAYS if places[0].slot.kind in DAYS else SURE
    if len(values) > 2 or score < least or not _of_one_time(places):
        return 0.4
    sure = [_of_one_set(a, b) for a in values[0] for b in values[1]]
    if 2 * sum(sure) < len(sure):
        return 0.4
    return 0.7 if score >= CLEAR else 0.6


def _of_one_time(places: Sequence[Place]) -> bool:
    """Whether the reports that have a date are of the same day, or of two that follow one another.

    A toll of a report without a date may be a later one.
    """
    days = [day for p in places if (day := day_of(p.article.published.value if p.article.published else None))]
    if len(days) < len(places) and any(map(_is_toll, places)):
        return False
    return not days or (max(days) - min(days)).days <= 1


def _of_one_set(a: Place, b: Place) -> bool:
    """Whether nothing in the words leaves a doubt that two numbers count one set, or two days are of one event.

    "The two countries" point back to what was told of before; "12-nation" takes in who speaks, "11 nations" need not;
    "3,500 subpoenas and warrants" are not all subpoenas; "at least two" may be three; of "nine of 40 divers" another report
    may have a part; sentences of which all other numbers, or all names, differ tell of two things.
    """
    if any(mine and theirs and mine.isdisjoint(theirs) for mine, theirs in ((a.others, b.others), (a.names, b.names))):
        return False
    if a.slot.kind in DAYS:
        return not _captioned(a) and not _captioned(b)
    back = any(p.slot.value <= FEW and p.before[:1] and p.before[0] in BACK for p in (a, b))
    back = back or any(one_more(p.article, p.slot.span, p.slot.value) for p in (a, b))
    low, high = sorted((a.slot, b.slot), key=lambda slot: slot.value)
    open_end = low.hedge != high.hedge and (low.hedge == "least" or high.hedge == "most")
    alike = all(one(a) == one(b) for one in (_compound, _with_others, _modifiers))
    return alike and a.share == b.share and not back and not open_end and a.slot.counted not in UNITS


def _compound(place: Place) -> tuple[str, ...]:
    """What a number is joined to by a hyphen counts: "a 69-page plan"; empty where it is not joined."""
    return place.after[:3] if place.after[:1] == ("-",) else ()


def _modifiers(place: Place) -> tuple[str, ...]:
    return place.slot.of[: max(place.slot.head, 0)]


def _with_others(place: Place) -> bool:
    """Whether a number counts two things together: "3,500 subpoenas and warrants"."""
    after = place.article.text[place.slot.said.end : place.slot.said.end + REACH].split()
    return len(after) > 1 and after[0] == "and" and after[1].isalpha() and stem(after[1]) + "s" == after[1]


def _captioned(place: Place) -> bool:
    """Whether a day is that of a photograph, or of a report's own posting."""
    words = place.article.text[place.sentence.start : place.sentence.end + REACH].casefold()
    return any(mark in words for mark in CREDITS)


def _photographed(match: Match) -> bool:
    """Whether days differ of which one is that of a photograph, taken of what may be another event.

    One and the same caption with two days is of one photograph.
    """
    days = match.places[0].slot.kind in DAYS and (match.differ or 0) < SURE_OF_DAYS
    first = match.places[0]
    return days and any(map(_captioned, match.places)) and not all(one_sentence(first, p) for p in match.places[1:])


def _within(pairs: Sequence[Pair], shown: AbstractSet[Key]) -> Iterator[Sequence[Place]]:
    """Where a report contradicts itself, and others give one of its numbers: each once, its own places first.

    Numbers that a conflict has shown already are left out.
    """
    found: dict[Key, list[Place]] = {}
    for pair in pairs:
        if pair.within and not pair.contrast and not {pair.first.key, pair.second.key} <= shown:
            own, other = (pair.first, pair.second)
            if own.article.id != pair.within.article.id:
                own, other = other, own
            group = found.setdefault(own.key, [own])
            group += [place for place in (pair.within, other) if place not in group]
    yield from (sorted(group, key=lambda p: (p.article.id != group[0].article.id, p.key)) for group in found.values())


def _contrasted(pairs: Sequence[Pair]) -> Iterator[tuple[Contrast, Sequence[Place]]]:
    """Numbers that are told of in like words and differ in one dimension: those that hang together once, with all reports."""
    groups: dict[tuple[Contrast, Key], list[Place]] = {}
    for pair in pairs:
        if pair.contrast and pair.score >= WORTH and not pair.equal and pair.first.slot.kind not in DAYS:
            first, second = (groups.setdefault((pair.contrast, p.key), [p]) for p in (pair.first, pair.second))
            if first is not second:
                small, large = sorted((first, second), key=len)
                large += small
                groups |= dict.fromkeys(((pair.contrast, place.key) for place in small), large)
    whole = {id(group): (other, sorted(group, key=lambda p: p.key)) for (other, _), group in groups.items()}
    yield from sorted(whole.values(), key=lambda found: (found[1][0].key, found[0]))


def _apart(view: View, other: Contrast, places: Sequence[Place]) -> Finding:
    statement = f"The numbers are {DIMENSION[other]}, and cannot be compared: {_given(places)}."
    return view.finding("not-comparable", "number", statement, 0.5, _shown(places))


def _rises(match: Match) -> bool:
    """Whether the number is a toll, and reports of later days give larger ones."""
    days = [day_of(place.article.published.value if place.article.published else None) for place in match.places]
    known = sorted((day, place.slot.value) for day, place in zip(days, match.places, strict=True) if day)
    values = [value for _, value in known]
    grows = values == sorted(values) and len({day for day, _ in known}) > 1
    return grows and len(known) == len(days) and any(_is_toll(place) for place in match.places)


def _is_toll(place: Place) -> bool:
    return place.slot.counted in TOLLS or bool(place.figure and place.figure.role in RISING)


def _given(places: Sequence[Place]) -> str:
    """The values with who gives them, those that most give first."""
    return listed([_said(group) for group in sorted(_values(places), key=len, reverse=True)])


def _values(places: Sequence[Place]) -> list[list[Place]]:
    """The places by their values, in the order of the first of each."""
    groups: list[list[Place]] = []
    for place in places:
        same = next((group for group in groups if compatible(group[0].slot, place.slot)), None)
        if same is None:
            groups.append([place])
        else:
            same.append(place)
    return groups


def _said(group: Sequence[Place]) -> str:
    names = list(dict.fromkeys(f"{label(place.article)}{_published(place)}" for place in group))
    more = [f"and {len(names) - NAMED} more"] if len(names) > NAMED + 1 else names[NAMED:]
    said = shown(group[0].slot.said.of(group[0].article.text))
    return f"“{said}” ({'; '.join([*names[:NAMED], *more])})"


def _published(place: Place) -> str:
    day = day_of(place.article.published.value if place.article.published else None)
    return f", {spoken(day)}" if day else ""


def _shown(places: Sequence[Place]) -> list[Evidence]:
    return [evidence(place.article, _around(place)) for place in places]


def _around(place: Place) -> Span:
    """The number with some words of its sentence on either side."""
    text, sentence, span = place.article.text, place.sentence, place.slot.span
    start = text.rfind(" ", sentence.start, max(sentence.start, span.start - AROUND)) + 1 or sentence.start
    end = text.find(" ", min(sentence.end, span.end + AROUND), sentence.end)
    stop = end if end >= 0 else sentence.end
    return Span(start, stop - len(text[start:stop]) + len(text[start:stop].rstrip(" .,;:–—\n")))
