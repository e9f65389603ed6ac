"""Connections that lead nowhere but to checked addresses, and end in time.

A host's name is resolved once for each connection, every address that it stands for is checked, and the connection is
made to one of these very addresses. A name that stands for another address a moment later (DNS rebinding) gains
nothing by it: the check is of what is connected to, not of what the name said before.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import httpcore
import httpx

Resolve = Callable[[str, int], Sequence[str]]
Allow = Callable[[str, int, str], bool]
MOST_ADDRESSES = 4  # of one host that are tried
# IPv6 networks that carry an IPv4 address: 6to4 in bits 16 to 48 (RFC 3056), NAT64 in the last 32 (RFC 6052, 8215).
_SIX_TO_FOUR = ipaddress.IPv6Network("2002::/16")
_NAT64 = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("64:ff9b:1::/48"))


class RefusedError(Exception):
    """An address that must not be connected to; its text says which and why."""


class OverdueError(Exception):
    """A request that took longer than it may in all."""


def resolve(host: str, port: int) -> tuple[str, ...]:
    """The addresses that a name stands for, as the system resolves it.

    Raises:
        OSError: it stands for none, or cannot be resolved.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(address[0]) for *_, address in found))


def is_public(address: str) -> bool:
    """Whether an address is one of the public internet.

    Private, loopback, link-local, shared, multicast, reserved and unspecified addresses are not, and neither are IPv6
    addresses that carry such an IPv4 address (IANA special-purpose registries, as Python's `ipaddress` has them).
    """
    try:
        known = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    carried = tuple(_carried(known))
    # The network of NAT64 counts as reserved, but leads to where the address that it carries does.
    return all(map(_is_public, carried if known in _NAT64[0] else (known, *carried)))


def _is_public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    site_local = isinstance(address, ipaddress.IPv6Address) and address.is_site_local
    return address.is_global and not (address.is_multicast or address.is_reserved or site_local)


def _carried(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> Iterator[ipaddress.IPv4Address | ipaddress.IPv6Address]:
    """The IPv4 addresses that an IPv6 address leads to; itself only, where it is mapped."""
    if isinstance(address, ipaddress.IPv4Address):
        return
    if address.ipv4_mapped:
        yield address.ipv4_mapped
    if address.teredo:
        yield from address.teredo
    if address in _SIX_TO_FOUR:
        yield ipaddress.IPv4Address((int(address) >> 80) & 0xFFFFFFFF)
    if any(address in network for network in _NAT64):
        yield ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)


def public_only(host: str, port: int, address: str) -> bool:
    """Allow addresses of the public internet."""
    del host, port
    return is_public(address)


def anywhere(host: str, port: int, address: str) -> bool:
    """Allow every address."""
    del host, port, address
    return True


def public_trust() -> ssl.SSLContext:
    """Believe the certificates that Mozilla's list of authorities stands behind (certifi)."""
    return httpx.create_ssl_context(trust_env=False)


def failure(error: Exception) -> str:
    """What an error of httpcore means, in words."""
    if isinstance(error, httpcore.ConnectTimeout):
        return "the host does not answer"
    if isinstance(error, httpcore.TimeoutException):
        return "the server stopped answering"
    what = "the host cannot be reached" if isinstance(error, httpcore.ConnectError) else "the connection broke off"
    return f"{what} ({error})" if str(error) else what


class Deadline:
    """The moment at which the request under way must have ended."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._end = float("inf")

    def start(self, seconds: float) -> None:
        """A new request begins, which may take so long in all."""
        self._end = self._clock() + seconds

    def left(self, timeout: float | None) -> float | None:
        """How long the next step may take: the time limit of a step, or what is left of the whole.

        Raises:
            OverdueError: nothing is left.
        """
        left = self._end - self._clock()
        if left <= 0:
            raise OverdueError
        return timeout if left == float("inf") else left if timeout is None else min(left, timeout)


class _TimedStream(httpcore.NetworkStream):
    """A connection whose every step keeps to the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        secure = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return _TimedStream(secure, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _CheckedBackend(httpcore.NetworkBackend):
    """Connects to addresses that were checked, and to nothing else."""

    def __init__(self, resolve: Resolve, allow: Allow, deadline: Deadline) -> None:
        self._resolve = resolve
        self._allow = allow
        self._deadline = deadline
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of the host that answers.

        Raises:
            RefusedError: one of its addresses is not allowed.
            httpcore.ConnectError: it has none, or none answers.
        """
        last: Exception = httpcore.ConnectError("the name stands for no address")
        for address in self._checked(host, port):
            try:
                stream = self._backend.connect_tcp(
                    address, port, self._deadline.left(timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                last = error
            else:
                return _TimedStream(stream, self._deadline)
        raise last

    def _checked(self, host: str, port: int) -> Sequence[str]:
        try:
            addresses = self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"the name cannot be resolved ({error})") from error
        for address in addresses:
            if not self._allow(host, port, address):
                raise RefusedError(f"{host} stands for {address}, which is no address of the public internet")
        return addresses[:MOST_ADDRESSES]


class CheckedTransport(httpx.BaseTransport):
    """What httpx sends requests through: httpcore over the checked connections.

    Args:
        resolve: from a host and port to addresses.
        allow: whether a host, a port and an address may be connected to.
        deadline: when the request under way must have ended.
        trust: which certificates are believed.
    """

    def __init__(self, resolve: Resolve, allow: Allow, deadline: Deadline, trust: ssl.SSLContext) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=trust,
            max_connections=10,
            keepalive_expiry=30,
            http2=True,
            network_backend=_CheckedBackend(resolve, allow, deadline),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request; the body of the response is read as it comes. Errors are those of httpcore."""
        url = request.url
        response = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        return httpx.Response(response.status, headers=response.headers, stream=_Body(response))

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        yield from self._response.iter_stream()

    def close(self) -> None:
        self._response.close()
