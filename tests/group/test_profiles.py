"""What grouping keeps of an article."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_profiles import make, prose

from crosswire.group.terms import shingles, stem, tokens


def test_boilerplate_plays_no_part() -> None:
    text = "The ferry to Sankt Brede ran aground on a bank of sand."
    assert make("a", text, boilerplate="Sign up for our newsletter") == make("a", text)


def test_the_title_counts_as_what_the_article_is_about_and_not_as_its_words() -> None:
    bare, titled = make("a", "The ferry ran aground."), make("a", "The ferry ran aground.", title="Harbour closed")
    assert bare.terms != titled.terms
    assert (bare.words, bare.shingles) == (titled.words, titled.shingles)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2031-05-02", "2031-05-03"),
        ("2031-05-02", "2031-05-02T08:00:00Z"),
        ("2031-05-02T08:00:00+05:00", "2031-05-02T08:00:00Z"),
        ("2031-05-02T23:00:00Z", "2031-05-02T23:00:00-03:00"),
        ("2031-05-02", None),
        ("2031-05-02", "2031-05"),
    ],
)
def test_the_earlier_article_comes_first(earlier: str, later: str | None) -> None:
    assert make("b", "x", earlier).first < make("a", "x", later).first


@pytest.mark.parametrize("value", ["0001-01-01T00:00:00+05:00", "9999-12-31T23:59:00-05:00", "not a date", ""])
def test_odd_dates_are_kept_out_of_the_way(value: str) -> None:
    assert make("a", "x", value or None).id == "a"


def test_forms_of_a_noun_come_together() -> None:
    assert {stem(w) for w in ("mayor", "mayors", "mayor's", "mayor’s")} == {"mayor"}
    assert stem("class") == "class"
    assert stem("gas") == "gas"


def test_scripts_without_spaces_give_one_token_a_character() -> None:
    assert tokens("港が閉鎖, harbour") == ["港", "が", "閉", "鎖", "harbour"]


def test_a_shingle_is_five_words_whatever_their_case_and_punctuation() -> None:
    assert len(shingles(tokens("one two three four five six"))) == 2
    assert (
        shingles(tokens("One, two; THREE four five")).tolist() == shingles(tokens("one two three four five")).tolist()
    )
    assert len(shingles(tokens("one two three four"))) == 0


def test_a_profile_is_small() -> None:
    one = make("a", prose(1, 600))
    assert len(one.terms) + len(one.counts) + len(one.shingles) < 6_000


@settings(deadline=None)
@given(st.text(st.characters(), max_size=300))
def test_any_text_has_a_profile(text: str) -> None:
    one = make("a", text)
    assert len(one.terms) == 4 * len(one.counts)
    assert make("a", text) == one


@pytest.mark.parametrize(
    "text", ["x" * 1_000_000, '"' * 300_000, "7 " * 200_000, "\0" * 1000, "\ud800" * 1000, "'x" * 200_000]
)
def test_hostile_texts_are_read_in_linear_time(text: str) -> None:
    start = time.process_time()
    make("a", text)
    assert time.process_time() - start < 5
