"""The command line: results on standard output, progress and warnings on standard error.

Exit status 0: every input has its record. 1: something could not be read and was rejected; the rest is done.
2: wrong usage. Libraries are imported inside the commands, so that `--help` and `schema` load no language model.
"""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crosswire import DamagedModelError, ModelMissingError, __version__
from crosswire.cli_library import COMMANDS
from crosswire.desk import Desk, plain, say
from crosswire.options import annotating, networking, reading
from crosswire.output import print_accounts, target_of, write_lines, write_pages

if TYPE_CHECKING:
    from crosswire.acquire import RawInput
    from crosswire.fetch import Fetcher
    from crosswire.jobs import Setup
    from crosswire.model import Article, Rejection
    from crosswire.pipeline import Annotated
    from crosswire.store import Archive

GARBAGE = 20_000  # new objects until cycles are looked for; with 700, all in memory is gone over time and again


class _Main(click.Group):
    """The command line; that a model is missing or damaged is told with its remedy, whichever command needs it."""

    def invoke(self, ctx: click.Context) -> object:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except ModelMissingError as error:
            raise click.UsageError(f"{error}; install it, or leave out --model") from None
        except DamagedModelError as error:
            raise click.UsageError(f"{error}; install crosswire again") from None


@click.group(cls=_Main, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="crosswire")
def main() -> None:
    """Several outlets report one happening; Crosswire gives one checkable account of it.

    Who said what, what happened or is only announced, when, where, how many, by how many independent origins, and
    where the reports agree, part, or stand alone. Every line leads to the exact characters of a report.

    \b
    crosswire account reports/                     the account, on the terminal
    crosswire account reports/ -o account.html     the same as one page
    crosswire account a.txt b.html --jsonl         the same as JSON Lines
    """
    # One thread of linear algebra a process: the same sums in the same order, and several processes do not crowd out.
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    gc.set_threshold(GARBAGE)


@main.command()
@reading
@annotating
@click.option("-o", "--output", metavar="FILE.html|FOLDER/", help="Write a page of all stories, or a folder of pages.")
@click.option("--jsonl", is_flag=True, help="Write account records as JSON Lines.")
@click.option("--given-stories", is_flag=True, help="Take each input's story from its field `story`; do not group.")
def account(  # noqa: PLR0913
    paths: tuple[str, ...],
    *,
    output: str | None,
    jsonl: bool,
    given_stories: bool,
    setup: Setup,
    limit_mb: float,
    quiet: bool,
) -> None:
    """Give one account of each story in the reports.

    PATH is a file, a folder, a pattern, or - for JSON Lines on standard input. Plain text, web pages (HTML) and JSON
    Lines are read.

    \b
    crosswire account reports/
    crosswire account reports/*.html -o account.html
    crosswire account reports/ -o accounts/
    cat dump.jsonl | crosswire account --jsonl -
    """
    from crosswire.pipeline import accounts
    from crosswire.show.rows import to_row

    target = target_of(output)
    desk = Desk(quiet=quiet)
    setup = replace(setup, stories="given" if given_stories else "found")
    held = list(_annotated(desk, paths, limit_mb, setup))
    found = accounts(held, __version__, given_stories=given_stories)
    if jsonl:
        write_lines(to_row(one) for one, _ in found)
    elif target:
        stories = list(found)
        page = write_pages(target, stories)
        if not quiet:
            say(f"wrote {page} ({len(stories)} {'story' if len(stories) == 1 else 'stories'})")
    else:
        print_accounts(found)
    desk.close()


@main.command()
@reading
@annotating
@click.option("--jsonl", is_flag=True, help="Write JSON Lines (the default, and the only form).")
def annotate(paths: tuple[str, ...], *, jsonl: bool, setup: Setup, limit_mb: float, quiet: bool) -> None:
    """Write one article record a line: its blocks, names, times, attributions, figures and events.

    \b
    crosswire annotate report.txt --jsonl
    """
    del jsonl
    desk = Desk(quiet=quiet)
    write_lines(one.row for one in _annotated(desk, paths, limit_mb, replace(setup, stories="none")))
    desk.close()


@main.command()
@reading
@click.option("--jsonl", is_flag=True, help="Write JSON Lines (the default, and the only form).")
def group(paths: tuple[str, ...], *, jsonl: bool, limit_mb: float, quiet: bool) -> None:
    """Write the story of each report, and the report whose text it reprints.

    \b
    crosswire group reports/ --jsonl
    """
    from crosswire.clean import clean
    from crosswire.group import profile
    from crosswire.meaning import embed
    from crosswire.pipeline import memberships
    from crosswire.show.rows import to_row

    del jsonl
    desk = Desk(quiet=quiet)
    profiles = [profile(clean(article), embed) for article in desk.counted(_articles(desk, paths, limit_mb))]
    write_lines(map(to_row, memberships(profiles, [None] * len(profiles))))
    desk.close()


@main.command()
@click.argument("source", default="-", metavar="[-]")
@click.option("--jsonl", is_flag=True, help="Write JSON Lines (the default, and the only form).")
def compare(source: str, *, jsonl: bool) -> None:
    """Say of each text whether it is for a claim, against it, or only observes it.

    Reads JSON Lines on standard input: {"id", "claim", "text"}.

    \b
    echo '{"id": "1", "claim": "The bridge fell", "text": "Bridge did not fall, mayor says"}' | crosswire compare --jsonl -
    """
    import msgspec

    from crosswire.model import ClaimText
    from crosswire.reconcile import compare as stance_of
    from crosswire.show.rows import from_row, to_row

    del jsonl
    if source != "-":
        raise click.UsageError("compare reads JSON Lines on standard input: name - as the source")
    desk = Desk(quiet=False)
    for number, line in enumerate(sys.stdin.buffer, 1):
        if line.strip():
            try:
                claim = from_row(line, ClaimText)
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                desk.reject(f"standard input, line {number}", str(error), 'give {"id", "claim", "text"}, all strings')
            else:
                write_lines([to_row(stance_of(claim))])
    desk.close()


@main.command()
@click.argument("urls", nargs=-1, metavar="[URL…]")
@click.option("--feed", "feeds", multiple=True, metavar="URL", help="Fetch every page that this feed names.")
@click.option(
    "--max-age", type=click.FloatRange(min=0), default=0.0, metavar="HOURS",
    help="Do not ask again for what was fetched within so many hours.",
)  # fmt: skip
@click.option(
    "--limit", "limit_mb", type=click.FloatRange(min=0, min_open=True), default=20.0, show_default=True, metavar="MB",
    help="Refuse what is larger than this.",
)  # fmt: skip
@click.option("--changes", is_flag=True, help="Show the words that changed.")
@click.option("-q", "--quiet", is_flag=True, help="No warnings on standard error.")
@networking
def fetch(
    urls: tuple[str, ...], *, feeds: tuple[str, ...], max_age: float, limit_mb: float, changes: bool, quiet: bool
) -> None:
    """Fetch reports and keep their bytes; say what is new, unchanged, or changed and by how many words.

    URL is an address, or - for one address a line on standard input. robots.txt is kept to, a host is asked once a
    second at most, and what is kept is not sent again. The folder is read like any other: crosswire account FOLDER.

    \b
    crosswire fetch https://news.example/bridge --into kept
    crosswire fetch --feed https://news.example/feed.xml --into kept
    """
    from itertools import chain

    from crosswire.acquire import read
    from crosswire.gather import gather, gather_feeds, since
    from crosswire.model import Rejection

    if not urls and not feeds:
        raise click.UsageError("name an address, or a feed with --feed")
    desk = Desk(quiet=quiet)
    with _network(limit_mb) as (fetcher, archive):
        fresh = since(max_age)
        named = chain.from_iterable(map(str.split, sys.stdin) if url == "-" else [[url]] for url in urls)
        found = gather(chain.from_iterable(named), fetcher, archive, fresh_since=fresh)
        for one in chain(found, gather_feeds(feeds, fetcher, archive, fresh_since=fresh)):
            if isinstance(one, Rejection):
                desk.reject(one.input, one.reason, one.remedy)
                continue
            click.echo(f"{one.told()}  {one.version.url}")
            for old, new in one.changes if changes else ():
                click.echo(f"    {plain(' '.join(old.split()))} → {plain(' '.join(new.split()))}")
            for report in () if one.version.only_names else read(archive.raw_input(one.version)):
                desk.note(report)
    desk.close()


@main.command()
def schema() -> None:
    """Print the JSON Schemas of all records."""
    import json

    from crosswire.show.rows import schemas

    click.echo(json.dumps(schemas(), indent=2))


for _command in COMMANDS:
    main.add_command(_command)


def _articles(desk: Desk, paths: Sequence[str], limit_mb: float) -> Iterator[Article]:
    """The articles of the paths; what could not be read goes to the desk."""
    from crosswire.addresses import is_address
    from crosswire.inputs import read_paths
    from crosswire.model import Rejection

    local = [path for path in paths if not is_address(path)]
    fetched = _fetched(sorted({path for path in paths if is_address(path)}), limit_mb)
    for one in read_paths(local, limit=int(limit_mb * 1_000_000), fetched=fetched):
        if desk.note(one) and not isinstance(one, Rejection):
            yield one


def _fetched(addresses: Sequence[str], limit_mb: float) -> Iterator[RawInput | Rejection]:
    """The inputs that addresses give; nothing is imported or opened where there are none."""
    if not addresses:
        return
    from crosswire.gather import Gathered, gather

    with _network(limit_mb) as (fetcher, archive):
        for one in gather(addresses, fetcher, archive):
            yield archive.raw_input(one.version) if isinstance(one, Gathered) else one


@contextlib.contextmanager
def _network(limit_mb: float) -> Iterator[tuple[Fetcher, Archive]]:
    """A fetcher and an archive as the options of `networking` have them."""
    from crosswire.gather import default_folder, open_fetcher
    from crosswire.store import Archive

    meta = click.get_current_context().meta
    folder = Path(meta["crosswire.into"] or default_folder())
    try:
        with open_fetcher(limit=int(limit_mb * 1_000_000), allow_private=meta["crosswire.allow_private"]) as fetcher:
            yield fetcher, Archive(folder)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise click.FileError(str(folder), f"{error.strerror or error}; choose another place with --into") from None


def _annotated(desk: Desk, paths: Sequence[str], limit_mb: float, setup: Setup) -> Iterator[Annotated]:
    """The annotated articles of the paths, their warnings told."""
    from crosswire.jobs import run

    articles = _articles(desk, paths, limit_mb)
    for one in desk.counted(run(articles, setup)):
        for warning in one.warnings:
            desk.warn(one.id, warning.message)
        yield one
