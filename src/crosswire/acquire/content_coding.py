"""HTTP content codings (RFC 9110, 8.4.1) undone within a bound: gzip, deflate, br, zstd."""

from __future__ import annotations

import zlib
from io import BytesIO

from fastwarc.stream_io import BrotliReader, ZstdReader

_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"
_PIECE = 1 << 16


class CodingError(ValueError):
    """A body that cannot be unpacked; its text says why."""


class TooLargeError(CodingError):
    """A body that is over the limit once it is unpacked."""


def decoded(body: bytes, codings: str, limit: int, *, cut: bool = False) -> bytes:
    """A body without its content codings.

    Args:
        body: the bytes as they came.
        codings: the value of Content-Encoding; the coding that was applied last stands last.
        limit: the most bytes that it may unpack to, at any step.
        cut: the body is known to be incomplete; what can be unpacked of it is given.

    Raises:
        TooLargeError: it unpacks to more than the limit.
        CodingError: it is damaged, or the coding is unknown.
    """
    for coding in reversed([one.strip().lower() for one in codings.split(",")]):
        body = _undone(body, coding, limit, cut=cut)
        if len(body) > limit:
            raise TooLargeError(f"it unpacks to more than {limit:,} bytes")
    return body


def _undone(body: bytes, coding: str, limit: int, *, cut: bool) -> bytes:
    if coding in {"", "identity", "none"} or not body:
        return body
    if coding in {"gzip", "x-gzip"}:
        # Crawlers unpack bodies and keep the header: what does not open as gzip is taken as it is.
        return _inflated(body, 31, limit, cut=cut) if body.startswith(_GZIP) else body
    if coding == "deflate":
        # RFC 9110 asks for zlib's frame; servers that leave it out are common.
        zlib_frame = body[0] & 0x0F == 8 and int.from_bytes(body[:2], "big") % 31 == 0
        return _inflated(body, 15 if zlib_frame else -15, limit, cut=cut)
    if coding == "br":
        return _read(BrotliReader(BytesIO(body)), limit, cut=cut)
    if coding == "zstd":
        return _read(ZstdReader(BytesIO(body)), limit, cut=cut) if body.startswith(_ZSTD) else body
    raise CodingError(f"its content coding {coding[:20]!r} is unknown")


def _inflated(body: bytes, window: int, limit: int, *, cut: bool) -> bytes:
    out = bytearray()
    rest = body
    while rest:
        inflate = zlib.decompressobj(window)
        try:
            out += inflate.decompress(rest, limit + 1 - len(out))
        except zlib.error as error:
            raise CodingError("its packed bytes are damaged") from error
        if len(out) > limit:
            break
        if not inflate.eof:
            if cut:
                break
            raise CodingError("its packed bytes break off")
        # A gzip body may have several members; what else comes after one is padding.
        rest = inflate.unused_data if inflate.unused_data.startswith(_GZIP) and window == 31 else b""
    return bytes(out)


def _read(reader: BrotliReader | ZstdReader, limit: int, *, cut: bool) -> bytes:
    out = bytearray()
    try:
        while len(out) <= limit and (piece := reader.read(min(_PIECE, limit + 1 - len(out)))):
            out += piece
    except OSError as error:
        if not cut:
            raise CodingError("its packed bytes are damaged or break off") from error
    return bytes(out)
