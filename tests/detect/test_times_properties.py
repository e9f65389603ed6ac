"""Times: what holds for any date and any string."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.detect.times import detect_times
from crosswire.detect.times.holidays import easter, holiday
from crosswire.detect.times.lexicon import CARDINALS, MONTHS
from crosswire.model import Article, Block, Published, Source, Span, Syntax, TimeExpression

NAMES = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")  # fmt: skip
SHORT = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAYS = st.dates(min_value=date(1700, 1, 1), max_value=date(2100, 12, 31))
WORDS = st.lists(
    st.sampled_from(
        [
            "the",
            "a",
            "of",
            "in",
            "on",
            "at",
            "to",
            "and",
            "or",
            "by",
            "than",
            "more",
            "less",
            "about",
            "early",
            "late",
            "mid",
            "last",
            "next",
            "this",
            "that",
            "ago",
            "later",
            "earlier",
            "from",
            "now",
            "yesterday",
            "today",
            "Friday",
            "Sunday",
            "May",
            "March",
            "June",
            "Oct.",
            "7",
            "10",
            "31",
            "99",
            "1998",
            "2001",
            "1990s",
            "'80s",
            "2-1",
            "10:30",
            "a.m.",
            "GMT",
            "third",
            "quarter",
            "half",
            "year",
            "years",
            "week",
            "days",
            "morning",
            "night",
            "noon",
            "every",
            "twice",
            "two",
            "hundred",
            "twenty",
            "-",
            ",",
            ".",
            "(",
            ")",
            "'",
            "'s",
            "fiscal",
            "summer",
            "fall",
            "recent",
            "future",
            "past",
            "Christmas",
            "Eve",
            "New",
            "Year",
            "century",
            "BC",
            "0800",
            "1/2",
            "10/7/98",
            "1998-02-30",
            "until",
        ]
    ),
    max_size=40,
).map(" ".join)


def detected(text: str, published: str | None = "2003-05-07") -> tuple[TimeExpression, ...]:
    blocks = (Block("paragraph", Span(0, len(text))),)
    given_ = Published(published, "given") if published else None
    article = Article("a", Source(None, None, "text/plain", ""), text, published=given_, language="en", blocks=blocks)
    return detect_times(article, Syntax()).times


def ordinal(day: int) -> str:
    ending = "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


def written(day: date) -> list[str]:
    """A date in every full form that is read."""
    name, short, weekday = NAMES[day.month - 1], SHORT[day.month - 1], WEEKDAYS[day.weekday()]
    forms = [
        f"{name} {day.day}, {day.year}",
        f"{short} {day.day}, {day.year}",
        f"{name} {ordinal(day.day)}, {day.year}",
        f"{day.day} {name} {day.year}",
        f"{ordinal(day.day)} of {name}, {day.year}",
        f"the {ordinal(day.day)} of {name} {day.year}",
        f"{weekday}, {name} {day.day}, {day.year}",
        f"{weekday} {day.day} {name} {day.year}",
        day.isoformat(),
        f"{day.day}.{day.month}.{day.year}",
    ]
    if day.day > 12:
        forms += [f"{day.day}/{day.month}/{day.year}", f"{day.month}/{day.day}/{day.year}", f"{day:%d-%m-%Y}"]
    return forms


@given(DAYS)
@settings(max_examples=60, deadline=None)
def test_a_date_in_any_form_comes_back(day: date) -> None:
    for form in written(day):
        found = detected(f"The gate of Orvale fell on {form} at last.")
        assert [time.value for time in found] == [day.isoformat()], form


@given(DAYS, st.integers(1, 99))
@settings(max_examples=60, deadline=None)
def test_days_ago_and_days_from_the_calendar_agree(published: date, days: int) -> None:
    found = detected(f"It fell {days} days ago.", published.isoformat())
    assert [time.value for time in found] == [(published - timedelta(days=days)).isoformat()]


@given(DAYS, st.integers(0, 6))
@settings(max_examples=60, deadline=None)
def test_a_weekday_is_within_a_week_of_publication(published: date, weekday: int) -> None:
    (last,) = detected(f"It fell last {WEEKDAYS[weekday]}.", published.isoformat())
    (next_,) = detected(f"It falls next {WEEKDAYS[weekday]}.", published.isoformat())
    (plain,) = detected(f"It fell {WEEKDAYS[weekday]}.", published.isoformat())
    for time_, low, high in ((last, -7, -1), (next_, 1, 7), (plain, -6, 0)):
        found = date.fromisoformat(time_.value)
        assert found.weekday() == weekday
        assert low <= (found - published).days <= high


@given(st.integers(1, 9999))
@settings(max_examples=60, deadline=None)
def test_a_number_of_years_comes_back_in_words(number: int) -> None:
    words = [word for word, value in CARDINALS.items() if value == number % 100 and number < 100]
    text = words[0] if words else str(number)
    (found,) = detected(f"It held for {text} years.")
    assert found.value == f"P{number}Y"


def check(text: str, found: tuple[TimeExpression, ...]) -> None:
    end = 0
    for one in found:
        assert end <= one.span.start < one.span.end <= len(text)
        assert text[one.span.start : one.span.end].strip() == text[one.span.start : one.span.end]
        assert one.value
        end = one.span.end


@given(
    st.one_of(WORDS, st.text(max_size=200)),
    st.sampled_from([None, "2003-05-07", "2004-02-29", "0001-01-01", "9999-12-31", "2003"]),
)
@settings(max_examples=150, deadline=None)
def test_any_string_gives_sound_spans(text: str, published: str | None) -> None:
    check(text, detected(text, published))


@pytest.mark.parametrize(
    "unit",
    ["1", "1/", "1-", "a ", "1998 ", "1998-", "the ", "two ", "hundred ", "May ", "1,000", "10:30 ", "a.m. ", "'80s ",
     "Friday ", "next ", "early ", "of the ", "\x00", "\ud800", "é", "more than ", "one-", "- ", "'s ", "7 May ", "x"],
)  # fmt: skip
def test_long_repetitions_take_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        text = (unit * (size // len(unit) + 1))[:size]
        start = time.perf_counter()
        check(text, detected(text))
        return time.perf_counter() - start

    assert seconds(20_000) < 4


def test_easter_of_some_years() -> None:
    assert [easter(year) for year in (1700, 1961, 2000, 2024, 2038)] == [
        date(1700, 4, 11), date(1961, 4, 2), date(2000, 4, 23), date(2024, 3, 31), date(2038, 4, 25),
    ]  # fmt: skip
    assert holiday("thanksgiving", 2021) == date(2021, 11, 25)
    assert holiday("memorial day", 2021) == date(2021, 5, 31)
    assert holiday("no such day", 2021) is None


def test_every_month_has_its_number() -> None:
    for number, name in enumerate(NAMES, 1):
        if name.lower() in MONTHS:
            assert MONTHS[name.lower()] == number
