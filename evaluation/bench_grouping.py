"""Speed and memory of grouping alone, on a made-up stream (stream.py).

    python -m evaluation.bench_grouping 100000

Articles a second of processor time (grouping keeps one core busy, whatever else the machine does), placed in batches, with 10,000 on the shelf and with nearly all; placing one article at a time into
all of them; memory beyond that of the process before; packing and unpacking the shelf; and whether the stories of the
stream were found, so that what is measured is right.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from evaluation.answers import ONE_THREAD

os.environ |= ONE_THREAD  # before NumPy is there, as the command line does it

import numpy as np
from rich.console import Console
from rich.table import Table

from crosswire.group import Profile, Shelf
from evaluation.stream import stream

BATCH, FEW, ONES = 1_000, 10_000, 200


@dataclass(frozen=True, slots=True)
class Rates:
    """What was measured, in seconds and bytes."""

    articles: int
    at_few: float
    at_many: float
    whole: float
    one_at_a_time: tuple[tuple[float, float], ...]
    held_bytes: int
    pack: float
    unpack: float
    stories: float


def measure(count: int) -> Rates:
    """Place a stream of so many articles, and some one at a time after them."""
    made = stream(count + ONES)
    truth: dict[str, int] = {}
    started = peak()
    shelf, spent = Shelf.empty(), []
    for batch in batches(made, count, truth):
        start = time.process_time()
        shelf.add(batch)
        spent.append(time.process_time() - start)
        if sys.stderr.isatty() or len(spent) % 50 == 0:
            print(f"{len(spent) * BATCH:,} placed, {BATCH / spent[-1]:,.0f} a second", file=sys.stderr, flush=True)
    held = peak() - started
    ones = []
    for one, _ in made:
        start, busy = time.perf_counter(), time.process_time()
        shelf.add([one])
        ones.append((time.perf_counter() - start, time.process_time() - busy))
    start = time.perf_counter()
    arrays = shelf.to_arrays()
    pack = time.perf_counter() - start
    found = {m.id: m.story for m in shelf.memberships()}
    del shelf
    start = time.perf_counter()
    Shelf.from_arrays(arrays)
    unpack = time.perf_counter() - start
    few = max(1, min(FEW, count) // BATCH)
    return Rates(
        count,
        BATCH / float(np.median(spent[few - 3 : few + 3])),
        BATCH / float(np.median(spent[-20:])),
        count / sum(spent),
        tuple(ones),
        held,
        pack,
        unpack,
        b_cubed(truth, found),
    )


def batches(made: Iterator[tuple[Profile, int]], count: int, truth: dict[str, int]) -> Iterator[list[Profile]]:
    """Batches of profiles; their stories are noted in `truth`."""
    for _ in range(0, count, BATCH):
        batch = list(islice(made, BATCH))
        truth |= {one.id: story for one, story in batch}
        yield [one for one, _ in batch]


def b_cubed(truth: dict[str, int], found: dict[str, str]) -> float:
    """B-cubed F1 of found stories (Bagga and Baldwin 1998)."""
    both = Counter((truth[id], found[id]) for id in truth)
    right, mine = Counter(truth.values()), Counter(found[id] for id in truth)
    precision = sum(n * n / mine[story] for (_, story), n in both.items()) / len(truth)
    recall = sum(n * n / right[story] for (story, _), n in both.items()) / len(truth)
    return 2 * precision * recall / (precision + recall)


def peak() -> int:
    """The most memory this process ever held, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def main() -> int:
    """Measure, and print one table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int, nargs="?", default=100_000, help="articles (default 100,000)")
    rates = measure(parser.parse_args().count)
    ones = np.array(rates.one_at_a_time) * 1000
    table = Table("what", "measured", "goal")
    table.add_row(f"articles a second with {FEW:,} on the shelf", f"{rates.at_few:,.0f}", "≥ 2,000")
    table.add_row(f"articles a second with {rates.articles:,}", f"{rates.at_many:,.0f}", "≥ 1,000")
    table.add_row("articles a second, all", f"{rates.whole:,.0f}")
    for at, what in enumerate(("wall clock", "processor")):
        half, most = np.percentile(ones[:, at], [50, 95])
        table.add_row(f"placing one, median and 95th percentile ({what})", f"{half:.1f} ms, {most:.1f} ms", "< 50 ms")
    table.add_row("memory beyond the start", f"{rates.held_bytes / 1024**2:,.0f} MB", "< 4,000 MB")
    table.add_row("packing, unpacking", f"{rates.pack:.1f} s, {rates.unpack:.1f} s")
    table.add_row("B-cubed F1 of the stream's stories", f"{rates.stories:.3f}")
    Console(width=None if sys.stdout.isatty() else 120).print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
