"""The reader that the how-to builds does what the how-to says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from crosswire.acquire import RawInput
from crosswire.model import Article, Author, Published, Rejection, Title

HOW_TO = (Path(__file__).parents[2] / "docs/how-to-add-a-reader.md").read_text("utf-8")


@pytest.fixture(scope="module")
def read_wire_note() -> Any:
    (code,) = re.findall(r"```python\n(.*?)```", HOW_TO, re.DOTALL)
    found: dict[str, Any] = {"__name__": "wire_note"}
    exec(compile(code, "wire_note.py", "exec"), found)  # noqa: S102
    return found["read_wire_note"]


def test_the_example_is_read(read_wire_note: Any) -> None:
    (note,) = re.findall(r"```text\n(Slug.*?)```", HOW_TO, re.DOTALL)
    reports: Iterator[Article | Rejection] = read_wire_note(RawInput("a.wire", note.encode(), "a.wire"))
    (found,) = reports
    assert isinstance(found, Article)
    assert found.text == "The mill on Ash Street was closed on Thursday, the town clerk of Vesk said.\n"
    assert found.title == Title("Mill closed at Vesk")
    assert found.published == Published("2031-04-17T10:00", "given")
    assert found.authors == (Author("Pell Ansgar"),)


@pytest.mark.parametrize("data", [b"", b"Hello", b"%PDF-1.7", bytes(100)])
def test_what_is_no_note_is_refused(read_wire_note: Any, data: bytes) -> None:
    (found,) = read_wire_note(RawInput("a.wire", data, "a.wire"))
    assert isinstance(found, Rejection)
