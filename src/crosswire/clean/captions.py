"""Captions and photo credits: lines printed twice, and lines that name a photograph or who took it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from crosswire.clean.agencies import agency_of
from crosswire.model import Block, Span

LONGEST = 700
LONGEST_TWICE = 300
_LABEL = r"(?:file\s)?(?:photos?|photographs?|images?|pictures?|picture|credits?|photo\scredit|photo\scourtesy|courtesy|source|graphic|illustration)"
_OPENS = re.compile(
    rf"\W{{0,2}}(?:file\s(?:photo|image|picture)|{_LABEL}\s?(?::|by\s[A-Z]|courtesy\b|copyright\b|via\s[A-Z])|caption\s?:|pictured\s?:|in\sthis\s.{{0,60}}\bphoto\b"
    r"|[A-Za-z]{2,12}\sphotos?(?:\s?/|$)|(?:representational|representative|file|stock)\simages?(?:\s?[:/|(.,]|$)|photos?\s?/\s?[A-Z]"
    r"|(?:photo|image|picture)\s(?:credit|source|courtesy)s?\s?[:/,-]|graphics?\s?:"
    r"|getty(?:\simages)?\W{0,2}$|shutterstock\W{0,2}$|istock(?:photo)?\W{0,2}$|(?:undated|booking|handout)\s(?:photo|mug\s?shot)\b|(?:image|media)\scaption|(?:image|photo)\s\d+\sof\s/?\s?\d+|(?:enlarge\sthis\simage\s)?toggle\scaption|ap\sphoto\b)",
    re.IGNORECASE,
)
_CREDITED = re.compile(
    rf"[(\[]\s?(?:{_LABEL}\s?(?::|by\b|courtesy|/|via|from)|ap\sphoto|file\b|getty\b|published\s|[^()]{{0,60}}\bphoto\b|[^()]{{0,60}}/(?:ap|afp|reuters|getty|epa)\b|\u00a9)"
    rf"[^()]{{0,120}}[)\]]\W{{0,2}}$",
    re.IGNORECASE,
)
# Only a station's letters or an agency's name in brackets at the end: a caption, unless a report ends so.
_BARE_CREDIT = re.compile(r"\((?:[A-Z]{3,5}(?:-(?:TV|DT|AM|FM))?|AP|Reuters|[A-Z][\w ]{2,20}/(?:AP|AFP|Reuters))\)$")
_PHOTOGRAPHER = re.compile(
    r"[(\[]?(?P<agency>[^/()\[\]\n]{2,30}?)\s?/\s?[A-ZÀ-Þ][\w'’.-]{0,30}(?:\s[A-ZÀ-Þ][\w'’.-]{0,30}){1,3}[)\]]?\W{0,2}"
)
_PHOTO_AGENCIES = frozenset({"EPA", "EPA-EFE", "GETTY", "GETTY IMAGES", "POOL"})
_CLOSING_MARK = re.compile(r"[.!?”\"’]\s?\((?:AFP|AP|Reuters|REUTERS|Associated\sPress)\)\W{0,2}$")
_AGENCY_PHOTO = re.compile(
    r"(?:/|\||,|via|(?<![.!?”\"]\s)(?<![.!?”\"]\s\s)[—–-]|\u00a9|\()\s?(?:getty(?:\simages)?|afp|ap(?:\sphoto)?|reuters|epa(?:-efe)?|shutterstock|istock|associated\spress|file|usa\stoday\ssports)\W{0,2}$",
    re.IGNORECASE,
)


def mark_captions(text: str, blocks: Sequence[Block], title: Span | None) -> list[Block]:
    """The blocks, those that are captions marked; ``title`` is a line that is the headline even where it is repeated."""
    out = list(blocks)
    for n, block in enumerate(out[:-1]):
        if block.kind == "paragraph" and (is_caption(text, block.span) or _credited_by_letters(text, block.span)):
            out[n] = Block("caption", block.span)
    last = out[-1] if out else None
    if last and last.kind == "paragraph" and is_caption(text, last.span) and not _ends_report(text, last.span):
        out[-1] = Block("caption", last.span)
    for n, (one, two) in enumerate(pairwise(tuple(out))):
        if two.kind in {"paragraph", "caption"} and _twice(text, one, two):
            out[n + 1] = Block("caption", two.span)
            if one.kind == "paragraph" and one.span != title:
                out[n] = Block("caption", one.span)
    return out


def is_caption(text: str, span: Span) -> bool:
    """Whether a line by itself is a caption or the credit of a photograph."""
    if span.end - span.start > LONGEST:
        return False
    line = span.of(text)
    if _OPENS.match(line):
        return line.count(". ") <= 4
    return bool(_CREDITED.search(line) or _by_photographer(line) or (len(line) <= 200 and _AGENCY_PHOTO.search(line)))


def _by_photographer(line: str) -> bool:
    """Whether a line is no more than an agency's mark, a slash and a name (``REUTERS/Mira Holt``)."""
    found = _PHOTOGRAPHER.fullmatch(line)
    return found is not None and (agency_of(found["agency"]) is not None or found["agency"].upper() in _PHOTO_AGENCIES)


def _ends_report(text: str, span: Span) -> bool:
    """Whether a last paragraph closes with an agency's bare mark after its last sentence, as reports do."""
    line = span.of(text)
    return _CLOSING_MARK.search(line) is not None and _OPENS.match(line) is None


def _credited_by_letters(text: str, span: Span) -> bool:
    line = span.of(text)
    return len(line) <= 250 and line.count(". ") <= 1 and _BARE_CREDIT.search(line) is not None


def _twice(text: str, one: Block, two: Block) -> bool:
    if one.span.end - one.span.start != two.span.end - two.span.start or one.span.end - one.span.start > LONGEST_TWICE:
        return False
    return one.kind in {"paragraph", "caption", "title"} and one.span.of(text) == two.span.of(text)
