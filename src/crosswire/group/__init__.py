"""Group: articles in, stories out, with copies folded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crosswire.model import Article, Membership


@dataclass(frozen=True, slots=True)
class Profile:
    """What grouping needs of one article, small enough to keep for a hundred thousand of them."""

    id: str


def profile(article: Article) -> Profile:
    """To come: the profile of a cleaned article."""
    return Profile(article.id)


def group(profiles: Sequence[Profile]) -> tuple[Membership, ...]:
    """To come: the story, and the text that it reprints, of each article; any order of input gives the same."""
    first = min((p.id for p in profiles), default="")
    return tuple(Membership(p.id, first) for p in profiles)
