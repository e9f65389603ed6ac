"""The stance of a text to a claim."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.model import ClaimText
from crosswire.reconcile.stance import compare


def stance(claim: str, text: str) -> str:
    return compare(ClaimText("c", claim, text)).stance


CLAIM = "The mayor of Velgrad was arrested at the border"


@pytest.mark.parametrize(
    "text",
    [
        "Velgrad's mayor arrested at border crossing",
        "Border police arrest mayor of Velgrad",
        "Mayor arrests shock Velgrad",
    ],
)
def test_telling_it_as_a_fact_is_for_it(text: str) -> None:
    assert stance(CLAIM, text) == "for"


@pytest.mark.parametrize(
    "text",
    [
        "No, the mayor of Velgrad was not arrested",
        "Mayor of Velgrad wasn't arrested at the border",
        "Mayor’s arrest is a hoax",
        "Police deny arrest of Velgrad mayor",
        "That story of an arrested mayor isn’t real",
        "Velgrad: mayor never arrested, spokeswoman says",
    ],
)
def test_refuting_it_is_against_it(text: str) -> None:
    assert stance(CLAIM, text) == "against"


@pytest.mark.parametrize(
    "text",
    [
        "Was the mayor of Velgrad arrested?",
        "Mayor of Velgrad reportedly arrested",
        "Mayor of Velgrad may have been arrested",
        "Opposition claims mayor of Velgrad was arrested",
        "Mayor of Velgrad arrested, officials say",
        "Rain expected in the north",
        "A film festival opens",
        "",
    ],
)
def test_asking_hedging_and_passing_on_observe_it(text: str) -> None:
    assert stance(CLAIM, text) == "observing"


def test_a_negation_of_something_else_is_not_against_it() -> None:
    assert (
        stance("The ferry Aldona sank off Sankt Brede", "Not since the great storm: Aldona sinks off Sankt Brede")
        == "for"
    )


def test_one_who_is_alive_was_not_killed() -> None:
    assert stance("The singer Odo Brandt was killed", "Odo Brandt alive and well, his manager writes") == "against"
    assert stance("The singer Odo Brandt is alive", "Odo Brandt alive and well") == "for"


def test_a_negative_claim_is_shared_by_a_negative_text_and_opposed_by_a_plain_one() -> None:
    claim = "The bridge at Port Oswin is not safe"
    assert stance(claim, "Bridge at Port Oswin not safe") == "for"
    assert stance(claim, "The bridge at Port Oswin safe again") == "against"


def test_a_word_of_the_claim_itself_refutes_nothing() -> None:
    assert stance("A fake doctor treated 40 patients", "Fake doctor treated 40 patients") == "for"


@settings(deadline=None)
@given(st.text(), st.text())
def test_any_two_texts_have_a_stance(claim: str, text: str) -> None:
    found = compare(ClaimText("c", claim, text))
    assert found.id == "c"
    assert found.stance in {"for", "against", "observing"}


@pytest.mark.parametrize("text", ["no " * 100_000, "a'" * 200_000, "x" * 300_000, "?" * 200_000])
def test_long_texts_take_linear_time(text: str) -> None:
    start = time.process_time()
    stance(text, text)
    assert time.process_time() - start < 5
