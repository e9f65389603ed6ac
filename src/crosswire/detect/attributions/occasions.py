"""When something was said, and to whom or where: "told reporters", "in an interview with …", "speaking at a rally"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from crosswire.detect.attributions.draft import Draft, Range, Scene
from crosswire.detect.attributions.lexicon import PRONOUNS
from crosswire.model import Span

_DAY = re.compile(r"[\dX]{4}-(?:\d\d|W|XX)")
_TOLD = frozenset({"tell", "inform", "brief", "remind", "warn", "assure", "notify"})
_SPEAKING = frozenset({"speak", "testify", "talk", "appear", "address", "brief", "write"})
_PLACES = frozenset({"in", "at", "during", "on", "to", "before", "via", "with", "through"})
# What a preposition before it makes an occasion of speech or the medium of it.
_OCCASIONS = frozenset(
    """
    interview statement briefing conference speech tweet letter memo email e-mail hearing rally meeting debate address
    testimony call post release court forum panel podcast broadcast programme program show remarks filing affidavit
    twitter facebook instagram telegram youtube television tv radio trial session event summit ceremony visit message
    blog website report article column editorial presser q&a conversation exchange lecture sermon op-ed deposition
    parliament congress senate appearance stop video vigil inquest tribunal committee townhall hall newsletter note
    """.split()
)
# Who is spoken to, after "to" or "before".
_HEARERS = frozenset(
    """
    reporter journalist lawmaker legislator senator deputy supporter crowd audience court judge jury committee council
    parliament congress police officer investigator investor analyst shareholder employee worker staff student voter
    delegate member press medium agency newspaper paper magazine station broadcaster outlet network panel inquiry
    commission tribunal resident parent fan viewer listener follower congregation gathering inspector official diplomat
    """.split()
)
_LONGEST = 16  # words of an occasion


def said_at(scene: Scene, drafts: Sequence[Draft]) -> list[str | None]:
    """For each attribution the value of the time in its sentence that belongs to the saying, not to what is said."""
    times = [t for t in scene.article.times if t.type in {"DATE", "TIME"} and _DAY.match(t.value)]
    if not times:
        return [None] * len(drafts)
    starts = [t.span.start for t in times]
    contents = sorted(span for d in drafts for span in d.content)
    edges = [s.start for s in contents]
    free = [not _inside(t.span, contents, edges) for t in times]
    found: list[str | None] = []
    for draft in drafts:
        first, last = scene.tree.sentences[scene.tree.sentence[draft.verb]]
        span = scene.tree.span(first, last - 1)
        at = bisect_left(starts, span.start)
        values: list[str] = []
        while draft.cue is not None and at < len(times) and starts[at] < span.end:
            if free[at] and not (draft.source and scene.tree.span(*draft.source).overlaps(times[at].span)):
                values.append(times[at].value)
            at += 1
        found.append(values[0] if len(set(values)) == 1 else None)
    return found


def _inside(span: Span, contents: Sequence[Span], edges: Sequence[int]) -> bool:
    """Whether a span lies in a content; contents are nested or apart, so a few before it tell."""
    at = bisect_left(edges, span.end) - 1
    return any(c.start <= span.start and span.end <= c.end for c in contents[max(0, at - 8) : at + 1])


def running(times: Sequence[str | None], speakers: Sequence[str | None]) -> list[str | None]:
    """Times with that of a speaker's earlier words where one had a time and no other occasion was named since."""
    current: str | None = None
    whose: str | None = None
    out: list[str | None] = []
    for time, speaker in zip(times, speakers, strict=True):
        if time is not None:
            current, whose = time, speaker
        out.append(time if time is not None else current if speaker is not None and speaker == whose else None)
    return out


def occasion(scene: Scene, draft: Draft) -> Span | None:
    """The words that say to whom or where something was said, if the cue's clause tells it."""
    if draft.cue is None or scene.tokens[draft.verb].pos not in {"VERB", "AUX"}:
        return None
    told = _told(scene, draft)
    where = next(_where(scene, draft), None)
    if told is not None and where is not None and 0 < where[0] - told[1] <= 2:
        return scene.tree.span(told[0], where[1])
    found = told or where
    return scene.tree.span(*found) if found is not None else None


def _told(scene: Scene, draft: Draft) -> Range | None:
    """Whom the cue's verb has as the hearer: "told reporters"."""
    tree, tokens = scene.tree, scene.tokens
    if tokens[draft.verb].lemma.lower() not in _TOLD:
        return None
    for i in sorted((*tree.labels(draft.verb).get("dobj", ()), *tree.labels(draft.verb).get("dative", ()))):
        if i > draft.verb and tokens[i].text.lower() not in PRONOUNS and tokens[i].pos in {"NOUN", "PROPN"}:
            return _outside(scene, draft, _phrase(scene, tree.left[i], i))
    return None


def _where(scene: Scene, draft: Draft) -> Iterator[Range]:
    """Prepositional phrases of the cue's clause, or of "speaking …" beside it, that name an occasion or hearers."""
    tree, tokens = scene.tree, scene.tokens
    verbs = [draft.verb]
    verbs += [c for c in tree.labels(draft.verb).get("advcl", ()) if tokens[c].lemma.lower() in _SPEAKING]
    for verb in verbs:
        if verb != draft.verb and (hearing := tree.child(verb, "dobj")) is not None and _fits(scene, hearing, "to"):
            yield from _kept(scene, draft, tree.left[hearing], hearing)
        for c in (*tree.labels(verb).get("prep", ()), *tree.labels(verb).get("dative", ())):
            what = tree.child(c, "pobj")
            if what is not None and tokens[c].text.lower() in _PLACES and _fits(scene, what, tokens[c].text.lower()):
                yield from _kept(scene, draft, c, what)


def _fits(scene: Scene, what: int, preposition: str) -> bool:
    lemma = scene.tokens[what].lemma.lower()
    if preposition in {"to", "before", "with"}:
        return lemma in _HEARERS or (preposition == "before" and lemma in _OCCASIONS)
    return lemma in _OCCASIONS


def _kept(scene: Scene, draft: Draft, first: int, head: int) -> Iterator[Range]:
    found = _outside(scene, draft, _phrase(scene, first, head))
    if found is not None:
        yield found


def _phrase(scene: Scene, first: int, head: int) -> Range:
    """From a phrase's first word to its end, without clauses, what follows a comma, and times."""
    tree, tokens = scene.tree, scene.tokens
    last = head
    for i in range(head + 1, min(tree.right[head], head + _LONGEST) + 1):
        if tokens[i].text in {",", ";", ":", "—", "–"} or tokens[i].dep in {"relcl", "acl", "advcl", "mark"}:
            break
        if tokens[i].tag in {"WDT", "WP", "WRB"} or scene.within[i] >= 0:
            break
        last = i
    while last > head and (last in scene.timed or tokens[last].pos in {"ADP", "DET", "PUNCT", "CCONJ"}):
        last -= 1
    if tokens[last].tag == "POS" and last > first:
        last -= 1
    return max(first, head - _LONGEST), last


def _outside(scene: Scene, draft: Draft, found: Range) -> Range | None:
    """The phrase if it is no part of what is said."""
    found = scene.tree.solid(*found)
    span = scene.tree.span(*found)
    taken = [*draft.content, *([scene.tree.span(*draft.source)] if draft.source else [])]
    return None if any(c.overlaps(span) for c in taken) or found[0] <= draft.verb <= found[1] else found
