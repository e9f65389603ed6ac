"""Plain words for what an account holds: dates, values, counts, names of reports. The terminal and the page share them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from rapidfuzz.distance import Indel

from crosswire.model import (
    CERTAIN,
    Account,
    Bounds,
    EventStatus,
    FigureLine,
    FigureReport,
    Finding,
    FindingKind,
    Origin,
    OriginBasis,
)

KINDS: dict[FindingKind, str] = {
    "conflict": "Conflict",
    "update": "Update",
    "confirmation": "Confirmed",
    "agreement": "Agreement",
    "variant": "Variant wording",
    "not-comparable": "Not comparable",
    "inference": "Inference",
    "single-source": "One origin only",
}
"""The kinds of findings in the order of showing, and the label of each."""

TALLIES: dict[FindingKind, tuple[str, str]] = {
    "conflict": ("conflict", "conflicts"),
    "update": ("update", "updates"),
    "confirmation": ("confirmation", "confirmations"),
    "agreement": ("agreement", "agreements"),
    "variant": ("variant wording", "variant wordings"),
    "not-comparable": ("not comparable", "not comparable"),
    "inference": ("inference", "inferences"),
    "single-source": ("of one origin only", "of one origin only"),
}
"""What findings of a kind are called behind their number: one, and several."""

MEANINGS: dict[FindingKind, str] = {
    "conflict": "Both cannot be true of the same thing at the same time, or two counts do not add up.",
    "update": "A later report replaces an earlier one of a thing that changes.",
    "confirmation": "What one report announced, another says happened or was cancelled.",
    "agreement": "Two or more reports say the same.",
    "variant": "The same utterance in different words.",
    "not-comparable": "Alike, but of another day, place, scope or population.",
    "inference": "Follows from two reports together, and is in neither alone.",
    "single-source": "Only one origin has it.",
}
TO_CHECK = "To check"
CHECKING = (
    "These may be conflicts, or the reports may speak of two things: Crosswire is not sure enough to put them among the "
    "findings. Read the words side by side."
)
"""What conflicts of low confidence are called, and what that means."""

STATUSES: dict[EventStatus, str] = {
    "happened": "happened",
    "planned": "announced",
    "possible": "possible",
    "denied": "denied",
    "cancelled": "cancelled",
    "unknown": "unclear",
}
MARKS: dict[EventStatus, str] = {
    "happened": "●",
    "planned": "○",
    "possible": "◌",
    "denied": "×",
    "cancelled": "⊘",
    "unknown": "·",
}
UNFOLDING: tuple[EventStatus, ...] = ("planned", "possible", "denied", "cancelled", "happened", "unknown")
"""Statuses in the order in which news of one event unfolds."""

NEUTRALITY = "Crosswire says what reports say and where they part; it never says which is true."

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
_ISO = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?(?:[T ](.{1,40}))?")
_CLOCK = re.compile(r"(\d\d:\d\d)(?::\d\d(?:[.,]\d{1,9})?)? ?(Z|[+-]\d\d:?\d\d)?")


def plural(number: int, one: str, many: str | None = None) -> str:
    """A count with its noun: "1 report", "3 reports"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(items: Sequence[str]) -> str:
    """Items as an English list: "a", "a and b", "a, b and c"."""
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def day_of(value: str) -> date | None:
    """The calendar day that an ISO value begins with, if it is one."""
    found = _ISO.fullmatch(value)
    if not found or not found[3]:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


def _clock(value: str) -> str:
    """The time of day after an ISO date, in words that stand behind the date: ", 14:30 (+01:00)"; else nothing."""
    rest = (_ISO.fullmatch(value) or ("",) * 5)[4] or ""
    if rest in _PARTS:
        return f", {_PARTS[rest]}"
    found = _CLOCK.fullmatch(rest)
    if not found or found[1] == "00:00":
        return ""
    zone = {"Z": " UTC", None: ""}.get(found[2], f" ({found[2]})")
    return f", {found[1]}{zone}"


def spell(value: str, *, weekday: bool = False, short: bool = False) -> str:
    """An ISO date (with a time, if it has one) in words: "2 November 2023, 14:30"; what is no such date stays as it is."""
    if day := day_of(value):
        month = _MONTHS[day.month - 1][: 3 if short else None]
        before = f"{_DAYS[day.weekday()]} " if weekday else ""
        return f"{before}{day.day} {month} {day.year}{_clock(value)}"
    found = _ISO.fullmatch(value)
    if found and not found[3] and 1 <= int(found[2]) <= 12:
        return f"{_MONTHS[int(found[2]) - 1][: 3 if short else None]} {found[1]}"
    return value


def machine(value: str) -> str:
    """The day or month of an ISO value, as machines read it; "" where it is neither."""
    found = _ISO.fullmatch(value)
    if not found or spell(value) == value:
        return ""
    return value[:10] if found[3] else value[:7]


def between(first: str, last: str, join: str = "to") -> str:
    """Two dates as a stretch, without saying month or year twice: "1 to 5 November 2023"."""
    start, end = day_of(first), day_of(last)
    if not start or not end:
        return spell(first) if first == last else f"{spell(first)} {join} {spell(last)}"
    if start == end:
        return spell(start.isoformat())
    before = spell(start.isoformat()).split()
    same = 1 if (start.year, start.month) == (end.year, end.month) else 2 if start.year == end.year else 3
    return f"{' '.join(before[:same])} {join} {spell(end.isoformat())}"


def stretch(account: Account) -> str | None:
    """The span of time of an account in words, or None where no report has a date."""
    days = [day for day in (account.first, account.last) if day]
    return between(days[0], days[-1]) if days else None


def bounded(bounds: Bounds) -> str:
    """When an undated report was written, in words."""
    if bounds.earliest and bounds.latest:
        return f"written between {between(bounds.earliest, bounds.latest, 'and')}"
    if bounds.earliest:
        return f"written not before {spell(bounds.earliest)}"
    return f"written not after {spell(bounds.latest)}" if bounds.latest else "nothing bounds it"


def names(account: Account) -> dict[str, str]:
    """What each report is called: its publisher, with its id where two share one; else its id."""
    shared = Counter(report.publisher for report in account.articles)
    return {
        report.id: (report.publisher if shared[report.publisher] == 1 else f"{report.publisher} ({report.id})")
        if report.publisher
        else report.id
        for report in account.articles
    }


def counts(account: Account) -> list[str]:
    """How many reports, how many independent origins, what span of time."""
    origins = plural(account.independent_origins, "independent origin")
    when = stretch(account)
    return [plural(len(account.articles), "report"), origins, *([when] if when else [])]


def doubtful(finding: Finding) -> bool:
    """Whether a finding is a conflict of so low a confidence that it is shown apart, to check."""
    return finding.kind == "conflict" and finding.confidence < CERTAIN


def tallies(account: Account) -> list[tuple[str, int, str]]:
    """How many findings of each kind: the kind ("check" for doubtful conflicts), the number, and what they are called."""
    found: Counter[str] = Counter("check" if doubtful(f) else f.kind for f in account.findings)
    called: dict[str, tuple[str, str]] = {"conflict": TALLIES["conflict"], "check": ("to check", "to check")}
    called |= {str(kind): told for kind, told in TALLIES.items()}
    return [(kind, found[kind], told[found[kind] != 1]) for kind, told in called.items() if found[kind]]


def _number(value: float) -> str:
    if not -1e15 < value < 1e15:  # too long to read, and integers of some thousand digits cannot be printed at all
        return f"{float(min(max(value, -(10**300)), 10**300)):.6g}"
    return f"{int(value):,}" if value == int(value) else f"{value:,.10g}"


def amount(value: float | tuple[float, float], unit: str | None = None) -> str:
    """A value in words: "1,200", "10 to 12", "3.5 %", "USD 4,000"."""
    said = _number(value) if isinstance(value, (int, float)) else f"{_number(value[0])} to {_number(value[1])}"
    if unit is None:
        return said
    if unit in {"percent", "%"}:
        return f"{said} %"
    if re.fullmatch("[A-Z]{3}", unit):
        return f"{unit} {said}"
    return f"{said} {unit if value == 1 else _units(unit)}"


_UNITS = {"foot": "feet", "inch": "inches", "stone": "stone", "hertz": "hertz"}
_TAIL = re.compile(r"(?= per | Celsius$| Fahrenheit$)")


def _units(unit: str) -> str:
    """A unit's name as it stands behind several: "square feet", "miles per hour"."""
    head, *tail = _TAIL.split(unit, maxsplit=1)
    before, _, noun = head.rpartition(" ")
    many = _UNITS.get(noun) or (noun if noun.endswith(("s", "hertz")) else f"{noun}s")
    return "".join((f"{before} {many}".lstrip(), *tail))


def hedged(report: FigureReport, unit: str | None = None) -> str:
    """A report's value with its hedge: "at least 14"."""
    return " ".join(filter(None, (report.hedge, amount(report.value, unit))))


_MARKS = '“”„«»"‟'


def quoted(text: str) -> str:
    """Words of a report in quotation marks; those that open or close the words themselves are not doubled."""
    inner = text.strip()
    inside = sum(inner.count(mark) for mark in _MARKS)
    if inner[:1] and inner[0] in _MARKS and (inside == 1 or (inside == 2 and inner[-1] in _MARKS)):
        inner = inner.strip(_MARKS)
    return f"“{inner}”"


def begins_quoted(text: str) -> bool:
    """Whether words bring their own quotation mark, so that none needs to be put before them."""
    return text[:1] != "" and text[:1] in _MARKS


def differing(first: str, other: str) -> list[tuple[str, bool]]:
    """The words of ``other`` in runs, each with whether the runs stand so in ``first`` (longest common subsequence).

    The runs add up to ``other``, white space and all. Case and punctuation make no difference.
    """
    before, after = _keys(first), _keys(other)
    pieces = re.findall(r"\S+\s*|^\s+", other)
    kept = [False] * len(pieces)
    for change in Indel.opcodes(before, after):
        if change.tag == "equal":
            kept[change.dest_start : change.dest_end] = [True] * (change.dest_end - change.dest_start)
    runs: list[tuple[str, bool]] = []
    for piece, same in zip(pieces, kept, strict=True):
        if runs and runs[-1][1] == same:
            runs[-1] = (runs[-1][0] + piece, same)
        else:
            runs.append((piece, same))
    return runs


def _keys(text: str) -> list[str]:
    """The words of a text as they are compared."""
    return [re.sub(r"\W", "", piece).casefold() for piece in re.findall(r"\S+|^\s+", text)]


def counted(line: FigureLine) -> str:
    """What a quantity is of, and in which role: "people killed"."""
    if line.of or line.role:
        return " ".join(filter(None, (line.of, line.role)))
    if line.unit is None:
        return "number of things not named"
    if line.unit in {"percent", "percentage point", "%"}:
        return "share of something not named"
    return "amount of money" if re.fullmatch("[A-Z]{3}", line.unit) else "measure of something not named"


_ORIGINS: dict[OriginBasis, tuple[str, str]] = {
    "original": ("own reporting", "one origin"),
    "copy": ("carries the text of another report", "carry the same text, and count as one origin"),
    "agency": ("carries the report of a news agency", "carry the report of one news agency, and count as one origin"),
    "citation": (
        "rests on another report, which it cites",
        "rest on one report that they cite, and count as one origin",
    ),
    "unknown": ("does not say where it has it from", "do not say where they have it from"),
}


def derived(origin: Origin, called: dict[str, str]) -> tuple[str, str]:
    """An origin in words: who, and why they are taken for one: ("A and B", "count as one origin, since they …")."""
    who, several = listed([called[article] for article in origin.articles]), len(origin.articles) > 1
    alone, together = _ORIGINS[origin.basis]
    if origin.because is None:
        return who, together if several else alone
    return who, f"{'count as one origin' if several else alone}, since {origin.because}"
