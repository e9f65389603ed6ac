"""Single persons and nobody: "a man was shot dead" counts one, "no one was hurt" counts none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from crosswire.detect.figures_left import among, role_left
from crosswire.detect.figures_numbers import Piece, low_at
from crosswire.detect.figures_people import KIN
from crosswire.detect.figures_role_words import BE, DONE, NOUN_ROLES, ONE_PERSON, PEOPLE
from crosswire.detect.figures_roles import after_aside, dies_at_last, role_right, to_death
from crosswire.detect.gazetteer import listed
from crosswire.model import FigureScope

SINGLE_ROLES = frozenset({"killed", "injured", "shot", "stabbed", "missing", "hospitalised", "arrested", "kidnapped"})
NAMED_ROLES = frozenset({"killed", "injured", "shot", "missing"})
RELATIVES = KIN | listed(
    "son daughter wife husband girlfriend boyfriend partner cousin nephew niece friend grandson child"
)
NOT_AFTER = ONE_PERSON | {"'s", "’s", "'", "’", "-"}
LONGEST_PHRASE = 7
PREPOSITIONS = frozenset(
    {"before", "in", "at", "on", "and", "with", "inside", "outside", "during", "after", "when", "near", "while"}
)
MULTIPLE = {"double": 2, "triple": 3, "quadruple": 4}
HOMICIDES = frozenset({"homicide", "murder", "slaying", "killing", "homicides", "murders", "slayings", "killings"})
ORDINALS = frozenset({"second", "third", "fourth", "fifth", "sixth"})
AFTER_OBJECT = PREPOSITIONS | {".", ",", ";", "dead"}
SELF = frozenset({"himself", "herself", "themselves", "suicide", "life"})
UNDONE = frozenset({"to", "tried", "attempted", "threatened", "would", "could", "not", "trying", "considered"})
KNOWN = frozenset({"the", "his", "her", "their"})
OPENERS = KNOWN | {"a", "an", "another"}
STARTERS = OPENERS | SELF | MULTIPLE.keys() | {"no", "nobody", "both", "he", "she", "him"}
BREAKS = listed(
    "of and or but to in on at by for as if when after before from into over than while was were is are who that which with "
    "said has had have been be not no it he she they his her the a an"
)


class Person(NamedTuple):
    """People counted without a number: the piece after their words, what became of them, how many, and the scope."""

    end: int
    role: str
    value: int = 1
    scope: FigureScope | None = None


def unnumbered(run: Sequence[Piece], at: int, *, titled: bool, killed: bool) -> Person | None:
    """A count without a number that begins at piece ``at``: "no one was hurt", "a man was shot dead", "himself".

    ``titled``: in a headline, "Man killed" needs no article. ``killed``: the sentence has told of others killed.
    """
    if run[at].low not in STARTERS and not (titled and at <= 2):
        return None
    none = nobody(run, at)
    if none is not None:
        return Person(*none, 0)
    return _several(run, at) or _one(run, at, titled=titled, killed=killed)


def _several(run: Sequence[Piece], at: int) -> Person | None:
    """More than one person without a number: "both were shot", "a double homicide"."""
    several, two = several_killed(run, at), both(run, at)
    if several is not None:
        return Person(at + 2, "killed", several)
    return None if two is None else Person(*two, 2)


def _one(run: Sequence[Piece], at: int, *, titled: bool, killed: bool) -> Person | None:
    """One person without a number: "himself", "she died", "the body of", "a man was shot"."""
    own = himself(run, at, killed=killed)
    if own is not None:
        return Person(*own, 1, "addition")
    died = pronoun_died(run, at) or body_of(run, at)
    if died is not None:
        return Person(*died, 1, "part")
    alone = one_person(run, at, titled=titled)
    return None if alone is None else Person(alone[0], alone[1], 1, alone[2])


def nobody(run: Sequence[Piece], at: int) -> tuple[int, str] | None:
    """Read "no one was hurt" or "no injuries": the end of the phrase and the role that nobody has."""
    word, after = run[at].low, low_at(run, at + 1)
    if word == "nobody" or (word == "no" and after == "one"):
        end = at + (1 if word == "nobody" else 2)
        role = role_right(run, end + (low_at(run, end) == "else"))
        return None if low_at(run, end) == "else" or role not in SINGLE_ROLES else (end, role)
    if word == "no" and NOUN_ROLES.get(after) in SINGLE_ROLES and after not in {"death", "arrest"}:
        return at + 2, NOUN_ROLES[after]
    return None


def both(run: Sequence[Piece], at: int) -> tuple[int, str] | None:
    """Two people to whom something was done: "both men died", "both were killed"."""
    noun = low_at(run, at + 1) in PEOPLE
    if run[at].low != "both" or not (noun or low_at(run, at + 1) in BE):
        return None
    role = role_right(run, at + 1 + noun)
    return (at + 1 + noun, role) if role in SINGLE_ROLES else None


def several_killed(run: Sequence[Piece], at: int) -> int | None:
    """How many a "double homicide" or a "triple murder" killed; None where none is named, or a suicide adds to it."""
    number = MULTIPLE.get(run[at].low)
    return number if number and low_at(run, at + 1) in HOMICIDES and low_at(run, at + 2) != "-" else None


def one_person(run: Sequence[Piece], at: int, *, titled: bool) -> tuple[int, str, FigureScope | None] | None:
    """A noun phrase for one person to whom something was done: its end, role and scope.

    An article must open it ("a man", "another woman"); in a headline ("Man killed …") none is needed. One who is known
    already ("the man") is a part of what was counted before.
    """
    word = run[at].low
    if word in OPENERS:
        head = _head(run, at + 1)
        if head is None:
            return _one_more(run, at)
        also = "also" in {low_at(run, head + 1), low_at(run, head + 2)}
        another = word == "another" or also or low_at(run, at + 1) in ORDINALS
        known = "part" if word in KNOWN else _part(run, at)
        return _done(run, at, head, "addition" if another else known)
    bare = titled and word in ONE_PERSON and at <= 2 and run[at].text[0].isupper()
    return _done(run, at, at, None) if bare and all(p.text[0].isupper() for p in run[:at]) else None


def _one_more(run: Sequence[Piece], at: int) -> tuple[int, str, FigureScope | None] | None:
    """Read "another" without a noun, and "a third": "three dead and another wounded"."""
    end = at + 1 if run[at].low == "another" else at + 2 if low_at(run, at + 1) in ORDINALS else None
    role = None if end is None else role_right(run, end)
    return (end, role, "addition") if end is not None and role in SINGLE_ROLES else None


def _done(
    run: Sequence[Piece], at: int, head: int, scope: FigureScope | None
) -> tuple[int, str, FigureScope | None] | None:
    of_kin = low_at(run, at - 1) == "of" and low_at(run, at - 2) in RELATIVES and low_at(run, head + 1) in BE
    if of_kin or low_at(run, at - 1) in {"if", "whether"}:
        return None  # "the son of a clerk was shot", "it is unclear if a clerk was shot"
    right, left = role_right(run, after_aside(run, head + 1)), role_left(run, at)
    killed = left == "killed" and right in {"shot", "stabbed"}
    role = left if killed else right or left or _with_next(run, head + 1)
    if role is None and "who" in {low_at(run, head + 1), low_at(run, head + 2)} and dies_at_last(run, head + 3):
        role = "killed"
    role = to_death(run, head + 1, role)
    scope = "part" if scope is None and among(run, at, head + 1) else scope
    return (head + 1, role, scope) if role in SINGLE_ROLES else None


def _with_next(run: Sequence[Piece], at: int) -> str | None:
    """The role that another single person right behind "and" has, and the one before it too: "a man and a boy dead"."""
    at = after_aside(run, at)
    if low_at(run, at) != "and" or low_at(run, at + 1) not in OPENERS:
        return None
    head = _head(run, at + 2)
    return None if head is None else to_death(run, head + 1, role_right(run, after_aside(run, head + 1)))


def joined_person(run: Sequence[Piece], at: int) -> int | None:
    """The end of a single person right behind "and" or a comma, where nothing is said of that person alone.

    So "killing his wife and a neighbour" counts the neighbour too, and "killing his wife, and a neighbour ran" does not.
    """
    bare = at if low_at(run, at) in ONE_PERSON and low_at(run, at - 1) == "and" else None
    head = _head(run, at + 1) if low_at(run, at) in OPENERS else bare
    if head is None:
        return None
    after = run[head + 1].text if head + 1 < len(run) else "."
    if low_at(run, at - 1) == "," and after == "," and low_at(run, head + 2) in BE:
        return None  # "the gunman, a clerk, was among those killed"
    return head + 1 if after in {".", ",", ";", "and"} or after in PREPOSITIONS else None


def himself(run: Sequence[Piece], at: int, *, killed: bool = False) -> tuple[int, str] | None:
    """Someone who killed themselves, at the word that says so: "before killing himself", "took his own life".

    ``killed``: the sentence has told of others killed, so that "and then himself" says it too.
    """
    word = run[at].low
    if word not in SELF:
        return None
    before = [p.low for p in run[max(0, at - 5) : at]]
    if word in {"life", "lives"}:
        told = before[-3:-2] and before[-3] in {"took", "taking", "takes", "taken"} and before[-1] == "own"
        verb = 3
    elif word == "suicide":
        told, verb = before[-1:] and before[-1] in {"committed", "committing", "commits"}, 1
    else:
        gun = before[-4:-3] in (["turned"], ["turning"], ["turns"]) and before[-3:] == ["the", "gun", "on"]
        shot = before[-2:-1] == ["fatally"] and before[-1] in {"shot", "shooting"}
        then = before[-2:] == ["and", "then"] or before[-1:] == ["and"]
        done = before[-1:] and before[-1] in {"killed", "killing", "kills", "hanged"}
        told, verb = gun or shot or done or (then and killed), 4 if gun else 1
    if not told and before[-1:] and before[-1] in {"shot", "shoots", "shooting"} and word != "life":
        return None if UNDONE & set(before[-3:-1]) else (at + 1, "shot")
    return (at + 1, "killed") if told and not UNDONE & set(before[: len(before) - verb][-2:]) else None


def _part(run: Sequence[Piece], at: int) -> FigureScope | None:
    before = {p.low for p in run[max(0, at - 3) : at]}
    return "part" if before & {"including", "include", "includes", "included", "among"} else None


def _head(run: Sequence[Piece], at: int) -> int | None:
    """The person noun that ends a noun phrase starting at ``at``: "25-year-old local man"."""
    for i in range(at, min(at + LONGEST_PHRASE, len(run))):
        word = run[i]
        kin = word.low in KIN and low_at(run, i + 1) == "-" and low_at(run, i + 2) == "of"
        if word.low in ONE_PERSON and (kin or low_at(run, i + 1) not in NOT_AFTER):
            return i
        if word.low == "old" and run[i - 1].text in {"-", "‑"} and not _modifies(run, i):
            return i
        if not (word.text[0].isalnum() or word.text in {"-", "‑"}) or word.low in BREAKS:
            return None
    return None


def _modifies(run: Sequence[Piece], i: int) -> bool:
    """Whether "35-year-old" stands before a noun, not for a person by itself."""
    after = low_at(run, i + 1)
    return after[:1].isalpha() and after not in BREAKS and after not in DONE and not after.endswith("ly")


def named_person(run: Sequence[Piece], at: int, end: int, ends: Mapping[int, int]) -> tuple[int, str] | None:
    """A name, up to the text offset ``end``, of someone to whom something was done: the piece after it, and the role.

    ``ends`` gives the end of each person's name by its start: what is said of "Ana Ruiz and Bo Lind" is said of both.
    """
    last = _past(run, at, end)
    after = after_aside(run, after_aside(run, last))
    role = role_right(run, after, named=True) or role_left(run, _after_age(run, at))
    if role is None and low_at(run, after) == "and" and after + 1 < len(run) and run[after + 1].start in ends:
        other = _past(run, after + 1, ends[run[after + 1].start])
        role = role_right(run, after_aside(run, after_aside(run, other)), named=True)
    return (last, role) if role in NAMED_ROLES else None


def unlisted_name(run: Sequence[Piece], at: int) -> int | None:
    """The text offset at which a name ends that only an age before it tells for a person's: "34-year-old Ana Ruiz"."""
    if _after_age(run, at) == at or not run[at].text[:1].isupper():
        return None
    last = at
    while last + 1 < min(at + 4, len(run)) and run[last + 1].text[:1].isupper():
        last += 1
    return run[last].end


def pronoun_died(run: Sequence[Piece], at: int) -> tuple[int, str] | None:
    """The death of one spoken of before: "he was pronounced dead", "where she later died", "killing him"."""
    word, before = run[at].low, low_at(run, at - 1)
    if word in {"he", "she"} and before not in {"if", "believed", "thought", "until"}:
        return (at + 1, "killed") if role_right(run, at + 1) == "killed" else None
    if word in {"him", "her"} and (at + 1 == len(run) or low_at(run, at + 1) in AFTER_OBJECT):
        found = before == "found" and low_at(run, at + 1) == "dead"
        return (at + 1, "killed") if found or role_left(run, at) == "killed" else None
    return None


def body_of(run: Sequence[Piece], at: int) -> tuple[int, str] | None:
    """A person whose body was found: "the body of a man", "the woman's body"."""
    if run[at].low not in OPENERS:
        return None
    if low_at(run, at - 1) == "of" and low_at(run, at - 2) == "body":
        head = _head(run, at + 1)
        return None if head is None else (head + 1, "killed")
    for i in range(at + 1, min(at + LONGEST_PHRASE, len(run) - 2)):
        if run[i].low.replace("’", "'").removesuffix("'s") in ONE_PERSON and run[i + 1].low == "body":
            return i + 1, "killed"
        if run[i].low in BREAKS:
            return None
    return None


def _past(run: Sequence[Piece], at: int, end: int) -> int:
    """The first piece from ``at`` on that begins at the text offset ``end`` or later."""
    while at < len(run) and run[at].start < end:
        at += 1
    return at


def _after_age(run: Sequence[Piece], at: int) -> int:
    """Where a noun phrase begins that ends in a name: "13-year-old Ana Ruiz"."""
    if low_at(run, at - 1) == "old" and at >= 5 and low_at(run, at - 3) in {"year", "month"}:
        return at - 5
    return at
