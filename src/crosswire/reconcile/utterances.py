"""Utterances across reports: which quotations are versions of one another, word by word.

Candidates come from shared runs of four words (an index, never all pairs); a pair is confirmed by aligning the words
(longest matching blocks, Ratcliff and Obershelp 1988, as `difflib` has them).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from crosswire.model import Article, Attribution, Difference, Evidence, Span
from crosswire.reconcile.entities import Cast
from crosswire.reconcile.words import evidence, words

RUN = 4
SHORTEST = 6  # words that two versions must share: below, stock phrases meet by chance
LIKE = 0.7  # share of the longer part that must be the same
TWICE = 10  # the same within one report: a speaker comes back to stock phrases
GAP = 8  # words between two matching blocks of one passage
LOOSE = 3  # words at an end that differ and still belong to the passage
WHOLE = 0.8  # share of the shorter utterance that must be aligned for the two to be one
LONGEST = 400  # words of one utterance that are aligned: bounds the cost of one pair
COMMON = 40  # utterances that share one run of words: beyond, it is a stock phrase


@dataclass(frozen=True, slots=True)
class Utterance:
    """The words within one pair of quotation marks, and who is told to have said them."""

    article: Article
    number: int  # index of its attribution in the article
    span: Span
    words: tuple[tuple[str, int, int], ...]
    speaker: str | None

    @property
    def attribution(self) -> Attribution:
        """The attribution that it stands in."""
        return self.article.attributions[self.number]

    @property
    def shown(self) -> Evidence:
        """The report's own characters."""
        return evidence(self.article, self.span)


@dataclass(frozen=True, slots=True)
class Version:
    """Two utterances that are versions of one: the aligned part of each, and how the second differs."""

    first: Utterance
    second: Utterance
    first_part: Span
    second_part: Span
    difference: Difference
    same_words: bool  # the two parts are equal in words: a cut may still have taken what stood around them

    @property
    def two_speakers(self) -> bool:
        """Whether two people that share no name are given for words that are alike."""
        first, second = self.first.speaker, self.second.speaker
        return bool(first and second and not set(first.casefold().split()) & set(second.casefold().split()))

    @property
    def whole(self) -> bool:
        """Whether nearly the whole of the shorter utterance is aligned: one utterance, not a phrase in common."""
        sides = ((self.first, self.first_part), (self.second, self.second_part))
        shorter, part = min(sides, key=lambda side: len(side[0].words))
        inside = sum(part.start <= start < part.end for _, start, _ in shorter.words)
        return inside >= WHOLE * len(shorter.words)


def speaker_name(article: Article, attribution: Attribution, cast: Cast) -> str | None:
    """The speaker's name in the story, or as the report has it."""
    key = (article.id, attribution.speaker or "")
    return cast.name(cast.of[key]) if key in cast.of else attribution.speaker_name


def utterances(articles: Sequence[Article], cast: Cast) -> tuple[Utterance, ...]:
    """All quoted words of the reports, in their order."""
    found = []
    for article in articles:
        for number, attribution in enumerate(article.attributions):
            name = speaker_name(article, attribution, cast)
            for span in attribution.quoted:
                said = tuple((w, span.start + s, span.start + e) for w, s, e in words(span.of(article.text)))
                found.append(Utterance(article, number, span, said, name))
    return tuple(sorted(found, key=lambda u: (u.article.id, u.span)))


def versions(said: Sequence[Utterance]) -> Iterator[Version]:
    """Pairs of utterances that are versions of one another, each pair once."""
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, utterance in enumerate(said):
        plain = [w for w, _, _ in utterance.words]
        for run in dict.fromkeys(tuple(plain[i : i + RUN]) for i in range(len(plain) - RUN + 1)):
            index[run].append(n)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for members in index.values():
        if len(members) <= COMMON:
            for i, first in enumerate(members):
                for second in members[i + 1 :]:
                    shared[first, second] += 1
    for first, second in sorted(shared):
        if version := _align(said[first], said[second]):
            yield version


def _align(first: Utterance, second: Utterance) -> Version | None:
    """The aligned parts of two utterances, or None where too little of them is the same."""
    a, b = first.words[:LONGEST], second.words[:LONGEST]
    matcher = SequenceMatcher(None, [w for w, _, _ in a], [w for w, _, _ in b], autojunk=False)
    blocks = _around_longest([(m.a, m.b, m.size) for m in matcher.get_matching_blocks() if m.size])
    same = sum(size for _, _, size in blocks)
    (a0, b0, _), (a1, b1, last) = blocks[0], blocks[-1]
    a1, b1 = a1 + last, b1 + last
    if a0 <= LOOSE and b0 <= LOOSE:
        a0 = b0 = 0
    if len(a) - a1 <= LOOSE and len(b) - b1 <= LOOSE:
        a1, b1 = len(a), len(b)
    longer = max(a1 - a0, b1 - b0)
    least = TWICE if first.article.id == second.article.id else SHORTEST
    if same < least or same < LIKE * longer:
        return None
    parts = Span(a[a0][1], a[a1 - 1][2]), Span(b[b0][1], b[b1 - 1][2])
    whole = len(first.words), len(second.words)
    return Version(first, second, *parts, _difference(a1 - a0, b1 - b0, same, whole), a1 - a0 == b1 - b0 == same)


def _around_longest(blocks: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The longest matching block and those that follow it, or go before it, without a gap of many words."""
    core = max(range(len(blocks)), key=lambda n: (blocks[n][2], -n))
    low = high = core
    while low > 0 and _joins(blocks[low - 1], blocks[low], blocks[low - 1][2]):
        low -= 1
    while high < len(blocks) - 1 and _joins(blocks[high], blocks[high + 1], blocks[high + 1][2]):
        high += 1
    return list(blocks[low : high + 1])


def _joins(left: tuple[int, int, int], right: tuple[int, int, int], size: int) -> bool:
    """Whether a block of so many words is near enough to its neighbour; a lone word must be nearer than a run."""
    gap = max(right[0] - left[0], right[1] - left[1]) - left[2]
    return gap <= (GAP if size > 1 else 1)


def _difference(first: int, second: int, same: int, whole: tuple[int, int]) -> Difference:
    """How two aligned parts differ, of so many words each, so many of them the same, in utterances of so many words."""
    if first == second == same:
        return "same" if whole[0] == whole[1] else "cut"
    return "cut" if same == min(first, second) else "altered"
