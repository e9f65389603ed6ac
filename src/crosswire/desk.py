"""What goes to standard error: warnings, rejections, progress; and the exit status that they make."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

import click

from crosswire.model import Article, Rejection

MOST_WARNINGS = 20  # on standard error; the records hold them all
PROGRESS_EVERY = 0.2  # seconds
Thing = TypeVar("Thing")


class Desk:
    """Tells what fell away, once each, and counts it."""

    def __init__(self, *, quiet: bool) -> None:
        self.quiet = quiet
        self.warned = 0
        self.rejected = 0

    def warn(self, input: str, message: str) -> None:
        """A warning about an input that was kept."""
        self.warned += 1
        if not self.quiet and self.warned <= MOST_WARNINGS:
            say(f"warning: {input}: {message}")

    def reject(self, input: str, reason: str, remedy: str) -> None:
        """An input that was rejected: which, why, and what would help."""
        self.rejected += 1
        say(f"rejected: {input}: {reason}; {remedy}")

    def note(self, found: Article | Rejection) -> bool:
        """Tell what fell away in reading; whether it is an article."""
        if not isinstance(found, Rejection):
            return True
        if found.repeated or found.passed_over:
            self.warn(found.input, f"{found.reason}; {found.remedy}")
        else:
            self.reject(found.input, found.reason, found.remedy)
        return False

    def counted(self, things: Iterable[Thing]) -> Iterator[Thing]:
        """Pass things on, and show their number and rate once that takes more than a second (on a terminal only)."""
        if self.quiet or not sys.stderr.isatty():
            yield from things
            return
        start = time.monotonic()
        shown = start
        number = 0
        for number, thing in enumerate(things, 1):
            yield thing
            now = time.monotonic()
            if now - start > 1 and now - shown > PROGRESS_EVERY:
                shown = now
                click.echo(f"\r{_reports(number)}, {number / (now - start):.0f} a second", nl=False, err=True)
        if shown > start:
            click.echo(f"\r{_reports(number)} in {time.monotonic() - start:.0f} seconds    ", err=True)

    def close(self) -> None:
        """End with the exit status that the rejections make."""
        if self.warned > MOST_WARNINGS and not self.quiet:
            say(f"{self.warned - MOST_WARNINGS} more warnings; all stand in the records of `crosswire annotate`")
        if self.rejected:
            sys.exit(1)


def say(message: str) -> None:
    """One line on standard error."""
    click.echo(f"crosswire: {plain(message)}", err=True)


def plain(text: str) -> str:
    """A message without the control characters that an input may have brought into it."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)


def _reports(number: int) -> str:
    return "1 report" if number == 1 else f"{number} reports"
