"""ninjs 1 to 3 (News in JSON, IPTC): one item, or a list of them; items with words inside others are read too."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from crosswire.acquire.binary import magic_kind
from crosswire.acquire.encoding import decode
from crosswire.acquire.fragment import Piece, beyond, html_pieces, text_pieces, whole
from crosswire.acquire.newsroom import Report, records
from crosswire.acquire.nitf import nitf_report
from crosswire.acquire.plain_text import BINARY_REMEDY
from crosswire.acquire.raw import RawInput
from crosswire.acquire.xml_tree import local, parse_xml
from crosswire.model import Article, Rejection, Warn

MEDIA_TYPE = "application/vnd.iptc.ninjs+json"
Row = Mapping[str, object]
# The properties that an item of some version of ninjs has and no other row of news does; names in lower case.
_ITS_OWN = frozenset({
    "versioncreated", "pubstatus", "body_text", "body_xhtml", "body_html", "description_text", "description_xhtml", "bodies",
    "headlines", "descriptions", "representationtype", "copyrightholder", "copyrightnotice", "eventdetails", "associations",
    "standard", "$standard",
})  # fmt: skip
_WITHOUT_WORDS = {"picture": "a picture", "graphic": "a graphic", "video": "a video", "audio": "a sound recording",
                  "event": "an event", "planning": "a plan of coverage"}  # fmt: skip
_PICTURED = frozenset({"picture", "graphic", "video", "audio"})
_SUMMARY = Warn("summary-only", "the item has no body; its description is read")
_NEARLY = 0.9
_DEEPEST = 8


def is_ninjs(value: object) -> bool:
    """Whether a JSON value is a ninjs item, or a list of them."""
    if isinstance(value, list):
        return bool(value) and all(isinstance(one, dict) and is_ninjs(one) for one in value)
    if not isinstance(value, dict) or not isinstance(value.get("uri"), str):
        return False
    return not _ITS_OWN.isdisjoint(name.lower() for name in value) and "text" not in value


def read_ninjs(raw: RawInput) -> Iterator[Article | Rejection]:
    """An article for each item with words; a rejection for each without, and for what is no ninjs."""
    kind = magic_kind(raw.data)
    decoded = None if kind else decode(raw.data)
    if decoded is None:
        yield raw.rejected(f"it is {kind or 'a binary'}, not ninjs", BINARY_REMEDY)
        return
    try:
        value = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        why = "its JSON is nested too deep" if isinstance(error, RecursionError) else "it is no JSON"
        yield raw.rejected(why, "give the item as its agency sends it")
        return
    if not is_ninjs(value):
        yield raw.rejected("it is JSON, but no ninjs item", "give a report in JSON the field names of JSON Lines")
        return
    yield from ninjs_articles(value, raw, decoded.warnings)


def ninjs_articles(value: object, raw: RawInput, warnings: tuple[Warn, ...] = ()) -> Iterator[Article | Rejection]:
    """The articles and rejections of what `is_ninjs` holds for."""
    items = value if isinstance(value, list) else [value]
    reports = [
        report
        for number, item in enumerate(items, 1)
        for report in _reports(item, f"{raw.id}#{number}" if isinstance(value, list) else raw.id)
    ]
    for report in reports:
        report.warnings += warnings
    yield from records(reports, raw, MEDIA_TYPE)


def _reports(item: Row, default_id: str, depth: int = 0) -> Iterator[Report]:
    """The item, then those associated with it that have a body of their own."""
    yield _report(item, default_id)
    for number, other in enumerate(_associated(item), 1):
        if depth < _DEEPEST and _bodies(other) and _type(other) not in _WITHOUT_WORDS:
            yield from _reports(other, f"{default_id}.{number}", depth + 1)


def _report(item: Row, default_id: str) -> Report:
    uri = _text(item, "uri")
    report = Report(
        uri or default_id,
        title=_headline(item),
        byline=_text(item, "byline") or _text(item, "by"),
        place=_text(item, "located"),
        publisher=_text(item, "copyrightholder"),
        language=_text(item, "language"),
        version=_version(item),
        url=uri if uri and uri.startswith(("http://", "https://")) else None,
        status=_text(item, "pubstatus"),
        note=_text(item, "ednote"),
        kind=_WITHOUT_WORDS.get(_type(item)) or ("an event" if _get(item, "eventdetails") else None),
    )
    named = [(name, _text(item, name)) for name in ("firstcreated", "contentcreated", "versioncreated")]
    report.written = [(name, value) for name, value in named if value]
    report.changed = [(name, value) for name, value in report.written[1:] if name == "versioncreated"]
    report.signals = [_text(one, "name") or _text(one, "code") or "" for one in _rows(item, "signals")]
    report.signals += filter(None, [_text(item, "signal")])
    sources = [_text(one, "name") for one in _rows(item, "infosources")]
    report.credits = [name for name in (*sources, _text(item, "creditline"), _text(item, "source")) if name]
    report.publisher = report.publisher or next(iter(report.credits), None)
    report.pieces, doubts = _words(item, report)
    report.warnings += doubts
    return report


# --- words ------------------------------------------------------------------------------------------------------------


def _words(item: Row, report: Report) -> tuple[list[Piece], tuple[Warn, ...]]:
    """The body, before it what a description adds, after it the captions of what is associated."""
    body, doubts = _body(item, report)
    described = beyond(_description(item), body)
    if not body and report.kind is None:
        doubts = (*doubts, _SUMMARY) if described else doubts
    elif not body or _type(item) in _PICTURED:
        described = [("caption", text) for _, text in described]
    pictures = [other for other in _associated(item) if _type(other) in _WITHOUT_WORDS]
    captions = beyond([("caption", text) for other in pictures for _, text in _description(other)], body)
    return [*described, *body, *captions], doubts


def _body(item: Row, report: Report) -> tuple[list[Piece], tuple[Warn, ...]]:
    """The first of an item's bodies, marked-up ones before plain text, that has about as many words as the fullest."""
    read = [(rank, pieces, doubts) for rank, value in _bodies(item) for pieces, doubts in [_read(rank, value, report)]]
    read.sort(key=lambda one: one[0])
    lengths = [sum(len(text) for kind, text in pieces if kind != "caption") for _, pieces, _ in read]
    unread = tuple(doubt for _, pieces, doubts in read if not pieces for doubt in doubts)
    for (_, pieces, doubts), length in zip(read, lengths, strict=True):
        if pieces and length >= _NEARLY * max(lengths):
            return pieces, (*doubts, *unread)
    return [], unread


def _bodies(item: Row) -> list[tuple[int, str]]:
    """Each body with its rank: HTML, then NITF, then plain text."""
    found = [
        (_rank(name, ""), value) for name in item if name.lower().startswith("body_") and (value := _text(item, name))
    ]
    found += (
        (_rank(_text(body, "role") or "", _text(body, "contenttype") or ""), value)
        for body in _rows(item, "bodies")
        if (value := _text(body, "value"))
    )
    return [(rank, value) for rank, value in found if rank >= 0]


def _rank(role: str, media_type: str) -> int:
    """0 for HTML, 1 for NITF, 2 for plain text, -1 for another markup."""
    named, typed = role.lower(), media_type.lower()
    if "nitf" in typed or (not typed and "nitf" in named):
        return 1
    if "html" in typed or "html" in named:
        return 0
    return -1 if "xml" in typed or "json" in typed else 2


def _read(rank: int, value: str, report: Report) -> tuple[list[Piece], tuple[Warn, ...]]:
    if rank == 0:
        return html_pieces(value)
    if rank == 2:
        return text_pieces(value), ()
    parsed = parse_xml(RawInput(report.id, value.encode("utf-8", "replace")), "NITF")
    if isinstance(parsed, Rejection):
        return [], (Warn("body", f"a body in NITF was passed over: {parsed.reason}"),)
    return (nitf_report(parsed.root, report.id).pieces if local(parsed.root) == "nitf" else []), ()


def _headline(item: Row) -> str | None:
    """The main headline: ninjs 1 has one, later ones a list by role; else the item's title."""
    listed = _rows(item, "headlines")
    main = [one for one in listed if (_text(one, "role") or "main").lower() == "main"]
    values = [_text(item, "headline"), *(_text(one, "value") for one in (*main, *listed)), _text(item, "title")]
    return next((value for value in values if value), None)


def _description(item: Row) -> list[Piece]:
    """What an item's descriptions say, each once; HTML gives way to plain text."""
    listed = [
        (name.lower(), value)
        for name in item
        if name.lower().startswith("description_") and (value := _text(item, name))
    ]
    listed += [
        ((_text(one, "role") or "") + (_text(one, "contenttype") or "").lower(), value)
        for one in _rows(item, "descriptions")
        if (value := _text(one, "value"))
    ]
    out: list[Piece] = []
    for name, value in sorted(listed, key=lambda one: "html" in one[0]):
        out += html_pieces(value)[0] if "html" in name else text_pieces(value)
    return beyond(out, [])


# --- values -----------------------------------------------------------------------------------------------------------


def _get(item: Row, name: str) -> object:
    """A property by its name in lower case: ninjs 3 writes `versionCreated` where 1 and 2 write `versioncreated`."""
    if name in item:
        return item[name]
    return next((value for key, value in item.items() if key.lower() == name), None)


def _text(item: Row, name: str) -> str | None:
    value = _get(item, name)
    return whole(value).strip() or None if isinstance(value, str) else None


def _rows(item: Row, name: str) -> list[Row]:
    value = _get(item, name)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _associated(item: Row) -> list[Row]:
    """The associated items: values of an object in ninjs 1, a list from 2 on."""
    value = _get(item, "associations")
    listed = list(value.values()) if isinstance(value, dict) else value
    return [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []


def _type(item: Row) -> str:
    return (_text(item, "type") or "").lower()


def _version(item: Row) -> str | None:
    value = _get(item, "version")
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else _text(item, "version")
