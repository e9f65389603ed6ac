"""Events: sentences made to mislead each family of rules, and what holds for all frames."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crosswire.model import Article, Event

Annotated = Callable[..., Article]


def event(annotated: Annotated, sentence: str, lemma: str) -> Event:
    """The event of that lemma in a sentence that stands in a paragraph."""
    text = f"The report came from the valley of Orvel early in the day. {sentence} The valley was quiet afterwards."
    found = [one for one in annotated(text, "2024-05-06").events if one.lemma == lemma]
    assert len(found) == 1, [one.lemma for one in found]
    return found[0]


@pytest.mark.parametrize(
    ("sentence", "lemma", "status"),
    [
        ("The minister did not fail to arrive.", "arrive", "happened"),
        ("Nobody denied that soldiers attacked the village.", "attack", "happened"),
        ("The guards did not refuse to leave.", "leave", "happened"),
        ("Not only did soldiers attack the village, they burned it.", "attack", "happened"),
        ("The mayor, who will not resign, opened the bridge.", "open", "happened"),
        ("The mayor, who opened the bridge, will not resign.", "resign", "denied"),
        ("Soldiers attacked the village, not the town.", "attack", "happened"),
        ("The army will never attack the village.", "attack", "denied"),
        ("The army says it may have attacked the village.", "attack", "possible"),
        ("Had soldiers attacked the village, it would have burned.", "burn", "possible"),
        ("The village burned because soldiers attacked it.", "attack", "happened"),
        ("Soldiers attacked the village without burning it.", "burn", "denied"),
        ("The strike was to begin on Monday but was cancelled.", "strike", "cancelled"),
        ("The strike was planned for Monday but was cancelled.", "strike", "cancelled"),
        ("Did soldiers attack the village?", "attack", "possible"),
    ],
)
def test_frames_made_to_mislead(annotated: Annotated, sentence: str, lemma: str, status: str) -> None:
    assert event(annotated, sentence, lemma).status == status


@pytest.mark.parametrize("verb", ["attacked", "visited", "evacuated", "surrounded"])
@pytest.mark.parametrize("subject", ["Soldiers", "The rebels", "Two hundred men"])
def test_negation_turns_any_assertion_round(annotated: Annotated, subject: str, verb: str) -> None:
    lemma = verb.removesuffix("ed") if verb in {"attacked", "visited", "surrounded"} else "evacuate"
    did = event(annotated, f"{subject} {verb} the village.", lemma)
    did_not = event(annotated, f"{subject} did not {lemma} the village.", lemma)
    may = event(annotated, f"{subject} may {lemma} the village.", lemma)
    assert did.factuality > may.factuality > 0 > did_not.factuality
    assert (did.rule, may.rule, did_not.rule) == ("assertion", "modal", "negation")


@pytest.mark.parametrize("teller", ["police said", "a witness told reporters", "the ministry announced"])
def test_what_is_told_is_less_sure_than_what_is_asserted(annotated: Annotated, teller: str) -> None:
    told = event(annotated, f"Soldiers attacked the village, {teller}.", "attack")
    assert told.status == "happened"
    assert told.factuality <= 3.0
    assert told.attribution is not None
