"""From the tagger's scores to the most likely whole reading: each part in few runs, none of which begins in its middle."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

SOURCE, CUE, CONTENT = 1, 3, 5  # labels of a first token; a later one has the next number; 0 is none
NEW_RUN = (0.5, 0.5, 3.5)  # what a run of source, cue or content costs: one long reading rather than pieces of it
_FORBIDDEN = -1e4

Scores = NDArray[np.float32]
Labels = NDArray[np.int8]


def _transitions() -> NDArray[np.float32]:
    """What it costs to go from a label (row) to the next token's (column)."""
    table = np.zeros((7, 7), np.float32)
    for part, cost in zip((SOURCE, CUE, CONTENT), NEW_RUN, strict=True):
        table[:, part] = -cost
        table[:, part + 1] = _FORBIDDEN
        table[part : part + 2, part + 1] = 0
    return table


TRANSITIONS = _transitions()


def decode(scores: Scores) -> Labels:
    """The best sequence of labels for each cue (Viterbi 1967), all cues of a window at once.

    Args:
        scores: [cues, tokens, 7] logits.

    Returns:
        [cues, tokens] labels; a later token of a part always follows a first one.
    """
    cues, tokens, _ = scores.shape
    if not cues or not tokens:
        return np.zeros((cues, tokens), np.int8)
    best = scores[:, 0].copy()
    best[:, 2::2] += _FORBIDDEN
    back = np.zeros((tokens, cues, 7), np.int8)
    for t in range(1, tokens):
        ways = best[:, :, None] + TRANSITIONS
        back[t] = ways.argmax(axis=1)
        best = ways.max(axis=1) + scores[:, t]
    labels = np.zeros((cues, tokens), np.int8)
    labels[:, -1] = best.argmax(axis=1)
    rows = np.arange(cues)
    for t in range(tokens - 1, 0, -1):
        labels[:, t - 1] = back[t, rows, labels[:, t]]
    return labels


def runs(labels: Labels, label: int, offset: int) -> list[tuple[int, int]]:
    """Runs of a first token's label and its continuation, as ranges of tokens from `offset` on (the last one included)."""
    found: list[tuple[int, int]] = []
    for i in np.flatnonzero((labels == label) | (labels == label + 1)).tolist():
        if found and found[-1][1] == i - 1 + offset and labels[i] != label:
            found[-1] = (found[-1][0], i + offset)
        else:
            found.append((i + offset, i + offset))
    return found
