"""The context in which each word stands: a walk down the tree that hands polarity, certainty and status on."""

from __future__ import annotations

from crosswire.detect.events_factuality import (
    ADJECTIVE_STATUS,
    ADJECTIVES,
    ASSERTED,
    CLAIM,
    CONDITIONAL_MARKS,
    DOUBT_ADJECTIVES,
    DOUBT_ADVERBS,
    FINITE,
    INFINITE,
    MODALS,
    NEGATIVE_DETERMINERS,
    NEGATORS,
    NOMINAL,
    NOUN_GOVERNORS,
    PURPOSE,
    Context,
    Signature,
    negate,
    pass_down,
)
from crosswire.detect.events_lexicon import HABITUAL_ADVERBS, LIGHT_VERBS, OCCUR_VERBS, REPORTING_VERBS
from crosswire.detect.events_tree import AUX, Tree

_SAME = Signature(3.0, -3.0, None)
_HAVE_TO = Signature(1.8, -1.2, "possible")
_BE_TO = Signature(2.2, -1.6, "planned")
_SUBJECT_CLAUSE = Signature(2.4, 0.8, "possible")
_ADJACENT = frozenset({"hardly", "barely"})
_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN"})


class Contexts:
    """For each token: `inc` (what its governor hands down), `ctx` (with its own modals and negation), `world`.

    ``world`` is the context of plain assertions at that place: the outlet's own, or that of a report.
    """

    __slots__ = ("ctx", "inc", "tree", "world")

    def __init__(self, tree: Tree) -> None:
        size = len(tree.tokens)
        self.tree = tree
        self.inc: list[Context] = [ASSERTED] * size
        self.ctx: list[Context] = [ASSERTED] * size
        self.world: list[Context] = [ASSERTED] * size
        for i in tree.order:
            self._visit(i)

    def _visit(self, i: int) -> None:
        token = self.tree.tokens[i]
        head = token.head
        if head != i:
            self.world[i] = self.world[head]
        if token.pos in _VERBAL and token.dep not in AUX:
            self.inc[i] = incoming = self._verb(i) if head != i else ASSERTED
            self.ctx[i] = self._own(i, incoming)
        elif token.pos in _NOMINAL and head != i:
            self.inc[i] = self._noun(i)
            self.ctx[i] = self._own_noun(i, self.inc[i])
        elif head != i:
            self.inc[i] = self.inc[head]
            self.ctx[i] = self._own_noun(i, self.ctx[head]) if token.pos == "ADJ" else self.ctx[head]
        else:
            self.ctx[i] = self._own_noun(i, ASSERTED)

    # --- what governors hand down -----------------------------------------------------------------------------

    def _verb(self, i: int) -> Context:
        token = self.tree.tokens[i]
        head, dep = token.head, token.dep
        if dep == "conj":
            return self._conjunct(i, head)
        if dep == "xcomp":
            return pass_down(self._infinite(i, head), self.ctx[head])
        if dep == "ccomp":
            return self._ccomp(i, head)
        if dep == "advcl":
            return self._advcl(i, head)
        if dep in {"acl", "relcl"}:
            return self._acl(i, head)
        if dep == "pcomp":
            return self._pcomp(i, head)
        if dep in {"csubj", "csubjpass"}:
            return pass_down(_SUBJECT_CLAUSE, self.world[head])
        return self.world[head]

    def _conjunct(self, i: int, head: int) -> Context:
        tree = self.tree
        tokens = tree.tokens
        if tokens[head].pos not in _VERBAL:
            return self.inc[head]
        alone = not any(tokens[k].dep in {"aux", "nsubj", "nsubjpass"} for k in tree.kids[i])
        if alone and (tokens[i].tag == tokens[head].tag or tokens[i].tag == "VB"):
            return self.ctx[head]
        return self.inc[head]

    def _infinite(self, i: int, head: int) -> Signature:
        tree = self.tree
        tokens = tree.tokens
        governor = tokens[head]
        lemma = governor.lemma.lower()
        if governor.pos in {"ADJ", "ADV"}:
            return ADJECTIVES.get(lemma, _SAME)
        if governor.pos in _NOMINAL:
            return NOUN_GOVERNORS.get(lemma, PURPOSE)
        infinitive = self._has_to(i)
        if lemma == "be" and infinitive:
            return _BE_TO
        if lemma == "have" and infinitive:
            return _HAVE_TO
        if lemma == "stop" and infinitive:
            return PURPOSE
        if lemma == "go" and not (infinitive and governor.tag == "VBG"):
            return _SAME
        known = INFINITE.get(self.tree.with_particle(head)) or INFINITE.get(lemma) or FINITE.get(lemma)
        if known is not None:
            return known
        return PURPOSE if infinitive else _SAME

    def _has_to(self, i: int) -> bool:
        tokens = self.tree.tokens
        return any(tokens[k].dep == "aux" and tokens[k].tag == "TO" for k in self.tree.kids[i])

    def _ccomp(self, i: int, head: int) -> Context:
        tokens = self.tree.tokens
        governor = tokens[head]
        lemma = governor.lemma.lower()
        if governor.pos in {"ADJ", "NOUN"}:
            return pass_down(NOUN_GOVERNORS.get(lemma) or ADJECTIVES.get(lemma) or _SAME, self.ctx[head])
        if self._has_to(i):
            return pass_down(self._infinite(i, head), self.ctx[head])
        if lemma not in FINITE and lemma in INFINITE and tokens[i].tag in {"VB", "VBG", "VBN"}:
            return pass_down(INFINITE[lemma], self.ctx[head])
        signature = FINITE.get(lemma)
        if signature is None:
            return self.world[head]
        found = pass_down(signature, self.ctx[head])
        if signature.status is None:
            # A report carries its own tense: "will say that it fell" does not put the fall ahead.
            found = Context(
                abs(found.value) if found.value > -0.4 else found.value, "denied" if found.value < -0.4 else "happened"
            )
            self.world[i] = found
        elif signature.status == "denied":
            self.world[i] = Context(found.value, "denied" if found.value < 0 else "happened")
        return found

    def _advcl(self, i: int, head: int) -> Context:
        tree = self.tree
        tokens = tree.tokens
        marks = {tokens[k].text.lower() for k in tree.kids[i] if tokens[k].dep in {"mark", "advmod"}}
        if marks & CONDITIONAL_MARKS:
            weight = self.world[head].value / 3.0
            return Context(1.0 * weight, "possible")
        if self._has_to(i):
            return pass_down(PURPOSE, self.ctx[head] if self.ctx[head].value > 0 else self.world[head])
        above = self.ctx[head]
        if (
            above.status in {"planned", "possible"}
            and above.value > 0
            and tokens[i].tag in {"VBZ", "VBP", "VBG", "VBN"}
        ):
            return above
        return self.world[head]

    def _acl(self, i: int, head: int) -> Context:
        tokens = self.tree.tokens
        lemma = tokens[head].lemma.lower()
        if self._has_to(i):
            return pass_down(NOUN_GOVERNORS.get(lemma, PURPOSE), self.ctx[head])
        if tokens[i].dep == "acl" and lemma in NOUN_GOVERNORS and self.tree.child(i, "mark") >= 0:
            return pass_down(NOUN_GOVERNORS[lemma], self.world[head])
        if tokens[i].dep == "acl" and self.ctx[head].status != "happened":
            return self.ctx[head]
        return self.world[head]

    def _pcomp(self, i: int, head: int) -> Context:
        tokens = self.tree.tokens
        preposition, above = tokens[head], tokens[head].head
        word = preposition.text.lower()
        if word == "without":
            return negate(self.world[head])
        governor = tokens[above]
        lemma = governor.lemma.lower()
        if governor.pos in _NOMINAL and lemma in NOUN_GOVERNORS:
            return pass_down(NOUN_GOVERNORS[lemma], self.world[above])
        if governor.pos == "VERB":
            if word == "from" and lemma in INFINITE:
                return pass_down(INFINITE[lemma], self.ctx[above])
            if word in {"of", "with", "for", "to", "on", "about", "in", "at"}:
                known = FINITE.get(lemma) or INFINITE.get(lemma)
                return pass_down(known, self.ctx[above]) if known else self.ctx[above]
            if word in {"by", "through", "from"}:
                return self.ctx[above]
        return self.world[head]

    def _noun(self, i: int) -> Context:
        tokens = self.tree.tokens
        token = tokens[i]
        head, dep = token.head, token.dep
        governor = tokens[head]
        if dep == "conj":
            return self.inc[head]
        lemma = governor.lemma.lower()
        if dep in {"dobj", "nsubjpass", "attr", "oprd", "dative"}:
            return self._object(i, head, lemma)
        if dep == "nsubj" and governor.pos in _VERBAL:
            return self.ctx[head] if lemma in OCCUR_VERBS or self._open(i, self.ctx[head]) else self.world[head]
        if dep == "pobj":
            return self._prepositional(i, head)
        if dep == "compound" and self.world[head].value > 0:
            return Context(min(2.4, self.world[head].value), "unknown")
        return self.world[head]

    def _object(self, i: int, head: int, lemma: str) -> Context:
        phrase = self.tree.with_particle(head)
        known = NOMINAL.get(phrase) if phrase in NOMINAL else NOMINAL.get(lemma)
        if lemma == "be":
            return self.ctx[head]
        above = self.ctx[head]
        if known is not None and (known.status is not None or lemma in LIGHT_VERBS or not self._definite(i)):
            return pass_down(known, above)
        return above if self._open(i, above) else self.world[head]

    def _open(self, i: int, above: Context) -> bool:
        """Whether an event noun takes the context of its verb: an indefinite one under a verb that is not asserted."""
        return above.status != "happened" and not self._definite(i)

    def _definite(self, i: int) -> bool:
        tokens = self.tree.tokens
        for k in self.tree.kids[i]:
            if tokens[k].dep == "poss" or (
                tokens[k].dep == "det" and tokens[k].text.lower() in {"the", "this", "that", "these", "those"}
            ):
                return True
        return False

    def _prepositional(self, i: int, head: int) -> Context:
        tokens = self.tree.tokens
        preposition = tokens[head]
        word, above = preposition.text.lower(), preposition.head
        if word == "without":
            return negate(self.world[head])
        governor = tokens[above]
        lemma = governor.lemma.lower()
        if word in {"of", "for", "in", "on", "to", "from", "with", "about"}:
            if governor.pos in _NOMINAL and lemma in NOUN_GOVERNORS and word in {"of", "for", "about"}:
                return pass_down(NOUN_GOVERNORS[lemma], self.world[above])
            if governor.pos == "VERB" and not self._definite(i):
                known = INFINITE.get(lemma)
                if known is not None and word in {"for", "from", "on", "to"} and known.status is not None:
                    return pass_down(known, self.ctx[above])
                if FINITE.get(lemma) is CLAIM and word in {"of", "with"}:
                    return pass_down(CLAIM, self.ctx[above])
        if governor.pos in _VERBAL and self._open(i, self.ctx[above]):
            return self.ctx[above]
        return self.world[head]

    # --- what a word does to itself ---------------------------------------------------------------------------

    def _own(self, i: int, base: Context) -> Context:
        tree = self.tree
        tokens = tree.tokens
        token = tokens[i]
        found, negated, modal, perfect = base, False, "", False
        for k in tree.kids[i]:
            child = tokens[k]
            dep = child.dep
            if dep == "aux":
                word = child.text.lower()
                if child.tag == "MD" or word in MODALS:
                    modal = word
                elif child.lemma == "have":
                    perfect = True
            elif dep == "neg":
                negated = True
            elif dep in {"advmod", "preconj"}:
                word = child.text.lower()
                if (word in NEGATORS and (word not in _ADJACENT or k == i - 1)) or (
                    word == "longer" and any(tokens[n].text.lower() == "no" for n in tree.kids[k])
                ):
                    negated = True
                elif word in HABITUAL_ADVERBS and token.tag in {"VBZ", "VBP"}:
                    found = Context(found.value, "unknown")
                elif word in DOUBT_ADVERBS and abs(found.value) > DOUBT_ADVERBS[word]:
                    found = Context(DOUBT_ADVERBS[word] if found.value > 0 else -DOUBT_ADVERBS[word], found.status)
            elif dep in {"nsubj", "nsubjpass", "dobj", "attr"} and self._none(k):
                negated = True
            elif dep == "punct" and child.text == "?" and token.dep == "ROOT":
                found = Context(min(found.value, 1.2), "possible")
        if modal:
            found = self._modal(i, found, modal, perfect=perfect)
        elif token.dep == "ROOT" or token.head == i:
            found = self._bare(i, found)
        return negate(found) if negated else found

    def _none(self, k: int) -> bool:
        tokens = self.tree.tokens
        if tokens[k].text.lower() in {"nobody", "none", "nothing", "neither"}:
            return True
        return any(
            tokens[n].dep in {"det", "neg"} and tokens[n].text.lower() in NEGATIVE_DETERMINERS
            for n in self.tree.kids[k]
        )

    def _modal(self, i: int, base: Context, modal: str, *, perfect: bool) -> Context:
        token = self.tree.tokens[i]
        known = MODALS.get(modal)
        if known is None or base.status in {"denied", "cancelled"}:
            return base
        weight = 0.4 + 0.2 * max(base.value, 0.0)
        if perfect and known.status == "possible":
            return Context(
                0.2 * weight if modal in {"would", "'d", "’d", "could", "should"} else known.value * weight, "possible"
            )
        if modal in {"would", "'d", "’d"} and token.dep == "ccomp":
            governor = self.tree.tokens[token.head]
            if governor.tag in {"VBD", "VBN"} and governor.lemma in REPORTING_VERBS:
                return Context(2.0 * weight, "planned")
        if base.status == "possible" and base.value < 1.0:
            return Context(min(base.value, known.value), "possible")
        return Context(known.value * weight, known.status)

    def _bare(self, i: int, base: Context) -> Context:
        """A root without finite verb or modal: a headline's infinitive is planned, an imperative only wished."""
        tree = self.tree
        token = tree.tokens[i]
        if token.tag != "VB":
            return base
        if self._has_to(i):
            return Context(2.2, "planned")
        if all(tree.tokens[k].dep not in {"nsubj", "nsubjpass", "aux", "auxpass"} for k in tree.kids[i]):
            return Context(1.4, "possible")
        return base

    def _own_noun(self, i: int, base: Context) -> Context:
        tree = self.tree
        tokens = tree.tokens
        found = base
        for k in tree.kids[i]:
            child = tokens[k]
            word = child.text.lower()
            if child.dep in {"det", "neg"}:
                if word in NEGATIVE_DETERMINERS:
                    found = negate(found) if found.value > 0 else found
                elif word == "any":
                    found = Context(min(0.8, found.value), "possible")
            elif child.dep in {"amod", "compound"} and word in DOUBT_ADJECTIVES and found.value > 0:
                value = DOUBT_ADJECTIVES[word]
                found = Context(
                    min(value, found.value) if value > 0 else value, ADJECTIVE_STATUS.get(word, found.status)
                )
        return found
