"""Units of measure are named as a unit library names them, so that whoever reads a record can convert them."""

from __future__ import annotations

import pytest
from pint import UnitRegistry

from crosswire.detect.figures_units import LENGTHS, SCALES_OF_DEGREES

NAMES = sorted({*LENGTHS, *SCALES_OF_DEGREES.values(), "square kilometre", "cubic metre", "mile per hour"})


@pytest.fixture(scope="module")
def registry() -> UnitRegistry[float]:
    return UnitRegistry()


@pytest.mark.parametrize("name", NAMES)
def test_the_unit_library_knows_every_unit(name: str, registry: UnitRegistry[float]) -> None:
    power = {"square": " ** 2", "cubic": " ** 3"}.get(name.split(maxsplit=1)[0], "")
    plain = name.split(maxsplit=1)[1] if power else name
    for compound in ("nautical mile", "degree Celsius", "degree Fahrenheit"):
        plain = plain.replace(compound, compound.replace(" ", "_"))
    assert registry.parse_units(plain.replace(" per ", " / ").replace("-", "_") + power) is not None


def test_a_unit_that_nobody_knows_is_refused(registry: UnitRegistry[float]) -> None:
    with pytest.raises(AttributeError):
        registry.parse_units("furlonges")
