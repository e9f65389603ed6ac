"""Quotation marks of every kind, balanced or not; and attributions on any text at all."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.detect.attributions import detect_attributions
from crosswire.detect.attributions.quotes import find_quotations
from crosswire.model import Article, Block, Source, Span, Syntax, Token


def article_of(text: str) -> Article:
    """An article whose lines are its paragraphs."""
    blocks = tuple(Block("paragraph", Span(*m.span())) for m in re.finditer(r"[^\n]*\S[^\n]*", text))
    return Article("a", Source("a.txt", None, "text/plain", "0" * 64), text, language="en", blocks=blocks)


def quoted(text: str) -> list[str]:
    return [q.inner.of(text) for q in find_quotations(article_of(text))]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('He said "one" and "two".', ["one", "two"]),
        ("He said “one” and “two”.", ["one", "two"]),
        ("Er sagte „eins“ und «zwei».", ["eins", "zwei"]),
        ("He said ''one'' then.", ["one"]),
        ("It isn't 'one', it's the boys' 'two'.", ["one", "two"]),
        ("“He told me ‘stop’ and I stopped,” she said.", ["He told me ‘stop’ and I stopped,"]),
        ("“He said “stop” to me,” she said.", ["He said “stop” to me,"]),
        ('“One mark is straight," she said.', ["One mark is straight,"]),
        ('The 6" pipe and the 4" pipe.', []),
        ("No one closed “this and then “that” came.", ["that"]),
        ("A mark that closes ” nothing.", []),
        ("“First paragraph.\n“Second paragraph.”", ["First paragraph.", "Second paragraph."]),
        ('"It goes on\n\n"and ends."', ["It goes on", "and ends."]),
        ("", []),
        ('"', []),
        ('""', []),
    ],
)
def test_what_is_between_the_marks(text: str, inner: list[str]) -> None:
    assert quoted(text) == inner


def test_a_quotation_knows_that_it_goes_on() -> None:
    first, second = find_quotations(article_of("“First paragraph.\n“Second paragraph.”"))
    assert (first.opens, first.continues, second.opens, second.continues) == (True, False, False, True)


LABELS = (
    "nsubj",
    "ccomp",
    "conj",
    "dobj",
    "prep",
    "pobj",
    "advcl",
    "acl",
    "relcl",
    "xcomp",
    "punct",
    "mark",
    "aux",
    "cc",
    "appos",
)
PIECES = (
    "said",
    "added",
    "that",
    "according",
    "to",
    "he",
    "Jane",
    "Holt",
    ",",
    ".",
    ":",
    "“",
    "”",
    '"',
    "'",
    "asked",
    "claim",
    "citing",
    "\n",
)


@st.composite
def analysed(draw: st.DrawFn) -> tuple[Article, Syntax]:
    """A text of odd pieces with any tree over it."""
    words = draw(st.lists(st.sampled_from(PIECES) | st.text(min_size=1, max_size=4), max_size=40))
    article = article_of(" ".join(words))
    tokens: list[Token] = []
    sentences: list[tuple[int, int]] = []
    for block in article.blocks:
        first = len(tokens)
        spans = [m.span() for m in re.finditer(r"\w+|[^\w\s]", article.text[block.span.start : block.span.end])]
        for n, (start, end) in enumerate(spans):
            word = article.text[block.span.start + start : block.span.start + end]
            verb = word in {"said", "added", "asked", "citing"}
            pos, tag = ("VERB", "VBD") if verb else ("PUNCT", ".") if not word[0].isalnum() else ("PROPN", "NNP")
            head = first if n == 0 else first + draw(st.integers(0, n - 1))
            lemma = {"said": "say", "added": "add", "asked": "ask", "citing": "cite"}.get(word, word)
            label = "ROOT" if n == 0 else draw(st.sampled_from(LABELS))
            tokens.append(Token(block.span.start + start, block.span.start + end, word, lemma, pos, tag, label, head))
        if spans:
            sentences.append((first, len(tokens)))
    return article, Syntax(tuple(tokens), tuple(sentences), ())


@settings(max_examples=150, deadline=None)
@given(analysed())
def test_spans_lie_in_the_text_and_quotations_in_the_content(case: tuple[Article, Syntax]) -> None:
    article = detect_attributions(*case)
    for attribution in article.attributions:
        assert attribution.content
        for span in (*attribution.source, *attribution.cue, *attribution.content, *attribution.quoted):
            assert 0 <= span.start < span.end <= len(article.text)
        for piece in attribution.quoted:
            assert any(c.covers(piece) for c in attribution.content)
        assert attribution.kind != "indirect" or attribution.content != attribution.quoted
        assert (attribution.speaker is None) or (attribution.speaker_name is not None)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="\"'“”‘’«»„ab. \n", max_size=60))
def test_quotations_are_in_order_and_apart(text: str) -> None:
    last = 0
    for quotation in find_quotations(article_of(text)):
        assert last <= quotation.start < quotation.end <= len(text)
        assert quotation.start <= quotation.inner.start <= quotation.inner.end <= quotation.end
        last = quotation.end


@pytest.mark.parametrize("mark", ['"', "“", "”", "'", "«", "“a” ", '"a '])
def test_a_hundred_thousand_marks(mark: str) -> None:
    assert detect_attributions(article_of(mark * 100_000), Syntax()).attributions == ()


def test_odd_characters() -> None:
    assert quoted("\x00“a\ud800b”\x00") == ["a\ud800b"]
