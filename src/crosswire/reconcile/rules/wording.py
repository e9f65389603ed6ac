"""Wording: one utterance in the same words, in other words, or given to different speakers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from crosswire.model import Evidence, Finding, Span
from crosswire.reconcile.alignment import Change
from crosswire.reconcile.rules.translations import said_in_another_language, translated_by
from crosswire.reconcile.speakers import one_person
from crosswire.reconcile.utterances import Utterance, Version
from crosswire.reconcile.view import View
from crosswire.reconcile.voices import NAMED, Firm, Voice, two_persons
from crosswire.reconcile.words import content_words, evidence, hull, label, listed, shown, words

TOLD = 3  # differences that a statement names; the evidence holds all
LABELS = 3  # reports that a statement names
ENOUGH = 8  # words from which on an utterance given to two persons is no stock phrase
MEANT = 4  # words that carry meaning, of those that two speakers have in common
LONG = 12  # words from which on it is one utterance, whoever is said to have made it
SURE = {"altered": 0.8, "lost": 0.6, "light": 0.4}
FIRM = {3: 0.75, 2: 0.6, 1: 0.4}  # by the less firm of two voices

Family = Sequence[Version]


def versions_of_words(view: View) -> Iterator[Finding]:
    """One utterance in two versions: the same in both, words left out, or altered; also within one report."""
    alike = [v for v in view.versions if not two_persons(v.first, v.second, view.voices)]
    yield from _agreements(view, [v for v in alike if v.same_words])
    parted = [
        v
        for v in view.versions
        if not v.same_words and v.one and (_long(v) or not two_persons(v.first, v.second, view.voices))
    ]
    for family in _families(_best(parted)):
        if finding := _parted(view, family):
            yield finding


def _long(version: Version) -> bool:
    """Whether so many words are aligned that no two speakers would meet in them."""
    return version.whole and version.first.count(version.first_part) >= LONG


def _families(versions: Iterable[Version]) -> list[Family]:
    """Versions of the same two wordings together."""
    found: dict[tuple[int, int], list[Version]] = defaultdict(list)
    for version in versions:
        found[version.first.group, version.second.group].append(version)
    return [found[key] for key in sorted(found)]


def _agreements(view: View, versions: Sequence[Version]) -> Iterator[Finding]:
    """The same words in reports of two origins, each passage once, that of most reports first."""
    taken: dict[str, list[Span]] = defaultdict(list)
    told = [(_parts(f, copies=view.copies), f) for f in _families(v for v in versions if _apart(v))]
    for parts, family in sorted(told, key=lambda item: (-len(item[0]), -_length(item[1][0]))):
        if len({view.origin_of[e.article] for e in parts}) < 2:
            continue
        if all(any(e.span.overlaps(span) for span in taken[e.article]) for e in parts):
            continue
        for e in parts:
            taken[e.article].append(e.span)
        speaker = _speaker(family)
        of = f" of {speaker}" if speaker else ""
        reports = _labels(view, (e.article for e in parts))
        statement = f"{reports} quote the same words{of}: “{shown(parts[0].quote)}”{_more(view, family)}."
        yield view.finding("agreement", "wording", statement, 0.9, parts, [speaker])


def _apart(version: Version) -> bool:
    return version.first.article is not version.second.article


def _length(version: Version) -> int:
    return version.first_part.end - version.first_part.start


def _more(view: View, family: Family) -> str:
    """Which reports quote more around words that all quote."""
    if family[0].difference == "same":
        return ""
    side = 0 if len(family[0].first.words) > len(family[0].second.words) else 1
    longer = sorted({(v.first, v.second)[side].article.id for v in family})
    return f"; {_labels(view, longer)} quote{'s' if len(longer) == 1 else ''} more of it"


def _parted(view: View, family: Family) -> Finding | None:
    """What an utterance in two wordings differs in; nothing where only brackets and ellipses do."""
    first, second = (sorted({(v.first, v.second)[side].article.id for v in family}) for side in (0, 1))
    told = [c for c in family[0].changes if c.how != "marked"]
    heavy = [c for c in told if c.how != "light"] or (told if first == second else [])
    line = evidence(family[0].first.article, family[0].first_part).quote
    if not heavy:
        return None
    speaker = _speaker(family)
    of = f" of {speaker}" if speaker else ""
    names = _labels(view, first), _labels(view, second)
    told_as = ("one place", "the other") if first == second else names
    several = len(first) > 1 and first != second, len(second) > 1 and first != second
    how = "; ".join(_told(family[0], change, told_as, several) for change in heavy[:TOLD])
    more = f" (and {len(heavy) - TOLD} more differences)" if len(heavy) > TOLD else ""
    where = f"{names[0]} prints" if first == second else f"{names[0]} and {names[1]} print"
    twice = " twice" if first == second else ""
    marks = said_in_another_language(view, (u for v in family for u in (v.first, v.second)))
    statement = f"{where} one utterance{of}{twice}, in different words: {how}{more}; “{shown(line)}”{translated_by(view, marks)}."
    sure = max(SURE[c.how] for c in heavy)
    return view.finding("variant", "wording", statement, sure, [*_parts(family), *marks], [speaker])


def _told(version: Version, change: Change, names: tuple[str, str], several: tuple[bool, bool]) -> str:
    """One difference: which word stands for which, or what one leaves out."""
    mine, theirs = (
        " ".join(utterance.part(*part).of(utterance.article.text).split())
        for utterance, part in ((version.first, change.first), (version.second, change.second))
    )
    if mine and theirs:
        has = ["have" if many else "has" for many in several]
        return f"{names[0]} {has[0]} “{mine}” where {names[1]} {has[1]} “{theirs}”"
    side = 1 if mine else 0
    return f"{names[side]} leave{'' if several[side] else 's'} out “{mine or theirs}”"


def other_speakers(view: View) -> Iterator[Finding]:
    """The same utterance given to different persons by two reports; or two speakers who share a run of words."""
    given: dict[tuple[str, str], list[tuple[Version, Firm]]] = defaultdict(list)
    met = []
    for version in view.versions:
        first, second = view.voices[version.first], view.voices[version.second]
        if not _apart(version) or first is None or second is None or one_person(first.name, second.name):
            continue
        if _contradicts(version, first, second):
            low, high = sorted((first.name, second.name))
            given[low, high].append((version, min(first.firm, second.firm)))
        elif not version.whole and min(first.firm, second.firm) >= NAMED and _remarkable(version):
            met.append(version)
    for names, found in sorted(given.items()):
        yield from _conflicts(view, names, found)
    yield from _meetings(view, met)


def _contradicts(version: Version, first: Voice, second: Voice) -> bool:
    """Whether one utterance, and nothing but it, is given to two persons, neither of whom may relay the other."""
    alike = version.same_words or (version.one and not any(c.how in {"altered", "lost"} for c in version.changes))
    least = ENOUGH if version.difference == "same" else LONG
    if not alike or not version.whole or min(len(version.first.words), len(version.second.words)) < least:
        return False
    if max(first.firm, second.firm) < 3 and min(first.firm, second.firm) < NAMED:
        return False
    if first.may_be(second.name) or second.may_be(first.name):
        return False
    return not first.relayed and not second.relayed


def _conflicts(view: View, names: tuple[str, str], found: Sequence[tuple[Version, Firm]]) -> Iterator[Finding]:
    """The utterances that are given to both of two persons, each once with all reports of it, the longest first."""
    families: dict[int, list[tuple[Version, Firm]]] = defaultdict(list)
    for version, firm in found:
        families[min(version.first.group, version.second.group)].append((version, firm))
    taken: set[Utterance] = set()
    for _, family in sorted(families.items(), key=lambda item: (-_length(item[1][0][0]), item[0])):
        told = {u for version, _ in family for u in (version.first, version.second)}
        if not told <= taken:
            taken |= told
            ordered = sorted(told, key=lambda u: (u.article.id, u.span))
            yield _conflict(view, names, ordered, max(firm for _, firm in family), family[0][0])


def _conflict(view: View, names: tuple[str, str], told: Sequence[Utterance], firm: Firm, version: Version) -> Finding:
    first, second = ([u.article.id for u in told if u.speaker == name] for name in names)
    gives = "gives" if len(set(first)) == 1 else "give"
    words_of = shown(version.first_part.of(version.first.article.text))
    statement = f"{_labels(view, first)} {gives} these words to {names[0]}, {_labels(view, second)} to {names[1]}: “{words_of}”."
    return view.finding("conflict", "speaker", statement, FIRM[firm], [_named(u) for u in told], names)


def _remarkable(version: Version) -> bool:
    """Whether so many words carry meaning that two speakers do not have them in common by chance."""
    part = version.first_part.of(version.first.article.text)
    return len(words(part)) >= ENOUGH and len(content_words(part)) >= MEANT


def _meetings(view: View, met: Iterable[Version]) -> Iterator[Finding]:
    """Two speakers who have a run of words in common: two wordings once, with all reports of them."""
    families: dict[tuple[int, int, str, str], list[Version]] = defaultdict(list)
    for version in _best(met):
        a, b = version.first, version.second
        if view.origin_of[a.article.id] != view.origin_of[b.article.id]:
            families[a.group, b.group, a.speaker or "", b.speaker or ""].append(version)
    for (_, _, first, second), family in sorted(families.items()):
        yield _meeting(view, (first, second), family)


def _meeting(view: View, names: tuple[str, str], family: Family) -> Finding:
    reports = [_labels(view, ((v.first, v.second)[side].article.id for v in family)) for side in (0, 1)]
    parts = _parts(family)
    statement = (
        f"{names[0]} (in {reports[0]}) and {names[1]} (in {reports[1]}) say much the same: “{shown(parts[0].quote)}”."
    )
    return view.finding("agreement", "claim", statement, 0.6, parts, names)


def _best(versions: Iterable[Version]) -> Iterator[Version]:
    """Of the versions of one passage in the same two reports, the one with most words."""
    taken: dict[tuple[str, str], list[tuple[Span, Span]]] = defaultdict(list)
    for version in sorted(versions, key=lambda v: v.first_part.start - v.first_part.end):
        pair = (version.first.article.id, version.second.article.id)
        a, b = version.first_part, version.second_part
        if not any(a.overlaps(c) or b.overlaps(d) for c, d in taken[pair]):
            taken[pair].append((a, b))
            yield version


def _parts(family: Family, copies: frozenset[str] = frozenset()) -> list[Evidence]:
    """The passage in each report of a family, once."""
    found: dict[tuple[str, Span], Evidence] = {}
    for version in family:
        for utterance, part in ((version.first, version.first_part), (version.second, version.second_part)):
            if utterance.article.id not in copies:
                found.setdefault((utterance.article.id, part), evidence(utterance.article, part))
    return list(found.values())


def _named(utterance: Utterance) -> Evidence:
    """The words together with the name of their speaker, where the two stand close to each other."""
    told = utterance.attribution
    source = [utterance.beside] if utterance.beside else list(told.source) if told else []
    whole = hull([utterance.span, *source])
    long = whole.end - whole.start >= utterance.span.end - utterance.span.start + 200
    return evidence(utterance.article, utterance.span if long else whole)


def _speaker(family: Family) -> str | None:
    """The speaker that most of the reports name."""
    said = {(u.article.id, u.span): u.speaker for v in family for u in (v.first, v.second) if u.speaker}
    names = Counter(said.values())
    return min(names, key=lambda n: (not n[0].isupper(), -names[n], -len(n), n), default=None)


def _labels(view: View, ids: Iterable[str]) -> str:
    """The names of some reports; of many, the first few and how many more."""
    names = list(dict.fromkeys(label(view.by_id[id]) for id in sorted(set(ids))))
    if len(names) > LABELS + 1:
        names = [*names[:LABELS], f"{len(names) - LABELS} more"]
    return listed(names)
