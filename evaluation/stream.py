"""A made-up stream of article profiles with the statistics of real news, for measuring grouping at any size.

What it is like, from what is known of news collections (and what the sets under gold/ show):

- 3,000 articles a day, so that a million cover eleven months; they come in the order of their publication.
- Sizes of stories have a heavy tail: the share of stories with s reports or more falls as s to the power of -1.3;
  two thirds have one, the largest some thousands (no more than 2,000 here).
- A story bursts: half of its reports come within twelve hours of the first, most within two days, a tenth later,
  up to some weeks.
- Two of five reports in stories of several are reprints of an earlier report: half of these whole, the others cut to
  between half and nine tenths, with a paragraph of their own.
- Lengths are log-normal with a median of 450 words.
- Words follow Zipf: those of the table of shares as often as it says; rare words from 200,000, by rank; 400 subjects
  with 300 words each, which many stories share; and 40 words of each story's own (names, places), of which a report
  has about half. Two of three stories in a subject share ten of their words with an earlier one (what goes on for weeks).
- What reports mean is made of what all news, a subject, a story and a report have of their own: two reports
  of one story are alike by .8, of one subject by .65, others by .5. Reports speak of the day on which their story began.
- 3 % of a report's running words are quotations that its story shares; each of 120 outlets has 15 shingles of
  boilerplate in all of its texts.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from crosswire.group import Profile
from crosswire.group.arrays import Array
from crosswire.group.profiles import DIMENSIONS, NAME, TERMS, quantised
from crosswire.group.shares import SHARES
from crosswire.group.terms import RARE_WEIGHT, SAMPLE, SHINGLE, SMALL, word_hash

A_DAY = 3_000
FIRST_DAY = 740_000.0
TAIL, LARGEST = 1.3, 2_000
RARE, SUBJECTS, SUBJECT_WORDS, STORY_WORDS, SHARED_WORDS = 200_000, 400, 300, 40, 10
OUTLETS, FOOTER = 120, 15
REPRINTED = 0.4

_KNOWN = np.array([word_hash(word) for word in SHARES], dtype=np.uint32)
_SHARE = np.array(list(SHARES.values()))


class _World:
    """What all stories draw from."""

    def __init__(self, seed: int) -> None:
        self.rng = np.random.default_rng(seed)
        self.rare = self.rng.integers(0, 1 << 32, RARE, dtype=np.uint32)
        self.footers = self.rng.integers(0, 1 << 32, (OUTLETS, FOOTER), dtype=np.uint32)
        self.subjects = self.rng.integers(0, RARE, (SUBJECTS, SUBJECT_WORDS))
        self.meant = world_vector(self.rng, 0.5), [world_vector(self.rng, 0.15) for _ in range(SUBJECTS)]
        self.running: list[Array | None] = [None] * SUBJECTS
        self.subject_rank = np.cumsum(1 / np.arange(1, SUBJECT_WORDS + 1))
        self.subject_rank /= self.subject_rank[-1]

    def zipf(self, count: int, most: int) -> Array:
        """Ranks by Zipf's law, from 0."""
        found: Array = np.minimum(np.exp(self.rng.random(count) * np.log(most)).astype(np.int64), most) - 1
        return found


def world_vector(rng: np.random.Generator, share: float) -> Array:
    """A direction that has such a share in what a report means."""
    found: Array = rng.normal(size=DIMENSIONS) * share**0.5
    return found


class _Story:
    """One happening: its own words and quotations, and when its reports come."""

    def __init__(self, world: _World, number: int, start: float) -> None:
        rng = world.rng
        self.number, self.subject = number, int(world.zipf(1, SUBJECTS)[0])
        self.words = rng.integers(0, RARE, STORY_WORDS)
        running = world.running[self.subject]
        if running is not None and rng.random() < 2 / 3:
            self.words[:SHARED_WORDS] = running[:SHARED_WORDS]
        world.running[self.subject] = self.words
        self.told = rng.beta(2, 2, STORY_WORDS)
        self.quotes = rng.integers(0, 1 << 32, 60, dtype=np.uint32)
        self.meant = world.meant[0] + world.meant[1][self.subject] + world_vector(rng, 0.15)
        self.day = int(start)
        self.size = int(min(LARGEST, (1 - rng.random()) ** (-1 / TAIL)))
        delays = rng.exponential(0.7, self.size)
        late = rng.random(self.size) < 0.1
        delays[late] += rng.exponential(8, int(late.sum()))
        delays[0] = 0
        self.times = iter(np.sort(start + delays).tolist())
        self.originals: list[Profile] = []


def stream(count: int, seed: int = 11) -> Iterator[tuple[Profile, int]]:
    """Profiles in the order of publication, each with the number of its story."""
    world = _World(seed)
    mean = np.mean(np.minimum(LARGEST, np.floor((1 - world.rng.random(200_000)) ** (-1 / TAIL))))
    waiting: list[tuple[float, int, _Story]] = []
    next_start, number, made = FIRST_DAY, 0, 0
    while made < count:
        while not waiting or next_start <= waiting[0][0]:
            story = _Story(world, number, next_start)
            heapq.heappush(waiting, (next(story.times), number, story))
            number += 1
            next_start += world.rng.exponential(mean / A_DAY)
        when, _, story = heapq.heappop(waiting)
        yield _report(world, story, when, f"{made:07}"), story.number
        made += 1
        following = next(story.times, None)
        if following is not None:
            heapq.heappush(waiting, (following, story.number, story))


def _report(world: _World, story: _Story, when: float, id: str) -> Profile:
    rng = world.rng
    footer = world.footers[rng.integers(OUTLETS)]
    if story.originals and rng.random() < REPRINTED:
        return _reprint(world, story.originals[int(rng.integers(len(story.originals)))], footer, when, id)
    words = int(np.clip(rng.lognormal(np.log(450), 0.6), 30, 5_000))
    terms, counts = _terms(world, story, words)
    own = rng.integers(0, 1 << 32, words, dtype=np.uint32)
    quoted = rng.choice(story.quotes, min(60, words // 33), replace=False)
    found = Profile(
        id,
        when,
        words,
        terms,
        counts,
        _sampled(np.concatenate([own, quoted, footer])),
        meaning=quantised(story.meant + world_vector(rng, 0.2)).tobytes(),
        days=np.array([256 * story.day + 200], np.uint32).tobytes(),
        weekdays=bytes(200 * (n == (story.day + 6) % 7) for n in range(7)),
    )
    if len(story.originals) < 50:
        story.originals.append(found)
    return found


def _terms(world: _World, story: _Story, words: int) -> tuple[bytes, bytes]:
    """Terms and counts of a report, the weightiest only."""
    rng = world.rng
    known = np.flatnonzero(rng.random(len(_SHARE)) < np.minimum(0.9, _SHARE * (words / 450) ** 0.7))
    told = story.words[rng.random(STORY_WORDS) < story.told * min(1.0, (words / 300) ** 0.5)]
    subject = world.subjects[story.subject][np.searchsorted(world.subject_rank, rng.random(words // 20))]
    plain = world.zipf(words // 12, RARE)
    rare, often = np.unique(
        np.concatenate([told, told[rng.random(len(told)) < 0.6], subject, plain]), return_counts=True
    )
    often = np.minimum(often + rng.geometric(0.7, len(often)) - 1, 20)
    hashes = np.concatenate([_KNOWN[known], world.rare[rare]])
    counts = np.concatenate([np.minimum(rng.geometric(0.6, len(known)), 20), often])
    idf = np.concatenate([-np.log(_SHARE[known]), np.full(len(rare), RARE_WEIGHT)])
    named = np.concatenate([np.zeros(len(known), bool), np.isin(rare, told)])
    weight = (1 + np.log(counts)) * idf * np.where(named, 1.3, 1)
    heavy = np.argsort(-weight, kind="stable")[:TERMS]
    terms, first = np.unique(hashes[heavy], return_index=True)
    flagged = counts[heavy][first] + NAME * named[heavy][first]
    return terms.tobytes(), flagged.astype(np.uint8).tobytes()


def _reprint(world: _World, original: Profile, footer: Array, when: float, id: str) -> Profile:
    """A reprint, whole or cut, with a footer of its outlet; a cut one has a paragraph of its own."""
    rng = world.rng
    shingles = np.frombuffer(original.shingles, dtype=np.uint32)
    words = original.words
    own = footer[footer % SAMPLE == 0] if words - SHINGLE >= SMALL else footer
    if rng.random() < 0.5:
        kept = rng.uniform(0.5, 0.9)
        shingles = shingles[rng.random(len(shingles)) < kept]
        added = rng.integers(0, 1 << 30, words // 40, dtype=np.uint32) * np.uint32(SAMPLE)
        own = np.concatenate([own, added])
        words = int(words * kept) + 40
    every = np.unique(np.concatenate([shingles, own])).tobytes()
    return replace(original, id=id, when=when, words=words, shingles=every)


def _sampled(shingles: Array) -> bytes:
    found = np.unique(shingles)
    return (found if len(found) <= SMALL else found[found % SAMPLE == 0]).tobytes()
