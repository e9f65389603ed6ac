"""Whole accounts as they are: a difference is to be read, and written anew only where every line of it is better."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from crosswire.cli import main

GOLDEN = Path(__file__).parent / "golden"
EXAMPLES = Path(__file__).parent.parent / "examples"


@pytest.mark.parametrize("name", ["ferry"])
def test_the_account_of_an_example_is_as_it_was(name: str, pytestconfig: pytest.Config) -> None:
    result = CliRunner().invoke(main, ["account", str(EXAMPLES / name), "--jsonl"], catch_exceptions=False)
    account = json.loads(result.stdout)
    account["made_by"] = None  # versions and digests change with every release
    found = json.dumps(account, indent=1, ensure_ascii=False) + "\n"
    golden = GOLDEN / f"{name}.json"
    if pytestconfig.getoption("--update-golden"):
        golden.write_text(found, encoding="utf8")
    assert golden.read_text(encoding="utf8") == found
