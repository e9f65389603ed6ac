"""Words of time as data: what each word is to the grammar (a one-letter class) and what it means there.

The classes are the alphabet of the grammar (`grammar.NAMES` gives them names). A word that is not here has the class
``_``. Words that are also something else ("may", "fall", "second") have classes of their own, so that the grammar can
ask for more around them.
"""

from __future__ import annotations

Entry = tuple[str, int | str]

MONTHS = {
    "january": 1, "february": 2, "april": 4, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10,
    "november": 11, "december": 12, "jan": 1, "feb": 2, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
AMBIGUOUS_MONTHS = {"march": 3, "may": 5, "mar": 3}
WEEKDAYS = {
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
}  # fmt: skip
SHORT_WEEKDAYS = {
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "weds": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7,
}  # fmt: skip
# What is written short takes its full stop along.
ABBREVIATED = frozenset(
    word
    for word in (*MONTHS, *AMBIGUOUS_MONTHS, *SHORT_WEEKDAYS)
    if len(word) < 5 and word not in ("may", "june", "july")
)

UNITS = {
    "minute": "TM", "hour": "TH", "day": "D", "week": "W", "fortnight": "2W", "month": "M", "quarter": "Q",
    "year": "Y", "decade": "E", "century": "C", "millennium": "L", "weekend": "WE",
}  # fmt: skip
PLURAL_UNITS = {
    "seconds": "TS", "minutes": "TM", "hours": "TH", "days": "D", "weeks": "W", "fortnights": "2W", "months": "M",
    "quarters": "Q", "years": "Y", "decades": "E", "centuries": "C", "millennia": "L", "weekends": "WE",
}  # fmt: skip
SEASONS = {"summer": "SU", "winter": "WI", "autumn": "FA"}
AMBIGUOUS_SEASONS = {"spring": "SP", "fall": "FA"}
DAYPARTS = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "dawn": "DW", "dusk": "DK", "nightfall": "EV",
    "daybreak": "DW", "sunrise": "DW", "sunset": "DK",
}  # fmt: skip
NOONS = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}
DEICTIC_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1, "tonight": 0, "overnight": -1}

CARDINALS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
DECADE_WORDS = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip

ZONES = {
    "GMT": "Z", "UTC": "Z", "Zulu": "Z", "EST": "", "EDT": "", "ET": "", "CST": "", "CDT": "", "CT": "", "MST": "",
    "MDT": "", "PST": "", "PDT": "", "PT": "", "BST": "", "CET": "", "CEST": "", "EET": "", "EEST": "", "IST": "",
    "JST": "", "AEST": "", "AEDT": "", "MSK": "", "HKT": "", "SGT": "", "WIB": "", "PKT": "",
}  # fmt: skip

# Zones in words. Only that of Greenwich fixes the moment; the others are read for their extent.
ZONE_PHRASES = {
    "local time": "", "greenwich mean time": "Z", "universal time": "Z", "coordinated universal time": "Z",
    **{
        f"{zone} {kind}time".strip(): ""
        for zone in ("eastern", "central", "mountain", "pacific")
        for kind in ("", "standard ", "daylight ")
    },
    **{f"{city} time": "" for city in ("moscow", "beijing", "london", "paris", "tokyo", "jerusalem", "tehran")},
}  # fmt: skip

# Adverbs and adjectives that recur: the period of the set.
FREQUENCIES = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "XXXX-XX-XXTNI", "weekly": "P1W", "fortnightly": "P2W",
    "biweekly": "P2W", "monthly": "P1M", "yearly": "P1Y", "annual": "P1Y", "annually": "P1Y",
    "biennial": "P2Y",
}  # fmt: skip

REFERENCES = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "nowadays": "PRESENT_REF",
    "recently": "PAST_REF", "lately": "PAST_REF",
}  # fmt: skip

APPROXIMATE = {
    "about": "APPROX", "around": "APPROX", "roughly": "APPROX", "approximately": "APPROX", "circa": "APPROX",
    "nearly": "LESS_THAN", "almost": "LESS_THAN", "under": "LESS_THAN", "over": "MORE_THAN", "only": "", "just": "",
}  # fmt: skip
POSITIONS = {
    "beginning": "START", "start": "START", "dawn": "START", "outset": "START", "middle": "MID", "end": "END",
    "close": "END",
}  # fmt: skip


def _entries() -> dict[str, Entry]:
    groups: tuple[tuple[str, dict[str, int] | dict[str, str]], ...] = (
        ("W", WEEKDAYS), ("w", {day + "s": n for day, n in WEEKDAYS.items()}), ("M", MONTHS), ("m", AMBIGUOUS_MONTHS),
        ("U", UNITS), ("V", PLURAL_UNITS), ("S", SEASONS), ("s", AMBIGUOUS_SEASONS), ("P", DAYPARTS),
        ("p", {part + "s": code for part, code in DAYPARTS.items()}), ("H", NOONS), ("R", DEICTIC_DAYS),
        ("N", CARDINALS), ("N", SCALES), ("O", ORDINALS), ("K", DECADE_WORDS), ("q", FREQUENCIES), ("r", REFERENCES),
        ("b", APPROXIMATE), ("g", POSITIONS),
        ("L", {"last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "latest": -1}),
        ("T", {"this": 0, "current": 0, "present": 0}), ("J", {"that": 0}), ("*", {"same": 0}),
        ("G", {"next": 1, "coming": 1, "upcoming": 1, "following": 1}),
        ("A", {"ago": -1}), ("B", {"earlier": -1, "before": -1}), ("F", {"later": 1, "after": 1}),
        ("E", {"early": "START", "late": "END", "mid": "MID"}), ("h", {"few": "X", "several": "X", "many": "X"}),
        ("@", {"at": 0}), ("%", {"than": 0}), (">", {"more": 0, "longer": 0}), ("<", {"less": 0, "fewer": 0}),
        ("=", {"least": 1, "most": -1}), ("^", {"up": 0}), ("~", {"to": 0}), ("a", {"a": 1, "an": 1}),
        ("e", {"the": 0}), ("z", {"its": 0, "their": 0, "his": 0, "her": 0, "our": 0, "my": 0}), ("f", {"of": 0}),
        ("i", {"in": 0}), ("4", {"for": 0}), ("I", {"since": 0, "by": 0, "until": 0, "till": 0, "during": 0, "from": 0,
        "through": 0, "between": 0, "within": 0, "throughout": 0, "on": 0, "into": 0}),
        ("y", {"each": 0, "every": 0}), ("j", {"fiscal": 0, "financial": 0}), ("l", {"old": 0, "olds": 0}),
        ("c", {"half": 0}), ("&", {"and": 0}), ("|", {"or": 0}), ("t", {"am": 0, "pm": 12}), ("k", {"o'clock": 0}),
        ("u", {"period": 0}), ("0", {"recent": 0}), ("h", {"couple": "2"}), ("9", {"so": 0}), ("?", {"future": 0}), ("5", {"these": 0}),
        ("6", {"another": 1, "additional": 1}), ("+", {"full": 0}), (";", {"bc": -1, "bce": -1, "ad": 1, "ce": 1}), ("7", {"no": 0, "not": 0}), ("8", {"long": 0}),
    )  # fmt: skip
    found: dict[str, Entry] = {}
    for code, words in groups:
        for word, value in words.items():
            found.setdefault(word, (code, value))
    found["fall"], found["spring"] = ("s", "FA"), ("s", "SP")
    return found


LEXICON: dict[str, Entry] = _entries()
CAPITALISED = frozenset("WwMm;")
