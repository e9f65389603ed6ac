"""Figures: the quantities that an article gives, with value, unit, what is counted, role, hedge and scope."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from crosswire.detect.figures_about import about
from crosswire.detect.figures_context import counted, hedge_after, hedge_before, no_figure, plural
from crosswire.detect.figures_harm import harm_of
from crosswire.detect.figures_left import names_part
from crosswire.detect.figures_numbers import Number, Piece, number_at, pieces
from crosswire.detect.figures_people import kin_of, persons
from crosswire.detect.figures_persons import (
    SELF,
    SINGLE_ROLES,
    Person,
    joined_person,
    named_person,
    unlisted_name,
    unnumbered,
)
from crosswire.detect.figures_reading import Read, read_number
from crosswire.detect.figures_role_words import NOUN_ROLES
from crosswire.model import Article, Figure, Span, Syntax, Token


@dataclass(frozen=True, slots=True)
class Sentence:
    """The pieces of one sentence, and the article's tokens by their start."""

    run: Sequence[Piece]
    tokens: Sequence[Token]
    token_at: dict[int, int]
    titled: bool
    named: Mapping[int, tuple[int, str]]
    name_ends: Mapping[int, int]


class Before(NamedTuple):
    """The last count with a role in a sentence: the piece after its noun phrase, and the role."""

    end: int
    role: str


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
    named = {m.start: (m.end, e.id) for e in article.entities if e.type == "PERSON" for m in e.mentions}
    name_ends = {start: end for start, (end, _) in named.items()}
    told: set[tuple[str, str]] = set()
    figures: list[Figure] = []
    for first, last in syntax.sentences:
        start, end = syntax.tokens[first].start, syntax.tokens[last - 1].end
        titled = any(t.covers((start, end)) for t in titles) or article.text[end - 1] not in '.!?"”’)'
        sentence = Sentence(pieces(article.text, start, end), syntax.tokens, token_at, titled, named, name_ends)
        figures += _in_sentence(sentence, taken, told)
    return replace(article, figures=about(article, figures))


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


def _in_sentence(sentence: Sentence, taken: Taken, told: set[tuple[str, str]]) -> Iterator[Figure]:
    run, at = sentence.run, 0
    before: Before | None = None
    roles: list[str] = []
    while at < len(run):
        figure, last, end = _figure(sentence, at, taken, before)
        if figure is None and run[at].text[0].isupper():
            figure, last = _named(sentence, at, told)
            end = last
        if figure is not None:
            figure = _scoped(figure, roles, run, at)
            yield figure
            before = Before(end, figure.role) if figure.role is not None else before
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
        and kin_of(run, at) is None
    ):
        return replace(figure, role=roles[-1], of="people", scope="part")
    if figure.scope == "addition" and roles and figure.role not in roles and run[at].low not in {"the", *SELF}:
        return replace(figure, scope=None)
    return figure


def _figure(sentence: Sentence, at: int, taken: Taken, before: Before | None) -> tuple[Figure | None, int, int]:
    """The figure that begins at a piece, if one does; the piece after what was read, and after its noun phrase."""
    run = sentence.run
    number = number_at(run, at)
    if number is None:
        return _unnumbered(sentence, at, before)
    if number.form == "ordinal":
        return _ordinal(sentence, number, taken), number.last, number.last
    found = None if no_figure(run, number) else read_number(run, number)
    if found is None or _pronoun(sentence, number):
        return None, number.last, number.last
    if found.unit != "year" and taken.hold(run[number.first].start, run[number.last - 1].end):
        return None, max(number.last, found.last), found.last
    if found.kind == "count":
        return _count(sentence, found, before)
    hedge = hedge_before(run, found.first) or hedge_after(run, found.last)
    span = Span(run[found.first].start, run[found.last - 1].end)
    return Figure(span, found.kind, found.value, found.unit, None, None, hedge), found.last, found.last


def _named(sentence: Sentence, at: int, told: set[tuple[str, str]]) -> tuple[Figure | None, int]:
    """A person killed or hurt, by name: one of those counted, given once in an article (``told`` remembers)."""
    end, entity = sentence.named.get(sentence.run[at].start, (unlisted_name(sentence.run, at), ""))
    if end is None:
        return None, at + 1
    entity = entity or " ".join(p.low for p in sentence.run[at : at + 4] if p.start < end)
    found = named_person(sentence.run, at, end, sentence.name_ends)
    if found is None or (entity, found[1]) in told:
        return None, at + 1
    told.add((entity, found[1]))
    span = Span(sentence.run[at].start, end)
    return Figure(span, "count", 1, None, "people", found[1], None, "part"), found[0]


def _unnumbered(sentence: Sentence, at: int, before: Before | None) -> tuple[Figure | None, int, int]:
    """A count without a number: "no one was hurt", "a man was shot dead"."""
    run = sentence.run
    killed = before is not None and before.role == "killed"
    found = unnumbered(run, at, titled=sentence.titled, killed=killed) or _joined(run, at, before)
    if found is None:
        return None, at + 1, at + 1
    last, role, value, scope = found
    if value == 1 and scope is None and before is not None and before.role == role and at - before.end <= 1:
        scope = "addition"
    span = Span(run[at].start, run[last - 1].end)
    return Figure(span, "count", value, None, "people", role, None, scope), last, last


def _joined(run: Sequence[Piece], at: int, before: Before | None) -> Person | None:
    """One more person right behind those counted: "killing his wife and a neighbour"."""
    if before is None or at - before.end != 1 or before.role not in SINGLE_ROLES:
        return None
    end = joined_person(run, at) if run[before.end].low in {"and", ","} else None
    return None if end is None else Person(end, before.role, 1, "addition")


def _pronoun(sentence: Sentence, number: Number) -> bool:
    """Whether "one" stands for a person or thing spoken of ("the one who", "one must"), not for a count."""
    piece = sentence.run[number.first]
    token = sentence.token_at.get(piece.start)
    if piece.low != "one" or number.last != number.first + 1:
        return False
    before = sentence.run[number.first - 1].low if number.first else ""
    return before == "no" or (token is not None and sentence.tokens[token].tag not in {"CD", "XX"})


def _ordinal(sentence: Sentence, number: Number, taken: Taken) -> Figure | None:
    """An ordinal that counts: "the second visit"; not one in a date or a name."""
    run = sentence.run
    start, end = run[number.first].start, run[number.last - 1].end
    token = sentence.token_at.get(start)
    if token is None or taken.hold(start, end) or isinstance(number.value, tuple):
        return None
    tag, head = (
        sentence.tokens[token].tag,
        counted(sentence.tokens, sentence.token_at.get(run[number.last - 1].start, token)),
    )
    named = number.last < len(run) and run[number.last].text[0].isupper() and not sentence.titled
    definite = number.first > 0 and run[number.first - 1].low in {"the", "his", "her", "its", "their"}
    if tag not in {"JJ", "CD", "NN"} or named or (head is None and not definite) or (tag == "NN" and head is None):
        return None
    of = None if head is None else plural(sentence.tokens[head])
    return Figure(Span(start, end), "ordinal", number.value, None, of)


def _count(sentence: Sentence, found: Read, before: Before | None) -> tuple[Figure | None, int, int]:
    """A count: the noun that it counts, and what became of those."""
    run, last = sentence.run, found.last
    token = sentence.token_at.get(run[last - 1].start)
    head = None if token is None else counted(sentence.tokens, token)
    of = None if head is None else plural(sentence.tokens[head])
    end = last
    if head is not None:
        while end < len(run) and run[end].start < sentence.tokens[head].end:
            end += 1
    whole = isinstance(found.value, tuple) or float(found.value).is_integer()
    role, scope = harm_of(run, found, end, of) if whole else (None, None)
    noun = run[end - 1].low if end > last else ""
    if role is None and noun in NOUN_ROLES:
        role = NOUN_ROLES[noun] if noun.endswith(("s", "ies")) or found.value == 1 else None
        of = "people" if role is not None else of
    if (
        role is None
        and before is not None
        and found.first - before[0] == 1
        and run[before[0]].low in {"and", ","}
        and (of is None or persons(of))
    ):
        theirs = [p.low for p in run[end : end + 2]] in (["of", "whom"], ["of", "them"])
        role, scope = before[1], "part" if theirs else "addition"
    if role is None and head is None and _numbered(run, found):
        return None, last, end
    if role is not None and (of is None or persons(of)):
        of = "people"
    hedge = hedge_before(run, found.first) or hedge_after(run, last)
    figure = Figure(Span(run[found.first].start, run[last - 1].end), "count", found.value, None, of, role, hedge, scope)
    return figure, last, end


def _numbered(run: Sequence[Piece], found: Read) -> bool:
    """Whether a bare number belongs to the capitalised word before it, as a model's or a group's name does."""
    before = run[found.first - 1] if found.first > 1 else None
    return (
        before is not None
        and before.text.istitle()
        and found.last == found.first + 1
        and run[found.first].text.isdigit()
    )
