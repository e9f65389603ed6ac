"""What passes between the parts of the library: frozen values."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from crosswire.model import CERTAIN, Account, Agency, MadeBy, Membership, Published, Rejection, Title

if TYPE_CHECKING:
    from crosswire.pipeline import Annotated


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of reports."""

    new: int = 0
    revised: int = 0
    known: int = 0
    rejected: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.new + other.new,
            self.revised + other.revised,
            self.known + other.known,
            self.rejected + other.rejected,
        )


@dataclass(frozen=True, slots=True)
class Known:
    """An article as the database has it: its number, its id, its newest version's ordinal, and the digest of that text.

    ``release`` is the number that a newsroom gave that version; 0 where none did.
    """

    number: int
    id: str
    ordinal: int
    digest: bytes
    release: int = 0


@dataclass(frozen=True, slots=True)
class Admitted:
    """A report that goes in: which article and version it is, and the input that it came in (`start`, a log offset)."""

    article: int
    id: str
    place: str
    version: int
    ordinal: int
    digest: bytes
    start: int
    retrieved: str
    release: int = 0


_BETWEEN = "\x1f"


def version_key(id: str, ordinal: int) -> str:
    """What grouping knows a version of a report by: the report's id, for later versions with their number behind it."""
    return id if ordinal == 1 and _BETWEEN not in id else f"{id}{_BETWEEN}{ordinal}"


def version_of(key: str) -> tuple[str, int]:
    """The report's id and the ordinal of the version that a key is of."""
    id, between, ordinal = key.rpartition(_BETWEEN)
    return (id, int(ordinal)) if between else (key, 1)


@dataclass(frozen=True, slots=True)
class Entry:
    """An admitted report with its annotations."""

    admitted: Admitted
    annotated: Annotated
    made_by: MadeBy


@dataclass(frozen=True, slots=True)
class Input:
    """An input and what became of the reports in it so far."""

    start: int
    place: str
    sha256: str
    retrieved: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class Mark:
    """How far the log is worked off: up to the offset `start`, and `items` reports or rejections of the input there."""

    start: int = 0
    items: int = 0


@dataclass(slots=True)
class Batch:
    """What one transaction takes in; its memberships are of versions, by their keys."""

    entries: list[Entry] = field(default_factory=list)
    inputs: dict[int, Input] = field(default_factory=dict)
    rejections: list[tuple[int | None, Rejection, str]] = field(default_factory=list)
    withdrawals: list[tuple[str, int]] = field(default_factory=list)
    memberships: tuple[Membership, ...] = ()
    mark: Mark = Mark()


@dataclass(frozen=True, slots=True)
class Said:
    """Of an attribution, who is said to speak."""

    speaker_name: str | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """Of an article record, its text."""

    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Of an article record, what the tables and the full text need."""

    id: str
    text: str
    title: Title | None = None
    published: Published | None = None
    publisher: str | None = None
    agency: Agency | None = None
    attributions: tuple[Said, ...] = ()


def conflicts(account: Account) -> tuple[int, int]:
    """How many conflicts an account has, and how many that are to be checked first."""
    found = [finding.confidence >= CERTAIN for finding in account.findings if finding.kind == "conflict"]
    return sum(found), len(found) - sum(found)


def packed(row: bytes) -> bytes:
    """A record as it is stored."""
    return zlib.compress(row, 3)


def unpacked(data: bytes) -> bytes:
    """A stored record.

    Raises:
        zlib.error: it is damaged.
    """
    return zlib.decompress(data)


def as_json(value: object) -> str:
    """A value as JSON text."""
    return msgspec.json.encode(value).decode()
