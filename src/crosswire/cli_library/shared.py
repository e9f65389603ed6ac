"""What the commands of the library share: which library, how long a list, failures as messages."""

from __future__ import annotations

from functools import wraps
from pathlib import Path

import click

from crosswire.options import Command

SHOWN = 20
"""Lines of a list, unless more are asked for."""


def of_library(command: Command) -> Command:
    """The option that names the library; the command gets it as its `place`, and its failures are told with a remedy."""

    @click.option(
        "--library", metavar="FOLDER",
        help="The library's folder; $CROSSWIRE_LIBRARY, or a folder of your own, if not given.",
    )  # fmt: skip
    @wraps(command)
    def with_place(*args: object, library: str | None, **rest: object) -> None:
        from crosswire.library import LibraryError, Place, default_library

        place = Place(Path(library) if library else default_library())
        try:
            command(*args, place=place, **rest)
        except LibraryError as error:
            raise click.ClickException(str(error)) from None
        finally:
            place.close()

    return with_place


def limiting(command: Command) -> Command:
    """How long a list may be."""
    return click.option(
        "-n",
        "--limit",
        type=click.IntRange(min=1),
        default=SHOWN,
        show_default=True,
        metavar="NUMBER",
        help="Show so many.",
    )(command)
