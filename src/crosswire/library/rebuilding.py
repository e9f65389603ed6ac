"""Everything from the archive again, beside the library as it is; then it takes its place in one transaction."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from crosswire.library import reading, writing
from crosswire.library.adding import Adding, Annotate, Done
from crosswire.library.opening import LibraryError, Place, told


def rebuild(place: Place, annotate: Annotate, limit: int) -> Iterator[Done]:
    """Make the database anew from the archive.

    Until all of it is done, the library is as it was. What the archive cannot tell (inputs that gave no bytes, former
    names of stories) is taken over from the old database, if that can be read.

    Args:
        place: the library.
        annotate: gives articles their annotations.
        limit: the most bytes of a page in a web archive.

    Raises:
        LibraryError: another program is at work, or the disk or the database fails.
    """
    if not place.log.exists():
        raise LibraryError(
            f"{place.folder}: it has no archive", "begin one with crosswire add, or name it with --library"
        )
    with place.alone() as mine:
        if not mine:
            raise LibraryError(f"{place.folder}: another program is adding to it", "wait until it is done")
        new = Place(place.folder, place.folder / "rebuild.db")
        new.shelf = place.folder / "rebuild-shelf"
        _remove(new.database)
        new.make()
        yield from Adding(new, annotate, limit).run(lambda: False)
        _carry_over(place, new)
        new.close()
        place.close()
        with told(place.folder):
            _replace(new.database, place.database)
            _remove(new.database)
            _swap_shelf(new.shelf, place.shelf)


def _carry_over(old: Place, new: Place) -> None:
    """What only the old database knows, into the new one."""
    try:
        with old.read() as connection:
            beyond = reading.beyond_archive(connection)
    except LibraryError:
        return
    with new.write() as connection:
        writing.carry_over(connection, beyond.rejections, beyond.aliases)
        writing.carry_over_changes(connection, beyond.changes, beyond.stories)


def _replace(new: Path, old: Path) -> None:
    """Copy a database over another in one transaction, which readers of the other wait for or do not see."""
    with closing(sqlite3.connect(new)) as source:
        try:
            with closing(sqlite3.connect(old, timeout=30)) as target:
                source.backup(target)
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorname not in {"SQLITE_NOTADB", "SQLITE_CORRUPT"}:
                raise
            _remove(old)
            with closing(sqlite3.connect(old)) as target:
                source.backup(target)


def _remove(database: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        Path(f"{database}{ending}").unlink(missing_ok=True)


def _swap_shelf(new: Path, old: Path) -> None:
    """Put the new database's shelf in the place of the old one's."""
    shutil.rmtree(old, ignore_errors=True)
    old.mkdir()
    for one in new.glob("*") if new.exists() else ():
        one.replace(old / one.name)
    if new.exists():
        new.rmdir()
