"""Times: forms beyond the plain date: the clock and its zones, ranges, named days, edges of periods, sets."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.detect.times import detect_times
from crosswire.detect.times.grammar import RULES
from crosswire.detect.times.holidays import holiday, orthodox_easter, rosh_hashanah
from crosswire.model import Article, Block, Published, Source, Span, Syntax, TimeExpression

PUBLISHED = "2021-06-09"  # a Wednesday
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAYS = st.dates(min_value=date(1800, 1, 1), max_value=date(2100, 12, 31))


def detected(text: str, published: str | None = PUBLISHED) -> tuple[TimeExpression, ...]:
    stamp = Published(published, "given") if published else None
    blocks = (Block("paragraph", Span(0, len(text))),)
    article = Article("a", Source(None, None, "text/plain", ""), text, published=stamp, language="en", blocks=blocks)
    return detect_times(article, Syntax()).times


def times(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str]]:
    return [(text[slice(*found.span)], found.value) for found in detected(text, published)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("10 a.m.", "T10:00"),
        ("10.15am", "T10:15"),
        ("7pm", "T19:00"),
        ("0630 UTC", "T06:30Z"),
        ("22:00 GMT", "T22:00Z"),
        ("3:20 p.m. EDT", "T15:20"),
        ("10:15 local time", "T10:15"),
        ("0930 local time", "T09:30"),
        ("5 p.m. Eastern time", "T17:00"),
        ("0630 hours", "T06:30"),
        ("1430 hours", "T14:30"),
        ("half past nine", "T09:30"),
        ("a quarter to six in the evening", "T17:45"),
        ("five past three", "T03:05"),
        ("ten to four", "T03:50"),
        ("12 noon", "T12:00"),
        ("midnight", "T24:00"),
        ("8 tonight", "T20:00"),
    ],
)
def test_the_clock(words: str, value: str) -> None:
    assert times(f"The gate of Orvale opened at {words}.") == [(words, PUBLISHED + value)]
    assert [found.value for found in detected(f"The gate opened at {words}.", None)] == ["XXXX-XX-XX" + value]


def test_a_time_in_parentheses_is_of_the_same_day() -> None:
    both = [("10 a.m.", "2021-06-07T10:00"), ("0800 GMT", "2021-06-07T08:00Z"), ("Monday", "2021-06-07")]
    assert times("It rang at 10 a.m. (0800 GMT) on Monday.") == both
    assert times("On Monday at 10 a.m. (0800 GMT) it rang.") == [both[2], *both[:2]]
    local = times("It rang at 10.15am local time (0815 GMT) on 3 June 2020.")
    assert local[:2] == [("10.15am local time", "2020-06-03T10:15"), ("0815 GMT", "2020-06-03T08:15Z")]


def test_midnight_in_greenwich_may_be_tomorrow() -> None:
    assert times("It rang at 8 p.m. (0000 GMT) on Monday.")[1] == ("0000 GMT", "2021-06-08T00:00Z")
    assert times("It rang at 6 a.m. (2100 GMT) on Monday.")[1] == ("2100 GMT", "2021-06-06T21:00Z")


@given(DAYS, st.integers(0, 23), st.integers(0, 59), st.integers(-12, 14))
@settings(max_examples=80, deadline=None)
def test_the_two_clocks_name_one_moment(day: date, hour: int, minute: int, zone: int) -> None:
    """A local time from its zone's hours is read back with the Greenwich time that belongs to it."""
    if (zone < 0 and hour - zone - 24 < -12) or (zone > 0 and hour - zone + 24 > 24 + 14):
        return
    over, greenwich = divmod(hour - zone, 24)
    if not -12 <= hour - greenwich <= 14 and over == 0:
        return
    text = f"It rang at {hour:02d}:{minute:02d} local time ({greenwich:02d}{minute:02d} GMT) on {day.day} {MONTHS[day.month - 1]} {day.year}."
    found = [one.value for one in detected(text)]
    if -12 <= hour - greenwich <= 14:  # the clocks alone do not tell such zones from those of the same day
        over = 0
    there = day + timedelta(days=over)
    assert found[:2] == [f"{day}T{hour:02d}:{minute:02d}", f"{there}T{greenwich:02d}:{minute:02d}Z"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The fair runs from 7 to 10 October.", ["2021-10-07", "2021-10-10"]),
        ("The fair runs October 7 through 10.", ["2021-10-07", "2021-10-10"]),
        ("The fair runs between 7 and 10 October.", ["2021-10-07", "2021-10-10"]),
        ("The fair ran from 28 September to 3 October 2018.", ["2018-09-28", "2018-10-03"]),
        ("The fair ran from 28 December to 3 January 2018.", ["2017-12-28", "2018-01-03"]),
        ("The fair ran from Monday to Friday.", ["2021-06-07", "2021-06-11"]),
        ("It rained between March and May.", ["2021-03", "2021-05"]),
        ("It rained between March and May 2020.", ["2020-03", "2020-05"]),
        ("He ruled from 1990 to 1995.", ["1990", "1995"]),
        ("It is open from 9 a.m. to 5 p.m.", ["2021-06-09T09:00", "2021-06-09T17:00"]),
    ],
)
def test_ranges_are_two_expressions(text: str, values: list[str]) -> None:
    assert [found.value for found in detected(text)] == values


@given(DAYS, st.integers(1, 60))
@settings(max_examples=60, deadline=None)
def test_the_two_ends_of_a_range_come_back(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    if first.month == last.month:
        text = f"It ran from {first.day} to {last.day} {MONTHS[last.month - 1]} {last.year}."
    else:
        text = f"It ran from {first.day} {MONTHS[first.month - 1]} to {last.day} {MONTHS[last.month - 1]} {last.year}."
    assert [found.value for found in detected(text)] == [first.isoformat(), last.isoformat()]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Christmas Day 2019", "2019-12-25"),
        ("Good Friday 1998", "1998-04-10"),
        ("Boxing Day 2004", "2004-12-26"),
        ("Thanksgiving 2020", "2020-11-26"),
        ("Black Friday 2020", "2020-11-27"),
        ("Yom Kippur 2020", "2020-09-28"),
        ("Orthodox Easter 2021", "2021-05-02"),
        ("Lunar New Year 2020", "2020-01-25"),
        ("Election Day 2020", "2020-11-03"),
        ("Anzac Day 2015", "2015-04-25"),
        ("the first Monday in May 2020", "2020-05-04"),
        ("the last Friday of March 2019", "2019-03-29"),
        ("the last day of February 2020", "2020-02-29"),
        ("the first day of 2020", "2020-01-01"),
        ("the nineteen-sixties", "196"),
        ("FY2022", "2022"),
        ("fiscal year 2020-21", "2020"),
        ("the financial year 2021/22", "2021"),
    ],
)
def test_named_days_and_periods(words: str, value: str) -> None:
    for published in (None, PUBLISHED):
        assert times(f"The bell of Orvale rang on {words}.", published) == [(words, value)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("the week before last", "2021-W21"),
        ("the year before last", "2019"),
        ("the month after next", "2021-08"),
        ("two Fridays ago", "2021-05-28"),
        ("a week from Tuesday", "2021-06-22"),
        ("the last day of May", "2021-05-31"),
        ("the first Monday in May", "2021-05-03"),
        ("this time last year", "2020"),
        ("on Tuesday of last week", "2021-06-01"),
        ("next week on Tuesday", "2021-06-15"),
        ("on Sunday of this week", "2021-06-13"),
        ("two weeks and two days ago", "2021-05-24"),
        ("a year and three months ago", "2020-03"),
        ("on July 4th of 1995", "1995-07-04"),
        ("on 28 June of 2020", "2020-06-28"),
        ("on 05-Aug-2016", "2016-08-05"),
        ("on Tuesday the eighth", "2021-06-08"),
        ("the end of the decade", "202"),
    ],
)
def test_one_further(words: str, value: str) -> None:
    assert [found.value for found in detected(f"The bell of Orvale rang {words}.")] == [value]


def test_the_edges_of_a_period_stay_open_without_a_year() -> None:
    assert times("It rang on the first Monday in May.", None) == [("the first Monday in May", "XXXX-05-XX")]
    assert times("It rang on the last day of May.", None) == [("the last day of May", "XXXX-05-31")]
    assert times("It rang two Fridays ago.", None) == [("two Fridays ago", "XXXX-WXX-5")]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("every Tuesday", "XXXX-WXX-2"),
        ("every other Friday", "XXXX-WXX-5"),
        ("every other week", "P2W"),
        ("every two weeks", "P2W"),
        ("three times a month", "P1M"),
        ("every first Monday of the month", "XXXX-WXX-1"),
        ("the first Monday of every month", "XXXX-WXX-1"),
        ("each morning", "XXXX-XX-XXTMO"),
    ],
)
def test_sets(words: str, value: str) -> None:
    assert [(found.type, found.value) for found in detected(f"Ferries leave Orvale {words}.")] == [("SET", value)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The Sept. 11 attacks changed it.", ["2001-09-11"]),
        ("The September 11 hijackers came by air.", ["2001-09-11"]),
        ("The September 11 parade was cold.", ["2021-09-11"]),
        ("That August the first men left.", ["2021-08"]),
        ("They live on the 29th floor.", []),
        ("They met on Friday, the third day of talks.", ["2021-06-04"]),
        ("He has ten to six people there.", []),
        ("A 1430 hours long night.", ["PT1430H"]),
        ("It is open from 9 to 5 p.m.", ["2021-06-09T17:00"]),
        ("It grew every other way.", []),
        ("He ran past three men.", []),
    ],
)
def test_what_only_looks_alike(text: str, values: list[str]) -> None:
    assert [found.value for found in detected(text)] == values


@given(st.integers(1900, 2100), st.integers(1, 12), st.integers(0, 6), st.integers(1, 4))
@settings(max_examples=60, deadline=None)
def test_the_nth_weekday_of_a_month(year: int, month: int, weekday: int, n: int) -> None:
    word = ("first", "second", "third", "fourth")[n - 1]
    (found,) = detected(f"It met on the {word} {WEEKDAYS[weekday]} of {MONTHS[month - 1]} {year}.")
    day = date.fromisoformat(found.value)
    assert (day.year, day.month, day.weekday()) == (year, month, weekday)
    assert 7 * (n - 1) < day.day <= 7 * n


@given(st.integers(1990, 2030))
@settings(max_examples=41, deadline=None)
def test_movable_days_keep_to_their_season(year: int) -> None:
    assert orthodox_easter(year).weekday() == 6
    assert rosh_hashanah(year).weekday() in {0, 1, 3, 5}  # never on Sunday, Wednesday, Friday
    assert date(year, 9, 4) < rosh_hashanah(year) < date(year, 10, 7)
    lunar = holiday("lunar new year", year)
    assert lunar is not None
    assert date(year, 1, 20) < lunar < date(year, 2, 21)


def test_movable_days_of_some_years() -> None:
    assert [rosh_hashanah(year) for year in (2019, 2023, 2024)] == [date(2019, 9, 30), date(2023, 9, 16), date(2024, 10, 3)]  # fmt: skip
    assert [orthodox_easter(year) for year in (2008, 2017, 2024)] == [date(2008, 4, 27), date(2017, 4, 16), date(2024, 5, 5)]  # fmt: skip
    assert holiday("lunar new year", 1989) is None


def test_each_value_says_its_rule() -> None:
    names = {rule.name for rule in RULES}
    text = "On Friday at 10 a.m. (0800 GMT) in May 2020, two days after 7 to 10 June, every week for a year."
    found = detected(text)
    assert len(found) > 6
    assert {one.rule for one in found} <= names


SPOKEN = """
the a of in on at to and past half quarter ten six two Fridays ago week from before last next after other every
first Monday May 2020 10 9 0930 1.74 1,000 local time GMT ( ) , . - FY2022 2021/22 noon 12 tonight hours p.m. times
September 11 attacks decade end nineteen sixties through until between 2020-21 31 30 29th
"""
FRAGMENTS = st.lists(st.sampled_from(SPOKEN.split()), max_size=40).map(" ".join)


@given(FRAGMENTS, st.sampled_from([None, "2003-05-07", "2004-02-29", "0001-01-01", "9999-12-31"]))
@settings(max_examples=200, deadline=None)
def test_any_order_of_words_gives_sound_spans(text: str, published: str | None) -> None:
    end = 0
    for found in detected(text, published):
        assert end <= found.span.start < found.span.end <= len(text)
        assert found.value
        end = found.span.end


@pytest.mark.parametrize(
    "unit",
    ["half past ", "(0800 GMT) ", "local ", "first Monday in ", "from 7 to ", "every other ", "FY", "Monday to "],
)
def test_long_repetitions_take_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        start = time.process_time()
        detected((unit * (size // len(unit) + 1))[:size])
        return time.process_time() - start

    assert seconds(40_000) < 5


MILL = """The town of Harrow Vale was founded in 1871. In March of that year the first mill opened, and in the autumn a \
railway reached it. On 4 November 1873 the mill burned down. The next day the owners met, and two weeks later they began \
to build again. The following spring the new mill stood. By the end of the decade it had six hundred workers.

In 1914 the war took half of them. That August the first men left; in December the wheels stopped. Three years later only \
women worked there. On 11 November 1918 the bells rang. That evening the whole town danced. A week later the mill \
reopened. The good years lasted until 1929. In October the bank failed, and in January it shut its doors."""
RIVER = """In 1944 the river Ossel was the front. That June an army crossed it at dawn on the 6th. The next day the bridge \
at Marn fell. On 12 June the column reached the hills, and three days later it stood before Telmark. The siege went on \
until the end of July. On the night of 2 August the garrison left. In the morning the town was empty.

Three years later the two countries signed a treaty. It was signed on 10 February 1947 and came into force in September. \
In the early 1950s the bridge was built again. In 1957 the first train crossed it; the previous year a dam had been begun. \
The dam took six years and was opened on 1 May 1962. Twenty years later it cracked. On 14 January 1982 water poured \
through. Two days before, an engineer had warned of it. By that evening four villages were gone."""
KING = """King Aldren died on 3 September 1658. His son was crowned eleven days later. The following month the estates \
met. In January they voted him money, but in the spring the army rebelled. On 22 April 1659 he dissolved the assembly, and \
on 25 May he gave up the throne. The same year the exiles came back. The restoration followed in 1660: in May the new king \
landed, and on the 29th he entered the capital.

In the late 17th century the port grew rich. A great fire in 1697 ended that. Two centuries later, in 1897, divers found \
the cannon. In the summer of 1898 they raised it. Between 1905 and 1911 the harbour was dredged; in 1912 it was opened to \
steamers. A decade later it was closed."""


MILL_VALUES = """
1871 1871-03 1871 1871-FA 1873-11-04 1873-11-05 1873-11-19 1874-SP 187 1914 1914-08 1914-12 1917 1918-11-11 1918-11-11TEV
1918-11-18 1929 1929-10 1930-01
"""
RIVER_VALUES = """
1944 1944-06 1944-06-06TDW 1944-06-06 1944-06-07 1944-06-12 1944-06-15 1944-07 1944-08-02TNI 1944-08-03TMO 1947 1947-02-10
1947-09 195 1957 1956 P6Y 1962-05-01 1982 1982-01-14 1982-01-12 1982-01-14TEV
"""
KING_VALUES = """
1658-09-03 1658-09-14 1658-10 1659-01 1659-SP 1659-04-22 1659-05-25 1659 1660 1660-05 1660-05-29 16 1697 1897 1897 1898-SU
1905 1911 1912 1922
"""


@pytest.mark.parametrize(("text", "values"), [(MILL, MILL_VALUES), (RIVER, RIVER_VALUES), (KING, KING_VALUES)])
def test_history_over_decades(annotated: Callable[..., Article], text: str, values: str) -> None:
    assert [found.value for found in annotated(text).times] == values.split()


def test_what_had_happened_before_does_not_carry_the_story_on(annotated: Callable[..., Article]) -> None:
    text = "In 1801, 1802 and 1803 it rained. On 2 December 1806 she fled. In March she had sold the house. In May she wrote."
    assert [found.value for found in annotated(text).times][3:] == ["1806-12-02", "1806-03", "1806-05"]
