"""What holds for the way of the data as a whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import raw_article
from crosswire.detect import DETECTORS, check_order
from crosswire.model import Article, Syntax
from crosswire.pipeline import annotate
from crosswire.show.rows import from_row, to_row

SENTENCES = (
    "Mayor Elena Brandt said on Friday that the ferry would sail again.",
    "“We lost twelve people,” Brandt told reporters in Port Harrow.",
    "At least 12 people were killed and nine are missing, according to the coast guard.",
    "Thorne will visit Port Harrow on 8 March 2024.",
    "By Tom Averill",
    "READ ALSO",
    "",
    "\u00a0",
    'He added: "It is not over.',
)


def test_detectors_stand_in_an_order_that_meets_their_needs() -> None:
    check_order(DETECTORS)
    with pytest.raises(ValueError, match="events"):
        check_order(DETECTORS[-1:])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=st.lists(st.sampled_from(SENTENCES), max_size=8), glue=st.sampled_from(("\n", "\n\n", " ", "\r\n")))
def test_every_span_lies_in_the_text_and_a_record_comes_back_as_it_went(
    annotated: Callable[..., Article], chosen: list[str], glue: str
) -> None:
    article = annotated(glue.join(chosen), "2024-03-05")
    assert article.text == glue.join(chosen)
    spans = (
        [b.span for b in article.blocks] + list(article.sentences) + [m for e in article.entities for m in e.mentions]
    )
    spans += [t.span for t in article.times] + [f.span for f in article.figures] + [e.span for e in article.events]
    spans += [e.trigger for e in article.events]
    spans += [s for a in article.attributions for s in (*a.source, *a.cue, *a.content, *a.quoted)]
    for start, end in spans:
        assert 0 <= start < end <= len(article.text)
    known = {e.id for e in article.entities}
    assert all(a.speaker is None or a.speaker in known for a in article.attributions)
    assert all(p.entity is None or p.entity in known for e in article.events for p in e.participants)
    assert all(e.attribution is None or e.attribution < len(article.attributions) for e in article.events)
    assert from_row(to_row(article), Article) == article


def test_the_same_words_give_the_same_record(annotated: Callable[..., Article]) -> None:
    text = "\n\n".join(SENTENCES)
    assert to_row(annotated(text)) == to_row(annotated(text))


def test_a_passage_too_long_to_analyse_is_told(annotated: Callable[..., Article]) -> None:
    article = next(
        iter(
            annotate(
                [raw_article("the ship was at sea and " * 500 + "\n\nThe ferry sank off Port Harrow.")],
                lambda a: (Syntax() for _ in a),
            )
        )
    )
    assert [w.code for w in article.warnings] == ["long-sentence"]
    assert not annotated("The ferry sank off Port Harrow.").warnings
