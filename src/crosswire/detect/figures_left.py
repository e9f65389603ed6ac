"""Roles from the words before a count, and its scope: a total, a part, or on top of another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from crosswire.detect.figures_numbers import Piece, low_at
from crosswire.detect.figures_role_words import (
    BE,
    DOING,
    DONE,
    HEDGE_ENDS,
    KILLING_NOUNS,
    LIFE_TAKING,
    NOUN_ROLES,
    OTHER_CLAUSE,
    PART_BEFORE,
    SKIP_LEFT,
    SURVIVED,
    TO_DEATH,
    TOLL_VERBS,
)
from crosswire.detect.figures_roles import grouped
from crosswire.model import FigureScope

PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you", "his", "her", "their"})


def role_left(run: Sequence[Piece], at: int) -> str | None:
    """The role that the words before piece ``at`` give to the people counted from there on."""
    i = at - 1
    if low_at(run, i) in TOLL_VERBS or low_at(run, i) in HEDGE_ENDS:
        near = [p.low for p in run[max(0, at - 10) : at]]
        if "toll" in near:
            return "killed" if "death" in near or "dead" in near else None
        if low_at(run, i) != "of" and (counted := _number_of(near)):
            return counted
    i = before_hedge(run, at)
    word, before, after = low_at(run, i), low_at(run, i - 1), low_at(run, i + 1)
    role = DOING[word] if word in DOING and not _passive(run, i) and not _intended(run, i) else None
    among_role = _among_left(run, i)
    rules = (
        (after == "of" and word in KILLING_NOUNS, None if before == "attempted" else "killed"),
        (word in {"shooting", "shootings"} and before in {"fatal", "deadly"}, "killed"),
        (role in SURVIVED and before in {"fatally", "mortally"}, "killed"),
        (role is not None, role),
        (word == "death" and before == "to" and low_at(run, i - 2) in TO_DEATH and not _passive(run, i - 2), "killed"),
        (word == "dead" and before == "shot" and not _passive(run, i - 1), "killed"),
        (among_role is not None, among_role),
        (word == "down" and before in {"gunned", "gunning"}, "shot"),
        (word in {"lives", "life"} and not LIFE_TAKING.isdisjoint(p.low for p in run[max(0, i - 3) : i]), "killed"),
        (word in LIFE_TAKING and any(p.low == "lives" for p in run[at : at + 4]), "killed"),
    )
    return next((found for holds, found in rules if holds), None)


def before_hedge(run: Sequence[Piece], at: int) -> int:
    """The piece before the hedges and articles in front of piece ``at``."""
    i = at - 1
    while i >= max(0, at - 5) and run[i].low in SKIP_LEFT and _skipped(run, i):
        i -= 1
    return i


def _intended(run: Sequence[Piece], i: int) -> bool:
    """Whether a verb is only wanted or possible: "planned to kill", "could kill"; "went on to kill" is done."""
    before = low_at(run, i - 1)
    tried = before in {"tried", "trying", "attempted", "threatened", "threatening"}
    to = (
        before == "to"
        and run[i].low in {"kill", "injure", "wound"}
        and low_at(run, i - 2) not in {"on", "used", "proceeded"}
    )
    either = run[i].low in {"kill", "injure", "wound"} and before in {"or", "and"}
    return tried or to or either or before in {"would", "could", "might", "can", "may", "should", "not", "never"}


def _number_of(near: Sequence[str]) -> str | None:
    """The role in "the number of people killed rose to", "the number of injured stands at"."""
    for n, (word, of) in enumerate(pairwise(near)):
        if word == "number" and of == "of":
            return next(
                (DONE.get(w) or NOUN_ROLES[w] for w in near[n + 2 : n + 6] if w in DONE or w in NOUN_ROLES), None
            )
    return None


def _skipped(run: Sequence[Piece], i: int) -> bool:
    """Whether "at" and "to" belong to a hedge ("at least", "up to"); else they part a verb from what follows."""
    return (run[i].low != "at" or low_at(run, i + 1) == "least") and (
        run[i].low != "to" or low_at(run, i - 1) in {"up", "close"}
    )


def _passive(run: Sequence[Piece], i: int) -> bool:
    """Whether the participle at ``i`` is passive, so that what follows is not its object."""
    return any(low_at(run, j) in BE for j in range(i - 1, max(-1, i - 4), -1)) and run[i].low in DONE


def _among_left(run: Sequence[Piece], i: int) -> str | None:
    """The role in "among the dead were", of which ``i`` is the verb."""
    if low_at(run, i) not in {"were", "was", "are", "is"}:
        return None
    at = next((j for j in range(i - 1, max(-1, i - 8), -1) if run[j].low == "among"), None)
    named = None if at is None else grouped(run, at + 1)
    if named is None or not all(p.text.isalnum() and p.low not in OTHER_CLAUSE for p in run[named[0] : i]):
        return None
    return None if named[0] < i and run[named[0]].low in PRONOUNS else named[1]


def among(run: Sequence[Piece], first: int, end: int) -> bool:
    """Whether the words beside those counted from ``first`` to ``end`` call them a part: "were among the dead"."""
    behind = next((p.low for p in run[end : end + 5] if p.low == "among" or p.low in DONE), "")
    return behind == "among" or _among_left(run, before_hedge(run, first)) is not None


def names_part(run: Sequence[Piece], first: int) -> bool:
    """Whether the words before a count call it a part: "including two", "of whom three"."""
    near = [p.low for p in run[max(0, first - 3) : first]]
    return bool(PART_BEFORE & set(near)) or near[-2:] in (["of", "whom"], ["of", "them"])


def scope_of(run: Sequence[Piece], first: int, last: int, role: str | None) -> FigureScope | None:
    """Whether a count with a role is a total, comes on top of another, or is a part of one."""
    before = [p.low for p in run[max(0, first - 5) : first]]
    after = [p.low for p in run[last : last + 2]]
    if names_part(run, first):
        return "part"
    if after[:1] == ["of"] and role is not None and before[-1:] != ["all"] and run[last - 1].low != "scores":
        return "part"
    if (before[-1:] and before[-1] in {"another", "additional", "further"}) or {"more", "additional"} & set(after[:1]):
        return "addition"
    if "toll" in before or before[-2:] == ["total", "of"]:
        return "total"
    return None
