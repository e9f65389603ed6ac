"""Where results go: lines and accounts on standard output, pages into files. What draws them is imported when needed."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crosswire.model import Account, Article

if TYPE_CHECKING:
    from crosswire.show.revised import Revised


def write_lines(rows: Iterable[bytes]) -> None:
    """Rows as lines on standard output."""
    out = sys.stdout.buffer
    for row in rows:
        out.write(row + b"\n")
    out.flush()


def print_accounts(found: Iterable[tuple[Account, Sequence[Article]]]) -> None:
    """Accounts for reading: as wide as the terminal, in colour where one is there that wants it."""
    from crosswire.show.terminal import render

    here = sys.stdout.isatty()
    width = shutil.get_terminal_size((100, 24)).columns if here or "COLUMNS" in os.environ else 100
    colour = here and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    for one, articles in found:
        sys.stdout.buffer.write(
            render(one, articles, width=width, colour=colour, tables=here).encode("utf8", "replace") + b"\n"
        )


def target_of(output: str | None) -> Path | None:
    """Where the pages go: a file ending in .html, or a folder.

    Raises:
        click.UsageError: it is neither, or its parent is not there.
    """
    if output is None:
        return None
    path = Path(output)
    if output.endswith(("/", os.sep)) or path.is_dir():
        return path
    if path.suffix.lower() not in {".html", ".htm"}:
        raise click.UsageError(f"-o {output}: name a file that ends in .html, or a folder (with / at its end)")
    if not path.parent.is_dir():
        raise click.UsageError(f"-o {output}: the folder {path.parent} is not there")
    return path


def write_pages(
    target: Path,
    found: Sequence[tuple[Account, Sequence[Article]]],
    revised: Mapping[str, Sequence[Revised]] | None = None,
) -> Path:
    """Write one page of all stories, or a folder with one each and an index; gives the file to open.

    Args:
        target: a file, or a folder.
        found: the accounts, each with the articles that it names.
        revised: by the id of an account, its reports that were changed by their outlets.

    Raises:
        click.FileError: the place cannot be written to.
    """
    from crosswire.show.page import render_index
    from crosswire.show.revised import render

    try:
        if target.suffix.lower() in {".html", ".htm"} and not target.is_dir():
            target.write_text(render(found, revised), encoding="utf8")
            name = target
        else:
            target.mkdir(parents=True, exist_ok=True)
            for one, articles in found:
                (target / f"{_file_name(one.id)}.html").write_text(render([(one, articles)], revised), encoding="utf8")
            name = target / "index.html"
            name.write_text(render_index([(f"{_file_name(one.id)}.html", one) for one, _ in found]), encoding="utf8")
    except OSError as error:
        raise click.FileError(str(target), f"{error.strerror or error}; choose another place with -o") from None
    return name


def _file_name(id: str) -> str:
    """A story's id as the name of a file: letters, digits and - as they are, all else by its code."""
    return "".join(c if c.isascii() and (c.isalnum() or c == "-") else f"_{ord(c):x}_" for c in id)
