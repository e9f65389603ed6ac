"""What goes from a page before its body is read, and what stays."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from crosswire.acquire.page_light import lightened
from crosswire.acquire.page_tree import parse_page

LINKS = "".join(f'<li><a href="/{n}">Harbour notes, part {n}</a></li>' for n in range(6))


def left(body: str) -> str:
    tree, _ = parse_page(f"<html><body>{body}</body></html>")
    assert tree is not None
    found = lightened(tree).find("body")
    return etree.tostring(found, encoding="unicode", method="html").removeprefix("<body>").removesuffix("</body>")


def test_elements_without_words_go_and_their_frames_with_them() -> None:
    assert left('<div class="ad"><div><span></span> </div></div><p class="x">The ferry sank.</p>') == (
        '<p class="x">The ferry sank.</p>'
    )


def test_words_after_a_picture_stay() -> None:
    assert left('<p>The ferry <img src="a.png">sank.</p>') == "<p>The ferry sank.</p>"


def test_line_breaks_and_empty_cells_stay() -> None:
    kept = "<p>One<br>two</p><table><tr><td>1</td><td></td></tr></table>"
    assert left(kept) == kept


def test_inline_marks_go_and_their_words_stay() -> None:
    assert left("<p>The <b>old</b> ferry <em>sank</em>.</p>") == "<p>The old ferry sank.</p>"


def test_attributes_that_no_one_reads_go() -> None:
    assert left('<p id="a" class="b"><a href="/x" title="y">Orvane</a> sank.</p>') == (
        '<p id="a" class="b"><a>Orvane</a> sank.</p>'
    )


def test_a_frame_of_links_goes_with_its_heading() -> None:
    assert left(f"<p>The ferry sank.</p><h3>Read also</h3><ul>{LINKS}</ul>") == "<p>The ferry sank.</p>"


def test_a_line_that_ends_in_a_colon_goes_with_its_links() -> None:
    assert left(f"<p>The ferry sank.</p><p>More on this:</p><ul>{LINKS}</ul>") == "<p>The ferry sank.</p>"


def test_a_credit_before_links_stays() -> None:
    assert left(f"<p>The ferry sank.</p><p>Source: Orvane Wire</p><ul>{LINKS}</ul>") == (
        "<p>The ferry sank.</p><p>Source: Orvane Wire</p>"
    )


def test_a_few_links_stay() -> None:
    few = "<ul><li><a>Harbour notes</a></li><li><a>Ferry times</a></li></ul>"
    assert left(few) == few


def test_links_among_prose_stay() -> None:
    prose = "".join(
        f"<p>On day {n} the crew met the <a>harbour board</a> and talked about repairs.</p>" for n in range(6)
    )
    assert left(f"<div>{prose}</div>") == f"<div>{prose}</div>"


def test_links_as_long_as_sentences_stay() -> None:
    items = "".join(
        f"<li><a>{'The board of the harbour said that it would meet again soon. ' * 2}</a></li>" for _ in range(6)
    )
    assert left(f"<ul>{items}</ul>") == f"<ul>{items}</ul>"


def test_a_figure_goes_and_one_that_holds_a_table_stays() -> None:
    table = "<figure><table><tr><td>1</td></tr></table></figure>"
    assert left(f"<p>Toll:</p><figure><figcaption>The quay</figcaption></figure>{table}") == f"<p>Toll:</p>{table}"


_PIECES = st.sampled_from(
    ["<div>", "</div>", "<p>", "</p>", "<img>", "<span>", "</span>", "<br>", "<b>", "</b>", "word ", " "]
)


@given(st.lists(_PIECES, max_size=40))
def test_without_links_and_empty_elements_no_word_is_lost(pieces: list[str]) -> None:
    tree, _ = parse_page(f"<html><body><p>begin {''.join(pieces)} end</p></body></html>")
    assert isinstance(tree, html.HtmlElement)
    words = tree.text_content().split()
    assert lightened(tree).text_content().split() == words


@given(st.lists(_PIECES, max_size=40))
def test_what_is_light_stays_as_it_is(pieces: list[str]) -> None:
    tree, _ = parse_page(f"<html><body>begin {''.join(pieces)}</body></html>")
    assert isinstance(tree, html.HtmlElement)
    once = etree.tostring(lightened(tree))
    assert etree.tostring(lightened(tree)) == once
