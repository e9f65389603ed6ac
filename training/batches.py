"""Examples cut into windows of word pieces, shuffled and padded into batches."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from crosswire.detect.attributions.shown import BY_RULES
from training.examples import Example
from training.network import Batch

BLIND = 0.15  # share of windows that are shown nothing of what the rules found, so that the tagger can do without
HIDDEN = 0.08  # share of pieces that are masked, so that single words do not decide


def batches(examples: Sequence[Example], size: int, count: int, chance: random.Random, mask: int) -> Iterator[Batch]:
    """All windows of all examples once, in a random order, cut at random places.

    Args:
        examples: the articles.
        size: pieces in a window.
        count: windows in a batch.
        chance: decides cuts, order, which windows are blind to the rules, and which pieces are hidden.
        mask: the piece that stands for a hidden one.
    """
    windows = []
    for number, example in enumerate(examples):
        start = -chance.randrange(size) if len(example.pieces) > size else 0
        while start < len(example.pieces):
            windows.append((number, max(0, start), min(start + size, len(example.pieces))))
            start += size
    windows = [w for w in windows if w[2] - w[1] > 16]
    windows.sort(key=lambda w: (w[2] - w[1], chance.random()))
    groups = [windows[i : i + count] for i in range(0, len(windows), count)]
    chance.shuffle(groups)
    for group in groups:
        batch = _batch([(examples[n], start, end, chance.random() < BLIND) for n, start, end in group])
        noise = torch.from_numpy(np.random.default_rng(chance.getrandbits(32)).random(batch.ids.shape))
        batch.ids[noise < HIDDEN] = mask
        yield batch


def _batch(windows: Sequence[tuple[Example, int, int, bool]]) -> Batch:
    longest = max(end - start for _, start, end, _ in windows)
    shape = (len(windows), longest)
    ids, mask = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    shown = np.zeros((*shape, windows[0][0].shown.shape[1]), np.int64)
    judged, begins, tags = np.zeros(shape, bool), np.zeros(shape, np.float32), np.zeros((*shape, 3), np.int64)
    anchors, labels = [], []
    for n, (example, start, end, blind) in enumerate(windows):
        length = end - start
        owner = np.searchsorted(example.first, np.arange(start, end), side="right") - 1
        ids[n, :length], mask[n, :length] = example.pieces[start:end], 1
        shown[n, :length] = example.shown[owner]
        if blind:
            shown[n, :, BY_RULES] = 0
        places = example.first - start
        inside = (places >= 0) & (places < length)
        judged[n, places[inside]] = True
        for parts in example.parts:
            anchor = int(places[parts[1][0][0]])
            if not 0 <= anchor < length:
                continue
            row = np.zeros(longest, np.int64)
            for kind in (2, 1, 0):  # where parts overlap, source and cue are told apart from the content
                for first, last in parts[kind]:
                    _mark(row, places[first:last], length, 1 + 2 * kind)
                    _mark(tags[n, :, kind], places[first:last], length, 1)
            begins[n, anchor] = 1
            anchors.append((n, anchor))
            labels.append(row)
    return Batch(
        *(torch.from_numpy(a) for a in (ids, mask, shown, judged, begins, tags)),
        torch.tensor(anchors, dtype=torch.int64).reshape(-1, 2),
        torch.from_numpy(np.array(labels, np.int64).reshape(-1, longest)),
    )


def _mark(row: NDArray[np.int64], places: NDArray[np.int32], length: int, label: int) -> None:
    kept = places[(places >= 0) & (places < length)]
    row[kept] = label + 1
    if len(kept) and places[0] == kept[0]:
        row[kept[0]] = label
