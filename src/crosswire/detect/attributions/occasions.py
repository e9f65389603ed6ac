"""When something was said: the time in the cue's clause, or that of the speaker's running report."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from crosswire.detect.attributions.draft import Draft, Scene
from crosswire.model import Span

_DAY = re.compile(r"[\dX]{4}-(?:\d\d|W|XX)")


def said_at(scene: Scene, drafts: Sequence[Draft]) -> list[str | None]:
    """For each attribution the value of the time in its sentence that belongs to the saying, not to what is said."""
    times = [t for t in scene.article.times if t.type in {"DATE", "TIME"} and _DAY.match(t.value)]
    if not times:
        return [None] * len(drafts)
    starts = [t.span.start for t in times]
    contents = sorted(span for d in drafts for span in d.content)
    edges = [s.start for s in contents]
    free = [not _inside(t.span, contents, edges) for t in times]
    found: list[str | None] = []
    for draft in drafts:
        first, last = scene.tree.sentences[scene.tree.sentence[draft.verb]]
        span = scene.tree.span(first, last - 1)
        at = bisect_left(starts, span.start)
        values: list[str] = []
        while draft.cue is not None and at < len(times) and starts[at] < span.end:
            if free[at] and not (draft.source and scene.tree.span(*draft.source).overlaps(times[at].span)):
                values.append(times[at].value)
            at += 1
        found.append(values[0] if len(set(values)) == 1 else None)
    return found


def _inside(span: Span, contents: Sequence[Span], edges: Sequence[int]) -> bool:
    """Whether a span lies in a content; contents are nested or apart, so a few before it tell."""
    at = bisect_left(edges, span.end) - 1
    return any(c.start <= span.start and span.end <= c.end for c in contents[max(0, at - 8) : at + 1])


def running(times: Sequence[str | None], speakers: Sequence[str | None]) -> list[str | None]:
    """Times with that of a speaker's earlier words where one had a time and no other occasion was named since."""
    current: str | None = None
    whose: str | None = None
    out: list[str | None] = []
    for time, speaker in zip(times, speakers, strict=True):
        if time is not None:
            current, whose = time, speaker
        out.append(time if time is not None else current if speaker is not None and speaker == whose else None)
    return out


def occasion(scene: Scene, draft: Draft) -> Span | None:
    """The words that say to whom or where something was said, if they are told."""
    return None
