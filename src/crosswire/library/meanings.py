"""Search by meaning: the versions of reports whose headlines mean what is nearest to what is asked.

Their vectors (384 bytes) stand in their profiles, and their signs, a bit each, in one file beside the database: the signs of a
million vectors are 48 MB and compared in some hundredths of a second; the best thousand are then compared in full.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from crosswire.library import reading
from crosswire.library.opening import Place
from crosswire.library.reading import Hit

COMPARED = 1_000
CACHED = 8_192  # rows of signs
_DAMAGED = (OSError, ValueError, EOFError)


def keep_signs(place: Place) -> None:
    """Bring the file of signs up to date."""
    _signs(place, save=True)


def nearest(place: Place, connection: Connection, wanted: NDArray[np.float32], limit: int) -> list[Hit]:
    """The reports that are nearest in meaning, the nearest first; of each only one version."""
    numbers, signs = _signs(place, save=False)
    if not len(numbers):
        return []
    near = numbers[_nearest(_apart(signs, np.packbits(wanted > 0).view(np.uint64)), COMPARED)]
    rows = reading.vectors(connection, [int(number) for number in near])
    vectors = np.frombuffer(b"".join(vector for _, vector in rows), np.int8).reshape(len(rows), -1).astype(np.float32)
    likeness = vectors @ wanted / np.linalg.norm(vectors, axis=1)
    best = sorted(zip((-likeness).tolist(), (-number for number, _ in rows), strict=True))
    return reading.hits(connection, [-number for _, number in best[: 2 * limit]], limit)


def _apart(signs: NDArray[np.uint64], own: NDArray[np.uint64]) -> NDArray[np.uint16]:
    """In how many signs each vector differs from one; some thousand at a time, which the processor's cache can hold."""
    found = np.empty(len(signs), np.uint16)
    for first in range(0, len(signs), CACHED):
        different = np.bitwise_count(signs[first : first + CACHED] ^ own)
        pairs = different.view(np.uint16)  # of bytes, each at most 64: three of them together stay below 256
        summed = pairs[:, 0] + pairs[:, 1] + pairs[:, 2]
        np.add(summed & 255, summed >> 8, out=found[first : first + CACHED])
    return found


def _nearest(apart: NDArray[np.uint16], most: int) -> NDArray[np.intp]:
    """The places of the smallest numbers; of those that are equal to the last, the latest."""
    at_most = np.cumsum(np.bincount(apart))
    last = int(np.searchsorted(at_most, most))
    surely, ties = np.flatnonzero(apart < last), np.flatnonzero(apart == last)
    return np.concatenate([surely, ties[max(0, len(ties) - (most - len(surely))) :]])


def _signs(place: Place, *, save: bool) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
    """The numbers of all versions with vectors, and the signs of these: from the file, and what is newer from the database."""
    folder = place.folder / "meaning"
    with place.read() as connection:
        key = reading.key(connection)
        numbers, signs = _stored(folder, key)
        rows = iter(reading.vectors_after(connection, int(numbers[-1]) if len(numbers) else 0))
        newer = [_packed(some) for some in iter(lambda: list(islice(rows, 10_000)), [])]
    if newer:
        numbers = np.concatenate([numbers, *(one for one, _ in newer)])
        signs = np.concatenate([signs, *(one for _, one in newer)])
        if save:
            _save(folder, key, numbers, signs)
    return numbers, signs


def _packed(rows: Sequence[tuple[int, bytes]]) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
    vectors = np.frombuffer(b"".join(vector for _, vector in rows), np.int8).reshape(len(rows), -1)
    return np.array([number for number, _ in rows], np.int64), np.packbits(vectors > 0, axis=1).view(np.uint64)


def _stored(folder: Path, key: str) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
    try:
        numbers = np.load(folder / key / "numbers.npy", allow_pickle=False)
        signs = np.load(folder / key / "signs.npy", mmap_mode="r", allow_pickle=False)
    except _DAMAGED:
        return np.empty(0, np.int64), np.empty((0, 6), np.uint64)
    return (numbers, signs) if len(numbers) == len(signs) else (np.empty(0, np.int64), np.empty((0, 6), np.uint64))


def _save(folder: Path, key: str, numbers: NDArray[np.int64], signs: NDArray[np.uint64]) -> None:
    """Write the file anew; one that is not whole is never read, since it is in no folder of the database's key."""
    folder.mkdir(exist_ok=True)
    part = Path(tempfile.mkdtemp(dir=folder, prefix=".part-"))
    np.save(part / "numbers.npy", numbers, allow_pickle=False)
    np.save(part / "signs.npy", signs, allow_pickle=False)
    for other in folder.iterdir():
        if other.name != part.name:
            shutil.rmtree(other, ignore_errors=True)
    part.replace(folder / key)
