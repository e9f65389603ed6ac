"""Where a page's prose stands: how much of it there is, and its paragraphs in order when an extractor lost most of them.

Source of the method: C. Kohlschütter, P. Fankhauser, W. Nejdl, "Boilerplate Detection using Shallow Text Features",
WSDM 2010: length and link density of a block tell prose from the rest of a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml import html

_SHORTEST = 80  # characters of a paragraph of prose; one that is shorter may be anything
_MOST = 5_000  # paragraphs of prose that are looked at
_NAMED = ("p", "div", "section", "article", "td", "blockquote", "span")
_READ = ("p", "h2", "h3", "h4", "blockquote")
_BESIDE = re.compile(
    r"comment(?!ary)|disqus|privacy|\brespond\b|cookie|consent|related|newsletter|promo|recirc|popup|subscri|most-?(?:read|popular)"
    r"|biograph|\bbio\b|author-?(?:bio|box|info)|disclaimer"
)
_GAPS = re.compile(r"[\W_]+")
Found = tuple[html.HtmlElement, int]


def prose(tree: html.HtmlElement) -> list[Found]:
    """The paragraphs of prose with their lengths, without those in comments, notices and boxes beside the article."""
    found = ((one, _own_length(one)) for one in tree.iter(*_NAMED))
    return [(one, length) for one, length in islice(found, 10 * _MOST) if length >= _SHORTEST and not _beside(one)][
        :_MOST
    ]


def gathered(tree: html.HtmlElement, paragraphs: list[Found], known: set[str]) -> Iterator[html.HtmlElement]:
    """The elements of an article that stands in several frames of one class, of which an extractor read only one.

    Args:
        tree: the page.
        paragraphs: its prose.
        known: the beginnings of the texts that were read (`opening`).

    Yields:
        Paragraphs and headings whose frames have the tag and class of a frame of a known text, up to the next h1.
    """
    frames = {
        _kind(one.getparent()) for one, _ in paragraphs if opening("".join(one.itertext(with_tail=False))) in known
    }
    frames.discard(None)
    begun = False
    for one in tree.iter("h1", *_READ):
        if one.tag == "h1":
            if begun:
                return
        elif _kind(one.getparent()) in frames and not _mostly_links(one):
            begun = True
            yield one


def _kind(frame: html.HtmlElement | None) -> tuple[str, str] | None:
    """The tag and class of a frame, if it has a class."""
    return (str(frame.tag), name) if frame is not None and (name := frame.get("class")) else None


def opening(text: str) -> str:
    """The letters and digits that a text begins with, by which it is known again."""
    return _GAPS.sub("", text[:200])[:80]


def _own_length(element: html.HtmlElement) -> int:
    """Characters of a paragraph without its links; of a frame, only those that stand in it directly."""
    if element.tag != "p":
        return len((element.text or "").strip()) + sum(len((child.tail or "").strip()) for child in element)
    return len("".join(element.itertext(with_tail=False)).strip()) - _linked(element)


def _linked(element: html.HtmlElement) -> int:
    return sum(len("".join(one.itertext(with_tail=False))) for one in element.iter("a"))


def _mostly_links(element: html.HtmlElement) -> bool:
    return 2 * _linked(element) > len("".join(element.itertext(with_tail=False)).strip())


def _beside(element: html.HtmlElement) -> bool:
    """Whether an element, or one that holds it (the page itself apart), is named for what is no article."""
    return any(
        _BESIDE.search(f"{one.get('class') or ''} {one.get('id') or ''}"[:500].lower())
        for one in (element, *element.iterancestors())
        if one.tag not in {"body", "html", "main", "article"}
    )
