"""Search by meaning: vectors that do not depend on their company, and the nearest of them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from made import FERRY, LATER, SCHOOL, Made, annotate, report, rows, wrong
from numpy.typing import NDArray

from crosswire import DamagedModelError, meaning
from crosswire.cli import main
from crosswire.group.profiles import DIMENSIONS, quantised
from crosswire.library.adding import Annotate
from crosswire.library.meanings import keep_signs, nearest
from crosswire.library.rebuilding import rebuild
from crosswire.model import Article
from crosswire.pipeline import Annotated

TOPICS = ("ferry", "school", "mayor", "flood")


def embed(text: str) -> NDArray[np.float32]:
    """A stand-in for the model: of which of four topics a text speaks."""
    chance = np.random.default_rng(7)
    directions = chance.normal(size=(len(TOPICS), DIMENSIONS)).astype(np.float32)
    said = np.array([topic in text.lower() for topic in TOPICS], np.float32)
    vector = said @ directions + 0.01 * directions[0]
    return np.asarray(vector / np.linalg.norm(vector), np.float32)


def found(made: Made, text: str) -> list[tuple[str, int]]:
    with made.place.read() as connection:
        return [(hit.id, hit.ordinal) for hit in nearest(made.place, connection, embed(text), 2)]


def read_for_meaning(articles: Iterable[Article]) -> Iterator[Annotated]:
    return annotate(articles, embed)


def test_the_nearest_reports_are_found_and_new_ones_with_them(tmp_path: Path) -> None:
    made = Made(tmp_path / "library", read_for_meaning)
    assert found(made, "a school") == []
    made.add(rows(tmp_path / "a.jsonl", {"id": "a", "text": FERRY}, {"id": "b", "text": SCHOOL}))
    assert found(made, "a school")[0] == ("b", 1)
    keep_signs(made.place)
    made.add(rows(tmp_path / "b.jsonl", {"id": "a", "text": LATER}, {"id": "c", "text": "The mayor opened a school."}))
    assert found(made, "the mayor and the school")[0] == ("c", 1)
    assert found(made, "a ferry")[0] == ("a", 2)
    assert wrong(made) == []


def test_the_file_of_signs_may_be_lost_damaged_or_of_another_database(tmp_path: Path) -> None:
    made = Made(tmp_path / "library", read_for_meaning)
    made.add(rows(tmp_path / "a.jsonl", {"id": "a", "text": FERRY}, {"id": "b", "text": SCHOOL}))
    keep_signs(made.place)
    for file in (tmp_path / "library" / "meaning").rglob("*.npy"):
        file.write_bytes(b"no array")
    assert found(made, "a school")[0] == ("b", 1)
    list(rebuild(made.place, read_for_meaning, 1_000))
    assert found(made, "a school")[0] == ("b", 1)


@pytest.mark.parametrize(("read", "told"), [(annotate, True), (read_for_meaning, False)])
def test_reports_that_were_not_read_for_their_meaning_are_left_out_and_that_is_told(
    tmp_path: Path, read: Annotate, *, told: bool
) -> None:
    made = Made(tmp_path / "library", read)
    made.add(rows(tmp_path / "a.jsonl", {"id": "a", "text": FERRY}))
    result = CliRunner().invoke(main, ["search", "--meaning", "ferry", "--library", str(tmp_path / "library")])
    assert ("run crosswire rebuild" in result.stderr) is told
    assert (result.stdout == "") is told


def test_bytes_keep_the_direction() -> None:
    vector = embed("the ferry and the mayor")
    kept = quantised(vector).astype(np.float32)
    assert vector @ kept / np.linalg.norm(kept) > 0.999


def test_the_model_finds_what_is_said_in_other_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = Made(tmp_path / "library", lambda articles: annotate(articles, meaning.load()))
    made.add(rows(tmp_path / "a.jsonl", {"id": "a", "text": FERRY}, {"id": "b", "text": SCHOOL}))
    monkeypatch.setenv("CROSSWIRE_LIBRARY", str(tmp_path / "library"))
    ships = CliRunner().invoke(
        main, ["search", "--meaning", "vessel", "lost", "with", "passengers"], catch_exceptions=False
    )
    pupils = CliRunner().invoke(
        main, ["search", "--meaning", "lessons for children", "-n", "1"], catch_exceptions=False
    )
    assert ships.stdout.splitlines()[1] == "    a"
    assert pupils.stdout.splitlines()[1] == "    b"
    model = meaning.load()
    assert model(FERRY).tobytes() == model(FERRY).tobytes()
    assert np.linalg.norm(model("x")) == pytest.approx(1)


def test_a_model_that_is_missing_or_damaged_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Made(tmp_path / "library")
    monkeypatch.setattr(meaning, "PACKAGE", "no_such_package_at_all")
    meaning.load.cache_clear()
    meaning.embed.cache_clear()
    told = report(tmp_path, "a.txt", FERRY)
    for command in (["search", "--meaning", "x", "--library", str(tmp_path / "library")], ["group", str(told)]):
        result = CliRunner().invoke(main, command)
        assert result.exit_code == 2
        assert "no_such_package_at_all" in result.stderr
        assert "install crosswire again" in result.stderr
    folder = tmp_path / "no_such_package_at_all" / meaning.FOLDER
    folder.mkdir(parents=True)
    (tmp_path / "no_such_package_at_all" / "__init__.py").write_text("")
    (folder / meaning.NETWORK).write_bytes(b"other")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    with pytest.raises(DamagedModelError, match="SHA-256"):
        meaning.load()
