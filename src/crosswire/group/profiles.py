"""What grouping keeps of an article: a few kilobytes instead of its text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from crosswire.group.days import spoken_days, spoken_weekdays
from crosswire.group.terms import Hashes, names, shingles, term_counts, tokens, weight
from crosswire.model import Article, Embed

READ = frozenset({"paragraph", "heading"})
LEAD = 80
TITLE_WEIGHT = 2
MOST = 127
NAME = 128
TERMS = 100
LEAST_TOLD, LONGEST_FOOTER = 20, 80
DIMENSIONS = 384
HEADLINE = 60  # words that stand for a headline that is missing


@dataclass(frozen=True, slots=True)
class Profile:
    """What grouping needs of one article, small enough to keep for a million of them.

    ``when`` is the publication in days (UTC), None where it is not known to the day. ``terms`` (32-bit hashes,
    sorted) are the weightiest of the article, ``counts`` (a byte each) how often it has them, plus 128 for names.
    ``shingles`` (32-bit hashes, sorted) are its running words, for finding copies: all of a short text, a fixed
    fourth of a longer one, without a short last paragraph. ``meaning`` is the direction of what its headline means
    (384 numbers of a signed byte), or its first words where it has none; empty where that was not read. ``days`` (32 bits: the day times 256, and how early
    it is spoken of) and ``weekdays`` (seven bytes) are those that it speaks of first. All are packed as bytes.
    """

    id: str
    when: float | None
    words: int
    terms: bytes
    counts: bytes
    shingles: bytes
    meaning: bytes = b""
    days: bytes = b""
    weekdays: bytes = bytes(7)

    @property
    def rank(self) -> tuple[float, int, str]:
        """The order in which an article may be the original of another: earliest, then longest, then smallest id."""
        return (float("inf") if self.when is None else self.when, -self.words, self.id)

    @property
    def first(self) -> tuple[float, str]:
        """The order of the members of a story: by publication (those without a date last), then by id."""
        return (float("inf") if self.when is None else self.when, self.id)


def profile(article: Article, embed: Embed | None = None) -> Profile:
    """The profile of a cleaned article: its title and paragraphs; what is marked as boilerplate plays no part.

    The title and the first words say most of what an article is about, so they count more.

    Args:
        article: a cleaned article.
        embed: gives the direction of what a text means; without it, this plays no part.
    """
    words: list[str] = []
    named: set[int] = set()
    last = 0
    for block in article.blocks:
        if block.kind in READ:
            text = block.span.of(article.text)
            last = len(words)
            words += tokens(text)
            named |= names(text)
    counts = term_counts(words)
    counts.update(term_counts(words[:LEAD]))
    if article.title:
        for term, count in term_counts(tokens(article.title.text)).items():
            counts[term] += TITLE_WEIGHT * count
    when = _days(article.published.value) if article.published else None
    told, day = _told_first(article), None if when is None else int(when)
    heavy = sorted(counts, key=lambda term: (-weight(term, min(counts[term], MOST), name=term in named), term))
    terms = sorted(heavy[:TERMS])
    return Profile(
        id=article.id,
        when=when,
        words=len(words),
        terms=np.array(terms, dtype=np.uint32).tobytes(),
        counts=bytes(min(counts[term], MOST) | (NAME if term in named else 0) for term in terms),
        shingles=shingles(_told(words, last)).tobytes(),
        meaning=quantised(embed(_headline(article, told))).tobytes() if embed else b"",
        days=np.array([256 * at + early for at, early in sorted(spoken_days(told, day).items())], np.uint32).tobytes(),
        weekdays=spoken_weekdays(told, day),
    )


def _headline(article: Article, told: str) -> str:
    """What says in the fewest words what an article is about: its headline, or how it begins."""
    return article.title.text if article.title else " ".join(told[: 10 * HEADLINE].split()[:HEADLINE])


def _told_first(article: Article) -> str:
    """The words of a cleaned article, its headline first."""
    body = " ".join(block.span.of(article.text) for block in article.blocks if block.kind in READ)
    title = f"{article.title.text}. " if article.title else ""
    return title + (body or article.text)


def quantised(vector: NDArray[np.float32]) -> NDArray[np.int8]:
    """A vector in bytes; its direction stays, its length goes."""
    most = float(np.abs(vector).max()) or 1.0
    rounded: NDArray[np.int8] = np.rint(vector * (127 / most)).astype(np.int8)
    return rounded


def _told(words: list[str], last: int) -> list[str]:
    """The words without a short last paragraph: there stands what all texts of one outlet share."""
    return words[:last] if last >= LEAST_TOLD and len(words) - last <= LONGEST_FOOTER else words


def unpack(packed: bytes) -> Hashes:
    """Packed hashes as an array."""
    return np.frombuffer(packed, dtype=np.uint32)


def _days(value: str) -> float | None:
    """An ISO 8601 date or time as days, in UTC; a time without a zone counts as UTC; None if not known to the day."""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    if moment.tzinfo is not None:
        try:
            moment = moment.astimezone(UTC)
        except OverflowError:  # the first or the last day of the calendar
            moment = moment.replace(tzinfo=UTC)
    return moment.toordinal() + (moment.hour * 60 + moment.minute) / 1440
