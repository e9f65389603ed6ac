"""Anchors: a quote is found again where it was, and nowhere else."""

from __future__ import annotations

import time
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.anchors import CONTEXT, fragment, link, resolve, selector
from crosswire.model import Span, TextQuote

TEXT = "The ferry sank.\n\nThe mayor said  the ferry was old. The owner said the ferry was new, not old."


def at(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("words", "nth", "quote"),
    [
        ("The mayor", 0, TextQuote("The mayor", "", "")),
        ("ferry", 0, TextQuote("ferry", "", " sank.")),
        ("ferry", 1, TextQuote("ferry", "the ", " was old.")),
        ("said  the ferry was old", 0, TextQuote("said the ferry was old", "", "")),
        ("The ferry", 0, TextQuote("The ferry", "", " sank.")),
        ("old", 0, TextQuote("old", "was ", "")),
    ],
)
def test_the_shortest_context_that_tells_the_words_apart(words: str, nth: int, quote: TextQuote) -> None:
    assert selector(TEXT, at(words, nth)) == quote
    assert resolve(TEXT, quote) == at(words, nth)


def test_what_cannot_be_told_apart_has_no_selector() -> None:
    assert selector("old boat, " * 40, Span(200, 203)) is None
    assert selector(TEXT, Span(3, 3)) is None
    assert selector(TEXT, Span(15, 17)) is None
    assert selector("a \ud800 b", Span(0, 1)) is None


def test_capitals_alone_tell_nothing_apart() -> None:
    assert selector("Old. OLD.", Span(0, 3)) == TextQuote("Old", "", ". OLD.")
    assert resolve("Old and OLD", TextQuote("OLD", "", "")) is None


def test_a_changed_text_gives_no_lookalike() -> None:
    quote = TextQuote("ferry", "the ", " was old")
    assert resolve(TEXT.replace("was old", "was rotten"), quote) is None
    assert resolve(TEXT + " And said the ferry was old.", quote) is None
    assert resolve("Said\tthe\n ferry was old", quote) == Span(10, 15)
    assert resolve(TEXT, TextQuote("", "a", "b")) is None


@pytest.mark.parametrize(
    ("quote", "directive"),
    [
        (TextQuote("a-b, c & d", "", ""), "#:~:text=a%2Db%2C%20c%20%26%20d"),
        (TextQuote("ferry", "the ", " sank"), "#:~:text=the-,ferry,-sank"),
        (TextQuote("Öse", "", " #1"), "#:~:text=%C3%96se,-%231"),
    ],
)
def test_fragments(quote: TextQuote, directive: str) -> None:
    assert fragment(quote) == directive


def test_a_long_quote_is_named_by_its_ends() -> None:
    words = " ".join(f"word{n}" for n in range(100))
    start, _, end = fragment(TextQuote(words, "", "")).removeprefix("#:~:text=").partition(",")
    assert words.startswith(unquote(start))
    assert words.endswith(unquote(end))
    assert len(unquote(start)) <= 120 >= len(unquote(end))
    again = "same words " * 60
    assert fragment(TextQuote(again.strip(), "", "")).count(",") == 0


def test_links() -> None:
    quote = TextQuote("ferry", "", "")
    assert link("https://oller.example/a", quote) == "https://oller.example/a#:~:text=ferry"
    assert link("https://oller.example/a#top", quote) == "https://oller.example/a#top:~:text=ferry"
    for url in ("javascript:alert(1)", "file:///a", "https://a b", "", None):
        assert link(url, quote) is None
    assert link("https://oller.example/a", None) is None


@given(st.text(alphabet="ab AB\n\tİß.-", max_size=60), st.integers(0, 60), st.integers(0, 12))
def test_every_selector_leads_back_to_its_words(text: str, start: int, length: int) -> None:
    span = Span(min(start, len(text)), min(start + length, len(text)))
    quote = selector(text, span)
    if quote is None:
        return
    assert len(quote.prefix) <= CONTEXT >= len(quote.suffix)
    found = resolve(text, quote)
    assert found is not None
    words = span.of(text)
    assert found.of(text) == words.strip()
    assert found.start == span.start + len(words) - len(words.lstrip())


@pytest.mark.parametrize("text", ["a" * 1_000_000, "a " * 500_000, " " * 1_000_000, "a\n" * 500_000])
def test_time_grows_with_the_text_alone(text: str) -> None:
    begun = time.perf_counter()
    for span in (Span(0, 1), Span(400_000, 600_000), Span(0, len(text))):
        quote = selector(text, span)
        assert quote is None or resolve(text, quote) is not None
    assert time.perf_counter() - begun < 20
