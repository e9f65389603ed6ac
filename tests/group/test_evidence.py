"""What raises or lowers the likeness of two reports."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from made_profiles import make

from crosswire.group import Profile
from crosswire.group.evidence import Evidence
from crosswire.group.profiles import DIMENSIONS, quantised

FERRY, SCHOOL = np.eye(2, DIMENSIONS, dtype=np.float32)
BOTH = (FERRY + SCHOOL) / np.sqrt(2)


def meant(id: str, *, vector: object = FERRY, text: str = "", day: str | None = None) -> Profile:
    return replace(make(id, text, day), meaning=quantised(np.asarray(vector, np.float32)).tobytes())


def factors(*profiles: Profile) -> list[list[float]]:
    evidence = Evidence()
    evidence.extend(profiles)
    every = np.arange(len(profiles))
    found: list[list[float]] = evidence.factor(every, every).tolist()
    return found


def test_reports_that_mean_the_same_are_more_alike() -> None:
    [[_, same, half, other], *_] = factors(meant("a"), meant("b"), meant("c", vector=BOTH), meant("d", vector=SCHOOL))
    assert same > half > other


def test_a_report_that_was_not_read_for_its_meaning_is_judged_by_the_rest() -> None:
    [[_, same, bare, other], *_] = factors(meant("a"), meant("b"), make("c", ""), meant("d", vector=SCHOOL))
    assert same > bare > other


def test_reports_of_other_days_are_less_alike() -> None:
    told = "The ferry sank on {}."
    reports = [meant(day, text=told.format(day), day="2031-05-08") for day in ("Tuesday", "Wednesday", "Sunday")]
    [[_, next_day, far], *_] = factors(*reports)
    assert factors(reports[0], reports[0])[0][1] > next_day > far


def test_without_a_date_the_day_of_the_week_tells() -> None:
    dated = meant("a", text="It sank on Tuesday.", day="2031-05-08")
    [[_, same, other, silent], *_] = factors(
        dated,
        meant("b", text="On Tuesday it sank."),
        meant("c", text="On Sunday it sank."),
        meant("d", text="It sank."),
    )
    assert same > silent > other


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(["", "Monday", "May 3"]), st.booleans()), min_size=1))
def test_a_factor_is_that_of_the_pair_whatever_stands_beside_it(drawn: list[tuple[int, str, bool]]) -> None:
    chance = np.random.default_rng(3).normal(size=(4, DIMENSIONS)).astype(np.float32)
    evidence = Evidence()
    evidence.extend(
        [
            meant(str(n), vector=chance[topic], text=text, day="2031-05-08" if dated else None)
            for n, (topic, text, dated) in enumerate(drawn)
        ]
    )
    every = np.arange(len(drawn))
    together = evidence.factor(every, every)
    assert np.array_equal(together, together.T)
    for one in every:
        assert evidence.factor(every[:1], np.array([one])).tolist() == [[together[0, one]]]
    again = Evidence(evidence.to_arrays())
    assert again.factor(every, every).tobytes() == together.tobytes()
