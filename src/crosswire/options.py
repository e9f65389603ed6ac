"""Options that several commands share."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import reduce, wraps
from typing import Literal

import click

from crosswire import DEFAULT_MODEL

Command = Callable[..., None]


def reading(command: Command) -> Command:
    """The options of every command that reads reports."""
    command = click.option(
        "--limit", "limit_mb", type=click.FloatRange(min=0, min_open=True), default=100.0, show_default=True,
        metavar="MB", help="Reject inputs larger than this."
    )(command)  # fmt: skip
    command = click.option("-q", "--quiet", is_flag=True, help="No progress and no warnings on standard error.")(
        command
    )
    return click.argument("paths", nargs=-1, required=True, metavar="PATH…")(networking(command))


def networking(command: Command) -> Command:
    """The options of every command that may fetch; they are found in the context's `meta`."""

    def remember(ctx: click.Context, param: click.Parameter, value: object) -> None:
        ctx.meta[f"crosswire.{param.name}"] = value

    command = click.option(
        "--allow-private", is_flag=True, expose_value=False, callback=remember,
        help="Fetch from private and local network addresses too.",
    )(command)  # fmt: skip
    return click.option(
        "--into", metavar="FOLDER", expose_value=False, callback=remember,
        help="Where fetched bytes are kept; $CROSSWIRE_KEPT, or a folder of your own, if not given.",
    )(command)  # fmt: skip


def annotating(command: Command) -> Command:
    """The options of every command that uses the language models; the command gets them as its `setup`."""

    @wraps(command)
    def with_setup(
        *args: object, model: str, attributions: Literal["trained", "rules"], jobs: int, **rest: object
    ) -> None:
        from crosswire.jobs import Setup

        command(*args, setup=Setup(model, attributions, jobs or os.cpu_count() or 1), **rest)

    options = (
        click.option(
            "--model",
            default=DEFAULT_MODEL,
            show_default=True,
            metavar="NAME",
            help="An installed spaCy pipeline for English.",
        ),
        click.option(
            "--attributions",
            type=click.Choice(["trained", "rules"]),
            default="trained",
            show_default=True,
            help="Find who said what with the trained tagger, or by rules alone (faster, finds less).",
        ),
        click.option(
            "--jobs", type=click.IntRange(min=0), default=1, show_default=True, help="Processes; 0 for one a core."
        ),
    )
    return reduce(lambda done, option: option(done), reversed(options), with_setup)
