"""An attribution while it is being found: token ranges, before its speaker is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from crosswire.detect.attributions.quotes import Quotation
from crosswire.detect.attributions.tree import Tree
from crosswire.model import Article, Name, Span, TimeExpression, Token

Range = tuple[int, int]  # of tokens, the last one included


@dataclass(slots=True)
class Draft:
    """A cue, its source and content; `head` is the head token of the source, `relayed` who is cited in turn."""

    verb: int
    cue: Range | None
    source: Range | None = None
    head: int | None = None
    content: list[Span] = field(default_factory=list)
    quotable: bool = False
    told: bool = False
    frame: str = ""
    lead: int | None = None  # where its own words begin before a quotation that it takes
    found_by: str = ""
    relayed: tuple[str, ...] = ()
    before: Draft | None = None  # the attribution that this one continues

    @property
    def first(self) -> int:
        """The first token of source and cue."""
        ranges = [r for r in (self.cue, self.source) if r]
        return min(r[0] for r in ranges) if ranges else self.verb

    @property
    def last(self) -> int:
        """The last token of source and cue."""
        ranges = [r for r in (self.cue, self.source) if r]
        return max(r[1] for r in ranges) if ranges else self.verb


@dataclass(frozen=True, slots=True)
class Scene:
    """What the rules look at: the article, its tree, its quotations, and which quotation each token is in (or -1).

    `timed` are the tokens of time expressions.
    """

    article: Article
    tree: Tree
    quotations: tuple[Quotation, ...]
    within: tuple[int, ...]
    names: tuple[Name, ...]
    block_starts: tuple[int, ...]
    timed: frozenset[int]
    quote_starts: tuple[int, ...]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the article."""
        return self.tree.tokens


def membership(tokens: Sequence[Token], quotations: Sequence[Quotation]) -> tuple[int, ...]:
    """For each token the index of the quotation that it is in, or -1; one pass over both."""
    within: list[int] = []
    at = 0
    for token in tokens:
        while at < len(quotations) and quotations[at].end <= token.start:
            at += 1
        within.append(at if at < len(quotations) and quotations[at].start <= token.start else -1)
    return tuple(within)


def timed(tokens: Sequence[Token], times: Sequence[TimeExpression]) -> frozenset[int]:
    """The tokens that lie in time expressions."""
    found: list[int] = []
    at = 0
    for i, token in enumerate(tokens):
        while at < len(times) and times[at].span.end <= token.start:
            at += 1
        if at < len(times) and times[at].span.start <= token.start:
            found.append(i)
    return frozenset(found)
