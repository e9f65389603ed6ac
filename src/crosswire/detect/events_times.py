"""Which time belongs to which event: up the tree from the time to the first event word."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping

from crosswire.detect.events_lexicon import SAME_TIME_VERBS
from crosswire.detect.events_tree import Tree
from crosswire.model import Article, TimeExpression

_REFERENCES = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})
FARTHEST = 12


def attach_times(
    article: Article, tree: Tree, kind: bytearray, stands_for: Mapping[int, int]
) -> dict[int, TimeExpression]:
    """The time of each event that has one, by the event's token. Durations and sets are no times."""
    found: dict[int, tuple[int, int, TimeExpression]] = {}
    starts = [token.start for token in tree.tokens]
    for time in article.times:
        if time.type not in {"DATE", "TIME"} or time.value in _REFERENCES:
            continue
        first, last = bisect_right(starts, time.span.start) - 1, bisect_left(starts, time.span.end)
        if first < 0 or tree.tokens[first].end <= time.span.start:
            continue
        event, steps = _event_above(tree, kind, stands_for, first, last)
        if event < 0:
            continue
        rank = (1 if time.value.startswith("X") else 0, steps, time)
        if event not in found or rank[:2] < found[event][:2]:
            found[event] = rank
    times = {event: time for event, (_, _, time) in found.items()}
    _share(tree, kind, times)
    return times


def _share(tree: Tree, kind: bytearray, times: dict[int, TimeExpression]) -> None:
    """Hand a verb's time on to what is told as the same occasion.

    That is a verb joined to it under one opening date, a participle that follows ("struck on Sunday, killing two"),
    a noun that begins or strikes with it.
    """
    if not times:
        return
    for i in tree.order:
        head = tree.tokens[i].head
        if kind[i] and head in times and i not in times and _same_occasion(tree, i, head, times[head]):
            times[i] = times[head]


def _same_occasion(tree: Tree, i: int, head: int, time: TimeExpression) -> bool:
    token, governor = tree.tokens[i], tree.tokens[head]
    if token.pos in {"NOUN", "PROPN"}:
        return token.dep in {"nsubj", "nsubjpass", "dobj"} and governor.lemma in SAME_TIME_VERBS
    if token.pos != "VERB" or governor.pos != "VERB":
        return False
    if any(tree.tokens[k].dep in {"nsubj", "nsubjpass", "mark", "aux", "neg"} for k in tree.kids[i]):
        return False
    if token.dep == "conj":
        subject = tree.subject[head]
        return token.tag == governor.tag and subject >= 0 and time.span.end <= tree.tokens[subject].start
    return token.dep == "advcl" and token.tag == "VBG" and i > head


def _event_above(tree: Tree, kind: bytearray, stands_for: Mapping[int, int], first: int, last: int) -> tuple[int, int]:
    tokens = tree.tokens
    i = first
    while first <= tokens[i].head < last and tokens[i].head != i:
        i = tokens[i].head
    for steps in range(FARTHEST):
        if steps and kind[i] and not first <= i < last:
            return i, steps
        if i in stands_for:
            return _carried(stands_for, i, kind), steps
        token = tokens[i]
        if steps and token.pos in {"VERB", "AUX"}:
            break
        if token.head == i:
            break
        i = token.head
    return -1, 0


def _carried(stands_for: Mapping[int, int], i: int, kind: bytearray) -> int:
    for _ in range(4):
        i = stands_for.get(i, i)
    return i if kind[i] else -1
