"""Reading a number with what belongs to it: the other end of an interval, sign, currency, per cent, unit, age."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crosswire.detect.figures_context import TIME_UNITS, bare_year
from crosswire.detect.figures_numbers import Number, Piece, exact, number_at
from crosswire.detect.figures_people import persons
from crosswire.detect.figures_role_words import ONE_PERSON, PEOPLE
from crosswire.detect.figures_units import measure_after, money_after, money_before, percent_after
from crosswire.model import FigureKind

Value = float | tuple[float, float]


@dataclass(frozen=True, slots=True)
class Read:
    """A number read with its unit: pieces ``first`` to ``last`` (excluded)."""

    first: int
    last: int
    kind: FigureKind
    value: Value
    unit: str | None = None


def read_number(run: Sequence[Piece], number: Number) -> Read | None:
    """A number with what belongs to it: the other end of an interval, sign, currency, per cent, unit."""
    money = money_before(run, number.first)
    last, value = _interval(run, number)
    first = number.first if money is None else money[0]
    if money is not None:
        after = money_after(run, last)
        return Read(first, after[0] if after else last, "money", value, after[1] if after and after[1] else money[1])
    for kind, found in (
        ("percent", percent_after(run, last)),
        ("measure", _age(run, first, last) or measure_after(run, last)),
    ):
        if found is not None:
            return Read(first, found[0], "percent" if kind == "percent" else "measure", value, found[1])
    if first and (
        run[first - 1].low == "magnitude" or [p.low for p in run[max(0, first - 2) : first]] == ["magnitude", "-"]
    ):
        return Read(first, last, "measure", value, "magnitude")
    coin = money_after(run, last)
    if coin is not None and number.form != "share":
        return Read(first, coin[0], "money", _times(value, coin[2]), coin[1])
    if number.form == "share":
        return _share(run, number)
    low = run[last].low if last < len(run) else ""
    timed = low in TIME_UNITS or (low == "-" and last + 1 < len(run) and run[last + 1].low in TIME_UNITS)
    years = isinstance(value, tuple) and all(1500 <= end <= 2100 and end == int(end) for end in value)
    return (
        None
        if timed or (bare_year(run, number) and (last == number.last or years))
        else Read(first, last, "count", value)
    )


def _times(value: Value, factor: float) -> Value:
    return (exact(value[0] * factor), exact(value[1] * factor)) if isinstance(value, tuple) else exact(value * factor)


def _share(run: Sequence[Piece], number: Number) -> Read | None:
    """A fraction as a percentage: "two-thirds", "half of …", "one-tenth of 1 percent"."""
    value = number.value if isinstance(number.value, float) else 0.0
    words = [p.low for p in run[number.last : number.last + 2]]
    if words[:1] == ["of"] and number.last + 1 < len(run):
        whole = number_at(run, number.last + 1)
        percent = percent_after(run, whole.last) if whole is not None and whole.form == "number" else None
        if whole is not None and percent is not None and not isinstance(whole.value, tuple):
            return Read(number.first, percent[0], "percent", exact(value * whole.value), percent[1])
    before = run[number.first - 1].low if number.first else ""
    if value == 0.5 and (
        before in {"first", "second", "last", "other", "better", "an", "one"}
        or words[:1] in (["-"], ["hour"], ["time"])
    ):
        return None
    if words[:1] == ["an"] or words[:1] == ["past"]:
        return None
    return Read(number.first, number.last, "percent", round(100 * value, 4), "percent")


def _interval(run: Sequence[Piece], number: Number) -> tuple[int, Value]:
    """Read on over "25 to 30", "25-30" or "between 25 and 30": the end and the value or interval."""
    last, value = number.last, number.value
    joint = run[last].low if last < len(run) else ""
    opener = run[number.first - 1].low if number.first else ""
    close = last + 1 < len(run) and run[last].end == run[last + 1].start
    dash = joint in {"-", "–", "—"} and close and run[last + 1].text[0] in "0123456789"
    if not (
        dash or (joint == "to" and opener != "from") or (joint == "and" and opener == "between")
    ) or last + 1 >= len(run):
        return last, value
    other = number_at(run, last + 1)
    if other is None or other.form != "number" or isinstance(value, tuple) or isinstance(other.value, tuple):
        return last, value
    low, high = value, other.value
    if other.last - other.first > 1 and number.last - number.first == 1 and low < 1000 <= high:
        low = (
            exact(low * high / (exact(float(run[other.first].text.replace(",", ""))) or 1))
            if run[other.first].text[0].isdigit()
            else low
        )
    return (other.last, (low, high)) if low < high else (last, value)


def _age(run: Sequence[Piece], first: int, last: int) -> tuple[int, str] | None:
    """An age in years or months: "10-year-old", "10 years old", "Ana Ruiz, 47,", "aged 40"."""
    words = [p.low for p in run[last : last + 4]]
    plain = [w for w in words if w not in {"-", "‑"}]
    if (
        plain[:1]
        and plain[0] in {"year", "years", "month", "months", "week", "weeks", "day", "days"}
        and plain[1:2] in (["old"], ["olds"])
    ):
        return last + words.index(plain[1]) + 1, plain[0].rstrip("s")
    before = run[max(0, first - 2) : first]
    if last - first != 1 or not run[first].text.isdigit() or not 1 <= int(run[first].text[:4]) <= 115 or not before:
        return None
    if before[-1].low in {"turned", "turns"} or _listed_age(run, first):
        return last, "year"
    if len(before) == 2 and before[0].text == "." and first > 2:
        before = [run[first - 3], before[1]]
    titled = before[0].text[0].isupper() and not before[0].text.isupper()
    named = (
        len(before) == 2
        and before[1].text in {",", "("}
        and (titled or before[0].low in ONE_PERSON or persons(before[0].low))
    )
    if before[-1].low in {",", "and"} and _ages_behind(run, first, words):
        return last, "year"
    next_named = words[:1] == ["and"] and last + 1 < len(run) and run[last + 1].text[0].isupper()
    closed = next_named or (words[:1] in ([","], [")"], ["."], [";"]) and words[1:2] != ["000"])
    return (last, "year") if named and closed else None


def _ages_behind(run: Sequence[Piece], first: int, after: Sequence[str]) -> bool:
    """Whether a number is one of the ages behind those counted: "two women, 28 and 27, were hurt"."""
    if run[first - 1].low == ",":
        return (
            first > 1
            and run[first - 2].low in PEOPLE
            and after[:1] == ["and"]
            and after[1:2] != []
            and after[1].isdigit()
        )
    listed = [p.low for p in run[max(0, first - 4) : first - 1]]
    return len(listed) == 3 and listed[0] in PEOPLE and listed[1] == "," and listed[2].isdigit()


def _listed_age(run: Sequence[Piece], first: int) -> bool:
    """Whether a number follows "aged", "ages" or "age", alone or in a list of ages ("ages 18, 21 and 35")."""
    at = first - 1
    while at >= max(0, first - 12) and (run[at].low in {",", "and", "to", "or", "-", "both"} or run[at].text.isdigit()):
        at -= 1
    return at >= 0 and run[at].low in {"aged", "ages", "age"}
