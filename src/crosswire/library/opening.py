"""A library's folder and its connections: where it is, what it holds, and failures with their remedies.

FOLDER/library.db       articles, versions, stories, accounts, full text
FOLDER/archive/         raw inputs (crosswire.store): the truth, from which all else can be made again
FOLDER/shelf/           what grouping needs, as arrays: a copy of what the database has
FOLDER/writer.lock      held by the one program that writes
FOLDER/maker.lock       held for the moment in which the database is turned to its write-ahead log
"""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import click
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from crosswire.library.schema import HEAD, KEY, marks
from crosswire.store import LOG, RAW

WAIT = 30.0  # seconds for another program's transaction to end
_REMEDIES = {
    "SQLITE_FULL": ("the disk is full", "make room, and run the command again: what was acknowledged is kept"),
    "SQLITE_BUSY": ("another program is writing to it", "wait until it is done, and run the command again"),
    "SQLITE_READONLY": ("it cannot be written to", "make the folder writable, or name another with --library"),
    "SQLITE_CANTOPEN": ("it cannot be opened", "check that the folder is there and yours to read and write"),
    "SQLITE_CORRUPT": ("it is damaged", "make it again from the archive: crosswire rebuild"),
    "SQLITE_NOTADB": ("it is no database", "make it again from the archive: crosswire rebuild"),
    "SQLITE_IOERR": (
        "the disk failed, or is full",
        "make room or check the disk, and run the command again: what was acknowledged is kept",
    ),
}


class LibraryError(Exception):
    """Something about a library that the user can mend: what it is, and what helps."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(f"{reason}; {remedy}")
        self.reason = reason
        self.remedy = remedy


def default_library() -> Path:
    """Where the library is if none is named: $CROSSWIRE_LIBRARY, or among the user's application data."""
    return Path(os.environ.get("CROSSWIRE_LIBRARY") or Path(click.get_app_dir("crosswire"), "library"))


class Place:
    """The folder of a library, and connections to its database.

    Args:
        folder: the folder; `make` makes it.
        database: the file of the database, if not the usual one.
        wait: seconds for which another program's transaction is waited for.
    """

    def __init__(self, folder: Path, database: Path | None = None, wait: float = WAIT) -> None:
        self._wait = wait
        self.folder = folder = folder.absolute()
        self.database = database or folder / "library.db"
        self.archive = folder / "archive"
        self.log = self.archive / LOG
        self.raw = self.archive / RAW
        self.shelf = folder / "shelf"
        self._reader: Engine | None = None
        self._writer: Engine | None = None

    def make(self) -> None:
        """Make the folder and bring the database to the present schema.

        Raises:
            LibraryError: the folder cannot be made or written to, or the database is of a later version.
        """
        with told(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            with self.write() as connection:
                _upgrade(connection, self.folder)
                _begin(connection)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one state of the library throughout.

        Raises:
            LibraryError: there is no library, or it cannot be read.
        """
        if not self.database.exists():
            raise LibraryError(
                f"{self.folder}: there is no library", "begin one: crosswire add PATH, or name it with --library"
            )
        if self._reader is None:
            self._reader = _engine(self.database, "BEGIN", self._wait)
            with told(self.folder), self._reader.begin() as connection:
                _check_revision(connection, self.folder)
        with told(self.folder), self._reader.begin() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A connection in a transaction: all of it is kept, or nothing.

        Raises:
            LibraryError: it cannot be written.
        """
        if self._writer is None:
            self._writer = _engine(self.database, "BEGIN IMMEDIATE", self._wait)
        with told(self.folder), self._writer.begin() as connection:
            yield connection

    @contextmanager
    def alone(self, wait: float = 0.0) -> Iterator[bool]:
        """Whether this program is the only one that writes, for as long as the context lasts.

        The lock is SQLite's on a file of its own: it falls with the program, however that ends.
        """
        with told(self.folder):
            try:
                lock = _lock(self.folder / "writer.lock", wait)
            except sqlite3.OperationalError as error:
                if error.sqlite_errorname != "SQLITE_BUSY":
                    raise
                yield False
                return
        try:
            yield True
        finally:
            lock.close()

    def close(self) -> None:
        """Give the connections back."""
        for engine in (self._reader, self._writer):
            if engine is not None:
                engine.dispose()
        self._reader = self._writer = None


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Failures of disk and database as a `LibraryError` with a remedy.

    Raises:
        LibraryError: instead of OSError and the database's own errors.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        remedy = (
            "make room, or name another folder with --library"
            if error.errno in _FULL
            else "check the folder, or name another with --library"
        )
        raise LibraryError(f"{error.filename or folder}: {error.strerror or error}", remedy) from error
    except sqlite3.Error as error:
        raise _translated(error, folder) from error
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error):
            raise _translated(error.orig, folder) from error
        raise


_FULL = frozenset({27, 28, 122})  # EFBIG, ENOSPC, EDQUOT


def _translated(error: sqlite3.Error, folder: Path) -> LibraryError:
    name = getattr(error, "sqlite_errorname", "") or ""
    for code, (reason, remedy) in _REMEDIES.items():
        if name.startswith(code):
            return LibraryError(f"{folder}: {reason} ({error})", remedy)
    return LibraryError(
        f"{folder}: the database failed ({name} {error})", "run crosswire check; crosswire rebuild makes it again"
    )


def _engine(database: Path, begin: str, wait: float) -> Engine:
    def connected() -> sqlite3.Connection:
        """A connection whose transactions begin when SQLAlchemy says so, not when the driver thinks that they should."""
        if begin == "BEGIN" and not _writable(database):
            return sqlite3.connect(f"{database.absolute().as_uri()}?immutable=1", uri=True, isolation_level=None)
        raw = sqlite3.connect(database, timeout=wait, isolation_level=None)
        # With the write-ahead log and NORMAL, a power cut may take back the last transactions, never damage the file;
        # the archive's log, which is on the disk by then, brings them again.
        try:
            if begin != "BEGIN":
                _turn_to_log(raw, database, wait)
                raw.execute("PRAGMA synchronous=NORMAL")
            for pragma in ("foreign_keys=ON", "cache_size=-65536"):
                raw.execute(f"PRAGMA {pragma}")
        except sqlite3.Error:
            raw.close()
            raise
        return raw

    engine = create_engine("sqlite://", creator=connected, poolclass=QueuePool)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def _turn_to_log(raw: sqlite3.Connection, database: Path, wait: float) -> None:
    """Turn a new database to the write-ahead log; of programs that do so at once, SQLite would refuse all but one."""
    if raw.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        with closing(_lock(database.parent / "maker.lock", wait)):
            raw.execute("PRAGMA journal_mode=WAL")


def _lock(file: Path, wait: float) -> sqlite3.Connection:
    """A lock on a file, held until it is closed; SQLite's, since that waits, and falls with the program."""
    lock = sqlite3.connect(file, timeout=wait, isolation_level=None)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error:
        lock.close()
        raise
    return lock


def _writable(database: Path) -> bool:
    """Whether SQLite may make its files beside a database; where not, and none waits there, it can be read all the same."""
    return os.access(database.parent, os.W_OK) or Path(f"{database}-wal").exists()


def _begin(connection: Connection) -> None:
    """Give the database a key that tells it from one made anew, if it has none."""
    key = upsert(marks).values(name=KEY, value=secrets.token_hex(8))
    connection.execute(key.on_conflict_do_nothing(index_elements=["name"]))


def _revision(connection: Connection) -> str | None:
    found = connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").first()
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() if found else None


def _check_revision(connection: Connection, folder: Path) -> None:
    revision = _revision(connection)
    if revision is None or revision < HEAD:
        raise LibraryError(
            f"{folder}: it is of an older version of Crosswire",
            "bring it up to date: crosswire add or crosswire rebuild",
        )
    if revision > HEAD:
        raise LibraryError(f"{folder}: it was made by a newer version of Crosswire", "install that version")


def _upgrade(connection: Connection, folder: Path) -> None:
    """Bring the database to the present schema: `alembic upgrade head`."""
    revision = _revision(connection)
    if revision == HEAD:
        return
    if revision is not None and revision > HEAD:
        _check_revision(connection, folder)
    from alembic import command  # noqa: PLC0415 (a third of a second, needed once)
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
