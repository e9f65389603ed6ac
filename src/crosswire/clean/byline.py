"""Bylines: who wrote a report, for which agency, and the date stamp beside it.

A byline is a short line of fields, divided by bars, bullets or labels: writers after "By", "Story by", "Posted by"; an
agency's name; a date with or without a label; an outlet. Credits at the end ("Reporting by …", "… contributed to this
report") are bylines too. A name counts as a writer only after a label, or as the first field beside a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from crosswire.clean.agencies import agency_in, agency_of, of_photograph
from crosswire.clean.dates import MONTH, WEEKDAY, Written, written
from crosswire.clean.places import CITIES, REGIONS
from crosswire.clean.words import STAFF, words
from crosswire.model import Author, Span

LONGEST = 260
_LABEL = (
    r"(?:first\s)?(?:date(?:\s(?:published|posted))?|published|posted|created|issued|filed|released"
    r"|(?:last\s|page\s|story\s)?(?P<later>updated|modified|revised))(?:\s(?:on|at|in))?\s?:?"
)
_STAMP = re.compile(rf"{_LABEL}(?=\s{{0,3}}(?:{WEEKDAY}|{MONTH}\s?\d|\d|at\s\d))", re.IGNORECASE)
_BARS = re.compile(
    r"(?<=[\w,;])\s(?=(?:Photos?|PHOTOS?|Pictures?|Videos?|Graphics?)\s(?i:by)\s[A-Z])|\s*+[|•·¦]+\s*+|\t\s*+|\s{3,}|(?<=\d)\s(?=[Bb]y\s[A-Z])"
    r"|(?<=\s(?:19|20)\d\d)\s[-–—]\s(?=[A-Z])"
    r"|(?<!(?i:osted|dated|ished|.iled|eated))\son\s(?=(?i:\d|" + MONTH + r"\s?\d|" + WEEKDAY + "))"
    r"|\s(?=(?i:" + _LABEL.replace("(?P<later>", "(?:") + r")\s?:?\s{0,3}(?i:\d|" + MONTH + "|" + WEEKDAY + "))"
)
_BY = re.compile(
    r"(?:(?P<editor>edit(?:ed|ing)|translat(?:ed|ion)|produced)"
    r"|(?P<photo>(?:file\s)?photos?|images?|pictures?|photograph(?:s|y|ed)?|videos?|footage|camera|graphics?|illustrations?|illustrated|cartoons?)"
    r"|(?:special\s)?(?:story|posted|written|reported|reporting|report|words|text|authored|published|compiled|contributed"
    r"|analysis|updated|submitted|article))\sby\b\s?:?\s{0,3}|by\b\s?:?\s{0,3}",
    re.IGNORECASE,
)
_AUTHOR_LABEL = re.compile(r"(?:authors?|writers?|reporters?)\s?:\s{0,3}", re.IGNORECASE)
_NAME_WORD = r"(?:[A-ZÀ-Þ][\w'’.]*+(?:-\w[\w'’.]*+)*+)"
_NAME = re.compile(
    rf"{_NAME_WORD}(?:\s(?:{_NAME_WORD}|de|del|della|da|dos|van|von|der|den|bin|ibn|al|el|la|le|ter|y)){{1,4}}"
)
_JOIN = re.compile(r"\s?(?P<and>,?\s(?:and|AND)\s|\s?&\s?)|\s?[,;/]\s?")
_DASH = re.compile(r"\s?[-–—]\s?")
_STAFF_LINE = re.compile(
    r"(?:[A-Z][\w.&'’]*+\s){0,4}(?:(?:Staff|STAFF)(?:\s(?:Writer|Reporter|Report|WRITER|REPORTER|REPORT)s?)?"
    r"|(?:News|Web|Online|Digital)\s(?:Desk|Staff)|Newsroom|Bureau|(?:Our|Special|Staff)\sCorrespondents?|(?:News\s)?Agencies)"
)
_CONTRIBUTED = re.compile(
    r"(?:contributed\s(?:to\s(?:this|the)\s(?:report|story|article|post)|reporting)|^\W?contributing\s?:|^\W?with\s(?:files|(?:agency\s)?inputs?|"
    r"reporting|agencies|reports|information)\b.{0,60}$|^\W?(?:additional\s)?reporting\sby\b|^\W?edit(?:ed|ing)\sby\b|^\W?compiled\sfrom\b|^\W?from\s"
    r"(?:staff|wire)\s(?:and\s\w+\s)?(?:reports|services)|^\W?(?:associated\spress|ap|afp|reuters)\s(?:writers?|reporters?)\b"
    r"|\bstaff\sreport$)",
    re.IGNORECASE,
)
_MARK = re.compile(r"\b[A-Z]{2,12}\b|(?<![A-Z]\w\s)(?<![\w/-])[A-Z][A-Za-z]{2,15}+(?![\w/-]|\s[A-Z])")
_SECTIONS = words(
    """
    middle east west north south world politics business sport sports health opinion national local international asia
    africa europe america american latest breaking crime top stories home entertainment science technology tech us uk
    united states city county state page image read min minutes views comments share new video photo photos law court
    """
)


class Byline(NamedTuple):
    """What a byline says: writers, an agency, and dates with whether each is of an update."""

    authors: tuple[Author, ...] = ()
    agency: tuple[str, Span] | None = None
    dates: tuple[tuple[Written, bool], ...] = ()
    credit: bool = False


def read_byline(text: str, span: Span) -> Byline | None:
    """Read a line as a byline; None if it is none."""
    if span.end - span.start > LONGEST:
        return None
    line = span.of(text)
    if _STAFF_LINE.fullmatch(line):
        return Byline(credit=True)
    if _CONTRIBUTED.search(line) and line.count(". ") < 2:
        return _credit(text, span)
    return _from_fields(text, *_read_fields(text, span))


def _read_fields(text: str, span: Span) -> tuple[list[Span], list[Byline | None]]:
    """The fields of a line and what each says; the clock time after a date belongs to the date's field."""
    all_fields = tuple(_fields(text, span))
    fields: list[Span] = []
    parts: list[Byline | None] = []
    for n, field in enumerate(all_fields):
        if parts and parts[-1] is not None and parts[-1].dates and field.end <= parts[-1].dates[-1][0].span.end:
            continue
        fields.append(field)
        parts.append(_field(text, field, span.end, first=n == 0 and len(all_fields) > 1))
    return fields, parts


def _from_fields(text: str, fields: list[Span], parts: list[Byline | None]) -> Byline | None:
    """The byline that the fields make together, if enough of them are such as bylines have."""
    strong = [p for p in parts if p is not None and (p.authors or p.agency or p.credit) and not p.dates]
    dated = [p for p in parts if p is not None and p.dates]
    labelled = any(_BY.match(text, *f) for f, p in zip(fields, parts, strict=True) if p is not None and not p.dates)
    others = [f for f, p in zip(fields, parts, strict=True) if p is None]
    if any(f.end - f.start > 60 or text[f.end - 1] in ".!?" or _is_prose(f.of(text)) for f in others):
        return None
    if not (labelled or (dated and (not others or len(fields) > len(others))) or (strong and not others)):
        return None
    known = [p for p in parts if p is not None]
    if not labelled and not dated and any(p.authors for p in known):
        return None
    agency = next((p.agency for p in known if p.agency), None)
    return Byline(
        tuple(a for p in known for a in p.authors if labelled or dated),
        agency,
        tuple(d for p in known for d in p.dates),
    )


def _is_prose(words: str) -> bool:
    """Whether a field reads like a sentence: the names of outlets and sections have hardly a word in lower case."""
    return sum(word[0].islower() for word in words.split()) > 2


def _fields(text: str, span: Span) -> Iterator[Span]:
    """The fields of a line, divided by bars, bullets, tabs, or the label of a date."""
    start = span.start
    for bar in _BARS.finditer(text, *span):
        if bar.start() > start:
            yield Span(start, bar.start())
        start = bar.end()
    if start < span.end:
        yield Span(start, span.end)


def _field(text: str, span: Span, limit: int, *, first: bool) -> Byline | None:
    """What one field says; None if it is neither writer, agency nor date."""
    if (by := _BY.match(text, *span) or _AUTHOR_LABEL.match(text, *span)) is not None:
        role = by.groupdict()
        part = _written_by(text, Span(by.end(), span.end), count=not (role.get("editor") or role.get("photo")))
        return part._replace(agency=None) if part is not None and role.get("photo") else part
    if (dates := _dates(text, span, limit)) is not None:
        return dates
    if name := agency_of(span.of(text)):
        return Byline(agency=(name, span))
    if first and _NAME.fullmatch(text, *span) and _is_person(span.of(text)):
        return Byline(authors=(Author(" ".join(span.of(text).split()), span),))
    return None


def _written_by(text: str, span: Span, *, count: bool) -> Byline | None:
    """The writers and the agency after "By"; None if what follows is no name (``By Friday``)."""
    if span.end <= span.start:
        return None
    if name := agency_of(span.of(text)):
        return Byline(agency=(name, span))
    authors: list[Author] = []
    agency: tuple[str, Span] | None = None
    at, joined = span.start, True
    while at < span.end and (match := _NAME.match(text, at, span.end)):
        words = match.group()
        if known := agency_of(words):
            agency = agency or (known, Span(*match.span()))
        elif joined and _is_person(words):
            authors.append(Author(" ".join(words.split()), Span(*match.span())))
        else:
            break
        at = match.end()
        join = _JOIN.match(text, at, span.end)
        if join is None:
            break
        joined = bool(join["and"]) or re.search(r"\s(?:and|AND|&)\s", text[join.end() : span.end]) is not None
        at = join.end()
    rest = text[at : span.end]
    if not authors and not agency:
        return Byline(credit=True) if _is_staff(span.of(text)) else None
    if at < span.end and len(rest.split()) > 8:
        return None
    dash = _DASH.match(text, at, span.end)
    dated = _dates(text, Span(dash.end() if dash else at, span.end), span.end) if count else None
    agency = agency or agency_in(text, Span(at, span.end))
    return Byline(tuple(authors) if count else (), agency, dated.dates if dated else (), credit=True)


def _is_staff(words: str) -> bool:
    parts = [w.strip(".,").lower() for w in words.split()]
    return (
        0 < len(parts) <= 6
        and any(p in STAFF for p in parts)
        and all(w[0].isupper() or w.lower() in STAFF for w in words.split())
    )


def _is_person(words: str) -> bool:
    """Whether a capitalised name may be a person's: no outlet, role, section or place."""
    parts = {w.strip(".,").lower() for w in words.split()}
    return not (parts & (STAFF | _SECTIONS)) and words.upper() not in CITIES and words.upper() not in REGIONS


def _dates(text: str, span: Span, limit: int) -> Byline | None:
    """The date that is the whole of a field, with its label and its time."""
    label = _STAMP.match(text, *span)
    found = list(written(text, label.end() if label else span.start, limit, clock=True))
    found = [d for d in found if d.year is not None and d.span.start < span.end]
    if not found or (len(found) > 1 and label is None):
        return None
    left = text[span.start : found[0].span.start] if not label else text[label.end() : found[0].span.start]
    rest = left + text[found[-1].span.end : span.end]
    words = [
        w
        for w in re.findall(r"[^\W\d_]{2,}", rest)
        if not re.fullmatch(rf"(?i:{WEEKDAY}|at|on|am|pm|[a-z]{{1,4}}t|gmt|utc|ist)", w)
    ]
    if words:
        return None
    return Byline(dates=tuple((d, bool(label and label["later"])) for d in found[:1]))


def _credit(text: str, span: Span) -> Byline:
    """A credit at the end of a report: its agency, and who reported (not who edited or contributed)."""
    agency = agency_in(text, span) or _mark_in(text, span)
    authors: tuple[Author, ...] = ()
    reporting = re.match(r"\W?reporting\sby\s", text[span.start : span.end], re.IGNORECASE)
    if reporting:
        part = _written_by(text, Span(span.start + reporting.end(), _semicolon(text, span)), count=True)
        authors = part.authors if part else ()
    return Byline(authors, agency, (), credit=True)


def _mark_in(text: str, span: Span) -> tuple[str, Span] | None:
    """The first agency whose mark stands alone in a credit: beside no capitalised word, as a name's parts do."""
    for found in _MARK.finditer(text, *span):
        mark = Span(*found.span())
        if (name := agency_of(found.group())) and not of_photograph(text, mark, span):
            return name, mark
    return None


def _semicolon(text: str, span: Span) -> int:
    cut = text.find(";", *span)
    return span.end if cut < 0 else cut
