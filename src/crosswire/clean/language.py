"""The language of an article: the share of English function words decides for English, py3langid for the rest.

py3langid (Lui and Baldwin 2012, *langid.py*) reads the model bundled with the library at its first use; nothing else
here touches the disk, and the answer depends on the words alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from crosswire.clean.words import COMMON
from crosswire.model import Block

SAMPLE = 1500
FEWEST = 3
FEW_FOR_MODEL = 5
FEW = 40
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str, blocks: Iterable[Block], read: frozenset[str]) -> str:
    """The ISO 639-1 code of the language of the blocks whose kinds are in ``read``; "und" where too little is said."""
    parts: list[str] = []
    size = 0
    for kind in ("paragraph", None):
        for block in blocks:
            if size < SAMPLE and block.kind in read and (block.kind == "paragraph") == (kind == "paragraph"):
                parts.append(text[block.span.start : min(block.span.end, block.span.start + SAMPLE - size)])
                size += len(parts[-1])
    sample = " ".join(parts).lower()
    words = _WORD.findall(sample)
    if not words or (len(words) < FEWEST and sample.isascii()):
        return "und"
    if _is_english(words):
        return "en"
    return "und" if len(words) < FEW_FOR_MODEL and sample.isascii() else _identified(sample)


def _is_english(words: Sequence[str]) -> bool:
    """Whether so many words are English function words that no other language can be meant."""
    common = sum(word in COMMON for word in words)
    if len(words) < FEW:
        return common * 5 >= len(words)
    enough = common * 10 >= 3 * len(words) or (common * 4 >= len(words) and "and" in words)
    return enough and "the" in words


def _identified(sample: str) -> str:
    import py3langid  # noqa: PLC0415 - its model takes a tenth of a second to load, for those who need it

    found = str(py3langid.classify(sample.encode("utf-8", "replace"))[0])
    return "und" if found == "zxx" else found
