"""Attributions by rules over the syntax: cue by cue, then the quotations that no cue took."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.detect.attributions import lexicon, nouns, odd, verbs
from crosswire.detect.attributions.attach import attach
from crosswire.detect.attributions.draft import Draft, Scene, membership, timed
from crosswire.detect.attributions.prune import pruned
from crosswire.detect.attributions.quotes import find_quotations
from crosswire.detect.attributions.tree import grow
from crosswire.model import Article, Syntax


def scene_of(article: Article, syntax: Syntax) -> Scene:
    """What rules and tagger look at: the article with its tree and its quotations."""
    quotations = find_quotations(article)
    tree = grow(syntax)
    tokens = tree.tokens
    return Scene(
        article=article,
        tree=tree,
        quotations=quotations,
        within=membership(tokens, quotations),
        names=syntax.names,
        block_starts=tuple(b.span.start for b in article.blocks),
        timed=timed(tokens, article.times),
        quote_starts=tuple(q.start for q in quotations),
    )


def by_rules(scene: Scene) -> list[Draft]:
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
    found += odd.signed(scene)
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
