"""Nothing is published after it was fetched: which dates are refused, and which reading is taken instead."""

from __future__ import annotations

import pytest

from crosswire.acquire.retrieval import refuse_future
from crosswire.model import Article, Published, Source

FETCHED = "2024-03-01T12:00:00Z"


def dated(value: str, *alternatives: str) -> Article:
    source = Source(None, "https://talvik.example/", "text/html", "0" * 64)
    return Article("a", source, "It rained.", published=Published(value, "metadata", alternatives=alternatives))


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("2024-03-01T11:59:00Z", True),
        ("2024-03-01T12:05:00Z", True),  # clocks differ
        ("2024-03-01T12:15:00Z", False),
        ("2024-03-01T13:30:00+02:00", True),
        ("2024-03-01T11:30:00-02:00", False),
        ("2024-03-02T02:00:00", True),  # it was that late in Kiribati
        ("2024-03-02T03:00:00", False),
        ("2024-03-02", True),
        ("2024-03-03", False),
        ("2024", True),
        ("2025", False),
        ("2024-03", True),
        ("2024-04", False),
        ("no date", True),
        ("9999-12-31T23:59:59-23:00", True),  # beyond what can be reckoned with
    ],
)
def test_dates_after_the_retrieval_are_refused(value: str, kept: bool) -> None:  # noqa: FBT001
    article = refuse_future(dated(value), FETCHED)
    assert (article.published is not None) is kept
    assert [warning.code for warning in article.warnings] == ([] if kept else ["future-date"])


def test_another_reading_that_is_possible_is_taken() -> None:
    published = refuse_future(dated("2024-09-02", "2024-02-09"), FETCHED).published
    assert published is not None
    assert published.value == "2024-02-09"
    assert published.because == "2024-09-02 lies after the retrieval on 2024-03-01"


@pytest.mark.parametrize("retrieved", [None, "", "yesterday", "2024-03"])
def test_without_a_time_of_retrieval_nothing_is_refused(retrieved: str | None) -> None:
    assert refuse_future(dated("2024-02-09"), retrieved) == dated("2024-02-09")
