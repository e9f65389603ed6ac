"""What a page says of itself for machines: JSON-LD (schema.org) and meta tags."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from lxml import html

Node = dict[str, object]
_ARTICLE_TYPES = frozenset({
    "article", "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle",
    "backgroundnewsarticle", "reviewnewsarticle", "askpublicnewsarticle", "satiricalarticle",
    "advertisercontentarticle", "blogposting", "liveblogposting", "report", "techarticle", "scholarlyarticle",
    "socialmediaposting", "webcontent",
})  # fmt: skip
_LINE_END = re.compile(r"</?(?:p|br|div|li|ul|ol|h[1-6]|blockquote)\b[^<>]{0,300}>", re.IGNORECASE)
_MOST_NODES = 500
_SURROGATE = re.compile("[\ud800-\udfff]")  # JSON may hold half a character; UTF-8 may not
_COMMENT = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|/\*<!\[CDATA\[\*/)|(?:-->|//\]\]>|/\*\]\]>\*/)\s*$")


@dataclass(frozen=True, slots=True)
class Linked:
    """The article node of a page's JSON-LD, all of its nodes, and its meta tags (name or property, in lower case)."""

    article: Node
    nodes: tuple[Node, ...] = ()
    meta: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def first(self, *names: str) -> str | None:
        """The first meta tag that is there, in the order of the names."""
        return next((self.meta[name][0] for name in names if name in self.meta), None)


def read_linked(tree: html.HtmlElement) -> Linked:
    """JSON-LD and meta tags of a page; what is broken is passed over."""
    nodes = tuple(_nodes(tree))
    articles = [node for node in nodes if types(node) & _ARTICLE_TYPES]
    article = next((node for node in articles if node.get("headline")), articles[0] if articles else {})
    return Linked(article, nodes, _meta(tree))


def types(node: Node) -> set[str]:
    """The schema.org types of a node, in lower case, without their address."""
    named = node.get("@type")
    listed = named if isinstance(named, list) else [named]
    return {one.rsplit("/", 1)[-1].lower() for one in listed if isinstance(one, str)}


def words_of(value: object) -> str:
    """A string value as plain words: entities read, tags and extra white space gone; "" for anything else."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("@value", value.get("name"))
    if not isinstance(value, str):
        return ""
    value = _SURROGATE.sub("\ufffd", value)
    plain = unescape(unescape(value)) if "&" in value else value
    return " ".join(re.sub(r"<[^<>]{1,200}>", " ", plain).split()) if "<" in plain else " ".join(plain.split())


def stated_body(linked: Linked) -> list[str]:
    """The paragraphs of the article's own words, where the JSON-LD holds them (`articleBody`)."""
    body = linked.article.get("articleBody")
    if not isinstance(body, str):
        return []
    return [text for line in _LINE_END.sub("\n", unescape(body)).split("\n") if (text := words_of(line))]


def _meta(tree: html.HtmlElement) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = words_of(element.get("content"))
        if content:
            for key in ("property", "name", "itemprop"):
                if name := element.get(key):
                    found.setdefault(name.strip().lower(), []).append(content)
    return {name: tuple(values) for name, values in found.items()}


def _nodes(tree: html.HtmlElement) -> Iterator[Node]:
    """The top nodes of all JSON-LD blocks, graphs opened, and what a page node says that it is about."""
    scripts = (one for one in tree.iter("script") if "ld+json" in (one.get("type") or "").lower())
    waiting = [_loaded(one.text) for one in scripts if one.text]
    seen = 0
    while waiting and seen < _MOST_NODES:
        seen += 1
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting[:0] = value[:_MOST_NODES]
        elif isinstance(value, dict):
            yield value
            waiting[:0] = [
                value[key]
                for key in ("@graph", "mainEntity", "mainEntityOfPage")
                if isinstance(value.get(key), list | dict)
            ]


def _loaded(text: str) -> object:
    for attempt in (text, _COMMENT.sub("", text), unescape(text)):
        try:
            found: object = json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
        return found
    return None
