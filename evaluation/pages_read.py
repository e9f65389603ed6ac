"""Reading pages, and nothing else: JSON Lines of pages on standard input, `--most` of them, again and again if needed.

Prints, as one line of JSON, the pages read a second of processor time, and the memory held after each tenth of them. The
words of a page change with every round, so that no cache helps.
"""

from __future__ import annotations

import json
import sys
import time

import psutil

from crosswire.acquire import read_json_line


def main() -> None:
    """Read so many pages as the first argument says."""
    most = int(sys.argv[1])
    pages = [json.loads(line) for line in sys.stdin]
    held: list[int] = []
    process, start = psutil.Process(), time.process_time()
    for number in range(most):
        page = pages[number % len(pages)]
        changed = page["html"].replace(" the ", f" the{number} ")
        line = json.dumps({"id": str(number), "url": page["url"], "html": changed})
        read_json_line(line.encode(), number, "-")
        if (number + 1) % max(1, most // 10) == 0:
            held.append(process.memory_info().rss)
    spent = time.process_time() - start
    sys.stdout.write(json.dumps({"pages_per_second": most / spent, "held": held}) + "\n")


if __name__ == "__main__":
    main()
