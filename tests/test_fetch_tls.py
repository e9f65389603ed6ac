"""HTTPS and HTTP/2: a real server with a certificate of its own, at an address that no name server gives."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import RequestReceived

from crosswire.addresses import FetchError
from crosswire.fetch import Fetcher, Limits, World

NAME = "talvik.example"
pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl to make a certificate")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("tls")
    made, key = folder / "certificate.pem", folder / "key.pem"
    curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    name = ["-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}"]
    subprocess.run(
        ["openssl", "req", "-x509", *curve, *name, "-keyout", str(key), "-out", str(made)],
        check=True,
        capture_output=True,
    )
    return made, key


def answer(line: ssl.SSLSocket) -> None:
    """Speak HTTP/2 until the client goes away: no robots.txt, one page."""
    spoken = H2Connection(H2Configuration(client_side=False))
    spoken.initiate_connection()
    line.sendall(spoken.data_to_send())
    while data := line.recv(65536):
        for event in spoken.receive_data(data):
            if isinstance(event, RequestReceived) and event.headers is not None:
                found = dict(event.headers)[b":path"] == b"/a"
                spoken.send_headers(event.stream_id, [(":status", "200" if found else "404")], end_stream=not found)
                if found:
                    spoken.send_data(event.stream_id, b"<p>hello", end_stream=True)
        line.sendall(spoken.data_to_send())


@pytest.fixture
def port(certificate: tuple[Path, Path]) -> Iterator[int]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    context.set_alpn_protocols(["h2"])

    def serve() -> None:
        try:
            with context.wrap_socket(listening.accept()[0], server_side=True) as line:
                answer(line)
        except OSError:
            pass  # the client did not believe the certificate, or nobody came

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield listening.getsockname()[1]
        listening.shutdown(socket.SHUT_RDWR)
    thread.join()


def world(trusted: Path | None) -> World:
    context = ssl.create_default_context(cafile=str(trusted) if trusted else None)
    return World(resolve=lambda *_: ["127.0.0.1"], allow=lambda *_: True, trust=lambda: context)


def test_https_speaks_http_2_to_the_checked_address(certificate: tuple[Path, Path], port: int) -> None:
    with Fetcher(world(certificate[0])) as fetcher:
        assert fetcher.fetch(f"https://{NAME}:{port}/a").body == b"<p>hello"


@pytest.mark.parametrize("name", [NAME, "other.example"])
def test_a_certificate_must_hold_for_the_name(certificate: tuple[Path, Path], port: int, name: str) -> None:
    trusted = certificate[0] if name != NAME else None
    with Fetcher(world(trusted), Limits(retries=0)) as fetcher, pytest.raises(FetchError, match="certificate"):
        fetcher.fetch(f"https://{name}:{port}/a")
