"""Single persons and nobody: "a man was shot dead" counts one, "no one was hurt" counts none."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.detect.figures_numbers import Piece
from crosswire.detect.figures_roles import DONE, NOUN_ROLES, ONE_PERSON, after_aside, role_left, role_right
from crosswire.detect.gazetteer import listed
from crosswire.model import FigureScope

SINGLE_ROLES = frozenset({"killed", "injured", "shot", "stabbed", "missing", "hospitalised", "arrested", "kidnapped"})
NAMED_ROLES = frozenset({"killed", "injured", "shot", "missing"})
NOT_AFTER = ONE_PERSON | {"'s", "’s", "'", "’", "-"}
LONGEST_PHRASE = 7
KNOWN = frozenset({"the", "his", "her", "their"})
OPENERS = KNOWN | {"a", "an", "another"}
BREAKS = listed(
    "of and or but to in on at by for as if when after before from into over than while was were is are who that which with "
    "said has had have been be not no it he she they his her the a an"
)


def _low(run: Sequence[Piece], at: int) -> str:
    return run[at].low if 0 <= at < len(run) else ""


def nobody(run: Sequence[Piece], at: int) -> tuple[int, str] | None:
    """Read "no one was hurt" or "no injuries": the end of the phrase and the role that nobody has."""
    word, after = run[at].low, _low(run, at + 1)
    if word == "nobody" or (word == "no" and after == "one"):
        end = at + (1 if word == "nobody" else 2)
        role = role_right(run, end + (_low(run, end) == "else"))
        return None if _low(run, end) == "else" or role not in SINGLE_ROLES else (end, role)
    if word == "no" and NOUN_ROLES.get(after) in SINGLE_ROLES and after not in {"death", "arrest"}:
        return at + 2, NOUN_ROLES[after]
    return None


def one_person(run: Sequence[Piece], at: int, *, titled: bool) -> tuple[int, str, FigureScope | None] | None:
    """A noun phrase for one person to whom something was done: its end, role and scope.

    An article must open it ("a man", "another woman"); in a headline ("Man killed …") none is needed. One who is known
    already ("the man") is a part of what was counted before.
    """
    word = run[at].low
    if word in OPENERS:
        head = _head(run, at + 1)
        if head is None:
            return None
        role = _to_himself(run, head + 1)
        if role is not None:
            return head + 1, role, "addition"
        another = word == "another" or _low(run, at + 1) in {"second", "third", "fourth", "fifth"}
        known = "part" if word in KNOWN else _part(run, at)
        return _done(run, at, head, "addition" if another else known)
    bare = titled and word in ONE_PERSON and at <= 2 and run[at].text[0].isupper()
    return _done(run, at, at, None) if bare and all(p.text[0].isupper() for p in run[:at]) else None


def _done(
    run: Sequence[Piece], at: int, head: int, scope: FigureScope | None
) -> tuple[int, str, FigureScope | None] | None:
    role = role_right(run, after_aside(run, head + 1)) or role_left(run, at)
    return (head + 1, role, scope) if role in SINGLE_ROLES else None


def _part(run: Sequence[Piece], at: int) -> FigureScope | None:
    before = {p.low for p in run[max(0, at - 3) : at]}
    return "part" if before & {"including", "include", "includes", "included", "among"} else None


def _head(run: Sequence[Piece], at: int) -> int | None:
    """The person noun that ends a noun phrase starting at ``at``: "25-year-old local man"."""
    for i in range(at, min(at + LONGEST_PHRASE, len(run))):
        word = run[i]
        if word.low in ONE_PERSON and _low(run, i + 1) not in NOT_AFTER:
            return i
        if word.low == "old" and run[i - 1].text in {"-", "‑"} and not _modifies(run, i):
            return i
        if not (word.text[0].isalnum() or word.text in {"-", "‑"}) or word.low in BREAKS:
            return None
    return None


def _modifies(run: Sequence[Piece], i: int) -> bool:
    """Whether "35-year-old" stands before a noun, not for a person by itself."""
    after = _low(run, i + 1)
    return after[:1].isalpha() and after not in BREAKS and after not in DONE and not after.endswith("ly")


def named_person(run: Sequence[Piece], at: int, end: int) -> tuple[int, str] | None:
    """A name, up to the text offset ``end``, of someone to whom something was done: the piece after it, and the role."""
    last = at
    while last < len(run) and run[last].start < end:
        last += 1
    after = after_aside(run, after_aside(run, last))
    role = role_right(run, after, named=True) or role_left(run, _after_age(run, at))
    return (last, role) if role in NAMED_ROLES else None


def _after_age(run: Sequence[Piece], at: int) -> int:
    """Where a noun phrase begins that ends in a name: "13-year-old Ana Ruiz"."""
    if _low(run, at - 1) == "old" and at >= 5 and _low(run, at - 3) in {"year", "month"}:
        return at - 5
    return at


def _to_himself(run: Sequence[Piece], at: int) -> str | None:
    words = [p.low for p in run[at : at + 8]]
    for n, word in enumerate(words[:6]):
        if word in {"killed", "killing"} and words[n + 1 : n + 2] in (["himself"], ["herself"]):
            return "killed"
        if word in {"committed", "took"} and (
            words[n + 1 : n + 2] == ["suicide"] or words[n + 2 : n + 4] == ["own", "life"]
        ):
            return "killed"
        if word in {".", ",", ";"}:
            break
    return None
