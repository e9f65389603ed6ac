"""What coreference asks of a sentence's tree: how prominent a word is, its clause, and the subjects above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crosswire.detect.attributions.lexicon import CLAUSE, DIRECTIVE, OBJECT, PREPOSITION
from crosswire.detect.attributions.tree import Tree
from crosswire.model import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_DEPENDENT = frozenset({"ccomp", "advcl", "xcomp", "acl", "relcl", "pcomp"})
_QUESTIONS = frozenset({"asked", "question", "questions", "questioned", "pressed", "queried", "quizzed"})
_ASKS = frozenset({"ask", "question", "press", "challenge", "wonder", "want"})  # who is asked answers
_SILENT = frozenset({"look", "focus", "list", "favor", "favour", "prefer"})
_TALK = (CLAUSE | DIRECTIVE | OBJECT | PREPOSITION.keys()) - _ASKS - _SILENT
_OPENING = 8  # words of a sentence in which a question is announced
_CLIMB = 8


@dataclass(frozen=True, slots=True)
class Clauses:
    """A tree, and for each token the quotation that it is in, or -1."""

    tree: Tree
    within: Sequence[int]

    def rank(self, i: int) -> int:
        """3 for the subject of a main clause, 2 of another one, 1 for an object, 0 for a word that belongs to a noun."""
        tokens = self.tree.tokens
        for _ in range(4):
            if tokens[i].dep not in {"conj", "appos"} or tokens[i].head == i:
                break
            i = tokens[i].head
        dep = tokens[i].dep
        if dep in SUBJECTS:
            verb = tokens[i].head
            while tokens[verb].dep == "conj" and tokens[verb].head != verb:
                verb = tokens[verb].head
            main = tokens[verb].dep in {"ROOT", "parataxis"} or self.within[tokens[verb].head] >= 0
            return 3 if main else 2
        return 3 if dep == "ROOT" else 0 if dep in {"poss", "compound", "nmod", "amod"} else 1

    def asked(self, i: int) -> int | None:
        """Where a question begins that a speaker answers ("Asked about Roe, she said"): nobody in it is the speaker."""
        if not self.speaks(i):
            return None
        tokens = self.tree.tokens
        first = self.tree.sentences[self.tree.sentence[i]][0]
        stop = min(i, first + _OPENING)
        return next((at for at in range(first, stop) if tokens[at].text.lower() in _QUESTIONS), None)

    def speaks(self, i: int) -> bool:
        """Whether a word is the subject of a verb of saying."""
        token = self._apposed(i)
        return token.dep == "nsubj" and self.tree.tokens[token.head].lemma.lower() in CLAUSE

    def told(self, i: int, *, quoted: bool) -> bool:
        """Whether a word is who said something; or, where ``quoted`` words follow, who spoke of or to somebody ("praised")."""
        token = self._apposed(i)
        verbs = [token.head]
        if quoted:  # "took another view, urging the council to wait"
            verbs += self.tree.labels(token.head).get("advcl", ())
        lemmas = {self.tree.tokens[v].lemma.lower() for v in verbs}
        return token.dep == "nsubj" and not lemmas.isdisjoint(_TALK if quoted else CLAUSE)

    def acts(self, i: int) -> bool:
        """Whether a word is the subject of a verb that is not one of saying."""
        token = self._apposed(i)
        return token.dep in SUBJECTS and self.tree.tokens[token.head].lemma.lower() not in CLAUSE

    def _apposed(self, i: int) -> Token:
        """What a word stands in apposition to ("her adviser, Jane Roe, said"), or the word."""
        token = self.tree.tokens[i]
        return self.tree.tokens[token.head] if token.dep == "appos" else token

    def according(self, i: int) -> bool:
        """Whether a word is who is cited by "According to" at the head of a sentence."""
        tokens = self.tree.tokens
        to = tokens[tokens[i].head]
        return tokens[i].dep == "pobj" and to.text == "to" and tokens[to.head].text == "According"

    def quoting(self, i: int) -> bool:
        """Whether a word is the subject of a verb that stands behind what it quotes ("…,” he said")."""
        before = i - 1 - (i > 0 and self.tree.tokens[i - 1].text == ",")
        return before >= 0 and self.within[before] >= 0 and self.speaks(i)

    def below(self, i: int) -> tuple[int, int]:
        """Where a subject's clause goes on, without what is joined to it: who is named there is not the subject."""
        verb = self.tree.tokens[i].head
        joined = (self.tree.left[c] for c in self.tree.labels(verb).get("conj", ()) if c > verb)
        return i + 1, min(joined, default=self.tree.right[verb] + 1)

    def verb(self, i: int) -> int:
        """The verb of the clause that a word stands in."""
        tokens = self.tree.tokens
        at = tokens[i].head
        for _ in range(_CLIMB):
            if tokens[at].pos in {"VERB", "AUX"} or tokens[at].head == at:
                break
            at = tokens[at].head
        return at

    def subject(self, verb: int, i: int) -> int | None:
        """The subject of a word's own clause, or of the one that its verb is joined to; None if it is the word itself."""
        tokens = self.tree.tokens
        for _ in range(_CLIMB):
            found = self.tree.child(verb, "nsubj", "nsubjpass")
            if found is not None:
                return None if found == i or self.tree.left[found] <= i <= self.tree.right[found] else found
            if tokens[verb].head == verb or tokens[verb].dep not in {"conj", "xcomp", "advcl", "pcomp", "prep"}:
                return None
            verb = tokens[verb].head
        return None

    def governor(self, verb: int, i: int) -> int | None:
        """The subject of the nearest clause above that a pronoun's own clause depends on."""
        tokens, below = self.tree.tokens, False
        for _ in range(_CLIMB):
            dep, above = tokens[verb].dep, tokens[verb].head
            if above == verb:
                return None
            below = below or dep in _DEPENDENT
            if below and tokens[above].pos in {"VERB", "AUX"} and self.within[above] < 0:
                found = self.tree.child(above, "nsubj", "nsubjpass")
                if found is not None:
                    return found if found < i or dep == "advcl" else None
            verb = above
        return None
