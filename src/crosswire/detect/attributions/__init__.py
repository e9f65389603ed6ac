"""Attributions: who said, wrote, thought or intended what (PARC 3.0; PolNeAR 1.0), by rules over the syntax."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from crosswire.detect.attributions import lexicon, nouns, odd, verbs
from crosswire.detect.attributions.attach import attach
from crosswire.detect.attributions.chains import chain
from crosswire.detect.attributions.draft import Draft, Scene, membership, timed
from crosswire.detect.attributions.occasions import running, said_at
from crosswire.detect.attributions.prune import pruned
from crosswire.detect.attributions.quotes import find_quotations
from crosswire.detect.attributions.speakers import Resolver, Speaker
from crosswire.detect.attributions.tree import grow
from crosswire.model import Article, Attribution, AttributionKind, Span, Syntax

_TRIM = " \t\r\n\u00a0,;"


def detect_attributions(article: Article, syntax: Syntax) -> Article:
    """Find the attributions of an article.

    Args:
        article: cleaned, with entities and times if they were detected.
        syntax: the language model's analysis of it.

    Returns:
        The article with `attributions`, in text order.
    """
    quotations = find_quotations(article)
    tree = grow(syntax)
    tokens = tree.tokens
    scene = Scene(
        article=article,
        tree=tree,
        quotations=quotations,
        within=membership(tokens, quotations),
        names=syntax.names,
        block_starts=tuple(b.span.start for b in article.blocks),
        timed=timed(tokens, article.times),
        quote_starts=tuple(q.start for q in quotations),
    )
    drafts = _drafts(scene)
    return replace(article, attributions=_finished(scene, drafts))


def _drafts(scene: Scene) -> list[Draft]:
    """The attributions before speakers are known, in the order of their cues."""
    captions = _unread(scene)
    found: list[Draft] = []
    for i, token in enumerate(scene.tokens):
        draft = None
        if token.pos in ("VERB", "AUX"):
            if token.lemma.lower() in verbs.KNOWN and scene.within[i] < 0 and not captions[i]:
                draft = verbs.verb_draft(scene, i)
            elif token.text in ("according", "According") and scene.within[i] < 0 and not captions[i]:
                draft = nouns.according_draft(scene, i)
        elif (
            token.pos == "NOUN" and token.lemma.lower() in nouns.KNOWN_NOUNS and scene.within[i] < 0 and not captions[i]
        ):
            draft = nouns.noun_draft(scene, i)
        elif token.text in ("according", "According") and not captions[i]:
            draft = nouns.according_draft(scene, i)
        if draft is not None:
            found.append(draft)
    found += odd.verb_lost(scene, found)
    found += odd.turns(scene)
    found.sort(key=lambda d: d.verb)
    verbs.cut_questions(scene, found)
    more, grouped = attach(scene, found)
    found = pruned(scene, [d for d in found if d.content])
    found += more
    found += odd.fragments(scene, grouped)
    found.sort(key=lambda d: (d.verb, d.content[0]))
    return _relays(scene, found)


def _unread(scene: Scene) -> list[bool]:
    """For each token whether it is in a caption."""
    captions = [b.span for b in scene.article.blocks if b.kind == "caption"]
    out: list[bool] = []
    at = 0
    for token in scene.tokens:
        while at < len(captions) and captions[at].end <= token.start:
            at += 1
        out.append(at < len(captions) and captions[at].start <= token.start)
    return out


def _relays(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Whom a source cites in turn ("the paper reported, citing an official"): a link of the chain, no attribution."""
    by_verb = {d.verb: d for d in drafts}
    tree = scene.tree
    kept: list[Draft] = []
    for draft in drafts:
        token = scene.tokens[draft.verb]
        head = by_verb.get(token.head) if token.lemma.lower() in lexicon.CITING and token.tag == "VBG" else None
        cited = tree.child(draft.verb, "dobj")
        if head is None or not head.told or cited is None:
            kept.append(draft)
        else:
            first, last = tree.trimmed(tree.left[cited], tree.right[cited])
            head.relayed = (tree.span(first, last).of(scene.article.text),)
    return kept


def _finished(scene: Scene, drafts: Sequence[Draft]) -> tuple[Attribution, ...]:
    """Speakers, chains and times for the drafts; then the published records."""
    resolver = Resolver(scene)
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
