"""Speed and memory, as ratios within one run on one machine.

    python -m evaluation.bench             speed (some minutes)
    python -m evaluation.bench --memory    the memory of 10,000 articles of 600 words too (long)
    python -m evaluation.bench --only pages --pages 20000    one part of it: starts, speed, pages, heads, reconcile

Texts are made up (bench_texts.py). Each measurement is a process of its own with one thread for linear algebra; the
runs of `account`, of the language model alone and of two processes take turns, and the median counts.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table

from crosswire.clean import clean
from crosswire.model import Article, Published, Source, Title
from crosswire.models import analysed_pieces
from evaluation.answers import CommandError, Row, environment
from evaluation.bench_texts import reports, warc

CROSSWIRE = str(Path(sys.executable).with_name("crosswire"))
ACCOUNT = (CROSSWIRE, "account", "--jsonl", "--quiet", "-")
RULES = (*ACCOUNT, "--attributions", "rules")
MODEL_ALONE = (sys.executable, "-m", "evaluation.model_alone")
TAGGER_ALONE = (sys.executable, "-m", "evaluation.tagger_alone")
PAGES_READ = (sys.executable, "-m", "evaluation.pages_read")
HEADS_READ = (sys.executable, "-m", "evaluation.heads_read")
RECONCILED = (sys.executable, "-m", "evaluation.bench_reconcile", "--json")
PAGES = ("gold/pages/naeb_dev.jsonl.gz", "gold/pages/outlets.jsonl.gz")
MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: what was measured, and what is to be reached."""

    what: str
    measured: str
    goal: str = ""


@dataclass(frozen=True, slots=True)
class Spent:
    """What one process took."""

    seconds: float
    processor: float
    peak_bytes: int


def spend(command: Sequence[str], fed: Path | None = None) -> Spent:
    """Run a process to its end.

    Raises:
        CommandError: its exit status is not 0.
    """
    with (fed or Path(os.devnull)).open("rb") as lines:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=lines, stdout=subprocess.DEVNULL, env=environment())
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise CommandError(f"{' '.join(command)}: exit status {process.returncode}")
    return Spent(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024))


def write_lines(path: Path, values: Iterable[object]) -> Path:
    """Write values as JSON Lines."""
    with path.open("w", encoding="utf8") as file:
        file.writelines(json.dumps(value, ensure_ascii=False) + "\n" for value in values)
    return path


def analysed(row: Row) -> list[str]:
    """The pieces of a report that the language model gets to see within `account`."""
    source = Source(None, None, "application/json", "0" * 64)
    article = Article(
        row["id"], source, row["text"], Title(row["title"]), Published(row["published"], "given"), row["publisher"]
    )
    cleaned = clean(article)
    return [cleaned.text[piece[0].start : piece[-1].end] for piece in analysed_pieces(cleaned)]


def speed(folder: Path, count: int, rounds: int) -> list[Line]:
    """Words per second of `account` and of its tagger, against the language model alone and against two processes."""
    rows = list(reports(count, 500))
    pieces = [piece for row in rows for piece in analysed(row)]
    words = sum(len(piece.split()) for piece in pieces)
    fed, alone = write_lines(folder / "reports.jsonl", rows), write_lines(folder / "pieces.jsonl", pieces)
    taken: dict[str, list[Spent]] = {"account": [], "rules": [], "model": [], "two": []}
    for n in range(rounds):
        taken["model"].append(spend(MODEL_ALONE, alone))
        taken["account"].append(spend(ACCOUNT, fed))
        taken["rules"].append(spend(RULES, fed))
        taken["two"].append(spend((*ACCOUNT, "--jobs", "2"), fed))
        print(f"round {n + 1} of {rounds} done", file=sys.stderr, flush=True)
    account, rules, model, two = (
        statistics.median(s.seconds for s in taken[name]) for name in ("account", "rules", "model", "two")
    )
    rules_busy, model_busy = (statistics.median(s.processor for s in taken[name]) for name in ("rules", "model"))
    with fed.open("rb") as lines:
        done = subprocess.run(TAGGER_ALONE, stdin=lines, stdout=subprocess.PIPE, check=True, env=environment())
    tagged = json.loads(done.stdout)["words_per_second"]
    return [
        Line(f"`account`, {count} articles, {words} words", f"{words / account:,.0f} words/s"),
        Line("the language model alone, same words", f"{words / model:,.0f} words/s"),
        Line("`account` against the model alone", f"{model / account:.2f}", "≥ 0.40"),
        Line("`account --attributions rules` against the model alone", f"{model / rules:.2f}", "≥ 0.70"),
        Line("the same in processor time (steadier on a busy machine)", f"{model_busy / rules_busy:.2f}"),
        Line("the trained tagger alone, all cores", f"{tagged:,.0f} words/s", "≥ 4,000 words/s"),
        Line("`account --jobs 2` against one process", f"{account / two:.2f}", "≥ 1.60"),
    ]


def starts(folder: Path, rounds: int) -> list[Line]:
    """Seconds to the help, and from two reports to a page, each in a fresh process."""
    files = []
    for row in reports(2, 500):
        files.append(folder / f"{row['id']}.txt")
        files[-1].write_text(f"{row['title']}\n\n{row['text']}\n", encoding="utf8")
    to_page = (CROSSWIRE, "account", "--quiet", *map(str, files), "-o", str(folder / "account.html"))
    first = spend(to_page).seconds
    page = statistics.median(spend(to_page).seconds for _ in range(rounds))
    told = statistics.median(spend((CROSSWIRE, "--help")).seconds for _ in range(rounds + 2))
    return [
        Line("`crosswire --help`", f"{told:.2f} s", "< 0.30 s"),
        Line("two reports to a page, fresh process (the first run)", f"{page:.1f} s ({first:.1f} s)", "< 5 s"),
    ]


def memory(folder: Path, count: int) -> list[Line]:
    """Peak memory of `account` over many articles, beyond that of the language model alone over some of them."""
    fed = write_lines(folder / "many.jsonl", reports(count, 600, seed=2))
    some = write_lines(folder / "some.jsonl", [piece for row in reports(100, 600, seed=2) for piece in analysed(row)])
    alone = spend(MODEL_ALONE, some)
    whole = spend(ACCOUNT, fed)
    beyond = (whole.peak_bytes - alone.peak_bytes) / MEGABYTE
    return [
        Line(f"peak memory, {count} articles of 600 words, beyond the model", f"{beyond:,.0f} MB", "< 2,000 MB"),
        Line("seconds for these", f"{whole.seconds:,.0f} s"),
    ]


def pages(count: int) -> list[Line]:
    """Reading real pages, parsing included, and what stays in memory; nothing where the gold data are not there."""
    files = [Path(os.environ.get("CROSSWIRE_GOLD", "../shared")) / name for name in PAGES]
    if not all(file.is_file() for file in files):
        return [Line("pages a second of processor time", "no gold pages (CROSSWIRE_GOLD)")]
    fed = b"".join(gzip.decompress(file.read_bytes()) for file in files)
    done = subprocess.run([*PAGES_READ, str(count)], input=fed, stdout=subprocess.PIPE, check=True, env=environment())
    found = json.loads(done.stdout)
    first, *_, last = (f"{held / MEGABYTE:,.0f} MB" for held in found["held"])
    return [
        Line(f"pages a second of processor time, {count} pages", f"{found['pages_per_second']:.1f}", "≥ 35"),
        Line("memory after a tenth of them, and after all", f"{first}, {last}"),
    ]


def heads(folder: Path, count: int) -> list[Line]:
    """Reading the heads of the records of a WARC file of made-up pages, where no body is wanted."""
    file = folder / "made.warc.gz"
    with file.open("wb") as stream:
        stream.writelines(warc(reports(count, 500, seed=3)))
    command = [*HEADS_READ, str(file)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, env=environment())
    rate = json.loads(done.stdout)["records_per_second"]
    size = file.stat().st_size / count / 1024
    return [Line(f"WARC records a second of processor time, {count} of {size:.0f} KB", f"{rate:,.0f}", "≥ 2,000")]


def long_stories(count: int) -> list[Line]:
    """One long story reconciled, as it grows; its annotation is not counted."""
    done = subprocess.run((*RECONCILED, "--reports", str(count)), stdout=subprocess.PIPE, check=True, env=environment())
    return [Line(*line) for line in json.loads(done.stdout)["lines"]]


def measured(folder: Path, options: argparse.Namespace) -> Iterable[Line]:
    """The lines of the table, part by part."""
    parts: dict[str, Callable[[], list[Line]]] = {
        "starts": lambda: starts(folder, options.rounds),
        "speed": lambda: speed(folder, options.articles, options.rounds),
        "pages": lambda: pages(options.pages),
        "heads": lambda: heads(folder, options.records),
        "reconcile": lambda: long_stories(options.story),
    }
    for name, part in parts.items():
        if options.only in {None, name}:
            yield from part()
    if options.memory:
        yield from memory(folder, options.memory)


def parse() -> argparse.Namespace:
    """The options of the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200, help="articles for the speed (default 200)")
    parser.add_argument("--rounds", type=int, default=3, help="rounds, of which the median counts (default 3)")
    parser.add_argument("--memory", type=int, nargs="?", const=10_000, metavar="ARTICLES", help="measure memory too")
    parser.add_argument("--pages", type=int, default=458, help="pages to read (default 458, each gold page once)")
    parser.add_argument("--records", type=int, default=2_000, help="WARC records to read the heads of (default 2000)")
    parser.add_argument("--story", type=int, default=500, help="reports of the story to reconcile (default 500)")
    parts = ("starts", "speed", "pages", "heads", "reconcile")
    parser.add_argument("--only", choices=parts, help="measure this part alone")
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown, for docs/benchmarks.md")
    return parser.parse_args()


def main() -> int:
    """Measure, and print one table."""
    options = parse()
    with tempfile.TemporaryDirectory() as name:
        lines = list(measured(Path(name), options))
    table = Table("what", "measured", "goal", box=box.MARKDOWN if options.markdown else box.SIMPLE)
    for line in lines:
        table.add_row(line.what, line.measured, line.goal)
    Console(width=None if sys.stdout.isatty() and not options.markdown else 120).print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
