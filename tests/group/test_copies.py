"""Which article reprints the text of which."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_profiles import make, prose

from crosswire.group.copies import copies


def test_a_reprint_is_a_copy_of_the_earlier_article() -> None:
    text = prose(1, 300)
    assert copies([make("a", text, "2031-05-02T09:00"), make("b", text, "2031-05-02T08:00")]) == {"a": "b"}


def test_of_two_without_a_date_the_longer_is_the_original_then_the_smaller_id() -> None:
    text = prose(1, 300)
    assert copies([make("a", text), make("b", text + " " + prose(2, 50))]) == {"a": "b"}
    assert copies([make("b", text), make("a", text)]) == {"b": "a"}


def test_a_dated_article_comes_before_an_undated_one() -> None:
    text = prose(1, 300)
    assert copies([make("a", text + " " + prose(2, 50)), make("b", text, "2031-05-02")]) == {"a": "b"}


@pytest.mark.parametrize("kept", [0.1, 0.3, 0.6, 0.95])
def test_a_cut_reprint_is_found_however_short(kept: float) -> None:
    words = prose(1, 600).split()
    cut = " ".join(words[: int(len(words) * kept)])
    assert copies([make("whole", " ".join(words), "2031-05-01"), make("cut", cut, "2031-05-02")]) == {"cut": "whole"}


def test_a_paragraph_of_its_own_leaves_a_reprint_a_copy() -> None:
    text = prose(1, 300)
    local = make("local", prose(2, 80) + "\n" + text, "2031-05-02", title="Our town looks on")
    assert copies([make("wire", text, "2031-05-01", title="Ferry aground"), local]) == {"local": "wire"}


def test_a_long_article_that_takes_in_a_short_one_reprints_it() -> None:
    brief = prose(1, 120)
    assert copies([make("brief", brief, "2031-05-01"), make("long", brief + " " + prose(2, 500), "2031-05-02")]) == {
        "long": "brief"
    }


@pytest.mark.parametrize("words", [60, 110])
def test_a_shared_quotation_or_footer_makes_no_copy(words: int) -> None:
    shared = prose(9, words)
    assert copies([make("a", prose(1, 150) + " " + shared), make("b", prose(2, 150) + " " + shared)]) == {}


def test_short_texts_are_copies_only_of_nearly_the_same() -> None:
    footer = prose(9, 25)
    assert copies([make("a", prose(1, 10) + " " + footer), make("b", prose(2, 10) + " " + footer)]) == {}
    assert copies([make("a", footer), make("b", footer)]) == {"b": "a"}


@pytest.mark.parametrize("text", ["", "Live updates", "Watch the video of the harbour here"])
def test_texts_of_a_few_words_are_no_copies(text: str) -> None:
    assert copies([make("a", text), make("b", text), make("c", text)]) == {}


def test_a_chain_of_reprints_leads_to_its_first() -> None:
    text = prose(1, 300)
    found = copies(
        [
            make("first", text, "2031-05-01"),
            make("second", text[: len(text) * 2 // 3], "2031-05-02"),
            make("third", text[: len(text) // 3], "2031-05-03"),
        ]
    )
    assert found == {"second": "first", "third": "first"}


def test_an_article_that_holds_a_copy_goes_to_its_original_if_it_has_some_of_that_too() -> None:
    wire, added = prose(1, 300).split(), prose(2, 200).split()
    first = make("first", " ".join(wire), "2031-05-01")
    second = make("second", " ".join(wire[:200] + added), "2031-05-02")
    third = make("third", " ".join(wire[100:200] + added), "2031-05-03")
    alone = make("alone", " ".join(added), "2031-05-03")
    assert copies([first, second, third]) == {"second": "first", "third": "first"}
    assert copies([first, second, alone]) == {"second": "first"}


def test_of_two_sources_the_one_with_more_of_the_words_is_reprinted() -> None:
    one, other = prose(1, 300), prose(2, 300)
    mixed = one[: len(one) // 2] + " " + other
    found = copies([make("a", one, "2031-05-01"), make("b", other, "2031-05-01"), make("c", mixed, "2031-05-02")])
    assert found == {"c": "b"}


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(1, 3), st.integers(20, 120), st.sampled_from([None, "2031-05-01", "2031-05-02"])),
        max_size=8,
    ),
    st.randoms(),
)
def test_order_changes_nothing_and_originals_are_no_copies(
    drawn: list[tuple[int, int, str | None]], pick: random.Random
) -> None:
    profiles = [make(f"a{n}", prose(seed, words), day) for n, (seed, words, day) in enumerate(drawn)]
    found = copies(profiles)
    pick.shuffle(profiles)
    assert copies(profiles) == found
    assert not set(found) & set(found.values())


def test_what_hundreds_of_texts_share_hides_no_copy() -> None:
    footer = prose(9, 90)
    texts = {f"a{n:03}": prose(1000 + n, 60 + 3 * (n % 40)) + " " + footer for n in range(230)}
    made = [make(id, text, "2031-05-01") for id, text in texts.items()]
    reprint = make("reprint", " ".join(texts["a039"].split()[:150]) + " " + prose(7, 40), "2031-05-02")
    short = make("short", " ".join(footer.split()[:45]), "2031-05-03")
    assert copies([*made, reprint]).get("reprint") == "a039"
    assert "short" in copies([*made, short])
