"""Events: one record for each event that a report asserts, announces, denies or supposes.

Verbs and event nouns name them (`events_triggers`); the syntax gives who takes part and where (`events_arguments`),
when (`events_times`), and whether it happened (`events_context`, `events_factuality`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from heapq import heappop, heappush
from typing import NamedTuple

from crosswire.detect.events_arguments import Arguments
from crosswire.detect.events_context import decided_by, read_contexts
from crosswire.detect.events_factuality import Context
from crosswire.detect.events_lexicon import EVENT_NOUNS, NATURAL_FORCES, NOUN_TYPES, PARTICLE_CHANGES, VERB_TYPES
from crosswire.detect.events_places import Places
from crosswire.detect.events_things import Things
from crosswire.detect.events_times import attach_times
from crosswire.detect.events_tree import Tree
from crosswire.detect.events_triggers import Triggers, hyphenated
from crosswire.model import Article, Event, Span, Syntax, TimeExpression

PRESENT_AHEAD = 1.8


def detect_events(article: Article, syntax: Syntax) -> Article:
    """Find the events of an article.

    Args:
        article: cleaned; its entities, times and attributions are used where they are filled.
        syntax: the analysis of its readable blocks.

    Returns:
        The article with `events`, in text order of their triggers.
    """
    tree = Tree(syntax)
    things = Things(article, syntax)
    triggers = Triggers(tree, things.label)
    walk = read_contexts(tree)
    times = attach_times(article, tree, triggers.kind, triggers.stands_for)
    carriers = {event: verb for verb, event in triggers.stands_for.items() if tree.tokens[event].pos != "VERB"}
    arguments = Arguments(tree, things, Places(tree, things, triggers.kind))
    found = [i for i, kind in enumerate(triggers.kind) if kind]
    spoken = _innermost(article, [tree.tokens[i].start for i in found])
    events: list[Event] = []
    for i, attribution in zip(found, spoken, strict=True):
        time = times.get(i)
        context = _timed(article, tree, i, walk.ctx[i], time)
        rule = decided_by(walk, i) if context is walk.ctx[i] else "time ahead"
        facts = Facts(carriers.get(i, -1), time.value if time else None, context, attribution, rule)
        events.append(_event(tree, arguments, i, facts))
    return replace(article, events=tuple(events))


class Facts(NamedTuple):
    """What the parts know of one event: the verb that carries it (or -1), its time, status, attribution, and the rule."""

    carrier: int
    time: str | None
    context: Context
    attribution: int | None
    rule: str


def _event(tree: Tree, arguments: Arguments, i: int, facts: Facts) -> Event:
    token, whole = tree.tokens[i], hyphenated(tree, i)
    lemma, start = (whole, tree.tokens[i - 2].start) if whole in EVENT_NOUNS else (tree.lemma(i), token.start)
    clause = arguments.span(i, facts.carrier)
    participants, place = arguments.participants(i, facts.carrier)
    return Event(
        span=Span(min(start, clause.start), clause.end),
        trigger=Span(start, token.end),
        lemma=lemma,
        type=_type(tree, i, lemma),
        participants=participants,
        place=place,
        time=facts.time,
        status=facts.context.status,
        factuality=round(max(-3.0, min(3.0, facts.context.value)), 2),
        attribution=facts.attribution,
        rule=facts.rule,
    )


def _type(tree: Tree, i: int, lemma: str) -> str | None:
    """The PLOVER type of an event word; verbs with a particle, and what nature does, are told apart."""
    if tree.tokens[i].pos != "VERB":
        return NOUN_TYPES.get(lemma)
    phrase = tree.with_particle(i)
    if phrase != lemma:
        return VERB_TYPES.get(phrase) or (None if lemma in PARTICLE_CHANGES else VERB_TYPES.get(lemma))
    return None if _is_nobodys_act(tree, i) else VERB_TYPES.get(lemma)


def _is_nobodys_act(tree: Tree, i: int) -> bool:
    """Whether nature or chance did it: "the flood killed two", "two were killed in a crash"."""
    subject = tree.subject[i]
    causes = [subject] if subject >= 0 else []
    causes += [tree.child(k, "pobj") for k in tree.kids[i] if tree.tokens[k].text in {"in", "by"}]
    return any(cause >= 0 and tree.lemma(cause) in NATURAL_FORCES for cause in causes)


def _timed(article: Article, tree: Tree, i: int, context: Context, time: TimeExpression | None) -> Context:
    """A present tense with a time after publication is a plan: "the leaders meet on 4 May"."""
    if time is None or context.status != "happened" or not _has_open_tense(tree, i):
        return context
    published = article.published.value[:10] if article.published else ""
    day = time.value[:10]
    if time.direction == "future" or (_is_day(published) and _is_day(day) and day > published[: len(day)]):
        return Context(min(context.value, PRESENT_AHEAD), "planned")
    return context


def _has_open_tense(tree: Tree, i: int) -> bool:
    """Whether an event word leaves open if it is behind or ahead: a present tense, or a noun."""
    tag = tree.tokens[i].tag
    return tag in {"VBP", "VBZ", "NN", "NNS"} or (tag == "VBG" and tree.child(i, "aux") >= 0)


def _is_day(value: str) -> bool:
    """Whether a value is a plain date, be it only a month or a year."""
    return len(value) in {4, 7, 10} and value.replace("-", "").isdecimal()


def _innermost(article: Article, offsets: Sequence[int]) -> Iterator[int | None]:
    """For each offset (ascending), the attribution with the shortest content that covers it."""
    contents = sorted((span.start, span.end, n) for n, a in enumerate(article.attributions) for span in a.content)
    shortest: list[tuple[int, int, int]] = []
    at = 0
    for offset in offsets:
        while at < len(contents) and contents[at][0] <= offset:
            start, end, n = contents[at]
            heappush(shortest, (end - start, end, n))
            at += 1
        while shortest and shortest[0][1] <= offset:
            heappop(shortest)
        yield shortest[0][2] if shortest else None
