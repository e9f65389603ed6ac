"""Which cue a quotation belongs to: the one behind it, the one before it, that of the quotation before, or none."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from crosswire.detect.attributions import lexicon
from crosswire.detect.attributions.draft import Draft, Scene
from crosswire.detect.attributions.quotes import Quotation
from crosswire.detect.attributions.sources import extent
from crosswire.detect.attributions.verbs import bare_draft
from crosswire.model import Span

LONG = 4  # words: shorter pieces are taken for words or titles in quotation marks
_BACK = 40  # cues before a quotation without one among which its speaker is looked for
_REACH = 30  # tokens between a cue and the quotation that it introduces
_ENDS = frozenset(",.?!…-—–;")
_DASHES = frozenset({",", "-", "–", "—", "--"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


@dataclass(slots=True)
class Group:
    """One quotation, or the paragraphs of one, with its first and last token; `owner` is the attribution it went to."""

    quotations: list[Quotation]
    first: int
    last: int
    block: int
    last_block: int
    owner: Draft | None = None

    @property
    def span(self) -> Span:
        """From the first mark to the last."""
        return Span(self.quotations[0].start, self.quotations[-1].end)

    @property
    def words(self) -> int:
        """How many words are quoted."""
        return sum(q.words for q in self.quotations)


@dataclass(slots=True)
class Beside:
    """Looks for the cue of a quotation among the drafts, which are in text order; collects what is `new`."""

    scene: Scene
    drafts: Sequence[Draft]
    new: list[Draft] = field(default_factory=list)
    verbs: list[int] = field(default_factory=list)
    opening: dict[int, Draft] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.verbs = [d.verb for d in self.drafts]
        self.opening = {d.first: d for d in self.drafts if d.quotable and d.source}

    def following(self, group: Group) -> Draft | None:
        """The cue right behind: "…," she said."""
        text, tokens, last = self.scene.article.text, self.scene.tokens, group.quotations[-1]
        at = group.last + 1
        while at < len(tokens) and at <= group.last + 2 and tokens[at].text in _DASHES:
            at += 1
        if at >= len(tokens) or "\n" in text[last.end : tokens[at].start]:
            return None
        ended = last.inner.end > last.inner.start and text[last.inner.end - 1] in _ENDS
        if not ended and at == group.last + 1:
            return None
        return self.opening.get(at) or (self._unlisted(group, at) if group.words >= LONG else None)

    def _unlisted(self, group: Group, at: int) -> Draft | None:
        """A cue that no list has, right behind a quotation that ends with a comma: "…," the old man growled."""
        tokens = self.scene.tokens
        if self.scene.article.text[group.quotations[-1].inner.end - 1] != ",":
            return None
        verb = at
        while tokens[verb].pos != "VERB" and tokens[verb].head > verb and verb - at < 12:
            verb = tokens[verb].head
        if tokens[verb].tag not in _FINITE or tokens[verb].pos != "VERB" or self.scene.within[verb] >= 0:
            return None
        draft = bare_draft(self.scene, verb)
        if draft.source is None or min(draft.first, verb) != at:
            return None
        self.new.append(draft)
        return draft

    def preceding(self, group: Group) -> Draft | None:
        """The cue before, in the same sentence or before a colon: she said, "…"."""
        at = bisect_left(self.verbs, group.first) - 1
        while at >= 0 and not self._may_introduce(self.drafts[at], group) and group.first - self.verbs[at] <= _REACH:
            at -= 1
        if at < 0 or group.first - self.drafts[at].last > _REACH:
            return None
        draft, text = self.drafts[at], self.scene.article.text
        before = text[max(0, group.span.start - 3) : group.span.start].rstrip()
        if before.endswith(":") or (not before and self.scene.tokens[max(0, group.first - 1)].text.endswith(":")):
            return draft
        same = self.scene.tree.sentence[draft.verb] == self.scene.tree.sentence[group.first]
        if not same or any(self.scene.within[i] >= 0 for i in range(draft.last + 1, group.first)):
            return None
        if any(s.start > self.scene.tokens[draft.verb].start for s in draft.content):
            return None
        if before.endswith(","):
            return draft
        return draft if group.words >= LONG and self._leads_in(draft, group) else None

    def _may_introduce(self, draft: Draft, group: Group) -> bool:
        return draft.quotable and draft.last < group.first

    def _leads_in(self, draft: Draft, group: Group) -> bool:
        """Whether a quotation without a comma goes on with the cue: at once, or with its own words before the marks."""
        after = draft.last + 1
        if group.first - after <= 1:
            return True
        token = self.scene.tokens[after]
        verb = self.scene.tokens[draft.verb].lemma.lower()
        if verb in lexicon.PARENTHETICAL and verb != "tell" and token.pos in {"DET", "PROPN", "NOUN", "PRON"}:
            draft.lead = token.start
            return True
        return False

    def rest(self, group: Group, previous: Group | None) -> Draft | None:
        """The rest of a split quotation: "A," she said. "B."."""
        if previous is None or previous.owner is None or previous.last_block != group.block or group.words < 2:
            return None
        owner, sentence = previous.owner, self.scene.tree.sentence
        if owner.verb > previous.first:  # the cue stands between the two pieces
            near = owner.source is not None and owner.told and sentence[group.first] - sentence[owner.verb] <= 1
        else:
            near = sentence[group.first] - sentence[previous.last] <= 1 and group.first - previous.last <= 1
        if not near:
            return None
        lower, upper = bisect_right(self.verbs, max(owner.verb, previous.last)), bisect_left(self.verbs, group.first)
        if any(d.told and d is not owner and (d.content or d.source) for d in self.drafts[lower:upper]):
            return None
        lead = self.scene.article.text[max(0, group.span.start - 8) : group.span.start].rstrip()[-1:]
        return owner if lead in (",", ";") or self._whole_sentence(group) else None

    def _whole_sentence(self, group: Group) -> bool:
        """Whether a quotation begins a sentence and ends one."""
        tree = self.scene.tree
        begins = tree.sentences[tree.sentence[group.first]][0] >= group.first - 1
        return begins and tree.sentences[tree.sentence[group.last]][1] <= group.last + 2

    def alone(self, group: Group, previous: Group | None) -> Draft | None:
        """A quotation that is a sentence or a paragraph of its own: it goes on with the speaker before it, or has none."""
        if group.words < LONG or not self._whole_sentence(group):
            return None
        before = self._speaker_before(group)
        if previous is not None and previous.owner is not None and previous.last_block >= group.block - 1:
            before = previous.owner if previous.first > (before.last if before else -1) else before
        fills = self._fills_block(group)
        if before is None and not fills:
            return None
        if fills and (colon := self._colon_subject(group)) is not None:
            self.new.append(colon)
            return colon
        draft = Draft(group.first, None, told=True, content=[Span(q.start, q.end) for q in group.quotations])
        draft.found_by = "no candidate"
        if before is not None:
            draft.before, draft.source, draft.head = before, before.source, before.head
            draft.found_by = "paragraph before" if fills else "sentence before"
        self.new.append(draft)
        return draft

    def _colon_subject(self, group: Group) -> Draft | None:
        """The subject of a sentence without a cue that ends the paragraph before with a colon."""
        end, tree, tokens = group.first - 1, self.scene.tree, self.scene.tokens
        if end < 0 or not tokens[end].text.endswith(":") or self.scene.within[end] >= 0:
            return None
        first, last = tree.sentences[tree.sentence[end]]
        heads = [i for i in range(first, last) if tokens[i].dep == "nsubj" and tokens[tokens[i].head].dep == "ROOT"]
        if len(heads) != 1:
            return None
        source = extent(self.scene, heads[0], (end, end))
        content = [Span(q.start, q.end) for q in group.quotations]
        return Draft(group.first, None, source, heads[0], content, told=True, found_by="subject before the colon")

    def _fills_block(self, group: Group) -> bool:
        text, blocks = self.scene.article.text, self.scene.article.blocks
        lead = text[blocks[group.block].span.start : group.span.start]
        return not lead.strip() and not text[group.span.end : blocks[group.last_block].span.end].strip()

    def _speaker_before(self, group: Group) -> Draft | None:
        """The last attribution with a source in the paragraph or, for a quotation that is one, in the one before."""
        blocks, tokens = self.scene.article.blocks, self.scene.tokens
        lowest = blocks[group.block].span.start
        if self._fills_block(group) and group.block > 0:
            lowest = blocks[group.block - 1].span.start
        at = bisect_left(self.verbs, group.first) - 1
        lowest_at = at - _BACK
        while at >= 0 and at > lowest_at and tokens[self.verbs[at]].start >= lowest:
            draft = self.drafts[at]
            if draft.told and draft.source is not None and draft.content:
                return draft
            at -= 1
        return None


def merged(text: str, spans: Sequence[Span]) -> list[Span]:
    """Spans in order, those that touch but for white space and commas joined."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and (
            span.start <= out[-1].end
            or (span.start - out[-1].end < 4 and not text[out[-1].end : span.start].strip(" ,\t\u00a0"))
        ):
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out
