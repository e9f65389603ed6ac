"""What holds for every reader, whatever the bytes are: the fuzz targets raise where one of these does not."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from crosswire.model import Article, Rejection


class BrokenPromiseError(Exception):
    """A reader gave what no reader may give."""


def check(found: Sequence[Article | Rejection]) -> None:
    """Check the records of one input.

    Raises:
        BrokenPromiseError: there is none, one says nothing, or spans do not lie within the text, in its order.
        msgspec.EncodeError, UnicodeEncodeError: a record cannot be written as JSON.
    """
    if not found:
        raise BrokenPromiseError("an input without a record")
    for one in found:
        msgspec.json.encode(one)
        if isinstance(one, Rejection):
            if not one.reason or not one.remedy:
                raise BrokenPromiseError("a rejection without a reason or a remedy")
        else:
            _check_article(one)


def _check_article(article: Article) -> None:
    at = 0
    for block in article.blocks:
        if not at <= block.span.start < block.span.end <= len(article.text):
            raise BrokenPromiseError(f"a block out of its place: {block}")
        at = block.span.end
    if article.title and article.title.span and article.title.span.of(article.text) != article.title.text:
        raise BrokenPromiseError("a title that is not where it is said to be")
    if not article.text and not article.warnings:
        raise BrokenPromiseError("an empty text without a warning")
