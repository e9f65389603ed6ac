"""Whom names, descriptions and pronouns mean: the project's own passages, with the answers marked in them.

    python -m evaluation.coreference COMMAND…    the development part, with every answer that is wrong or missing

`gold/coreference.txt` says what its marks mean. An answer is an entity of the record that has the marked words among
its mentions or references; an entity that is called as the words are ("Roe", of two Roes) says nothing beyond them.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from evaluation.answers import Row, answers

FILE = Path(__file__).parent / "gold" / "coreference.txt"
PARTS = ("development", "measuring")
NONE = frozenset({"nobody", "open"})
PRONOUNS = frozenset("i me my we he him his himself she her herself it its they them their".split())
ADDRESS = frozenset("mr mrs ms miss dr mr. mrs. ms. dr. sheikh".split())
Kind = Literal["name", "description", "pronoun"]
_HEADER = re.compile(r"^## (\d+) (\w+) (.+)$", re.MULTILINE)
_MARK = re.compile(r"\[([^\[\]=]+) = ([^\[\]=]+)\]")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a passage and whom they mean: a name, "nobody" or "open"."""

    start: int
    end: int
    words: str
    answer: str

    @property
    def kind(self) -> Kind:
        """Pronoun, description or name, by the words alone."""
        first = self.words.split()[0]
        if self.words.lower() in PRONOUNS:
            return "pronoun"
        return "description" if first[0].islower() or first in {"The", "A", "An", "His", "Her", "Its"} else "name"


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage without its marks, and the marks as offsets into it."""

    number: str
    part: str
    sort: str
    text: str
    marks: tuple[Mark, ...]


def passages(path: Path = FILE) -> tuple[Passage, ...]:
    """The passages of a file.

    Raises:
        ValueError: a part that is none, or an answer that its passage does not name.
    """
    pieces = _HEADER.split(path.read_text(encoding="utf8"))[1:]
    return tuple(_passage(*pieces[at : at + 4]) for at in range(0, len(pieces), 4))


def _passage(number: str, part: str, sort: str, marked: str) -> Passage:
    text, marks, at = "", [], 0
    marked = marked.strip()
    for found in _MARK.finditer(marked):
        text += marked[at : found.start()]
        marks.append(Mark(len(text), len(text) + len(found[1]), found[1], found[2]))
        text, at = text + found[1], found.end()
    text += marked[at:]
    unknown = [m.answer for m in marks if m.answer not in NONE and m.answer not in text]
    if part not in PARTS or unknown:
        raise ValueError(f"passage {number}: {part!r}, {unknown}")
    return Passage(number, part, sort, text, tuple(marks))


def measure(command: Sequence[str], path: Path = FILE, part: str = "measuring") -> dict[str, float]:
    """Precision, recall and the number of wrong answers by kind of mention, and of speakers, on one part.

    Raises:
        CommandError: the command failed.
        ValueError: the file of passages is not well formed.
    """
    tally: Counter[str] = Counter()
    for _, what, mark, answer in judged(command, path, part):
        tally.update(outcome(what, mark, answer))
    scores: dict[str, float] = {}
    for what in ("name", "description", "pronoun", "speaker"):
        right = tally[f"{what} right"]
        scores[f"{what}s precision"] = right / max(1, right + tally[f"{what} wrong"])
        scores[f"{what}s recall"] = right / max(1, tally[f"{what} answerable"])
        scores[f"wrong {what}s"] = tally[f"{what} wrong"]
    return {f"coreference/{name}": value for name, value in scores.items()}


def outcome(what: str, mark: Mark, answer: str | None) -> list[str]:
    """What to count for an answer to a mark: whether one could be given, and whether it is right or wrong."""
    counted = [f"{what} answerable"] if mark.answer not in NONE else []
    if answer is None:
        return counted
    return [*counted, f"{what} right" if agrees(answer, mark.answer) else f"{what} wrong"]


def agrees(answer: str, truth: str) -> bool:
    """Whether a name is the one that is meant, or a shorter or longer form of it."""
    mine, true = _words(answer), _words(truth)
    return truth not in NONE and bool(mine) and (mine <= true or true <= mine)


def judged(command: Sequence[str], path: Path, part: str) -> Iterator[tuple[Passage, str, Mark, str | None]]:
    """Each mark of a part with the answer that a command gives; once more as a speaker where an attribution has it."""
    chosen = [p for p in passages(path) if p.part == part]
    fed = [{"id": p.number, "text": p.text} for p in chosen]
    records = {record["id"]: record for record in answers([*command, "annotate", "--jsonl", "-"], fed)}
    for passage in chosen:
        record = records.get(passage.number, {})
        named = {m.answer for m in passage.marks}
        for mark in passage.marks:
            yield passage, mark.kind, mark, _entity(record, mark)
            if any(_ends(a["source"], mark) for a in record.get("attributions", [])):
                yield passage, "speaker", mark, _speaker(record, mark, named)


def _words(name: str) -> frozenset[str]:
    return frozenset(name.casefold().replace(".", "").split()) - ADDRESS - {"the"}


def _entity(record: Row, mark: Mark) -> str | None:
    """The name of the person or organisation whose spans cover most of a mark."""
    best, most = None, 0
    last = mark.end - len(mark.words.split()[-1])
    for entity in record.get("entities", []):
        for start, end in (*entity["mentions"], *entity.get("references", [])):
            shared = min(end, mark.end) - max(start, mark.start)
            heads = end > last if mark.kind != "description" else 2 * shared >= mark.end - mark.start
            if heads and shared > most and entity["type"] in {"PERSON", "ORG"}:
                best, most = entity["name"], shared
    return _told(best, mark)


def _told(name: str | None, mark: Mark) -> str | None:
    """A name, unless it only repeats the words of a mark that mean more."""
    if name is None or (_words(name) <= _words(mark.words) and _words(name) != _words(mark.answer)):
        return None
    return name


def _ends(spans: Sequence[Sequence[int]], mark: Mark) -> bool:
    return any(start <= mark.start < end and mark.end <= end <= mark.end + 1 for start, end in spans)


def _speaker(record: Row, mark: Mark, named: set[str]) -> str | None:
    """The speaker of the attribution whose source ends with a mark; words that name nobody marked are no answer."""
    found = next(a for a in record["attributions"] if _ends(a["source"], mark))
    name = found["speaker_name"]
    if name is None or (found["speaker"] is None and not any(agrees(name, one) for one in named)):
        return None
    return _told(name, mark)


def main(command: Sequence[str]) -> int:
    """Print the development part's wrong and missing answers, and its scores."""
    for passage, what, mark, answer in judged(command, FILE, "development"):
        told = outcome(what, mark, answer)
        if f"{what} right" not in told and told:
            sign = "WRONG" if f"{what} wrong" in told else "-----"
            around = passage.text[max(0, mark.start - 50) : mark.end + 25].replace("\n", " ")
            print(f"{sign} {passage.number:>3} {what:<11} {mark.words} = {mark.answer}, not {answer}: … {around} …")
    for name, value in measure(command, part="development").items():
        print(f"{name}: {value:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
