"""The schema: what the migrations make is what the tables say, and a change of either says what to do."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from made import Made
from sqlalchemy import create_mock_engine
from sqlalchemy.sql.ddl import DDLElement

from crosswire.library import opening, schema
from crosswire.library.opening import LibraryError, Place

DIGEST = "4cccf324b0214928"
CHANGED = """The tables of the library are others than before. That is all right, if libraries that exist can follow:

1. write a migration in src/crosswire/library/migrations/versions/ (docs/library.md, "When the schema changes");
2. set HEAD in src/crosswire/library/schema.py to its revision;
3. put this digest into the test: {digest}
"""
FULL_TEXT_TABLES = ("words", "topics")


def of_tables(_: object, name: str | None, type: str, reflected: bool, other: object) -> bool:  # noqa: FBT001
    del reflected, other
    return not (type == "table" and name is not None and name.split("_")[0] in FULL_TEXT_TABLES)


def test_the_migrations_make_what_the_tables_say(tmp_path: Path) -> None:
    made = Made(tmp_path / "library")
    with made.place.read() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": of_tables, "compare_type": True})
        assert compare_metadata(context, schema.metadata) == []
        wanted = "SELECT sql FROM sqlite_master WHERE name IN ('words', 'topics') ORDER BY name DESC"
        assert tuple(connection.exec_driver_sql(wanted).scalars()) == schema.FULL_TEXT


def test_the_newest_migration_is_the_head() -> None:
    scripts = ScriptDirectory(str(Path(opening.__file__).parent / "migrations"))
    assert scripts.get_heads() == [schema.HEAD]


def test_a_change_of_the_schema_says_what_to_do() -> None:
    made: list[str] = list(schema.FULL_TEXT)

    def note(statement: DDLElement, *_: object, **__: object) -> None:
        made.append(str(statement.compile(dialect=engine.dialect)))

    engine = create_mock_engine("sqlite://", note)
    schema.metadata.create_all(engine, checkfirst=False)
    digest = hashlib.sha256("\n".join([schema.HEAD, *sorted(made)]).encode()).hexdigest()[:16]
    assert digest == DIGEST, CHANGED.format(digest=digest)


@pytest.mark.parametrize(
    ("revision", "remedy"), [("0000", "crosswire add or crosswire rebuild"), ("9999", "install that version")]
)
def test_a_library_of_another_version_is_told(revision: str, remedy: str, tmp_path: Path) -> None:
    made = Made(tmp_path / "library")
    with made.place.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = ?", (revision,))
    place = Place(tmp_path / "library")
    with pytest.raises(LibraryError, match=remedy), place.read():
        pass
    if revision == "9999":
        with pytest.raises(LibraryError, match=remedy):
            place.make()
    place.close()
