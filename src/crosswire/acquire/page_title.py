"""The headline of a page: what its metadata, its h1 and its title element agree on."""

from __future__ import annotations

import re

from lxml import html

from crosswire.acquire.page_linked import Linked, words_of

_BAR = re.compile(r"\s+[|\u2013\u2014·•»«:-]\s+|\s*[|»]\s*")
_LONGEST = 300


def read_title(tree: html.HtmlElement, linked: Linked, site: str | None) -> str | None:
    """The headline, or None where the page names none.

    What JSON-LD and og:title agree on is it; else the first h1 that the metadata bear out, or the only h1. What stands
    in an h1 before or after a headline that the metadata name (a kicker, the outlet's name) is left out.
    """
    headings = [text for one in tree.iter("h1") if (text := _inner(one, site)) and len(text) <= _LONGEST]
    named = (words_of(linked.article.get("headline")), linked.first("og:title", "twitter:title") or "", _element(tree))
    stated = [_without_site(one, site) for one in named if one]
    if len(stated) > 1 and named[0] and named[1] and _folded(stated[0]) == _folded(stated[1]):
        return _as_printed(stated[1], headings)
    for heading in headings:
        if any(_folded(heading) == _folded(one) or _opens(heading, one) for one in stated):
            return heading
    for heading in headings:
        for one in stated:
            if _within(one, heading):
                return one
            if _within(heading, one):
                return heading
    if len(headings) == 1:
        return headings[0]
    return next(iter(stated), headings[0] if headings else None)


def _as_printed(title: str, headings: list[str]) -> str:
    """The title in the h1's own characters where they differ in nothing else (marks, capitals)."""
    return next((heading for heading in headings if _folded(heading) == _folded(title)), title)


def repeats(heading: str, title: str) -> bool:
    """Whether a heading says the title again, with or without a kicker."""
    return _folded(heading) == _folded(title) or _within(title, heading)


def _opens(heading: str, title: str) -> bool:
    """Whether a title is the heading, a bar, and something else."""
    return len(heading.split()) > 2 and title.startswith(heading) and _BAR.match(title, len(heading)) is not None


def _inner(heading: html.HtmlElement, site: str | None) -> str:
    """The words of a heading; none where they are only the outlet's name."""
    text = words_of("".join(heading.itertext()))
    outlet = {_folded(site), *map(_folded, site.split()), "logo", ""} if site else set()
    return "" if {_folded(word) for word in text.split()} <= outlet else text


def _element(tree: html.HtmlElement) -> str:
    return next((words_of("".join(one.itertext())) for one in tree.iter("title")), "")


def _within(part: str, whole: str) -> bool:
    """Whether one title opens or ends another, as whole words, and is most of it."""
    small, large = _folded(part), _folded(whole)
    return (
        len(small) > 0.6 * len(large) and len(part.split()) > 2 and (large.startswith(small) or large.endswith(small))
    )


def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _without_site(title: str, site: str | None) -> str:
    """A title without the name of the site at its end or its beginning."""
    bars = list(_BAR.finditer(title))
    if not bars or not site:
        return title
    if _is_site(title[bars[-1].end() :], site):
        return title[: bars[-1].start()].strip() or title
    return title[bars[0].end() :].strip() or title if _is_site(title[: bars[0].start()], site) else title


def _is_site(part: str, site: str) -> bool:
    return _folded(part) in {
        _folded(site),
        _folded(site.removeprefix("The ")),
        _folded(site.rpartition(".")[0] or site),
    }
