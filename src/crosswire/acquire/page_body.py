"""The body of a page, by trafilatura, as a list of blocks: headings, paragraphs, captions.

Source: A. Barbaresi, "Trafilatura: A Web Scraping Library and Command-Line Tool for Text Discovery and Extraction",
ACL 2021, with the settings that favour precision.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence

import trafilatura
from lxml import etree, html

from crosswire.acquire.page_tree import select
from crosswire.model import BlockKind

for _noisy in ("trafilatura", "htmldate", "courlan"):
    logging.getLogger(_noisy).setLevel(logging.CRITICAL)  # each page that holds no article is an error to them

Piece = tuple[BlockKind, str]
# What trafilatura and the libraries under it are known to raise on broken trees.
TROUBLE = (ValueError, TypeError, AttributeError, LookupError, RecursionError, etree.LxmlError)
_BREAKS = re.compile(r"\n[ \t]*\n\s*")
_LONGEST_CAPTION = 600
_SHORTEST_STATED = 250
_BLOCKS = etree.XPath("count(.//p | .//div | .//li | .//td | .//h2 | .//h3)")
_CAPTIONS = etree.XPath(
    ".//figcaption | .//*[self::div or self::p or self::span][contains(translate(@class, 'CAPTION', 'caption'), 'caption')]"
)
_MANY_BLOCKS = 5_000  # no report has so many; above it the second opinion (jusText, quadratic in blocks) is not asked


def read_body(tree: html.HtmlElement, url: str | None) -> list[Piece]:
    """The blocks of a page's article in order; none where the page holds no article.

    Args:
        tree: the whole page; it is not changed.
        url: the page's address, to know its own links by.
    """
    huge = float(str(_BLOCKS(tree))) > _MANY_BLOCKS
    try:
        document = trafilatura.bare_extraction(
            tree, url=url, fast=huge, favor_precision=True, include_comments=False, with_metadata=False
        )
    except TROUBLE:
        return []
    if document is None or document.body is None:
        return []
    captions = {_squeezed("".join(one.itertext(with_tail=False))) for one in select(_CAPTIONS, tree)}
    return [
        ("caption" if len(text) <= _LONGEST_CAPTION and _squeezed(text) in captions else kind, text)
        for child in document.body
        for kind, text in _pieces(child)
    ]


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
            if one.tag == "lb":
                yield "\n"
            yield " ".join((one.text or "").splitlines())
        elif one is not element:
            yield " ".join((one.tail or "").splitlines())


def _squeezed(text: str) -> str:
    return " ".join(text.split())
