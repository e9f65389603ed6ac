"""Units: currencies by sign and by name (Unicode CLDR, through babel), measures by their plain English names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from babel import Locale

from crosswire.detect.figures_numbers import Piece, low_at

SIGNS = {"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₪": "ILS", "₺": "TRY", "₴": "UAH",
         "₦": "NGN", "₱": "PHP", "฿": "THB", "₫": "VND", "₵": "GHS", "₡": "CRC", "₲": "PYG", "₸": "KZT", "₾": "GEL"}  # fmt: skip
SIGN_COUNTRIES = {
    "us": "USD", "u.s": "USD", "a": "AUD", "au": "AUD", "aus": "AUD", "c": "CAD", "ca": "CAD", "can": "CAD", "nz": "NZD",
    "hk": "HKD", "s": "SGD", "sg": "SGD", "nt": "TWD", "r": "BRL", "j": "JMD", "tt": "TTD", "z": "ZWL",
}  # fmt: skip
PREFIX_WORDS = {"rs": "INR", "rm": "MYR", "rp": "IDR", "kr": None, "sfr": "CHF"}
# Names that several currencies share, where plain English has one first reading; the others stay open.
SHARED_NAMES: dict[str, str | None] = {
    "dollar": "USD", "dollars": "USD", "buck": "USD", "bucks": "USD", "euro": "EUR", "euros": "EUR", "yen": "JPY", "yuan": "CNY",
    "renminbi": "CNY", "rupee": "INR", "rupees": "INR", "rouble": "RUB", "roubles": "RUB", "ruble": "RUB", "rubles": "RUB",
    "won": "KRW", "sterling": "GBP", "quid": "GBP", "peso": None, "pesos": None, "krone": None, "kroner": None, "kronor": "SEK",
    "krona": None, "franc": None, "francs": None, "dinar": None, "dinars": None, "rial": None, "rials": None, "riyal": None,
    "riyals": None, "shilling": None, "shillings": None, "lira": None, "liras": None, "dirham": None, "dirhams": None,
    "baht": "THB", "zloty": "PLN", "zlotys": "PLN", "forint": "HUF", "forints": "HUF", "rand": "ZAR", "naira": "NGN", "shekel": "ILS",
    "shekels": "ILS", "hryvnia": "UAH", "hryvnias": "UAH", "ringgit": "MYR", "rupiah": "IDR", "taka": "BDT", "dong": "VND",
    "reais": "BRL", "real": None, "marks": None, "mark": None,
}  # fmt: skip
COINS = {"cent": "USD", "cents": "USD", "pence": "GBP", "p": "GBP"}
PERCENT_WORDS = frozenset({"%", "percent", "pct", "percentage"})
LENGTHS = {
    "kilometre": "kilometres kilometer kilometers km kms", "metre": "metres meter meters", "centimetre": "centimetres centimeter centimeters cm",
    "millimetre": "millimetres millimeter millimeters mm", "mile": "miles", "foot": "feet ft", "inch": "inches", "yard": "yards",
    "acre": "acres", "hectare": "hectares ha", "tonne": "tonnes", "ton": "tons", "kilogram": "kilograms kilogramme kilogrammes kilo kilos kg",
    "gram": "grams gramme grammes", "pound": "pounds lb lbs", "ounce": "ounces oz", "stone": "", "litre": "litres liter liters",
    "gallon": "gallons", "barrel": "barrels", "pint": "pints", "teaspoon": "teaspoons tablespoon", "tablespoon": "tablespoons",
    "cup": "cups", "degree": "degrees", "knot": "knots", "watt": "watts", "kilowatt": "kilowatts kw", "megawatt": "megawatts mw",
    "gigawatt": "gigawatts gw", "volt": "volts", "hertz": "", "megahertz": "mhz", "kilohertz": "khz", "gigahertz": "ghz",
    "mile per hour": "mph", "kilometre per hour": "kph kmh", "calorie": "calories", "kilobyte": "kilobytes kb", "megabyte": "megabytes mb",
    "gigabyte": "gigabytes gb", "terabyte": "terabytes tb", "decibel": "decibels", "light-year": "lightyears", "fathom": "fathoms",
    "nautical mile": "", "furlong": "furlongs", "league": "", "carat": "carats", "milligram": "milligrams mg", "millilitre": "millilitres milliliters ml",
    "megaton": "megatons", "kiloton": "kilotons", "bushel": "bushels", "quart": "quarts",
}  # fmt: skip
UNITS = {
    word: unit
    for unit, words in LENGTHS.items()
    for word in (unit, *words.split())
    if " " not in word and word != "league"
}
POWERS = frozenset({"square", "sq", "cubic", "nautical"})
SCALES_OF_DEGREES = {"celsius": "degree Celsius", "c": "degree Celsius", "centigrade": "degree Celsius",
                     "fahrenheit": "degree Fahrenheit", "f": "degree Fahrenheit"}  # fmt: skip


@lru_cache(maxsize=1)
def currency_names() -> Mapping[str, str]:
    """English currency names of two words, one or many ("australian dollars"), in small letters, with ISO 4217 codes."""
    names: dict[str, str] = {}
    for code, name in Locale("en").currencies.items():
        plain = name.casefold()
        if plain.count(" ") == 1 and "(" not in plain:
            names.setdefault(plain, code)
            names.setdefault(f"{plain}s", code)
    return MappingProxyType(names)


def money_before(run: Sequence[Piece], first: int) -> tuple[int, str | None] | None:
    """The sign or code before a number: where it starts and its ISO 4217 code; None where there is none."""
    at = first - 1
    if at < 0 or run[first].start - run[at].end > 1:
        return None
    if run[at].text in SIGNS:
        country = (
            SIGN_COUNTRIES.get(low_at(run, at - 1))
            if run[at].text == "$" and at and run[at - 1].end == run[at].start
            else None
        )
        return (at - 1, country) if country and run[at - 1].text.isupper() else (at, SIGNS[run[at].text])
    if run[at].text.isupper() and len(run[at].text) == 3 and run[at].text in Locale("en").currencies:
        return at, run[at].text
    if run[at].low in PREFIX_WORDS and run[at].text[0].isupper():
        return at, PREFIX_WORDS[run[at].low]
    return None


def money_after(run: Sequence[Piece], last: int) -> tuple[int, str | None, float] | None:
    """The currency named after a number: where that ends, its code, and what a unit of it is in the main unit."""
    of = last + 1 if low_at(run, last) == "of" else last
    at = of + 1 if low_at(run, of) == "-" and of == last else of
    one, two = low_at(run, at), f"{low_at(run, at)} {low_at(run, at + 1)}"
    if two in currency_names():
        return at + 2, currency_names()[two], 1
    if two in {"us dollars", "u.s dollars", "us cents"}:
        return at + 2, "USD", 0.01 if two.endswith("cents") else 1
    if one in SHARED_NAMES and one not in {"won", "real", "rand", "mark", "marks", "lira"}:
        return at + 1, SHARED_NAMES[one], 1
    if one in {"won", "rand", "marks", "lira", "reais"} and at == last and not low_at(run, at + 1)[:1].isalpha():
        return at + 1, SHARED_NAMES[one], 1
    if one in COINS and at == last and (one != "p" or run[at - 1].end == run[at].start):
        return at + 1, COINS[one], 0.01
    code = run[at].text if at < len(run) else ""
    return (
        (at + 1, code, 1)
        if len(code) == 3 and code.isupper() and code in {"USD", "EUR", "GBP", "CHF", "JPY", "AUD", "CAD"}
        else None
    )


def percent_after(run: Sequence[Piece], last: int) -> tuple[int, str] | None:
    """The words for a percentage after a number: where they end, and which kind of it they name."""
    at = last + 1 if low_at(run, last) == "-" else last
    one, next_word = low_at(run, at), low_at(run, at + 1)
    if one == "per" and next_word == "cent":
        one, at, next_word = "percent", at + 1, low_at(run, at + 2)
    if one in PERCENT_WORDS:
        points = next_word in {"point", "points"}
        if one == "percentage" and not points:
            return None
        return (at + 2, "percentage point") if points else (at + 1, "percent")
    return (at + 2, "basis point") if one == "basis" and next_word in {"point", "points"} else None


def measure_after(run: Sequence[Piece], last: int) -> tuple[int, str] | None:
    """The unit of measure after a number: where it ends, and its plain English name ("square kilometre")."""
    at = last + 1 if low_at(run, last) == "-" else last
    one, two = low_at(run, at), low_at(run, at + 1)
    if one == "magnitude" and at > last:
        return at + 1, "magnitude"
    if one == "°":
        scale = SCALES_OF_DEGREES.get(two)
        return (at + 2, scale) if scale else (at + 1, "degree")
    if one in POWERS:
        after = at + 2 if low_at(run, at + 1) == "-" else at + 1
        unit = UNITS.get(low_at(run, after))
        return (after + 1, f"{'square' if one == 'sq' else one} {unit}") if unit else None
    unit = UNITS.get(one)
    if unit is None:
        return None
    if unit == "degree" and two in SCALES_OF_DEGREES:
        return at + 2, SCALES_OF_DEGREES[two]
    speed = two == "per" and low_at(run, at + 2) == "hour"
    slash = two == "/" and low_at(run, at + 2) == "h"
    return (at + 3, f"{unit} per hour") if speed or slash else (at + 1, unit)
