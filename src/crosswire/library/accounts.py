"""The accounts of stories, made anew when their reports are newer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection

from crosswire import __version__
from crosswire.library import reading, writing
from crosswire.library.opening import Place
from crosswire.library.telling import what_changed
from crosswire.library.writing import Remade
from crosswire.model import MadeBy, Story
from crosswire.reconcile import reconcile

AT_ONCE = 32


def refresh(place: Place) -> Iterator[int]:
    """Make the accounts anew that are older than their reports; for the one program that writes.

    Yields:
        After each transaction, how many are left.
    """
    with place.read() as connection:
        waiting = reading.stale(connection)
    for first in range(0, len(waiting), AT_ONCE):
        with place.read() as connection:
            made = [remade(connection, story) for story in waiting[first : first + AT_ONCE]]
        with place.write() as connection:
            for one in made:
                writing.store_account(connection, one)
        yield max(0, len(waiting) - first - AT_ONCE)


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
                    writing.store_account(connection, one)


def remade(connection: Connection, story: str) -> Remade:
    """The account of a story from the reports that the database has of it."""
    members = reading.members(connection, story)
    standing = {m.id for m in members}
    copies = tuple((m.id, m.copy_of) for m in members if m.copy_of and m.copy_of in standing)
    models = {model for m in members for model in m.made_by.models}
    made_by = MadeBy(__version__, tuple(sorted(models, key=lambda m: (m.name, m.version, m.sha256))))
    account = reconcile(Story(story, tuple(m.id for m in members), copies), [m.article for m in members], made_by)
    versions = tuple((m.id, m.ordinal) for m in members)
    notes, changed, _ = reading.story_state(connection, story)
    outlets = tuple(sorted({m.publisher for m in members if m.publisher}))
    told = what_changed(reading.account(connection, story), account, versions, notes)
    return Remade(account, versions, changed, told, outlets)
