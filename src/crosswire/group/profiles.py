"""What grouping keeps of an article: a few kilobytes instead of its text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np

from crosswire.group.terms import Hashes, shingles, term_counts, tokens
from crosswire.model import Article

READ = frozenset({"paragraph", "heading"})
TITLE_WEIGHT = 2
MOST = 255


@dataclass(frozen=True, slots=True)
class Profile:
    """What grouping needs of one article, small enough to keep for a hundred thousand of them.

    ``when`` is the publication in days (UTC), None where it is not known to the day. ``terms`` (32-bit hashes,
    sorted) and ``counts`` (one byte each) say what the article is about; ``shingles`` (32-bit hashes, sorted) are its
    running words, for finding copies. All three are packed as bytes.
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
    """The profile of a cleaned article: its title and paragraphs; what is marked as boilerplate plays no part."""
    words: list[str] = []
    for block in article.blocks:
        if block.kind in READ:
            words += tokens(block.span.of(article.text))
    counts: Counter[int] = term_counts(words)
    if article.title:
        for term, count in term_counts(tokens(article.title.text)).items():
            counts[term] += TITLE_WEIGHT * count
    terms = sorted(counts)
    return Profile(
        id=article.id,
        when=_days(article.published.value) if article.published else None,
        words=len(words),
        terms=np.array(terms, dtype=np.uint32).tobytes(),
        counts=bytes(min(counts[term], MOST) for term in terms),
        shingles=shingles(words).tobytes(),
    )


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
