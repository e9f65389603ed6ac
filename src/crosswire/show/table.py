"""The matrix on a terminal: a table for a reader, paragraphs for what is read by a program or a narrow screen."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from crosswire.model import MatrixCell, MatrixRow
from crosswire.show.comparing import (
    ASPECTS,
    COLUMNS,
    MEANING,
    ROWS,
    SIGNS,
    best,
    filled,
    origin_name,
    origin_names,
    speaking,
    value_of,
)
from crosswire.show.layout import Run, clip, safe_ends
from crosswire.show.sheet import Sheet, rest
from crosswire.show.words import plural

CLAIM, CELL, EDGES = 26, 13, 3  # cells: the least that a claim and an origin need, and what stands around each column
NOTES, NAMED = 3, 3  # numbers of one cell; origins named in a count
CLAIMED, LONGEST = 150, 90  # cells of a claim, and of a value


def matrix(sheet: Sheet) -> list[str]:
    """Which origin says what: the first rows, and how many more there are."""
    found = sheet.account.matrix
    if not found:
        return []
    lines = [*sheet.section("Which origin says what"), *sheet.lines([Run(MEANING, "faint")], 2)]
    rows = filled(found[:ROWS], len(sheet.account.origins))
    lines += _table(sheet, rows) if sheet.tables else _paragraphs(sheet, rows)
    if len(found) > ROWS:
        lines += sheet.lines([rest(len(found) - ROWS, "claim")], 2)
    return lines


def _claim(row: MatrixRow) -> tuple[str, str]:
    """What a row is about: its claim, and the value that is held against."""
    value = best(row)
    return clip(
        safe_ends(row.claim, LONGEST), LONGEST
    ), f": {clip(safe_ends(value, LONGEST), LONGEST)}" if value else ""


def _given(row: MatrixRow, cell: MatrixCell) -> str:
    value = value_of(row, cell)
    return clip(safe_ends(value, LONGEST), LONGEST) if value else ""


def _paragraphs(sheet: Sheet, rows: Sequence[MatrixRow]) -> list[str]:
    """Each row as a paragraph: its claim, then the origins that say the same, that differ, and that are silent."""
    lines = []
    for row in rows:
        claim, value = _claim(row)
        lines += sheet.lines([Run(f"{ASPECTS[row.aspect].upper()}  ", "strong"), claim, Run(value, "strong")], 2, 4)
        for says in ("same", "differs"):
            for cell in speaking(row, says)[:NAMED]:
                who = _name(sheet, cell)
                given = _given(row, cell)
                told: list[Run | str] = [
                    f"{SIGNS[says]} {says}: {who}{f', {given}' if given else ''}",
                    sheet.cite(cell.evidence, NOTES),
                ]
                lines += sheet.lines(told, 4, 6)
            if left := speaking(row, says)[NAMED:]:
                lines += sheet.lines([f"{SIGNS[says]} {says}: {plural(len(left), 'more origin')}"], 4, 6)
        if silent := speaking(row, "silent"):
            few = len(silent) <= NAMED
            who = ", ".join(_name(sheet, cell) for cell in silent) if few else plural(len(silent), "origin")
            lines += sheet.lines([Run(f"{SIGNS['silent']} silent: {who}", "faint")], 4, 6)
    return lines


def _name(sheet: Sheet, cell: MatrixCell) -> str:
    return safe_ends(origin_name(sheet.account.origins[cell.origin], sheet.called), LONGEST)


def _table(sheet: Sheet, rows: Sequence[MatrixRow]) -> list[str]:
    """The rows as a table: a column for each origin where there is room, else how many say what."""
    origins = origin_names(sheet.account, sheet.called)
    room = sheet.width - 2 - CLAIM - EDGES
    wide = len(origins) <= min(COLUMNS, room // (CELL + EDGES))
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), width=sheet.width - 2, pad_edge=False, show_lines=False)
    table.add_column("Claim", min_width=CLAIM, ratio=2, overflow="fold")
    for name in origins if wide else ("same", "differs", "silent"):
        table.add_column(
            Text(clip(safe_ends(name, 3 * CELL), 3 * CELL)), min_width=CELL if wide else 6, ratio=1, overflow="fold"
        )
    for row in rows:
        claim, value = _claim(row)
        head = Text.assemble((f"{ASPECTS[row.aspect]}  ", "bold"), claim, (value, "bold"))
        cells = [_cell(sheet, row, cell) for cell in row.cells] if wide else _counts(sheet, row)
        table.add_row(head, *cells)
    return [f" {line}".rstrip() for line in _drawn(sheet, table) if line.strip()]


def _cell(sheet: Sheet, row: MatrixRow, cell: MatrixCell) -> Text:
    style = {"same": "", "differs": "bold", "silent": "dim"}[cell.says]
    told = f"{SIGNS[cell.says]} {_given(row, cell) or cell.says}"
    return Text.assemble((told, style), (sheet.cite(cell.evidence, NOTES).text, "cyan"))


def _counts(sheet: Sheet, row: MatrixRow) -> list[Text]:
    """How many origins say the same, differ and are silent; the first of those that differ with their values."""
    same, differs, silent = (speaking(row, says) for says in ("same", "differs", "silent"))
    evidence = [e for cell in same for e in cell.evidence]
    texts = [Text.assemble(f"= {len(same)}", (sheet.cite(evidence, NOTES).text, "cyan"))]
    told = Text(f"≠ {len(differs)}" if differs else "≠ 0", "bold" if differs else "dim")
    for cell in differs[:NAMED]:
        told.append(f"\n{_given(row, cell)}").append(sheet.cite(cell.evidence, NOTES).text, "cyan")
    if left := differs[NAMED:]:
        told.append(f"\nand {plural(len(left), 'more origin')}")
    return [*texts, told, Text(f"– {len(silent)}", "dim")]


def _drawn(sheet: Sheet, table: Table) -> list[str]:
    """A table as lines; the environment of the program does not change it."""
    console = Console(
        width=sheet.width - 2,
        color_system="standard" if sheet.colour else None,
        force_terminal=sheet.colour,
        legacy_windows=False,
        _environ={},
    )
    with console.capture() as captured:
        console.print(table)
    return captured.get().splitlines()
