"""Roles: what became of those who are counted, read from the words right after and right before a count."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from crosswire.detect.figures_numbers import Piece
from crosswire.detect.figures_role_words import (
    BE,
    CARE,
    CONDITIONS,
    DOING,
    DONE,
    END_OF_OBJECT,
    GOING_ON,
    HARM,
    HEDGE_ENDS,
    HOSPITAL_VERBS,
    INTRANSITIVE,
    ITSELF,
    KILLING_NOUNS,
    LIFE_TAKING,
    NOUN_ROLES,
    OTHER_CLAUSE,
    PART_BEFORE,
    PEOPLE,
    SKIP_LEFT,
    SKIP_RIGHT,
    STAYING,
    SURVIVED,
    TOLL_VERBS,
)
from crosswire.detect.gazetteer import CALENDAR
from crosswire.model import FigureScope


def _low(run: Sequence[Piece], at: int) -> str:
    return run[at].low if 0 <= at < len(run) else ""


def role_right(run: Sequence[Piece], at: int, *, named: bool = False) -> str | None:
    """The role that the words from piece ``at`` on give to the people counted just before them.

    ``named``: a name stands before them, so that "shot" without "was" is what that person did.
    """
    be = False
    at = _after_and(run, at)
    first = {_low(run, at), _low(run, at + 1)}
    for i in range(at, min(at + 7, len(run))):
        word = run[i].low
        role = _done(run, i, be=be, named=named) if word in DONE else _phrase(run, i)
        if role in SURVIVED and (_dies_later(run, i + 1) or ("who" in first and dies_at_last(run, i + 1))):
            return "killed"
        if word in DONE:
            return role
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
            while _low(run, j) in GOING_ON:
                j += 1
            if _low(run, j) in {"died", "succumbed"} or (_low(run, j) == "pronounced" and _low(run, j + 1) == "dead"):
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
    word, after = run[i].low, _low(run, i + 1)
    if word in {"suffered", "suffering", "sustained", "with", "received"}:
        return "injured" if _before_stop(run, i + 1, HARM) else None
    if word in HOSPITAL_VERBS:
        return _in_care(run, i + 1)
    if word in {"in", "listed"}:
        cared = _low(run, i + 1 + (after in {"the", "a"})) in {"hospital", "hospitals"}
        graded = _before_stop(run, i + 1, {"condition"}) and not CONDITIONS.isdisjoint(p.low for p in run[i : i + 6])
        return "hospitalised" if cared and word == "in" else "injured" if graded else None
    lost = word in {"lost", "losing"} and after in {"their", "his", "her"} and _low(run, i + 2) in {"lives", "life"}
    fled = word in {"fled", "uprooted"} or (word == "forced" and any(p.low == "flee" for p in run[i : i + 4]))
    found = (
        ((word == "fatally" and after not in DONE) or lost, "killed"),
        (word == "unaccounted" and after == "for", "missing"),
        (fled, "displaced"),
    )
    return next((role for holds, role in found if holds), None)


def after_aside(run: Sequence[Piece], at: int) -> int:
    """The piece after ", 25," or ", identified as …," right behind a noun phrase."""
    if [p.low for p in run[at : at + 2]] == ["in", "total"]:
        at += 2
    if (
        _low(run, at) in {"in", "from"}
        and at + 1 < len(run)
        and run[at + 1].text[0].isupper()
        and run[at].text.islower()
    ):
        at = next((i for i in range(at + 2, min(at + 6, len(run))) if not run[i].text[0].isupper()), at)
    if _low(run, at) == "including":
        return next((i for i in range(at + 1, min(at + 7, len(run))) if run[i].low in DONE), at)
    if _low(run, at) not in {",", "("}:
        return at
    for i in range(at + 1, min(at + 12, len(run))):
        if run[i].text in {",", ")"}:
            return i + 1
        if run[i].text in {".", ";"}:
            break
    return at


def _after_and(run: Sequence[Piece], at: int) -> int:
    """The piece after "and a woman" right behind a count, where those share what follows; else ``at``."""
    if _low(run, at) not in {"and", "&"} or _low(run, at + 1) in DONE:
        return at
    for i in range(at + 2, min(at + 7, len(run))):
        if run[i - 1].low in PEOPLE and (run[i].low in BE or run[i].text == ","):
            return i if run[i].text != "," else after_aside(run, i)
        if not run[i].text[0].isalnum() and run[i].text != "-":
            break
    return at


def _done(run: Sequence[Piece], i: int, *, be: bool, named: bool) -> str | None:
    """The role of a participle such as "killed": passive or end of clause; "killed two others" is not done to them."""
    word, after = run[i].low, _low(run, i + 1)
    role = DONE[word]
    if after in {"or", "/"} and DONE.get(_low(run, i + 2)) not in {None, role}:
        return None
    active = named or _takes_object(run, i)
    if role in {"shot", "stabbed"} and after in {"and", "&"} and DONE.get(_low(run, i + 2)) in SURVIVED | {"killed"}:
        active = active or _takes_object(run, i + 2)
    if _low(run, i - 1) in {"who", "allegedly"} and word not in INTRANSITIVE:
        active = active or _low(run, i - 1) == "who" or _low(run, i - 2) == "who"
    if active and (not be or after in ITSELF) and word not in INTRANSITIVE:
        return None
    if _low(run, i - 1) in {"fatally", "mortally"} and role in {"shot", "stabbed", "injured"}:
        return "killed"
    if role in {"shot", "stabbed"}:
        if after in {"dead", "to"} and (after == "dead" or _low(run, i + 2) == "death"):
            return "killed"
        if after in {"and", "&"} and _low(run, i + 2) in {
            "killed",
            "injured",
            "wounded",
            "hurt",
            "critically",
            "seriously",
        }:
            return DONE.get(_low(run, i + 2), "injured")
    return role


def _takes_object(run: Sequence[Piece], i: int) -> bool:
    """Whether the words after a participle are its object, so that it is what was done by, not to, those before it."""
    after = _low(run, i + 1)
    ahead = run[i + 1].text if i + 1 < len(run) else ""
    name = ahead[:1].isupper() and not run[i].text[0].isupper() and after not in CALENDAR
    return name or after in END_OF_OBJECT or after == "at" or after[:1].isdigit()


def to_death(run: Sequence[Piece], end: int, role: str | None) -> str | None:
    """The role of those shot or stabbed, "killed" where "to death" or "dead" follows them."""
    dead = _low(run, end) == "dead" or (_low(run, end) == "to" and _low(run, end + 1) == "death")
    return "killed" if dead and role in {"shot", "stabbed"} else role


def graded(run: Sequence[Piece], at: int) -> bool:
    """Whether the words from ``at`` on grade the hurt ("are in critical condition"), so that others may be hurt less."""
    return _before_stop(run, at, {"condition"}) and not any(p.low in DONE for p in run[at : at + 4])


def sent_to_hospital(run: Sequence[Piece], first: int, end: int) -> bool:
    """Whether those counted from ``first`` to ``end`` were sent there: "sent four teens to the hospital"."""
    return _low(run, first - 1) in {"sent", "sends", "sending", "put", "landed"} and _before_stop(run, end, CARE)


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


def role_left(run: Sequence[Piece], at: int) -> str | None:
    """The role that the words before piece ``at`` give to the people counted from there on."""
    i = at - 1
    if _low(run, i) in TOLL_VERBS or _low(run, i) in HEDGE_ENDS:
        near = [p.low for p in run[max(0, at - 10) : at]]
        if "toll" in near:
            return "killed" if "death" in near or "dead" in near else None
        if _low(run, i) != "of" and (counted := _number_of(near)):
            return counted
    while i >= max(0, at - 5) and run[i].low in SKIP_LEFT and _skipped(run, i):
        i -= 1
    word, before, after = _low(run, i), _low(run, i - 1), _low(run, i + 1)
    role = DOING[word] if word in DOING and not _passive(run, i) and not _intended(run, i) else None
    rules = (
        (after == "of" and word in KILLING_NOUNS, None if before == "attempted" else "killed"),
        (word in {"shooting", "shootings"} and before in {"fatal", "deadly"}, "killed"),
        (role in SURVIVED and before in {"fatally", "mortally"}, "killed"),
        (role is not None, role),
        (word == "death" and before == "to" and DOING.get(_low(run, i - 2)) in {"shot", "stabbed"}, "killed"),
        (word == "down" and before in {"gunned", "gunning"}, "shot"),
        (word in {"lives", "life"} and not LIFE_TAKING.isdisjoint(p.low for p in run[max(0, i - 3) : i]), "killed"),
        (word in LIFE_TAKING and any(p.low == "lives" for p in run[at : at + 4]), "killed"),
    )
    return next((found for holds, found in rules if holds), None)


def _intended(run: Sequence[Piece], i: int) -> bool:
    """Whether a verb is only wanted or possible: "planned to kill", "could kill"; "went on to kill" is done."""
    before = _low(run, i - 1)
    tried = before in {"tried", "trying", "attempted", "threatened", "threatening"}
    to = (
        before == "to"
        and run[i].low in {"kill", "injure", "wound"}
        and _low(run, i - 2) not in {"on", "used", "proceeded"}
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
    return (run[i].low != "at" or _low(run, i + 1) == "least") and (
        run[i].low != "to" or _low(run, i - 1) in {"up", "close"}
    )


def _passive(run: Sequence[Piece], i: int) -> bool:
    """Whether the participle at ``i`` is passive, so that what follows is not its object."""
    return any(_low(run, j) in BE for j in range(i - 1, max(-1, i - 4), -1)) and run[i].low in DONE


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
    if after[:1] == ["of"] and role is not None and before[-1:] != ["all"]:
        return "part"
    if (before[-1:] and before[-1] in {"another", "additional", "further"}) or {"more", "additional"} & set(after[:1]):
        return "addition"
    if "toll" in before or before[-2:] == ["total", "of"]:
        return "total"
    return None
