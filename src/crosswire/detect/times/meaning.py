"""What a time expression says by itself, before anything around it is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from crosswire.model import TimeType

Form = Literal["fixed", "calendar", "shift", "period", "clock", "numeric"]
Base = Literal["speech", "previous"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """The content of a time expression.

    ``form`` says which fields count: "fixed" has its final ``value``; "calendar" names parts of a date (``sub`` is a
    quarter, half, season or named day); "shift" is ``amount`` ``unit``s away from ``base``; "period" is the last (-1),
    this (0) or next (1) ``unit`` (``which``); "clock" only a time of day; "numeric" a date in digits whose order of
    day and month is open (``value`` is as written). ``part`` is a time of day or a part of one; ``years`` a shift of
    the year ("June of last year": -1); ``over`` the days that a clock time lies beyond the day named (midnight in
    Greenwich may be the next one).
    """

    type: TimeType
    form: Form
    value: str = ""
    mod: str | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    which: int | None = None
    unit: str = ""
    amount: int | None = None
    sub: str = ""
    part: str = ""
    years: int | None = None
    base: Base = "speech"
    over: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """A meaning and the words that carry it: ``first`` to ``last`` (excluded), indexes into `Words`; and its rule."""

    first: int
    last: int
    meaning: Meaning
    rule: str = ""
