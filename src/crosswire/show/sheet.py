"""The sheet that the parts of a terminal's account are written on: its width, its colours, its numbered notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crosswire.model import Account, Article, Evidence
from crosswire.show.layout import Run, flow, paint
from crosswire.show.notes import Note, Notes
from crosswire.show.words import plural


@dataclass(frozen=True, slots=True)
class Sheet:
    """What every part of the terminal's account needs to know."""

    account: Account
    notes: Notes
    called: dict[str, str]
    articles: dict[str, Article]
    width: int
    colour: bool
    tables: bool = False

    def lines(self, runs: Sequence[Run | str], indent: int = 0, hang: int | None = None) -> list[str]:
        """Runs of words as lines of the sheet's width."""
        plain = [run if isinstance(run, Run) else Run(run) for run in runs]
        return flow(plain, self.width, indent=indent, hang=hang, colour=self.colour)

    def section(self, title: str) -> list[str]:
        """The head of a section."""
        return ["", paint(title.upper(), "section", colour=self.colour)]

    def cite(self, places: Iterable[Evidence], most: int | None = None) -> Run:
        """The numbers of some evidence."""
        notes = self.notes.at((e.article, e.span) for e in places)
        return numbers(notes, most)


def numbers(notes: Sequence[Note], most: int | None = None) -> Run:
    """The numbers of notes as they stand behind a line: " [1] [4]"."""
    shown = notes if most is None else notes[:most]
    more = f" +{len(notes) - len(shown)}" if len(shown) < len(notes) else ""
    return Run("".join(f" [{note.number}]" for note in shown) + more, "number")


def rest(left: int, what: str, many: str | None = None) -> str:
    """What a list leaves out."""
    return f"… and {plural(left, f'more {what}', f'more {many}' if many else None)} on the page"
