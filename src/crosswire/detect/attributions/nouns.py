"""Attributions whose cue is no verb: "according to", "X's claim that", "criticism of"."""

from __future__ import annotations

from bisect import bisect_left

from crosswire.detect.attributions import lexicon
from crosswire.detect.attributions.draft import Draft, Range, Scene
from crosswire.detect.attributions.sources import extent, subject
from crosswire.detect.attributions.tree import Tree
from crosswire.detect.attributions.verbs import _without

KNOWN_NOUNS = lexicon.NOUN_CLAUSE | frozenset(lexicon.NOUN_PREPOSITION) | lexicon.NOUN_INFINITIVE
_LIGHT = frozenset(
    {"make", "issue", "express", "voice", "give", "have", "release", "raise", "offer", "publish", "send", "hold"}
)
_CLIMB = 8
_SOURCE = 15  # tokens of a source that is taken as it stands
_NAMING = frozenset({"NOUN", "PROPN"})
_UNSIGNED = frozenset({"allegation", "accusation", "claim", "rumor", "rumour", "speculation"})


def according_draft(scene: Scene, at: int) -> Draft | None:
    """The attribution of "according to X": what X says is the clause that the phrase hangs on, without the phrase."""
    tree, tokens = scene.tree, scene.tokens
    if at + 2 >= len(tokens) or tokens[at + 1].text.lower() != "to":
        return None
    heads = tree.labels(at + 1).get("pobj")
    if not heads:
        return _flat_according(scene, at)
    head = heads[-1]
    source = (at + 2, max(head, extent(scene, head, (at, at + 1))[1]))
    source, head = _with_name(scene, source, head)
    main = tokens[at].head if tokens[at].head != at else at
    for _ in range(_CLIMB):
        if tokens[main].pos in {"VERB", "AUX"} or tokens[main].head == main:
            break
        main = tokens[main].head
    first, last = tree.left[main], tree.right[main]
    if main in (at, at + 1) or not first <= at <= last:
        first, last = tree.sentences[tree.sentence[at]][0], tree.sentences[tree.sentence[at]][1] - 1
    content = _without(tree, first, last, (at, source[1]))
    return Draft(at, (at, at + 1), source, head, content) if content else None


def _flat_according(scene: Scene, at: int) -> Draft | None:
    """A sentence that begins "According to X," and was parsed wrongly: X is what stands before the comma."""
    tree, tokens = scene.tree, scene.tokens
    first, last = tree.sentences[tree.sentence[at]]
    comma = next((i for i in range(at + 2, min(last, at + 2 + _SOURCE)) if tokens[i].text == ","), None)
    if at != first or comma is None or comma == at + 2 or comma + 2 >= last or tokens[comma - 1].pos not in _NAMING:
        return None
    content = [tree.span(*tree.trimmed(comma + 1, last - 1))]
    return Draft(at, (at, at + 1), (at + 2, comma - 1), comma - 1, content)


def _with_name(scene: Scene, source: Range, head: int) -> tuple[Range, int]:
    """A description with the name that follows it between commas: "a spokeswoman, Jane Roe,"."""
    tokens, after = scene.tokens, source[1] + 2
    if tokens[head].pos != "NOUN" or after >= len(tokens) or tokens[after - 1].text != ",":
        return source, head
    at = bisect_left(scene.names, (after,))
    name = scene.names[at] if at < len(scene.names) else None
    if (
        name is None
        or name.first != after
        or name.label != "PERSON"
        or name.last >= len(tokens)
        or tokens[name.last].text != ","
    ):
        return source, head
    return (source[0], name.last - 1), name.last - 1


def noun_draft(scene: Scene, noun: int) -> Draft | None:
    """The attribution that a noun of saying makes, or None."""
    tree = scene.tree
    lemma = tree.tokens[noun].lemma.lower()
    content, cue_end = _noun_content(tree, noun, lemma)
    if content is None:
        return None
    head, cue = _noun_source(tree, noun, cue_end)
    if head is None and lemma not in _UNSIGNED:
        return None
    source = extent(scene, head, cue) if head is not None else None
    if source and tree.tokens[source[1]].tag == "POS" and source[1] > source[0]:
        source = (source[0], source[1] - 1)
        cue = (min(cue[0], source[1] + 1), cue[1])
    return Draft(noun, cue, source, head, [tree.span(*tree.trimmed(*content))])


def _noun_content(tree: Tree, noun: int, lemma: str) -> tuple[Range | None, int]:
    for c in tree.children[noun]:
        token, first = tree.tokens[c], tree.left[c]
        if c < noun:
            continue
        if token.dep in {"acl", "ccomp", "relcl"}:
            that = tree.tokens[first].text.lower() == "that" and tree.tokens[first].dep == "mark"
            if (that and lemma in lexicon.NOUN_CLAUSE) or (
                lemma in lexicon.NOUN_INFINITIVE and tree.tokens[first].tag == "TO"
            ):
                return (first, tree.right[c]), noun
        if token.dep == "prep" and token.text.lower() in lexicon.NOUN_PREPOSITION.get(lemma, ()):
            what = tree.child(c, "pobj", "pcomp")
            if what is not None and c == noun + 1:
                return (tree.left[what], tree.right[what]), c
    return None, noun


def _noun_source(tree: Tree, noun: int, cue_end: int) -> tuple[int | None, Range]:
    """The possessor, the one after "by" or "from", or the subject of the light verb ("issued a warning that")."""
    poss = tree.child(noun, "poss")
    if poss is not None:
        return poss, (tree.right[poss] + 1, cue_end)
    for c in tree.children[noun]:
        if c > noun and tree.tokens[c].dep == "prep" and tree.tokens[c].text.lower() in {"by", "from"}:
            return tree.child(c, "pobj"), (noun, noun)
    token = tree.tokens[noun]
    if token.dep == "dobj" and tree.tokens[token.head].lemma.lower() in _LIGHT:
        return subject(tree, token.head), (token.head, cue_end)
    return None, (noun, cue_end)
