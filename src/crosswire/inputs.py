"""Inputs at the edge: paths, folders, globs and standard input become reports, in an order that arguments do not change."""

from __future__ import annotations

import glob
import hashlib
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from crosswire.acquire import ENDINGS, RawInput, ending_of, is_archive, read, read_archive, read_row
from crosswire.model import Article, Rejection, Warn
from crosswire.standing import Standing
from crosswire.store import LOG, Archive

LIMIT = 100_000_000
STDIN = "-"
_KNOWN = "give " + ", ".join(sorted(ENDINGS)) + " files, or name a file itself"


@dataclass(frozen=True, slots=True)
class _File:
    """A file to read, and how many parts from the end of its path its id has at least."""

    path: Path
    tail: int

    @property
    def id(self) -> str:
        parts = Path(os.path.abspath(self.path)).parts  # noqa: PTH100 (resolve() would follow links)
        return _shown("/".join(part.rstrip("/\\") for part in parts[-self.tail :]))


def read_paths(
    paths: Sequence[str],
    *,
    limit: int = LIMIT,
    stdin: BinaryIO | None = None,
    fetched: Iterable[RawInput | Rejection] = (),
) -> Iterator[Article | Rejection]:
    """Every report of the paths, or the reason why it cannot be read.

    Args:
        paths: files, folders (read with all that is in them), glob patterns, and "-" for JSON Lines on standard input.
        limit: the most bytes that a file, or a line of standard input, may have.
        stdin: what to read for "-"; standard input if not given.
        fetched: inputs that came from the network, and those that did not come.

    Yields:
        What cannot be found first, then the reports of all files ordered by the file's id, then those that were
        fetched, then those of standard input as they come; reports in newsrooms' formats last, since of several versions
        only the newest stands, and none that was withdrawn. An id comes once: the same report again is a rejection that
        says so, another text under the same id is refused.
    """
    ledger, standing = _Ledger(), Standing()
    files, lost = _files(path for path in paths if path != STDIN)
    yield from lost
    for found, place in _as_they_come(files, limit, fetched, (stdin or sys.stdin.buffer) if STDIN in paths else None):
        for one, at in standing.take(found, place):
            yield ledger.enter(one, at)
    for one, at in standing.rest():
        yield ledger.enter(one, at)


def _as_they_come(
    files: Iterable[_File], limit: int, fetched: Iterable[RawInput | Rejection], lines: BinaryIO | None
) -> Iterator[tuple[Article | Rejection, str]]:
    """The reports of files, of what was fetched, and of lines, each with its place."""
    for file in files:
        for found in _read_file(file, limit):
            yield found, _place(found) if file.path.name == LOG else _shown(file.path)
    for found in _read_all(fetched):
        yield found, _place(found)
    if lines is not None:
        for number, found in _read_lines(lines, limit):
            yield found, f"{STDIN} line {number}"


def raw_files(paths: Iterable[str]) -> tuple[list[tuple[str, Path]], list[Rejection]]:
    """The files that paths stand for, each with the id that its report has, ordered by id; and the paths that stand for none."""
    files, lost = _files(paths)
    return [(file.id, file.path) for file in files], lost


# --- which files ------------------------------------------------------------------------------------------------------


def _files(paths: Iterable[str]) -> tuple[list[_File], list[Rejection]]:
    """The files that the paths stand for, each once, ordered by id; and the paths that stand for none."""
    found: dict[Path, _File] = {}
    lost: dict[str, Rejection] = {}
    for named in sorted(set(paths)):
        for one in _expanded(named):
            if isinstance(one, Rejection):
                lost[one.input] = one
                continue
            key = one.path.resolve()
            # Found twice, by a folder and by name or by two folders: the longer id, whatever the order.
            found[key] = min((one, found.get(key, one)), key=lambda file: (-file.tail, str(file.path)))
    return _with_unique_ids(found.values()), [lost[name] for name in sorted(lost)]


def _with_unique_ids(files: Iterable[_File]) -> list[_File]:
    """The files with the shortest ids that tell them apart, ordered by id."""
    known = list(files)
    while True:
        count = Counter(file.id for file in known)
        longer = [
            replace(f, tail=f.tail + 1) if count[f.id] > 1 and f.tail < len(f.path.absolute().parts) else f
            for f in known
        ]
        if longer == known:
            return sorted(known, key=lambda file: file.id)
        known = longer


def _expanded(named: str) -> Iterator[_File | Rejection]:
    path = Path(named)
    if _is(path, os.path.isdir):
        yield from _below(path)
    elif _is(path, os.path.lexists):
        yield _File(path, 1)
    elif glob.has_magic(named) and (matches := sorted(glob.glob(named, recursive=True))):  # noqa: PTH207 (Path.glob takes no absolute pattern)
        for match in matches:
            yield from _below(Path(match)) if Path(match).is_dir() else [_File(Path(match), 1)]
    elif glob.has_magic(named):
        yield Rejection(_shown(named), "no file matches it", "check the pattern")
    else:
        yield Rejection(_shown(named), "there is no such file or folder", "check the path")


def _is(path: Path, test: object) -> bool:
    """A test of a path that a path with a NUL in it fails."""
    try:
        return bool(test(path))  # type: ignore[operator]
    except ValueError:
        return False


def _below(folder: Path) -> Iterator[_File | Rejection]:
    """The files with known endings below a folder; others are counted, hidden ones left out."""
    unreadable: list[OSError] = []
    others: Counter[str] = Counter()
    none = True
    for here, folders, names in os.walk(folder, onerror=unreadable.append):
        kept = LOG in names  # raw inputs that were kept: their log stands for all of them
        folders[:] = () if kept else sorted(name for name in folders if not name.startswith("."))
        for name in [LOG] if kept else sorted(names):
            path = Path(here, name)
            if not name.startswith(".") and ending_of(name) in ENDINGS:
                none = False
                yield _File(path, len(path.relative_to(folder).parts))
            elif not name.startswith("."):
                others[path.suffix.lower() or "no ending"] += 1
    for error in unreadable:
        none = False
        yield Rejection(_shown(error.filename), f"the folder cannot be read ({error.strerror})", "make it readable")
    if none:
        yield Rejection(_shown(folder), "there is no report in the folder", _KNOWN)
    elif others:
        told = ", ".join(f"{number} {_shown(ending)}" for ending, number in sorted(others.items()))
        yield Rejection(_shown(folder), f"files that are no reports by their endings: {told}", _KNOWN, passed_over=True)


def _shown(path: str | Path) -> str:
    """A path as records and messages can hold it: bytes that are no UTF-8 as U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


# --- reading them -----------------------------------------------------------------------------------------------------


def _read_file(file: _File, limit: int) -> Iterator[Article | Rejection]:
    name = _shown(file.path)
    try:
        if not file.path.is_file():
            reason = "it is no ordinary file" if file.path.exists() else "it leads nowhere"
            yield Rejection(name, reason, 'give a file, or JSON Lines on standard input as "-"')
            return
        if file.path.name == LOG:
            yield from _read_kept(file.path.parent, name)
            return
        with file.path.open("rb") as opened:
            if is_archive(file.path.name):
                yield from read_archive(opened, file.id, name, limit)  # a stream: the limit is each page's
                return
            size = os.fstat(opened.fileno()).st_size
            data = opened.read(limit + 1) if size <= limit else b""
    except OSError as error:
        yield Rejection(name, f"it cannot be read ({error.strerror or error})", "check that it is there and readable")
        return
    if max(size, len(data)) > limit:
        yield too_large(name, max(size, len(data)), limit)
        return
    yield from read(RawInput(file.id, data, name))


def _read_all(inputs: Iterable[RawInput | Rejection]) -> Iterator[Article | Rejection]:
    """The reports of inputs that have come already."""
    for raw in inputs:
        yield from [raw] if isinstance(raw, Rejection) else read(raw)


def _read_kept(folder: Path, name: str) -> Iterator[Article | Rejection]:
    """The newest version of every address that was fetched into a folder."""
    archive = Archive(folder)
    none = True
    for found in _read_all(archive.inputs()):
        none = False
        yield found
    if none:
        yield Rejection(
            name, "no report is kept in its folder", "fetch some into it: crosswire fetch URL --into FOLDER"
        )
    if archive.damaged:
        told = f"{archive.damaged:,} of its lines cannot be read"
        yield Rejection(name, told, "fetch their addresses again", passed_over=True)


def _place(found: Article | Rejection) -> str:
    return found.input if isinstance(found, Rejection) else found.source.url or found.id


def _read_lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, Article | Rejection]]:
    """The reports of each line that is not empty, with its number."""
    for number, line in limited_lines(stream, limit):
        for found in [line] if isinstance(line, Rejection) else read_row(line, number, STDIN):
            yield number, found


def limited_lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | Rejection]]:
    """The lines that are not empty, with their numbers; one over the limit is refused, and never held whole."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line.rstrip(b"\r\n")) > limit or (len(line) > limit and not line.endswith(b"\n")):
            size = len(line)
            while not line.endswith(b"\n") and (line := stream.readline(1 << 16)):
                size += len(line)
            yield number, too_large(f"{STDIN} line {number}", size, limit)
        elif line.strip():
            yield number, line


def too_large(name: str, size: int, limit: int) -> Rejection:
    """The rejection of an input that has more bytes than it may."""
    return Rejection(
        name, f"it has {size:,} bytes, over the limit of {limit:,}", "raise the limit with --limit, or split it"
    )


# --- what was read before ---------------------------------------------------------------------------------------------


class _Ledger:
    """Which ids and texts have come, by hashes only."""

    def __init__(self) -> None:
        self._text_of: dict[str, bytes] = {}
        self._first_with: dict[bytes, str] = {}

    def enter(self, found: Article | Rejection, place: str) -> Article | Rejection:
        """The report as it goes on: unchanged, with a warning, or refused."""
        if isinstance(found, Rejection):
            return found
        digest = hashlib.blake2b(found.text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        known = self._text_of.get(found.id)
        if known == digest:
            return Rejection(
                place, f"the report {found.id!r} was read already", "nothing is lost; leave it out", repeated=True
            )
        if known is not None:
            return Rejection(
                place, f"the id {found.id!r} was given to another text already", "give each report its own id"
            )
        self._text_of[found.id] = digest
        first = self._first_with.setdefault(digest, found.id)
        if first == found.id or not found.text.strip():
            return found
        return replace(
            found, warnings=(*found.warnings, Warn("same-text", f"its text is that of {first!r}, to the character"))
        )
