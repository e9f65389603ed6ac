"""The score floors: raised by command, lowered only by hand; and the project's own gold."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from evaluation import own_gold, planted_copies
from evaluation.answers import CommandError, Row, read_rows
from evaluation.floors import Floor, Floors, is_below, lower_is_better, raised, read_floors, write_floors
from evaluation.scores import FLOORS, main
from evaluation.tasks import TASKS
from hypothesis import given, settings
from hypothesis import strategies as st

NAMES = st.sampled_from(["times/a/value", "factuality/b/mae", "planted/false alarms, date", "own/figures"])
SHARES = st.floats(0, 1)
SILENT = f'{sys.executable} -c ""'


def test_a_floor_is_raised_to_a_little_under_what_was_measured() -> None:
    assert raised({"times/a/value": Floor(0.5)}, {"times/a/value": 0.8}) == {"times/a/value": Floor(0.795)}
    assert raised({}, {"own/figures": 0.8}) == {"own/figures": Floor(0.795)}


def test_a_floor_is_never_lowered() -> None:
    assert raised({"times/a/value": Floor(0.9)}, {"times/a/value": 0.8}) == {"times/a/value": Floor(0.9)}
    assert raised({"factuality/b/mae": Floor(0.6)}, {"factuality/b/mae": 0.7}) == {"factuality/b/mae": Floor(0.6)}


def test_where_less_is_better_the_floor_is_a_ceiling() -> None:
    assert raised({"factuality/b/mae": Floor(0.9)}, {"factuality/b/mae": 0.5}) == {"factuality/b/mae": Floor(0.505)}
    assert is_below("factuality/b/mae", 0.6, Floor(0.5))
    assert not is_below("factuality/b/mae", 0.4, Floor(0.5))


def test_a_measure_without_a_floor_holds() -> None:
    assert not is_below("own/figures", 0.0, None)
    assert not is_below("own/figures", 0.0, Floor(None, 0.9, "someone"))


@settings(deadline=None)
@given(st.dictionaries(NAMES, SHARES), st.dictionaries(NAMES, SHARES))
def test_raising_makes_no_floor_easier_and_what_was_measured_holds(
    old: dict[str, float], measured: dict[str, float]
) -> None:
    before: Floors = {name: Floor(value) for name, value in old.items()}
    after = raised(before, measured)
    for name, floor in before.items():
        assert not is_below(name, after[name].floor or 0.0, floor)
    for name in measured.keys() - before.keys():
        assert not is_below(name, measured[name], after[name])


def test_floors_survive_writing(tmp_path: Path) -> None:
    floors = {"own/figures": Floor(0.5), "times/a/value": Floor(None, 0.9, "someone")}
    write_floors(tmp_path / "floors.json", floors)
    assert read_floors(tmp_path / "floors.json") == floors


def test_the_floors_of_the_project_can_be_read_and_name_tasks_that_exist() -> None:
    names = tuple(f"{task.name}/" for task in TASKS)
    assert all(name.startswith(names) for name in read_floors(FLOORS))
    assert len(set(names)) == len(TASKS)


def test_which_measures_count_what_is_wrong() -> None:
    assert {name for task in TASKS for name, _ in task.measures if lower_is_better(f"{task.name}/{name}")} == {
        "mae", "false alarms, number", "false alarms, date", "false alarms, wording", "false alarms, speaker",
        "conflicts per control",
    }  # fmt: skip


def run_without_gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, floors: Floors, *more: str) -> int:
    monkeypatch.setenv("CROSSWIRE_GOLD", str(tmp_path / "nowhere"))
    write_floors(tmp_path / "floors.json", floors)
    return main(["--command", SILENT, "--floors", str(tmp_path / "floors.json"), *more])


def test_without_gold_data_the_own_gold_is_scored_and_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_without_gold(tmp_path, monkeypatch, {}) == 0
    told = capsys.readouterr().out
    assert "No gold data" in told
    assert "own/times" in told
    assert "quotations" not in told


def test_a_value_below_its_floor_fails_and_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_without_gold(tmp_path, monkeypatch, {"own/times": Floor(0.4)}) == 1
    assert "own/times: measured 0.0000, below its floor 0.4000" in capsys.readouterr().out


def test_writing_floors_does_not_hide_that_one_does_not_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run_without_gold(tmp_path, monkeypatch, {"own/times": Floor(0.4)}, "--write-floors") == 1
    assert read_floors(tmp_path / "floors.json")["own/times"].floor == 0.4


def test_a_task_that_fails_fails_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_without_gold(tmp_path, monkeypatch, {}, "--command", f'{sys.executable} -c "raise SystemExit(3)"') == 1
    assert "exit status 3" in capsys.readouterr().out


def perfect(row: Row) -> Row:
    """The record of a command that answers just what the gold says."""
    text = row["text"]
    attributions = []
    for gold in row["attributions"]:
        content = own_gold.place(text, gold["content"])
        before = text.rfind(gold["source"], 0, content[0])
        after = text.find(gold["source"], content[1])
        start = before if after < 0 or (before >= 0 and content[0] - before < after - content[1]) else after
        source = [start, start + len(gold["source"])]
        attributions.append({"source": [source], "content": [content], "speaker_name": gold["speaker"]})
    return {
        "id": row["id"], "story": row["story"], "attributions": attributions,
        "times": [{"span": own_gold.place(text, time["words"]), "value": time["value"]} for time in row["times"]],
        "figures": [
            {"span": own_gold.place(text, figure["words"]), "value": figure["value"], "kind": "count"}
            for figure in row["figures"]
        ],
    }  # fmt: skip


def test_perfect_answers_score_one_on_the_own_gold(tmp_path: Path) -> None:
    reports = [perfect(row) for row in read_rows(own_gold.FOLDER / "reports.jsonl")]
    for verb, rows in (
        ("annotate", reports), ("group", reports), ("compare", read_rows(own_gold.FOLDER / "stances.jsonl"))
    ):  # fmt: skip
        (tmp_path / verb).write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf8")
    script = tmp_path / "command.py"
    script.write_text("import pathlib, sys\nprint((pathlib.Path(__file__).parent / sys.argv[1]).read_text())\n")
    assert set(own_gold.measure([sys.executable, str(script)]).values()) == {1.0}


def test_words_of_the_gold_must_stand_once() -> None:
    assert own_gold.place("two of three", "two") == (0, 3)
    with pytest.raises(ValueError, match="stands 2 times"):
        own_gold.place("two and two", "two")
    with pytest.raises(ValueError, match="stands 0 times"):
        own_gold.place("three", "two")


def test_grouping_is_scored_by_b_cubed() -> None:
    truth = {"a": "x", "b": "x", "c": "y"}
    assert own_gold.b_cubed(truth, {"a": "1", "b": "1", "c": "2"}) == 1
    assert own_gold.b_cubed(truth, {}) == pytest.approx(0.8)  # precision 1, recall (1/2 + 1/2 + 1) / 3


def test_made_copies_are_the_same_every_time_and_their_originals_are_there() -> None:
    articles = [{"id": f"a{n}", "text": " ".join(f"w{n}x{i}" for i in range(200))} for n in range(16)]
    fed, truth = planted_copies.made(articles)
    assert planted_copies.made(articles) == (fed, truth)
    assert len(truth) == 4
    assert {row["id"] for row in fed} == {row["id"] for row in articles} | set(truth)


def test_a_command_that_finds_no_copies_has_no_recall() -> None:
    articles = [{"id": f"a{n}", "text": " ".join(f"w{n}x{i}" for i in range(200))} for n in range(8)]
    assert planted_copies.measure([sys.executable, "-c", ""], articles) == {
        "copies/made/recall": 0.0,
        "copies/made/precision": 0.0,
    }
    with pytest.raises(CommandError):
        planted_copies.measure([sys.executable, "-c", "raise SystemExit(1)"], articles)
