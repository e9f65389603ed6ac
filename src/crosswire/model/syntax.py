"""What detectors see beside the text: the language model's analysis, and the towns of a gazetteer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Token(NamedTuple):
    """One token of the language model's analysis (Universal POS, Penn tag, ClearNLP dependency label).

    ``start`` and ``end`` are offsets into the article's text; ``head`` is an index into ``Syntax.tokens`` (its own
    index for a root).
    """

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


class Name(NamedTuple):
    """A name that the language model saw: tokens ``first`` to ``last`` (excluded), and its OntoNotes label."""

    first: int
    last: int
    label: str


class Settlement(NamedTuple):
    """A town as a gazetteer has it: ISO 3166-1 country, its part of that (a US state's letters), where, how many live there."""

    country: str
    region: str
    point: tuple[float, float]
    population: int


@dataclass(frozen=True, slots=True)
class Syntax:
    """The language model's analysis of an article's readable blocks.

    ``sentences`` are half-open ranges of token indexes, in text order; a sentence never crosses a block. Tokens that
    are only white space are left out. Boilerplate and bylines are not analysed.
    """

    tokens: tuple[Token, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()
    names: tuple[Name, ...] = ()
