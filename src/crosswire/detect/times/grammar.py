"""The forms of time expressions, as rules over classes of words: a pattern, and what a match of it means.

A pattern is a regular expression over the string of word classes, one letter a word, so that it is read against a few
letters, not against the text; names in braces stand for classes. No pattern has an unbounded repeat, so each takes
linear time. The longest match wins; of equally long ones the first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from crosswire.detect.times import build_clock, build_dates, build_relative, build_spans, build_years
from crosswire.detect.times.meaning import Found
from crosswire.detect.times.words import Words

NAMES = {
    "month": "[Mm]", "sure_month": "M", "may_month": "m", "weekday": "W", "weekdays": "w", "unit": "U", "units": "V",
    "any_unit": "[UV]", "season": "[Ss]", "part": "P", "parts": "p", "noon": "H", "deictic": "R", "number": "[dnN]",
    "big": "[dnNY]", "day": "[dO]", "ordinal": "O", "year": "Y", "years": "X", "decade": "K",
    "quarter": "Q", "numeric": "D", "clock": ":", "half_day": "t", "zone": "Z", "oclock": "k", "holiday": "!",
    "last": "L", "this": "T", "that": "J", "next": "G", "same": "[*]", "ago": "A", "earlier": "B", "later": "F",
    "early": "E", "vague": "h", "every": "y", "fiscal": "j", "often": "q", "ref": "r", "recent": "0", "future": "[?]",
    "these": "5", "old": "l", "half": "c", "and": "&", "or": "[|]", "so": "9", "more": ">", "less": "<", "than": "%",
    "at": "@", "most": "=", "to": "~", "a": "a", "the": "e", "poss": "z", "of": "f", "in": "i", "comma": ",",
    "dash": "-", "s": "'", "fraction": "/", "position": "g", "period": "u", "era": ";", "prep": "[iI4@~]", "about": "b",
    "other": "6", "full": "[+]", "not": "7", "from": "I",
}  # fmt: skip

Builder = Callable[[Words, re.Match[str]], tuple[Found, ...]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A form of time expression: its pattern over word classes, and what builds its meaning (or refuses: no parts)."""

    name: str
    pattern: re.Pattern[str]
    build: Builder


def _rule(name: str, pattern: str, builder: Builder) -> Rule:
    spelled = re.sub(r"\{([a-z_]+)\}", lambda m: NAMES[m[1]], pattern)
    return Rule(name, re.compile(spelled), builder)


_REL = r"(?P<rel>{last}|{this}|{next})(?P<relunit>{unit})"
_COUNT = r"(?:(?P<n>{big})(?:{and}{a}(?P<half>{half})|(?P<frac>{fraction}))?(?:(?:{to}|{or}|{dash})(?P<n2>{number}))?)"
_LOOSE = r"(?:{a}?(?P<vague>{vague}){of}?)"

RULES: tuple[Rule, ...] = (
    # --- days
    _rule("month day", r"(?:(?:{this}{next}?|{last}|{next})?(?P<w>{weekday}){comma}?)?(?P<m>{month})(?:{the}(?=O[^_]|O$))?(?P<d>{day})(?!{units})(?:[,f]?(?P<y>{year})|{comma}?{of}?" + _REL + ")?", build_dates.calendar),
    _rule("day month", r"(?:(?P<w>{weekday}){comma}?)?{the}?(?P<d>{day}){of}?(?P<m>{month})(?:[,f]?(?P<y>{year})|{comma}?{of}?" + _REL + ")?", build_dates.calendar),
    _rule("days of month", r"(?P<m>{month})(?P<d>{day})(?P<link>{dash}|{to}|{and}|I)(?P<d2>{day})(?!{month}|{any_unit})(?:{comma}?(?P<y>{year}))?", build_dates.day_range),
    _rule("month of days", r"{the}?(?P<d>{day})(?P<link>{dash}|{to}{the}?|{and}{the}?|I{the}?)(?P<d2>{day}){of}?(?P<m>{month})(?:{comma}?(?P<y>{year}))?", build_dates.day_range),
    _rule("05-Aug-2016", r"(?P<d>d)-(?P<m>{month})-(?P<y>{year})", build_dates.calendar),
    _rule("Tuesday of last week", r"(?P<w>{weekday})(?:{of}|I)?(?:(?P<which>{last}|{this}|{next}))(?P<u>{unit})|(?P<which2>{last}|{this}|{next})(?P<u2>{unit})I?(?P<w2>{weekday})", build_dates.weekday_of_week),
    _rule("numeric date", r"(?P<num>{numeric})", build_dates.numeric),
    _rule("weekday", r"(?:(?P<det>{the})?(?P<which>{last}|{next}|{this}{next}|{this}{last}|{this}|{that}))?(?P<w>{weekday})(?P<p>{part})?(?!{month})", build_dates.calendar),
    _rule("on the 18th", r"(?<=I){the}(?P<d>{ordinal})(?=[,.()&;iI@ea_]|$)", build_dates.bare_day),
    _rule("weekday and day", r"(?P<w>{weekday}),?{the}(?P<d>{ordinal})", build_dates.calendar),
    _rule("first Monday in May", r"(?:{the}?(?P<o>{ordinal})|{the}(?P<last>{last}))(?P<w>{weekday})[fi](?P<m>{month})(?:{comma}?(?P<y>{year}))?", build_dates.nth_weekday),
    _rule("last day of May", r"{the}?(?:(?P<o>{ordinal})|(?P<last>{last}))(?P<u>{unit})[fi](?:(?P<m>{month}){comma}?)?(?P<y>{year})?", build_dates.edge),
    _rule("two Fridays ago", r"(?P<n>{number})(?P<w>{weekdays}){ago}", build_dates.weekdays_away),
    _rule("a week from Friday", r"{a}(?P<u>{unit})(?P<from>I)(?P<w>{weekday})", build_dates.weekdays_away),
    _rule("holiday", r"(?P<which>{last}|{next}|{this})?(?P<holiday>{holiday})(?:{comma}?{of}?(?P<y>{year}))?", build_dates.calendar),
    # --- months, years and what is longer
    _rule("month year", r"(?P<m>{month})(?:{comma}|{of}|{dash})?(?:(?P<y>{year})|" + _REL + ")", build_dates.calendar),
    _rule("months", r"(?P<m>{month})(?P<link>{dash}|{to}|{and}|{or}|I|/)(?P<m2>{month}),?(?P<y>{year})", build_dates.month_range),
    _rule("two months", r"(?<=I)(?P<m>{month})(?P<link>{dash}|{to}|{and}|I)(?P<m2>{may_month})", build_dates.month_range),
    _rule("month", r"(?P<which>{last}|{next}|{this}|{that})?(?P<m>{sure_month})", build_dates.calendar),
    _rule("may", r"(?:(?P<which>{last}|{next}|{this})|(?<=[iIf~E4%BF]))(?P<m>{may_month})", build_dates.calendar),
    _rule("mid-may", r"(?<=E-)(?P<m>{may_month})", build_dates.calendar),
    _rule("year", r"(?<![$:/@#])(?:{the}{unit})?(?P<y>{year})(?![%V$ZtNn])|{the}{unit}(?P<spoken>N)(?!{any_unit})", build_years.year),
    _rule("the 1988 period", r"{the}(?P<y>{year})(?P<unit>{unit}|{period})", build_years.year_period),
    _rule("the last half", r"{the}(?:(?P<last>{last})|(?P<o>{ordinal})){half}{of}(?P<y>{year})", build_years.last_half),
    _rule("fiscal year", r"{the}?(?P<which>{last}|{this}|{next})?(?P<fiscal>{fiscal})(?:{dash}?(?P<unit>{unit}))?(?:{dash}?(?P<y>{year})(?:{dash}(?P<high>[Yd])(?!{dash}))?|(?P<years>{years}))?", build_years.fiscal),
    _rule("years", r"(?P<low>{year}){dash}(?P<high>[Ydn])(?!{dash})", build_years.year_range),
    _rule("split year", r"(?P<years>{years})", build_years.split_year),
    _rule("B.C.", r"(?P<y>[dnY])(?P<era>{era})|(?P<era1>{era})(?P<y1>[dnY])", build_years.era),
    _rule("decade", r"(?P<det>{the})?(?P<k>{decade})", build_years.decade),
    _rule("the nineteen-eighties", r"(?P<det>{the})(?:(?P<early>{early}){dash}?)?(?P<hundreds>N){dash}?(?P<k>{decade})", build_years.decade),
    _rule("the 1980's", r"(?P<det>{the})(?P<early>{early})?{dash}?(?P<k>{year}){s}", build_years.decade),
    _rule("early decade", r"(?P<det>{the})(?P<early>{early}){dash}?(?P<k>{decade})", build_years.decade),
    _rule("century", r"{the}?(?P<early>{early}{dash}?)?(?P<o>{ordinal}){dash}?(?P<unit>{unit})", build_years.century),
    _rule("quarter", r"(?:(?P<det>{the})|" + _REL + r"{s})?(?:{fiscal}{dash}?)?(?:(?P<y0>{year}){s}?)?(?:{fiscal}{dash}?)?(?P<o>{ordinal})(?P<dash>{dash})?(?P<unit>{unit}|{half})(?:{of}?{fiscal}?(?P<y>{year})|{of}?(?P<rel2>{last}|{this}|{next})(?P<relunit2>{unit})|{of}(?:{the}|{that})(?P<ofunit>{unit}))?", build_years.quarter),
    _rule("year-ago quarter", r"(?P<det>{the})?(?P<ago>{unit}{dash}(?:{ago}|{earlier}))(?:{dash}?(?P<o>{ordinal}))?{dash}?(?P<unit>{unit}|{period})?", build_years.year_ago),
    _rule("Q3", r"(?P<quarter>{quarter})(?:{of}?(?P<y>{year}))?|(?P<y1>{year})(?P<quarter1>{quarter})", build_years.quarter_code),
    _rule("season", r"(?:(?P<det>{the})?(?P<which>{last}|{next}|{this}{last}|{this}|{that}))(?P<season>{season})(?:{of}(?P<y>{year}))?", build_dates.calendar),
    _rule("season year", r"{the}?(?:{early}{dash}?)?(?P<season>{season}){of}?(?:(?P<y>{year})(?:{dash}[Yd])?|" + _REL + ")", build_dates.calendar),
    _rule("the season", r"(?<=[iIfBb])(?P<det>{the})(?P<early>{early}{dash}?)?(?P<season>{season})(?!{of}|_{of})", build_dates.calendar),
    _rule("in summer", r"(?<=[iIE])(?P<season>S)", build_dates.calendar),
    # --- counted from another day
    _rule("yesterday", r"(?P<r>{deictic})(?P<p>{part})?", build_relative.deictic),
    _rule("day before yesterday", r"{the}?(?P<u>{unit})(?P<dir>{earlier}|{later})(?:(?P<r>{deictic})|(?P<which>{last})?(?P<w>{weekday}))", build_relative.day_beside),
    _rule("this morning", r"(?:(?P<det>{the})?(?P<which>{last}|{next}|{this}|{that}|{same})|{that}{same})(?P<e>{early})?(?P<p>{part})", build_relative.part_of_day),
    _rule("last week", r"(?P<det>{the})?(?P<which>{last}|{next}|{this}{last}|{this}{next}|{this}{same}|{this}|{that}{same}|{that}|{same})(?P<u>{unit})(?:{or}{so})?", build_relative.period),
    _rule("the week", r"(?P<det>{the})(?P<full>{full})?(?P<u>{unit})(?!{ago}|{earlier}|{later}|{dash}|{unit}|{year})", build_relative.the_unit),
    _rule("the week before last", r"{the}(?P<u>{unit})(?P<dir>{earlier}|{later})(?P<which>{last}|{next})(?!{any_unit}|{weekday}|{month}|{number})", build_relative.one_further),
    _rule("the latest period", r"{the}(?P<which>{last}|{that}|{same})(?P<period>{period})", build_years.topic_period),
    _rule("the week of", r"{the}(?P<u>{unit}){of}(?P<m>{month})(?P<d>{day})", build_dates.week_of),
    _rule("days ago", r"(?:" + _COUNT + "|" + _LOOSE + r"|(?P<one>{a}))?(?P<u>{any_unit})(?:{or}{so})?(?P<dir>{ago}|{earlier}|{later}|{from}(?P<now>{ref}))", build_relative.shift),
    _rule("a year and two months ago", r"(?P<n>{number}|{a})(?P<u>{any_unit}){and}(?P<n2>{number}|{a})(?P<u2>{any_unit}){ago}", build_relative.two_units_ago),
    _rule("the day before", r"{the}(?P<u>{unit})(?P<dir>{earlier}|{later})(?![eaz_L])", build_relative.beside),
    # --- how long, how often
    _rule("hours of the clock", r"(?P<about>(?<=[@bI~]))?(?P<mil>[nY])(?P<hours>{units})", build_clock.military_hours),
    _rule("duration", r"(?:(?P<det>{the}|{a}|{poss})?(?:{this}?(?P<which>{last}|{next})|{ordinal})?(?:" + _COUNT + "|" + _LOOSE + r")|{a}{other}?|{other}){more}?(?P<dash>{dash})?(?P<u>{any_unit})(?:{dash}?(?P<old>{old}))?(?:{or}(?P<n3>{number}|{so}|{more}))?(?:{and}{a}(?P<andhalf>{half}))?", build_spans.duration),
    _rule("half an hour", r"{half}{a}(?P<u>{unit})|(?P<a>{a}){half}{dash}?(?P<u2>{unit})", build_spans.half_unit),
    _rule("for years", r"(?<=[4i%Ig])(?P<u>{units})", build_spans.bare_units),
    _rule("day-long", r"(?P<u>{any_unit}){dash}8", build_spans.bare_units),
    _rule("every week", r"{every}(?:(?P<n>{number})|(?P<other>_))?(?:(?P<u>{any_unit})|(?P<w>{weekday})(?P<wp>{part})?|(?P<p>{part})|(?P<season>{season})|(?P<m>{month}))", build_spans.every),
    _rule("twice a week", r"_{a}(?P<u>{unit})", build_spans.times_a_week),
    _rule("three times a week", r"{number}_{a}(?P<u>{unit})", build_spans.times_a_week),
    _rule("every first Monday", r"{every}{ordinal}(?P<w>{weekday})(?:{of}{the}{unit})?|{the}(?:{ordinal}|{last})(?P<ws>{weekday}){of}{every}{unit}", build_spans.every),
    _rule("Tuesdays", r"(?P<ws>{weekdays})|(?P<w>{weekday})(?P<ps>{parts})", build_spans.every),
    _rule("daily", r"(?P<often>{often})", build_spans.often),
    # --- time of day
    _rule("clock", r"(?P<about>(?<=[@b]))?(?:(?P<c>{clock})(?:(?P<t>{half_day})|{oclock})?|(?P<h>{number})(?:(?P<t2>{half_day})|(?P<k>{oclock})))(?P<z>{zone})?", build_clock.clock),
    _rule("military", r"(?P<mil>[nYd])(?P<z>{zone})", build_clock.clock),
    _rule("in the morning", r"(?<=[iI]){the}(?P<which>{that})?(?P<e>{early})?(?P<p>{part})(?!{of})", build_relative.part_of_day),
    _rule("morning of", r"(?:{the}|(?P<early>{early}){dash}?)?(?P<p>{part})(?P<of>{of})?", build_clock.loose_part),
    _rule("noon", r"(?P<noon>{noon})(?P<z>{zone})?", build_clock.clock),
    _rule("12 noon", r"(?P<twelve>{number})(?P<noon>{noon})(?P<z>{zone})?", build_clock.twelve),
    _rule("half past nine", r"(?P<about>(?<=[@bI~]))?(?:(?P<c>c)|{a}?(?P<q>{unit})|(?P<n>{number})(?:{units})?)(?:(?P<past>{last})|(?P<to>{to}))(?P<h>{number})(?:(?P<t>{half_day})|(?P<k>{oclock}))?(?:{in}{the}(?P<p>{part}))?", build_clock.past_hour),
    _rule("8 tonight", r"(?<=[@bI~])(?P<h>{number})(?P<r>{deictic})", build_clock.tonight),
    _rule("4 in the morning", r"(?:(?P<c>{clock})|(?P<h>{number}))(?P<k>{oclock})?{in}{the}(?P<p>{part})", build_clock.clock),
    # --- the present, the past, the future
    _rule("now", r"(?P<ref>{ref})", build_relative.reference),
    _rule("recent", r"{the}?(?:(?P<recent>{recent})|(?P<these>{these})|(?P<coming>{next})|(?P<past>{last}))(?P<u>{units})(?:{and}{units})?", build_relative.loose_period),
    _rule("the future", r"(?:(?P<det>{the})_?|(?<=i))(?P<future>{future})(?![_UV-])|(?P<det2>{the})_(?P<future2>{future})", build_relative.future),
    _rule("the past", r"(?P<det>{the})(?P<last>{last})(?![UVdnNYhSsPMmWuc0>-])", build_relative.past),
    _rule("current", r"(?P<cur>{this})(?!{any_unit})", build_relative.current),
    _rule("year-end", r"(?P<det>{the})?(?P<u>{unit})(?:{dash}|{s})?(?P<pos>{position})", build_years.year_end),
)  # fmt: skip


# Every form has one of these: a word of time, a number, or a word that alone points to the past or the future.
_BEARING = re.compile(r"[MmWwUVSsPpHRYXKQD:tk!qrdnN/OLT?Z;]")


def expressions(found: Words) -> list[Found]:
    """The time expressions of a stretch of words, in order, without overlap; the longest wins, then the first rule."""
    if not _BEARING.search(found.codes):
        return []
    matches = sorted(_matches(found), key=lambda m: m[:3])
    taken = bytearray(len(found.codes))
    chosen: list[Found] = []
    for _, rank, first, parts in matches:
        last = parts[-1].last
        if not any(taken[first:last]):
            taken[first:last] = b"\x01" * (last - first)
            chosen += (replace(part, rule=RULES[rank].name) for part in parts)
    chosen.sort(key=lambda f: f.first)
    return chosen


def _matches(found: Words) -> Iterator[tuple[int, int, int, tuple[Found, ...]]]:
    """All matches of all rules that mean something: minus their length, their rule's rank, their start, their parts."""
    for rank, rule in enumerate(RULES):
        for match in rule.pattern.finditer(found.codes):
            if parts := rule.build(found, match):
                yield parts[0].first - parts[-1].last, rank, parts[0].first, parts
