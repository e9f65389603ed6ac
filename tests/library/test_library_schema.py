"""The schema: what the migrations make is what the tables say, and a change of either says what to do."""

from __future__ import annotations

import hashlib
import json
import zlib
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from made import Made
from sqlalchemy import create_engine, create_mock_engine
from sqlalchemy.sql.ddl import DDLElement

from crosswire.group import story_id
from crosswire.library import opening, reading, schema
from crosswire.library.opening import LibraryError, Place
from crosswire.library.records import version_key

DIGEST = "3672884f728c883a"
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


def of_the_first_schema(folder: Path) -> None:
    """A library of the first schema: a report in two versions, a story with a doubtful conflict and one with a certain one."""
    folder.mkdir()
    config = Config()
    config.set_main_option("script_location", str(Path(opening.__file__).parent / "migrations"))
    engine = create_engine(f"sqlite:///{folder / 'library.db'}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for statement in """
            INSERT INTO marks VALUES ('key', 'old'), ('seq', '2'), ('log-start', '9'), ('log-items', '0');
            INSERT INTO inputs VALUES (0, 'a', '0', '2024-03-02T12:00:00Z', 2, 1, 0, 0);
            INSERT INTO models VALUES (1, '{"version": "0", "models": []}');
            INSERT INTO articles VALUES (1, 'a', 'a', 2, 0, 's-1', NULL, 's-1'), (2, 'b', 'b', 3, 0, 's-2', NULL, 's-2');
            INSERT INTO versions SELECT column1, column2, column3, 0, x'00', '', NULL, NULL, NULL, 1, x'00'
                FROM (VALUES (1, 1, 1), (2, 1, 2), (3, 2, 1));
            INSERT INTO profiles VALUES (1, 5.5, 7, x'01', x'02', x'03'), (2, NULL, 8, x'04', x'05', x'06');
            INSERT INTO stories SELECT column1, column2, column3, 0, '[]', 't', NULL, NULL, 1, 1, 1, ''
                FROM (VALUES ('s-1', 1, '2024-03-02'), ('s-2', 2, '2024-03-01'));
            INSERT INTO topics (rowid, title, entity, outlet, flags) VALUES (1, 't', '', '', 'conflict'), (2, 't', '', '', 'conflict')
        """.split(";"):
            connection.exec_driver_sql(statement)
        for story, confidence in (("s-1", 0.4), ("s-2", 0.6)):
            row = zlib.compress(json.dumps({"findings": [{"kind": "conflict", "confidence": confidence}]}).encode())
            connection.exec_driver_sql("INSERT INTO accounts VALUES (?, '[]', ?)", (story, row))
    engine.dispose()


def test_a_library_of_the_first_schema_follows(tmp_path: Path) -> None:
    of_the_first_schema(tmp_path / "library")
    made = Made(tmp_path / "library")
    with made.place.read() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": of_tables, "compare_type": True})
        assert compare_metadata(context, schema.metadata) == []
        assert reading.key(connection) != "old"
        found = [(number, one.id, one.when, one.words) for number, one in reading.profiles(connection, 0)]
        assert found == [(1, "a", 5.5, 7), (2, version_key("a", 2), 5.5, 7), (3, "b", None, 8)]
        assert reading.story_ids(connection, story_id(version_key("a", 2))) == ["s-1"]
        listed = reading.stories(connection, reading.Wanted(), 9)
        assert [(one.id, one.changed, one.conflicts, one.to_check) for one in listed] == [
            ("s-2", "2024-03-02", 1, 0),
            ("s-1", "2024-03-02", 0, 1),
        ]
        assert [one.id for one in reading.stories(connection, reading.Wanted(conflicts=True), 9)] == ["s-2"]
        assert reading.moves(connection, "s-2", ["a"], []).came == {"s-1": 1}
