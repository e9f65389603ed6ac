"""Figures."""

from __future__ import annotations

from crosswire.model import Article, Syntax


def detect_figures(article: Article, syntax: Syntax) -> Article:
    """To come."""
    return article
