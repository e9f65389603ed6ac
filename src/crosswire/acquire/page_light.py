"""A page's tree made small before an extractor copies and searches it: what it would pass over anyway goes beforehand.

An extractor asks dozens of questions of each element, so that a page of half the elements takes half the time.
"""

from __future__ import annotations

from lxml import etree, html

# Elements that hold no running text of an article; trafilatura deletes them too.
_GONE = (
    "time", "map", "area", "marquee", "progress", "rp", "rt", "rtc", "fieldset", "legend", "option", "optgroup",
    "output", "param", "track", "applet", "frame", "frameset", "blink", "noindex", "menuitem",
)  # fmt: skip
_TABLE = etree.XPath("boolean(.//table)")
# Elements whose words count, and nothing else about them.
_INLINE = (
    "b", "strong", "em", "i", "u", "small", "font", "abbr", "cite", "mark", "address", "big", "data", "sub", "sup",
    "ins", "tbody",
)  # fmt: skip
# Attributes that neither the extractor nor what comes after it looks at.
_UNREAD = (
    "href", "target", "title", "alt", "src", "rel", "width", "height", "data-testid", "aria-label", "tabindex",
    "loading", "data-src", "srcset", "data-srcset", "sizes", "decoding", "datetime", "onclick", "itemtype", "name",
)  # fmt: skip
_KEPT_EMPTY = frozenset({"br", "hr", "td", "th", "body"})
_TAIL_KEPT = frozenset({"img"})  # of other empty elements (icons), the extractor drops the words that follow too
_FRAMES = frozenset({"div", "ul", "ol", "section"})
_FEWEST = 5  # links of a frame that is nothing but links
_SHARE = 0.9  # of its words, those in links
_LONGEST_LINK = 100  # characters of its links on average; longer ones are sentences
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_LONGEST_LABEL = 40


def lightened(tree: html.HtmlElement) -> html.HtmlElement:
    """The tree itself, without what holds no words, without figures, frames of links, inline marks and idle attributes.

    Args:
        tree: the page, without code and frame (`page_tree`); it is changed.
    """
    etree.strip_elements(tree, *_GONE, with_tail=False)
    for one in [one for one in tree.iter("figure") if not _TABLE(one)]:
        one.drop_tree()
    etree.strip_tags(tree, *_INLINE)
    etree.strip_attributes(tree, *_UNREAD)
    _prune(tree)
    return tree


def _prune(tree: html.HtmlElement) -> None:
    """Take out elements without words, and frames that are nothing but links with the short line that introduces them.

    From the last element to the first, so that all that an element holds is weighed before it.
    """
    held: dict[html.HtmlElement, tuple[int, int, int]] = {}  # characters, those in links, links
    labels: set[html.HtmlElement] = set()
    for one in reversed(list(tree.iter())):
        if (above := one.getparent()) is None:
            continue
        characters, linked, links = held.pop(one, (0, 0, 0))
        characters += _length(one.text)
        if one.tag == "a":
            linked, links = characters, 1
        after = _length(one.tail)
        if not characters:
            if one.tag not in _KEPT_EMPTY and not len(one) and (not after or one.tag in _TAIL_KEPT):
                one.drop_tree()
        elif (
            links >= _FEWEST and linked > _SHARE * characters and linked < _LONGEST_LINK * links and one.tag in _FRAMES
        ):
            labels.add(one.getprevious())
            one.drop_tree()
            characters = linked = links = 0
        elif one in labels and not links and not after and characters <= _LONGEST_LABEL and _introduces(one):
            one.drop_tree()
            characters = 0
        before = held.get(above, (0, 0, 0))
        held[above] = (before[0] + characters + after, before[1] + linked, before[2] + links)


def _introduces(element: html.HtmlElement) -> bool:
    """Whether a short line is there for what follows: a heading, or one that ends in a colon."""
    return element.tag in _HEADINGS or "".join(element.itertext(with_tail=False)).rstrip().endswith((":", "\uff1a"))


def _length(text: str | None) -> int:
    return len(text.strip()) if text else 0
