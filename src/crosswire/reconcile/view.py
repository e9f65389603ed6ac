"""What the rules of reconciling look at: one story's reports, and what is the same across them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cached_property

from crosswire.model import Article, Embed, Evidence, Finding, FindingKind, FindingType, Origin, Story
from crosswire.reconcile.claims import Claims, find_claims
from crosswire.reconcile.counterparts import Pair, counterparts
from crosswire.reconcile.entities import Cast, merge
from crosswire.reconcile.figures import Quantity, quantities
from crosswire.reconcile.happenings import Group, Happening, happenings
from crosswire.reconcile.harms import topic
from crosswire.reconcile.lineage import Lineage, lineage
from crosswire.reconcile.matched import Match, matches
from crosswire.reconcile.origins import find_origins, origin_numbers, with_twins
from crosswire.reconcile.outlets import tellers
from crosswire.reconcile.passages import shared_passages
from crosswire.reconcile.statements import Statement, statements
from crosswire.reconcile.translated import translated, translations
from crosswire.reconcile.utterances import Utterance, Version, utterances, versions
from crosswire.reconcile.voices import Voice, voice


@dataclass(frozen=True, eq=False)  # no slots: what only some stories need is found when it is asked for, and kept
class View:
    """One story as the rules see it; everything in it is in an order that the input's order does not change."""

    articles: tuple[Article, ...]
    by_id: Mapping[str, Article]
    cast: Cast
    origins: tuple[Origin, ...]
    origin_of: Mapping[str, int]
    copies: frozenset[str]
    happenings: Mapping[Group, tuple[Happening, ...]]
    utterances: tuple[Utterance, ...]
    versions: tuple[Version, ...]
    claims: Claims
    counterparts: tuple[Pair, ...]
    matched: tuple[Match, ...]
    figures: tuple[tuple[Quantity, ...], ...]
    statements: Mapping[tuple[str, str], tuple[Statement, ...]]
    lineage: Lineage
    embed: Embed | None = None

    @cached_property
    def topic(self) -> AbstractSet[str]:
        """The words that the story is about."""
        return topic(self.articles)

    @cached_property
    def voices(self) -> Mapping[Utterance, Voice | None]:
        """The person to whom its report gives each utterance that has versions."""
        told = dict.fromkeys(u for version in self.versions for u in (version.first, version.second))
        return {utterance: voice(utterance, self.cast) for utterance in told}

    @cached_property
    def translated(self) -> Mapping[Utterance, Evidence]:
        """The utterances of which their report says that they were said in another language, and where it does."""
        return translated(self.utterances)

    @cached_property
    def translations(self) -> tuple[tuple[Utterance, ...], ...]:
        """Utterances that may be translations of one; none where nothing tells what words mean."""
        return tuple(translations(self.utterances, self.versions, self.translated, self.embed)) if self.embed else ()

    @cached_property
    def closed(self) -> Mapping[str, tuple[Happening, ...]]:
        """The events of each report whose days the story closes, by the report's id."""
        found: dict[str, list[Happening]] = defaultdict(list)
        for members in self.happenings.values():
            for one in members:
                if one.closed_by and one.day:
                    found[one.article.id].append(one)
        return {id: tuple(those) for id, those in found.items()}

    def finding(
        self,
        kind: FindingKind,
        type: FindingType,
        statement: str,
        confidence: float,
        evidence: Sequence[Evidence],
        speakers: Sequence[str | None] = (),
    ) -> Finding:
        """A finding whose origins are counted from its evidence, and from who told its reports what they attribute."""
        found = tuple(dict.fromkeys(sorted(evidence, key=lambda e: (e.article, e.span))))
        origins = self.lineage.count(found)
        named = tuple(sorted({speaker for speaker in speakers if speaker}))
        return Finding(kind, type, statement, confidence, origins, named, found)


def view(story: Story, articles: Sequence[Article], embed: Embed | None = None) -> View:
    """Everything that the rules compare, computed once; `embed` tells what words mean."""
    ordered = tuple(sorted(articles, key=lambda a: a.id))
    story = replace(story, copies=with_twins(story, ordered))
    cast = merge(ordered)
    told = tellers(ordered)
    copies = frozenset(copy for copy, _ in story.copies)
    passages = shared_passages([article for article in ordered if article.id not in copies])
    origins = find_origins(story, ordered, passages, told)
    origin_of = origin_numbers(origins)
    said = utterances(ordered, cast)
    found = tuple(versions(said))
    pairs = counterparts(ordered)
    matched = matches([pair for pair in pairs if pair.contrast is None])
    return View(
        articles=ordered,
        by_id={article.id: article for article in ordered},
        cast=cast,
        origins=origins,
        origin_of=origin_of,
        copies=copies,
        happenings=happenings(ordered, cast),
        utterances=said,
        versions=found,
        claims=find_claims(ordered, cast, found, origin_of),
        counterparts=pairs,
        matched=matched,
        figures=quantities(ordered, cast, matched),
        statements=statements(ordered, cast),
        lineage=lineage(ordered, origin_of, passages, told),
        embed=embed,
    )
