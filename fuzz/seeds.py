"""Write the first inputs of the fuzz targets: the stored inputs of the tests, for `fuzz_read` with the reader's byte.

    python fuzz/seeds.py FOLDER

writes FOLDER/pages and FOLDER/read.
"""

from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath

from crosswire.acquire import READERS

STORED = Path(__file__).parent.parent / "tests" / "acquire"
KEPT = {".stored", ".py", ".pyc"}  # records and code, no inputs


def write(folder: Path) -> None:
    """Write the seeds; each stored input once for each reader that has its ending, and once as XML or JSON."""
    pages, read = folder / "pages", folder / "read"
    for made in (pages, read):
        made.mkdir(parents=True, exist_ok=True)
    for path in sorted(STORED.glob("*/*")):
        data, ending = path.read_bytes(), PurePosixPath(path.name).suffix
        if ending in KEPT or (path.parent.name == "pages" and ending == ".json"):
            continue
        if ending == ".html":
            (pages / path.name).write_bytes(data)
        for n, reader in enumerate(READERS):
            if ending in reader.endings or (
                ending in {".json", ".xml"} and reader.name not in {"web page", "plain text"}
            ):
                (read / f"{path.stem}-{n}").write_bytes(bytes([n]) + data)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
