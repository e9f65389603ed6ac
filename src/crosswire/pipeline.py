"""The way of the data, on one screen: clean, detect, group, reconcile. Reading and showing are left to the edges.

Annotated articles are kept as rows (bytes of JSON) between detection and reconciling, so that ten thousand of them
fit into a laptop's memory.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from crosswire import meaning
from crosswire.clean import clean
from crosswire.detect import DETECTORS, Detector, detect
from crosswire.group import Profile, group, profile
from crosswire.model import Account, Article, Embed, MadeBy, Membership, ModelInfo, Story, Syntax, Warn
from crosswire.models import LONGEST_SENTENCE
from crosswire.reconcile import reconcile
from crosswire.show.rows import from_row, to_row

Parse = Callable[[Iterable[Article]], Iterator[Syntax]]
BATCH = 32


def annotate(articles: Iterable[Article], parse: Parse, detectors: Sequence[Detector] = DETECTORS) -> Iterator[Article]:
    """Clean and annotate articles, in order, a batch at a time."""
    stream = iter(articles)
    while batch := [clean(article) for article in islice(stream, BATCH)]:
        for article, syntax in zip(batch, parse(batch), strict=True):
            yield detect(_warned(article), syntax, detectors)


def _warned(article: Article) -> Article:
    """The article with a warning where the language model passes over a sentence for its length."""
    long = sum(end - start > LONGEST_SENTENCE for start, end in article.sentences)
    if not long:
        return article
    message = (
        f"{long} passage(s) without an end of sentence in {LONGEST_SENTENCE:,} characters: nothing is detected there"
    )
    return replace(article, warnings=(*article.warnings, Warn("long-sentence", message)))


@dataclass(frozen=True, slots=True)
class Annotated:
    """An annotated article as it waits for its story: its row, what grouping needs, what was given or odd, its models."""

    id: str
    row: bytes
    profile: Profile
    given: str | None
    warnings: tuple[Warn, ...]
    models: tuple[ModelInfo, ...]


def hold(article: Article, models: tuple[ModelInfo, ...], embed: Embed | None = None) -> Annotated:
    """Pack an annotated article, with the models that were at work.

    Args:
        article: an annotated article.
        models: that took part.
        embed: what texts mean, for grouping; without it, grouping goes by words and days alone.
    """
    return Annotated(article.id, to_row(article), profile(article, embed), article.story, article.warnings, models)


def memberships(profiles: Sequence[Profile], given: Sequence[str | None]) -> tuple[Membership, ...]:
    """The story of each article: as given where one is given, else by grouping; copies are found within each story."""
    by_story: dict[str | None, list[Profile]] = defaultdict(list)
    for one, story in zip(profiles, given, strict=True):
        by_story[story].append(one)
    found: list[Membership] = []
    for story, members in by_story.items():
        found += (Membership(m.id, story if story is not None else m.story, m.copy_of) for m in group(members))
    return tuple(sorted(found, key=lambda m: m.id))


def stories(members: Iterable[Membership]) -> tuple[Story, ...]:
    """Stories from memberships, ordered by id, their articles ordered by id."""
    by_story: dict[str, list[Membership]] = defaultdict(list)
    for member in members:
        by_story[member.story].append(member)
    return tuple(
        Story(id, tuple(sorted(m.id for m in found)), tuple(sorted((m.id, m.copy_of) for m in found if m.copy_of)))
        for id, found in sorted(by_story.items())
    )


def accounts(
    held: Sequence[Annotated], version: str, *, given_stories: bool = False
) -> Iterator[tuple[Account, tuple[Article, ...]]]:
    """Group annotated articles and reconcile each story; yields each account with its articles, ordered by story id.

    Raises:
        DamagedModelError: the model of what sentences mean is needed, and missing or another.
    """
    models = {meaning.INFO, *(model for one in held for model in one.models)}
    made_by = MadeBy(version, tuple(sorted(models, key=lambda model: model.name)))
    rows = {one.id: one.row for one in held}
    given = [one.given if given_stories else None for one in held]
    for story in stories(memberships([one.profile for one in held], given)):
        articles = tuple(from_row(rows[id], Article) for id in story.articles)
        yield reconcile(story, articles, made_by, meaning.embed), articles
