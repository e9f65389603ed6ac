"""The number killed and the number injured of a story, from figures of several kinds in several reports."""

import pytest
from stories import Report, account

from crosswire.model import Account


def told(made: Account, role: str) -> object:
    """The value of the first line of a role; None where the ledger has none."""
    return next((line.value for line in made.figures if line.role == role), None)


def people(report: Report, words: str, value: int, role: str, **more: str) -> Report:
    return report.figure(words, value, of="people", role=role, **more)


def test_who_was_shot_and_did_not_die_is_injured() -> None:
    report = Report("a.txt", "Five people were shot at the fair, two of them fatally.", "2024-03-04")
    people(people(report, "Five", 5, "shot"), "two", 2, "killed", scope="part")
    made = account(report)
    assert (told(made, "killed"), told(made, "injured")) == (2, 3)
    [line] = [line for line in made.figures if line.role == "injured"]
    assert [r.span for r in line.reports] == [report.at("Five")]


def test_who_died_later_is_no_longer_injured() -> None:
    first = people(Report("a.txt", "A boy was shot in Oslo.", "2024-03-04"), "A boy", 1, "shot")
    later = people(Report("b.txt", "A boy died in Oslo.", "2024-03-06"), "A boy", 1, "killed")
    made = account(first, later)
    assert (told(made, "killed"), told(made, "injured")) == (1, None)


def test_single_people_of_a_sentence_add_up_and_one_who_killed_himself_counts() -> None:
    report = Report("a.txt", "A man killed his wife before killing himself.", "2024-03-04")
    people(report, "his wife", 1, "killed", scope="part")
    people(report, "himself", 1, "killed", scope="addition")
    assert told(account(report), "killed") == 2


def test_a_woman_hurt_is_not_the_man_who_died() -> None:
    report = Report("a.txt", "A man died. Later a girl was in pain.", "2024-03-04")
    people(people(report, "A man", 1, "killed"), "a girl", 1, "hospitalised")
    assert told(account(report), "injured") == 1


def test_numbers_told_together_add_up() -> None:
    report = Report("a.txt", "Two men and three women were hurt.", "2024-03-04")
    people(people(report, "Two", 2, "injured"), "three", 3, "injured")
    assert told(account(report), "injured") == 5


@pytest.mark.parametrize(("value", "expected"), [("2009", 3), ("2024-03-04", 13)])
def test_tolls_of_other_years_are_left_out(value: str, expected: int) -> None:
    lead = "Three people were killed on Monday. The town mourns. The mayor spoke. The fair is shut. "
    text = lead + "Then 13 people were killed there. And 13 were killed, he said. Of 13 killed he spoke."
    report = Report("a.txt", text, "2024-03-04")
    people(report, "Three", 3, "killed")
    for words in ("13 people", "13 were", "13 killed"):
        people(report, words, 13, "killed")
    for words in ("Then", "And", "Of 13"):
        report.time(words, value)
    made = account(report)
    assert told(made, "killed") == expected


def test_nobody_hurt_is_said_where_a_report_says_so() -> None:
    report = people(Report("a.txt", "No one was hurt in the fire.", "2024-03-04"), "No one", 0, "injured")
    assert told(account(report), "injured") == 0


def test_a_rate_is_no_toll() -> None:
    report = Report("a.txt", "There were 132.8 deaths in every 100,000.", "2024-03-04")
    report.figure("132.8", 132.8, of="people", role="killed")  # type: ignore[arg-type]
    assert told(account(report), "killed") is None


def test_more_origins_outweigh_one() -> None:
    reports = [
        people(Report(f"{id}.txt", f"In {id} {n} people died.", "2024-03-04"), str(n), n, "killed")
        for id, n in (("a", 4), ("b", 4), ("c", 7))
    ]
    assert told(account(*reports), "killed") == 4
