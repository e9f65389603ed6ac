"""For other programs, and for safety: export, check."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crosswire.cli_library.shared import SHOWN, of_library
from crosswire.desk import say

if TYPE_CHECKING:
    from crosswire.library import Place
    from crosswire.library.exporting import Format, What


@click.command()
@of_library
@click.option(
    "--what",
    type=click.Choice(["articles", "accounts", "findings"]),
    default="accounts",
    show_default=True,
    help="What to write.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "csv", "parquet"]),
    help="By the ending of FILE, or JSON Lines, if not given.",
)
@click.option("-o", "--output", metavar="FILE", help="Where to write it; standard output if not given.")
def export(*, place: Place, what: What, form: Format | None, output: str | None) -> None:
    """Write what the library holds as JSON Lines, CSV or Parquet.

    Articles: every version of every report. Accounts: one a story. Findings: one a line with its evidence, for a
    spreadsheet (in JSON Lines too).

    \b
    crosswire export > accounts.jsonl
    crosswire export --what findings -o findings.csv
    crosswire export --what articles -o articles.parquet
    """
    from crosswire.library.exporting import export as written
    from crosswire.library.exporting import whole_file

    ending = Path(output).suffix.lower().removeprefix(".") if output else ""
    known: dict[str, Format] = {"jsonl": "jsonl", "csv": "csv", "parquet": "parquet"}
    chosen = form or known.get(ending) or "jsonl"
    if chosen == "parquet" and output is None:
        raise click.UsageError("Parquet is not for standard output: name a file with -o")
    with place.read() as connection:
        if output is None:
            written(connection, what, chosen, sys.stdout.buffer)
            sys.stdout.buffer.flush()
            return
        try:
            with whole_file(Path(output)) as file:
                number = written(connection, what, chosen, file)
        except OSError as error:
            raise click.FileError(output, f"{error.strerror or error}; choose another place with -o") from None
    say(f"wrote {output} ({number:,} rows)")


@click.command()
@of_library
@click.option("-q", "--quiet", is_flag=True, help="Say only what is wrong.")
def check(*, place: Place, quiet: bool) -> None:
    """Verify the library against its archive: digests, counts, orphans, and that every quote is the report's characters.

    Exit status 1 if anything is wrong. What is wrong outside the archive, `crosswire rebuild` mends.

    \b
    crosswire check --library kept/
    """
    from crosswire.library.checking import CHECKS, HARMLESS, Look, sentence

    wrong = 0
    with place.read() as connection:
        for one in (*CHECKS, *HARMLESS):
            found = list(one(Look(place, connection)))
            if not quiet:
                click.echo(f"{'ok   ' if not found else 'WRONG' if one in CHECKS else 'note '} {sentence(one)}")
            for told in found[:SHOWN]:
                click.echo(f"      {told}")
            if len(found) > SHOWN:
                click.echo(f"      and {len(found) - SHOWN:,} more")
            wrong += len(found) if one in CHECKS else 0
    if wrong:
        sys.exit(1)
