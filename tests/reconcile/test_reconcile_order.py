"""Whatever order reports come in, and whatever comes beside them, a story's account is the same to the byte."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from evaluation.long_story import long_story
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosswire.group import profile
from crosswire.model import Account, Article, MadeBy, Story
from crosswire.pipeline import accounts, hold, memberships, stories
from crosswire.reconcile import reconcile
from crosswire.show.rows import to_row

FEW = 16
NO_MODELS = MadeBy("0", ())
RECONCILE_LINES = """
import hashlib, sys
from crosswire.model import Article, MadeBy
from crosswire.pipeline import memberships, stories
from crosswire.group import profile
from crosswire.reconcile import reconcile
from crosswire.show.rows import from_row, to_row
articles = [from_row(line, Article) for line in sys.stdin.buffer]
for story in stories(memberships([profile(a) for a in articles], ["s"] * len(articles))):
    print(hashlib.sha256(to_row(reconcile(story, articles, MadeBy("0", ())))).hexdigest())
"""


def told(rows: Sequence[dict[str, object]], annotated: Callable[..., Article]) -> tuple[Article, ...]:
    return tuple(
        replace(
            annotated(str(row["text"]), str(row["published"]) if n % 4 else None, str(row["id"])),
            publisher=str(row["publisher"]),
        )
        for n, row in enumerate(rows)
    )


@pytest.fixture(scope="module")
def reports(annotated: Callable[..., Article]) -> tuple[Article, ...]:
    """A made-up story's annotated reports; every fourth is without a date."""
    return told(list(long_story(FEW)), annotated)


@pytest.fixture(scope="module")
def others(annotated: Callable[..., Article]) -> tuple[Article, ...]:
    """A few reports of another story."""
    return tuple(replace(a, id=f"other-{a.id}") for a in told(list(long_story(4, seed=2)), annotated))


@pytest.fixture(scope="module")
def expected(reports: tuple[Article, ...]) -> bytes:
    """The account of all the reports, as they came."""
    return to_row(account(reports))


def story_of(articles: Sequence[Article]) -> Story:
    (story,) = stories(memberships([profile(a) for a in articles], ["s"] * len(articles)))
    return story


def account(articles: Sequence[Article]) -> Account:
    return reconcile(story_of(articles), articles, NO_MODELS)


def test_the_made_up_story_has_something_of_every_part_of_an_account(reports: tuple[Article, ...]) -> None:
    made = account(reports)
    assert made.entities
    assert made.timeline
    assert made.quotations
    assert made.figures
    assert story_of(reports).copies
    assert made.independent_origins < len(reports)
    assert {"conflict", "agreement", "variant", "single-source"} <= {finding.kind for finding in made.findings}


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(FEW)), turned=st.booleans())
def test_any_order_of_the_reports_gives_the_same_account(
    reports: tuple[Article, ...], expected: bytes, order: list[int], *, turned: bool
) -> None:
    story = story_of(reports)
    ids = tuple(story.articles[n] for n in order)
    shuffled = Story(story.id, ids, tuple(reversed(story.copies)) if turned else story.copies)
    assert to_row(reconcile(shuffled, [reports[n] for n in order], NO_MODELS)) == expected


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(FEW // 2 + 4)))
def test_reports_of_another_story_in_between_change_nothing(
    reports: tuple[Article, ...], others: tuple[Article, ...], order: list[int]
) -> None:
    mine = [replace(article, story="flood") for article in reports[: FEW // 2]]
    both = [*mine, *(replace(article, story="other") for article in others)]
    alone = [to_row(made) for made, _ in accounts([hold(a, ()) for a in mine], "0", given_stories=True)]
    mixed = [to_row(made) for made, _ in accounts([hold(both[n], ()) for n in order], "0", given_stories=True)]
    assert len(mixed) == 2
    assert alone[0] in mixed


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(kept=st.sets(st.integers(0, FEW - 1), min_size=1, max_size=FEW // 2), order=st.permutations(range(FEW)))
def test_any_part_of_a_story_is_reconciled_alike_in_any_order(
    reports: tuple[Article, ...], kept: set[int], order: list[int]
) -> None:
    one = [reports[n] for n in sorted(kept)]
    other = [reports[n] for n in order if n in kept]
    assert to_row(account(one)) == to_row(account(other))


def test_the_account_is_the_same_whatever_the_seed_of_hashes(reports: tuple[Article, ...]) -> None:
    rows = b"\n".join(to_row(article).strip() for article in reports)
    digests = {
        subprocess.run(
            (sys.executable, "-c", RECONCILE_LINES),
            input=rows,
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONHASHSEED": seed},
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1
