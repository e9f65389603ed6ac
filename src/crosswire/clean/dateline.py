"""Datelines: where (and sometimes when, and by which agency) a report was written, at the head of its first paragraph.

Only known shapes count. A bracketed agency or outlet, a date, a state or country after a comma, or a city that stands
alone in datelines must back the place; a capitalised word before a dash proves nothing.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from crosswire.clean.agencies import agency_in
from crosswire.clean.dates import MONTH, WEEKDAY, Written, written
from crosswire.clean.places import CITIES, REGIONS
from crosswire.clean.words import words
from crosswire.model import Span

_CAP = r"(?:[A-ZÀ-Þ][\w'’.]*+(?:-[\w'’.]++)*+)"
_PLACE = rf"{_CAP}(?:\s(?:{_CAP}|de|del|da|do|es|of|el|al|la|le|au|sur|upon)){{0,4}}"
_DATE = rf"(?i:(?:{WEEKDAY},?\s)?(?:{MONTH}\s?\d\d?|\d\d?\s?{MONTH})(?:\s?,?\s?(?:19|20)\d\d)?)"
_NO_DATE = rf"(?!(?i:{MONTH}|{WEEKDAY}))"
_DASH = r"(?:--+|[—–‒―_]++|-(?=\s|$)|:(?=\s|$))"
_SHAPE = re.compile(
    rf"(?P<place>{_PLACE}(?:/{_PLACE}){{0,2}})"
    rf"(?P<region>\s?,\s{_NO_DATE}(?P<comma>{_PLACE})|\s?[\[(](?P<bracket>{_PLACE})[\])])?"
    rf",?(?:\s?[,(]?\s?(?P<date>{_DATE})\s?\)?,?)?"
    rf"(?:\s?[(\[](?P<credit>[\w .,/&'’+-]{{1,40}})[)\]])?"
    rf"(?P<dash>\s{{0,2}}{_DASH}+)?",
)
_BARE = re.compile(rf"[(\[](?P<credit>[\w .,/&'’+-]{{1,40}})[)\]](?P<dash>\s{{0,2}}{_DASH}+)?")
_GOES_ON = re.compile(r"\s{0,3}[\"“‘'(`]{0,2}[A-ZÀ-Þ0-9$@]")
_REGIONS_OR_NONE = REGIONS | {""}
_NO_PLACE = words(
    """
    UPDATE UPDATED UPDATES UPDATE: BREAKING EXCLUSIVE WATCH VIDEO PHOTOS PHOTO ALSO MORE LIVE NEWS LATEST DEVELOPING
    ANALYSIS OPINION EDITORIAL REPORT REVIEW CORRECTION NOTE RELATED READ ORIGINAL PREVIOUS STORY WARNING ALERT ADVISORY
    INVESTIGATION FACT CHECK INTERVIEW SOURCE SOURCES POLICE I A WHO WHAT WHEN WHERE WHY HOW YES NO BY
    """
)
# Outlets whose bracketed name opens a report even without a dash.
_OUTLETS = frozenset(
    {"CNN", "CNN BUSINESS", "CNNMONEY", "CNN MONEY", "BBC", "CBS", "CBS NEWS", "NBC", "NBC NEWS", "FOX NEWS"}
)


class FoundDateline(NamedTuple):
    """A dateline at the head of a paragraph: its span, the place if one is named, the date, the agency."""

    span: Span
    place: str | None
    date: Written | None
    agency: tuple[str, Span] | None


def dateline_at(text: str, span: Span) -> FoundDateline | None:
    """The dateline that a paragraph begins with, or that it consists of; None if there is none."""
    bare = _BARE.match(text, *span)
    if bare is not None:
        return _bare_credit(text, span, bare)
    shape = _SHAPE.match(text, *span)
    return _found(text, shape) if shape is not None and _backed(text, span, shape) else None


def _bare_credit(text: str, span: Span, match: re.Match[str]) -> FoundDateline | None:
    credit = Span(*match.span("credit"))
    words = credit.of(text)
    known = agency_in(text, credit)
    if not (known or words.upper() in _OUTLETS or (match["dash"] and _is_outlet(words))):
        return None
    if match.end() < span.end and not (known or match["dash"] or _GOES_ON.match(text, match.end(), span.end)):
        return None
    return FoundDateline(Span(*match.span()), None, None, known)


def _is_outlet(words: str) -> bool:
    """Whether bracketed words may name an outlet: few, capitalised, or the name of a site."""
    parts = words.split()
    return 0 < len(parts) <= 5 and all(p[0].isupper() or p[0].isdigit() or "." in p or p in "&/" for p in parts)


def _backed(text: str, span: Span, shape: re.Match[str]) -> bool:
    """Whether enough stands beside the place to make this a dateline."""
    parts = shape["place"].replace("/", " ").split()
    if any(word.upper().rstrip(".:") in _NO_PLACE for word in parts) or _is_day(parts[0]):
        return False
    if shape.end() < span.end and not _GOES_ON.match(text, shape.end(), span.end):
        return False
    return _proved(_signs(text, span, shape))


def _credit_span(shape: re.Match[str]) -> Span:
    """Where the credit stands: in brackets of its own, or in those that hold no country or state; else empty."""
    if shape["credit"] is None and (shape["bracket"] or "").upper() not in _REGIONS_OR_NONE:
        return Span(*shape.span("bracket"))
    return Span(*shape.span("credit")) if shape["credit"] else Span(0, 0)


class _Signs(NamedTuple):
    """What stands beside the place of a dateline."""

    whole: bool
    foreign_region: bool
    in_region: bool
    city: bool
    capitals: bool
    credit: str
    credited: bool
    dash: str
    dated: bool


def _signs(text: str, span: Span, shape: re.Match[str]) -> _Signs:
    region, place = shape["comma"] or shape["bracket"] or "", shape["place"]
    at = _credit_span(shape)
    credit = at.of(text)
    region = "" if credit == region else region
    in_region = region.upper() in REGIONS
    return _Signs(
        whole=shape.end() == span.end,
        foreign_region=bool(region) and not in_region,
        in_region=in_region,
        city=all(part.upper() in CITIES for part in place.split("/")),
        capitals=place.replace("Mc", "MC").isupper(),
        credit=credit,
        credited=bool(credit)
        and (credit.upper() in _OUTLETS or agency_in(text, Span(*shape.span("credit"))) is not None),
        dash=(shape["dash"] or "").strip(),
        dated=bool(shape["date"]),
    )


def _proved(signs: _Signs) -> bool:
    dash, place = bool(signs.dash), signs.city or signs.in_region or signs.capitals
    if signs.foreign_region and not (dash and (signs.credited or signs.dated)):
        return False
    if signs.credited:
        return dash or signs.whole or place
    if signs.credit or signs.dated:
        return (dash and (signs.dated or (place and _is_outlet(signs.credit)))) or (
            signs.whole and signs.city and signs.dated
        )
    if signs.whole:
        return signs.in_region or (dash and signs.dash != ":" and (signs.city or signs.capitals))
    return dash and signs.dash != ":" and (signs.city or (signs.capitals and signs.in_region))


def _is_day(word: str) -> bool:
    return (
        re.fullmatch(MONTH, word, re.IGNORECASE) is not None or re.fullmatch(WEEKDAY, word, re.IGNORECASE) is not None
    )


def _found(text: str, shape: re.Match[str]) -> FoundDateline:
    date = next(written(text, *shape.span("date")), None) if shape["date"] else None
    agency = agency_in(text, _credit_span(shape))
    return FoundDateline(Span(*shape.span()), _name(shape["place"]), date, agency)


def _name(place: str) -> str:
    """The place's name as prose writes it: ``WASHINGTON`` is Washington; mixed case stays."""
    place = " ".join(place.split())
    if not place.isupper() or place in {"U.N.", "UN"}:
        return place
    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)?", lambda m: m.group().capitalize(), place)
