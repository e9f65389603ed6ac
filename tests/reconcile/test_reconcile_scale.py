"""The work of reconciling, and what comes of it, grow as the reports do, not as their pairs."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

import pytest
from stories import MADE_BY, Report

from crosswire.model import Account, Article, Evidence, Story
from crosswire.reconcile import reconcile
from crosswire.reconcile.people import find_people
from crosswire.show.rows import to_row

T = TypeVar("T")
SIZES = (20, 40, 80)
AS_REPORTS = 2.6  # n log n from 20 to 40 is 2.5, from 40 to 80 is 2.4; pairs are 4
SAID = "we told them in March that the old doors would not hold"
OWN = (
    "amber basil cedar delta ember fjord gable hazel ivory jolly kelp lemon mango noble ocean paper quilt river sable tulip"
).split()


def report(n: int) -> Report:
    """One of many reports of a happening: a famous quotation, tolls, a visit, and a statement that only it has."""
    own = f"{OWN[n % 20]} {OWN[n // 20 % 20]} {OWN[(n * 7 + 3) % 20]}"
    said, speaker = (SAID, "Dana Whitlock") if n % 5 else (SAID.replace("old", "heavy"), "Owen Marsh")
    text = (
        f"The ferry sank near Port Harrow and {10 + n % 4} people were killed. “{said},” {speaker} said. "
        f"Ida Corle of number {n} said that the {own} had been left ashore before the storm. "
        f"Dana Whitlock visited Port Harrow on Friday. The owner paid {3 + n % 3} million crowns for the wreck."
    )
    made = Report(f"{n:03}.txt", text, f"2031-03-0{1 + n % 7}" if n % 3 else None, f"{OWN[n % 20]} Post {n}")
    made.named("Port Harrow", "GPE").named("Dana Whitlock").named("Ida Corle")
    if speaker not in made.entities:
        made.named(speaker)
    made.says(speaker, said).says("Ida Corle", f"the {own} had been left ashore before the storm", "indirect").figure(
        f"{10 + n % 4} people", 10 + n % 4, of="people", role="killed"
    )
    made.figure(f"{3 + n % 3} million crowns", (3 + n % 3) * 1_000_000, of="crowns")
    day = f"2031-03-0{1 + n % 7}" if n % 3 else "XXXX-WXX-5"
    status = ("happened", "planned", "cancelled", "denied")[n % 4]
    return made.event(
        "Dana Whitlock visited Port Harrow on Friday",
        "visited",
        "visit",
        who="Dana Whitlock",
        where="Port Harrow",
        day=day,
        status=status,  # type: ignore[arg-type]
    )


def reconciled(articles: list[Article], copies: tuple[tuple[str, str], ...] = ()) -> tuple[Account, int]:
    """The account of these reports, and how many calls of functions it took."""
    return counted(lambda: reconcile(Story("s", tuple(a.id for a in articles), copies), articles, MADE_BY))


def counted(work: Callable[[], T]) -> tuple[T, int]:
    """What some work gives, and how many calls of functions it took."""
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        made = work()
    finally:
        sys.setprofile(before)
    return made, calls


def size(account: Account) -> int:
    return len(to_row(account))


@pytest.fixture(scope="module")
def grown() -> list[tuple[Account, int]]:
    """The accounts of a story as it grows."""
    return [reconciled([report(n).article() for n in range(count)]) for count in SIZES]


def test_work_grows_as_the_reports_do(grown: list[tuple[Account, int]]) -> None:
    """Below some dozens the numbers of one noun are all compared in pairs; beyond, that work is bounded."""
    (_, few), (_, many) = grown[-2:]
    assert many < AS_REPORTS * few


def test_findings_and_the_account_grow_as_the_reports_do(grown: list[tuple[Account, int]]) -> None:
    for (few, _), (many, _) in pairwise(grown):
        assert len(many.findings) < AS_REPORTS * len(few.findings)
        assert size(many) < AS_REPORTS * size(few)


def test_a_quotation_in_every_report_is_found_and_told_once_or_a_few_times(grown: list[tuple[Account, int]]) -> None:
    made, _ = grown[-1]

    def whole(found: tuple[Evidence, ...]) -> bool:
        return all(SAID in e.quote for e in found)

    told = [f for f in made.findings if f.kind == "agreement" and f.type == "wording" and whole(f.evidence)]
    assert 1 <= len(told) <= 3
    assert max(f.origins for f in told) > SIZES[-1] // 2
    [quotation] = [q for q in made.quotations if any(v.text == SAID for v in q.variants)]
    assert len(quotation.variants) == SIZES[-1] * 4 // 5  # the others give it to another speaker


def test_copies_cost_no_more_than_reports_and_say_nothing() -> None:
    one = report(1).article()
    articles = [replace(one, id=f"{n:03}.txt", publisher=f"Outlet {n}") for n in range(SIZES[-1])]
    ties = tuple((article.id, articles[0].id) for article in articles[1:])
    few_made, few_calls = reconciled(articles[: SIZES[-2]], ties[: SIZES[-2] - 1])
    made, calls = reconciled(articles, ties)
    assert calls < AS_REPORTS * few_calls
    assert made.independent_origins == 1
    assert not [f for f in (*made.findings, *few_made.findings) if f.kind in {"agreement", "conflict", "variant"}]


def test_a_lone_surname_with_two_bearers_is_not_held_against_all_that_is_said_of_them_each_time() -> None:
    def surnamed(n: int) -> Article:
        name, role = (("Quist", "mayor"), ("Ada Quist", "mayor"), ("Quist", "judge"), ("Emil Quist", "judge"))[n % 4]
        return Report(f"{n:03}.txt", f"The {role} {name} spoke.").named(name, "PERSON", role).article()

    articles = [surnamed(n) for n in range(4 * SIZES[-1])]
    found, many = counted(lambda: find_people(articles))
    _, few = counted(lambda: find_people(articles[: 2 * SIZES[-1]]))
    assert many < AS_REPORTS * few
    assert set(found.values()) == {"person ada quist", "person emil quist"}
    assert len(found) == len(articles)
