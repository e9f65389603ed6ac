"""JSON rows: own and others' field names, what is doubtful warned of, what is unusable refused with its line."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.acquire import RawInput, read, read_json_line
from crosswire.model import Article, Author, Published, Rejection, Span, Title

PAGE = (
    "<!DOCTYPE html><html><head><title>Mill closed | Vesk Today</title><meta property='og:site_name' content='Vesk Today'></head>"
    "<body><article><h1>Mill closed</h1>"
    + "<p>The mill on Ash Street was closed on Monday, the town clerk of Vesk said in the evening.</p>"
    * 4
)


def row(**fields: object) -> Article:
    found = read_json_line(json.dumps(fields).encode(), 7, "dump.jsonl")
    assert isinstance(found, Article), found
    return found


def refused(line: bytes) -> Rejection:
    found = read_json_line(line, 7, "dump.jsonl")
    assert isinstance(found, Rejection), found
    assert found.input == "dump.jsonl line 7"
    assert found.reason
    assert found.remedy
    return found


def codes(found: Article) -> list[str]:
    return [warning.code for warning in found.warnings]


def test_own_fields() -> None:
    found = row(
        id="v1", text="Mill closed\r\n\r\nThe mill is closed.", title="Mill closed", published="2031-04-17 10:00:00",
        publisher="Vesk Today", url="https://www.vesktoday.example/mill", byline="By Pell Ansgar", story="s1",
    )  # fmt: skip
    assert (found.id, found.story, found.publisher) == ("v1", "s1", "Vesk Today")
    assert found.text == "Mill closed\r\n\r\nThe mill is closed."
    assert found.title == Title("Mill closed", Span(0, 11))
    assert found.published == Published("2031-04-17T10:00:00", "given")
    assert found.source.url == "https://www.vesktoday.example/mill"
    assert found.source.media_type == "application/json"
    assert found.authors == (Author("Pell Ansgar"),)


def test_fields_of_news_dumps() -> None:
    found = row(
        maintext="The mill is closed.", title="Mill closed", date_publish="2031-04-17 10:00:00", date_modify="2031-05-01",
        source_domain="vesktoday.example", authors=["Pell Ansgar", "Nim Okorie", "Pell Ansgar", ""], language="en",
        url="https://vesktoday.example/mill", filename="x.json", localpath="/a/x.json",
    )  # fmt: skip
    assert (found.id, found.text, found.publisher, found.language) == (
        "dump.jsonl:7",
        "The mill is closed.",
        "vesktoday.example",
        "en",
    )
    assert found.title == Title("Mill closed", None)
    assert found.published == Published("2031-04-17T10:00:00", "given")
    assert [author.name for author in found.authors] == ["Pell Ansgar", "Nim Okorie"]
    assert found.source.path is None


def test_authors_in_one_string() -> None:
    assert [author.name for author in row(text="a", authors="Pell Ansgar, Nim Okorie and Al Vo").authors] == [
        "Pell Ansgar",
        "Nim Okorie",
        "Al Vo",
    ]
    assert row(text="a", authors="the newsroom").authors == ()


def test_the_outlet_is_the_host_where_no_publisher_is_given() -> None:
    assert row(text="a", url="https://www.vesktoday.example/mill").publisher == "vesktoday.example"
    assert row(text="a", url="no address").publisher is None


def test_null_and_empty_fields_are_as_absent() -> None:
    found = row(id=None, text="a", title="", published=None, publisher=" ", url="", byline=None, story="")
    assert (found.id, found.title, found.published, found.publisher, found.story, found.authors) == (
        "dump.jsonl:7",
        None,
        None,
        None,
        None,
        (),
    )


def test_ids_may_be_numbers() -> None:
    assert row(id=12, text="a").id == "12"


def test_the_last_of_two_like_keys_counts() -> None:
    found = read_json_line(b'{"text": "one", "text": "two"}', 1, "-")
    assert isinstance(found, Article)
    assert (found.id, found.text) == ("-:1", "two")


def test_an_empty_text_is_kept() -> None:
    found = row(text="")
    assert (found.text, codes(found)) == ("", ["empty"])


@pytest.mark.parametrize("published", ["2031", "04/05/2031", "soon", 1912345678, ["2031-04-17"]])
def test_a_doubtful_date_is_left_out_with_a_warning(published: object) -> None:
    found = row(text="a", published=published)
    assert (found.published, codes(found)) == (None, ["published"])


@pytest.mark.parametrize(("byline", "names"), [("By Pell Ansgar", ["Pell Ansgar"]), ("Pell Ansgar", ["Pell Ansgar"]), ("Pell Ansgar and Nim Okorie | Vesk", []), ("Our correspondent in Vesk", [])])  # fmt: skip
def test_a_byline_gives_a_name_only_if_it_is_one(byline: str, names: list[str]) -> None:
    assert [author.name for author in row(text="a", byline=byline).authors] == names


def test_a_page_in_a_row() -> None:
    found = row(id="p", html=PAGE, url="https://vesktoday.example/2031/04/17/mill", story="s")
    assert (found.source.media_type, found.publisher, found.story) == ("text/html", "Vesk Today", "s")
    assert found.title == Title("Mill closed", Span(0, 11))
    assert found.published == Published("2031-04-17", "url", because="the page's address")
    assert found.text.startswith("Mill closed\n\nThe mill on Ash Street")
    given = row(html=PAGE, url="https://vesktoday.example/", title="Closed!", published="2031-04-18", publisher="Wire")
    assert (given.title, given.published, given.publisher) == (
        Title("Closed!"),
        Published("2031-04-18", "given"),
        "Wire",
    )


@pytest.mark.parametrize(
    "line",
    [
        b"not JSON",
        b'{"text": "cut',
        b"[1, 2]",
        b"null",
        b'"text"',
        b'{"id": "a"}',
        b'{"text": null}',
        b'{"text": 5}',
        b'{"text": ["a"]}',
        b'{"id": {}, "text": "a"}',
        b'{"text": "\\ud800"}',
        b'{"text": "a", "title": "\\udfff"}',
        b'{"text": "\xff"}',
        b'{"html": "\\ud83d"}',
        b"[" * 100_000,
        b'{"id": ' + b"9" * 5000 + b', "text": "a"}',
    ],
)
def test_an_unusable_line_is_refused_with_its_number(line: bytes) -> None:
    refused(line)


def test_whole_pairs_of_surrogates_are_one_character() -> None:
    found = read_json_line(b'{"text": "\\ud83d\\ude00"}', 1, "-")
    assert isinstance(found, Article)
    assert found.text == "\U0001f600"


LINES = st.lists(
    st.one_of(
        st.binary(max_size=40).map(lambda data: data.replace(b"\n", b" ")),
        st.text(max_size=40).map(lambda text: json.dumps({"text": text}).encode()),
        st.dictionaries(
            st.sampled_from(["id", "text", "html", "title", "authors", "url", "published"]), st.text(max_size=8)
        ).map(lambda fields: json.dumps(fields).encode()),
        st.just(b"  "),
    ),
    min_size=1,
    max_size=12,
)


@settings(deadline=None, max_examples=60)
@given(LINES)
def test_every_line_with_something_in_it_is_answered(lines: list[bytes]) -> None:
    numbers = [number for number, line in enumerate(lines, 2) if line.strip()]
    found = list(read(RawInput("d.jsonl", b"\n" + b"\n".join(lines), "/x/d.jsonl")))
    if not numbers:
        assert [one.input for one in found if isinstance(one, Rejection)] == ["/x/d.jsonl"]
        return
    for number, one in zip(numbers, found, strict=True):
        assert one.source.path == "/x/d.jsonl" if isinstance(one, Article) else one.input == f"/x/d.jsonl line {number}"


def test_a_json_file_is_one_report_or_a_list_of_them() -> None:
    (single,) = read(RawInput("a.json", b'{"text": "a"}', "a.json"))
    assert isinstance(single, Article)
    assert single.id == "a.json"
    first, second, third = read(RawInput("a.json", b'[{"text": "a"}, 3, {"id": "x", "text": "b"}]', "a.json"))
    assert isinstance(first, Article)
    assert isinstance(second, Rejection)
    assert isinstance(third, Article)
    assert (first.id, second.input, third.id) == ("a.json:1", "a.json item 2", "x")
    lines = list(read(RawInput("a.json", b'{"text": "a"}\n{"text": "b"}\n', "a.json")))
    assert [one.id for one in lines if isinstance(one, Article)] == ["a.json:1", "a.json:2"]


def test_a_newsroom_item_in_a_line_is_read_as_one() -> None:
    item = {"uri": "urn:orvane:1", "versioncreated": "2031-03-04T05:06:07Z", "version": "2", "headline": "Ferry sinks",
            "body_text": "A ferry sank off Orvane on Tuesday."}  # fmt: skip
    plain = {"id": "b", "text": "The quay was closed.", "uri": "x"}
    data = "\n".join(map(json.dumps, (item, plain))).encode()
    first, second = read(RawInput("dump.jsonl", data, "dump.jsonl"))
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.id, first.version, first.source.path) == ("urn:orvane:1", "2", "dump.jsonl")
    assert "A ferry sank off Orvane on Tuesday." in first.text
    assert (second.id, second.text) == ("b", "The quay was closed.")
