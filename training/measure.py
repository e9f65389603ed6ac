"""A quick look at a network while it learns: exact spans of tokens, without the rules and the speakers behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import torch

from crosswire.detect.attributions.decode import CONTENT, CUE, SOURCE, decode, runs
from crosswire.detect.attributions.tagged import ANCHOR
from crosswire.detect.attributions.windows import windows
from training.examples import PARTS, Example, Ranges
from training.network import Network


def measure(network: Network, held: Sequence[Example]) -> str:
    """Exact F1 of source, cue and content, and of attributions that have all three, over the examples."""
    network.eval()
    right, found, gold = Counter[str](), Counter[str](), Counter[str]()
    for example in held:
        said = predicted(network, example)
        for n, part in enumerate(PARTS):
            a = {r for parts in example.parts for r in parts[n]}
            b = {r for parts in said for r in parts[n]}
            right[part] += len(a & b)
            found[part] += len(b)
            gold[part] += len(a)
        a_whole, b_whole = set(example.parts), set(said)
        right["whole"] += len(a_whole & b_whole)
        found["whole"] += len(b_whole)
        gold["whole"] += len(a_whole)
    return " ".join(f"{part} {2 * right[part] / (found[part] + gold[part]):.4f}" for part in (*PARTS, "whole"))


@torch.inference_mode()
def predicted(network: Network, example: Example) -> list[tuple[Ranges, ...]]:
    """The attributions that the network finds in an example."""
    out = []
    first = example.first
    owner = np.searchsorted(first, np.arange(len(example.pieces)), side="right") - 1
    for window in windows(len(example.pieces)):
        ids = torch.from_numpy(example.pieces[window.start : window.end].astype(np.int64))[None]
        shown = torch.from_numpy(example.shown[owner[window.start : window.end]].astype(np.int64))[None]
        with torch.autocast("cpu", torch.bfloat16):
            begin, vectors, pieces, prior = network(ids, torch.ones_like(ids), shown)
        a, b = np.searchsorted(first, (window.start, window.end))
        places = first[a:b] - window.start
        begin, vectors, pieces, prior = (x[0].float().numpy()[places] for x in (begin, vectors, pieces, prior))
        chosen = 1 / (1 + np.exp(-begin)) >= ANCHOR
        for t in np.flatnonzero(chosen):
            if not window.first <= places[t] + window.start < window.last:
                continue
            labels = decode((pieces @ vectors[t].T + prior)[None])[0]
            out.append(
                tuple(tuple((i, j + 1) for i, j in runs(labels, part, int(a))) for part in (SOURCE, CUE, CONTENT))
            )
    return out
