"""Nothing acknowledged is lost: programs killed at random moments, disks that are full, two programs at once."""

from __future__ import annotations

import os
import random
import resource
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Barrier

import pytest
from made import FERRY, LATER, SCHOOL, Made, account_rows, report, rows, wrong

from crosswire.library import reading
from crosswire.library.checking import CHECKS, Look, check_inputs, check_stories
from crosswire.library.opening import LibraryError, Place
from crosswire.library.records import Counts

HERE = Path(__file__).parent
SEED = 20_240_301
NAMES = ("Skua", "Tern", "Gannet", "Fulmar", "Petrel", "Eider", "Dunlin", "Knot")


def program(
    library: Path, *paths: Path, most: int = 3, limited: Callable[[], None] | None = None
) -> subprocess.Popen[str]:
    """A program that adds, ready to begin."""
    command = [sys.executable, str(HERE / "adder.py"), str(library), str(most), *map(str, paths)]
    pipe = subprocess.PIPE
    started = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=HERE, preexec_fn=limited)  # noqa: PLW1509
    assert started.stdout
    assert started.stdout.readline() == "ready\n"
    return started


def go(started: subprocess.Popen[str]) -> None:
    assert started.stdin
    started.stdin.write("\n")
    started.stdin.flush()


def said(started: subprocess.Popen[str]) -> list[str]:
    """What it said to its end."""
    go(started)
    with started:
        assert started.stdout
        return started.stdout.read().splitlines()


def given(folder: Path) -> list[Path]:
    """Sixty files, and forty rows of which some are other texts of the same reports."""
    for n in range(60):
        name = NAMES[n % 8]
        report(
            folder, f"{n:02}.txt", (FERRY if n % 3 else SCHOOL).replace("Skua", name) + f" It was report {n} of {name}."
        )
    many = [
        {"id": f"row {n % 30}", "text": f"{LATER.replace('Skua', NAMES[n % 5])} So says row {n}."} for n in range(40)
    ]
    return [folder, rows(folder.parent / "rows.jsonl", *many)]


@pytest.mark.slow
def test_killed_at_any_moment_it_loses_nothing_acknowledged(tmp_path: Path) -> None:
    paths = given(tmp_path / "reports")
    undisturbed = Made(tmp_path / "undisturbed")
    undisturbed.add(*paths)
    chance = random.Random(SEED)  # noqa: S311
    whole = program(tmp_path / "timed", *paths)
    start = time.monotonic()
    assert said(whole)[-1] == "added 90 10 0 0"
    longest = time.monotonic() - start
    libraries = killed = 0
    while killed < 30:
        libraries += 1
        killed += kill_until_done(tmp_path / f"library {libraries}", paths, lambda: chance.uniform(0, longest / 2))
        made = Made(tmp_path / f"library {libraries}")
        made.add(*paths)
        assert wrong(made) == []
        assert account_rows(made) == account_rows(undisturbed)
        assert made.add(*paths) == Counts(known=100)


def kill_until_done(library: Path, paths: list[Path], after: Callable[[], float]) -> int:
    """Begin to add and be killed, again and again until one comes to its end; how many were killed."""
    acknowledged: set[str] = set()
    for killed in range(10):
        started = program(library, *paths)
        go(started)
        time.sleep(after())
        started.kill()
        with started:
            assert started.stdout
            lines = started.stdout.read().splitlines()
        acknowledged |= {line.rsplit(" ", 1)[0] for line in lines if line.endswith((" new", " revised", " known"))}
        assert_sound(library, acknowledged)
        if lines and lines[-1].startswith("added"):
            return killed
    return 10


def assert_sound(library: Path, acknowledged: set[str]) -> None:
    """What was acknowledged is there, and what is there is whole; what was not may wait in the archive."""
    place = Place(library)
    if not place.database.exists():
        assert not acknowledged
        return
    place.make()
    with place.read() as connection:
        assert acknowledged <= {one.id for one in reading.all_articles(connection)}
        look = Look(place, connection)
        told = [told for check in CHECKS if check not in {check_inputs, check_stories} for told in check(look)]
        waiting = [told for check in (check_inputs, check_stories) for told in check(look)]
    place.close()
    assert told == []
    assert [one for one in waiting if "run crosswire add" not in one] == []


@pytest.mark.parametrize(
    "size", [100_000, pytest.param(1_000, marks=pytest.mark.slow), pytest.param(200_000, marks=pytest.mark.slow)]
)
def test_a_full_disk_is_told_and_nothing_is_lost(size: int, tmp_path: Path) -> None:
    paths = given(tmp_path / "reports")
    made = Made(tmp_path / "library")
    limited = program(
        tmp_path / "library", *paths, limited=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    )
    lines = said(limited)
    made.place.close()
    acknowledged = {line.rsplit(" ", 1)[0] for line in lines[:-1]}
    assert lines[-1].startswith("failed"), lines[-1]
    assert "make room" in lines[-1]
    assert_sound(tmp_path / "library", acknowledged)
    made.add(*paths)
    assert made.add(*paths) == Counts(known=100)
    assert wrong(made) == []


def test_two_programs_may_add_at_once(tmp_path: Path) -> None:
    folder, many = given(tmp_path / "reports")
    first, second = (program(tmp_path / "library", path) for path in (folder, many))
    go(first)
    assert said(second)[-1] == "added 30 10 0 0"
    with first:
        assert first.stdout
        assert first.stdout.read().splitlines()[-1] == "added 60 0 0 0"
    assert wrong(Made(tmp_path / "library")) == []


def test_programs_that_begin_one_library_at_once_all_get_it(tmp_path: Path) -> None:
    def begun(folder: Path, start: Barrier) -> str:
        place = Place(folder)
        start.wait()
        place.make()
        with place.read() as connection:
            key = reading.key(connection)
        place.close()
        return key

    with ThreadPoolExecutor(4) as pool:
        for turn in range(20):
            start = Barrier(4)
            keys = [pool.submit(begun, tmp_path / str(turn), start) for _ in range(4)]
            assert len({key.result() for key in keys}) == 1


def test_a_locked_database_is_told(tmp_path: Path) -> None:
    made = Made(tmp_path / "library")
    made.add(report(tmp_path / "r", "a.txt", FERRY))
    with closing(sqlite3.connect(made.place.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        made.place.close()
        made.place = Place(tmp_path / "library", wait=0.05)
        with pytest.raises(LibraryError, match=r"another program is writing.*wait until it is done"):
            made.add(report(tmp_path / "r", "b.txt", SCHOOL))
        made.place.close()
    assert made.add(tmp_path / "r" / "b.txt") == Counts(new=1)
    assert wrong(made) == []
    made.place.close()


def test_a_folder_that_cannot_be_written_to_is_told_and_can_be_read(tmp_path: Path) -> None:
    made = Made(tmp_path / "library")
    made.add(report(tmp_path / "r", "a.txt", FERRY))
    made.place.close()
    folders = [folder for folder in (tmp_path / "library", *(tmp_path / "library").rglob("*")) if folder.is_dir()]
    for folder in folders:
        folder.chmod(0o555)
    made.place.database.chmod(0o444)
    if os.access(tmp_path / "library", os.W_OK):
        pytest.skip("the superuser may write everywhere")
    try:
        with pytest.raises(LibraryError, match=r"make the folder writable|name another with --library"):
            made.add(report(tmp_path / "r", "b.txt", SCHOOL))
        place = Place(tmp_path / "library")
        with place.read() as connection:
            assert len(reading.stories(connection, reading.Wanted(), 5)) == 1
        place.close()
    finally:
        for folder in folders:
            folder.chmod(0o755)
        made.place.database.chmod(0o644)
    assert wrong(Made(tmp_path / "library")) == []


def test_what_is_no_library_is_told(tmp_path: Path) -> None:
    place = Place(tmp_path)
    with pytest.raises(LibraryError, match="there is no library"), place.read():
        pass
    (tmp_path / "file").write_text("")
    with pytest.raises(LibraryError, match="name another with --library"):
        Place(tmp_path / "file").make()
    (tmp_path / "library.db").write_text("this is no database, but it is long enough to be looked at as one" * 20)
    with pytest.raises(LibraryError, match="crosswire rebuild"), place.read():
        pass
    place.close()
