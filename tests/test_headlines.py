"""Headlines as the language model reads them: other letters' case, nothing else; and what comes of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import raw_article
from crosswire.clean import clean
from crosswire.headlines import casing, is_title_case, plain_case, stem
from crosswire.model import Article
from crosswire.models import with_plain_headlines

BODY = "The actress checked into a clinic in Marn on Monday, her lawyer Ada Reed said. The clinic, Reed House, is old."


@pytest.mark.parametrize(
    ("headline", "plain"),
    [
        ("Actress Checks Into Marn Clinic, Lawyer Says", "Actress checks into Marn clinic, lawyer says"),
        ("Reed's Lawyer Checks Old House", "Reed's lawyer checks old House"),
        ("LAWYER CHECKS INTO CLINIC IN MARN", "Lawyer checks into clinic in Marn"),
        ("Actress checks into clinic", "Actress checks into clinic"),
        ("NATO Lawyer Checks Into Clinic", "NATO lawyer checks into clinic"),
        ("Unknown Vessel Sinks Near Telmark", "Unknown Vessel Sinks near Telmark"),
        ("", ""),
    ],
)
def test_words_that_the_body_writes_small(headline: str, plain: str) -> None:
    assert plain_case(headline, casing([BODY])) == plain


def test_endings_of_verbs_and_plurals() -> None:
    assert stem("Checks") == stem("checked") == stem("checking") == stem("check")
    assert stem("is") == "is"


def test_running_text_is_no_headline() -> None:
    assert not is_title_case(BODY)
    assert not is_title_case("Ada Reed")


@given(st.text(max_size=120), st.lists(st.text(max_size=80), max_size=3))
def test_only_the_case_changes(headline: str, bodies: list[str]) -> None:
    plain = plain_case(headline, casing(bodies))
    assert len(plain) == len(headline)
    assert plain.casefold() == headline.casefold()


def test_the_article_keeps_its_own_letters(annotated: Callable[..., Article]) -> None:
    text = "Rebels Seize Port of Telmark\n\nThe rebels seized the port of Telmark on Monday, a guard said. Nobody was hurt."
    article = annotated(text)
    shown = with_plain_headlines(clean(raw_article(text)))
    assert len(shown) == len(text)
    assert shown != text
    assert article.text == text
    assert article.events[0].trigger.of(article.text) == "Seize"
    assert article.events[0].lemma == "seize"


def test_a_long_headline_takes_linear_time() -> None:
    text = "Word Checks " * 20_000
    assert len(plain_case(text, casing([BODY, "a" * 100_000, " ." * 100_000]))) == len(text)
