"""Entities across reports: one person under several descriptions, never two people for one surname."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from crosswire.model import Article, Entity, Mention, StoryEntity
from crosswire.reconcile.groups import find_groups, group_key
from crosswire.reconcile.names import folded
from crosswire.reconcile.people import find_people

__all__ = ["LISTED", "Cast", "folded", "listed_entities", "merge"]

LISTED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "EVENT"})
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Cast:
    """The entities of a story, and the story entity of each (article id, entity id)."""

    entities: tuple[StoryEntity, ...]
    of: Mapping[Key, str]

    def entity(self, id: str) -> StoryEntity:
        """The story entity of that id."""
        return self.entities[int(id[1:]) - 1]

    def name(self, id: str) -> str:
        """The name of a story entity."""
        return self.entity(id).name


def merge(articles: Sequence[Article]) -> Cast:
    """Join the entities of the reports.

    People are joined as `crosswire.reconcile.people` tells, organisations and places as `crosswire.reconcile.groups`
    does, whatever type each report gave; the commonest type stays.
    """
    groups: dict[str, list[tuple[Article, Entity]]] = defaultdict(list)
    people = find_people(articles)
    persons = frozenset(people.values())
    acronyms = find_groups(articles)
    for article in articles:
        for entity in article.entities:
            key = people.get((article.id, entity.id)) or group_key(entity, acronyms)
            groups[key or f"nameless {entity.id} of {article.id}"].append((article, entity))
    entities, of = [], {}
    for n, (key, members) in enumerate(sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])), 1):
        made = _story_entity(f"E{n}", members)
        if key in persons:
            made = replace(made, type="PERSON")
        entities.append(made)
        of.update({(article.id, entity.id): made.id for article, entity in members})
    return Cast(tuple(entities), of)


def listed_entities(cast: Cast, reports: int) -> tuple[StoryEntity, ...]:
    """Those that an account lists: every person, and what else two or more reports name (all, of a single report)."""

    def lists(entity: StoryEntity) -> bool:
        shared = len({m.article for m in entity.mentions}) > 1 or reports == 1
        return entity.type in LISTED and (shared or entity.type == "PERSON")

    return tuple(entity for entity in cast.entities if lists(entity))


def _story_entity(id: str, members: Sequence[tuple[Article, Entity]]) -> StoryEntity:
    types = Counter(entity.type for _, entity in members for _ in entity.mentions)
    names = Counter(entity.name for _, entity in members for _ in entity.mentions)
    roles = {role.casefold(): role for _, entity in reversed(members) for role in entity.roles}
    mentions = sorted((article.id, span) for article, entity in members for span in entity.mentions)
    return StoryEntity(
        id,
        max(sorted(types), key=lambda t: types[t], default=members[0][1].type),
        max(sorted(names), key=lambda n: (len(n.split()), names[n]), default=members[0][1].name),
        tuple(sorted(roles.values())),
        tuple(Mention(article, span) for article, span in mentions),
    )
