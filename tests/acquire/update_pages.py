"""Write the expected record of every stored page anew: `python tests/acquire/update_pages.py`, then read the difference."""

from __future__ import annotations

from pathlib import Path

import msgspec

from crosswire.acquire import RawInput, read

PAGES = Path(__file__).parent / "pages"
STORED = sorted(path for pattern in ("*.html",) for path in PAGES.glob(pattern))


def expected(page: Path) -> bytes:
    """The record of a stored page, as it is stored: indented JSON in UTF-8."""
    (record,) = read(RawInput(page.name, page.read_bytes(), page.name))
    return msgspec.json.format(msgspec.json.encode(record), indent=1) + b"\n"


def main() -> None:
    for page in STORED:
        page.with_suffix(".json").write_bytes(expected(page))


if __name__ == "__main__":
    main()
