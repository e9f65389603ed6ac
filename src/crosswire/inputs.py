"""Inputs at the edge: paths, folders, globs and standard input become raw inputs, in a fixed order."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from crosswire.acquire import RawInput, read, read_json_line
from crosswire.model import Article, Rejection


def read_paths(paths: Sequence[str]) -> Iterator[Article | Rejection]:
    """To come: every report of the paths."""
    for path in paths:
        if path == "-":
            for n, line in enumerate(sys.stdin.buffer, 1):
                if line.strip():
                    yield read_json_line(line, n, "-")
        else:
            p = Path(path)
            for f in sorted(p.rglob("*") if p.is_dir() else [p]):
                if f.is_file():
                    yield from read(RawInput(f.relative_to(p).as_posix() if p.is_dir() else f.name, f.read_bytes(), str(f)))
