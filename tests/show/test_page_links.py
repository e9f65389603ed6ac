"""Links from evidence to the page that it was read from, opened at its words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from accounts import article, ferry_account, proof
from lxml import html

from crosswire.anchors import selector
from crosswire.model import Account, Article, Evidence, Finding, Report, Source, Span
from crosswire.show.page import render

WORDS = "the bridge at Oller was shut"
TEXT = f"On Monday {WORDS}, the mayor said. It was old.\n{'No comment. ' * 40}"


def story(url: str | None, words: str = WORDS) -> tuple[Account, tuple[Article, ...]]:
    """The ferry account with a finding that rests on a web page of an address."""
    account, articles = ferry_account()
    page = replace(article("page.html", TEXT, "Oller Post"), source=Source(None, url, "text/html", "0" * 64))
    shown = proof(page, words)
    shown = replace(shown, selector=selector(page.text, shown.span))
    finding = Finding("single-source", "claim", "A bridge was shut.", 0.5, 1, (), (shown,))
    conflict = replace(finding, kind="conflict")
    report = Report(page.id, page.publisher, None)
    account = replace(account, articles=(*account.articles, report), findings=(conflict, finding, *account.findings))
    return account, (*articles, page)


def opened(url: str | None, words: str = WORDS) -> list[dict[str, str]]:
    links = html.document_fromstring(render([story(url, words)])).iter("a")
    return [{str(k): str(v) for k, v in one.attrib.items()} for one in links if one.get("class") == "open"]


def test_evidence_of_a_page_opens_it_at_the_words() -> None:
    (link,) = opened("https://oller.example/a?x=1&y=2")
    assert link["href"] == "https://oller.example/a?x=1&y=2#:~:text=the%20bridge%20at%20Oller%20was%20shut"
    assert link["rel"] == "noopener noreferrer"
    assert "open the page at these words" in link["aria-label"]


def test_words_that_stand_twice_open_the_page_at_its_top_and_say_so() -> None:
    account, articles = story("https://oller.example/a")
    page = articles[-1]
    middle = page.text.index("No comment.") + 12 * 20
    shown = Evidence(page.id, Span(middle, middle + 11), "No comment.", selector(page.text, Span(middle, middle + 11)))
    finding = Finding("conflict", "claim", "Nobody speaks.", 0.5, 1, (), (shown,))
    rendered = render([(replace(account, findings=(finding,)), articles)])
    (link,) = [one for one in html.document_fromstring(rendered).iter("a") if one.get("class") == "open"]
    assert link.get("href") == "https://oller.example/a"
    assert "more than once" in str(link.get("title"))


@pytest.mark.parametrize("url", [None, "javascript:alert(1)", "data:text/html,x", "file:///etc/hosts", "ftp://oller.example/a"])  # fmt: skip
def test_no_other_address_is_linked(url: str | None) -> None:
    assert opened(url) == []


def test_an_address_made_to_break_out_of_its_attribute_does_not() -> None:
    assert [link["href"][:8] for link in opened('https://a.example/"><script>alert(1)</script>')] == ["https://"]
    rendered = render([story('https://a.example/"><script>alert(1)</script>')])
    assert "<script" not in rendered
