"""What a figure is about: who gives it, when and where, and what read it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crosswire.model import Article, Figure

Annotated = Callable[..., Article]
DAY = "2024-03-05"


def figure(article: Article, value: float) -> Figure:
    return next(f for f in article.figures if f.value == value)


def test_who_gives_a_figure(annotated: Annotated) -> None:
    article = annotated("The mayor, Elena Brandt, said that 12 people were killed. Nine others were hurt.", DAY)
    twelve, nine = figure(article, 12), figure(article, 9)
    assert twelve.attribution is not None
    assert article.attributions[twelve.attribution].speaker_name == "Elena Brandt"
    assert nine.attribution is None


def test_the_innermost_of_two_gives_it(annotated: Annotated) -> None:
    text = "The Lorning Gazette reported that the mayor, Elena Brandt, had said that 12 people were killed."
    article = annotated(text, DAY)
    index = figure(article, 12).attribution
    assert index is not None
    shortest = min(sum(e - s for s, e in a.content) for a in article.attributions)
    assert sum(e - s for s, e in article.attributions[index].content) == shortest


@pytest.mark.parametrize(
    ("text", "time", "place"),
    [
        ("On Saturday, 12 people were killed in France.", "2024-03-02", "France"),
        ("In France, 12 people were killed.", None, "France"),
        ("In Spain the roads were open, but 12 people were killed near Paris on 2 March 2024.", "2024-03-02", "Paris"),
        ("12 people were killed.", None, None),
        ("In France it rained on Saturday. 12 people were killed.", None, None),
    ],
)
def test_time_and_place_are_those_of_its_sentence(
    annotated: Annotated, text: str, time: str | None, place: str | None
) -> None:
    twelve = figure(annotated(text, DAY), 12)
    assert (twelve.time, twelve.place) == (time, place)


def test_each_figure_names_its_rule(annotated: Annotated) -> None:
    text = (
        "A man was shot dead in France. At least 12 people were killed. The dam is 40 metres high and cost $3 million."
    )
    rules = [f.rule for f in annotated(text, DAY).figures]
    assert rules == ["a person told of", "role beside a count", "measure", "money"]
