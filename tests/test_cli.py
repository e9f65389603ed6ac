"""The commands as users call them: what they read and write, their exit status, and bad input."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from crosswire.cli import main

EXAMPLE = sorted(str(p) for p in (Path(__file__).parent.parent / "examples" / "ferry").glob("*.txt"))


def run(*arguments: str, stdin: str | bytes = "") -> Result:
    return CliRunner().invoke(main, arguments, input=stdin, catch_exceptions=False)


def rows(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def lines(*records: object) -> str:
    return "".join((r if isinstance(r, str) else json.dumps(r)) + "\n" for r in records)


def valid(record: dict[str, Any], name: str) -> None:
    schema = json.loads(run("schema").stdout)
    Draft202012Validator({**schema["records"][name], "$defs": schema["$defs"]}).validate(record)


def test_schemas_are_schemas_and_every_record_obeys_its_own() -> None:
    for shape in json.loads(run("schema").stdout)["$defs"].values():
        Draft202012Validator.check_schema(shape)
    for record in rows(run("annotate", *EXAMPLE, "--jsonl")):
        valid(record, "article")
    for record in rows(run("account", *EXAMPLE, "--jsonl")):
        valid(record, "account")
    for record in rows(run("group", *EXAMPLE, "--jsonl")):
        valid(record, "membership")


def test_every_quote_of_an_account_is_the_report_s_own_characters() -> None:
    texts = {a["id"]: a["text"] for a in rows(run("annotate", *EXAMPLE, "--jsonl"))}
    [account] = rows(run("account", *EXAMPLE, "--jsonl"))
    proofs = [e for f in account["findings"] for e in f["evidence"]]
    assert proofs
    for e in proofs:
        assert texts[e["article"]][slice(*e["span"])] == e["quote"]


def test_any_order_of_input_gives_the_same_bytes() -> None:
    assert run("account", *EXAMPLE, "--jsonl").stdout_bytes == run("account", *EXAMPLE[::-1], "--jsonl").stdout_bytes


@pytest.mark.slow
def test_words_that_a_report_translates_are_held_against_those_of_another_report() -> None:
    said = (
        "“I lost my house and my two brothers that night,” Noor Hadi said through an interpreter on Monday.",
        "“That night I was left without a home and without both of my brothers,” Noor Hadi said on Monday.",
    )
    reports = lines(*({"id": f"r{n}", "text": text, "story": "dam"} for n, text in enumerate(said)))
    [account] = rows(run("account", "--given-stories", "--jsonl", "-q", "-", stdin=reports))
    [finding] = [f for f in account["findings"] if f["kind"] == "variant"]
    assert {e["article"] for e in finding["evidence"]} == {"r0", "r1"}
    assert "translated, as r0 says (“through an interpreter”)" in finding["statement"]


def test_two_processes_give_what_one_gives() -> None:
    assert (
        run("account", *EXAMPLE, "--jsonl", "--jobs", "2").stdout_bytes
        == run("account", *EXAMPLE, "--jsonl").stdout_bytes
    )


def test_an_account_for_reading_leads_every_number_to_a_source() -> None:
    result = run("account", *EXAMPLE)
    assert result.exit_code == 0
    assert "\x1b" not in result.stdout
    assert "[1]" in result.stdout
    assert all(len(line) <= 100 for line in result.stdout.splitlines())


def test_a_page_and_a_folder_of_pages(tmp_path: Path) -> None:
    page, folder = tmp_path / "account.html", tmp_path / "accounts"
    assert run("account", *EXAMPLE, "-o", str(page)).exit_code == 0
    assert page.read_text(encoding="utf8").startswith("<!DOCTYPE html>")
    assert run("account", *EXAMPLE, "-o", f"{folder}/").exit_code == 0
    names = sorted(p.name for p in folder.iterdir())
    assert len(names) == 2
    assert names[0] == "index.html"
    assert names[1] in (folder / "index.html").read_text(encoding="utf8")


def test_wrong_usage_is_status_2_and_says_what_to_do(tmp_path: Path) -> None:
    for arguments in (
        ["account"],
        ["account", "x", "-o", "page.pdf"],
        ["account", "x", "-o", f"{tmp_path}/no/page.html"],
    ):
        result = run(*arguments)
        assert result.exit_code == 2
        assert "Usage" in result.stderr
    missing = run("account", *EXAMPLE, "--model", "no_such_model")
    assert missing.exit_code == 2
    assert "no_such_model" in missing.stderr


def test_what_cannot_be_read_is_named_and_the_rest_is_done() -> None:
    given = lines(
        {"id": "one", "text": "The ferry sank off Port Harrow on Friday."},
        "no json",
        {"id": "two"},
        {"id": "three", "text": ""},
    )
    result = run("annotate", "--jsonl", "-", stdin=given)
    assert result.exit_code == 1
    assert [r["id"] for r in rows(result)] == ["one", "three"]
    rejected = [line for line in result.stderr.splitlines() if "rejected" in line]
    assert len(rejected) == 2
    assert "2" in rejected[0]
    assert "3" in rejected[1]


BAD = {
    "empty": (b"", 0),
    "white": (b" \n\t\n", 0),
    "nul": (b"The ferry\x00 sank off Port Harrow, the coast guard said on Friday.", 0),
    "latin1": ("Le maire de Sainte-Adèle a été élu à nouveau, dit-on à l'hôtel de ville.".encode("latin-1"), 0),
    "mixed": ("The café sank.".encode() + "The café sank.".encode("latin-1"), 0),
    "norwegian": (
        "Fergen sank utenfor byen i går kveld, og folk måtte hentes opp av sjøen av redningsmenn.".encode(),
        0,
    ),
    "binary": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, 1),
    "marks": (b'"' * 3000 + b"(((((" * 500, 0),
    "digits": (b"1/" * 5000, 0),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_kept_with_a_warning_or_rejected_and_never_lost(name: str, tmp_path: Path) -> None:
    data, status = BAD[name]
    (tmp_path / "bad.txt").write_bytes(data)
    (tmp_path / "good.txt").write_text(
        "The ferry sank off Port Harrow on Friday, the coast guard said.", encoding="utf8"
    )
    result = run("annotate", str(tmp_path), "--jsonl")
    assert result.exit_code == status
    assert len(rows(result)) + result.stderr.count("rejected:") == 2
    if name not in {"marks", "digits"}:
        assert "bad.txt" in result.stderr
    account = run("account", str(tmp_path), "--jsonl")
    assert account.exit_code == status
    assert sum(len(a["articles"]) for a in rows(account)) == 2 - status


def test_given_stories_are_kept() -> None:
    text = "The ferry sank off Port Harrow on Friday, the coast guard said."
    given = lines(*({"id": str(n), "text": f"{text} {n} boats came.", "story": f"story-{n % 2}"} for n in range(4)))
    result = run("account", "--jsonl", "--given-stories", "-", stdin=given)
    assert {a["story"]: [r["id"] for r in a["articles"]] for a in rows(result)} == {
        "story-0": ["0", "2"],
        "story-1": ["1", "3"],
    }


def test_compare_answers_each_line_and_names_a_bad_one() -> None:
    good = {"id": "1", "claim": "The bridge has fallen", "text": "Bridge has not fallen, mayor says"}
    result = run("compare", "--jsonl", "-", stdin=lines(good, {"id": "2"}))
    assert result.exit_code == 1
    assert rows(result) == [{"id": "1", "stance": "against"}]
    assert "line 2" in result.stderr


def test_help_and_schema_load_no_language_model() -> None:
    for arguments in (["--help"], ["account", "--help"], ["schema"]):
        done = subprocess.run(
            [sys.executable, "-X", "importtime", "-m", "crosswire", *arguments],
            capture_output=True,
            text=True,
            check=True,
        )
        assert "spacy" not in done.stderr
        assert "scipy" not in done.stderr
