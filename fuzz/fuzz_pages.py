"""Fuzz target: web pages. See README.md."""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["crosswire", "trafilatura", "htmldate", "justext"]):
    from crosswire.acquire import RawInput
    from crosswire.acquire.web_page import read_web_page
    from crosswire.anchors import resolve, selector

from checks import BrokenPromiseError, check

from crosswire.model import Article


def one_input(data: bytes) -> None:
    """Read some bytes as a web page; its first block must be found again by its selector."""
    found = list(read_web_page(RawInput("fuzz.html", data, "fuzz.html", "https://oller.example/2031/05/03/a")))
    check(found)
    for article in found:
        if isinstance(article, Article) and article.blocks:
            span = article.blocks[0].span
            quote = selector(article.text, span)
            if quote is not None and resolve(article.text, quote) is None:
                raise BrokenPromiseError(f"a selector that does not lead back: {quote}")


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
