"""Entities: names, labels, roles, links, descriptions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.clean import clean
from crosswire.detect.entities import detect_entities
from crosswire.model import Article, Block, Dateline, Entity, Name, Source, Span, Syntax, Token

Parse = Callable[[Article], Syntax]


def bare(text: str) -> Article:
    block = (Block("paragraph", Span(0, len(text))),) if text else ()
    return Article("a", Source(None, None, "text/plain", "0" * 64), text, language="en", blocks=block)


@pytest.fixture
def entities(parse: Parse) -> Callable[[str], tuple[Entity, ...]]:
    def find(text: str) -> tuple[Entity, ...]:
        article = clean(replace(bare(text), blocks=(), language="und"))
        return detect_entities(article, parse(article)).entities

    return find


Find = Callable[[str], tuple[Entity, ...]]


def named(found: tuple[Entity, ...], name: str) -> Entity:
    (one,) = [e for e in found if e.name == name]
    return one


def words(text: str, entity: Entity) -> list[str]:
    return [m.of(text) for m in entity.mentions]


def test_a_title_is_a_role_and_no_part_of_the_name(entities: Find) -> None:
    text = "Norwegian Foreign Minister Ingrid Solberg's envoy met Secretary of Transport Paul Draper in Oslo on Monday."
    found = entities(text)
    assert named(found, "Ingrid Solberg").roles == ("Norwegian Foreign Minister",)
    assert words(text, named(found, "Ingrid Solberg")) == ["Ingrid Solberg"]
    assert named(found, "Paul Draper").roles == ("Secretary of Transport",)


def test_a_title_that_the_model_takes_for_an_organisation(entities: Find) -> None:
    found = entities(
        "White House Climate Policy Council Coordinator for Coastal Affairs Emily Stone said on Monday that it was late."
    )
    assert named(found, "Emily Stone").roles == ("White House Climate Policy Council Coordinator for Coastal Affairs",)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ana Ruiz, the mayor of Port Harrow, said so.", "mayor of Port Harrow"),
        ("Ana Ruiz, 52, a retired teacher, said so.", "retired teacher"),
        ("Ana Ruiz, who is mayor of Port Harrow, said so.", "mayor of Port Harrow"),
        ("The mayor of Port Harrow, Ana Ruiz, said so.", "mayor of Port Harrow"),
        ("Police spokeswoman Ana Ruiz said so.", "Police spokeswoman"),
    ],
)
def test_descriptions_beside_the_name_are_roles(entities: Find, text: str, role: str) -> None:
    assert named(entities(text), "Ana Ruiz").roles == (role,)


def test_a_list_of_people_gives_nobody_the_title_of_the_next(entities: Find) -> None:
    found = entities("The talks brought together Peter Ruiz, Mayor Paul Draper and Emily Stone on Monday.")
    assert named(found, "Peter Ruiz").roles == ()
    assert named(found, "Paul Draper").roles == ("Mayor",)


def test_a_surname_alone_goes_to_the_only_person_of_that_name(entities: Find) -> None:
    text = "Ana Ruiz spoke on Monday. Ruiz said the bridge was closed. Ms. Ruiz left early."
    assert words(text, named(entities(text), "Ana Ruiz")) == ["Ana Ruiz", "Ruiz", "Ruiz"]


def test_a_surname_that_two_people_share_stays_on_its_own(entities: Find) -> None:
    text = "Ana Ruiz met Peter Ruiz on Monday in Madrid. Ruiz said the bridge was closed."
    found = entities(text)
    assert words(text, named(found, "Ana Ruiz")) == ["Ana Ruiz"]
    assert words(text, named(found, "Peter Ruiz")) == ["Peter Ruiz"]
    assert words(text, named(found, "Ruiz")) == ["Ruiz"]


def test_a_description_is_a_mention_of_the_one_who_holds_the_office(entities: Find) -> None:
    text = "Mayor Ana Ruiz opened the bridge. Governor Paul Draper was there. The mayor said it was safe."
    found = entities(text)
    assert words(text, named(found, "Ana Ruiz")) == ["Ana Ruiz", "The mayor"]
    assert words(text, named(found, "Paul Draper")) == ["Paul Draper"]


def test_another_office_is_not_the_same_office(entities: Find) -> None:
    text = "Deputy Mayor Ana Ruiz opened the bridge. The mayor was not there."
    assert words(text, named(entities(text), "Ana Ruiz")) == ["Ana Ruiz"]


def test_countries_are_places_unless_they_are_part_of_a_name(entities: Find) -> None:
    found = entities("Jordan closed its border with Syria. Jordan Peele was in Georgia with Georgia Smith.")
    assert named(found, "Jordan").type == "GPE"
    assert named(found, "Syria").type == "GPE"
    assert named(found, "Jordan Peele").type == "PERSON"
    assert named(found, "Georgia Smith").type == "PERSON"


def test_forms_of_one_country_are_one_entity(entities: Find) -> None:
    text = "The United States sent aid. A U.S. official said the US would send more."
    assert words(text, named(entities(text), "United States")) == ["United States", "U.S.", "US"]


def test_an_acronym_goes_with_its_name(entities: Find) -> None:
    text = "The International Rescue Service (IRS) sent boats. The IRS said it would send more."
    assert words(text, named(entities(text), "International Rescue Service")) == [
        "International Rescue Service",
        "IRS",
        "IRS",
    ]


def test_a_nationality_as_adjective_names_no_participant(entities: Find) -> None:
    found = entities("The Norwegian government thanked the Danish navy on Monday.")
    assert not {"Norwegian", "Danish"} & {e.name for e in found}


def test_a_town_that_the_context_names_as_one(entities: Find) -> None:
    found = entities("The flood reached the city of Derna on Monday. Derna lost its bridges.")
    assert named(found, "Derna").type == "GPE"


def test_an_initial_or_a_title_makes_a_person(entities: Find) -> None:
    found = entities("The inquiry heard Harold J. Pemberton on Monday. Defense Secretary Ash Bowman will follow.")
    assert named(found, "Harold J. Pemberton").type == "PERSON"
    assert named(found, "Ash Bowman").roles == ("Defense Secretary",)
    assert "Defense" not in {e.name for e in found}


def test_names_in_a_headline_are_those_of_the_body(entities: Find) -> None:
    text = (
        "Port Mayor Ana Ruiz Opens Harbour Bridge\n\nMayor Ana Ruiz opened the bridge in Oslo on Monday, police said."
    )
    found = entities(text)
    assert words(text, named(found, "Ana Ruiz")) == ["Ana Ruiz", "Ana Ruiz"]
    assert {e.name for e in found} == {"Ana Ruiz", "Oslo"}


def test_a_country_is_a_place_whatever_the_model_says() -> None:
    text = "South Korea left."
    words_of = [(0, 5, "PROPN"), (6, 11, "PROPN"), (12, 16, "VERB"), (16, 17, "PUNCT")]
    tokens = tuple(Token(s, e, text[s:e], text[s:e], p, "NNP", "nsubj", n) for n, (s, e, p) in enumerate(words_of))
    syntax = Syntax(tokens, ((0, 4),), (Name(0, 2, "ORG"),))
    assert [(e.name, e.type) for e in detect_entities(bare(text), syntax).entities] == [("South Korea", "GPE")]


def test_a_dateline_names_a_place() -> None:
    text = "Harrow flooded. Ana left."
    tokens = tuple(
        Token(s, e, text[s:e], text[s:e], p, "NNP", "nsubj", n)
        for n, (s, e, p) in enumerate(
            [(0, 6, "PROPN"), (7, 14, "VERB"), (14, 15, "PUNCT"), (16, 19, "PROPN"), (20, 24, "VERB")]
        )
    )
    syntax = Syntax(tokens, ((0, 3), (3, 5)), (Name(0, 1, "ORG"),))
    dated = replace(bare(text), dateline=Dateline("HARROW, Norway", Span(0, 6)))
    assert [(e.name, e.type) for e in detect_entities(dated, syntax).entities] == [("Harrow", "GPE")]


@pytest.mark.parametrize("unit", ["Mayor Ana Ruiz , ", "the mayor of ", "Ana ", "and ", "'s ", "IRS ( ", "Port of "])
def test_long_runs_of_one_thing_are_read_in_linear_time(unit: str) -> None:
    text = unit * (12_000 // len(unit))
    at, tokens = 0, []
    for n, word in enumerate(text.split()):
        pos = "PROPN" if word[0].isupper() else "NOUN" if word.isalpha() else "PUNCT"
        tokens.append(Token(at, at + len(word), word, word.lower(), pos, "NNP", "compound", n))
        at += len(word) + 1
    names = tuple(Name(n, n + 1, "PERSON") for n, t in enumerate(tokens) if t.text == "Ana")
    syntax = Syntax(tuple(tokens), ((0, len(tokens)),), names)
    detect_entities(bare(" ".join(text.split())), syntax)


WORDS = [
    "Ana",
    "Ruiz",
    "Mayor",
    "the",
    "mayor",
    ",",
    "of",
    "Port",
    "'s",
    "(",
    ")",
    "IRS",
    "said",
    "Jordan",
    "who",
    "is",
    "\n",
    "The",
]


@st.composite
def analysed(draw: st.DrawFn) -> tuple[Article, Syntax]:
    picked = draw(st.lists(st.sampled_from(WORDS), max_size=30))
    text, tokens = "", []
    for n, word in enumerate(picked):
        pos = draw(st.sampled_from(["PROPN", "NOUN", "VERB", "PUNCT", "DET", "ADJ"]))
        head = draw(st.integers(0, len(picked) - 1))
        dep = draw(st.sampled_from(["compound", "nsubj", "ROOT"]))
        if word.strip():
            tokens.append(Token(len(text), len(text) + len(word), word, word.lower(), pos, "NNP", dep, min(head, n)))
        text += word + " "
    cuts = sorted(draw(st.sets(st.integers(1, max(1, len(tokens))), max_size=4)) | {0, len(tokens)})
    sentences = tuple((a, b) for a, b in pairwise([c for c in cuts if c <= len(tokens)]) if a < b)
    edges = sorted(draw(st.sets(st.integers(0, len(tokens)), max_size=10)))
    labels = st.sampled_from(["PERSON", "ORG", "GPE", "NORP", "DATE", "FAC"])
    names = tuple(Name(a, b, draw(labels)) for a, b in pairwise(edges))
    size = len(tokens)
    safe = tuple(t._replace(head=min(t.head, size - 1)) for t in tokens)
    return bare(text), Syntax(safe, sentences, names)


@settings(max_examples=300, deadline=None)
@given(analysed())
def test_mentions_are_sorted_whole_and_never_overlap(case: tuple[Article, Syntax]) -> None:
    article, syntax = case
    found = detect_entities(article, syntax).entities
    spans = [m for e in found for m in e.mentions]
    assert all(e.mentions == tuple(sorted(e.mentions)) and e.mentions for e in found)
    assert all(m.of(article.text).strip() == m.of(article.text) != "" for m in spans)
    assert all(a.end <= b.start for a, b in pairwise(sorted(spans)))
    assert [e.id for e in found] == [f"e{n}" for n in range(1, len(found) + 1)]
    assert detect_entities(article, syntax).entities == found


def test_no_syntax_no_entities() -> None:
    assert detect_entities(bare(""), Syntax()).entities == ()
