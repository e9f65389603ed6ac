"""Group: articles in, stories out, with copies folded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from hashlib import sha256

from crosswire.group.copies import copies
from crosswire.group.profiles import Profile, profile
from crosswire.group.stories import stories
from crosswire.model import Membership

__all__ = ["Profile", "group", "profile", "story_id"]


def group(profiles: Sequence[Profile]) -> tuple[Membership, ...]:
    """The story of each article, and the article whose text it reprints, ordered by id; any order gives the same.

    Args:
        profiles: of articles with different ids.
    """
    ordered = sorted(profiles, key=lambda p: p.first)
    copy_of = copies(ordered)
    originals = [p for p in ordered if p.id not in copy_of]
    label = dict(zip((p.id for p in originals), stories(originals), strict=True))
    members: dict[int, list[Profile]] = defaultdict(list)
    for one in ordered:
        members[label[copy_of.get(one.id, one.id)]].append(one)
    found = [
        Membership(one.id, story_id(story[0].id), copy_of.get(one.id)) for story in members.values() for one in story
    ]
    return tuple(sorted(found, key=lambda m: m.id))


def story_id(first: str) -> str:
    """The id of a story, from the id of its first member."""
    return "s-" + sha256(first.encode("utf-8", "surrogatepass")).hexdigest()[:12]
