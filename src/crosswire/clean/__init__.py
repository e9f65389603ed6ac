"""Clean: an article in, the same with its parts marked out. It marks spans; it never rewrites."""

from __future__ import annotations

from dataclasses import replace

from crosswire.clean.layout import cover, paragraphs
from crosswire.clean.sentences import sentences
from crosswire.model import Article, Block, Span


def clean(article: Article) -> Article:
    """To come."""
    text = article.text
    if article.blocks:
        blocks = tuple(cover(text, article.blocks))
    else:
        blocks = tuple(Block("paragraph", Span(p.start, p.end)) for p in paragraphs(text))
    return replace(article, blocks=blocks, sentences=sentences(text, blocks), language="en")
