"""The tree of an article's syntax, indexed once: children, clause edges, parents before children, subjects."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.model import Syntax, Token

AUX = frozenset({"aux", "auxpass"})
OWN_CLAUSE = frozenset({"ccomp", "advcl", "relcl", "acl", "parataxis", "csubj", "csubjpass", "pcomp", "dep", "meta"})
EDGELESS = frozenset({"punct", "cc", "mark", "preconj", "intj", "case"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
CLITICS = {"’re": "be", "’m": "be", "’s": "be", "’ve": "have", "’ll": "will"}
VERBAL = frozenset({"VERB", "AUX"})
SUBJECT_CONTROL = frozenset({"promise", "vow", "pledge", "threaten", "offer", "use", "need"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
# Verbs that always have an object: with a subject alone they are passive.
NEVER_ALONE = frozenset(
    {
        "cancel",
        "postpone",
        "call off",
        "put off",
        "scrap",
        "arrest",
        "detain",
        "injure",
        "wound",
        "kill",
        "jail",
        "convict",
    }
)
PARTICLES = frozenset({"out", "off", "down", "up", "back"})
_NONE: tuple[int, ...] = ()


class Tree:
    """An index over `Syntax.tokens`; every list has one place for each token.

    ``kids`` are the children in text order; ``order`` all tokens, parents before their children; ``low`` and ``high``
    the first and last token (included) of the phrase without subordinate clauses; ``subject`` the token that is the
    (surface) subject of a verb, also where it is shared or controlled, or -1; ``passive`` says whether a verb is.
    """

    __slots__ = ("high", "kids", "low", "order", "particles", "passive", "sentence", "subject", "tokens")

    def __init__(self, syntax: Syntax) -> None:
        self.tokens: Sequence[Token] = syntax.tokens
        self.kids = _children(self.tokens)
        self.order = _top_down(self.tokens, self.kids)
        self.low, self.high = _edges(self.tokens, self.order)
        self.particles = _particles(self.tokens)
        self.passive = bytearray(len(self.tokens))
        self.subject = self._subjects()

    def lemma(self, i: int) -> str:
        """The lemma in lower case (headlines keep capitals in the model's lemmas, "’re" stays as it is)."""
        lemma = self.tokens[i].lemma.lower()
        return CLITICS.get(lemma, lemma)

    def with_particle(self, i: int) -> str:
        """The lemma of a verb with its particle, if it has one: "call off"."""
        particle = self.particles.get(i)
        return f"{self.lemma(i)} {particle}" if particle else self.lemma(i)

    def child(self, i: int, dep: str) -> int:
        """The first child with that dependency, or -1."""
        tokens = self.tokens
        for k in self.kids[i]:
            if tokens[k].dep == dep:
                return k
        return -1

    def _subjects(self) -> list[int]:
        found = [-1] * len(self.tokens)
        for i in self.order:
            if self.tokens[i].pos in VERBAL:
                found[i] = self._subject(i, found)
        return found

    def _subject(self, i: int, found: Sequence[int]) -> int:
        tokens = self.tokens
        token = tokens[i]
        own = -1
        for k in self.kids[i]:
            dep = tokens[k].dep
            if dep in SUBJECTS and own < 0:
                own = k
            if dep in {"nsubjpass", "auxpass", "csubjpass", "agent"}:
                self.passive[i] = 1
        if own >= 0:
            self.passive[i] = self.passive[i] or self._lacks_auxiliary(i)
            return self._antecedent(i, own)
        return self._shared(i, token, found) if token.head != i else -1

    def _antecedent(self, i: int, own: int) -> int:
        tokens = self.tokens
        if tokens[i].dep == "relcl" and tokens[own].text.lower() in RELATIVES:
            return tokens[i].head
        return own

    def _lacks_auxiliary(self, i: int) -> bool:
        """Whether a verb is a passive whose auxiliary a headline dropped: "Strike called off after talks"."""
        if self.with_particle(i) not in NEVER_ALONE or self.tokens[i].tag not in {"VBD", "VBN"}:
            return False
        return all(self.tokens[k].dep not in {"dobj", "aux", "ccomp", "dative"} for k in self.kids[i])

    def is_headline(self, i: int) -> bool:
        """Whether an infinitive is the predicate of a headline: "King to meet president" (a bare noun, no verb above)."""
        head = self.tokens[i].head
        above = self.tokens[head]
        if above.head != head or above.pos not in {"NOUN", "PROPN"} or not is_infinitive(self, i):
            return False
        return head < i and self.child(head, "det") < 0

    def _shared(self, i: int, token: Token, found: Sequence[int]) -> int:
        """The subject of a verb that has none of its own: control, coordination, participles."""
        head, dep = token.head, token.dep
        above = self.tokens[head]
        if dep == "conj":
            self.passive[i] = self.passive[i] or (token.tag == above.tag == "VBN" and self.passive[head])
            return found[head]
        if dep == "xcomp":
            return self._controller(head, found)
        if dep in {"acl", "relcl"} and (token.tag in {"VBN", "VBG"} or self.is_headline(i)):
            self.passive[i] = token.tag == "VBN"
            return head
        if dep == "advcl" and above.pos in VERBAL:
            self.passive[i] = self.passive[i] or token.tag == "VBN"
            return found[head]
        noun = above.head if dep == "pcomp" else head
        if dep == "pcomp" and self.tokens[noun].pos in VERBAL:
            return found[noun]
        return self.child(noun, "poss") if dep in {"acl", "relcl", "pcomp"} else -1

    def _controller(self, head: int, found: Sequence[int]) -> int:
        """Whose act an infinitive is: "urged the mayor to act" (the mayor), "promised the mayor to act" (not he)."""
        if self.tokens[head].pos not in VERBAL:  # "is ready to act"
            head = self.tokens[head].head
        thing = self.child(head, "dobj")
        return thing if thing >= 0 and self.lemma(head) not in SUBJECT_CONTROL else found[head]


def _children(tokens: Sequence[Token]) -> list[list[int] | tuple[int, ...]]:
    kids: list[list[int] | tuple[int, ...]] = [_NONE] * len(tokens)
    for i, token in enumerate(tokens):
        head = token.head
        if head == i:
            continue
        known = kids[head]
        if isinstance(known, list):
            known.append(i)
        else:
            kids[head] = [i]
    return kids


def _particles(tokens: Sequence[Token]) -> dict[int, str]:
    """The particle of each verb that has one; the model takes some for prepositions ("pull out of")."""
    found: dict[int, str] = {}
    for i, token in enumerate(tokens):
        near = token.head == i - 1 and token.dep in {"prep", "advmod"} and token.text in PARTICLES
        if token.dep == "prt" or near:
            found.setdefault(token.head, token.text.lower())
    return found


def is_infinitive(tree: Tree, i: int) -> bool:
    """Whether a verb has "to" before it."""
    return any(tree.tokens[k].dep == "aux" and tree.tokens[k].tag == "TO" for k in tree.kids[i])


def _top_down(tokens: Sequence[Token], kids: Sequence[Sequence[int]]) -> list[int]:
    order = [i for i, token in enumerate(tokens) if token.head == i]
    for i in order:  # grows while it is read: breadth first
        order.extend(kids[i])
    return order


def _edges(tokens: Sequence[Token], order: Sequence[int]) -> tuple[list[int], list[int]]:
    low, high = list(range(len(tokens))), list(range(len(tokens)))
    hollow = bytearray(len(tokens))
    for i in reversed(order):
        token = tokens[i]
        head, dep = token.head, token.dep
        if dep == "pcomp":
            hollow[head] = 1
        if head == i or dep in OWN_CLAUSE or dep in EDGELESS or hollow[i]:
            continue
        if dep == "conj" and token.pos in VERBAL:
            continue
        low[head] = min(low[head], low[i])
        high[head] = max(high[head], high[i])
    return low, high
