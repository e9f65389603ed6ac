"""Invented reports and a library without a language model, for the tests of the library."""

from __future__ import annotations

import json
import weakref
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import BinaryIO

from crosswire.addresses import is_address
from crosswire.clean import clean
from crosswire.gather import Gathered
from crosswire.library import reading
from crosswire.library.adding import Adding, Annotate, Done, outcome, work_off
from crosswire.library.checking import CHECKS, HARMLESS, Look, check_log
from crosswire.library.intake import Gather, Given, Intake
from crosswire.library.opening import Place, told
from crosswire.library.records import Counts
from crosswire.model import Article, Embed, Figure, ModelInfo, Rejection, Span
from crosswire.pipeline import Annotated, hold
from crosswire.store import Archive

MODEL = ModelInfo("plain", "1", "0" * 64)
FERRY = "The ferry Skua sank off Port Harrow on Friday. At least 12 people were killed, the coast guard of Lorn said."
LATER = "The ferry Skua sank off Port Harrow on Friday. At least 14 people were killed, the coast guard of Lorn said."
SCHOOL = (
    "Tarn Valley opened its first village school in forty years. Parents had asked the council for it since spring."
)


def annotate(articles: Iterable[Article], embed: Embed | None = None) -> Iterator[Annotated]:
    """Cleaned, and with the one figure that these reports have; quick, since no language model is loaded."""
    for article in articles:
        cleaned = clean(article)
        at = cleaned.text.find(" people were killed")
        start = cleaned.text.rfind(" ", 0, at) + 1
        figures = (
            [Figure(Span(start, at), "count", int(cleaned.text[start:at]), None, "people", "killed")] if at > 0 else []
        )
        yield hold(replace(cleaned, figures=tuple(figures)), (MODEL,), embed)


def no_network(urls: Iterable[str], archive: Archive) -> Iterator[Gathered | Rejection]:
    """Fetches nothing."""
    del archive
    return (Rejection(url, "there is no network here", "give files") for url in urls)


def report(folder: Path, name: str, text: str) -> Path:
    """A report as a file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf8")
    return path


def rows(path: Path, *given: dict[str, str]) -> Path:
    """Reports as JSON Lines."""
    path.write_text("".join(json.dumps(row) + "\n" for row in given), encoding="utf8")
    return path


class Made:
    """A library in a folder, and a clock that goes on by a minute each time it is read."""

    def __init__(self, folder: Path, annotate: Annotate = annotate) -> None:
        self.annotate = annotate
        self.place = Place(folder)
        weakref.finalize(self, self.place.close)
        self.place.make()
        self.minutes = count()
        self.done: list[Done] = []
        self.counts = Counts()
        self.adding = Adding
        self.gather: Gather = no_network
        self.stdin: BinaryIO | None = None

    def now(self) -> str:
        minute = next(self.minutes)
        return f"2024-03-01T{12 + minute // 60:02}:{minute % 60:02}:00Z"

    def add(self, *paths: Path | str, limit: int = 1_000_000) -> Counts:
        """Add files; what became of their reports."""
        self.done = list(self.adds(*paths, limit=limit))
        return self.counts

    def adds(self, *paths: Path | str, limit: int = 1_000_000) -> Iterator[Done]:
        """Add files, a transaction at a time; "-" is what `stdin` has."""
        with told(self.place.folder):
            named = [str(path) for path in paths if not is_address(str(path))]
            addresses = [path for path in paths if isinstance(path, str) and is_address(path)]
            intake = Intake(self.place, Given(named, addresses, self.gather, limit, self.now, self.stdin))
            yield from work_off(self.place, self.adding(self.place, self.annotate, limit), intake)
        self.counts = outcome(self.place, intake)


def wrong(made: Made) -> list[str]:
    """Everything that `crosswire check` finds, but for lines that a full disk cut short."""
    with made.place.read() as connection:
        return [
            told
            for check in (*CHECKS, *HARMLESS)
            if check is not check_log
            for told in check(Look(made.place, connection))
        ]


def account_rows(made: Made) -> list[bytes]:
    """The stored accounts."""
    with made.place.read() as connection:
        return [stored.row for stored in reading.all_accounts(connection)]
