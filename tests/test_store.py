"""Raw inputs kept: bytes once, versions in order, nothing lost to a crash; and what a fetch says of them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urljoin

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from crosswire.acquire import RawInput
from crosswire.acquire.feed_links import feed_links
from crosswire.cli import main
from crosswire.fetch import Fetcher, Limits, World
from crosswire.gather import Gathered, default_folder, gather, gather_feeds, is_wanted
from crosswire.inputs import read_paths
from crosswire.model import Article, Rejection
from crosswire.store import LOG, Archive, DamagedError, Version
from crosswire.versions import difference
from local_server import Server, ok, serving, status

URL = "https://talvik.example/bridge"


def version(url: str = URL, day: int = 1) -> Version:
    return Version(url, f"2024-03-{day:02}T12:00:00Z", "", media_type="text/html", etag=f'"{day}"')


# --- the archive ------------------------------------------------------------------------------------------------------


def test_bytes_are_kept_by_their_digest(tmp_path: Path) -> None:
    kept = Archive(tmp_path / "kept").keep(version(), b"one")
    digest = hashlib.sha256(b"one").hexdigest()
    assert kept.sha256 == digest
    assert (tmp_path / "kept/raw" / digest[:2] / digest[2:4] / digest).read_bytes() == b"one"


def test_what_was_kept_is_there_when_it_is_opened_again(tmp_path: Path) -> None:
    kept = Archive(tmp_path).keep(version(), b"one")
    again = Archive(tmp_path)
    assert again.urls() == (URL,)
    assert again.last(URL) == kept
    assert again.read(kept) == b"one"
    assert (again.versions("https://other.example/"), again.last("https://other.example/")) == ((), None)


def test_other_bytes_are_a_new_version_and_the_same_are_none(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    for day, data in enumerate([b"one", b"one", b"two", b"one"], 1):
        archive.keep(version(day=day), data)
    for one in (archive, Archive(tmp_path)):
        assert [v.retrieved[8:10] for v in one.versions(URL)] == ["01", "03", "04"]
    assert len([path for path in tmp_path.glob("raw/*/*/*") if path.is_file()]) == 2


def test_a_later_look_brings_newer_validators(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    first = archive.keep(version(), b"one")
    archive.seen(replace(first, retrieved="2024-03-09T12:00:00Z", etag='"9"'))
    last = Archive(tmp_path).last(URL)
    assert last is not None
    assert last.etag == '"9"'
    assert archive.versions(URL) == (first,)


@pytest.mark.parametrize("torn", [b'{"url": "https://talvik.example/br', b"\xff\xfe", b"[]\n", b'{"url": 5}\n'])
def test_a_line_that_a_crash_cut_short_costs_only_itself(tmp_path: Path, torn: bytes) -> None:
    Archive(tmp_path).keep(version(), b"one")
    with (tmp_path / LOG).open("ab") as log:
        log.write(torn)
    archive = Archive(tmp_path)
    assert archive.damaged == 1
    archive.keep(version(day=2), b"two")
    assert len(Archive(tmp_path).versions(URL)) == 2


def test_bytes_that_are_not_those_that_were_kept_are_refused(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    kept = archive.keep(version(), b"one")
    (path,) = (one for one in tmp_path.glob("raw/*/*/*") if one.is_file())
    path.write_bytes(b"ono")
    with pytest.raises(DamagedError):
        archive.read(kept)
    path.unlink()
    with pytest.raises(DamagedError):
        archive.read(kept)
    (found,) = archive.inputs()
    assert isinstance(found, Rejection)


def test_a_kept_folder_is_read_like_any_other(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "kept")
    page = "<html><body><article><p>{}</p></article></body></html>"
    for day, words in [
        (1, "The bridge is closed until the spring, the council said."),
        (2, "The bridge is open again."),
    ]:
        archive.keep(version(day=day), page.format(words).encode())
    (tmp_path / "a.txt").write_text("Another report.")
    for path, ids in [("kept", [URL]), (f"kept/{LOG}", [URL]), ("", ["a.txt", URL])]:
        found = list(read_paths([str(tmp_path / path)]))
        assert [one.id for one in found if isinstance(one, Article)] == ids
        last = found[-1]
        assert isinstance(last, Article)
        assert last.source.url == URL
        assert "open again" in last.text


def test_a_kept_folder_without_anything_is_refused(tmp_path: Path) -> None:
    (tmp_path / LOG).write_text('{"url":')
    none, torn = read_paths([str(tmp_path)])
    assert isinstance(none, Rejection)
    assert not none.passed_over
    assert isinstance(torn, Rejection)
    assert torn.reason == "1 of its lines cannot be read"


# --- what changed -----------------------------------------------------------------------------------------------------


def told(old: str, new: str) -> list[tuple[str, str]]:
    return [(change.old.of(old), change.new.of(new)) for change in difference(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("", "", []),
        ("Three men fled.", "Three men fled.", []),
        ("Three men fled.", "Three  men\nfled. ", []),
        ("Three men fled.", "Four men fled.", [("Three", "Four")]),
        ("Three men fled.", "Three young men fled.", [("", "young")]),
        ("Three young men fled.", "Three men fled.", [("young", "")]),
        ("One.\n\nTwo.\n\nThree.", "One.\n\nThree.", [("Two.", "")]),
        ("One.\n\nThree.", "One.\n\nTwo.\n\nThree.", [("", "Two.")]),
        ("A b c d e.", "A x c y e.", [("b", "x"), ("d", "y")]),
        ("", "Two words", [("", "Two words")]),
        ("He fled, he said.", "He fled; he said.", [(",", ";")]),
    ],
)
def test_the_words_that_changed(old: str, new: str, changes: list[tuple[str, str]]) -> None:
    assert told(old, new) == changes


def test_words_are_counted_and_marks_are_not() -> None:
    (change,) = difference("It rained.", "It rained, and then it snowed, for days.")
    assert (change.words_out, change.words_in) == (0, 6)


texts = st.lists(st.sampled_from(["a", "b", "cd", ".", "\n", "\n\n", " ", ", "]), max_size=30).map("".join)


@given(texts, texts)
def test_outside_the_changes_both_texts_have_the_same_words(old: str, new: str) -> None:
    def rest(text: str, spans: list[tuple[int, int]]) -> list[str]:
        at, left = 0, []
        for start, end in [*spans, (len(text), len(text))]:
            assert at <= start <= end <= len(text)
            left.append(text[at:start])
            at = end
        return "".join("\0".join(left).split()).split("\0")

    changes = difference(old, new)
    assert rest(old, [c.old for c in changes]) == rest(new, [c.new for c in changes])
    assert not difference(old, old)


def test_long_texts_are_told_apart_in_time() -> None:
    words = [f"w{n * 7919 % 1000}" for n in range(60_000)]
    old = " ".join(words)
    (change,) = difference(old, old.replace("w7 ", "w8 ", 1))
    assert (change.old.of(old), change.words_in) == ("w7", 1)
    assert difference(old, " ".join(reversed(words)))
    assert difference("x" * 1_000_000, "y" * 1_000_000)


# --- fetched and kept -------------------------------------------------------------------------------------------------

PAGE = "<html><body><article><h1>Bridge</h1><p>The old bridge over the Ulven {} its first cars.</p></article></body></html>"
CARRIED, SAW = PAGE.format("carried").encode(), PAGE.format("has seen").encode()
START = datetime(2024, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


Gather = Callable[..., list[Gathered | Rejection]]


@pytest.fixture
def gathered(server: Server, tmp_path: Path) -> Gather:
    """What becomes of paths of the server; each call is a day later."""
    days = iter(range(100))

    def run(*paths: str, feed: str | None = None, fresh_since: datetime | None = None) -> list[Gathered | Rejection]:
        now = START + timedelta(days=next(days))
        world = World(lambda: 0, lambda: now, lambda _: None, lambda host, _: [host], lambda *_: True)
        archive = Archive(tmp_path / "kept")
        with Fetcher(world, Limits(retries=0), is_wanted) as fetcher:
            if feed:
                return list(gather_feeds([server.url(feed)], fetcher, archive, fresh_since=fresh_since))
            return list(gather([server.url(path) for path in paths], fetcher, archive, fresh_since=fresh_since))

    return run


def results(found: list[Gathered | Rejection]) -> list[str]:
    return [one.told() if isinstance(one, Gathered) else one.reason for one in found]


def test_new_unchanged_changed(server: Server, gathered: Gather) -> None:
    server.page("/a", ok(CARRIED), ok(CARRIED), ok(SAW), ok(SAW + b"<!-- -->"))
    assert results(gathered("/a")) == ["new"]
    assert results(gathered("/a")) == ["unchanged"]
    assert results(gathered("/a")) == ["changed: 2 words in, 1 out"]
    assert results(gathered("/a")) == ["changed: the page, no word of its text"]


def test_an_unchanged_page_is_not_sent_again(server: Server, gathered: Gather, tmp_path: Path) -> None:
    server.page("/a", ok(CARRIED, ETag='"1"', Last_Modified="Fri, 01 Mar 2024 00:00:00 GMT"), status(304))
    gathered("/a")
    assert results(gathered("/a")) == ["unchanged"]
    assert results(gathered("/a")) == ["unchanged"]
    asked = server.asked[-1][1]
    assert (asked["if-none-match"], asked["if-modified-since"]) == ('"1"', "Fri, 01 Mar 2024 00:00:00 GMT")
    last = Archive(tmp_path / "kept").last(server.url("/a"))
    assert last is not None
    assert (last.retrieved, last.media_type) == ("2024-03-03T12:00:00Z", "text/html")


def test_what_is_fresh_is_not_asked_for(server: Server, gathered: Gather) -> None:
    server.page("/a", ok(CARRIED))
    gathered("/a")
    assert results(gathered("/a", fresh_since=START)) == ["fresh"]
    assert results(gathered("/a", fresh_since=START + timedelta(hours=1))) == ["unchanged"]
    assert len(server.paths()) == 2


def test_kept_bytes_that_are_damaged_are_fetched_again(server: Server, gathered: Gather, tmp_path: Path) -> None:
    server.page("/a", ok(CARRIED, ETag='"1"'))
    gathered("/a")
    (path,) = (one for one in tmp_path.glob("kept/raw/*/*/*") if one.is_file())
    path.write_bytes(CARRIED.replace(b"bridge", b"bribes"))
    assert results(gathered("/a")) == ["new"]
    assert "if-none-match" not in server.asked[-1][1]
    assert path.read_bytes() == CARRIED


def test_one_address_that_fails_does_not_stop_the_others(server: Server, gathered: Gather) -> None:
    server.page("/b", ok(CARRIED))
    assert results(gathered("/a", "/b", "/b")) == ["the server answered with status 404", "new"]


def test_the_pages_of_a_feed_are_fetched(server: Server, gathered: Gather, tmp_path: Path) -> None:
    items = "".join(f"<item><title>T</title><link>{link}</link></item>" for link in ("/a", "/a", "file:///etc/passwd"))
    feed = f"<rss version='2.0'><channel><title>N</title><link>{server.url('/')}</link>{items}</channel></rss>"
    server.page("/feed", ok(feed.encode(), Content_Type="application/rss+xml"))
    server.page("/a", ok(CARRIED))
    assert results(gathered(feed="/feed")) == ["new", "new"]
    assert server.paths() == ["/feed", "/a"]
    assert [one.id for one in read_paths([str(tmp_path / "kept")]) if isinstance(one, Article)] == [server.url("/a")]


@pytest.mark.parametrize(
    ("feed", "links"),
    [
        (("<feed xmlns='http://www.w3.org/2005/Atom'><link href='/'/><entry><link rel='self' href='/no'/>"
         "<link href='/a'/></entry></feed>"), ["/a"]),
        (("<rss><channel><item><guid>http://n.example/g</guid></item><item><guid isPermaLink='false'>x</guid></item>"
         "</channel></rss>"), ["http://n.example/g"]),
        (("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><item>"
         "<link> http://n.example/r </link></item></rdf:RDF>"), ["http://n.example/r"]),
        ('{"version": "https://jsonfeed.org/version/1.1", "items": [{"url": "/a"}, {"url": 5}, 7, {}]}', ["/a"]),
    ],
)  # fmt: skip
def test_links_of_feeds(feed: str, links: list[str]) -> None:
    base = "http://n.example/feed"
    found = feed_links(RawInput("f", feed.encode(), url=base))
    assert found == tuple(urljoin(base, link) for link in links)


@pytest.mark.parametrize("feed", ["", "{", "{}", "[]", "<a/>", "<rss/>", "<html><body>404", "\0" * 50, '{"items": 5}'])
def test_what_names_no_page_is_refused(feed: str) -> None:
    assert isinstance(feed_links(RawInput("f", feed.encode())), Rejection)


def test_a_feed_that_is_a_page_is_told(server: Server, gathered: Gather) -> None:
    server.page("/feed", ok(CARRIED))
    assert results(gathered(feed="/feed")) == ["new", "it is a web page, not a feed"]


# --- on the command line ----------------------------------------------------------------------------------------------


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def test_fetch_and_read_again(server: Server, tmp_path: Path) -> None:
    server.page("/a", ok(CARRIED), ok(SAW))
    network = ("--into", str(tmp_path / "kept"), "--allow-private")
    assert run("fetch", server.url("/a"), *network).stdout == f"new  {server.url('/a')}\n"
    assert run("fetch", server.url("/a"), *network, "--max-age", "1").stdout == f"fresh  {server.url('/a')}\n"
    assert run("fetch", server.url("/a"), *network, "--changes").stdout == (
        f"changed: 2 words in, 1 out  {server.url('/a')}\n    carried → has seen\n"
    )
    server.shutdown()
    result = run("group", str(tmp_path / "kept"))
    assert result.exit_code == 0
    assert f'"{server.url("/a")}"' in result.stdout


def test_addresses_on_standard_input(server: Server, tmp_path: Path) -> None:
    server.page("/a", ok(CARRIED))
    arguments = ["fetch", "-", "--into", str(tmp_path / "kept"), "--allow-private"]
    result = CliRunner().invoke(main, arguments, input=f"\n{server.url('/a')}\n", catch_exceptions=False)
    assert result.stdout == f"new  {server.url('/a')}\n"


def test_an_address_instead_of_a_path(server: Server, tmp_path: Path) -> None:
    server.page("/a", ok(CARRIED))
    (tmp_path / "b.txt").write_text("The bridge over the Ulven was closed.")
    result = run(
        "group", server.url("/a"), str(tmp_path / "b.txt"), "--into", str(tmp_path / "kept"), "--allow-private"
    )
    assert result.exit_code == 0
    assert f'"{server.url("/a")}"' in result.stdout
    assert '"b.txt"' in result.stdout
    assert Archive(tmp_path / "kept").urls() == (server.url("/a"),)


def test_private_addresses_need_to_be_allowed(server: Server, tmp_path: Path) -> None:
    for command in ("fetch", "group"):
        result = run(command, server.url("/a"), "--into", str(tmp_path / "kept"))
        assert result.exit_code == 1
        assert "127.0.0.1, which is no address of the public internet" in result.stderr
        assert "--allow-private" in result.stderr
    assert server.asked == []
    assert not (tmp_path / "kept").exists()


def test_what_falls_away_in_reading_is_told(server: Server, tmp_path: Path) -> None:
    server.page("/a", ok(b"%PDF-1.7" + bytes(100)))
    result = run("fetch", server.url("/a"), "--into", str(tmp_path), "--allow-private")
    assert result.exit_code == 1
    assert "PDF" in result.stderr


def test_fetch_needs_an_address(tmp_path: Path) -> None:
    assert run("fetch").exit_code == 2
    (tmp_path / "file").write_text("")
    assert run("fetch", "ftp://a.example/", "--into", str(tmp_path / "kept")).exit_code == 1


def test_a_folder_that_cannot_be_written_is_told(server: Server, tmp_path: Path) -> None:
    server.page("/a", ok(CARRIED))
    (tmp_path / "file").write_text("")
    result = run("fetch", server.url("/a"), "--into", str(tmp_path / "file"), "--allow-private")
    assert result.exit_code == 1
    assert "--into" in result.stderr


def test_the_folder_can_be_set_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CROSSWIRE_KEPT", "/somewhere/else")
    assert default_folder() == Path("/somewhere/else")
    monkeypatch.delenv("CROSSWIRE_KEPT")
    assert default_folder().name == "kept"
