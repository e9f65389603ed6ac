"""A claim, and the stance of a text to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Stance = Literal["for", "against", "observing"]


@dataclass(frozen=True, slots=True)
class ClaimText:
    """A claim, and a text whose stance to it is asked."""

    id: str
    claim: str
    text: str


@dataclass(frozen=True, slots=True)
class ClaimStance:
    """The stance of a text to a claim: for, against, or only observing it."""

    id: str
    stance: Stance
