"""Reading the heads of a WARC file, and nothing else.

Prints, as one line of JSON, the records read a second of processor time, of the file that the first argument names.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from crosswire.acquire.warc import heads


def main() -> None:
    """Read the heads of all records; no body is wanted."""
    with Path(sys.argv[1]).open("rb") as stream:
        start = time.process_time()
        count = sum(1 for _ in heads(stream))
        spent = time.process_time() - start
    sys.stdout.write(json.dumps({"records": count, "records_per_second": count / spent}) + "\n")


if __name__ == "__main__":
    main()
