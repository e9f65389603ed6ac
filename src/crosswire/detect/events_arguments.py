"""Who takes part in an event, where it is, and which words make up its clause."""

from __future__ import annotations

from bisect import bisect_right

from crosswire.detect.events_lexicon import (
    ACTOR_LABELS,
    NOUN_TYPES,
    PLACE_LABELS,
    PLACE_NOUNS,
    PLACE_OBJECT_VERBS,
    PLACE_PREPS,
    REPORTING_VERBS,
    VERB_TYPES,
)
from crosswire.detect.events_tree import VERBAL, Tree
from crosswire.model import Article, Participant, Span, Syntax

_RECIPIENT_PREPS = frozenset({"with", "to", "against", "alongside", "at"})
_VAGUE_PLACES = frozenset({"country", "area", "region", "place", "site", "state", "territory", "venue", "zone", "city"})
_TIMES = frozenset({"DATE", "TIME"})
_OWNERS = {"his": frozenset({"PERSON"}), "her": frozenset({"PERSON"}), "its": frozenset({"ORG", "GPE"})}
_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_SPEECH = frozenset({"ACCUSE", "REJECT", "SUPPORT", "THREATEN", "REQUEST", "SANCTION"})
_AGENT_NOUN_PREPS = frozenset({"by", "between", "among"})


class Things:
    """What the tokens name: the entity of each token (its index in the article, or -1) and its OntoNotes label."""

    __slots__ = ("article", "entity", "label")

    def __init__(self, article: Article, syntax: Syntax) -> None:
        self.article = article
        size = len(syntax.tokens)
        self.entity = [-1] * size
        self.label = [""] * size
        for name in syntax.names:
            for i in range(name.first, name.last):
                self.label[i] = name.label
        starts = [token.start for token in syntax.tokens]
        for n, entity in enumerate(article.entities):
            for mention in entity.mentions:
                i = max(0, bisect_right(starts, mention.start) - 1)
                while i < size and starts[i] < mention.end:
                    if syntax.tokens[i].end > mention.start:
                        self.entity[i] = n
                        self.label[i] = entity.type
                    i += 1

    def id(self, i: int) -> str | None:
        """The id of the entity that a token belongs to."""
        n = self.entity[i]
        return self.article.entities[n].id if n >= 0 else None

    def last_of_name(self, i: int) -> int:
        """The last token of the person's name that a token belongs to."""
        last = i
        while (
            last + 1 < len(self.label) and self.label[last + 1] == "PERSON" and self.entity[last + 1] == self.entity[i]
        ):
            last += 1
        return last


class Arguments:
    """Finds the arguments of one event after another in an indexed tree."""

    __slots__ = ("kind", "things", "tree")

    def __init__(self, tree: Tree, things: Things, kind: bytearray) -> None:
        self.kind = kind
        self.tree = tree
        self.things = things

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

    def _start(self, verb: int) -> int:
        """The first token of a clause: that of its subject, also where an infinitive shares its governor's."""
        tree = self.tree
        while tree.tokens[verb].dep == "xcomp" and not self._own_subject(verb):
            above = tree.tokens[verb].head
            if above == verb:
                break
            verb = above
        subject = tree.subject[verb]
        if tree.tokens[verb].dep in {"relcl", "acl"} and subject == tree.tokens[verb].head:
            return tree.low[subject]
        return tree.low[verb]

    def _own_subject(self, verb: int) -> bool:
        tokens = self.tree.tokens
        return any(tokens[k].dep in {"nsubj", "nsubjpass"} for k in self.tree.kids[verb])

    def participants(self, i: int, carrier: int) -> tuple[tuple[Participant, ...], str | None]:
        """The participants of the event at token `i` (carried by the light verb `carrier`, or -1), and its place."""
        found: list[Participant] = []
        taken: set[int] = set()
        if self.tree.tokens[i].pos in {"NOUN", "PROPN"}:
            self._of_noun(i, found, taken)
        verb = carrier if carrier >= 0 else i
        if self.tree.lemma(verb) == "be" and verb != i:
            self._of_copula(verb, i, found, taken)
        elif self.tree.tokens[verb].pos in VERBAL:
            self._of_verb(verb, i, found, taken)
        place = self._place(i, verb, found, taken)
        return tuple(found), place

    def _add(self, role: str, token: int, found: list[Participant], taken: set[int]) -> None:
        tree = self.tree
        if token in taken or tree.tokens[token].tag in {"WDT", "WP", "EX"} or not tree.tokens[token].text[0].isalnum():
            return
        if self.things.label[token] in _TIMES:
            return
        taken.add(token)
        low, high = tree.low[token], tree.high[token]
        conjuncts = [
            k
            for k in tree.kids[token]
            if tree.tokens[k].dep == "conj"
            and tree.tokens[k].pos in {"NOUN", "PROPN", "PRON"}
            and tree.tokens[k].text[0].isalnum()
        ]
        if conjuncts:
            high = min(high, max(token, min(tree.low[k] for k in conjuncts) - 1))
            while high > token and tree.tokens[high].dep in {"cc", "punct"}:
                high -= 1
        if self.things.label[token] == "PERSON":
            high = min(high, self.things.last_of_name(token))
        entity = self.things.id(token)
        if entity is None:
            entity = self._ahead(token) if tree.tokens[token].tag == "PRP$" else self._apposed(token)
        found.append(Participant(role, Span(tree.tokens[low].start, tree.tokens[high].end), entity))
        for k in conjuncts:
            self._add(role, k, found, taken)

    def _apposed(self, token: int) -> str | None:
        """Who a description is, where the name follows it: "the ministry's spokeswoman Ada Moss"."""
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

    def _of_verb(self, verb: int, event: int, found: list[Participant], taken: set[int]) -> None:
        tree = self.tree
        tokens = tree.tokens
        subject = tree.subject[verb]
        passive = tree.passive[verb]
        if (
            subject >= 0
            and subject != event
            and (tokens[subject].pos in {"NOUN", "PROPN", "PRON", "NUM"} or self.things.label[subject])
        ):
            self._add("patient" if passive else "agent", subject, found, taken)
        lemma = tokens[verb].lemma.lower()
        for k in tree.kids[verb]:
            dep = tokens[k].dep
            if dep == "agent":
                self._add_object("agent", k, found, taken)
            elif dep == "dobj" and k != event and not (lemma == "take" and tree.lemma(k) == "place"):
                if lemma in PLACE_OBJECT_VERBS and self.things.label[k] in PLACE_LABELS:
                    continue
                self._add("patient", self._real(verb, k), found, taken)
            elif dep == "dative":
                if tree.child(k, "pobj") >= 0:
                    self._add_object("recipient", k, found, taken)
                else:
                    self._add("recipient", k, found, taken)
            elif dep == "prep" and tokens[k].text.lower() in _RECIPIENT_PREPS:
                if tokens[k].text.lower() == "with" and VERB_TYPES.get(lemma) in _MUTUAL:
                    self._add_object("recipient", k, found, taken)
                else:
                    self._add_actor("recipient", k, found, taken)

    def _of_copula(self, verb: int, event: int, found: list[Participant], taken: set[int]) -> None:
        """Of "two are dead" the subject is the patient; in "this was an attack" it is no participant."""
        subject = self.tree.subject[verb]
        if subject >= 0 and self.tree.tokens[event].pos == "ADJ":
            self._add("patient", subject, found, taken)

    def _real(self, verb: int, thing: int) -> int:
        """The antecedent of a relative pronoun."""
        token = self.tree.tokens[verb]
        if token.dep == "relcl" and self.tree.tokens[thing].tag in {"WDT", "WP"}:
            return token.head
        return thing

    def _add_object(self, role: str, preposition: int, found: list[Participant], taken: set[int]) -> None:
        thing = self.tree.child(preposition, "pobj")
        if thing >= 0:
            self._add(role, thing, found, taken)

    def _add_actor(self, role: str, preposition: int, found: list[Participant], taken: set[int]) -> None:
        thing = self.tree.child(preposition, "pobj")
        if thing < 0 or self.things.label[thing] not in ACTOR_LABELS:
            return
        if self.things.label[thing] == "GPE" and self.tree.tokens[preposition].text.lower() in {"to", "at"}:
            return
        self._add(role, thing, found, taken)

    def _of_noun(self, i: int, found: list[Participant], taken: set[int]) -> None:
        tree = self.tree
        tokens = tree.tokens
        for k in tree.kids[i]:
            token = tokens[k]
            if token.dep == "poss" or (
                token.dep in {"compound", "nmod"} and self.things.label[k] in {"PERSON", "ORG", "NORP"}
            ):
                self._add("agent", k, found, taken)
            elif token.dep == "prep":
                word = token.text.lower()
                if word in _AGENT_NOUN_PREPS:
                    self._add_object("agent", k, found, taken)
                elif word == "of":
                    self._add_object("patient", k, found, taken)
                elif word in {"with", "against", "on"} and NOUN_TYPES.get(tree.lemma(i)) in _MUTUAL | {"ASSAULT"}:
                    self._add_object("recipient" if word == "with" else "patient", k, found, taken)
                elif word in {"with", "against", "on"}:
                    self._add_actor("patient" if word in {"against", "on"} else "recipient", k, found, taken)

    # --- place ------------------------------------------------------------------------------------------------

    def _place(self, i: int, verb: int, found: list[Participant], taken: set[int]) -> str | None:
        tree = self.tree
        tokens = tree.tokens
        common = -1
        for base in (i, verb) if verb != i else (i,):
            for k in tree.kids[base]:
                thing = self._place_word(base, k)
                if thing < 0 or thing in taken:
                    continue
                named = self._named(thing)
                if named >= 0:
                    return self._add_place(named, found, taken)
                if common < 0 and tokens[thing].lemma in PLACE_NOUNS:
                    common = thing
        if common < 0:
            common = self._place_of_thing(i)
        return self._add_place(common, found, taken) if common >= 0 else None

    def _place_of_thing(self, i: int) -> int:
        """The named place at the one to whom it was done ("killed two people in ..."), for acts that have a place."""
        tree = self.tree
        tokens = tree.tokens
        lemma = tree.lemma(i)
        if tokens[i].pos != "VERB" or lemma in REPORTING_VERBS or VERB_TYPES.get(lemma) in _SPEECH:
            return -1
        for k in tree.kids[i]:
            thing = (
                k
                if tokens[k].dep in {"dobj", "nsubjpass"}
                else tree.child(k, "pobj")
                if tokens[k].dep == "agent"
                else -1
            )
            if thing < 0 or self.kind[thing]:
                continue
            for n in tree.kids[thing]:
                if tokens[n].dep == "prep" and tokens[n].text.lower() in {"in", "at", "near"}:
                    inner = tree.child(n, "pobj")
                    if inner >= 0 and self.things.label[inner] in PLACE_LABELS:
                        return inner
        return -1

    def _place_word(self, base: int, k: int) -> int:
        """The word of a place that hangs on `base` through its child `k`, or -1."""
        tree = self.tree
        token = tree.tokens[k]
        if token.dep == "prep" and token.text.lower() in PLACE_PREPS:
            return tree.child(k, "pobj")
        if token.dep in {"dobj", "nsubjpass"} and tree.tokens[base].lemma.lower() in PLACE_OBJECT_VERBS:
            return k
        if (
            token.dep == "compound"
            and self.things.label[k] in PLACE_LABELS
            and tree.tokens[base].pos in {"NOUN", "PROPN"}
        ):
            return k
        return -1

    def _named(self, thing: int) -> int:
        """The named place in a phrase: its head, or the one that its head lies in ("an airport in ...")."""
        if self.things.label[thing] in PLACE_LABELS:
            return thing
        tree = self.tree
        if tree.tokens[thing].lemma not in PLACE_NOUNS:
            return -1
        for k in tree.kids[thing]:
            if tree.tokens[k].dep == "prep" and tree.tokens[k].text.lower() in {"in", "of", "near"}:
                inner = tree.child(k, "pobj")
                if inner >= 0 and self.things.label[inner] in PLACE_LABELS:
                    return inner
        return -1

    def _add_place(self, thing: int, found: list[Participant], taken: set[int]) -> str | None:
        tree = self.tree
        self._add("place", thing, found, taken)
        if self._points_back(thing):
            return None
        n = self.things.entity[thing]
        if n >= 0:
            return self.things.article.entities[n].name
        low = tree.low[thing]
        while low < thing and tree.tokens[low].dep in {"det", "poss", "punct"}:
            low += 1
        return self.things.article.text[tree.tokens[low].start : tree.tokens[thing].end]

    def _points_back(self, thing: int) -> bool:
        """Whether a place is only "the country" or "there": named elsewhere, and no place of its own."""
        tree = self.tree
        if self.things.entity[thing] >= 0 or tree.lemma(thing) not in _VAGUE_PLACES:
            return False
        return all(tree.tokens[k].dep == "det" for k in tree.kids[thing])
