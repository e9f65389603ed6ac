"""The context in which each word stands: a walk down the tree that hands polarity, certainty and status on."""

from __future__ import annotations

from crosswire.detect.events_factuality import (
    ADJECTIVE_STATUS,
    ASSERTED,
    DOUBT_ADJECTIVES,
    DOUBT_ADVERBS,
    MODALS,
    NEGATIVE_DETERMINERS,
    NEGATIVE_PRONOUNS,
    NEGATORS,
    Context,
    negate,
)
from crosswire.detect.events_governors import NOMINALS, Walk, noun_under, verb_under
from crosswire.detect.events_lexicon import HABITUAL_ADVERBS, REPORTING_VERBS
from crosswire.detect.events_tree import AUX, VERBAL, Tree, is_infinitive
from crosswire.model import Token

FUTURE_IN_PAST = 2.0
HEADLINE_INFINITIVE = Context(2.2, "planned")
IMPERATIVE = Context(1.4, "possible")
QUESTIONED, UNFULFILLED, ANY = 1.2, 0.2, 0.8
LACKING = 0.6  # "gave no reason": readers still see something done
_WOULD = frozenset({"would", "'d", "’d"})
_COUNTERFACTUAL = _WOULD | {"could", "should"}


def read_contexts(tree: Tree) -> Walk:
    """The context (``ctx``) of every token: for a verb or an event noun, its factuality and status."""
    walk = Walk(tree)
    for i in tree.order:
        _visit(walk, i)
    return walk


def decided_by(walk: Walk, i: int) -> str:
    """Which family of rules gave an event word its context; what stands nearest to the word goes first."""
    own, handed = walk.ctx[i], walk.inc[i]
    if own != handed:
        if (own.value < 0) != (handed.value < 0):
            return "negation"
        if any(walk.tree.tokens[k].text.lower() in MODALS for k in walk.tree.kids[i]):
            return "modal"
        return "bare form" if walk.tree.tokens[i].tag == "VB" else "modifier"
    if handed != walk.world[i]:
        return "governor"
    return "assertion" if handed == ASSERTED else "report" if handed.status == "happened" else "governor"


def _visit(walk: Walk, i: int) -> None:
    token = walk.tree.tokens[i]
    head, root = token.head, token.head == i
    if not root:
        walk.world[i] = walk.world[head]
    if token.pos in VERBAL and token.dep not in AUX:
        walk.inc[i] = ASSERTED if root else verb_under(walk, i, head)
        walk.ctx[i] = _own_verb(walk.tree, i, walk.inc[i])
    elif token.pos in NOMINALS:
        walk.inc[i] = ASSERTED if root else noun_under(walk, i, head)
        walk.ctx[i] = _own_noun(walk.tree, i, walk.inc[i])
    elif not root:
        walk.inc[i], walk.ctx[i] = walk.inc[head], walk.ctx[head]


# --- what a word does to itself -----------------------------------------------------------------------------------


def _own_verb(tree: Tree, i: int, base: Context) -> Context:
    tokens, token = tree.tokens, tree.tokens[i]
    found, negated, lacks, modal, perfect = base, False, False, "", False
    for k in tree.kids[i]:
        child = tokens[k]
        dep = child.dep
        if dep == "aux":
            if child.tag == "MD" or child.text.lower() in MODALS:
                modal = child.text.lower()
            perfect = perfect or child.lemma == "have"
        elif dep == "neg":
            negated = negated or not _only(tree, k)
        elif dep in {"advmod", "preconj"}:
            negated = negated or _negates(tree, k, i)
            found = _adverb(child.text.lower(), token, found)
        elif dep in {"nsubj", "nsubjpass"}:
            negated = negated or _is_none(tree, k)
        elif dep == "dobj":
            lacks = lacks or _is_none(tree, k)
        elif dep == "punct" and child.text == "?" and token.dep == "ROOT":
            found = Context(min(found.value, QUESTIONED), "possible")
    if modal:
        found = _modal(tree, i, found, modal, perfect=perfect)
    elif token.head == i and token.tag == "VB":
        found = _bare(tree, i, found)
    if lacks and found.value > LACKING:
        return Context(-LACKING, "denied")
    return negate(found) if negated else found


def _only(tree: Tree, k: int) -> bool:
    """Whether a "not" only opens "not only ... but also"."""
    return k + 1 < len(tree.tokens) and tree.tokens[k + 1].text.lower() in _ONLY


_ONLY = frozenset({"only", "just", "merely", "simply"})


def _negates(tree: Tree, adverb: int, verb: int) -> bool:
    word = tree.tokens[adverb].text.lower()
    if word == "longer":
        return any(tree.tokens[n].text.lower() == "no" for n in tree.kids[adverb])
    return word in NEGATORS and not _only(tree, adverb) and (word != "hardly" or adverb == verb - 1)


def _adverb(word: str, verb: Token, found: Context) -> Context:
    if word in HABITUAL_ADVERBS and verb.tag in {"VBZ", "VBP"}:
        return Context(found.value, "unknown")
    limit = DOUBT_ADVERBS.get(word)
    return found if limit is None else Context(max(-limit, min(limit, found.value)), found.status)


def _is_none(tree: Tree, k: int) -> bool:
    if tree.tokens[k].text.lower() in NEGATIVE_PRONOUNS:
        return True
    for n in tree.kids[k]:
        if tree.tokens[n].dep in {"det", "neg"} and tree.tokens[n].text.lower() in NEGATIVE_DETERMINERS:
            return True
    return False


def _modal(tree: Tree, i: int, base: Context, modal: str, *, perfect: bool) -> Context:
    known = MODALS.get(modal)
    if known is None or base.status in {"denied", "cancelled"}:
        return base
    weight = 0.4 + 0.2 * max(base.value, 0.0)
    if perfect and modal in _COUNTERFACTUAL:
        return Context(UNFULFILLED * weight, "possible")
    if modal in _WOULD and tree.tokens[i].dep == "ccomp":
        governor = tree.tokens[tree.tokens[i].head]
        if governor.tag in {"VBD", "VBN"} and governor.lemma in REPORTING_VERBS:
            return Context(FUTURE_IN_PAST * weight, "planned")
    if base.status == "possible" and base.value < 1.0:
        return Context(min(base.value, known.value), "possible")
    return Context(known.value * weight, known.status)


def _bare(tree: Tree, i: int, base: Context) -> Context:
    """A root without a finite verb: a headline's infinitive is planned, an imperative only wished."""
    if is_infinitive(tree, i):
        return HEADLINE_INFINITIVE
    finite = any(tree.tokens[k].dep in {"nsubj", "nsubjpass", "aux", "auxpass"} for k in tree.kids[i])
    return base if finite else IMPERATIVE


def _own_noun(tree: Tree, i: int, base: Context) -> Context:
    found = base
    for k in tree.kids[i]:
        child = tree.tokens[k]
        if child.dep in {"det", "neg"}:
            word = child.text.lower()
            if word in NEGATIVE_DETERMINERS and found.value > 0:
                found = negate(found)
            elif word == "any" and found.value > 0:
                found = Context(min(ANY, found.value), "possible")
        elif child.dep in {"amod", "compound"} and found.value > 0:
            found = _adjective(child.text.lower(), found)
    return found


def _adjective(word: str, found: Context) -> Context:
    value = DOUBT_ADJECTIVES.get(word)
    if value is None:
        return found
    return Context(min(value, found.value), ADJECTIVE_STATUS.get(word, found.status))
