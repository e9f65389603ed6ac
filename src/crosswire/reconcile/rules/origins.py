"""Origins of claims: what several reports have, all of them from one outlet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crosswire.model import Article, Attribution, Evidence, Finding, Span
from crosswire.reconcile.outlets import Teller
from crosswire.reconcile.view import View
from crosswire.reconcile.words import content_words, evidence, hull, label, listed, shown, told

SHARED = 4  # content words that two tellings of one claim must share
LIKE, LONG = 0.65, 0.25  # and their share of the shorter one, and of the longer one
COMMON = 40  # tellings with one word: beyond, the word tells nothing apart
NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


@dataclass(frozen=True, slots=True)
class Telling:
    """One report's words for what an outlet reported, or that outlet's own."""

    article: Article
    attribution: Attribution
    span: Span
    stems: frozenset[str]
    teller: Teller | None

    @property
    def proof(self) -> Evidence:
        """The report's words."""
        return evidence(self.article, self.span)


def one_teller(view: View) -> Iterator[Finding]:
    """Two or more reports have one claim, and all have it from one outlet: one origin."""
    by_outlet: dict[str, list[Telling]] = defaultdict(list)
    for article in view.articles:
        for heard in view.lineage.heard.get(article.id, ()):
            if article.id not in view.copies:
                telling = _telling(article, article.attributions[heard.number], heard.teller)
                by_outlet[heard.teller.key].append(telling)
    for key, tellings in sorted(by_outlet.items()):
        for alike in _alike([*_own(view, key), *tellings]):
            cited = [one for one in alike if one.teller]
            if cited and len({one.article.id for one in alike}) > 1:
                yield _finding(view, alike, cited)


def _own(view: View, key: str) -> list[Telling]:
    """What the outlet's own report in the story, if it is there, attributes."""
    if key not in view.lineage.home:
        return []
    here = view.origins[view.lineage.home[key]].articles
    own = [view.by_id[id] for id in here if key in view.lineage.publishers[id] and id not in view.copies]
    return [_telling(article, a, None) for article in own for a in article.attributions if a.content or a.quoted]


def _telling(article: Article, attribution: Attribution, teller: Teller | None) -> Telling:
    span = told(article, attribution.content or attribution.quoted)
    return Telling(article, attribution, span, content_words(span.of(article.text)), teller)


def _alike(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Tellings of one claim together, one for each report; candidates share a word that few have."""
    groups: list[list[Telling]] = []
    index: dict[str, dict[int, None]] = defaultdict(dict)
    for one in sorted(tellings, key=lambda t: (-len(t.stems), t.article.id, t.span)):
        near: dict[int, int] = defaultdict(int)
        for stem in sorted(one.stems):
            for n in index[stem] if len(index[stem]) <= COMMON else ():
                near[n] += 1
        fits = [
            n for n, both in near.items() if both >= max(SHARED, LIKE * len(one.stems), LONG * len(groups[n][0].stems))
        ]
        at = min(fits, key=lambda n: (-near[n], n), default=len(groups))
        if at == len(groups):
            groups.append([])
            for stem in one.stems:
                index[stem][at] = None
        if all(other.article.id != one.article.id for other in groups[at]):
            groups[at].append(one)
    return groups


def _finding(view: View, alike: Sequence[Telling], cited: Sequence[Telling]) -> Finding:
    ordered = sorted(alike, key=lambda t: t.article.id)
    count = len(ordered)
    reports = (
        f"{NUMBERS[count] if count < len(NUMBERS) else count} reports ({listed([label(t.article) for t in ordered])})"
    )
    teller = cited[0].teller
    home = [t.article for t in ordered if t.teller is None]
    outlet = label(home[0]) if home else teller.name if teller else ""
    source = next(filter(None, (_source(t, outlet) for t in ordered)), None)
    from_whom = f"{source}, as told by {outlet}" if source else outlet
    words = min(ordered, key=lambda t: (t.span.end - t.span.start, t.article.id))
    said = shown(words.span.of(words.article.text).strip('“”" ,.\n'))
    statement = f"{reports}, one origin: {from_whom}: “{said}”."
    proof = [_with_source(t) for t in ordered]
    return view.finding("single-source", "claim", statement, 0.6, proof)


def _source(one: Telling, outlet: str) -> str | None:
    """Who told the outlet: by name, or in the report's words where it keeps the source unnamed."""
    attribution = one.attribution
    if attribution.source_type == "unnamed" and attribution.source:
        words = hull(attribution.source).of(one.article.text)
        return f"an unnamed source (“{shown(words, 80)}”)" if content_words(words) else None
    name = attribution.speaker_name
    return (
        name if name and attribution.source_type == "named" and name != outlet and not _is_teller(one, name) else None
    )


def _is_teller(one: Telling, name: str) -> bool:
    return one.teller is not None and one.teller.name == name


def _with_source(one: Telling) -> Evidence:
    """The claim together with the words that name its source and teller, where they stand close to it."""
    extra = [one.attribution.occasion] if one.attribution.occasion else []
    whole = hull([one.span, *one.attribution.source, *one.attribution.cue, *extra])
    near = whole.end - whole.start < one.span.end - one.span.start + 200
    return evidence(one.article, whole) if near else one.proof
