"""Utterances across reports: which quotations are versions of one another.

Words within quotation marks are utterances whether or not a speaker is told. Those of equal words are one group;
groups that share a run of four words (an index, never all pairs) are aligned word by word.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from operator import attrgetter

from crosswire.model import Article, Attribution, Difference, Evidence, Span
from crosswire.reconcile.alignment import RUN, SHORTEST, Alignment, Change, Side, align, telling
from crosswire.reconcile.entities import Cast
from crosswire.reconcile.marks import quoted
from crosswire.reconcile.speakers import People, author, beside, one_person
from crosswire.reconcile.spoken import Token, spoken
from crosswire.reconcile.words import evidence

TWICE = 10  # the same within one report: a speaker comes back to stock phrases
WHOLE = 0.8  # share of the shorter utterance that must be aligned for the two to be one
COVERED = 0.8  # share of words between marks that attributions tell already
COMMON = 40  # utterances that share one run of words: beyond, it is a stock phrase
CLOSE = 12  # groups that share one run of words and are all compared; beyond, each is with the longest
_start = attrgetter("start")
NOBODY = -1  # the number of an utterance that stands in no attribution


@dataclass(frozen=True, slots=True, eq=False)
class Utterance:
    """The words within one pair of quotation marks, and who is told to have said them.

    ``number`` is the index of its attribution in the article, or NOBODY; ``beside`` says that the name of the speaker
    stands directly behind the words; utterances of one ``group`` are equal in words.
    """

    article: Article
    number: int
    span: Span
    words: tuple[Token, ...]
    speaker: str | None
    beside: Span | None = None
    group: int = 0

    @property
    def attribution(self) -> Attribution | None:
        """The attribution that it stands in."""
        return self.article.attributions[self.number] if self.number != NOBODY else None

    def part(self, start: int, end: int) -> Span:
        """The characters of a range of its words; of none, the place behind the word before."""
        if start < end:
            return Span(self.words[start].start, self.words[end - 1].end)
        at = self.words[start - 1].end if start else self.words[0].start
        return Span(at, at)

    def count(self, part: Span) -> int:
        """How many of its words begin within these characters."""
        return bisect_left(self.words, part.end, key=_start) - bisect_left(self.words, part.start, key=_start)

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
    changes: tuple[Change, ...] = ()
    one: bool = True  # no phrase in two sentences: where one goes on, the other ends

    @property
    def two_speakers(self) -> bool:
        """Whether two people that share no name are given for words that are alike."""
        first, second = self.first.speaker, self.second.speaker
        return bool(first and second and not one_person(first, second))

    @property
    def whole(self) -> bool:
        """Whether nearly the whole of the shorter utterance is aligned: one utterance, not a phrase in common."""
        sides = ((self.first, self.first_part), (self.second, self.second_part))
        shorter, part = min(sides, key=lambda side: len(side[0].words))
        return shorter.count(part) >= WHOLE * len(shorter.words)


def speaker_name(article: Article, attribution: Attribution, cast: Cast) -> str | None:
    """The speaker's name in the story, or as the report has it."""
    key = (article.id, attribution.speaker or "")
    return cast.name(cast.of[key]) if key in cast.of else attribution.speaker_name


def utterances(articles: Sequence[Article], cast: Cast) -> tuple[Utterance, ...]:
    """All quoted words of the reports that are long enough to be compared, in their order."""
    groups: dict[tuple[str, ...], int] = {}
    found = []
    for article in articles:
        people = People(article, cast)
        for span, number in sorted(_quoted(article)):
            said = spoken(article.text, span)
            if len(said) >= SHORTEST:
                group = groups.setdefault(tuple(w.key for w in said), len(groups))
                found.append(_utterance(article, number, span, said, people, group))
    return tuple(found)


def _utterance(
    article: Article, number: int, span: Span, said: tuple[Token, ...], people: People, group: int
) -> Utterance:
    """An utterance with its speaker: a name that stands beside the words wins over one that had to be worked out."""
    attribution = article.attributions[number] if number != NOBODY else None
    if near := beside(article.text, span, people):
        return Utterance(article, number, span, said, near.name, near.span, group)
    name = (
        (author(article, number, people.cast) or speaker_name(article, attribution, people.cast))
        if attribution
        else None
    )
    return Utterance(article, number, span, said, name, None, group)


def _quoted(article: Article) -> Iterator[tuple[Span, int]]:
    """The quoted words of attributions, and what stands between marks beside them, with the attribution's number."""
    held: dict[Span, int] = {}
    for n, attribution in enumerate(article.attributions):
        for span in attribution.quoted:
            held.setdefault(span, n)
    yield from held.items()
    outer: list[Span] = []
    for span in sorted(held):
        if not outer or span.start >= outer[-1].end:
            outer.append(span)
    ends = [span.end for span in outer]
    for span in quoted(article):
        within = outer[bisect_right(ends, span.start) : bisect_left(outer, Span(span.end, span.end))]
        shares = [(min(o.end, span.end) - max(o.start, span.start), o) for o in within]
        if sum(share for share, _ in shares) < COVERED * (span.end - span.start):
            yield span, held[max(shares)[1]] if shares else NOBODY


def versions(said: Sequence[Utterance]) -> Iterator[Version]:
    """Pairs of utterances that are versions of one another: enough of them to tie all, each pair once."""
    groups: dict[int, list[Utterance]] = defaultdict(list)
    for utterance in said:
        groups[utterance.group].append(utterance)
    for _, members in sorted(groups.items()):
        if telling(members[0].words):
            yield from _equal(members)
    firsts = [members[0] for _, members in sorted(groups.items())]
    for (a, b), at in sorted(_sharing(firsts).items()):
        sides = Side(firsts[a].article.text, firsts[a].words), Side(firsts[b].article.text, firsts[b].words)
        if found := align(*sides, at):
            for first, second in _across(groups[firsts[a].group], groups[firsts[b].group]):
                if version := _version(first, second, found):
                    yield version


def _equal(members: Sequence[Utterance]) -> Iterator[Version]:
    """Utterances of equal words: all pairs of a few, each of many with the first and with the one before."""
    if len(members) <= CLOSE:
        pairs = list(combinations(members, 2))
    else:
        pairs = [*((members[0], m) for m in members[1:]), *pairwise(members[1:])]
    for a, b in pairs:
        if a.article is not b.article or len(a.words) >= TWICE:
            yield Version(a, b, a.part(0, len(a.words)), b.part(0, len(b.words)), "same", True)


def _sharing(firsts: Sequence[Utterance]) -> dict[tuple[int, int], tuple[int, int]]:
    """Pairs of groups that share a run of words, and where each has the first such run."""
    index: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for n, utterance in enumerate(firsts):
        plain = [w.key for w in utterance.words]
        runs = {tuple(plain[i : i + RUN]): i for i in range(len(plain) - RUN, -1, -1)}
        for run, i in runs.items():
            index[run].append((n, i))
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for members in index.values():
        if len(members) <= CLOSE:
            pairs = list(combinations(members, 2))
        else:
            longest = max(members, key=lambda m: (len(firsts[m[0]].words), -m[0]))
            pairs = [(min(longest, m), max(longest, m)) for m in members]
        for (a, i), (b, j) in pairs:
            if a != b and (a, b) not in found:
                found[a, b] = (i, j)
    return found


def _across(first: Sequence[Utterance], second: Sequence[Utterance]) -> Iterator[tuple[Utterance, Utterance]]:
    """The first of each group with every one of the other."""
    for other in second:
        yield first[0], other
    for one in first[1:]:
        yield one, second[0]


def _version(a: Utterance, b: Utterance, found: Alignment) -> Version | None:
    """The alignment of two groups as it stands in one utterance of each."""
    if a.article is b.article and (found.same < TWICE or a.span.overlaps(b.span)):
        return None
    hows = {change.how for change in found.changes}
    difference: Difference = "cut"
    if any(c.how == "altered" or (c.how == "light" and _stands_for(c)) for c in found.changes):
        difference = "altered"
    elif not hows and found.first == (0, len(a.words)) and found.second == (0, len(b.words)):
        difference = "same"
    parts = a.part(*found.first), b.part(*found.second)
    return Version(a, b, *parts, difference, not hows, found.changes, found.one)


def _stands_for(change: Change) -> bool:
    """Whether both have words at the place."""
    return change.first[0] < change.first[1] and change.second[0] < change.second[1]
