"""Days with a name, and when they fall: general and Western Christian ones, and those of the United States by default.

Easter by the method of Butcher (Gregorian calendar), as in Meeus, Astronomical Algorithms, 1991.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

# The month and day of each.
FIXED = {
    "christmas": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26), "new year": (1, 1),
    "new year's eve": (12, 31), "halloween": (10, 31), "valentine": (2, 14), "st patrick": (3, 17),
    "independence day": (7, 4), "veterans day": (11, 11), "armistice day": (11, 11), "bastille day": (7, 14),
    "may day": (5, 1), "april fool": (4, 1), "all saints": (11, 1), "epiphany": (1, 6), "juneteenth": (6, 19),
    "orthodox christmas": (1, 7), "canada day": (7, 1), "australia day": (1, 26), "anzac day": (4, 25),
    "cinco de mayo": (5, 5), "inauguration day": (1, 20), "aids day": (12, 1), "human rights day": (12, 10),
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
    "shrove tuesday": -47, "pentecost": 49,
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
    ("election day", "election day"), ("black friday", "black friday"), ("cyber monday", "cyber monday"),
    ("orthodox easter", "orthodox easter"), ("orthodox christmas", "orthodox christmas"), ("canada day", "canada day"),
    ("australia day", "australia day"), ("anzac day", "anzac day"), ("remembrance day", "armistice day"),
    ("remembrance sunday", "remembrance sunday"), ("cinco de mayo", "cinco de mayo"),
    ("inauguration day", "inauguration day"), ("world aids day", "aids day"), ("human rights day", "human rights day"),
    ("shrove tuesday", "shrove tuesday"), ("whit sunday", "pentecost"), ("pentecost", "pentecost"),
    ("rosh hashanah", "rosh hashanah"), ("rosh hashana", "rosh hashanah"), ("yom kippur", "yom kippur"),
    ("lunar new year", "lunar new year"), ("chinese new year", "lunar new year"), ("d - day", "d-day"), ("v - e day", "v-e day"), ("ve day", "v-e day"),
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


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Orthodox churches, as a day of the Gregorian calendar (Meeus, Julian calendar)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def rosh_hashanah(year: int) -> date:
    """The first day of the Hebrew year that begins in a Gregorian one (Dershowitz and Reingold, 1990)."""

    def elapsed(hebrew: int) -> int:
        months = (235 * hebrew - 234) // 19
        day = 29 * months + (12084 + 13753 * months) // 25920
        return day + (3 * (day + 1) % 7 < 3)

    before, this, after = (elapsed(year + 3760 + n) for n in range(3))
    delay = 2 if after - this == 356 else 1 if this - before == 382 else 0
    return date.fromordinal(this + delay - 1_373_427)


# The first day of the Chinese year, from 1990 on: the month and day of each.
LUNAR = (
    (1, 27), (2, 15), (2, 4), (1, 23), (2, 10), (1, 31), (2, 19), (2, 7), (1, 28), (2, 16), (2, 5), (1, 24), (2, 12),
    (2, 1), (1, 22), (2, 9), (1, 29), (2, 18), (2, 7), (1, 26), (2, 14), (2, 3), (1, 23), (2, 10), (1, 31), (2, 19),
    (2, 8), (1, 28), (2, 16), (2, 5), (1, 25), (2, 12), (2, 1), (1, 22), (2, 10), (1, 29), (2, 17), (2, 6), (1, 26),
    (2, 13), (2, 3),
)  # fmt: skip


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
    if "/" in name:  # a weekday or the last day of a month: "5/1/-1" is the last Monday in May
        month, *rest = name.split("/")
        if rest == ["last"]:
            return date(year + int(month) // 12, int(month) % 12 + 1, 1) - timedelta(days=1)
        return nth_weekday(year, int(month), int(rest[0]), int(rest[1]))
    rule = _COUNTED.get(name)
    return rule(year) if rule else None


def _lunar(year: int) -> date | None:
    return date(year, *LUNAR[year - 1990]) if 0 <= year - 1990 < len(LUNAR) else None


_COUNTED: dict[str, Callable[[int], date | None]] = {
    "election day": lambda year: nth_weekday(year, 11, 1, 1) + timedelta(days=1),
    "black friday": lambda year: nth_weekday(year, 11, 4, 4) + timedelta(days=1),
    "cyber monday": lambda year: nth_weekday(year, 11, 4, 4) + timedelta(days=4),
    "remembrance sunday": lambda year: nth_weekday(year, 11, 7, 2),
    "orthodox easter": orthodox_easter,
    "rosh hashanah": rosh_hashanah,
    "yom kippur": lambda year: rosh_hashanah(year) + timedelta(days=9),
    "lunar new year": _lunar,
}
