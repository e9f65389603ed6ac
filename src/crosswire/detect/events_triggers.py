"""Which words name an event."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.detect.events_lexicon import (
    BARE_OCCUR_VERBS,
    DEVERBAL_SUFFIXES,
    EVENT_ADJECTIVES,
    EVENT_NOUNS,
    LIGHT_NOUNS_ONLY,
    LIGHT_VERBS,
    NOT_DEVERBAL,
    NOT_EVENT_ING,
    PLACE_LABELS,
    PLACE_NOUNS,
    SEEM_VERBS,
    STATIVE_VERBS,
    WEAK_NOUNS,
)
from crosswire.detect.events_tree import AUX, Tree

_SET = frozenset({"set", "expect", "schedule", "slate", "due", "suppose", "poise"})
_NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC"})
_OBJECTS = ("dobj", "nsubjpass")


class Triggers:
    """The events of a tree: `kind[i]` is 0, or 1 for a verb, 2 for a noun, 3 for an adjective.

    ``stands_for`` leads from a verb that only carries an event (light verb, copula, "is set to") to the event.
    """

    __slots__ = ("kind", "labels", "stands_for", "tree")

    def __init__(self, tree: Tree, labels: Sequence[str]) -> None:
        self.tree = tree
        self.labels = labels
        self.kind = bytearray(len(tree.tokens))
        self.stands_for: dict[int, int] = {}
        for i, token in enumerate(tree.tokens):
            pos = token.pos
            if pos in {"NOUN", "PROPN"}:
                self.kind[i] = 2 * self._noun(i)
            elif pos == "ADJ":
                self.kind[i] = 3 * self._adjective(i)
        for i in reversed(tree.order):
            token = tree.tokens[i]
            if token.pos in {"VERB", "AUX"} and token.dep not in AUX:
                self.kind[i] = self._verb(i)

    def _verb(self, i: int) -> bool:
        tree = self.tree
        token = tree.tokens[i]
        lemma = token.lemma.lower()
        if not token.text[0].isalpha() and token.text[0] not in "'’":
            return False
        if token.tag == "MD" or (token.text[0].isupper() and self.labels[i] in _NAMES):
            return False
        if lemma == "be":
            return self._copula(i)
        if token.dep in {"prep", "mark", "case", "compound", "nmod", "punct"}:
            return False
        if token.dep == "amod" and token.tag not in {"VBN", "VBG", "VBD"}:
            return False
        if lemma in _SET or lemma in {"go", "have", "use"}:
            complement = tree.child(i, "xcomp")
            if complement >= 0 and self._carries(i, complement, lemma):
                self.stands_for[i] = complement
                return False
        noun = self._happening(i, lemma)
        if noun >= 0:
            self.stands_for[i] = noun
            return False
        if lemma in LIGHT_VERBS:
            event = self._carried(i)
            if event >= 0:
                self.stands_for[i] = event
                return False
        if lemma in STATIVE_VERBS:
            return False
        return lemma not in SEEM_VERBS or all(
            tree.tokens[k].dep not in {"xcomp", "oprd", "acomp"} for k in tree.kids[i]
        )

    def _happening(self, i: int, lemma: str) -> int:
        """The event noun of which a verb only says that it takes, or is to take, place; or -1."""
        tree = self.tree
        tokens = tree.tokens
        if lemma in BARE_OCCUR_VERBS or (lemma == "take" and self._takes_place(i)):
            subject = tree.subject[i]
        elif lemma in _SET and tree.child(i, "xcomp") < 0 and (tree.passive[i] or tokens[i].dep == "acl"):
            subject = tree.subject[i] if tokens[i].dep != "acl" else tokens[i].head
        else:
            return -1
        return subject if subject >= 0 and self.kind[subject] == 2 else -1

    def _takes_place(self, i: int) -> bool:
        thing = self.tree.child(i, "dobj")
        return thing >= 0 and self.tree.lemma(thing) in {"place", "effect"}

    def _carries(self, i: int, complement: int, lemma: str) -> bool:
        tree = self.tree
        tokens = tree.tokens
        if not any(tokens[k].tag == "TO" and tokens[k].dep == "aux" for k in tree.kids[complement]):
            return False
        if lemma == "go":
            return tokens[i].tag == "VBG"
        if lemma == "use":
            return tokens[i].tag == "VBD"
        return lemma == "have" or bool(tree.passive[i])

    def _carried(self, i: int) -> int:
        """The event noun that a light verb carries: its object, or its subject in the passive."""
        tokens = self.tree.tokens
        for k in self.tree.kids[i]:
            if tokens[k].dep in _OBJECTS and self.kind[k] == 2:
                return k
        if (
            tokens[i].dep in {"relcl", "acl"}
            and self.kind[tokens[i].head] == 2
            and (self.tree.passive[i] or tokens[i].dep == "relcl")
        ):
            own = self.tree.child(i, "dobj")
            if own < 0 or tokens[own].tag in {"WDT", "WP"}:
                return tokens[i].head
        return -1

    def _copula(self, i: int) -> bool:
        tree = self.tree
        tokens = tree.tokens
        for k in tree.kids[i]:
            dep = tokens[k].dep
            if dep in {"attr", "acomp"} and self.kind[k]:
                self.stands_for[i] = k
                return False
            if dep == "xcomp":
                self.stands_for[i] = k
        if i in self.stands_for:
            return False
        for k in tree.kids[i]:
            if tokens[k].dep == "attr":
                return False
            if tokens[k].dep == "nsubj" and self.kind[k] == 2:
                self.stands_for[i] = k
        if i in self.stands_for:
            return False
        return self._is_somewhere(i)

    def _is_somewhere(self, i: int) -> bool:
        tree = self.tree
        tokens = tree.tokens
        if tree.child(i, "nsubj") < 0 or tree.child(i, "expl") >= 0:
            return False
        for k in tree.kids[i]:
            if tokens[k].dep == "prep" and tokens[k].text.lower() in {"in", "at"}:
                thing = tree.child(k, "pobj")
                if thing >= 0 and (self.labels[thing] in PLACE_LABELS or tokens[thing].lemma in PLACE_NOUNS):
                    return True
        return False

    def _noun(self, i: int) -> bool:
        token = self.tree.tokens[i]
        lemma = token.lemma.lower()
        if lemma == "place" and self.tree.lemma(token.head) == "take":
            return False
        label = self.labels[i]
        if label == "EVENT":
            return token.dep not in {"compound", "nmod"}
        if token.pos == "PROPN" and label:
            return False
        if lemma in EVENT_NOUNS or lemma in WEAK_NOUNS:
            if lemma in WEAK_NOUNS and not (lemma in EVENT_NOUNS and token.dep != "compound"):
                return self._shown(i)
            return True
        if lemma.endswith("ing") and token.tag in {"NN", "NNS"} and len(lemma) > 5:
            return lemma not in NOT_EVENT_ING
        return lemma.endswith(DEVERBAL_SUFFIXES) and lemma not in NOT_DEVERBAL and token.pos == "NOUN"

    def _shown(self, i: int) -> bool:
        """Whether a verb or an argument shows that a noun of two readings names an event here."""
        tree = self.tree
        tokens = tree.tokens
        token = tokens[i]
        if token.dep in {"compound", "amod", "nmod"}:
            return False
        governor = tokens[token.head]
        if token.dep == "dobj" and governor.lemma in LIGHT_VERBS and token.lemma not in LIGHT_NOUNS_ONLY:
            return True
        return any(
            tokens[k].dep == "prep" and tokens[k].text.lower() in {"by", "against", "between"} for k in tree.kids[i]
        )

    def _adjective(self, i: int) -> bool:
        token = self.tree.tokens[i]
        return token.dep in {"acomp", "oprd", "conj", "ccomp", "ROOT"} and token.lemma.lower() in EVENT_ADJECTIVES
