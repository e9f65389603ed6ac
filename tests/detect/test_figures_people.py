"""Counts of somebody's children, and roles of people named by their work: what became of whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crosswire.model import Article

Annotated = Callable[..., Article]
Told = list[tuple[float, str | None]]


def told(article: Article) -> Told:
    return [(f.value, f.role) for f in article.figures if f.kind == "count" and not isinstance(f.value, tuple)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A mother of two was killed in the fire.", [(1, "killed"), (2, None)]),
        ("The mother of 13 killed on Friday was buried.", [(1, "killed"), (13, None)]),
        ("The mother of 13 children killed in Port Harrow was buried.", [(13, None)]),
        ("The mother of 13 people killed in Port Harrow spoke.", [(13, None)]),
        ("The father of two who was killed in Port Harrow was a nurse.", [(1, "killed"), (2, None)]),
        ("A married father-of-two was shot dead.", [(1, "killed"), (2, None)]),
        ("The gunman killed mother of five Ana Ruiz.", [(5, None)]),
        ("He shot dead a mother of two.", [(1, "killed"), (2, None)]),
        ("Two mothers of three were killed.", [(2, "killed"), (3, None)]),
        ("Five people were shot, including a father of two.", [(5, "shot"), (2, None)]),
        ("The death toll includes a father of four.", [(4, None)]),
        ("The parents of two were killed in the crash.", [(2, None)]),
        ("The mother of five dead children was questioned.", [(5, None)]),
        ("Peter Solberg, the brother of two, died.", [(1, "killed"), (2, None)]),
    ],
)
def test_a_number_of_children_is_no_toll(annotated: Annotated, text: str, expected: Told) -> None:
    assert told(annotated(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mother of one of the 13 killed said she was angry.", [(1, None), (13, "killed")]),
        ("The mother of two boys who were killed in Port Harrow spoke.", [(2, "killed")]),
        ("The mother of two children who were killed in Port Harrow spoke.", [(2, "killed")]),
        ("The mother of the two girls killed in Sollen spoke.", [(2, "killed")]),
        ("He was the brother of two soldiers killed in the war.", [(2, "killed")]),
        ("Relatives of 12 miners killed in the blast gathered.", [(12, "killed")]),
        ("A family of five was killed.", [(5, "killed")]),
    ],
)
def test_relatives_who_were_killed_are_one(annotated: Annotated, text: str, expected: Told) -> None:
    assert told(annotated(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A clerk walked through the depot in Sollen killing five customs officers upstairs.", [(5, "killed")]),
        ("A man set fire to a hostel, killing at least three and wounding 12.", [(3, "killed"), (12, "injured")]),
        ("The gunman who killed nine churchgoers in Sollen was caught.", [(9, "killed")]),
        ("The blast killed eight police recruits.", [(8, "killed")]),
        ("The storm took the lives of three fishermen.", [(3, "killed")]),
        ("He shot and killed four co-workers at a depot.", [(4, "killed")]),
        ("They slaughtered 14 monks.", [(14, "killed")]),
        ("He shot dead two tax inspectors.", [(2, "killed")]),
        ("He stabbed to death three schoolgirls.", [(3, "killed")]),
        ("Two traders were beaten to death.", [(2, "killed")]),
        ("The mob beat two traders to death.", [(2, "killed")]),
        ("The massacre of 19 prisoners went unpunished.", [(19, "killed")]),
        ("Nine lives were lost in the crash.", [(9, "killed")]),
        ("Six Ruritanians were killed.", [(6, "killed")]),
        ("An avalanche killed four skiers and two guides.", [(4, "killed"), (2, "killed")]),
        ("The crash left 20 pilgrims and six nuns dead.", [(20, "killed"), (6, "killed")]),
        ("The attack injured three Sunday night.", [(3, "injured")]),
        ("Five cadets were gunned down in Sollen.", [(5, "shot")]),
        ("All 40 people on board died.", [(40, "killed")]),
        ("Two people in the car were killed.", [(2, "killed")]),
        ("All four hikers appear to have died.", [(4, "killed")]),
    ],
)
def test_people_named_by_their_work_have_a_role(annotated: Annotated, text: str, expected: Told) -> None:
    assert told(annotated(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The wildfire killed 40 horses.", [(40, None)]),
        ("The fire destroyed 14 guides.", [(14, None)]),
        ("The man who fired at two guards was arrested.", [(2, None)]),
        ("A suspect who killed two guards was arrested.", [(2, "killed")]),
        ("He wounded two officers and a suspect was killed.", [(2, "injured"), (1, "killed")]),
        ("Two workers were shot at by rebels.", [(2, None)]),
        ("Two workers were shot at a depot.", [(2, "shot")]),
        ("The officer shot dead two men.", [(2, "killed")]),
        ("Two men were shot dead two days later.", [(2, "killed")]),
        ("Two men were sentenced to death.", [(2, None)]),
        ("Three raiders fled in a small van.", [(3, None)]),
        ("Police could not say if the man was injured.", []),
        ("One of the robbers, 34, was shot.", [(1, "shot")]),
    ],
)
def test_what_was_done_by_people_or_to_things_is_no_harm_to_them(
    annotated: Annotated, text: str, expected: Told
) -> None:
    assert [one for one in told(annotated(text)) if one[0] != 34] == expected


@pytest.mark.parametrize(
    ("text", "value", "role"),
    [
        ("Among the dead were two pilots.", 2, "killed"),
        ("Three clerks were among those wounded.", 3, "injured"),
        ("Two pilots were among the 40 people killed.", 2, "killed"),
        ("The raid killed 13 medics, four of whom were women.", 4, "killed"),
    ],
)
def test_those_among_the_harmed_are_a_part(annotated: Annotated, text: str, value: int, role: str) -> None:
    assert (value, role, "part") in [(f.value, f.role, f.scope) for f in annotated(text).figures]


def test_who_stands_behind_among_those_killed_is_not_one_of_them(annotated: Annotated) -> None:
    assert told(annotated("Among those killed, two pilots had flown for years.")) == [(2, None)]


def test_who_is_described_behind_a_comma_is_counted_once(annotated: Annotated) -> None:
    assert told(annotated("The gunman, a clerk, was among those shot and killed.")) == [(1, "killed")]
