"""The matrix: what each origin says of the claims that two or more origins speak of, those with differences first.

It is read from the account's own parts: the ledger of figures, the timeline, the quotations, the findings and the
people. A row's value is the one that most origins give, for a toll over several days the latest, and none where no
value is better supported than another: then each cell differs. Doubtful conflicts make no row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosswire.model import CERTAIN, Account, Article, Aspect, FindingType, MatrixCell, MatrixRow
from crosswire.reconcile.matrix_rows import Covered, Draft, Given, Places, cut, day_text, placed
from crosswire.reconcile.matrix_values import compared, figure_rows
from crosswire.reconcile.origins import origin_numbers
from crosswire.reconcile.words import evidence

ASPECTS: dict[FindingType, Aspect] = {
    "count": "how many",
    "number": "how many",
    "date": "when",
    "place": "what",
    "speaker": "who",
    "wording": "said",
    "status": "what",
    "claim": "what",
    "role": "who",
    "negation": "what",
}
ORDER: tuple[Aspect, ...] = ("how many", "what", "when", "said", "who")
STATUS = {"planned": "announced", "unknown": "unclear"}
AGREED = 0.6  # how sure an agreement must be to make a row; those of numbers are in the ledger
ROLES = 2  # descriptions of a person that a cell names


def matrix(account: Account, articles: Sequence[Article]) -> tuple[MatrixRow, ...]:
    """The rows of a story's matrix.

    Args:
        account: the account, all but its matrix.
        articles: its annotated articles.

    Returns:
        One row a claim with a cell for each origin that speaks of it, in their order; nothing where there is only one.
    """
    places = Places(articles, origin_numbers(account.origins))
    ledger = [*figure_rows(account, places), *_quotations(account, places)]
    known = [*ledger, *_conflicts(account, places, ledger)]
    known += _events(account, places, known)
    known += _agreements(account, places, known)
    known += _people(account, places)
    kept = [draft for draft in known if len(draft.given) > 1]
    return tuple(_row(draft) for draft in sorted(kept, key=_rank))


def _rank(draft: Draft) -> tuple[object, ...]:
    """Conflicts, then other differences, then what most origins speak of."""
    first = min((e.article, e.span) for one in draft.given.values() for e in one.evidence)
    return not draft.conflict, not draft.differs, -len(draft.given), ORDER.index(draft.aspect), first, draft.claim


def _row(draft: Draft) -> MatrixRow:
    cells = tuple(
        MatrixCell(origin, "same" if one.same else "differs", one.value, tuple(one.evidence))
        for origin, one in sorted(draft.given.items(), key=lambda item: item[0])
    )
    return MatrixRow(draft.aspect, draft.claim, draft.value, cells)


def _quotations(account: Account, places: Places) -> Iterator[Draft]:
    """What one speaker said: an origin that quotes no more than some of the same words says the same."""
    for quotation in account.quotations:
        if len({places.origin(variant.article) for variant in quotation.variants}) < 2:
            continue
        draft = Draft("said", quotation.speaker or "a speaker not named", cut(quotation.variants[0].text))
        for variant in quotation.variants:
            one = draft.given.setdefault(places.origin(variant.article), Given(same=False, value=cut(variant.text)))
            one.same = one.same or variant.difference != "altered"
            one.evidence.append(evidence(places.articles[variant.article], variant.span))
        yield draft


def _conflicts(account: Account, places: Places, known: Sequence[Draft]) -> Iterator[Draft]:
    """The sure conflicts between origins, other than those that a row shows already."""
    covered = Covered(placed(draft, places) for draft in known if draft.differs)
    for finding in account.findings:
        if finding.kind != "conflict" or finding.confidence < CERTAIN:
            continue
        spots = places.by_origin(finding.evidence)
        if len(spots) > 1 and not covered.has(spots):
            value, given = compared(finding, places)
            yield Draft(ASPECTS[finding.type], finding.statement, value, given, conflict=True)


def _events(account: Account, places: Places, known: Sequence[Draft]) -> Iterator[Draft]:
    """The events that two origins tell of: whether they happened, where that differs, else when."""
    covered = Covered(placed(draft, places) for draft in known if draft.conflict)
    for entry in account.timeline:
        when = day_text(entry.date)
        found: dict[int, list[str]] = {}
        given: dict[int, Given] = {}
        for report in entry.reports:
            origin = places.origin(report.article)
            said = found.setdefault(origin, [])
            said += [report.status] if report.status not in said else []
            one = given.setdefault(origin, Given(same=False, value=""))
            one.evidence.append(evidence(places.articles[report.article], report.span))
        several = len({status for said in found.values() for status in said}) > 1
        for origin, one in given.items():
            one.same = entry.status in found[origin]
            one.value = " and ".join(STATUS.get(status, status) for status in found[origin]) if several else when
        told = f"{STATUS.get(entry.status, entry.status)}{f', {when}' if when else ''}"
        draft = Draft("what" if several else "when", entry.event, told if several else when, given)
        spots = placed(draft, places)
        if not covered.has(spots):
            yield draft


def _agreements(account: Account, places: Places, known: Sequence[Draft]) -> Iterator[Draft]:
    """What two origins agree on and no row shows yet, each in its own words."""
    covered = Covered(placed(draft, places) for draft in known)
    for finding in account.findings:
        sure = finding.kind == "agreement" and finding.type != "number" and finding.confidence >= AGREED
        spots = places.by_origin(finding.evidence) if sure else {}
        if len(spots) > 1 and not covered.has(spots):
            given: dict[int, Given] = {}
            for e in finding.evidence:
                given.setdefault(places.origin(e.article), Given(same=True, value=cut(e.quote))).evidence.append(e)
            yield Draft(ASPECTS[finding.type], finding.statement, None, given)
            covered.add(spots)


def _people(account: Account, places: Places) -> Iterator[Draft]:
    """The people whom two origins name, and as what each describes them."""
    for entity in account.entities:
        if entity.type != "PERSON":
            continue
        draft = Draft("who", entity.name, None)
        seen: set[str] = set()
        for mention in entity.mentions:
            if mention.article not in seen:
                seen.add(mention.article)
                one = draft.given.setdefault(places.origin(mention.article), Given(same=True, value=None))
                one.evidence.append(evidence(places.articles[mention.article], mention.span))
                roles = places.roles(mention.article, mention.span)[:ROLES]
                one.value = one.value or ", ".join(roles) or None
        yield draft
