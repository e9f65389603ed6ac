"""ninjs, NewsML-G2, NewsML 1 and NITF: every word read, dates and credits in their place, withdrawals honoured."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from update_pages import PACKAGES, all_expected, result_of

from crosswire.acquire import RawInput, read
from crosswire.model import Article, Rejection, Span

HERE = Path(__file__).parent
EXAMPLES = HERE.parent.parent.parent / "shared" / "gold" / "formats"
BOMB = b"<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>"
REACHING = b"<!DOCTYPE x [<!ENTITY a SYSTEM 'http://127.0.0.1:9/secret'>]>"


def records(data: bytes | str, name: str = "a.xml") -> list[Article | Rejection]:
    return list(read(RawInput(name, data if isinstance(data, bytes) else data.encode(), name)))


def one_article(data: bytes | str, name: str = "a.xml") -> Article:
    (found,) = records(data, name)
    assert isinstance(found, Article), found
    return found


def one_rejection(data: bytes | str, name: str = "a.xml") -> Rejection:
    (found,) = records(data, name)
    assert isinstance(found, Rejection), found
    return found


def stored(name: str) -> dict[str, Article]:
    path = HERE / "newsroom" / name
    return {one.id: one for one in records(path.read_bytes(), name) if isinstance(one, Article)}


def blocks(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(article.text)) for block in article.blocks]


# --- stored inputs ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", PACKAGES, ids=lambda path: path.name)
def test_a_stored_package_reads_as_stored(path: Path) -> None:
    assert msgspec.json.decode(all_expected(path)) == msgspec.json.decode(result_of(path).read_bytes())


@pytest.mark.parametrize("path", PACKAGES, ids=lambda path: path.name)
def test_every_span_names_what_it_says(path: Path) -> None:
    for one in records(path.read_bytes(), path.name):
        if isinstance(one, Article):
            assert "\n\n".join(text for _, text in blocks(one)) == one.text
            assert one.title is None or (one.title.span and one.title.span.of(one.text) == one.title.text)
            assert all(author.span is None or author.span.of(one.text) == author.name for author in one.authors)


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(PACKAGES), st.data())
def test_a_damaged_package_is_answered(path: Path, data: st.DataObject) -> None:
    bytes_ = path.read_bytes()
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(bytes_))] * 2)))
    noise = data.draw(
        st.sampled_from([b"", b"<", b"]]>", b"\x00", b"\xff", b"&a;", b'"', b"}", b"<p>" * 50, b"\\ud800"])
    )
    found = records(bytes_[:start] + noise + bytes_[end:], path.name)
    assert found
    for one in found:
        assert msgspec.json.decode(msgspec.json.encode(one), type=type(one)) == one


# --- ninjs ------------------------------------------------------------------------------------------------------------


def item(**more: object) -> str:
    return json.dumps({"uri": "urn:x:1", "versioncreated": "2031-04-17T10:00:00Z", "body_text": "Words.", **more})


def test_a_ninjs_item_gives_its_fields() -> None:
    article = stored("ferry-1.json")["https://wire.example/items/ferry-77"]
    assert article.title is not None
    assert article.title.text == "Ferry aground off Tarn"
    assert [author.name for author in article.authors] == ["Pell Ansgar", "Ena d'Orrin"]
    assert article.credits == ("Vesk Courier",)
    assert (article.publisher, article.language, article.version) == ("Orrin Wire", "en", "2")
    assert article.published is not None
    assert article.published.value == "2031-04-17T09:00:00+02:00"
    assert article.published.because == "firstcreated; versioncreated 2031-04-17T11:20:00+02:00"
    assert blocks(article)[-3:] == [
        ("heading", "Rescue"),
        ("paragraph", "All were brought ashore."),
        ("caption", "The ferry on the sands of Tarn."),
    ]


def test_an_item_inside_another_is_an_article_of_its_own() -> None:
    assert stored("ferry-1.json")["https://wire.example/items/ferry-78"].text.endswith("aground in 2029.")


@pytest.mark.parametrize("status", ["canceled", "cancelled", "withheld", "stat:canceled"])
def test_a_withdrawn_item_is_refused(status: str) -> None:
    assert "the agency withdrew it" in one_rejection(item(pubstatus=status), "a.json").reason


def test_a_kill_in_the_note_is_honoured_and_another_note_is_not() -> None:
    assert "killed" in one_rejection(item(ednote="MANDATORY KILL: wrong in whole"), "a.json").reason
    assert one_article(item(ednote="Killing of whales, part two"), "a.json").warnings == ()


def test_a_correction_is_a_warning_that_names_the_version() -> None:
    (warning,) = one_article(item(ednote="Corrects the day.", version=3), "a.json").warnings
    assert warning.code == "correction"
    assert "version 3" in warning.message
    assert "Corrects the day." in warning.message


@pytest.mark.parametrize("kind", ["picture", "video", "audio", "graphic", "event", "planning"])
def test_an_item_without_words_is_refused_by_its_kind(kind: str) -> None:
    bare = json.dumps({"uri": "urn:x:1", "type": kind, "headline": "h", "description_text": "d", "pubstatus": "usable"})
    assert one_rejection(bare, "a.json").reason.startswith("there is no text in it (a")


def test_a_text_item_with_only_a_description_is_read_with_a_warning() -> None:
    article = one_article(
        json.dumps({"uri": "u", "type": "text", "description_text": "Short.", "pubstatus": "usable"}), "a.json"
    )
    assert [warning.code for warning in article.warnings] == ["summary-only"]


def test_the_fullest_body_is_read_marked_up_ones_first() -> None:
    nitf = "<nitf><body><body.content><p>The lead.</p><p>The rest of it.</p></body.content></body></nitf>"
    bodies = [
        {"role": "text", "contenttype": "text/plain", "value": "The rest of it."},
        {"role": "nitf", "contenttype": "text/vnd.IPTC.NITF", "value": nitf},
    ]
    assert one_article(item(body_text="", bodies=bodies), "a.json").text == "The lead.\n\nThe rest of it."
    short = {"role": "html", "contenttype": "text/html", "value": "<p>Teaser.</p>"}
    assert one_article(item(body_text="", bodies=[short, *bodies]), "a.json").text == "The lead.\n\nThe rest of it."
    cut = {"role": "nitf", "contenttype": "text/vnd.IPTC.NITF", "value": nitf[:60]}
    (warning,) = one_article(item(body_text="", bodies=[bodies[0], cut]), "a.json").warnings
    assert warning.code == "body"


def test_the_latest_version_in_a_list_stands() -> None:
    listed = f"[{item(version='9', body_text='Old.')}, {item(version='10', body_text='New.')}, {item(version='2')}]"
    found = records(listed, "a.json")
    assert [one.text for one in found if isinstance(one, Article)] == ["New."]
    assert sorted(one.reason[:9] for one in found if isinstance(one, Rejection)) == ["version 2", "version 9"]


def test_a_withdrawn_last_version_withdraws_the_earlier_ones() -> None:
    found = records(f"[{item(version='1')}, {item(version='2', pubstatus='canceled')}]", "a.json")
    assert all(isinstance(one, Rejection) for one in found)
    assert len(found) == 2


def test_plain_json_is_no_ninjs() -> None:
    assert (
        one_article('{"uri": "u", "text": "Words.", "headline": "h"}', "a.json").source.media_type == "application/json"
    )


def test_half_characters_do_not_break_a_record() -> None:
    assert "\ufffd" in one_article(item(body_text="a \ud800 b"), "a.json").text


@pytest.mark.parametrize(
    "more",
    [
        {"by": "and " * 50_000},
        {"by": "(" * 50_000},
        {"ednote": "K" * 500_000},
        {"versioncreated": "2" * 500_000},
        {"body_text": "a\n" * 50_000},
        {"body_text": "\n \n" * 100_000 + "end"},
        {"body_xhtml": "a<br>" * 50_000},
        {"body_xhtml": "<p>" * 50_000},
        {"descriptions": [{"value": f"word {n}"} for n in range(3_000)]},
        {"version": "9" * 5_000},
    ],
    ids=lambda more: next(iter(more)),
)
def test_items_made_to_be_slow_are_read(more: dict[str, object]) -> None:
    assert one_article(item(**more), "a.json").text


def test_a_deeply_nested_item_is_refused() -> None:
    assert "nested too deep" in one_rejection('{"uri":"u","bodies":' + "[" * 100_000, "a.ninjs").reason


# --- NewsML-G2, NewsML 1, NITF ----------------------------------------------------------------------------------------


def test_a_newsml_message_gives_its_items() -> None:
    found = records((HERE / "newsroom" / "quay.xml").read_bytes(), "quay.xml")
    assert len(found) == 6  # as many as the message has items
    crane = stored("quay.xml")["urn:newsml:orrin.example:crane"]
    assert (crane.publisher, crane.version, crane.language) == ("Orrin Wire", "2", "en")
    assert [author.name for author in crane.authors] == ["Pell Ansgar"]
    assert "Harbour Radio" in crane.credits
    assert crane.published is not None
    assert crane.published.value == "2031-05-02T07:00:00-05:00"
    assert crane.dateline is not None
    assert crane.dateline.place == "Lund"
    assert {warning.code for warning in crane.warnings} == {"embargo", "correction"}
    assert ("heading", "Inquiry") in blocks(crane)
    assert "Two were hurt" not in crane.text


def test_nitf_inside_newsml_gives_headline_and_byline() -> None:
    tides = stored("quay.xml")["urn:newsml:orrin.example:tides"]
    assert blocks(tides) == [
        ("title", "Tides turn"),
        ("byline", "By Ib Sorrel, Staff Reporter"),
        ("heading", "Early, too"),
        ("paragraph", "The tide turned early at Lund."),
        ("caption", "The pier at low water"),
    ]


def test_what_a_message_holds_beside_its_reports_is_passed_over() -> None:
    found = records((HERE / "newsroom" / "quay.xml").read_bytes(), "quay.xml")
    refused = {one.input.rpartition(":")[2].rstrip(")"): one.passed_over for one in found if isinstance(one, Rejection)}
    assert refused == {"top": True, "photo": True, "crane": True, "gone": False}


def test_an_nitf_document_gives_its_fields() -> None:
    mill = stored("mill.nitf")["mill-1204"]
    assert [author.name for author in mill.authors] == ["Pell Ansgar", "Ena Tull"]
    assert mill.dateline is not None
    assert mill.dateline.place == "Vesk"
    assert (mill.publisher, mill.version) == ("Vesk Courier", "2")
    assert mill.published is not None
    assert mill.published.value == "2031-04-17T10:00:00+02:00"
    assert ("paragraph", "Looms | 40") in blocks(mill)
    assert [warning.code for warning in mill.warnings] == ["correction"]


def test_a_newsml_1_document_gives_its_fields() -> None:
    lund = stored("lund.newsml")["urn:newsml:orrin.example:20310503:lund"]
    assert lund.publisher == "Orrin Wire"
    assert [kind for kind, _ in blocks(lund)] == [
        "title", "byline", "heading", "paragraph", "paragraph", "caption", "boilerplate",
    ]  # fmt: skip
    assert [warning.code for warning in lund.warnings] == ["update"]


def test_html_as_characters_is_read_as_html() -> None:
    data = '<newsItem guid="u"><contentSet><inlineData contenttype="text/html">&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</inlineData></contentSet></newsItem>'
    assert one_article(data).text == "One.\n\nTwo."


def test_encoded_data_are_no_text() -> None:
    data = '<newsItem guid="u"><contentSet><inlineData encoding="e:base64" contenttype="text/plain">V29yZHMu</inlineData></contentSet></newsItem>'
    assert one_rejection(data).reason == "there is no text in it"


def test_a_withheld_nitf_document_is_refused() -> None:
    data = (HERE / "newsroom" / "mill.nitf").read_bytes().replace(b'status="usable"', b'status="withheld"')
    assert one_rejection(data, "mill.nitf").reason == "the agency withdrew it (withheld)"


# --- bad XML ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a.xml", "a.nitf", "a.rss", "a.newsml", "a.newsmlg2"])
@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (BOMB + b"<nitf><body>&b;</body></nitf>", "entities"),
        (REACHING + b"<rss><channel><item><title>&a;</title></item></channel></rss>", "entities"),
        (b"<newsItem>" + b"<b>" * 100_000, "nested too deep"),
        (b"<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>", "web page"),
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "PNG"),
    ],
    ids=["bomb", "reaching", "deep", "page", "empty", "picture"],
)
def test_bad_xml_is_one_clear_rejection(data: bytes, reason: str, name: str) -> None:
    found = one_rejection(data, name)
    assert reason in found.reason
    assert found.remedy


def test_truncated_packages_are_refused_whole() -> None:
    data = (HERE / "newsroom" / "quay.xml").read_bytes()
    assert "broken (line" in one_rejection(data[: len(data) // 2]).reason


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "iso-8859-1"])
def test_encodings_are_read_whatever_the_declaration_says(encoding: str) -> None:
    declared = f'<?xml version="1.0" encoding="{encoding if encoding == "iso-8859-1" else "us-ascii"}"?>'
    text = declared + "<nitf><body><body.content><p>Brücke gesperrt, sagt die Stadt.</p></body.content></body></nitf>"
    assert one_article(text.encode(encoding), "a.nitf").text == "Brücke gesperrt, sagt die Stadt."


def test_a_dtd_elsewhere_is_not_asked_for_and_names_of_html_are_read() -> None:
    data = '<!DOCTYPE nitf SYSTEM "http://127.0.0.1:9/x.dtd"><nitf><body><body.content><p>A&nbsp;B &copy; &what; <![CDATA[&copy;]]></p></body.content></body></nitf>'
    assert one_article(data).text == "A B © &what; &copy;"


def test_references_to_what_is_no_character_are_replaced() -> None:
    assert (
        one_article("<nitf><body><body.content><p>a&#xd800;b&#0;c&#x26;d</p></body.content></body></nitf>").text
        == "a\ufffdb\ufffdc&d"
    )
    assert "no entries" in one_rejection("<rss xmlns='&#xd800;'><channel/></rss>", "a.rss").reason


@pytest.mark.parametrize("name", ["a.xml", "a.rss", "a.nitf"])
def test_no_address_named_in_a_document_is_asked(name: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        there = f"http://127.0.0.1:{server.getsockname()[1]}/x"
        for data in (
            f'<!DOCTYPE nitf SYSTEM "{there}"><nitf><body><body.content><p>Words.</p></body.content></body></nitf>',
            f'<!DOCTYPE rss [<!ENTITY % e SYSTEM "{there}"> %e;]><rss><channel/></rss>',
            f'<?xml-stylesheet href="{there}"?><rss xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="{there}"/></rss>',
            f'<newsItem xmlns="{there}"><catalogRef href="{there}"/><contentSet><remoteContent href="{there}"/></contentSet></newsItem>',
        ):
            assert records(data, name)
        with pytest.raises(BlockingIOError):
            server.accept()


def test_unknown_xml_is_refused_by_its_name() -> None:
    assert "<sitemap>" in one_rejection("<sitemap><url/></sitemap>").reason


# --- the standards body's own examples --------------------------------------------------------------------------------

examples = pytest.mark.skipif(not EXAMPLES.is_dir(), reason="the examples of the standards body are not here")


def _example(path: Path) -> list[Article | Rejection]:
    return records(path.read_bytes(), path.name)


@examples
def test_every_example_is_answered_and_every_body_reaches_an_article() -> None:
    paths = sorted(path for ending in ("json", "xml") for path in EXAMPLES.rglob(f"*.{ending}"))
    found = {path: _example(path) for path in paths}
    read_ = [one for listed in found.values() for one in listed if isinstance(one, Article)]
    refused = [one for listed in found.values() for one in listed if isinstance(one, Rejection)]
    assert (len(paths), len(read_), len(refused)) == (82, 37, 62)
    for path, listed in found.items():
        text = "".join("".join(one.text for one in listed if isinstance(one, Article)).split())
        for paragraph in _paragraphs(path):
            assert "".join(paragraph.split()) in text, (path.name, paragraph[:80])


def _paragraphs(path: Path) -> list[str]:
    """The words that an example certainly holds: plain-text bodies and paragraphs of inline XML."""
    if path.suffix == ".xml":
        from lxml import etree

        root = etree.parse(path).getroot()
        return [
            "".join(map(str, one.itertext()))
            for one in root.iter("{*}p")
            if next(one.iter("{*}p", "{*}br", "{*}ul"), one) is one
        ]
    value = json.loads(path.read_bytes())
    items = value if isinstance(value, list) else [value]
    bodies = [body for row in items for body in row.get("bodies", [])]
    plain = [row[name] for row in items for name in row if name == "body_text"]
    plain += [body["value"] for body in bodies if (body.get("contenttype") or body.get("contentType")) == "text/plain"]
    return [line.lstrip("– ") for text in plain for line in text.split("\n") if len(line) > 40]


@examples
def test_fields_of_an_example() -> None:
    (text,) = _example(EXAMPLES / "newsml-g2" / "LISTING_2_NewsML-G2_Text_Document.xml")
    assert isinstance(text, Article)
    assert text.published is not None
    assert text.published.value == "2016-11-21T15:21:06-05:00"
    assert [(author.name, author.span) for author in text.authors] == [("Meredith Jameson", Span(37, 53))]
    assert (text.publisher, text.version, text.language) == ("Acme News and Media LLC", "11", "en")
