"""Roles: what became of those who are counted, read from the words right after and right before a count."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from crosswire.detect.figures_context import TIME_UNITS
from crosswire.detect.figures_numbers import Piece, low_at
from crosswire.detect.figures_people import KIN, after_relatives, persons
from crosswire.detect.figures_role_words import (
    BE,
    CARE,
    CONDITIONS,
    DONE,
    END_OF_OBJECT,
    GOING_ON,
    GROUPED,
    HARM,
    HOSPITAL_VERBS,
    INTRANSITIVE,
    ITSELF,
    OTHER_CLAUSE,
    SKIP_RIGHT,
    STAYING,
    SURVIVED,
    TO_DEATH,
    UNPLACED,
)
from crosswire.detect.gazetteer import CALENDAR


def role_right(run: Sequence[Piece], at: int, *, named: bool = False) -> str | None:
    """The role that the words from piece ``at`` on give to the people counted just before them.

    ``named``: a name stands before them, so that "shot" without "was" is what that person did.
    """
    be = False
    at = _after_and(run, at)
    first = {low_at(run, at), low_at(run, at + 1)}
    for i in range(at, min(at + 7, len(run))):
        word = run[i].low
        role = _done(run, i, be=be, named=named) if word in DONE else _phrase(run, i)
        if role in SURVIVED and (_dies_later(run, i + 1) or ("who" in first and dies_at_last(run, i + 1))):
            return "killed"
        if word in DONE:
            return role
        if word in {"appear", "appears", "appeared"} and [p.low for p in run[i + 1 : i + 3]] == ["to", "have"]:
            continue
        if role is not None or not (word in SKIP_RIGHT or word in STAYING or word.endswith("ly")):
            return role
        be = be or word in BE
    return None


def _dies_later(run: Sequence[Piece], at: int) -> bool:
    """Whether the sentence goes on to the death of the same people: "and later died", "where he was pronounced dead"."""
    for i in range(at, min(at + 18, len(run))):
        if run[i].text in {".", ";"}:
            return False
        if run[i].low in {"and", "but", "where", "later", ","}:
            j = i + 1
            while low_at(run, j) in GOING_ON:
                j += 1
            if low_at(run, j) in {"died", "succumbed"} or (
                low_at(run, j) == "pronounced" and low_at(run, j + 1) == "dead"
            ):
                return True
    return False


def dies_at_last(run: Sequence[Piece], at: int) -> bool:
    """Whether the sentence, after a relative clause, says that they died: "a man who was shot in the park has died"."""
    for i in range(at, min(at + 25, len(run))):
        if run[i].low in {"died", "dies"}:
            return True
        if run[i].low in OTHER_CLAUSE or run[i].text in {".", ";"}:
            return False
    return False


def _phrase(run: Sequence[Piece], i: int) -> str | None:
    """The role that a phrase from piece ``i`` on gives: "lost their lives", "in critical condition"."""
    word, after = run[i].low, low_at(run, i + 1)
    if word in {"suffered", "suffering", "sustained", "with", "received"}:
        return "injured" if _before_stop(run, i + 1, HARM) else None
    if word in HOSPITAL_VERBS:
        return _in_care(run, i + 1)
    if word in {"in", "listed"}:
        cared = low_at(run, i + 1 + (after in {"the", "a"})) in {"hospital", "hospitals"}
        graded = _before_stop(run, i + 1, {"condition"}) and not CONDITIONS.isdisjoint(p.low for p in run[i : i + 6])
        return "hospitalised" if cared and word == "in" else "injured" if graded else None
    lost = word in {"lost", "losing"} and after in {"their", "his", "her"} and low_at(run, i + 2) in {"lives", "life"}
    named = grouped(run, i + 1) if word == "among" else None
    to_death = word in TO_DEATH and after == "to" and low_at(run, i + 2) == "death" and not _active(run, i, i + 2)
    fled = word in {"fled", "uprooted"} or (word == "forced" and any(p.low == "flee" for p in run[i : i + 4]))
    found = (
        ((word == "fatally" and after not in DONE) or lost, "killed"),
        (word == "unaccounted" and after == "for", "missing"),
        (fled, "displaced"),
        (named is not None, named[1] if named else None),
        (to_death, "killed"),
    )
    return next((role for holds, role in found if holds), None)


def gunned_down(run: Sequence[Piece], at: int) -> bool:
    """Whether several people counted before ``at`` "were gunned down": shot, whether or not it killed them."""
    for i in range(at, min(at + 5, len(run))):
        if run[i].low == "gunned" and low_at(run, i + 1) == "down":
            return not _active(run, i, i + 1)
        if run[i].low not in SKIP_RIGHT:
            return False
    return False


def _active(run: Sequence[Piece], i: int, last: int) -> bool:
    """Whether the verb from ``i`` to ``last`` ("gunned down") is what those before it did."""
    passive = any(low_at(run, j) in BE for j in range(i - 1, max(-1, i - 4), -1))
    return not passive and (low_at(run, i - 1) == "who" or _takes_object(run, last))


def grouped(run: Sequence[Piece], at: int) -> tuple[int, str] | None:
    """Those whom "among" names, behind it: "the dead", "those killed", "the 40 people hurt"; the end, and the role."""
    if low_at(run, at) not in {"the", "those"}:
        return None
    for i in range(at + 1, min(at + 6, len(run))):
        if run[i].low in DONE:
            role = _done(run, i, be=True, named=False)
            return (i + 1, role) if role in GROUPED else None
        if not run[i].text.isalnum() or run[i].low in OTHER_CLAUSE or run[i].low in {"in", "on", "at", "of", "from"}:
            return None
    return None


def lives_lost(run: Sequence[Piece], at: int) -> bool:
    """Whether the words behind "lives" say that they were lost."""
    while low_at(run, at) in BE or low_at(run, at) in {"have", "has", "had"}:
        at += 1
    return low_at(run, at) in {"lost", "claimed"}


def after_place(run: Sequence[Piece], at: int) -> int:
    """The verb behind a place or a vehicle right behind a noun phrase ("on board were", "in the car died"); else ``at``."""
    if low_at(run, at) not in {"on", "in", "at", "inside", "aboard", "onboard"}:
        return at
    for i in range(at + 1, min(at + 7, len(run))):
        if run[i].low in BE or run[i].low in {"have", "has", "died"}:
            return i
        if not run[i].text.isalnum() or run[i].low in OTHER_CLAUSE or run[i].low in DONE:
            break
    return at


def after_aside(run: Sequence[Piece], at: int) -> int:
    """The piece after ", 25," or ", identified as …," right behind a noun phrase."""
    at = after_relatives(run, at)
    if [p.low for p in run[at : at + 2]] == ["in", "total"]:
        at += 2
    if (
        low_at(run, at) in {"in", "from"}
        and at + 1 < len(run)
        and run[at + 1].text[0].isupper()
        and run[at].text.islower()
    ):
        at = next((i for i in range(at + 2, min(at + 6, len(run))) if not run[i].text[0].isupper()), at)
    if low_at(run, at) == "including":
        return next((i for i in range(at + 1, min(at + 7, len(run))) if run[i].low in DONE), at)
    if low_at(run, at) not in {",", "("}:
        return at
    for i in range(at + 1, min(at + 12, len(run))):
        if run[i].text in {",", ")"}:
            return i + 1
        if run[i].text in {".", ";"}:
            break
    return at


def _after_and(run: Sequence[Piece], at: int) -> int:
    """The piece after "and a woman" right behind a count, where those share what follows; else ``at``."""
    if low_at(run, at) not in {"and", "&"} or low_at(run, at + 1) in DONE:
        return at
    for i in range(at + 2, min(at + 7, len(run))):
        dead = run[i].low == "dead" and (low_at(run, at + 1) in END_OF_OBJECT or low_at(run, at + 1)[:1].isdigit())
        are = run[i].low in BE or (run[i].low == "also" and low_at(run, i + 1) in BE)
        if persons(run[i - 1].low) and (are or run[i].text == "," or dead):
            return i if run[i].text != "," else after_aside(run, i)
        if not run[i].text[0].isalnum() and run[i].text != "-":
            break
    return at


def _done(run: Sequence[Piece], i: int, *, be: bool, named: bool) -> str | None:
    """The role of a participle such as "killed": passive or end of clause; "killed two others" is not done to them."""
    word, after = run[i].low, low_at(run, i + 1)
    role = DONE[word]
    missed = word == "shot" and after == "at" and be and low_at(run, i + 2) in UNPLACED
    if missed or (after in {"or", "/"} and DONE.get(low_at(run, i + 2)) not in {None, role}):
        return None
    active = named or _takes_object(run, i)
    if after in {"dead", "to"} and role in {"shot", "stabbed"}:
        active = named or _object(run, i + (2 if after == "dead" else 3))
    if role in {"shot", "stabbed"} and after in {"and", "&"} and DONE.get(low_at(run, i + 2)) in SURVIVED | {"killed"}:
        active = active or _takes_object(run, i + 2)
    if low_at(run, i - 1) in {"who", "allegedly"} and word not in INTRANSITIVE:
        active = active or low_at(run, i - 1) == "who" or low_at(run, i - 2) == "who"
    if active and (not be or after in ITSELF) and word not in INTRANSITIVE:
        return None
    if low_at(run, i - 1) in {"fatally", "mortally"} and role in {"shot", "stabbed", "injured"}:
        return "killed"
    if role in {"shot", "stabbed"}:
        if after in {"dead", "to"} and (after == "dead" or low_at(run, i + 2) == "death"):
            return "killed"
        if after in {"and", "&"} and low_at(run, i + 2) in {
            "killed",
            "injured",
            "wounded",
            "hurt",
            "critically",
            "seriously",
        }:
            return DONE.get(low_at(run, i + 2), "injured")
    return role


def _takes_object(run: Sequence[Piece], i: int) -> bool:
    """Whether the words after a participle are its object, so that it is what was done by, not to, those before it."""
    after = low_at(run, i + 1)
    ahead = run[i + 1].text if i + 1 < len(run) else ""
    name = ahead[:1].isupper() and not run[i].text[0].isupper() and after not in CALENDAR
    kin = after in KIN and low_at(run, i + 2) in {"of", "-"}
    return name or kin or after in END_OF_OBJECT or after == "at" or after[:1].isdigit()


def _object(run: Sequence[Piece], at: int) -> bool:
    """Whether people behind "shot dead" or "beaten to death" are its object: "shot dead two guards", not "two days later"."""
    opens = low_at(run, at) in END_OF_OBJECT or low_at(run, at)[:1].isdigit()
    return opens and TIME_UNITS.isdisjoint(p.low for p in run[at : at + 3])


def to_death(run: Sequence[Piece], end: int, role: str | None) -> str | None:
    """The role of those shot or stabbed, "killed" where "to death" or "dead" follows them."""
    dead = low_at(run, end) == "dead" or (low_at(run, end) == "to" and low_at(run, end + 1) == "death")
    return "killed" if dead and role in {"shot", "stabbed"} else role


def graded(run: Sequence[Piece], at: int) -> bool:
    """Whether the words from ``at`` on grade the hurt ("are in critical condition"), so that others may be hurt less."""
    return _before_stop(run, at, {"condition"}) and not any(p.low in DONE for p in run[at : at + 4])


def sent_to_hospital(run: Sequence[Piece], first: int, end: int) -> bool:
    """Whether those counted from ``first`` to ``end`` were sent there: "sent four teens to the hospital"."""
    return low_at(run, first - 1) in {"sent", "sends", "sending", "put", "landed"} and _before_stop(run, end, CARE)


def _in_care(run: Sequence[Piece], at: int) -> str | None:
    if _before_stop(run, at, CARE):
        return "hospitalised"
    return "injured" if _before_stop(run, at, HARM) else None


def _before_stop(run: Sequence[Piece], at: int, wanted: AbstractSet[str]) -> bool:
    for i in range(at, min(at + 9, len(run))):
        if run[i].low in wanted:
            return True
        if run[i].text in {".", ";", ",", ":"}:
            return False
    return False
