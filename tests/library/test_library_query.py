"""Searches: what is typed, as words of the full text, and never as anything else."""

from __future__ import annotations

import math
import sqlite3
from calendar import monthrange
from contextlib import closing
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import Made, rows

from crosswire.library import reading
from crosswire.library.query import QueryError, between, parse
from crosswire.library.schema import FULL_TEXT
from crosswire.library.writing import day_words

PIER = {"id": "pier", "publisher": "Island Post", "published": "2024-03-01", "title": "New pier opens"}
FLOOD = {"id": "flood", "publisher": "Tarn Courier", "published": "2023-11-30", "title": "Flood at Tarn"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    tmp_path = tmp_path_factory.mktemp("made")
    made = Made(tmp_path / "library")
    texts = (
        "The harbour of Ulven has a new pier, and ferries moor there again.",
        "Floods closed the road to the pier.",
    )
    made.add(rows(tmp_path / "a.jsonl", {**PIER, "text": texts[0]}, {**FLOOD, "text": texts[1]}))
    return made


def found(made: Made, words: str) -> list[str]:
    with made.place.read() as connection:
        return [hit.id for hit in reading.search(connection, words, 10).hits]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("pier", ["pier", "flood"]),  # those with the word in the title first
        ("PIER road", ["flood"]),
        ('"new pier"', ["pier"]),
        ('"pier new"', []),
        ("moor*", ["pier"]),
        ("moo*", ["pier"]),
        ("outlet:courier -pier", []),
        ("since:2024 -flood", ["pier"]),
        ("moo", []),
        ("pier -road", ["pier"]),
        ('pier -"new pier"', ["flood"]),
        ("outlet:courier", ["flood"]),
        ('outlet:"island post" pier', ["pier"]),
        ("title:pier", ["pier"]),
        ("text:opens", []),
        ("pier since:2024", ["pier"]),
        ("pier until:2023-11", ["flood"]),
        ("since:2023-11-30 until:2024-03-01", ["flood", "pier"]),
        ("pier since:2023-12 until:2024-02-29", []),
        ("speaker:nobody", []),
        ("http://pier", []),
        ("a:pier", []),
    ],
)
def test_what_a_search_finds(made: Made, words: str, ids: list[str]) -> None:
    assert sorted(found(made, words)) == sorted(ids)
    if words == "pier":
        assert found(made, words) == ids


@pytest.mark.parametrize(
    "words",
    [
        "",
        "  ",
        "*",
        '"',
        "-pier",
        "-pier -outlet:post",
        "pi*",
        "u.s*",
        "since:yesterday",
        "since:2024-13",
        "until:2023-02-30",
        "since:0000",
    ],
)
def test_a_search_that_cannot_be_made_says_why(words: str) -> None:
    with pytest.raises(QueryError) as told:
        parse(words)
    assert told.value.remedy


def test_an_earlier_version_is_found_by_words_that_are_gone(tmp_path: Path) -> None:
    made = Made(tmp_path / "library")
    made.add(rows(tmp_path / "a.jsonl", {**PIER, "text": "In Ulven, ferries moor there again."}))
    made.add(rows(tmp_path / "b.jsonl", {**PIER, "text": "In Ulven, nothing moors."}))
    with made.place.read() as connection:
        [old] = reading.search(connection, "ferries", 10).hits
        [new] = reading.search(connection, "ulven", 10).hits
    assert (old.ordinal, old.newest) == (1, False)
    assert (new.ordinal, new.newest) == (2, True)
    assert "ferries moor there" in old.excerpt


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_search_or_is_told_why_not(words: str) -> None:
    try:
        query = parse(words, (2000, 2030))
    except QueryError:
        return
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute(FULL_TEXT[0])
        for match in (query.match, query.in_title or query.match):
            assert database.execute("SELECT rowid FROM words WHERE words MATCH ?", [match]).fetchall() == []


days = st.dates(date(2019, 1, 1), date(2023, 12, 31))


@given(days, days, days)
def test_days_months_and_years_are_the_days_between(first: date, last: date, day: date) -> None:
    match = between((first.year, first.month, first.day), (last.year, last.month, last.day), (2019, 2023))
    words = set(match.removeprefix("days : (").removesuffix(")").split(" OR "))
    assert bool(words & set(day_words(day.isoformat()).split())) == (first <= day <= last)


def test_a_month_is_one_word() -> None:
    assert between((2020, 2, 1), (2020, 2, monthrange(2020, 2)[1]), (2019, 2023)) == "days : (m202002)"
    assert len(between((2019, 1, 2), (2023, 12, 30), (2019, 2023)).split(" OR ")) == 30 + 11 + 3 + 11 + 30


def test_a_search_that_takes_too_long_ends_with_what_it_has_and_says_so(tmp_path: Path) -> None:
    made = Made(tmp_path / "library")
    made.add(rows(tmp_path / "a.jsonl", *({"id": str(n), "text": f"Rain fell on pier {n}."} for n in range(200))))
    with made.place.read() as connection:
        whole = reading.search(connection, "rain -snow", 300)
        assert (len(whole.hits), whole.whole) == (200, True)
        hurried = reading.search(connection, "rain -snow", 300, patience=8, clock=count().__next__)
        assert not hurried.whole
        assert hurried.hits == whole.hits[: len(hurried.hits)]
        assert 0 < len(hurried.hits) < 200
        assert reading.search(connection, "rain", 300, patience=-1) == reading.Found((), whole=False)
        assert reading.search(connection, "rain", 300, patience=math.inf, clock=count().__next__).whole
        assert reading.search(connection, "rain", 300).whole
