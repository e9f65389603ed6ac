"""The trained tagger as it is released: checked, deterministic, and sound on odd input."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import raw_article
from crosswire import DamagedModelError, tagger
from crosswire.clean import clean
from crosswire.detect import detect, with_resources
from crosswire.detect.attributions.shown import SIZES
from crosswire.detect.attributions.windows import SIZE
from crosswire.model import Article, Syntax

MOST_BYTES = 30_000_000
Read = Callable[[str], Article]


@pytest.fixture(scope="module")
def read(parse: Callable[[Article], Syntax]) -> Read:
    """An article annotated with the tagger, from its words."""
    steps = with_resources(lambda _: (), tagger.load())

    def make(text: str) -> Article:
        article = clean(raw_article(text))
        return detect(replace(article, language="en"), parse(article), steps)

    return make


def said(article: Article) -> list[tuple[str | None, str, list[str]]]:
    """Speaker, cue and content of each attribution."""
    text = article.text
    return [
        (a.speaker_name, " ".join(s.of(text) for s in a.cue), [s.of(text) for s in a.content])
        for a in article.attributions
    ]


def test_the_released_files_are_small_and_are_what_their_digests_say() -> None:
    assert sum(path.stat().st_size for path in tagger.FOLDER.iterdir()) < MOST_BYTES
    assert tagger.load().info.sha256 == tagger.DIGESTS[tagger.NETWORK]


@pytest.mark.parametrize("name", [tagger.NETWORK, tagger.PIECES])
@pytest.mark.parametrize("harm", ["changed", "gone"])
def test_a_file_that_is_not_the_released_one_is_refused(
    name: str, harm: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in tagger.FOLDER.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    if harm == "gone":
        (tmp_path / name).unlink()
    else:
        (tmp_path / name).write_bytes((tmp_path / name).read_bytes() + b" ")
    monkeypatch.setattr(tagger, "FOLDER", tmp_path)
    with pytest.raises(DamagedModelError, match=name):
        tagger.load(threads=3 if harm == "gone" else 4)


def test_it_finds_indirect_split_and_chained_speech(read: Read) -> None:
    found = said(
        read(
            "Dana Whitlock, the coast guard's spokeswoman, said the hull was sound.\n\n"
            "“We looked twice,” Marcus Thorne said, “and found no crack.”\n\n"
            "According to the harbour master, two pumps failed."
        )
    )
    assert ("Dana Whitlock", "said", ["the hull was sound"]) in found
    assert ("Marcus Thorne", "said", ["“We looked twice,”", "“and found no crack.”"]) in found
    assert any(cue.lower() == "according to" and content == ["two pumps failed"] for _, cue, content in found)


def test_any_number_of_threads_gives_the_same() -> None:
    tokens = ("Dana Whitlock said the pumps of the ferry hold . " * 60).split()
    shown = np.zeros((len(tokens), len(SIZES)), np.uint8)
    one, two = (tagger.load(threads=n)(tokens, shown) for n in (1, 2))
    assert len(one) > 10
    assert [(a.token, a.confidence, a.first, a.labels.tolist()) for a in one] == [
        (b.token, b.confidence, b.first, b.labels.tolist()) for b in two
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“We hold. " * 300,
        '"' * 3_000,
        "“The whole of this text is one quotation, and nobody in it says who speaks.”",
        "HARBOUR SHUT, MAYOR SAYS. " * 40,
        "The board was 12\" wide and 4' long, and the “expert” left.",
        "\n\n".join(f"“Paragraph {n} goes on without an end" for n in range(40)) + "”",
        "MR. ROE: " + "It held and " * 1_200 + "\n\nMS. POE: Mr. Roe said: " + "it held and " * 1_200,
        "MR. ROE: It held.\n\nQ: Did it?\n\nA: It did.\n\nMS. POE: We saw it hold.\n\nMR. ROE: Thank you.",
    ],
    ids=[
        "unclosed",
        "marks",
        "one quotation",
        "capitals",
        "inches",
        "ten paragraphs and more",
        "endless turns",
        "transcript",
    ],
)
def test_odd_texts_are_read_and_their_spans_are_sound(read: Read, text: str) -> None:
    article = read(text)
    for attribution in article.attributions:
        for span in (*attribution.source, *attribution.cue, *attribution.content, *attribution.quoted):
            assert 0 <= span.start < span.end <= len(article.text)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from("“ ” \" ' said Roe , . — \x00 \u200b é 漢 the told".split(" ")), max_size=40))
def test_any_tokens_are_tagged_without_a_crash(tokens: list[str]) -> None:
    shown = np.zeros((len(tokens), len(SIZES)), np.uint8)
    for found in tagger.load()(tokens, shown):
        assert 0 <= found.token < len(tokens)
        assert found.first + len(found.labels) <= len(tokens)


@pytest.mark.slow
def test_the_time_grows_with_the_length_and_no_faster() -> None:
    tokens = ("Dana Whitlock said that the pumps of the ferry Sea Lark would hold . " * 4_000).split()
    tag = tagger.load()
    found = tag(tokens, np.zeros((len(tokens), len(SIZES)), np.uint8))
    assert len(found) > 1_000
    assert max(len(one.labels) for one in found) <= SIZE


def test_nothing_of_a_model_hub_is_imported() -> None:
    code = "import sys; from crosswire import tagger; tagger.load(); sys.exit('huggingface_hub' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
