"""Days with a name, and when they fall: general and Western Christian ones, and those of the United States by default.

Easter by the method of Butcher (Gregorian calendar), as in Meeus, Astronomical Algorithms, 1991.
"""

from __future__ import annotations

from datetime import date, timedelta

# The month and day of each.
FIXED = {
    "christmas": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26), "new year": (1, 1),
    "new year's eve": (12, 31), "halloween": (10, 31), "valentine": (2, 14), "st patrick": (3, 17),
    "independence day": (7, 4), "veterans day": (11, 11), "armistice day": (11, 11), "bastille day": (7, 14),
    "may day": (5, 1), "april fool": (4, 1), "all saints": (11, 1), "epiphany": (1, 6), "juneteenth": (6, 19),
    "women's day": (3, 8), "earth day": (4, 22), "groundhog day": (2, 2), "guy fawkes": (11, 5),
}  # fmt: skip
# The month, the weekday (1 is Monday), and which one of the month (-1 is the last).
FLOATING = {
    "thanksgiving": (11, 4, 4), "labor day": (9, 1, 1), "memorial day": (5, 1, -1), "mlk day": (1, 1, 3),
    "presidents day": (2, 1, 3), "columbus day": (10, 1, 2), "mother's day": (5, 7, 2), "father's day": (6, 7, 3),
}  # fmt: skip
# Days from Easter Sunday.
MOVABLE = {
    "easter": 0, "easter monday": 1, "good friday": -2, "maundy thursday": -3, "palm sunday": -7, "ash wednesday": -46,
    "ascension day": 39, "whit monday": 50, "mardi gras": -47, "holy saturday": -1,
}  # fmt: skip
# The one day that each names.
SINGLE = {"nine eleven": "2001-09-11", "d-day": "1944-06-06", "v-e day": "1945-05-08", "v-j day": "1945-08-15"}

_SPELLED = (
    ("christmas eve", "christmas eve"), ("christmas day", "christmas"), ("christmas", "christmas"),
    ("boxing day", "boxing day"), ("new year 's eve", "new year's eve"), ("new year 's day", "new year"),
    ("new year ’s eve", "new year's eve"), ("new year ’s day", "new year"), ("new years eve", "new year's eve"),
    ("new years day", "new year"), ("halloween", "halloween"), ("valentine 's day", "valentine"),
    ("valentine ’s day", "valentine"), ("st . patrick 's day", "st patrick"), ("st . patrick ’s day", "st patrick"),
    ("independence day", "independence day"), ("fourth of july", "independence day"), ("veterans day", "veterans day"),
    ("armistice day", "armistice day"), ("bastille day", "bastille day"), ("may day", "may day"),
    ("april fool 's day", "april fool"), ("april fools day", "april fool"), ("all saints day", "all saints"),
    ("epiphany", "epiphany"), ("juneteenth", "juneteenth"), ("international women 's day", "women's day"),
    ("international women ’s day", "women's day"), ("earth day", "earth day"), ("groundhog day", "groundhog day"),
    ("guy fawkes night", "guy fawkes"), ("bonfire night", "guy fawkes"), ("thanksgiving day", "thanksgiving"),
    ("thanksgiving", "thanksgiving"), ("labor day", "labor day"), ("memorial day", "memorial day"),
    ("martin luther king jr . day", "mlk day"), ("martin luther king day", "mlk day"),
    ("presidents ' day", "presidents day"), ("presidents ’ day", "presidents day"), ("presidents day", "presidents day"),
    ("columbus day", "columbus day"), ("mother 's day", "mother's day"), ("mother ’s day", "mother's day"),
    ("father 's day", "father's day"), ("father ’s day", "father's day"), ("easter sunday", "easter"),
    ("easter monday", "easter monday"), ("easter", "easter"), ("good friday", "good friday"),
    ("maundy thursday", "maundy thursday"), ("palm sunday", "palm sunday"), ("ash wednesday", "ash wednesday"),
    ("ascension day", "ascension day"), ("whit monday", "whit monday"), ("mardi gras", "mardi gras"),
    ("election day", "election day"), ("d - day", "d-day"), ("v - e day", "v-e day"), ("ve day", "v-e day"),
    ("v - j day", "v-j day"), ("vj day", "v-j day"),
)  # fmt: skip


def _by_first_word() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for spelled, name in _SPELLED:
        phrase = tuple(spelled.split())
        found.setdefault(phrase[0], []).append((phrase, name))
    return {first: tuple(sorted(all_, key=lambda p: -len(p[0]))) for first, all_ in found.items()}


PHRASES = _by_first_word()


def easter(year: int) -> date:
    """Easter Sunday of a year of the Gregorian calendar."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * el) // 433
    month = (h + el - 7 * m + 90) // 25
    return date(year, month, (h + el - 7 * m + 33 * month + 19) % 32)


def nth_weekday(year: int, month: int, weekday: int, n: int) -> date:
    """The n-th Monday (1) to Sunday (7) of a month; n = -1 is the last one."""
    if n < 0:
        last = (date(year + month // 12, month % 12 + 1, 1)) - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (n - 1))


def holiday(name: str, year: int) -> date | None:
    """The day on which a named day falls in a year; None for a name that is not known."""
    if name in FIXED:
        return date(year, *FIXED[name])
    if name in FLOATING:
        return nth_weekday(year, *FLOATING[name])
    if name in MOVABLE:
        return easter(year) + timedelta(days=MOVABLE[name])
    if name == "election day":
        return nth_weekday(year, 11, 1, 1) + timedelta(days=1)
    return None
