"""The commands of the library as users call them."""

from __future__ import annotations

import csv
import json
import shutil
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from crosswire.cli import main

EXAMPLE = Path(__file__).parents[2] / "examples" / "ferry"


def run(*arguments: str | Path, stdin: str = "") -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments], input=stdin, catch_exceptions=False)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled") / "library"
    result = run("add", EXAMPLE, "--library", folder)
    assert result.exit_code == 0
    first, story, _ = result.stdout.splitlines()
    assert first == "4 new reports"
    assert story.startswith("s-")
    return folder


@pytest.fixture
def library(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(filled, tmp_path / "library")
    monkeypatch.setenv("CROSSWIRE_LIBRARY", str(tmp_path / "library"))
    return tmp_path / "library"


def story_id() -> str:
    return str(json.loads(run("stories", "--jsonl").stdout.splitlines()[0])["id"])


@pytest.mark.usefixtures("library")
def test_adding_again_says_that_it_is_there() -> None:
    assert run("add", EXAMPLE).stdout == "4 there already\n"


@pytest.mark.usefixtures("library")
def test_each_report_is_acknowledged_and_what_is_rejected_is_status_1(tmp_path: Path) -> None:
    given = '{"id": "one", "text": "A pier opened in Ulven on Monday."}\nno json\n'
    result = run("add", "-", tmp_path / "nowhere", "--jsonl", stdin=given)
    assert result.exit_code == 1
    assert [json.loads(line) for line in result.stdout.splitlines()] == [{"id": "one", "result": "new"}]
    assert "no such file" in result.stderr
    assert "it is no JSON" in result.stderr
    kept = run("stories", "--rejected").stdout
    assert "no such file" in kept
    assert "it is no JSON" in kept


def test_a_changed_report_is_shown_with_what_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CROSSWIRE_LIBRARY", str(tmp_path / "library"))
    reports = tmp_path / "reports"
    shutil.copytree(EXAMPLE, reports)
    assert run("add", reports).exit_code == 0
    path = reports / "lorning-evening.txt"
    path.write_text(path.read_text(encoding="utf8").replace("to 14", "to 15"), encoding="utf8")
    assert run("add", reports).stdout.splitlines()[0] == "0 new reports, 1 changed by its outlet, 3 there already"
    shown = run("story", story_id()).stdout
    assert "CHANGED BY THEIR OUTLETS" in shown
    assert " was 14 until " in shown
    assert "1 report changed by its outlet" in shown.split("HOW THE STORY GREW")[1]
    page = tmp_path / "story.html"
    assert run("story", story_id(), "-o", page).exit_code == 0
    section = page.read_text(encoding="utf8").partition('id="s0-revised"')[2].partition("</section>")[0]
    assert "lorning-evening.txt" in section
    assert "the toll in the first paragraph was 14 until " in section
    run("story", story_id(), "-o", f"{tmp_path / 'pages'}/")
    assert 'id="s0-revised"' in (tmp_path / "pages" / f"{story_id()}.html").read_text(encoding="utf8")


@pytest.mark.usefixtures("library")
def test_a_story_is_shown_as_text_page_and_record(tmp_path: Path) -> None:
    id = story_id()
    shown = run("story", id).stdout
    assert "FINDINGS" in shown
    assert shown.rstrip().endswith("new story, 4 reports")
    page = tmp_path / "story.html"
    assert run("story", id, "-o", page).exit_code == 0
    written = page.read_text(encoding="utf8")
    assert written.startswith("<!DOCTYPE html>")
    assert "Changed by their outlets" not in written
    record = json.loads(run("story", "harrow-courier.txt", "--jsonl").stdout)
    assert record["story"] == id
    missing = run("story", "s-000000000000")
    assert missing.exit_code == 1
    assert "crosswire stories lists them" in missing.stderr


@pytest.mark.usefixtures("library")
def test_stories_by_filters() -> None:
    assert run("stories", "--since", "1h", "--conflicts", "--entity", "Port Harrow").stdout.startswith("s-")
    assert run("stories", "--entity", "Atlantis").stdout == ""
    assert run("stories", "--since", "2999-01-01").stdout == ""
    assert run("stories", "--since", "soon").exit_code == 2


@pytest.mark.usefixtures("library")
def test_search_finds_reports_by_speaker_and_refuses_none() -> None:
    hits = [json.loads(line) for line in run("search", '"bow doors" speaker:averill', "--jsonl").stdout.splitlines()]
    assert all("bow doors" in hit["excerpt"] for hit in hits)
    assert "Port Harrow" in run("search", "port", "harrow", "-n", "1").stdout
    assert run("search", "zebra").exit_code == 0
    assert "no word" in run("search", "--", "-").stderr


@pytest.mark.usefixtures("library")
def test_export_gives_what_account_gives_and_tables_that_agree(tmp_path: Path) -> None:
    assert run("export").stdout == run("account", EXAMPLE, "--jsonl").stdout
    table = list(csv.DictReader(StringIO(run("export", "--what", "findings", "--format", "csv").stdout)))
    texts = {}
    for line in run("export", "--what", "articles").stdout.splitlines():
        row = json.loads(line)
        texts[row["id"]] = row["text"]
    assert table
    assert all(texts[r["article"]][int(r["start"]) : int(r["end"])] == r["quote"].removeprefix("'") for r in table)
    file = tmp_path / "findings.parquet"
    assert run("export", "--what", "findings", "-o", file).exit_code == 0
    from arro3.io import read_parquet

    read = read_parquet(BytesIO(file.read_bytes())).read_all()
    assert read.num_rows == len(table)
    assert run("export", "--format", "parquet").exit_code == 2
    assert run("export", "-o", tmp_path / "no" / "file.csv").exit_code == 1


@pytest.mark.usefixtures("library")
def test_check_finds_what_is_wrong_and_rebuild_mends_it(library: Path) -> None:
    before = run("export").stdout
    assert run("check", "-q").stdout == ""
    import sqlite3

    with sqlite3.connect(library / "library.db") as database:
        database.execute("DELETE FROM versions WHERE number = 2")
        database.execute("UPDATE stories SET reports = 9")
    database.close()
    found = run("check")
    assert found.exit_code == 1
    assert found.stdout.count("WRONG") >= 3
    assert run("rebuild").stdout == "made again from the archive: 4 reports in 1 story\n"
    assert run("export").stdout == before
    assert run("check").exit_code == 0
    blob = next((library / "archive" / "raw").rglob("?" * 64))
    blob.write_bytes(b"other bytes")
    assert "are not those that were kept" in run("check").stdout


def test_without_a_library_it_says_how_to_begin_one(tmp_path: Path) -> None:
    for command in (["stories"], ["story", "x"], ["search", "x"], ["export"], ["check"], ["rebuild"]):
        result = run(*command, "--library", tmp_path / "none")
        assert result.exit_code == 1
        assert "crosswire add" in result.stderr
        assert not (tmp_path / "none").exists()
