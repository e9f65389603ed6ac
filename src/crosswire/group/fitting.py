"""Reports that stand alone, or apart in their story, go where they fit better.

Average link joins in one order and never looks back: a report that came to a story early may be left apart from what
the story became, and one that is short stays alone, since it is not as alike to any story as its reports are among
themselves. Moving one report at a time after clustering is the second step of Kernighan and Lin, "An efficient heuristic
procedure for partitioning graphs" (1970).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from crosswire.group.arrays import Array, Ints
from crosswire.group.likeness import Floats
from crosswire.group.stories import LEAST, PRIOR, PRIOR_PAIRS

LONE, CLEARLY = 0.08, 1.6
OUTLYING, GAIN, SPREAD = 0.8, 1.1, 0.7


def fitted(stories: list[list[int]], likeness: Floats, full: Floats) -> list[list[int]]:
    """The stories of a part, after single reports went where they fit better.

    Args:
        stories: of all reports of the part, by their places.
        likeness: of each report to each.
        full: how full each report is, from 0 to 1.
    """
    if len(stories) < 2:
        return stories
    label = np.empty(len(likeness), dtype=np.int64)
    for at, members in enumerate(stories):
        label[members] = at
    label = _moved(_joined(label, likeness), likeness, full)
    return [part.tolist() for part in _members(label)]


def _members(label: Ints) -> list[Ints]:
    """The places of each story's reports."""
    order = np.argsort(label, kind="stable")
    return np.split(order, np.flatnonzero(np.diff(label[order])) + 1)


def _mean(likeness: Floats, rows: Ints, stories: list[Ints]) -> Floats:
    """How alike some reports are to those of each story."""
    size = np.array([len(members) for members in stories])
    found: Floats = np.add.reduceat(likeness[rows][:, np.concatenate(stories)], np.cumsum(size) - size, axis=1) / size
    return found


def _joined(label: Ints, likeness: Floats) -> Ints:
    """Reports that stand alone go to the story, of several reports, that they are clearly most like."""
    stories = _members(label)
    size = np.array([len(members) for members in stories])
    alone = np.flatnonzero(size == 1)
    rows = np.array([int(stories[at][0]) for at in alone], dtype=np.int64)
    mean = _mean(likeness, rows, stories)
    mean[np.arange(len(rows)), alone] = 0.0
    best = mean.argmax(axis=1)
    most, second = mean[np.arange(len(rows)), best], np.partition(mean, -2, axis=1)[:, -2]
    clear = (size[best] > 1) & (most >= LONE) & (most >= CLEARLY * second)
    found = label.copy()
    found[rows[clear]] = best[clear]
    return found


@dataclass(frozen=True, slots=True)
class _Own:
    """How alike each report is to the others of its story, in all, and as full as they are."""

    alike: Floats
    told: Floats

    def note(self, likeness: Floats, full: Floats, report: int, others: Ints, sign: int) -> None:
        """Add a report to a story, or take it away (-1)."""
        row = sign * likeness[report, others]
        told = row * full[others] * full[report]
        self.alike[others] += row
        self.told[others] += told
        self.alike[report] += row.sum()
        self.told[report] += told.sum()


def _moved(label: Ints, likeness: Floats, full: Floats) -> Ints:
    """Reports that are less like their story than its others are go to one that they fit better, each once at most."""
    _, label = np.unique(label, return_inverse=True)
    stories = _members(label)
    own = _Own(np.zeros(len(label)), np.zeros(len(label)))
    for members in stories:
        block = likeness[np.ix_(members, members)].copy()
        np.fill_diagonal(block, 0.0)
        own.alike[members] = block.sum(axis=1)
        own.told[members] = (block * full[members]).sum(axis=1) * full[members]
    may_move = np.ones(len(label), dtype=np.bool_)
    while True:
        report, new = _next_move(likeness, own, label, full, may_move)
        if report < 0:
            return label
        for story, sign in ((int(label[report]), -1), (new, 1)):
            others = np.flatnonzero(label == story)
            own.note(likeness, full, report, others[others != report], sign)
        label[report], may_move[report] = new, False


def _next_move(likeness: Floats, own: _Own, label: Ints, full: Floats, may_move: Array) -> tuple[int, int]:
    """The report that gains most by a move, and where it goes; -1 if none does."""
    size = np.bincount(label)
    fullness, squares = (np.bincount(label, weights) for weights in (full, full**2))
    alike, pairs = np.bincount(label, own.told) / 2, (fullness**2 - squares) / 2
    others_alike, others_pairs = alike[label] - own.told, pairs[label] - full * (fullness[label] - full)
    of_others = (others_alike + PRIOR_PAIRS * PRIOR) / (others_pairs + PRIOR_PAIRS)
    mine = own.alike / np.maximum(size[label] - 1, 1)
    rows = np.flatnonzero(may_move & (size[label] > 1) & (mine <= OUTLYING * of_others))
    if not len(rows) or len(size) < 2:
        return -1, -1
    mean = _mean(likeness, rows, _members(label))
    usual = (alike + PRIOR_PAIRS * PRIOR) / (pairs + PRIOR_PAIRS)
    fit = np.where(mean >= LEAST, mean / usual**SPREAD, 0.0)
    fit[np.arange(len(rows)), label[rows]] = 0.0
    best = fit.argmax(axis=1)
    gain = fit[np.arange(len(rows)), best] / np.maximum(mine[rows] / of_others[rows] ** SPREAD, 1e-6)
    at = int(gain.argmax())
    return (int(rows[at]), int(best[at])) if gain[at] >= GAIN else (-1, -1)
