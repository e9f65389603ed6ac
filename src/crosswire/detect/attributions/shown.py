"""What the tagger is shown of each token besides its letters: syntax, quotation marks, layout, and what the rules found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from crosswire.detect.attributions.draft import Draft, Range, Scene
from crosswire.model import Span

POS = ("", *"ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
DEP = (
    "",
    *"ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative "
    "dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj "
    "predet prep prt punct quantmod relcl xcomp".split(),
)
SHAPES = 4  # lower case, Capitalised, CAPITALS, other
QUOTED = 4  # outside, inside, its first token, its last token
LAYOUT = 4  # inside a sentence, first of a sentence, first of a block, in a headline
FOUND = 3  # by the rules: no part of it, its first token, a later one
SIZES = (len(POS), len(DEP), SHAPES, QUOTED, LAYOUT, FOUND, FOUND, FOUND)
BY_RULES = slice(5, 8)  # the columns for source, cue and content as the rules have them

Features = NDArray[np.uint8]
_POS = {name: n for n, name in enumerate(POS)}
_DEP = {name: n for n, name in enumerate(DEP)}


def features(scene: Scene, drafts: Sequence[Draft]) -> Features:
    """A row of category numbers for each token, one column for each of `SIZES`.

    Labels that the model of another language or version may give, and that are not listed here, count as unknown (0).
    """
    tokens = scene.tokens
    table = np.zeros((len(tokens), len(SIZES)), np.uint8)
    for i, token in enumerate(tokens):
        table[i, :3] = _POS.get(token.pos, 0), _DEP.get(token.dep, 0), _shape(token.text)
    table[:, 3] = _quoted(scene.within)
    table[:, 4] = _layout(scene)
    for draft in drafts:
        _mark_range(table[:, 5], draft.source)
        _mark_range(table[:, 6], draft.cue)
    _mark_spans(scene, table[:, 7], [span for draft in drafts for span in draft.content])
    return table


def _shape(text: str) -> int:
    if text.islower():
        return 0
    if text.isupper():
        return 2 if len(text) > 1 else 1
    return 1 if text[:1].isupper() else 3


def _quoted(within: Sequence[int]) -> list[int]:
    out = []
    for i, quotation in enumerate(within):
        if quotation < 0:
            out.append(0)
        elif i == 0 or within[i - 1] != quotation:
            out.append(2)
        else:
            out.append(3 if i + 1 == len(within) or within[i + 1] != quotation else 1)
    return out


def _layout(scene: Scene) -> list[int]:
    tokens, blocks = scene.tokens, scene.article.blocks
    out = [0] * len(tokens)
    for first, _ in scene.tree.sentences:
        out[first] = 1
    at, last = 0, -1
    for i, token in enumerate(tokens):
        while at + 1 < len(blocks) and blocks[at].span.end <= token.start:
            at += 1
        headline = bool(blocks) and blocks[at].kind in ("title", "heading")
        if headline or at != last:
            out[i] = 3 if headline else 2
        last = at
    return out


def _mark_range(column: Features, tokens: Range | None) -> None:
    if tokens is not None:
        column[tokens[0] : tokens[1] + 1] = 2
        column[tokens[0]] = 1


def _mark_spans(scene: Scene, column: Features, spans: Sequence[Span]) -> None:
    starts = [token.start for token in scene.tokens]
    for span in sorted(spans):
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        column[first:last] = 2
        column[first : first + (first < last)] = 1
