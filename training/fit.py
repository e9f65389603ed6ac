"""Fitting the network, epoch by epoch, so that a run that is cut off goes on where it stopped."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import torch
from torch.optim.lr_scheduler import LambdaLR

from training.batches import batches
from training.examples import Example
from training.network import Network

SIZE = 384  # pieces in a window
WINDOWS = 8  # in a batch
RATE = 3e-4  # highest learning rate of the encoder
HEADS = 4  # times as high for what begins untrained
WARM, LEAST = 0.06, 0.01  # share of the steps in which the rate rises; the share of it that is left at the end


@dataclass
class Fit:
    """A network on its way, and all that decides how it goes on."""

    network: Network
    optimizer: torch.optim.Optimizer
    schedule: LambdaLR
    chance: random.Random
    done: int = 0

    def save(self, target: Path) -> None:
        """Write the state after an epoch."""
        parts = {name: getattr(self, name).state_dict() for name in ("network", "optimizer", "schedule")}
        torch.save({**parts, "chance": self.chance.getstate(), "done": self.done}, target)

    def load(self, target: Path) -> None:
        """Go back to the state that was written."""
        state = torch.load(target, weights_only=False)
        for name in ("network", "optimizer", "schedule"):
            getattr(self, name).load_state_dict(state[name])
        self.chance.setstate(state["chance"])
        self.done = state["done"]


def begin(network: Network, known: Sequence[Example], epochs: int, seed: int) -> Fit:
    """A fit before its first step: AdamW, a short rise of the learning rate, then a straight fall."""
    heads = [p for name, p in network.named_parameters() if not name.startswith("bert.")]
    groups = [{"params": list(network.bert.parameters()), "lr": RATE}, {"params": heads, "lr": HEADS * RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    steps = epochs * sum(len(example.pieces) for example in known) / SIZE / WINDOWS
    schedule = LambdaLR(optimizer, lambda n: min(n / (WARM * steps), max(LEAST, 1 + 2 * LEAST - n / steps)))
    return Fit(network, optimizer, schedule, random.Random(seed))


def epoch(fit: Fit, known: Sequence[Example], mask: int) -> float:
    """One pass over the examples, in sixteen-bit floats where that is safe; returns the mean loss."""
    fit.network.train()
    total, steps = 0.0, 0
    for batch in batches(known, SIZE, WINDOWS, fit.chance, mask):
        with torch.autocast("cpu", torch.bfloat16):
            loss = fit.network.loss(batch)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(fit.network.parameters(), 1.0)
        fit.optimizer.step()
        fit.optimizer.zero_grad()
        fit.schedule.step()
        total, steps = total + float(loss.detach()), steps + 1
        if steps % 50 == 0:
            click.echo(f"epoch {fit.done + 1} step {steps} loss {total / steps:.3f}", err=True)
    fit.done += 1
    return total / max(steps, 1)
