"""Whom a source's words name: an entity, a name, a description; pronouns within the article; nobody where it is unclear.

Pronouns follow the grammatical subject and the previous speaker (centering: Grosz, Joshi and Weinstein 1995), and only
where gender and kind do not speak against it. Nothing is looked up: gender comes from titles, kinship words and
pronouns of the article itself.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from crosswire.detect.attributions.draft import Draft, Scene
from crosswire.detect.attributions.lexicon import FEMALE, GROUPS, MALE, PRONOUNS
from crosswire.detect.attributions.phrases import DOCUMENTS, LONGEST, antecedent, core, own_words
from crosswire.detect.coreference import Meant, Reader, resolve
from crosswire.model import Attribution, Entity, Span

_PERSONAL = frozenset({"he", "she"})
_GROUP = frozenset({"they", "it"})
_POSSESSIVE = frozenset({"his", "her", "its", "their"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_LOOK_BACK = 40  # attributions before a pronoun among which its speaker is looked for
TURNS = frozenset({"turn", "headline"})
_PLACES = frozenset({"GPE", "LOC", "FAC", "ORG", "NORP"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: entity, name, what decided; `kind` is "person", "group" or None (unknown), `gender` "f", "m" or None."""

    entity: str | None = None
    name: str | None = None
    decided: str = "no candidate"
    kind: str | None = None
    gender: str | None = None
    plural: bool = False

    @property
    def key(self) -> str | None:
        """What tells one speaker from another."""
        return self.entity or (self.name.lower() if self.name else None)


NOBODY = Speaker()


@dataclass(slots=True)
class Resolver:
    """Resolves the sources of one article in text order; remembers genders that pronouns have shown."""

    scene: Scene
    entity_at: dict[int, Entity] = field(default_factory=dict)
    label_at: dict[int, str] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    resolved: dict[int, Speaker] = field(default_factory=dict)
    begins: list[int] = field(default_factory=list)
    subjects: list[int] = field(default_factory=list)  # sentences with a subject before each sentence
    reader: Reader = field(init=False)

    def __post_init__(self) -> None:
        self.reader = resolve(self.scene.article, self.scene.tree, self.scene.within)
        tokens = self.scene.tokens
        self.begins = begins = [t.start for t in tokens]
        for entity in self.scene.article.entities:
            for mention in entity.mentions:
                at = max(0, bisect_right(begins, mention.start) - 1)
                while at < len(tokens) and tokens[at].start < mention.end:
                    if tokens[at].end > mention.start:
                        self.entity_at.setdefault(at, entity)
                    at += 1
        with_subject = {
            self.scene.tree.sentence[i] for i, t in enumerate(tokens) if t.dep == "nsubj" and self.scene.within[i] < 0
        }
        self.subjects = [0, *accumulate(int(n in with_subject) for n in range(len(self.scene.tree.sentences)))]
        for who in self.reader.cast.referents:
            if who.entity is not None and who.gender is not None:
                self.genders[who.entity.id] = who.gender
        for name in self.scene.names:
            for i in range(name.first, name.last):
                self.label_at[i] = name.label

    def referred(self, attributions: Sequence[Attribution]) -> tuple[Entity, ...]:
        """The article's entities with the pronouns and descriptions that mean each."""
        spans: dict[str, set[Span]] = {}
        for words, who in self.reader.words():
            if who.entity is not None:
                spans.setdefault(who.entity.id, set()).add(self.scene.tree.span(*words))
        for attribution in attributions:
            if attribution.speaker is not None and attribution.kind != "indirect":
                spans.setdefault(attribution.speaker, set()).update(
                    own_words(self.scene.tokens, self.begins, attribution.quoted)
                )
        return tuple(
            replace(e, references=tuple(sorted(spans[e.id]))) if spans.get(e.id) else e
            for e in self.scene.article.entities
        )

    def block(self, token: int) -> int:
        """The index of the block that a token is in."""
        return bisect_right(self.scene.block_starts, self.scene.tokens[token].start) - 1

    def resolve(self, draft: Draft, before: Sequence[tuple[Draft, Speaker]]) -> Speaker:
        """The speaker of a draft, given those of the drafts before it in the text."""
        if draft.before is not None:
            speaker = self.resolved.get(id(draft.before), NOBODY)
            decided = draft.found_by if speaker.name else "no candidate"
            return replace(speaker, decided=decided)
        if draft.head is None:
            return NOBODY
        word = self.scene.tokens[draft.head].text.lower()
        if word in _POSSESSIVE:
            meant = self.reader.meant(draft.head)
            return self._meant(meant) if meant is not None else NOBODY
        if word in _PERSONAL or word in _GROUP:
            return self._pronoun(draft, word, before)
        if draft.found_by in TURNS and draft.source is not None:
            return self._turn(draft)
        return self._apposed(draft) or self.named(draft.head, draft.found_by)

    def _apposed(self, draft: Draft) -> Speaker | None:
        """The person whose name follows a description after a comma: "the council's chair, Jane Roe"."""
        tokens = self.scene.tokens
        if draft.head is None or draft.source is None or tokens[draft.head].tag != "NN":
            return None
        last = draft.source[1]
        comma = next((i for i in range(draft.head + 1, last) if tokens[i].text == ","), None)
        at = comma + 1 if comma is not None else last + 1
        while at <= last and at not in self.entity_at and tokens[at].pos in {"PROPN", "NOUN"}:
            at += 1
        entity = self.entity_at.get(at) if at <= last else None
        if entity is None or entity.type != "PERSON" or tokens[at].pos != "PROPN":
            return None
        if any(tokens[c].dep == "cc" for i in range(at, last + 1) for c in self.scene.tree.children[i]):
            return None  # a list of names, not one in apposition
        return Speaker(entity.id, entity.name, draft.found_by or "name", "person", self.genders.get(entity.id))

    def named(self, head: int, found_by: str = "") -> Speaker:
        """The speaker that a noun names."""
        tokens, tree = self.scene.tokens, self.scene.tree
        word = tokens[head].text.lower()
        if word in _RELATIVE:
            above = antecedent(tree, head)
            return (
                self.named(above, found_by)
                if above is not None and tokens[above].text.lower() not in PRONOUNS
                else NOBODY
            )
        entity = self.reader.entity(head) or self.entity_at.get(head)
        if entity is None:
            for c in tree.children[head]:
                if tokens[c].dep == "appos" and (other := self.entity_at.get(c)) is not None and other.type == "PERSON":
                    entity = other
                    break
        if entity is not None:
            kind = "person" if entity.type == "PERSON" else "group" if entity.type in _PLACES else None
            decided = found_by or ("name" if tokens[head].pos == "PROPN" else "description")
            if (joint := self._joint(head, entity)) is not None:
                return Speaker(None, joint, decided, "group", None, plural=True)
            plural = entity.type == "NORP" or tokens[head].tag == "NNS"
            return Speaker(entity.id, entity.name, decided, kind, self.genders.get(entity.id), plural)
        return self._described(head, found_by)

    def _joint(self, head: int, first: Entity) -> str | None:
        """The names of several people who say something together, where the source joins them by "and"."""
        tokens, tree = self.scene.tokens, self.scene.tree
        names, at = [first.name], head
        while first.type == "PERSON" and len(names) < LONGEST:
            following = tree.child(at, "conj")
            if following is None and (apposed := tree.child(at, "appos")) is not None:
                following = apposed if tree.child(apposed, "conj") is not None else None
            entity = (
                self.entity_at.get(following) if following is not None and tokens[following].pos == "PROPN" else None
            )
            if following is None or entity is None or entity.type != "PERSON" or entity.name in names:
                break
            names.append(entity.name)
            at = following
        return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else None

    def _described(self, head: int, found_by: str) -> Speaker:
        """A name that is no entity, or a description: the source's own words."""
        tokens = self.scene.tokens
        token = tokens[head]
        if token.text.lower() in PRONOUNS or token.pos not in {"NOUN", "PROPN", "NUM", "ADJ"}:
            return NOBODY
        first, last = core(self.scene.tree, head)
        words = self.scene.article.text[tokens[first].start : tokens[last].end]
        label = self.label_at.get(head)
        lower = {t.text.lower().strip(".") for t in tokens[first : last + 1]}
        gender = "f" if lower & FEMALE and not lower & MALE else "m" if lower & MALE and not lower & FEMALE else None
        if label is None and any(self.label_at.get(i) == "PERSON" for i in range(first, head)):
            label = "PERSON"
        plural = token.tag in {"NNS", "NNPS"}
        many = plural or label in _PLACES or token.lemma.lower() in GROUPS
        kind = "person" if label == "PERSON" or gender else "group" if many else None
        decided = found_by or ("name" if token.pos == "PROPN" else "description")
        return Speaker(None, " ".join(words.split()), decided, kind, gender, plural)

    def _turn(self, draft: Draft) -> Speaker:
        first, last = draft.source or (draft.verb, draft.verb)
        for i in range(last, first - 1, -1):
            if (entity := self.entity_at.get(i)) is not None and entity.type == "PERSON":
                return Speaker(entity.id, entity.name, "name", "person", self.genders.get(entity.id))
        label = self.scene.tree.span(first, last).of(self.scene.article.text)
        surname = label.split()[-1].lower()
        same = [
            e for e in self.scene.article.entities if e.type == "PERSON" and e.name.lower().split()[-1:] == [surname]
        ]
        if len(same) == 1:
            return Speaker(same[0].id, same[0].name, "name", "person")
        return (
            NOBODY
            if len(label) < 2 or label.lower() in {"question", "answer"}
            else Speaker(None, label, "name", "person")
        )

    def _pronoun(self, draft: Draft, word: str, before: Sequence[tuple[Draft, Speaker]]) -> Speaker:
        head = draft.head if draft.head is not None else draft.verb
        meant = self.reader.meant(head)
        if meant is not None:
            return self._meant(meant)
        if word in _PERSONAL:
            return NOBODY
        within = self._within_other(head, before)
        if within is not None:
            return within if self._fits(within, word) else NOBODY
        speaker = self._candidate(draft, head, word, before)
        if speaker is None:
            return NOBODY
        return Speaker(speaker.entity, speaker.name, speaker.decided, speaker.kind)

    def _meant(self, meant: Meant) -> Speaker:
        """The speaker whom a pronoun or description was resolved to."""
        who, decided = meant.who, f"pronoun: {meant.rule}"
        kind = "group" if who.group else "person"
        if who.entity is not None:
            return Speaker(who.entity.id, who.entity.name, decided, kind, who.gender)
        return replace(self.named(who.head), decided=decided, kind=kind, gender=who.gender)

    def _within_other(self, head: int, before: Sequence[tuple[Draft, Speaker]]) -> Speaker | None:
        """A pronoun in what another says: that one if it is the first word of it, else nobody."""
        token = self.scene.tokens[head]
        for other, speaker in reversed(before[-6:]):
            for span in other.content:
                if span.start <= token.start < span.end and other.cue is not None:
                    lead = self.scene.article.text[span.start : token.start].strip().lower()
                    return (
                        Speaker(speaker.entity, speaker.name, "pronoun: same speaker", speaker.kind, speaker.gender)
                        if lead in {"", "that"}
                        else NOBODY
                    )
        return None

    def _candidate(self, draft: Draft, head: int, word: str, before: Sequence[tuple[Draft, Speaker]]) -> Speaker | None:
        """The subject of the sentence before if a group, else the previous speaker of this paragraph or the one before."""
        block = self.block(head)
        sentence = self.scene.tree.sentence[head]
        previous: Speaker | None = None
        at = -1
        for other, speaker in reversed(before[-_LOOK_BACK:]):
            if self.block(other.verb) < block - 1 or self._passed(other, sentence):
                break
            if other.told and not self._below(other, draft) and speaker.name is not None and self._fits(speaker, word):
                previous, at = speaker, other.verb
                break
        subject = self._subject_before(draft, word)
        if subject is not None and subject[0] > at:
            return Speaker(
                subject[1].entity, subject[1].name, "pronoun: subject before", subject[1].kind, subject[1].gender
            )
        if previous is None:
            return None
        return Speaker(previous.entity, previous.name, "pronoun: previous speaker", previous.kind, previous.gender)

    def _passed(self, other: Draft, sentence: int) -> bool:
        """Whether sentences with other subjects, outside quotation marks, stand between an attribution and a sentence."""
        return self.subjects[sentence] > self.subjects[self.scene.tree.sentence[other.verb] + 1]

    def _below(self, other: Draft, draft: Draft) -> bool:
        """Whether one cue stands in a side clause of another one."""
        tree = self.scene.tree
        return other.verb != draft.verb and tree.left[draft.verb] <= other.verb <= tree.right[draft.verb]

    def _subject_before(self, draft: Draft, word: str) -> tuple[int, Speaker] | None:
        """The subject of the nearest main clause before, in the same paragraph or the last sentence of the one before."""
        tree, tokens = self.scene.tree, self.scene.tokens
        sentence = tree.sentence[draft.verb]
        if sentence == 0:
            return None
        first, last = tree.sentences[sentence - 1]
        if self.block(first) < self.block(draft.verb) - 1:
            return None
        for i in range(first, last):
            if (
                tokens[i].dep in {"nsubj", "nsubjpass"}
                and tokens[tokens[i].head].dep == "ROOT"
                and self.scene.within[i] < 0
            ):
                speaker = self.named(i)
                if word == "they" and not speaker.plural:
                    continue
                if speaker.name is not None and self._fits(speaker, word):
                    return i, speaker
        return None

    def _fits(self, speaker: Speaker, word: str) -> bool:
        """Whether "it" or "they" can stand for a speaker."""
        if speaker.kind != "group" or (word == "it" and speaker.plural):
            return False
        document = not DOCUMENTS.isdisjoint((speaker.name or "").lower().split()[-1:])
        return speaker.plural or not (word == "they" and document)
