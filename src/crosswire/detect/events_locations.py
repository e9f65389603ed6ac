"""Where in the world the places of events are: their country, and their point where a gazetteer has it.

Towns of one name are told apart by what the article says beside the name ("Springfield, Ohio"), by the countries that
it names, or by one being so much larger than the others that no reader would think of them. Else they stay open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from crosswire.detect.gazetteer import STATE_CODES, place_code
from crosswire.model import Article, Location, Settlement, Syntax

Settlements = Callable[[str], tuple[Settlement, ...]]
_BESIDE = re.compile(r",\s{1,2}((?:[A-Z][\w.'’\-]{0,30} ?){1,4})")
_SURELY = 50  # times the people of the next town of that name: nobody means the other one
_LIKELY = 10  # so many times, if the article names no country of another one
_KNOWN = 100_000  # the only town of a name; a smaller one may well have a namesake that is not in the gazetteer
_TWO_MEANINGS = frozenset({"georgia", "jersey", "congo"})


def no_settlements(name: str) -> tuple[Settlement, ...]:
    """The gazetteer of those who have none."""
    del name
    return ()


def locate_events(article: Article, syntax: Syntax, settlements: Settlements = no_settlements) -> Article:
    """Add the location of each event's place, where it is known.

    Args:
        article: with `events` and `entities`.
        syntax: not used; detectors share one signature.
        settlements: the towns of a name, largest first; without it only countries and their states are known.

    Returns:
        The article with ``location`` filled in its events.
    """
    del syntax
    places = {event.place for event in article.events if event.place}
    if not places:
        return article
    named = _countries(entity.name for entity in article.entities)
    spans = {entity.name: entity.mentions for entity in article.entities if entity.type == "GPE"}
    found: dict[str, Location | None] = {}
    for place in sorted(places):
        if place not in spans:  # a building, a common noun
            found[place] = Location(country) if (country := country_of(place)) else None
            continue
        beside = {code for span in spans[place] if (code := _beside(article.text, span.end))}
        found[place] = _location(place, beside, named, settlements)
    events = tuple(
        replace(event, location=location) if event.place and (location := found[event.place]) else event
        for event in article.events
    )
    return replace(article, events=events)


def country_of(name: str) -> str | None:
    """The country (ISO 3166-1 alpha-2) that a bare name stands for or that it is a state of; None where it is open."""
    code = None if name.casefold() in _TWO_MEANINGS else place_code(name)
    return code[:2] if code else None


def _countries(names: Iterable[str]) -> frozenset[str]:
    return frozenset(code for name in names if (code := country_of(name)))


def _beside(text: str, end: int) -> tuple[str, str] | None:
    """The country, and the state if one is named, right after a name: "Springfield, Ohio"; "Orvale, France"."""
    match = _BESIDE.match(text, end, end + 100)
    if match is None:
        return None
    words = match[1].split()
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        for form in (name, name.rstrip(".,")):
            if state := STATE_CODES.get(form):
                return "US", state
            if country := country_of(form):
                return country, STATE_CODES.get(form, "")
    return None


def _location(
    place: str, beside: set[tuple[str, str]], named: frozenset[str], settlements: Settlements
) -> Location | None:
    if country := country_of(place):
        return Location(country)
    if place.casefold() in _TWO_MEANINGS:
        return None
    towns = settlements(place)
    if len(beside) == 1:
        country, state = next(iter(beside))
        fitting = [t for t in towns if t.country == country and state in ("", t.region)]
        listed = towns and not any(t.country == country for t in towns)  # "in Lyon, Italy and Spain": a list
        return None if listed else Location(country, _one_of(fitting))
    if not towns or beside:
        return None
    return _by_size(towns, named)


def _one_of(towns: list[Settlement]) -> tuple[float, float] | None:
    """The point of the only town, or of the one that is much the largest."""
    if not towns or (len(towns) > 1 and towns[0].population < _LIKELY * towns[1].population):
        return None
    return towns[0].point


def _by_size(towns: tuple[Settlement, ...], named: frozenset[str]) -> Location | None:
    first, rivals = towns[0], [t for t in towns[1:] if t.country != towns[0].country]
    times = first.population / max(1, rivals[0].population) if rivals else float("inf")
    told = {t.country for t in towns} & named
    sure = times >= _SURELY and first.population >= _KNOWN
    likely = times >= _LIKELY and first.population >= _KNOWN and not told - {first.country}
    if sure or likely:
        country = first.country
    elif len(told) == 1 and (times < _LIKELY or first.country in told):
        country = next(iter(told))
    else:
        return None
    return Location(country, _one_of([t for t in towns if t.country == country]))
