"""Which passages are reprinted, and how much of either article that is."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_profiles import article, prose

from crosswire.group import reprint

WIRE = "The ferry Aldona ran aground off Sankt Brede on Tuesday. Two tugs from Lundholm pulled the vessel free at high tide."


def test_a_whole_reprint_holds_all_of_the_words_whatever_the_case_and_punctuation() -> None:
    found = reprint(article("a", WIRE.upper().replace(".", " -")), article("b", WIRE))
    assert (found.of_copy, found.of_original, len(found.passages)) == (1, 1, 1)


def test_a_cut_reprint_with_words_of_its_own_says_how_much_and_where() -> None:
    local = "Our own harbour watched the rescue all night long."
    copy = article("a", local + " " + WIRE[57:])
    original = article("b", WIRE)
    found = reprint(copy, original)
    (passage,) = found.passages
    assert passage.copy.of(copy.text) == passage.original.of(original.text) == WIRE[57:-1]
    assert found.of_copy == pytest.approx(11 / 20)
    assert found.of_original == pytest.approx(11 / 21)


def test_moved_paragraphs_are_found_where_they_stand() -> None:
    one, other = prose(1, 40), prose(2, 40)
    copy, original = article("a", other + "\n" + one), article("b", one + "\n" + other)
    assert [p.original.of(original.text) for p in reprint(copy, original).passages] == [other, one]


def test_boilerplate_is_no_passage() -> None:
    footer = prose(9, 30)
    found = reprint(article("a", prose(1, 30), boilerplate=footer), article("b", prose(2, 30), boilerplate=footer))
    assert (found.of_copy, found.of_original, found.passages) == (0, 0, ())


def test_texts_without_words_share_nothing() -> None:
    assert reprint(article("a", ""), article("b", "")).of_copy == 0


@given(st.text("ab \n", max_size=120), st.text("ab \n", max_size=120))
def test_passages_stand_in_order_do_not_overlap_and_have_the_same_words(mine: str, theirs: str) -> None:
    copy, original = article("a", mine), article("b", theirs)
    found = reprint(copy, original)
    for passage in found.passages:
        assert passage.copy.of(mine).split() == passage.original.of(theirs).split()
    for one, other in zip(found.passages, found.passages[1:], strict=False):
        assert one.copy.end <= other.copy.start
    assert 0 <= found.of_original <= 1
    assert 0 <= found.of_copy <= 1


@pytest.mark.parametrize("text", ["a " * 30_000, "x" * 500_000, "a b " * 20_000])
def test_the_same_words_over_and_over_take_no_longer(text: str) -> None:
    start = time.process_time()
    reprint(article("a", text), article("b", text))
    assert time.process_time() - start < 5
