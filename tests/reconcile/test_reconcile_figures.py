"""Tolls that rise, numbers that differ, numbers that agree."""

import pytest
from stories import Report, account, found

from crosswire.model import CERTAIN


def toll(id: str, value: int, published: str | None, hedge: str | None = None) -> Report:
    text = f"{hedge or 'In all'} {value} people were killed when the ferry sank."
    return Report(id, text, published).figure(
        str(value), value, of="people", role="killed", **({"hedge": hedge} if hedge else {})
    )


def test_a_toll_that_rises_is_an_update_and_the_latest_stands_first() -> None:
    made = account(toll("a.txt", 12, "2024-03-04"), toll("b.txt", 14, "2024-03-07"))
    [finding] = found(made, "update", "number")
    assert [e.quote for e in finding.evidence] == [
        f"In all {n} people were killed when the ferry sank" for n in (12, 14)
    ]
    assert made.figures[0].value == 14
    assert not found(made, "conflict")


def test_two_tolls_of_one_day_are_a_conflict() -> None:
    made = account(toll("a.txt", 12, "2024-03-04"), toll("b.txt", 14, "2024-03-04"))
    [finding] = found(made, "conflict", "number")
    assert {e.article for e in finding.evidence} == {"a.txt", "b.txt"}
    assert not found(made, "update")


def test_a_hedge_leaves_room() -> None:
    made = account(toll("a.txt", 12, "2024-03-04", "at least"), toll("b.txt", 14, "2024-03-04"))
    assert found(made, "agreement", "number")
    assert not found(made, "conflict")


def test_a_toll_that_a_report_tells_twice_is_told_of_once() -> None:
    lead = "Storm at Olm: {} people injured. A storm tore the roof off the Olm fair. "
    text = lead + "In the storm at the Olm fair {} others were injured, the fire chief said."
    reports = []
    for id, value, word, day in (("a.txt", 5, "Five", "2024-03-04"), ("b.txt", 9, "Nine", None)):
        report = Report(id, text.format(value, word), day)
        report.figure(f"{value} people", value, of="people", role="injured")
        reports.append(report.figure(f"{word} others", value, of="people", role="injured"))
    assert [f.kind for f in account(*reports).findings if f.type == "number"] == ["not-comparable"]


def test_without_days_numbers_that_differ_are_not_comparable() -> None:
    made = account(toll("a.txt", 12, None), toll("b.txt", 14, "2024-03-04"))
    assert found(made, "not-comparable", "number")
    assert not found(made, "conflict")
    assert not found(made, "update")


def test_without_days_tolls_of_one_year_are_to_be_checked() -> None:
    text = "The harbour court of Brunn tried a pilot for the deaths of {} dock workers{}."
    past = " in 1967"
    for year, kind in ((past, "conflict"), ("", "not-comparable")):
        reports = [
            Report(id, text.format(value, year), day).figure(str(value), value, of="people", role="killed")
            for id, value, day in (("a.txt", 12, None), ("b.txt", 14, "2024-03-04"))
        ]
        [finding] = [f for f in account(*reports).findings if f.type == "number"]
        assert (finding.kind, finding.confidence < CERTAIN) == (kind, kind == "conflict")


def test_the_best_supported_value_stands_first() -> None:
    made = account(toll("a.txt", 12, "2024-03-04"), toll("b.txt", 12, "2024-03-04"), toll("c.txt", 21, "2024-03-04"))
    assert made.figures[0].value == 12
    assert [r.value for r in made.figures[0].reports] == [12, 12, 21]


def test_one_agency_in_two_papers_is_one_voice() -> None:
    first, second = toll("a.txt", 12, "2024-03-04"), toll("b.txt", 12, "2024-03-04")
    first.agency = second.agency = "Averland News Agency"
    assert not found(account(first, second), "agreement")


@pytest.mark.parametrize(("other", "kind"), [(61, "agreement"), (64, "conflict")])
def test_numbers_in_sentences_that_are_alike(other: int, kind: str) -> None:
    first = Report("a.txt", "The Sea Lark sank with 61 passengers aboard.").figure("61", 61, of="passengers")
    second = Report("b.txt", f"With {other} passengers aboard, the Sea Lark sank.").figure(
        str(other), other, of="passengers"
    )
    assert [f.kind for f in account(first, second).findings] == [kind]


def test_numbers_of_other_things_are_not_compared() -> None:
    first = Report("a.txt", "The Sea Lark sank with 61 passengers aboard.").figure("61", 61, of="passengers")
    second = Report("b.txt", "The island's buses carry 900 passengers a day.").figure("900", 900, of="passengers")
    assert not account(first, second).findings


@pytest.mark.parametrize(
    ("other", "sure"),
    [
        ("Four people were killed when the Sea Lark sank.", True),
        ("Four people were killed when the Sea Lark sank; a fifth died in hospital.", False),
        ("A mother of four people killed when the Sea Lark sank spoke.", False),
    ],
)
def test_what_a_toll_leaves_out_is_no_sure_conflict(other: str, *, sure: bool) -> None:
    first = Report("a.txt", "Five people were killed when the Sea Lark sank.", "2024-03-04").figure(
        "Five people", 5, of="people", role="killed"
    )
    second = Report("b.txt", other, "2024-03-04").figure(
        "four people" if "mother" in other else "Four people", 4, of="people", role="killed"
    )
    assert any(f.confidence >= CERTAIN for f in found(account(first, second), "conflict")) is sure
