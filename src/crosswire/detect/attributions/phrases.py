"""Phrases that name a source: their core, what "who" stands for, and the words by which speakers mean themselves."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from crosswire.detect.attributions.tree import Tree
from crosswire.model import Span, Token

# Nouns for what has been written or recorded: it speaks, but is nobody.
DOCUMENTS = frozenset(
    """
    report statement study survey poll document letter memo memorandum email e-mail article book post tweet message
    transcript filing lawsuit suit complaint indictment affidavit record editorial column law bill constitution data
    figure statistic census paper analysis audit review finding communique communiqué declaration resolution ruling
    verdict order decree contract agreement file log script biography memoir diary note notice sign bulletin dossier
    video recording footage ad advertisement headline research result text petition motion brief subpoena warrant
    summary submission assessment release newsletter website page slide chart manual guideline rule regulation report card abstract
    """.split()
)
_MYSELF = frozenset({"i", "me", "my", "myself", "mine"})
_INNER = frozenset({"'", "‘", "’", '"', "“", "”"})
LONGEST = 12  # words of a description that serves as a name


def core(tree: Tree, head: int) -> tuple[int, int]:
    """A noun phrase without what follows a comma or a relative clause, and of at most a dozen words."""
    tokens = tree.tokens
    first, last = tree.left[head], head
    for c in tree.children[head]:
        if (
            c > head
            and tree.left[c] == last + 1
            and tokens[c].dep in {"prep", "case", "nummod", "compound", "flat"}
            and _plain(tree, c)
        ):
            last = tree.right[c]
    if tokens[last].tag == "POS" and last > first:
        last -= 1
    while first < head and (tokens[first].pos == "PUNCT" or tokens[first].dep in {"cc", "mark", "advmod", "preconj"}):
        first += 1
    first = max(first, head - LONGEST)
    last = min(last, head + LONGEST)
    return tree.solid(first, last)


def _plain(tree: Tree, child: int) -> bool:
    """Whether a dependent has no clause and no comma in it."""
    return all(
        t.dep not in {"relcl", "acl", "advcl"} and t.text != ","
        for t in tree.tokens[tree.left[child] : min(tree.right[child] + 1, child + LONGEST)]
    )


def antecedent(tree: Tree, head: int) -> int | None:
    """The noun whose relative clause a "who" or "that" stands in."""
    tokens = tree.tokens
    at = head
    for _ in range(5):
        above = tokens[at].head
        if tokens[at].dep == "relcl":
            return above
        if above == at:
            return None
        at = above
    return None


def own_words(tokens: Sequence[Token], begins: Sequence[int], quoted: Sequence[Span]) -> Iterator[Span]:
    """The words by which speakers mean themselves in what is quoted of them, but not in what they quote."""
    for span in quoted:
        at = bisect_left(begins, span.start)
        nested = False
        while at < len(begins) and begins[at] < span.end:
            token = tokens[at]
            opens = token.text in _INNER and at > 0 and tokens[at - 1].end < token.start
            nested = opens or (nested and token.text not in _INNER)
            if token.text.lower() in _MYSELF and not nested:
                yield Span(token.start, token.end)
            at += 1
