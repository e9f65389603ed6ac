"""The project's own small gold: twelve reports of invented happenings, and nine headlines against claims.

The gold names words, not offsets: times, figures and contents must stand once in their text; a source is the
occurrence nearest to its content.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from evaluation.answers import Row, answers, read_rows

FOLDER = Path(__file__).parent / "gold"
Pair = tuple[int, int]


def measure(command: Sequence[str], folder: Path = FOLDER) -> dict[str, float]:
    """The scores of a command on the own gold, each from 0 to 1.

    Raises:
        CommandError: the command failed.
        ValueError: the gold names words that its text does not have, or has twice.
    """
    gold = read_rows(folder / "reports.jsonl")
    fed = [{key: row[key] for key in ("id", "text", "title", "publisher", "published")} for row in gold]
    mine = {record["id"]: record for record in answers([*command, "annotate", "--jsonl", "-"], fed)}
    tally: Counter[str] = Counter()
    for row in gold:
        record = mine.get(row["id"], {})
        _times(tally, row, record.get("times", []))
        _figures(tally, row, record.get("figures", []))
        _attributions(tally, row, record.get("attributions", []))
    scores = {f"own/{name}": _f1(tally, name) for name in ("times", "figures", "attributions")}
    scores["own/speakers"] = tally["speaker right"] / max(1, tally["speaker"])
    grouped = {record["id"]: record["story"] for record in answers([*command, "group", "--jsonl", "-"], fed)}
    scores["own/stories"] = b_cubed({row["id"]: row["story"] for row in gold}, grouped)
    return scores | _stances(command, folder)


def b_cubed(truth: dict[str, str], mine: dict[str, str]) -> float:
    """B-cubed F1 (Bagga and Baldwin 1998) of a grouping; an id that is missing is in a group of its own."""
    found = {key: mine.get(key, f"alone {key}") for key in truth}
    precision = recall = 0.0
    for key, story in truth.items():
        same = {other for other, its in truth.items() if its == story}
        together = {other for other in truth if found[other] == found[key]}
        precision += len(same & together) / len(together) / len(truth)
        recall += len(same & together) / len(same) / len(truth)
    return 2 * precision * recall / (precision + recall)


def place(text: str, words: str) -> Pair:
    """Where words stand in a text.

    Raises:
        ValueError: they do not stand there exactly once.
    """
    found = [m.span() for m in re.finditer(re.escape(words), text)]
    if len(found) != 1:
        raise ValueError(f"{words!r} stands {len(found)} times in {text[:40]!r}…")
    return found[0]


def _near(text: str, words: str, content: Pair) -> Pair:
    """The occurrence of a source's words nearest to what it says."""
    return min(
        (m.span() for m in re.finditer(rf"\b{re.escape(words)}", text)),
        key=lambda s: max(content[0] - s[1], s[0] - content[1]),
    )


def _f1(tally: Counter[str], name: str) -> float:
    return 2 * tally[f"{name} right"] / max(1, tally[f"{name} gold"] + tally[f"{name} mine"])


def _overlap(one: Sequence[int], other: Sequence[int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _times(tally: Counter[str], row: Row, mine: list[Row]) -> None:
    """Right: the same extent and the same value."""
    gold = {(place(row["text"], time["words"]), time["value"]) for time in row["times"]}
    found = {((time["span"][0], time["span"][1]), time["value"]) for time in mine}
    tally.update({"times gold": len(gold), "times mine": len(found), "times right": len(gold & found)})


def _figures(tally: Counter[str], row: Row, mine: list[Row]) -> None:
    """Right: overlapping extents and the same value; ordinals are not scored."""
    gold = [(place(row["text"], figure["words"]), figure["value"]) for figure in row["figures"]]
    found = [figure for figure in mine if figure["kind"] != "ordinal"]
    right = sum(any(_overlap(span, f["span"]) and f["value"] == value for f in found) for span, value in gold)
    tally.update({"figures gold": len(gold), "figures mine": len(found), "figures right": right})


def _attributions(tally: Counter[str], row: Row, mine: list[Row]) -> None:
    """Right: half of the content (Jaccard) and an overlapping source; of those, is the speaker the right one?"""
    text, left = row["text"], list(mine)
    tally.update({"attributions gold": len(row["attributions"]), "attributions mine": len(mine)})
    for gold in row["attributions"]:
        content = place(text, gold["content"])
        source = _near(text, gold["source"], content)
        hit = next((a for a in left if _matches(a, source, content)), None)
        tally["speaker"] += gold["speaker"] is not None
        if hit:
            left.remove(hit)
            tally["attributions right"] += 1
            tally["speaker right"] += bool(gold["speaker"]) and gold["speaker"] in (hit.get("speaker_name") or "")


def _matches(attribution: Row, source: Pair, content: Pair) -> bool:
    want = set(range(*content))
    have = {at for span in attribution["content"] for at in range(*span)}
    return len(want & have) >= len(want | have) / 2 and any(_overlap(span, source) for span in attribution["source"])


def _stances(command: Sequence[str], folder: Path) -> dict[str, float]:
    gold = read_rows(folder / "stances.jsonl")
    fed = [{key: row[key] for key in ("id", "claim", "text")} for row in gold]
    mine = {record["id"]: record["stance"] for record in answers([*command, "compare", "--jsonl", "-"], fed)}
    return {"own/stance": sum(mine.get(row["id"]) == row["stance"] for row in gold) / len(gold)}
