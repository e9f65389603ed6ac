"""Events: one record for each event that a report asserts, announces, denies or supposes.

Verbs and event nouns name them (`events_triggers`); the syntax gives who takes part and where (`events_arguments`),
when (`events_times`), and whether it happened (`events_context`, `events_factuality`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from crosswire.detect.events_arguments import Arguments, Things
from crosswire.detect.events_context import read_contexts
from crosswire.detect.events_factuality import Context
from crosswire.detect.events_lexicon import EVENT_NOUNS, NATURAL_FORCES, NOUN_TYPES, PARTICLE_CHANGES, VERB_TYPES
from crosswire.detect.events_times import attach_times
from crosswire.detect.events_tree import Tree
from crosswire.detect.events_triggers import Triggers, hyphenated
from crosswire.model import Article, Event, Span, Syntax, TimeExpression


def detect_events(article: Article, syntax: Syntax) -> Article:
    """Find the events of an article.

    Args:
        article: cleaned; its entities, times and attributions are used where they are filled.
        syntax: the analysis of its readable blocks.

    Returns:
        The article with `events`, in text order of their triggers.
    """
    if not syntax.tokens:
        return replace(article, events=())
    tree = Tree(syntax)
    things = Things(article, syntax)
    triggers = Triggers(tree, things.label)
    contexts = read_contexts(tree)
    times = attach_times(article, tree, triggers.kind, triggers.stands_for)
    carriers = {event: verb for verb, event in triggers.stands_for.items() if tree.tokens[event].pos != "VERB"}
    arguments = Arguments(tree, things, triggers.kind)
    events: list[Event] = []
    found = [i for i, kind in enumerate(triggers.kind) if kind]
    spoken = _innermost(article, [tree.tokens[i].start for i in found])
    for i, attribution in zip(found, spoken, strict=True):
        token = tree.tokens[i]
        carrier = carriers.get(i, -1)
        clause = arguments.span(i, carrier)
        participants, place = arguments.participants(i, carrier)
        time = times.get(i)
        context = _timed(article, tree, i, contexts[i], time)
        whole = hyphenated(tree, i)
        lemma, start = (whole, tree.tokens[i - 2].start) if whole in EVENT_NOUNS else (tree.lemma(i), token.start)
        events.append(
            Event(
                span=Span(min(start, clause.start), clause.end),
                trigger=Span(start, token.end),
                lemma=lemma,
                type=_type(tree, i, lemma),
                participants=participants,
                place=place,
                time=time.value if time else None,
                status=context.status,
                factuality=round(max(-3.0, min(3.0, context.value)), 2),
                attribution=attribution,
            )
        )
    return replace(article, events=tuple(events))


def _type(tree: Tree, i: int, lemma: str) -> str | None:
    """The PLOVER type of an event word; verbs with a particle, and what nature does, are told apart."""
    if tree.tokens[i].pos != "VERB":
        return NOUN_TYPES.get(lemma)
    phrase = tree.with_particle(i)
    if phrase != lemma:
        return VERB_TYPES.get(phrase) or (None if lemma in PARTICLE_CHANGES else VERB_TYPES.get(lemma))
    subject = tree.subject[i]
    if subject >= 0 and tree.lemma(subject) in NATURAL_FORCES:
        return None
    return VERB_TYPES.get(lemma)


def _timed(article: Article, tree: Tree, i: int, context: Context, time: TimeExpression | None) -> Context:
    """A present tense with a time after publication is a plan: "the leaders meet on 4 May"."""
    if time is None or context.status != "happened" or tree.tokens[i].tag not in {"VBP", "VBZ", "VBG", "NN", "NNS"}:
        return context
    published = article.published.value[:10] if article.published else ""
    day = time.value[:10]
    if time.direction == "future" or (
        len(published) == 10 and day[:1].isdigit() and day > published and not published.startswith(day)
    ):
        return Context(min(context.value, 1.8), "planned")
    return context


def _innermost(article: Article, offsets: Sequence[int]) -> Iterator[int | None]:
    """For each offset (ascending), the attribution with the shortest content that covers it."""
    contents = sorted((span.start, span.end, n) for n, a in enumerate(article.attributions) for span in a.content)
    active: list[tuple[int, int, int]] = []
    at = 0
    for offset in offsets:
        while at < len(contents) and contents[at][0] <= offset:
            start, end, n = contents[at]
            active.append((end - start, end, n))
            at += 1
        active = [content for content in active if content[1] > offset]
        yield min(active)[2] if active else None
