"""Versions of one report in several files: the newest stands, in any order, and none that was withdrawn."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path

import pytest

from crosswire.inputs import read_paths
from crosswire.model import Article, Rejection


def item(version: str, text: str, status: str = "usable") -> str:
    return json.dumps({
        "uri": "urn:orvane:ferry", "version": version, "versioncreated": "2031-03-04T05:06:07Z", "headline": "Ferry sinks",
        "pubstatus": status, "body_text": text,
    })  # fmt: skip


def read(folder: Path, *items: str) -> tuple[list[str], list[Rejection]]:
    for number, one in enumerate(items):
        (folder / f"{number}.json").write_text(one, encoding="utf8")
    found = list(read_paths([str(folder)]))
    texts = [one.text.split("\n\n")[-1] for one in found if isinstance(one, Article)]
    return texts, [one for one in found if isinstance(one, Rejection)]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_newest_version_stands_in_any_order(tmp_path: Path, order: tuple[int, ...]) -> None:
    items = [item("1", "Two are missing."), item("2", "Three are missing."), item("10", "All were found.")]
    texts, refused = read(tmp_path, *(items[at] for at in order))
    assert texts == ["All were found."]
    assert [one.passed_over for one in refused] == [True, True]
    assert all("is replaced by version" in one.reason for one in refused)


@pytest.mark.parametrize("turned", [False, True])
def test_a_withdrawal_in_another_file_counts(tmp_path: Path, *, turned: bool) -> None:
    items = [item("1", "Two are missing."), item("2", "", "canceled")]
    texts, refused = read(tmp_path, *(reversed(items) if turned else items))
    assert texts == []
    assert len(refused) == 2
    assert all("the agency withdrew it" in one.reason for one in refused)


def test_what_is_given_out_again_after_a_withdrawal_stands(tmp_path: Path) -> None:
    texts, _ = read(tmp_path, item("1", "", "canceled"), item("2", "One is missing."))
    assert texts == ["One is missing."]


def test_one_version_with_two_texts_is_refused(tmp_path: Path) -> None:
    texts, refused = read(tmp_path, item("2", "Two are missing."), item("2", "Three are missing."))
    assert texts == ["Two are missing."]
    assert "was given to another text already" in refused[0].reason


def test_the_same_version_twice_is_one_report(tmp_path: Path) -> None:
    texts, refused = read(tmp_path, item("2", "Two are missing."), item("2", "Two are missing."))
    assert texts == ["Two are missing."]
    assert refused[0].repeated
