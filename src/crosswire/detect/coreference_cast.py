"""Who a text speaks of, before pronouns are resolved: its named people and organisations, and unnamed single people."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Literal

from crosswire.detect.attributions.lexicon import CLAUSE, FEMALE, GROUPS, MALE
from crosswire.detect.attributions.tree import Tree
from crosswire.detect.gazetteer import GENERATIONS, HONORIFICS, is_role_noun, listed
from crosswire.model import Entity, Span

Gender = Literal["f", "m"]
GENDERS: Mapping[str, Gender] = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"
}  # fmt: skip
KIN = listed(
    """
    man woman boy girl mother father wife husband son daughter brother sister aunt uncle niece nephew widow widower
    grandmother grandfather friend girlfriend boyfriend fiancé fiancée bride groom cousin baby child toddler person
    counterpart colleague successor predecessor rival critic ally opponent survivor passenger customer caller visitor
    attendee passer-by bystander onlooker relative parent guest stranger source insider
    """
)
_AGENT = re.compile(r"\w{3,}(?:ist|ian|eer|woman|man)\Z")
_NO_PERSON = listed("human german roman woman's list mist twist fist")
_MODIFIERS = frozenset({"compound", "amod", "attr", "nmod", "oprd", "npadvmod"})
_NO_MAN = ("woman", "human", "german", "roman", "shaman", "norman", "ottoman")
_RECENT = 60  # referents among which the one called so before is looked for
_BEFORE = 12  # characters before a name in which a form of address is looked for


@dataclass(slots=True)
class Referent:
    """Someone whom a text speaks of: an entity, or an unnamed single person (``entity`` None, ``lemma`` its noun)."""

    entity: Entity | None
    group: bool
    head: int
    lemma: str = ""
    gender: Gender | None = None


@dataclass(slots=True)
class Cast:
    """The referents of a text, which of them each token means, and the head tokens of their mentions in text order.

    ``described`` are words that mean an entity without being one of its mentions, as token ranges (the last included);
    ``ranges`` those of the mentions.
    """

    referents: list[Referent] = field(default_factory=list)
    at: dict[int, int] = field(default_factory=dict)
    heads: list[int] = field(default_factory=list)
    described: list[tuple[int, int]] = field(default_factory=list)
    ranges: dict[Span, tuple[int, int]] = field(default_factory=dict)

    def retell(self, chosen: Mapping[Span, int]) -> None:
        """Let mentions mean other referents than they did."""
        for mention, who in chosen.items():
            first, last = self.ranges[mention]
            for token in range(first, last + 1):
                self.at[token] = who
            self.described.append((first, last))


def gender_of(words: AbstractSet[str]) -> Gender | None:
    """The gender that words tell ("Mrs", "spokeswoman", "widow"), where they do not contradict one another."""
    female = any(w in FEMALE or w.endswith("woman") for w in words)
    male = any(w in MALE or (w.endswith("man") and not w.endswith(_NO_MAN)) for w in words)
    return None if female == male else "f" if female else "m"


def address(text: str, start: int) -> str:
    """The word right before a name, without the point of an abbreviation: a form of address or a noun of kinship."""
    before = text[max(0, start - _BEFORE) : start].split()[-1:]
    word = before[0].lower() if before else ""
    if word.endswith("."):
        word = word[:-1] if word[:-1] in HONORIFICS else ""
    return "" if word in GENDERS else word


def cast_of(text: str, tree: Tree, entities: Sequence[Entity], starts: Sequence[int]) -> Cast:
    """The people and organisations of a text.

    Args:
        text: the article's own.
        tree: its syntax.
        entities: those found in it.
        starts: for each token its offset.
    """
    cast = Cast()
    for entity in entities:
        if entity.type in {"PERSON", "ORG"}:
            _enter(cast, text, tree, entity, starts)
    cast.heads.sort()
    elsewhere = {m.start for e in entities if e.type not in {"PERSON", "ORG"} for m in e.mentions}
    surnames = _surnames(cast)
    for i, token in enumerate(tree.tokens):
        if i in cast.at:
            continue
        if token.tag == "NN":
            _unnamed(cast, tree, i)
        elif token.tag == "NNP" and token.start not in elsewhere and _unknown_name(tree, i):
            owner = surnames.get(token.text.lower())
            if owner is not None:
                cast.at[i] = owner
                cast.heads.append(i)
            else:
                _join(cast, i, token.text, None, known=True)
    cast.heads.sort()
    return cast


def _surnames(cast: Cast) -> dict[str, int | None]:
    """Whose each last word of a person's name is; None where it is that of several."""
    found: dict[str, int | None] = {}
    for number, referent in enumerate(cast.referents):
        if referent.entity is not None and not referent.group:
            word = referent.entity.name.lower().split()[-1]
            found[word] = number if word not in found else None
    return found


def _unknown_name(tree: Tree, i: int) -> bool:
    """Whether a word is the name of somebody who says something, though it is no entity of the article."""
    token = tree.tokens[i]
    plain = token.text.isalpha() and not is_role_noun(token.text) and token.text.lower() not in GROUPS
    says = token.dep == "nsubj" and tree.tokens[token.head].lemma.lower() in CLAUSE
    return plain and says and tree.child(i, "det") is None


def _enter(cast: Cast, text: str, tree: Tree, entity: Entity, starts: Sequence[int]) -> None:
    """Add an entity, with the gender that roles and forms of address tell."""
    number = len(cast.referents)
    words = {w.lower() for role in entity.roles for w in role.replace("-", " ").split()}
    for mention in entity.mentions:
        words.add(address(text, mention.start))
        first = at = max(0, bisect_right(starts, mention.start) - 1)
        while at < len(starts) and starts[at] < mention.end:
            cast.at.setdefault(at, number)
            at += 1
        cast.heads.append(_head(tree, first, at))
        cast.ranges[mention] = (first, max(first, at - 1))
    person = entity.type == "PERSON"
    if not GENERATIONS.isdisjoint(entity.name.lower().split()):
        words.add("mr")  # "Jr." and "Sr." tell sons from their fathers
    cast.referents.append(Referent(entity, not person, -1, gender=gender_of(words) if person else None))


def _head(tree: Tree, first: int, end: int) -> int:
    """The token of a range that hangs on one outside it; of several the last."""
    outside = (i for i in range(end - 1, first - 1, -1) if not first <= tree.tokens[i].head < end)
    return next(outside, max(first, end - 1))


def _unnamed(cast: Cast, tree: Tree, i: int) -> None:
    """Add a noun for one person: as the one whom it stands beside, as the one called so before, or as somebody new."""
    tokens = tree.tokens
    lemma = tokens[i].lemma.lower()
    if not (is_role_noun(lemma) or lemma in KIN or _agent(tree, i)) or lemma in GROUPS:
        return
    named = _beside(cast, tree, i)
    gender = gender_of({lemma})
    if named is not None:
        person = cast.referents[named]
        if person.group:
            return
        person.gender = person.gender or gender
        cast.at[i] = named
        cast.heads.append(i)
        return
    if tokens[i].dep in _MODIFIERS or (tokens[i].dep == "pobj" and tokens[tokens[i].head].text.lower() == "as"):
        return
    definite = any(tokens[c].text.lower() in {"the", "this", "that"} for c in tree.children[i])
    _join(cast, i, lemma, gender, known=definite)


def _join(cast: Cast, i: int, word: str, gender: Gender | None, *, known: bool) -> None:
    """Add a mention of an unnamed person: of the one called so before if that is meant, or of somebody new."""
    count = len(cast.referents)
    before = (n for n in range(count - 1, max(-1, count - _RECENT), -1) if _called(cast, n, word))
    number = next(before, None) if known else None
    if number is None:
        number = count
        cast.referents.append(Referent(None, False, i, word, gender))
    cast.at[i] = number
    cast.heads.append(i)


def _agent(tree: Tree, i: int) -> bool:
    """Whether a noun that no list has is one for a person by its ending, and is a subject."""
    token = tree.tokens[i]
    return token.dep == "nsubj" and token.text not in _NO_PERSON and bool(_AGENT.match(token.text))


def _called(cast: Cast, number: int, lemma: str) -> bool:
    return cast.referents[number].entity is None and cast.referents[number].lemma == lemma


def _beside(cast: Cast, tree: Tree, i: int) -> int | None:
    """The named person whom a noun describes: "the mayor, Jane Roe", "Jane Roe, the mayor", "Jane Roe is the mayor"."""
    tokens = tree.tokens
    head = tokens[i].head
    if tokens[i].dep in {"appos", "compound"} and head in cast.at:
        return cast.at[head]
    if tokens[i].dep == "attr":
        subject = tree.child(head, "nsubj")
        return cast.at.get(subject) if subject is not None else None
    apposed = tree.child(i, "appos")
    return cast.at.get(apposed) if apposed is not None and tokens[apposed].pos == "PROPN" else None
