"""Times."""

from __future__ import annotations

from crosswire.model import Article, Syntax


def detect_times(article: Article, syntax: Syntax) -> Article:
    """To come."""
    return article


def reanchor_times(article: Article, syntax: Syntax) -> Article:
    """To come."""
    return article
