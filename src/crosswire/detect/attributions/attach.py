"""Giving quotations to cues: before, after and around them, over sentences and paragraphs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from crosswire.detect.attributions.draft import Draft, Scene
from crosswire.detect.attributions.quotes import Quotation
from crosswire.model import Span

LONG = 4  # words: shorter pieces are taken for words or titles in quotation marks
_REACH = 30  # tokens between a cue and the quotation that it introduces
_ENDS = frozenset(",.?!…-—–;")


@dataclass(slots=True)
class Group:
    """One quotation, or the paragraphs of one, with its first and last token; `owner` is the attribution it went to."""

    quotations: list[Quotation]
    first: int
    last: int
    block: int
    last_block: int
    owner: Draft | None = None

    @property
    def span(self) -> Span:
        """From the first mark to the last."""
        return Span(self.quotations[0].start, self.quotations[-1].end)

    @property
    def words(self) -> int:
        """How many words are quoted."""
        return sum(q.words for q in self.quotations)


def groups(scene: Scene) -> list[Group]:
    """Quotations with their tokens; those that run over paragraphs are one."""
    edges: dict[int, list[int]] = {}
    for i, q in enumerate(scene.within):
        if q >= 0:
            edges.setdefault(q, [i, i])[1] = i
    starts = [b.span.start for b in scene.article.blocks]
    found: list[Group] = []
    for n, quotation in enumerate(scene.quotations):
        if n not in edges:
            continue
        block = bisect_right(starts, quotation.start) - 1
        if quotation.continues and found and found[-1].quotations[-1].opens:
            found[-1].quotations.append(quotation)
            found[-1].last, found[-1].last_block = edges[n][1], block
        else:
            found.append(Group([quotation], edges[n][0], edges[n][1], block, block))
    return found


def attach(scene: Scene, drafts: list[Draft]) -> tuple[list[Draft], list[Group]]:
    """Extend contents to the quotations in them, give the others to the cues beside them; also returns the groups."""
    found = groups(scene)
    _extend(scene, drafts, found)
    verbs = [d.verb for d in drafts]
    opening = {d.first: d for d in drafts if d.quotable and d.source}
    more: list[Draft] = []
    for n, group in enumerate(found):
        if group.owner is None:
            owner = (
                _following(scene, group, opening)
                or _preceding(scene, group, drafts, verbs)
                or _split(scene, group, found[n - 1] if n else None, drafts, verbs)
            )
            if owner is not None:
                group.owner = owner
                owner.content = merged(scene.article.text, [*owner.content, *_spans(group)])
            else:
                more += _alone(scene, group, found[n - 1] if n else None, drafts, verbs)
    return more, found


def _spans(group: Group) -> list[Span]:
    return [Span(q.start, q.end) for q in group.quotations]


def merged(text: str, spans: Sequence[Span]) -> list[Span]:
    """Spans in order, those that touch but for white space and commas joined."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and (
            span.start <= out[-1].end
            or (span.start - out[-1].end < 4 and not text[out[-1].end : span.start].strip(" ,\t\u00a0"))
        ):
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


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
            spans.append(Span(start, end))
        draft.content = merged(scene.article.text, spans)


def _following(scene: Scene, group: Group, opening: dict[int, Draft]) -> Draft | None:
    """The cue right behind: "…," she said."""
    text, tokens, last = scene.article.text, scene.tokens, group.quotations[-1]
    at = group.last + 1
    while (
        at < len(tokens)
        and at <= group.last + 2
        and tokens[at].pos == "PUNCT"
        and tokens[at].text in {",", "-", "–", "—", "--"}
    ):
        at += 1
    draft = opening.get(at)
    if draft is None or "\n" in text[last.end : tokens[at].start]:
        return None
    ended = text[last.inner.end - 1] in _ENDS if last.inner.end > last.inner.start else False
    return draft if ended or at > group.last + 1 else None


def _preceding(scene: Scene, group: Group, drafts: Sequence[Draft], verbs: Sequence[int]) -> Draft | None:
    """The cue before, in the same sentence or before a colon: she said, "…"."""
    at = bisect_left(verbs, group.first) - 1
    while at >= 0 and not (drafts[at].quotable and drafts[at].last < group.first) and group.first - verbs[at] <= _REACH:
        at -= 1
    if at < 0 or group.first - drafts[at].last > _REACH:
        return None
    draft, text = drafts[at], scene.article.text
    before = text[max(0, group.span.start - 3) : group.span.start].rstrip()
    same = scene.tree.sentence[draft.verb] == scene.tree.sentence[group.first]
    colon = before.endswith(":") or (not before and _colon_block(scene, group))
    if colon:
        return draft
    if not same or any(scene.within[i] >= 0 for i in range(draft.last + 1, group.first)):
        return None
    near = group.first - draft.last <= 2 or before.endswith(",")
    later = any(s.start > scene.tokens[draft.verb].start for s in draft.content)
    return draft if near and not later and (group.words >= LONG or before.endswith(",")) else None


def _colon_block(scene: Scene, group: Group) -> bool:
    """Whether the paragraph before ends with a colon."""
    first = group.first
    return first > 0 and scene.tokens[first - 1].text.endswith(":")


def _split(
    scene: Scene, group: Group, previous: Group | None, drafts: Sequence[Draft], verbs: Sequence[int]
) -> Draft | None:
    """The rest of a split quotation: "A," she said. "B."."""
    if previous is None or previous.owner is None or previous.last_block != group.block or group.words < 2:
        return None
    owner, sentence = previous.owner, scene.tree.sentence
    if owner.verb > previous.first:  # the cue stands between the two pieces
        near = owner.source is not None and owner.told and sentence[group.first] - sentence[owner.verb] <= 1
    else:
        near = sentence[group.first] - sentence[previous.last] <= 1 and group.first - previous.last <= 1
    if not near:
        return None
    between = drafts[bisect_right(verbs, max(owner.verb, previous.last)) : bisect_left(verbs, group.first)]
    if any(d.told and d is not owner and (d.content or d.source) for d in between):
        return None
    lead = scene.article.text[max(0, group.span.start - 8) : group.span.start].rstrip()[-1:]
    return owner if lead in (",", ";") or _whole_sentence(scene, group) else None


def _whole_sentence(scene: Scene, group: Group) -> bool:
    """Whether a quotation begins a sentence and ends one."""
    tree = scene.tree
    begins = tree.sentences[tree.sentence[group.first]][0] >= group.first - 1
    return begins and tree.sentences[tree.sentence[group.last]][1] <= group.last + 2


def _alone(
    scene: Scene, group: Group, previous: Group | None, drafts: Sequence[Draft], verbs: Sequence[int]
) -> list[Draft]:
    """A quotation that is a sentence or a paragraph of its own: it goes on with the speaker before it, or has none."""
    if group.words < LONG or not _whole_sentence(scene, group):
        return []
    before = _speaker_before(scene, group, drafts, verbs)
    if (
        previous is not None
        and previous.owner is not None
        and previous.first > (before.last if before else -1)
        and previous.last_block >= group.block - 1
    ):
        before = previous.owner
    draft = Draft(
        group.first, None, content=_spans(group), found_by="paragraph before" if before else "no candidate", told=True
    )
    if before is not None:
        draft.before, draft.source, draft.head = before, before.source, before.head
    elif not _fills_block(scene, group):
        return []
    group.owner = draft
    return [draft]


def _fills_block(scene: Scene, group: Group) -> bool:
    block = scene.article.blocks[group.block].span
    text = scene.article.text
    return (
        not text[block.start : group.span.start].strip()
        and not text[group.span.end : scene.article.blocks[group.last_block].span.end].strip()
    )


def _speaker_before(scene: Scene, group: Group, drafts: Sequence[Draft], verbs: Sequence[int]) -> Draft | None:
    """The last attribution with a source in the same paragraph or, for a quotation that opens one, the paragraph before."""
    blocks, tokens = scene.article.blocks, scene.tokens
    lowest = blocks[group.block].span.start
    if _fills_block(scene, group) and group.block > 0:
        lowest = blocks[group.block - 1].span.start
    at = bisect_left(verbs, group.first) - 1
    while at >= 0 and tokens[verbs[at]].start >= lowest:
        if drafts[at].told and drafts[at].source is not None and drafts[at].content:
            return drafts[at]
        at -= 1
    return None
