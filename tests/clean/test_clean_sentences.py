"""Where sentences end."""

from __future__ import annotations

import pytest

from crosswire.clean.sentences import split
from crosswire.model import Span

# Sentences of one text are divided by " / ".
TEXTS = [
    "The ferry sank. / Forty were aboard.",
    "Mr. Holt met Gen. J. R. Berg in St. Ives. / He left at 5 p.m. on Friday.",
    "The U.S. Navy helped. / It came from the U.S. / The crew is safe.",
    "It cost $3.5 million in Jan. 2021, or No. 4 on the list.",
    '"We won," he said. / "It was late."',
    '"We won." he said.',
    '"Who won?" she asked. / "We did!" / The crowd cheered.',
    "“Why now?” Mira Holt asked. / Nobody knew.",
    "He paused ... and went on.",
    "He paused… / Then he went on.",
    "LIMA (Reuters) - The ferry sank. / It was old.",
    "Quay Inc. shares fell. / Acme Corp. rose.",
    "He (the mate.) left. / She stayed.",
    "``We saw it,'' he said. / ``It sank.''",
    'It sank . / " We saw it . " / Nobody spoke .',
    "The hull\nwas found\nby divers. / It lay deep.",
    "They reached the scene. / Police were there.",
    "No end to this line",
    "Tents, food, etc. were sent. / More is on its way.",
    "See norrhamn.example/Ferry.Html for more. / It is long.",
]


@pytest.mark.parametrize("marked", TEXTS)
def test_sentences_end_where_a_reader_would_end_them(marked: str) -> None:
    text = marked.replace(" / ", " ")
    assert [span.of(text) for span in split(text, Span(0, len(text)))] == marked.split(" / ")


def test_a_missing_space_ends_a_sentence_too() -> None:
    text = "They reached the scene.Police were there."
    assert [span.of(text) for span in split(text, Span(0, len(text)))] == [
        "They reached the scene.",
        "Police were there.",
    ]


def test_a_part_of_a_text_is_split_by_itself() -> None:
    text = "One. Two. Three."
    assert list(split(text, Span(5, 9))) == [Span(5, 9)]
    assert list(split("   ", Span(0, 3))) == []
