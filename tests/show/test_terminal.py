from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

import pytest
from accounts import article, ferry_account, proof
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from crosswire.model import Finding, Report, Title
from crosswire.show.layout import Run, clip, flow, safe, safe_ends, shorten
from crosswire.show.terminal import render

NASTY = "Grief \x1b[31mred\x1b[0m\x07 \u202eevil\u202c\x9b2J\x7f \ud800 \x00 <b>\r\nnext"


def hostile() -> str:
    """A ferry account in which everything that can hold text of a report holds control characters, at 80 columns."""
    account, articles = ferry_account()
    told = article("bad\x1b]0;x\x07.txt", f"First line.\n{NASTY} and so on.", f"Outlet{NASTY}", "2023-11-05\x1b[2J")
    told = replace(told, title=Title(NASTY))
    finding = Finding("conflict", "claim", f"They say {NASTY}", 0.5, 1, (NASTY,), (proof(told, NASTY),))
    account = replace(
        account,
        title=NASTY,
        articles=(*account.articles, Report(told.id, told.publisher, "2023-11-05\x1b[2J")),
        findings=(finding, *account.findings),
    )
    return render(account, (*articles, told), width=80, colour=False)


@pytest.mark.parametrize("width", [10, 40, 57, 60, 80, 120, 200])
@pytest.mark.parametrize("colour", [False, True])
def test_no_line_is_wider_than_the_terminal(width: int, *, colour: bool) -> None:
    text = render(*ferry_account(), width=width, colour=colour)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", text)
    assert max(cell_len(line) for line in plain.splitlines()) <= max(width, 40)


def test_colour_only_decorates() -> None:
    plain = render(*ferry_account(), width=80, colour=False)
    assert "\x1b" not in plain
    coloured = render(*ferry_account(), width=80, colour=True)
    assert coloured != plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_every_number_in_the_text_stands_among_the_sources() -> None:
    told, sources = render(*ferry_account(), width=100, colour=False).split("SOURCES")
    cited = set(re.findall(r"\[(\d+)\]", told))
    listed = re.findall(r"^ {4}\[(\d+)\] \d+:\d+ ", sources, re.M)
    assert cited <= set(listed)
    assert [int(n) for n in listed] == list(range(1, len(listed) + 1))


def test_a_source_gives_line_column_and_words() -> None:
    text = render(*ferry_account(), width=100, colour=False)
    assert "] 9:1 “Transport Minister Clara Voss will travel to Port Lorne on Saturday”" in text
    assert "] 3:26 “The ferry Aurelia sank" in text


def test_sections_come_in_their_order_and_conflicts_first() -> None:
    text = render(*ferry_account(), width=80, colour=False)
    parts = ["4 reports · 3 independent origins · 2 to 5 November 2023", "TIMELINE", "WHO SAID WHAT", "FIGURES"]
    parts += ["FINDINGS", "  CONFLICT", "  UPDATE", "  CONFIRMED", "  AGREEMENT", "  ONE ORIGIN ONLY", "SOURCES"]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_announced_and_happened_are_told_apart_in_words() -> None:
    text = render(*ferry_account(), width=80, colour=False)
    assert re.search(r"Sun 5 Nov 2023 +○ announced +snow is expected", text)
    assert re.search(r"Thu 2 Nov 2023 +● happened +the ferry Aurelia sank", text)
    assert re.search(r"— announced \[\d+\];\s+happened \[\d+\]", text)


def test_an_undated_report_says_between_which_days_and_why() -> None:
    text = " ".join(render(*ferry_account(), width=80, colour=False).split())
    assert re.search(
        r"no date of its own; written between 4 and 5 November 2023, which follows from \[\d+\] \[\d+\]", text
    )


def test_what_collapses_into_one_origin_is_said() -> None:
    text = " ".join(render(*ferry_account(), width=80, colour=False).split())
    assert "Tidewire and Skarholm Post: carry the report of one news agency, and count as one origin" in text


def test_a_short_quote_stands_among_its_neighbours() -> None:
    account, articles = ferry_account()
    finding = Finding(
        "update", "number", "The toll rose.", 1.0, 1, (), (proof(articles[0], "11"), proof(articles[3], "14"))
    )
    text = " ".join(render(replace(account, findings=(finding,)), articles, width=120, colour=False).split())
    assert "The Lorne Courier: At least “11” people were killed and about 40 are missing, …" in text
    assert "The Northern Herald: The toll stands at “14”, with 22 missing. Divers reached the wreck at …" in text


def test_what_is_left_out_is_counted() -> None:
    account, articles = ferry_account()
    alone = next(finding for finding in account.findings if finding.kind == "single-source")
    many = replace(account, findings=(alone,) * 30, timeline=account.timeline * 20, quotations=account.quotations * 20)
    text = render(many, articles, width=80, colour=False)
    assert "… and 18 more that only one origin has on the page" in text
    assert "… and 80 more entries on the page" in text
    assert "… and 36 more utterances on the page" in text


def test_control_characters_of_a_report_do_not_reach_the_terminal() -> None:
    text = hostile()
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)
    assert "␛[31mred" in text
    text.encode("utf-8")


def test_an_empty_account_is_shown() -> None:
    account, _ = ferry_account()
    empty = replace(
        account, title="", timeline=(), quotations=(), figures=(), findings=(), origins=(), articles=(), first=None
    )
    empty = replace(empty, last=None, independent_origins=0)
    assert "0 reports · 0 independent origins" in render(empty, (), width=80, colour=False)


def test_an_article_that_is_missing_is_an_error() -> None:
    account, articles = ferry_account()
    with pytest.raises(KeyError):
        render(account, articles[1:], width=80, colour=False)


def test_wide_characters_count_two_cells() -> None:
    lines = flow([Run("渡" * 30 + " 船 沈没")], 40, indent=2)
    assert [cell_len(line) for line in lines] == [40, 32]
    assert cell_len(shorten("渡船" * 50, 30)) <= 30
    assert cell_len(clip("渡船" * 50, 30)) <= 30


def test_a_long_quote_loses_its_middle() -> None:
    assert shorten("We searched all night and into the morning, Brandvik said.", 30) == "We searched all … said."
    assert shorten("short enough", 30) == "short enough"


@given(st.text(), st.integers(8, 60))
def test_shortened_text_fits_whatever_it_is(text: str, cells: int) -> None:
    told = safe(text)
    assert cell_len(shorten(told, cells)) <= cells
    assert cell_len(clip(told, cells)) <= cells


@given(st.lists(st.text()), st.integers(10, 80), st.integers(0, 4))
def test_flowing_keeps_every_character_but_spaces(texts: list[str], width: int, indent: int) -> None:
    runs = [Run(safe(text)) for text in texts]
    lines = flow(runs, width, indent=indent)
    assert "".join(lines).replace(" ", "") == "".join(run.text for run in runs).replace(" ", "")
    assert all(cell_len(line) <= width for line in lines)


def test_a_huge_quote_is_shortened_without_reading_all_of_it() -> None:
    assert shorten(safe_ends("start " + "x" * 1_000_000 + " end", 30), 30).endswith("end")
    assert "…" in shorten(safe_ends("start" + " " * 1_000_000 + "end", 30), 30)


@given(st.text(st.one_of(st.characters(), st.sampled_from("\x1b\x7f\x9b\u202e\u2066\ud800"))))
def test_nothing_that_a_terminal_obeys_is_safe(text: str) -> None:
    told = safe(text)
    assert {unicodedata.category(char) for char in told} & {"Cc", "Cs", "Zl", "Zp"} == set()
    assert {unicodedata.bidirectional(char) for char in told} & {
        "RLO",
        "LRO",
        "RLE",
        "LRE",
        "PDF",
        "RLI",
        "LRI",
        "FSI",
    } == set()
