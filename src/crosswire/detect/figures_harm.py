"""The role of a count of people, and whether it is a total, a part or an addition: all sides of the count weighed."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.detect.figures_left import among, before_hedge, role_left, scope_of
from crosswire.detect.figures_numbers import SMALL, Piece, low_at
from crosswire.detect.figures_people import kin_of, of_one, own_harm, persons
from crosswire.detect.figures_reading import Read
from crosswire.detect.figures_role_words import DONE, LOOSE_ROLES, PEOPLE, SKIP_LEFT, TO_DEATH
from crosswire.detect.figures_roles import (
    after_aside,
    after_place,
    graded,
    gunned_down,
    lives_lost,
    role_right,
    sent_to_hospital,
    to_death,
)
from crosswire.model import FigureScope

HARMED = frozenset({"wounded", "injured", "dead", "hurt"})
THINGS = frozenset({"houses", "homes", "buildings", "lives"})
SOME = SMALL.keys() | {
    "half",
    "third",
    "thirds",
    "quarter",
    "quarters",
    "percent",
    "most",
    "many",
    "some",
    "several",
    "few",
    "none",
}
OPENING = frozenset({",", ";", ":", "(", "that", "and", "when", "after", "said", "says", "say", "where", "but"})


def harm_of(run: Sequence[Piece], found: Read, end: int, of: str | None) -> tuple[str | None, FigureScope | None]:
    """What became of those counted, and the scope; (None, None) where the words beside them do not say.

    ``end``: the piece behind the noun counted. ``of``: that noun.
    """
    role = _told(run, found, end, of)
    known = of in PEOPLE or of in THINGS
    if role is None or (role in LOOSE_ROLES and not known) or (role == "displaced" and of is not None and not known):
        return None, None
    scope = scope_of(run, found.first, found.last, role)
    part = scope is None and ((role == "injured" and graded(run, end)) or among(run, found.first, end))
    return role, "part" if part else scope


def _told(run: Sequence[Piece], found: Read, end: int, of: str | None) -> str | None:
    if not (of is None or of in THINGS or persons(of)):
        return None
    if of == "lives" and lives_lost(run, end):
        return "killed"
    if [p.low for p in run[end : end + 2]] == ["of", "the"] and low_at(run, end + 2) in HARMED:
        end += 3
    at = end + 2 if [p.low for p in run[end : end + 2]] in (["of", "them"], ["of", "those"], ["of", "whom"]) else end
    kin = kin_of(run, found.first)
    if kin is not None:
        return role_right(run, at) if own_harm(run, kin, found.last, end) else None
    left = role_left(run, found.first)
    apart = _whole(run, found.first) and low_at(run, at) not in {*DONE, "who"}
    right = None if apart else _right(run, found, end, at, left)
    role = to_death(run, end, left if left == "killed" and right in {"shot", "stabbed"} else right or left)
    if role is None and [p.low for p in run[end : end + 2]] == ["to", "death"]:
        role = "killed" if low_at(run, before_hedge(run, found.first)) in TO_DEATH else None
    return "hospitalised" if role is None and sent_to_hospital(run, found.first, end) else role


def _right(run: Sequence[Piece], found: Read, end: int, at: int, left: str | None) -> str | None:
    """The role that the words behind those counted give; ``left``: the role that the words before them give.

    What is said beyond the place where they were ("three people in the car died") is theirs only where they begin it.
    """
    behind = after_aside(run, at)
    if found.last < end and of_one(run, found.first, behind):
        return None
    role = role_right(run, behind) or ("shot" if gunned_down(run, behind) else None)
    if left is not None and role is not None and low_at(run, behind) in {"and", "&"}:
        return None
    if role is not None or left is not None:
        return role
    first = found.first - 1
    while first >= 0 and run[first].low in SKIP_LEFT:
        first -= 1
    beyond = after_place(run, behind)
    begins = first < 0 or run[first].low in OPENING
    return role_right(run, beyond) if begins and beyond > behind and not of_one(run, found.first, beyond) else None


def _whole(run: Sequence[Piece], first: int) -> bool:
    """Whether a count is what another one is a part of: "one of the two guards has died" says nothing of the second."""
    at = first - 1 if low_at(run, first - 1) == "of" else first - 2
    return low_at(run, at) == "of" and at > 0 and (low_at(run, at - 1) in SOME or run[at - 1].text.isdigit())
