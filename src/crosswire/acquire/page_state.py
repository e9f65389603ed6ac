"""A body that a page holds only in the state of its script: the longest string there that is HTML with paragraphs.

Pages that are drawn in the browser carry the article as a JSON string for the program that draws it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from lxml import etree, html

from crosswire.acquire.page_tree import page_parser

_MARK = re.compile(r"(?:\\u003c|<)p[\s>\\]", re.IGNORECASE)
# A string without an end runs to the end of the script, so that no second one is looked for within it.
_STRING = re.compile(r'"([^"\\]*+(?:\\.[^"\\]*+)*+)(?:"|\\?\Z)', re.DOTALL)
_SHORTEST = 800  # characters of a string that may be a body
_LONGEST = 2_000_000
_FEWEST = 3  # paragraphs


def scripts_with_text(tree: html.HtmlElement) -> tuple[str, ...]:
    """The scripts of a page that hold paragraphs in strings."""
    texts = (one.text for one in tree.iter("script") if "ld+json" not in (one.get("type") or ""))
    return tuple(text for text in texts if text and len(text) < _LONGEST and _MARK.search(text))


def state_body(scripts: Sequence[str]) -> html.HtmlElement | None:
    """The tree of the longest string of HTML with three paragraphs or more in the scripts; None where there is none."""
    found = ""
    for script in scripts:
        for match in _STRING.finditer(script):
            if match.end() - match.start() > max(_SHORTEST, len(found)) and len(_MARK.findall(match[1])) >= _FEWEST:
                found = match[1]
    if not found:
        return None
    try:
        text = json.loads(f'"{found}"', strict=False)
        return html.fromstring(
            f"<div>{text}</div>".replace("\x00", "").encode("utf-8", "replace"), parser=page_parser()
        )
    except (ValueError, etree.LxmlError):
        return None
