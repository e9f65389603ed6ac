"""What every reader takes: bytes as they came."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from crosswire.model import Rejection, Source

_CHARSET = re.compile(r"charset\s{0,5}=\s{0,5}[\"']?([\w.:-]{2,40})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RawInput:
    """Bytes as they came: the id that their article gets, where they are from, and what their transport told of them.

    ``media_type`` may have parameters (``text/html; charset=…``); ``retrieved`` is when they were fetched (ISO 8601).
    """

    id: str
    data: bytes
    path: str | None = None
    url: str | None = None
    media_type: str | None = None
    retrieved: str | None = None

    @property
    def charset(self) -> str | None:
        """The charset that the media type names, if it does."""
        found = _CHARSET.search(self.media_type or "")
        return found[1].lower() if found else None

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
