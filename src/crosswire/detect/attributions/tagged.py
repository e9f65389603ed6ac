"""Attributions as the trained tagger sees them: its scores decoded into source, cue and content, then joined to the rules' finds.

The tagger says where cues begin, and scores for each of them what every token around it is: part of that
attribution's source, cue or content, or none. Decoding keeps the three consistent: one source, one cue that holds its
anchor, content that ends at quotation marks where it reaches them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from crosswire.detect.attributions import lexicon
from crosswire.detect.attributions.beside import merged
from crosswire.detect.attributions.decode import CONTENT, CUE, SOURCE, Labels, runs
from crosswire.detect.attributions.draft import Draft, Range, Scene
from crosswire.detect.attributions.shown import Features
from crosswire.model import Span

ANCHOR = 0.3  # how sure the tagger must be that a cue begins
PLAIN = frozenset({"turn", "headline", "signed"})  # forms that leave no doubt: the rules' reading stands
_MARKS = 6  # characters of quotation marks, brackets and spaces before a first word or after a last one
_NESTED = 8  # runs of content around one place that are compared: deeper nesting is left as it is


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
    plain = [d for d in rules if d.found_by in PLAIN]
    marks = {d.verb for d in plain} | {d.cue[0] for d in plain if d.cue}
    found = [d for one in anchored if one.token not in marks and (d := _draft(scene, one, known)) is not None]
    found = _uncontested(scene, [*plain, *found])
    found = _sourced(scene, found, rules)
    found += [more for d in found for more in _paragraphs(scene, d)]
    found += _quoted_besides(scene, found, rules)
    return sorted(found, key=lambda d: (d.verb, d.content[0]))


def _uncontested(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each run of content with one of them only: of two that claim it from outside, the nearer.

    What one source says of another's words stays with both: there the inner cue stands within the outer content.
    """
    runs = sorted((s.start, s.end, n) for n, d in enumerate(drafts) for s in d.content)
    lost: set[tuple[int, int, int]] = set()
    open_: list[tuple[int, int, int]] = []
    for run in runs:
        open_ = [o for o in open_ if o[1] > run[0] and o not in lost][-_NESTED:]
        for other in open_:
            if run in lost:
                break  # what is given away already takes from nobody
            if other[2] != run[2] and not (_holds(scene, drafts, other, run) or _holds(scene, drafts, run, other)):
                lost.add(max(other, run, key=lambda r: (drafts[r[2]].found_by not in PLAIN, *_gap(scene, drafts, r))))
        open_.append(run)
    kept = [replace(d, content=[s for s in d.content if (s.start, s.end, n) not in lost]) for n, d in enumerate(drafts)]
    return [d for d in kept if d.content]


def _holds(scene: Scene, drafts: Sequence[Draft], run: tuple[int, int, int], inner: tuple[int, int, int]) -> bool:
    """Whether the cue of the inner run stands within the run."""
    return run[0] <= scene.tokens[drafts[inner[2]].verb].start < run[1]


def _gap(scene: Scene, drafts: Sequence[Draft], run: tuple[int, int, int]) -> tuple[int, int]:
    """Sentences, then characters, between a run and the cue that claims it."""
    verb, sentence = drafts[run[2]].verb, scene.tree.sentence
    first = _token_at(scene, run[0])
    last = bisect_left(scene.tokens, run[1], key=lambda token: token.start) - 1
    cue = scene.tokens[verb]
    apart = min(abs(sentence[verb] - sentence[n]) for n in (first, max(first, last)))
    return apart, max(run[0] - cue.end, cue.start - run[1], 0)


def _token_at(scene: Scene, offset: int) -> int:
    """The token that begins at an offset, or the next one; the last where none follows (words that are not analysed)."""
    return min(bisect_left(scene.tokens, offset, key=lambda token: token.start), len(scene.tokens) - 1)


def _sourced(scene: Scene, found: Sequence[Draft], rules: Sequence[Draft]) -> list[Draft]:
    """The drafts; quoted words without a source get the one that the rules have for the same words."""
    told = [(s.start, s.end, d) for d in rules if d.source is not None for s in d.content]
    told.sort(key=lambda run: run[:2])
    starts = [run[0] for run in told]
    out: list[Draft] = []
    for draft in found:
        if draft.source is None and _is_quoted(scene, draft):
            last = draft.content[-1]
            at = bisect_left(starts, last.end) - 1
            if at >= 0 and 2 * (min(told[at][1], last.end) - max(told[at][0], last.start)) > last.end - last.start:
                like = told[at][2]
                draft = replace(draft, source=like.source, head=like.head, found_by=like.found_by)  # noqa: PLW2901
        out.append(draft)
    return out


def _paragraphs(scene: Scene, draft: Draft) -> list[Draft]:
    """Content in later paragraphs, taken out of a draft that has words in the cue's own: each of them is said anew."""
    home = bisect_right(scene.block_starts, scene.tokens[draft.verb].start)
    own = [s for s in draft.content if bisect_right(scene.block_starts, s.start) <= home]
    others = [s for s in draft.content if bisect_right(scene.block_starts, s.start) > home]
    if not own or draft.cue is None:
        return []
    draft.content = own
    return [
        Draft(
            _token_at(scene, span.start),
            None,
            draft.source,
            draft.head,
            [span],
            told=True,
            found_by="paragraph before",
            before=draft,
        )
        for span in others
    ]


def _quoted_besides(scene: Scene, found: Sequence[Draft], rules: Sequence[Draft]) -> list[Draft]:
    """Words between quotation marks that the rules give to a source, and that the tagger gives to nobody.

    That is: it has less than half of them, or it has them only as part of what another says together with their cue.
    """
    taken = np.zeros(len(scene.article.text) + 1, np.int64)
    for draft in found:
        for span in draft.content:
            taken[span.start : span.end] = 1
    before = np.concatenate([[0], np.cumsum(taken)])
    cued = {i for d in found if d.cue for i in range(d.cue[0], d.cue[1] + 1)}
    more: list[Draft] = []
    for draft in rules:
        size = sum(s.end - s.start for s in draft.content)
        mine = sum(int(before[s.end] - before[s.start]) for s in draft.content)
        cue = scene.tokens[draft.verb].start
        within = taken[cue] and draft.verb not in cued and draft.cue is not None
        if draft.source is not None and (2 * mine < size or within) and _is_quoted(scene, draft):
            more.append(replace(draft, before=None))  # what it continues may be read anew
    return more


def _is_quoted(scene: Scene, draft: Draft) -> bool:
    """Whether a content begins at, or holds, the beginning of a quotation."""
    at = [bisect_left(scene.quote_starts, span.start) for span in draft.content]
    return any(
        n < len(scene.quote_starts) and scene.quote_starts[n] < span.end
        for n, span in zip(at, draft.content, strict=True)
    )


def _draft(scene: Scene, one: Anchored, known: dict[int, Draft]) -> Draft | None:
    labels = one.labels
    cue = next((r for r in runs(labels, CUE, one.first) if r[0] <= one.token <= r[1]), (one.token, one.token))
    sources = runs(labels, SOURCE, one.first)
    said = [r for r in runs(labels, CONTENT, one.first) if not _cites(scene, r)]
    contents = [_with_marks(scene, scene.tree.span(*r)) for r in said]
    if not contents:
        return None
    like = next((known[i] for i in range(cue[0], cue[1] + 1) if i in known), None)
    source = min(sources, key=lambda r: abs(r[0] - one.token)) if sources else like.source if like else None
    asked = like is not None and like.source is None and scene.tokens[like.verb].tag == "VBN"
    if asked or _littered(scene, one.token):  # "Asked whether …, Roe said": Roe is asked, and does not ask
        source = None
    content = merged(scene.article.text, contents)
    head = _head(scene, source)
    if like is not None and _has_the_clause(scene, like, content):
        return like
    if like is not None:
        return replace(like, cue=cue, source=source, head=head, content=content, before=None)
    verb = _verb(scene, cue)
    lemma = scene.tokens[verb].lemma.lower()
    return Draft(verb, cue, source, head, content, told=lemma in lexicon.CLAUSE or lemma in lexicon.QUOTE_ONLY)


def _littered(scene: Scene, cue: int) -> bool:
    """Whether links stand in the sentence before a cue ("… | Roe meets Poe | … said"): whose name is whose cannot be told."""
    first = scene.tree.sentences[scene.tree.sentence[cue]][0]
    return any(token.text == "|" for token in scene.tokens[first:cue])


def _cites(scene: Scene, content: Range) -> bool:
    """Whether words are whom a source cites in turn ("citing an official"): a link of the chain, not what it says."""
    first = scene.tokens[content[0]]
    return first.tag == "VBG" and first.lemma.lower() in lexicon.CITING


def _has_the_clause(scene: Scene, like: Draft, content: Sequence[Span]) -> bool:
    """Whether the rules have a clause where the tagger has words without a verb elsewhere: "…, the paper reported citing Roe"."""
    if not like.told or any(a.overlaps(b) for a in like.content for b in content):
        return False
    return _has_verb(scene, like.content) and not _has_verb(scene, content)


def _has_verb(scene: Scene, content: Sequence[Span]) -> bool:
    first = [bisect_left(scene.tokens, span.start, key=lambda token: token.start) for span in content]
    last = [bisect_left(scene.tokens, span.end, key=lambda token: token.start) for span in content]
    return any(t.pos in {"VERB", "AUX"} for a, b in zip(first, last, strict=True) for t in scene.tokens[a:b])


def _with_marks(scene: Scene, span: Span) -> Span:
    """The span with the quotation marks that its first and last words stand at."""
    text, (start, end) = scene.article.text, span
    opened = bisect_right(scene.quote_starts, start) - 1
    if opened >= 0 and _blank(text, (first := scene.quotations[opened]).start, start) and first.end > start:
        start = first.start
    closing = bisect_left(scene.quote_starts, end) - 1
    if closing >= 0 and (last := scene.quotations[closing]).end >= end and _blank(text, end, last.end):
        end = last.end
    return Span(start, end)


def _blank(text: str, start: int, end: int) -> bool:
    """Whether a few characters hold no letter and no digit."""
    return end - start <= _MARKS and not any(c.isalnum() for c in text[start:end])


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
