"""Entities across reports: one person under several names, and never two people for one name."""

from __future__ import annotations

import pytest
from stories import Report, account

from crosswire.model import Span


def people(*texts: str, roles: dict[str, str] | None = None) -> list[str]:
    """The people of a story of reports that name one or more people each ("Dana Whitlock; Owen Roe")."""
    reports = []
    for n, names in enumerate(texts):
        listed = names.split("; ")
        report = Report(f"{n}.txt", ". ".join(f"{name} spoke" for name in listed) + ".")
        for name in listed:
            report.named(name, "PERSON", *filter(None, [(roles or {}).get(name)]))
        reports.append(report)
    return sorted(e.name for e in account(*reports).entities if e.type == "PERSON")


ONE = [
    ("Mohammed bin Halil", "Muhammad bin Halil"),
    ("Volodymyr Orlensky", "Volodymyr Orlenskyy"),
    ("Oleksiy Danylov", "Oleksii Danilov"),
    ("Qassem Soreimani", "Qasem Sureimani"),
    ("Renée Dubois", "Renee Dubois"),
    ("Ana Lucia Ferro-Brandt", "Ana Ferro Brandt"),
    ("Jerome K. Tolland", "Jerome Tolland"),
    ("William Thorne", "Bill Thorne"),
    ("Michael Averill", "Mike Averill"),
    ("Harry “Rick” Solberg", "Rick Solberg"),
    ("J. Tolland", "Jerome Tolland"),
    ("Alex M. Brandt II", "Alex Brandt"),
    ("Kim Sang Ho", "Kim Sang-ho"),
    ("Hassan al-Marri", "Hassan Marri"),
    ("Prince Tarek Hamdan", "Tarek Hamdan"),
]
TWO = [
    ("Mario Rossetti", "Maria Rossetti"),
    ("Francis Calder", "Frances Calder"),
    ("Alan Thorne", "Ellen Thorne"),
    ("Peter A. Holm", "Peter B. Holm"),
    ("Marcus Thorne", "Marcus Thorne Jr."),
    ("George H.W. Tolland", "George W. Tolland"),
    ("Mohammed Halil", "Mahmoud Halil"),
    ("Kim Sang Ho", "Kim Sang Il"),
    ("Omar Yusuf Karam", "Yusuf Karam"),
    ("Daniel Roe", "Danielle Roe"),
]


@pytest.mark.parametrize(("first", "second"), ONE)
def test_forms_and_spellings_of_one_name_are_one_person(first: str, second: str) -> None:
    assert len(people(first, second)) == 1


@pytest.mark.parametrize(("first", "second"), TWO)
def test_names_that_two_people_may_bear_stay_two(first: str, second: str) -> None:
    assert people(first, second) == sorted([first, second])


def test_an_initial_that_fits_two_people_fits_neither() -> None:
    assert people("J. Holm", "Jane Holm", "John Holm") == ["J. Holm", "Jane Holm", "John Holm"]


def test_two_full_names_side_by_side_in_one_report_are_two_people() -> None:
    assert people("William Thorne; Bill Thorne", "Bill Thorne") == ["Bill Thorne", "William Thorne"]


def test_a_lone_surname_goes_to_its_only_bearer_and_to_none_of_two() -> None:
    assert people("Dana Whitlock", "Whitlock") == ["Dana Whitlock"]
    assert people("Dana Whitlock", "Owen Whitlock", "Whitlock", "Whitlock") == [
        "Dana Whitlock",
        "Owen Whitlock",
        "Whitlock",
        "Whitlock",
    ]
    assert people("Volodymyr Orlensky", "Orlenskiy") == ["Volodymyr Orlensky"]


def test_an_office_beside_a_surname_tells_two_bearers_apart_but_is_no_one_s_name() -> None:
    roles = {"Dana Whitlock": "harbour master", "Whitlock": "Harbour Master", "Owen Whitlock": "pilot"}
    assert people("Dana Whitlock", "Owen Whitlock", "Whitlock", roles=roles) == ["Dana Whitlock", "Owen Whitlock"]
    both = {"Dana Whitlock": "mayor", "Owen Whitlock": "former mayor", "Whitlock": "Mayor"}
    assert len(people("Dana Whitlock", "Owen Whitlock", "Whitlock", roles=both)) == 3
    assert people("Mayor", "Mayor") == ["Mayor", "Mayor"]
    holders = {"Elena Brandt": "mayor", "Tomas Arden": "mayor"}
    assert people("Elena Brandt", "Tomas Arden", roles=holders) == ["Elena Brandt", "Tomas Arden"]


@pytest.mark.parametrize("words", ["Mrs. Thorne wept.", "His wife, Thorne, wept.", "The widow of Thorne wept."])
def test_a_relative_is_not_taken_for_the_only_one_of_the_name(words: str) -> None:
    him = Report("a.txt", "Mr. Marcus Thorne spoke. Mr. Thorne left.").named("Marcus Thorne")
    him.entities["Marcus Thorne"] = him.entities["Marcus Thorne"].__class__(
        "e1", "PERSON", "Marcus Thorne", (), (him.at("Marcus Thorne"), Span(29, 35))
    )
    assert him.text[29:35] == "Thorne"
    her = Report("b.txt", words).named("Thorne")
    assert len(account(him, her).entities) == 2


def test_a_family_name_that_stands_first_is_known_by_itself() -> None:
    assert people("Zhao Weilin", "Zhao") == ["Zhao Weilin"]
    assert people("Clint Deverell", "Clint") == ["Clint", "Clint Deverell"]


def test_three_initials_are_the_one_person_who_has_them() -> None:
    assert people("Mohammed bin Halil", "MBH") == ["Mohammed bin Halil"]
    introduced = Report("a.txt", "Prince Mohammed bin Halil, known as MBH, came. MBH left.").named("Mohammed bin Halil")
    introduced.named("MBH", "ORG")
    [entity] = account(introduced, Report("b.txt", "MBH came.").named("MBH", "ORG")).entities
    assert (entity.type, entity.name) == ("PERSON", "Mohammed bin Halil")


def organisations(*texts: str, type: str = "ORG") -> list[str]:
    """The organisations of a story of reports that name one or more each."""
    reports = []
    for n, names in enumerate(texts):
        report = Report(f"{n}.txt", ". ".join(names.split("; ")) + ".")
        for name in names.split("; "):
            report.named(name, type)
        reports.append(report)
    made = account(*reports, Report("z.txt", report.text, entities=dict(report.entities)))
    return sorted({e.name for e in made.entities})


def test_an_acronym_is_the_one_organisation_that_it_can_be() -> None:
    assert organisations("Averland Harbour Board", "AHB") == ["Averland Harbour Board"]
    assert "AHB" in organisations("Averland Harbour Board", "Arden Housing Bureau", "AHB")
    long = Report("a.txt", "The Society of Pilots (SOP) met.").named("Society of Pilots", "ORG")
    entity = long.entities["Society of Pilots"]
    mentions = (*entity.mentions, long.at("SOP"))
    long.entities["Society of Pilots"] = entity.__class__("e1", "ORG", "Society of Pilots", (), mentions)
    short = Report("b.txt", "SOP met. The Sons of Patience met.").named("SOP", "ORG").named("Sons of Patience", "ORG")
    names = {e.name for e in account(long, short).entities}
    assert names == {"Society of Pilots"}  # of what both reports name


def test_an_organisation_s_name_is_one_in_either_order_and_without_its_ending() -> None:
    assert len(organisations("Ministry of Transport", "Transport Ministry")) == 1
    assert len(organisations("Arden Freight Ltd.", "Arden Freight")) == 1
    assert len(organisations("U.S.", "United States", "US", type="GPE")) == 1
    assert len(organisations("Port Harrow", "Harrow", "Harrow", type="GPE")) == 1  # listed: what two reports name


def test_a_thousand_people_of_one_surname_are_told_apart_quickly() -> None:
    names = [f"{first}{n} Holm" for n in range(125) for first in ("Ada", "Bo", "Cy", "Di", "Ed", "Fay", "Gus", "Hal")]
    report = Report("a.txt", ". ".join(names) + ".")
    for name in names:
        report.named(name)
    assert len(account(report, Report("b.txt", "Holm left.").named("Holm")).entities) == 1001
