"""Whatever the bytes and the name: an article or a rejection, and never an exception."""

from __future__ import annotations

import hashlib

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.acquire import ENDINGS, READERS, RawInput, read
from crosswire.model import Article, Rejection

NAMES = st.sampled_from(["a", *(f"a{ending}" for ending in sorted(ENDINGS))])
MARKUP = st.lists(
    st.sampled_from(
        ["<html>", "<body>", "<p>", "</p>", "<h1>", "</h1>", "<br>", "<li>", "<table>", "<tr>", "<td>", "<!--", "-->", "<title>", "</title>",
         "<script type='application/ld+json'>", "</script>", '{"@type":"NewsArticle","headline":', '"author":[', "]", "}", '"x y"', ",",
         "<meta property='og:title' content='", "'>", "<time datetime='2031-02-03'>", "&amp;", "&#0;", "&#xdfff;", "\x00", "words and words. "]
    ),
    max_size=40,
).map(lambda parts: "".join(parts).encode())  # fmt: skip


@settings(deadline=None)
@given(
    st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")), MARKUP),
    NAMES,
)
def test_any_bytes_are_answered(data: bytes, name: str) -> None:
    found = list(read(RawInput(name, data, name)))
    assert found
    if not name.endswith(("json", "jsonl", "ndjson")):
        assert len(found) == 1
    for one in found:
        assert msgspec.json.decode(msgspec.json.encode(one), type=type(one)) == one
        if isinstance(one, Rejection):
            assert one.reason
            assert one.remedy
        elif len(found) == 1 and not name.endswith(("jsonl", "ndjson", "json")):
            assert one.source.sha256 == hashlib.sha256(data).hexdigest()


@settings(deadline=None, max_examples=60)
@given(MARKUP)
def test_blocks_of_a_page_are_its_text(data: bytes) -> None:
    (found,) = read(RawInput("a.html", data, "a.html"))
    assert isinstance(found, Article)
    assert "\n\n".join(found.text[a:b] for a, b in (block.span for block in found.blocks)) == found.text
    assert found.title is None or found.title.span is None or found.title.span.of(found.text) == found.title.text


def test_each_ending_and_media_type_has_one_reader() -> None:
    for listed in (
        [e for reader in READERS for e in reader.endings],
        [m for reader in READERS for m in reader.media_types],
    ):
        assert len(listed) == len(set(listed))


def test_a_media_type_goes_before_the_ending() -> None:
    (found,) = read(RawInput("a.txt", b'{"text": "a"}', "a.txt", media_type="application/json"))
    assert isinstance(found, Article)
    assert found.text == "a"
