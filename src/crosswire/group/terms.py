"""Words as numbers: the terms that say what a text is about, and the shingles that say whose words they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from math import log
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from crosswire.group.shares import SHARES
from crosswire.group.words import STOP

Hashes = NDArray[np.uint32]

SHINGLE = 5
SAMPLE, SMALL = 4, 160
RARE_SHARE = 0.003
NAME_WEIGHT = 1.3
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
# One character of a script that is written without spaces is a token; elsewhere a run of letters and digits is.
_TOKEN = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+(?:['’][^\W_{_UNSPACED}]+)?")
# A capital letter that no sentence begins with; the words of a name stand beside one another.
_NAME = re.compile(r"(?<=[a-z0-9,;:'’\")] )[A-Z\u00c0-\u00de\u0391-\u03a9\u0410-\u042f]\w+(?: [A-Z]\w+)*")
_MIX = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F)


def tokens(text: str) -> list[str]:
    """The words of a text, in lower case."""
    return _TOKEN.findall(text.lower())


def words_of(text: str) -> Iterator[tuple[str, int, int]]:
    """The words of a text, in lower case, with where each starts and ends."""
    return ((found.group().lower(), found.start(), found.end()) for found in _TOKEN.finditer(text))


def word_hash(word: str) -> int:
    """A 32-bit number for a word, the same on every machine."""
    return crc32(word.encode("utf-8", "surrogatepass"))


def stem(word: str) -> str:
    """A word without the English endings 's and plural s: enough to bring the forms of a noun together."""
    word = word.replace("’", "'").removesuffix("'s").replace("'", "")
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def term_counts(words: Iterable[str]) -> Counter[int]:
    """How often each term (a stem that is no function word) occurs, by its hash."""
    counts: Counter[int] = Counter()
    for word, count in Counter(words).items():
        if word.replace("’", "'") not in STOP:
            counts[word_hash(stem(word))] += count
    return counts


def names(text: str) -> set[int]:
    """The terms that a text writes with a capital letter within a sentence, by their hash."""
    return {word_hash(stem(word)) for word in set(tokens(" ".join(_NAME.findall(text))))}


_KNOWN = {word_hash(word): share for word, share in SHARES.items()}
KNOWN: Hashes = np.array(sorted(_KNOWN), dtype=np.uint32)
KNOWN_WEIGHT = np.array([log(1 / _KNOWN[term]) for term in sorted(_KNOWN)])
RARE_WEIGHT = log(1 / RARE_SHARE)


def weight(term: int, count: int, *, name: bool) -> float:
    """How much a term says of what an article is about: (1 + log tf) · idf, more for a name."""
    return (1 + log(count)) * log(1 / _KNOWN.get(term, RARE_SHARE)) * (NAME_WEIGHT if name else 1)


def shingles(words: list[str]) -> Hashes:
    """Runs of `SHINGLE` words of a text as sorted 32-bit hashes; none for a shorter text.

    Of a text with more than `SMALL`, only those whose hash is divisible by `SAMPLE`: "0 mod m" of Broder, "On the
    resemblance and containment of documents" (1997).
    """
    if len(words) < SHINGLE:
        return np.empty(0, dtype=np.uint32)
    known = {word: word_hash(word) for word in set(words)}
    single = np.fromiter((known[word] for word in words), dtype=np.uint64, count=len(words))
    runs = len(words) - SHINGLE + 1
    mixed = np.zeros(runs, dtype=np.uint64)
    for at in range(SHINGLE):
        mixed = (mixed ^ single[at : at + runs]) * np.uint64(_MIX[0])
        mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(_MIX[1])
    found = np.unique((mixed >> np.uint64(32)).astype(np.uint32))
    return found if len(found) <= SMALL else found[found % SAMPLE == 0]
