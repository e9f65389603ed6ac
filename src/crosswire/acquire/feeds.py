"""Feeds: RSS 0.9x to 2.0 and Atom by feedparser, JSON Feed 1 and 1.1; one article for each entry.

feedparser gets bytes only, whose XML was parsed and written anew before, so that it neither fetches nor guesses.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from urllib.parse import urljoin, urlsplit

import feedparser
from lxml import etree

from crosswire.acquire.binary import magic_kind
from crosswire.acquire.encoding import decode
from crosswire.acquire.fragment import Piece, html_pieces, html_words, text_pieces, whole
from crosswire.acquire.newsroom import Report, article
from crosswire.acquire.page_tree import looks_like_page
from crosswire.acquire.plain_text import BINARY_REMEDY
from crosswire.acquire.raw import RawInput
from crosswire.acquire.xml_tree import XmlDocument, children, local, parse_xml
from crosswire.model import Article, Rejection, Warn

FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml")
ROOTS = frozenset({"rss", "rdf", "feed"})
_SUMMARY = Warn("summary-only", "the feed gives no more than a summary, or does not say that it is the whole text")
_CHECK = "check what its address answered"
_EMPTY = "give the feed when it has entries, or the pages that it names"
# What a picture beside the entry is called would be taken for the entry's own title and text.
_OF_MEDIA = tuple(
    f"{{{space}}}{name}"
    for space in ("http://search.yahoo.com/mrss/", "http://search.yahoo.com/mrss")
    for name in ("title", "description", "text")
)
_DATE, _ISSUED = "{http://purl.org/dc/elements/1.1/}date", "{http://purl.org/dc/terms/}issued"
_MAIL_NAME = re.compile(r"\s*\S{1,100}@\S{1,200}\s{1,10}\((.{1,100})\)\s*")
# What feedparser is known to raise on odd addresses and dates.
_TROUBLE = (ValueError, TypeError, AttributeError, LookupError, RecursionError)
Row = Mapping[str, object]


def read_feed(raw: RawInput) -> Iterator[Article | Rejection]:
    """An article for each entry of an RSS or Atom feed, or one rejection of what is none."""
    document = parse_xml(raw, "a feed", mend=True)
    if isinstance(document, Rejection):
        yield document
        return
    if local(document.root).lower() not in ROOTS:
        yield raw.rejected(f"it is XML, but no feed (it begins with <{local(document.root)[:40]}>)", _CHECK)
        return
    try:
        parsed = feedparser.parse(
            BytesIO(_settled(document)),
            sanitize_html=False,
            resolve_relative_uris=False,
            response_headers={"content-type": "application/xml; charset=utf-8"},
        )
    except _TROUBLE as error:
        yield raw.rejected(f"the feed cannot be read ({type(error).__name__})", "give its entries as pages or text")
        return
    feed, entries = _dict(_plain(parsed["feed"])), _list(_plain(parsed["entries"]))
    digest = hashlib.sha256(raw.data).hexdigest()
    atom = local(document.root).lower() == "feed"
    media_type = "application/atom+xml" if atom else "application/rss+xml"
    if not atom:
        feed = {**feed, "authors": []}  # RSS names the editor there, who wrote nothing
    for number, entry in enumerate(entries, 1):
        report = _entry(_dict(entry), feed, raw, number)
        report.warnings += document.warnings
        yield article(report, raw, media_type, digest)
    if not entries:
        yield raw.rejected("the feed has no entries", _EMPTY)


def _settled(document: XmlDocument) -> bytes:
    """The feed written anew without what feedparser mistakes.

    That is: a DTD, the names of media, Dublin Core's date (to it, a change) and writers given as mail addresses.
    """
    root = document.root
    etree.strip_elements(root, *_OF_MEDIA, with_tail=False)
    for one in root.iter(_DATE):
        parent = one.getparent()
        if parent is not None and not children(parent, "pubDate"):
            one.tag = _ISSUED
    for one in root.iter("{*}author"):
        if len(one) == 0 and (found := _MAIL_NAME.fullmatch((one.text or "")[:400])):
            one.text = found[1]
    return etree.tostring(root, encoding="utf-8")


def _plain(value: object) -> object:
    """The values of feedparser as plain ones: its own dictionaries answer for fields that are not there."""
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in dict.items(value)}
    return [_plain(one) for one in value] if isinstance(value, list) else value


# --- an entry of RSS or Atom ------------------------------------------------------------------------------------------


def _entry(entry: Row, feed: Row, raw: RawInput, number: int) -> Report:
    source = entry.get("source")
    link = _text(entry, "link")
    name = _text(entry, "id") or link or str(number)
    language = _text(_dict(_content(entry)), "language") or _text(entry, "language") or _text(feed, "language")
    report = Report(
        id=f"{raw.id}#{name}",
        title=_title(entry),
        publisher=(_title(source) if isinstance(source, Mapping) else None) or _title(feed),
        language=language,
        url=_address(link, _text(feed, "link") or raw.url),
        written=[("published", value) for value in [_text(entry, "published"), _text(entry, "created")] if value],
        changed=[("updated", value) for value in [_text(entry, "updated")] if value],
        # RFC 4287, 4.2.1: an entry without authors has those of its source, else those of the feed.
        authors=_authors(entry) or _authors(_dict(source)) or ([] if source else _authors(feed)),
        credits=[value for one in _list(entry.get("media_credit")) if (value := _text(_dict(one), "content"))],
    )
    report.pieces = _words(entry, report)
    return report


def _content(entry: Row) -> object:
    """The fullest of the contents that an entry gives, HTML before plain text."""
    found = [one for one in _list(entry.get("content")) if _text(_dict(one), "value")]
    return max(found, key=lambda one: len(_text(_dict(one), "value") or ""), default=None)


def _words(entry: Row, report: Report) -> list[Piece]:
    content = _dict(_content(entry))
    if not content:
        content = _dict(entry.get("summary_detail")) or {"value": entry.get("summary") or ""}
        report.warnings.append(_SUMMARY)
    value = _text(content, "value") or ""
    if _text(content, "type") == "text/plain" and "</" not in value:
        return text_pieces(value)
    pieces, doubts = html_pieces(value)
    report.warnings += doubts
    return pieces


def _title(row: Row) -> str | None:
    """The words of a title, which may be HTML."""
    value = _text(row, "title") or ""
    kind = _text(_dict(row.get("title_detail")), "type")
    return (value if kind == "text/plain" else html_words(value)) or None


def _authors(entry: Row) -> list[str]:
    listed = [_text(_dict(one), "name") for one in _list(entry.get("authors"))]
    return [name for name in listed if name and "@" not in name]


def _address(link: str | None, base: str | None) -> str | None:
    """The whole address of a link, or None where it is none for a browser."""
    if not link:
        return None
    try:
        whole_link = urljoin(base or "", link)
        return whole_link if urlsplit(whole_link).scheme in {"http", "https"} else None
    except ValueError:
        return None


def _text(row: Row, name: str) -> str | None:
    """A value that is a string with something in it."""
    value = row.get(name)
    return whole(value).strip() or None if isinstance(value, str) else None


def _dict(value: object) -> Row:
    return value if isinstance(value, Mapping) else {}


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


# --- JSON Feed --------------------------------------------------------------------------------------------------------


def is_json_feed(value: object) -> bool:
    """Whether a JSON value names the version of JSON Feed that it follows."""
    return isinstance(value, dict) and "jsonfeed.org/version/" in (_text(value, "version") or "")


def read_json_feed(raw: RawInput) -> Iterator[Article | Rejection]:
    """An article for each item of a JSON Feed (jsonfeed.org, versions 1 and 1.1), or one rejection of what is none."""
    kind = magic_kind(raw.data)
    decoded = None if kind else decode(raw.data)
    if decoded is None:
        yield raw.rejected(f"it is {kind or 'a binary'}, not a feed", BINARY_REMEDY)
        return
    try:
        feed = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        why = "nested too deep" if isinstance(error, RecursionError) else "no JSON"
        page = "a web page" if looks_like_page(raw.data) else why
        yield raw.rejected(f"it is {page}, not a feed", _CHECK)
        return
    yield from json_feed_articles(feed, raw, decoded.warnings)


def json_feed_articles(feed: object, raw: RawInput, warnings: tuple[Warn, ...] = ()) -> Iterator[Article | Rejection]:
    """The articles and rejections of a JSON Feed that was parsed."""
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(feed, dict) or not isinstance(items, list):
        yield raw.rejected("it is JSON, but no feed (it has no list of items)", _CHECK)
        return
    if not items:
        yield raw.rejected("the feed has no entries", _EMPTY)
    digest = hashlib.sha256(raw.data).hexdigest()
    for number, item in enumerate(items, 1):
        if isinstance(item, dict):
            report = _item(item, feed, raw, number)
            report.warnings += warnings
            yield article(report, raw, "application/feed+json", digest)
        else:
            yield Rejection(f"{raw.place} item {number}", "it is no JSON object", "correct the feed")


def _item(item: Row, feed: Row, raw: RawInput, number: int) -> Report:
    given = item.get("id")
    name = str(given) if isinstance(given, int | float) else _text(item, "id")
    authors = _list(item.get("authors")) or [item.get("author")]
    authors = authors if any(authors) else _list(feed.get("authors")) or [feed.get("author")]
    home = _text(feed, "home_page_url") or _text(feed, "feed_url") or raw.url
    report = Report(
        id=f"{raw.id}#{name or _text(item, 'url') or number}",
        title=_text(item, "title"),
        publisher=_text(feed, "title"),
        language=_text(item, "language") or _text(feed, "language"),
        url=_address(_text(item, "url") or _text(item, "external_url"), home),
        written=[("date_published", value) for value in [_text(item, "date_published")] if value],
        changed=[("date_modified", value) for value in [_text(item, "date_modified")] if value],
        authors=[value for one in authors if (value := _text(_dict(one), "name"))],
    )
    if markup := _text(item, "content_html"):
        report.pieces, doubts = html_pieces(markup)
        report.warnings += doubts
    if not report.pieces and (plain := _text(item, "content_text")):
        report.pieces = text_pieces(plain)
    if not report.pieces and (summary := _text(item, "summary")):
        report.pieces = text_pieces(summary)
        report.warnings.append(_SUMMARY)
    return report
