"""Coreference within an article: whom its pronouns and descriptions mean, or nobody where that is open.

Pronouns are resolved from left to right by gender and number, by the clause that they stand in, and by what is spoken of
most: the subject of the sentence, that of the sentence before, who was last called by a pronoun (centering: Grosz, Joshi
and Weinstein 1995; binding: Lappin and Leass 1994). Gender comes from forms of address, nouns and the pronouns of the
article itself, never from lists of first names. Two who fit alike are nobody: no answer is better than a wrong one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from crosswire.detect.attributions.lexicon import CLAUSE, GROUPS
from crosswire.detect.attributions.tree import Tree
from crosswire.detect.coreference_cast import GENDERS, Gender, Referent, cast_of
from crosswire.detect.coreference_clauses import SUBJECTS, Clauses
from crosswire.detect.coreference_discourse import FAR, LOOK_BACK, NEAR, NO_DECISION, Decision, Discourse, Seen
from crosswire.detect.coreference_groups import describe, tell_apart
from crosswire.model import Article, Entity

_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "their", "them"})
_RELATIVE = frozenset({"who", "that", "which"})
_EMPTY = frozenset(
    {"be", "seem", "appear", "take", "rain", "snow", "turn", "happen", "matter", "emerge", "remain", "become"}
)
_TURN = re.compile(r"[A-Z][A-Z.'’ \-]{0,40} ?: (?=\S)")


class Meant(NamedTuple):
    """Whom a word means, and which rule said so."""

    who: Referent
    rule: str


@dataclass(slots=True)
class Reader(Discourse):
    """Reads one article from left to right."""

    found: dict[int, tuple[int, str]] = field(default_factory=dict)
    again: bool = False

    def read(self) -> None:
        """Resolve what stands outside quotation marks."""
        self.seen.clear()
        self.found.clear()
        heads, at = self.cast.heads, 0
        for i, token in enumerate(self.tree.tokens):
            while at < len(heads) and heads[at] == i:
                if self.within[i] < 0:
                    self._add(i, self.cast.at.get(i, -1), pronoun=False)
                at += 1
            word = token.text.lower()
            if self.within[i] >= 0:
                continue
            if word in GENDERS:
                self._person(i, GENDERS[word])
            elif word in _IT or word in _THEY:
                self._group(i, word)

    def meant(self, token: int) -> Meant | None:
        """Whom a pronoun was resolved to."""
        if token not in self.found:
            return None
        who, rule = self.found[token]
        return Meant(self.cast.referents[who], rule)

    def entity(self, token: int) -> Entity | None:
        """The entity that a noun names or describes, by the cast."""
        who = self.cast.at.get(token)
        return self.cast.referents[who].entity if who is not None else None

    def words(self) -> Iterator[tuple[tuple[int, int], Referent]]:
        """All resolved words, as token ranges (the last one included), with whom they mean."""
        for token, (who, _) in self.found.items():
            yield (token, token), self.cast.referents[who]
        for first, last in self.cast.described:
            yield (first, last), self.cast.referents[self.cast.at[last]]

    def _add(self, token: int, who: int, *, pronoun: bool) -> None:
        self.seen.append(Seen(token, who, self.told[token], self.clauses.rank(token), pronoun))

    def _settle(self, i: int, who: int | None, rule: str) -> None:
        if who is not None:
            self.found[i] = (who, rule)
        self._add(i, -1 if who is None else who, pronoun=True)

    def _conclude(self, i: int, gender: Gender, decision: Decision) -> None:
        """Keep whom a pronoun means, and learn from it where that is sure."""
        who, rule, sure = decision
        if who is not None and sure:
            referent = self.cast.referents[who]
            referent.gender = referent.gender or gender
        self._settle(i, who, rule)

    def _person(self, i: int, gender: Gender) -> None:
        """Resolve a pronoun for one person."""
        token = self.tree.tokens[i]
        verb = self.clauses.verb(i)
        local = self.clauses.subject(verb, i)
        if token.dep not in SUBJECTS and token.tag == "PRP" and not token.text.lower().endswith("self"):
            bound = self._whom(local)
            self._conclude(i, gender, self._free(i, gender, frozenset(() if bound is None else (bound,))))
            return
        if token.dep in SUBJECTS:
            governor = self.clauses.governor(verb, i)
        else:
            governor = local if local is not None else self.clauses.governor(verb, i)
        if governor is not None and governor > i:
            self._conclude(i, gender, self._cataphor(i, gender, governor))
            return
        if governor is not None:
            decided, who, sure = self._governed(i, gender, governor)
            if decided:
                self._conclude(i, gender, (who, "same subject", sure))
                return
        self._conclude(i, gender, self._apart(i, gender, frozenset(self._owned(i))))

    def _apart(self, i: int, gender: Gender, barred: frozenset[int]) -> Decision:
        """Whom a subject means: nobody who is named below it; where that is who seems meant, it stays open.

        Where those who are named below it stood in the way of one of the sentence before, that one is meant.
        """
        decision, below = self._free(i, gender, barred), frozenset(self._below(i))
        if decision[0] is not None or not below:
            return NO_DECISION if decision[0] in below else decision
        decision = self._free(i, gender, barred | below)
        return decision if any(w == decision[0] for w, _ in self.candidates(i, gender, 1)) else NO_DECISION

    def _below(self, i: int) -> Iterator[int]:
        """Who is named in what the clause of a subject goes on with: "He said that Roe knew" is not Roe's saying."""
        if self.tree.tokens[i].dep in SUBJECTS:
            first, end = self.clauses.below(i)
            heads = self.cast.heads
            for at in range(bisect_left(heads, first), bisect_left(heads, end)):
                named = self.within[heads[at]] < 0 and self.tree.tokens[heads[at]].dep != "attr"
                if named and heads[at] in self.cast.at:
                    yield self.cast.at[heads[at]]

    def _governed(self, i: int, gender: Gender, subject: int) -> tuple[bool, int | None, bool]:
        """Whether the subject of the clause above decides whom a pronoun means, whom, and whether that is sure."""
        token = self.tree.tokens[subject]
        word = token.text.lower()
        if word in GENDERS:
            same = GENDERS[word] == gender
            return same, self._whom(subject), False
        who = self._whom(subject)
        if who is None:
            plural = (
                token.tag in {"NNS", "NNPS"}
                or word in {"they", "we", "it", "i", "you"}
                or token.lemma.lower() in GROUPS
            )
            return not plural and token.tag in {"NN", "WP", "PRP", "DT"}, None, False
        referent = self.cast.referents[who]
        if referent.group or referent.gender not in (None, gender) or who in self._owned(i):
            return False, None, False
        if referent.gender is None:
            rivals = [(w, b) for w, b in self.candidates(i, gender, NEAR) if w != who]
            if any(self.cast.referents[w].gender == gender and self.stands_out(i, b) for w, b in rivals):
                return True, None, False
            return True, who, not rivals or (self.again and self.tree.tokens[i].dep in SUBJECTS)
        return True, who, False

    def _cataphor(self, i: int, gender: Gender, subject: int) -> Decision:
        """A pronoun in a clause or phrase before the main one: its subject, if nobody before it fits."""
        who = self.cast.at.get(subject)
        fits = who is not None and self.fits(who, gender) and who not in self._owned(i)
        before = [w for w, _ in self.candidates(i, gender, NEAR) if w != who]
        if fits and not before:
            return who, "subject of the main clause", True
        if before and not fits:
            return self._free(i, gender, frozenset(self._owned(i)))
        return NO_DECISION

    def _free(self, i: int, gender: Gender, barred: frozenset[int]) -> Decision:
        """Whom a pronoun means that no clause above it decides: the only one who fits, or the one most spoken of."""
        if self.adrift(i, gender):
            return NO_DECISION
        able = [(w, best) for w, best in self.candidates(i, gender, NEAR) if w not in barred]
        if (asked := self.clauses.asked(i)) is not None:
            able = [(w, best) for w, best in able if best.token < asked]
        if not able:
            far = {w for w, _ in self.candidates(i, gender, FAR)} - barred
            return (next(iter(far)), "the only one named", False) if len(far) == 1 else NO_DECISION
        if len(able) == 1:
            who = able[0][0]
            if self.forgotten(i, gender, who):
                return (who, "previous speaker", False) if self.previous_speaker(i, able) else NO_DECISION
            return who, "the only one", True
        return self.most_spoken_of(i, gender, able)

    def _owned(self, i: int) -> Iterator[int]:
        """Whom the noun describes that a possessive belongs to: "her deputy, John Roe" is not her."""
        token = self.tree.tokens[i]
        if token.dep == "poss":
            own = self.cast.at.get(token.head)
            if own is not None:
                yield own
            head = self.tree.tokens[token.head]
            if head.dep == "appos" and head.head in self.cast.at:
                yield self.cast.at[head.head]

    def _whom(self, i: int | None) -> int | None:
        """Whom a subject means: a name, a pronoun already resolved, the noun before "who"."""
        if i is None:
            return None
        if i in self.cast.at:
            return self.cast.at[i]
        if i in self.found:
            return self.found[i][0]
        token = self.tree.tokens[i]
        if token.text.lower() in _RELATIVE:
            verb = self.tree.tokens[token.head]
            return self.cast.at.get(verb.head) if verb.dep == "relcl" else None
        return None

    def _group(self, i: int, word: str) -> None:
        """Resolve "it" and "they" to an organisation: the subject of the clause above, or the only subject before."""
        token = self.tree.tokens[i]
        verb = self.clauses.verb(i)
        if token.dep in SUBJECTS:
            empty = self.tree.tokens[verb].lemma.lower() in _EMPTY and not self.tree.child(verb, "auxpass")
            bare = self.tree.tokens[verb].tag == "VB" and not self.tree.child(verb, "aux")  # "made it sound"
            if empty or bare:
                return
            governor = self.clauses.governor(verb, i)
        elif token.dep == "poss":
            governor = self.clauses.subject(verb, i)
        else:
            return
        if governor is not None:
            who = self._whom(governor)
            if who is not None and governor < i and self.cast.referents[who].group:
                self._settle(i, who, "same subject")
        elif word == "it" and self.tree.tokens[verb].lemma.lower() in CLAUSE:
            self._settle(i, self._last_group(i), "subject before")

    def _last_group(self, i: int) -> int | None:
        """The organisation that is the subject of the sentence before, if no other one is named there."""
        sentence = self.told[i] - 1
        there = [s for s in self.seen[-LOOK_BACK:] if s.sentence == sentence and s.who >= 0]
        groups = {s.who for s in there if self.cast.referents[s.who].group}
        tops = {s.who for s in there if s.rank == 3}
        return next(iter(groups)) if len(groups) == 1 and groups == tops else None


def _told(tree: Tree, within: Sequence[int]) -> list[int]:
    """For each token the number of its sentence, where sentences that are all quotation are not counted."""
    numbers, number = [0] * len(tree.tokens), 0
    for first, last in tree.sentences:
        number += any(within[i] < 0 and tree.tokens[i].pos not in {"PUNCT", "SPACE"} for i in range(first, last))
        numbers[first:last] = [number] * (last - first)
    return numbers


def _spoken(article: Article, tree: Tree, within: Sequence[int]) -> Sequence[int]:
    """For each token the quotation that it is in, where the turns of a transcript ("MR. ROE: …") are quotations too."""
    turns = [b.span for b in article.blocks if _TURN.match(article.text, *b.span)]
    if not turns:
        return within
    spoken, at = list(within), 0
    for i, token in enumerate(tree.tokens):
        while at < len(turns) and turns[at].end <= token.start:
            at += 1
        if at < len(turns) and turns[at].start <= token.start:
            spoken[i] = max(0, spoken[i])
    return spoken


def resolve(article: Article, tree: Tree, within: Sequence[int]) -> Reader:
    """Read an article twice: once to learn the gender of its people from sure pronouns, once to resolve.

    Args:
        article: with its entities.
        tree: its syntax.
        within: for each token the quotation that it is in, or -1.
    """
    cast = cast_of(article.text, tree, article.entities, [t.start for t in tree.tokens])
    within = _spoken(article, tree, within)
    describe(cast, tree, within)
    reader = Reader(tree, within, cast, Clauses(tree, within), _told(tree, within))
    reader.read()
    tell_apart(article, cast)
    reader.again = True
    reader.read()
    return reader
