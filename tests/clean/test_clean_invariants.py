"""What holds of every cleaned article, whatever its text."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from crosswire.clean import clean
from crosswire.model import Article, Block, BlockKind, Source, Span

READ = {"title", "heading", "paragraph", "caption"}
PIECES = st.sampled_from(
    """
    By Jane Roe|READ ALSO|Leave a comment|LIMA, Peru (AP) _|He left. She stayed.|Photo: Reuters|Mr. J. Doe of Oslo Inc.|
    Story by  ANI|Date 01-11-2023|Published: 12 March 2024 10:30 GMT|Harbour opens again|"We won." he said|© 2020 Quay|
    and then the ship|On May 3, the mayor spoke.|\u00a0|\t|(Reuters) -|Advertisement|Your email address will not be published|
    THE END|12/11/2023|It was late|Updated: Nov 4, 2021|* * *|\u200b|\x00|\ud800|“Why?”|...|. . .|Friday, November 3
    """.replace("\n    ", "").split("|")
)
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.tuples(PIECES, st.sampled_from(["\n", "\n\n", " ", "\r\n", "\n \n", " | "])), max_size=14).map(
        lambda parts: "".join(a + b for a, b in parts)
    ),
)


def article(text: str, blocks: tuple[Block, ...] = ()) -> Article:
    return Article("a", Source("a.txt", None, "text/plain", "0" * 64), text, blocks=blocks)


def holds(cleaned: Article, text: str) -> None:
    assert cleaned.text == text
    at = 0
    for block in cleaned.blocks:
        assert at <= block.span.start < block.span.end <= len(text)
        assert not text[at : block.span.start].strip()
        at = block.span.end
    assert not text[at:].strip()
    read = [block.span for block in cleaned.blocks if block.kind in READ]
    left = list(text)
    for sentence in cleaned.sentences:
        assert any(block.covers(sentence) for block in read)
        left[sentence.start : sentence.end] = [" "] * (sentence.end - sentence.start)
    assert list(cleaned.sentences) == sorted(cleaned.sentences)
    assert not "".join(c for block in read for c in left[block.start : block.end]).strip()


@settings(deadline=None)  # the first call loads the model of py3langid
@given(TEXTS)
@example("")
@example("\x00")
@example("A\n\nA\nA\n")
def test_blocks_and_sentences_cover_the_text_once(text: str) -> None:
    holds(clean(article(text)), text)


@settings(deadline=None)  # the first call loads the model of py3langid
@given(TEXTS)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(article(text))
    assert clean(once) == once


@settings(deadline=None)  # the first call loads the model of py3langid
@given(TEXTS, st.lists(st.tuples(st.integers(0, 320), st.integers(0, 320)), max_size=6), st.data())
def test_blocks_from_a_reader_are_made_whole(text: str, cuts: list[tuple[int, int]], data: st.DataObject) -> None:
    kinds: st.SearchStrategy[BlockKind] = st.sampled_from(("title", "heading", "paragraph", "caption"))
    blocks = tuple(Block(data.draw(kinds), Span(min(c), max(c))) for c in cuts)
    once = clean(article(text, blocks))
    holds(once, text)
    assert clean(once) == once
