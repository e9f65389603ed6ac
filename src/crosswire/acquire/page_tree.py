"""Bytes of a web page to a tree, with limits that hold against pages made to break a parser."""

from __future__ import annotations

import re
from typing import cast

from lxml import etree, html

from crosswire.acquire.encoding import Decoded, decode
from crosswire.model import Warn

_HEAD = 4096
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([\w.:-]{2,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"<\?xml[^>]{0,200}?encoding\s{0,5}=\s{0,5}[\"']([\w.:-]{2,40})", re.IGNORECASE)
_OPENING = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s{1,1000}|<!--.{0,2000}?-->|<\?xml[^>]{0,200}>)*+<(?:!doctype\s{1,20}html|html|head|body)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
# What the WHATWG Encoding Standard reads these labels as.
_LABELS = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
_OVER_LIMIT = "ERR_RESOURCE_LIMIT"  # libxml2's: 255 elements deep, ten million bytes in one text


def looks_like_page(data: bytes) -> bool:
    """Whether the bytes open as an HTML document does."""
    return _OPENING.match(data[:_HEAD]) is not None


def decode_page(data: bytes) -> Decoded | None:
    """The characters of a page: by its mark, as UTF-8, by the charset that it declares, or by detection."""
    found = _META_CHARSET.search(data[:_HEAD]) or _XML_CHARSET.match(data.lstrip()[:_HEAD])
    declared = found[1].decode("ascii", "ignore").lower() if found else None
    return decode(data, _LABELS.get(declared, declared) if declared else None)


def parse_page(text: str) -> tuple[html.HtmlElement | None, tuple[Warn, ...]]:
    """The tree of a page, or None where there is no element in it; a warning where the parser gave up midway."""
    data = text.replace("\x00", "\ufffd").encode("utf-8")
    parser = html.HTMLParser(encoding="utf-8", huge_tree=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError):  # ValueError: lxml's word for characters that XML does not know
        return None, ()
    if any(error.type_name == _OVER_LIMIT for error in parser.error_log):
        return tree, (Warn("cut", "it is nested too deep or holds too long a text; what comes after was not read"),)
    return tree, ()


def select(path: etree.XPath, tree: html.HtmlElement) -> list[html.HtmlElement]:
    """The elements that a path of elements finds, in the order of the page."""
    return cast("list[html.HtmlElement]", path(tree))


def without_code(tree: html.HtmlElement) -> html.HtmlElement:
    """The tree, its scripts, styles and drawings taken out; they are most of a page, and none of its words."""
    etree.strip_elements(tree, "script", "style", "template", "svg", with_tail=False)
    return tree
