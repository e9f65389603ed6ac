"""NewsML 1 (IPTC, 2000 to 2006): the words of each news item's content, read in the order of its components."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from crosswire.acquire.fragment import HTML, Piece, html_pieces, text_pieces, tree_pieces
from crosswire.acquire.newsroom import Report, records
from crosswire.acquire.nitf import nitf_report
from crosswire.acquire.raw import RawInput
from crosswire.acquire.xml_tree import all_text, child, children, local, parse_xml, words
from crosswire.model import Article, BlockKind, Rejection

MEDIA_TYPE = "text/vnd.iptc.newsml"
# The roles of a component whose words are not the report's text.
_ASIDE = frozenset({"stylesheet", "headline", "logo"})
_PICTURED = frozenset({"photo", "picture", "video", "graphic", "audio"})


def read_newsml_1(raw: RawInput) -> Iterator[Article | Rejection]:
    """An article for each news item with words; a rejection for each without, and for what is no NewsML."""
    document = parse_xml(raw, "a NewsML document")
    if isinstance(document, Rejection):
        yield document
        return
    if local(document.root) != "NewsML":
        yield raw.rejected(
            f"it is XML, but no NewsML (it begins with <{local(document.root)[:40]}>)", "check what it is"
        )
        return
    items = children(document.root, "NewsItem")
    provider = _formal(child(document.root, "NewsEnvelope", "SentFrom", "Party"))
    reports = [
        _report(item, f"{raw.id}#{number}" if len(items) > 1 else raw.id, provider)
        for number, item in enumerate(items, 1)
    ]
    if not reports:
        yield raw.rejected("it carries no news item", "give the document with its items")
    for report in reports:
        report.warnings += document.warnings
    yield from records(reports, raw, MEDIA_TYPE)


def _formal(element: etree._Element | None) -> str | None:
    return (element.get("FormalName") or "").strip() or None if element is not None else None


def _report(item: etree._Element, default_id: str, provider: str | None) -> Report:
    identifier = child(item, "Identification", "NewsIdentifier")
    management = child(item, "NewsManagement")
    version = words(child(identifier, "RevisionId")) or None
    name = words(child(identifier, "PublicIdentifier")).removesuffix(f":{version}") or None
    report = Report(
        name or default_id,
        version=version,
        publisher=provider,
        status=_formal(child(management, "Status")),
        signals=[value for one in children(management, "Instruction") if (value := _formal(one))],
    )
    created, changed = words(child(management, "FirstCreated")), words(child(management, "ThisRevisionCreated"))
    report.written = [
        (name, value) for name, value in (("FirstCreated", created), ("ThisRevisionCreated", changed)) if value
    ]
    report.changed = [("ThisRevisionCreated", changed)] if changed else []
    component = child(item, "NewsComponent")
    if component is not None:
        _newslines(report, component)
        pieces = [piece for one in component.iter("{*}ContentItem") for piece in _content(one, report)]
        report.pieces = sorted([*pieces, *_captions(component)], key=lambda piece: piece[0] == "boilerplate")
    return report


def _newslines(report: Report, component: etree._Element) -> None:
    """Headline, byline, dateline and credits, each from the first component that has them."""
    for lines in component.iter("{*}NewsLines"):
        if _roles(lines) & _PICTURED:
            continue
        report.title = report.title or words(child(lines, "HeadLine")) or None
        report.byline = report.byline or words(child(lines, "ByLine")) or None
        report.dateline = report.dateline or words(child(lines, "DateLine")) or None
        report.credits += (value for one in children(lines, "CreditLine") if (value := words(one)))
    report.place = report.dateline
    stated = next((_formal(one) for one in component.iter("{*}Language") if one.get("FormalName")), None)
    report.language = stated
    sources = [_formal(child(one, "Party")) for one in component.iter("{*}Source", "{*}Provider")]
    report.credits += (value for value in sources if value)


def _captions(component: etree._Element) -> Iterator[Piece]:
    """What the headlines of pictures say, which is what they show."""
    for lines in component.iter("{*}NewsLines"):
        if _roles(lines) & _PICTURED:
            yield from (("caption", text) for one in children(lines, "HeadLine") if (text := words(one)))


def _roles(element: etree._Element) -> set[str]:
    """The roles of the components that an element stands in, in lower case."""
    return {
        (role.get("FormalName") or "").lower()
        for one in element.iterancestors("{*}NewsComponent")
        for role in children(one, "Role")
    }


def _content(item: etree._Element, report: Report) -> Iterator[Piece]:
    """The blocks of one content item: text or markup in its `DataContent`, no rendition elsewhere."""
    data, roles = child(item, "DataContent"), _roles(item)
    media_type = (_formal(child(item, "MimeType")) or "").lower()
    if data is None or roles & _ASIDE or media_type.startswith(("image/", "video/", "audio/", "text/css")):
        return
    for inner in data:
        if local(inner) == "nitf":
            yield from nitf_report(inner, report.id).pieces
        elif local(inner).lower() in HTML.blocks:
            yield from _as(tree_pieces(inner), roles)
    if len(data) == 0 and child(item, "Encoding") is None:
        text = all_text(data)
        yield from _as(html_pieces(text)[0] if "html" in media_type else text_pieces(text), roles)


def _as(pieces: list[Piece], roles: set[str]) -> Iterator[Piece]:
    """Paragraphs by the role of their component: second headlines, captions, contacts (which are no part of the report)."""
    kind: BlockKind | None = None
    if "contact" in roles:
        kind = "boilerplate"
    elif "subheadline" in roles:
        kind = "heading"
    elif roles & _PICTURED or "caption" in roles:
        kind = "caption"
    for found, text in pieces:
        yield (kind if kind and found == "paragraph" else found), text
