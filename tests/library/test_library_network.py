"""Addresses, feeds, standard input and folders of kept inputs, as a library takes them in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO
from itertools import count
from pathlib import Path

import pytest
from made import FERRY, SCHOOL, Made, account_rows, annotate, report, wrong

from crosswire.fetch import Fetcher, Limits, World
from crosswire.gather import Gathered, gather, is_wanted
from crosswire.library import reading
from crosswire.library.rebuilding import rebuild
from crosswire.library.records import Counts
from crosswire.model import Rejection
from crosswire.store import Archive
from local_server import Server, ok, serving, status

FILLER = "The harbour master counted the boats that came in after dark, and wrote their names into his book. "


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """A library that fetches, on a day that goes on by one with each command."""
    made = Made(tmp_path / "library")
    days = count()

    def fetch(urls: Iterable[str], archive: Archive) -> Iterator[Gathered | Rejection]:
        now = datetime(2024, 3, 1, tzinfo=UTC) + timedelta(days=next(days))
        world = World(lambda: 0, lambda: now, lambda _: None, lambda host, _: [host], lambda *_: True)
        with Fetcher(world, Limits(retries=0), is_wanted) as fetcher:
            yield from gather(urls, fetcher, archive)

    made.gather = fetch
    return made


def page(words: str) -> bytes:
    paragraphs = "".join(f"<p>{text}</p>" for text in (words, FILLER * 3, FILLER * 2))
    return f"<html><body><article><h1>{words[:20]}</h1>{paragraphs}</article></body></html>".encode()


def feed(server: Server, *paths: str) -> bytes:
    items = "".join(f"<item><title>{path}</title><link>{server.url(path)}</link></item>" for path in paths)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>{items}</channel></rss>'.encode()


def test_a_page_is_fetched_once_and_its_next_text_is_a_version(server: Server, made: Made) -> None:
    url = server.url("/ferry")
    server.page("/ferry", ok(page(FERRY)), ok(page(FERRY)), ok(page(FERRY.replace("12", "17"))))
    assert made.add(url) == Counts(new=1)
    assert made.add(url) == Counts(known=1)
    assert made.add(url) == Counts(revised=1)
    with made.place.read() as connection:
        assert [(ordinal, when[:10]) for ordinal, when, _ in reading.versions_of(connection, url)] == [
            (1, "2024-03-01"),
            (2, "2024-03-03"),
        ]
    assert wrong(made) == []


def test_the_pages_that_a_feed_names_are_added_and_the_feed_is_no_report(server: Server, made: Made) -> None:
    server.page("/feed", ok(feed(server, "/ferry", "/school", "/gone"), Content_Type="application/rss+xml"))
    server.page("/ferry", ok(page(FERRY)))
    server.page("/school", ok(page(SCHOOL)))
    assert made.add(server.url("/feed")) == Counts(new=2, rejected=1)
    before = account_rows(made)
    list(rebuild(made.place, annotate, 1_000_000))
    assert account_rows(made) == before
    assert wrong(made) == []


def test_what_cannot_be_fetched_is_rejected_and_the_rest_is_added(server: Server, made: Made, tmp_path: Path) -> None:
    assert made.add(server.url("/nothing"), report(tmp_path / "r", "a.txt", FERRY)) == Counts(new=1, rejected=1)


def test_standard_input_is_kept_and_rows_without_a_name_are_known_by_their_text(made: Made) -> None:
    lines = b'{"text": "Rain fell on Lorn."}\n\n{"id": "two", "text": "Snow fell on Tarn."}'
    made.stdin = BytesIO(lines)
    assert made.add("-") == Counts(new=2)
    made.stdin = BytesIO(b'{"text": "Hail fell on Ulven."}\n' + lines)
    assert made.add("-") == Counts(new=1, known=2)
    made.stdin = BytesIO(b'{"text": "' + b"x" * 2_000 + b'"}\n')
    assert made.add("-", limit=1_000) == Counts(rejected=1)
    assert wrong(made) == []


def test_a_folder_of_kept_inputs_is_added_with_all_versions(server: Server, made: Made, tmp_path: Path) -> None:
    server.page("/ferry", ok(page(FERRY)), ok(page(FERRY.replace("12", "17"))))
    for _ in range(2):
        list(made.gather([server.url("/ferry")], Archive(tmp_path / "kept")))
    assert made.add(tmp_path / "kept") == Counts(new=1, revised=1)
    assert made.add(tmp_path / "kept") == Counts(known=2)
    assert wrong(made) == []


def test_an_address_is_asked_for_with_what_it_gave_last_however_long_the_log(server: Server, made: Made) -> None:
    url, other = server.url("/ferry"), server.url("/school")
    server.page("/ferry", ok(page(FERRY), ETag='"1"'), ok(page(FERRY.replace("12", "17")), ETag='"2"'), status(304))
    server.page("/school", ok(page(SCHOOL)))
    assert made.add(url) == Counts(new=1)
    assert made.add(other, url) == Counts(new=1, revised=1)
    log = made.place.log.read_bytes()
    first = log.index(b"\n")
    made.place.log.write_bytes(b"x" * first + log[first:])  # nobody reads its beginning
    assert made.add(url) == Counts(known=1)
    assert [headers.get("if-none-match") for path, headers in server.asked if path == "/ferry"] == [None, '"1"', '"2"']
