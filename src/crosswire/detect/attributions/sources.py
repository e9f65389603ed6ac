"""Who a cue's source is in the sentence: the grammatical subject, found through chains of clauses, and its extent."""

from __future__ import annotations

from bisect import bisect_left

from crosswire.detect.attributions.draft import Range, Scene
from crosswire.detect.attributions.lexicon import CLAUSE, DIRECTIVE, PARENTHETICAL
from crosswire.detect.attributions.tree import Tree

_CLIMB = 6
_ADDRESSED = frozenset({"address", "brief", "tell", "inform", "notify", "urge", "remind", "warn", "assure"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NAME = 4  # words: a shorter quotation within a noun phrase is a name or a title
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X"})


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether a verb is passive: it has a passive auxiliary or subject, or is a bare participle in a side clause."""
    labels = tree.labels(verb)
    if "auxpass" in labels or "nsubjpass" in labels or "agent" in labels:
        return True
    token = tree.tokens[verb]
    bare = "aux" not in labels and "nsubj" not in labels
    return bare and token.tag == "VBN" and token.dep in {"advcl", "acl", "relcl", "prep"}


def agent(tree: Tree, verb: int) -> int | None:
    """The head noun after "by" of a passive verb."""
    by = tree.child(verb, "agent")
    return None if by is None else tree.child(by, "pobj")


def subject(tree: Tree, verb: int) -> int | None:
    """The head of the noun phrase that does what a verb says; through coordinated and dependent clauses; or None."""
    if (speaking := loose_cue(tree, verb)) is not None:
        verb = speaking
    for _ in range(_CLIMB):
        if is_passive(tree, verb):
            return agent(tree, verb) if tree.tokens[verb].dep != "xcomp" else None
        own = _own(tree, verb)
        if own is not None:
            return own
        found, verb = _above(tree, verb)
        if found is not None or verb < 0:
            return found
    return None


def _own(tree: Tree, verb: int) -> int | None:
    """The subject that a verb has itself; of several (a wrong parse) the nearest before it."""
    own = tree.labels(verb).get("nsubj")
    if not own:
        return None
    at = bisect_left(own, verb)
    return own[at - 1] if at else own[0]


def loose_cue(tree: Tree, verb: int) -> int | None:
    """For ", adding …" the cue whose speaker goes on, where the parser hung it below what that speaker says."""
    tokens = tree.tokens
    token, before = tokens[verb], tree.left[verb] - 1
    if token.tag != "VBG" or token.dep != "advcl" or before < 0 or tokens[before].text != ",":
        return None
    if token.lemma.lower() not in PARENTHETICAL:
        return None
    at = token.head
    for _ in range(_CLIMB):
        head = tokens[at].head
        if tokens[at].dep not in {"ccomp", "xcomp", "conj"} or head == at:
            return None
        lemma = tokens[head].lemma.lower()
        if tokens[at].dep != "conj" and (lemma in CLAUSE or lemma in DIRECTIVE):
            return head
        at = head
    return None


def joined_to(tree: Tree, verb: int) -> int | None:
    """The cue that a verb is coordinated with, where the parser joined it to the verb of what is said.

    "She said it was late and added that it rained": "added" belongs to "said", for it takes a that-clause of its own
    or has the form of "said" and not that of "was".
    """
    tokens = tree.tokens
    token, below = tokens[verb], tokens[tokens[verb].head]
    above = tokens[below.head]
    if token.dep != "conj" or below.dep != "ccomp" or token.tag != above.tag or tree.child(verb, "nsubj") is not None:
        return None
    if token.lemma.lower() not in CLAUSE or above.lemma.lower() not in CLAUSE:
        return None
    clause = tree.child(verb, "ccomp")
    that = clause is not None and tokens[tree.left[clause]].text.lower() == "that"
    return below.head if that or below.tag != token.tag else None


def _above(tree: Tree, verb: int) -> tuple[int | None, int]:
    """For a verb without a subject of its own: who must be it, or else the verb to ask next (-1: none)."""
    tokens = tree.tokens
    dep, head = tokens[verb].dep, tokens[verb].head
    if (joined := joined_to(tree, verb)) is not None:
        return None, joined
    if head == verb or dep not in {"acl", "pcomp", "conj", "advcl", "xcomp", "prep", "dep", "aux"}:
        return _inverted(tree, verb), -1
    found: int | None = None
    if dep == "acl" and tokens[head].pos in _NOUNS:
        spoken_to = tokens[head].dep == "dobj" and tokens[verb].tag == "VBG"
        above = tokens[head].head
        found, head = (None, above) if spoken_to and tokens[above].lemma.lower() in _ADDRESSED else (head, above)
    elif dep == "pcomp":
        head = tokens[head].head
        found = tree.child(head, "nsubjpass")
    elif dep == "xcomp" and tokens[head].lemma.lower() in DIRECTIVE:
        found = tree.child(head, "dobj")
    return found, head if tokens[head].pos in {"VERB", "AUX"} else -1


def _inverted(tree: Tree, verb: int) -> int | None:
    """The name right after a finite verb that got no subject of its own ("said Kirby")."""
    after, kids = verb + 1, tree.children[verb]
    if tree.tokens[verb].tag not in _FINITE or after >= len(tree.tokens):
        return None
    at = bisect_left(kids, after)
    if at < len(kids) and tree.left[kids[at]] == after and tree.tokens[kids[at]].pos == "PROPN":
        return kids[at] if tree.tokens[kids[at]].dep != "npadvmod" else None
    return None


def neighbour(scene: Scene, cue: Range) -> int | None:
    """The name beside a finite cue that the parser gave no subject: right before it, or after it behind a quotation."""
    tokens, tree = scene.tokens, scene.tree
    if tokens[cue[1]].tag not in _FINITE:
        return None
    first = tree.sentences[tree.sentence[cue[0]]][0]
    before = cue[0] - 1
    if before > first and tokens[before].text == ",":
        before -= 1
    if before >= first and tokens[before].pos == "PROPN" and scene.within[before] < 0:
        head = before
        while first <= tokens[head].head < cue[0] and tokens[tokens[head].head].pos in {"PROPN", "NOUN"}:
            if tokens[head].head == head or scene.within[tokens[head].head] >= 0:
                break
            head = tokens[head].head
        return head
    after = cue[1] + 1
    quoted = cue[0] > 0 and scene.within[cue[0] - 1] >= 0
    while quoted and after + 1 < len(tokens) and tokens[after].dep == "compound" and tokens[after].head == after + 1:
        after += 1
    return after if quoted and after < len(tokens) and tokens[after].pos == "PROPN" else None


def extent(scene: Scene, head: int, cue: Range) -> Range:
    """The whole noun phrase of a source: appositions and relative clauses within, cue, quotations and asides not."""
    tree, tokens = scene.tree, scene.tokens
    first, last = tree.left[head], tree.right[head]
    if head < cue[0]:
        last = min(last, cue[0] - 1)
    elif head > cue[1]:
        first = max(first, cue[1] + 1)
    kids = tree.children[head]
    for c in kids[bisect_left(kids, head) :]:
        if tree.left[c] > last:
            break
        if _foreign(scene, c, head) or _aside(tree, c) or _when(scene, c):
            last = min(last, max(head, tree.left[c] - 1))
    while last > head and _foreign(scene, last, head):
        last -= 1
    last = _without_time(scene, head, last)
    while first < head and (_foreign(scene, first, head) or tokens[first].dep in {"cc", "punct", "mark"}):
        first += 1
    while last > head and tokens[last].dep in {"punct", "cc"} and tokens[last].text not in {")", "]"}:
        last -= 1
    return tree.solid(first, last)


def _without_time(scene: Scene, head: int, last: int) -> int:
    """The last token of a source without a time at its end ("Roe on Monday (local time)")."""
    tokens, end = scene.tokens, last
    while end > head and (end in scene.timed or tokens[end].text in {"(", ")", ","}):
        end -= 1
    if tokens[end].text == "time" and tokens[end - 1].text == "local":
        return _without_time(scene, head, end - 2)
    timed = end + 1 in scene.timed or (end + 2 in scene.timed and tokens[end + 1].text == "(")
    if not timed or end <= head:
        return last
    return end - 1 if tokens[end].pos == "ADP" and end - 1 >= head else end


def _foreign(scene: Scene, token: int, head: int) -> bool:
    """Whether a token is in a quotation that the head is not in, and that is more than a name in quotation marks."""
    quotation = scene.within[token]
    return quotation >= 0 and quotation != scene.within[head] and scene.quotations[quotation].words >= _NAME


def _when(scene: Scene, child: int) -> bool:
    """Whether a dependent of a noun is a time that belongs to the saying ("Roe on Monday said …")."""
    token, tree = scene.tokens[child], scene.tree
    if token.dep == "prep":
        what = tree.child(child, "pobj")
        return what is not None and what in scene.timed and tree.left[what] == child + 1
    return token.dep in {"npadvmod", "nmod"} and child in scene.timed


def _aside(tree: Tree, child: int) -> bool:
    """Whether a dependent of a noun is rather what the noun does while speaking (", referring to …")."""
    token = tree.tokens[child]
    if token.dep in {"advcl", "ccomp", "parataxis"}:
        return True
    before = tree.left[child] - 1
    return token.dep == "acl" and token.tag == "VBG" and before >= 0 and tree.tokens[before].text == ","
