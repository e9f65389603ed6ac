"""What a library holds, as JSON Lines, CSV or Parquet; read and written a few rows at a time."""

from __future__ import annotations

import csv
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Literal

from sqlalchemy import Connection

from crosswire.library import reading
from crosswire.library.opening import LibraryError
from crosswire.library.records import conflicts
from crosswire.show.rows import to_row

What = Literal["articles", "accounts", "findings"]
Format = Literal["jsonl", "csv", "parquet"]
Value = str | int | float | None
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Sheet:
    """A kind of thing to export: its columns with their types, the rows of these, and its records as JSON."""

    columns: Mapping[str, type]
    rows: Callable[[Connection], Iterator[Sequence[Value]]]
    records: Callable[[Connection], Iterator[bytes]]


def _article_rows(connection: Connection) -> Iterator[Sequence[Value]]:
    for one in reading.all_articles(connection):
        a = one.article
        source = (a.source.url, a.source.path, a.source.sha256)
        published = a.published.value if a.published else None
        told = (a.title.text if a.title else None, published, a.publisher, a.language, *source)
        yield one.id, one.ordinal, one.story, one.copy_of, *told, one.retrieved, a.text


def _account_rows(connection: Connection) -> Iterator[Sequence[Value]]:
    for stored in reading.all_accounts(connection):
        a = stored.account
        counts = (len(a.articles), a.independent_origins, *conflicts(a), len(a.findings))
        yield a.id, a.title, a.first, a.last, *counts


def _finding_rows(connection: Connection) -> Iterator[Sequence[Value]]:
    """A row for each piece of evidence, with the version of the report whose characters it is."""
    for stored in reading.all_accounts(connection):
        versions = dict(stored.versions)
        for number, f in enumerate(stored.account.findings, 1):
            told = (f.kind, f.type, f.statement, f.confidence, f.origins, "; ".join(f.speakers))
            for e in f.evidence:
                place = (e.article, versions[e.article], e.span.start, e.span.end, e.quote)
                yield stored.account.id, number, *told, *place


def _finding_records(connection: Connection) -> Iterator[bytes]:
    names = list(SHEETS["findings"].columns)
    return (to_row(dict(zip(names, row, strict=True))) for row in _finding_rows(connection))


def _article_records(connection: Connection) -> Iterator[bytes]:
    for one in reading.all_articles(connection):
        about = to_row(
            {"version": one.ordinal, "retrieved": one.retrieved, "grouped": one.story, "copy_of": one.copy_of}
        )
        yield to_row(one.article)[:-1] + b"," + about[1:]


SHEETS: Mapping[What, Sheet] = {
    "articles": Sheet(
        {
            "id": str, "version": int, "story": str, "copy_of": str, "title": str, "published": str, "publisher": str,
            "language": str, "url": str, "path": str, "sha256": str, "retrieved": str, "text": str,
        },
        _article_rows,
        _article_records,
    ),
    "accounts": Sheet(
        {
            "story": str, "title": str, "first": str, "last": str, "reports": int, "origins": int, "conflicts": int,
            "to_check": int, "findings": int,
        },
        _account_rows,
        lambda connection: (stored.row for stored in reading.all_accounts(connection)),
    ),
    "findings": Sheet(
        {
            "story": str, "finding": int, "kind": str, "type": str, "statement": str, "confidence": float,
            "origins": int, "speakers": str, "article": str, "version": int, "start": int, "end": int, "quote": str,
        },
        _finding_rows,
        _finding_records,
    ),
}  # fmt: skip


def export(connection: Connection, what: What, form: Format, out: BinaryIO) -> int:
    """Write everything of a kind; gives the number of rows.

    Raises:
        LibraryError: Parquet is asked for, and nothing is installed that writes it.
    """
    sheet = SHEETS[what]
    if form == "jsonl":
        return _lines(sheet.records(connection), out)
    if form == "csv":
        return _csv(sheet, connection, out)
    return _parquet(sheet, connection, out)


def _lines(records: Iterable[bytes], out: BinaryIO) -> int:
    number = 0
    for record in records:
        out.write(record + b"\n")
        number += 1
    return number


def _csv(sheet: Sheet, connection: Connection, out: BinaryIO) -> int:
    """RFC 4180, in UTF-8, with a first line of names."""
    text = TextIOWrapper(out, encoding="utf8", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow(sheet.columns)
    number = 0
    for row in sheet.rows(connection):
        writer.writerow(["" if value is None else _harmless(value) for value in row])
        number += 1
    text.flush()
    text.detach()
    return number


def _harmless(value: Value) -> Value:
    """A value that a spreadsheet does not take for a formula: a text that begins like one gets an apostrophe before it."""
    return f"'{value}" if isinstance(value, str) and value[:1] in set("=+-@\t\r") else value


def _parquet(sheet: Sheet, connection: Connection, out: BinaryIO) -> int:
    try:
        from arro3.core import Array, DataType, Field, RecordBatch, RecordBatchReader, Schema  # noqa: PLC0415 (an extra)
        from arro3.io import write_parquet  # noqa: PLC0415
    except ImportError:
        raise LibraryError(
            "Parquet needs a package that is not installed", "pip install 'crosswire[parquet]'"
        ) from None
    kinds = {str: DataType.string(), int: DataType.int64(), float: DataType.float64()}
    types = [kinds[kind] for kind in sheet.columns.values()]
    schema = Schema([Field(name, type, nullable=True) for name, type in zip(sheet.columns, types, strict=True)])
    number = 0

    def batches() -> Iterator[RecordBatch]:
        nonlocal number
        rows = sheet.rows(connection)
        while some := list(islice(rows, AT_ONCE)):
            number += len(some)
            columns = [Array(list(v), type) for v, type in zip(zip(*some, strict=True), types, strict=True)]
            yield RecordBatch.from_arrays(columns, schema=schema)

    write_parquet(RecordBatchReader.from_batches(schema, batches()), out, compression="zstd(3)")
    return number


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file that is there whole at the end, or as it was before.

    Raises:
        OSError: it cannot be written.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as part:
            yield part
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
