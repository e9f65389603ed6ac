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
from crosswire.detect.events_tree import AUX, Tree, is_infinitive
from crosswire.model import Token

VERB, NOUN, ADJECTIVE = 1, 2, 3
_SET = frozenset({"set", "expect", "schedule", "slate", "suppose", "poise"})
_BEFORE_TO = {"go": "VBG", "use": "VBD", "have": ""}
_NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC"})
_NO_VERB = frozenset({"prep", "mark", "case", "compound", "nmod", "punct"})
_PARTICIPLES = frozenset({"VBN", "VBG", "VBD"})


class Triggers:
    """The events of a tree: `kind[i]` is 0, `VERB`, `NOUN` or `ADJECTIVE`.

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
                self.kind[i] = NOUN * self._noun(i)
            elif pos == "ADJ":
                self.kind[i] = ADJECTIVE * self._adjective(i)
        openings = {i - 2 for i, kind in enumerate(self.kind) if kind == NOUN and hyphenated(tree, i) in EVENT_NOUNS}
        for i in openings:  # the "swearing" of "swearing-in"
            self.kind[i] = 0
        for i in reversed(tree.order):
            token = tree.tokens[i]
            if token.pos in {"VERB", "AUX"} and token.dep not in AUX and i not in openings:
                self.kind[i] = self._verb(i)

    def _verb(self, i: int) -> bool:
        tree = self.tree
        token, lemma = tree.tokens[i], tree.lemma(i)
        if lemma != "be" and (token.dep in _NO_VERB or (token.dep == "amod" and token.tag not in _PARTICIPLES)):
            return False
        if (
            token.tag == "MD"
            or len(lemma) < 2
            or not (token.text[0].isalpha() or token.text[0] in "'’")
            or self._is_name(i)
        ):
            return False
        if lemma == "be":
            return self._copula(i)
        event = self._carried(i, lemma)
        if event >= 0:
            self.stands_for[i] = event
            return False
        return lemma not in STATIVE_VERBS and not (lemma in SEEM_VERBS and self._seems(i))

    def _is_name(self, i: int) -> bool:
        return self.tree.tokens[i].text[0].isupper() and self.labels[i] in _NAMES

    def _seems(self, i: int) -> bool:
        tree = self.tree
        return any(tree.tokens[k].dep in {"xcomp", "oprd", "acomp"} for k in tree.kids[i])

    def _carried(self, i: int, lemma: str) -> int:
        """The event that a verb only carries: "is set to meet", "the vote took place", "held a meeting"; or -1."""
        event = self._complement(i, lemma) if lemma in _SET or lemma in _BEFORE_TO else -1
        if event < 0:
            event = self._happening(i, lemma)
        return self._object(i) if event < 0 and lemma in LIGHT_VERBS else event

    def _complement(self, i: int, lemma: str) -> int:
        """The infinitive of "is set to", "is going to", "used to", "has to"."""
        tree = self.tree
        complement = tree.child(i, "xcomp")
        if complement < 0 or not is_infinitive(tree, complement):
            return -1
        tag = _BEFORE_TO.get(lemma)
        carries = tree.tokens[i].tag == tag if tag else lemma == "have" or bool(tree.passive[i])
        return complement if carries else -1

    def _happening(self, i: int, lemma: str) -> int:
        """The event noun of which a verb only says that it takes, or is to take, place; or -1."""
        tree = self.tree
        tokens = tree.tokens
        if lemma in BARE_OCCUR_VERBS or (lemma == "take" and self._takes_place(i)):
            subject = tree.subject[i]
        elif (
            (lemma in _SET or lemma == "plan")
            and tree.child(i, "xcomp") < 0
            and (tree.passive[i] or tokens[i].dep == "acl")
        ):
            subject = tree.subject[i] if tokens[i].dep != "acl" else tokens[i].head
        else:
            return -1
        return subject if subject >= 0 and self.kind[subject] == NOUN else -1

    def _takes_place(self, i: int) -> bool:
        thing = self.tree.child(i, "dobj")
        return thing >= 0 and self.tree.lemma(thing) in {"place", "effect"}

    def _object(self, i: int) -> int:
        """The event noun that a light verb carries: its object, its subject in the passive, or its antecedent."""
        tree, token = self.tree, self.tree.tokens[i]
        for k in tree.kids[i]:
            if tree.tokens[k].dep in {"dobj", "nsubjpass"} and self.kind[k] == NOUN:
                return k
        if self.kind[token.head] == NOUN and (token.dep == "relcl" or (token.dep == "acl" and tree.passive[i])):
            own = tree.child(i, "dobj")
            return token.head if own < 0 or tree.tokens[own].tag in {"WDT", "WP"} else -1
        return -1

    def _copula(self, i: int) -> bool:
        """Where the copula only carries an event ("it was an attack", "the vote is on Sunday"), that is the event."""
        event = self._predicate(i)
        if event >= 0:
            self.stands_for[i] = event
        return event < 0 and self._is_somewhere(i)

    def _predicate(self, i: int) -> int:
        tree = self.tree
        subject = -1
        for k in tree.kids[i]:
            dep = tree.tokens[k].dep
            if dep == "xcomp" or (dep in {"attr", "acomp"} and self.kind[k]):
                return k
            if dep == "attr":
                return -1
            if dep == "nsubj" and self.kind[k] == NOUN:
                subject = k
        return subject

    def _is_somewhere(self, i: int) -> bool:
        tree = self.tree
        tokens = tree.tokens
        if tree.child(i, "attr") >= 0 or tree.subject[i] < 0 or tree.child(i, "expl") >= 0:
            return False
        for k in tree.kids[i]:
            if tokens[k].dep == "prep" and tokens[k].text.lower() in {"in", "at"}:
                thing = tree.child(k, "pobj")
                if thing >= 0 and self._is_place(thing):
                    return True
        return False

    def _is_place(self, i: int) -> bool:
        return self.labels[i] in PLACE_LABELS or (self.tree.tokens[i].tag == "NN" and self.tree.lemma(i) in PLACE_NOUNS)

    def _noun(self, i: int) -> bool:
        token, lemma, label = self.tree.tokens[i], self.tree.lemma(i), self.labels[i]
        if label == "EVENT":
            return token.dep not in {"compound", "nmod"}
        if (token.pos == "PROPN" and label) or (lemma == "place" and self.tree.lemma(token.head) == "take"):
            return False
        if lemma in WEAK_NOUNS:
            return (lemma in EVENT_NOUNS and token.dep != "compound") or self._shown(i)
        return lemma in EVENT_NOUNS or hyphenated(self.tree, i) in EVENT_NOUNS or _is_derived(token, lemma)

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


def hyphenated(tree: Tree, i: int) -> str:
    """The whole of a word that the model cut at its hyphen ("cease-fire" at "fire"), or the empty string."""
    tokens = tree.tokens
    if i < 2 or tokens[i - 1].text != "-" or tokens[i - 2].end + 1 != tokens[i].start:
        return ""
    return f"{tokens[i - 2].text.lower()}-{tree.lemma(i)}"


def _is_derived(token: Token, lemma: str) -> bool:
    """Whether a noun is made from a verb by its ending and not known for a thing: "bombing", "evacuation"."""
    if lemma.endswith("ing"):
        return token.tag in {"NN", "NNS"} and len(lemma) > 5 and lemma not in NOT_EVENT_ING
    return token.pos == "NOUN" and lemma.endswith(DEVERBAL_SUFFIXES) and lemma not in NOT_DEVERBAL
