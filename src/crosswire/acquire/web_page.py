"""Web pages: the article's words read out of the page, and what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from lxml import html

from crosswire.acquire.binary import magic_kind
from crosswire.acquire.page_authors import read_authors
from crosswire.acquire.page_body import Piece, fuller, paragraphs_of, read_body
from crosswire.acquire.page_dates import read_published
from crosswire.acquire.page_kind import asks_for_password, looks, no_article
from crosswire.acquire.page_linked import Linked, read_linked, stated_body, words_of
from crosswire.acquire.page_state import scripts_with_text, state_body
from crosswire.acquire.page_title import read_title, repeats
from crosswire.acquire.page_tree import decode_page, looks_like_page, mojibake, parse_page, without_code, without_frame
from crosswire.acquire.plain_text import BINARY_REMEDY
from crosswire.acquire.raw import RawInput
from crosswire.model import Article, Author, Block, Rejection, Span, Title, Warn

__all__ = ["looks_like_page", "page_article", "read_web_page"]

_NOTHING = Warn("no-article", "no article was found in the page: there is nothing in it")
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_].{0,20})?", re.IGNORECASE)


def read_web_page(raw: RawInput) -> Iterator[Article | Rejection]:
    """One article, with the words that were read out of the page, or a rejection of a binary."""
    kind = magic_kind(raw.data)
    decoded = None if kind else decode_page(raw.data, raw.charset)
    if decoded is None:
        yield raw.rejected(f"it is {kind or 'a binary'}, not a web page", BINARY_REMEDY)
    else:
        yield page_article(raw, decoded.text, decoded.warnings)


def page_article(raw: RawInput, text: str, warnings: tuple[Warn, ...] = ()) -> Article:
    """The article of a page.

    Args:
        raw: the page as it came: its id, address and bytes.
        text: its characters.
        warnings: what was odd about them.
    """
    tree, doubts = parse_page(text)
    warnings += doubts
    if tree is None:
        return Article(id=raw.id, source=raw.source("text/html"), text="", warnings=(*warnings, _NOTHING))
    linked = read_linked(tree)
    url = raw.url or _address(tree, linked)
    published, refused = read_published(tree, linked, url, raw.retrieved)
    warnings += refused
    scripts = scripts_with_text(tree)
    tree = without_code(tree)
    site = _site(linked)
    headline = read_title(tree, linked, site)
    authors = tuple(Author(name) for name in read_authors(tree, linked, site, _host(url)))
    language = _language(tree, linked)
    password = asks_for_password(tree)
    tree = without_frame(tree)
    page = looks(tree, linked, password=password)
    body = fuller(read_body(tree, url), stated_body(linked)) or paragraphs_of(state_body(scripts))
    if reason := no_article(page, [text for _, text in body]):
        body, warnings = [], (*warnings, reason)
    title, words, blocks = _laid_out(headline, body)
    return Article(
        id=raw.id,
        source=raw.source("text/html", url),
        text=words,
        title=title,
        published=published,
        publisher=site or _host(url),
        authors=authors,
        language=language,
        blocks=blocks,
        warnings=(*warnings, *mojibake(words)),
    )


def _laid_out(title: str | None, body: Sequence[Piece]) -> tuple[Title | None, str, tuple[Block, ...]]:
    """The title and the text of an article: the title's line, then its blocks, an empty line between any two."""
    pieces: list[Piece] = [("title", title)] if title else []
    pieces += body[1:] if body and title and repeats(body[0][1], title) else body
    blocks, at = [], 0
    for kind, text in pieces:
        blocks.append(Block(kind, Span(at, at + len(text))))
        at += len(text) + 2
    return (Title(title, blocks[0].span) if title else None), "\n\n".join(text for _, text in pieces), tuple(blocks)


def _address(tree: html.HtmlElement, linked: Linked) -> str | None:
    """The address that a page gives itself, if it is a whole one."""
    links = [one.get("href") or "" for one in tree.iter("link") if (one.get("rel") or "").lower() == "canonical"]
    for url in (*links, linked.first("og:url") or ""):
        if url.startswith(("http://", "https://")) and _host(url):
            return url.strip()
    return None


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _site(linked: Linked) -> str | None:
    publisher = linked.article.get("publisher")
    named = words_of(publisher.get("name")) if isinstance(publisher, dict) else words_of(publisher)
    names = (linked.first("og:site_name"), named, linked.first("application-name"))
    return next((name for name in names if name and "://" not in name), None)


def _language(tree: html.HtmlElement, linked: Linked) -> str:
    body = tree.find("body")
    for value in (
        tree.get("lang"),
        body is not None and body.get("lang"),
        words_of(linked.article.get("inLanguage")),
        linked.first("og:locale"),
    ):
        if value and (match := _LANGUAGE.fullmatch(value.strip())):
            return match[1].lower()
    return "und"
