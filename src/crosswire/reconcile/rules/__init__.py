"""The rules of reconciling, as a table: each takes the view of a story and yields findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from crosswire.model import Finding
from crosswire.reconcile.rules.claims import same_claim, single_source
from crosswire.reconcile.rules.counts import count_of_events
from crosswire.reconcile.rules.dates import closed_dates, moved_dates
from crosswire.reconcile.rules.denials import of_other_times, said_and_denied
from crosswire.reconcile.rules.doers import changed_participants, changed_places
from crosswire.reconcile.rules.numbers import tolls
from crosswire.reconcile.rules.occasions import other_occasions, other_venues
from crosswire.reconcile.rules.order import contrary_orders
from crosswire.reconcile.rules.origins import one_teller
from crosswire.reconcile.rules.quantities import other_numbers
from crosswire.reconcile.rules.status import announced_and_done
from crosswire.reconcile.rules.translations import other_translations
from crosswire.reconcile.rules.wording import other_speakers, versions_of_words
from crosswire.reconcile.view import View

Rule = Callable[[View], Iterator[Finding]]

RULES: dict[str, Rule] = {
    "count-of-events": count_of_events,
    "other-numbers": other_numbers,
    "tolls": tolls,
    "other-speakers": other_speakers,
    "other-occasions": other_occasions,
    "other-venues": other_venues,
    "announced-and-done": announced_and_done,
    "said-and-denied": said_and_denied,
    "of-other-times": of_other_times,
    "changed-participants": changed_participants,
    "changed-places": changed_places,
    "contrary-orders": contrary_orders,
    "moved-dates": moved_dates,
    "closed-dates": closed_dates,
    "versions-of-words": versions_of_words,
    "other-translations": other_translations,
    "same-claim": same_claim,
    "one-teller": one_teller,
    "single-source": single_source,
}
ORDER = ("conflict", "update", "confirmation", "agreement", "variant", "not-comparable", "inference", "single-source")


def findings(view: View) -> tuple[Finding, ...]:
    """All findings of a story: conflicts first, the surest of each kind first."""
    found = [finding for rule in RULES.values() for finding in rule(view)]
    return tuple(sorted(found, key=_place))


def _place(finding: Finding) -> tuple[object, ...]:
    places = tuple((e.article, e.span) for e in finding.evidence)
    return ORDER.index(finding.kind), -finding.confidence, -finding.origins, finding.type, places, finding.statement
