"""Stories: which articles report one happening.

TF-IDF with average link at a fixed distance. The document frequencies of the batch are smoothed by those of a small
imagined collection, in which common news words are in every fourth report and others in one of a hundred: so two
articles alone are judged as they would be among many. Publication days apart make a story less likely; an unknown day
counts as no evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components
from scipy.spatial.distance import squareform

from crosswire.group.profiles import Profile, unpack
from crosswire.group.terms import COMMON_TERMS

DISTANCE = 0.86
IMAGINED = 30
COMMON_SHARE = 0.25
RARE_SHARE = 0.01
SAME_DAYS = 3.0
DECAY_DAYS = 14.0
LEAST_DATE_FACTOR = 0.2
DENSE = 2_000
RARE_DOCUMENTS = 100
CANDIDATE = 0.04
CHUNK = 1_000

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def stories(profiles: Sequence[Profile]) -> list[int]:
    """A story number for each article; equal numbers, one story.

    Args:
        profiles: articles in a fixed order (for the same numbers, and the same sums of fractions, every time).
    """
    if len(profiles) < 2:
        return [0] * len(profiles)
    vectors = _vectors(profiles)
    days = np.array([np.nan if p.when is None else p.when for p in profiles])
    labels = np.full(len(profiles), -1, dtype=np.int64)
    for n, members in enumerate(_clusters(vectors, days, np.arange(len(profiles)))):
        labels[members] = n
    return [int(label) for label in labels]


def _vectors(profiles: Sequence[Profile]) -> csr_array[Any]:
    """One row a profile: (1 + log tf) · idf, of length 1."""
    terms = [unpack(p.terms) for p in profiles]
    sizes = np.array([len(t) for t in terms])
    keys, columns, held = np.unique(np.concatenate(terms), return_inverse=True, return_counts=True)
    imagined = IMAGINED * np.where(np.isin(keys, COMMON_TERMS), COMMON_SHARE, RARE_SHARE)
    idf = np.log((IMAGINED + len(profiles)) / (imagined + held))
    counts = np.frombuffer(b"".join(p.counts for p in profiles), dtype=np.uint8)
    values = (1 + np.log(counts)) * idf[columns]
    rows = np.repeat(np.arange(len(profiles)), sizes)
    length = np.sqrt(np.bincount(rows, weights=values**2, minlength=len(profiles)))
    values = values / np.where(length > 0, length, 1.0)[rows]
    starts = np.concatenate([[0], np.cumsum(sizes)])
    return csr_array((values, columns, starts), shape=(len(profiles), len(keys)))


def _date_factor(gap: Floats) -> Floats:
    """How much of a likeness holds over so many days: all within a few days, little after weeks."""
    factor = np.exp(-np.maximum(gap - SAME_DAYS, 0.0) / DECAY_DAYS)
    return np.where(np.isnan(gap), 1.0, np.maximum(factor, LEAST_DATE_FACTOR))


def _clusters(vectors: csr_array[Any], days: Floats, members: Ints) -> Iterator[Ints]:
    """The stories among some articles, as arrays of their rows."""
    if len(members) <= DENSE:
        yield from _average_link(vectors, days, members)
        return
    pairs, likeness = _candidates(vectors, days)
    for part in _components(len(members), pairs, likeness, members, 1 - DISTANCE):
        yield from _average_link(vectors, days, part)


def _average_link(vectors: csr_array[Any], days: Floats, members: Ints) -> Iterator[Ints]:
    if len(members) == 1:
        yield members
        return
    rows = vectors[members]
    likeness = (rows @ rows.T).toarray() * _date_factor(np.abs(days[members, None] - days[None, members]))
    distance = np.clip(1 - (likeness + likeness.T) / 2, 0, 1)
    np.fill_diagonal(distance, 0)
    labels = fcluster(linkage(squareform(distance, checks=False), "average"), DISTANCE, "distance")
    for label in np.unique(labels):
        yield members[labels == label]


def _candidates(vectors: csr_array[Any], days: Floats) -> tuple[Ints, Floats]:
    """Pairs that share rarer terms, and their whole likeness: never all pairs at once."""
    n = vectors.shape[0]
    held = np.bincount(vectors.indices, minlength=vectors.shape[1])
    rare = vectors[:, np.flatnonzero((held > 1) & (held <= max(RARE_DOCUMENTS, n // 50)))]
    across = rare.T.tocsr()
    pairs: list[Ints] = []
    values: list[Floats] = []
    for start in range(0, n, CHUNK):
        some = (rare[start : start + CHUNK] @ across).tocoo()
        keep = (some.data >= CANDIDATE) & (some.col > some.row + start)
        one, other = some.row[keep].astype(np.int64) + start, some.col[keep].astype(np.int64)
        for at in range(0, len(one), 50 * CHUNK):
            a, b = one[at : at + 50 * CHUNK], other[at : at + 50 * CHUNK]
            likeness = np.asarray((vectors[a] * vectors[b]).sum(axis=1)).ravel() * _date_factor(
                np.abs(days[a] - days[b])
            )
            near = likeness >= 1 - DISTANCE
            pairs.append(np.stack([a[near], b[near]]))
            values.append(likeness[near])
    return np.concatenate(pairs, axis=1), np.concatenate(values)


def _components(n: int, pairs: Ints, likeness: Floats, members: Ints, least: float) -> Iterator[Ints]:
    """Connected parts of at most `DENSE` articles; a larger part is split where its links are weakest."""
    inside = np.zeros(n, dtype=np.bool_)
    inside[members] = True
    keep = (likeness >= least) & inside[pairs[0]] & inside[pairs[1]]
    links = csr_array((np.ones(int(keep.sum())), (pairs[0][keep], pairs[1][keep])), shape=(n, n))
    labels = connected_components(links, directed=False)[1][members]
    order = np.argsort(labels, kind="stable")
    cuts = np.flatnonzero(np.diff(labels[order])) + 1
    for part in np.split(members[order], cuts):
        if len(part) <= DENSE or least > 1:
            yield part
        else:
            yield from _components(n, pairs[:, keep], likeness[keep], np.sort(part), least + 0.02)
