"""What changed in a story, in words. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crosswire.library.reading import Stored
from crosswire.model import Account, FigureLine, Finding
from crosswire.show.words import amount, counted, plural

MOST_FIGURES = 3  # named in the words for a change; the others are counted


def what_changed(
    old: Stored | None, new: Account, versions: Sequence[tuple[str, int]], notes: Iterable[str]
) -> str | None:
    """What a story's new account says that its old one did not: "3 new reports, 1 new conflict, people killed 12 → 14".

    Args:
        old: the account as it was stored, if there was one.
        new: the account as it is now.
        versions: the versions of the reports that the new one is made from.
        notes: what else happened to the story (it merged, it split).

    Returns:
        The words; None where nothing changed.
    """
    if old is None:
        return ", ".join([f"new story, {plural(len(new.articles), 'report')}", *notes])
    before, after = dict(old.versions), dict(versions)
    told = _number(len(after.keys() - before.keys()), "new report", "new reports")
    told += _number(len(before.keys() - after.keys()), "report less", "reports less")
    revised = sum(before[id] != ordinal for id, ordinal in after.items() if id in before)
    told += _number(revised, "report changed by its outlet", "reports changed by their outlets")
    told += _conflicts(old.account.findings, new.findings)
    told += _figures(old.account.figures, new.figures)
    told += notes
    if not told and (old.account != new or before != after):
        told = ["the account reads otherwise"]
    return ", ".join(told) or None


def _number(number: int, one: str, many: str) -> list[str]:
    return [plural(number, one, many)] if number else []


def _conflicts(old: Sequence[Finding], new: Sequence[Finding]) -> list[str]:
    before, after = ({f.statement for f in findings if f.kind == "conflict"} for findings in (old, new))
    told = _number(len(after - before), "new conflict", "new conflicts")
    return told + _number(len(before - after), "conflict less", "conflicts less")


def _figures(old: Sequence[FigureLine], new: Sequence[FigureLine]) -> list[str]:
    """The best supported values that are others now, of what is counted by its role (killed, injured, …)."""
    before = {(line.of, line.role, line.unit): line for line in reversed(old) if line.role}
    after = {(line.of, line.role, line.unit): line for line in reversed(new) if line.role}
    told = [
        f"{counted(line)} {amount(before[key].value, key[2])} → {amount(line.value, key[2])}"
        for key, line in reversed(after.items())
        if key in before and before[key].value != line.value
    ]
    more = len(told) - MOST_FIGURES
    return told[:MOST_FIGURES] + _number(more if more > 0 else 0, "more figure", "more figures")
