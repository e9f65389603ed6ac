"""Where in the world the places of events are, with a gazetteer of invented towns; and the real one at the edge."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.detect import with_resources
from crosswire.detect.events_locations import country_of, locate_events
from crosswire.detect.gazetteer import territories
from crosswire.gazetteers import settlements
from crosswire.model import Article, Entity, Event, Location, Settlement, Source, Span, Syntax

TOWNS = {
    "orvale": (Settlement("FR", "11", (48.0, 2.0), 900_000), Settlement("US", "TX", (33.0, -95.0), 20_000)),
    "marn": (Settlement("US", "OH", (40.0, -83.0), 160_000), Settlement("US", "IL", (39.0, -89.0), 150_000)),
    "telby": (Settlement("GB", "ENG", (53.0, -1.0), 80_000), Settlement("CA", "08", (44.0, -80.0), 70_000)),
    "dorn": (Settlement("DE", "02", (49.0, 11.0), 16_000),),
}


def towns(name: str) -> tuple[Settlement, ...]:
    return TOWNS.get(name.casefold(), ())


def located(
    text: str, place: str, *named: str, gazetteer: Callable[[str], tuple[Settlement, ...]] = towns
) -> Location | None:
    """The location of an event at a place of a text; `named` are the other entities."""
    start = text.index(place)
    spans = {place: (Span(start, start + len(place)),)} | dict.fromkeys(named, ())
    entities = tuple(Entity(name, "GPE", name, (), mentions) for name, mentions in spans.items())
    event = Event(Span(0, 1), Span(0, 1), "fall", None, (), place, None, "happened", 3.0)
    article = Article("a", Source(None, None, "text/plain", ""), text, entities=entities, events=(event,))
    return locate_events(article, Syntax(), gazetteer).events[0].location


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("France", "FR"),
        ("the Netherlands", "NL"),
        ("U.S.", "US"),
        ("Ohio", "US"),
        ("Scotland", "GB"),
        ("Ivory Coast", "CI"),
        ("Georgia", None),
        ("us", None),
        ("Orvale", None),
    ],
)
def test_countries_by_name(name: str, code: str | None) -> None:
    assert country_of(name) == code


def test_every_territory_has_two_letters() -> None:
    for name in territories():
        code = country_of(name.title())
        assert code is None or (len(code) == 2 and code.isupper())


def test_a_country_has_no_point() -> None:
    assert located("It fell in France.", "France") == Location("FR", None)


def test_the_words_beside_a_town_decide() -> None:
    assert located("It fell in Orvale, Texas, on Monday.", "Orvale") == Location("US", (33.0, -95.0))
    assert located("It fell in Orvale, France.", "Orvale") == Location("FR", (48.0, 2.0))
    assert located("It fell in Marn, Ill., on Monday.", "Marn") == Location("US", (39.0, -89.0))
    assert located("It fell in Nowhere, Italy.", "Nowhere") == Location("IT", None)


def test_a_list_of_places_decides_nothing() -> None:
    assert located("It fell in Dorn, Italy and Spain.", "Dorn") is None


def test_towns_of_one_name() -> None:
    assert located("It fell in Orvale.", "Orvale") == Location("FR", (48.0, 2.0))  # 45 times larger
    assert located("It fell in Orvale.", "Orvale", "United States") is None  # the smaller one's country is named
    assert located("It fell in Marn.", "Marn") == Location("US", None)  # both in one country
    assert located("It fell in Telby.", "Telby") is None
    assert located("It fell in Telby.", "Telby", "Canada") == Location("CA", (44.0, -80.0))
    assert located("It fell in Telby.", "Telby", "Canada", "Britain") is None
    assert located("It fell in Dorn.", "Dorn") is None  # too small to be the only one
    assert located("It fell in Dorn.", "Dorn", "Germany") == Location("DE", (49.0, 11.0))


def test_what_is_no_known_place_stays_open() -> None:
    assert located("It fell in Nowhere.", "Nowhere", "France") is None
    assert located("It fell in Georgia.", "Georgia", "United States") is None


def test_a_building_is_no_town() -> None:
    article = Article("a", Source(None, None, "text/plain", ""), "It fell at Orvale.")
    event = Event(Span(0, 1), Span(0, 1), "fall", None, (), "Orvale", None, "happened", 3.0)
    for kind, country in (("FAC", None), ("ORG", None), ("GPE", "FR")):
        entity = Entity("e", kind, "Orvale", (), (Span(11, 17),))
        found = locate_events(replace(article, entities=(entity,), events=(event,)), Syntax(), towns).events[0].location
        assert (found.country if found else None) == country


def test_without_a_gazetteer_only_countries_are_known(annotated: Callable[..., Article]) -> None:
    article = annotated("Soldiers attacked a camp in Libya on Monday. A fire destroyed a mill in Orvale.")
    assert [(event.place, event.location) for event in article.events if event.place] == [
        ("Libya", Location("LY", None)),
        ("Orvale", None),
    ]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.text(min_size=1, max_size=20), st.lists(st.text(max_size=12), max_size=4))
def test_any_words_are_borne(text: str, place: str, named: list[str]) -> None:
    found = located(text + place + text, place, *named)
    assert found is None or found.country is None or len(found.country) == 2


def test_the_packaged_gazetteer() -> None:
    rome = settlements("Rome")
    assert rome[0].country == "IT"
    assert [town.population for town in rome] == sorted((town.population for town in rome), reverse=True)
    assert settlements("Kiev")[0].country == "UA"  # by its other name
    assert settlements("no such town") == ()
    assert all(-90 <= lat <= 90 and -180 <= lon <= 180 for _, _, (lat, lon), _ in settlements("Springfield"))


def test_the_real_towns_of_one_name() -> None:
    found = located("It fell in Rome.", "Rome", gazetteer=settlements)
    assert found is not None
    assert found.country == "IT"
    assert located("It fell in Springfield.", "Springfield", gazetteer=settlements) == Location("US", None)
    assert located("It fell in Springfield, Ill.", "Springfield", gazetteer=settlements) is not None


def test_the_gazetteer_takes_the_place_of_none() -> None:
    steps = with_resources(settlements)
    text = "It fell in Rome."
    event = Event(Span(0, 1), Span(0, 1), "fall", None, (), "Rome", None, "happened", 3.0)
    entities = (Entity("e", "GPE", "Rome", (), (Span(11, 15),)),)
    article = Article("a", Source(None, None, "text/plain", ""), text, entities=entities, events=(event,))
    last = steps[-1].detect(replace(article, language="en"), Syntax())
    assert last.events[0].location is not None
