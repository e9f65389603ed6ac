"""How long reconciling one story takes, as the story grows, and what comes of it.

    python -m evaluation.bench_reconcile                  500 reports (some minutes, most of them for detection)
    python -m evaluation.bench_reconcile --reports 1000
    python -m evaluation.bench_reconcile --rows FILE      annotated rows kept in FILE, made where it does not exist

The reports are made up (long_story.py) and annotated once, outside of what is measured. Then the first quarter of them,
the first half, and all are reconciled, and copies of the first one. Processor time, the least of some rounds; ratios
are held against those of n log n.
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table

from crosswire.group import profile
from crosswire.model import Account, Article, MadeBy, Story
from crosswire.pipeline import memberships, stories
from crosswire.reconcile import reconcile
from crosswire.show.rows import from_row, to_row
from evaluation.answers import CommandError, finish
from evaluation.long_story import long_story

ANNOTATE = (
    str(Path(sys.executable).with_name("crosswire")), "annotate", "--jsonl", "--quiet", "--attributions", "rules",
    "--jobs", str(os.cpu_count() or 1), "-",
)  # fmt: skip
COPIES = 300
MEGABYTE = 1e6


@dataclass(frozen=True, slots=True)
class Measured:
    """What reconciling so many reports took, and the size of what came of it."""

    reports: int
    seconds: float
    findings: int
    account_bytes: int


def annotated(count: int, kept: Path | None) -> list[Article]:
    """The annotated reports of a made-up story; from a file of rows where there is one.

    Raises:
        CommandError: they could not be annotated.
    """
    if kept and kept.exists():
        rows = kept.read_text("utf8")
    else:
        rows = finish(ANNOTATE, "".join(json.dumps(row) + "\n" for row in long_story(count)))
        if kept:
            kept.write_text(rows, "utf8")
    lines = rows.encode().split(b"\n")[:-1]
    if len(lines) < count:
        raise CommandError(f"{len(lines)} rows, and {count} are wanted")
    return [from_row(line, Article) for line in lines[:count]]


def measure(articles: Sequence[Article], rounds: int) -> Measured:
    """Reconcile these reports as one story, so many times; the least time counts."""
    (story,) = stories(memberships([profile(article) for article in articles], ["story"] * len(articles)))
    seconds, account = min((_reconciled(story, articles) for _ in range(rounds)), key=lambda done: done[0])
    return Measured(len(articles), seconds, len(account.findings), len(to_row(account)))


def _reconciled(story: Story, articles: Sequence[Article]) -> tuple[float, Account]:
    gc.collect()
    start = time.process_time()
    account = reconcile(story, articles, MadeBy("0", ()))
    return time.process_time() - start, account


def copies(article: Article, count: int) -> list[Article]:
    """One report under many ids, printed by as many outlets."""
    return [replace(article, id=f"copy-{n:04}", publisher=f"Outlet {n}") for n in range(count)]


def no_worse(few: int, many: int) -> float:
    """By how much n log n grows from few to many."""
    return many * math.log(many) / (few * math.log(few))


def lines(measured: Sequence[Measured], copied: Measured) -> list[tuple[str, str, str]]:
    """What was measured, and what is to be reached: a line for each size, then how it grows, then the copies."""
    found = [
        (f"reconciling {one.reports} reports of one story", f"{one.seconds:.1f} s, {_result(one)}", "")
        for one in measured
    ]
    most = measured[-1]
    found[-1] = (*found[-1][:2], "< 20 s" if most.reports == 500 else "")
    for one in measured[:-1]:
        goal = f"≤ {no_worse(one.reports, most.reports):.2f} (n log n)"
        found.append((f"time at {most.reports} against {one.reports}", f"{most.seconds / one.seconds:.2f}", goal))
    return [*found, (f"reconciling {copied.reports} copies of one", f"{copied.seconds:.1f} s, {_result(copied)}", "")]


def _result(one: Measured) -> str:
    return f"{one.findings:,} findings, {one.account_bytes / MEGABYTE:.1f} MB"


def parse() -> argparse.Namespace:
    """The options of the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=500, help="reports of the story (default 500)")
    parser.add_argument("--rounds", type=int, default=2, help="rounds, of which the least counts (default 2)")
    parser.add_argument("--rows", type=Path, help="a file to keep the annotated rows in")
    parser.add_argument("--json", action="store_true", help="print what was measured as JSON")
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    return parser.parse_args()


def main() -> int:
    """Measure, and print one table."""
    options = parse()
    articles = annotated(options.reports, options.rows)
    measured = [
        measure(articles[: options.reports // part], options.rounds)
        for part in (4, 2, 1)
        if options.reports // part > 1
    ]
    copied = measure(copies(articles[0], COPIES), options.rounds)
    if options.json:
        print(json.dumps({"sizes": [asdict(one) for one in measured], "lines": lines(measured, copied)}))
        return 0
    table = Table("what", "measured", "goal", box=box.MARKDOWN if options.markdown else box.SIMPLE)
    for line in lines(measured, copied):
        table.add_row(*line)
    Console(width=None if sys.stdout.isatty() and not options.markdown else 120).print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
