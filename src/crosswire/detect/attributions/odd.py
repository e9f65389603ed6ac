"""Attributions without an ordinary cue: turns of a transcript, a sentence that lost its verb, fragments in a clause."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from crosswire.detect.attributions.beside import Group, merged
from crosswire.detect.attributions.draft import Draft, Scene
from crosswire.detect.attributions.verbs import bare_draft
from crosswire.model import Block, Span

_CLIMB = 12
FRAGMENT = 5  # words of a quoted fragment that make it an attribution without a cue
_TURN = re.compile(r"((?:[A-Z][A-Za-z.'’\-]{0,24} ){0,3}[A-Z][A-Za-z.'’\-]{0,24}) ?: (?=\S)")
_TITLED = re.compile(r"(?:MR|MS|MRS|DR|SEN|REP|GOV|SECRETARY|PRESIDENT|Mr|Ms|Mrs|Dr|Sen|Rep|Gov)\b\.? ")
_SPEAK = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_DASHES = frozenset({"―", "—", "–", "-", "--"})
_SIGNATURE = 6  # tokens of a name after a dash
_LETTERS = frozenset({"Q", "A", "QUESTION", "ANSWER"})


def turns(scene: Scene) -> list[Draft]:
    """Lines of a transcript that begin with who speaks: "MR. ROE: …", "Q: …"."""
    matches = [
        (b, m)
        for b in scene.article.blocks
        if b.kind in {"paragraph", "heading", "title"} and (m := _TURN.match(scene.article.text, *b.span))
    ]
    matches = [(b, m) for b, m in matches if b.kind != "title" or _named(scene, m[1])]
    if not matches:
        return []
    counts = Counter(m[1] for _, m in matches)
    people = _people(scene)
    starts = {t.start: i for i, t in enumerate(scene.tokens)}
    found: list[Draft] = []
    for block, match in matches:
        label = match[1]
        shouted = label.isupper() and counts[label] > 1 and len(counts) > 1
        known = block.kind == "title" or label.split()[-1].lower() in people
        if known or label in _LETTERS or shouted or _TITLED.match(label):
            found += _turn(scene, block, match, starts)
    return found


def _named(scene: Scene, label: str) -> bool:
    """Whether a headline's label is a person or an organisation of the article."""
    last = label.rsplit(maxsplit=1)[-1].lower()
    return any(
        e.type in {"PERSON", "ORG"} and (e.name.lower() == label.lower() or e.name.lower().split()[-1:] == [last])
        for e in scene.article.entities
    )


def _people(scene: Scene) -> set[str]:
    """Last words of the names of people in the article."""
    words = {e.name.split()[-1].lower() for e in scene.article.entities if e.type == "PERSON" and e.name.split()}
    return words | {scene.tokens[n.last - 1].text.lower() for n in scene.names if n.label == "PERSON"}


def _turn(scene: Scene, block: Block, match: re.Match[str], starts: dict[int, int]) -> list[Draft]:
    first = starts.get(match.start(1))
    content = Span(match.end(), block.span.end)
    last = first
    if first is None or last is None or content.start >= content.end:
        return []
    while last + 1 < len(scene.tokens) and scene.tokens[last + 1].end <= match.end(1):
        last += 1
    colon = (last + 1, last + 1) if last + 1 < len(scene.tokens) and scene.tokens[last + 1].text == ":" else None
    found_by = "turn" if block.kind != "title" else "headline"
    return [Draft(first, colon, (first, last), last, [content], told=True, found_by=found_by)]


def signed(scene: Scene) -> list[Draft]:
    """A quotation signed with a dash and a name, which end its line: "“It held.” — Jane Roe"."""
    tokens, text = scene.tokens, scene.article.text
    starts = [t.start for t in tokens]
    found: list[Draft] = []
    for quotation in scene.quotations:
        dash = bisect_left(starts, quotation.end)
        first = last = dash + 1
        while (
            last < len(tokens)
            and last - first <= _SIGNATURE
            and "\n" not in text[tokens[last - 1].end : tokens[last].start]
        ):
            last += 1
        if last > first and tokens[dash].text in _DASHES and _is_signature(scene, quotation.end, first, last):
            content = [Span(quotation.start, quotation.end)]
            found.append(Draft(dash, (dash, dash), (first, last - 1), last - 1, content, told=True, found_by="signed"))
    return found


def _is_signature(scene: Scene, end: int, first: int, last: int) -> bool:
    """Whether a dash follows a quotation directly, and the tokens behind it are a name and end their line."""
    tokens = scene.tokens
    beside = not scene.article.text[end : tokens[first - 1].start].strip()
    words = [t.text for t in tokens[first:last]]
    named = all(w[:1].isupper() or w in {".", ",", "de", "la", "van", "von", "bin", "al"} for w in words)
    return beside and named and len(words) <= _SIGNATURE and words[0].isalpha()


def _opening_names(scene: Scene) -> dict[int, int]:
    """For a token that begins a name of who may speak, the token after the name."""
    starts = {t.start: i for i, t in enumerate(scene.tokens)}
    ends = {t.end: i + 1 for i, t in enumerate(scene.tokens)}
    named = {n.first: n.last for n in scene.names if n.label in _SPEAK}
    for entity in scene.article.entities:
        for mention in entity.mentions if entity.type in _SPEAK else ():
            if mention.start in starts and mention.end in ends:
                named[starts[mention.start]] = ends[mention.end]
    return named


def verb_lost(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """A sentence that is a name and a that-clause: "Jane Roe that the bridge is safe."."""
    named = _opening_names(scene)
    cued = {d.verb for d in drafts if d.content}
    found: list[Draft] = []
    for first, last in scene.tree.sentences:
        end = named.get(first)
        if end is None or end + 2 >= last or scene.within[first] >= 0:
            continue
        that = scene.tokens[end]
        following = scene.tokens[end + 1]
        if that.text != "that" or following.pos in {"VERB", "AUX"}:
            continue
        finite = any(t.tag in {"VBZ", "VBD", "VBP", "MD"} for t in scene.tokens[end + 1 : last])
        if finite and end not in cued:
            content = scene.tree.span(end, scene.tree.trimmed(end, last - 1)[1])
            found.append(Draft(first, None, (first, end - 1), end - 1, [content], told=True, found_by="verb lost"))
    return found


def fragments(scene: Scene, found: Sequence[Group]) -> list[Draft]:
    """Quoted fragments in a sentence that has no cue: the words of its one person who is a subject, or of nobody known."""
    by_sentence: dict[int, list[Group]] = {}
    for group in found:
        if (
            group.owner is None
            and group.block == group.last_block
            and scene.article.blocks[group.block].kind == "paragraph"
        ):
            by_sentence.setdefault(scene.tree.sentence[group.first], []).append(group)
    drafts: list[Draft] = []
    for sentence, those in by_sentence.items():
        if max(g.words for g in those) < FRAGMENT:
            continue
        content = [Span(those[0].span.start, those[-1].span.end)]
        draft = _governed(scene, those[0])
        if draft is None:
            head = _only_subject(scene, sentence)
            draft = Draft(those[0].first, None, content=content, found_by="no candidate")
            if head is not None:
                draft.head, draft.source, draft.found_by = head, (scene.tree.left[head], head), "subject of the clause"
        draft.content = merged(scene.article.text, [*draft.content, *content])
        drafts.append(draft)
        for group in those:
            group.owner = draft
    return drafts


def _governed(scene: Scene, group: Group) -> Draft | None:
    """The verb outside the quotation whose that-clause holds it, though no list has that verb as a cue."""
    tree, tokens = scene.tree, scene.tokens
    at = group.first
    for _ in range(_CLIMB):
        head = tokens[at].head
        if head == at:
            return None
        that = tokens[at].dep == "ccomp" and tokens[tree.left[at]].text.lower() == "that"
        if that and scene.within[head] < 0 and tokens[head].pos == "VERB" and tree.left[at] > head:
            draft = bare_draft(scene, head)
            draft.content = [tree.span(*tree.trimmed(tree.left[at], tree.right[at]))]
            return draft if draft.source is not None else None
        at = head
    return None


def _only_subject(scene: Scene, sentence: int) -> int | None:
    """The one person who is a grammatical subject in a sentence, outside quotation marks; None if there are two or none."""
    first, last = scene.tree.sentences[sentence]
    people = {i for n in scene.names if n.label == "PERSON" and first <= n.first < last for i in range(n.first, n.last)}
    subjects = [
        i
        for i in range(first, last)
        if scene.tokens[i].dep in {"nsubj", "nsubjpass"}
        and scene.within[i] < 0
        and scene.tokens[i].pos in {"PROPN", "NOUN", "PRON"}
    ]
    persons = [i for i in subjects if i in people or scene.tokens[i].text.lower() in {"he", "she"}]
    return persons[0] if len(persons) == 1 else None
