"""The syntax of an article as a tree that the rules can ask: children, edges of subtrees, spans of text."""

from __future__ import annotations

from dataclasses import dataclass, field

from crosswire.model import Span, Syntax, Token

_EDGE = frozenset({"punct", "cc"})


@dataclass(frozen=True, slots=True)
class Tree:
    """Tokens with the children of each, the first and last token of each one's subtree, and each one's sentence."""

    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    sentence: tuple[int, ...]
    sentences: tuple[tuple[int, int], ...]
    _labels: dict[int, dict[str, list[int]]] = field(default_factory=dict, repr=False, compare=False)

    def labels(self, index: int) -> dict[str, list[int]]:
        """The children of a token by their labels; kept, since a token may be asked for by each of many children."""
        found = self._labels.get(index)
        if found is None:
            found = {}
            for c in self.children[index]:
                if self.tokens[c].dep != "nsubj" or self.tokens[c].pos != "PUNCT":  # a mark is nobody
                    found.setdefault(self.tokens[c].dep, []).append(c)
            self._labels[index] = found
        return found

    def child(self, index: int, *deps: str) -> int | None:
        """The first child with one of these labels."""
        labels = self.labels(index)
        return min((labels[dep][0] for dep in deps if dep in labels), default=None)

    def solid(self, first: int, last: int) -> tuple[int, int]:
        """The range with what is joined to its ends by a hyphen ("e-mails", cut in three by the model)."""
        tokens = self.tokens
        while first >= 2 and tokens[first - 1].text == "-" and tokens[first - 2].end + 1 == tokens[first].start:
            first -= 2
        while (
            last + 2 < len(tokens) and tokens[last + 1].text == "-" and tokens[last].end + 1 == tokens[last + 2].start
        ):
            last += 2
        return first, last

    def span(self, first: int, last: int) -> Span:
        """The characters from token `first` to token `last` (included)."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    def trimmed(self, first: int, last: int) -> tuple[int, int]:
        """The range without commas, full stops and conjunctions at its ends."""
        tokens = self.tokens
        while (
            last > first
            and (tokens[last].dep in _EDGE or tokens[last].pos == "PUNCT")
            and tokens[last].text not in ")]%"
        ):
            last -= 1
        while (
            first < last
            and (tokens[first].dep == "cc" or tokens[first].pos == "PUNCT")
            and tokens[first].text not in "([$"
        ):
            first += 1
        return first, last


def grow(syntax: Syntax) -> Tree:
    """The tree of a syntax, in one pass from the roots down and one back up."""
    tokens = syntax.tokens
    children: list[list[int]] = [[] for _ in tokens]
    order: list[int] = []
    for i, token in enumerate(tokens):
        if token.head == i:
            order.append(i)
        else:
            children[token.head].append(i)
    for i in order:  # grows while it is read: parents before children
        order.extend(children[i])
    left, right = list(range(len(tokens))), list(range(len(tokens)))
    for i in reversed(order):
        head = tokens[i].head
        left[head] = min(left[head], left[i])
        right[head] = max(right[head], right[i])
    sentence = [0] * len(tokens)
    for n, (first, last) in enumerate(syntax.sentences):
        sentence[first:last] = [n] * (last - first)
    kids = tuple(tuple(c) for c in children)
    return Tree(tokens, kids, tuple(left), tuple(right), tuple(sentence), syntax.sentences)
