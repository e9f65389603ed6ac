"""The network edge, against a real server: what is fetched, how politely, and what is never connected to."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta

import brotli  # type: ignore[import-untyped]
import pytest

from crosswire.addresses import FetchError, is_address
from crosswire.fetch import Fetched, Fetcher, Limits, World
from crosswire.gather import is_wanted
from crosswire.network import is_public, public_only
from local_server import Answer, Line, Server, ok, serving, status

PAGE = b"<html><body><p>The old bridge over the Ulven carried its first cars on Friday.</p></body></html>"
START = datetime(2024, 3, 1, 12, tzinfo=UTC)
NAME = "talvik.example"


class Time:
    """A clock that moves when somebody sleeps, and a little with each look at it."""

    def __init__(self, step: float = 0) -> None:
        self.passed = 0.0
        self.slept: list[float] = []
        self._step = step

    def clock(self) -> float:
        self.passed += self._step
        return self.passed

    def now(self) -> datetime:
        return START + timedelta(seconds=self.passed)

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.passed += seconds


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture
def world() -> Time:
    return Time()


Fetch = Callable[..., Fetched]


@pytest.fixture
def fetch(server: Server, world: Time) -> Iterator[Fetch]:
    """Fetches a path of the server, the only place in the world where one can connect to."""
    fetchers: list[Fetcher] = []

    def run(path: str, *, limits: Limits | None = None, host: str = "127.0.0.1", **known: str) -> Fetched:
        if limits or not fetchers:
            fetchers.append(fetcher(server, world, limits))
        return fetchers[-1].fetch(server.url(path, host) if path.startswith("/") else path, **known)

    yield run
    for one in fetchers:
        with one:
            pass


def fetcher(
    server: Server, world: Time, limits: Limits | None = None, names: Sequence[str] = ("127.0.0.1",)
) -> Fetcher:
    def resolve(host: str, port: int) -> Sequence[str]:
        del port
        return names if host == NAME else [host]

    def allow(host: str, port: int, address: str) -> bool:
        return (address, port) == ("127.0.0.1", server.port) or public_only(host, port, address)

    return Fetcher(World(world.clock, world.now, world.sleep, resolve, allow), limits, is_wanted)


def refused(fetch: Fetch, path: str, **options: object) -> str:
    with pytest.raises(FetchError) as caught:
        fetch(path, **options)
    assert caught.value.remedy
    return str(caught.value)


# --- what comes -------------------------------------------------------------------------------------------------------


def test_a_page_comes_with_what_the_server_says_of_it(server: Server, fetch: Fetch) -> None:
    server.page("/a", ok(PAGE, Content_Type="text/html; charset=utf-8", ETag='"1"', Last_Modified="yesterday"))
    got = fetch("/a#top")
    assert got == Fetched(
        server.url("/a"), server.url("/a"), "2024-03-01T12:00:00Z", PAGE, "text/html; charset=utf-8", '"1"', "yesterday"
    )
    assert server.paths() == ["/a"]
    agent = server.asked[-1][1]["user-agent"]
    assert agent.startswith("crosswire/")


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", gzip.compress(PAGE)),
        ("deflate", zlib.compress(PAGE)),
        ("br", brotli.compress(PAGE)),
        ("identity", PAGE),
    ],
)
def test_codings_are_undone(server: Server, fetch: Fetch, coding: str, body: bytes) -> None:
    server.page("/a", ok(body, Content_Encoding=coding))
    assert fetch("/a").body == PAGE


def test_what_did_not_change_is_not_sent_again(server: Server, fetch: Fetch) -> None:
    server.page("/a", status(304, ETag='"1"'))
    got = fetch("/a", etag='"1"', last_modified="Fri, 01 Mar 2024 00:00:00 GMT")
    assert got.body is None
    assert got.etag == '"1"'
    asked = server.asked[-1][1]
    assert (asked["if-none-match"], asked["if-modified-since"]) == ('"1"', "Fri, 01 Mar 2024 00:00:00 GMT")


def test_304_without_a_question_is_an_error(server: Server, fetch: Fetch) -> None:
    server.page("/a", status(304))
    assert "304" in refused(fetch, "/a")


def test_cookies_are_not_kept(server: Server, fetch: Fetch) -> None:
    server.page("/a", ok(PAGE, Set_Cookie="id=1; Path=/"))
    fetch("/a")
    fetch("/a")
    assert "cookie" not in server.asked[-1][1]


def test_the_charset_of_a_page_is_left_to_reading(server: Server, fetch: Fetch) -> None:
    body = "<p>Улвен</p>".encode("cp1251")
    server.page("/a", ok(body, Content_Type="text/html; charset=no-such-thing"))
    got = fetch("/a")
    assert (got.body, got.media_type) == (body, "text/html; charset=no-such-thing")


# --- redirects --------------------------------------------------------------------------------------------------------


def test_redirects_are_followed(server: Server, fetch: Fetch) -> None:
    server.page("/a", status(301, Location="/b"))
    server.page("/b", status(302, Location=server.url("/c")))
    server.page("/c", ok(PAGE))
    got = fetch("/a")
    assert (got.url, got.location, got.body) == (server.url("/a"), server.url("/c"), PAGE)


def test_a_redirect_loop_ends(server: Server, fetch: Fetch) -> None:
    server.page("/a", status(302, Location="/a"))
    assert "redirects more than 5 times" in refused(fetch, "/a")
    assert len(server.paths()) == 6


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("http://10.0.0.1/secret", "10.0.0.1, which is no address of the public internet"),
        ("http://[::1]/", "::1, which is no address"),
        ("http://169.254.169.254/latest/meta-data/", "169.254.169.254, which"),
        ("http://127.0.0.1:1/other-port", "127.0.0.1, which"),
        ("file:///etc/passwd", "'file'"),
        ("ftp://127.0.0.1/", "'ftp'"),
        ("http://user:secret@news.example/", "name or password"),
        ("http://[::bad", "no address"),
    ],
)
def test_a_redirect_is_checked_as_the_first_address(server: Server, fetch: Fetch, target: str, reason: str) -> None:
    server.page("/a", status(302, Location=target))
    told = refused(fetch, "/a")
    assert reason in told
    assert "secret" not in told


# --- limits -----------------------------------------------------------------------------------------------------------


def slow_header(line: Line) -> None:
    line.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n")
    line.hang()


def slow_body(line: Line) -> None:
    line.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100\r\n\r\nThe old")
    line.hang()


def endless(line: Line, piece: bytes = b"x" * 1000) -> None:
    line.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n")
    while not line.close_connection and not line.server.over.is_set():
        line.write(b"%x\r\n%s\r\n" % (len(piece), piece))


def endless_header(line: Line) -> None:
    line.write(b"HTTP/1.1 200 OK\r\n")
    while not line.close_connection and not line.server.over.is_set():
        line.write(b"X: " + b"y" * 1000 + b"\r\n")


def reset_in_body(line: Line) -> None:
    line.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100\r\n\r\nThe old")
    line.reset()


def too_short(line: Line) -> None:
    line.reply(200, PAGE, {"Content-Length": str(len(PAGE) + 10)})
    line.close_connection = True


def no_http(line: Line) -> None:
    line.write(b"220 mail.example ready\r\n")
    line.close_connection = True


QUICK = Limits(read=0.05, retries=0)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (slow_header, "stopped answering"),
        (slow_body, "stopped answering"),
        (endless, "more than 1,000,000 bytes"),
        (endless_header, "broke off"),
        (reset_in_body, "broke off"),
        (too_short, "broke off"),
        (no_http, "broke off"),
        (ok(gzip.compress(bytes(50_000_000)), Content_Encoding="gzip"), "unpacks to more than 1,000,000 bytes"),
        (ok(gzip.compress(PAGE)[:-9], Content_Encoding="gzip"), "break off"),
        (ok(PAGE, Content_Encoding="rot13"), "'rot13' is unknown"),
        (ok(b"\x89PNG", Content_Type="image/png"), "it is image/png"),
        (status(404), "status 404"),
        (status(403), "status 403"),
        (status(204), "status 204"),
    ],
)
def test_each_fault_is_told_in_words(server: Server, fetch: Fetch, answer: Answer, reason: str) -> None:
    server.page("/a", answer)
    # short only where the server is to be slow: a busy machine is slow too
    limits = Limits(read=0.05 if reason == "stopped answering" else 10.0, retries=0, size=1_000_000)
    assert reason in refused(fetch, "/a", limits=limits)
    server.page("/b", ok(PAGE))
    assert fetch("/b").body == PAGE


def test_the_length_that_a_server_claims_bounds_what_is_taken(server: Server, fetch: Fetch) -> None:
    server.page("/a", lambda line: line.reply(200, PAGE + b"smuggled", {"Content-Length": str(len(PAGE))}))
    assert fetch("/a").body == PAGE


def test_a_body_that_drips_is_cut_by_the_time_in_all(server: Server) -> None:
    server.page("/a", lambda line: endless(line, b"x"))
    server.routes["/robots.txt"] = ok(b"")
    with (
        fetcher(server, Time(step=0.5), Limits(total=5, size=10**9)) as one,
        pytest.raises(FetchError, match="longer than 5 seconds"),
    ):
        one.fetch(server.url("/a"))


@pytest.mark.parametrize(
    "url",
    ["", "talvik", "ftp://a.example/", "file:///etc/passwd", "http://", "http:///a", "http://a b/", "http://\0/",
     "http://me:pw@a.example/", "http://me@a.example/", "javascript:alert(1)", "http://a.example/" + "x" * 9000,
     "http://[1::2", "http://a.example:99999/"],
)  # fmt: skip
def test_what_is_no_address_is_refused(fetch: Fetch, url: str) -> None:
    told = refused(fetch, url or " ")
    assert "pw" not in told


# --- where to ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "127.8.8.8", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",  # noqa: S104
     "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1",
     "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1", "fec0::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
     "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "2002:7f00:1::", "2002:a00:1::1", "2001:db8::1", "::127.0.0.1",
     "no address", ""],
)  # fmt: skip
def test_addresses_that_are_not_of_the_public_internet(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "1.1.1.1", "2606:4700::1111", "64:ff9b::101:101"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


def test_connections_go_to_the_address_that_was_checked(server: Server, fetch: Fetch) -> None:
    server.page("/a", ok(PAGE))
    assert fetch("/a", host=NAME).body == PAGE  # no name server knows this name
    assert server.asked[-1][1]["host"] == f"{NAME}:{server.port}"


def test_one_private_address_among_public_ones_is_enough(server: Server, world: Time) -> None:
    with (
        fetcher(server, world, names=["127.0.0.1", "192.168.0.1"]) as one,
        pytest.raises(FetchError, match=r"192\.168\.0\.1"),
    ):
        one.fetch(server.url("/a", NAME))
    assert server.asked == []


def test_a_name_that_changes_its_address_is_checked_at_each_connection(server: Server, world: Time) -> None:
    server.page("/a", ok(PAGE, Connection="close"))
    server.routes["/robots.txt"] = ok(b"")
    answers = ["127.0.0.1"]
    asked: list[str] = []

    def resolve(host: str, port: int) -> Sequence[str]:
        del port
        asked.append(host)
        return answers

    def allow(host: str, port: int, address: str) -> bool:
        del host, port
        return address == "127.0.0.1"

    with Fetcher(World(world.clock, world.now, world.sleep, resolve, allow)) as one:
        one.fetch(server.url("/a", NAME))
        assert asked == [NAME]  # robots.txt and page came over one connection
        answers[:] = ["10.0.0.1"]
        with pytest.raises(FetchError, match=r"10\.0\.0\.1"):
            one.fetch(server.url("/a", NAME))
    assert asked == [NAME, NAME]
    assert server.paths() == ["/a"]


def test_the_next_address_of_a_host_is_tried(server: Server, world: Time) -> None:
    server.page("/a", ok(PAGE))

    def anywhere(host: str, port: int, address: str) -> bool:
        del host, port
        return address.startswith("127.")

    # Nothing listens at 127.0.0.2 on that port.
    with Fetcher(World(world.clock, world.now, world.sleep, lambda *_: ["127.0.0.2", "127.0.0.1"], anywhere)) as one:
        assert one.fetch(server.url("/a", NAME)).body == PAGE


def test_a_name_that_stands_for_nothing(server: Server, world: Time) -> None:
    with fetcher(server, world, Limits(retries=0), names=[]) as one, pytest.raises(FetchError, match="no address"):
        one.fetch(server.url("/a", NAME))


# --- politeness -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("robots", "path", "yes"),
    [
        (b"User-agent: *\nDisallow: /", "/a", False),
        (b"User-agent: *\nDisallow: /private/", "/a", True),
        (b"User-agent: *\nDisallow:\n\nUser-agent: Crosswire\nDisallow: /a", "/a", False),
        (b"User-agent: *\nDisallow: /\n\nUser-agent: crosswire\nAllow: /a", "/a", True),
        (b"\xef\xbb\xbfUser-agent: *\r\nDisallow: /*.pdf$", "/a", True),
        (b"<html>no robots here", "/a", True),
        (b"\xff\xfe\x00" * 100, "/a", True),
        (b"", "/a", True),
        (b"User-agent: *\nDisallow: /\n" + b"#" * 1_000_000, "/a", False),
    ],
)
def test_robots_txt_is_kept_to(server: Server, fetch: Fetch, robots: bytes, path: str, yes: bool) -> None:  # noqa: FBT001
    server.page("/robots.txt", ok(robots, Content_Type="text/plain"))
    server.page("/a", ok(PAGE))
    if yes:
        assert fetch(path).body == PAGE
    else:
        assert "robots.txt disallows" in refused(fetch, path)
        assert server.paths() == []


@pytest.mark.parametrize(
    ("answer", "yes"),
    [(status(404), True), (status(403), True), (status(500), False), (status(503), False), (status(429), False),
     (no_http, False)],
)  # fmt: skip
def test_a_host_without_robots_txt_is_free_one_that_is_not_well_is_not(
    server: Server, fetch: Fetch, answer: Answer, yes: bool  # noqa: FBT001
) -> None:  # fmt: skip
    server.page("/robots.txt", answer)
    server.page("/a", ok(PAGE))
    if yes:
        assert fetch("/a").body == PAGE
    else:
        assert "robots.txt cannot be had" in refused(fetch, "/a")
        assert server.paths() == []


def test_robots_txt_is_asked_for_once_and_counts_after_redirects(server: Server, fetch: Fetch) -> None:
    server.page("/robots.txt", ok(b"User-agent: *\nDisallow: /b"))
    server.page("/a", status(302, Location="/b"))
    assert "disallows" in refused(fetch, "/a")
    assert [path for path, _ in server.asked] == ["/robots.txt", "/a"]


def test_a_host_is_left_in_peace_between_two_requests(server: Server, fetch: Fetch, world: Time) -> None:
    server.page("/a", ok(PAGE))
    for _ in range(3):
        fetch("/a")
    assert world.slept == [1, 1]
    world.passed += 0.4
    fetch("/a")
    assert world.slept == [1, 1, 0.6]


def test_two_hosts_do_not_wait_for_each_other(server: Server, fetch: Fetch, world: Time) -> None:
    server.page("/a", ok(PAGE))
    fetch("/a")
    fetch("/a", host=NAME)
    assert world.slept == []


@pytest.mark.parametrize("asked", [b"Crawl-delay: 7", b"Request-rate: 1/7"])
def test_the_pause_that_a_host_asks_for(server: Server, fetch: Fetch, world: Time, asked: bytes) -> None:
    server.page("/robots.txt", ok(b"User-agent: *\n" + asked))
    server.page("/a", ok(PAGE))
    fetch("/a")
    fetch("/a")
    assert world.slept == [7]


def test_a_pause_that_is_too_long_is_not_waited_for(server: Server, fetch: Fetch, world: Time) -> None:
    server.page("/robots.txt", ok(b"User-agent: *\nCrawl-delay: 3600"))
    server.page("/a", ok(PAGE))
    fetch("/a")
    assert "3,600 seconds" in refused(fetch, "/a")
    assert world.slept == []


def test_500_twice_then_200(server: Server, fetch: Fetch, world: Time) -> None:
    server.page("/a", status(500), status(503), ok(PAGE))
    assert fetch("/a").body == PAGE
    assert world.slept == [1, 2]


def test_a_broken_connection_is_tried_again(server: Server, fetch: Fetch, world: Time) -> None:
    server.page("/a", reset_in_body, too_short, ok(PAGE))
    assert fetch("/a").body == PAGE
    assert world.slept == [1, 2]


def test_500_for_ever(server: Server, fetch: Fetch, world: Time) -> None:
    server.page("/a", status(500))
    assert "status 500; tried 4 times" in refused(fetch, "/a")
    assert world.slept == [1, 2, 4]
    assert len(server.paths()) == 4


@pytest.mark.parametrize(
    ("told", "waited"),
    [
        ("7", 7),
        ("Fri, 01 Mar 2024 12:00:09 GMT", 9),
        ("Fri, 01 Mar 2024 11:00:00 GMT", 0),
        ("soon", 1),
        ("", 1),
        ("-5", 1),
    ],
)
def test_429_with_retry_after(server: Server, fetch: Fetch, world: Time, told: str, waited: float) -> None:
    server.page("/a", status(429, Retry_After=told), ok(PAGE))
    assert fetch("/a").body == PAGE
    assert sum(world.slept) == waited


def test_a_wait_that_is_too_long_is_told(server: Server, fetch: Fetch, world: Time) -> None:
    server.page("/a", status(429, Retry_After="86400"))
    assert "86,400 seconds" in refused(fetch, "/a")
    assert world.slept == []
    assert len(server.paths()) == 1


def test_a_refused_connection_is_tried_again_and_told(world: Time) -> None:
    with serving() as gone:
        url = gone.url("/a")
    anywhere = World(world.clock, world.now, world.sleep, lambda host, _: [host], lambda *_: True)
    with Fetcher(anywhere) as one, pytest.raises(FetchError, match="cannot be reached"):
        one.fetch(url)
    assert world.slept == [1, 2, 4]


@pytest.mark.parametrize(
    ("named", "yes"),
    [("http://a.example", True), ("HTTPS://a", True), ("a.txt", False), ("http", False), ("file:///a", False)],
)
def test_addresses_are_told_from_paths(named: str, yes: bool) -> None:  # noqa: FBT001
    assert is_address(named) is yes
