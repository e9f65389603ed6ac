"""docs/library.md prints what the commands print. `--update-golden` writes it anew."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from crosswire.cli import main

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "docs" / "library.md"
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
EDIT = re.compile(r"sed -i 's/(.*?)/(.*?)/' (\S+)")
VARIABLE = re.compile(r"\d+ rows|\d{4}-\d\d-\d\d \d\d:\d\d|\d\d:\d\d UTC on \d{1,2} \w+ \d{4}")


def printed(command: str) -> str:
    """What a command of the document prints: crosswire's, perhaps through `tail` or `wc`, or an edit by sed."""
    if edit := EDIT.fullmatch(command):
        path = Path(edit[3])
        old = path.read_text(encoding="utf8")
        path.write_text(old.replace(edit[1], edit[2]), encoding="utf8")
        assert path.read_text(encoding="utf8") != old
        return ""
    arguments, _, through = command.partition(" | ")
    result = CliRunner().invoke(main, shlex.split(arguments)[1:], catch_exceptions=False)
    lines = result.output.splitlines(keepends=True)
    if through.startswith("tail -n "):
        lines = lines[-int(through.removeprefix("tail -n ")) :]
    elif through == "wc -l":
        lines = [f"{len(result.stdout.splitlines())}\n"]
    return "".join(lines)


def run(block: str) -> str:
    """A block with what its commands print now."""
    commands = [line.removeprefix("$ ") for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"$ {command}\n{printed(command)}" for command in commands)


def test_the_library_s_document_prints_what_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    shutil.copytree(ROOT / "examples" / "ferry", tmp_path / "reports")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CROSSWIRE_LIBRARY", "library")
    document = DOCUMENT.read_text(encoding="utf8")
    now = BLOCK.sub(lambda block: f"```console\n{run(block[1])}```", document)
    if request.config.getoption("--update-golden"):
        DOCUMENT.write_text(now, encoding="utf8")
    assert VARIABLE.sub("…", now) == VARIABLE.sub("…", DOCUMENT.read_text(encoding="utf8"))
