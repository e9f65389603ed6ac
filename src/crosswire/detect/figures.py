"""Figures: the quantities that an article gives, with value, unit, what is counted, role, hedge and scope."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from crosswire.detect.figures_context import (
    TIME_UNITS,
    bare_year,
    counted,
    hedge_after,
    hedge_before,
    no_figure,
    plural,
)
from crosswire.detect.figures_numbers import Number, Piece, exact, number_at, pieces
from crosswire.detect.figures_persons import nobody, one_person
from crosswire.detect.figures_roles import NOUN_ROLES, PEOPLE, names_part, role_left, role_right, scope_of
from crosswire.detect.figures_units import measure_after, money_after, money_before, percent_after
from crosswire.model import Article, Figure, FigureKind, FigureScope, Span, Syntax, Token

Value = float | tuple[float, float]


@dataclass(frozen=True, slots=True)
class Sentence:
    """The pieces of one sentence, and the article's tokens by their start."""

    run: Sequence[Piece]
    tokens: Sequence[Token]
    token_at: dict[int, int]
    titled: bool


@dataclass(frozen=True, slots=True)
class Read:
    """A number read with its unit: pieces ``first`` to ``last`` (excluded)."""

    first: int
    last: int
    kind: FigureKind
    value: Value
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """Spans in which numbers are no figures of their own: times and names."""

    starts: Sequence[int]
    ends: Sequence[int]

    def hold(self, start: int, end: int) -> bool:
        """Whether any of the spans overlaps the given one."""
        at = bisect_right(self.starts, end - 1) - 1
        return at >= 0 and self.ends[at] > start


def detect_figures(article: Article, syntax: Syntax) -> Article:
    """Fill `figures` from the readable blocks: digits and words, money, percentages, measures, ages, ordinals, counts.

    Numbers inside times, names, addresses, clock times and codes are no figures. A count of people has the role that
    the words right beside it give; "a man was shot dead" is a count of one. Figures are sorted and do not overlap.
    """
    taken = _taken(article)
    token_at = {token.start: i for i, token in enumerate(syntax.tokens)}
    titles = [b.span for b in article.blocks if b.kind in {"title", "heading"}]
    figures: list[Figure] = []
    for first, last in syntax.sentences:
        start, end = syntax.tokens[first].start, syntax.tokens[last - 1].end
        titled = any(t.covers((start, end)) for t in titles) or article.text[end - 1] not in '.!?"”’)'
        sentence = Sentence(pieces(article.text, start, end), syntax.tokens, token_at, titled)
        figures += _in_sentence(sentence, taken)
    return replace(article, figures=tuple(figures))


def _taken(article: Article) -> Taken:
    spans = sorted({*(t.span for t in article.times), *(m for e in article.entities for m in e.mentions)})
    starts: list[int] = []
    ends: list[int] = []
    for start, end in spans:
        if ends and start < ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)
    return Taken(starts, ends)


def _in_sentence(sentence: Sentence, taken: Taken) -> Iterator[Figure]:
    run, at = sentence.run, 0
    before: tuple[int, str] | None = None
    roles: list[str] = []
    while at < len(run):
        figure, last = _figure(sentence, at, taken, before)
        if figure is not None:
            figure = _scoped(figure, roles, run, at)
            yield figure
            before = (last, figure.role) if figure.role is not None else before
            roles += [figure.role] if figure.role is not None else []
        at = max(last, at + 1)


def _scoped(figure: Figure, roles: Sequence[str], run: Sequence[Piece], at: int) -> Figure:
    """Settle the scope by what the sentence counted before: "one killed and another hurt" adds nothing to the hurt."""
    if (
        figure.role is None
        and roles
        and figure.kind == "count"
        and figure.of in {"people", None}
        and names_part(run, at)
    ):
        return replace(figure, role=roles[-1], of="people", scope="part")
    if figure.scope == "addition" and roles and figure.role not in roles and run[at].low != "the":
        return replace(figure, scope=None)
    return figure


def _figure(sentence: Sentence, at: int, taken: Taken, before: tuple[int, str] | None) -> tuple[Figure | None, int]:
    """The figure that begins at a piece, if one does, and the piece after what was read."""
    run = sentence.run
    none = nobody(run, at)
    if none is not None:
        return Figure(Span(run[at].start, run[none[0] - 1].end), "count", 0, None, "people", none[1]), none[0]
    number = number_at(run, at)
    if number is None or number.form == "ordinal":
        alone = one_person(run, at, titled=sentence.titled) if number is None else None
        if alone is not None:
            return _single(sentence, at, alone, before), alone[0]
        return (None, at + 1) if number is None else _ordinal(sentence, number, taken)
    found = None if no_figure(run, number) else _read(run, number)
    if found is None:
        return None, number.last
    start, end = run[found.first].start, run[found.last - 1].end
    own = (run[number.first].start, run[number.last - 1].end)
    if found.unit != "year" and taken.hold(*own):
        return None, max(number.last, found.last)
    if found.kind == "count":
        return _count(sentence, found, before)
    hedge = hedge_before(run, found.first) or hedge_after(run, found.last)
    return Figure(Span(start, end), found.kind, found.value, found.unit, None, None, hedge), found.last


def _read(run: Sequence[Piece], number: Number) -> Read | None:
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
            share = kind == "percent" and number.form == "share"
            return Read(
                first,
                found[0],
                "percent" if kind == "percent" else "measure",
                _times(value, 100 if share else 1) if False else value,
                found[1],
            )
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
    return None if timed or (last == number.last and bare_year(run, number)) else Read(first, last, "count", value)


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
    """ "10-year-old", "10 years old", "Ana Ruiz, 47,", "aged 40": an age in years (or months)."""
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
    if before[-1].low in {"aged", "age", "turned", "turns"}:
        return last, "year"
    named = (
        len(before) == 2
        and before[1].text in {",", "("}
        and before[0].text[0].isupper()
        and not before[0].text.isupper()
    )
    closed = words[:1] in ([","], [")"], ["."], [";"]) and words[1:2] != ["000"]
    return (last, "year") if named and closed else None


def _ordinal(sentence: Sentence, number: Number, taken: Taken) -> tuple[Figure | None, int]:
    run = sentence.run
    start, end = run[number.first].start, run[number.last - 1].end
    token = sentence.token_at.get(start)
    if token is None or taken.hold(start, end) or isinstance(number.value, tuple):
        return None, number.last
    tag, head = (
        sentence.tokens[token].tag,
        counted(sentence.tokens, sentence.token_at.get(run[number.last - 1].start, token)),
    )
    named = number.last < len(run) and run[number.last].text[0].isupper() and not sentence.titled
    definite = number.first > 0 and run[number.first - 1].low in {"the", "his", "her", "its", "their"}
    if tag not in {"JJ", "CD", "NN"} or named or (head is None and not definite) or (tag == "NN" and head is None):
        return None, number.last
    of = None if head is None else plural(sentence.tokens[head])
    return Figure(Span(start, end), "ordinal", number.value, None, of), number.last


def _single(
    sentence: Sentence, at: int, alone: tuple[int, str, FigureScope | None], before: tuple[int, str] | None
) -> Figure:
    last, role, scope = alone
    if scope is None and before is not None and before[1] == role and at - before[0] <= 1:
        scope = "addition"
    return Figure(
        Span(sentence.run[at].start, sentence.run[last - 1].end), "count", 1, None, "people", role, None, scope
    )


def _count(sentence: Sentence, found: Read, before: tuple[int, str] | None) -> tuple[Figure, int]:
    """A count: the noun that it counts, and what became of those."""
    run, last = sentence.run, found.last
    token = sentence.token_at.get(run[last - 1].start)
    head = None if token is None else counted(sentence.tokens, token)
    of = None if head is None else plural(sentence.tokens[head])
    end = last
    if head is not None:
        while end < len(run) and run[end].start < sentence.tokens[head].end:
            end += 1
    whole = isinstance(found.value, (int, tuple))
    role, scope = _role(run, found, end, of) if whole else (None, None)
    noun = run[end - 1].low if end > last else ""
    if role is None and noun in NOUN_ROLES:
        role, of = NOUN_ROLES[noun], "people"
    if (
        role is None
        and before is not None
        and found.first - before[0] == 1
        and run[before[0]].low in {"and", ","}
        and of in {None, "people"}
    ):
        role, scope = before[1], "addition"
    if role is not None and of is None:
        of = "people"
    hedge = hedge_before(run, found.first) or hedge_after(run, last)
    figure = Figure(Span(run[found.first].start, run[last - 1].end), "count", found.value, None, of, role, hedge, scope)
    return figure, end if role is not None and role_left(run, found.first) else last


def _role(run: Sequence[Piece], found: Read, end: int, of: str | None) -> tuple[str | None, FigureScope | None]:
    counts_people = of in PEOPLE or of is None or of in {"houses", "homes", "buildings", "lives"}
    if not counts_people:
        return None, None
    at = end + 2 if [p.low for p in run[end : end + 2]] in (["of", "them"], ["of", "those"], ["of", "whom"]) else end
    role = role_right(run, at) or role_left(run, found.first)
    return role, scope_of(run, found.first, found.last, role) if role is not None else None
