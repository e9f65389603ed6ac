"""Attributions: who said, wrote, thought or intended what (PARC 3.0; PolNeAR 1.0), by a trained tagger or by rules."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from crosswire.detect.attributions.chains import chain
from crosswire.detect.attributions.draft import Draft, Scene
from crosswire.detect.attributions.occasions import occasion, running, said_at
from crosswire.detect.attributions.rules import by_rules, scene_of
from crosswire.detect.attributions.shown import features
from crosswire.detect.attributions.source_types import source_type
from crosswire.detect.attributions.speakers import Resolver, Speaker
from crosswire.detect.attributions.tagged import Tag, by_tagger
from crosswire.model import Article, Attribution, AttributionKind, Span, Syntax

_TRIM = " \t\r\n\u00a0,;"


def detect_attributions(article: Article, syntax: Syntax, tag: Tag | None = None) -> Article:
    """Find the attributions of an article.

    Args:
        article: cleaned, with entities and times if they were detected.
        syntax: the language model's analysis of it.
        tag: the trained tagger; without it, rules over the syntax find source, cue and content.

    Returns:
        The article with `attributions`, in text order, and with the `references` of its entities.
    """
    scene = scene_of(article, syntax)
    resolver = Resolver(scene)
    drafts = by_rules(scene)
    if tag is not None:
        seen = tag([token.text for token in scene.tokens], features(scene, drafts))
        drafts = by_tagger(scene, seen, drafts)
    attributions = _finished(scene, resolver, drafts)
    return replace(article, attributions=attributions, entities=resolver.referred(attributions))


def _finished(scene: Scene, resolver: Resolver, drafts: Sequence[Draft]) -> tuple[Attribution, ...]:
    """Speakers, chains and times for the drafts; then the published records."""
    resolved: list[tuple[Draft, Speaker]] = []
    for draft in drafts:
        speaker = resolver.resolve(draft, resolved)
        resolver.resolved[id(draft)] = speaker
        resolved.append((draft, speaker))
    times = running(said_at(scene, drafts), [speaker.key for _, speaker in resolved])
    records: list[Attribution] = []
    open_: list[tuple[int, tuple[str, ...]]] = []
    for (draft, speaker), time in zip(resolved, times, strict=True):
        start = scene.tokens[draft.verb].start
        outer = next((links for span, links in ((s, c) for s, c in reversed(open_)) if span > start), ())
        links = chain(scene, draft, speaker, outer)
        if draft.cue is not None and draft.told:
            open_ = [(draft.content[-1].end, links)] if draft.content[-1].start > start else []
        records.append(_record(scene, draft, speaker, links, time))
    return tuple(r for r in records if r.content)


def _record(scene: Scene, draft: Draft, speaker: Speaker, links: tuple[str, ...], time: str | None) -> Attribution:
    tree = scene.tree
    content = tuple(s for s in (_trim(scene.article.text, s) for s in draft.content) if s.end > s.start)
    quoted = _quoted(scene, content)
    return Attribution(
        kind=_kind(scene, content, quoted) if draft.found_by != "turn" else "direct",
        source=(tree.span(*draft.source),) if draft.source else (),
        cue=(tree.span(*draft.cue),) if draft.cue else (),
        content=content,
        quoted=quoted,
        speaker=speaker.entity,
        speaker_name=speaker.name,
        chain=links,
        time=time,
        decided_by=speaker.decided,
        source_type=source_type(scene, draft, speaker),
        occasion=occasion(scene, draft),
    )


def _trim(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and (text[end - 1] in _TRIM or (text[end - 1] == ")" and "(" not in text[start:end])):
        end -= 1
    return Span(start, end)


def _quoted(scene: Scene, content: Sequence[Span]) -> tuple[Span, ...]:
    """What is between marks within the content, without the marks."""
    found: list[Span] = []
    for span in content:
        at = max(0, bisect_left(scene.quote_starts, span.start) - 1)
        while at < len(scene.quotations) and scene.quotations[at].start < span.end:
            inner = scene.quotations[at].inner
            piece = Span(max(inner.start, span.start), min(inner.end, span.end))
            if piece.end > piece.start:
                found.append(piece)
            at += 1
    return tuple(found)


def _kind(scene: Scene, content: Sequence[Span], quoted: Sequence[Span]) -> AttributionKind:
    if not quoted:
        return "indirect"
    text = scene.article.text
    outside = 0
    at = 0
    for span in content:
        position = span.start
        while at < len(quoted) and quoted[at].start < span.end:
            outside += sum(c.isalnum() for c in text[position : quoted[at].start])
            position = max(position, quoted[at].end)
            at += 1
        outside += sum(c.isalnum() for c in text[position : span.end])
    return "mixed" if outside else "direct"
