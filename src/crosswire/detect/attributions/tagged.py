"""Attributions as the trained tagger sees them: its scores decoded into source, cue and content, then joined to the rules' finds.

The tagger says where cues begin, and scores for each of them what every token around it is: part of that
attribution's source, cue or content, or none. Decoding keeps the three consistent: one source, one cue that holds its
anchor, content that ends at quotation marks where it reaches them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from crosswire.detect.attributions import lexicon
from crosswire.detect.attributions.beside import merged
from crosswire.detect.attributions.decode import CONTENT, CUE, SOURCE, Labels
from crosswire.detect.attributions.draft import Draft, Range, Scene
from crosswire.detect.attributions.shown import Features

ANCHOR = 0.4  # how sure the tagger must be that a cue begins
_CLOSE = 2  # tokens between the end of a content and a quotation mark that it means


class Anchored(NamedTuple):
    """A cue that the tagger sees.

    ``token`` is the first token of the cue, ``confidence`` (0 to 1) how sure that is; ``labels`` say what each token
    from ``first`` on is in that attribution (`decode`).
    """

    token: int
    confidence: float
    first: int
    labels: Labels


Tag = Callable[[Sequence[str], Features], Sequence[Anchored]]
"""The tagger: the tokens of an article and what it is shown of each (`shown.features`) to the cues that it sees, in order."""


def by_tagger(scene: Scene, anchored: Sequence[Anchored], rules: Sequence[Draft]) -> list[Draft]:
    """The attributions that the tagger finds; what the rules know of a cue (its frame, whom it relays) is kept."""
    known: dict[int, Draft] = {}
    for draft in rules:
        first, last = draft.cue or (draft.verb, draft.verb)
        for i in range(first, last + 1):
            known.setdefault(i, draft)
    found = [d for one in anchored if one.confidence >= ANCHOR and (d := _draft(scene, one, known)) is not None]
    return sorted(found, key=lambda d: (d.verb, d.content[0]))


def _draft(scene: Scene, one: Anchored, known: dict[int, Draft]) -> Draft | None:
    labels = one.labels
    cue = next((r for r in _runs(labels, CUE, one.first) if r[0] <= one.token <= r[1]), (one.token, one.token))
    sources = _runs(labels, SOURCE, one.first)
    contents = [scene.tree.span(*r) for r in _runs(labels, CONTENT, one.first)]
    if not contents:
        return None
    source = min(sources, key=lambda r: abs(r[0] - one.token)) if sources else None
    like = next((known[i] for i in range(cue[0], cue[1] + 1) if i in known), None)
    content = merged(scene.article.text, contents)
    head = _head(scene, source)
    if like is not None:
        return replace(like, cue=cue, source=source, head=head, content=content, before=None)
    verb = _verb(scene, cue)
    lemma = scene.tokens[verb].lemma.lower()
    return Draft(verb, cue, source, head, content, told=lemma in lexicon.CLAUSE or lemma in lexicon.QUOTE_ONLY)


def _runs(labels: Labels, label: int, offset: int) -> list[Range]:
    """Runs of a label and its continuation, as ranges of tokens (the last one included)."""
    runs: list[Range] = []
    for i in np.flatnonzero((labels == label) | (labels == label + 1)).tolist():
        if runs and runs[-1][1] == i - 1 + offset and labels[i] != label:
            runs[-1] = (runs[-1][0], i + offset)
        else:
            runs.append((i + offset, i + offset))
    return runs


def _head(scene: Scene, source: Range | None) -> int | None:
    """The token of a source that the others hang on."""
    if source is None:
        return None
    inside = range(source[0], source[1] + 1)
    tokens = scene.tokens
    return next((i for i in inside if tokens[i].head not in inside or tokens[i].head == i), source[1])


def _verb(scene: Scene, cue: Range) -> int:
    """The token of a cue that carries its meaning."""
    inside = range(cue[0], cue[1] + 1)
    for kinds in (("VERB",), ("NOUN",)):
        for i in reversed(inside):
            if scene.tokens[i].pos in kinds:
                return i
    return cue[0]
