"""Events: what names one, who takes part, where and when, and whether it happened."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.detect.events import detect_events
from crosswire.model import (
    Article,
    Attribution,
    Block,
    Entity,
    Event,
    Name,
    Published,
    Source,
    Span,
    Syntax,
    TimeExpression,
    Token,
)

Parse = Callable[[Article], Syntax]
Detect = Callable[..., tuple[Event, ...]]


def place_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def article_of(text: str, sentences: Iterable[Span] = (), published: str | None = None) -> Article:
    whole = Span(0, len(text))
    return Article(
        id="a",
        source=Source("a.txt", None, "text/plain", "0" * 64),
        text=text,
        published=Published(published, "given") if published else None,
        language="en",
        blocks=(Block("paragraph", whole),),
        sentences=tuple(sentences) or (whole,),
    )


@pytest.fixture(scope="session")
def events(parse: Parse) -> Detect:
    """The events of one sentence; entities and times are told by their words."""

    def find(
        text: str,
        *,
        people: Iterable[str] = (),
        places: Iterable[str] = (),
        times: dict[str, str] | None = None,
        published: str | None = None,
    ) -> tuple[Event, ...]:
        article = article_of(text, published=published)
        named = [(words, "PERSON") for words in people] + [(words, "GPE") for words in places]
        entities = tuple(Entity(words, kind, words, (), (place_of(text, words),)) for words, kind in named)
        values = (times or {}).items()
        stamps = tuple(TimeExpression(place_of(text, words), "DATE", value) for words, value in values)
        article = replace(article, entities=entities, times=stamps)
        return detect_events(article, parse(article)).events

    return find


def one(found: Iterable[Event], lemma: str) -> Event:
    """The only event of that lemma."""
    same = [event for event in found if event.lemma == lemma]
    assert len(same) == 1, [event.lemma for event in found]
    return same[0]


def roles(event: Event, text: str) -> dict[str, list[str]]:
    told: dict[str, list[str]] = {}
    for participant in event.participants:
        told.setdefault(participant.role, []).append(participant.span.of(text))
    return told


# --- what names an event ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("The mayor visited the harbour.", ["visit"]),
        ("The mayor held a meeting with farmers.", ["meeting"]),
        ("The ministers took part and have a boat.", ["take"]),
        ("The governor is set to meet the miners.", ["meet"]),
        ("The governor is going to resign.", ["resign"]),
        ("The vote took place in May.", ["vote"]),
        ("The earthquake destroyed the bridge.", ["earthquake", "destroy"]),
        ("Two sailors are dead.", ["dead"]),
        ("The bridge is old and seems safe.", []),
        ("Both sides signed a cease-fire.", ["sign", "cease-fire"]),
        ("The evacuation of the valley continued.", ["evacuation", "continue"]),
    ],
)
def test_words_that_name_events(events: Detect, text: str, lemmas: list[str]) -> None:
    assert [event.lemma for event in events(text)] == lemmas


def test_a_hyphened_event_is_one_word(events: Detect) -> None:
    text = "Both sides signed a cease-fire."
    assert one(events(text), "cease-fire").trigger.of(text) == "cease-fire"


def test_one_record_for_each_event(events: Detect) -> None:
    for text in (
        "She attended the swearing-in of the mayor.",
        "The sit-in at the mill ended after a walk-out.",
        "The ministers held a meeting and gave a speech.",
        "The crack-down on smuggling goes on.",
    ):
        found = sorted(event.trigger for event in events(text))
        assert all(first.end <= second.start for first, second in pairwise(found)), text


def test_a_name_is_no_event(events: Detect) -> None:
    text = "Mr Raid, who lives in Orvel, spoke."
    assert "raid" not in [event.lemma for event in events(text, people=["Raid"])]


@pytest.mark.parametrize(
    ("text", "lemma", "kind"),
    [
        ("The king visited the port.", "visit", "CONSULT"),
        ("The visit ended.", "visit", "CONSULT"),
        ("Police arrested two men.", "arrest", "COERCE"),
        ("Soldiers attacked the camp.", "attack", "ASSAULT"),
        ("A flood killed two men.", "kill", None),
        ("Two men were killed in a crash.", "kill", None),
        ("The army pulled out of the valley.", "pull", "RETREAT"),
        ("The boat left the harbour.", "leave", None),
    ],
)
def test_plover_types(events: Detect, text: str, lemma: str, kind: str | None) -> None:
    assert one(events(text), lemma).type == kind


# --- whether it happened ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "lemma", "status"),
    [
        ("The minister arrived in Orvel.", "arrive", "happened"),
        ("The minister has arrived in Orvel.", "arrive", "happened"),
        ("Blasts kill 12 in crowded market", "kill", "happened"),
        ("The minister will arrive on Monday.", "arrive", "planned"),
        ("Minister to visit Rome on Friday", "visit", "planned"),
        ("The minister is expected to visit Rome.", "visit", "planned"),
        ("The minister plans to visit Rome.", "visit", "planned"),
        ("The minister promised to visit the miners.", "visit", "planned"),
        ("The minister will hold talks in Rome.", "talk", "planned"),
        ("The election will take place in June.", "election", "planned"),
        ("The trial is set for Monday.", "trial", "planned"),
        ("The minister may visit Rome.", "visit", "possible"),
        ("If the dam breaks, the town will drown.", "break", "possible"),
        ("The union wants to strike.", "strike", "possible"),
        ("She tried to escape.", "escape", "possible"),
        ("The minister did not visit Rome.", "visit", "denied"),
        ("The minister never visited Rome.", "visit", "denied"),
        ("Nobody was hurt when the roof fell.", "hurt", "denied"),
        ("The town no longer pays the guards.", "pay", "denied"),
        ("The ministry denied that troops attacked the village.", "attack", "denied"),
        ("The rebels failed to capture the port.", "capture", "denied"),
        ("He refused to resign.", "resign", "denied"),
        ("She managed to escape.", "escape", "happened"),
        ("Strike called off after talks", "strike", "cancelled"),
        ("King to meet president in June", "meet", "planned"),
        ("A spokesman denied reports that Marlow had resigned.", "resign", "denied"),
        ("The visit, which was planned for Friday, was put off.", "visit", "cancelled"),
        ("There was no attack.", "attack", "denied"),
        ("The clerk left without paying.", "pay", "denied"),
        ("The union stopped paying the guards.", "pay", "happened"),
        ("The mayor denied the accusations.", "accusation", "happened"),
        ("The council approved the visit.", "visit", "happened"),
        ("The council considers a visit.", "visit", "possible"),
        ("Officials called off the visit.", "visit", "cancelled"),
        ("The summit was cancelled.", "summit", "cancelled"),
        ("The president postponed a trip.", "trip", "cancelled"),
        ("The president may cancel the trip.", "trip", "possible"),
        ("Prices usually rise in winter.", "rise", "unknown"),
        ("The planned visit was discussed.", "visit", "planned"),
    ],
)
def test_status(events: Detect, text: str, lemma: str, status: str) -> None:
    event = one(events(text), lemma)
    assert event.status == status
    assert (event.factuality < 0) == (status in {"denied", "cancelled"})


@pytest.mark.parametrize(
    ("text", "lemma", "rule"),
    [
        ("Soldiers attacked the camp.", "attack", "assertion"),
        ("Police said soldiers attacked the camp.", "attack", "report"),
        ("The ministry denied that troops attacked the village.", "attack", "governor"),
        ("The minister plans to visit Rome.", "visit", "governor"),
        ("If the dam breaks, the town will drown.", "break", "governor"),
        ("If the dam breaks, the town will drown.", "drown", "modal"),
        ("Soldiers did not attack the camp.", "attack", "negation"),
        ("There was no attack.", "attack", "negation"),
        ("The planned visit was discussed.", "visit", "modifier"),
        ("Minister to visit Rome on Friday", "visit", "bare form"),
    ],
)
def test_each_event_says_what_decided(events: Detect, text: str, lemma: str, rule: str) -> None:
    assert one(events(text), lemma).rule == rule


def test_what_is_reported_keeps_its_own_tense(events: Detect) -> None:
    found = events("Police said that gunmen attacked a bank and that they will search the town.")
    assert one(found, "attack").status == "happened"
    assert one(found, "search").status == "planned"


def test_certainty_falls_from_fact_to_claim_to_chance(events: Detect) -> None:
    values = [
        one(events(f"{frame} attacked the camp."), "attack").factuality
        for frame in ("Soldiers", "Police said soldiers", "Police claimed soldiers", "Soldiers may have")
    ]
    assert values == sorted(values, reverse=True)
    assert len(set(values)) == 4


def test_a_present_tense_ahead_of_publication_is_a_plan(events: Detect) -> None:
    text = "The leaders meet on 4 May in Geneva."
    times = {"4 May": "2024-05-04"}
    assert one(events(text, times=times, published="2024-05-01"), "meet").status == "planned"
    assert one(events(text, times=times, published="2024-05-06"), "meet").status == "happened"


# --- when ---------------------------------------------------------------------------------------------------------


def test_each_clause_takes_its_own_time(events: Detect) -> None:
    text = "Marlow, who was in Orvel on 12 May, returned on 16 May after the 7 May attack by rebels."
    found = events(
        text,
        people=["Marlow"],
        places=["Orvel"],
        times={"12 May": "2024-05-12", "16 May": "2024-05-16", "7 May": "2024-05-07"},
    )
    assert {event.lemma: event.time for event in found} == {
        "be": "2024-05-12",
        "return": "2024-05-16",
        "attack": "2024-05-07",
    }


def test_an_opening_date_goes_to_the_main_verbs(events: Detect) -> None:
    found = events("On 3 May, the governor flew to Orvel and met farmers.", times={"3 May": "2024-05-03"})
    assert [(event.lemma, event.time) for event in found] == [("fly", "2024-05-03"), ("meet", "2024-05-03")]


def test_a_light_verbs_time_is_the_nouns(events: Detect) -> None:
    found = events("The ministers held talks on 3 May.", times={"3 May": "2024-05-03"})
    assert [(event.lemma, event.time) for event in found] == [("talk", "2024-05-03")]


def test_durations_are_no_times(parse: Parse) -> None:
    text = "The ministers talked for two days."
    article = article_of(text)
    article = replace(article, times=(TimeExpression(place_of(text, "two days"), "DURATION", "P2D"),))
    assert [event.time for event in detect_events(article, parse(article)).events] == [None]


def test_open_values_stay_open(events: Detect) -> None:
    found = events("The ministers talked on Friday.", times={"Friday": "XXXX-WXX-5"})
    assert [event.time for event in found] == ["XXXX-WXX-5"]


# --- who and where ------------------------------------------------------------------------------------------------


def test_participants_of_an_active_and_a_passive_clause(events: Detect) -> None:
    active, passive = "Police arrested three men in Orvel.", "Three men were arrested by police in Orvel."
    for text, police, men in ((active, "Police", "three men"), (passive, "police", "Three men")):
        event = one(events(text, places=["Orvel"]), "arrest")
        told = roles(event, text)
        assert told["patient"][0].startswith(men)
        assert told["agent"][0].startswith(police)
        assert event.place == "Orvel"


def test_a_shared_subject_and_each_of_two_joined(events: Detect) -> None:
    text = "Marlow and Okoro flew home and met farmers."
    event = one(events(text, people=["Marlow", "Okoro"]), "meet")
    assert [(p.role, p.entity) for p in event.participants if p.role == "agent"] == [
        ("agent", "Marlow"),
        ("agent", "Okoro"),
    ]


def test_relative_pronouns_and_control_lead_to_the_person(events: Detect) -> None:
    text = "Marlow, who was in Orvel, promised to help the miners."
    found = events(text, people=["Marlow"], places=["Orvel"])
    for lemma in ("be", "promise", "help"):
        assert ("agent", "Marlow") in [(p.role, p.entity) for p in one(found, lemma).participants]


@pytest.mark.parametrize(
    "text",
    [
        "Marlow arrived in Orvel.",
        "Marlow visited Orvel.",
        "Marlow was in Orvel.",
        "The visit to Orvel by Marlow ended.",
        "Marlow held a meeting in Orvel.",
        "Marlow was arrested at the airport in Orvel.",
    ],
)
def test_the_place_of_an_event(events: Detect, text: str) -> None:
    found = events(text, people=["Marlow"], places=["Orvel"])
    assert found[0].place == "Orvel"
    assert ("place", "Orvel") in [(p.role, p.entity) for p in found[0].participants]


def test_being_in_a_state_is_no_event(events: Detect) -> None:
    assert events("The company was in trouble.") == ()


def test_nouns_name_their_parties(events: Detect) -> None:
    text = "Talks between Marlow and Okoro collapsed."
    event = one(events(text, people=["Marlow", "Okoro"]), "talk")
    assert [p.entity for p in event.participants] == ["Marlow", "Okoro"]


def test_an_opening_possessive_is_the_subject_that_follows(events: Detect) -> None:
    text = "During his visit to Orvel, Marlow met farmers."
    event = one(events(text, people=["Marlow"], places=["Orvel"]), "visit")
    assert next((p.role, p.span.of(text), p.entity) for p in event.participants) == ("agent", "his", "Marlow")


def test_spans_are_the_clause_without_the_clauses_of_others(events: Detect) -> None:
    text = "On 3 May, Marlow arrived in Orvel because miners had died, officials said."
    found = events(text, people=["Marlow"], places=["Orvel"])
    assert one(found, "arrive").span.of(text) == "On 3 May, Marlow arrived in Orvel"
    assert one(found, "die").span.of(text) == "miners had died"


# --- within attributions ------------------------------------------------------------------------------------------


def test_the_innermost_attribution(parse: Parse) -> None:
    text = "The paper wrote that Marlow said that rebels fled."
    article = article_of(text)
    outer, inner = place_of(text, "that Marlow said that rebels fled"), place_of(text, "that rebels fled")
    told = tuple(Attribution("indirect", (), (), (span,), ()) for span in (outer, inner))
    found = detect_events(replace(article, attributions=told), parse(article)).events
    assert [(event.lemma, event.attribution) for event in found] == [("write", None), ("say", 0), ("flee", 1)]


# --- invariants ---------------------------------------------------------------------------------------------------


def test_no_syntax_no_events() -> None:
    assert detect_events(article_of("Soldiers attacked."), Syntax()).events == ()


DEPS = [
    "ROOT",
    "nsubj",
    "nsubjpass",
    "dobj",
    "conj",
    "xcomp",
    "ccomp",
    "advcl",
    "relcl",
    "acl",
    "pcomp",
    "prep",
    "pobj",
    "aux",
    "auxpass",
    "neg",
    "mark",
    "agent",
    "dative",
    "attr",
    "acomp",
    "poss",
    "compound",
    "amod",
    "prt",
    "appos",
    "advmod",
    "csubj",
]
WORDS = [
    "attack",
    "meet",
    "be",
    "have",
    "hold",
    "take",
    "place",
    "fire",
    "say",
    "-",
    "no",
    "if",
    "who",
    "his",
    "in",
    "Orvel",
]


@st.composite
def trees(draw: st.DrawFn) -> tuple[Article, Syntax]:
    """Any tree at all over a few words, with names, entities, times and attributions somewhere."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
    text = " ".join(words)
    tokens, at = [], 0
    for i, word in enumerate(words):
        pos, tag = draw(
            st.sampled_from([("VERB", "VBD"), ("VERB", "VB"), ("AUX", "VBZ"), ("NOUN", "NN"), ("ADJ", "JJ")])
        )
        head = draw(st.integers(0, i))  # no cycles: a head stands at or before its word
        dep = "ROOT" if head == i else draw(st.sampled_from(DEPS))
        tokens.append(Token(at, at + len(word), word, word, pos, tag, dep, head))
        at += len(word) + 1
    cut = st.integers(0, len(text))
    span = st.tuples(cut, cut).map(lambda ends: Span(min(ends), max(ends)))
    label = st.sampled_from(["GPE", "PERSON", "DATE", "EVENT"])
    first = draw(st.integers(0, len(words) - 1))
    name = Name(first, draw(st.integers(first, len(words))), draw(label))
    entities = tuple(
        Entity(f"e{n}", draw(label), "x", (), (s,)) for n, s in enumerate(draw(st.lists(span, max_size=2)))
    )
    times = tuple(TimeExpression(s, "DATE", "2024-05-03") for s in draw(st.lists(span, max_size=2)))
    told = tuple(Attribution("indirect", (), (), (s,), ()) for s in draw(st.lists(span, max_size=2)))
    article = replace(article_of(text), entities=entities, times=times, attributions=told)
    return article, Syntax(tuple(tokens), ((0, len(tokens)),), (name,))


@given(trees())
@settings(max_examples=300, deadline=None)
def test_any_tree_gives_sound_events(case: tuple[Article, Syntax]) -> None:
    article, syntax = case
    found = detect_events(article, syntax).events
    for event in found:
        assert 0 <= event.span.start < event.span.end <= len(article.text)
        assert event.span.covers(event.trigger)
        assert -3.0 <= event.factuality <= 3.0
        assert (event.factuality < 0) == (event.status in {"denied", "cancelled"})
        assert (
            event.attribution is None or article.attributions[event.attribution].content[0].start <= event.trigger.start
        )
        for participant in event.participants:
            assert 0 <= participant.span.start < participant.span.end <= len(article.text)
    assert [event.trigger for event in found] == sorted(event.trigger for event in found)


@pytest.mark.parametrize("dep", ["xcomp", "conj", "ccomp", "relcl", "pcomp", "dobj"])
def test_deep_trees_are_read(dep: str) -> None:
    words = ["attack"] * 3000
    pos = "NOUN" if dep == "dobj" else "VERB"
    tokens = tuple(
        Token(7 * i, 7 * i + 6, word, word, pos, "NN" if pos == "NOUN" else "VB", dep if i else "ROOT", max(0, i - 1))
        for i, word in enumerate(words)
    )
    assert len(detect_events(article_of(" ".join(words)), Syntax(tokens, ((0, len(tokens)),))).events) == 3000
