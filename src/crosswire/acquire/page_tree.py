"""Bytes of a web page to a tree, with limits that hold against pages made to break a parser."""

from __future__ import annotations

import re

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
# Elements that by the HTML standard hold no running text of an article, or nothing that is read.
_FRAME = (
    "head", "link", "meta", "nav", "footer", "aside", "menu", "dialog", "noscript", "iframe", "object", "embed",
    "button", "select", "input", "label", "textarea", "datalist", "audio", "video", "canvas", "picture", "source",
)  # fmt: skip
_FRAME_OR_TEXT = ("aside", "nav", "footer", "dialog")
_PARAGRAPHS = etree.XPath("count(.//p[string-length() > 80])")
_ARTICLE = etree.XPath("boolean(.//article | .//main | .//h1)")
_CONSENT = re.compile(
    r"onetrust|cookie-?_?(?:banner|bar|consent|law|notice|policy|dialog|popup|modal|wall)|consent-?_?(?:banner|manager|dialog|popup|modal)"
    r"|privacy-?_?(?:banner|bar|modal|popup|pref)|cookiebot|cmplz|didomi|usercentrics|qc-cmp|truste-|gdpr-?_?(?:banner|popup|modal|notice)"
)
# The first byte of a UTF-8 sequence of two or three and a later one, each as Windows-1252 shows it.
_MOJIBAKE = re.compile(
    "[\u00c2-\u00d1\u00e2][\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]"
)
_FEWEST = 3
_TAIL = 2_000
_BROKEN_OFF = re.compile(r"<(?:/?[a-zA-Z][^<>]*+|!--(?:[^-]|-(?!->))*+)\Z")
_OVER_LIMIT = "ERR_RESOURCE_LIMIT"  # libxml2's: 255 elements deep, ten million bytes in one text


def looks_like_page(data: bytes) -> bool:
    """Whether the bytes open as an HTML document does."""
    return _OPENING.match(data[:_HEAD]) is not None


def decode_page(data: bytes, told: str | None = None) -> Decoded | None:
    """The characters of a page: by its mark, as UTF-8, by the charset told with it or in it, or by detection.

    Args:
        data: the bytes of the page.
        told: the charset that its transport names (HTTP); where the bytes are not of it, it does not count.
    """
    if told and ((decoded := decode(data, _LABELS.get(told, told))) is None or not decoded.warnings):
        return decoded
    found = _META_CHARSET.search(data[:_HEAD]) or _XML_CHARSET.match(data.lstrip()[:_HEAD])
    declared = found[1].decode("ascii", "ignore").lower() if found else told
    return decode(data, _LABELS.get(declared, declared) if declared else None)


def mojibake(text: str) -> tuple[Warn, ...]:
    """A warning where UTF-8 was once read as Windows-1252 and stored so ("Ã©" for "é"); the text is kept as it is."""
    found = sum(1 for _ in _MOJIBAKE.finditer(text))
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    if found < _FEWEST or 4 * found < beyond:
        return ()
    return (Warn("mojibake", f"{found} letters were read in a wrong encoding before they came here; kept as they are"),)


def page_parser() -> html.HTMLParser:
    """A parser of pages, whose elements are all of one class: to choose one for each element costs a tenth of reading."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=False, no_network=True, remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))
    return parser


def parse_page(text: str) -> tuple[html.HtmlElement | None, tuple[Warn, ...]]:
    """The tree of a page, or None where there is no element in it; a warning where the parser gave up midway."""
    data = text.replace("\x00", "\ufffd").encode("utf-8")
    parser = page_parser()
    try:
        tree = html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError):  # ValueError: lxml's word for characters that XML does not know
        return None, ()
    if any(error.type_name == _OVER_LIMIT for error in parser.error_log):
        return tree, (Warn("cut", "it is nested too deep or holds too long a text; what comes after was not read"),)
    if _BROKEN_OFF.search(text[-_TAIL:]):
        return tree, (Warn("cut", "it breaks off within a tag; what came after is missing"),)
    return tree, ()


def without_code(tree: html.HtmlElement) -> html.HtmlElement:
    """The tree, its scripts, styles and drawings taken out; they are most of a page, and none of its words."""
    etree.strip_elements(tree, "script", "style", "template", "svg", with_tail=False)
    return tree


def without_frame(tree: html.HtmlElement) -> html.HtmlElement:
    """The tree, what stands around an article taken out, by its element's name or that of a consent manager.

    An element that holds more than half of the page's paragraphs is kept, whatever its name, as a plain one.
    """
    for one in [one for one in tree.iter("div", "section") if _is_consent(one)]:
        one.drop_tree()
    paragraphs = float(str(_PARAGRAPHS(tree)))
    for one in tree.iter(*_FRAME_OR_TEXT):
        if float(str(_PARAGRAPHS(one))) > paragraphs / 2:
            one.tag = "div"
    etree.strip_elements(tree, *_FRAME, with_tail=False)
    return tree


def _is_consent(element: html.HtmlElement) -> bool:
    """Whether an element is named as a notice on cookies, and holds nothing else."""
    named = f"{element.get('id') or ''} {element.get('class') or ''}"
    return _CONSENT.search(named[:400].lower()) is not None and not _ARTICLE(element)
