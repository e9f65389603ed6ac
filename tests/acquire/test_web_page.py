"""Web pages: kinds of blocks, what metadata are weighed how, and pages made to break a reader."""

from __future__ import annotations

import json
import time

import msgspec
import pytest

from crosswire.acquire import RawInput, read
from crosswire.model import Article

BODY = "".join(
    f"<p>The bridge at Oller was closed on Monday, said {name}, and will stay so until the river has fallen by a metre.</p>"
    for name in ("the mayor", "a ferryman", "the district engineer", "the owner of the inn")
)


def page(head: str = "", body: str = BODY, url: str | None = None) -> Article:
    data = f"<!DOCTYPE html><html><head>{head}</head><body><article>{body}</article></body></html>".encode()
    (found,) = read(RawInput("a.html", data, "a.html", url))
    assert isinstance(found, Article), found
    return found


def codes(found: Article) -> list[str]:
    return [warning.code for warning in found.warnings]


def test_text_is_title_and_blocks_divided_by_empty_lines() -> None:
    found = page("<title>Bridge closed</title>", "<h1>Bridge closed</h1>" + BODY)
    assert found.text.split("\n\n")[0] == "Bridge closed"
    assert [found.text[a:b] for a, b in (block.span for block in found.blocks)] == found.text.split("\n\n")
    assert [block.kind for block in found.blocks] == ["title"] + ["paragraph"] * 4


def test_headings_captions_lists_and_rows_are_told_apart() -> None:
    extra = "<figure><figcaption>The bridge in flood. Photo: A. Renn</figcaption></figure><p>The bridge in flood. Photo: A. Renn</p><h2>Detours</h2><ul><li>By Sund, for cars</li><li>By ferry, on foot</li></ul>"
    found = page("<title>Bridge closed at Oller</title>", BODY + extra + BODY)
    kinds = {found.text[a:b]: kind for kind, (a, b) in ((block.kind, block.span) for block in found.blocks)}
    assert kinds["Detours"] == "heading"
    assert kinds["The bridge in flood. Photo: A. Renn"] == "caption"
    assert kinds["By Sund, for cars"] == kinds["By ferry, on foot"] == "paragraph"


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ('<meta property="og:site_name" content="Oller Post"><title>Bridge closed | Oller Post</title>', "", "Bridge closed"),
        ("<title>Bridge closed - Oller Post</title>", "<h1>Bridge closed</h1>", "Bridge closed"),
        ('<meta property="og:title" content="River stops traffic">', "<h1>Bridge closed</h1>", "Bridge closed"),
        ('<meta property="og:site_name" content="Oller Post"><meta property="og:title" content="Bridge closed at Oller">', "<h1>Oller Post</h1>", "Bridge closed at Oller"),
        ('<meta property="og:title" content="Bridge closed at Oller">', "<h1><b>News</b> Bridge closed at Oller</h1>", "Bridge closed at Oller"),
        ("", "", None),
    ],
)  # fmt: skip
def test_titles(head: str, body: str, title: str | None) -> None:
    found = page(head, body + BODY)
    assert (found.title.text if found.title else None) == title


LINKED = '<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle", {}}}</script>'


@pytest.mark.parametrize(
    ("head", "body", "names"),
    [
        (
            LINKED.format(
                '"author": [{"@type": "Person", "name": "Ina Vold"}, {"@type": "Organization", "name": "Oller Post"}]'
            ),
            "",
            ["Ina Vold"],
        ),
        (LINKED.format('"author": {"name": "Ina Vold and Per Renn"}'), "", ["Ina Vold", "Per Renn"]),
        (LINKED.format('"author": [[{"givenName": "Ina", "familyName": "Vold"}], "Ina Vold"]'), "", ["Ina Vold"]),
        ('<meta name="author" content="https://oller.example/ina">', "", []),
        ('<meta name="author" content="By Ina Vold">', "", ["Ina Vold"]),
        ("", '<div class="byline">By <a rel="author">Ina Vold</a> | 3 May 2031</div>', ["Ina Vold"]),
        ("", '<div class="comment-author">Grumpy Reader</div>', []),
        ('<meta property="og:site_name" content="Oller Post"><meta name="author" content="Oller Post">', "", []),
    ],
)
def test_authors(head: str, body: str, names: list[str]) -> None:
    assert [author.name for author in page(head, body + BODY).authors] == names


@pytest.mark.parametrize(
    ("head", "url", "value", "basis"),
    [
        (
            '<meta property="article:published_time" content="2031-05-03T08:00:00+02:00">',
            None,
            "2031-05-03T08:00:00+02:00",
            "metadata",
        ),
        (
            '<meta property="article:modified_time" content="2031-05-09"><meta name="date" content="2031-05-03">',
            None,
            "2031-05-03",
            "metadata",
        ),
        (
            LINKED.format('"datePublished": "2031-05-03T08:00Z"'),
            "https://oller.example/2031/05/04/x",
            "2031-05-03T08:00Z",
            "metadata",
        ),
        ("", "https://oller.example/2031/05/04/bridge", "2031-05-04", "url"),
        ("", "https://oller.example/bridge-20", None, None),
        ("<!-- made 2031-05-05 -->", None, None, None),
    ],
)
def test_publication(head: str, url: str | None, value: str | None, basis: str | None) -> None:
    found = page(head, url=url).published
    assert (found.value if found else None, found.basis if found else None) == (value, basis)


def test_a_body_that_only_the_metadata_hold_is_read() -> None:
    stated = (
        "<p>"
        + "</p><p>".join(f"Part {n} of a long report on the bridge &amp; the river at Oller." for n in range(6))
        + "</p>"
    )
    found = page(LINKED.format(f'"headline": "Bridge closed", "articleBody": "{stated}"'), "<p>Loading</p>")
    assert found.text.split("\n\n") == [
        "Bridge closed",
        *(f"Part {n} of a long report on the bridge & the river at Oller." for n in range(6)),
    ]
    teaser = page(LINKED.format('"headline": "Bridge closed", "articleBody": "The bridge is closed."'))
    assert "said the mayor" in teaser.text


def test_the_first_publication_counts_not_the_update() -> None:
    stamps = '<p><time itemprop="dateModified" datetime="2031-05-09T08:00:00Z">9 May</time> <time itemprop="datePublished" datetime="2031-05-03T08:00:00Z">3 May</time></p>'
    found = page(body=BODY + stamps).published
    assert found
    assert found.value == "2031-05-03T08:00:00Z"


def test_a_page_without_an_article_is_kept() -> None:
    found = page("<title>Oller Post</title>", "<form><input></form>")
    assert (found.text, codes(found)) == ("Oller Post", ["no-article"])
    (empty,) = read(RawInput("a.html", b"", "a.html"))
    assert isinstance(empty, Article)
    assert (empty.text, codes(empty)) == ("", ["no-article"])


def test_a_charset_that_lies_is_found_out() -> None:
    data = '<html><head><meta charset="utf-8"><title>Brücke über die Öse gesperrt</title></head>'.encode("cp1252")
    (found,) = read(RawInput("a.html", data, "a.html"))
    assert isinstance(found, Article)
    assert found.text == "Brücke über die Öse gesperrt"
    assert codes(found) == ["encoding", "no-article"]


@pytest.mark.parametrize(
    "charset", ["idna", "punycode", "unicode_escape", "utf-7", "hex", "undefined", "nonsense", "utf-32"]
)
def test_a_charset_that_no_page_has_is_passed_over(charset: str) -> None:
    data = f'<html><head><meta charset="{charset}"><title>Brücke \\ud800 xn--a</title></head>'.encode("cp1252")
    (found,) = read(RawInput("a.html", data, "a.html"))
    assert isinstance(found, Article)
    assert found.text == "Brücke \\ud800 xn--a"


def test_half_a_character_in_metadata_is_replaced() -> None:
    found = page(LINKED.format(r'"headline": "Bridge \ud800 closed", "author": "Ina\udfff Vold"'))
    assert found.title
    assert found.title.text == "Bridge \ufffd closed"
    assert msgspec.json.encode(found)


HOSTILE = {
    "nested": b"<html><body>" + b"<div>" * 100_000 + b"words",
    "nested inline": b"<html><body>" + b"<b>" * 100_000 + b"words",
    "nested tables": b"<html><body>" + b"<table><tr><td>" * 30_000 + b"words",
    "nested JSON-LD": b'<html><script type="application/ld+json">' + b"[" * 100_000 + b"</script><p>words",
    "wide JSON-LD": b'<html><script type="application/ld+json">[' + b'{"@graph":[{}]},' * 50_000 + b"{}]</script><p>words",
    "entities": b'<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa">' + b"".join(b'<!ENTITY a%d "&a%d;&a%d;&a%d;">' % (n, n - 1, n - 1, n - 1) for n in range(1, 40)) + b"]><html><body><p>&a39;</p>",
    "external": b'<?xml version="1.0"?><!DOCTYPE html SYSTEM "http://203.0.113.1/x.dtd" [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>&x;',
    "one line": b"<html><body><p>" + b"a" * 1_000_000,
    "attributes": b"<html><body><p " + b'a="b" ' * 100_000 + b">words",
    "many metas": b"<html><head>" + b'<meta name="author" content="Ina Vold">' * 20_000,
    "many bylines": b"<html><body>" + b'<p class="byline">1</p>' * 20_000,
    "many short paragraphs": b"<html><body>" + b"<p>one two</p>" * 4_900,
    "deep text": b"<html><body><article>" + b"<p>x<br>" * 20_000,
}  # fmt: skip


@pytest.mark.parametrize("body", ["<div>" * 300 + "words", "<p>" + "word " * 2_100_000])
def test_what_the_parser_leaves_out_is_said(body: str) -> None:
    assert "cut" in codes(page("<title>Bridge closed</title>", body))


@pytest.mark.parametrize("name", HOSTILE)
def test_a_page_made_to_break_a_reader_does_not(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    start = time.perf_counter()
    (found,) = read(RawInput("a.html", HOSTILE[name], "a.html"))
    assert isinstance(found, Article)
    assert "root:" not in found.text
    assert time.perf_counter() - start < 20
    assert capfd.readouterr().err == ""


def test_a_body_that_only_a_script_holds_is_read() -> None:
    stated = "".join(f"<p>Part {n} of a long report on the bridge at Oller, told by the {n}th ferryman. " + "It stays shut. " * 12 + "</p>" for n in range(4))  # fmt: skip
    state = json.dumps({"id": "x", "html": f"{stated}<div class='caption'><p>The bridge. Photo: A. Renn</p></div>"})
    found = page(
        "<title>Bridge closed</title>", f"<script>window.__S = {state.replace('<', chr(92) + 'u003c')}</script>"
    )
    kinds = [block.kind for block in found.blocks]
    assert kinds == ["title"] + ["paragraph"] * 4 + ["caption"]
    assert codes(found) == []


def test_an_article_in_several_frames_is_read_whole() -> None:
    def frame(n: int) -> str:
        words = "".join(
            f"<p>In part {n}.{m} the mayor of Oller said that the bridge stays shut until the water has fallen by a metre.</p>"
            for m in range(3)
        )
        return f"<div class='article__content'>{words}</div><div class='ad'>Advertisement</div>"

    found = page("<title>Bridge closed</title>", "".join(frame(n) for n in range(5)))
    assert all(f"In part {n}.{m} " in found.text for n in range(5) for m in range(3))


def test_an_article_in_an_aside_and_a_notice_in_the_page() -> None:
    notice = f"<div id='cookie-banner'>{'<p>We and our partners store cookies on your device, as the list of our partners says.</p>' * 20}</div>"
    found = page("<title>Bridge closed</title>", f"{notice}<aside>{BODY}</aside><nav>{'<a>News</a> ' * 40}</nav>")
    assert "said the mayor" in found.text
    assert "cookies" not in found.text


def published(head: str = "", body: str = BODY, url: str | None = None, retrieved: str | None = None) -> Article:
    data = f"<!DOCTYPE html><html><head>{head}</head><body><article><h1>Bridge closed</h1>{body}</article></body></html>".encode()
    (found,) = read(RawInput("a.html", data, "a.html", url, retrieved=retrieved))
    assert isinstance(found, Article)
    return found


UTC = '<meta property="article:published_time" content="2031-05-03T22:03:00Z">'


@pytest.mark.parametrize(
    ("beside", "value"),
    [
        ('<p><time datetime="2031-05-04T00:03:00+02:00">4 May</time></p>', "2031-05-04T00:03:00+02:00"),
        ('<div class="publish-date">May 4, 2031 - 9:03AM</div>', "2031-05-04T09:03+11:00"),
        ('<div class="publish-date">May 4, 2031 - 9:17AM</div>', "2031-05-03T22:03:00Z"),
        ('<div class="date-updated">Updated May 4, 2031 - 9:03AM</div>', "2031-05-03T22:03:00Z"),
        ("<div>May 4, 2031 - 9:03AM</div>", "2031-05-03T22:03:00Z"),
    ],
)
def test_the_day_is_that_of_the_page_s_own_zone(beside: str, value: str) -> None:
    found = published(UTC, beside + BODY).published
    assert found
    assert found.value == value


def test_the_date_beside_the_headline() -> None:
    found = published("", '<dl><dt>Date:</dt><dd id="date_posted">3 May 2031</dd></dl>' + BODY).published
    assert found
    assert (found.value, found.basis) == ("2031-05-03", "metadata")
    night = published("", '<p><time datetime="2031-05-03T23:30:00-05:00">3 May</time></p>' + BODY, "https://oller.example/2031/05/04/x").published  # fmt: skip
    assert night
    assert night.value == "2031-05-03T23:30:00-05:00"
    far = published("", '<p><time datetime="2031-05-09T23:30:00-05:00">9 May</time></p>' + BODY, "https://oller.example/2031/05/04/x").published  # fmt: skip
    assert far
    assert far.value == "2031-05-04"


def test_the_order_of_day_and_month_is_decided_by_the_page_s_other_dates() -> None:
    open_date = '<meta name="date" content="03/05/2031">'
    unread = published(open_date)
    assert (unread.published, codes(unread)) == (None, ["published"])
    found = published(open_date, url="https://oller.example/2031/05/03/bridge").published
    assert found
    assert (found.value, found.because) == (
        "2031-05-03",
        "date in the page's metadata, read by the page's other dates",
    )


def test_a_date_after_the_retrieval_is_refused() -> None:
    head = '<meta property="article:published_time" content="2031-05-03T08:00:00Z">'
    assert published(head, retrieved="2031-05-03T09:00:00Z").published
    refused = published(head, retrieved="2031-05-01T09:00:00Z")
    assert (refused.published, codes(refused)) == (None, ["published"])
    other = published(head, url="https://oller.example/2031/04/30/bridge", retrieved="2031-05-01T09:00:00Z").published
    assert other
    assert other.value == "2031-04-30"


@pytest.mark.parametrize(
    ("modified", "updated"),
    [("2031-05-09T08:00:00Z", "2031-05-09T08:00:00Z"), ("2031-05-03T08:00:00Z", None), ("2031-05-01", None), ("2031-06-09", None)],
)  # fmt: skip
def test_the_last_update_is_kept_beside_the_publication(modified: str, updated: str | None) -> None:
    head = f'<meta property="article:published_time" content="2031-05-03T08:00:00Z"><meta property="article:modified_time" content="{modified}">'
    found = published(head, retrieved="2031-05-20").published
    assert found
    assert (found.value, found.updated) == ("2031-05-03T08:00:00Z", updated)


AUTHOR_CASES = [
    ('<meta name="author" content="Ina Vold, Money Reporter">', "", ["Ina Vold"]),
    ('<meta name="author" content="Ina Vold MPH, RD">', "", ["Ina Vold"]),
    ('<meta name="author" content="Ina Vold | The Sund Journal">', "", ["Ina Vold"]),
    (
        "",
        '<div class="byline"><a rel="author"><i>Ina Vold</i></a> <a class="author-name">Ina Vold</a></div>',
        ["Ina Vold"],
    ),
    (
        '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ina Vold">',
        "",
        ["Ina Vold"],
    ),
    ('<meta name="twitter:label1" content="Reading time"><meta name="twitter:data1" content="Ten Minutes">', "", []),
    ("", '<h1>Bridge closed</h1><div>By <a href="/people/ina-vold/">Ina Vold</a></div>', ["Ina Vold"]),
    ("", '<h1>Bridge closed</h1><div><a href="/people/x/">Top Stories</a></div>', []),
    (
        "",
        '<h1>A</h1><div><a href="/author/p-renn">P Renn</a></div><div>By <a href="/author/ina_vold">Ina Vold</a></div>',
        ["Ina Vold"],
    ),
]


@pytest.mark.parametrize(("head", "body", "names"), AUTHOR_CASES)
def test_bylines_are_cleaned(head: str, body: str, names: list[str]) -> None:
    assert [author.name for author in page(head, body + BODY + "<p>" + "The water rises. " * 20 + "</p>").authors] == names  # fmt: skip


def test_an_outlet_is_no_writer_where_a_person_is_named() -> None:
    head = LINKED.format('"author": {"name": "Oller Post"}, "publisher": {"name": "The Oller Post"}')
    found = page(
        head + '<meta name="author" content="Oller-Post">',
        '<p class="byline">By Ina Vold</p>' + BODY,
        "https://www.oller-post.example/a",
    )
    assert [author.name for author in found.authors] == ["Ina Vold"]
