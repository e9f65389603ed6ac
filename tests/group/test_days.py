"""Of which days a report speaks."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.group.days import spoken_days, spoken_weekdays

THURSDAY = date(2031, 5, 8).toordinal()


def days(text: str) -> list[str]:
    return [date.fromordinal(day).isoformat() for day in sorted(spoken_days(text, THURSDAY))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The ferry sank on Tuesday.", ["2031-05-06"]),
        ("The ferry sank on Thursday.", ["2031-05-08"]),
        ("Voters go to the polls next Friday.", ["2031-05-09"]),
        ("The ferry sank on Friday.", ["2031-05-02"]),
        ("It sank on May 3, and was raised on 5 May 2031.", ["2031-05-03", "2031-05-05"]),
        ("On Dec. 30 the mayor left; on January 2nd she was back.", ["2030-12-30", "2031-01-02"]),
        ("It sank in May 2031, some may say.", ["2031-05-07", "2031-05-08"]),
        ("On February 30 nothing happened.", ["2031-05-07", "2031-05-08"]),
        ("", ["2031-05-07", "2031-05-08"]),
    ],
)
def test_days_are_those_near_the_publication(text: str, wanted: list[str]) -> None:
    assert days(text) == wanted


def test_what_is_named_first_and_often_counts_most() -> None:
    text = "On Tuesday it sank." + " " * 900 + "On Wednesday it rained. On Tuesday it had not."
    found = spoken_days(text, THURSDAY)
    assert found[THURSDAY - 2] == 255
    assert found[THURSDAY - 1] == 101  # 255 / (1 + 922 / 600)


def test_without_a_date_of_publication_only_days_of_the_week_are_known() -> None:
    assert spoken_days("It sank on May 3, a Saturday.", None) == {}
    assert list(spoken_weekdays("It sank on May 3, a Saturday.", None)) == [0, 0, 0, 0, 0, 247, 0]
    assert list(spoken_weekdays("It sank.", None)) == [0] * 7
    assert list(spoken_weekdays("It sank.", THURSDAY)) == [0, 0, 76, 178, 0, 0, 0]


@given(st.text(max_size=200), st.none() | st.integers(1, date.max.toordinal()))
def test_any_text_and_day(text: str, published: int | None) -> None:
    assert all(1 <= weight <= 255 for weight in spoken_days(text, published).values())
    assert len(spoken_weekdays(text, published)) == 7


@pytest.mark.parametrize("text", ["May " * 300_000, "1 " * 500_000, "next" * 250_000, "Monday" * 200_000])
def test_hostile_texts_take_no_longer(text: str) -> None:
    start = time.process_time()
    spoken_days(text, THURSDAY)
    spoken_weekdays(text, THURSDAY)
    assert time.process_time() - start < 1
