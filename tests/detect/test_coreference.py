"""Whom pronouns, descriptions and surnames mean, in passages of a few sentences; and nobody where that is open."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosswire.model import Article

Annotate = Callable[..., Article]

# A passage, the words asked about (the last time they stand there), and the entity meant, or None.
MEANT = [
    ("Mayor Jane Holt opened the pier. She thanked the crews.", "She", "Jane Holt"),
    ("Jane Holt said that she would resign.", "she", "Jane Holt"),
    ("Jane Holt dismissed her deputy, Paul Brandt. Brandt said that he was surprised.", "he", "Paul Brandt"),
    ("Mr. Paul Brandt met Mrs. Jane Holt. She left early.", "She", "Jane Holt"),
    ("Mr. Paul Brandt met Mrs. Jane Holt at the harbour. Brandt thanked her.", "her", "Jane Holt"),
    ("Paul Brandt met Peter Renner in the harbour. He was late.", "He", None),
    ("Paul Brandt and Peter Renner were fined. He paid at once.", "He", None),
    ("Paul Brandt said that the dam was safe. He gave no reasons.", "He", "Paul Brandt"),
    ("When she took office, Jane Holt promised a new pier.", "she", "Jane Holt"),
    ("Jane Holt resigned on Monday. A spokesman said that he was surprised.", "he", None),
    ("Jane Holt resigned on Monday. A survivor said that she was glad.", "she", None),
    ("Asked about Paul Brandt, Mayor Peter Renner was calm. He smiled.", "He", "Peter Renner"),
    ("Paul Brandt hurt himself on the ladder.", "himself", "Paul Brandt"),
    ("It was raining when Jane Holt arrived.", "It", None),
    ("Kessler Bank will close. The bank said that it had no choice.", "The bank", "Kessler Bank"),
    ("Kessler Bank will close. The bank said that it had no choice.", "it", "Kessler Bank"),
    ("Kessler Bank and Anders Bank will merge. The bank gave no date.", "The bank", None),
    ("The Ministry of Energy signed. The ministry gave no price.", "The ministry", "Ministry of Energy"),
    ("Jane Holt said: “I have seen the plans.”", "I", "Jane Holt"),
    ("“I have seen the plans,” Paul Brandt said. “Nobody told me.”", "me", "Paul Brandt"),
    # the subject before, whose words are now quoted, not whom those words are about
    ("Mayor Peter Renner praised Mr. Brandt on Monday.\n\n“The pier is safe and dry,” he said.", "he", "Peter Renner"),
    (
        "Senator Peter Renner urged Mr. Brandt to resign.\n\n“The town has waited long enough,” he said.",
        "he",
        "Peter Renner",
    ),
    ("Judge Peter Renner asked Mr. Brandt about the pier.\n\n“I never saw the plans,” he said.", "he", None),
    ("Mr. Brandt’s adviser, Peter Renner, said that it was late.\n\n“We have a boat,” he said.", "he", "Peter Renner"),
    (
        "Mr. Brandt left early. According to Peter Renner, the pier was unsafe.\n\n“It may fall,” he said.",
        "he",
        "Peter Renner",
    ),
    # who is named in what a clause goes on with is not its subject
    ("Peter Renner liked the plan of Mr. Brandt. He said that Brandt had been fair.", "He", "Peter Renner"),
    ("Mr. Brandt left early. He said that Brandt had been fair.", "He", None),
    ("President Orlov spoke on Monday. Orlov said that he was well.", "he", "Orlov"),
    ("Mr. Brandt left early. Peter Renner then closed the pier. He thanked the crews.", "He", "Peter Renner"),
    ("Mr. Brandt left early. The pier is safe, Judge Renner said. He thanked the crews.", "He", None),
    ("A man fell from the pier. He was taken to hospital. He said that Mr. Brandt had seen it.", "He", None),
    ("Mr. Renner said Mr. Brandt kept to himself, and neighbours asked whether he had a job.", "he", None),
    (
        "Senator Peter Renner took another view, urging Mr. Brandt to wait.\n\n“We are late,” he said.",
        "he",
        "Peter Renner",
    ),
    # descriptions of people: abbreviated offices, parties, "the state's", and the subject of the sentence before
    (
        "Sen. Jane Holt left early. “We lost an hour,” the Republican senator said.",
        "the Republican senator",
        "Jane Holt",
    ),
    ("Democratic Sen. Jane Holt left early. The Republican senator said nothing.", "The Republican senator", None),
    ("Governor Jane Holt left early. The state's governor said nothing.", "The state's governor", "Jane Holt"),
    (
        "President Renner spoke of President Brandt. Renner then left. The president was tired.",
        "The president",
        "Renner",
    ),
    ("President Renner met President Brandt. The president was tired.", "The president", None),
]


def entity_at(article: Article, words: str) -> str | None:
    """The name of the entity that has the last occurrence of words among its mentions or references."""
    start = article.text.rindex(words)
    span = (start, start + len(words))
    return next((e.name for e in article.entities if span in {*e.mentions, *e.references}), None)


@pytest.mark.parametrize(("text", "words", "name"), MEANT, ids=[f"{m[1]}: {m[0][:40]}" for m in MEANT])
def test_whom_words_mean(annotated: Annotate, text: str, words: str, name: str | None) -> None:
    assert entity_at(annotated(text), words) == name


def test_a_form_of_address_tells_two_of_one_surname_apart(annotated: Annotate) -> None:
    article = annotated("Mr. Paul Brandt and his wife, Jane Brandt, were found safe. Mrs. Brandt thanked the crews.")
    start = article.text.rindex("Brandt")
    (jane,) = [e for e in article.entities if e.name == "Jane Brandt"]
    assert (start, start + 6) in jane.references


def test_a_name_in_two_surnames_is_one_person(annotated: Annotate) -> None:
    article = annotated(
        "Governor Marta Soto Arenas opened the pier. On Tuesday Mrs. Soto Arenas said that it was safe."
    )
    (marta,) = [e for e in article.entities if "Arenas" in e.name]
    assert (marta.name, len(marta.mentions)) == ("Marta Soto Arenas", 2)


def test_a_titled_surname_before_another_ones_full_name_is_somebody_else(annotated: Annotate) -> None:
    article = annotated("President Renner left early. His wife, Jane Renner, stayed. The president said he was ill.")
    assert {e.name for e in article.entities if "Renner" in e.name} == {"Renner", "Jane Renner"}


def test_of_two_ministers_just_named_the_minister_is_neither(annotated: Annotate) -> None:
    article = annotated("Defence Minister Paul Brandt met Interior Minister Peter Renner. The minister was late.")
    assert entity_at(article, "The minister") is None


def test_in_a_transcript_a_pronoun_is_left_open(annotated: Annotate) -> None:
    text = "MS. HOLT: Good afternoon.\n\nQUESTION: Has the mayor seen Mr. Brandt?\n\nMS. HOLT: He has not."
    assert entity_at(annotated(text), "He") is None


def test_what_one_person_quotes_of_another_is_not_the_speakers(annotated: Annotate) -> None:
    article = annotated("“My father told me, ‘I will come back’,” said Paul Brandt.")
    start = article.text.index("I will")
    assert all((start, start + 1) not in e.references for e in article.entities)


WORDS = st.sampled_from(
    ["Jane Holt", "Mr. Brandt", "he", "She", "her", "it", "The company", "said", "that", ",", ".", "“", "”", "and", "\n\n",
     "the mayor", "Kessler Bank", "himself", "who", "When", "was", "dismissed"]
)  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, min_size=1, max_size=25))
def test_references_are_sorted_words_of_the_text_and_no_mentions(annotated: Annotate, words: list[str]) -> None:
    article = annotated(" ".join(words))
    for entity in article.entities:
        assert list(entity.references) == sorted(set(entity.references))
        assert not set(entity.references) & set(entity.mentions)
        assert all(0 <= r.start < r.end <= len(article.text) for r in entity.references)


def test_a_long_text_of_pronouns_is_read(annotated: Annotate) -> None:
    article = annotated("Paul Brandt spoke. " + "He said that he saw his boat. " * 300)
    (paul,) = [e for e in article.entities if e.type == "PERSON"]
    assert len(paul.references) > 300
