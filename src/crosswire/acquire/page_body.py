"""The body of a page, by trafilatura, as a list of blocks: headings, paragraphs, captions.

Source: A. Barbaresi, "Trafilatura: A Web Scraping Library and Command-Line Tool for Text Discovery and Extraction",
ACL 2021, with the settings that favour precision.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from itertools import islice

import trafilatura
from lxml import etree, html

from crosswire.acquire.page_light import lightened
from crosswire.acquire.page_prose import gathered, opening, prose
from crosswire.model import BlockKind

for _noisy in ("trafilatura", "htmldate", "courlan"):
    logging.getLogger(_noisy).setLevel(logging.CRITICAL)  # each page that holds no article is an error to them

Piece = tuple[BlockKind, str]
# What trafilatura and the libraries under it are known to raise on broken trees.
TROUBLE = (ValueError, TypeError, AttributeError, LookupError, RecursionError, etree.LxmlError)
_BREAKS = re.compile(r"\n[ \t]*\n\s*")
_LONGEST_CAPTION = 600
_CAPTION_PARTS = 100  # strings within a caption's element that are looked at
_SHORTEST_STATED = 250
_BLOCKS = ("p", "div", "li", "td", "h2", "h3")
_MANY_BLOCKS = 5_000  # no report has so many; above it the second opinion (jusText, quadratic in blocks) is not asked
_LONG = 4_000  # characters of a body that is taken for whole without asking
_SHORT = 250  # characters of a body that is taken for whole only after a second opinion


def read_body(tree: html.HtmlElement, url: str | None) -> list[Piece]:
    """The blocks of a page's article in order; none where the page holds no article.

    The extractor's second opinion (readability, jusText) doubles its time, and is asked only where the first one is
    short, or holds less than half of the page's prose.

    Args:
        tree: the page, without code and frame (`page_tree`); it is made lighter.
        url: the page's address, to know its own links by.
    """
    captions = _captions(tree)
    lightened(tree)
    body = _extracted(tree, url, captions, fast=True)
    length = sum(len(text) for _, text in body)
    if length >= _LONG:
        return body
    paragraphs = prose(tree)
    there = sum(length for _, length in paragraphs)
    if length >= _SHORT and 2 * length >= there:
        return body
    if next(islice(tree.iter(*_BLOCKS), _MANY_BLOCKS, None), None) is None:
        body = _extracted(tree, url, captions, fast=False) or body
    if 2 * sum(len(text) for _, text in body) >= there:
        return body
    known = {opening(text) for _, text in body}
    found = [piece for one in gathered(tree, paragraphs, known) for piece in _plain(one)]
    return found if sum(len(text) for _, text in found) > 2 * sum(len(text) for _, text in body) else body


def paragraphs_of(tree: html.HtmlElement | None) -> list[Piece]:
    """The paragraphs and headings of a piece of HTML that is all article, captions told apart."""
    if tree is None:
        return []
    captions = _captions(tree)
    pieces = [piece for one in tree.iter("p", "h2", "h3", "h4", "li") for piece in _plain(one)]
    return [("caption" if _squeezed(text) in captions else kind, text) for kind, text in pieces]


def _plain(element: html.HtmlElement) -> Iterator[Piece]:
    """The blocks of an element of the page itself."""
    kind: BlockKind = "heading" if element.tag in {"h2", "h3", "h4"} else "paragraph"
    yield from ((kind, text) for text in _paragraphs(element))


def _extracted(tree: html.HtmlElement, url: str | None, captions: set[str], *, fast: bool) -> list[Piece]:
    try:
        document = trafilatura.bare_extraction(
            tree, url=url, fast=fast, favor_precision=True, include_comments=False, with_metadata=False
        )
    except TROUBLE:
        return []
    if document is None or document.body is None:
        return []
    return [
        ("caption" if len(text) <= _LONGEST_CAPTION and _squeezed(text) in captions else kind, text)
        for child in document.body
        for kind, text in _pieces(child)
    ]


def _captions(tree: html.HtmlElement) -> set[str]:
    """The words of the elements that are captions by name or by class."""
    marked = (
        one
        for one in tree.iter("figcaption", "div", "p", "span")
        if one.tag == "figcaption" or "caption" in (one.get("class") or "").lower()
    )
    texts = ("".join(islice(one.itertext(with_tail=False), _CAPTION_PARTS)) for one in marked)
    return {_squeezed(text) for text in texts if len(text) <= 2 * _LONGEST_CAPTION}


def fuller(body: list[Piece], stated: Sequence[str]) -> list[Piece]:
    """The body, or the paragraphs that the page states for machines where they are a whole text and twice as long.

    Pages that show a part and load the rest, and those whose markup hides the text, hold it whole in their JSON-LD.
    """
    length = sum(map(len, stated))
    if length < _SHORTEST_STATED or 2 * sum(len(text) for _, text in body) > length:
        return body
    return [("paragraph", text) for text in stated]


def _pieces(element: etree._Element) -> Iterator[Piece]:
    """The blocks of one element of the extracted body: a list gives one an item, a table one a row."""
    if element.tag == "head":
        yield from (("heading", text) for text in _paragraphs(element))
    elif element.tag in {"list", "quote", "table", "div"}:
        yield from _nested(element)
    elif element.tag == "row":
        cells = [" ".join(text.split()) for cell in element if (text := "".join(_with_breaks(cell))).strip()]
        if cells:
            yield "paragraph", " | ".join(cells)
    else:
        yield from (("paragraph", text) for text in _paragraphs(element))
    if element.tail and element.tail.strip():
        yield "paragraph", " ".join(element.tail.split())


def _nested(element: etree._Element) -> Iterator[Piece]:
    if not any(child.tag in {"p", "item", "row", "list", "quote", "head", "table", "div"} for child in element):
        yield from (("paragraph", text) for text in _paragraphs(element))
        return
    if element.text and element.text.strip():
        yield "paragraph", " ".join(element.text.split())
    for child in element:
        yield from _pieces(child)


def _paragraphs(element: etree._Element) -> Iterator[str]:
    """The text of an element, its lines kept; two line breaks in a row end a paragraph."""
    for part in _BREAKS.split("".join(_with_breaks(element))):
        lines = [" ".join(line.split()) for line in part.split("\n")]
        if text := "\n".join(line for line in lines if line):
            yield text


def _with_breaks(element: etree._Element) -> Iterator[str]:
    """The strings within an element, white space made plain, with a line's end for each `lb` element."""
    for event, one in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            if one.tag in {"lb", "br"}:
                yield "\n"
            yield " ".join((one.text or "").splitlines())
        elif one is not element:
            yield " ".join((one.tail or "").splitlines())


def _squeezed(text: str) -> str:
    return " ".join(text.split())
