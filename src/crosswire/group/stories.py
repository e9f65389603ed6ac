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
RARE_SHARE_OF_BATCH, LEAST_RARE, MOST_RARE = 20, 100, 2_000
CANDIDATE = 0.04
CHUNK = 500
STEP, ALIKE = 0.02, 0.95

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def stories(profiles: Sequence[Profile], *, dense: int = DENSE) -> list[int]:
    """A story number for each article; equal numbers, one story.

    Args:
        profiles: articles in a fixed order (for the same numbers, and the same sums of fractions, every time).
        dense: of at most so many articles all pairs are compared at once; of more, those that share rarer terms.
    """
    if len(profiles) < 2:
        return [0] * len(profiles)
    vectors = _vectors(profiles)
    days = np.array([np.nan if p.when is None else p.when for p in profiles])
    labels = np.full(len(profiles), -1, dtype=np.int64)
    for n, members in enumerate(_clusters(vectors, days, dense)):
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


def _clusters(vectors: csr_array[Any], days: Floats, dense: int) -> Iterator[Ints]:
    """The stories, as arrays of rows."""
    everything = np.arange(vectors.shape[0])
    if len(everything) <= dense:
        yield from _average_link(vectors, days, everything)
        return
    pairs, likeness = _candidates(vectors, days)
    for part in _components(everything, pairs, likeness, least=1 - DISTANCE, most=dense):
        if len(part) > dense:  # all of nearly the same words
            yield part
        else:
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
    most = min(max(LEAST_RARE, n // RARE_SHARE_OF_BATCH), MOST_RARE)
    rare = vectors[:, np.flatnonzero((held > 1) & (held <= most))]
    across = rare.T.tocsr()
    pairs: list[Ints] = [np.empty((2, 0), dtype=np.int64)]
    values: list[Floats] = [np.empty(0)]
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


def _components(members: Ints, pairs: Ints, likeness: Floats, *, least: float, most: int) -> Iterator[Ints]:
    """Connected parts; one of more than `most` articles is split where its links are weakest, if they differ at all."""
    place = np.searchsorted(members, pairs)
    ends = (place < len(members)) & (members[np.minimum(place, len(members) - 1)] == pairs)
    keep = (likeness >= least) & ends.all(axis=0)
    shape = (len(members), len(members))
    links = csr_array((np.ones(int(keep.sum())), (place[0][keep], place[1][keep])), shape=shape)
    labels = connected_components(links, directed=False)[1]
    order = np.argsort(labels, kind="stable")
    cuts = np.flatnonzero(np.diff(labels[order])) + 1
    for part in np.split(members[order], cuts):
        if len(part) <= most or least > ALIKE:
            yield part
        else:
            yield from _components(part, pairs[:, keep], likeness[keep], least=least + STEP, most=most)
