"""The headline of a page: what its metadata, its h1 and its title element agree on."""

from __future__ import annotations

import re

from lxml import html

from crosswire.acquire.page_linked import Linked, words_of

_BAR = re.compile(r"\s+[|\u2013\u2014·•»«:-]\s+|\s*[|»]\s*")
_LONGEST = 300


def read_title(tree: html.HtmlElement, linked: Linked, site: str | None) -> str | None:
    """The headline, or None where the page names none."""
    headings = [
        text for one in tree.iter("h1") if (text := words_of("".join(one.itertext()))) and len(text) <= _LONGEST
    ]
    element = next((words_of("".join(one.itertext())) for one in tree.iter("title")), "")
    og = linked.first("og:title", "twitter:title") or ""
    headline = words_of(linked.article.get("headline"))
    stated = [_without_site(one, site) for one in (headline, og, element) if one]
    for heading in headings:
        if any(_same(heading, one) or one.lower().startswith(heading.lower()) for one in stated):
            return heading
    if len(headings) == 1:
        return headings[0]
    return next(iter(stated), headings[0] if headings else None)


def _same(one: str, other: str) -> bool:
    return re.sub(r"\W+", "", one).lower() == re.sub(r"\W+", "", other).lower()


def _without_site(title: str, site: str | None) -> str:
    """A title without the name of the site at its end."""
    parts = list(_BAR.finditer(title))
    if parts and site and _same(title[parts[-1].end() :], site):
        return title[: parts[-1].start()].strip() or title
    return title
