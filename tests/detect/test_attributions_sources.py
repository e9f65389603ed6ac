"""What kind of source speaks (named, unnamed, a document), who speaks together, and on what occasion."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crosswire.model import Article, Attribution

Annotate = Callable[..., Article]

TYPES = [
    ("Jane Holt said that the dam was safe.", "named"),
    ("The Ellery Courier reported that the dam was safe.", "named"),
    ("An official who spoke on condition of anonymity said that the dam was safe.", "unnamed"),
    ("On Monday two officials said that the dam was safe.", "unnamed"),
    ("A spokesman said that the dam was safe.", "unnamed"),
    ("On Monday some of them said that the dam was safe.", "unnamed"),
    ("The report said that the dam was safe.", "document"),
    ("According to a leaked letter, the dam was safe.", "document"),
    ("Police said that the dam was safe.", None),
    ("The mayor said that the dam was safe.", None),
    ("She said that the dam was safe.", None),
]
OCCASIONS = [
    ("Jane Holt told reporters that the dam was safe.", "reporters"),
    ("Jane Holt told me that the dam was safe.", None),
    (
        "Jane Holt said in an interview with the Ellery Courier that the dam was safe.",
        "in an interview with the Ellery",
    ),
    ("“The dam is safe,” Jane Holt said at a news conference on Monday.", "at a news conference"),
    ("Speaking at a rally in Ellery, Jane Holt said that the dam was safe.", "at a rally in Ellery"),
    ("Jane Holt said that the crews were told in an interview that the dam was safe.", None),
    ("Jane Holt said that the dam was safe.", None),
]


def first(article: Article) -> Attribution:
    return article.attributions[0]


@pytest.mark.parametrize(("text", "kind"), TYPES, ids=[t[0][:40] for t in TYPES])
def test_what_kind_of_source(annotated: Annotate, text: str, kind: str | None) -> None:
    assert first(annotated(text)).source_type == kind


def test_a_pronoun_is_of_the_kind_of_whom_it_means(annotated: Annotate) -> None:
    text = "A union spokeswoman said the strike would go on. She added that talks had failed."
    assert [a.source_type for a in annotated(text).attributions] == ["unnamed", "unnamed"]


@pytest.mark.parametrize(("text", "words"), OCCASIONS, ids=[o[0][:50] for o in OCCASIONS])
def test_to_whom_or_where(annotated: Annotate, text: str, words: str | None) -> None:
    occasion = first(annotated(text)).occasion
    assert (occasion is None) == (words is None)
    assert words is None or (occasion is not None and occasion.of(text).startswith(words))


def test_people_who_speak_together_are_named_together(annotated: Annotate) -> None:
    attribution = first(annotated("Jane Holt, Paul Brandt and Peter Renner said that the dam was safe."))
    assert (attribution.speaker, attribution.speaker_name) == (None, "Jane Holt, Paul Brandt and Peter Renner")


def test_a_list_in_a_description_names_no_speaker(annotated: Annotate) -> None:
    attribution = first(annotated("The families of Paul Brandt, Peter Renner and others said that the dam was safe."))
    assert attribution.speaker is None


def test_who_is_asked_about_is_not_who_answers(annotated: Annotate) -> None:
    article = annotated(
        "Paul Brandt spoke for an hour. Asked whether Peter Renner would resign, he said that it was late."
    )
    assert [a.speaker_name for a in article.attributions if "late" in a.content[-1].of(article.text)] == ["Paul Brandt"]


def test_they_is_not_an_organisation_named_sentences_before(annotated: Annotate) -> None:
    text = "The council said the dam was safe. The port is a mile away. Rain fell. They said that boats were waiting."
    assert annotated(text).attributions[-1].speaker_name is None


def test_what_cannot_tell_anything_is_no_link_of_a_chain(annotated: Annotate) -> None:
    text = "Citing a worse climate, Kessler Bank announced that it would close. Nobody was surprised."
    assert all("climate" not in link for a in annotated(text).attributions for link in a.chain)
