"""A stretch of text as words with classes: one linear pass of a small expression, then folding of what belongs together.

Folded are number words ("twenty-six", "nineteen ninety-seven"), ordinals ("twenty-first") and names of days that a
calendar knows ("New Year's Eve").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from crosswire.detect.times.holidays import PHRASES as HOLIDAYS
from crosswire.detect.times.lexicon import (
    ABBREVIATED,
    CAPITALISED,
    LEXICON,
    SCALES,
    SHORT_WEEKDAYS,
    ZONE_PHRASES,
    ZONES,
    Entry,
)

OTHER: Entry = ("_", 0)
NUMERIC = re.compile(
    r"(?P<iso>[12]\d{3}-[01]\d-[0-3]\d)|(?P<nine>9/11)|(?P<slash>\d{1,2}/\d{1,2}/(?:[12]\d{3}|\d{2})|\d{1,2}\.\d{1,2}\.[12]\d{3}|\d{1,2}-\d{1,2}-[12]\d{3})|(?P<clock>[0-2]?\d[:.][0-5]\d(?::[0-5]\d)?)"
    r"|(?P<years>[12]\d{3}/\d{2})|(?P<fraction>1/2|1/4|3/4)|(?P<whole>\d{1,3}(?:,\d{3})+|\d{1,9})"
    r"|(?P<decimal>\d{1,6}\.\d{1,4})"
)
_TOKEN = re.compile(
    r"(?P<number>(?:[12]\d{3}-[01]\d-[0-3]\d|\d{1,2}-\d{1,2}-[12]\d{3})(?![-/.]?\d)|\d+(?:[/.,:]\d+)*+)(?P<suffix>(?:st|nd|rd|th|s|ST|ND|RD|TH)\b)?|(?P<decade>['’‘]\d0s\b)|(?P<half>[AaPp]\.\s?[Mm]\b\.?)"
    r"|(?P<possessive>['’]s\b)|(?P<clockword>[Oo]['’]clock\b)|(?P<quarter>[QH][1-4]\b)|(?P<fiscal>FY[ ]?(?:20)?\d\d\b)|(?P<word>[^\W\d_]+)|(?P<mark>[^\w\s])"
)
_MARKS = {
    ",": ",",
    "-": "-",
    "–": "-",
    "—": "_",
    ".": ".",
    "(": "(",
    ")": ")",
    "$": "$",
    "£": "$",
    "€": "$",
    "#": "$",
    "½": "/",
    ";": ".",
    ":": ".",
    "!": ".",
    "?": ".",
    "”": ".",
    '"': ".",
}
# "The following week", "in coming weeks", but "following the vote", "coming one day after".
_LED = {"following": "eTzJ", "coming": "eTzJiI4b", "upcoming": "eTzJiI4b"}
_NUMBER_WORDS = re.compile(r"(?:aN|N)(?:(?:-|&)?[NO]){0,8}")


_TOLD_APART = frozenset(LEXICON) | {zone.lower() for zone in ZONES} | frozenset(SHORT_WEEKDAYS)


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one stretch of text: their classes as one string, and for each its place and value."""

    codes: str
    starts: list[int]
    ends: list[int]
    lower: list[str]
    values: list[int | str]


def words(text: str, start: int, end: int) -> Words:
    """Cut ``text[start:end]`` into words with their classes; the places are offsets into ``text``."""
    found = Words("", [], [], [], [])
    codes: list[str] = []
    stop = start
    for match in _TOKEN.finditer(text, start, end):
        at = match.start()
        if at < stop:  # the full stop of an abbreviation
            continue
        kind, word = match.lastgroup or "", match.group()
        lower = word.lower()
        if kind == "word" and lower not in _TOLD_APART:  # most words are of no time at all
            stop = match.end()
            codes.append("_")
            found.starts.append(at)
            found.ends.append(stop)
            found.lower.append(lower)
            found.values.append(0)
            continue
        code, value = _READERS["number" if kind == "suffix" else kind](word, match)
        if code == "G" and lower in _LED and (not codes or codes[-1] not in _LED[lower]):
            code = "_"
        stop = match.end()
        if code in "MmW" and lower in ABBREVIATED and text[stop : stop + 1] == ".":
            stop += 1
        codes.append(code)
        found.starts.append(at)
        found.ends.append(stop)
        found.lower.append(lower)
        found.values.append(value)
    merged = _fold(Words("".join(codes), found.starts, found.ends, found.lower, found.values), _phrases)
    return _fold(merged, _numbers)


# --- single words -----------------------------------------------------------------------------------------------------


def _word(word: str, match: re.Match[str]) -> Entry:
    lower = word.lower()
    entry = LEXICON.get(lower)
    if entry is None:
        return _rare(word, lower, match)
    if entry[0] in CAPITALISED and not word[0].isupper():
        return OTHER
    if entry[0] == "m" and word.isupper() and len(word) < 4:
        return OTHER
    return entry


def _rare(word: str, lower: str, match: re.Match[str]) -> Entry:
    if word in ZONES:
        return "Z", ZONES[word]
    if lower in SHORT_WEEKDAYS and word[0].isupper():
        dotted = match.string[match.end() : match.end() + 1] == "."
        return ("W" if dotted or lower in ("tues", "thurs", "wed") else "_"), SHORT_WEEKDAYS[lower]
    return OTHER


def _number(_: str, match: re.Match[str]) -> Entry:
    digits, suffix, start = match["number"], (match["suffix"] or "").lower(), match.start()
    if start and (match.string[start - 1].isalnum() or match.string[start - 1] == "."):
        return OTHER
    if suffix:
        return _suffixed(digits, suffix)
    read = NUMERIC.fullmatch(digits)
    return _KINDS[read.lastgroup or ""](digits) if read else OTHER


def _suffixed(digits: str, suffix: str) -> Entry:
    if not digits.isdecimal() or not digits.isascii():
        return OTHER
    if suffix == "s":
        return ("K", int(digits)) if digits[-1] == "0" and len(digits) in (2, 4) else OTHER
    return ("O", int(digits)) if len(digits) < 4 else OTHER


def _whole(digits: str) -> Entry:
    number = int(digits.replace(",", ""))
    if len(digits) == 4 and 1000 <= number <= 2399:
        return "Y", number
    return ("d" if 1 <= number <= 31 and len(digits) <= 2 else "n"), number


_KINDS: dict[str, Callable[[str], Entry]] = {
    "iso": lambda d: ("D", d),
    "slash": lambda d: ("D", d),
    "clock": lambda d: (":", d.replace(".", ":")),
    "nine": lambda _: ("!", "nine eleven"),
    "years": lambda d: ("X", d),
    "fraction": lambda d: ("/", d),
    "whole": _whole,
    "decimal": lambda d: ("n", d),
}
_READERS: dict[str, Callable[[str, re.Match[str]], Entry]] = {
    "number": _number,
    "decade": lambda word, _: ("K", int(word[1:3])),
    "half": lambda word, _: ("t", 12 if word[0] in "Pp" else 0),
    "possessive": lambda *_: ("'", 0),
    "clockword": lambda *_: ("k", 0),
    "quarter": lambda word, _: ("Q", word),
    "fiscal": lambda word, _: ("X", f"FY20{word[-2:]}"),
    "word": _word,
    "mark": lambda word, _: (_MARKS.get(word, "_"), word),
}


# --- words that belong together ---------------------------------------------------------------------------------------

Folding = tuple[int, int, str, int | str]


def _fold(given: Words, find: Callable[[Words], Iterator[Folding]]) -> Words:
    """Replace runs of words by one word each; ``find`` yields first, last (excluded), class and value, in order."""
    runs = list(find(given))
    if not runs:
        return given
    out = Words("", [], [], [], [])
    codes: list[str] = []
    done = 0
    for first, last, code, value in [*runs, (len(given.codes), len(given.codes), "", 0)]:
        codes.append(given.codes[done:first])
        out.starts.extend(given.starts[done:first])
        out.ends.extend(given.ends[done:first])
        out.lower.extend(given.lower[done:first])
        out.values.extend(given.values[done:first])
        if code:
            codes.append(code)
            out.starts.append(given.starts[first])
            out.ends.append(given.ends[last - 1])
            out.lower.append(" ".join(given.lower[first:last]))
            out.values.append(value)
        done = last
    return Words("".join(codes), out.starts, out.ends, out.lower, out.values)


_PHRASES = {word: tuple((phrase, "!", name) for phrase, name in found) for word, found in HOLIDAYS.items()} | {
    word: tuple(
        (tuple(phrase.split()), "Z", zone) for phrase, zone in ZONE_PHRASES.items() if phrase.split()[0] == word
    )
    for word in {phrase.split()[0] for phrase in ZONE_PHRASES}
}


def _phrases(given: Words) -> Iterator[Folding]:
    lower, done = given.lower, 0
    for i, word in enumerate(lower):
        if i < done or word not in _PHRASES:
            continue
        for phrase, code, name in _PHRASES[word]:
            if tuple(lower[i : i + len(phrase)]) == phrase:
                yield i, i + len(phrase), code, name
                done = i + len(phrase)
                break


def _numbers(given: Words) -> Iterator[Folding]:
    for match in _NUMBER_WORDS.finditer(given.codes):
        first, last = match.span()
        if given.codes[first] == "a" and given.lower[first + 1] not in SCALES:
            first += 1
        if last - first > 1:
            yield from _number_words(given, first, last)


def _number_words(given: Words, first: int, last: int) -> Iterator[Folding]:
    """The parts of a run of number words: one number, or a year said in two parts, as far as they fit together."""
    i = first
    while i < last:
        stop, value, year = _longest(given, i, last)
        if stop - i > 1:
            code = "O" if given.codes[stop - 1] == "O" else "Y" if year else "N"
            yield i, stop, code, value
        i = max(stop, i + 1)


def _longest(given: Words, first: int, last: int) -> tuple[int, int, bool]:
    if year := _spoken_year(given, first, last):
        return year
    total, group, stop, i = 0, 0, first, first
    while i < last:
        code, value = given.codes[i], given.values[i]
        if code in "-&" or (code == "a" and i > first):
            if code == "&" and group % 100 and group < 100:
                break
            i += 1
            continue
        number = int(value)
        if given.lower[i] in SCALES:
            if number >= 1000:
                total, group = total + max(group, 1) * number, 0
            else:
                group = max(group, 1) * number
        elif i > first and not _fits(group, number, total, given.codes[i - 1]):
            break
        else:
            group += number
        i += 1
        stop = i
        if code == "O":
            break
    return stop, total + group, False


def _fits(group: int, number: int, total: int, before: str) -> bool:
    """Whether a number below a hundred may follow what was read: twenty + six, a hundred + fifty, two thousand + three."""
    if before == "-" and group == 0:
        return False
    if group % 100 == 0:
        return group > 0 or total > 0
    return group % 100 >= 20 and group % 10 == 0 and 0 < number < 10


def _spoken_year(given: Words, first: int, last: int) -> tuple[int, int, bool] | None:
    century = given.values[first]
    if given.codes[first] != "N" or not isinstance(century, int) or not 13 <= century <= 20:
        return None
    parts = [i for i in range(first + 1, min(last, first + 4)) if given.codes[i] == "N"]
    if not parts or parts[0] - first > 1:
        return None
    tens = int(given.values[parts[0]])
    if not 10 <= tens <= 99 or given.lower[parts[0]] in SCALES:
        return None
    stop = parts[0] + 1
    if tens >= 20 and len(parts) > 1 and 0 < int(given.values[parts[1]]) < 10:
        tens, stop = tens + int(given.values[parts[1]]), parts[1] + 1
    return stop, century * 100 + tens, True
