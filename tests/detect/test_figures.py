"""Figures: values, units, what is counted, roles, hedges, scopes; and numbers that are none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.clean import clean
from crosswire.detect.entities import detect_entities
from crosswire.detect.figures import detect_figures
from crosswire.model import Article, Block, Figure, Source, Span, Syntax, TimeExpression, Token

Parse = Callable[[Article], Syntax]
Find = Callable[[str], list[Figure]]


def article(text: str) -> Article:
    block = (Block("paragraph", Span(0, len(text))),) if text else ()
    return Article("a", Source(None, None, "text/plain", "0" * 64), text, language="en", blocks=block)


def plain(text: str) -> list[Figure]:
    """Figures of one sentence whose only token is the whole sentence: numbers are read without a model."""
    syntax = Syntax((Token(0, len(text), text, text, "X", "XX", "ROOT", 0),), ((0, 1),)) if text else Syntax()
    return list(detect_figures(article(text), syntax).figures)


@pytest.fixture
def figures(parse: Parse) -> Find:
    def find(text: str) -> list[Figure]:
        cleaned = clean(replace(article(text), blocks=(), language="und"))
        syntax = parse(cleaned)
        return list(detect_figures(detect_entities(cleaned, syntax), syntax).figures)

    return find


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("It cost $5.4 million.", "money", 5_400_000, "USD"),
        ("It cost US$12bn.", "money", 12_000_000_000, "USD"),
        ("It cost A$3,500.", "money", 3_500, "AUD"),
        ("It cost 40 Australian dollars.", "money", 40, "AUD"),
        ("It cost 2.5 million euros.", "money", 2_500_000, "EUR"),
        ("It cost 60 cents.", "money", 0.6, "USD"),
        ("It cost 300 pesos.", "money", 300, None),
        ("It cost £20-30.", "money", (20, 30), "GBP"),
        ("It rose 3.7 percent.", "percent", 3.7, "percent"),
        ("It rose by 4%.", "percent", 4, "percent"),
        ("It rose two percentage points.", "percent", 2, "percentage point"),
        ("It rose one-tenth of 1 percent.", "percent", 0.1, "percent"),
        ("We asked a quarter of them.", "percent", 25, "percent"),
        ("It is 5 km away.", "measure", 5, "kilometre"),
        ("It burned 120 square miles.", "measure", 120, "square mile"),
        ("It was 38 degrees Celsius.", "measure", 38, "degree Celsius"),
        ("It blew at 90 miles per hour.", "measure", 90, "mile per hour"),
        ("A magnitude 6.1 quake struck.", "measure", 6.1, "magnitude"),
        ("Her 10-year-old dog barked.", "measure", 10, "year"),
        ("The boys are aged 14.", "measure", 14, "year"),
        ("There were dozens of them.", "count", (20, 199), None),
        ("There were tens of thousands.", "count", (20_000, 99_999), None),
        ("There were hundreds.", "count", (200, 999), None),
        ("There were a few hundred.", "count", (200, 900), None),
        ("We met between 25 and 30.", "count", (25, 30), None),
        ("We met two dozen.", "count", 24, None),
        ("We met half a million.", "count", 500_000, None),
    ],
)
def test_a_number_has_its_kind_value_and_unit(text: str, kind: str, value: object, unit: str | None) -> None:
    (one,) = plain(text)
    assert (one.kind, one.value, one.unit) == (kind, value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "Call 555-123-4567 now.",
        "We left at 5:30 p.m. sharp.",
        "She lives at 953 E. Willow Avenue now.",
        "They won 2-1 at home.",
        "It is on page 12 of it.",
        "The F-16 and the G20 are names.",
        "It was big in the 1980s there.",
        "In 1987 it was big.",
        "It lasted three weeks.",
        "No one knows.",
        "See x@9.example for it.",
    ],
)
def test_labels_clock_times_codes_and_durations_are_no_figures(text: str) -> None:
    assert plain(text) == []


def test_a_number_inside_a_time_is_no_figure() -> None:
    text = "It opens on the 12 of May with 40 boats."
    syntax = Syntax((Token(0, len(text), text, text, "X", "XX", "ROOT", 0),), ((0, 1),))
    timed = replace(article(text), times=(TimeExpression(Span(16, 25), "DATE", "XXXX-05-12"),))
    assert [f.value for f in detect_figures(timed, syntax).figures] == [40]


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("It took at least 12.", "at least"),
        ("It took as many as 12.", "up to"),
        ("It took some 12.", "about"),
        ("It took almost 12.", "nearly"),
        ("It took over 12.", "more than"),
        ("It took fewer than 12.", "fewer than"),
        ("It took 12 or so.", "about"),
        ("It took 12.", None),
    ],
)
def test_hedges(text: str, hedge: str | None) -> None:
    assert [f.hedge for f in plain(text)] == [hedge]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 12 people were killed and 30 others injured.", [(12, "killed", None), (30, "injured", None)]),
        ("The flood left four villagers dead and 16 missing.", [(4, "killed", None), (16, "missing", None)]),
        ("Three more people died overnight.", [(3, "killed", "addition")]),
        ("The death toll rose to 45, including nine children.", [(45, "killed", "total"), (9, "killed", "part")]),
        ("A man was shot dead and another man was wounded.", [(1, "killed", None), (1, "injured", None)]),
        ("Two men and a woman were killed.", [(2, "killed", None), (1, "killed", "addition")]),
        ("Nine cooks and two guards also were hurt.", [(9, "injured", None), (2, "injured", None)]),
        ("The attacker wounded six people before he ran.", [(6, "injured", None)]),
        ("Five people were shot, two of them fatally.", [(5, "shot", None), (2, "killed", "part")]),
        (
            "A gunman stabbed one guard, then the gunman killed himself.",
            [(1, "stabbed", None), (1, "killed", "addition")],
        ),
        ("Four women were taken to a hospital in Port Harrow.", [(4, "hospitalised", None)]),
        ("Three boys suffered minor injuries.", [(3, "injured", None)]),
        ("A boy was shot at home and later died.", [(1, "killed", None)]),
        ("He was charged with the murder of two men.", [(2, "killed", None)]),
        ("They looked into the fatal shooting of a man in Oslo.", [(1, "killed", None)]),
        ("The blast sent four teens to the hospital.", [(4, "hospitalised", None)]),
        ("He fired at twelve people.", [(12, None, None)]),
        ("Ana Ruiz, 52, was killed on Monday. Ruiz was killed at home.", [(1, "killed", "part")]),
        ("Ana Ruiz shot Peter Solberg on Monday.", [(1, "shot", "part")]),
        ("Police arrested 21 people.", [(21, "arrested", None)]),
        ("Two guards killed a bear.", [(2, None, None)]),
        ("No one was hurt.", [(0, "injured", None)]),
        ("Both men died at the scene.", [(2, "killed", None)]),
        ("He is wanted for a double murder in Oslo.", [(2, "killed", None)]),
        ("The storm left two dead and three more hurt.", [(2, "killed", None), (3, "injured", None)]),
        ("The fire left three dead and another injured.", [(3, "killed", None), (1, "injured", None)]),
        ("He killed his wife before turning the gun on himself.", [(1, "killed", "part"), (1, "killed", "addition")]),
        ("He killed his father and brother.", [(1, "killed", "part"), (1, "killed", "addition")]),
        ("They found a woman and a child dead.", [(1, "killed", None), (1, "killed", "addition")]),
        ("She was taken to a clinic, where she died.", [(1, "killed", "part"), (1, "killed", "part")]),
        ("The body of a man was found.", [(1, "killed", "part")]),
        ("The woman's body lay in the lake.", [(1, "killed", "part")]),
        ("A boy who was shot in the park has died.", [(1, "killed", None)]),
        ("He shot a woman to death.", [(1, "killed", None)]),
        ("Seven people were listed in critical condition.", [(7, "injured", "part")]),
        ("The man who killed two guards was armed.", [(2, "killed", None)]),
        ("He wanted to kill two guards.", [(2, None, None)]),
        ("He tried to kill himself.", []),
        ("The life of a girl in Oslo has changed.", []),
        ("Two women, 28 and 27, were hurt.", [(2, "injured", None)]),
        ("A man, 28, died at home.", [(1, "killed", None)]),
        ("Two people, including a child, lost their lives.", [(2, "killed", None)]),
    ],
)
def test_roles_and_scopes(figures: Find, text: str, expected: list[tuple[int, str | None, str | None]]) -> None:
    assert [(f.value, f.role, f.scope) for f in figures(text) if f.kind == "count"] == expected


def test_what_is_counted(figures: Find) -> None:
    found = figures("The storm flattened 1,200 wooden houses, drove out 300 residents and sank one boat.")
    assert [(f.value, f.of) for f in found] == [(1200, "houses"), (300, "people"), (1, "boats")]


def test_an_ordinal_says_which_of_what(figures: Find) -> None:
    (one,) = figures("This is the second visit by the minister.")
    assert (one.kind, one.value, one.of) == ("ordinal", 2, "visits")


ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_words(n: int) -> str:
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10] + (f"-{ONES[n % 10]}" if n % 10 else "")
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if n >= size:
            rest = n % size
            joint = " and " if 0 < rest < 100 else " "
            return f"{in_words(n // size)} {name}" + (joint + in_words(rest) if rest else "")
    raise AssertionError


@settings(deadline=None)
@given(st.integers(0, 10**12 - 1))
def test_any_number_in_words_comes_back(n: int) -> None:
    (one,) = plain(f"We saw {in_words(n)} stars.")
    assert one.value == n


@settings(deadline=None)
@given(st.integers(0, 10**15 - 1))
def test_any_number_with_separators_comes_back(n: int) -> None:
    (one,) = plain(f"We saw {n:,} stars.")
    assert one.value == n


@settings(deadline=None)
@given(
    st.integers(1, 999),
    st.integers(0, 9),
    st.sampled_from([("million", 10**6), ("bn", 10**9), ("k", 1000), (" billion", 10**9)]),
)
def test_any_number_with_a_magnitude_comes_back(whole: int, tenth: int, size: tuple[str, int]) -> None:
    word, factor = size
    gap = " " if word == "million" else ""
    (one,) = plain(f"We saw {whole}.{tenth}{gap}{word} stars.")
    assert one.value == (10 * whole + tenth) * factor // 10


ALPHABET = ["5", "1,000", "a", "man", "was", "killed", "$", "million", "dead", "-", "two", "of", "%", " ", ",", "\x00", "\ud800", "half", "and", "the", "°", "½", "/", "first", ".", "Port", "hundred", "dozens", "including", "years", "old"]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(ALPHABET), max_size=25), st.booleans())
def test_any_text_gives_sorted_spans_with_finite_values(words: list[str], spaced: bool) -> None:  # noqa: FBT001
    text = (" " if spaced else "").join(words)
    found = plain(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    for f in found:
        assert f.span.of(text).strip()
        assert isinstance(f.value, tuple) or f.value >= 0
        assert not isinstance(f.value, tuple) or f.value[0] < f.value[1]


@pytest.mark.parametrize(
    "unit", ["5", "5 ", "and ", "two ", "-", "5-", "a man ", "killed ", "$", "1,", "of ", "hundred ", "half a "]
)
def test_long_runs_of_one_thing_are_read_in_linear_time(unit: str) -> None:
    plain(unit * (8_000 // len(unit)))


@pytest.mark.parametrize(
    ("text", "value", "role"),
    [
        ("Two more bodies were found, bringing the number of people killed to 14.", 14, "killed"),
        ("The number of dead stands at 23.", 23, "killed"),
        ("The number of injured reached 30 on Monday.", 30, "injured"),
        ("The fire has claimed 25 lives.", 25, "killed"),
        ("The death toll rose to 19.", 19, "killed"),
    ],
)
def test_a_toll_told_as_a_number_of(annotated: Callable[..., Article], text: str, value: int, role: str) -> None:
    assert (value, role) in [(f.value, f.role) for f in annotated(text).figures]
