"""What grouping keeps of an article: a few kilobytes instead of its text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np

from crosswire.group.terms import Hashes, names, shingles, term_counts, tokens, weight
from crosswire.model import Article

READ = frozenset({"paragraph", "heading"})
LEAD = 80
TITLE_WEIGHT = 2
MOST = 127
NAME = 128
TERMS = 100
LEAST_TOLD, LONGEST_FOOTER = 20, 80


@dataclass(frozen=True, slots=True)
class Profile:
    """What grouping needs of one article, small enough to keep for a million of them.

    ``when`` is the publication in days (UTC), None where it is not known to the day. ``terms`` (32-bit hashes,
    sorted) are the weightiest of the article, ``counts`` (a byte each) how often it has them, plus 128 for names.
    ``shingles`` (32-bit hashes, sorted) are its running words, for finding copies: all of a short text, a fixed
    fourth of a longer one, without a short last paragraph. All three are packed as bytes.
    """

    id: str
    when: float | None
    words: int
    terms: bytes
    counts: bytes
    shingles: bytes

    @property
    def rank(self) -> tuple[float, int, str]:
        """The order in which an article may be the original of another: earliest, then longest, then smallest id."""
        return (float("inf") if self.when is None else self.when, -self.words, self.id)

    @property
    def first(self) -> tuple[float, str]:
        """The order of the members of a story: by publication (those without a date last), then by id."""
        return (float("inf") if self.when is None else self.when, self.id)


def profile(article: Article) -> Profile:
    """The profile of a cleaned article: its title and paragraphs; what is marked as boilerplate plays no part.

    The title and the first words say most of what an article is about, so they count more.
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
    heavy = sorted(counts, key=lambda term: (-weight(term, min(counts[term], MOST), name=term in named), term))
    terms = sorted(heavy[:TERMS])
    return Profile(
        id=article.id,
        when=_days(article.published.value) if article.published else None,
        words=len(words),
        terms=np.array(terms, dtype=np.uint32).tobytes(),
        counts=bytes(min(counts[term], MOST) | (NAME if term in named else 0) for term in terms),
        shingles=shingles(_told(words, last)).tobytes(),
    )


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
