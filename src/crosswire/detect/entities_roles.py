"""Roles: the descriptions that a text gives of a person, before the name and after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from crosswire.detect.entities_names import POSSESSIVES, Found
from crosswire.detect.entities_shape import Reading, closes, looks_like_person
from crosswire.detect.gazetteer import CALENDAR, HONORIFICS, OTHER_OFFICE, is_role_noun, listed
from crosswire.model import Token

LONGEST_ROLE = 16
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
JOINERS = frozenset({"and", "&", "-", "–"})
LINKS = frozenset({"of", "for", "at", "in", "with", "to", "on"})
NO_PART = listed(
    """
    many several other such like own same late more most new next last nearby local-time
    """
)
PERSON_VERBS = listed(
    """
    say tell ask meet speak think believe recall marry walk live die smile laugh write argue testify feel
    """
)
AFTER_ROLE = frozenset({"", ",", ".", ";", ")", "(", ":", "—", "–", "who", "and", '"', "”"})
# What a description may add to the office of somebody known, and what says no more than "the".
_PARTIES = listed("republican democratic conservative labour liberal green socialist communist nationalist independent")
_OF_HERE = listed("state's country's nation's city's town's county's village's island's region's province's district's")
_SPELLED = {
    "sen.": "senator", "sen": "senator", "rep.": "representative", "rep": "representative", "gov.": "governor",
    "gov": "governor", "gen.": "general", "gen": "general", "lt.": "lieutenant", "capt.": "captain", "col.": "colonel",
    "sgt.": "sergeant", "det.": "detective", "insp.": "inspector", "supt.": "superintendent", "adm.": "admiral",
    "pres.": "president", "amb.": "ambassador", "sec.": "secretary", "cllr": "councillor",
    "congressman": "representative", "congresswoman": "representative",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Description:
    """A role's words: those before its head noun, the head, and those after it, all in small letters."""

    before: frozenset[str]
    head: str
    after: frozenset[str]


def described(role: str) -> Description:
    """Split a role into the words before its head noun, the head noun spelled out, and those after it."""
    words = [w for w in role.lower().replace("’", "'").split() if w not in _OF_HERE] or [role.lower()]
    words = " ".join(words).replace("'s", "").split()
    cut = next((n for n, w in enumerate(words) if w in LINKS and n > 0), len(words))
    head = words[cut - 1].strip(",")
    return Description(frozenset(words[: cut - 1]), _SPELLED.get(head, head), frozenset(words[cut:]))


def fits(description: Description, role: Description) -> bool:
    """Whether a description ("the prime minister") can be short for a role ("Israeli Prime Minister")."""
    told = role.before | role.after
    before = description.before if _PARTIES & told else description.before - _PARTIES
    if description.head != role.head or not before <= told:
        return False
    own = (role.before & OTHER_OFFICE) - {"former", "late", "acting", "interim", "then", "ex"}
    return own <= description.before and description.after <= role.after | role.before | {"the"}


def role_before(read: Reading, first: int, owners: Mapping[int, str]) -> str | None:
    """The title-like run of words before the name that starts at token ``first``, or None.

    ``owners`` maps tokens of other names to their labels: a run stops at another person's name unless it is possessive.
    """
    floor = max(read.starts[read.sentence_of[first]], first - LONGEST_ROLE)
    formal = (
        first - 1 >= floor
        and read.tokens[first - 1].text.lower() in HONORIFICS
        and not is_role_noun(read.tokens[first - 1].text)
    )
    end = first - 1 if formal else first
    head = _head_before(read, end, floor)
    if head is None or (formal and head != end - 1):
        return None
    start = _run_start(read, head, floor, owners)
    return read.words(start, end)


def _head_before(read: Reading, first: int, floor: int) -> int | None:
    """The head noun of the title before a name: the word before it, or one further off ("Secretary of State")."""
    tokens = read.tokens
    at = first - 1
    if at < floor or at in read.timed:
        return None
    if is_role_noun(tokens[at].text):
        return at if tokens[at].pos in NOMINAL else None
    while at >= floor and (tokens[at].text[:1].isupper() or tokens[at].text in {"and", "&", "of", "for", "the", ","}):
        if tokens[at].text.lower() in HONORIFICS or tokens[at].pos == "VERB" or at in read.timed:
            return None
        here = tokens[at].text[:1].isupper() and is_role_noun(tokens[at].text)
        if here and tokens[at + 1].text in {"of", "for", "to"} and tokens[first - 1].text[:1].isupper():
            return at
        at -= 1
    return None


def _run_start(read: Reading, head: int, floor: int, owners: Mapping[int, str]) -> int:
    """How far a title reaches to the left of its head noun."""
    tokens, start, at = read.tokens, head, head - 1
    capital = tokens[head].text[:1].isupper()
    while (
        at >= floor
        and _part(read, at, owners)
        and not (capital and tokens[at].pos == "NOUN" and tokens[at].text.islower())
    ):
        if tokens[at].text not in POSSESSIVES and tokens[at].text not in JOINERS:
            start = at
        at -= 1
    return start


def _part(read: Reading, at: int, owners: Mapping[int, str]) -> bool:
    token = read.tokens[at]
    word = token.text.lower()
    after = read.tokens[at + 1].text
    if at in read.timed or word in CALENDAR or token.text in NO_PART or word in HONORIFICS:
        return False
    if word == "in":
        return after in {"chief", "-"} and (read.lower(at - 1, at) == "-" or is_role_noun(read.lower(at - 1, at)))
    if word in {"and", "&"}:
        return owners.get(at) == "ORG" or is_role_noun(read.lower(at - 1, at))
    if word in POSSESSIVES or word in {"-", "–"}:
        return True
    if owners.get(at) == "PERSON" and owners.get(at + 1) != "PERSON" and after not in POSSESSIVES:
        return False
    return token.pos in NOMINAL or word in {"then", "ex"}


def role_after(read: Reading, last: int) -> str | None:
    """The description after a name that ends at token ``last``: ", the mayor of X," or ", who is mayor of X"."""
    within, at = last - 1, last
    if read.lower(at, within) not in {",", "(", "—", "–"}:
        return None
    at += 1
    if read.lower(at, within).isdigit() and read.lower(at + 1, within) == ",":
        at += 2
    if read.lower(at, within) == "who" and read.lower(at + 1, within) in {"is", "was", "serves", "served"}:
        at += 2
        at += read.lower(at, within) == "as"
    while read.lower(at, within) in {"the", "a", "an", "its", "their", "also"}:
        at += 1
    head = _head_from(read, at, within)
    if head is None:
        return None
    end = _linked_end(read, head + 1, within)
    closed = read.lower(end, within) in AFTER_ROLE
    return read.words(at, end) if closed and end - at <= LONGEST_ROLE else None


def _head_from(read: Reading, at: int, within: int) -> int | None:
    """The role noun that heads the noun phrase starting at ``at``, if one does."""
    head = None
    for i in range(at, min(at + 9, len(read.tokens))):
        word = read.lower(i, within)
        if not word or i in read.timed:
            break
        if is_role_noun(word) and read.tokens[i].tag != "NNS":
            head = i
        elif read.tokens[i].pos not in NOMINAL and word not in POSSESSIVES and word not in {"-", "–"}:
            break
        else:
            head = None if word not in POSSESSIVES and head is not None and read.tokens[i].pos != "ADJ" else head
    return head


def _linked_end(read: Reading, at: int, within: int) -> int:
    """The end of the "of …", "for …" phrases that start at ``at``."""
    end = at
    if read.lower(at, within) not in LINKS:
        return at
    limit = at + LONGEST_ROLE
    while at < limit and (word := read.lower(at, within)):
        token: Token = read.tokens[at]
        nominal = token.pos in NOMINAL and at not in read.timed
        if not (
            nominal
            or word in LINKS
            or word in {"the", "&", "-", "'s", "’s"}
            or (word == "and" and _capital(read, at + 1, within))
        ):
            break
        at += 1
        if nominal:
            end = at
    return end


def _capital(read: Reading, at: int, within: int) -> bool:
    return bool(read.lower(at, within)) and read.tokens[at].text[:1].isupper()


def role_apposed(read: Reading, first: int, last: int) -> str | None:
    """The description that a name stands in apposition to: "the mayor of X, NAME, …"."""
    within = first
    if read.lower(first - 1, within) != "," or read.lower(last, within) not in {",", ".", ""}:
        return None
    if read.lower(last, within) == "," and read.lower(last + 1, within) == "and":
        return None
    floor = max(read.starts[read.sentence_of[first]], first - LONGEST_ROLE)
    at = first - 2
    while at >= floor and (
        read.tokens[at].pos in NOMINAL or read.lower(at, within) in LINKS or read.tokens[at].text in POSSESSIVES
    ):
        at -= 1
    if at < floor or read.lower(at, within) not in {"the", "its", "their", "a", "an"}:
        return None
    head = _head_from(read, at + 1, within)
    return (
        read.words(at + 1, first - 1) if head is not None and _linked_end(read, head + 1, within) == first - 1 else None
    )


def descriptions(read: Reading) -> Iterator[tuple[int, int, Description]]:
    """Definite descriptions of one person: "the mayor", "the Israeli prime minister", with their tokens."""
    for the, token in enumerate(read.tokens):
        if token.text not in {"the", "The"} or read.sentence_of[the] in read.shouted:
            continue
        head = _head_from(read, the + 1, the)
        if head is None or read.lower(head + 1, the) in {"-", "elect"}:
            continue
        if read.tokens[head].head == head + 1 and read.tokens[head].dep in {"compound", "nmod"}:
            continue
        end = _linked_end(read, head + 1, the) if read.lower(head + 1, the) in {"of", "for"} else head + 1
        words = described(read.words(the + 1, end))
        last = read.tokens[head].text.lower()
        if words.head in {last, _SPELLED.get(last)}:
            yield the, end, words


def overlooked(read: Reading, taken: AbstractSet[int]) -> Iterator[Found]:
    """Full names that the model did not see, where a title, an age or a description beside them says that they are a person's."""
    at = 0
    while at < len(read.tokens):
        last = at
        if at not in taken and read.sentence_of[at] not in read.shouted:
            last = _name_end(read, at, taken)
        if 2 <= last - at <= 4 and _beside_person(read, at, last):
            yield Found(at, last, "PERSON", read.words(at, last))
        at = max(last, at + 1)


def _name_end(read: Reading, at: int, taken: AbstractSet[int]) -> int:
    last = at
    while last < len(read.tokens) and last not in taken and read.sentence_of[last] == read.sentence_of[at]:
        token = read.tokens[last]
        if token.pos != "PROPN" or not _named(token.text) or is_role_noun(token.text) or closes(token.text):
            break
        last += 1
    return last


def _named(word: str) -> bool:
    """Whether a word has the shape of a part of a person's name: "Ana", "O'Neill", "J."."""
    letters = word.replace("'", "").replace("’", "").replace(".", "")
    return (
        letters.isalpha()
        and word[0].isupper()
        and (not word.isupper() or len(letters) == 1)
        and word.lower() not in CALENDAR
    )


def _beside_person(read: Reading, first: int, last: int) -> bool:
    before = read.lower(first - 1, first)
    if read.lower(last, first) in {"-", "–"} or before in {"-", "–"}:
        return False
    titled = (
        is_role_noun(before)
        and read.tokens[first - 1].pos in NOMINAL
        and read.tokens[first - 1].tag not in {"NNS", "NNPS"}
    )
    head = read.tokens[read.tokens[last - 1].head]
    acts = read.tokens[last - 1].dep == "nsubj" and head.lemma in PERSON_VERBS
    return titled or acts or before in HONORIFICS or looks_like_person(read, first, last) or role_after(read, last) is not None or (
        role_apposed(read, first, last) is not None
    )  # fmt: skip
