"""Telling binaries from text by their first bytes (magic numbers) and by their share of control bytes."""

from __future__ import annotations

# Magic numbers as in the file(1) database; each is long or odd enough not to open a report.
_MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (0, b"%PDF-", "a PDF document"),
    (0, b"\x89PNG\r\n", "a PNG picture"),
    (0, b"\xff\xd8\xff", "a JPEG picture"),
    (0, b"GIF87a", "a GIF picture"),
    (0, b"GIF89a", "a GIF picture"),
    (0, b"PK\x03\x04", "a ZIP archive or an office document"),
    (0, b"PK\x05\x06", "a ZIP archive"),
    (0, b"\x1f\x8b\x08", "a gzip archive"),
    (0, b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (0, b"\xfd7zXZ\x00", "an xz archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (4, b"1AY&SY", "a bzip2 archive"),
    (257, b"ustar", "a tar archive"),
    (0, b"\x7fELF", "a program"),
    (0, b"MZ\x90\x00", "a program"),
    (0, b"\xca\xfe\xba\xbe", "a program"),
    (0, b"\xcf\xfa\xed\xfe", "a program"),
    (0, b"\x00asm", "a program"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (0, b"{\\rtf", "an RTF document"),
    (0, b"SQLite format 3\x00", "a database"),
    (8, b"WEBPVP8", "a WebP picture"),
    (8, b"WAVEfmt ", "a sound recording"),
    (0, b"ID3\x03", "a sound recording"),
    (0, b"ID3\x04", "a sound recording"),
    (0, b"OggS\x00", "a sound recording"),
    (0, b"fLaC\x00", "a sound recording"),
    (4, b"ftyp", "a film or sound recording"),
    (0, b"\x1a\x45\xdf\xa3", "a film"),
    (0, b"wOFF", "a typeface"),
    (0, b"wOF2", "a typeface"),
)
_CONTROL = bytes(b for b in range(32) if b not in b"\t\n\x0b\x0c\r\x1b") + b"\x7f"
_FEW = 16


def magic_kind(data: bytes) -> str | None:
    """What kind of binary the first bytes announce ("a PDF document"), or None."""
    return next((kind for at, mark, kind in _MAGIC if data.startswith(mark, at)), None)


def mostly_control(data: bytes, share: float) -> bool:
    """Whether more than `share` of the bytes are control characters that text does not use (and more than a few)."""
    controls = len(data) - len(data.translate(None, _CONTROL))
    return controls >= _FEW and controls > share * len(data)
