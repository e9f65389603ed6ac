"""Articles in, stories out, with copies folded."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from made_profiles import make, prose

from crosswire.group import group


def test_a_copy_shares_the_story_of_its_original() -> None:
    text = prose(1, 60)
    digest = make("digest", text + " " + " ".join(prose(n, 200) for n in range(2, 8)), "2031-08-30")
    first, second = group([make("brief", text, "2031-05-02"), digest])
    assert (first.id, first.copy_of, second.copy_of) == ("brief", None, "brief")
    assert first.story == second.story


def test_the_id_of_a_story_comes_from_its_first_member_and_survives_later_ones() -> None:
    early, late = make("z", prose(1, 200), "2031-05-02"), make("a", prose(1, 180) + " " + prose(2, 50), "2031-05-03")
    (alone,) = group([early])
    assert {m.story for m in group([early, late])} == {alone.story}
    assert alone.story == "s-594e519ae499"


def test_no_articles_no_stories() -> None:
    assert group([]) == ()


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(1, 3), st.integers(0, 90), st.sampled_from([None, "2031-05-01", "2031-05-09"])),
        max_size=9,
    ),
    st.randoms(),
)
def test_order_changes_nothing_and_every_article_has_one_story(
    drawn: list[tuple[int, int, str | None]], pick: random.Random
) -> None:
    profiles = [make(f"a{n}", prose(seed, words), day) for n, (seed, words, day) in enumerate(drawn)]
    found = group(profiles)
    pick.shuffle(profiles)
    assert group(profiles) == found
    assert [m.id for m in found] == sorted(p.id for p in profiles)
    story = {m.id: m.story for m in found}
    assert all(m.copy_of is None or story[m.copy_of] == m.story for m in found)
