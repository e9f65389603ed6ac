"""Markdown: the text untouched, its blocks by the shape of the lines, what its front matter says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.acquire import RawInput, read
from crosswire.model import Article, Rejection

FRONT = (
    '---\ntitle: "Mill closed at Vesk"\ndate: 2031-04-17T10:00:00+02:00\nauthors: [Pell Ansgar, "Ena Tull"]\n---\n\n'
)


def article(text: str) -> Article:
    (found,) = read(RawInput("a.md", text.encode("utf-8", "surrogatepass"), "a.md"))
    assert isinstance(found, Article), found
    return found


def blocks(text: str) -> list[tuple[str, str]]:
    found = article(text)
    assert found.text == text
    return [(block.kind, block.span.of(text)) for block in found.blocks]


def words(text: str) -> list[tuple[str, str]]:
    return [(kind, inner) for kind, inner in blocks(text) if kind != "boilerplate"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_headings_and_paragraphs(end: str) -> None:
    lines = ["# Mill closed #", "", "The mill was closed,", "the clerk said.", "## Next", "A hearing."]
    assert words(end.join(lines)) == [
        ("title", "Mill closed"),
        ("paragraph", f"The mill was closed,{end}the clerk said."),
        ("heading", "Next"),
        ("paragraph", "A hearing."),
    ]


def test_underlined_headings() -> None:
    assert words("Mill closed\n===\n\nWords.\n\nNext\n----\nMore.") == [
        ("title", "Mill closed"),
        ("paragraph", "Words."),
        ("heading", "Next"),
        ("paragraph", "More."),
    ]


def test_items_of_lists_are_paragraphs_without_their_marks() -> None:
    assert words("- one\n  goes on\n* two\n1. three\n\n   and more\n") == [
        ("paragraph", "one\n  goes on"),
        ("paragraph", "two"),
        ("paragraph", "three"),
        ("paragraph", "and more"),
    ]


def test_code_rules_tables_and_definitions_are_no_words() -> None:
    text = "Words.\n\n```py\nx = 1\n```\n\n    y = 2\n\n***\n\n| a | b |\n|---|---|\n\n[ash]: https://ash.example\n\n<div>\n\n![The mill](mill.jpg)\n"
    assert words(text) == [("paragraph", "Words."), ("paragraph", "| a | b |")]


def test_an_open_fence_runs_to_the_end() -> None:
    assert words("Words.\n~~~\n# not a heading\n") == [("paragraph", "Words.")]


def test_quotations_keep_their_words_and_links_their_syntax() -> None:
    assert words("> We have [no buyer](https://ash.example).\n") == [
        ("paragraph", "We have [no buyer](https://ash.example).")
    ]


def test_a_hash_tag_is_no_heading() -> None:
    assert words("#vesk is closed") == [("paragraph", "#vesk is closed")]


def test_front_matter_gives_title_date_and_authors_with_their_places() -> None:
    found = article(FRONT + "Words.\n")
    assert found.title is not None
    assert found.title.span is not None
    assert found.title.span.of(found.text) == found.title.text == "Mill closed at Vesk"
    assert found.published is not None
    assert found.published.span is not None
    assert found.published.value == found.published.span.of(found.text) == "2031-04-17T10:00:00+02:00"
    assert [(author.name, author.span and author.span.of(found.text)) for author in found.authors] == [
        ("Pell Ansgar", "Pell Ansgar"),
        ("Ena Tull", "Ena Tull"),
    ]
    assert words(FRONT + "Words.\n") == [("paragraph", "Words.")]


def test_authors_may_be_a_list_of_lines() -> None:
    found = article("---\nauthor:\n  - Pell Ansgar\n  - Ena Tull\n...\nWords.")
    assert [author.name for author in found.authors] == ["Pell Ansgar", "Ena Tull"]


def test_a_date_with_two_readings_is_not_taken() -> None:
    found = article("---\ndate: 03/04/2031\n---\nWords.")
    assert found.published is None
    assert [warning.code for warning in found.warnings] == ["published"]


def test_an_unclosed_front_matter_is_text() -> None:
    assert ("paragraph", "title: x") in words("---\ntitle: x\n\nWords.")


def test_a_binary_is_refused() -> None:
    (found,) = read(RawInput("a.md", b"\x89PNG\r\n\x1a\n" + bytes(50), "a.md"))
    assert isinstance(found, Rejection)


PIECES = st.lists(
    st.sampled_from(
        ["# ", "## ", "#", "---", "===", "- ", "1. ", "> ", "```", "~~~~", "    ", "\t", "|", "|-|", "[a]: b", "<div>", "![x](y)", "title: x",
         "date: 2031-01-01", "author:", "\n", "\n\n", "\r\n", "\r", "words", " ", "\x00", "é"]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@settings(deadline=None)
@given(PIECES | st.text(max_size=80))
def test_blocks_are_in_order_do_not_overlap_and_leave_out_no_letter(text: str) -> None:
    text = text.removeprefix("\ufeff").encode("utf-8", "ignore").decode()
    found = read(RawInput("a.md", text.encode(), "a.md"))
    for one in found:
        if isinstance(one, Article):
            at = 0
            for block in one.blocks:
                assert not one.text[at : block.span.start].strip()
                assert block.span.of(one.text).strip() == block.span.of(one.text) != ""
                at = block.span.end
            assert not one.text[at:].strip()


@pytest.mark.parametrize(
    "text", ["#" * 500_000, ">" * 500_000, "- " * 300_000, "![[" * 200_000, "| " * 300_000, "a\n" * 100_000]
)
def test_long_lines_take_linear_time(text: str) -> None:
    assert article(text).text == text
