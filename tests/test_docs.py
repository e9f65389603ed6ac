"""Documents tell the truth: commands exist, examples run, links lead somewhere, dependencies are all named."""

from __future__ import annotations

import re
import shlex
import shutil
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from crosswire.cli import main

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
EXAMPLES = sorted(
    {
        line.split("#")[0].strip()
        for document in DOCUMENTS
        for block in re.findall(r"```sh\n(.*?)```", document.read_text(encoding="utf8"), re.DOTALL)
        for line in block.splitlines()
        if line.startswith("crosswire ")
    }
)


def test_every_command_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf8")
    missing = [name for name in main.commands if f"crosswire {name}" not in readme and name != "compare"]
    assert not missing
    assert "crosswire COMMAND --help" in readme


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_helps_with_an_example(command: str) -> None:
    result = CliRunner().invoke(main, [command, "--help"])
    assert result.exit_code == 0
    assert command == "schema" or f"crosswire {command} " in result.output.split("Options:")[0].split("\n", 1)[1]


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with the example in it."""
    folder = tmp_path_factory.mktemp("kept") / "library"
    arguments = ["add", str(ROOT / "examples" / "ferry"), "--library", str(folder)]
    assert CliRunner().invoke(main, arguments, catch_exceptions=False).exit_code == 0
    return folder


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_runs(example: str, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(library, tmp_path / "library")
    monkeypatch.setenv("CROSSWIRE_LIBRARY", str(tmp_path / "library"))
    shutil.copytree(ROOT / "examples" / "ferry", tmp_path / "reports")
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    shutil.copy(ROOT / "examples" / "ferry" / "harrow-courier.txt", tmp_path / "report.txt")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, shlex.split(example)[1:], catch_exceptions=False)
    assert result.exit_code == 0, result.stderr


def test_there_are_examples() -> None:
    assert len(EXAMPLES) > 5


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.name)
def test_links_lead_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", document.read_text(encoding="utf8")):
        if "://" not in target:
            assert (document.parent / target).exists(), f"{document.name}: {target}"


def test_make_targets_that_documents_name_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf8"), re.MULTILINE))
    for document in DOCUMENTS:
        for target in re.findall(r"`?make ([a-z-]+)`", document.read_text(encoding="utf8")):
            assert target in targets, f"{document.name}: make {target}"


def test_every_dependency_is_named_with_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf8"))["project"]
    table = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf8")
    for requirement in (*project["dependencies"], *project["optional-dependencies"]["dev"]):
        name = re.split(r"[\[<>=~ ]", requirement)[0]
        assert re.search(rf"^\|[^|]*\b{re.escape(name)}\b", table, re.MULTILINE), name


def test_the_lock_has_hashes_and_no_addresses() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf8")
    assert "--hash=sha256:" in lock
    assert "://" not in lock
    assert "index-url" not in lock


def test_the_first_account_is_the_one_that_the_example_gives() -> None:
    document = (ROOT / "docs" / "first-account.md").read_text(encoding="utf8")
    printed = CliRunner().invoke(main, ["account", str(ROOT / "examples" / "ferry")], catch_exceptions=False).stdout
    assert f"```text\n{printed.rstrip()}\n```" in document
