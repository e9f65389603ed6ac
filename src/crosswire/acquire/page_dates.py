"""When a page was published: what it says for machines first, then its address, then its words."""

from __future__ import annotations

import re

import htmldate
from lxml import html

from crosswire.acquire.dates import iso_date
from crosswire.acquire.page_body import TROUBLE
from crosswire.acquire.page_linked import Linked, words_of
from crosswire.model import Published

_META = (
    "article:published_time", "og:article:published_time", "og:published_time", "article:published",
    "published_time", "datepublished", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime", "publishdate", "publish-date", "publish_date", "publication_date", "pubdate",
    "publicationdate", "published_date", "published", "article_date_original", "article.published",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "date",
    "originalpublicationdate", "ptime", "date.created", "datecreated",
)  # fmt: skip
_IN_URL = re.compile(
    r"/(?P<year>(?:19|20)\d\d)[/-]?(?P<month>0[1-9]|1[0-2])[/-]?(?P<day>0[1-9]|[12]\d|3[01])(?=[/_.-]|$)"
)
_EARLIEST, _LATEST = "1995-01-01", "2099-12-31"  # of web pages; fixed, so that a page reads the same on every day


def read_published(tree: html.HtmlElement, linked: Linked, url: str | None) -> Published | None:
    """The date of first publication, by the strongest evidence that there is; None where there is none."""
    for name, value in _stated(linked):
        if value and (iso := iso_date(value)):
            return Published(iso, "metadata", because=f"{name} in the page's metadata")
    if url and (found := _IN_URL.search(url)) and (iso := iso_date("-".join(found.groups()))):
        return Published(iso, "url", because="the page's address")
    return _from_markup(tree)


def _stated(linked: Linked) -> list[tuple[str, str]]:
    stated = [("datePublished", words_of(linked.article.get("datePublished")))]
    stated += [(name, linked.meta[name][0]) for name in _META if name in linked.meta]
    stated += [("datePublished", words_of(node.get("datePublished"))) for node in linked.nodes]
    return stated


def _from_markup(tree: html.HtmlElement) -> Published | None:
    """By htmldate, without its search of the whole text: time elements and the like."""
    try:
        found = htmldate.find_date(
            tree,
            extensive_search=False,
            original_date=True,
            min_date=_EARLIEST,
            max_date=_LATEST,
            deferred_url_extractor=True,
        )
    except TROUBLE:
        return None
    return Published(_with_time(tree, found), "metadata", because="the page's markup") if found else None


def _with_time(tree: html.HtmlElement, day: str) -> str:
    """The day with the time and zone that the page's first time element of that day gives it, if one does."""
    stamps = (iso_date(one.get("datetime") or "") or "" for one in tree.iter("time"))
    return next((stamp for stamp in stamps if stamp.startswith(f"{day}T")), day)
