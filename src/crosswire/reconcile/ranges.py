"""Ranges: which values a number leaves open, and whether two numbers of one thing can both hold."""

from __future__ import annotations

from crosswire.reconcile.slots import EXACT, Slot

ROUNDED = 0.06  # how far a round number may be from the one that it stands for


def compatible(a: Slot, b: Slot) -> bool:
    """Whether two values of one thing can both hold: equal, one rounded to the other, or left open by a hedge."""
    if a.kind in EXACT or b.kind in EXACT:
        house_in_block = (a.high is None) != (b.high is None) and max(a.value, b.value) <= (a.high or b.high or 0)
        return a.value == b.value or house_in_block
    if a.high and b.high and (a.value == b.value) != (a.high == b.high):
        return _ends_alike(a.value, b.value) and _ends_alike(a.high, b.high)  # "300 to 3,400", "300 to 4,420"
    open_end = 0.1 if a.hedge == b.hedge else 0.25  # numbers with one hedge are compared nearly as they stand
    (low, high), (lower, higher) = _range(a, open_end), _range(b, open_end)
    return max(low, lower) <= min(high, higher) or _rounded(a, b) or _rounded(b, a)


def _range(slot: Slot, open_end: float) -> tuple[float, float]:
    """The values that a number leaves open, by its hedge; "more than" is said of numbers not much larger."""
    high = slot.value if slot.high is None else slot.high
    down = {"near": 0.1, "most": open_end}.get(slot.hedge, 0.0)
    up = {"near": 0.1, "least": open_end}.get(slot.hedge, 0.0)
    return slot.value * (1 - down), high * (1 + up)


def _rounded(a: Slot, b: Slot) -> bool:
    """Whether the first number is the second one rounded (26.4 to 26, 1,117 to 1,100, 391 to 400), or cut short."""
    counted = a.value < 100 and a.value == int(a.value) and b.value == int(b.value)
    if a.high is not None or b.high is not None or counted:
        return False
    return _rounded_off(a.value, b.value)


def _ends_alike(a: float, b: float) -> bool:
    """Whether one end of a range is another's, rounded or not."""
    return a == b or _rounded_off(a, b) or _rounded_off(b, a)


def _rounded_off(a: float, b: float) -> bool:
    step, apart = _step(a), abs(a - b)
    return step > _step(b) and apart < step and apart <= ROUNDED * b


def _step(value: float) -> float:
    """The place of the last digit of a number that is not zero: 100 for 1,100; 0.1 for 26.4."""
    whole, _, rest = f"{value:.4f}".rstrip("0").partition(".")
    if rest:
        return float(10 ** -len(rest))
    return float(10 ** (len(whole) - len(whole.rstrip("0")))) if value else 1.0
