"""Numbers: tolls over time, as the reports give them alike or differently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from crosswire.model import Article, Finding, FindingKind, Span
from crosswire.reconcile.days import day_of, spoken
from crosswire.reconcile.figures import RISING, Quantity, totals
from crosswire.reconcile.harms import HARM, harms
from crosswire.reconcile.places import Place
from crosswire.reconcile.ranges import compatible
from crosswire.reconcile.rules.dates import bounds
from crosswire.reconcile.slots import of_children
from crosswire.reconcile.tolls import ATTACKERS, told_of
from crosswire.reconcile.view import View
from crosswire.reconcile.words import ORDINALS, evidence, label, listed, sentence_at, words

LEAST = frozenset({"at least", "more than", "no fewer than", "not less than"})
MOST = frozenset({"up to", "at most", "fewer than", "less than", "no more than"})
INCLUDING = frozenset({"including", "counting", "excluding", "besides"})
REACH = 80  # characters after a toll within which it is said whom it includes
NAMED = 6  # reports that a sentence names for one value
LEAD = 8  # sentences in which a report gives the toll that it is about
NEAR = frozenset({"about", "nearly", "around", "almost", "approximately", "roughly"})


def tolls(view: View) -> Iterator[Finding]:
    """Each report's total of the killed, injured, missing: the same, replaced by a later one, or in conflict."""
    for role, given in _tolls(view):
        yield from _toll(view, role, given)


def told_tolls(view: View) -> frozenset[tuple[str, str, object]]:
    """The tolls that findings tell of: report, what happened to the people, and how many they are."""
    return frozenset(
        (one.article.id, role, one.figure.value)
        for role, given in _tolls(view)
        if any(_toll(view, role, given))
        for one in given
    )


def _tolls(view: View) -> Iterator[tuple[str, Sequence[Quantity]]]:
    """What happened to people, and each report's total of them, where several origins give one."""
    for line in view.figures:
        role = line[0].figure.role
        given = (
            [
                one
                for one in totals(line).values()
                if _leads(one) and not _children(one) and one.article.id not in view.copies
            ]
            if role
            else []
        )
        if role and len({view.origin_of[one.article.id] for one in given}) > 1:
            yield role, given


def _toll(view: View, role: str, given: Sequence[Quantity]) -> Iterator[Finding]:
    dated = sorted(
        ((day_as_of(view, one), one) for one in given), key=lambda item: (item[0] or date.max, item[1].article.id)
    )
    ordered = [one for _, one in dated]
    days = {day for day, _ in dated}
    by_day = {day: [one for d, one in dated if d == day] for day in sorted(d for d in days if d)}
    apart = [day for day, same_day in by_day.items() if not _all_compatible(same_day)]
    summed = _summed(view, role, [one for day in apart for one in by_day[day]]) if apart else frozenset()
    for day in apart:
        same_day = [one for one in by_day[day] if one.article.id in summed]
        if same_day and not _all_compatible(same_day):
            yield _other_toll(view, role, day, same_day)
    if len({one.figure.value for one in given}) == 1:
        yield _finding(view, "agreement", ordered, f"The reports give the same number {role}", 0.8)
    elif len(days) > 1 and None not in days and role in RISING:
        yield _finding(view, "update", ordered, f"The number {role} changed from report to report", 0.8)
    elif _all_compatible(given):
        yield _finding(view, "agreement", ordered, f"The numbers {role} can be one and the same", 0.6)
    elif None in days and not _of_one_year(view, given):
        lead = f"The numbers {role} differ, and it is not known as of which day each holds"
        yield _finding(view, "not-comparable", ordered, lead, 0.5)


def _of_one_year(view: View, given: Sequence[Quantity]) -> bool:
    """Whether sentences that are alike give different numbers for one year: then they no longer rise."""
    own = {(one.article.id, one.figure.span) for one in given}
    for match in view.matched:
        firsts: dict[str, Place] = {}
        for place in (p for p in match.places if p.figure and (p.article.id, p.figure.span) in own):
            if not all(compatible(firsts.setdefault(year, place).slot, place.slot) for year in place.years):
                return True
    return False


def _other_toll(view: View, role: str, day: date, given: Sequence[Quantity]) -> Finding:
    """Numbers of one day that differ: a conflict, or not comparable where some say that they count the attacker."""
    if len({_with_attacker(one) for one in given}) > 1:
        lead = f"The numbers {role} as of {spoken(day)} differ, and not all say whether they include the attacker"
        return _finding(view, "not-comparable", given, lead, 0.6)
    return _finding(view, "conflict", given, f"The reports give different numbers {role} as of {spoken(day)}", 0.7)


def _summed(view: View, role: str, given: Sequence[Quantity]) -> frozenset[str]:
    """The reports whose tolls are all that they tell of: "his two children and then himself" are three."""
    if role not in HARM:
        return frozenset(one.article.id for one in given)
    first = min(
        (day for a in view.articles if (day := day_of(a.published.value if a.published else None))), default=None
    )
    found = ((one, [h for h in harms(one.article, first, view.topic) if h.role == role]) for one in given)
    return frozenset(
        one.article.id for one, members in found if told_of(members).value == _range(one)[0] and not _one_more(one)
    )


def _one_more(one: Quantity) -> bool:
    return isinstance(one.figure.value, int) and one_more(one.article, one.figure.span, one.figure.value)


def one_more(article: Article, span: Span, value: float) -> bool:
    """Whether the sentence of a number tells of one more: "Four were killed at the scene; a fifth died later"."""
    sentence = sentence_at(article, span.start)
    after = {word for word, _, _ in words(article.text[span.end : sentence.end])}
    return value in range(len(ORDINALS)) and ORDINALS[int(value)] in after


def _with_attacker(one: Quantity) -> bool:
    """Whether the words after a toll say that the attacker is, or is not, among them."""
    sentence = sentence_at(one.article, one.figure.span.start)
    after = one.article.text[one.figure.span.end : min(sentence.end, one.figure.span.end + REACH)]
    said = {word for word, _, _ in words(after)}
    return not INCLUDING.isdisjoint(said) and not ATTACKERS.isdisjoint(said)


def day_as_of(view: View, one: Quantity) -> date | None:
    """As of which day a figure holds: its own day, or the first day on which its undated report can have been written."""
    limits = bounds(view, one.article)
    return day_of(one.as_of) or day_of(limits.earliest if limits else None)


def _finding(view: View, kind: FindingKind, line: Sequence[Quantity], lead: str, sure: float) -> Finding:
    proof = [evidence(one.article, _around(one)) for one in line]
    return view.finding(kind, "number", f"{lead}: {_given(view, line)}.", sure, proof, [one.source for one in line])


def _given(view: View, line: Sequence[Quantity]) -> str:
    """The values in their order, each once a day, with the reports that give it; of many, the first few and how many more."""
    reports: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in line:
        reports[_value(one), _as_of(view, one)].append(label(one.article))
    return listed([f"{value} ({_named(names)}{day})" for (value, day), names in reports.items()])


def _named(names: Sequence[str]) -> str:
    found = list(dict.fromkeys(names))
    return listed(found if len(found) <= NAMED + 1 else [*found[:NAMED], f"{len(found) - NAMED} more"])


def _value(one: Quantity) -> str:
    """A figure as a sentence has it: its hedge, its value, its unit and what is counted."""
    low, *high = one.figure.value if isinstance(one.figure.value, tuple) else (one.figure.value,)
    number = f"{low:,g}" + (f" to {high[0]:,g}" if high else "") if abs(low) < 1e6 else f"{low:,.0f}"
    unit = "%" if one.figure.kind == "percent" else f" {one.figure.unit}" if one.figure.unit else ""
    counted = f" {one.figure.of}" if one.figure.of and not one.figure.role else ""
    return f"{one.figure.hedge or ''} {number}{unit}{counted}".strip()


def _as_of(view: View, one: Quantity) -> str:
    """The day that a figure holds for, where it is known."""
    day = day_as_of(view, one)
    later = " or later" if day and not day_of(one.as_of) else ""
    return f", {spoken(day)}{later}" if day else ""


def _around(one: Quantity) -> Span:
    """The figure with some words of its sentence on either side."""
    sentence = sentence_at(one.article, one.figure.span.start)
    text = one.article.text
    start = text.rfind(" ", sentence.start, max(sentence.start, one.figure.span.start - 40)) + 1 or sentence.start
    end = text.find(" ", min(sentence.end, one.figure.span.end + 40), sentence.end)
    stop = end if end >= 0 else sentence.end
    return Span(start, stop - len(text[start:stop]) + len(text[start:stop].rstrip(" .,;:–—\n")))


def _all_compatible(line: Sequence[Quantity]) -> bool:
    """Whether all the figures can hold together."""
    lows, highs = zip(*(_range(one) for one in line), strict=True)
    return bool(max(lows) <= min(highs))


def _leads(one: Quantity) -> bool:
    """Whether a toll stands in the headline or the first sentences: further down, other happenings are told of."""
    sentences = one.article.sentences
    return len(sentences) <= LEAD or one.figure.span.start < sentences[LEAD].start


def _children(one: Quantity) -> bool:
    """Whether a number is that of someone's children: "a mother of two died"."""
    before = one.article.text[max(0, one.figure.span.start - REACH) : one.figure.span.start].split()
    return len(before) > 1 and of_children(before[-1], before[-2])


def _range(one: Quantity) -> tuple[float, float]:
    """The values that a figure leaves open, by its hedge."""
    value, hedge = one.figure.value, one.figure.hedge
    if isinstance(value, tuple):
        return float(value[0]), float(value[1])
    if hedge in LEAST:
        return float(value), float("inf")
    if hedge in MOST:
        return 0.0, float(value)
    slack = 0.1 * abs(value) if hedge in NEAR else 0.0
    return value - slack, value + slack
