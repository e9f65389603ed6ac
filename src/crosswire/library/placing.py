"""Where reports belong: the shelf of grouping, kept as files beside the database, and made anew where these fail.

The files are a copy; the profiles in the database are what counts. What is placed are versions of
reports: a report stands where its newest one does. The folder `shelf/KEY-END` holds the shelf of the versions up to
number END of the database with that key; newer ones are added to it from the database.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crosswire.group import Profile
from crosswire.group.shelf import Shelf
from crosswire.library import reading
from crosswire.library.opening import Place
from crosswire.model import Membership

AT_ONCE = 1_000
_DAMAGED = (OSError, ValueError, KeyError, EOFError, IndexError)


class Placing:
    """The shelf of a library, loaded when it is first needed.

    Args:
        place: the library.
    """

    def __init__(self, place: Place) -> None:
        self._place = place
        self._shelf: Shelf | None = None
        self._end = 0
        self._saved = 0

    def add(self, profiles: Sequence[Profile], end: int) -> tuple[Membership, ...]:
        """Place versions; gives the memberships that are new or others than before.

        Args:
            profiles: of versions that are not on the shelf, under their keys.
            end: the number of the last of them.
        """
        shelf = self.shelf()
        self._end = end
        return shelf.add(profiles)

    def shelf(self) -> Shelf:
        """The shelf with every version of the database on it."""
        if self._shelf is None:
            self._shelf, self._saved = self._stored()
            self._end = self._saved
            with self._place.read() as connection:
                rows = reading.profiles(connection, self._end)
                while some := list(islice(rows, AT_ONCE)):
                    self._shelf.add([profile for _, profile in some])
                    self._end = some[-1][0]
        return self._shelf

    def forget(self) -> None:
        """Load the shelf anew when it is needed next: what was placed was not kept."""
        self._shelf = None

    def save(self) -> None:
        """Write the shelf's files, if it has versions that they have not.

        Raises:
            OSError: the disk does not take them.
        """
        if self._shelf is None or self._end == self._saved:
            return
        self._place.shelf.mkdir(exist_ok=True)
        part = Path(tempfile.mkdtemp(dir=self._place.shelf, prefix=".part-"))
        try:
            for name, array in self._shelf.to_arrays().items():
                np.save(part / f"{name}.npy", array, allow_pickle=False)
            target = self._place.shelf / f"{self._key()}-{self._end}"
            shutil.rmtree(target, ignore_errors=True)
            part.replace(target)
        except OSError:
            shutil.rmtree(part, ignore_errors=True)
            raise
        self._saved = self._end
        for other in self._place.shelf.iterdir():
            if other != target:
                shutil.rmtree(other, ignore_errors=True)

    def _key(self) -> str:
        with self._place.read() as connection:
            return reading.key(connection)

    def _stored(self) -> tuple[Shelf, int]:
        """The shelf in the newest files that are whole, and the number of its last version; else an empty one."""
        key = self._key()
        ends = sorted((int(p.name.rpartition("-")[2]) for p in self._place.shelf.glob(f"{key}-*")), reverse=True)
        for end in ends:
            try:
                return Shelf.from_arrays(_load(self._place.shelf / f"{key}-{end}")), end
            except _DAMAGED:
                continue
        return Shelf.empty(), 0


def _load(folder: Path) -> dict[str, NDArray[Any]]:
    return {path.stem: np.load(path, mmap_mode="r", allow_pickle=False) for path in sorted(folder.glob("*.npy"))}
