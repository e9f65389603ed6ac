"""The command line."""

from __future__ import annotations

import sys

import click

from crosswire import __version__


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Several outlets report one happening: one checkable account of it."""


PATHS = click.argument("paths", nargs=-1, required=True)
JSONL = click.option("--jsonl", is_flag=True, help="Write JSON Lines.")


@main.command()
@PATHS
@JSONL
def annotate(paths, jsonl):
    """One article record a line."""
    from crosswire import models
    from crosswire.inputs import read_paths
    from crosswire.model import Article
    from crosswire.pipeline import annotate as run
    from crosswire.show.rows import to_row

    found = [a for a in read_paths(paths) if isinstance(a, Article)]
    for article in run(found, models.load().parse):
        sys.stdout.buffer.write(to_row(article) + b"\n")


@main.command()
@PATHS
@JSONL
@click.option("--given-stories", is_flag=True)
def account(paths, jsonl, given_stories):
    """The account of each story."""
    from crosswire import models
    from crosswire.inputs import read_paths
    from crosswire.model import Article, MadeBy
    from crosswire.pipeline import accounts, annotate, hold
    from crosswire.show.rows import to_row

    model = models.load()
    held = [hold(a) for a in annotate((a for a in read_paths(paths) if isinstance(a, Article)), model.parse)]
    for account, _ in accounts(held, MadeBy(__version__, (model.info,)), given_stories=given_stories):
        sys.stdout.buffer.write(to_row(account) + b"\n")


@main.command()
@PATHS
@JSONL
def group(paths, jsonl):
    """The story of each article."""
    from crosswire.clean import clean
    from crosswire.group import profile
    from crosswire.inputs import read_paths
    from crosswire.model import Article
    from crosswire.pipeline import memberships
    from crosswire.show.rows import to_row

    profiles = [profile(clean(a)) for a in read_paths(paths) if isinstance(a, Article)]
    for m in memberships(profiles, [None] * len(profiles)):
        sys.stdout.buffer.write(to_row(m) + b"\n")


@main.command()
@PATHS
@JSONL
def compare(paths, jsonl):
    """The stance of each text to its claim."""
    from crosswire.model import ClaimText
    from crosswire.reconcile import compare as run
    from crosswire.show.rows import from_row, to_row

    for line in sys.stdin.buffer:
        sys.stdout.buffer.write(to_row(run(from_row(line, ClaimText))) + b"\n")


@main.command()
def schema():
    """The JSON Schemas."""
    import json

    from crosswire.show.rows import schemas

    print(json.dumps(schemas(), indent=1))
