"""Words of events: which nouns name happenings, which verbs only carry them, and the PLOVER type of each lemma.

General English, written for news. The type scheme is PLOVER (Halterman et al., "PLOVER and POLECAT: A New Political
Event Ontology and Dataset", 2023): sixteen types; a lemma outside them has no type.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Nouns that name a happening whatever stands around them.
EVENT_NOUNS = _words("""
abdication abduction abortion abuse accession accident abolition acquisition prohibition recognition acquittal action activity addiction addition
address admission adoption adultery advance affair aftermath aftershock aggression agreement aid airdrop airlift
airstrike alert allegation allergy ambush amendment annexation anniversary announcement apology appeal appearance
application appointment approval argument arraignment arrangement arrest arrival arson ascent assassination assault
assembly assessment assist assistance assurance atrocity attack attempt auction audition autopsy award backlash
backlog backup bail bailout ballot ban bankruptcy baptism bargaining battle beating beheading bid bidding birth
birthday blackout blast blaze blizzard blockade bloodbath bloodshed blow blowout boarding bombardment bombing bonus
booking boycott brawl breach break breakdown breakout breakthrough breakup briefing bug burglary burial bust butchery
buy-out buyback buyout by-election bypass call campaign cancellation capsizing capture car-chase career carnage
casting catastrophe caucus cease-fire ceasefire celebration census ceremony challenge change charge chase
checkup childbearing childbirth christening circumcision claim clampdown clash clean-up cleanup climb closing closure
collapse collision coma comeback comment commission commitment competition complaint concern concert concession
condemnation conference confession conflict confrontation congress conquest consultation contest contraction
controversy convention conversation conviction cooperation coronation cough counter-offensive counterattack
counteroffensive coup coverage crackdown crash crash-landing creation cremation crime crisis criticism crossfire
crossing crossover crucifixion cull curfew custody cut cutback cyberattack cyclone damage deadline deadlock deal death
debate debt debut deceleration decision declaration decline decommissioning decrease defamation default defeat
defection defiance deforestation delay delivery demand demise demolition demonstration demotion denial departure
deployment deportation derailment descent destruction detention deterioration detonation detox devaluation devastation
development diagnosis dialogue dialysis disappearance disaster discharge discovery discussion disease disengagement
dismissal disobedience dispatch displacement disposal dispute disruption dissolution distribution ditching dive
diversion dividend divorce donation downfall downgrade downpour downtime downturn draft dragnet drill drop drought
drowning duel dumping earthquake easing eclipse effect effort election elevation elimination embargo emergency
emission encounter endorsement enforcement engagement enlargement entry epidemic eruption escalation escape
establishment evacuation evasion event eviction examination excavation exchange execution exercise exhibition exodus
expansion expedition expenditure experiment exploit exploitation exploration explosion export exposure expulsion
extension extermination extortion extradition failure fall famine fault feast feat fellowship felony festival feud
fever fight fighting filibuster filing final finding fire firefight firing flare-up flight flood flooding flotation
flyover focus foreclosure forgery formation fraud frost fumble fundraiser funeral gain game gathering genocide glitch
graduation grant grounding growth gunbattle gunfight gunfire hack hail handover handshake hanging harassment harm
harvest hazard hearing heart-attack heatwave heist help hijack hijacking hike hiring hoax holocaust homicide honeymoon
honor honour hope hospitalisation hospitalization hostage-taking hostility hug hunger-strike hunt hurricane illness
immigration impact impasse impeachment implementation importation imprisonment improvement inaugural inauguration
incarceration incident increase incursion indictment infection infighting infiltration inflation influx initiative
injection injunction injury inning inoculation inquest inquiry inspection installation insurgency integration
interception interrogation interruption intervention interview intimidation intrigue introduction intrusion invasion
investigation investment invitation isolation journey judgement judgment jump kickoff kidnapping killing kiss knockout
landfall landing landslide larceny launch lawsuit lay-off layoff leak leave lecture legislation liberation licensing
liftoff liquidation listing litigation lockdown looting loss lynching malfunction maneuver manhunt manoeuvre
manslaughter marathon march markup marriage massacre match matinee meal measure mediation meeting melee meltdown
memorial merger migration misconduct misdemeanor misdemeanour mission mistrial misuse mobilisation mobilization
modernization monitoring mourning move movement mudslide murder mutiny nap nationalization negotiation nomination
nuptials obituary occasion occupation offence offense offensive offer offering onslaught operation opposition order
ouster outage outbreak outburst outcry outreach overdose overflow overhaul oversight overthrow pain pandemic parade
pardon parole participation partition partnership party passage passing patrol pause payment peacekeeping penalty
performance persecution pile-up pileup piracy plan playoff plea plebiscite pledge plunge pogrom poisoning poll polling
pollution pregnancy premiere preparation presentation press-conference primary privatization probation probe problem
proceeding proclamation procurement production profit program progress promise promotion proposal prosecution protest
provocation publication pullback pullout punishment purchase purge pursuit push quake qualifying quarantine quarrel
race radiation raid rain rainfall raise rally rampage ransom rape ratification re-election reaction reappearance
reassessment rebellion rebound recall recess recession reconciliation reconstruction recount recovery recruitment
redesign redistribution reduction redundancy reelection referendum reform refusal regatta rehab rehearsal
reinforcement reinstatement rejection relapse relaunch relay release relief relocation remake remark remission removal
renewal renovation renunciation reopening repair repatriation repeal replacement report repression reprisal request
rescheduling rescue resettlement reshoot reshuffle resignation resistance resolution response restoration restriction
restructuring result resumption retaliation retirement retreat retrial return reunification reunion revelation
reversal review revolt revolution reward ride riot riposte rise risk robbery rollout rollover romance rotation round
rout ruling run-off runoff rupture sabotage sacking sale salvage sanction scandal scuffle search season secession
seizure selection self-immolation sell-off selloff semi-final semifinal sentence sentencing separation sequel service
session setback settlement shake-up shakeup shelling shift shipment shooting shootout shortage shot show showdown
shower shutdown sickness siege signing simulation sinking sit-in skirmish slaughter slaying sleep slide slowdown slump
smash smuggling snowfall snowstorm speculation speech spill spin-off split spree sprint stabbing stakeout stalemate
stampede stand-off standoff standstill starvation statement stay step stimulus sting stint stoning stop stoppage storm
streak strike stroke struggle study stunt subsidence success succession suicide suit summit supervision supply support
surge surgery surrender surveillance survey suspense suspension suspicion swap swearing-in sweep swim switch tackle
takeoff takeover talk talks tariff tasering teardown tenure terror terrorism test testimony testing thaw theft threat
thunderstorm tie-up tornado torture touchdown tour tournament traffic trafficking tragedy training transaction
transfer transformation transfusion transition translation transmission transplant transport travel treatment treaty
trek tremor trial tribute trip triumph trouncing truce tsunami turmoil turnaround turnout twister typhoon undertaking
unification unrest unveiling upgrade upheaval uprising upset upturn use vaccination vandalism verdict veto victory
vigil violation violence visit vote voting voyage walk walk-out walkout war warfare warm-up warning wedding wildfire
win withdrawal workout worship wound wrangling wreck
""")

# Nouns that name a happening or a thing: no events where they only modify another noun; those that are not among
# `EVENT_NOUNS` count only where a light verb or an argument shows it.
WEAK_NOUNS = _words("""
action activity address affair aid answer bid break charge competition contribution cut deal decision demand design
development disease draft drop effort end entry exchange exercise export finding fire gain game grant growth help
import increase investment leave legislation loan match measure mission move movement offer operation order party
passage penalty performance plan production program race reform release relief report resolution result return rise
round sale season sentence service shot show step stop study suit supply support talk test tour trade traffic training
transaction transfer transport treatment turn use work
""")

# Verbs that only carry the event that their object names.
LIGHT_VERBS = _words(
    "have hold take make give do conduct stage pay undertake carry commit perform host deliver mount launch wage"
)
LIGHT_NOUNS_ONLY = _words("plan decision effort progress attempt claim")

# Verbs whose subject is the event: the event is the noun.
OCCUR_VERBS = _words("happen occur begin start end continue erupt break take come follow last resume go unfold ensue")
# ... and which say nothing beside that it took place.
BARE_OCCUR_VERBS = _words("happen occur")
# With these, an event noun as subject or object shares the time of the verb.
SAME_TIME_VERBS = _words("begin start end open resume attend join strike hit rock shake erupt break unfold continue")
HABITUAL_ADVERBS = _words("usually often always regularly generally normally typically frequently traditionally")

# Verbs that state no event of their own.
STATIVE_VERBS = _words("be have seem consist resemble")
SEEM_VERBS = _words("appear look sound feel prove")

REPORTING_VERBS = _words("""
acknowledge add admit advise agree allege announce answer argue ask assert assure believe boast brief cite claim
comment complain concede conclude confirm consider contend declare deny describe disclose emphasise emphasize estimate
explain feel find hear hint imply indicate inform insist know learn maintain mention note notify observe pledge post
predict promise quote read recall reiterate remark remind repeat reply report respond reveal say see show signal state
stress suggest swear tell testify think tweet understand vow warn write
""")

# PLOVER type → its verbs and its nouns. What names two types, or a type only at times, stands under none.
_TYPES: dict[str, tuple[str, str]] = {
    "AGREE": (
        "agree approve ratify accede settle sign compromise",
        "agreement deal treaty truce settlement accord pact ceasefire cease-fire ratification armistice compromise signing",
    ),
    "CONSULT": (
        "meet visit discuss consult talk negotiate confer mediate convene brief phone telephone",
        (
            "meeting visit discussion consultation talk talks negotiation summit conference conversation dialogue "
            "mediation briefing trip tour"
        ),
    ),
    "SUPPORT": (
        "support praise endorse back applaud welcome congratulate commend apologize apologise hail salute",
        "support praise endorsement backing apology",
    ),
    "CONCEDE": (
        "concede yield release free pardon resign relent surrender repatriate",
        "release amnesty resignation concession pardon surrender parole repatriation",
    ),
    "COOPERATE": (
        "cooperate collaborate ally extradite",
        "cooperation collaboration partnership alliance extradition",
    ),
    "AID": (
        "aid assist donate rescue evacuate shelter",
        "aid assistance donation rescue relief evacuation airlift airdrop",
    ),
    "RETREAT": (
        "retreat withdraw disengage demobilize demobilise",
        "retreat withdrawal pullout pullback disengagement demobilization demobilisation",
    ),
    "REQUEST": ("request ask urge demand appeal petition plead beg", "request demand appeal plea petition"),
    "ACCUSE": (
        "accuse criticize criticise condemn denounce blame sue indict investigate prosecute",
        "accusation criticism condemnation allegation indictment lawsuit investigation prosecution inquiry probe",
    ),
    "REJECT": ("reject refuse veto oppose rebuff defy deny", "rejection refusal veto defiance denial"),
    "THREATEN": ("threaten", "threat ultimatum"),
    "PROTEST": (
        "protest demonstrate riot picket boycott",
        "protest demonstration riot boycott walkout sit-in unrest uprising",
    ),
    "SANCTION": ("embargo expel sanction", "sanction embargo expulsion"),
    "MOBILIZE": ("mobilize mobilise deploy amass", "mobilization mobilisation deployment buildup build-up"),
    "COERCE": (
        "arrest detain jail imprison seize confiscate censor repress deport evict torture blockade besiege",
        (
            "arrest detention imprisonment seizure crackdown curfew repression deportation eviction torture blockade "
            "siege confiscation censorship"
        ),
    ),
    "ASSAULT": (
        (
            "attack kill bomb shoot assassinate murder shell assault stab ambush invade massacre abduct kidnap rape "
            "behead slaughter clash bombard"
        ),
        (
            "attack killing bombing shooting assassination murder airstrike shelling assault stabbing ambush invasion "
            "massacre abduction kidnapping rape slaughter bombardment fighting clash battle war firefight incursion "
            "genocide offensive counteroffensive counter-offensive counterattack"
        ),
    ),
}
VERB_TYPES: dict[str, str] = {lemma: name for name, (verbs, _) in _TYPES.items() for lemma in verbs.split()}
VERB_TYPES |= {
    "pull out": "RETREAT",
    "step down": "CONCEDE",
    "give up": "CONCEDE",
    "give in": "CONCEDE",
    "round up": "COERCE",
}
NOUN_TYPES: dict[str, str] = {lemma: name for name, (_, nouns) in _TYPES.items() for lemma in nouns.split()}

# With a particle these verbs are others than without it: no type of the bare verb.
PARTICLE_CHANGES = _words("back call shoot yield talk turn brief sign meet settle")

# Forces of nature: what they strike or kill is nobody's assault.
NATURAL_FORCES = _words("""
aftershock avalanche blizzard blaze bolt cyclone disease drought earthquake epidemic eruption famine fire flood flooding
heatwave hurricane landslide lightning mudslide outbreak pandemic quake rain snowstorm storm temblor tornado tremor
tsunami typhoon virus volcano wave wildfire wind
""")

# Common nouns of places, for "was in hospital", "met at the airport".
PLACE_NOUNS = _words("""
abbey airport apartment area bank bar barracks base bay beach border bridge building camp campus capital cathedral
cemetery center centre checkpoint church cinema city clinic club coast college compound consulate continent country
court courthouse courtroom creek crossing desert district embassy factory farm field forest garage hall harbor harbour
headquarters highway home hospital hotel house island jail jungle kingdom lake mall mansion market mine mosque
mountain museum neighborhood neighbourhood nightclub office outskirts palace park parliament peninsula plant port
prison province pub quarter region resort restaurant river road school sea settlement shop shore site square stadium
state station store street suburb synagogue temple territory theater theatre town university valley venue village
warehouse zone
""")
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
ACTOR_LABELS = frozenset({"PERSON", "ORG", "NORP", "GPE"})
PLACE_PREPS = frozenset(
    {
        "in",
        "at",
        "to",
        "into",
        "near",
        "outside",
        "inside",
        "across",
        "from",
        "around",
        "over",
        "through",
        "toward",
        "towards",
        "within",
        "on",
        "off",
    }
)

# Verbs whose direct object is where the event takes place.
PLACE_OBJECT_VERBS = _words(
    "visit enter leave reach tour invade occupy evacuate flee attack bomb shell raid hit strike quit exit storm"
)

# Adjectives that say, as predicates, what became of someone.
EVENT_ADJECTIVES = _words("""
absent afraid alive angry aware bankrupt concerned dead disappointed engaged guilty homeless hospitalised hospitalized
hostage hurt ill injured married missing pleased pregnant shocked sick stranded surprised trapped unable unaware
unconscious unwilling upset willing worried wounded
""")

# -ing nouns that are things.
NOT_EVENT_ING = _words("""
accounting advertising anything awning backing banking bedding being broadcasting building ceiling clearing clothing
crossing darling drawing dressing earring engineering evening everything farming feeling funding gambling heading
holding housing icing king landing-gear lightning lining manufacturing marketing meaning morning nothing offspring
opening-hours painting parking plumbing pudding railing ranking rating ring saving savings saying setting sibling
something spring standing sterling stocking string surrounding thing understanding viking wedding-ring wing writing
""")
DEVERBAL_SUFFIXES = ("ation", "ution", "ction", "ption", "sion")
NOT_DEVERBAL = _words("""
addiction administration allocation ambition ammunition application association attention auction-house aviation
billion caption civilisation civilization coalition combination communication conclusion condition confusion
constitution conversion corporation corruption definition delegation description destination dimension direction
division edition education emotion exception expression faction fashion federation fiction foundation fraction
function generation imagination impression information institution intention jurisdiction legislation location mansion
million mission motivation nation notion nutrition obligation occasion opinion option organisation organization
passion pension perception permission population portion position possession precaution profession proportion
proposition publication question ration region regulation relation religion reputation sanitation section sensation
session situation solution specification station television temptation tension tradition trillion union vacation
variation version vision
""")
