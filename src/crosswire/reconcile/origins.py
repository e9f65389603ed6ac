"""Origins: which reports come from one source, and on what evidence.

Reports share an origin where one reprints another, whole or in a good part; where both are one agency's; where one
publisher has both; or where one rests on what the other's outlet, or one that both cite, reported. Nothing else ties
them; nothing is taken for independent on more than the lack of a tie, and the basis says so.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from crosswire.model import Article, Evidence, Origin, OriginBasis, Span, Story
from crosswire.reconcile.outlets import Teller, is_agency, outlet, publishers_of
from crosswire.reconcile.passages import Passages, Shared
from crosswire.reconcile.words import evidence, label

BASES = ("copy", "agency", "citation", "original", "unknown")
PART, PART_WORDS = 0.2, 60  # the share and the number of words from which on a report reprints a part of another
CREDITED, CREDITED_WORDS = 0.1, 40  # the same where both credit one agency
TWINS = 12  # words from which on texts that are equal are one text
REASONS = 3  # ties that an origin tells in words
LEAD = 3  # sentences in which a report says on whom it rests
RESTS = 0.5  # share of a report's attributions that go back to an outlet on which it rests
_SHARED_CREDIT = re.compile(
    r"contribut|additional\s+reporting|additional\s+material|with\s+(?:files|reporting|material|reports|information)\s+from"
    r"|(?:staff|wire)\s+(?:and|reports?|services?)",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"(?:\band(?:\s+the)?\s+|[/,;]\s*(?:the\s+)?)$", re.IGNORECASE)


Told = Mapping[str, Sequence[Sequence[Teller]]]  # for each report and each of its attributions


@dataclass(frozen=True, slots=True)
class Tie:
    """Two reports of one origin, why, in plain words why, and the words of the reports that say so."""

    first: str
    second: str
    basis: OriginBasis
    because: str
    evidence: tuple[Evidence, ...] = ()


def find_origins(story: Story, articles: Sequence[Article], passages: Passages, told: Told) -> tuple[Origin, ...]:
    """The independent origins of a story's reports (ordered by their first report's id)."""
    by_id = {article.id: article for article in articles}
    ties = [
        *_copies(story, by_id),
        *_parts(passages, by_id),
        *_agencies(articles),
        *_publishers(articles),
        *_citations(articles, told),
    ]
    root = {article.id: article.id for article in articles}

    def find(id: str) -> str:
        while root[id] != id:
            root[id] = root[root[id]]
            id = root[id]
        return id

    joining = []
    for tie in sorted(ties, key=lambda t: BASES.index(t.basis)):
        first, second = sorted((find(tie.first), find(tie.second)))
        root[second] = first
        if first != second or tie.basis == "agency":  # whose text it is that others copy is worth telling
            joining.append(tie)
    groups: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        groups[find(article.id)].append(article)
    held: dict[str, list[Tie]] = defaultdict(list)
    for tie in joining:
        held[find(tie.first)].append(tie)
    return tuple(_origin(members, held[key]) for key, members in sorted(groups.items()))


def with_twins(story: Story, articles: Sequence[Article]) -> tuple[tuple[str, str], ...]:
    """The copies of a story, and reports whose text is that of an earlier one to the character (of some length)."""
    known = {copy for copy, _ in story.copies}
    first: dict[str, str] = {}
    twins = []
    for article in articles:
        if len(article.text.split(None, TWINS)) > TWINS and article.id not in known:
            original = first.setdefault(article.text, article.id)
            if original != article.id:
                twins.append((article.id, original))
    return (*story.copies, *twins)


def origin_numbers(origins: Sequence[Origin]) -> Mapping[str, int]:
    """The number of each report's origin."""
    return {id: n for n, origin in enumerate(origins) for id in origin.articles}


def whole_credit(article: Article) -> bool:
    """Whether a report credits an agency with all of it, not with a contribution beside its own reporters."""
    if article.agency is None:
        return False
    span = article.agency.span
    if span is None:
        return True
    sentence = Span(max(0, span.start - 200), min(len(article.text), span.end + 60))
    line = article.text[sentence.start : sentence.end]
    before = line[: span.start - sentence.start].rpartition("\n")[2]
    after = line[span.end - sentence.start :].partition("\n")[0]
    return not _SHARED_CREDIT.search(before + after) and not (_BESIDE.search(before) and "(" not in before[-12:])


def _origin(members: Sequence[Article], ties: Sequence[Tie]) -> Origin:
    ids = tuple(article.id for article in members)
    if ties:
        reasons = list(dict.fromkeys(t.because for t in ties))
        more = f"; and {len(reasons) - REASONS} more such ties" if len(reasons) > REASONS else ""
        credited = [e for article in members[:REASONS] for e in _credit(article)]
        shown = tuple(dict.fromkeys([*(e for t in ties for e in t.evidence), *credited]))
        return Origin(ids, ties[0].basis, shown, "; ".join(reasons[:REASONS]) + more)
    article = members[0]
    if article.agency and whole_credit(article):
        return Origin(ids, "agency", _credit(article), f"it credits {article.agency.name}")
    if article.authors or article.dateline or article.publisher:
        named = tuple(evidence(article, a.span) for a in article.authors if a.span)
        return Origin(ids, "original", named + _credit(article), _own_work(article))
    return Origin(ids, "unknown", (), "it names no writer, outlet or agency, and nothing ties it to another report")


def _own_work(article: Article) -> str:
    """Why a report that nothing ties to another is taken for an origin of its own."""
    if article.agency:
        return (
            f"it credits {article.agency.name} beside its own, and shares no passage of that length with another report"
        )
    what = "a writer" if article.authors else "an outlet" if article.publisher else "a place that it was written from"
    return f"it names {what}, and nothing ties it to another report"


def _credit(article: Article) -> tuple[Evidence, ...]:
    return (evidence(article, article.agency.span),) if article.agency and article.agency.span else ()


def _copies(story: Story, by_id: Mapping[str, Article]) -> Iterator[Tie]:
    for copy, original in sorted(story.copies):
        if copy in by_id and original in by_id:
            both = [by_id[id] for id in (original, copy)]
            shown = tuple(evidence(article, article.sentences[0]) for article in both if article.sentences)
            yield Tie(original, copy, "copy", "they carry the same text", shown)


def _parts(passages: Passages, by_id: Mapping[str, Article]) -> Iterator[Tie]:
    """Reports that have a good part of their own words in common, or some of it where both credit one agency."""
    credited = {id: _agency_keys(article) for id, article in by_id.items()}
    for pair in passages.pairs:
        first, second = by_id[pair.first], by_id[pair.second]
        agencies = credited[first.id] & credited[second.id]
        least, words = (CREDITED, CREDITED_WORDS) if agencies else (PART, PART_WORDS)
        if pair.share >= least and pair.words >= words:
            why = f"{_many(pair)} of the shorter one's words stand in both"
            shown = tuple(evidence(a, span) for a, span in zip((first, second), pair.longest, strict=True))
            if agencies:
                name = next(a.agency.name for a in (first, second) if a.agency)
                yield Tie(pair.first, pair.second, "agency", f"both credit {name}, and {why}", shown)
            else:
                yield Tie(pair.first, pair.second, "copy", why, shown)


def _many(pair: Shared) -> str:
    return f"{pair.share:.0%}" if pair.share < 1 else "all"


def _agency_keys(article: Article) -> set[str]:
    """The agencies that a report credits, or that publish it."""
    credited = {outlet(article.agency.name)} if article.agency else set()
    return credited | {key for key in publishers_of(article) if is_agency(key)}


def _agencies(articles: Sequence[Article]) -> Iterator[Tie]:
    """Reports that are one agency's as a whole: by their credit, or because it publishes them."""
    by_agency: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if not whole_credit(article):
            keys = {key for key in publishers_of(article) if is_agency(key)}
        else:
            keys = _agency_keys(article)
        for key in sorted(keys):
            by_agency[key].append(article)
    for _, members in sorted(by_agency.items()):
        name = next((a.agency.name for a in members if a.agency), label(members[0]))
        for other in members[1:]:
            shown = _credit(members[0]) + _credit(other)
            yield Tie(members[0].id, other.id, "agency", f"both are reports of {name}", shown)


def _publishers(articles: Sequence[Article]) -> Iterator[Tie]:
    """Reports of one publisher: its name, or the site that they stand on."""
    by_publisher: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        for key in publishers_of(article):
            if not is_agency(key):
                by_publisher[key].append(article)
    for key, members in sorted(by_publisher.items()):
        names = list(dict.fromkeys(a.publisher for a in members if a.publisher and outlet(a.publisher) == key)) or [key]
        for other in members[1:]:
            yield Tie(members[0].id, other.id, "original", f"one publisher has them: {' and '.join(names[:2])}")


def _citations(articles: Sequence[Article], told: Told) -> Iterator[Tie]:
    """A report that rests on another's outlet, and reports that rest on one and the same."""
    home = {key: article for article in reversed(articles) for key in publishers_of(article)}
    for article in articles:
        found = _rests_on(article, told[article.id])
        if found is None:
            continue
        key, name, words = found
        first = home.setdefault(key, article)
        if first.id != article.id:
            low, high = sorted((first.id, article.id))
            cited = key in publishers_of(first)
            because = (
                f"{label(article)} rests on what {name} reported" if cited else f"both rest on what {name} reported"
            )
            yield Tie(low, high, "citation", because, words)


def _rests_on(article: Article, told: Sequence[Sequence[Teller]]) -> tuple[str, str, tuple[Evidence, ...]] | None:
    """The outlet from which a report has its first attribution, in its lead, or half of all: key, name and words."""
    both = [(a, found) for a, found in zip(article.attributions, told, strict=True) if a.content]
    both.sort(key=lambda pair: pair[0].content[0])
    ordered, sources = [a for a, _ in both], [found for _, found in both]
    if not any(sources):
        return None
    lead = article.sentences[: LEAD + 1][-1].end if article.sentences else len(article.text)
    counts: dict[str, int] = defaultdict(int)
    for found in sources:
        for key, _ in found[-1:]:
            counts[key] += 1
    most = min(counts, key=lambda key: (-counts[key], key))
    opens = ordered[0].content[0].start < lead and bool(sources[0])
    if not opens and counts[most] < max(2, RESTS * len(ordered)):
        return None
    at = 0 if opens else next(n for n, found in enumerate(sources) if found and found[-1][0] == most)
    key, name = sources[at][-1]
    spans = [*ordered[at].source, *([ordered[at].occasion] if ordered[at].occasion else [])]
    return key, name, tuple(evidence(article, span) for span in dict.fromkeys(spans) if span)
