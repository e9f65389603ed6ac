"""The language model alone over texts, one a line as JSON strings, on standard input: what `account` is held against."""

from __future__ import annotations

import json
import sys

import spacy

from crosswire import DEFAULT_MODEL


def main() -> None:
    """Analyse each text, keep nothing."""
    texts = (json.loads(line) for line in sys.stdin)
    for _ in spacy.load(DEFAULT_MODEL).pipe(texts, batch_size=128):
        pass


if __name__ == "__main__":
    main()
