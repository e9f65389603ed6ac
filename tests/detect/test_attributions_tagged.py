"""The tagger's answers decoded, and joined to speakers, chains and times, with answers made by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from conftest import raw_article
from crosswire.clean import clean
from crosswire.detect.attributions import detect_attributions
from crosswire.detect.attributions.decode import CONTENT, CUE, SOURCE, decode
from crosswire.detect.attributions.rules import by_rules, scene_of
from crosswire.detect.attributions.shown import SIZES, Features, features
from crosswire.detect.attributions.tagged import Anchored
from crosswire.detect.attributions.windows import MARGIN, SIZE, windows
from crosswire.detect.entities import detect_entities
from crosswire.model import Article, Syntax

Parsed = Callable[[str], tuple[Article, Syntax]]


@pytest.fixture
def parsed(parse: Callable[[Article], Syntax]) -> Parsed:
    """A cleaned article and its analysis, from its words."""

    def make(text: str) -> tuple[Article, Syntax]:
        article = clean(raw_article(text))
        return article, parse(article)

    return make


def scores(rows: Sequence[Sequence[int]]) -> NDArray[np.float32]:
    """Logits that speak for the given labels, 5 against 0."""
    table: NDArray[np.float32] = 5 * np.eye(7, dtype=np.float32)[np.array(rows)]
    return table


def test_clear_scores_are_read_as_they_are() -> None:
    said = [[SOURCE, SOURCE + 1, CUE, CONTENT, CONTENT + 1, 0]]
    assert decode(scores(said)).tolist() == said


def test_one_weak_hole_does_not_cut_a_content_in_two() -> None:
    logits = scores([[CONTENT, CONTENT + 1, 0, CONTENT + 1, CONTENT + 1]])
    logits[0, 2] = 0
    logits[0, 2, 0] = 0.5
    assert decode(logits).tolist() == [[CONTENT, *[CONTENT + 1] * 4]]


def test_no_part_begins_in_its_middle() -> None:
    logits = scores([[0, CONTENT + 1, CONTENT + 1]])
    logits[0, 0, 0] = logits[0, 1, CONTENT + 1] = 12
    logits[0, 1, CONTENT] = 8
    assert decode(logits).tolist() == [[0, CONTENT, CONTENT + 1]]


@given(
    st.integers(0, 6).flatmap(
        lambda n: st.lists(st.lists(st.floats(-9, 9, width=32), min_size=7, max_size=7), min_size=n, max_size=n)
    )
)
def test_a_later_token_always_follows_one_of_its_part(rows: list[list[float]]) -> None:
    labels = decode(np.array(rows, np.float32).reshape(1, len(rows), 7))[0].tolist()
    assert len(labels) == len(rows)
    for before, label in zip([0, *labels], labels, strict=False):
        assert label == 0 or label % 2 == 1 or before in (label, label - 1)


@given(st.integers(0, 5 * SIZE))
def test_each_piece_is_decided_once_and_seen_with_what_is_around_it(length: int) -> None:
    cut = list(windows(length))
    assert [piece for w in cut for piece in range(w.first, w.last)] == list(range(length))
    for w in cut:
        assert 0 <= w.start <= w.first <= w.last <= w.end <= length
        assert w.end - w.start <= SIZE
        assert w.start == 0 or w.first - w.start == MARGIN
        assert w.end == length or w.end - w.last == MARGIN


def test_features_name_what_is_known(parsed: Parsed) -> None:
    article, syntax = parsed("Mayor Ana Roe said the bridge was closed.\n\n“It is safe,” she added.")
    scene = scene_of(article, syntax)
    table = features(scene, by_rules(scene))
    words = [t.text for t in scene.tokens]
    assert table.shape == (len(words), len(SIZES))
    assert (table < np.array(SIZES)).all()
    assert table[words.index("said"), 6] == 1
    assert table[words.index("bridge"), 7] == 2
    quoted = [w for w, row in zip(words, table, strict=True) if row[3]]
    assert quoted[:4] == ["“", "It", "is", "safe"]
    assert table[words.index("“"), 4] == 2


def tag_by_hand(answer: Sequence[tuple[str, int]]) -> Callable[[Sequence[str], Features], tuple[Anchored, ...]]:
    """A tagger that finds one cue, and gives the labels listed beside the words; others get none."""

    def tag(tokens: Sequence[str], shown: Features) -> tuple[Anchored, ...]:
        assert len(tokens) == len(shown)
        labels = [0] * len(tokens)
        at = 0
        for word, label in answer:
            at = tokens.index(word, at)
            labels[at] = label
        return (Anchored(labels.index(CUE), 0.9, 0, np.array(labels, np.int8)),)

    return tag


def test_what_the_tagger_reads_becomes_an_attribution_with_its_speaker(parsed: Parsed) -> None:
    article, syntax = parsed("Dana Whitlock voiced alarm that the dam may break, her office noted.")
    article = detect_entities(article, syntax)
    answer = [("Dana", SOURCE), ("Whitlock", SOURCE + 1), ("voiced", CUE), ("alarm", CUE + 1), ("the", CONTENT)]
    answer += [(word, CONTENT + 1) for word in ("dam", "may", "break")]
    (found,) = detect_attributions(article, syntax, tag_by_hand(answer)).attributions
    assert [s.of(article.text) for s in (*found.source, *found.cue, *found.content)] == [
        "Dana Whitlock",
        "voiced alarm",
        "the dam may break",
    ]
    assert found.speaker_name == "Dana Whitlock"
    assert found.kind == "indirect"


def test_a_cue_without_content_is_no_attribution(parsed: Parsed) -> None:
    article, syntax = parsed("Ana Roe spoke for an hour.")
    assert not detect_attributions(article, syntax, tag_by_hand([("Roe", SOURCE), ("spoke", CUE)])).attributions


def reading(text: str, tokens: Sequence[str], cue: str, words: dict[int, str], sure: float = 0.9) -> Anchored:
    """A cue with its parts, each given as the words of the text that it is."""
    labels = np.zeros(len(tokens), np.int8)
    starts: list[int] = []
    for token in tokens:
        starts.append(text.index(token, starts[-1] + 1 if starts else 0))
    for label, said in {**words, CUE: cue}.items():
        begin = text.index(said)
        inside = [i for i, start in enumerate(starts) if begin <= start < begin + len(said)]
        labels[inside] = label + 1
        labels[inside[0]] = label
    return Anchored(int(np.flatnonzero(labels == CUE)[0]), sure, 0, labels)


def nothing_seen(_tokens: Sequence[str], _shown: Features) -> tuple[Anchored, ...]:
    """A tagger that finds no cue."""
    return ()


def test_words_that_two_cues_claim_go_to_the_nearer_one(parsed: Parsed) -> None:
    text = "Dana Whitlock praised the crew. The hull is sound, Marcus Thorne said."
    article, syntax = parsed(text)

    def tag(tokens: Sequence[str], _: Features) -> tuple[Anchored, ...]:
        hull = "The hull is sound"
        return (
            reading(text, tokens, "praised", {SOURCE: "Dana Whitlock", CONTENT: hull}),
            reading(text, tokens, "said", {SOURCE: "Marcus Thorne", CONTENT: hull}),
        )

    (found,) = detect_attributions(detect_entities(article, syntax), syntax, tag).attributions
    assert found.speaker_name == "Marcus Thorne"


def test_what_one_reports_of_anothers_words_stays_with_both(parsed: Parsed) -> None:
    text = "Dana Whitlock said that Marcus Thorne denied the hull was sound."
    article, syntax = parsed(text)

    def tag(tokens: Sequence[str], _: Features) -> tuple[Anchored, ...]:
        inner = "the hull was sound"
        return (
            reading(text, tokens, "said", {SOURCE: "Dana Whitlock", CONTENT: f"that Marcus Thorne denied {inner}"}),
            reading(text, tokens, "denied", {SOURCE: "Marcus Thorne", CONTENT: inner}),
        )

    found = detect_attributions(detect_entities(article, syntax), syntax, tag).attributions
    assert [a.speaker_name for a in found] == ["Dana Whitlock", "Marcus Thorne"]


def test_content_takes_in_the_marks_that_its_words_stand_at(parsed: Parsed) -> None:
    text = "Dana Whitlock spoke of “a long night” in the harbour."
    article, syntax = parsed(text)

    def tag(tokens: Sequence[str], _: Features) -> tuple[Anchored, ...]:
        return (reading(text, tokens, "spoke of", {SOURCE: "Dana Whitlock", CONTENT: "a long night"}),)

    (found,) = detect_attributions(article, syntax, tag).attributions
    assert [s.of(text) for s in found.content] == ["“a long night”"]
    assert found.kind == "direct"


def test_a_quotation_in_the_next_paragraph_is_said_anew_by_the_same_speaker(parsed: Parsed) -> None:
    text = "Dana Whitlock said the hull is sound.\n\n“We looked at every plate of it twice.”"
    article, syntax = parsed(text)

    def tag(tokens: Sequence[str], _: Features) -> tuple[Anchored, ...]:
        one = reading(text, tokens, "said", {SOURCE: "Dana Whitlock", CONTENT: "the hull is sound"})
        more = reading(text, tokens, "said", {CONTENT: "We looked at every plate of it twice"})
        return (one._replace(labels=np.maximum(one.labels, more.labels)),)

    first, second = detect_attributions(detect_entities(article, syntax), syntax, tag).attributions
    assert [s.of(text) for s in (*first.content, *second.content)] == [
        "the hull is sound",
        "“We looked at every plate of it twice.”",
    ]
    assert second.speaker_name == first.speaker_name == "Dana Whitlock"
    assert second.decided_by == "paragraph before"


def test_a_quotation_that_the_tagger_passed_over_keeps_the_speaker_whom_the_rules_have(parsed: Parsed) -> None:
    article, syntax = parsed("“The hull is sound and the pumps hold,” Marcus Thorne said on Friday.")
    (found,) = detect_attributions(detect_entities(article, syntax), syntax, nothing_seen).attributions
    assert found.speaker_name == "Marcus Thorne"


@pytest.mark.parametrize("dash", ["—", "―", "–"])
def test_a_quotation_may_be_signed(parsed: Parsed, dash: str) -> None:
    text = f"“The quay should never have been sold.”\n{dash} Dana Whitlock\n\n“Sell it again!”\n{dash} Marcus Thorne"
    article, syntax = parsed(text)
    found = detect_attributions(detect_entities(article, syntax), syntax).attributions
    assert [(a.content[0].of(text), a.speaker_name) for a in found] == [
        ("“The quay should never have been sold.”", "Dana Whitlock"),
        ("“Sell it again!”", "Marcus Thorne"),
    ]


def test_a_dash_that_goes_on_with_the_sentence_signs_nothing(parsed: Parsed) -> None:
    article, syntax = parsed("The “long night” — Dana Whitlock slept through it — was over.")
    assert all(a.speaker_name != "Dana Whitlock" for a in detect_attributions(article, syntax).attributions)


def test_whom_a_paper_cites_is_not_what_it_reported(parsed: Parsed) -> None:
    text = "The bridge will open on Friday, the Harrow Courier reported citing a ministry official."
    article, syntax = parsed(text)

    def tag(tokens: Sequence[str], _: Features) -> tuple[Anchored, ...]:
        parts = {SOURCE: "the Harrow Courier", CONTENT: "a ministry official"}
        return (reading(text, tokens, "reported citing", parts),)

    (found,) = detect_attributions(article, syntax, tag).attributions
    assert [s.of(text) for s in found.content] == ["The bridge will open on Friday"]
    assert found.chain[-1] == "a ministry official"


def test_who_is_asked_does_not_ask(parsed: Parsed) -> None:
    text = "Asked whether the crew had followed the rules, Dana Whitlock shrugged."
    article, syntax = parsed(text)

    def tag(tokens: Sequence[str], _: Features) -> tuple[Anchored, ...]:
        parts = {SOURCE: "Dana Whitlock", CONTENT: "whether the crew had followed the rules"}
        return (reading(text, tokens, "Asked", parts),)

    (found,) = detect_attributions(detect_entities(article, syntax), syntax, tag).attributions
    assert (found.source, found.speaker_name) == ((), None)


def test_among_links_that_were_left_in_a_sentence_nobody_speaks(parsed: Parsed) -> None:
    text = "“It held,” chairman Dana Whitlock Whitlock opens pier | Line sues | Marcus Thorne resigns said on Friday."
    article, syntax = parsed(text)

    def tag(tokens: Sequence[str], _: Features) -> tuple[Anchored, ...]:
        return (reading(text, tokens, "said", {SOURCE: "Marcus Thorne", CONTENT: "It held"}),)

    found = detect_attributions(detect_entities(article, syntax), syntax, tag).attributions
    assert found
    assert all(a.speaker_name is None for a in found)


def test_a_quotation_within_what_another_tells_keeps_its_own_speaker(parsed: Parsed) -> None:
    text = "“The hull is sound and dry,” Marcus Thorne said in his report, according to a summary by the line."
    article, syntax = parsed(text)

    def tag(tokens: Sequence[str], _: Features) -> tuple[Anchored, ...]:
        told = "The hull is sound and dry,” Marcus Thorne said in his report"
        return (reading(text, tokens, "according to", {SOURCE: "a summary by the line", CONTENT: told}),)

    found = detect_attributions(detect_entities(article, syntax), syntax, tag).attributions
    assert "Marcus Thorne" in [a.speaker_name for a in found]
