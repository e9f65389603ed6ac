"""From the archive into the database: read, admit, annotate, place, and write, a batch at a time.

Whatever is in the archive's log and not yet in the database is worked off, in the order of the log, whoever put it
there. So `add`, going on after a crash, and `rebuild` are one way of doing things.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from crosswire import __version__
from crosswire.library import reading, writing
from crosswire.library.accounts import refresh
from crosswire.library.admitting import Admitting, reports
from crosswire.library.intake import Intake
from crosswire.library.opening import Place, told
from crosswire.library.placing import Placing
from crosswire.library.records import Admitted, Batch, Counts, Entry, Input, Known, Mark, version_key
from crosswire.model import Article, MadeBy, Rejection
from crosswire.pipeline import Annotated
from crosswire.store import Blobs, Line, Version, read_log

Annotate = Callable[[Iterable[Article]], Iterator[Annotated]]
LOCK_WAIT = 0.5  # seconds between two looks whether another program is done


@dataclass(frozen=True, slots=True)
class Done:
    """Reports that are safe now: (id, "new" | "revised" | "known"), what was rejected, and what was odd.

    ``accounts``: the stories that were reconciled anew. ``waiting``: another program works off what this one was given; this one waits for it.
    """

    reports: tuple[tuple[str, str], ...] = ()
    rejections: tuple[Rejection, ...] = ()
    warnings: tuple[tuple[str, str], ...] = ()
    waiting: bool = False
    accounts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Seen:
    """A step of the way through an input, as it waits for the reports before it to be annotated."""

    at: Input
    mark: Mark
    found: Admitted | Known | Rejection | None
    last: bool


class Adding:
    """Works the archive's log off.

    Args:
        place: the library; `make` was called.
        annotate: gives articles their annotations, in their order.
        limit: the most bytes of a page in a web archive.

    Attributes:
        most: how many reports one transaction takes.
        longest: after so many seconds, what is there is written.
        accounts_after: after so many seconds, the accounts of the stories that changed are made.
    """

    most = 256
    longest = 3.0
    accounts_after = 60.0

    def __init__(self, place: Place, annotate: Annotate, limit: int) -> None:
        self._place = place
        self._annotate = annotate
        self._limit = limit
        self._blobs = Blobs(place.raw)
        self._placing = Placing(place)
        self._queue: deque[_Seen] = deque()
        with place.read() as connection:
            self._mark = reading.mark(connection)
        self._admitting = Admitting((1, 1))
        self._last: Input | None = None

    def run(self, more: Callable[[], bool]) -> Iterator[Done]:
        """Work off what is in the log, and what `more` brings into it; only while no other program does so.

        Args:
            more: brings more inputs into the archive; whether there were any.

        Yields:
            What is safe, after each transaction.

        Raises:
            LibraryError: the disk or the database fails. What was yielded is kept; the rest is worked off another time.
        """
        with self._place.read() as connection:
            self._mark = reading.mark(connection)
        with self._place.write() as connection:
            self._admitting = Admitting(writing.next_numbers(connection))
        started = told_at = time.monotonic()
        entries: list[Annotated] = []
        for annotated in self._annotate(self._articles(more)):
            entries.append(annotated)
            if len(entries) >= self.most or time.monotonic() - started > self.longest:
                yield self._write(entries, rest=False)
                started, entries = time.monotonic(), []
                if started - told_at > self.accounts_after:
                    yield from self.refresh()
                    told_at = time.monotonic()
        yield self._write(entries, rest=True)
        yield from self.refresh()
        with told(self._place.folder):
            self._placing.save()

    def refresh(self) -> Iterator[Done]:
        """Make the accounts anew that are older than their reports."""
        for stories in refresh(self._place):
            yield Done(accounts=stories)

    # --- reading and admitting ----------------------------------------------------------------------------------------

    def _articles(self, more: Callable[[], bool]) -> Iterator[Article]:
        """The articles to annotate; everything that was met on the way goes to the queue."""
        for line in self._lines(more):
            if line.version is None:
                continue
            yield from self._of_line(line, line.version)

    def _lines(self, more: Callable[[], bool]) -> Iterator[Line]:
        at = self._mark.start
        while True:
            for line in read_log(self._place.log, at):
                at = line.end
                yield line
            with told(self._place.folder):
                if not more():
                    return

    def _of_line(self, line: Line, version: Version) -> Iterator[Article]:
        at = Input(line.start, version.place, version.sha256, version.retrieved, Counts())
        with self._place.read() as connection:
            last = reading.last_input(connection, version.place, line.start)
            done = reading.counts_since(connection, [line.start])
        skip = self._mark.items if line.start == self._mark.start else 0
        at = replace(at, counts=done if skip else Counts())
        if last and last[0] == version.sha256 and not self._waits(version.place):
            counts = Counts(known=last[1].new + last[1].revised + last[1].known)
            self._queue.append(_Seen(replace(at, counts=counts), Mark(line.end), None, last=True))
            return
        number = 0
        for number, found in enumerate(reports(version, self._blobs, self._limit), 1):
            if number <= skip or (isinstance(found, Rejection) and (found.repeated or found.passed_over)):
                continue
            mark = Mark(line.start, number)
            if isinstance(found, Rejection):
                if found.withdrawn:
                    self._admitting.withdraw(*found.withdrawn)
                self._queue.append(_Seen(at, mark, found, last=False))
                continue
            with self._place.read() as connection:
                admitted = self._admitting.admit(connection, found, version, line.start)
            self._queue.append(_Seen(at, mark, admitted, last=False))
            if isinstance(admitted, Admitted):
                yield replace(found.article, id=admitted.id)
        self._queue.append(_Seen(at, Mark(line.end), None, last=True))

    def _waits(self, place: str) -> bool:
        """Whether an input of the same place waits to be written: then what the database says of it is old."""
        return any(seen.at.place == place for seen in self._queue)

    # --- writing ------------------------------------------------------------------------------------------------------

    def _write(self, annotated: list[Annotated], *, rest: bool) -> Done:
        """Write annotated articles and all that stands before them in the queue; with `rest`, what is behind them too."""
        batch = Batch(mark=self._mark)
        reports: list[tuple[str, str]] = []
        waiting = deque(annotated)
        while self._queue and (rest or waiting):
            seen = self._queue.popleft()
            self._enter(batch, seen, waiting, reports)
        warnings = tuple((one.id, warning.message) for one in annotated for warning in one.warnings)
        if batch.mark != self._mark or batch.inputs:
            self._commit(batch)
        return Done(tuple(reports), tuple(one for _, one, _ in batch.rejections), warnings)

    def _enter(self, batch: Batch, seen: _Seen, waiting: deque[Annotated], reports: list[tuple[str, str]]) -> None:
        known = self._last if self._last and self._last.start == seen.at.start else seen.at
        counts = known.counts
        match seen.found:
            case Admitted() as admitted:
                one = waiting.popleft()
                batch.entries.append(Entry(admitted, one, MadeBy(__version__, one.models)))
                first = admitted.ordinal == 1
                counts += Counts(new=1) if first else Counts(revised=1)
                reports.append((admitted.id, "new" if first else "revised"))
            case Known() as same:
                counts += Counts(known=1)
                reports.append((same.id, "known"))
            case Rejection() as rejection:
                counts += Counts(rejected=1)
                batch.rejections.append((seen.at.start, rejection, seen.at.retrieved))
                if rejection.withdrawn:
                    batch.withdrawals.append(self._admitting.withdraw(*rejection.withdrawn))
            case None:
                pass
        self._last = batch.inputs[seen.at.start] = replace(known, counts=counts)
        batch.mark = seen.mark

    def _commit(self, batch: Batch) -> None:
        placed = [(entry.admitted, entry.annotated.profile) for entry in batch.entries]
        try:
            if placed:
                profiles = [replace(profile, id=version_key(one.id, one.ordinal)) for one, profile in placed]
                batch.memberships = self._placing.add(profiles, placed[-1][0].version)
            with self._place.write() as connection:
                writing.take_in(connection, batch)
        except Exception:
            self._placing.forget()
            raise
        self._mark = batch.mark
        self._admitting.committed()


def work_off(place: Place, adding: Adding, intake: Intake) -> Iterator[Done]:
    """Take in what was given. Of several programs that add at once, one works off what all of them were given.

    Args:
        place: the library.
        adding: does the work, if this program is the one.
        intake: brings what was given into the archive.

    Raises:
        LibraryError: as `Adding.run`.
    """
    with place.alone() as mine:
        if mine:
            yield from adding.run(intake.some)
            return
    with told(place.folder):
        while intake.some():
            yield Done()
    end = place.log.stat().st_size if place.log.exists() else 0
    while True:
        with place.alone(LOCK_WAIT) as mine:
            if mine:
                yield from adding.run(lambda: False)
                return
        with place.read() as connection:
            if reading.mark(connection).start >= end and not reading.stale(connection):
                return
        yield Done(waiting=True)


def outcome(place: Place, intake: Intake) -> Counts:
    """What became of all that was given, whichever program worked it off.

    Args:
        place: the library.
        intake: what brought the inputs into the archive.
    """
    starts = [
        line.start for line in read_log(place.log, intake.begin) if line.version and line.version.place in intake.places
    ]
    with place.read() as connection:
        found = reading.counts_since(connection, starts)
    return found + intake.known + Counts(rejected=len(intake.rejected))
