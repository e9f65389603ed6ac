"""The order of events: two reports that put the same two events in contrary orders."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from crosswire.model import Article, Event, Evidence, Finding, Span
from crosswire.reconcile.days import day_of, spoken
from crosswire.reconcile.order import NAME, NOUN, Deed, Ordered, dated, ordered
from crosswire.reconcile.view import View
from crosswire.reconcile.words import evidence, label, sentence_at, several, shown

SURE, DOUBTFUL = 0.6, 0.4  # confidence: both events are surely the same and come once; or one may be another
MOST = 40  # pairs of deeds of two kinds that are held against one another
ONCE = frozenset(  # kinds of what comes but once to those who take part
    """
    die bury wed arrest resign retire appoint elect sign indict convict sentence acquire merge explode sink crash
    collapse erupt kill close open start begin end launch acquit hang execute evacuate declare inaugurate dismiss fire
    """.split()
)

Kinds = tuple[str, str]
Pair = tuple[Deed, Deed]

Days = dict[tuple[str, str], dict[str, list[tuple[Deed, Event]]]]  # by kind and who takes part, and by report


def contrary_orders(view: View) -> Iterator[Finding]:
    """One report puts an event before another, a second report puts it after; or gives days that say so."""
    told = [one for article in view.articles for one in ordered(article, view.cast)]
    kinds: dict[Kinds, dict[Pair, list[Ordered]]] = defaultdict(lambda: defaultdict(list))
    for one in told:
        kinds[one.first.kind, one.second.kind][one.first, one.second].append(one)
    for (a, b), pairs in sorted(kinds.items()):
        if a < b and (b, a) in kinds:
            yield from _contrary(view, _most(pairs), _most(kinds[b, a]))
    yield from _against_days(view, [those for _, pairs in sorted(kinds.items()) for those in _most(pairs)])


def _most(pairs: Mapping[Pair, list[Ordered]]) -> list[list[Ordered]]:
    """The tellings of each pair of deeds, those that most reports have first, and no more than can be compared."""
    return sorted(pairs.values(), key=lambda those: (-len(those), those[0].place))[:MOST]


def _contrary(view: View, some: Sequence[list[Ordered]], others: Sequence[list[Ordered]]) -> Iterator[Finding]:
    """Tellings of one order and of the contrary one, those that are of the same events in one finding."""
    groups: list[tuple[list[Ordered], dict[int, float]]] = []
    for those in some:
        against = {n: sure for n, other in enumerate(others) if (sure := _same(those[0], other[0]))}
        group = next((g for g in groups if g[1].keys() & against.keys()), None)
        if group:
            group[0].extend(those)
            group[1].update({n: max(sure, group[1].get(n, 0)) for n, sure in against.items()})
        elif against:
            groups.append((list(those), against))
    for one_way, against in groups:
        back = [one for n in sorted(against) for one in others[n]]
        if {view.origin_of[o.article.id] for o in one_way}.isdisjoint(view.origin_of[o.article.id] for o in back):
            sides = sorted((_in_order(one_way), _in_order(back)), key=lambda told: told[0].place)
            statement = f"{_tells(sides[0])}; {_tells(sides[1])}."
            proof = [one.shown for one in (*one_way, *back)]
            yield view.finding("conflict", "date", statement, max(against.values()), proof)


def _same(one: Ordered, other: Ordered) -> float:
    """How sure it is that two pairs in contrary orders are of the same two events; 0 where they are not."""
    alike = one.first.likeness(other.second), one.second.likeness(other.first)
    if min(alike) == 0 or max(alike) < NOUN:
        return 0
    once = one.first.kind in ONCE and one.second.kind in ONCE
    return SURE if min(alike) == NAME and once else DOUBTFUL


def _in_order(told: Sequence[Ordered]) -> list[Ordered]:
    return sorted(told, key=lambda one: one.place)


def _tells(told: Sequence[Ordered]) -> str:
    reports = list(dict.fromkeys(label(one.article) for one in told))
    first, second = told[0].names
    puts = "puts" if len(reports) == 1 else "put"
    return f"{several(reports)} {puts} “{first}” before “{second}”: “{shown(told[0].shown.quote)}”"


def _against_days(view: View, told: Sequence[list[Ordered]]) -> Iterator[Finding]:
    """A report that puts one event before another, and one that dates the first later than the second."""
    kinds = {deed.kind for those in told for deed in (those[0].first, those[0].second)}
    index: Days = defaultdict(lambda: defaultdict(list))
    for article in view.articles:
        for deed, event in dated(article, kinds, view.cast):
            for side in deed.doers.values():
                index[deed.kind, side.key][article.id].append((deed, event))
    seen: set[tuple[str, Span, Span]] = set()
    for those in told:
        first, second = (_given(index, deed) for deed in (those[0].first, those[0].second))
        own = {view.origin_of[one.article.id] for one in those}
        for id in sorted(first.keys() & second.keys()):
            (day, event), (other_day, other) = first[id][0], second[id][-1]
            if day > other_day and view.origin_of[id] not in own and (id, event.trigger, other.trigger) not in seen:
                seen.add((id, event.trigger, other.trigger))
                yield _other_days(view, those, view.by_id[id], [(day, event), (other_day, other)])
                break


def _given(index: Days, deed: Deed) -> dict[str, list[tuple[date, Event]]]:
    """The days that reports give for a deed, with the events that they give them for."""
    found: dict[str, list[tuple[date, Event]]] = defaultdict(list)
    for side in deed.doers.values():
        for id, those in index.get((deed.kind, side.key), {}).items():
            found[id] += [
                (day, event) for other, event in those if deed.likeness(other) >= NOUN and (day := day_of(event.time))
            ]
    return {id: sorted(days, key=lambda d: (d[0], d[1].trigger)) for id, days in found.items() if days}


def _other_days(view: View, those: Sequence[Ordered], article: Article, dates: Sequence[tuple[date, Event]]) -> Finding:
    proof: list[Evidence] = [one.shown for one in those]
    proof += [evidence(article, sentence_at(article, event.trigger.start)) for _, event in dates]
    (day, event), (other_day, other) = dates
    statement = (
        f"{_tells(those)}; {label(article)} dates “{event.trigger.of(article.text)}” to {spoken(day)}, and "
        f"“{other.trigger.of(article.text)}” to {spoken(other_day)}."
    )
    return view.finding("conflict", "date", statement, DOUBTFUL, proof)
