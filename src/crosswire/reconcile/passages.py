"""Shared passages: long runs of words that stand in several reports and are nobody's quoted words.

Two reporters at one briefing print the same quotations, but not twelve words of their own in one order. Runs are found
by a rolling hash (Karp and Rabin, "Efficient randomized pattern-matching algorithms", 1987), so the cost grows with
the number of words, whatever the number of reports.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from crosswire.model import Article, Span
from crosswire.reconcile.words import sentence_at, words

RUN = 12  # words that follow one another in both reports
OWN = 8  # of them, the report's own: no name, no quoted words, not told in the first person
HOLDERS = 4  # reports with one run that a further report is held against: enough to join them all
READ = frozenset({"paragraph", "dateline"})
FIRST_PERSON = frozenset("i my me we our i'm i've i'll i'd we're we've we'll".split())  # "us" may be a country
_QUOTED = re.compile(r"“[^”]{1,2000}”|\"[^\"\n]{1,1000}\"")
_POST = re.compile(r"\(@\w|\bpic\.twitter\.com|//t\.co/")  # a post of a network, printed whole
_BASE, _PRIME = 1_000_003, (1 << 61) - 1


@dataclass(frozen=True, slots=True)
class Shared:
    """What two reports have word for word: how many words, which share of the shorter one, and the longest run in each."""

    first: str
    second: str
    words: int
    share: float
    longest: tuple[Span, Span]


@dataclass(frozen=True, slots=True)
class Run:
    """A run of words that several reports have: where it stands in one, and a key that is equal in all."""

    span: Span
    key: int


@dataclass(frozen=True, slots=True)
class Passages:
    """The shared runs of each report (in text order), and what pairs of reports have in common."""

    runs: Mapping[str, tuple[Run, ...]]
    pairs: tuple[Shared, ...]


def shared_passages(articles: Sequence[Article]) -> Passages:
    """The passages that reports share; articles in the order of their ids."""
    numbers: dict[str, int] = {}
    read = [_read(article) for article in articles]
    hashed = [list(_hashes(plain, own, numbers)) for plain, own in read]
    holders: dict[int, list[tuple[int, int]]] = {}
    places: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    shared: set[int] = set()
    for n, runs in enumerate(hashed):
        for at, key in runs:
            held = holders.setdefault(key, [])
            for other, there in held:
                if other != n:
                    places[other, n].append((there, at))
                    shared.add(key)
            if len(held) < HOLDERS and all(other != n for other, _ in held):
                held.append((n, at))
    spans = [[(start, end) for _, start, end in plain] for plain, _ in read]
    return Passages(
        {
            article.id: tuple(Run(_over(spans[n], at), key) for at, key in hashed[n] if key in shared)
            for n, article in enumerate(articles)
        },
        tuple(
            _pair((articles[a].id, articles[b].id), (spans[a], spans[b]), found)
            for (a, b), found in sorted(places.items())
        ),
    )


def _pair(
    ids: tuple[str, str],
    spans: tuple[Sequence[tuple[int, int]], Sequence[tuple[int, int]]],
    found: Sequence[tuple[int, int]],
) -> Shared:
    covered = {n for _, at in found for n in range(at, at + RUN)}
    best, size, run = found[0], 0, 0
    for n, (there, at) in enumerate(found):
        run = run + 1 if n and found[n - 1] == (there - 1, at - 1) else 1
        if run > size:
            best, size = (there - run + 1, at - run + 1), run
    longest = tuple(_over(s, at, size + RUN - 1) for s, at in zip(spans, best, strict=True))
    return Shared(*ids, len(covered), len(covered) / max(1, min(map(len, spans))), (longest[0], longest[1]))


def _over(spans: Sequence[tuple[int, int]], at: int, size: int = RUN) -> Span:
    return Span(spans[at][0], spans[at + size - 1][1])


def _read(article: Article) -> tuple[list[tuple[str, int, int]], list[bool]]:
    """The words of a report's paragraphs, and which of them are its own."""
    blocks = [b.span for b in article.blocks if b.kind in READ] or (
        [] if article.blocks else [Span(0, len(article.text))]
    )
    plain: list[tuple[str, int, int]] = []
    for block in blocks:
        plain += [(word, block.start + start, block.start + end) for word, start, end in words(block.of(article.text))]
    return plain, _own(plain, _others(article, plain))


def _others(article: Article, plain: Sequence[tuple[str, int, int]]) -> list[Span]:
    """What is not a report's own wording: quoted words, names, posts, and sentences in the first person."""
    spans = {*(s for a in article.attributions for s in a.quoted), *_marked(article.text)}
    spans |= {mention for entity in article.entities for mention in entity.mentions}
    spans |= {sentence_at(article, start) for word, start, _ in plain if word in FIRST_PERSON}
    spans |= {block.span for block in article.blocks if _POST.search(article.text, *block.span)}
    return sorted(spans)


def _own(plain: Sequence[tuple[str, int, int]], others: Sequence[Span]) -> list[bool]:
    own: list[bool] = []
    n, reach = 0, 0
    for _, start, _ in plain:
        while n < len(others) and others[n].start <= start:
            reach = max(reach, others[n].end)
            n += 1
        own.append(start >= reach)
    return own


def _marked(text: str) -> Iterator[Span]:
    return (Span(*m.span()) for m in _QUOTED.finditer(text))


def _hashes(
    plain: Sequence[tuple[str, int, int]], own: Sequence[bool], numbers: dict[str, int]
) -> Iterator[tuple[int, int]]:
    """The place and the hash of every run with enough words of the report's own."""
    ids = [numbers.setdefault(word, len(numbers) + 1) for word, _, _ in plain]
    until = [0, *accumulate(own)]
    top = pow(_BASE, RUN - 1, _PRIME)
    value = 0
    for n, number in enumerate(ids):
        if n >= RUN:
            value -= ids[n - RUN] * top
        value = (value * _BASE + number) % _PRIME
        at = n - RUN + 1
        if at >= 0 and until[n + 1] - until[at] >= OWN:
            yield at, value
