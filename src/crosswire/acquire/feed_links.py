"""The pages that a feed names, whether or not it gives their text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from lxml import etree

from crosswire.acquire.encoding import decode
from crosswire.acquire.feeds import ROOTS, is_json_feed
from crosswire.acquire.raw import RawInput
from crosswire.acquire.xml_tree import children, local, parse_xml
from crosswire.model import Rejection

_REMEDY = "check the address of the feed"


def feed_links(feed: RawInput) -> tuple[str, ...] | Rejection:
    """The http and https addresses of a feed's entries, each once, in its order, or why there are none.

    Args:
        feed: an RSS, Atom or JSON feed with its own address.
    """
    links = _json_links(feed.data) if feed.data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else _xml_links(feed)
    if isinstance(links, Rejection):
        return links
    whole = dict.fromkeys(found for link in links if (found := _whole(feed.url, link.strip())))
    return tuple(whole) or feed.rejected("it is no feed, or names no page", _REMEDY)


def _xml_links(feed: RawInput) -> list[str] | Rejection:
    document = parse_xml(feed, "a feed", mend=True)
    if isinstance(document, Rejection):
        return document
    if local(document.root).lower() not in ROOTS:
        return feed.rejected(f"it is no feed (it begins with <{local(document.root)[:40]}>)", _REMEDY)
    return [link for entry in document.root.iter("{*}item", "{*}entry") for link in _entry_links(entry)]


def _entry_links(entry: etree._Element) -> Iterator[str]:
    """The link of an RSS item is its text, that of an Atom entry an attribute; a permanent id stands in for it."""
    for link in children(entry, "link"):
        if found := (link.get("href") if link.get("rel", "alternate") == "alternate" else None) or link.text:
            yield found
            return
    for guid in children(entry, "guid"):
        if guid.text and guid.get("isPermaLink", "true") != "false":
            yield guid.text
            return


def _json_links(data: bytes) -> list[str]:
    decoded = decode(data)
    try:
        feed = json.loads(decoded.text) if decoded else None
    except (ValueError, RecursionError):
        return []
    items = feed.get("items") if isinstance(feed, dict) and is_json_feed(feed) else None
    rows = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    return [link for row in rows if isinstance(link := row.get("url") or row.get("external_url"), str)]


def _whole(base: str | None, link: str) -> str | None:
    try:
        whole = urljoin(base or "", link)
        return whole if urlsplit(whole).scheme in {"http", "https"} else None
    except ValueError:
        return None
