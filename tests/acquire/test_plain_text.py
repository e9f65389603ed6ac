"""Plain text comes out as it went in; encodings are told apart, and doubts are said."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from crosswire.acquire import RawInput, read
from crosswire.model import Article, Rejection

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\r\n\t\u00a0\u2028"), max_size=300)


def one(data: bytes, name: str = "a.txt") -> Article | Rejection:
    (found,) = read(RawInput(name, data, name))
    return found


def article(data: bytes, name: str = "a.txt") -> Article:
    found = one(data, name)
    assert isinstance(found, Article), found
    return found


def codes(found: Article) -> list[str]:
    return [warning.code for warning in found.warnings]


@given(WORDS)
def test_utf8_is_kept_to_the_character(text: str) -> None:
    assume(not re.match(r"\s*(<|\ufeff)", text))
    found = article(text.encode())
    assert found.text.encode() == text.encode()
    assert "encoding" not in codes(found)


@given(WORDS, st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_a_byte_order_mark_decides_and_goes(text: str, encoding: str) -> None:
    found = article(("x" + text).encode(encoding))
    assert (found.text, codes(found)) == ("x" + text, [])


@given(st.text(st.characters(max_codepoint=255, exclude_categories=["Cc"]), min_size=1, max_size=200))
def test_a_legacy_encoding_is_named_and_taken(text: str) -> None:
    data = text.encode("latin-1")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        found = article(data)
        (warning,) = [w for w in found.warnings if w.code == "encoding"]
        named = re.search(r"read as ([\w-]+)", warning.message)
        assert named
        assert found.text == data.decode(named[1], "replace")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Die Brücke über die Ölde wächst, sagte die Bürgermeisterin; für März ist die Öffnung geplant.", "cp1252"),
        ("Мост через реку откроют в марте, сообщила мэр города на встрече с жителями.", "cp1251"),
        ("Мост через реку откроют в марте, сообщила мэр города на встрече с жителями.", "koi8-r"),
        ("橋は三月に開通する予定だと市長は火曜日の会見で述べた。工事は二年遅れている。", "shift_jis"),
        ("The mayor’s “bridge”", "cp1252"),
        ("A bridge without a mark", "utf-16-le"),
        ("A bridge without a mark", "utf-16-be"),
    ],
)
def test_well_known_encodings_are_found(text: str, encoding: str) -> None:
    found = article(text.encode(encoding))
    assert (found.text, codes(found)) == (text, ["encoding"])


def test_damaged_utf8_stays_utf8() -> None:
    found = article("Straße, Brücke, Öffnung ".encode() + b"\xe9t\xe9")
    assert found.text == "Straße, Brücke, Öffnung \ufffdt\ufffd"
    assert codes(found) == ["encoding"]


@pytest.mark.parametrize("text", ["", " \r\n\t", "\u00a0"])
def test_an_empty_text_is_kept_with_a_warning(text: str) -> None:
    found = article(text.encode())
    assert (found.text, codes(found)) == (text, ["empty"])


def test_a_nul_is_kept_with_a_warning() -> None:
    found = article(b"The mill\x00 is closed.\r\n")
    assert (found.text, codes(found)) == ("The mill\x00 is closed.\r\n", ["nul"])


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\nabc",
        b"\x89PNG\r\n\x1a\n",
        b"PK\x03\x04abc",
        b"\x7fELF\x02",
        b"\xff\xd8\xff\xe0",
        b"\x1f\x8b\x08\x00",
        bytes(200),
        bytes(range(256)) * 4,
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl", "a.json", "a"])
def test_a_binary_is_refused_with_one_line(data: bytes, name: str) -> None:
    for found in read(RawInput(name, data, name)):
        assert isinstance(found, Rejection)
        assert found.input.startswith(name)
        assert found.reason
        assert found.remedy
        assert "\n" not in found.reason


def test_a_page_under_another_name_is_read_as_a_page() -> None:
    assert article(b"\n<!DOCTYPE html><html><title>Mill closed</title></html>").source.media_type == "text/html"
    assert article(b"The tag <html> opens a page.").source.media_type == "text/plain"


@pytest.mark.parametrize("data", [b'<?xml version="1.0"?><rss></rss>', b"<rss version='2.0'>", b"\n<feed xmlns='x'>"])
def test_xml_is_not_taken_for_text(data: bytes) -> None:
    assert isinstance(one(data), Rejection)
