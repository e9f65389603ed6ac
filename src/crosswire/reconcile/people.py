"""Which people of a story's reports are one: by full names in any of their forms, never by a surname that two bear.

What is not certain stays apart: names that could be either of two people, a lone surname with two bearers, two full
names that one report has side by side, members of one family.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

from crosswire.model import Article, Entity
from crosswire.reconcile.genders import gender
from crosswire.reconcile.given_names import FAMILY_FIRST, GIVEN
from crosswire.reconcile.names import (
    PersonName,
    agree,
    but_for_generation,
    folded,
    initials,
    is_end_of,
    near_sound,
    person_name,
    related,
    same_sound,
    skeleton,
)

Key = tuple[str, str]  # article id, entity id
MOST = 30  # full names with one surname that are compared with one another
_KIN = re.compile(
    r"\b(?:wife|husband|brother|sister|son|daughter|mother|father|widow|widower|cousin|uncle|aunt|niece|nephew|mrs|family)"
    r"[.,]?\s+(?:of\s+)?$",
    re.IGNORECASE,
)
_INTRODUCED = re.compile(r"(?:\b(?:known|called|nicknamed|dubbed|initials)\b[^.\n]{0,40}|[a-z] \()[\"“'‘]?$")


@dataclass  # no slots: what is asked again and again of a person whose members are known is kept
class Person:
    """A person in the making: the full names that stand for them, and the entities that bear them."""

    names: list[PersonName]
    members: list[tuple[Article, Entity]] = field(default_factory=list)

    @cached_property
    def articles(self) -> set[str]:
        """The reports that name the person in full."""
        return {article.id for article, _ in self.members}

    @property
    def called(self) -> set[str]:
        """The words by which reports mention the person, folded."""
        return {folded(span.of(article.text)) for article, entity in self.members for span in entity.mentions}

    @property
    def offices(self) -> set[str]:
        """The whole descriptions that reports give, where they are of several words."""
        return {folded(role) for _, entity in self.members for role in entity.roles if " " in role}

    @cached_property
    def heads(self) -> set[str]:
        """The last words of the descriptions that reports give."""
        return _offices([role for _, entity in self.members for role in entity.roles])

    @cached_property
    def sex(self) -> str | None:
        """Male or female, where the reports clearly agree on it."""
        return gender(self.members)

    @cached_property
    def key(self) -> str:
        """The longest of the names, as a key."""
        longest = max(self.names, key=lambda n: (len(n.words), n.words))
        return " ".join((*longest.words, longest.generation)).strip()


def find_people(articles: Sequence[Article]) -> Mapping[Key, str]:
    """For each entity that is a person, a key that is the same for all entities of that person."""
    full: dict[PersonName, Person] = {}
    lone: list[tuple[Article, Entity, PersonName]] = []
    for article in articles:
        for entity in article.entities:
            if entity.type == "PERSON":
                name = person_name(entity.name)
                if len(name.words) > 1:
                    full.setdefault(name, Person([name])).members.append((article, entity))
                else:
                    lone.append((article, entity, name))
    people = _join_forms(_join_equal(full))
    found = {(article.id, entity.id): f"person {person.key}" for person in people for article, entity in person.members}
    return found | _lone(lone, people) | _mislabelled(articles, people)


def _join_equal(full: Mapping[PersonName, Person]) -> list[Person]:
    """People whose names are equal but for middle names; where those clash, a name without one stays apart."""
    by_ends: dict[tuple[str, str, str], list[Person]] = defaultdict(list)
    for name in sorted(full, key=lambda n: (n.words, n.generation, n.nick or "")):
        by_ends[name.first, name.last, name.generation].append(full[name])
    people = []
    for _, same in sorted(by_ends.items()):
        clash = len(same) > MOST or any(not agree(a.names[0], b.names[0]) for a, b in combinations(same, 2))
        people += same if clash else [_joined(same)]
    return people


def _joined(people: Iterable[Person]) -> Person:
    those = list(people)
    return Person([n for p in those for n in p.names], [m for p in those for m in p.members])


def _join_forms(people: Sequence[Person]) -> list[Person]:
    """Join people whose names are forms of one, where that is the only way to read them.

    Candidates share a surname, or its consonants. Names that hang together, all of which can be one name, and of which
    no report has two, become one person; a name that fits two people who do not fit each other ("J. Holt") stays apart.
    """
    buckets: dict[str, list[int]] = defaultdict(list)
    for n, person in enumerate(people):
        for key in {skeleton(word) for name in person.names for word in name.words[1:]}:
            buckets[key].append(n)
    linked: dict[int, set[int]] = defaultdict(set)
    for _, members in sorted(buckets.items()):
        for a, b in combinations(members, 2) if len(members) <= MOST else ():
            if b not in linked[a] and _can_be_one(people[a], people[b]):
                linked[a].add(b)
                linked[b].add(a)
    joined = []
    taken: set[int] = set()
    for n in range(len(people)):
        those = [people[m] for m in sorted(_hanging_together(n, linked))] if n not in taken else []
        if those:
            taken |= _hanging_together(n, linked)
            one = len(those) <= MOST and all(_fit(a, b) for a, b in combinations(those, 2)) and not _side_by_side(those)
            joined += [_joined(those)] if one else those
    return joined


def _hanging_together(start: int, linked: Mapping[int, set[int]]) -> set[int]:
    seen, todo = {start}, [start]
    while todo:
        new = linked.get(todo.pop(), set()) - seen
        seen |= new
        todo += new
    return seen


def _fit(a: Person, b: Person) -> bool:
    """Whether two people's names do not rule one another out."""
    return any(related(x, y) or but_for_generation(x, y) for x in a.names for y in b.names)


def _can_be_one(a: Person, b: Person) -> bool:
    """Whether two people's names are forms of one; with and without "Jr.", where both hold one office."""
    for x in a.names:
        for y in b.names:
            if is_end_of(x, y):
                if _ends_so(*((a, y, x) if len(x.words) > len(y.words) else (b, x, y)), a.offices & b.offices):
                    return True
            elif related(x, y) or (but_for_generation(x, y) and a.offices & b.offices):
                return True
    return False


def _ends_so(person: Person, short: PersonName, full: PersonName, offices: set[str]) -> bool:
    """Whether the end of a person's name is that person: a father may be called by the middle names of his son.

    It is where a report calls the person so, where only an initial is left out, or where both hold one office.
    """
    left_out = full.words[: -len(short.words)]
    return bool(offices) or all(len(word) == 1 for word in left_out) or " ".join(short.words) in person.called


def _side_by_side(people: Sequence[Person]) -> bool:
    """Whether one report has two of these as people of their own: it may cut a name at its start, and does no more."""
    names: dict[str, list[PersonName]] = defaultdict(list)
    for person in people:
        for name, id in sorted({(person_name(e.name), article.id) for article, e in person.members}, key=str):
            names[id].append(name)
    groups = [those for those in names.values() if len(those) > 1]
    return any(not (agree(x, y) or is_end_of(x, y)) for those in groups for x, y in combinations(those, 2))


def _lone(lone: Sequence[tuple[Article, Entity, PersonName]], people: Sequence[Person]) -> dict[Key, str]:
    """Single names: each goes to the one person who is called so in the story, and is told apart by nothing.

    One that could be either of two stays its report's own; one that nobody's full name fits is one in all reports.
    """
    bearers: dict[str, list[Person]] = defaultdict(list)
    by_initials: dict[str, list[Person]] = defaultdict(list)
    by_sound: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        for word in {name.last for name in person.names} | _called(person):
            bearers[word].append(person)
        for key in {skeleton(name.last) for name in person.names}:
            by_sound[key].append(person)
        for letters in {initials(name.words) for name in person.names if len(name.words) > 2}:
            by_initials[letters].append(person)
    found = {}
    for article, entity, name in lone:
        word = name.words[0] if name.words else ""
        short = entity.name.replace(".", "").isupper() and len(word) == 3
        candidates = bearers.get(word, []) or (by_initials.get(word, []) if short else [])
        candidates = candidates or [p for p in by_sound.get(skeleton(word), []) if _spelt(word, p)]
        one = _the_one(article, entity, [p for p in candidates if _of_generation(name, p)])
        if one:
            found[article.id, entity.id] = f"person {one.key}"
        elif candidates or not word:
            found[article.id, entity.id] = f"alone {folded(entity.name)} of {article.id}"
    return found


def _spelt(word: str, person: Person) -> bool:
    """Whether a lone surname is another spelling of a person's."""
    return len(word) > 3 and any(same_sound(word, n.last) or near_sound(word, n.last) for n in person.names)


def _of_generation(name: PersonName, person: Person) -> bool:
    return not name.generation or any(name.generation == full.generation for full in person.names)


def _the_one(article: Article, entity: Entity, candidates: Sequence[Person]) -> Person | None:
    """The only bearer of a name whom it can mean, or the only one with the office that stands with it.

    One whom its own report names in full is, there, somebody else, unless they share an office; two whom it names in
    full it would have told apart.
    """
    here = [person for person in candidates if article.id in person.articles]
    if len(here) > 1:
        return None
    if len(candidates) > 1 or here:
        own = _offices(entity.roles)
        holders = [p for p in candidates if own & p.heads]
        holders = [p for p in holders if any(not name.generation for name in p.names) or len(candidates) == 1]
        one = holders[0] if len(holders) == 1 else None
    else:
        one = candidates[0] if candidates else None
    return one if one and not _another(article, entity, one) else None


def _called(person: Person) -> set[str]:
    """First words by which a person of a full name is called: family names that stand first ("Xi"), and where reports so do."""
    lone = person.called
    firsts, lasts = {n.first for n in person.names}, {n.last for n in person.names}
    family = {n.first for n in person.names if n.first in FAMILY_FIRST and (len(n.words) == 3 or n.first not in GIVEN)}
    return family | (lone & firsts if not lone & lasts else set())


def _offices(roles: Iterable[str]) -> set[str]:
    return {folded(role).split()[-1] for role in roles if folded(role)}


def _another(article: Article, entity: Entity, person: Person) -> bool:
    """Whether a surname is that of a relative: it stands with a word of kinship, or its bearer is of the other sex."""
    if _kin_of(article, entity):
        return True
    mine = gender([(article, entity)])
    return bool(mine and person.sex and mine != person.sex)


def _kin_of(article: Article, entity: Entity) -> bool:
    return any(_KIN.search(article.text, max(0, span.start - 30), span.start) for span in entity.mentions)


def _mislabelled(articles: Sequence[Article], people: Sequence[Person]) -> dict[Key, str]:
    """Entities of another type that bear a person's full name, or initials by which a report introduces the person."""
    names = {" ".join(name.words): person for person in people for name in person.names}
    letters: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        for short in {initials(name.words) for name in person.names if len(name.words) > 2}:
            letters[short].append(person)
    others = [(article, e) for article in articles for e in article.entities if e.type in {"ORG", "GPE", "PRODUCT"}]
    introduced = {
        folded(entity.name)
        for article, entity in others
        if entity.name.isupper()
        and any(_INTRODUCED.search(article.text, max(0, s.start - 60), s.start) for s in entity.mentions)
    }
    found = {}
    for article, entity in others:
        plain = folded(entity.name)
        owners = [names[plain]] if plain in names else letters.get(plain, []) if plain in introduced else []
        if len(owners) == 1:
            found[article.id, entity.id] = f"person {owners[0].key}"
    return found
