"""A toll over time: its points, its line of text, and the chart."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest
from accounts import article, ferry_account, proof
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from crosswire.model import Account, Article, Bounds, Figure, FigureLine, FigureReport, MatrixCell, MatrixRow, Report
from crosswire.show import tolls
from crosswire.show.chart import draw
from crosswire.show.page import render
from crosswire.show.tolls import Point, course, sentence

Given = tuple[str, float, str | None]


def story(*given: Given, bounds: dict[str, Bounds] | None = None) -> tuple[Account, FigureLine, dict[str, Article]]:
    """An account with one toll: in each report, the number of a day."""
    articles = {id: article(id, f"{number:g} people died.") for id, number, _ in given}
    found = [(proof(articles[id], f"{number:g}"), number, as_of) for id, number, as_of in given]
    reports = tuple(FigureReport(e.article, e.span, number, None, as_of, None) for e, number, as_of in found)
    line = FigureLine("people", "killed", given[0][1], reports)
    known = bounds or {}
    account, _ = ferry_account()
    listed = tuple(Report(id, None, None, known.get(id)) for id in articles)
    cells = tuple(MatrixCell(n, "differs", f"{number:g}", (e,)) for n, (e, number, _) in enumerate(found))
    row = MatrixRow("how many", "people killed", None, cells)
    bare = replace(account, timeline=(), quotations=(), findings=(), origins=(), matrix=(row,))
    return replace(bare, articles=listed, figures=(line,)), line, articles


def over_time(account: Account, line: FigureLine, articles: dict[str, Article]) -> tuple[Point, ...]:
    return tolls.over_time(account, line, articles, tolls.compared(account))


def told(*given: Given, bounds: dict[str, Bounds] | None = None) -> str:
    """A toll as a line of text."""
    made = story(*given, bounds=bounds)
    return sentence(over_time(*made), {id: id for id in made[2]})


def test_a_toll_is_told_by_day() -> None:
    line = told(("b", 14, "2024-05-03"), ("a", 12, "2024-05-02"), ("c", 14, "2024-05-03"))
    assert line == "12 (2 May 2024, a) → 14 (3 May 2024, b and c)"


@pytest.mark.parametrize(
    "given",
    [
        [("a", 12, "2024-05-02"), ("b", 14, "2024-05-02")],
        [("a", 12, "2024-05-02"), ("b", 12, "2024-05-03")],
        [("a", 12, "2024-05-02"), ("b", 14, None)],
        [("a", 12, None), ("b", 14, None)],
        [("a", 12, "2024-05-02"), ("b", 1e15, "2024-05-03")],
    ],
    ids=["one day", "one number", "one day known", "no day known", "beyond any axis"],
)
def test_without_two_days_and_two_numbers_there_is_no_course(given: list[Given]) -> None:
    assert over_time(*story(*given)) == ()


def test_a_report_without_a_day_stands_on_its_earliest_day_unless_that_is_before_all_others() -> None:
    given: list[Given] = [("a", 12, "2024-05-02"), ("b", 14, "2024-05-03"), ("c", 17, None)]
    after = {"c": Bounds("2024-05-04", None, ())}
    assert told(*given, bounds=after).endswith("14 (3 May 2024, b) → 17 (4 May 2024 or later, c)")
    before = {"c": Bounds("2024-04-04", None, ())}
    assert told(*given, bounds=before).endswith("14 (3 May 2024, b)")


def test_parts_and_additions_are_no_toll() -> None:
    account, line, articles = story(("a", 12, "2024-05-02"), ("b", 14, "2024-05-03"), ("c", 3, "2024-05-04"))
    part = Figure(line.reports[2].span, "count", 3, None, "people", "killed", scope="part")
    articles["c"] = replace(articles["c"], figures=(part,))
    assert [point.told for point in over_time(account, line, articles)] == ["12", "14"]


def test_numbers_that_nothing_compares_are_no_course() -> None:
    account, line, articles = story(("a", 12, "2024-05-02"), ("b", 14, "2024-05-03"))
    assert len(over_time(account, line, articles)) == 2
    assert over_time(replace(account, matrix=()), line, articles) == ()
    assert over_time(account, replace(line, of=None, role=None, unit="metre"), articles) == ()


def test_the_line_goes_through_what_most_reports_of_a_day_give() -> None:
    made = story(("a", 12, "2024-05-02"), ("b", 14, "2024-05-03"), ("c", 13, "2024-05-03"), ("d", 13, "2024-05-03"))
    assert [height for _, height in course(over_time(*made))] == [12, 13]


def test_a_long_toll_says_how_much_is_left_out() -> None:
    line = told(*((f"r{n:02}", 10 + n, f"2024-05-{n:02}") for n in range(1, 21)))
    assert line.startswith("11 (1 May 2024, r01) → 12")
    assert line.endswith("→ … 8 more … → 30 (20 May 2024, r20)")
    assert line.count("→") == 12


def chart(page: str) -> Any:
    """The first chart of a page."""
    parsed: Any = html.document_fromstring(page)
    return parsed.xpath("//figure[@class='toll']")[0]


def test_every_point_of_the_chart_opens_its_words() -> None:
    account, articles = ferry_account()
    page = render([(account, articles)])
    parsed: Any = html.document_fromstring(page)
    links = chart(page).xpath(".//svg//a")
    assert [link.get("aria-label").rpartition(",")[0] for link in links] == [
        "at least 11, 2 November 2023: The Lorne Courier",
        "14, 3 November 2023: Tidewire and Skarholm Post",
        "14, 4 November 2023: The Northern Herald",
    ]
    words = ["".join(parsed.get_element_by_id(link.get("href")[1:]).itertext()) for link in links]
    assert words == ["At least 11 people were killed", "Fourteen people died", "The toll stands at 14"]
    assert chart(page).findtext("figcaption/bdi") == "people killed"
    assert len(chart(page).xpath(".//circle")) == 3


def test_the_chart_takes_the_colours_of_the_page() -> None:
    page = render([ferry_account()])
    (svg,) = re.findall(r"<svg.*?</svg>", page, re.S)[:1]
    assert not re.search(r"#[0-9a-fA-F]{3}|font-family|<style|<script|\bid=", re.sub(r'href="[^"]*"', "", svg))
    assert 'role="group"' in svg
    assert svg == re.findall(r"<svg.*?</svg>", render([ferry_account()]), re.S)[0]


def test_the_library_is_not_loaded_where_nothing_is_drawn() -> None:
    code = (
        "import sys, crosswire.cli, crosswire.show.page, crosswire.show.terminal; "
        "sys.exit(any(name.split('.')[0] == 'leather' for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


NASTY = '<script>"\x00\x1b\ud800&'


@given(
    st.lists(
        st.tuples(st.dates(), st.one_of(st.integers(0, 10**11), st.floats(0, 1e6)), st.booleans()),
        min_size=2,
        max_size=30,
        unique_by=lambda item: item[0],
    ).filter(lambda items: len({value for _, value, _ in items}) > 1)
)
def test_any_toll_can_be_drawn(items: list[tuple[Any, float, bool]]) -> None:
    points = [Point(day, float(value), f"{value:g}", (), later) for day, value, later in sorted(items)]
    text = draw(points, NASTY, lambda _: "s0-e1", lambda _: NASTY)
    assert "<script" not in text
    assert not re.search("[\x00-\x08\x1b\ud800-\udfff]", text)
    svg: Any = html.fragment_fromstring(text)
    assert len(svg.xpath(".//circle")) == len(points)
    assert all(-1 <= float(c.get("cx")) <= 440 and -1 <= float(c.get("cy")) <= 200 for c in svg.xpath(".//circle"))
