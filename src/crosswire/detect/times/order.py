"""Dates in digits: whether day or month comes first, by evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from crosswire.detect.times.values import day_of, make_day
from crosswire.model import Article

First = Literal["day", "month"]
_NEAR = 45


@dataclass(frozen=True, slots=True)
class Order:
    """Which of day and month comes first in this article's dates, if that is known, and why; and its publication."""

    first: First | None
    because: str | None
    published: date | None


def day_order(article: Article, written: Iterable[str]) -> Order:
    """The order of day and month: by how the publication date is written, else by dates that allow one reading only."""
    published = day_of(article.published.value) if article.published else None
    if article.published and article.published.span and published:
        shown = article.text[slice(*article.published.span)]
        match = re.search(r"(?<!\d)(\d{1,2})[/.\-](\d{1,2})[/.\-](?:\d{4}|\d{2})(?!\d)", shown)
        if match and int(match[1]) != int(match[2]):
            if (published.day, published.month) == (int(match[1]), int(match[2])):
                return Order("day", "published", published)
            if (published.month, published.day) == (int(match[1]), int(match[2])):
                return Order("month", "published", published)
    pairs = [tuple(int(p) for p in re.split(r"[/.\-]", one)[:2]) for one in written]
    day_first = any(a > 12 for a, _ in pairs)
    month_first = any(b > 12 for _, b in pairs)
    if day_first != month_first:
        return Order("day" if day_first else "month", "other dates in the text", published)
    return Order(None, None, published)


def reading(digits: str, order: Order) -> tuple[str, tuple[str, ...], str | None]:
    """The value of a date in digits, the readings that the evidence did not choose, and what decided.

    Where nothing decides, the value keeps the year alone (``1998-XX-XX``) and both readings stand as alternatives.
    """
    low, high, written = re.split(r"[/.\-]", digits)
    year = int(written) if len(written) == 4 else _century(int(written), order.published)
    day_first, month_first = make_day(year, int(high), int(low)), make_day(year, int(low), int(high))
    if day_first == month_first or day_first is None or month_first is None:
        only = day_first or month_first
        return (only.isoformat() if only else f"{year:04d}-XX-XX"), (), None
    if "." in digits:  # full stops are only written where the day comes first
        return day_first.isoformat(), (month_first.isoformat(),), "written with full stops"
    if order.first:
        chosen, other = (day_first, month_first) if order.first == "day" else (month_first, day_first)
        return chosen.isoformat(), (other.isoformat(),), order.because
    if order.published:
        near = [d for d in (day_first, month_first) if abs((d - order.published).days) <= _NEAR]
        if len(near) == 1:
            other = month_first if near[0] == day_first else day_first
            return near[0].isoformat(), (other.isoformat(),), "published"
    return f"{year:04d}-XX-XX", (day_first.isoformat(), month_first.isoformat()), None


def _century(two: int, published: date | None) -> int:
    """The year that two digits stand for: the last one not more than ten years ahead of publication."""
    latest = (published.year if published else 2030) + 10
    return latest - (latest - two) % 100
