"""A real HTTP server on 127.0.0.1 whose every answer a test writes, down to the bytes on the line."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Headers = dict[str, str]
Answer = Callable[["Line"], None]


class Line(BaseHTTPRequestHandler):
    """One connection, as an answer sees it."""

    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        answer = self.server.routes.get(self.path)
        if answer is None:
            self.reply(404, b"nothing here")
        else:
            answer(self)

    def reply(self, status: int, body: bytes = b"", headers: Headers | None = None) -> None:
        """A whole answer."""
        known = {"Content-Type": "text/html", "Content-Length": str(len(body))} | (headers or {})
        lines = [f"HTTP/1.1 {status} X", *(f"{name}: {value}" for name, value in known.items())]
        self.write("\r\n".join([*lines, "", ""]).encode("latin-1") + body)

    def write(self, data: bytes) -> None:
        """Bytes as they are; a client that has gone away does not matter."""
        try:
            self.wfile.write(data)
            self.wfile.flush()
        except OSError:
            self.close_connection = True

    def hang(self) -> None:
        """Say nothing more until the test is over."""
        self.server.over.wait()
        self.close_connection = True

    def reset(self) -> None:
        """Break the connection off, without the goodbye of TCP."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing on standard error."""


class Server(ThreadingHTTPServer):
    """The server: `routes` from paths to answers, `asked` what was asked for."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Line)
        self.routes: dict[str, Answer] = {}
        self.asked: list[tuple[str, Headers]] = []
        self.over = threading.Event()

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def page(self, path: str, *answers: Answer) -> None:
        """Give these answers to requests for a path, one after the other; the last one for all that come after."""
        rest = list(answers)

        def answer(line: Line) -> None:
            (rest.pop(0) if len(rest) > 1 else rest[0])(line)

        self.routes[path] = answer

    def paths(self) -> list[str]:
        """The paths that were asked for, robots.txt left out."""
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def handle_error(self, request: object, client_address: object) -> None:
        """A connection that a test broke off is no error."""


@contextmanager
def serving() -> Iterator[Server]:
    """A server that runs while the context is open."""
    server = Server()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()
        thread.join()


def ok(body: bytes, **headers: str) -> Answer:
    """A page; `_` in a header's name stands for `-`."""
    return lambda line: line.reply(200, body, {name.replace("_", "-"): value for name, value in headers.items()})


def status(code: int, **headers: str) -> Answer:
    """An answer without a page."""
    return lambda line: line.reply(code, b"", {name.replace("_", "-"): value for name, value in headers.items()})
