"""Who wrote a page: those whom its JSON-LD, its meta tags or its byline credit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml import html

from crosswire.acquire.page_bylines import author_links
from crosswire.acquire.page_linked import Linked, Node, types, words_of

_META = (
    "parsely-author",
    "author",
    "article:author",
    "byl",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "authors",
)
_SPLIT = re.compile(r"\s*[,;&|/•·、，]\s*|\s+and\s+(?=[^\W_])")
# "Ortega y Gasset" is one man, "Ana Lima e Rui Costa" are two: these words divide only what has two words on each side.
_JOIN = re.compile(r"(?<=\w )(\S+) (?:and|und|et|y|og|och|en|e|ja|i|dan) (?=\S+ \S)")
_BY = re.compile(
    r"^(?:(?:written|words|reported|story|report|text|posted|published) )?(?:by|von|par|por|di|door|av|af|oleh|:)[:\s]\s*",
    re.IGNORECASE,
)
# The label that a widespread publishing system (WordPress with Yoast) gives the writer of a page, in its languages.
_WRITTEN_BY = re.compile(
    r"written by|author|verfasst von|geschrieben von|[ée]crit par|escrito por|scritto da|geschreven door|skrevet av|skrevet af"
    r"|skriven av|napisane przez|autor(?:e|a)?|yazan|kirjoittaja",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"https?:|www\.|@|\d|[/<>{}\[\]()]|\.com\b|^image\b|^photo|getty images|^staff$|^admin", re.IGNORECASE
)
_AFTER_NAME = re.compile(
    r"\s*(?:[|•·–—]|\s-\s|\d|\b(?:on|at|for|updated|published|posted|last updated|contributions? from|min read|special to|staff writer"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)\b).*$",
    re.IGNORECASE | re.DOTALL,
)
_IN_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]{0,40}[)\]]")
_DEGREES = frozenset(
    {"rdh", "cpa", "esq", "do", "md", "m.d", "phd", "ph.d", "ms", "rd", "rdn", "ld", "mph", "rn", "dds", "mba", "jd"}
)
# Last words of roles and of newspapers: no surname where a person is named beside them.
_NO_PERSON = frozenset({
    "reporter", "reporters", "editor", "editors", "correspondent", "correspondents", "writer", "writers", "journalist",
    "columnist", "contributor", "contributors", "staff", "desk", "team", "bureau", "newsroom", "redaktion", "redazione",
    "redaction", "agency", "agencies", "times", "journal", "tribune", "herald", "gazette",
})  # fmt: skip
_CREDITS = ("a", "span", "div", "p", "address", "li", "section")  # elements that bylines are written in
_BYLINE = re.compile(r"(?<![a-z])(?:bylines?|by-line|authors?|auteur|autor)(?![a-z])|(?:author|byline)-?name")
_NOT_BYLINE = re.compile(
    r"bio|box|about|image|avatar|social|comment|related|card|list|teaser|thumb|more|follow|newsletter|form"
)


def read_authors(tree: html.HtmlElement, linked: Linked, site: str | None, host: str | None = None) -> tuple[str, ...]:
    """The names of those credited, persons before organisations; none where nobody is.

    Args:
        tree: the page.
        linked: its metadata.
        site: the outlet's name, if the page gives one.
        host: the host of its address. Neither it nor the site is a writer while a person is credited.
    """
    outlets = {_folded(one) for one in (site, host, host and host.split(".")[0]) if one}
    sources = [_linked_names(linked, persons=True), _meta_names(linked)]
    if "liveblogposting" not in types(linked.article):  # there, the bylines are those of its posts
        sources += [_byline_names(tree), author_links(tree)]
    for source in sources:
        if found := _names(source, site, outlets):
            return found
    return tuple(dict.fromkeys(one for one in _linked_names(linked, persons=False) if not _NO_NAME.search(one)))


def _names(found: Iterator[str], site: str | None, outlets: set[str]) -> tuple[str, ...]:
    """Each name once, as first written, without the outlet's; roles and papers only where no person is named."""
    unique: dict[str, str] = {}
    for one in found:
        name = _once(one[: -len(site)].strip() if site and one.endswith(f" {site}") else one)
        if _is_name(name, site) and _folded(name) not in outlets:
            unique.setdefault(_folded(name), name)
    persons = [name for name in unique.values() if name.split()[-1].lower() not in _NO_PERSON]
    return tuple(persons or unique.values())


def _once(name: str) -> str:
    """A name without degrees at its end; once, where it stands twice."""
    words = name.split()
    while len(words) > 2 and words[-1].strip(".,").isupper() and words[-1].strip(".,").lower() in _DEGREES:
        words.pop()
    half = len(words) // 2
    return " ".join(words[:half] if half > 1 and words[:half] == words[half:] else words)


def _linked_names(linked: Linked, *, persons: bool) -> Iterator[str]:
    given = _flat(linked.article.get("author"))
    by_id = {node["@id"]: node for node in linked.nodes if isinstance(node.get("@id"), str) and node.get("name")}
    for one in given:
        if isinstance(one, str):
            yield from _split(words_of(one))
        elif isinstance(one, dict):
            node = one if one.get("name") else by_id.get(one.get("@id"), one)
            if not persons or not types(node) - {"person"}:
                yield from _split(words_of(node.get("name")) or _two_part_name(node))


def _flat(value: object) -> list[object]:
    """The items of a value that may be a list, with lists in it."""
    items = value if isinstance(value, list) else [value]
    return [inner for one in items for inner in (one if isinstance(one, list) else [one])]


def _two_part_name(node: Node) -> str:
    return f"{words_of(node.get('givenName'))} {words_of(node.get('familyName'))}".strip()


def _meta_names(linked: Linked) -> Iterator[str]:
    """Names from the first meta tag that has one, the label and value of a card that says who wrote it among them."""
    for name in _META:
        values = [part for value in linked.meta.get(name, ()) for part in _split(value)]
        if any(_is_name(part, None) for part in values):
            yield from values
            return
    for label, value in (("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")):
        if _WRITTEN_BY.fullmatch(linked.first(label) or ""):
            yield from _split(linked.first(value) or "")
            return
    yield from _split(linked.first("twitter:misc:written by") or "")


def _byline_names(tree: html.HtmlElement) -> Iterator[str]:
    """Names from the first element that is marked as a byline: by rel or itemprop, then by its class."""
    marked = (one for one in tree.iter(*_CREDITS) if _marked_as_byline(one))
    for one in islice(marked, 40):
        text = " ".join(" ".join(islice(one.itertext(with_tail=False), 50)).split())[:200]
        names = [_AFTER_NAME.sub("", part) for part in _split(_AFTER_NAME.sub("", _BY.sub("", text)))]
        if names and all(_looks_like_person(name) for name in names):
            yield from names
            return


def _marked_as_byline(element: html.HtmlElement) -> bool:
    if "author" in (element.get("rel") or "").split() or element.get("itemprop") == "author":
        return True
    named = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    return _BYLINE.search(named) is not None and not _NOT_BYLINE.search(named)


def _looks_like_person(name: str) -> bool:
    words = name.split()
    return 2 <= len(words) <= 4 and all(
        word[0].isupper() or word in {"de", "van", "von", "der", "da", "al", "bin", "el"} for word in words
    )


def _split(value: str) -> list[str]:
    """The single names of a credit; a credit that begins with a comma has lost its names."""
    if value.startswith(","):
        return []
    value = _JOIN.sub(r"\1, ", _IN_BRACKETS.sub("", _BY.sub("", value)))
    parts = [name for part in _SPLIT.split(value) if (name := part.strip(" .,-–"))]
    return [part for part in parts if part.lower() not in _DEGREES]


def _is_name(name: str, site: str | None) -> bool:
    if not 2 <= len(name) <= 60 or _NO_NAME.search(name) or (site and _folded(name) == _folded(site)):
        return False
    return " " in name or not name.isascii()


def _folded(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold()
