"""Entities: who and what an article names, each once, with its roles and all its mentions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from crosswire.detect.entities_link import Group, link, person_words, relabel
from crosswire.detect.entities_names import Found, names_in, reading
from crosswire.detect.entities_roles import (
    Description,
    described,
    descriptions,
    fits,
    overlooked,
    role_after,
    role_apposed,
    role_before,
)
from crosswire.detect.entities_shape import Reading
from crosswire.detect.gazetteer import GENERATIONS, is_role_noun
from crosswire.model import Article, Entity, Span, Syntax

LONGEST_NAME = 8
NEAR_SENTENCES = 3


def detect_entities(article: Article, syntax: Syntax) -> Article:
    """Fill `entities` from the language model's names, corrected by rules.

    Every entity has the fullest form of its name, the descriptions that the text gives of it, and its mentions: names
    and definite descriptions ("the mayor"), never pronouns. Mentions are sorted and no two of an article overlap.
    Adjectives of nationality name no participant and are left out; "Palestinians", "Democrats" are entities.
    """
    place = article.dateline.place.split(",")[0].strip().casefold() if article.dateline else ""
    read = reading(article.text, syntax, frozenset({place} - {""}))
    seen = names_in(read, syntax.names)
    seen = sorted([*seen, *overlooked(read, {i for m in seen for i in range(m.first, m.last)})], key=lambda m: m.first)
    common = {t.text for t in syntax.tokens if t.pos == "NOUN" and t.text.islower()}
    found = [m for m in relabel(read, seen) if not _adjective(read, m) and not _common(read, m, common)]
    again = [m for m in _again(read, found) if not _adjective(read, m)]
    found = relabel(read, sorted([*found, *again], key=lambda m: m.first))
    groups = link(read, found)
    owners = {i: m.label for m in found for i in range(m.first, m.last)}
    roles = [_roles(read, group, owners) for group in groups]
    described_spans = _described(read, groups, roles, owners)
    entities = tuple(_entity(read, n, group, roles[n], described_spans[n]) for n, group in enumerate(groups))
    return replace(article, entities=entities)


def _adjective(read: Reading, mention: Found) -> bool:
    last = read.tokens[mention.last - 1]
    return mention.label == "NORP" and (last.pos == "ADJ" or last.dep in {"amod", "compound", "nmod"})


def _common(read: Reading, mention: Found, nouns: AbstractSet[str]) -> bool:
    """Whether a mention is no name: "Jr.", or an ordinary noun of the article ("Ferry") that only opens a sentence."""
    if mention.name.lower() in GENERATIONS:
        return True
    return mention.last - mention.first == 1 and read.opens(mention.first) and mention.name.lower() in nouns


def _again(read: Reading, found: Sequence[Found]) -> Iterator[Found]:
    """Names found elsewhere in the article, where the model overlooked them: same words, not inside another name."""
    known = {m.name.casefold(): m for m in found if any(c.isupper() for c in m.name)}
    for mention in found:
        if mention.label == "PERSON" and " " in mention.name:
            surname = mention.name.split()[-1]
            if len(surname) > 2 and surname.isalpha():
                known.setdefault(surname.casefold(), replace(mention, name=surname))
    opening: dict[str, int] = {}
    for name in known:
        first = name.split()[0]
        opening[first] = min(LONGEST_NAME, max(opening.get(first, 0), len(name.split()) + name.count("-") * 2 + 1))
    taken = {i for m in found for i in range(m.first, m.last)}
    at, size = 0, len(read.tokens)
    while at < size:
        longest = opening.get(read.tokens[at].text.casefold(), 0) if at not in taken and at not in read.timed else 0
        hit = next(
            (m for end in range(min(size, at + longest), at, -1) if (m := _known(read, at, end, known, taken))), None
        )
        if hit is not None:
            yield hit
            at = hit.last
        else:
            at += 1


def _known(read: Reading, first: int, last: int, known: Mapping[str, Found], taken: set[int]) -> Found | None:
    if read.sentence_of[first] != read.sentence_of[last - 1] or any(i in taken for i in range(first, last)):
        return None
    name = read.words(first, last)
    match = known.get(name.casefold())
    if match is None or name.islower() or (name != match.name and read.sentence_of[first] not in read.shouted):
        return None
    if read.sentence_of[first] in read.shouted:
        return Found(first, last, match.label, match.name if name.isupper() else name)
    alone = all(t.pos in {"PROPN", "NOUN", "VERB", "ADJ", "X"} for t in read.tokens[first:last])
    return Found(first, last, match.label, name) if alone and not _part_of_more(read, first, last) else None


def _part_of_more(read: Reading, first: int, last: int) -> bool:
    """Whether capitalised neighbours make the words a part of a longer name."""
    before, after = read.tokens[first - 1] if first else None, read.tokens[last] if last < len(read.tokens) else None
    left = (
        before is not None
        and before.pos == "PROPN"
        and before.end + 1 == read.tokens[first].start
        and not before.text.endswith(".")
        and not is_role_noun(before.text)
    )
    right = after is not None and after.pos == "PROPN" and read.tokens[last - 1].head == last
    return (left and read.tokens[first - 1].head == first) or right


def _roles(read: Reading, group: Group, owners: Mapping[int, str]) -> list[str]:
    """The descriptions that a text gives of a person, each once, in the order of the text."""
    roles: dict[str, str] = {}
    if group.label != "PERSON":
        return []
    for m in group.mentions:
        if read.sentence_of[m.first] in read.shouted:
            continue
        for role in (role_before(read, m.first, owners), role_after(read, m.last), role_apposed(read, m.first, m.last)):
            if role:
                roles.setdefault(role.casefold(), role)
    return list(roles.values())


def _described(
    read: Reading, groups: Sequence[Group], roles: Sequence[Sequence[str]], owners: Mapping[int, str]
) -> list[list[tuple[int, int]]]:
    """Definite descriptions of each entity, as token ranges that lie in no name."""
    spans: list[list[tuple[int, int]]] = [[] for _ in groups]
    by_head: dict[str, dict[int, list[Description]]] = {}
    for n, own in enumerate(roles):
        for role in map(described, own):
            by_head.setdefault(role.head, {}).setdefault(n, []).append(role)
    last_seen: dict[int, int] = {}
    order = iter(sorted((m.first, n) for n, group in enumerate(groups) for m in group.mentions))
    coming = next(order, None)
    for first, last, words in descriptions(read):
        while coming is not None and coming[0] < first:
            last_seen[coming[1]] = coming[0]
            coming = next(order, None)
        able = [n for n, own in by_head.get(words.head, {}).items() if any(fits(words, role) for role in own)]
        chosen = able[0] if len(able) == 1 else _nearest(read, first, able, last_seen, groups)
        free = max((i + 1 for i in range(first, last) if i in owners), default=first)
        if chosen is not None and free < last:
            spans[chosen].append((free, last))
            last_seen[chosen] = free
    return spans


def _nearest(
    read: Reading, first: int, able: Sequence[int], last_seen: Mapping[int, int], groups: Sequence[Group]
) -> int | None:
    """Of several people whom a description fits, the one named last, if that was near and no other one was.

    Near: in the two sentences before or the same one. Where another was named there too, it may be either, unless the
    one is the subject of the sentence before and alone there, or the two bear one name ("Roe", "Jane Roe").
    """
    near = [n for n in able if n in last_seen and _distance(read, last_seen[n], first) < NEAR_SENTENCES]
    if len(near) > 1:
        last = [n for n in near if _distance(read, last_seen[n], first) < 2]
        topic = (
            len(last) == 1 and _subject(read, last_seen[last[0]]) and _distance(read, last_seen[last[0]], first) == 1
        )
        if _one_name([groups[n] for n in near]):
            return max(near, key=lambda n: last_seen[n])
        near = last if topic else near
    return near[0] if len(near) == 1 else None


def _subject(read: Reading, token: int) -> bool:
    """Whether a name that begins at a token is the subject of the main clause of its sentence."""
    tokens = read.tokens
    at = tokens[token].head if tokens[token].dep == "compound" else token
    return tokens[at].dep in {"nsubj", "nsubjpass"} and tokens[tokens[at].head].dep == "ROOT"


def _one_name(groups: Sequence[Group]) -> bool:
    """Whether the words of each of several names are all in the longest."""
    names = sorted((set(person_words(group.name())) for group in groups), key=len)
    return all(name <= names[-1] for name in names)


def _distance(read: Reading, earlier: int, later: int) -> int:
    """How many sentences one token is after another."""
    return read.sentence_of[later] - read.sentence_of[earlier]


def _entity(read: Reading, n: int, group: Group, roles: Sequence[str], more: Sequence[tuple[int, int]]) -> Entity:
    ranges = sorted([*((m.first, m.last) for m in group.mentions), *more])
    mentions = tuple(Span(read.tokens[first].start, read.tokens[last - 1].end) for first, last in ranges)
    return Entity(f"e{n + 1}", group.label, group.name(), tuple(roles), mentions)
