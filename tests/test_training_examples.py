"""From a corpus of marked attributions to what the tagger learns from."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from pathlib import Path

import pytest
from tokenizers import Tokenizer
from training.examples import Example, examples

from crosswire import tagger

TEXT = "Dana Whitlock said, “The hull is sound.” Marcus Thorne left."


def span(words: str) -> list[int]:
    """Where words stand in the text."""
    start = TEXT.index(words)
    return [start, start + len(words)]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """One article with one whole attribution, and one whose cue nobody marked."""
    marked = [
        {"source": [span("Dana Whitlock")], "cue": [span("said")], "content": [span("“The hull is sound.”")]},
        {"source": [span("Marcus Thorne")], "cue": [], "content": [span("left")]},
    ]
    path = tmp_path / "corpus.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.write(json.dumps({"id": "a", "text": TEXT, "attributions": marked}) + "\n")
    return path


def read(path: Path) -> tuple[Example, Counter[str]]:
    tokenizer = Tokenizer.from_file(str(tagger.FOLDER / tagger.PIECES))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    lost: Counter[str] = Counter()
    (example,) = examples(path, tokenizer, lost)
    return example, lost


def test_marked_spans_become_ranges_of_tokens_without_the_marks_at_their_ends(corpus: Path) -> None:
    example, _ = read(corpus)
    words = [
        "Dana",
        "Whitlock",
        "said",
        ",",
        "“",
        "The",
        "hull",
        "is",
        "sound",
        ".",
        "”",
        "Marcus",
        "Thorne",
        "left",
        ".",
    ]
    (parts,) = example.parts
    assert [[words[first:last] for first, last in ranges] for ranges in parts] == [
        [["Dana", "Whitlock"]],
        [["said"]],
        [["The", "hull", "is", "sound"]],
    ]
    assert len(example.first) == len(example.shown) == len(words)


def test_what_cannot_be_used_is_counted(corpus: Path) -> None:
    _, lost = read(corpus)
    assert lost == {"attributions without a cue or a content in the readable text": 1}


def test_a_tokens_pieces_are_those_of_the_released_tagger(corpus: Path) -> None:
    example, _ = read(corpus)
    tokens = TEXT.replace(",", " ,").replace(".", " . ").replace("“", "“ ").split()
    pieces, first = tagger.word_pieces(tagger.load().tokenizer, tokens)
    assert example.pieces.tolist() == pieces.tolist()
    assert example.first.tolist() == first.tolist()
