"""Training examples: articles as word pieces with features and labels, made from a corpus of marked attributions."""

from __future__ import annotations

import gzip
import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from crosswire import models
from crosswire.acquire.json_lines import read_json_line
from crosswire.clean import clean
from crosswire.detect.attributions.rules import by_rules, scene_of
from crosswire.detect.attributions.shown import Features, features
from crosswire.detect.entities import detect_entities
from crosswire.detect.times import detect_times
from crosswire.model import Article, Rejection, Span, Token
from crosswire.tagger import word_pieces

PARTS = ("source", "cue", "content")
_EDGES = " \t\r\n\u00a0\"“”‘’',.;:"  # where annotators differ; decoding puts quotation marks back
Ranges = tuple[tuple[int, int], ...]  # of tokens, half-open


@dataclass(frozen=True, slots=True)
class Example:
    """One article: the pieces of its tokens one after another, and its attributions as ranges of tokens.

    `first` holds for each token the index of its first piece; `shown` a row of features for each token; `parts` for
    each attribution its source, cue and content.
    """

    id: str
    pieces: NDArray[np.int32]
    first: NDArray[np.int32]
    shown: Features
    parts: tuple[tuple[Ranges, Ranges, Ranges], ...]


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a corpus: gzipped JSON Lines with `id`, `text` and `attributions` (spans of source, cue, content)."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def examples(path: Path, tokenizer: Tokenizer, lost: Counter[str]) -> Iterator[Example]:
    """Examples from a corpus; what could not be used is counted in `lost`."""
    model = models.load()
    rows = list(read_rows(path))
    articles = [_article(row) for row in rows]
    for row, article, syntax in zip(rows, articles, model.parse(articles), strict=True):
        known = detect_times(detect_entities(article, syntax), syntax)
        scene = scene_of(known, syntax)
        if not scene.tokens:
            lost["articles without a token"] += 1
            continue
        pieces, first = word_pieces(tokenizer, [token.text for token in scene.tokens])
        parts = tuple(_parts(row, scene.tokens, lost))
        yield Example(row["id"], pieces, first, features(scene, by_rules(scene)), parts)


def _article(row: dict[str, Any]) -> Article:
    found = read_json_line(json.dumps({"id": row["id"], "text": row["text"]}).encode(), 1, "corpus")
    if isinstance(found, Rejection):
        raise ValueError(f"{row['id']}: {found.reason}")
    return clean(found)


def _parts(row: dict[str, Any], tokens: Sequence[Token], lost: Counter[str]) -> Iterator[tuple[Ranges, Ranges, Ranges]]:
    starts, ends = [t.start for t in tokens], [t.end for t in tokens]
    for attribution in row["attributions"]:
        found = [tuple(sorted(_ranges(row["text"], attribution[part], starts, ends))) for part in PARTS]
        if not found[1] or not found[2]:
            lost["attributions without a cue or a content in the readable text"] += 1
            continue
        yield found[0], found[1], found[2]


def _ranges(
    text: str, spans: Sequence[Sequence[int]], starts: Sequence[int], ends: Sequence[int]
) -> Iterator[tuple[int, int]]:
    for start, end in spans:
        span = _trimmed(text, Span(start, end))
        first, last = bisect_left(ends, span.start + 1), bisect_left(starts, span.end)
        if last > first:
            yield first, last


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end)
