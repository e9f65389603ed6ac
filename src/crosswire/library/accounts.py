"""The accounts of stories, made anew when their reports are newer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection

from crosswire import __version__
from crosswire.library import reading, writing
from crosswire.library.opening import Place
from crosswire.library.reading import Member
from crosswire.library.telling import what_changed
from crosswire.library.writing import Remade
from crosswire.meaning import INFO, embed
from crosswire.model import MadeBy, Story
from crosswire.reconcile import reconcile

AT_ONCE = 32


def refresh(place: Place) -> Iterator[tuple[str, ...]]:
    """Make the accounts anew that are older than their reports; for the one program that writes.

    Yields:
        After each transaction, the stories whose accounts were made.
    """
    with place.read() as connection:
        waiting = reading.stale(connection)
    for first in range(0, len(waiting), AT_ONCE):
        with place.read() as connection:
            made = [remade(connection, story) for story in waiting[first : first + AT_ONCE]]
        with place.write() as connection:
            writing.store_accounts(connection, made)
        yield tuple(waiting[first : first + AT_ONCE])


def made_now(place: Place, stories: Sequence[str]) -> None:
    """Make the accounts of some stories anew if they are older than their reports and no other program is at work."""
    with place.read() as connection:
        waiting = set(reading.stale(connection)) & set(stories)
    if not waiting:
        return
    with place.alone() as mine:
        if mine:
            for story in sorted(waiting):
                with place.read() as connection:
                    one = remade(connection, story)
                with place.write() as connection:
                    writing.store_accounts(connection, [one])


def remade(connection: Connection, story: str) -> Remade:
    """The account of a story from the reports that the database has of it."""
    members = reading.members(connection, story)
    models = {INFO, *(model for m in members for model in m.made_by.models)}
    made_by = MadeBy(__version__, tuple(sorted(models, key=lambda m: (m.name, m.version, m.sha256))))
    told_of = Story(story, tuple(m.id for m in members), copies(members))
    account = reconcile(told_of, [m.article for m in members], made_by, embed)
    versions = tuple((m.id, m.ordinal) for m in members)
    outlets = tuple(sorted({m.publisher for m in members if m.publisher}))
    before = reading.account(connection, story)
    had, has = ({id for id, _ in one} for one in (before.versions if before else (), versions))
    told = what_changed(before, account, versions, reading.moves(connection, story, has - had, had - has))
    return Remade(account, versions, reading.touched(connection, story), told, outlets)


def copies(members: Sequence[Member]) -> tuple[tuple[str, str], ...]:
    """Which reports of a story are copies, each with the original.

    Reports that grouping ties together as copies, be it by a report that is of another story by now or was withdrawn,
    are copies of one: of the one that is itself no copy; of several such, or none, of the earliest, then the longest.
    """
    tied: dict[str, str] = {}

    def root(id: str) -> str:
        while (up := tied.get(id, id)) != id:
            tied[id] = tied.get(up, up)
            id = tied[id]
        return id

    for member in members:
        if member.copy_of:
            one, other = sorted((root(member.id), root(member.copy_of)))
            tied[other] = one
    families: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        families[root(member.id)].append(member)
    found = []
    for family in families.values():
        original = min(family, key=_rank)
        found += [(member.id, original.id) for member in family if member is not original]
    return tuple(sorted(found))


def _rank(member: Member) -> tuple[bool, str, int, str]:
    article = member.article
    day = article.published.value if article.published else "~"
    return (member.copy_of is not None, day, -len(article.text), member.id)
