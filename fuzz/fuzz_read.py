"""Fuzz target: every reader in the table; the first byte of an input picks which. See README.md."""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["crosswire", "feedparser", "trafilatura", "htmldate"]):
    from crosswire.acquire import READERS, RawInput

from checks import check


def one_input(data: bytes) -> None:
    """Read all but the first byte with the reader that the first byte picks."""
    if not data:
        return
    reader = READERS[data[0] % len(READERS)]
    name = f"fuzz{reader.endings[0] if reader.endings else ''}"
    check(list(reader.read(RawInput(name, data[1:], name))))


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
