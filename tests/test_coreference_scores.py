"""The passages of coreference and their scorer: marks are read, answers are judged."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from evaluation.coreference import Mark, agrees, measure, outcome, passages

PASSAGE = "## 1 measuring sort\n[She = Jane Holt] met Jane Holt.\n[It = nobody] rained, [he = open] said.\n"


def test_a_passage_is_read_without_its_marks(tmp_path: Path) -> None:
    path = tmp_path / "gold.txt"
    path.write_text("# a note\n\n" + PASSAGE, encoding="utf8")
    (passage,) = passages(path)
    assert passage.text == "She met Jane Holt.\nIt rained, he said."
    assert [(m.words, m.answer, m.kind) for m in passage.marks] == [
        ("She", "Jane Holt", "pronoun"),
        ("It", "nobody", "pronoun"),
        ("he", "open", "pronoun"),
    ]
    assert all(passage.text[m.start : m.end] == m.words for m in passage.marks)


def test_an_answer_that_the_passage_does_not_name_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "gold.txt"
    path.write_text("## 1 measuring sort\n[She = Jane Holt] left.\n", encoding="utf8")
    with pytest.raises(ValueError, match="passage 1"):
        passages(path)


def test_the_own_passages_are_well_formed() -> None:
    found = passages()
    assert len(found) >= 70
    assert sum(p.part == "measuring" for p in found) == len(found) / 2
    assert all(p.marks for p in found)


@pytest.mark.parametrize(
    ("answer", "truth", "counted"),
    [
        ("Jane Holt", "Jane Holt", ["name answerable", "name right"]),
        ("Holt", "Jane Holt", ["name answerable", "name right"]),
        ("Paul Holt", "Jane Holt", ["name answerable", "name wrong"]),
        (None, "Jane Holt", ["name answerable"]),
        ("Jane Holt", "nobody", ["name wrong"]),
        ("Jane Holt", "open", ["name wrong"]),
        (None, "open", []),
    ],
)
def test_what_an_answer_counts_as(answer: str | None, truth: str, counted: list[str]) -> None:
    assert outcome("name", Mark(0, 4, "Holt", truth), answer) == counted


def test_kinds_of_mention() -> None:
    kinds = [Mark(0, 1, words, "open").kind for words in ("Mrs Holt", "The mayor", "the mayor", "himself", "Holt")]
    assert kinds == ["name", "description", "description", "pronoun", "name"]


def test_titles_are_no_part_of_a_name() -> None:
    assert agrees("Mr. Brandt", "Paul Brandt")
    assert not agrees("Mr.", "Paul Brandt")


def test_a_command_that_answers_nothing_has_no_wrong_answers(tmp_path: Path) -> None:
    path = tmp_path / "gold.txt"
    path.write_text(PASSAGE, encoding="utf8")
    scores = measure([sys.executable, "-c", ""], path)
    assert scores["coreference/wrong pronouns"] == 0
    assert scores["coreference/pronouns recall"] == 0
