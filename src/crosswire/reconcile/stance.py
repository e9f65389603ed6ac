"""The stance of a text to a claim."""

from __future__ import annotations

from crosswire.model import ClaimStance, ClaimText


def compare(claim: ClaimText) -> ClaimStance:
    """The stance of a text to a claim."""
    return ClaimStance(claim.id, "observing")
