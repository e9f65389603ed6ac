"""What a governor makes of the words below it: the context that it hands to its complements and adjuncts."""

from __future__ import annotations

from collections.abc import Callable

from crosswire.detect.events_factuality import (
    ADJECTIVES,
    ASSERTED,
    CLAIM,
    CONDITIONAL_MARKS,
    FINITE,
    INFINITE,
    NOMINAL,
    NOUN_GOVERNORS,
    PRESUPPOSING,
    PURPOSE,
    SAYINGS,
    UNDECIDED,
    Context,
    Signature,
    negate,
    pass_down,
)
from crosswire.detect.events_lexicon import LIGHT_VERBS, OCCUR_VERBS
from crosswire.detect.events_tree import VERBAL, Tree, is_infinitive

SAME = Signature(3.0, -3.0, None)
HAVE_TO = Signature(1.8, -1.2, "possible")
ENDING = Signature(1.4, 2.4, "happened")  # what stops or does not stop was going on
ENDING_VERBS = frozenset({"stop", "cease", "quit", "halt"})
DENYING = frozenset({"deny", "refute", "dispute"})
CONTRADICTING = DENYING | {"reject", "dismiss"}
BE_TO = Signature(2.2, -1.6, "planned")
SUBJECT_CLAUSE = Signature(2.4, 0.8, "possible")
CONDITION = Signature(1.0, 1.0, "possible")
CANCELLING = NOMINAL["cancel"]
CALLED_OFF = Context(-1.6, "cancelled")
MODIFIER = 2.4  # a noun that only modifies another ("merger talks") is no assertion that there was one
NOMINALS = frozenset({"NOUN", "PROPN"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_FINITE_FORMS = frozenset({"VBZ", "VBP", "VBG", "VBN"})
_BARE_FORMS = frozenset({"VB", "VBG", "VBN"})
_OPEN_PREPS = frozenset({"of", "with", "for", "to", "on", "about", "in", "at"})
_OBJECT_PREPS = frozenset({"for", "from", "on", "to"})
_MEANS_PREPS = frozenset({"by", "through", "from"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


class Walk:
    """The state of the walk down a tree, one place for each token.

    ``inc`` is what the governor hands down; ``ctx`` that with the word's own modals and negation; ``world`` the
    context of plain assertions at that place: the outlet's own, or that of the report in which it stands.
    """

    __slots__ = ("ctx", "inc", "tree", "world")

    def __init__(self, tree: Tree) -> None:
        size = len(tree.tokens)
        self.tree = tree
        self.inc: list[Context] = [ASSERTED] * size
        self.ctx: list[Context] = [ASSERTED] * size
        self.world: list[Context] = [ASSERTED] * size


def verb_under(walk: Walk, i: int, head: int) -> Context:
    """The context that the governor `head` hands to the verb `i`; may set the verb's `world`."""
    rule = _BY_DEP.get(walk.tree.tokens[i].dep)
    return rule(walk, i, head) if rule else walk.world[head]


def _called_off(tree: Tree, head: int) -> bool:
    """Whether a second verb of the same subject cancels it: "the strike was to begin on Monday but was cancelled"."""
    begun = tree.child(head, "xcomp")
    for k in (*tree.kids[head], *(tree.kids[begun] if begun >= 0 else ())):
        token = tree.tokens[k]
        if token.dep == "conj" and token.tag == "VBN" and NOMINAL.get(tree.with_particle(k)) == CANCELLING:
            return all(tree.tokens[n].dep not in _SUBJECTS and tree.tokens[n].dep != "neg" for n in tree.kids[k])
    return False


def noun_under(walk: Walk, i: int, head: int) -> Context:
    """The context that the governor `head` hands to the noun `i`: events named by nouns are mostly presupposed."""
    dep, governor = walk.tree.tokens[i].dep, walk.tree.tokens[head]
    if dep == "conj":
        return walk.inc[head]
    if dep in _SUBJECTS and _called_off(walk.tree, head):
        return CALLED_OFF
    if dep in {"dobj", "nsubjpass", "attr", "oprd", "dative"} or (dep == "nsubj" and walk.tree.passive[head]):
        return _object(walk, i, head)
    if dep == "nsubj" and governor.pos in VERBAL:
        happens = _happens(walk.tree, head) or _open(walk, i, walk.ctx[head])
        return walk.ctx[head] if happens else walk.world[head]
    if dep == "pobj":
        return _prepositional(walk, i, head)
    world = walk.world[head]
    return Context(min(MODIFIER, world.value), "unknown") if dep == "compound" and world.value > 0 else world


# --- verbs --------------------------------------------------------------------------------------------------------


def _conjunct(walk: Walk, i: int, head: int) -> Context:
    """A joined verb: "will visit and meet" shares the modal, "will visit and has met" does not."""
    tree, tokens = walk.tree, walk.tree.tokens
    if tokens[head].pos in VERBAL and (tokens[i].tag == tokens[head].tag or tokens[i].tag == "VB"):
        alone = not any(tokens[k].dep in {"aux", "nsubj", "nsubjpass"} for k in tree.kids[i])
        return walk.ctx[head] if alone else walk.inc[head]
    return walk.inc[head]


def _xcomp(walk: Walk, i: int, head: int) -> Context:
    return pass_down(_infinite(walk.tree, i, head), walk.ctx[head])


def _infinite(tree: Tree, i: int, head: int) -> Signature:
    governor, lemma = tree.tokens[head], tree.lemma(head)
    if governor.pos in {"ADJ", "ADV"}:
        return ADJECTIVES.get(lemma, SAME)
    if governor.pos in NOMINALS:
        return NOUN_GOVERNORS.get(lemma, PURPOSE)
    infinitive = is_infinitive(tree, i)
    if infinitive and lemma in _SPECIAL:
        return _SPECIAL[lemma] if lemma != "go" or governor.tag == "VBG" else SAME
    if lemma == "go":
        return SAME
    if lemma in ENDING_VERBS and not infinitive:
        return ENDING
    known = INFINITE.get(tree.with_particle(head)) or INFINITE.get(lemma) or FINITE.get(lemma)
    return known or (PURPOSE if infinitive else SAME)


_SPECIAL = {"be": BE_TO, "have": HAVE_TO, "stop": PURPOSE, "go": INFINITE["go"]}


def _ccomp(walk: Walk, i: int, head: int) -> Context:
    tree = walk.tree
    governor, lemma = tree.tokens[head], tree.lemma(head)
    if governor.pos in {"ADJ", "NOUN"}:
        return pass_down(NOUN_GOVERNORS.get(lemma) or ADJECTIVES.get(lemma) or SAME, walk.ctx[head])
    if is_infinitive(tree, i):
        return pass_down(_infinite(tree, i, head), walk.ctx[head])
    if lemma not in FINITE and lemma in INFINITE and tree.tokens[i].tag in _BARE_FORMS:
        return pass_down(_infinite(tree, i, head), walk.ctx[head])
    signature = FINITE.get(lemma)
    return _reported(walk, i, head, signature) if signature else walk.world[head]


def _reported(walk: Walk, i: int, head: int, signature: Signature) -> Context:
    """A report has a world and a tense of its own: "will say that it fell" does not put the fall ahead."""
    found = pass_down(signature, walk.ctx[head])
    if signature.status in {None, "denied"}:
        own = Context(found.value, "denied" if found.status == "denied" else "happened")
        walk.world[i] = own
        return found if signature.status else own
    return found


def _advcl(walk: Walk, i: int, head: int) -> Context:
    tree, tokens, above = walk.tree, walk.tree.tokens, walk.ctx[head]
    marks = {tokens[k].text.lower() for k in tree.kids[i] if tokens[k].dep in {"mark", "advmod"}}
    if marks & CONDITIONAL_MARKS:
        return pass_down(CONDITION, walk.world[head])
    if is_infinitive(tree, i):
        return pass_down(PURPOSE, above if above.value > 0 else walk.world[head])
    ahead = above.status in {"planned", "possible"} and above.value > 0
    return above if ahead and tokens[i].tag in _FINITE_FORMS else walk.world[head]


def _acl(walk: Walk, i: int, head: int) -> Context:
    tree = walk.tree
    lemma, full = tree.lemma(head), tree.tokens[i].dep == "acl"
    if is_infinitive(tree, i):
        signature = BE_TO if lemma not in NOUN_GOVERNORS and tree.is_headline(i) else PURPOSE
        return pass_down(NOUN_GOVERNORS.get(lemma, signature), walk.ctx[head])
    governor = tree.tokens[head].head
    if lemma in SAYINGS and tree.tokens[head].dep == "dobj" and tree.lemma(governor) in CONTRADICTING:
        return pass_down(FINITE["deny"], walk.ctx[governor])
    if full and lemma in NOUN_GOVERNORS and tree.child(i, "mark") >= 0:
        return pass_down(NOUN_GOVERNORS[lemma], walk.world[head])
    return walk.ctx[head] if full and walk.ctx[head].status != "happened" else walk.world[head]


def _pcomp(walk: Walk, _: int, head: int) -> Context:
    tree = walk.tree
    above, word = tree.tokens[head].head, tree.tokens[head].text.lower()
    governor, lemma = tree.tokens[above], tree.lemma(above)
    if word == "without":
        return _without(walk, above)
    if governor.pos in NOMINALS and lemma in NOUN_GOVERNORS:
        return pass_down(NOUN_GOVERNORS[lemma], walk.world[above])
    if governor.pos != "VERB":
        return walk.world[head]
    if word == "from" and lemma in INFINITE:
        return pass_down(INFINITE[lemma], walk.ctx[above])
    if word in _OPEN_PREPS:
        known = FINITE.get(lemma) or INFINITE.get(lemma)
        return pass_down(known, walk.ctx[above]) if known else walk.ctx[above]
    return walk.ctx[above] if word in _MEANS_PREPS else walk.world[head]


def _csubj(walk: Walk, _: int, head: int) -> Context:
    return pass_down(SUBJECT_CLAUSE, walk.world[head])


_BY_DEP: dict[str, Callable[[Walk, int, int], Context]] = {
    "conj": _conjunct,
    "xcomp": _xcomp,
    "ccomp": _ccomp,
    "advcl": _advcl,
    "acl": _acl,
    "relcl": _acl,
    "pcomp": _pcomp,
    "csubj": _csubj,
    "csubjpass": _csubj,
}


# --- nouns --------------------------------------------------------------------------------------------------------


def _object(walk: Walk, i: int, head: int) -> Context:
    lemma, above = walk.tree.lemma(head), walk.ctx[head]
    if lemma == "be":
        return above
    if lemma in DENYING and walk.tree.lemma(i) in SAYINGS:
        return walk.world[head]
    known = NOMINAL.get(walk.tree.with_particle(head)) or NOMINAL.get(lemma)
    bare = lemma in LIGHT_VERBS or not _definite(walk.tree, i)
    if known and (bare or (known.status is not None and lemma not in PRESUPPOSING)):
        return pass_down(known, above)
    return above if _open(walk, i, above) else walk.world[head]


def _without(walk: Walk, above: int) -> Context:
    """What something happened without did not happen; what it might happen without is open."""
    return negate(walk.world[above]) if walk.ctx[above].status == "happened" else Context(UNDECIDED, "possible")


def _happens(tree: Tree, verb: int) -> bool:
    """Whether a verb says of its subject that it took place."""
    lemma = tree.lemma(verb)
    return lemma in OCCUR_VERBS or (lemma == "take" and any(tree.lemma(k) == "place" for k in tree.kids[verb]))


def _open(walk: Walk, i: int, above: Context) -> bool:
    """Whether an event noun takes the context of its verb: an indefinite one under a verb that is not asserted."""
    return above.status != "happened" and not _definite(walk.tree, i)


def _definite(tree: Tree, i: int) -> bool:
    tokens = tree.tokens
    for k in tree.kids[i]:
        if tokens[k].dep == "poss" or (tokens[k].dep == "det" and tokens[k].text.lower() in _DEFINITE):
            return True
    return False


def _prepositional(walk: Walk, i: int, head: int) -> Context:
    tree = walk.tree
    above, word = tree.tokens[head].head, tree.tokens[head].text.lower()
    governor, lemma = tree.tokens[above], tree.lemma(above)
    if word == "without":
        return _without(walk, above)
    if governor.pos in NOMINALS and lemma in NOUN_GOVERNORS and word in {"of", "for", "about"}:
        return pass_down(NOUN_GOVERNORS[lemma], walk.world[above])
    if governor.pos not in VERBAL or _definite(tree, i):
        return walk.world[head]
    known = INFINITE.get(lemma)
    if known and known.status is not None and word in _OBJECT_PREPS:
        return pass_down(known, walk.ctx[above])
    if FINITE.get(lemma) is CLAIM and word in {"of", "with"}:
        return pass_down(CLAIM, walk.ctx[above])
    return walk.ctx[above] if _open(walk, i, walk.ctx[above]) else walk.world[head]
