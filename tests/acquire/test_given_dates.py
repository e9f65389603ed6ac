"""Dates as inputs write them: ISO 8601 out, and nothing for what could be read in two ways."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.acquire.dates import iso_date


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2031-04-17", "2031-04-17"),
        ("2031-4-7", "2031-04-07"),
        ("20310417", "2031-04-17"),
        ("2031-04-17 10:00:00", "2031-04-17T10:00:00"),
        ("2031-04-17T10:00:00.000Z", "2031-04-17T10:00:00Z"),
        ("2031-04-17T10:00+0200", "2031-04-17T10:00+02:00"),
        ("2031-04-17T10:00:00 +02:00", "2031-04-17T10:00:00+02:00"),
        ("Thu, 17 Apr 2031 10:00:00 +0200", "2031-04-17T10:00:00+02:00"),
        ("17 April 2031", "2031-04-17"),
        ("April 17, 2031", "2031-04-17"),
        ("Sept. 3, 2031 at 4:05 pm", "2031-09-03T16:05"),
        ("Apr 17, 2031, 12:30 AM", "2031-04-17T00:30"),
        ("17.04.2031", "2031-04-17"),
        ("04/17/2031", "2031-04-17"),
        ("11/11/2031", "2031-11-11"),
        ("04/05/2031", None),
        ("2031", None),
        ("April 2031", None),
        ("2031-02-30", None),
        ("0031-04-17", None),
        ("9999-01-01", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_iso_date(written: str, value: str | None) -> None:
    assert iso_date(written) == value


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.times())
def test_iso_dates_stay_as_they_are(day: date, clock: time) -> None:
    assert iso_date(f"{day} {clock:%H:%M:%S}") == f"{day}T{clock:%H:%M:%S}"


@given(st.text(max_size=60))
def test_anything_gives_a_date_or_nothing(written: str) -> None:
    value = iso_date(written)
    assert value is None or iso_date(value) == value
