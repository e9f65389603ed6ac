"""The stance of a short text (a headline, a sentence) to a claim: for, against, or only observing it.

A rule set in the spirit of the refuting and hedging word features of Ferreira and Vlachos, "Emergent: a novel data-set
for stance classification" (2016). The order of the rules is the order of their strength: a text that refutes is
against; one that asks, hedges or passes on what others say only observes, as does one without a word of the claim;
any other tells it as a fact, and is for it. The text is taken to be about the claim's subject: this is no search.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosswire.model import ClaimStance, ClaimText, Stance

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[?,:;!]")
_BREAKS = frozenset("?:;!")

_FUNCTION = frozenset(
    """
    a about after all also an and any are as at be been being but by can did do does for from get gets got had has have
    he her here him his how i if in into is it its itself just me more most my new now of off on one or our out over own
    s she so some than that the their them then there these they this those through to too under up was we were what
    when where which while who whom whose why will with would you your
    """.split()
)
_NEGATORS = frozenset("not no never nobody none neither without cannot".split())
_REFUTES = frozenset(
    """
    baseless bogus bunk busted concocted debunk debunked debunking debunks denial denials denied denies deny denying
    disproved disproven disproves discredited discredits dismiss dismissed dismisses doctored fabricated fabrication
    fake faked fakes false falsehood falsely fiction fictional fictitious hoax hoaxed hoaxer hoaxes inaccurate incorrect
    incorrectly misinformation misreported mistaken myth myths nonsense photoshop photoshopped prank rebuffs rebuts rebutted refute
    refuted refutes refuting retract retracted retraction retracts rubbish rubbishes satire satirical spoof staged
    unfounded untrue wrong
    """.split()
)
_HEDGES = frozenset(
    """
    alleged allegedly alleges allege allegation allegations apparent apparently appear appears believed claim claimed
    claiming claims could disputed expected expects fears feared forecast forecasts if likely maybe may might mystery
    possible possibly potential potentially presumed probable probably purported purportedly questionable questions
    reported reportedly reports rumor rumored rumors rumour rumoured rumours seemingly sketchy source sources
    speculation suggest suggests supposed supposedly suspected suspects unclear unconfirmed unverified
    whether verify verified investigate investigated investigates investigating investigation
    """.split()
)
_SAYING = frozenset(
    """
    according accuse accused accuses analyst analysts insist insists official officials predict predicts report say
    says said tell tells told watchdog witness witnesses
    """.split()
)
_TRUE = frozenset("real true accurate correct".split())
_ALIVE = frozenset("alive safe unharmed unhurt living".split())
_DEAD = frozenset(
    "dead dies died death killed kill kills beheaded executed murdered captured kidnapped wounded shot".split()
)
_SUFFIXES = (
    "ations",
    "ation",
    "ingly",
    "ings",
    "ing",
    "edly",
    "ied",
    "ies",
    "ers",
    "er",
    "ed",
    "es",
    "ly",
    "s",
    "e",
    "y",
)
NEAR = 6
MOST = 0.6


def compare(claim: ClaimText) -> ClaimStance:
    """The stance of a text to a claim, from the words of both alone."""
    return ClaimStance(claim.id, _stance(_words(claim.claim), _words(claim.text)))


def _stance(claim: Sequence[str], text: Sequence[str]) -> Stance:
    told = {_stem(word) for word in claim if _is_content(word)}
    hits = [_stem(word) in told for word in text]
    shared = {_stem(word) for word, hit in zip(text, hits, strict=True) if hit}
    overlap = len(shared) / max(1, len(told))
    negative = _is_negated(claim, [True] * len(claim))
    if _refutes(claim, text) or (not negative and _is_negated(text, hits)):
        return "against"
    if _hedges(claim, text) or not shared:
        return "observing"
    if negative and overlap >= MOST and not _is_negated(text, [True] * len(text)):
        return "against"
    return "for"


def _words(text: str) -> list[str]:
    return [word.replace("’", "'") for word in _TOKEN.findall(text.lower())]


def _is_content(word: str) -> bool:
    return word not in _FUNCTION and word not in _NEGATORS and word[0].isalnum() and not word.endswith("n't")


def _stem(word: str) -> str:
    word = word.removesuffix("'s")
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            return word[: -len(suffix)]
    return word


def _refutes(claim: Sequence[str], text: Sequence[str]) -> bool:
    """Whether a text refutes: by a word of refutation that the claim lacks, a leading No, or one alive whom the claim has dead."""
    known = set(claim)
    if any(word in _REFUTES and word not in known for word in text) or text[:2] == ["no", ","]:
        return True
    return not _DEAD.isdisjoint(known) and not _ALIVE.isdisjoint(text) and _ALIVE.isdisjoint(known)


def _is_negated(words: Sequence[str], hits: Sequence[bool]) -> bool:
    """Whether a negation stands close before, within its clause, to a word that hits or to "real" and the like."""
    left = 0
    for word, hit in zip(reversed(words), reversed(hits), strict=True):
        if word in _BREAKS:
            left = 0
        elif word in _NEGATORS or word.endswith("n't"):
            if left:
                return True
        else:
            left = NEAR if hit or word in _TRUE else max(0, left - 1)
    return False


def _hedges(claim: Sequence[str], text: Sequence[str]) -> bool:
    """Whether a text asks, hedges, or passes the claim on as what others say."""
    known = set(claim)
    return any(word not in known and (word == "?" or word in _HEDGES or word in _SAYING) for word in text)
