"""The shelf: articles that were grouped, to which more can be added at any time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crosswire.group import group
from crosswire.group.profiles import Profile
from crosswire.model import Membership

Arrays = Mapping[str, NDArray[Any]]
PACKED = ("id", "terms", "counts", "shingles")


class Shelf:
    """Articles and their stories; what is added in any order and in any batches ends in the same stories.

    The memberships are always those that `crosswire.group.group` gives for all articles of the shelf at once.
    """

    def __init__(self, profiles: Sequence[Profile] = ()) -> None:
        self._profiles = {p.id: p for p in profiles}
        self._members = {m.id: m for m in group(tuple(self._profiles.values()))}

    @classmethod
    def empty(cls) -> Shelf:
        """A shelf without articles."""
        return cls()

    @classmethod
    def from_arrays(cls, arrays: Arrays) -> Shelf:
        """The shelf that `to_arrays` packed.

        Raises:
            KeyError: an array is missing.
        """
        parts = [_unpacked(arrays[name], arrays[f"{name}_ends"]) for name in PACKED]
        when, words = arrays["when"].tolist(), arrays["words"].tolist()
        return cls(
            [
                Profile(id.decode("utf-8", "surrogatepass"), None if np.isnan(day) else day, count, *packed)
                for id, day, count, *packed in zip(parts[0], when, words, *parts[1:], strict=True)
            ]
        )

    def to_arrays(self) -> dict[str, NDArray[Any]]:
        """The shelf as arrays; the same articles give the same arrays."""
        held = sorted(self._profiles.values(), key=lambda p: p.id)
        arrays: dict[str, NDArray[Any]] = {
            "when": np.array([np.nan if p.when is None else p.when for p in held], dtype=np.float64),
            "words": np.array([p.words for p in held], dtype=np.int64),
        }
        columns = (
            [p.id.encode("utf-8", "surrogatepass") for p in held],
            *([getattr(p, n) for p in held] for n in PACKED[1:]),
        )
        for name, column in zip(PACKED, columns, strict=True):
            arrays[name] = np.frombuffer(b"".join(column), dtype=np.uint8)
            arrays[f"{name}_ends"] = np.cumsum([len(part) for part in column], dtype=np.int64)
        return arrays

    def add(self, profiles: Sequence[Profile]) -> tuple[Membership, ...]:
        """Place articles; articles whose id is on the shelf already are passed over.

        Returns:
            The memberships that are new, and those that are no longer what they were; ordered by id.
        """
        fresh = {p.id: p for p in profiles if p.id not in self._profiles}
        if not fresh:
            return ()
        self._profiles |= fresh
        before, self._members = self._members, {m.id: m for m in group(tuple(self._profiles.values()))}
        return tuple(m for id, m in self._members.items() if before.get(id) != m)

    def memberships(self) -> Iterator[Membership]:
        """The membership of every article, ordered by id."""
        return iter(self._members.values())


def _unpacked(joined: NDArray[Any], ends: NDArray[Any]) -> list[bytes]:
    """The parts of joined bytes."""
    whole, cuts = joined.tobytes(), [0, *ends.tolist()]
    return [whole[start:end] for start, end in pairwise(cuts)]
