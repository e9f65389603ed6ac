"""Reconcile: the annotated reports of one story in, one account out."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.model import Account, Article, ClaimStance, ClaimText, MadeBy, Story


def reconcile(story: Story, articles: Sequence[Article], made_by: MadeBy) -> Account:
    """To come: the account of one story, from its annotated articles; their order does not matter."""
    title = next((a.title.text for a in articles if a.title), story.id)
    return Account(story.id, story.id, title, None, None, len(articles), (), (), (), (), (), (), (), made_by)


def compare(claim: ClaimText) -> ClaimStance:
    """To come: the stance of a text to a claim."""
    return ClaimStance(claim.id, "observing")
