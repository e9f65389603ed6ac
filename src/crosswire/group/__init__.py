"""Group: articles in, stories out, with copies folded."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.group.passages import Passage, Reprint, reprint
from crosswire.group.profiles import Profile, profile
from crosswire.group.shelf import Shelf, story_id
from crosswire.model import Membership

__all__ = ["Passage", "Profile", "Reprint", "Shelf", "group", "profile", "reprint", "story_id"]


MOST_AT_ONCE = 3_000


def group(profiles: Sequence[Profile]) -> tuple[Membership, ...]:
    """The story of each article, and the article whose text it reprints, ordered by id; any order gives the same.

    Up to `MOST_AT_ONCE` linked articles are compared each with each, some more than a shelf does to which articles are
    added one at a time.

    Args:
        profiles: of articles with different ids.
    """
    shelf = Shelf.empty(most=MOST_AT_ONCE)
    shelf.add(profiles)
    return tuple(shelf.memberships())
