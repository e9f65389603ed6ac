"""Bylines that no class marks: links to a writer's own page, whose address spells the name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import html

_WRITER = re.compile(
    r"/(?:authors?|writers?|contributors?|reporters?|journalists?|columnists?|people|profiles?|staff|by|autor(?:es|en)?|auteurs?"
    r"|autori|redakteur|journaliste)/(?:[\w.%~-]{1,60}/){0,3}(?P<slug>[\w.%~-]{2,80})/?(?:[?#].{0,200})?",
    re.IGNORECASE,
)
_PROSE = 120  # characters of a paragraph that is no headline and no teaser
_PART = re.compile(r"[a-z]{2,}")


def author_links(tree: html.HtmlElement) -> Iterator[str]:
    """The names that stand between the headline and the first long paragraph, and link to a page of that name.

    Where several groups of them stand there (those of stories beside it), the last one is meant: it is nearest.
    """
    group: list[str] = []
    frame = None
    for one in tree.iter("h1", "p", "a"):
        if one.tag == "h1":
            group = []
        elif one.tag == "p" and group and len("".join(one.itertext(with_tail=False))) > _PROSE:
            break
        elif one.tag == "a" and (name := _linked_name(one)):
            above = one.getparent()
            group = [*group, name] if above is frame else [name]
            frame = above
    else:
        return
    yield from group


def _linked_name(link: html.HtmlElement) -> str | None:
    """The words of a link to a writer's page, where that page's address spells them."""
    found = _WRITER.search((link.get("href") or "")[-300:])
    if found is None:
        return None
    name = " ".join("".join(link.itertext(with_tail=False)).split())[:100].strip(" ,")
    words, spelt = _parts(name), _parts(unquote(found["slug"]))
    return name if 2 <= len(name.split()) <= 4 and words and spelt and words[0] == spelt[0] else None


def _parts(name: str) -> list[str]:
    """The Latin letters of a name's words, without accents."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    return _PART.findall(plain.replace("_", " "))
