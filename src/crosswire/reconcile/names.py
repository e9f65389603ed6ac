"""Names folded for comparison; the reports' own characters stay as they are."""

from __future__ import annotations

import unicodedata


def folded(name: str) -> str:
    """A name without case, accents, points, a leading article or a possessive ending."""
    plain = unicodedata.normalize("NFKD", name).casefold().replace("’", "'")
    plain = "".join(c for c in plain if not unicodedata.combining(c) and c != ".")
    plain = " ".join(plain.replace("-", " ").split()).removesuffix("'s").removesuffix("'")
    return plain.removeprefix("the ")
