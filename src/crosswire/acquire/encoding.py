"""Bytes to characters: marks first, then UTF-8, then what the input declares, then detection; each doubt is said."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from itertools import islice

import charset_normalizer

from crosswire.acquire.binary import mostly_control
from crosswire.model import Warn

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The legacy encodings of the WHATWG Encoding Standard that Python has.
_CANDIDATES = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874", "cp866",
    "iso8859_2", "iso8859_5", "iso8859_7", "koi8_r", "koi8_u", "mac_roman", "shift_jis", "euc_jp", "gb18030",
    "big5", "euc_kr",
]  # fmt: skip
# What a page may declare: these, and what else the standard names; Python's own ("idna", "unicode_escape") never.
_DECLARABLE = frozenset(codecs.lookup(name).name for name in _CANDIDATES) | {
    "utf-8", "utf-16", "utf-16-le", "utf-16-be", "gbk", "gb2312", "big5hkscs", "iso2022_jp", "cp932", "cp949", "mac-cyrillic",
    *(f"iso8859-{n}" for n in range(1, 17) if n != 12),
}  # fmt: skip
_COMMONEST = "cp1252"
_STRETCHES = 80  # of up to 240 bytes each: what detection looks at
_TOO_FEW = 12  # fewer bytes beyond ASCII than this cannot tell one legacy encoding from another
_BEYOND_ASCII = re.compile(rb"[\x80-\xff][^\n]{0,240}")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, the encoding that was taken for them, and what was odd about it."""

    text: str
    encoding: str
    warnings: tuple[Warn, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded | None:
    """The characters of the bytes, without a byte-order mark; None where they are no text.

    Args:
        data: any bytes.
        declared: the encoding that the input itself or its transport names, if any.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], encoding)
    text = _strictly(data, "utf-8")
    if text is not None and "\x00" not in text:
        return None if mostly_control(data, 0.1) else Decoded(text, "utf-8")
    if encoding_16 := _unmarked_utf16(data):
        return _decode_as(data, encoding_16, doubt=True)
    if mostly_control(data, 0.1 if text is not None else 0.02):
        return None
    return Decoded(text, "utf-8") if text is not None else _decode_legacy(data, declared)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _decode_as(data: bytes, encoding: str, *, doubt: bool = False) -> Decoded:
    """Decode, replacing what is broken; warn where something is, or where the encoding is only a guess."""
    text = _strictly(data, encoding)
    if text is None:
        text = data.decode(encoding, "replace")
        message = f"read as {encoding}; bytes that are no {encoding} became U+FFFD"
        return Decoded(text, encoding, (Warn("encoding", message),))
    warnings = (Warn("encoding", f"not UTF-8; read as {encoding}"),) if doubt else ()
    return Decoded(text, encoding, warnings)


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark, told by the NULs that every second byte of Western text is."""
    sample = data[:4096]
    half = len(sample) // 2
    if half < 4 or len(data) % 2:
        return None
    first, second = sample[::2].count(0) / half, sample[1::2].count(0) / half
    if second > 0.4 and first < 0.05:
        return "utf-16-le"
    return "utf-16-be" if first > 0.4 and second < 0.05 else None


def _decode_legacy(data: bytes, declared: str | None) -> Decoded:
    if declared and (text := _strictly_declared(data, declared)) is not None:
        return Decoded(text, declared)
    loose = data.decode("utf-8", "replace")
    broken = loose.count("\ufffd")
    # Bytes of a legacy encoding hardly ever form UTF-8 sequences by chance: more good ones than bad means damaged UTF-8.
    good = len(loose) - len(loose.encode("ascii", "ignore")) - broken
    if good > broken:
        return Decoded(loose, "utf-8", (Warn("encoding", f"read as utf-8; {broken} broken places became U+FFFD"),))
    return _decode_as(data, _detect(data), doubt=True)


def _strictly_declared(data: bytes, declared: str) -> str | None:
    """As `_strictly`, for a name that comes from outside: one that is unknown, or Python's own, is passed over."""
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):  # ValueError: a NUL in the name
        return None
    return _strictly(data, name) if name in _DECLARABLE else None


def _detect(data: bytes) -> str:
    """The likeliest legacy encoding, by charset-normalizer on the stretches that are not ASCII."""
    stretches = islice(_BEYOND_ASCII.finditer(data), _STRETCHES)
    sample = b"\n".join(data[max(0, found.start() - 30) : found.end()] for found in stretches)
    if len(sample) - len(sample.decode("ascii", "ignore")) < _TOO_FEW:
        return _COMMONEST
    best = charset_normalizer.from_bytes(sample, cp_isolation=_CANDIDATES).best()
    if best is None or _strictly(sample, _COMMONEST) == str(best):
        return _COMMONEST
    return best.encoding
