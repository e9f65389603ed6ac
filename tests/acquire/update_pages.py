"""Write the expected records of every stored page, feed and package anew: `python tests/acquire/update_pages.py`, then read the difference."""

from __future__ import annotations

from pathlib import Path

import msgspec

from crosswire.acquire import RawInput, read

PAGES = Path(__file__).parent / "pages"
STORED = sorted(path for pattern in ("*.html",) for path in PAGES.glob(pattern))

PACKAGES = sorted(
    path for folder in ("feeds", "newsroom") for path in (PAGES.parent / folder).iterdir() if path.suffix != ".stored"
)


def expected(page: Path) -> bytes:
    """The record of a stored page, as it is stored: indented JSON in UTF-8."""
    (record,) = read(RawInput(page.name, page.read_bytes(), page.name))
    return msgspec.json.format(msgspec.json.encode(record), indent=1) + b"\n"


def all_expected(package: Path) -> bytes:
    """The records of a stored feed or package, one or more, in the same form."""
    records = list(read(RawInput(package.name, package.read_bytes(), package.name)))
    return msgspec.json.format(msgspec.json.encode(records), indent=1) + b"\n"


def result_of(package: Path) -> Path:
    """Where the records of a stored feed or package are stored."""
    return package.with_name(f"{package.name}.stored")


def main() -> None:
    for page in STORED:
        page.with_suffix(".json").write_bytes(expected(page))
    for package in PACKAGES:
        result_of(package).write_bytes(all_expected(package))


if __name__ == "__main__":
    main()
