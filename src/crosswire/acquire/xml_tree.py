"""Bytes of an XML document to a tree: nothing is fetched, nothing is expanded, and there is an end to everything."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import unescape

from lxml import etree

from crosswire.acquire.binary import magic_kind
from crosswire.acquire.encoding import Decoded, decode
from crosswire.acquire.page_tree import looks_like_page
from crosswire.acquire.plain_text import BINARY_REMEDY
from crosswire.acquire.raw import RawInput
from crosswire.model import Rejection, Warn

_DECLARATION = re.compile(r"<\?xml(?P<inner>[^>]{0,300})\?>")
_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s{0,5}=\s{0,5}[\"']([\w.:-]{2,40})", re.IGNORECASE)
_OPENING = re.compile(
    r"[\s\ufeff]{0,1000}+(?>(?:<\?.{0,500}?\?>|<!--.{0,4000}?-->|<!DOCTYPE[^>\[]{0,500}(?:\[[^\]]{0,4000}\]\s{0,100})?>)\s{0,1000}){0,20}+"
    r"<(?:[\w.-]{1,100}:)?(?P<name>[A-Za-z_][\w.-]{0,100})[\s/>]",
    re.DOTALL | re.IGNORECASE,
)
_HEAD = 20_000
# XML knows five names; HTML's others stand in feeds and packages all the same, declared in a DTD that nobody fetches.
_REFERENCE = re.compile(
    r"&(?:(?P<known>(?:amp|lt|gt|quot|apos);)|#(?P<number>\d{1,7}|x[0-9a-fA-F]{1,6});|(?P<named>[A-Za-z][A-Za-z0-9]{1,31};))?"
)
_TOO_DEEP = "it is nested too deep"
_WHOLE = "give the whole document as its maker sends it"
_PAGE_REMEDY = "give the address of the feed or package itself, or the page as .html"


@dataclass(frozen=True, slots=True)
class XmlDocument:
    """The root of a document's tree, and what was odd about it."""

    root: etree._Element
    warnings: tuple[Warn, ...] = ()


def root_name(data: bytes) -> str | None:
    """The name of the first element of what opens as XML does, without its prefix; None where nothing does."""
    head = data[:_HEAD]
    decoded = None if magic_kind(head) else decode(head[: len(head) // 4 * 4])
    opening = _OPENING.match(decoded.text) if decoded else None
    return opening["name"] if opening else None


def parse_xml(raw: RawInput, sought: str, *, mend: bool = False) -> XmlDocument | Rejection:
    """The tree of an XML document, or the one reason why there is none.

    Entities that a document declares itself are refused: they serve to blow a text up or to reach for other files.

    Args:
        raw: the document.
        sought: what it was taken for, as a message names it ("a feed").
        mend: read what can be read of broken XML, with a warning, in place of a rejection.
    """
    decoded = _read(raw, sought)
    if isinstance(decoded, Rejection):
        return decoded
    text = _with_characters(decoded.text) if "&" in decoded.text else decoded.text
    root, trouble = _parse(text)
    if root is not None:
        return XmlDocument(root, decoded.warnings)
    root = _mended(text) if mend and trouble != _TOO_DEEP else None
    if root is None:
        return raw.rejected(trouble, _WHOLE)
    return XmlDocument(root, (*decoded.warnings, Warn("broken", f"{trouble}; what could be read was read")))


def _read(raw: RawInput, sought: str) -> Decoded | Rejection:
    """The characters of a document, without its declaration, or why they are not worth parsing."""
    kind = magic_kind(raw.data)
    found = _ENCODING.match(raw.data.lstrip()[:_HEAD])
    decoded = None if kind else decode(raw.data, found[1].decode("ascii").lower() if found else None)
    if decoded is None:
        return raw.rejected(f"it is {kind or 'a binary'}, not {sought}", BINARY_REMEDY)
    if looks_like_page(decoded.text[:_HEAD].encode("utf-8", "replace")):
        return raw.rejected(f"it is a web page, not {sought}", _PAGE_REMEDY)
    text = decoded.text.lstrip()
    declaration = _DECLARATION.match(text)
    text = text[declaration.end() :].lstrip() if declaration else text
    if not text:
        return raw.rejected(f"it is empty, not {sought}", _WHOLE)
    if "<!DOCTYPE" in text[:_HEAD] and "<!ENTITY" in text:
        return raw.rejected("it declares XML entities of its own, which are not read", "give it without a DTD")
    return replace(decoded, text=text)


def _parse(text: str) -> tuple[etree._Element | None, str]:
    """The tree, or None and what is wrong in a clause."""
    parser = _parser(recover=False)
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser), ""
    except etree.XMLSyntaxError as error:
        if any("Excessive depth" in one.message for one in parser.error_log):
            return None, _TOO_DEEP
        message = " ".join((error.msg or "").partition(", line")[0].split())
        return None, f"its XML is broken (line {error.lineno}: {message[:80]})"


def _mended(text: str) -> etree._Element | None:
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), _parser(recover=True))
    except etree.XMLSyntaxError:
        return None


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _with_characters(text: str) -> str:
    """The text with HTML's names read, bare ampersands escaped and impossible characters replaced, CDATA sections left as they are."""
    out: list[str] = []
    at = 0
    while (start := text.find("<![CDATA[", at)) >= 0 and (end := text.find("]]>", start)) >= 0:
        out += (_REFERENCE.sub(_character, text[at:start]), text[start : end + 3])
        at = end + 3
    return "".join((*out, _REFERENCE.sub(_character, text[at:])))


def _character(found: re.Match[str]) -> str:
    """What XML can read of a reference: HTML's names give way to their characters, what names nothing stands for itself."""
    if found["known"]:
        return found[0]
    if number := found["number"]:
        point = int(number[1:], 16) if number[0] == "x" else int(number)
        return found[0] if _is_character(point) else "\ufffd"
    plain = unescape(found[0]) if found["named"] else found[0]
    return "&amp;" + found[0][1:] if plain == found[0] or plain in "&<>" or "&" in plain else plain


def _is_character(point: int) -> bool:
    """Whether XML 1.0 has the character (production 2): half characters and most control characters it has not."""
    return point in {9, 10, 13} or 32 <= point < 0xD800 or 0xE000 <= point < 0xFFFE or 0x10000 <= point < 0x110000


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; "" for what is no element."""
    tag: object = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def all_text(element: etree._Element) -> str:
    """All characters within an element."""
    return "".join(map(str, element.itertext()))


def words(element: etree._Element | None) -> str:
    """All the words within an element, white space made plain; "" where there is none."""
    return " ".join(all_text(element).split()) if element is not None else ""


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first element down a path of local names, or None."""
    for name in path:
        if element is None:
            return None
        element = next((one for one in element if local(one) == name), None)
    return element


def children(element: etree._Element | None, name: str) -> list[etree._Element]:
    """The children with a local name."""
    return [one for one in element if local(one) == name] if element is not None else []
