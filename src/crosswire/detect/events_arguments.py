"""Who takes part in an event, and which words make up its clause."""

from __future__ import annotations

from crosswire.detect.events_lexicon import (
    ACTOR_LABELS,
    NOUN_TYPES,
    PLACE_LABELS,
    PLACE_OBJECT_VERBS,
    VERB_TYPES,
)
from crosswire.detect.events_places import Places
from crosswire.detect.events_things import Things
from crosswire.detect.events_tree import VERBAL, Tree
from crosswire.model import Participant, Span

_OWNERS = {"his": frozenset({"PERSON"}), "her": frozenset({"PERSON"}), "its": frozenset({"ORG", "GPE"})}
_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_THINGS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_NO_THINGS = frozenset({"WDT", "WP", "EX"})
_TIMES = frozenset({"DATE", "TIME"})
_RECIPIENT_PREPS = frozenset({"with", "to", "against", "alongside", "at"})
_NOUN_ROLES = {"by": "agent", "between": "agent", "among": "agent", "of": "patient"}
_ACTOR_ROLES = {"with": "recipient", "against": "patient", "on": "patient"}


class Arguments:
    """Finds the arguments of one event after another in an indexed tree."""

    __slots__ = ("places", "starts", "things", "tree")

    def __init__(self, tree: Tree, things: Things, places: Places) -> None:
        self.tree = tree
        self.things = things
        self.places = places
        self.starts: dict[int, int] = {}

    def span(self, i: int, carrier: int) -> Span:
        """The clause of a verb (from its subject on), or the phrase of a noun, as characters."""
        tree = self.tree
        low, high = tree.low[i], tree.high[i]
        if carrier >= 0:
            low, high = min(low, tree.low[carrier]), max(high, tree.high[carrier])
        verb = carrier if carrier >= 0 else i
        if tree.tokens[verb].pos in VERBAL:
            low = min(low, self._start(verb))
        return Span(tree.tokens[low].start, tree.tokens[high].end)

    def participants(self, i: int, carrier: int) -> tuple[tuple[Participant, ...], str | None]:
        """The participants of the event at token `i` (carried by the verb `carrier`, or -1), and its place."""
        tree = self.tree
        found: list[Participant] = []
        taken: set[int] = set()
        verb = carrier if carrier >= 0 else i
        if tree.tokens[i].pos in {"NOUN", "PROPN"}:
            self._of_noun(i, found, taken)
        if tree.lemma(verb) == "be" and verb != i:
            if tree.tokens[i].pos == "ADJ":  # "two are dead"; in "this was an attack" the subject takes no part
                self._add("patient", tree.subject[verb], found, taken)
        elif tree.tokens[verb].pos in VERBAL:
            self._of_verb(verb, i, found, taken)
        place = self.places.find(i, verb, taken)
        self._add("place", place, found, taken)
        return tuple(found), self.places.name(place) if place >= 0 else None

    def _start(self, verb: int) -> int:
        """The first token of a clause: that of its subject, also where an infinitive shares its governor's."""
        tree = self.tree
        passed: list[int] = []
        while verb not in self.starts and tree.tokens[verb].dep in {"xcomp", "acomp"} and not self._own_subject(verb):
            passed.append(verb)
            verb = tree.tokens[verb].head
        start = self.starts.get(verb, -1)
        if start < 0:
            head = tree.tokens[verb].head
            behind = tree.tokens[verb].dep in {"relcl", "acl"} and tree.subject[verb] == head
            start = tree.low[head] if behind else tree.low[verb]
        self.starts.update(dict.fromkeys([*passed, verb], start))
        return start

    def _own_subject(self, verb: int) -> bool:
        tokens = self.tree.tokens
        return any(tokens[k].dep in {"nsubj", "nsubjpass"} for k in self.tree.kids[verb])

    # --- one participant --------------------------------------------------------------------------------------

    def _add(self, role: str, token: int, found: list[Participant], taken: set[int]) -> None:
        """Add the participant at a token (-1: none), and those joined to it by "and"."""
        waiting = [token] if token >= 0 else []
        while waiting:
            token = waiting.pop()
            if token in taken or not self._can_take_part(token):
                continue
            taken.add(token)
            joined = [k for k in self.tree.kids[token] if self._is_joined(k)]
            found.append(Participant(role, self._phrase(token, joined), self._entity(token)))
            waiting += reversed(joined)

    def _can_take_part(self, token: int) -> bool:
        word = self.tree.tokens[token]
        return word.tag not in _NO_THINGS and word.text[0].isalnum() and self.things.label[token] not in _TIMES

    def _is_joined(self, k: int) -> bool:
        token = self.tree.tokens[k]
        return token.dep == "conj" and token.pos in _THINGS and token.text[0].isalnum()

    def _phrase(self, token: int, joined: list[int]) -> Span:
        tree = self.tree
        low, high = tree.low[token], tree.high[token]
        if joined:
            high = min(high, max(token, min(tree.low[k] for k in joined) - 1))
            while high > token and tree.tokens[high].dep in {"cc", "punct"}:
                high -= 1
        if self.things.label[token] == "PERSON":
            high = self.things.end_of_name(token, high)
        return Span(tree.tokens[low].start, tree.tokens[high].end)

    def _entity(self, token: int) -> str | None:
        known = self.things.id(token)
        if known is not None:
            return known
        if self.tree.tokens[token].tag == "PRP$":
            return self._ahead(token)
        # A description with the name behind it: "the ministry's spokeswoman, Ada Moss".
        name = self.tree.child(token, "appos")
        return self.things.id(name) if name >= 0 and self.things.label[name] == "PERSON" else None

    def _ahead(self, pronoun: int) -> str | None:
        """Whom a possessive in an opening phrase names: the subject that follows ("During her visit, Ms X met ...")."""
        tree = self.tree
        preposition = tree.tokens[tree.tokens[pronoun].head].head
        verb = tree.tokens[preposition].head
        if tree.tokens[preposition].dep != "prep" or tree.tokens[verb].pos != "VERB":
            return None
        subject = tree.child(verb, "nsubj")
        wanted = _OWNERS.get(tree.tokens[pronoun].text.lower(), frozenset())
        return self.things.id(subject) if subject > pronoun and self.things.label[subject] in wanted else None

    # --- those of a verb, those of a noun ---------------------------------------------------------------------

    def _of_verb(self, verb: int, event: int, found: list[Participant], taken: set[int]) -> None:
        tree = self.tree
        subject = tree.subject[verb]
        if subject >= 0 and subject != event and (tree.tokens[subject].pos in _THINGS or self.things.label[subject]):
            self._add("patient" if tree.passive[verb] else "agent", subject, found, taken)
        for k in tree.kids[verb]:
            dep = tree.tokens[k].dep
            if dep == "agent":
                self._add("agent", tree.child(k, "pobj"), found, taken)
            elif dep == "dobj":
                self._add("patient", self._object(verb, event, k), found, taken)
            elif dep == "dative":
                self._add(
                    "recipient", max(tree.child(k, "pobj"), k if tree.tokens[k].pos in _THINGS else -1), found, taken
                )
            elif dep == "prep" and tree.tokens[k].text.lower() in _RECIPIENT_PREPS:
                self._add("recipient", self._actor(k, VERB_TYPES.get(tree.lemma(verb))), found, taken)

    def _object(self, verb: int, event: int, thing: int) -> int:
        """Who or what a verb's object stands for; -1 for the event itself and for a place."""
        tree, lemma = self.tree, self.tree.lemma(verb)
        token = tree.tokens[verb]
        if token.dep == "relcl" and tree.tokens[thing].tag in {"WDT", "WP"}:
            thing = token.head
        place = lemma in PLACE_OBJECT_VERBS and self.things.label[thing] in PLACE_LABELS
        return -1 if thing == event or place or (lemma == "take" and tree.lemma(thing) == "place") else thing

    def _actor(self, preposition: int, kind: str | None) -> int:
        """The one behind a preposition, if it is someone who can act; for what is done together, whoever it is."""
        tree = self.tree
        thing, word = tree.child(preposition, "pobj"), tree.tokens[preposition].text.lower()
        if thing < 0 or (word == "with" and kind in _MUTUAL):
            return thing
        if word in {"against", "on"} and kind == "ASSAULT":
            return thing
        label = self.things.label[thing]
        return -1 if label not in ACTOR_LABELS or (label == "GPE" and word in {"to", "at"}) else thing

    def _of_noun(self, i: int, found: list[Participant], taken: set[int]) -> None:
        tree, kind = self.tree, NOUN_TYPES.get(self.tree.lemma(i))
        for k in tree.kids[i]:
            token = tree.tokens[k]
            if token.dep == "poss" or (token.dep in {"compound", "nmod"} and self._names_an_actor(k)):
                self._add("agent", k, found, taken)
            elif token.dep == "prep":
                word = token.text.lower()
                if word in _NOUN_ROLES:
                    self._add(_NOUN_ROLES[word], tree.child(k, "pobj"), found, taken)
                elif word in _ACTOR_ROLES:
                    self._add(_ACTOR_ROLES[word], self._actor(k, kind), found, taken)

    def _names_an_actor(self, k: int) -> bool:
        return self.things.label[k] in {"PERSON", "ORG", "NORP"}
