"""The list of news agencies: every row has a source, none is dead, nothing stands twice."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from crosswire.agencies import MEMBER_LISTS
from crosswire.clean.agencies import AGENCIES, NewsAgency, agency_in, agency_of
from crosswire.model import Span

_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")


def _all_marks(agency: NewsAgency) -> tuple[str, ...]:
    return (agency.name, *agency.full, *agency.marks)


@pytest.mark.parametrize("agency", AGENCIES, ids=lambda agency: agency.name)
def test_every_row_has_a_source(agency: NewsAgency) -> None:
    assert agency.source in MEMBER_LISTS or _DOMAIN.fullmatch(agency.source)


def test_no_site_is_the_source_of_two_rows() -> None:
    sites = Counter(agency.source for agency in AGENCIES if agency.source not in MEMBER_LISTS)
    assert [site for site, rows in sites.items() if rows > 1] == []


def test_nothing_stands_in_two_rows() -> None:
    rows = Counter(mark for agency in AGENCIES for mark in {m.casefold() for m in _all_marks(agency)})
    assert [mark for mark, count in rows.items() if count > 1] == []


def test_nothing_stands_twice_in_one_row() -> None:
    assert [a.name for a in AGENCIES if len(set(_all_marks(a))) < len(_all_marks(a))] == []


def test_no_mark_is_empty_or_padded() -> None:
    assert all(mark and mark == " ".join(mark.split()) for agency in AGENCIES for mark in _all_marks(agency))


@pytest.mark.parametrize("agency", AGENCIES, ids=lambda agency: agency.name)
def test_no_row_is_dead(agency: NewsAgency) -> None:
    for mark in _all_marks(agency):
        assert agency_of(mark) == agency.name
    for full in agency.full:
        credit = f"By Mira Holt of {full}, in Norrhamn"
        start = credit.index(full)
        assert agency_in(credit, Span(0, len(credit))) == (agency.name, Span(start, start + len(full)))


def test_part_of_another_name_is_no_agency() -> None:
    credit = "By Mira Holt, Norrhamn Press Association"
    assert agency_in(credit, Span(0, len(credit))) is None
