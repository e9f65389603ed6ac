"""What every reader takes: bytes as they came."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from crosswire.model import Rejection, Source


@dataclass(frozen=True, slots=True)
class RawInput:
    """Bytes as they came: the id that their article gets, where they are from, and a media type if one is told."""

    id: str
    data: bytes
    path: str | None = None
    url: str | None = None
    media_type: str | None = None

    @property
    def place(self) -> str:
        """How a message names this input."""
        return self.path or self.url or self.id

    def source(self, media_type: str, url: str | None = None) -> Source:
        """Where the article came from, with the SHA-256 of these bytes."""
        return Source(self.path, self.url or url, media_type, hashlib.sha256(self.data).hexdigest())

    def rejected(self, reason: str, remedy: str) -> Rejection:
        """This input, refused."""
        return Rejection(self.place, reason, remedy)
