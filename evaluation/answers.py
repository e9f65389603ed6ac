"""Running the command under test, as a user's script would: JSON Lines in, JSON Lines out."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

Row = dict[str, Any]
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


class CommandError(RuntimeError):
    """The command under test, or a scorer, ended as it should not; the message says how."""


def environment() -> dict[str, str]:
    """The environment for a process that shares the machine with others: one thread each."""
    return os.environ | ONE_THREAD


def read_rows(path: Path) -> list[Row]:
    """The rows of a JSON Lines file, gzipped or not."""
    with gzip.open(path, "rt", encoding="utf8") if path.suffix == ".gz" else path.open(encoding="utf8") as lines:
        return [json.loads(line) for line in lines]


def finish(command: Sequence[str], fed: str = "", accept: Iterable[int] = (0,)) -> str:
    """What a command writes to standard output.

    Raises:
        CommandError: its exit status is none of those accepted; the message holds the end of its standard error.
    """
    done = subprocess.run(
        command, input=fed, capture_output=True, text=True, encoding="utf8", env=environment(), check=False
    )
    if done.returncode not in set(accept):
        last = "\n".join(done.stderr.strip().splitlines()[-5:])
        raise CommandError(f"{' '.join(command[:4])} …: exit status {done.returncode}\n{last}")
    return done.stdout


def answers(command: Sequence[str], fed: Iterable[Row]) -> list[Row]:
    """The records that a command gives for rows, in its order."""
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in fed)
    return [json.loads(line) for line in finish(command, lines).split("\n") if line.strip()]
