"""Times: forms, values and the context that resolves them, on sentences about invented places."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from crosswire.detect.times import detect_times, reanchor_times
from crosswire.model import Article, Attribution, Block, BlockKind, Published, Source, Span, Syntax, TimeExpression

PUBLISHED = "2021-06-09"  # a Wednesday


def article(text: str, published: str | None = PUBLISHED, kind: BlockKind = "paragraph") -> Article:
    given = Published(published, "given") if published else None
    source = Source("a.txt", None, "text/plain", "0" * 64)
    blocks = (Block(kind, Span(0, len(text))),)
    return Article("a", source, text, published=given, language="en", blocks=blocks, sentences=(blocks[0].span,))


def times(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str]]:
    """The words and value of each time in a text, with no syntax at hand."""
    found = detect_times(article(text, published), Syntax()).times
    return [(text[slice(*time.span)], time.value) for time in found]


def single(text: str, published: str | None = PUBLISHED) -> TimeExpression:
    found = detect_times(article(text, published), Syntax()).times
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("7 October 2023", "2023-10-07"),
        ("October 7, 2023", "2023-10-07"),
        ("Oct. 7th, 2023", "2023-10-07"),
        ("the 7th of October 2023", "2023-10-07"),
        ("Saturday, October 7, 2023", "2023-10-07"),
        ("2023-10-07", "2023-10-07"),
        ("25/12/2001", "2001-12-25"),
        ("March 2019", "2019-03"),
        ("the third quarter of 2019", "2019-Q3"),
        ("Q3 2019", "2019-Q3"),
        ("the second half of 2019", "2019-H2"),
        ("the winter of 1994", "1994-WI"),
        ("nineteen ninety-seven", "1997"),
        ("fiscal 1989", "1989"),
        ("the 1990s", "199"),
        ("the '80s", "198"),
        ("the nineties", "199"),
        ("the 19th century", "18"),
        ("44 BC", "BC0044"),
        ("New Year's Day 2020", "2020-01-01"),
        ("9/11", "2001-09-11"),
    ],
)
def test_dates_that_need_no_context(words: str, value: str) -> None:
    found = single(f"The bridge of Orvale opened in {words}.", published=None)
    assert (found.value, found.type, found.anchor) == (value, "DATE", None)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("yesterday", "2021-06-08"),
        ("today", "2021-06-09"),
        ("the day before yesterday", "2021-06-07"),
        ("last week", "2021-W22"),
        ("next month", "2021-07"),
        ("this year", "2021"),
        ("two days ago", "2021-06-07"),
        ("three months ago", "2021-03"),
        ("a decade ago", "2011"),
        ("last Friday", "2021-06-04"),
        ("next Friday", "2021-06-11"),
        ("Monday", "2021-06-07"),
        ("Wednesday", "2021-06-09"),
        ("May 5", "2021-05-05"),
        ("Dec. 20", "2020-12-20"),
        ("last October", "2020-10"),
        ("last winter", "2020-WI"),
        ("the first quarter", "2021-Q1"),
        ("Easter", "2021-04-04"),
        ("last night", "2021-06-08TNI"),
        ("Friday morning", "2021-06-04TMO"),
        ("10:30 p.m. Sunday", "2021-06-06T22:30"),
        ("the morning of May 5", "2021-05-05TMO"),
        ("noon", "2021-06-09T12:00"),
    ],
)
def test_counted_from_publication(words: str, value: str) -> None:
    found = single(f"The council of Orvale met {words}.")
    assert (found.value, found.anchor) == (value, "published")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("yesterday", "XXXX-XX-XX"),
        ("last week", "XXXX-WXX"),
        ("Friday", "XXXX-WXX-5"),
        ("October 7", "XXXX-10-07"),
        ("October", "XXXX-10"),
        ("the third quarter", "XXXX-Q3"),
        ("last summer", "XXXX-SU"),
        ("Christmas Eve", "XXXX-12-24"),
        ("Easter", "XXXX-XX-XX"),
        ("10 a.m.", "XXXX-XX-XXT10:00"),
        ("tonight", "XXXX-XX-XXTNI"),
    ],
)
def test_without_a_publication_date_values_stay_open(words: str, value: str) -> None:
    found = single(f"The council of Orvale met on {words}", published=None)
    assert (found.value, found.anchor) == (value, None)


@pytest.mark.parametrize(
    ("words", "value", "mod"),
    [
        ("five days", "P5D", None),
        ("a few days", "PXD", None),
        ("two and a half years", "P2Y6M", None),
        ("2 1/2 years", "P2Y6M", None),
        ("an hour and a half", "PT1H30M", None),
        ("half an hour", "PT30M", None),
        ("two decades", "P20Y", None),
        ("twenty-six weeks", "P26W", None),
        ("a hundred and fifty years", "P150Y", None),
        ("nearly eight hours", "PT8H", "LESS_THAN"),
        ("about two weeks", "P2W", "APPROX"),
        ("more than three months", "P3M", "MORE_THAN"),
        ("at least 30 minutes", "PT30M", "EQUAL_OR_MORE"),
        ("up to 10 days", "P10D", "EQUAL_OR_LESS"),
        ("the past two months", "P2M", None),
        ("recent weeks", "PXW", None),
    ],
)
def test_durations(words: str, value: str, mod: str | None) -> None:
    text = f"The talks in Orvale went on for {words}."
    found = single(text)
    assert (text[slice(*found.span)], found.value, found.mod, found.type) == (words, value, mod, "DURATION")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("every Tuesday", "XXXX-WXX-2"),
        ("each month", "P1M"),
        ("Sundays", "XXXX-WXX-7"),
        ("Friday nights", "XXXX-WXX-5TNI"),
        ("daily", "P1D"),
        ("twice a week", "P1W"),
    ],
)
def test_sets(words: str, value: str) -> None:
    found = single(f"Ferries leave Orvale {words}.")
    assert (found.value, found.type) == (value, "SET")


@pytest.mark.parametrize(
    ("words", "value", "mod"),
    [
        ("Earlier in May", "2021-05", "START"),
        ("Late last year", "2020", "END"),
        ("Mid-April", "2021-04", "MID"),
        ("The end of March", "2021-03", "END"),
        ("Early this month", "2021-06", "START"),
        ("The early 1990s", "199", "START"),
    ],
)
def test_parts_of_a_period(words: str, value: str, mod: str) -> None:
    text = f"{words} the dam of Orvale broke."
    found = single(text)
    assert (text[slice(*found.span)], found.value, found.mod) == (words, value, mod)


@pytest.mark.parametrize(
    "text",
    [
        "The score was 2-1 and then 3:2.",
        "Call 555-1998 or write to PO Box 12.",
        "The index rose 1998 points.",
        "It cost $1998, version 3.2.10.",
        "You may march in the sun for a second time.",
        "The 45-year-old teacher is 52 years old.",
        "Fares are three crowns a day.",
        "Jan Novak spoke.",
        "Three-quarters of the hall was empty.",
        "Shots fell in the 1700 block of Elm Street.",
        "He sells drugs that fall apart.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert times(text) == []


def test_two_ends_of_a_range_are_two_dates() -> None:
    assert times("The fair runs from 7 to 10 October 2023.") == [("7", "2023-10-07"), ("10 October 2023", "2023-10-10")]
    assert times("The fair runs Oct. 7-10, 2023.") == [("Oct. 7", "2023-10-07"), ("10, 2023", "2023-10-10")]
    assert times("He ruled in 1939–1945.") == [("1939", "1939"), ("1945", "1945")]


def test_what_is_put_off_until_a_day_lies_ahead() -> None:
    assert times("The vote was put off until Friday.") == [("Friday", "2021-06-11")]


def test_words_that_only_look_like_part_of_a_time() -> None:
    assert times("She noted that Tuesday is market day.") == [("Tuesday", "2021-06-08")]
    assert times("He rests following Sunday's race.") == [("Sunday", "2021-06-06")]
    assert times("The trial may last two months.") == [("two months", "P2M")]
    assert times("In her three years there she learned much.") == [("three years", "P3Y")]


def test_how_far_away_may_be_hedged() -> None:
    found = single("It fell more than four years ago.")
    assert (found.value, found.mod) == ("2017", "BEFORE")


def test_a_clock_time_takes_the_day_beside_it() -> None:
    assert times("They meet at 10 a.m. on Monday.") == [("10 a.m.", "2021-06-07T10:00"), ("Monday", "2021-06-07")]
    assert times("They meet at 6 o'clock this afternoon.") == [("6 o'clock this afternoon", "2021-06-09T18:00")]
    assert times("It struck at 0800 GMT.") == [("0800 GMT", "2021-06-09T08:00Z")]


def test_history_counts_from_what_was_told_last() -> None:
    text = (
        "In 1805 the war of Orvale began. In September the army crossed. On 20 October it won at Ulst. "
        "The next day it rested. Two weeks later it took the city. On 2 December 1806 it fled. In January it came home. "
        "The following year was quiet. The peace of 1809 held until 1815."
    )
    for published in (None, "2010-05-01"):
        assert [value for _, value in times(text, published)] == [
            "1805",
            "1805-09",
            "1805-10-20",
            "1805-10-21",
            "1805-11-04",
            "1806-12-02",
            "1807-01",
            "1808",
            "1809",
            "1815",
        ]


def test_a_report_of_the_day_does_not_count_from_old_years() -> None:
    text = "On Monday it fell, like in 1956, 1968, 1981 and 1991. In May it stood."
    assert times(text)[-1] == ("May", "2021-05")


def test_an_obituary_is_a_report_of_the_day() -> None:
    years = ", ".join(str(year) for year in range(1950, 1970))
    text = f"The singer Ana Bosk died on Monday. She sang in Orvale in {years}. In May she fell ill."
    assert (times(text)[0], times(text)[-1]) == (("Monday", "2021-06-07"), ("May", "2021-05"))


def test_the_quarter_is_the_one_told_last() -> None:
    text = (
        "In the third quarter Orvale Mills lost money. A year earlier it had a profit. In the quarter it closed a mill."
    )
    values = [value for _, value in times(text, "2021-11-02")]
    assert values == ["2021-Q3", "2020-Q3", "2021-Q3"]


def test_dates_in_digits_wait_for_evidence() -> None:
    found = single("It opened 03/04/2015.")
    assert (found.value, found.alternatives) == ("2015-XX-XX", ("2015-04-03", "2015-03-04"))
    assert times("It opened 03/04/2015 and shut 25/04/2015.")[0] == ("03/04/2015", "2015-04-03")
    assert times("It opened 03/04/2015 and shut 04/25/2015.")[0] == ("03/04/2015", "2015-03-04")
    near = single("It opened 06/01/2021.")
    assert (near.value, near.anchor) == ("2021-06-01", "published")


def test_the_publication_date_shows_the_order() -> None:
    text = "Posted 01-11-2023. It opened 03-04-2015."
    known = replace(article(text), published=Published("2023-11-01", "byline", Span(7, 17)))
    found = detect_times(known, Syntax()).times
    assert [(time.value, time.anchor) for time in found] == [("2023-11-01", "published"), ("2015-04-03", "published")]


def test_boilerplate_is_not_read() -> None:
    assert detect_times(article("Posted yesterday.", kind="boilerplate"), Syntax()).times == ()


def quoted(text: str, time: str | None) -> Article:
    """A text in which what stands between quotation marks was said at a time."""
    said = Span(text.index("“") + 1, text.index("”"))
    one = Attribution("direct", (), (), (said,), (said,), time=time)
    return replace(detect_times(article(text), Syntax()), attributions=(one,))


def test_quoted_days_count_from_the_day_of_speaking() -> None:
    text = "“We met yesterday, in the year 1999, and meet again tomorrow,” she said on Monday; today it rains."
    found = reanchor_times(quoted(text, "2021-06-07"), Syntax()).times
    assert [(time.value, time.anchor) for time in found] == [
        ("2021-06-06", "2021-06-07 (day of speaking)"),
        ("1999", None),
        ("2021-06-08", "2021-06-07 (day of speaking)"),
        ("2021-06-07", "published"),
        ("2021-06-09", "published"),
    ]


@pytest.mark.parametrize("time", [None, "XXXX-WXX-1", "2021-06"])
def test_an_unknown_day_of_speaking_changes_nothing(time: str | None) -> None:
    before = quoted("“We met yesterday,” she said.", time)
    assert reanchor_times(before, Syntax()).times == before.times


def test_an_open_weekday_in_a_quotation_is_closed() -> None:
    text = "“We met on Friday, in May,” she said."
    said = Span(1, text.index("”"))
    one = Attribution("direct", (), (), (said,), (said,), time="2021-06-07")
    undated = replace(detect_times(article(text, None), Syntax()), attributions=(one,))
    assert undated.times[0].value == "XXXX-WXX-5"
    closed = [time.value for time in reanchor_times(undated, Syntax()).times]
    assert closed == ["2021-06-04", "2021-05"]


@pytest.mark.parametrize(
    ("text", "value", "way"),
    [
        ("The minister of Orvale arrived in the capital on Friday.", "2021-06-04", "past"),
        ("The minister of Orvale will arrive in the capital on Friday.", "2021-06-11", "future"),
        ("The minister of Orvale is set to arrive in the capital on Friday.", "2021-06-11", "future"),
        ("The minister of Orvale is expected to hold talks on Friday.", "2021-06-11", "future"),
    ],
)
def test_the_verb_tells_the_direction(
    parse: Callable[[Article], Syntax], text: str, value: str, way: str | None
) -> None:
    dated = article(text)
    found = detect_times(dated, parse(dated)).times
    assert [(time.value, time.direction) for time in found] == [(value, way)]
    undated = article(text, None)
    found = detect_times(undated, parse(undated)).times
    assert [(time.value, time.direction) for time in found] == [("XXXX-WXX-5", way)]
