"""NITF 3 (News Industry Text Format, IPTC): a document of its own, or the body of a NewsML-G2 or ninjs item."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from lxml import etree

from crosswire.acquire.fragment import HTML, Piece, Vocabulary, beyond, tree_pieces
from crosswire.acquire.newsroom import Report, article
from crosswire.acquire.raw import RawInput
from crosswire.acquire.xml_tree import child, children, local, parse_xml, words
from crosswire.model import Article, Rejection

MEDIA_TYPE = "application/nitf+xml"
# The elements of NITF 3.6 that HTML has not, or means otherwise.
_NITF = Vocabulary(
    blocks={
        **HTML.blocks,
        **dict.fromkeys(
            ("block", "bq", "credit", "note", "body.content", "body.end", "fn", "nitf-table", "abstract"), "paragraph"
        ),
        **dict.fromkeys(("hl1", "hl2"), "heading"),
        "tagline": "byline",
        **dict.fromkeys(("media", "media-caption", "media-producer"), "caption"),
    },
    skipped=(HTML.skipped - {"object"})
    | {"media-metadata", "media-object", "media-reference", "nitf-table-metadata", "ds"},
)


def read_nitf(raw: RawInput) -> Iterator[Article | Rejection]:
    """The article of an NITF document, or the reason why there is none."""
    document = parse_xml(raw, "an NITF document")
    if isinstance(document, Rejection):
        yield document
        return
    if local(document.root) != "nitf":
        yield raw.rejected(f"it is XML, but no NITF (it begins with <{local(document.root)[:40]}>)", "check what it is")
        return
    report = nitf_report(document.root, raw.id)
    report.warnings += document.warnings
    yield article(report, raw, MEDIA_TYPE, hashlib.sha256(raw.data).hexdigest())


def nitf_report(root: etree._Element, default_id: str) -> Report:
    """What an NITF tree says: words, dates, credits, status."""
    docdata, head = child(root, "head", "docdata"), child(root, "body", "body.head")
    report = Report(_attribute(child(docdata, "doc-id"), "id-string") or default_id)
    report.title = words(child(head, "hedline", "hl1")) or words(child(root, "head", "title")) or None
    report.language = root.get("{http://www.w3.org/XML/1998/namespace}lang")
    report.version = _attribute(child(docdata, "du-key"), "version")
    _dates(report, root, docdata, head)
    _credits(report, root, docdata, head)
    _status(report, docdata)
    report.pieces = _pieces(root, head)
    return report


def _attribute(element: etree._Element | None, name: str) -> str | None:
    return (element.get(name) or "").strip() or None if element is not None else None


def _dates(report: Report, root: etree._Element, docdata: etree._Element | None, head: etree._Element | None) -> None:
    """The day of issue first; a revision's day is that of a change."""
    dateline = child(head, "dateline")
    named = (
        ("date.issue", _attribute(child(docdata, "date.issue"), "norm")),
        ("date.release", _attribute(child(docdata, "date.release"), "norm")),
        ("story.date", _attribute(child(dateline, "story.date"), "norm")),
        ("date.publication", _attribute(child(root, "head", "pubdata"), "date.publication")),
    )
    report.written = [(name, value) for name, value in named if value]
    changes = [_attribute(one, "norm") for one in children(child(root, "head"), "revision-history")]
    report.changed = [("revision", value) for value in changes if value]


def _credits(report: Report, root: etree._Element, docdata: etree._Element | None, head: etree._Element | None) -> None:
    bylines = children(head, "byline")
    report.byline = "; ".join(filter(None, map(words, bylines))) or None
    for byline in bylines:
        report.authors += (name for one in byline.iter("{*}person") if (name := words(one)))
    dateline = child(head, "dateline")
    report.dateline = words(dateline) or None
    report.place = words(child(dateline, "location")) or None
    report.publisher = _attribute(child(root, "head", "pubdata"), "name") or _attribute(
        child(docdata, "doc.copyright"), "holder"
    )
    named = [_attribute(child(docdata, "doc.copyright"), "holder"), words(child(head, "distributor"))]
    named += [words(one) for one in children(head, "rights")]
    report.credits += [name for name in named if name and len(name) <= 80 and name != report.publisher]


def _status(report: Report, docdata: etree._Element | None) -> None:
    if docdata is None:
        return
    report.status = docdata.get("management-status")
    correction, note = child(docdata, "correction"), _attribute(child(docdata, "ed-msg"), "info")
    if correction is not None:
        report.signals.append("correction")
        note = _attribute(correction, "info") or note
    report.note = note


def _pieces(root: etree._Element, head: etree._Element | None) -> list[Piece]:
    """The second headlines and an abstract that the body does not repeat, then the body."""
    content, end = child(root, "body", "body.content"), child(root, "body", "body.end")
    body = tree_pieces(content, _NITF) if content is not None else []
    lead: list[Piece] = [("heading", text) for one in children(child(head, "hedline"), "hl2") if (text := words(one))]
    for name in ("note", "abstract"):
        for one in children(head, name):
            lead += beyond(tree_pieces(one, _NITF), body)
    return [*lead, *body, *(tree_pieces(end, _NITF) if end is not None else [])]
