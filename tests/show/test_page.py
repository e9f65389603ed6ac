from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from accounts import article, ferry_account, proof
from lxml import html

from crosswire.model import Account, Article, Finding, MatrixCell, MatrixRow, Origin, Report, Title, Warn
from crosswire.show.marks import visible
from crosswire.show.page import render, render_index

NASTY = '<script>alert(1)</script> "quoted" \' onload=x \u202eevil \x1b[31m \x00 \ud800 --> {{ 7*7 }}'
Story = tuple[Account, tuple[Article, ...]]


def hostile() -> Story:
    """The ferry account with a fifth report, everything about which is hostile."""
    account, articles = ferry_account()
    told = article(f'x"><b>{NASTY}', f"First line.\n{NASTY} and so on.", f"Outlet {NASTY}", NASTY)
    told = replace(told, title=Title(NASTY), language='en"><b>', warnings=(Warn("odd", NASTY),))
    finding = Finding("conflict", "claim", NASTY, 0.5, 1, (NASTY,), (proof(told, NASTY),))
    report = Report(told.id, told.publisher, NASTY)
    origins = (*account.origins, Origin((told.id,), "unknown"))
    cells = tuple(MatrixCell(n, "differs", NASTY, (proof(told, NASTY),)) for n in range(4))
    rows = (MatrixRow("said", NASTY, NASTY, cells), *account.matrix)
    account = replace(account, title=NASTY, articles=(*account.articles, report), findings=(finding, *account.findings))
    return replace(account, origins=origins, matrix=rows), (*articles, told)


STORIES = {"one": [ferry_account()], "two": [ferry_account(), ferry_account()], "hostile": [hostile()], "none": []}


def read(text: str) -> Any:
    """A page, read back."""
    return html.document_fromstring(text)


@pytest.fixture(params=STORIES)
def page(request: pytest.FixtureRequest) -> Any:
    """Each of the pages in turn, read back."""
    return read(render(STORIES[request.param]))


def test_every_link_has_its_target_and_ids_are_unique(page: Any) -> None:
    ids = Counter(page.xpath("//@id"))
    assert set(ids.values()) == {1}
    assert all(re.fullmatch(r"[a-z0-9-]+", name) for name in ids)
    hrefs = page.xpath("//a/@href")
    assert [href for href in hrefs if not href.startswith("#") or href[1:] not in ids] == []
    referred = " ".join(page.xpath("//@aria-labelledby")).split()
    assert set(referred) <= set(ids)


def test_nothing_is_loaded_and_nothing_runs(page: Any) -> None:
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"]
    assert page.xpath("//script | //link | //img | //iframe | //object | //form | //base | //@src | //@srcset") == []
    assert not [name for element in page.iter() for name in element.attrib if str(name).startswith("on")]
    assert not re.search(r"url\(|@import|expression\(", page.findtext(".//style") or "")


def test_headings_come_in_order(page: Any) -> None:
    levels = [int(h.tag[1]) for h in page.xpath("//h1 | //h2 | //h3 | //h4 | //h5")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))


def test_a_page_can_be_read_by_all(page: Any) -> None:
    assert page.get("lang") == "en"
    assert page.xpath("//meta[@name='viewport']")
    assert page.xpath("//a[@class='skip']/@href") == ["#main"]
    assert all(table.find("caption") is not None for table in page.iter("table"))
    assert all(cell.get("scope") in {"row", "col"} for cell in page.iter("th"))
    assert all(link.text_content().strip() or link.get("aria-label") for link in page.iter("a"))


@pytest.mark.parametrize("name", ["one", "two", "hostile"])
def test_evidence_is_marked_character_for_character(name: str) -> None:
    page = read(render(STORIES[name]))
    for nth, (account, articles) in enumerate(STORIES[name]):
        places = {report.id: n for n, report in enumerate(account.articles)}
        for told in articles:
            (text,) = page.xpath(f"//article[@id='s{nth}-r{places[told.id]}']/div[contains(@class, 'text')]")
            for summary in text.findall(".//summary"):
                summary.drop_tree()
            assert text.text_content() == visible(told.text)
        for n, finding in enumerate(account.findings):
            (line,) = page.xpath(f"//*[@id='s{nth}-f{n}']")
            targets = [a.get("href")[1:] for a in line.xpath(".//a[@class='cite' or @class='num']")]
            words = ["".join(page.get_element_by_id(target).itertext()) for target in targets]
            assert sorted(words) == sorted(visible(e.quote) for e in finding.evidence)


def test_links_lead_both_ways() -> None:
    page = read(render([ferry_account()]))
    for part in page.xpath(
        "//*[re:test(@id, '^s0-[ftqgmo][0-9]+$')]", namespaces={"re": "http://exslt.org/regular-expressions"}
    ):
        for link in part.xpath(".//a[@class='cite' or @class='num']"):
            mark = page.get_element_by_id(link.get("href")[1:])
            number = mark.get("id").rpartition("e")[2]
            back = page.xpath(f"//a[@class='n'][@href='#{part.get('id')}'][contains(@aria-label, 'from {number} to')]")
            assert back, (part.get("id"), number)


def test_hostile_text_changes_nothing_but_text() -> None:
    text = render([hostile()])
    page = read(text)
    assert "{{ 7*7 }}" in text
    assert page.xpath("//b[not(parent::p[@class='masthead'])]/@*") == []
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", text)
    text.encode("utf-8")
    (told,) = page.xpath("//article[@id='s0-r4']/div[contains(@class, 'text')]")
    assert told.get("lang") == ""
    assert visible(NASTY) in told.text_content()


def cells(page: Any) -> list[list[str]]:
    """The words of the matrix, row by row, without the names that are shown on a phone only."""
    for name in page.xpath("//td/span[@class='who']"):
        name.drop_tree()
    rows = page.xpath("//table[contains(@class, 'matrix')]/tbody/tr")
    return [[" ".join(cell.text_content().split()) for cell in row] for row in rows]


def test_the_matrix_says_what_each_origin_says() -> None:
    page = read(render([ferry_account()]))
    (table,) = page.xpath("//table[@class='matrix']")
    assert [th.text_content() for th in table.xpath("./thead//th")][1:] == [
        *("The Lorne Courier", "Tidewire and Skarholm Post", "The Northern Herald")
    ]
    dead, sank, captain = [[re.sub(r"( \d+)+$", " n", cell) for cell in row] for row in cells(page)]
    assert dead == [
        "How many people killed n",
        "≠ differs at least 11 (2 November 2023) n",
        *("= same n", "= same n"),
    ]
    assert sank[1:] == ["= same n", "= same n", "– silent"]
    assert captain == ["Who Odd Brandvik", "= same Captain n", "= same Captain n", "– silent"]


def test_rows_beyond_the_first_are_folded_and_counted() -> None:
    account, articles = ferry_account()
    page = read(render([(replace(account, matrix=account.matrix * 10), articles)]))
    assert len(cells(page)) == 30
    (folded,) = page.xpath("//details[@class='more']")
    assert folded.findtext("summary") == "18 more claims"
    assert len(folded.xpath(".//tbody/tr")) == 18


def test_many_origins_are_counted_instead_of_given_columns() -> None:
    account, articles = ferry_account()
    row = account.matrix[0]
    more = (*(replace(row.cells[n], origin=n + 3) for n in (0, 1, 2)), MatrixCell(6, "silent"))
    origins = account.origins + account.origins + account.origins[:1]
    page = read(render([(replace(account, origins=origins, matrix=(replace(row, cells=row.cells + more),)), articles)]))
    assert page.xpath("//table[@class='matrix counts']/thead//th/bdi/text()") == ["Same", "Differs", "Silent"]
    [[_, same, differs, silent]] = cells(page)
    assert same.startswith("= 4 Tidewire and Skarholm Post")
    assert differs.startswith("≠ 2 at least 11 (2 November 2023) The Lorne Courier")
    assert silent == "– 1"


def test_doubtful_conflicts_are_apart_to_be_checked() -> None:
    account, articles = ferry_account()
    first = next(finding for finding in account.findings if finding.kind == "conflict")
    unsure = tuple(replace(f, confidence=0.4) if f is first else f for f in account.findings)
    page = read(render([(replace(account, findings=unsure), articles)]))
    assert [" ".join(a.text_content().split()) for a in page.xpath("//ul[@class='tally']//a")][:3] == [
        *("1 conflict", "1 to check", "1 update")
    ]
    (apart,) = page.xpath("//section[@class='k-check']")
    assert apart.xpath("./h2/text()") == ["To check"]
    assert apart.xpath(".//p[@class='statement']/bdi/text()") == [first.statement]
    assert first.statement not in page.xpath("//section[@class='kind k-conflict']")[0].text_content()
    assert "1 to check" in read(render_index([("a.html", replace(account, findings=unsure))])).text_content()
    only = read(render([(replace(account, findings=(replace(first, confidence=0.4),)), articles)]))
    assert "Nothing but what is to be checked." in only.text_content()


def test_a_toll_is_shown_in_the_order_of_days() -> None:
    page = read(render([ferry_account()]))
    rows = page.xpath("//*[@id='s0-g0']//tbody/tr")
    assert [row.findtext("td/time") for row in rows] == ["2 Nov 2023", "3 Nov 2023", "3 Nov 2023", "4 Nov 2023"]


def test_the_foot_says_what_made_it_and_what_it_does_not_say() -> None:
    page = read(render([ferry_account()]))
    foot = page.find(".//footer").text_content()
    assert "Crosswire 0.1.0; en_core_web_sm 3.8.0" in foot
    assert "ab" * 32 in foot
    assert "Crosswire says what reports say and where they part; it never says which is true." in foot


def test_the_same_account_gives_the_same_page() -> None:
    assert render([ferry_account()]) == render([ferry_account()])
    account, articles = ferry_account()
    assert render([(account, articles[::-1])]) == render([(account, articles)])


def test_several_stories_have_a_table_of_contents() -> None:
    page = read(render(STORIES["two"]))
    assert page.xpath("//nav[@class='contents']//a/@href") == ["#s0-top", "#s1-top"]
    assert read(render(STORIES["one"])).xpath("//nav[@class='contents']") == []


def test_the_parts_of_an_account_are_listed_and_there() -> None:
    page = read(render([ferry_account()]))
    parts = page.xpath("//nav[@class='sections']//a")
    ids = page.xpath("//h1/@id | //h2/@id")
    assert [part.get("href")[1:] for part in parts] == ids[1:]
    account, articles = ferry_account()
    bare = replace(account, findings=(), timeline=(), quotations=(), figures=(), origins=(), matrix=())
    parts = read(render([(bare, articles)])).xpath("//nav[@class='sections']//a/text()")
    assert parts == ["Findings", "The reports"]


def test_days_can_be_read_by_machines() -> None:
    page = read(render([ferry_account()]))
    assert set(page.xpath("//time/@datetime")) == {"2023-03", "2023-07", *(f"2023-11-0{n}" for n in (2, 3, 4, 5))}
    assert page.xpath("//time[not(@datetime)]") == []


def test_an_index_names_each_page() -> None:
    account, _ = ferry_account()
    page = read(render_index([("a story&.html", account), ('x">javascript:.html', hostile()[0])]))
    assert page.xpath("//ol//a/@href") == ["a%20story%26.html", "x%22%3Ejavascript%3A.html"]
    assert "2 conflicts" in page.find(".//ol/li").text_content()


def test_an_article_that_is_missing_is_an_error() -> None:
    account, articles = ferry_account()
    with pytest.raises(KeyError):
        render([(account, articles[1:])])
