"""Quality against gold data, held to the floors in floors.json.

    python -m evaluation.scores                 the usual run: some sets in part
    python -m evaluation.scores --full          all of every set; floors belong to the usual run and are not held
    python -m evaluation.scores --write-floors  raise floors to a little under what was measured

The gold data and its scorers are in the folder that CROSSWIRE_GOLD names (default ../shared); without it, the
project's own small gold alone is scored. Exit status 0: all floors hold; 1: one does not, or a task failed; 2: usage.
"""

from __future__ import annotations

import argparse
import os
import shlex
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table

from evaluation.answers import CommandError
from evaluation.floors import Floors, is_below, lower_is_better, raised, read_floors, write_floors
from evaluation.tasks import OWN, TASKS, Place, Scores, Task, score

FLOORS = Path(__file__).with_name("floors.json")
AT_ONCE = 2


@dataclass(slots=True)
class Outcome:
    """What a run measured, what went wrong, and which tasks were scored on a part of their set."""

    measured: Scores = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)


def run(tasks: Sequence[Task], place: Place, *, full: bool) -> Outcome:
    """Score tasks, two at a time, the longest first."""
    outcome = Outcome()

    def one(task: Task) -> tuple[Task, Scores, str | None]:
        start = time.perf_counter()
        try:
            found, wrong = score(task, place, full=full), None
        except CommandError as error:
            found, wrong = {}, f"{task.name}: {error}"
        except FileNotFoundError as error:
            found, wrong = {}, f"{task.name}: not there: {error}"
        print(f"{task.name}: {time.perf_counter() - start:.0f} s", file=sys.stderr, flush=True)
        return task, found, wrong

    with ThreadPoolExecutor(AT_ONCE) as pool:
        done = list(pool.map(one, sorted(tasks, key=lambda task: -task.seconds)))
    for _, found, wrong in sorted(done, key=lambda item: tasks.index(item[0])):
        outcome.measured |= found
        if wrong:
            outcome.failed.append(wrong)
    return outcome


def table(measured: Scores, floors: Floors, *, held: bool, markdown: bool = False) -> Table:
    """One line a measure: what, measured, floor, best known."""
    result = Table(box=box.MARKDOWN if markdown else box.SIMPLE, pad_edge=markdown)
    result.add_column("what", overflow="fold")
    for name in ("measured", "floor", "best known"):
        result.add_column(name, justify="right")
    result.add_column("by", overflow="fold")
    for name, value in measured.items():
        floor = floors.get(name)
        mark = " (less is better)" if lower_is_better(name) else ""
        bad = held and is_below(name, value, floor)
        result.add_row(
            name + mark, f"{value:.4f}" + (" !" if bad else ""), _number(floor.floor if floor else None),
            _number(floor.best_known if floor else None), (floor.source if floor else None) or "",
            style="bold red" if bad else "",
        )  # fmt: skip
    return result


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.4f}"


def arguments(args: Sequence[str] | None) -> argparse.Namespace:
    """The options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--full", action="store_true", help="all of every set")
    parser.add_argument("--write-floors", action="store_true", help="raise floors; never lowers one")
    parser.add_argument("--only", action="append", default=[], metavar="NAME", help="tasks whose name starts so")
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown, for docs/benchmarks.md")
    parser.add_argument("--floors", type=Path, default=FLOORS, metavar="FILE", help="another file of floors")
    parser.add_argument(
        "--command", metavar="COMMAND", help="the command under test (default: the installed crosswire)"
    )
    found = parser.parse_args(args)
    if found.full and found.write_floors:
        parser.error("floors belong to the usual run: --write-floors does not go with --full")
    return found


def main(args: Sequence[str] | None = None) -> int:
    """Score, print the table, and give the exit status."""
    options = arguments(args)
    gold = Path(os.environ.get("CROSSWIRE_GOLD", "../shared"))
    command = shlex.split(options.command) if options.command else [str(Path(sys.executable).with_name("crosswire"))]
    tasks = TASKS
    if not (gold / "gold").is_dir():
        print(
            f"No gold data at {gold} (CROSSWIRE_GOLD names the folder): the project's own small gold alone is scored."
        )
        tasks = OWN
    if options.only:
        tasks = tuple(task for task in tasks if task.name.startswith(tuple(options.only)))
    with tempfile.TemporaryDirectory() as work:
        outcome = run(tasks, Place(gold.resolve(), Path(work), tuple(command)), full=options.full)
    return report(outcome, options)


def report(outcome: Outcome, options: argparse.Namespace) -> int:
    """Print what a run measured against its floors, raise them if that is asked, and give the exit status."""
    path, full = options.floors, options.full
    floors = read_floors(path)
    shown = table(outcome.measured, floors, held=not full, markdown=options.markdown)
    Console(width=None if sys.stdout.isatty() and not options.markdown else 150).print(shown)
    below = [name for name, value in outcome.measured.items() if not full and is_below(name, value, floors.get(name))]
    for name in below:
        worse = "above its ceiling" if lower_is_better(name) else "below its floor"
        print(f"{name}: measured {outcome.measured[name]:.4f}, {worse} {_number(floors[name].floor)}")
    for failure in outcome.failed:
        print(f"failed: {failure}")
    if options.write_floors:
        write_floors(path, raised(floors, outcome.measured))
        print(f"floors raised where they could be: {path}")
    if not below and not outcome.failed:
        print("all floors hold" if not full else "whole sets; floors are those of the usual run and were not held")
    return int(bool(below or outcome.failed))


if __name__ == "__main__":
    sys.exit(main())
