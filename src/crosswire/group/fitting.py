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
    label = _moved(_joined(label, len(stories), likeness), likeness, full)
    order = np.argsort(label, kind="stable")
    return [part.tolist() for part in np.split(order, np.flatnonzero(np.diff(label[order])) + 1)]


def _joined(label: Ints, count: int, likeness: Floats) -> Ints:
    """Reports that stand alone go to the story, of several reports, that they are clearly most like.

    Args:
        label: the story of each report.
        count: the number of stories.
        likeness: of each report to each.
    """
    size = np.bincount(label, minlength=count)
    order = np.argsort(label, kind="stable")
    starts = np.cumsum(size) - size
    sums = np.add.reduceat(np.add.reduceat(likeness[order][:, order], starts, axis=0), starts, axis=1)
    mean = sums / size / size[:, None]
    np.fill_diagonal(mean, 0.0)
    best = mean.argmax(axis=1)
    most, second = mean[np.arange(count), best], np.partition(mean, -2, axis=1)[:, -2]
    clear = (size == 1) & (most >= LONE) & (most >= CLEARLY * second)
    return np.where(clear & (size[best] > 1), best, np.arange(count))[label]


@dataclass(frozen=True, slots=True)
class _Sums:
    """What the reports of a part come to by story: how alike they are to each, in all and as full as they are."""

    likeness: Floats
    told: Floats
    to: Floats
    to_told: Floats

    def move(self, report: int, old: int, new: int) -> None:
        """Take a report from one story to another."""
        for matrix, sums in ((self.likeness, self.to), (self.told, self.to_told)):
            sums[:, old] -= matrix[:, report]
            sums[:, new] += matrix[:, report]


def _moved(label: Ints, likeness: Floats, full: Floats) -> Ints:
    """Reports that are less like their story than its others are go to one that they fit better, each once at most."""
    stories, label = np.unique(label, return_inverse=True)
    if len(stories) < 2:
        return label
    alone = likeness.copy()
    np.fill_diagonal(alone, 0.0)
    told = alone * full[:, None] * full
    member = np.zeros((len(label), len(stories)))
    member[np.arange(len(label)), label] = 1.0
    sums = _Sums(alone, told, alone @ member, told @ member)
    may_move = np.ones(len(label), dtype=np.bool_)
    while True:
        report, new = _next_move(sums, label, full, may_move)
        if report < 0:
            return label
        sums.move(report, int(label[report]), new)
        label[report], may_move[report] = new, False


def _next_move(sums: _Sums, label: Ints, full: Floats, may_move: Array) -> tuple[int, int]:
    """The report that gains most by a move, and where it goes; -1 if none does."""
    every, count = np.arange(len(label)), sums.to.shape[1]
    size = np.bincount(label, minlength=count)
    fullness, squares = (np.bincount(label, weights, minlength=count) for weights in (full, full**2))
    own_told = sums.to_told[every, label]
    alike, pairs = np.bincount(label, own_told, minlength=count) / 2, (fullness**2 - squares) / 2
    usual = (alike + PRIOR_PAIRS * PRIOR) / (pairs + PRIOR_PAIRS)
    others_alike, others_pairs = alike[label] - own_told, pairs[label] - full * (fullness[label] - full)
    of_others = (others_alike + PRIOR_PAIRS * PRIOR) / (others_pairs + PRIOR_PAIRS)
    own = sums.to[every, label] / np.maximum(size[label] - 1, 1)
    rows = np.flatnonzero(may_move & (size[label] > 1) & (own <= OUTLYING * of_others))
    if not len(rows):
        return -1, -1
    mean = sums.to[rows] / np.maximum(size, 1)
    fit = np.where((size > 0) & (mean >= LEAST), mean / usual**SPREAD, 0.0)
    fit[np.arange(len(rows)), label[rows]] = 0.0
    best = fit.argmax(axis=1)
    gain = fit[np.arange(len(rows)), best] / np.maximum(own[rows] / of_others[rows] ** SPREAD, 1e-6)
    at = int(gain.argmax())
    return (int(rows[at]), int(best[at])) if gain[at] >= GAIN else (-1, -1)
