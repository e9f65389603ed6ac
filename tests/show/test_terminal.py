from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

import pytest
from accounts import article, ferry_account, proof
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from crosswire.model import Finding, MatrixCell, MatrixRow, Report, Title
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
    cells = tuple(MatrixCell(n, "differs", NASTY, (proof(told, NASTY),)) for n in range(3))
    account = replace(account, matrix=(MatrixRow("what", NASTY, NASTY, cells),))
    return "".join(
        render(account, (*articles, told), width=80, colour=False, tables=tables) for tables in (False, True)
    )


@pytest.mark.parametrize("width", [10, 40, 57, 60, 80, 120, 200])
@pytest.mark.parametrize("colour", [False, True])
@pytest.mark.parametrize("tables", [False, True])
def test_no_line_is_wider_than_the_terminal(width: int, *, colour: bool, tables: bool) -> None:
    text = render(*ferry_account(), width=width, colour=colour, tables=tables)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", text)
    assert max(cell_len(line) for line in plain.splitlines()) <= max(width, 40)


@pytest.mark.parametrize("tables", [False, True])
def test_colour_only_decorates(*, tables: bool) -> None:
    plain = render(*ferry_account(), width=80, colour=False, tables=tables)
    assert "\x1b" not in plain
    coloured = render(*ferry_account(), width=80, colour=True, tables=tables)
    assert coloured != plain
    told = [line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m", "", coloured).splitlines()]
    assert told == plain.splitlines()


def test_each_row_of_the_matrix_is_a_paragraph() -> None:
    text = re.sub(r"\[\d+\]", "[n]", render(*ferry_account(), width=80, colour=False))
    assert (
        """
  HOW MANY  people killed: 14
    = same: Tidewire and Skarholm Post [n] [n]
    = same: The Northern Herald [n]
    ≠ differs: The Lorne Courier, at least 11 (2 November 2023) [n]
  WHEN  the ferry Aurelia sank off Port Lorne: 2 November 2023
    = same: The Lorne Courier [n]
    = same: Tidewire and Skarholm Post [n]
    – silent: The Northern Herald
"""
        in text
    )


def test_a_terminal_has_the_matrix_as_a_table() -> None:
    text = render(*ferry_account(), width=100, colour=False, tables=True)
    lines = text[text.index("WHICH ORIGIN") : text.index("FINDINGS")].splitlines()
    assert any(re.search(r"Claim +The Lorne Courier +Skarholm Post +Herald", line) for line in lines)
    assert any(re.search(r"How many  people killed: 14 +≠ at least 11 .*= same \[\d+\]", line) for line in lines)


def test_many_origins_are_counted() -> None:
    account, articles = ferry_account()
    row = account.matrix[0]
    more = tuple(replace(cell, origin=cell.origin + 3) for cell in row.cells)
    many = replace(account, origins=account.origins * 3, matrix=(replace(row, cells=(row.cells + more)),) * 14)
    lines = render(many, articles, width=80, colour=False, tables=True).splitlines()
    assert any(re.search(r"Claim +same +differs +silent", line) for line in lines)
    assert any(re.search(r"people killed: 14 +. *= 4 .*≠ 2 +– 3", line) for line in lines)
    assert "  … and 2 more claims on the page" in lines


def test_a_toll_is_one_line_in_the_order_of_days() -> None:
    text = " ".join(render(*ferry_account(), width=120, colour=False).split())
    assert (
        "over time: at least 11 (2 November 2023, The Lorne Courier) → 14 (3 November 2023, Tidewire and Skarholm Post) "
        "→ 14 (4 November 2023, The Northern Herald)"
    ) in text


def test_doubtful_conflicts_come_after_the_sure_findings() -> None:
    account, articles = ferry_account()
    first = next(finding for finding in account.findings if finding.kind == "conflict")
    unsure = tuple(replace(f, confidence=0.4) if f is first else f for f in account.findings)
    text = render(replace(account, findings=unsure), articles, width=100, colour=False)
    assert "1 conflict · 1 to check · 1 update" in text
    places = [text.index(part) for part in ("  CONFLICT", "  ONE ORIGIN ONLY", "\nTO CHECK\n", "  TO CHECK  count")]
    assert places == sorted(places)
    assert text.count("CONFLICT  ") == 1
    assert "Crosswire is not sure enough" in text


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
    parts += [
        "WHICH ORIGIN SAYS WHAT",
        "FINDINGS",
        "  CONFLICT",
        "  UPDATE",
        "  CONFIRMED",
        "  AGREEMENT",
        "  ONE ORIGIN ONLY",
        "SOURCES",
    ]
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
    empty = replace(empty, last=None, independent_origins=0, matrix=())
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
