"""Floors: what a measure may not fall below. They are raised by a command, and lowered only by hand."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from evaluation.tasks import LOWER_IS_BETTER

MARGIN = 0.005


@dataclass(frozen=True, slots=True)
class Floor:
    """The worst value that is accepted of a measure (None: none yet), the best one known, and who measured that."""

    floor: float | None = None
    best_known: float | None = None
    source: str | None = None


Floors = dict[str, Floor]


def read_floors(path: Path) -> Floors:
    """The floors of a file.

    Raises:
        TypeError: an entry has a field that no floor has.
    """
    return {name: Floor(**entry) for name, entry in json.loads(path.read_text(encoding="utf8"))["floors"].items()}


def write_floors(path: Path, floors: Mapping[str, Floor]) -> None:
    """Write floors, in the order of their names."""
    entries = {
        name: {"floor": one.floor, "best_known": one.best_known, "source": one.source}
        for name, one in sorted(floors.items())
    }
    path.write_text(json.dumps({"floors": entries}, indent=1, ensure_ascii=False) + "\n", encoding="utf8")


def lower_is_better(name: str) -> bool:
    """Whether a measure counts what is wrong; its floor is then a ceiling."""
    return bool(LOWER_IS_BETTER.search(name))


def is_below(name: str, measured: float, floor: Floor | None) -> bool:
    """Whether a measured value is worse than its floor."""
    if floor is None or floor.floor is None:
        return False
    return measured > floor.floor if lower_is_better(name) else measured < floor.floor


def raised(floors: Mapping[str, Floor], measured: Mapping[str, float], margin: float = MARGIN) -> Floors:
    """Floors moved up to a little under what was measured; none is ever made easier."""
    result = dict(floors)
    for name, value in measured.items():
        old = result.get(name, Floor())
        if lower_is_better(name):
            new = round(value + margin, 4)
            new = new if old.floor is None else min(old.floor, new)
        else:
            new = round(max(0.0, value - margin), 4)
            new = new if old.floor is None else max(old.floor, new)
        result[name] = replace(old, floor=new)
    return result
