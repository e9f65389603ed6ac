"""What changed in a story, in words. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.library.reading import Moves, Stored
from crosswire.model import CERTAIN, Account, FigureLine, Finding
from crosswire.show.words import amount, counted, plural

NO_MOVES = Moves()
MOST_FIGURES = 3  # named in the words for a change; the others are counted


def what_changed(
    old: Stored | None, new: Account, versions: Sequence[tuple[str, int]], moves: Moves = NO_MOVES
) -> str | None:
    """What a story's new account says that its old one did not: "3 new reports, 1 new conflict, people killed 12 → 14".

    Args:
        old: the account as it was stored, if there was one.
        new: the account as it is now.
        versions: the versions of the reports that the new one is made from.
        moves: which of them came from other stories, and which went there.

    Returns:
        The words; None where nothing changed.
    """
    before, after = dict(old.versions) if old else {}, dict(versions)
    told = _moved(moves, new=old is None, come=len(after.keys() - before.keys()))
    if old is None:
        return ", ".join([f"new story, {plural(len(new.articles), 'report')}", *told])
    revised = sum(before[id] != ordinal for id, ordinal in after.items() if id in before)
    told += _number(revised, "report changed by its outlet", "reports changed by their outlets")
    told += _conflicts(old.account.findings, new.findings)
    told += _figures(old.account.figures, new.figures)
    if not told and (old.account != new or before != after):
        told = ["the account reads otherwise"]
    return ", ".join(told) or None


def _moved(moves: Moves, *, new: bool, come: int) -> list[str]:
    """Reports that came and went, where from and where to."""
    fresh = come - sum(moves.came.values()) - sum(moves.merged.values())
    told = [] if new else _number(fresh, "new report", "new reports")
    if new:
        told += [f"split from {story}" for story in sorted({*moves.came, *moves.merged})]
    else:
        told += [f"merged with {story} ({plural(number, 'report')})" for story, number in moves.merged.items()]
        told += [f"{plural(number, 'report')} came from {story}" for story, number in moves.came.items()]
    told += [f"{plural(number, 'report')} went to {story}" for story, number in moves.went.items()]
    return told + _number(moves.withdrawn, "report withdrawn by its agency", "reports withdrawn by their agencies")


def _number(number: int, one: str, many: str) -> list[str]:
    return [plural(number, one, many)] if number else []


def _conflicts(old: Sequence[Finding], new: Sequence[Finding]) -> list[str]:
    """Conflicts that came and went, the certain ones and those that are to be checked apart."""
    (sure, to_check), (now_sure, now_to_check) = _stated(old), _stated(new)
    told = _number(len(now_sure - sure), "new conflict", "new conflicts")
    told += _number(len(sure - now_sure - now_to_check), "conflict less", "conflicts less")
    return told + _number(len(now_to_check - to_check - sure), "new conflict to check", "new conflicts to check")


def _stated(findings: Sequence[Finding]) -> tuple[set[str], set[str]]:
    conflicts = [f for f in findings if f.kind == "conflict"]
    sure = {f.statement for f in conflicts if f.confidence >= CERTAIN}
    return sure, {f.statement for f in conflicts} - sure


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
