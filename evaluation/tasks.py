"""What is scored: tasks, the gold of each, how much of it a run takes, and which numbers of the answer are kept."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation import coreference, own_gold, planted_copies
from evaluation.answers import CommandError, finish, read_rows

Scores = dict[str, float]
Annotate = ("annotate", "--jsonl", "-")
AnnotateByRules = ("annotate", "--attributions", "rules", "--jsonl", "-")
Group = ("group", "--jsonl", "-")
GivenStories = ("account", "--jsonl", "--given-stories", "-")
PLANTED = 10


@dataclass(frozen=True, slots=True)
class Place:
    """Where the gold and the scorers are, where files may be written, and the command under test."""

    gold: Path
    work: Path
    command: tuple[str, ...]

    def scorer(self, name: str) -> str:
        """The path of a scorer."""
        return str(self.gold / "score" / name)


@dataclass(frozen=True, slots=True)
class Task:
    """One run of the command under test.

    ``limit``: how many rows of the gold a usual run takes (None: all). ``measures``: the name of a measure, and the
    keys that lead to it in the scorer's answer. ``seconds`` orders the runs: the longest first.
    """

    name: str
    task: str
    file: str
    verb: tuple[str, ...]
    limit: int | None
    seconds: int
    measures: tuple[tuple[str, tuple[str, ...]], ...]
    run: Callable[[Task, Place, int | None], Scores] | None = None


LOWER_IS_BETTER = re.compile(r"/(?:mae|false alarms|conflicts per control|wrong)\b")


def score(task: Task, place: Place, *, full: bool = False) -> Scores:
    """The measured values of a task, by full name (`times/timebank/strict`).

    Raises:
        CommandError: a scorer or the command under test failed.
        FileNotFoundError: the gold of the task is not there.
    """
    limit = None if full else task.limit
    return (task.run or _scorer)(task, place, limit)


def _file(task: Task, place: Place) -> Path:
    path = place.gold / task.file
    if not path.exists():
        raise FileNotFoundError(path)
    return path


def _scorer(task: Task, place: Place, limit: int | None) -> Scores:
    return _scored(task, place, _file(task, place), limit)


def _scored(task: Task, place: Place, file: Path, limit: int | None) -> Scores:
    some = () if limit is None else ("--limit", str(limit))
    told = finish(
        [sys.executable, place.scorer("score.py"), task.task, str(file), *some, "--", *place.command, *task.verb]
    )
    answer = json.loads(told)
    if answer["speed"]["exit_status"] != 0:  # the scorer goes on with what it got: a crash would pass for misses
        raise CommandError(f"the command under test did not end well: exit status {answer['speed']['exit_status']}")
    return {f"{task.name}/{name}": at(answer, keys) for name, keys in task.measures}


def at(answer: Any, keys: Sequence[str]) -> float:
    """The number to which keys lead."""
    for key in keys:
        answer = answer[key]
    return float(answer)


def _planted(task: Task, place: Place, limit: int | None) -> Scores:
    cases = place.work / "planted.jsonl"
    most = str(60 if limit is None else limit)
    finish([sys.executable, place.scorer("plant.py"), "make", str(_file(task, place)), str(cases), "--most", most])
    return _scored(task, place, cases, None)


def _seeds(task: Task, place: Place, limit: int | None) -> Scores:  # noqa: ARG001
    _file(task, place)
    told = finish([sys.executable, place.scorer("check_seeds.py"), *place.command], accept=(0, 1))
    found = re.search(r"seeds: (\d+) of (\d+) items", told)
    return {"seeds/items": int(found[1]) / int(found[2]) if found else 0.0}


def _copies(task: Task, place: Place, limit: int | None) -> Scores:
    return planted_copies.measure(place.command, read_rows(_file(task, place))[:limit])


def _own(task: Task, place: Place, limit: int | None) -> Scores:  # noqa: ARG001
    return own_gold.measure(place.command)


def _coreference(task: Task, place: Place, limit: int | None) -> Scores:  # noqa: ARG001
    return coreference.measure(place.command)


def _shares(*names: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((name, (name, "right")) for name in names)


_TIMES = (("strict", ("strict", "f1")), ("relaxed", ("relaxed", "f1")), ("value", ("value", "f1")))
_B3 = (("b-cubed", ("b3", "f1")),)
_PAGES = (("body", ("body", "f1")), *_shares("date", "title", "authors"))
_QUOTATIONS = (
    ("source", ("source exact", "f1")),
    ("cue", ("cue exact", "f1")),
    ("content", ("content exact", "f1")),
    ("attribution", ("attribution (half of the content, and source overlap)", "f1")),
    ("quoted speech with its speaker", ("quoted speech found with its speaker (recall only)", "r")),
)
_INCIDENTS = _shares(*(f"{role} where there are {kind}" for role in ("killed", "injured") for kind in ("some", "none")))


def _planted_measures(*kinds: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    recall = ((f"{kind} recall", ("planted", kind, "recall")) for kind in kinds)
    false = ((f"false alarms, {kind}", ("planted", kind, "false_alarms")) for kind in kinds)
    return (*recall, *false, ("conflicts per control", ("conflicts_per_control",)))


_OWN = Task("own", "own", "", (), None, 15, (), _own)
_COREFERENCE = Task("coreference", "coreference", "", (), None, 10, (), _coreference)

OWN: tuple[Task, ...] = (_OWN, _COREFERENCE)
TASKS: tuple[Task, ...] = (
    Task("seeds", "seeds", "gold/seeds/expected.json", (), None, 10, (), _seeds),
    Task("quotations/polnear_dev", "quotations", "gold/quotations/polnear_dev.jsonl.gz", Annotate, None, 60, _QUOTATIONS),
    Task(
        "quotations by rules/polnear_dev", "quotations", "gold/quotations/polnear_dev.jsonl.gz", AnnotateByRules,
        None, 50, _QUOTATIONS,
    ),
    Task("times/timebank", "times", "gold/times/timebank.jsonl.gz", Annotate, None, 70, _TIMES),
    Task("times/aquaint", "times", "gold/times/aquaint.jsonl.gz", Annotate, None, 40, _TIMES),
    Task(
        "figures/ieer_nyt", "figures", "gold/figures/ieer_nyt.jsonl.gz", Annotate, None, 50,
        (("exact", ("exact", "f1")), ("overlap", ("overlap", "f1"))),
    ),
    Task("figures/incidents_dev", "incidents", "gold/figures/incidents_dev.jsonl.gz", GivenStories, 200, 120, _INCIDENTS),
    Task(
        "factuality/uw_dev", "factuality", "gold/factuality/uw_dev.jsonl.gz", Annotate, None, 30,
        (("mae", ("mae",)), ("answered", ("answered",))),
    ),
    Task("triggers/ecbplus", "triggers", "gold/events/ecbplus_traindev.jsonl.gz", Annotate, 150, 40, (("recall", ("recall",)),)),
    *(
        Task(f"stories/{name}", "stories", f"gold/stories/{name}.jsonl.gz", Group, None, 15, _B3)
        for name in ("gvc_dev", "basil_dev", "ecbplus_traindev", "allsides_dev")
    ),
    Task("copies/made", "copies", "gold/stories/allsides_dev.jsonl.gz", Group, None, 15, (), _copies),
    Task("pages/naeb_dev", "pages", "gold/pages/naeb_dev.jsonl.gz", Annotate, None, 90, _PAGES),
    Task("pages/outlets", "pages", "gold/pages/outlets.jsonl.gz", Annotate, None, 90, _PAGES),
    Task(
        "planted", "planted", "gold/stories/allsides_dev.jsonl.gz", GivenStories, PLANTED, 150,
        _planted_measures("number", "date", "wording", "speaker"), _planted,
    ),
    Task(
        "planted/basil_dev", "planted", "gold/stories/basil_dev.jsonl.gz", GivenStories, PLANTED, 70,
        _planted_measures("number", "wording", "speaker"), _planted,
    ),
    Task(
        "planted/gvc_train", "planted", "gold/stories/gvc_train.jsonl.gz", GivenStories, PLANTED, 60,
        _planted_measures("number", "date", "wording"), _planted,
    ),
    Task(
        "stance/emergent_dev", "stance", "gold/conflict/emergent_dev.jsonl.gz", ("compare", "--jsonl", "-"), None, 5,
        (("accuracy", ("accuracy",)), ("macro-F1", ("macro_f1",))),
    ),
    _OWN,
    _COREFERENCE,
)  # fmt: skip
