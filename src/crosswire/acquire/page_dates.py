"""When a page was published: what it says for machines first, then its address, then its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from itertools import islice

import htmldate
from lxml import html

from crosswire.acquire.dates import iso_date
from crosswire.acquire.page_body import TROUBLE
from crosswire.acquire.page_linked import Linked, words_of
from crosswire.acquire.page_stamps import Stamp, by_evidence, in_page_zone, is_open, stamps
from crosswire.model import Published, Warn

_META = (
    "article:published_time", "og:article:published_time", "og:published_time", "article:published",
    "published_time", "datepublished", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime", "publishdate", "publish-date", "publish_date", "publication_date", "pubdate",
    "publicationdate", "published_date", "published", "article_date_original", "article.published",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "date",
    "originalpublicationdate", "ptime", "date.created", "datecreated",
)  # fmt: skip
_META_UPDATED = (
    "article:modified_time", "og:updated_time", "datemodified", "article:modified", "last-modified", "dcterms.modified",
    "dc.date.modified", "revised", "updated_time",
)  # fmt: skip
_IN_URL = re.compile(
    r"/(?P<year>(?:19|20)\d\d)[/-]?(?P<month>0[1-9]|1[0-2])[/-]?(?P<day>0[1-9]|[12]\d|3[01])(?=[/_.-]|$)"
)
_EARLIEST, _LATEST = "1995-01-01", "2099-12-31"  # of web pages; fixed, so that a page reads the same on every day


def read_published(
    tree: html.HtmlElement, linked: Linked, url: str | None, retrieved: str | None = None
) -> tuple[Published | None, tuple[Warn, ...]]:
    """The date of first publication, by the strongest evidence that there is, with the last update beside it.

    What the page says for machines comes first; then what stands beside its headline, the address, and its markup.

    Args:
        tree: the page.
        linked: its metadata.
        url: its address.
        retrieved: when it was fetched (ISO 8601), if that is known; what claims to be later is refused.

    Returns:
        The date, None where there is none, and a warning where one was refused.
    """
    shown = tuple(islice(stamps(tree), 40))
    refused: list[str] = []
    for found in _candidates(tree, linked, url, shown):
        if retrieved is None or not _after(found.value, retrieved, 1):
            return replace(found, updated=_updated(linked, shown, found.value, retrieved)), ()
        refused.append(found.value)
    if refused:
        return None, (Warn("published", f"{refused[0]} is later than the page's retrieval; taken as not given"),)
    if written := _open(linked):
        shown_as = repr(written[:40])
        return None, (Warn("published", f"{shown_as} is no date that can be read in only one way; taken as not given"),)
    return None, ()


def _candidates(
    tree: html.HtmlElement, linked: Linked, url: str | None, shown: tuple[Stamp, ...]
) -> Iterator[Published]:
    """Dates of publication with what they rest on, the strongest first."""
    first = [stamp.value for stamp in shown if not stamp.later]
    address = _in_address(url)
    others = [value for _, value in _stated(linked)] + first + [one.get("datetime") or "" for one in tree.iter("time")]
    moments = [iso for value in others if "T" in value or ":" in value if (iso := iso_date(value))]
    known = [*first, *([address] if address else []), *filter(None, map(iso_date, _modified(linked)))]
    for name, value in _stated(linked):
        if value and (iso := iso_date(value)):
            yield Published(
                in_page_zone(_to_the_minute(iso, first), moments), "metadata", because=f"{name} in the page's metadata"
            )
        elif value and (iso := by_evidence(value, known)):
            yield Published(
                _to_the_minute(iso, first),
                "metadata",
                because=f"{name} in the page's metadata, read by the page's other dates",
            )
    if address and (beside := next((v for v in first if abs(_days(v, address)) <= 1), None)):
        yield Published(beside, "metadata", because="the date beside the headline, as in the page's address")
    if address:
        yield Published(address, "url", because="the page's address")
    if first:
        yield Published(first[0], "metadata", because="the date beside the headline")
    if not _open(linked) and (found := _from_markup(tree)):  # it would read the open date day first
        yield found


def _to_the_minute(value: str, shown: list[str]) -> str:
    """A day, or the time of that day that the page shows beside its headline."""
    return next((stamp for stamp in shown if stamp.startswith(f"{value}T")), value) if "T" not in value else value


def _open(linked: Linked) -> str | None:
    return next((value for _, value in _stated(linked) if is_open(value)), None)


def _in_address(url: str | None) -> str | None:
    found = _IN_URL.search(url) if url else None
    return iso_date("-".join(found.groups())) if found else None


def _updated(linked: Linked, shown: tuple[Stamp, ...], published: str, retrieved: str | None) -> str | None:
    """The last update that the page states: of a moment after its publication, and not after its retrieval."""
    later = [stamp.value for stamp in shown if stamp.later]
    stated = [iso for value in _modified(linked) if (iso := iso_date(value))] + later
    values = (in_page_zone(iso, later) for iso in stated)
    return next((v for v in values if _after(v, published) and not (retrieved and _after(v, retrieved, 1))), None)


def _modified(linked: Linked) -> list[str]:
    metas = [linked.meta[name][0] for name in _META_UPDATED if name in linked.meta]
    return [value for value in (words_of(linked.article.get("dateModified")), *metas) if value]


def _after(value: str, other: str, slack: int = 0) -> bool:
    """Whether a moment lies after another; where a time of day or a zone is missing, by more than so many days."""
    try:
        one, two = datetime.fromisoformat(value), datetime.fromisoformat(other)
    except ValueError:
        return False
    if "T" in value and "T" in other and (one.tzinfo is None) == (two.tzinfo is None):
        return one > two
    return _days(value, other) > slack


def _days(value: str, other: str) -> int:
    try:
        return (date.fromisoformat(value[:10]) - date.fromisoformat(other[:10])).days
    except ValueError:
        return 9_999


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
