"""What the tests share: one loaded language model, and articles from plain words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crosswire.clean import clean
from crosswire.detect import detect
from crosswire.model import Article, Published, Source, Syntax

Analyse = Callable[[str], tuple[Article, Syntax]]


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes the golden accounts anew."""
    parser.addoption("--update-golden", action="store_true", help="write the golden accounts anew")


def raw_article(text: str, published: str | None = None, id: str = "a") -> Article:
    """An article as a reader would hand it over."""
    given = Published(published, "given") if published else None
    return Article(id=id, source=Source(f"{id}.txt", None, "text/plain", "0" * 64), text=text, published=given)


@pytest.fixture(scope="session")
def parse() -> Callable[[Article], Syntax]:
    """The language model's analysis of one cleaned article."""
    from crosswire import models

    model = models.load()
    return lambda article: next(iter(model.parse([article])))


@pytest.fixture(scope="session")
def annotated(parse: Callable[[Article], Syntax]) -> Callable[..., Article]:
    """An annotated article from its words (and, if given, its publication date)."""

    def make(text: str, published: str | None = None, id: str = "a") -> Article:
        article = clean(raw_article(text, published, id))
        return detect(article, parse(article))

    return make
