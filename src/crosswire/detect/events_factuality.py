"""Whether an event happened, is planned, possible, denied or cancelled: status and factuality from the syntax.

Each verb passes a context down to its complements, as in the implicative signatures of Nairn, Condoravdi and
Karttunen (2006) and TruthTeller (Lotan, Stern and Dagan 2013): a value from -3 (certainly not) to +3 (certainly),
as FactBank and UW (Lee et al. 2015) use it, for a governor that holds and for one that does not. Modals, negation,
conditionals and tense act on the word itself.
"""

from __future__ import annotations

from typing import NamedTuple

from crosswire.model import EventStatus


class Context(NamedTuple):
    """How far a clause is held to be true, and in which way."""

    value: float
    status: EventStatus


class Signature(NamedTuple):
    """What a governor makes of its complement: the value if it holds, if it does not, and a status (None: kept)."""

    holds: float
    fails: float
    status: EventStatus | None


ASSERTED = Context(3.0, "happened")
UNDECIDED = 0.6


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _table(*rows: tuple[Signature, str]) -> dict[str, Signature]:
    return {lemma.replace("_", " "): signature for signature, lemmas in rows for lemma in lemmas.split()}


SAY = Signature(2.9, 1.8, None)
CLAIM = Signature(2.8, 1.4, None)
BELIEVE = Signature(2.2, -0.8, None)
FACTIVE = Signature(2.9, 2.4, None)
FINITE = _table(
    (
        SAY,
        "say tell report state announce add note explain write inform recall declare testify mention reply answer respond stress emphasize emphasise reiterate tweet post quote describe read brief advise",
    ),
    (
        FACTIVE,
        "know learn realize realise see find discover show confirm acknowledge admit reveal disclose regret remember forget notice prove establish hear recognize recognise demonstrate remind thank",
    ),
    (
        CLAIM,
        "claim allege assert insist maintain argue contend suggest indicate imply accuse hint boast speculate rumor charge complain warn estimate conclude feel",
    ),
    (
        BELIEVE,
        "believe think expect suspect suppose assume guess imagine predict consider fear worry understand anticipate project forecast",
    ),
    (
        Signature(1.6, 0.4, "possible"),
        "hope wish want seek propose suggest recommend demand urge ask request wonder hypothesize pray require call insist",
    ),
    (Signature(-1.8, 1.0, "denied"), "deny refute reject dispute"),
    (Signature(-0.6, 1.0, "possible"), "doubt"),
    (Signature(2.2, -0.8, "planned"), "promise vow pledge swear agree decide plan threaten intend"),
)
INFINITE = _table(
    (
        Signature(2.8, -2.6, None),
        "manage begin start continue help force cause get lead prompt enable let make see watch hear remember happen come keep compel proceed dare use bother finish resume succeed serve act find feel leave catch drive spend",
    ),
    (
        Signature(-1.8, 2.0, "denied"),
        "give_up rule_out fail refuse decline neglect forget stop cease quit avoid prevent block bar prohibit ban forbid hinder preclude halt resist abandon prohibit dissuade abstain deter discourage",
    ),
    (
        Signature(2.0, -0.8, "planned"),
        "plan intend agree decide vow pledge promise prepare arrange schedule set expect slate due aim resolve swear undertake commit mean project determine poise go threaten choose opt vote offer",
    ),
    (
        Signature(1.5, -0.8, "possible"),
        "want try attempt seek hope wish ask urge call demand press push request beg order tell invite encourage persuade advise recommend require allow permit need consider suggest propose authorize authorise like love prefer struggle work fight bid ready oblige instruct command appeal warn fear hesitate afford wait tempt design train",
    ),
    (
        Signature(2.2, -1.0, None),
        "seem appear tend believe say report think know claim allege find consider show understand rumor deem",
    ),
)
NOMINAL = _table(
    (
        Signature(2.8, -2.6, None),
        "hold have make take give stage conduct launch carry begin start continue cause face suffer see witness commit perform host undertake pay deliver mount attend wage trigger spark provoke sustain join lead end finish complete sign win lose receive",
    ),
    (
        Signature(-1.0, 1.4, "denied"),
        "prevent avoid avert block foil thwart deny reject forestall stop halt refuse rule_out dodge escape forbid ban prohibit bar oppose lack",
    ),
    (Signature(-1.6, 1.6, "cancelled"), "cancel postpone scrap abandon scrub shelve abort call_off put_off"),
    (
        Signature(2.0, -1.2, "planned"),
        "plan schedule announce arrange prepare organize organise expect promise pledge intend set propose approve",
    ),
    (
        Signature(1.6, 0.4, "possible"),
        "want seek demand request urge call hope wish need threaten consider weigh ask fear suggest recommend allow authorize authorise require encourage order risk offer support favor favour await",
    ),
    (Signature(2.0, 0.6, None), "claim allege suspect"),
)
ADJECTIVES = _table(
    (
        Signature(2.0, -1.2, "planned"),
        "due set ready prepared poised scheduled slated bound likely sure certain determined willing",
    ),
    (
        Signature(1.5, -1.0, "possible"),
        "able eager keen possible unlikely reluctant unwilling hopeful free easy hard difficult important necessary anxious desperate hesitant afraid impossible essential crucial vital tough",
    ),
    (Signature(-1.6, 1.2, "denied"), "unable impossible unwilling reluctant"),
)
# What these verbs have as a definite object was there before: "approved the measure", "considered the request".
PRESUPPOSING = _words("""
approve propose announce consider weigh support favor favour fear reject oppose refuse dodge stop halt allow encourage
recommend suggest risk offer escape
""")
# What was said or asked was said, also where it is denied: "denied the accusations", "rejected a report".
SAYINGS = _words(
    "accusation allegation claim report charge request call appeal suggestion statement demand rumor rumour"
)
NOUN_GOVERNORS = _table(
    (
        Signature(2.0, -1.2, "planned"),
        "plan intention decision promise pledge vow commitment proposal agreement deal preparation schedule",
    ),
    (
        Signature(1.5, -1.0, "possible"),
        "effort attempt bid hope desire wish need call demand request possibility chance threat risk fear order right ability opportunity responsibility power willingness permission campaign move proposal appeal duty obligation aim goal objective prospect likelihood idea option",
    ),
    (Signature(-2.2, 1.0, "denied"), "failure refusal inability denial"),
    (Signature(2.8, 1.4, None), "fact news knowledge evidence revelation confirmation report announcement"),
    (
        Signature(2.0, 0.6, None),
        "claim allegation accusation suspicion rumor rumour belief charge suggestion speculation assertion theory concern",
    ),
)

MODALS: dict[str, Context] = {
    "will": Context(2.5, "planned"),
    "'ll": Context(2.5, "planned"),
    "’ll": Context(2.5, "planned"),
    "wo": Context(2.5, "planned"),
    "shall": Context(2.0, "planned"),
    "would": Context(1.7, "possible"),
    "'d": Context(1.7, "possible"),
    "’d": Context(1.7, "possible"),
    "may": Context(1.3, "possible"),
    "might": Context(1.2, "possible"),
    "could": Context(1.2, "possible"),
    "can": Context(1.5, "possible"),
    "ca": Context(1.5, "possible"),
    "should": Context(1.2, "possible"),
    "must": Context(1.8, "possible"),
    "ought": Context(1.2, "possible"),
    "need": Context(1.0, "possible"),
}
CONDITIONAL_MARKS = frozenset({"if", "unless", "whether", "lest", "should", "provided", "assuming"})
NEGATED = 2.0
PURPOSE = Signature(2.0, 0.8, "possible")
NEGATORS = frozenset({"not", "n't", "n’t", "never", "no", "hardly", "neither", "nor", "nowhere"})
NEGATIVE_PRONOUNS = frozenset({"nobody", "none", "nothing", "neither"})
NEGATIVE_DETERMINERS = frozenset({"no", "neither", "zero"})
DOUBT_ADVERBS = {
    "reportedly": 1.6,
    "allegedly": 1.2,
    "apparently": 1.8,
    "possibly": 0.8,
    "perhaps": 0.8,
    "maybe": 0.6,
    "probably": 1.6,
    "likely": 1.6,
    "supposedly": 0.8,
    "presumably": 1.4,
    "potentially": 0.8,
    "purportedly": 1.0,
    "seemingly": 1.6,
}
DOUBT_ADJECTIVES = {
    "alleged": 1.0,
    "possible": 0.6,
    "potential": 0.6,
    "suspected": 1.2,
    "apparent": 1.8,
    "reported": 1.6,
    "purported": 0.8,
    "supposed": 0.6,
    "likely": 1.0,
    "hypothetical": 0.2,
    "would-be": 0.2,
    "proposed": 0.8,
    "threatened": 0.6,
    "future": 1.2,
    "planned": 1.2,
    "scheduled": 1.4,
    "upcoming": 1.6,
    "forthcoming": 1.6,
    "impending": 1.2,
    "expected": 1.2,
    "attempted": 0.6,
    "failed": 1.0,
    "cancelled": -1.6,
    "canceled": -1.6,
    "postponed": -1.0,
    "aborted": -1.6,
}
ADJECTIVE_STATUS: dict[str, EventStatus] = {
    "possible": "possible", "potential": "possible", "proposed": "possible", "hypothetical": "possible", "threatened": "possible",
    "would-be": "possible", "likely": "possible", "future": "planned", "planned": "planned", "scheduled": "planned",
    "upcoming": "planned", "forthcoming": "planned", "impending": "planned", "expected": "planned", "attempted": "unknown",
    "failed": "unknown", "cancelled": "cancelled", "canceled": "cancelled", "postponed": "cancelled", "aborted": "cancelled",
}  # fmt: skip


def pass_down(signature: Signature, above: Context) -> Context:
    """The context of a complement under a governor that itself stands in `above`."""
    weight = 0.4 + 0.2 * abs(above.value)
    value = (signature.holds if above.value >= 0 else signature.fails) * weight
    if signature.holds < 0 and above.status == "possible":
        return Context(UNDECIDED, "possible")
    if value < -0.4:
        return Context(
            value, "cancelled" if signature.status == "cancelled" and above.status == "happened" else "denied"
        )
    if signature.status in {"denied", "cancelled"}:
        return Context(value, "possible" if above.status in {"possible", "planned"} else "happened")
    if signature.status is not None:
        return Context(value, signature.status)
    return Context(value, above.status if above.status != "denied" else "possible")


def negate(context: Context) -> Context:
    """The context of what is negated within `context`."""
    if context.value < 0:
        return Context(-context.value, "happened")
    return Context(-min(NEGATED, 1.2 + 0.5 * context.value), "denied")
