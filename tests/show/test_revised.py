"""Pages that tell what outlets changed in their reports."""

from __future__ import annotations

from crosswire.model import Account, Article, MadeBy, Report, Source
from crosswire.show.page import render as plain
from crosswire.show.revised import Revised, render

ARTICLE = Article("a", Source(None, None, "text/plain", ""), "Rain fell on Lorn.")
ACCOUNT = Account("s", "s", "Rain", None, None, 1, (Report("a", None, None),), (), (), (), (), (), (), MadeBy("0", ()))


def test_without_changes_it_is_the_page() -> None:
    assert render([(ACCOUNT, [ARTICLE])]) == plain([(ACCOUNT, [ARTICLE])])


def test_changes_stand_in_a_part_of_their_story_and_are_only_words() -> None:
    other = Account(
        "t", "t", "Snow", None, None, 1, (Report("a", None, None),), (), (), (), (), (), (), MadeBy("0", ())
    )
    told = Revised("<b>Island Post</b>", 2, ("the toll was 12 until 14:05; now it is 14", "“<i>”"))
    page = render([(other, [ARTICLE]), (ACCOUNT, [ARTICLE])], {"s": [told]})
    assert page.count('id="s1-revised"') == page.count('href="#s1-revised"') == 1
    assert "s0-revised" not in page
    part = page.partition('id="s1-revised"')[2].partition("</section>")[0]
    assert "the toll was 12 until 14:05" in part
    assert "2 versions" in part
    assert "<i>" not in part
    assert "<b>Island" not in part
