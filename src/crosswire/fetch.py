"""Fetching one address after the other: politely, within limits, and never to where it must not go.

The clock, sleep and the resolver are handed in (`World`), so that nothing here waits or looks up names by itself.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Self

import httpcore
import httpx

from crosswire import __version__
from crosswire.acquire.content_coding import CodingError, TooLargeError, decoded
from crosswire.addresses import FetchError, NotAllowedError, checked_url, origin
from crosswire.network import (
    Allow,
    CheckedTransport,
    Deadline,
    OverdueError,
    RefusedError,
    Resolve,
    failure,
    public_only,
    public_trust,
    resolve,
)
from crosswire.robots import AGENT, MOST_BYTES, Answer, Robots, Rules, rules

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_AGAIN = frozenset({408, 429, 500, 502, 503, 504})
_FAILED = (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError)
_TOO_LARGE = "raise the limit with --limit, or leave it out"
_HEADERS = {
    "User-Agent": f"{AGENT}/{__version__}",
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """What a fetch may cost: seconds, bytes, redirects, tries."""

    connect: float = 10
    read: float = 20
    total: float = 60
    size: int = 20_000_000
    redirects: int = 5
    retries: int = 3
    pause: float = 1
    longest_wait: float = 60


@dataclass(frozen=True, slots=True)
class World:
    """What lies outside: clocks, waiting, names, which addresses may be connected to, and which certificates hold."""

    clock: Callable[[], float] = time.monotonic
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    sleep: Callable[[float], None] = time.sleep
    resolve: Resolve = resolve
    allow: Allow = public_only
    trust: Callable[[], ssl.SSLContext] = public_trust


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: its bytes with their codings undone, and what the server said of them.

    ``body`` is None where the server said that nothing changed (304). ``location`` is the address that answered.
    """

    url: str
    location: str
    retrieved: str
    body: bytes | None
    media_type: str | None = None
    etag: str | None = None
    last_modified: str | None = None


class _TryAgainError(Exception):
    """A failure that may pass; `wait` is how long the server asks to wait."""

    def __init__(self, reason: str, wait: float | None = None) -> None:
        super().__init__(reason)
        self.wait = wait


@dataclass(frozen=True, slots=True)
class _Ask:
    """One request: where, with which headers, and how much of the answer is wanted."""

    url: httpx.URL
    headers: Mapping[str, str]
    size: int
    accepts: Callable[[str], bool]
    cut: bool = False


@dataclass(frozen=True, slots=True)
class _Response:
    status: int
    headers: httpx.Headers
    body: bytes
    url: httpx.URL


class Fetcher:
    """Fetches addresses, one at a time.

    Args:
        world: clocks, waiting, names.
        limits: what a fetch may cost.
        accepts: whether a media type ("text/html") is worth its bytes; "" where the server names none.
    """

    def __init__(
        self,
        world: World | None = None,
        limits: Limits | None = None,
        accepts: Callable[[str], bool] = lambda _: True,
    ) -> None:
        self._world = world or World()
        self._limits = limits or Limits()
        self._accepts = accepts
        self._deadline = Deadline(self._world.clock)
        self._robots = Robots(self._ask_robots)
        self._next: dict[str, float] = {}
        self._client = httpx.Client(
            transport=CheckedTransport(self._world.resolve, self._world.allow, self._deadline, self._world.trust()),
            timeout=httpx.Timeout(self._limits.read, connect=self._limits.connect),
            headers=_HEADERS,
            trust_env=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def fetch(self, url: str, *, etag: str | None = None, last_modified: str | None = None) -> Fetched:
        """What an address gives.

        Args:
            url: the address.
            etag: the ETag of the version that is known.
            last_modified: the Last-Modified of the version that is known.

        Raises:
            FetchError: it gives nothing that may be had.
        """
        conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers = {name: value for name, value in conditions.items() if value}
        asked = checked_url(url)
        response = self._followed(_Ask(asked, headers, self._limits.size, self._accepts), polite=True)
        unchanged = response.status == 304 and bool(headers)
        if response.status != 200 and not unchanged:
            raise FetchError(f"the server answered with status {response.status}", "check the address")
        return Fetched(
            str(asked),
            str(response.url),
            self._world.now().astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
            None if unchanged else response.body,
            response.headers.get("content-type"),
            response.headers.get("etag"),
            response.headers.get("last-modified"),
        )

    # --- redirects, robots.txt, pauses --------------------------------------------------------------------------------

    def _followed(self, ask: _Ask, *, polite: bool) -> _Response:
        """The answer at the end of the redirects; each step is checked as the first."""
        for _ in range(self._limits.redirects + 1):
            if polite:
                self._permit(ask.url)
            response = self._tried(ask)
            target = response.headers.get("location")
            if response.status not in _REDIRECTS or not target:
                return response
            ask = _Ask(checked_url(target, ask.url), ask.headers, ask.size, ask.accepts, ask.cut)
        raise FetchError(f"it redirects more than {self._limits.redirects} times", "check the address")

    def _permit(self, url: httpx.URL) -> None:
        """Ask robots.txt, and wait until the host may be asked again."""
        host = origin(url)
        found = self._robots.of(host)
        if refusal := found.refusal(str(url)):
            raise FetchError(refusal, "leave it out, or ask the publisher")
        delay = max(self._limits.pause, found.delay())
        wait = self._next.get(host, 0) - self._world.clock()
        self._wait(wait, f"the host asks for {delay:,.0f} seconds between two requests")
        self._next[host] = self._world.clock() + delay

    def _ask_robots(self, url: str) -> Rules:
        ask = _Ask(httpx.URL(url), {"Accept-Encoding": "identity"}, MOST_BYTES, lambda _: True, cut=True)
        try:
            response = self._followed(ask, polite=False)
        except NotAllowedError:
            raise
        except FetchError as error:
            return Rules(unreachable=str(error))
        return rules(Answer(response.status, response.body))

    def _wait(self, seconds: float, why: str) -> None:
        if seconds > self._limits.longest_wait:
            raise FetchError(why)
        if seconds > 0:
            self._world.sleep(seconds)

    # --- one request --------------------------------------------------------------------------------------------------

    def _tried(self, ask: _Ask) -> _Response:
        """The answer to a request, tried again where a failure may pass."""
        for attempt in range(self._limits.retries + 1):
            try:
                return self._once(ask)
            except _TryAgainError as error:
                if attempt == self._limits.retries:
                    raise FetchError(f"{error}; tried {attempt + 1} times" if attempt else str(error)) from error
                asked = error.wait if error.wait is not None else float(2**attempt)
                self._wait(asked, f"{error}, and it asks to wait {asked:,.0f} seconds")
        raise FetchError("it was never tried")  # retries below 0

    def _once(self, ask: _Ask) -> _Response:
        self._deadline.start(self._limits.total)
        self._client.cookies.clear()
        try:
            with self._client.stream("GET", ask.url, headers=ask.headers) as response:
                if response.status_code in _AGAIN:
                    raise _TryAgainError(
                        f"the server answered with status {response.status_code}", self._told(response)
                    )
                return self._received(ask, response)
        except RefusedError as error:
            raise NotAllowedError(str(error), "allow it with --allow-private, or leave it out") from error
        except OverdueError as error:
            raise FetchError(f"it took longer than {self._limits.total:,.0f} seconds") from error
        except httpcore.UnsupportedProtocol as error:
            raise FetchError(str(error), "check the address") from error
        except httpx.HTTPError as error:  # httpx reads the Location of a redirect, whether it is followed or not
            raise FetchError(f"it redirects to what is no address ({error})", "check the address") from error
        except httpcore.ConnectError as error:
            if isinstance(error.__cause__, ssl.SSLCertVerificationError):
                raise FetchError(f"its certificate does not hold ({error.__cause__.verify_message})") from error
            raise _TryAgainError(failure(error)) from error
        except _FAILED as error:
            raise _TryAgainError(failure(error)) from error

    def _received(self, ask: _Ask, response: httpx.Response) -> _Response:
        """The response with its body; the body of a redirect, an error or an unwanted file is left on the line."""
        head = _Response(response.status_code, response.headers, b"", response.url)
        if not 200 <= response.status_code < 300:
            return head
        media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if not ask.accepts(media_type):
            raise FetchError(f"it is {media_type[:60]}, which is no report", "give addresses of reports")
        body = bytearray()
        for piece in response.iter_raw(1 << 16):
            body += piece
            if len(body) > ask.size:
                break
        if len(body) > ask.size and not ask.cut:
            raise FetchError(f"it has more than {ask.size:,} bytes", _TOO_LARGE)
        packed = bytes(body[: ask.size])
        try:
            data = decoded(packed, response.headers.get("content-encoding", ""), ask.size, cut=ask.cut)
        except TooLargeError as error:
            raise FetchError(str(error), _TOO_LARGE) from error
        except CodingError as error:
            raise FetchError(str(error)) from error
        return _Response(response.status_code, response.headers, data, response.url)

    def _told(self, response: httpx.Response) -> float | None:
        """The seconds that Retry-After asks for: a number, or until a date."""
        told = response.headers.get("retry-after", "").strip()
        if told.isdecimal() and len(told) < 10:
            return float(told)
        try:
            until = parsedate_to_datetime(told)
        except ValueError:
            return None
        return max(0.0, (until.astimezone(UTC) - self._world.now()).total_seconds())
