"""Into the library: add; and all of it again: rebuild."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import chain
from typing import TYPE_CHECKING

import click

from crosswire.cli_library.shared import SHOWN, of_library
from crosswire.desk import Desk, say
from crosswire.options import annotating
from crosswire.output import write_lines

if TYPE_CHECKING:
    from crosswire.fetch import Fetcher
    from crosswire.gather import Gathered
    from crosswire.jobs import Setup
    from crosswire.library import Place
    from crosswire.library.adding import Annotate, Done
    from crosswire.library.intake import Gather, Given, Intake
    from crosswire.model import Article, Rejection
    from crosswire.pipeline import Annotated
    from crosswire.store import Archive


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH|URL|FEED…")
@of_library
@annotating
@click.option(
    "--jsonl",
    is_flag=True,
    help="Write a line for each report as soon as it is safe: its id, and new, revised or known.",
)
@click.option(
    "--limit",
    "limit_mb",
    type=click.FloatRange(min=0, min_open=True),
    default=100.0,
    show_default=True,
    metavar="MB",
    help="Reject inputs larger than this.",
)
@click.option("--allow-private", is_flag=True, help="Fetch from private and local network addresses too.")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no warnings on standard error.")
def add(  # noqa: PLR0913
    paths: tuple[str, ...],
    *,
    place: Place,
    jsonl: bool,
    setup: Setup,
    limit_mb: float,
    allow_private: bool,
    quiet: bool,
) -> None:
    """Add reports to the library; say what is new, and which stories changed by it.

    PATH is a file, a folder, a pattern, or - for JSON Lines on standard input. The pages that a feed names are fetched.
    A report that is there already stays one; another text of it becomes its next version. Broken off at any moment, what
    was acknowledged is kept, and the next `add` goes on.

    \b
    crosswire add reports/
    crosswire add https://news.example/feed.xml
    cat dump.jsonl | crosswire add -
    """
    from crosswire.library import reading
    from crosswire.library.adding import Adding, outcome, work_off
    from crosswire.library.intake import Intake
    from crosswire.library.listing import outcome as told
    from crosswire.library.opening import told as failures

    desk = Desk(quiet=quiet)
    place.make()
    limit = int(limit_mb * 1_000_000)
    with _gathering(limit, allow_private=allow_private) as gather, failures(place.folder):
        intake = Intake(place, _given(paths, gather, limit))
        with place.read() as connection:
            before = reading.last_change(connection)
        work = work_off(place, Adding(place, _annotate(setup), limit), intake)
        waits = False
        for done in _Progress(intake, quiet=quiet).over(work):
            if done.waiting and not waits and not quiet:
                say("another program is adding to this library; waiting for it")
            waits |= done.waiting
            _acknowledge(desk, done, jsonl=jsonl)
    _lost(desk, place, intake)
    if not jsonl:
        click.echo(told(outcome(place, intake)))
        _changed(place, before)
    desk.close()


def _given(paths: tuple[str, ...], gather: Gather, limit: int) -> Given:
    from crosswire.addresses import is_address
    from crosswire.library.intake import Given

    local = [path for path in paths if not is_address(path)]
    addresses = sorted({path for path in paths if is_address(path)})
    return Given(local, addresses, gather, limit, _now, sys.stdin.buffer)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


@contextlib.contextmanager
def _gathering(limit: int, *, allow_private: bool) -> Iterator[Gather]:
    """What fetches addresses; the network is opened with the first of them."""
    from crosswire.gather import gather, open_fetcher

    with contextlib.ExitStack() as stack:
        opened: list[Fetcher] = []

        def fetch(urls: Iterable[str], archive: Archive) -> Iterator[Gathered | Rejection]:
            if not opened:
                opened.append(stack.enter_context(open_fetcher(limit=limit, allow_private=allow_private)))
            return gather(urls, opened[0], archive)

        yield fetch


def _annotate(setup: Setup) -> Annotate:
    """The annotating of a setup; its models are loaded when the first report comes."""

    def annotate(articles: Iterable[Article]) -> Iterator[Annotated]:
        from crosswire.jobs import run

        stream = iter(articles)
        for first in stream:
            yield from run(chain([first], stream), setup)

    return annotate


def _acknowledge(desk: Desk, done: Done, *, jsonl: bool) -> None:
    from crosswire.show.rows import to_row

    for rejection in done.rejections:
        desk.note(rejection)
    for id, message in done.warnings:
        desk.warn(id, message)
    if jsonl:
        write_lines(to_row({"id": id, "result": result}) for id, result in done.reports)


def _lost(desk: Desk, place: Place, intake: Intake) -> None:
    """Tell, and keep, what could not be had at all."""
    from crosswire.library.writing import reject

    for rejection in (*intake.rejected, *intake.passed_over):
        desk.note(rejection)
    with place.write() as connection:
        reject(connection, [(None, rejection, _now()) for rejection in intake.rejected])


def _changed(place: Place, before: int) -> None:
    """Name the stories that changed since."""
    from crosswire.library import reading
    from crosswire.library.listing import story_lines

    with place.read() as connection:
        found = reading.changed_after(connection, before, SHOWN)
        number = reading.number_changed_after(connection, before)
    for story in found:
        for line in story_lines(story):
            click.echo(line)
    if number > len(found):
        click.echo(f"and {number - len(found):,} more stories: crosswire stories -n {number}")


class _Progress:
    """One line on a terminal: how many inputs, how fast, how many rejected, how long still."""

    def __init__(self, intake: Intake, *, quiet: bool) -> None:
        self._intake = intake
        self._shown = not quiet and sys.stderr.isatty()
        self._start = time.monotonic()
        self._reports = self._rejected = 0

    def over(self, work: Iterator[Done]) -> Iterator[Done]:
        for done in work:
            self._reports += len(done.reports)
            self._rejected += len(done.rejections)
            if self._shown:
                click.echo("\r\x1b[K", nl=False, err=True)
            yield done
            if self._shown:
                click.echo(f"\r{self.line(time.monotonic() - self._start)}", nl=False, err=True)
        if self._shown:
            click.echo("\r\x1b[K", nl=False, err=True)

    def line(self, seconds: float) -> str:
        """The line after so many seconds."""
        done, total = self._intake.done, self._intake.total
        inputs = f"{done:,} of {total:,} inputs, " if total else ""
        rejected = f", {self._rejected + len(self._intake.rejected):,} rejected"
        rate = f"{self._reports / seconds:,.0f} a second" if seconds > 0 else ""
        left = seconds / done * (total - done) if done and total > done else 0
        remaining = f", {_span(left)} left" if left >= 1 and seconds >= 2 else ""
        return f"{inputs}{self._reports:,} reports, {rate}{rejected}{remaining}"


def _span(seconds: float) -> str:
    for size, name in ((3600, "hours"), (60, "minutes")):
        if seconds >= 2 * size:
            return f"{seconds / size:.0f} {name}"
    return f"{seconds:.0f} seconds"


@click.command()
@of_library
@annotating
@click.option(
    "--limit",
    "limit_mb",
    type=click.FloatRange(min=0, min_open=True),
    default=100.0,
    show_default=True,
    metavar="MB",
    help="The most that a page in a web archive may have.",
)
@click.option("-q", "--quiet", is_flag=True, help="No progress on standard error.")
def rebuild(*, place: Place, setup: Setup, limit_mb: float, quiet: bool) -> None:
    """Make everything from the archive again: the same accounts, byte for byte, by the same version of Crosswire.

    Until it is done, the library stays as it was.

    \b
    crosswire rebuild --library kept/
    """
    from crosswire.library import reading
    from crosswire.library.rebuilding import rebuild as again
    from crosswire.show.words import plural

    desk = Desk(quiet=quiet)
    for _ in desk.counted(
        one for done in again(place, _annotate(setup), int(limit_mb * 1_000_000)) for one in done.reports
    ):
        pass
    with place.read() as connection:
        articles, number = reading.size(connection)
    made = f"{plural(articles, 'report')} in {plural(number, 'story', 'stories')}"
    click.echo(f"made again from the archive: {made}")
