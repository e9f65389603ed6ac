"""Reconcile: the annotated reports of one story in, one account out.

It says what the reports say and where they part. It never says which is true, and never rates an outlet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from crosswire.model import Account, Article, Embed, MadeBy, Report, Story
from crosswire.reconcile.entities import listed_entities
from crosswire.reconcile.figures import figure_lines
from crosswire.reconcile.matrix import matrix
from crosswire.reconcile.quotations import quotations
from crosswire.reconcile.rules import findings
from crosswire.reconcile.rules.dates import bounds
from crosswire.reconcile.rules.numbers import day_as_of
from crosswire.reconcile.stance import compare
from crosswire.reconcile.timeline import timeline
from crosswire.reconcile.view import View, view
from crosswire.reconcile.words import shown

__all__ = ["compare", "reconcile"]


def reconcile(story: Story, articles: Sequence[Article], made_by: MadeBy, embed: Embed | None = None) -> Account:
    """The account of one story.

    Args:
        story: the story, with the ids of its articles and which of them reprint which.
        articles: its annotated articles, in any order: the account is the same.
        made_by: the version of Crosswire and the models behind the annotations.
        embed: what words mean, asked only of speakers whose words are translated, as a report says; without it,
            translations of one utterance are not brought together.

    Returns:
        The account; every piece of evidence in it is characters of one of the articles.
    """
    seen = view(story, articles, embed)
    days = sorted(article.published.value[:10] for article in seen.articles if article.published)
    account = Account(
        id=story.id,
        story=story.id,
        title=_title(seen),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        independent_origins=len(seen.origins),
        articles=tuple(_report(seen, article) for article in seen.articles),
        origins=seen.origins,
        entities=listed_entities(seen.cast, len(seen.articles)),
        timeline=timeline(seen),
        quotations=quotations(seen.articles, seen.cast, seen.versions, seen.translations),
        figures=figure_lines(seen.figures, seen.origin_of, partial(day_as_of, seen), seen.articles),
        findings=findings(seen),
        made_by=made_by,
    )
    return replace(account, matrix=matrix(account, seen.articles))


def _report(seen: View, article: Article) -> Report:
    published = article.published.value if article.published else None
    return Report(article.id, article.publisher, published, bounds(seen, article))


def _title(seen: View) -> str:
    """The headline of the first dated report that has one, else the first sentence of the first report."""
    ordered = sorted(seen.articles, key=lambda a: (a.published.value[:10] if a.published else "9999", a.id))
    for article in ordered:
        if article.title:
            return shown(article.title.text)
    for article in ordered:
        if article.sentences:
            return shown(article.sentences[0].of(article.text))
    return seen.articles[0].id if seen.articles else ""
