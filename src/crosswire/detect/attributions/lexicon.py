"""Words of attribution: which verbs and nouns attribute, and with which complements. General English, as data."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Verbs that report a clause ("said that …", "…, she noted").
CLAUSE = _words(
    "say tell add note write argue ask claim report explain announce state declare insist conclude acknowledge reply "
    "warn predict tweet reveal admit joke imply respond confirm recall agree deny determine assert assure express "
    "demonstrate recognize recognise complain shout chant yell whisper mutter quip remark observe comment testify "
    "allege contend maintain stress emphasize emphasise underscore underline reiterate repeat affirm reaffirm pledge "
    "promise vow swear threaten boast brag concede confess disclose post retort counter believe think feel doubt hope "
    "hop fear suspect worry expect assume guess reckon imagine wonder estimate forecast calculate find show indicate "
    "suggest signal hint propose recommend urge demand request order rule decide notify inform remind advise caution "
    "charge accuse dispute refute clarify specify stipulate opine posit theorize theorise speculate surmise lament "
    "regret rejoice gripe grumble plead proclaim pronounce preach profess profess confide certify attest vouch protest "
    "persuade convince learn hear read understand discover verify hypothesize cite quote relate recount tout want "
    "wish prefer teach mention telegraph text email blog retweet caption headline conjecture foresee anticipate"
)
# Verbs that introduce or follow a direct quotation only.
QUOTE_ONLY = _words(
    "continue begin conclude start offer answer ask muse exclaim cry scream bellow roar murmur mumble interject "
    "interrupt chime sigh laugh smile snap bark thunder bemoan deadpan summarize summarise call describe put go "
    "echo elaborate finish open recite sing speak lecture scold urge demand object sum intone croak hiss holler beg"
)
# Verbs whose report needs no "that" and may stand after or within it ("…, he said, …").
PARENTHETICAL = _words(
    "say add note write argue claim report explain announce state declare insist conclude acknowledge reply warn "
    "predict tweet reveal admit joke respond confirm recall assert complain quip remark observe comment testify allege "
    "contend maintain stress emphasize emphasise reiterate affirm boast concede confess believe think suggest tell "
    "estimate hope continue recount show indicate guess suspect fear propose explain"
)
CITING = _words("cite quote")
# Verbs of an "as" clause put into what it reports ("as Roe put it").
AS_SAID = _words("say put note report explain write argue observe describe warn predict point tell tweet state")
# Verbs of intention and refusal with an infinitive ("vowed to rebuild").
INTENTION = _words(
    "vow pledge promise refuse decline threaten offer agree plan seek want hope intend ask demand swear wish prefer "
    "propose volunteer resolve expect claim profess aim decide commit request undertake"
)
# Verbs that ask something of someone ("urged the council to wait").
DIRECTIVE = _words(
    "urge ask tell encourage order warn invite beg implore advise instruct press want expect direct command request "
    "remind caution exhort plead challenge allow permit forbid"
)
# Verbs whose object is what is said or judged ("criticised the plan").
OBJECT = _words(
    "criticize criticise praise denounce describe mention discuss endorse accuse announce cite thank claim express "
    "challenge note confirm highlight blast report applaud emphasize emphasise congratulate promise tout explain mock "
    "propose portray question slam blame dismiss declare condemn reject deny defend recall echo repeat reiterate "
    "reference hail decry remind quote prefer view demand favor favour acknowledge suggest predict recommend welcome "
    "regret lament ridicule commend laud extol chide rebuke berate castigate deride lambaste lambast disavow tweet "
    "assail stress criticise bemoan deplore estimate detail outline reveal pledge allege underscore assert "
    "call list dispute concede brand label dub deem characterize characterise depict"
)
# Verbs whose prepositional object is what is said ("called for calm"); the preposition belongs to the cue.
PREPOSITION: dict[str, frozenset[str]] = {
    "call": _words("for on"),
    "refer": _words("to"),
    "respond": _words("to"),
    "point": _words("to"),
    "talk": _words("about of"),
    "speak": _words("about of against"),
    "focus": _words("on"),
    "apologize": _words("for"),
    "apologise": _words("for"),
    "complain": _words("about of"),
    "warn": _words("of about against"),
    "comment": _words("on about"),
    "object": _words("to"),
    "agree": _words("with on to"),
    "disagree": _words("with"),
    "boast": _words("of about"),
    "brag": _words("about of"),
    "advocate": _words("for"),
    "argue": _words("for against"),
    "rail": _words("against"),
    "allude": _words("to"),
    "hint": _words("at"),
    "insist": _words("on"),
    "inquire": _words("about"),
    "ask": _words("about for"),
    "worry": _words("about"),
    "campaign": _words("against"),
    "look": _words("forward"),
    "push": _words("for"),
    "joke": _words("about"),
    "lash": _words("out"),
    "hope": _words("for"),
}
# Words that name a report and take its content as a that-clause ("the claim that …").
NOUN_CLAUSE = _words(
    "claim statement warning allegation accusation announcement assertion belief view opinion suggestion report rumor "
    "rumour revelation promise pledge vow threat argument conclusion prediction admission complaint contention charge "
    "assurance hope fear concern suspicion denial insistence notion idea declaration remark comment acknowledgment "
    "acknowledgement finding estimate demand request proposal speculation confirmation recommendation hint indication "
    "theory doubt expectation impression observation explanation claim"
)
# Words that name a report and take what it is about with a preposition ("criticism of the plan").
NOUN_PREPOSITION: dict[str, frozenset[str]] = {
    "criticism": _words("of about"),
    "attack": _words("on against"),
    "support": _words("for"),
    "opposition": _words("to"),
    "complaint": _words("about of"),
    "question": _words("about"),
    "concern": _words("about over"),
    "call": _words("for"),
    "accusation": _words("of"),
    "allegation": _words("of"),
    "praise": _words("for of"),
    "remark": _words("about on"),
    "comment": _words("about on"),
    "warning": _words("of about"),
    "description": _words("of"),
    "condemnation": _words("of"),
    "denial": _words("of"),
    "endorsement": _words("of"),
    "claim": _words("of"),
    "promise": _words("of"),
}
NOUN_INFINITIVE = _words("promise pledge vow threat offer call demand plan refusal decision request desire intention")
# Verbs that carry another ("went on to say"): they belong to the cue.
CARRIER = _words("go continue begin start proceed come refuse decline fail seem appear use rush hasten want like need")
# Verbs with which unnamed people are quoted in the passive ("is expected to resign").
PASSIVE_UNNAMED = _words("expect say believe think report allege rumor rumour consider know estimate accuse")
# Prepositions of a whole phrase that attributes ("according to").
FEMALE = _words(
    "mrs ms miss lady dame madam mother wife daughter sister aunt niece grandmother widow queen princess duchess "
    "actress chairwoman spokeswoman congresswoman councilwoman businesswoman policewoman woman girl her she herself"
)
MALE = _words(
    "mr sir lord father husband son brother uncle nephew grandfather widower king prince duke actor chairman spokesman "
    "congressman councilman businessman policeman man boy his him he himself"
)
# Nouns for what speaks without being one person; "it" can stand for them.
GROUPS = _words(
    "council ministry government company union committee agency police party court department commission board bank "
    "firm office university hospital army navy parliament cabinet embassy group team club association federation "
    "authority institute foundation charity newspaper paper magazine broadcaster network station statement report "
    "study survey poll document letter memo website administration campaign coalition delegation military watchdog "
    "regulator operator airline railway church school senate congress assembly tribunal article book post tweet email mail message video "
    "transcript filing lawsuit complaint indictment record story column editorial law bill rule constitution data figure "
    "leadership staff crew community industry market world country nation city town village state region term word"
)
PRONOUNS = _words("he she they it i we you who which that this these those one some many others both all him her them")
