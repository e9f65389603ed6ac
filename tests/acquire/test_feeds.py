"""RSS, Atom and JSON Feed: one article for each entry, the true publisher named, bad feeds told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.acquire import RawInput, read
from crosswire.model import Article, Rejection

FEEDS = Path(__file__).parent / "feeds"
HEAD = '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Vesk Courier</title>'


def records(data: bytes | str, name: str = "a.rss") -> list[Article | Rejection]:
    return list(read(RawInput(name, data if isinstance(data, bytes) else data.encode(), name)))


def entry(inner: str, around: str = "") -> Article:
    (found,) = records(f"{HEAD}{around}<item>{inner}</item></channel></rss>")
    assert isinstance(found, Article), found
    return found


def stored(name: str) -> list[Article]:
    return [one for one in records((FEEDS / name).read_bytes(), name) if isinstance(one, Article)]


def codes(article: Article) -> list[str]:
    return [warning.code for warning in article.warnings]


def test_an_entry_of_rss_gives_its_fields() -> None:
    mill, ferry = stored("vesk.rss")
    assert mill.id == "vesk.rss#vesk-1201"
    assert mill.source.url == "https://courier.example/2031/mill"
    assert mill.publisher == "Orrin Wire"  # the source that the entry names, not the feed
    assert mill.credits == ("Lund Picture Desk",)
    assert [author.name for author in mill.authors] == ["Pell Ansgar", "Ena Tull"]
    assert mill.published is not None
    assert mill.published.value == "2031-04-17T10:00:00+02:00"
    assert mill.title is not None
    assert mill.title.text == "Mill & weir closed at Vesk"
    assert "Workers at the gate" not in mill.text
    assert [(block.kind, block.span.of(mill.text)) for block in mill.blocks][1:] == [
        ("paragraph", "The mill on Ash Street was closed on Thursday & will not open again,\nthe town clerk said."),
        ("heading", "What comes next"),
        ("paragraph", "A hearing in May"),
        ("paragraph", "A sale in June"),
        ("caption", "The gate of the mill"),
    ]
    assert ferry.publisher == "Vesk Courier"
    assert codes(ferry) == ["summary-only"]


def test_an_entry_of_atom_gives_its_fields() -> None:
    bridge, market = stored("orrin.atom")
    assert (bridge.publisher, bridge.language) == ("Agence du Ponant", "fr")
    assert [author.name for author in bridge.authors] == ["Ysolde Marrec", "Tom Keravel"]
    assert bridge.published is not None
    assert bridge.published.value == "2031-04-17T08:15:00+02:00"
    assert bridge.published.because == "published; updated 2031-04-18T09:00:00+02:00"
    assert market.published is not None
    assert market.published.because is not None
    assert "later version" in market.published.because


def test_an_entry_of_atom_without_authors_has_those_of_the_feed_and_one_of_rss_has_none() -> None:
    atom = '<feed xmlns="http://www.w3.org/2005/Atom"><title>Q</title><author><name>Ysolde Marrec</name></author><entry><id>1</id><content>Words.</content></entry></feed>'
    (found,) = records(atom)
    assert isinstance(found, Article)
    assert [author.name for author in found.authors] == ["Ysolde Marrec"]
    assert (
        entry("<description>W.</description>", "<managingEditor>a@b.example (Pell Ansgar)</managingEditor>").authors
        == ()
    )


def test_an_entry_of_rss_1_gives_its_fields() -> None:
    (bridge,) = stored("tarn.rdf")
    assert bridge.text == "Brücke über die Tarn gesperrt\n\nDie Brücke bleibt bis Mai gesperrt."
    assert bridge.published is not None
    assert (bridge.published.value, bridge.published.because) == ("2031-04-16T18:00:00+02:00", "published")
    assert (bridge.language, [author.name for author in bridge.authors]) == ("de", ["Jörn Hallig"])


def test_an_item_of_json_feed_gives_its_fields() -> None:
    crane, tides, lights = stored("harbour.json")
    assert crane.source.url == "https://harbour.example/crane"
    assert [author.name for author in crane.authors] == ["Mara Quill"]
    assert [author.name for author in tides.authors] == ["Ib Sorrel"]
    assert (tides.id, tides.published) == ("harbour.json#4", None)
    assert tides.text == "Tide table\n\nHigh water is at six.\n\nLow water is at noon."
    assert codes(lights) == ["summary-only"]


def test_entries_are_articles_and_rejections_and_none_is_lost() -> None:
    assert len(records((FEEDS / "harbour.json").read_bytes(), "harbour.json")) == 5
    assert len(records((FEEDS / "vesk.rss").read_bytes())) == 3


def test_a_feed_is_known_without_its_ending() -> None:
    assert len(records((FEEDS / "vesk.rss").read_bytes(), "download")) == 3
    assert len(records((FEEDS / "orrin.atom").read_bytes(), "feed.xml")) == 2


def test_a_date_that_cannot_be_read_is_said() -> None:
    article = entry("<description>Words.</description><pubDate>next Thursday</pubDate>")
    assert article.published is None
    assert "published" in codes(article)


@pytest.mark.parametrize("zone", ["EST", "-0500"])
def test_the_zone_stays_as_written(zone: str) -> None:
    article = entry(f"<description>Words.</description><pubDate>Thu, 17 Apr 2031 10:00:00 {zone}</pubDate>")
    assert article.published is not None
    assert article.published.value == "2031-04-17T10:00:00-05:00"


def test_text_is_not_rewritten() -> None:
    words = 'He said "no" -- then… left; 5 &amp;lt; 6 &#8217;tis — “so”'
    assert entry(f"<content:encoded>&lt;p&gt;{words}&lt;/p&gt;</content:encoded>").text == (
        'He said "no" -- then… left; 5 < 6 ’tis — “so”'
    )


def test_the_fullest_content_is_read_whatever_the_order() -> None:
    full = "<content:encoded>&lt;p&gt;The whole text of it.&lt;/p&gt;</content:encoded>"
    short = "<description>In short.</description>"
    assert entry(full + short).text == entry(short + full).text == "The whole text of it."


def test_a_broken_feed_is_read_as_far_as_it_goes() -> None:
    found = records(
        f"{HEAD}<item><title>One & two</title><description>Words &nbsp; here.</description></item><item><title>cut"
    )
    assert isinstance(found[0], Article)
    assert found[0].text == "One & two\n\nWords here."
    assert "broken" in codes(found[0])


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (f"{HEAD}</channel></rss>", "a.rss", "no entries"),
        ('{"version": "https://jsonfeed.org/version/1", "items": []}', "a.json", "no entries"),
        ("<!DOCTYPE html><html><head><title>404</title></head></html>", "a.rss", "it is a web page, not a feed"),
        ("<html><body>Sign in</body></html>", "a.atom", "it is a web page, not a feed"),
        ("<note><to>you</to></note>", "a.rss", "no feed"),
        ("", "a.rss", "empty"),
        ("just words", "a.rss", "broken"),
    ],
)
def test_what_is_no_feed_is_one_rejection_with_a_remedy(data: str, name: str, reason: str) -> None:
    (found,) = records(data, name)
    assert isinstance(found, Rejection)
    assert reason in found.reason
    assert found.remedy


@pytest.mark.parametrize("data", ["<!DOCTYPE html><html>", "{", "[]", '{"items": 3}', "[" * 100_000, "\x00\x01" * 40])
def test_what_is_no_json_feed_is_one_rejection(data: str) -> None:
    (found,) = read(RawInput("a", data.encode(), "a", media_type="application/feed+json"))
    assert isinstance(found, Rejection)


def test_links_that_are_no_web_addresses_are_left_out() -> None:
    assert entry("<description>W.</description><link>javascript:alert(1)</link>").source.url is None
    assert entry("<description>W.</description><link>http://[x</link>").source.url is None


@pytest.mark.parametrize(
    "inner",
    [
        "<b>" * 100_000,
        "<![CDATA[" * 20_000,
        "&" * 100_000,
        "<!--" * 20_000,
        "a" * 1_000_000,
        "<description><![CDATA[" + "<b>" * 50_000 + "]]></description>",
    ],
    ids=["nested", "cdata", "ampersands", "comments", "long", "nested-html"],
)
def test_hostile_feeds_are_answered(inner: str) -> None:
    assert records(f"{HEAD}<item>{inner}</item></channel></rss>")


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["name", "id", "title", "content_html", "summary", "date_published", "x"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)
ITEM = st.dictionaries(
    st.sampled_from(
        [
            "id",
            "url",
            "title",
            "content_html",
            "content_text",
            "summary",
            "date_published",
            "authors",
            "author",
            "language",
        ]
    ),
    VALUES,
)


@settings(deadline=None, max_examples=80)
@given(
    st.lists(ITEM | VALUES, min_size=1, max_size=4),
    st.dictionaries(st.sampled_from(["title", "language", "authors"]), VALUES),
)
def test_any_json_feed_gives_a_record_for_each_item(items: list[object], feed: dict[str, object]) -> None:
    data = json.dumps({"version": "https://jsonfeed.org/version/1.1", **feed, "items": items})
    assert len(records(data, "a.json")) == len(items)


MARKUP = st.lists(
    st.sampled_from(
        ["<item>", "</item>", "<title>", "</title>", "<link>", "</link>", "<guid>", "</guid>", "<description>", "</description>", "<pubDate>",
         "Thu, 17 Apr 2031", "</pubDate>", "<source url='x'>", "</source>", "<media:credit>", "</media:credit>", "<dc:date>", "2031-02-30", "</dc:date>",
         "<author>", "a@b.c (N)", "</author>", "<![CDATA[", "]]>", "&amp;", "&nbsp;", "&", "<", "words ", "http://[", "\ud800", "\x00", "<enclosure url='é'/>"]
    ),
    max_size=25,
).map("".join)  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(MARKUP, st.booleans())
def test_any_feed_is_answered(inner: str, whole: bool) -> None:  # noqa: FBT001
    data = HEAD + inner + ("</channel></rss>" if whole else "")
    for one in records(data.encode("utf-8", "surrogatepass")):
        if isinstance(one, Article):
            assert "\n\n".join(block.span.of(one.text) for block in one.blocks) == one.text
        else:
            assert one.reason
