"""Who wrote a page: persons named in its JSON-LD, its meta tags or its byline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html

from crosswire.acquire.page_linked import Linked, types, words_of

_META = (
    "author",
    "article:author",
    "byl",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "authors",
)
_SPLIT = re.compile(r"\s*(?:,|;|&|\||\band\b|\bund\b|\bet\b|\by\b)\s*", re.IGNORECASE)
_BY = re.compile(r"^(?:by|von|par|por|di|door|av|af)\s+", re.IGNORECASE)
_NO_NAME = re.compile(r"https?:|www\.|@|\d|/|\.com\b", re.IGNORECASE)


def read_authors(tree: html.HtmlElement, linked: Linked, site: str | None) -> tuple[str, ...]:
    """The names of the persons credited; none where only the outlet or an organisation is."""
    del tree
    for found in (_linked_names(linked), _meta_names(linked)):
        names = tuple(dict.fromkeys(name for name in found if _is_name(name, site)))
        if names:
            return names
    return ()


def _linked_names(linked: Linked) -> Iterator[str]:
    given = linked.article.get("author")
    for one in given if isinstance(given, list) else [given]:
        if isinstance(one, dict) and types(one) - {"person"}:
            continue
        yield from _split(words_of(one.get("name") if isinstance(one, dict) else one))


def _meta_names(linked: Linked) -> Iterator[str]:
    for name in _META:
        for value in linked.meta.get(name, ()):
            yield from _split(value)


def _split(value: str) -> list[str]:
    return [name for part in _SPLIT.split(_BY.sub("", value)) if (name := part.strip())]


def _is_name(name: str, site: str | None) -> bool:
    return " " in name and len(name) <= 60 and not _NO_NAME.search(name) and name.lower() != (site or "").lower()
