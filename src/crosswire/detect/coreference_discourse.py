"""What was spoken of before a pronoun: who can be meant, and of several the one most spoken of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from crosswire.detect.attributions.tree import Tree
from crosswire.detect.coreference_cast import GENDERS, Cast, Gender
from crosswire.detect.coreference_clauses import Clauses

NEAR = 2  # sentences before a pronoun among which those meant are looked for
_MIDDLE = 5  # sentences before a pronoun in which somebody else may have been the topic
FAR = 8  # sentences before a pronoun for the only one who was named at all
SUBJECT = 3  # the rank of the subject of a main clause
_SUBJECT = 2  # that of another clause's
LOOK_BACK = 60  # mentions before a pronoun
Decision = tuple[int | None, str, bool]  # whom, by which rule, whether that is sure
NO_DECISION: Decision = (None, "", False)


class Seen(NamedTuple):
    """A mention that was read: its token, whom it means (-1: unknown), its sentence, how prominent it is, pronoun or not."""

    token: int
    who: int
    sentence: int
    rank: int
    pronoun: bool


@dataclass(slots=True)
class Discourse:
    """The mentions of an article read so far; ``told`` counts, for each token, the sentences that are not all quotation."""

    tree: Tree
    within: Sequence[int]
    cast: Cast
    clauses: Clauses
    told: Sequence[int]
    seen: list[Seen] = field(default_factory=list)

    def candidates(self, i: int, gender: Gender, near: int) -> list[tuple[int, Seen]]:
        """Those named before whom a pronoun can mean, each with its most prominent mention in the last sentence that has it."""
        best: dict[int, Seen] = {}
        sentence = self.told[i]
        for seen in reversed(self.seen[-LOOK_BACK:]):
            if sentence - seen.sentence > near:
                break
            if seen.who < 0 or not self.fits(seen.who, gender):
                continue
            old = best.get(seen.who)
            if old is None or (old.sentence == seen.sentence and seen.rank > old.rank):
                best[seen.who] = seen
        return list(best.items())

    def fits(self, who: int, gender: Gender) -> bool:
        """Whether a pronoun of a gender can mean somebody."""
        referent = self.cast.referents[who]
        return not referent.group and referent.gender in (None, gender)

    def stands_out(self, i: int, seen: Seen) -> bool:
        """Whether a mention is one that a pronoun may well take up: a subject or pronoun, in the same or the last sentence."""
        return self.told[i] - seen.sentence <= 1 and (seen.rank == SUBJECT or seen.pronoun)

    def most_spoken_of(self, i: int, gender: Gender, able: Sequence[tuple[int, Seen]]) -> Decision:
        """Of several who fit: who spoke last, the only one known to be of that gender, the subject before."""
        speaker = self.previous_speaker(i, able)
        if speaker is not None:
            rivals = [seen for _, seen in self._rivals(able, speaker, gender)]
            if not any(seen.rank >= _SUBJECT for seen in rivals):
                return NO_DECISION if any(seen.pronoun for seen in rivals) else (speaker[0], "previous speaker", False)
        alone = self._alone(i, able)
        if alone is not None:
            return alone, "subject before", False
        known = [(w, best) for w, best in able if self.cast.referents[w].gender == gender]
        if len(known) == 1:
            who, best = known[0]
            later = any(b.sentence > best.sentence for _, b in able)
            ahead = not best.pronoun and any(b.sentence == best.sentence and b.rank > best.rank for _, b in able)
            return NO_DECISION if later or ahead else (who, "the only one of that gender", False)
        pool = known or able
        tops = [(w, best) for w, best in self._tops(i, able) if (w, best) in pool]
        if len(tops) != 1:
            return NO_DECISION
        who, best = tops[0]
        level = [w for w, b in pool if w != who and b.sentence >= best.sentence and self.shares_clause(b, best)]
        if best.sentence == self.told[i] and self.clauses.rank(i) != SUBJECT:  # "Roe said Doe may win if he …"
            level += [w for w, b in pool if w != who and b.token > best.token and b.rank >= _SUBJECT]
        return NO_DECISION if level else (who, "subject before", False)

    def _tops(self, i: int, able: Sequence[tuple[int, Seen]]) -> list[tuple[int, Seen]]:
        """The subjects of the last sentence that has one, if that is the one before a pronoun or its own."""
        last = max((best.sentence for _, best in able if best.rank == SUBJECT), default=-1)
        return [(w, best) for w, best in able if best.rank == SUBJECT and best.sentence == last >= self.told[i] - 1]

    def _alone(self, i: int, able: Sequence[tuple[int, Seen]]) -> int | None:
        """For the subject of a main clause the only one of the sentence before, if its subject too, and no mere source."""
        near = [(w, best) for w, best in able if best.sentence >= self.told[i] - 1]
        if len(near) != 1 or near[0][1].rank != SUBJECT or self.clauses.rank(i) != SUBJECT:
            return None
        who, top = near[0]
        return who if not top.pronoun and self.clauses.acts(top.token) else None

    def previous_speaker(self, i: int, able: Sequence[tuple[int, Seen]]) -> tuple[int, Seen] | None:
        """Who spoke in the sentence before a pronoun that speaks, or whose words are quoted before that pronoun."""
        if not self.clauses.speaks(i):
            return None
        tops = self._tops(i, able)
        if not tops:
            cited = [(w, b) for w, b in able if b.sentence == self.told[i] - 1 and self.clauses.according(b.token)]
            return cited[0] if len(cited) == 1 else None
        who, top = tops[0]
        quoted = self.clauses.quoting(i)
        alike = (s for s in reversed(self.seen[-LOOK_BACK:]) if s.sentence == top.sentence and s.who == who)
        spoke = any(self.clauses.told(s.token, quoted=quoted) for s in alike if s.rank == SUBJECT)
        return tops[0] if spoke and len(tops) == 1 else None

    def _rivals(
        self, able: Sequence[tuple[int, Seen]], top: tuple[int, Seen], gender: Gender
    ) -> Iterator[tuple[int, Seen]]:
        """Those who come after somebody whose gender is not known, and whose gender fits."""
        called = GENDERS.get(self.tree.tokens[top[1].token].text.lower())
        if gender not in {self.cast.referents[top[0]].gender, called}:
            for w, best in able:
                if w != top[0] and best.token > top[1].token and self.cast.referents[w].gender == gender:
                    yield w, best

    def forgotten(self, i: int, gender: Gender, who: int) -> bool:
        """Whether somebody of that gender was called by a pronoun not long before, and of the one who is near none is known."""
        if self.cast.referents[who].gender == gender:
            return False
        others = (w for w, best in self.candidates(i, gender, _MIDDLE) if w != who and best.pronoun)
        return any(self.cast.referents[w].gender == gender for w in others)

    def adrift(self, i: int, gender: Gender) -> bool:
        """Whether the subject of the sentence before is called by the same pronoun, and is nobody known."""
        if self.clauses.rank(i) != SUBJECT:
            return False
        top = next((s for s in reversed(self.seen[-LOOK_BACK:]) if s.rank == SUBJECT), None)
        unknown = top is not None and top.pronoun and top.who < 0 and top.sentence == self.told[i] - 1
        return top is not None and unknown and GENDERS.get(self.tree.tokens[top.token].text.lower()) == gender

    def shares_clause(self, one: Seen, other: Seen) -> bool:
        """Whether two mentions belong to one clause, or the one comes after the clause of the other."""
        if one.sentence != other.sentence:
            return one.rank >= _SUBJECT
        return one.rank >= 1 and self.clauses.verb(one.token) == self.clauses.verb(other.token)
