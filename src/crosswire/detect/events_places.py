"""Where an event is: the place that hangs on its word, or on those acted upon."""

from __future__ import annotations

from crosswire.detect.events_lexicon import (
    PLACE_LABELS,
    PLACE_NOUNS,
    PLACE_OBJECT_VERBS,
    PLACE_PREPS,
    REPORTING_VERBS,
    VERB_TYPES,
)
from crosswire.detect.events_things import Things
from crosswire.detect.events_tree import Tree

_VAGUE = frozenset({"country", "area", "region", "place", "site", "state", "territory", "venue", "zone", "city"})
_SPEECH = frozenset({"ACCUSE", "REJECT", "SUPPORT", "THREATEN", "REQUEST", "SANCTION"})
_AT = frozenset({"in", "at", "near"})
_WITHIN = frozenset({"in", "of", "near"})


class Places:
    """Finds the place of one event after another in an indexed tree."""

    __slots__ = ("kind", "things", "tree")

    def __init__(self, tree: Tree, things: Things, kind: bytearray) -> None:
        self.tree = tree
        self.things = things
        self.kind = kind

    def find(self, event: int, verb: int, taken: set[int]) -> int:
        """The token that names the place of an event (and of the verb that carries it), or -1.

        A named place goes before a common one ("an airport"); what already takes part otherwise is none.
        """
        common = -1
        for base in (event,) if verb == event else (event, verb):
            for k in self.tree.kids[base]:
                thing = self._candidate(base, k)
                if thing < 0 or thing in taken:
                    continue
                named = self._named(thing)
                if named >= 0:
                    return named
                if common < 0 and self.tree.tokens[thing].tag == "NN" and self.tree.lemma(thing) in PLACE_NOUNS:
                    common = thing
        return common if common >= 0 else self._of_object(event)

    def name(self, thing: int) -> str | None:
        """The name of the place at a token: its entity's, or its own words; None where they only point back."""
        tree, article = self.tree, self.things.article
        n = self.things.entity[thing]
        if n >= 0:
            return article.entities[n].name
        if tree.lemma(thing) in _VAGUE and all(tree.tokens[k].dep == "det" for k in tree.kids[thing]):
            return None
        low = tree.low[thing]
        while low < thing and tree.tokens[low].dep in {"det", "poss", "punct"}:
            low += 1
        return article.text[tree.tokens[low].start : tree.tokens[thing].end]

    def _candidate(self, base: int, k: int) -> int:
        """The word of a place that hangs on `base` through its child `k`, or -1."""
        tree, token = self.tree, self.tree.tokens[k]
        if token.dep == "prep":
            return tree.child(k, "pobj") if token.text.lower() in PLACE_PREPS else -1
        if token.dep in {"dobj", "nsubjpass"}:
            return k if tree.lemma(base) in PLACE_OBJECT_VERBS else -1
        modifies = token.dep == "compound" and tree.tokens[base].pos in {"NOUN", "PROPN"}
        return k if modifies and self.things.label[k] in PLACE_LABELS else -1

    def _named(self, thing: int) -> int:
        """The named place in a phrase: its head, or the one that its head lies in ("an airport in ...")."""
        if self.things.label[thing] in PLACE_LABELS:
            return thing
        return self._inside(thing, _WITHIN) if self.tree.tokens[thing].lemma in PLACE_NOUNS else -1

    def _inside(self, thing: int, prepositions: frozenset[str]) -> int:
        tree = self.tree
        for k in tree.kids[thing]:
            if tree.tokens[k].dep == "prep" and tree.tokens[k].text.lower() in prepositions:
                inner = tree.child(k, "pobj")
                if inner >= 0 and self.things.label[inner] in PLACE_LABELS:
                    return inner
        return -1

    def _of_object(self, event: int) -> int:
        """The named place at the one to whom it was done ("killed two people in ..."), for acts that have a place."""
        tree, lemma = self.tree, self.tree.lemma(event)
        if tree.tokens[event].pos != "VERB" or lemma in REPORTING_VERBS or VERB_TYPES.get(lemma) in _SPEECH:
            return -1
        for k in tree.kids[event]:
            dep = tree.tokens[k].dep
            thing = k if dep in {"dobj", "nsubjpass"} else tree.child(k, "pobj") if dep == "agent" else -1
            inner = self._inside(thing, _AT) if thing >= 0 and not self.kind[thing] else -1
            if inner >= 0:
                return inner
        return -1
