"""Giving quotations to cues: before, after and around them, over sentences and paragraphs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from crosswire.detect.attributions.beside import LONG, Beside, Group, merged
from crosswire.detect.attributions.draft import Draft, Scene
from crosswire.model import Span

_OPENING = frozenset("\"“«„'‘")
_MARKS = ('"', "“", "”", "''", "«", "„")


def groups(scene: Scene) -> list[Group]:
    """Quotations with their tokens; those that run over paragraphs are one."""
    edges: dict[int, list[int]] = {}
    for i, q in enumerate(scene.within):
        if q >= 0:
            edges.setdefault(q, [i, i])[1] = i
    found: list[Group] = []
    for n, quotation in enumerate(scene.quotations):
        if n not in edges:
            continue
        block = bisect_right(scene.block_starts, quotation.start) - 1
        if quotation.continues and found and found[-1].quotations[-1].opens:
            found[-1].quotations.append(quotation)
            found[-1].last, found[-1].last_block = edges[n][1], block
        else:
            found.append(Group([quotation], edges[n][0], edges[n][1], block, block))
    return found


def attach(scene: Scene, drafts: list[Draft]) -> tuple[list[Draft], list[Group]]:
    """Extend contents to the quotations in them and give the others to the cues beside them.

    Returns what is new (cues outside the lexicon, quotations that go on with a speaker before them), and the groups.
    """
    found = groups(scene)
    _extend(scene, drafts, found)
    beside = Beside(scene, drafts)
    previous: Group | None = None
    for group in found:
        if group.owner is None:
            group.owner = beside.following(group) or beside.preceding(group) or beside.rest(group, previous)
            if group.owner is not None:
                _give(scene, group.owner, group)
            else:
                group.owner = beside.alone(group, previous)
        previous = group
    return beside.new, found


def _give(scene: Scene, owner: Draft, group: Group) -> None:
    """Add a quotation to an attribution; an object that was taken for the content before gives way to it."""
    kept = [] if owner.frame in {"_object", "_phrase", "_infinitive"} else owner.content
    start = scene.tokens[owner.verb].start
    if owner.frame == "_clause" and group.span.start > start and all(s.end <= start for s in kept):
        kept = [s for s in kept if _touches_quote(scene, s)]
    lead = [Span(owner.lead, group.span.start)] if owner.lead is not None else []
    owner.lead = None
    owner.frame = "_quote"
    owner.content = _without_lead(scene, owner, merged(scene.article.text, [*kept, *lead, *spans_of(group)]))


def _touches_quote(scene: Scene, span: Span) -> bool:
    """Whether a span holds a quotation mark."""
    return any(mark in scene.article.text[span.start : span.end] for mark in _MARKS)


def spans_of(group: Group) -> list[Span]:
    """The quotation of each paragraph, with its marks."""
    return [Span(q.start, q.end) for q in group.quotations]


def _extend(scene: Scene, drafts: Sequence[Draft], found: Sequence[Group]) -> None:
    """Content that begins or ends within a quotation takes in the whole of it."""
    starts = [g.quotations[0].start for g in found]
    for draft in drafts:
        spans = []
        for span in draft.content:
            start, end = span
            at = max(0, bisect_right(starts, start) - 1)
            while at < len(found) and found[at].span.start < span.end:
                group = found[at]
                at += 1
                if group.span.end <= span.start:
                    continue
                if (
                    group.span.start <= start
                    or (group.span.end > end and group.block == group.last_block)
                    or group.words >= LONG
                ):
                    start, end = min(start, group.span.start), max(end, group.quotations[-1].end)
                if group.owner is None or (draft.told and not group.owner.told):
                    group.owner = draft
            spans += _by_paragraph(scene, Span(start, end))
        draft.content = _without_lead(scene, draft, merged(scene.article.text, spans))


def _without_lead(scene: Scene, draft: Draft, content: list[Span]) -> list[Span]:
    """Content without what stands before the cue where a whole quoted sentence follows: "Asked again, he said, "…"."""
    start, text = scene.tokens[draft.verb].start, scene.article.text
    after = [s for s in content if s.start > start]
    if not after or len(after) == len(content) or text[after[0].start] not in _OPENING:
        return content
    if text[content[0].start] in _OPENING:
        return content
    return after if text[after[0].start + 1 : after[0].start + 2].isupper() else content


def _by_paragraph(scene: Scene, span: Span) -> list[Span]:
    """A span cut where paragraphs end."""
    blocks = scene.article.blocks
    at = max(0, bisect_right(scene.block_starts, span.start) - 1)
    pieces: list[Span] = []
    while at < len(blocks) and blocks[at].span.start < span.end:
        piece = Span(max(span.start, blocks[at].span.start), min(span.end, blocks[at].span.end))
        pieces += [piece] if piece.end > piece.start else []
        at += 1
    return pieces or [span]
