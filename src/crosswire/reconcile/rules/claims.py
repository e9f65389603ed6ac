"""Claims: what several speakers say, what one speaker says in several reports, and what only one origin has."""

from __future__ import annotations

from collections.abc import Iterator

from crosswire.model import Finding, Span
from crosswire.reconcile.claims import Claim
from crosswire.reconcile.view import View
from crosswire.reconcile.words import evidence, label, sentence_at, shown, words

WORTH = 6  # words from which on a statement is worth a line


def same_claim(view: View) -> Iterator[Finding]:
    """Two speakers use one phrase of the same thing, which the reports do not use themselves; or one is told twice."""
    for common in view.claims.common:
        first, second = common.first, common.second
        named = min(view.cast.name(e) for e in first.entities & second.entities)
        said = " and ".join(f"“{phrase}”" for phrase in dict.fromkeys(p for p, _, _ in common.phrases))
        statement = (
            f"{first.speaker} (in {label(first.article)}) and {second.speaker} (in {label(second.article)}) "
            f"both speak of {said}, each naming {named}."
        )
        places = [(claim, span) for _, a, b in common.phrases for claim, span in ((first, a), (second, b))]
        proof = [evidence(claim.article, _clause(claim, span)) for claim, span in places]
        yield view.finding("agreement", "claim", statement, 0.5, proof, [first.speaker, second.speaker])
    for first, second in view.claims.retold:
        reports = f"{label(first.article)} and {label(second.article)}"
        statement = f"{reports} report alike of {first.speaker}: “{shown(first.said)}”."
        proof = [evidence(claim.article, claim.span) for claim in (first, second)]
        yield view.finding("agreement", "claim", statement, 0.7, proof, [first.speaker])


def single_source(view: View) -> Iterator[Finding]:
    """What only one origin has a named speaker say."""
    if len(view.origins) < 2:
        return
    shared = _in_several_origins(view)
    seen: set[tuple[int, frozenset[str]]] = set()
    for claim in view.claims.all:
        told = (view.origin_of[claim.article.id], claim.stems)
        if claim.key in shared or told in seen or len(words(claim.said)) < WORTH:
            continue
        seen.add(told)
        statement = f"Only {label(claim.article)} has this of {claim.speaker}: “{shown(claim.said)}”."
        proof = [evidence(claim.article, claim.span)]
        yield view.finding("single-source", "claim", statement, 0.6, proof, [claim.speaker])


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
    for first, second in (*((c.first, c.second) for c in view.claims.common), *view.claims.retold):
        found |= {first.key, second.key}
    return found
