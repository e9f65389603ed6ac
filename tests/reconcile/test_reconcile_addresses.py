"""Addresses: the house or the block of a street in which something happened, as two reports give it."""

from __future__ import annotations

import pytest
from stories import Report, account

from crosswire.model import CERTAIN, Finding
from crosswire.reconcile.slots import Slot, sentences


def addresses(text: str) -> list[Slot]:
    return [s for sentence in sentences(Report("a.txt", text).article()) for s in sentence.slots if s.kind == "address"]


def findings(first: str, second: str) -> list[Finding]:
    made = account(Report("a.txt", first, "2024-03-04"), Report("b.txt", second, "2024-03-04"))
    return [f for f in made.findings if f.type == "number"]


FIRE = "Firefighters came to a warehouse in the {} shortly after noon."
LATER = "The warehouse in the {} burned until the evening, firefighters said."


@pytest.mark.parametrize(
    ("text", "value", "said", "street"),
    [
        (
            "It stood in the 4600 block of West Sallow Street.",
            4600,
            "4600 block of West Sallow Street",
            ("sallow", "street"),
        ),
        (
            "It stood in the 14,300 block of W 39th Ave near a dam.",
            14300,
            "14,300 block of W 39th Ave",
            ("39", "avenue"),
        ),
        ("It stood in the 900 block of Ward, police said.", 900, "900 block of Ward", ("ward",)),
        ("He lived at 12 Old Mill Lane in Brunn.", 12, "12 Old Mill Lane", ("old", "mill", "lane")),
        ("He lived at 1850 379th Street.", 1850, "1850 379th Street", ("379", "street")),
    ],
)
def test_how_addresses_are_read(text: str, value: float, said: str, street: tuple[str, ...]) -> None:
    [slot] = addresses(text)
    assert (slot.value, slot.said.of(text), slot.of) == (value, said, street)


@pytest.mark.parametrize(
    "text",
    [
        "She bought 12 blocks of ice.",
        "Two Main Street shops closed.",
        "The 300 block of flats is old.",
        "In 1850 Brunn burned.",
        "He paid 40 Sollen crowns.",
        "It rests on a 1998 High Court ruling.",
    ],
)
def test_what_is_no_address(text: str) -> None:
    assert addresses(text) == []


def test_another_block_of_the_same_street_is_a_conflict() -> None:
    first, second = FIRE.format("4600 block of West Sallow Street"), LATER.format("6400 block of Sallow")
    [finding] = findings(first, second)
    assert finding.kind == "conflict"
    assert finding.statement == (
        "The reports give different addresses: “4600 block of West Sallow Street” (a.txt, 4 March 2024) and "
        "“6400 block of Sallow” (b.txt, 4 March 2024)."
    )
    for other in ("Sallov Street", "Sallow Tuesday"):  # a slip in the name; what is no part of it
        assert [f.kind for f in findings(first, LATER.format(f"6400 block of {other}"))] == ["conflict"]


def test_the_same_address_is_an_agreement_in_other_words_too() -> None:
    [finding] = findings(FIRE.format("4600 block of West Sallow Street"), LATER.format("4,600 block of Sallow St."))
    assert (finding.kind, finding.statement.split(":")[0]) == ("agreement", "The reports give the same address")


def test_a_street_has_its_number_in_words_or_in_digits() -> None:
    first, second = FIRE.format("4600 block of Third Street"), LATER.format("6400 block of North 3rd Street")
    assert [f.kind for f in findings(first, second)] == ["conflict"]
    assert findings(first, LATER.format("6400 block of North 4th Street")) == []


def test_a_house_stands_in_its_block() -> None:
    house = "The warehouse at {} Sallow Street burned until the evening, firefighters said."
    block = FIRE.format("4600 block of Sallow Street")
    assert [f.kind for f in findings(block, house.format("4633"))] == ["agreement"]
    assert [f.kind for f in findings(block, house.format("4833"))] == ["conflict"]


@pytest.mark.parametrize("other", ["Harbour Road", "Sallow Road", "Old Sallow Street", "Sollen Street"])
def test_two_streets_are_two_places(other: str) -> None:
    assert findings(FIRE.format("4600 block of Sallow Street"), LATER.format(f"6400 block of {other}")) == []


def test_a_report_that_gives_both_addresses_knows_of_two_places() -> None:
    first = FIRE.format("4600 block of Sallow Street")
    shed = " A shed in the 6400 block of Sallow Street was spared by the wind."
    [finding] = findings(first, LATER.format("4600 block of Sallow Street") + shed)
    assert finding.kind == "agreement"


def test_a_report_that_gives_two_for_one_place_is_to_be_checked() -> None:
    first, other = FIRE.format("4600 block of Sallow Street"), FIRE.format("6400 block of Sallow Street")
    [finding] = [f for f in findings(first, f"{first} {other}") if f.kind == "conflict"]
    assert finding.statement.startswith("b.txt gives two addresses")
    assert finding.confidence < CERTAIN
