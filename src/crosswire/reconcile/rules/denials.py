"""What one report tells and another denies, and who did it to whom: statements that cannot both be true."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from crosswire.model import Finding, FindingType
from crosswire.reconcile.days import day_of
from crosswire.reconcile.predicates import STATES, TRENDS
from crosswire.reconcile.rules.denied import told_and_denied
from crosswire.reconcile.statements import Side, Statement
from crosswire.reconcile.view import View
from crosswire.reconcile.words import content_words, label, shown

Pair = tuple[float, Statement, Statement]

NEAR = 1  # days between two reports within which a thing is taken not to have changed
ALIKE = 0.5  # share of the words of the shorter statement that both must have
SURE, DOUBTFUL = 0.6, 0.4  # confidence: the same named one, or only words that are alike
SHARED = 2  # words that both must have beside one who takes part


def said_and_denied(view: View) -> Iterator[Finding]:
    """One report tells that something happened, another that it did not; or one speaker says so and another denies it."""
    groups: dict[tuple[str, ...], dict[tuple[int, int], Pair]] = defaultdict(dict)
    for told, other in _opposed(view):
        if sure := contradicts(view, told, other):
            groups[_group(told)][id(told), id(other)] = (sure, told, other)
    for _, pairs in sorted(groups.items()):
        yield _denial(view, list(pairs.values()))
    found = {(other.article.id, other.sentence) for pairs in groups.values() for _, _, other in pairs.values()}
    yield from told_and_denied(view, found)


def of_other_times(view: View) -> Iterator[Finding]:
    """One report tells that something happened, another that it did not, but of another time or at another place."""
    groups: dict[tuple[str, ...], tuple[Statement, Statement, str]] = {}
    for told, other in _opposed(view):
        if differs := apart(view, told, other):
            groups.setdefault((*_group(told), differs), (told, other, differs))
    for _, (told, other, differs) in sorted(groups.items(), key=lambda item: item[0]):
        statement = (
            f"{_teller(told)} “{shown(told.told)}”; {_otherwise(other)}: “{shown(other.told)}”. "
            f"They speak of different {differs}, and cannot be compared."
        )
        yield view.finding("not-comparable", "status", statement, SURE, [told.shown, other.shown])


def _opposed(view: View) -> Iterator[tuple[Statement, Statement]]:
    """Statements of two origins for and against, of one predicate and one who takes part; neither is limited."""
    for members in view.statements.values():
        against = [m for m in members if m.sign < 0 and not m.limited]
        for told in (m for m in members if m.sign > 0 and not m.limited) if against else ():
            for other in against:
                origins = view.origin_of[told.article.id], view.origin_of[other.article.id]
                if origins[0] != origins[1] and not (told.denied and other.denied):
                    yield told, other


def _group(told: Statement) -> tuple[str, ...]:
    return told.predicate, *sorted({side.key for side in (told.agent, told.patient) if side})


def contradicts(view: View, told: Statement, other: Statement) -> float:
    """How sure it is that two statements of opposed signs are alike in all else; 0 where they are not."""
    if not same_time(told, other) or _elsewhere(told, other) or _of_another(told, other):
        return 0
    sure = likeness(view, told, other)
    return min(sure, DOUBTFUL) if told.hedged or other.hedged else sure


def apart(view: View, told: Statement, other: Statement) -> str | None:
    """In what two statements differ that are alike in all else: their times, or their places; None otherwise."""
    times = bool(told.event.time and other.event.time) and not same_time(told, other)
    places = bool(told.place and other.place and told.place != other.place)
    if times == places or likeness(view, told, other) < SURE:
        return None
    return "times" if times else "places"


def same_time(first: Statement, second: Statement) -> bool:
    """Whether nothing says that the two are of different times: days, months or years given, or days of writing."""
    a, b = first.event.time or "", second.event.time or ""
    if a[:4].isdigit() and b[:4].isdigit():
        return a[:10].startswith(b[:10]) or b[:10].startswith(a[:10])
    if first.predicate in TRENDS:
        return not (a or b or first.numbers or second.numbers) and _near(first, second)
    return first.of_the_past or second.of_the_past or _near(first, second)


def _near(first: Statement, second: Statement) -> bool:
    """Whether two reports are written within a day or so, or at days that are not known."""
    days = [day for one in (first, second) if (day := _written(one))]
    return len(days) < 2 or abs((days[0] - days[1]).days) <= NEAR


def _written(one: Statement) -> date | None:
    return day_of(one.article.published.value) if one.article.published else None


def likeness(view: View, first: Statement, second: Statement) -> float:
    """How sure it is that the same take part, and that enough else is the same; 0 where it is not."""
    roles = [(first.agent, second.agent), (first.patient, second.patient)]
    both = [(a, b) for a, b in roles if a and b]
    if not both or any(not a.is_like(b) for a, b in both):
        return 0
    named = any(a.entity for a, _ in both)
    if first.predicate in STATES and named and all(_person(view, side) for sides in both for side in sides):
        return SURE
    if first.event.lemma != second.event.lemma and not (first.agent and second.agent):
        return 0
    least = min(len(words) for words in (first.words, second.words))
    shared = (first.words & second.words) - _words_of(view, both)
    same = (first.day is not None and first.day == second.day) + (
        first.place is not None and first.place == second.place
    )
    enough = len(shared) + same >= SHARED and len(first.words & second.words) >= ALIKE * least
    if len(both) == len(roles) and (enough or shared or same or named):
        return SURE if enough or named else DOUBTFUL
    return (SURE if named else DOUBTFUL) if enough else 0


def _elsewhere(first: Statement, second: Statement) -> bool:
    """Whether places or numbers tell two statements apart."""
    places = first.place and second.place and first.place != second.place
    return bool(places or (first.numbers and second.numbers and not first.numbers & second.numbers))


def _of_another(told: Statement, other: Statement) -> bool:
    """Whether one only denies that he did what is told without saying who did: "a letter was sent", "he did not send it"."""
    return any(a.denied and a.agent and not b.agent for a, b in ((told, other), (other, told)))


def _words_of(view: View, both: Sequence[tuple[Side, Side]]) -> frozenset[str]:
    """The stems of those who take part, which are the same already."""
    names = [view.cast.name(a.entity) if a.entity else a.head for a, _ in both]
    return frozenset(w for name in names for w in content_words(name))


def _person(view: View, side: Side) -> bool:
    """Whether a side is a person, by name: a pronoun may stand for another."""
    return side.entity is not None and not side.pronoun and view.cast.entity(side.entity).type == "PERSON"


def _denial(view: View, pairs: Sequence[Pair]) -> Finding:
    """One finding of all that tell of one thing for and against; the surest pair is quoted."""
    sure, told, other = min(pairs, key=lambda p: (-p[0], p[1].place_in_story, p[2].place_in_story))
    if not (
        other.denies or (told.source and other.source)
    ):  # what reports tell themselves seldom contradicts: words may be misread
        sure = min(sure, DOUBTFUL)
    proof = [one.shown for _, *both in pairs for one in both]
    speakers = [one.source for _, *both in pairs for one in both]
    type: FindingType = "claim" if told.source or other.source else "negation"
    statement = f"{_teller(told)} “{shown(told.told)}”; {_otherwise(other)}: “{shown(other.told)}”."
    return view.finding("conflict", type, statement, sure, proof, speakers)


def _teller(one: Statement) -> str:
    return f"{one.source} (in {label(one.article)}) said" if one.source else f"{label(one.article)} reported"


def _otherwise(one: Statement) -> str:
    if not one.source:
        return f"{label(one.article)} reported otherwise"
    return f"{one.source} (in {label(one.article)}) {'denied it' if one.denies else 'said otherwise'}"
