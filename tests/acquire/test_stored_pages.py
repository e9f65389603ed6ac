"""Stored pages read as stored; whatever is done to them, one record comes out and nothing is raised."""

from __future__ import annotations

import random
from pathlib import Path

import msgspec
import pytest
from update_pages import STORED, expected

from crosswire.acquire import RawInput, read
from crosswire.model import Article

NOISE = (
    b"<div>",
    b"</p>",
    b"<!--",
    b"-->",
    b"<script>",
    b"\x00",
    b"\xff\xfe",
    b"&#xd800;",
    b"<table><tr>",
    b'"',
    b"]]>",
    b"<p" * 40,
)


@pytest.mark.parametrize("page", STORED, ids=lambda page: page.stem)
def test_a_stored_page_reads_as_stored(page: Path) -> None:
    assert msgspec.json.decode(expected(page)) == msgspec.json.decode(page.with_suffix(".json").read_bytes())


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The bytes after one to four accidents: a piece lost, doubled, put elsewhere, or noise between."""
    for _ in range(chance.randint(1, 4)):
        start, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
        piece = data[start : min(end, start + 400)]
        kind = chance.randrange(4)
        if kind == 0:
            data = data[:start] + data[start + len(piece) :]
        elif kind == 1:
            data = data[:start] + piece + data[start:]
        elif kind == 2:
            data = data[:end] + piece + data[end:]
        else:
            data = data[:start] + chance.choice(NOISE) + data[start:]
    return data


@pytest.mark.parametrize("page", STORED, ids=lambda page: page.stem)
def test_a_damaged_page_gives_one_record(page: Path) -> None:
    chance = random.Random(f"damage {page.stem}")  # noqa: S311
    for _ in range(25):
        (found,) = read(RawInput("a.html", damaged(page.read_bytes(), chance), "a.html"))
        if isinstance(found, Article):
            assert msgspec.json.decode(msgspec.json.encode(found), type=Article) == found
            assert all(found.text[a:b].strip() for a, b in (block.span for block in found.blocks))
            assert [block.span for block in found.blocks] == sorted(block.span for block in found.blocks)
