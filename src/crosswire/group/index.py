"""Finding the articles that may be of one story with others: by their weightiest terms, and when they came out.

Blocks hold the articles of a few days, as the transpose of a sparse matrix of terms; asking is a product of such
matrices. Articles further apart must agree in the weightiest of all, so that a running subject does not bring up all
that was ever written about it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from crosswire.group.arrays import Array, Arrays, Ints, Rows, spread
from crosswire.group.likeness import UNIT

KEYS, FEW_KEYS = 24, 8
BUCKET = 3.0
NEAR, FAR = 2, 15
UNDATED = -1
SCALE = 255
LARGEST = 20_000
_HIGH = 32
_LOW = (1 << _HIGH) - 1


@dataclass(frozen=True, slots=True)
class Keys:
    """The weightiest terms of some articles, heaviest first; ``weights`` of rare ones are negative."""

    owner: Ints
    terms: Array
    weights: Array
    place: Ints

    def few(self) -> Keys:
        """The weightiest of these."""
        keep = self.place < FEW_KEYS
        return Keys(self.owner[keep], self.terms[keep], self.weights[keep], self.place[keep])

    def by_term(self) -> Keys:
        """These in the order of terms, in which they are found faster."""
        order = np.argsort(self.terms, kind="stable")
        return Keys(self.owner[order], self.terms[order], self.weights[order], self.place[order])


@dataclass(frozen=True, slots=True)
class Block:
    """Articles of one bucket by term: the holders of ``terms[i]`` are ``holders[starts[i]:starts[i + 1]]``."""

    rows: Ints
    terms: Array
    starts: Array
    holders: Array
    weights: Array

    @classmethod
    def of(cls, rows: Ints, holders: Array, terms: Array, weights: Array) -> Block:
        """A block from terms and the places in `rows` of who holds them."""
        order = np.argsort(terms, kind="stable")
        unique, first = np.unique(terms[order], return_index=True)
        starts = np.append(first, len(terms)).astype(np.int32)
        return cls(rows, unique, starts, holders[order].astype(np.int32), weights[order].astype(np.uint8))

    def join(self, other: Block) -> Block:
        """Both in one."""
        terms = [np.repeat(block.terms, np.diff(block.starts)) for block in (self, other)]
        holders = np.concatenate([self.holders, other.holders + len(self.rows)])
        weights = np.concatenate([self.weights, other.weights])
        return Block.of(np.concatenate([self.rows, other.rows]), holders, np.concatenate(terms), weights)

    def ask(self, keys: Keys, count: int, least: float) -> tuple[Ints, Ints, Array, Array]:
        """Who shares terms with some articles: these, those, and what common and rare terms add, together `least`."""
        place = np.minimum(np.searchsorted(self.terms, keys.terms), len(self.terms) - 1)
        hit = self.terms[place] == keys.terms
        value = np.where(keys.weights > 0, keys.weights << _HIGH, -keys.weights)[hit]
        row, column, both = self._products(keys.owner[hit], place[hit], value, count)
        common, rare = both >> _HIGH, both & _LOW
        enough = np.flatnonzero(common + rare >= least)
        return row[enough], self.rows[column[enough]], common[enough], rare[enough]

    def _products(self, owner: Ints, place: Ints, value: Ints, count: int) -> tuple[Ints, Ints, Ints]:
        """The sums of what terms of some articles add with those who hold them: these, those (by place), and the sums.

        Args:
            owner: whose term it is.
            place: of the term in `terms`.
            value: what the term weighs.
            count: of the articles.
        """
        wanted, column = np.unique(place, return_inverse=True)
        first = self.starts[wanted]
        sizes = (self.starts[wanted + 1] - first).astype(np.int64)
        at = spread(first, sizes)
        holders, weights = self.holders[at], self.weights[at].astype(np.int64)
        if count == 1:  # matrices take longer to make than to multiply
            sums = np.zeros(len(self.rows), np.int64)
            np.add.at(sums, holders, np.repeat(value[np.argsort(column)], sizes) * weights)
            held = np.flatnonzero(sums)
            return np.zeros(len(held), np.int64), held, sums[held]
        order = np.argsort(owner, kind="stable")
        starts = np.append(0, np.cumsum(np.bincount(owner, minlength=count))).astype(np.int32)
        asked = csr_array((value[order], column[order].astype(np.int32), starts), shape=(count, len(wanted)))
        ends = np.append(0, np.cumsum(sizes)).astype(np.int32)
        found = asked @ csr_array((weights, holders, ends), shape=(len(wanted), len(self.rows)))
        return np.repeat(np.arange(count), np.diff(found.indptr)), found.indices, found.data


class Index:
    """Blocks by bucket, larger and larger ones as more comes in."""

    def __init__(self, arrays: Arrays | None = None) -> None:
        self._blocks: dict[tuple[int, int], list[Block]] = defaultdict(list)
        for name in sorted(arrays or {}):
            if name.startswith("block_") and name.endswith("_rows") and arrays:
                few, bucket = name.split("_")[1:3]
                parts = (arrays[name.removesuffix("rows") + part] for part in Block.__dataclass_fields__)
                self._blocks[int(few), int(bucket)].append(Block(*parts))

    def to_arrays(self) -> dict[str, Array]:
        """What the constructor takes."""
        return {
            f"block_{few}_{bucket}_{n:02}_{part}": getattr(block, part)
            for (few, bucket), blocks in self._blocks.items()
            for n, block in enumerate(blocks)
            for part in Block.__dataclass_fields__
        }

    def add(self, rows: Ints, buckets: Ints, keys: Keys) -> None:
        """Note articles; their keys name them by their place in `rows`."""
        for few, some in enumerate((keys, keys.few())):
            for bucket in np.unique(buckets).tolist():
                mine = np.flatnonzero(buckets == bucket)
                held = buckets[some.owner] == bucket
                holders = np.searchsorted(mine, some.owner[held])
                block = Block.of(rows[mine], holders, some.terms[held], np.abs(some.weights[held]))
                blocks = self._blocks[few, bucket]
                while blocks and len(blocks[-1].rows) < min(2 * len(block.rows), LARGEST):
                    block = blocks.pop().join(block)
                blocks.append(block)

    def ask(self, buckets: Ints, keys: Keys, least: float) -> Iterator[tuple[Ints, Ints, Array, Array]]:
        """Who shares keys with articles of some buckets, block by block: places, rows, common and rare shares.

        Args:
            buckets: of the articles.
            keys: of the articles.
            least: what the keys that two articles share must add to their likeness (a cosine) on one day.
        """
        least *= SCALE**2 * (1 - 1e-9)
        both = (keys.by_term(), keys.few().by_term())
        for (few, bucket), blocks in sorted(self._blocks.items()):
            gap = np.abs(buckets - bucket)
            undated = (buckets == UNDATED) | (bucket == UNDATED)
            asking = (undated | (gap <= NEAR)) if not few else ((gap > NEAR) & (gap <= FAR) & ~undated)
            if not asking.any():
                continue
            some = both[few]
            held = asking[some.owner]
            some = Keys(some.owner[held], some.terms[held], some.weights[held], some.place[held])
            for block in blocks:
                if len(block.terms):
                    yield block.ask(some, len(buckets), least)


def keys_of(terms: Rows, weights: Rows, rows: Ints) -> Keys:
    """The weightiest terms of rows."""
    held, sizes = terms.take(rows)
    heavy = weights.take(rows)[0].astype(np.int64)
    owner = np.repeat(np.arange(len(rows)), sizes)
    order = np.lexsort((held, -np.abs(heavy), owner))
    place = np.arange(len(order)) - (np.cumsum(sizes) - sizes)[owner]
    keep = place < KEYS
    scaled = np.sign(heavy) * np.maximum(np.abs(heavy) * SCALE // UNIT, 1)
    return Keys(owner[keep], held[order][keep], scaled[order][keep], place[keep])


def buckets_of(days: Iterable[float] | Array) -> Ints:
    """The bucket of each day."""
    held = np.asarray(days, dtype=np.float64)
    return np.where(np.isnan(held), UNDATED, np.nan_to_num(held) // BUCKET).astype(np.int64)
