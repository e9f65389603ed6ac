from __future__ import annotations

from dataclasses import replace

import pytest
from accounts import ferry_account
from hypothesis import given
from hypothesis import strategies as st

from crosswire.model import Bounds, FigureLine, Origin
from crosswire.show.words import amount, between, bounded, counted, derived, differing, listed, names, quoted, spell


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2023-11-02", "2 November 2023"),
        ("2023-11", "November 2023"),
        ("2023-11-02T14:30", "2 November 2023, 14:30"),
        ("2023-11-02T14:30:59Z", "2 November 2023, 14:30 UTC"),
        ("2023-11-02T07:30:00+05:30", "2 November 2023, 07:30 (+05:30)"),
        ("2023-11-02 00:00:00", "2 November 2023"),
        ("2023-11-02TMO", "2 November 2023, morning"),
        ("2023", "2023"),
        ("2023-02-30", "2023-02-30"),
        ("2023-13", "2023-13"),
        ("2023-W44", "2023-W44"),
        ("XXXX-WXX-5", "XXXX-WXX-5"),
        ("", ""),
    ],
)
def test_a_date_is_spelled(value: str, said: str) -> None:
    assert spell(value) == said


def test_a_date_may_carry_its_weekday() -> None:
    assert spell("2023-11-02", weekday=True, short=True) == "Thu 2 Nov 2023"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2023-11-01", "2023-11-05", "1 to 5 November 2023"),
        ("2023-10-28", "2023-11-05", "28 October to 5 November 2023"),
        ("2022-12-31", "2023-01-01", "31 December 2022 to 1 January 2023"),
        ("2023-11-01", "2023-11-01", "1 November 2023"),
        ("2023-11-01T08:00", "2023-11-01T18:00", "1 November 2023"),
        ("2023-11", "2023-12", "November 2023 to December 2023"),
    ],
)
def test_a_stretch_does_not_say_month_and_year_twice(first: str, last: str, said: str) -> None:
    assert between(first, last) == said


def test_bounds_are_said_in_words() -> None:
    assert bounded(Bounds("2023-11-03", "2023-11-05", ())) == "written between 3 and 5 November 2023"
    assert bounded(Bounds("2023-11-03", None, ())) == "written not before 3 November 2023"
    assert bounded(Bounds(None, "2023-11-05", ())) == "written not after 5 November 2023"
    assert bounded(Bounds(None, None, ())) == "nothing bounds it"


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (1200, None, "1,200"),
        (3.5, "percent", "3.5 %"),
        (4000, "USD", "USD 4,000"),
        (48.0, "metres", "48 metres"),
        (40, "metre", "40 metres"),
        (1, "metre", "1 metre"),
        (90, "kilometre per hour", "90 kilometres per hour"),
        (120, "square foot", "120 square feet"),
        (-3, "degree Celsius", "-3 degrees Celsius"),
        (2, "percentage point", "2 percentage points"),
        ((10.0, 12.0), None, "10 to 12"),
        (0.1 + 0.2, None, "0.3"),
    ],
)
def test_a_value_is_said_with_its_unit(value: float | tuple[float, float], unit: str | None, said: str) -> None:
    assert amount(value, unit) == said


@pytest.mark.parametrize(
    ("of", "role", "unit", "said"),
    [
        ("people", "killed", None, "people killed"),
        ("people", None, None, "people"),
        (None, None, "EUR", "amount of money"),
        (None, None, "metre", "measure of something not named"),
        (None, None, None, "number of things not named"),
    ],
)
def test_a_quantity_is_named(of: str | None, role: str | None, unit: str | None, said: str) -> None:
    assert counted(FigureLine(of, role, 1, (), unit)) == said


def test_a_number_too_long_to_read_is_rounded() -> None:
    assert amount(10**15) == "1e+15"
    assert amount(-(10**5000)) == "-1e+300"


def test_reports_of_one_publisher_are_told_apart() -> None:
    account, _ = ferry_account()
    twice = replace(account.articles[0], id="second.txt")
    nameless = replace(account.articles[0], id="third.txt", publisher=None)
    called = names(replace(account, articles=(account.articles[0], twice, nameless)))
    assert list(called.values()) == ["The Lorne Courier (courier.txt)", "The Lorne Courier (second.txt)", "third.txt"]


def test_an_origin_says_who_and_why() -> None:
    called = {"a": "Courier", "b": "Herald", "c": "Post"}
    assert derived(Origin(("a",), "original"), called) == ("Courier", "own reporting")
    assert derived(Origin(("a", "b", "c"), "copy"), called)[0] == "Courier, Herald and Post"
    assert derived(Origin(("b",), "citation"), called)[1] == "rests on another report, which it cites"
    assert derived(Origin(("b",), "unknown", because="it names nobody"), called)[1].endswith(
        "it from, since it names nobody"
    )
    assert derived(Origin(("a", "b"), "copy", because="they share words"), called)[1] == (
        "count as one origin, since they share words"
    )


def test_a_list_reads_as_english() -> None:
    assert [listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_quotation_marks_are_not_doubled() -> None:
    assert quoted("We searched") == "“We searched”"
    assert quoted('"We searched,"') == "“We searched,”"
    assert quoted("“We searched …") == "“We searched …”"
    assert quoted('that it was "repeatedly" told') == '“that it was "repeatedly" told”'
    assert quoted("“A,” he said, “B”") == "““A,” he said, “B””"


def test_the_words_that_differ_are_found() -> None:
    runs = differing("every name has been accounted for", "Every name is accounted for.")
    assert runs == [("Every name ", True), ("is ", False), ("accounted for.", True)]


@given(st.text(), st.text())
def test_the_runs_add_up_to_the_words(first: str, other: str) -> None:
    assert "".join(run for run, _ in differing(first, other)) == other
