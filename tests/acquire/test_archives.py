"""Web archives: which records are pages, what is said of the others, and damage that takes only what lies behind it."""

from __future__ import annotations

import gzip
import io
import tracemalloc
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest
from fastwarc.stream_io import ZstdWriter
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.acquire.archives import is_archive, read_archive
from crosswire.acquire.content_coding import TooLargeError, decoded
from crosswire.acquire.warc import heads
from crosswire.inputs import read_paths
from crosswire.model import Article, Rejection

PAGE = """<html><head><title>Bridge reopens in Talvik</title>{head}</head><body><article><h1>Bridge reopens in Talvik</h1>
<p>{text}</p><p>The council had closed the crossing in spring after divers found cracks in two of its piers.</p>
<p>Mayor Ilse Brandt thanked the engineers, who worked through the winter storms to finish on time.</p>
</article></body></html>"""
TEXT = "The old bridge over the Ulven carried its first cars on Friday after eight months of repairs."
DAY = "2023-11-02T10:00:00Z"


def page(text: str = TEXT, head: str = "") -> bytes:
    return PAGE.format(text=text, head=head).encode()


def http(body: bytes, media_type: str | None = "text/html", status: str = "200 OK", headers: str = "") -> bytes:
    told = f"Content-Type: {media_type}\r\n" if media_type else ""
    return f"HTTP/1.1 {status}\r\n{told}{headers}\r\n".encode() + body


def record(
    block: bytes, url: str = "https://talvik.example/bridge", kind: str = "response", length: int | None = None,
    media_type: str = "application/http; msgtype=response", extra: str = "",
) -> bytes:  # fmt: skip
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: {DAY}\r\n{extra}"
        f"Content-Type: {media_type}\r\nContent-Length: {len(block) if length is None else length}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def gz(*records: bytes) -> bytes:
    return b"".join(gzip.compress(one) for one in records)


def zst(*records: bytes) -> bytes:
    return b"".join(map(_zst, records))


def _zst(data: bytes) -> bytes:
    out = io.BytesIO()
    writer = ZstdWriter(out)
    while data := data[writer.write(data) :]:
        pass
    writer.finish()
    writer.flush()
    return out.getvalue()


def wacz(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("datapackage.json", "{}")
        for name, data in members.items():
            archive.writestr(f"archive/{name}.warc.gz", data)
    return out.getvalue()


def split(found: Sequence[Article | Rejection]) -> tuple[list[Article], list[Rejection]]:
    rejected = [one for one in found if isinstance(one, Rejection)]
    assert all(one.reason and one.remedy for one in rejected)
    return [one for one in found if isinstance(one, Article)], rejected


def read(data: bytes, limit: int = 1_000_000) -> tuple[list[Article], list[Rejection]]:
    return split(list(read_archive(io.BytesIO(data), "a.warc", "in/a.warc", limit)))


ONE, TWO = record(http(page())), record(http(page(TEXT.replace("Friday", "Sunday"))), "https://talvik.example/two")
REQUEST = record(b"GET / HTTP/1.1\r\n\r\n", kind="request", media_type="application/http; msgtype=request")
IMAGE = record(http(b"\x89PNG\r\n" + bytes(range(256)) * 40, "image/png"), "https://talvik.example/i.png")


@pytest.mark.parametrize("pack", [lambda *r: b"".join(r), gz, zst, lambda *r: gzip.compress(b"".join(r))])
def test_pages_are_read_from_every_form(pack: object) -> None:
    articles, rejected = read(pack(ONE, REQUEST, TWO))  # type: ignore[operator]
    assert [one.id for one in articles] == ["a.warc#1", "a.warc#3"]
    assert articles[0].source.url == "https://talvik.example/bridge"
    assert articles[0].source.path == "in/a.warc"
    assert TEXT in articles[0].text
    assert [one.passed_over for one in rejected] == [True]
    assert "1 of 3 records hold no page: 1 request records" in rejected[0].reason


def test_a_wacz_is_read_member_by_member() -> None:
    articles, rejected = read(wacz(b=gz(TWO), a=gz(REQUEST, ONE)))
    assert [one.id for one in articles] == ["a.warc#a.warc.gz#2", "a.warc#b.warc.gz#1"]
    assert [one.passed_over for one in rejected] == [True]


def test_what_is_no_page_is_counted_in_one_line() -> None:
    revisit = record(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", kind="revisit")
    missing, moved = record(http(page(), status="404 Not Found")), record(http(b"", status="301 Moved"))
    other = record(http(page()), "urn:x:1")
    large = record(http(page("x " * 600_000)))
    articles, (told,) = read(gz(ONE, IMAGE, IMAGE, revisit, missing, moved, other, large))
    assert len(articles) == 1
    assert told.passed_over
    assert told.reason == (
        "7 of 8 records hold no page: 2 images, 1 pages over 1,000,000 bytes, "
        "1 records of other addresses than the web's, 1 responses with status 301, "
        "1 responses with status 404, 1 revisit records"
    )


def test_an_archive_without_a_page_is_refused() -> None:
    articles, (told,) = read(gz(IMAGE, REQUEST))
    assert not articles
    assert not told.passed_over
    assert read(b"")[1][0].reason == "it has no record"


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(page()), "Content-Encoding: gzip\r\n"),
        (gzip.compress(page()[:50]) + gzip.compress(page()[50:]), "Content-Encoding: x-gzip\r\n"),
        (zlib.compress(page()), "Content-Encoding: deflate\r\n"),
        (zlib.compress(page())[2:-4], "Content-Encoding: deflate\r\n"),
        (brotli.compress(page()), "Content-Encoding: br\r\n"),
        (zst(page()), "Content-Encoding: zstd\r\n"),
        (gzip.compress(gzip.compress(page())), "Content-Encoding: gzip, gzip\r\n"),
        (page(), "Content-Encoding: gzip\r\n"),  # unpacked by the crawler, the header kept
        (b"%x\r\n%s\r\n0\r\n\r\n" % (len(page()), page()), "Transfer-Encoding: chunked\r\n"),
        (page(), "Transfer-Encoding: chunked\r\n"),
    ],
)
def test_codings_are_undone(body: bytes, headers: str) -> None:
    articles, _ = read(record(http(body, headers=headers)))
    assert [TEXT in one.text for one in articles] == [True]


@pytest.mark.parametrize(
    ("body", "coding", "counted"),
    [
        (gzip.compress(bytes(10_000_000)), "gzip", "pages over 1,000,000 bytes"),
        (gzip.compress(gzip.compress(bytes(10_000_000))), "gzip, gzip", "pages over 1,000,000 bytes"),
        (brotli.compress(bytes(10_000_000)), "br", "pages over 1,000,000 bytes"),
        (zst(bytes(10_000_000)), "zstd", "pages over 1,000,000 bytes"),
        (gzip.compress(page())[:-40], "gzip", "pages whose bytes cannot be unpacked"),
        (b"\x1f\x8b\x08" + bytes(50), "gzip", "pages whose bytes cannot be unpacked"),
        (brotli.compress(page())[:-40], "br", "pages whose bytes cannot be unpacked"),
        (page(), "rot13", "pages whose bytes cannot be unpacked"),
        (b"%PDF-1.7" + bytes(200), "identity", "pages whose bytes are no text"),
    ],
)
def test_bodies_that_cannot_be_unpacked_are_counted(body: bytes, coding: str, counted: str) -> None:
    articles, (told,) = read(record(http(body, headers=f"Content-Encoding: {coding}\r\n")) + ONE)
    assert len(articles) == 1
    assert f": 1 {counted}" in told.reason


@pytest.mark.parametrize(
    ("coding", "bomb"),
    [("gzip", gzip.compress(bytes(100_000_000), 1)), ("br", brotli.compress(bytes(100_000_000), quality=1)),
     ("deflate", zlib.compress(bytes(100_000_000), 1))],
)  # fmt: skip
def test_a_bomb_costs_no_more_than_the_limit(coding: str, bomb: bytes) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(TooLargeError):
            decoded(bomb, coding, 1_000_000)
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


def test_the_charset_of_the_header_counts_before_that_of_the_page() -> None:
    words = TEXT.replace("Ulven", "Улвен")
    body = PAGE.format(text=words, head='<meta charset="iso-8859-1">').encode("cp1251")
    articles, _ = read(record(http(body, "text/html; charset=windows-1251")))
    assert words in articles[0].text
    body = PAGE.format(text=words, head='<meta charset="windows-1251">').encode("cp1251")
    assert words in read(record(http(body, "text/html; charset=utf-8")))[0][0].text


def test_a_record_that_the_crawler_cut_says_so() -> None:
    article = read(record(http(gzip.compress(page())[:-20], headers="Content-Encoding: gzip\r\n"),
                          extra="WARC-Truncated: length\r\n"))[0][0]  # fmt: skip
    assert "cut" in [warning.code for warning in article.warnings]


def test_a_page_without_a_media_type_must_look_like_one() -> None:
    articles, rejected = read(record(http(b"<!DOCTYPE html>" + page(), None)) + record(http(b"hello", None)))
    assert [one.id for one in articles] == ["a.warc#1"]
    assert "1 records without a media type" in rejected[0].reason


def test_a_resource_record_may_be_a_page() -> None:
    articles, _ = read(record(page(), kind="resource", media_type="text/html"))
    assert [TEXT in one.text for one in articles] == [True]


@pytest.mark.parametrize(
    ("day", "kept"),
    [("2023-11-01", True), ("2023-11-02T09:59:00Z", True), ("2023-11-05T10:00:00Z", False), ("2031-01-01", False)],
)
def test_a_date_after_the_retrieval_is_refused(day: str, kept: bool) -> None:  # noqa: FBT001
    head = f'<meta property="article:published_time" content="{day}">'
    article = read(record(http(page(head=head))))[0][0]
    assert (article.published is not None) is kept
    assert any("retriev" in warning.message or "fetched" in warning.message for warning in article.warnings) is not kept


# --- damage -----------------------------------------------------------------------------------------------------------


CLAIMS = record(http(page()), length=4 << 30)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ((ONE + TWO)[:-300], "record 2 breaks off"),
        ((ONE + IMAGE)[:-300], "record 2 breaks off"),
        ((ONE + TWO)[: len(ONE) + 90], "record 2 breaks off in its head"),
        (ONE + CLAIMS, "4,294,967"),
        (gz(ONE, CLAIMS, TWO), "record 2 breaks off"),
        (zst(ONE, CLAIMS), "record 2 breaks off"),
        (gz(ONE, TWO)[:-100], "it breaks off "),
        (gz(ONE, TWO)[: len(gz(ONE)) + 5], "it breaks off "),
        (zst(ONE, TWO)[:-100], "it breaks off "),
        (gz(ONE) + b"\x1f\x8b\x08" + bytes(60), "it is damaged after record 1"),
        (zst(ONE) + zst(TWO)[:40] + bytes(60), "after record 1"),
        (gz(ONE) + b"<html>not gzip", "it is damaged"),
        (ONE + b"what is this\n" * 20, "Invalid WARC header"),
        (ONE + record(http(page()), "https://talvik.example/" + "x" * 1_000_000), "header length"),
        (ONE + record(http(page()), length=-5), "after record 2"),
        (ONE + record(http(page())).replace(b"Content-Length", b"Consent-Length"), "record 2 breaks off in its head"),
        (wacz(a=gz(ONE), b=gz(TWO)[:-100]), "it breaks off "),
        (wacz(a=gz(ONE), b=b"no archive"), "Invalid WARC header"),
    ],
)  # fmt: skip
def test_damage_is_told_once_and_what_came_before_is_kept(data: bytes, reason: str) -> None:
    articles, rejected = read(data)
    assert TEXT in articles[0].text
    (told,) = [one for one in rejected if not one.passed_over]
    assert reason in told.reason
    assert told.input in {"in/a.warc", "in/a.warc#b.warc.gz"}


def test_damage_in_one_member_of_a_wacz_leaves_the_others() -> None:
    articles, (told,) = read(wacz(a=gz(ONE), b=gz(TWO)[:-100], c=gz(TWO)))
    assert [one.id for one in articles] == ["a.warc#a.warc.gz#1", "a.warc#c.warc.gz#1"]
    assert told.input == "in/a.warc#b.warc.gz"


def test_odd_heads_do_no_harm() -> None:
    odd = record(http(page(), "text/html; charset=\x00\udcff".encode("utf-8", "surrogateescape").decode("latin-1")))
    odd = odd.replace(
        b"WARC-Target-URI: https://talvik.example/bridge", b"WARC-Target-URI: <http://talvik.example/\xff\xfe>"
    )
    odd = odd.replace(DAY.encode(), b"yesterday")
    articles, _ = read(odd)
    assert TEXT in articles[0].text
    (articles[0].source.url or "").encode()


@pytest.mark.parametrize("data", [b"PK\x03\x04" + bytes(90), b"hello " * 90, gz(b"hello " * 90), wacz(), wacz(a=b"")])
def test_what_is_no_archive_is_refused(data: bytes) -> None:
    articles, rejected = read(data)
    assert not articles
    assert len(rejected) == 1


def test_a_bomb_is_given_up() -> None:
    bomb = gzip.compress(record(b"", length=4 << 30)) + gzip.compress(bytes(130_000_000))
    zeros = record(bytes(130_000_000), media_type="image/png")
    for data in (gz(ONE) + bomb, wacz(a=gz(ONE), b=bomb), zst(ONE, zeros)):
        articles, rejected = read(data)
        assert len(articles) == 1
        assert "250 times" in rejected[-1].reason


def test_a_zip_that_claims_too_much_is_not_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("archive/a.warc", bytes(150_000_000))
    articles, (told,) = read(out.getvalue())
    assert not articles
    assert "150,000,000 bytes" in told.reason


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=200), st.integers(0, 3000), st.sampled_from([lambda *r: b"".join(r), gz, zst]))
def test_any_bytes_anywhere_end_in_articles_and_reasons(junk: bytes, at: int, pack: object) -> None:
    data = pack(ONE, TWO)  # type: ignore[operator]
    for broken in (junk, data[:at] + junk + data[at:], data[:at] + junk):
        articles, rejected = read(broken)
        assert len(articles) + len(rejected) > 0


# --- at the edge ------------------------------------------------------------------------------------------------------


def test_archives_are_read_from_paths_and_folders(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(gz(ONE, REQUEST))
    (tmp_path / "b.wacz").write_bytes(wacz(data=gz(TWO)))
    articles, rejected = split(list(read_paths([str(tmp_path)])))
    assert [one.id for one in articles] == ["a.warc.gz#1", "b.wacz#data.warc.gz#1"]
    assert [one.passed_over for one in rejected] == [True]


def test_an_archive_may_be_larger_than_the_limit_of_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(ONE + IMAGE + TWO)
    articles, _ = split(list(read_paths([str(tmp_path)], limit=len(ONE))))
    assert len(articles) == 2


def test_heads_are_told_without_bodies() -> None:
    found = list(heads(io.BytesIO(gz(ONE, REQUEST, IMAGE))))
    assert [(one.number, one.kind, one.status, one.media_type) for one in found] == [
        (1, "response", 200, "text/html"),
        (2, "request", None, None),
        (3, "response", 200, "image/png"),
    ]
    assert found[0].date == DAY
    assert found[0].length == len(page())


@pytest.mark.parametrize(
    ("name", "yes"), [("A.WARC.GZ", True), ("a.warc.zst", True), ("a.wacz", True), ("a.gz", False)]
)
def test_archives_are_known_by_their_endings(name: str, yes: bool) -> None:  # noqa: FBT001
    assert is_archive(name) is yes
