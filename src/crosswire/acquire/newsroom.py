"""What the formats of newsrooms and feeds have in common: a report with its dates, credits, version and status."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from crosswire.acquire.dates import iso_date
from crosswire.acquire.fragment import Piece, folded, laid_out, whole
from crosswire.acquire.plain_text import oddities
from crosswire.acquire.raw import RawInput
from crosswire.model import Article, Author, Block, Dateline, Published, Rejection, Source, Span, Warn

_BASIC = re.compile(
    r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(?:[.,]\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?", re.IGNORECASE
)  # ISO 8601's basic format, as NITF and NewsML 1 write it
_BY = re.compile(
    r"\s*(?:(?:written|words|reported|story|report|text) )?(?:by|von|par|por|di|door|av|af)[:\s]\s*", re.IGNORECASE
)
_SPLIT = re.compile(r"\s*[,;|/•·]\s*|\s+(?:and|und|et|y|og|och|en|e|&)\s+")
# "A and B, Z": the list of writers is closed by its "and"; what comes after is whom they write for.
_AFTER_PAIR = re.compile(r"(.{1,300}\s(?:and|und|et|y|og|och|e|&)\s[^,;]{1,80}), ?([^,;]{1,80})")
_NAME = re.compile(r"(?:[^\W\d_][\w.'’-]{0,30} ){1,4}[^\W\d_][\w.'’-]{1,30}")
_DUTY = re.compile(
    r"\b(?:staff|reporter|writer|correspondent|editor|editors|desk|news|agency|press|network|team|service|services|bureau|agencies|"
    r"media|wire|newsroom|database|foundation|group|times|post|courier|herald|gazette|tribune|journal|chronicle|observer|daily|radio|tv|contributor|special|freelance|chief|analyst|photographer)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"(?:(?:staff|senior|chief|special|freelance|political|business|sports|foreign|science|health|education|crime|court|"
    r"reporters?|writers?|correspondents?|editors?|contributors?|photographers?|analyst|freelancer|journalist)(?:\s+|$)){1,6}",
    re.IGNORECASE,
)
_NO_TEXT = "there is no text in it"
_IN_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]{1,60})[)\]]")
_CHANGES = {
    "correction": "correction",
    "corrected": "correction",
    "corrective": "correction",
    "update": "update",
    "updated": "update",
}
_WITHDRAWN = {"canceled": "canceled", "cancelled": "canceled", "withheld": "withheld", "kill": "killed", "killed": "killed",
              "withdrawn": "withdrawn", "deleted": "deleted", "delete": "deleted"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Credit:
    """Who is credited: writers' names, and the words of each credit as given (agencies among them)."""

    authors: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()


@dataclass(slots=True)
class Report:
    """One report of a package or feed, as its format gives it; `article` makes the record.

    ``written`` are the dates that tell of the publication, best first, each with the name of its field; ``changed``
    those of later versions. ``status`` and ``signals`` are the agency's words for what is to become of it.
    """

    id: str
    pieces: list[Piece] = field(default_factory=list)
    title: str | None = None
    byline: str | None = None
    dateline: str | None = None
    place: str | None = None
    written: list[tuple[str, str]] = field(default_factory=list)
    changed: list[tuple[str, str]] = field(default_factory=list)
    publisher: str | None = None
    credits: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    language: str | None = None
    version: str | None = None
    url: str | None = None
    status: str | None = None
    signals: list[str] = field(default_factory=list)
    note: str | None = None
    kind: str | None = None
    warnings: list[Warn] = field(default_factory=list)

    def byline_names(self, parties: Iterable[str]) -> None:
        """Take those of the parties that are persons' names for writers, the others for credits."""
        for party in filter(None, parties):
            credit = read_byline(party)
            self.authors += credit.authors
            self.credits += credit.credits


def records(reports: Iterable[Report], raw: RawInput, media_type: str) -> Iterator[Article | Rejection]:
    """The record of each report of a package, in its order; where it holds several versions of one, the last stands.

    What is no report (a picture, a plan) is passed over where the package has reports beside it.
    """
    digest = hashlib.sha256(raw.data).hexdigest()
    listed = list(reports)
    standing = _standing(listed)
    found = [article(report, raw, media_type, digest) for at, report in enumerate(listed) if at in standing]
    reported = any(isinstance(one, Article) for one in found)
    kinds = [report.kind for at, report in enumerate(listed) if at in standing]
    for kind, one in zip(kinds, found, strict=True):
        aside = isinstance(one, Rejection) and kind is not None and reported and one.reason.startswith(_NO_TEXT)
        yield replace(one, passed_over=True) if isinstance(one, Rejection) and aside else one
    for at, report in enumerate(listed):
        if at not in standing:
            version = f"version {report.version}" if report.version else "an earlier version"
            reason = f"{version} is replaced by a later one in the same input"
            yield Rejection(f"{raw.place} ({report.id})", reason, "nothing is lost", passed_over=True)


def article(report: Report, raw: RawInput, media_type: str, sha256: str) -> Article | Rejection:
    """The record of a report: an article, or why there is none (withdrawn by its agency, no text in it)."""
    place = f"{raw.place} ({report.id})" if report.id != raw.id else raw.place
    if ended := _withdrawn(report):
        remedy = "nothing is lost; leave out the earlier versions of it too"
        withdrawn = (whole(report.id), _line(report.version))
        return Rejection(place, f"the agency withdrew it ({ended})", remedy, withdrawn=withdrawn)
    if not any(text.strip() for kind, text in report.pieces if kind != "caption"):
        what = f" ({report.kind})" if report.kind else ""
        return Rejection(place, f"{_NO_TEXT}{what}", "give the item that carries the words of the report")
    return _made(report, Source(raw.path, report.url or raw.url, media_type, sha256))


def _made(report: Report, source: Source) -> Article:
    credit = read_byline(report.byline or "")
    title, text, blocks = laid_out(report.title, [*_head(report), *report.pieces])
    published, doubts = _published(report)
    placed = _IN_BRACKETS.findall(report.dateline or "")
    authors = dict.fromkeys(whole(name) for name in (*report.authors, *credit.authors) if name)
    byline = next((block.span for block in blocks[:3] if block.kind == "byline"), None)
    return Article(
        id=whole(report.id),
        source=source,
        text=text,
        title=title,
        published=published,
        publisher=_line(report.publisher),
        authors=tuple(Author(name, _place_of(name, text, byline)) for name in authors),
        dateline=_dateline(report, text, blocks),
        language=language(report.language),
        blocks=blocks,
        warnings=(*oddities(text), *report.warnings, *_changes(report), *doubts),
        credits=tuple(dict.fromkeys(filter(None, map(_line, (*report.credits, *placed, *credit.credits))))),
        version=_line(report.version),
    )


def _head(report: Report) -> list[Piece]:
    """Byline and dateline as lines of their own, where the body does not begin with them."""
    opening = folded(" ".join(text for _, text in report.pieces[:3])[:400])
    out: list[Piece] = []
    if (byline := _line(report.byline)) and folded(byline) not in opening:
        out.append(("byline", byline))
    if (dateline := _line(report.dateline)) and folded(dateline) not in opening:
        out.append(("dateline", dateline))
    return out


def _line(text: str | None) -> str | None:
    return " ".join(whole(text).split()) or None if text else None


def _place_of(name: str, text: str, byline: Span | None) -> Span | None:
    """Where a writer's name stands in the byline, if it does."""
    at = text.find(name, *byline) if byline else -1
    return Span(at, at + len(name)) if at >= 0 else None


def _dateline(report: Report, text: str, blocks: Sequence[Block]) -> Dateline | None:
    block = next((one for one in blocks if one.kind == "dateline"), None)
    place = _line(report.place)
    if block is None or not place or place.casefold() not in block.span.of(text).casefold():
        return None
    return Dateline(place, block.span)


# --- dates ------------------------------------------------------------------------------------------------------------


def moment(written: str) -> str | None:
    """A date as packages and feeds write it, in ISO 8601 with the zone as written; None where it cannot be read."""
    written = written.strip()[:80]
    if found := _BASIC.fullmatch(written):
        year, month, day, hour, minute, second, zone = found.groups()
        clock = f"T{hour}:{minute}:{second or '00'}{zone or ''}" if hour else ""
        return iso_date(f"{year}-{month}-{day}{clock}")
    return iso_date(written) or (
        iso_date(written[:10]) if re.fullmatch(r"[\d-]{10}(?:Z|[+-]\d\d:\d\d)", written) else None
    )


def _published(report: Report) -> tuple[Published | None, tuple[Warn, ...]]:
    """The first date that tells of the publication; later ones stand in the reason, so that nobody takes them for it."""
    known = [(name, iso) for name, value in report.written if (iso := moment(value))]
    later = [(name, iso) for name, value in report.changed if (iso := moment(value))]
    if not known and later:
        name, iso = later[0]
        return Published(iso, "given", because=f"{name}: the only date given, and it may be of a later version"), ()
    if not known:
        unread = next((value for _, value in (*report.written, *report.changed) if value.strip()), None)
        message = f"{(unread or '').strip()[:60]!r} is no date that can be read; taken as not given"
        return None, (Warn("published", message),) if unread else ()
    name, iso = known[0]
    changes = [f"{other} {value}" for other, value in later if value != iso]
    return Published(iso, "given", because="; ".join([name, *dict.fromkeys(changes)])), ()


# --- what the agency says of it ---------------------------------------------------------------------------------------


def code(value: str | None) -> str:
    """The last part of a controlled value: "usable" for "stat:usable" and for ".../pubstatus/usable"."""
    return re.split(r"[:/#]", (value or "").strip())[-1].strip().lower()


def _withdrawn(report: Report) -> str | None:
    for value in (report.status, *report.signals):
        if ended := _WITHDRAWN.get(code(value)):
            return ended
    note = (report.note or "").strip()
    return "killed" if re.match(r"(?:(?:MANDATORY|BULLETIN|ADVISORY) )?KILL\b", note) else None


def _changes(report: Report) -> tuple[Warn, ...]:
    """A warning for a correction or an update, naming the version and the agency's note."""
    found = {_CHANGES[code(one)] for one in report.signals if code(one) in _CHANGES}
    note = _line(report.note)
    if note and re.match(r"correct(?:s|ed|ion|ing)\b", note, re.IGNORECASE):
        found.add("correction")
    version = f" (version {_line(report.version)})" if report.version else ""
    told = f": {note[:300]}" if note else ""
    return tuple(
        Warn(kind, f"the agency sent it as {'a correction' if kind == 'correction' else 'an update'}{version}{told}")
        for kind in sorted(found)
    )


def _standing(reports: Sequence[Report]) -> set[int]:
    """The places of the reports that no later version in the same input replaces."""
    last: dict[str, int] = {}
    for at, report in enumerate(reports):
        known = last.get(report.id)
        if known is None or version_number(report.version) >= version_number(reports[known].version):
            last[report.id] = at
    return set(last.values())


def version_number(version: str | None) -> int:
    """The number of a version, 0 where it has none."""
    digits = (version or "").strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 19 else 0


def language(tag: str | None) -> str:
    """The language of a tag such as "en-GB", or "und"."""
    first = re.split(r"[-_]", (tag or "").strip())[0].lower()
    return first if 2 <= len(first) <= 3 and first.isascii() and first.isalpha() else "und"


# --- credits ----------------------------------------------------------------------------------------------------------


def read_byline(line: str) -> Credit:
    """The writers that a byline names, and its parts that may be an outlet or agency.

    "Von Pell Ansgar, dpa" gives the writer Pell Ansgar and the credit dpa; duties ("Staff Reporter") are neither.
    """
    line = " ".join(whole(line).split())[:400]
    parties = [found.strip() for found in _IN_BRACKETS.findall(line)]
    authors: list[str] = []
    named = _IN_BRACKETS.sub("", _BY.sub("", line, count=1))
    if found := _AFTER_PAIR.fullmatch(named):
        named = found[1]
        parties.append(found[2].strip(" ."))
    for part in _SPLIT.split(named):
        name = _BY.sub("", part, count=1).strip(" .-–—")
        if _NAME.fullmatch(name) and _capitals(name) and not _DUTY.search(name):
            authors.append(name)
        elif name and not _ROLE.fullmatch(name):
            parties.append(name)
    return Credit(tuple(authors), tuple(parties))


def _capitals(name: str) -> bool:
    """Whether the name does not begin in a small letter and its last word has a capital ("Ena d'Orrin")."""
    last = name.rsplit(maxsplit=1)[-1]
    return not name[0].islower() and (not last.islower() or not last[0].isascii())
