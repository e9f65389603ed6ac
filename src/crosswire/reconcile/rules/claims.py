"""Claims: what several speakers say, what one speaker says in several reports, and what only one origin has."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from crosswire.model import Finding, Span
from crosswire.reconcile.claims import Claim, Common, elsewhere
from crosswire.reconcile.view import View
from crosswire.reconcile.words import cited, evidence, label, listed, sentence_at, several, words

WORTH = 6  # words from which on a statement is worth a line
LEAD = 4  # sentences with which a report begins: what they tell is its news
FEW = 24  # statements of one origin alone that a story may have before they are weighed
WEIGHTY = 4  # from which weight on a statement that one origin alone has gets a line of its own
NAMED = 3  # phrases that a sentence quotes


def same_claim(view: View) -> Iterator[Finding]:
    """Two speakers use one phrase of the same thing, which the reports do not use themselves; or one is told twice."""
    pairs: dict[tuple[str, str], list[Common]] = defaultdict(list)
    for common in view.claims.common:
        one, other = sorted((common.first.speaker, common.second.speaker))
        pairs[one, other].append(common)
    for _, found in sorted(pairs.items()):
        yield _in_common(view, found)
    for members in view.claims.retold:
        yield _retold(view, members)


def _in_common(view: View, found: Sequence[Common]) -> Finding:
    """What two speakers both speak of: the phrases of all their claims in one finding."""
    first, second = found[0].first, found[0].second
    named = min(view.cast.name(e) for e in first.entities & second.entities)
    phrases = list(dict.fromkeys(p for common in found for p, _, _ in common.phrases))
    statement = (
        f"{first.speaker} (in {label(first.article)}) and {second.speaker} (in {label(second.article)}) "
        f"both speak of {listed([f'“{p}”' for p in phrases[:NAMED]])}, each naming {named}."
    )
    places = [
        (c, s) for common in found for _, a, b in common.phrases for c, s in ((common.first, a), (common.second, b))
    ]
    proof = [evidence(claim.article, _clause(claim, span)) for claim, span in places]
    return view.finding("agreement", "claim", statement, 0.5, proof, [first.speaker, second.speaker])


def _retold(view: View, members: Sequence[Claim]) -> Finding:
    """One finding of all reports that tell alike of one speaker, with the words of each."""
    reports = list(dict.fromkeys(label(c.article) for c in members))
    said = max(members, key=lambda c: (len(c.stems), c.key)).said
    statement = f"{several(reports)} report alike of {members[0].speaker}: {cited(said)}."
    proof = [evidence(c.article, c.span) for c in members]
    return view.finding("agreement", "claim", statement, 0.7, proof, [members[0].speaker])


def single_source(view: View) -> Iterator[Finding]:
    """What only one origin has a speaker say: a line for each statement of weight, one line for the rest of an origin."""
    if len(view.origins) < 2:
        return
    alone = _of_one_origin(view)
    weighty = [claim for claim in alone if _weight(view, claim) >= WEIGHTY]
    told = elsewhere(weighty, view.articles, view.origin_of)
    lines = {claim.key for claim in (alone if len(alone) <= FEW else weighty)} - told
    rest: dict[int, list[Claim]] = defaultdict(list)
    for claim in alone:
        if claim.key in lines:
            statement = f"Only {label(claim.article)} has this of {claim.speaker}: {cited(claim.said)}."
            proof = [evidence(claim.article, claim.span)]
            yield view.finding("single-source", "claim", statement, 0.6, proof, [claim.speaker])
        elif claim.key not in told:
            rest[view.origin_of[claim.article.id]].append(claim)
    for _, claims in sorted(rest.items()):
        yield _further(view, claims)


def _of_one_origin(view: View) -> list[Claim]:
    """Claims of some length that no other origin has, each wording of an origin once."""
    shared = _in_several_origins(view)
    first: dict[tuple[int, frozenset[str]], Claim] = {}
    for claim in view.claims.all:
        if claim.key not in shared and len(words(claim.said)) >= WORTH:
            first.setdefault((view.origin_of[claim.article.id], claim.stems), claim)
    return list(first.values())


def _further(view: View, claims: Sequence[Claim]) -> Finding:
    """What else an origin alone has speakers say, counted; the words of each are its evidence."""
    reports = list(dict.fromkeys(label(c.article) for c in claims))
    speakers = list(dict.fromkeys(c.speaker for c in claims))
    count = f"{len(claims)} further statements" if len(claims) > 1 else "one further statement"
    statement = f"Only {several(reports)} {'has' if len(reports) == 1 else 'have'} {count}, of {several(speakers)}."
    proof = [evidence(c.article, c.span) for c in claims]
    return view.finding("single-source", "claim", statement, 0.5, proof, speakers)


def _weight(view: View, claim: Claim) -> int:
    """How much a reporter would want a statement: in the lead, with a figure, by one with an office or whom others name."""
    if not claim.who:
        return 0
    speaker = view.cast.entity(claim.who)
    sentences = claim.article.sentences
    lead = len(sentences) <= LEAD or claim.span.start < sentences[LEAD].start
    figures = claim.article.figures
    n = bisect_left(figures, claim.span.start, key=lambda f: f.span.start)
    counts = n < len(figures) and figures[n].span.end <= claim.span.end and figures[n].kind != "ordinal"
    known = len({view.origin_of[m.article] for m in speaker.mentions}) > 1
    return 2 * lead + 2 * counts + bool(speaker.roles) + known


def _clause(claim: Claim, span: Span) -> Span:
    """The sentence around a phrase, as far as it lies in the claim."""
    sentence = sentence_at(claim.article, span.start)
    return Span(max(sentence.start, claim.span.start), min(sentence.end, claim.span.end))


def _in_several_origins(view: View) -> set[tuple[str, int]]:
    """Claims that another origin has too, in the same words or like ones."""
    found: set[tuple[str, int]] = set()
    for version in view.versions:
        if view.origin_of[version.first.article.id] != view.origin_of[version.second.article.id]:
            found |= {(u.article.id, u.number) for u in (version.first, version.second)}
    for family in view.translations:
        if len({view.origin_of[u.article.id] for u in family}) > 1:
            found |= {(u.article.id, u.number) for u in family}
    for members in (*((c.first, c.second) for c in view.claims.common), *view.claims.retold):
        found |= {claim.key for claim in members}
    return found
