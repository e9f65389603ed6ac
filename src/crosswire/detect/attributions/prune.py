"""Which attributions found by form are none that a reader would count: within another's words, without anyone who says it."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.detect.attributions import lexicon
from crosswire.detect.attributions.draft import Draft, Scene

_WRITER = frozenset({"i", "we", "you"})
_WEAK = frozenset({"_object", "_phrase", "_infinitive", "_directive"})
_FINITE = frozenset({"VBD", "VBZ", "VBN", "VBP"})


def pruned(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts that count, in the same order."""
    inner = _nested(scene, drafts)
    return [
        d for d, nested in zip(drafts, inner, strict=True) if _counts(scene, d) and (not nested or _relayed(scene, d))
    ]


def _nested(scene: Scene, drafts: Sequence[Draft]) -> list[bool]:
    """For each draft whether its cue lies in what another one says; one sweep over both, in text order."""
    spans = sorted((s.start, s.end, n) for n, d in enumerate(drafts) if d.cue is not None for s in d.content)
    farthest = (-1, -1)  # how far the contents begun so far reach, and whose the farthest is
    other = (-1, -1)  # the farthest of anyone else
    at = 0
    out: list[bool] = []
    for n, draft in enumerate(drafts):
        position = scene.tokens[draft.verb].start
        while at < len(spans) and spans[at][0] <= position:
            span = (spans[at][1], spans[at][2])
            at += 1
            if span[1] == farthest[1] or span[0] > farthest[0]:
                other = farthest if span[1] != farthest[1] else other
                farthest = max(farthest, span) if span[1] == farthest[1] else span
            elif span[0] > other[0]:
                other = span
        reach = farthest[0] if farthest[1] != n else other[0]
        out.append(draft.cue is not None and reach > position)
    return out


def _relayed(scene: Scene, draft: Draft) -> bool:
    """Within another's words only someone else's report counts: "the paper wrote that the mayor had denied …"."""
    token = scene.tokens[draft.verb]
    if draft.head is None or draft.frame not in {"_clause", "_as_said", ""} or token.tag not in _FINITE:
        return False
    speaks = token.lemma.lower() in lexicon.PARENTHETICAL or draft.frame == ""
    return speaks and scene.tokens[draft.head].text.lower() not in lexicon.PRONOUNS


def _counts(scene: Scene, draft: Draft) -> bool:
    """Whether someone other than the writer says it, and says it, rather than might."""
    token = scene.tokens[draft.verb]
    if draft.head is not None and scene.tokens[draft.head].text.lower() in _WRITER:
        return False
    if draft.frame not in _WEAK:
        return True
    if draft.head is None:
        return False
    helpers = [scene.tokens[c] for c in scene.tree.children[draft.verb]]
    if token.tag == "VB" and not any(t.lemma.lower() == "do" and t.dep == "aux" for t in helpers):
        carried = draft.cue is not None and draft.verb - draft.cue[0] >= 2
        return carried and not any(t.tag == "MD" for t in helpers)
    return True
