"""The matrix made ready for showing: what origins are called, and rows as columns of origins or as counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from crosswire.model import Account, Aspect, MatrixCell, MatrixRow, Origin, Says
from crosswire.show.words import listed, quoted

ROWS = 12  # rows that are shown at once: the others are folded, and counted
COLUMNS = 6  # origins that have a column of their own
NAMED = 2  # reports of one origin that a column's head names

ASPECTS: dict[Aspect, str] = {
    "who": "Who",
    "what": "What",
    "how many": "How many",
    "when": "When",
    "said": "Said",
}
SIGNS: dict[Says, str] = {"same": "=", "differs": "≠", "silent": "–"}
MEANING = (
    "Each origin against the value that most origins give, or the latest of a toll; where none is better supported, "
    "all differ. “Silent” says only that no words for it were found."
)


def origin_name(origin: Origin, called: Mapping[str, str]) -> str:
    """The reports of an origin: the first ones, and how many more."""
    told = [called[id] for id in origin.articles]
    return listed(told) if len(told) <= NAMED else f"{told[0]} and {len(told) - 1} more"


def origin_names(account: Account, called: Mapping[str, str]) -> list[str]:
    """What the origins of an account are called, in their order."""
    return [origin_name(origin, called) for origin in account.origins]


def filled(rows: Sequence[MatrixRow], origins: int) -> list[MatrixRow]:
    """Rows with a cell for each of so many origins: those of which a row has none are silent."""
    silent = {n: MatrixCell(n, "silent") for n in range(origins)}
    return [replace(row, cells=tuple((silent | {c.origin: c for c in row.cells}).values())) for row in rows]


def value_of(row: MatrixRow, cell: MatrixCell) -> str | None:
    """The value that a cell tells: none where it is the one at the head of its row."""
    return None if cell.value == row.value else cell.value


def best(row: MatrixRow) -> str | None:
    """The value at the head of a row, as words after its claim."""
    if row.value is None:
        return None
    return quoted(row.value) if row.aspect == "said" else row.value


def speaking(row: MatrixRow, says: Says) -> Sequence[MatrixCell]:
    """The cells of a row that say the same, differ, or are silent."""
    return [cell for cell in row.cells if cell.says == says]
