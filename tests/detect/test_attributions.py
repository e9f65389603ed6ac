"""Attributions through the language model: who said what, in passages of a few sentences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from crosswire.detect.attributions import detect_attributions
from crosswire.model import Agency, Article, Attribution, Syntax

Annotate = Callable[..., Article]

# What is said (a piece of the content), by whom, how.
SPEECH = [
    (
        "Mayor Anna Brandt said on Tuesday that the harbour would reopen.",
        "the harbour would",
        "Anna Brandt",
        "indirect",
    ),
    (
        '"We are not leaving," said Martin Cole, a docker who has lived there for years.',
        "We are",
        "Martin Cole",
        "direct",
    ),
    (
        '"The pumps failed," Mary Solberg told reporters. "Nobody was warned."',
        "Nobody was warned",
        "Mary Solberg",
        "direct",
    ),
    ("Martin Cole said the crane “was never safe” and would be scrapped.", "was never safe", "Martin Cole", "mixed"),
    ("According to Peter Renner, two barges had sunk.", "two barges had sunk", "Peter Renner", "indirect"),
    ("Two barges had sunk, according to Peter Renner.", "Two barges had sunk", "Peter Renner", "indirect"),
    ("The bridge, Peter Renner said, would stay shut.", "would stay shut", "Peter Renner", "indirect"),
    ("Anna Brandt vowed to rebuild the pier before winter.", "to rebuild the pier", "Anna Brandt", "indirect"),
    ("Anna Brandt urged residents to stay indoors.", "residents to stay", "Anna Brandt", "indirect"),
    ('As Peter Renner put it, the quay "ran itself" for years.', "the quay", "Peter Renner", "mixed"),
    ('Peter Renner was quoted as saying that the dam "held firm all night".', "held firm", "Peter Renner", "mixed"),
    ('Asked whether the dam would hold, Peter Renner said, "Yes, for now."', "Yes, for now", "Peter Renner", "direct"),
    ("Peter Renner that the dam is safe and that nobody was hurt.", "the dam is safe", "Peter Renner", "indirect"),
    ("Peter Renner's claim that the dam was safe did not last.", "the dam was safe", "Peter Renner", "indirect"),
    ("Anna Brandt addressed the crews, stating that the pay would rise.", "the pay", "Anna Brandt", "indirect"),
    ("Peter Renner denied that the dam had leaked.", "the dam had leaked", "Peter Renner", "indirect"),
    ("«The dam will hold,» said Peter Renner.", "The dam will hold", "Peter Renner", "direct"),
    ("'The dam will hold,' said Peter Renner, whose workers' union agreed.", "The dam", "Peter Renner", "direct"),
    ("“The dam will hold,” Jane Holt said, “unless it rains for a week.”", "unless it rains", "Jane Holt", "direct"),
    ("Jane Holt believes the dam is “quite” safe.", "the dam is “quite” safe", "Jane Holt", "mixed"),
    ("A union spokeswoman said the strike would go on.", "the strike would", "A union spokeswoman", "indirect"),
    (
        "Anna Brandt is due on Friday, seeking “an end” to “the floods that come every single spring”.",
        "the floods",
        "Anna Brandt",
        "mixed",
    ),
    ("The council's chair, Mayor Anna Brandt, said the pier was safe.", "the pier was safe", "Anna Brandt", "indirect"),
    ("Peter Renner said the mayor should go, adding that the pier was unsafe.", "the pier", "Peter Renner", "indirect"),
]


def holding(article: Article, piece: str) -> list[Attribution]:
    """The attributions whose content holds a piece of the text."""
    start = article.text.index(piece)
    return [a for a in article.attributions if any(c.covers((start, start + len(piece))) for c in a.content)]


def the_one(article: Article, piece: str) -> Attribution:
    found = holding(article, piece)
    assert len(found) == 1, [(a.speaker_name, [c.of(article.text) for c in a.content]) for a in article.attributions]
    return found[0]


@pytest.mark.parametrize(("text", "piece", "speaker", "kind"), SPEECH, ids=[s[0][:40] for s in SPEECH])
def test_speaker_and_kind(annotated: Annotate, text: str, piece: str, speaker: str, kind: str) -> None:
    attribution = the_one(annotated(text), piece)
    assert (attribution.speaker_name, attribution.kind) == (speaker, kind)


PRONOUNS = [
    ("Anna Brandt met the crews on Monday. She said the tide was low.", "the tide was low", "Anna Brandt"),
    (
        'Peter Renner spoke. In response to a question on costs, he said, "I have no figure."',
        "I have no",
        "Peter Renner",
    ),
    ("Peter Renner told Anna Brandt that the dam would hold. “It is strong,” he said.", "It is strong", "Peter Renner"),
    ("The council said it would pay. It added that the money was there.", "the money was there", "The council"),
    ("Officials said the dam would hold. They warned that rain was coming.", "rain was coming", "Officials"),
    (
        "A union spokeswoman said the strike would go on. She added that talks had failed.",
        "talks had",
        "A union spokeswoman",
    ),
    ("Mr. Renner said the dam would hold. Mrs. Brandt disagreed. She said it would break.", "it would break", "Brandt"),
    ("Anna Brandt noted that the tide was low and added that no ship was missing.", "no ship was", "Anna Brandt"),
]


@pytest.mark.parametrize(("text", "piece", "speaker"), PRONOUNS, ids=[p[0][:40] for p in PRONOUNS])
def test_pronouns(annotated: Annotate, text: str, piece: str, speaker: str) -> None:
    assert the_one(annotated(text), piece).speaker_name == speaker


def test_a_pronoun_without_anyone_to_stand_for_has_no_speaker(annotated: Annotate) -> None:
    attribution = the_one(annotated('"The dam will hold," he said.'), "The dam will hold")
    assert (attribution.speaker, attribution.speaker_name, attribution.decided_by) == (None, None, "no candidate")


def test_a_pronoun_of_the_other_gender_stands_for_nobody(annotated: Annotate) -> None:
    article = annotated("Mr. Renner said the dam would hold. Then, she added, the rain would come.")
    assert the_one(article, "the rain would come").speaker_name is None


def test_a_quotation_paragraph_goes_on_with_the_speaker_before(annotated: Annotate) -> None:
    article = annotated("Jane Holt said the dam was safe.\n\n“It was built to last, and it has lasted ninety years.”")
    attribution = the_one(article, "built to last")
    assert (attribution.speaker_name, attribution.kind, attribution.cue) == ("Jane Holt", "direct", ())
    assert attribution.decided_by == "paragraph before"


def test_a_quotation_over_paragraphs_is_one_attribution(annotated: Annotate) -> None:
    text = "“The dam is old.\n\n“It was built by our fathers.\n\n“It will last,” said Jane Holt."
    attribution = the_one(annotated(text), "built by our fathers")
    assert attribution.speaker_name == "Jane Holt"
    assert [q.of(text) for q in attribution.quoted] == [
        "The dam is old.",
        "It was built by our fathers.",
        "It will last,",
    ]


def test_a_quotation_after_a_colon_and_a_new_line(annotated: Annotate) -> None:
    attribution = the_one(annotated("Jane Holt said:\n\n“The dam will hold. It is strong.”"), "It is strong")
    assert (attribution.speaker_name, attribution.kind) == ("Jane Holt", "direct")


def test_a_clause_with_quoted_pieces_is_one_attribution(annotated: Annotate) -> None:
    text = "Jane Holt said the dam was “old but sound” and that repairs were “a matter of days”."
    attribution = the_one(annotated(text), "old but sound")
    assert attribution.kind == "mixed"
    assert [q.of(text) for q in attribution.quoted] == ["old but sound", "a matter of days"]
    assert len(annotated(text).attributions) == 1


def test_spans_of_source_cue_and_content(annotated: Annotate) -> None:
    text = "Jane Holt, the mayor of the town, has always said that the dam is safe."
    attribution = the_one(annotated(text), "the dam is safe")
    assert [s.of(text) for s in attribution.source] == ["Jane Holt, the mayor of the town"]
    assert [s.of(text) for s in attribution.cue] == ["has always said"]
    assert [s.of(text) for s in attribution.content] == ["that the dam is safe"]


def test_the_chain_runs_to_the_first_source(annotated: Annotate) -> None:
    text = "The gate had been left open, the Ellery Courier reported, citing a dockworker."
    assert the_one(annotated(text), "The gate had been").chain[-1] == "a dockworker"


def test_when_it_was_said(annotated: Annotate) -> None:
    text = "Jane Holt said on 3 May 2021 that the dam was safe. She added that it was old."
    article = annotated(text, "2021-05-04")
    assert the_one(article, "the dam was safe").time == "2021-05-03"
    assert the_one(article, "it was old").time == "2021-05-03", "the same speaker on the same occasion"


def test_a_time_in_what_is_said_is_not_when_it_was_said(annotated: Annotate) -> None:
    article = annotated(
        "The lake was full. Jane Holt said the dam would open on 3 May 2021 if the lake was full.", "2021-04-04"
    )
    assert the_one(article, "the dam would open").time is None


def test_a_transcript(annotated: Annotate) -> None:
    text = "Peter Renner met reporters.\n\nQ: Will the dam hold?\n\nMR. RENNER: It will. We said so before.\n\nQ: And if not?"
    article = annotated(text)
    answer = the_one(article, "It will.")
    assert (answer.speaker_name, answer.kind) == ("Peter Renner", "direct")
    assert the_one(article, "Will the dam hold?").speaker_name is None


@pytest.mark.parametrize(
    "text",
    [
        "The dam opened on Monday and the lake fell by a metre.",
        "The film “Rain” won.",
        'The council plans a wall of 3\' 6" and a gate of 4" pipes.',
        "Divers' tools and the workers' boats were lost in the '90s.",
    ],
)
def test_nothing_said(annotated: Annotate, text: str) -> None:
    assert annotated(text).attributions == ()


def test_a_speaker_is_an_entity_of_the_article(annotated: Annotate) -> None:
    article = annotated("Peter Renner came on Monday. Renner said the dam was safe.")
    attribution = the_one(article, "the dam was safe")
    assert attribution.speaker in {e.id for e in article.entities if e.name == "Peter Renner"}


def test_a_quotation_after_a_colon_takes_the_place_of_the_object(annotated: Annotate) -> None:
    text = "Jane Holt reported one thing to the crews: “Leave the pier before noon today.”"
    attribution = the_one(annotated(text), "Leave the pier")
    assert (attribution.speaker_name, attribution.kind) == ("Jane Holt", "direct")


def test_quoted_pieces_without_a_person_have_no_speaker(annotated: Annotate) -> None:
    article = annotated("The plan is built on “safe piers for all of the islands” and on new boats.")
    attribution = the_one(article, "safe piers")
    assert (attribution.speaker_name, attribution.decided_by) == (None, "no candidate")


def test_the_chain_begins_with_the_agency(annotated: Annotate, parse: Callable[[Article], Syntax]) -> None:
    article = annotated("The gate had been left open, the Ellery Courier reported, citing a dockworker.")
    relayed = detect_attributions(replace(article, agency=Agency("Coastwire")), parse(article))
    (attribution,) = relayed.attributions
    assert (attribution.chain[0], attribution.chain[-1], len(attribution.chain)) == ("Coastwire", "a dockworker", 3)
