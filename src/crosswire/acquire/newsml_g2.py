"""NewsML-G2 (IPTC): a news item, or a message that carries several; their words in XHTML, NITF or plain text."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from crosswire.acquire.fragment import HTML, Piece, beyond, html_pieces, text_pieces, tree_pieces
from crosswire.acquire.newsroom import Report, code, records
from crosswire.acquire.nitf import nitf_report
from crosswire.acquire.raw import RawInput
from crosswire.acquire.xml_tree import all_text, child, children, local, parse_xml, words
from crosswire.model import Article, Rejection, Warn

MEDIA_TYPE = "application/vnd.iptc.g2.newsitem+xml"
NEWSML_TYPES = (MEDIA_TYPE, *(f"application/vnd.iptc.g2.{name}+xml" for name in ("newsmessage", "packageitem")))
ITEMS = frozenset({"newsItem", "packageItem", "conceptItem", "knowledgeItem", "catalogItem", "planningItem", "hopItem"})
ROOTS = ITEMS | {"newsMessage", "contentSet"}
_WITHOUT_WORDS = {
    "packageItem": "a package, which only names other items",
    "conceptItem": "a concept",
    "knowledgeItem": "a list of concepts",
    "catalogItem": "a catalogue",
    "planningItem": "a plan of coverage",
}
_CLASSES = {"picture": "a picture", "graphic": "a graphic", "video": "a video", "audio": "a sound recording",
            "animated": "an animation"}  # fmt: skip
_HTML_ROOTS = frozenset(HTML.blocks) | {"span", "b", "i", "em", "strong", "a"}
_SUMMARY = Warn("summary-only", "the item has no body; its description is read")


def read_newsml_g2(raw: RawInput) -> Iterator[Article | Rejection]:
    """An article for each news item with words; a rejection for each item without, and for what is no NewsML-G2."""
    document = parse_xml(raw, "a NewsML-G2 package")
    if isinstance(document, Rejection):
        yield document
        return
    root = document.root
    if local(root) not in ROOTS:
        yield raw.rejected(f"it is XML, but no NewsML-G2 (it begins with <{local(root)[:40]}>)", "check what it is")
        return
    reports = [_report(item, f"{raw.id}#{number}" if item is not root else raw.id) for number, item in _items(root)]
    if not reports:
        yield raw.rejected("the message carries no item", "give the message with its items")
    for report in reports:
        report.warnings += document.warnings
    yield from records(reports, raw, MEDIA_TYPE)


def _items(root: etree._Element) -> list[tuple[int, etree._Element]]:
    if local(root) != "newsMessage":
        return [(1, root)]
    return list(enumerate((one for part in children(root, "itemSet") for one in part if local(one) in ITEMS), 1))


def _report(item: etree._Element, default_id: str) -> Report:
    """What one item says of itself, and its words."""
    meta, content = child(item, "itemMeta"), child(item, "contentMeta")
    kind = _value(child(meta, "itemClass"))
    report = Report(
        (item.get("guid") or "").strip() or default_id,
        title=words(child(content, "headline")) or words(child(meta, "title")) or None,
        byline="; ".join(filter(None, map(words, children(content, "by")))) or None,
        dateline=words(child(content, "dateline")) or None,
        language=_language(item, content),
        version=(item.get("version") or "").strip() or None,
        status=_value(child(meta, "pubStatus")) or None,
        signals=[_value(one) for one in children(meta, "signal")],
        note=" ".join(words(one) for one in children(meta, "edNote")) or None,
        kind=_WITHOUT_WORDS.get(local(item)) or _CLASSES.get(kind),
    )
    _dates(report, meta, content)
    _credits(report, item, meta, content)
    if local(item) in {"newsItem", "contentSet"}:
        report.pieces = _words(report, item, content)
    return report


def _value(element: etree._Element | None) -> str:
    """The last part of the code or address that an element names."""
    return code(element.get("qcode") or element.get("uri") or element.get("literal")) if element is not None else ""


def _language(item: etree._Element, content: etree._Element | None) -> str | None:
    """The content's language; the item's `xml:lang` is that of its metadata, and mostly the same."""
    stated = next((value for one in children(content, "language") if (value := one.get("tag"))), None)
    return stated or item.get("{http://www.w3.org/XML/1998/namespace}lang")


def _dates(report: Report, meta: etree._Element | None, content: etree._Element | None) -> None:
    named = (
        ("firstCreated", words(child(meta, "firstCreated"))),
        ("contentCreated", words(child(content, "contentCreated"))),
        ("versionCreated", words(child(meta, "versionCreated"))),
    )
    report.written = [(name, value) for name, value in named if value]
    changed = (("contentModified", words(child(content, "contentModified"))), named[2])
    report.changed = [(name, value) for name, value in changed if value]
    if embargo := words(child(meta, "embargoed")):
        report.warnings.append(Warn("embargo", f"the agency sent it not for publication before {embargo[:60]}"))


def _credits(report: Report, item: etree._Element, meta: etree._Element | None, content: etree._Element | None) -> None:
    """Writers are creators with a name of a person; provider, source, credit line and copyright name the parties."""
    named = [words(one) for one in children(content, "creditline")]
    named += [_name(one) for one in children(content, "infoSource")]
    provider = _name(child(meta, "provider"))
    holders = [_name(child(part, "copyrightHolder")) for part in children(item, "rightsInfo")]
    creators = [_name(one) for one in children(content, "creator")]
    if not report.byline:
        report.byline_names(creators)
    report.credits += (name for name in (*named, provider, *holders) if name)
    report.publisher = next((name for name in (provider, *holders, *named) if name), None)
    located = child(content, "located")
    report.place = _name(located) or None


def _name(element: etree._Element | None) -> str:
    """What a party or place is called: its name; else the code's own last part where that is a word and no number."""
    if element is None:
        return ""
    if name := words(child(element, "name")) or (element.get("literal") or "").strip():
        return name
    qcode = (element.get("qcode") or "").rpartition(":")[2].strip()
    return qcode if qcode.replace("-", "").isalpha() else ""


# --- words ------------------------------------------------------------------------------------------------------------


def _words(report: Report, item: etree._Element, content: etree._Element | None) -> list[Piece]:
    """The item's inline content; before it, what its description adds."""
    parts = item if local(item) == "contentSet" else child(item, "contentSet")
    read = [_inline(one, report) for one in parts] if parts is not None else []
    body = max(read, key=lambda pieces: sum(len(text) for _, text in pieces), default=[])
    described = [text for one in children(content, "description") if (text := words(one))]
    lead = beyond([("paragraph", text) for text in described], body)
    if report.kind is not None:
        lead = [("caption", text) for _, text in lead]
    elif lead and not body:
        report.warnings.append(_SUMMARY)
    return [*lead, *body]


def _inline(part: etree._Element, report: Report) -> list[Piece]:
    """The blocks of one rendition of the content; none where it is elsewhere, or in a markup that holds no report."""
    if local(part) == "inlineXML":
        return [piece for inner in part for piece in _marked_up(inner, report)]
    if local(part) != "inlineData" or part.get("encoding"):
        return []
    media_type, text = (part.get("contenttype") or "text/plain").lower(), all_text(part)
    if "html" in media_type:
        pieces, doubts = html_pieces(text)
        report.warnings += doubts
        return pieces
    return text_pieces(text) if media_type.startswith("text/") else []


def _marked_up(inner: etree._Element, report: Report) -> list[Piece]:
    if local(inner) != "nitf":
        return tree_pieces(inner) if local(inner).lower() in _HTML_ROOTS else []
    inside = nitf_report(inner, report.id)
    report.title = report.title or inside.title
    report.byline, report.dateline = inside.byline or report.byline, report.dateline or inside.dateline
    report.place, report.language = inside.place or report.place, report.language or inside.language
    report.publisher = report.publisher or inside.publisher
    report.credits += inside.credits
    report.authors += (name for name in inside.authors if name not in report.authors)
    report.written += inside.written
    report.signals += inside.signals
    report.note, report.status = report.note or inside.note, report.status or inside.status
    return inside.pieces
