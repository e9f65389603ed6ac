"""What the day of retrieval says of a page's date: nothing is published after it was fetched."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from crosswire.model import Article, Published, Warn

_FARTHEST_EAST = timedelta(hours=14)  # a day without a zone begins first in Kiribati, UTC+14
_CLOCKS_DIFFER = timedelta(minutes=10)


def refuse_future(article: Article, retrieved: str | None) -> Article:
    """The article without a publication date that lies after its retrieval.

    Where another reading of the date (day and month exchanged) does not, that one is taken; else the date is dropped
    with a warning.

    Args:
        article: an article as a reader made it.
        retrieved: when its bytes were fetched (ISO 8601), if that is known.
    """
    published = article.published
    moment = _earliest(retrieved, timedelta()) if retrieved else None
    if published is None or moment is None or retrieved is None or not _after(published.value, moment):
        return article
    for other in published.alternatives:
        if not _after(other, moment):
            because = f"{published.value} lies after the retrieval on {retrieved[:10]}"
            return replace(article, published=Published(other, published.basis, published.span, (), because))
    message = f"the date {published.value} lies after the retrieval on {retrieved[:10]} and was not taken"
    return replace(article, published=None, warnings=(*article.warnings, Warn("future-date", message)))


def _after(value: str, moment: datetime) -> bool:
    earliest = _earliest(value, _FARTHEST_EAST)
    return earliest is not None and earliest > moment + _CLOCKS_DIFFER


def _earliest(value: str, eastward: timedelta) -> datetime | None:
    """The first moment that an ISO 8601 date or time can mean; `eastward` is taken off where it names no zone."""
    whole = value if len(value) > 7 else f"{value}-01-01"[:10] if len(value) == 4 else f"{value}-01"
    try:
        moment = datetime.fromisoformat(whole)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC) - eastward
    except (ValueError, OverflowError):
        return None
