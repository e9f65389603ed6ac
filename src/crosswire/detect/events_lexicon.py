"""Words of events: which nouns name happenings, which verbs only carry them, and the PLOVER type of each lemma.

General English, written for news. The type scheme is PLOVER (Halterman et al., "PLOVER and POLECAT: A New Political
Event Ontology and Dataset", 2023): sixteen types; a lemma outside them has no type.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Nouns that name a happening whatever stands around them.
EVENT_NOUNS = _words("""
abdication abduction abolition abortion abuse accession accident accord acquisition acquittal action activity
addiction address admission adoption adultery advance affair aftermath aftershock aggression agreement aid airdrop
airlift airstrike alert allegation allergy alliance ambush amendment annexation anniversary announcement apology
appeal appearance applause application appointment appraisal approach approval argument arraignment arrangement arrest
arrival arson ascent assassination assault assembly assessment assist assistance assurance asylum atrocity attack
attempt attendance auction audition autopsy award backlash backlog backup bail bailout ballot ban bankruptcy baptism
bargaining battle beating beheading betrayal bid bidding birth birthday blackout blast blaze blizzard blockade
bloodbath bloodshed blow blowout bluff blunder boarding bombardment bombing bombshell bonus booking boom boost bout
boycott brawl breach break breakdown breakout breakthrough breakup briefing broadcast build-up buildup burglary burial
bust butchery buy-out buyback buyout by-election bypass call cameo campaign cancellation capsizing capture car-chase
carnage casting catastrophe catch caucus cease-fire ceasefire celebration census ceremony challenge change chaos
charge chase check-in checkout checkup childbearing childbirth christening circumcision claim clampdown clash clean-up
cleanup clearance climb closing closure collapse collision coma comeback comment commission commitment commotion
competition complaint compliance compromise concern concert concession conclusion condemnation conference confession
conflict confrontation congress conquest consent conspiracy consultation contact contest contraction controversy
convention conversation conviction cooperation coronation cough counter-offensive counterattack counteroffensive coup
cover-up coverage crackdown crash crash-landing creation cremation crime crisis criticism crossfire crossing crossover
crucifixion crush cry cull curb curfew custody cut cutback cyberattack cyclone damage dash deadline deadlock deal
death debate debt debut decay deceleration decision declaration decline decommissioning decrease decree defamation
default defeat defection defence defense defiance deforestation delay delivery demand demise demolition demonstration
demotion denial departure deployment deportation derailment descent destruction detention deterioration detonation
detour detox devaluation devastation development diagnosis dialogue dialysis dig dip disagreement disappearance
disappointment disaster discharge disclosure discontent discovery discussion disease disengagement disgrace disgust
dismissal disobedience dispatch displacement disposal dispute disruption dissent dissolution distress distribution
disturbance ditching dive diversion dividend divorce donation downfall downgrade downing downpour downtime downturn
draft dragnet dread drift drill drop drought drowning duel dumping earthquake easing eclipse edict effect effort
election elevation elimination embargo emergence emergency emission encore encounter endorsement enforcement
engagement enlargement enquiry entry epidemic errand eruption escalation escapade escape establishment evacuation
evasion event eviction exam examination excavation exchange excursion execution exercise exhibition exile exit exodus
expansion expedition expenditure experiment exploit exploitation exploration explosion export expose exposure
expulsion extension extermination extortion extradition failure fall fall-out fallout famine fanfare farewell fault
feast feat fellowship felony festival feud fever fiasco fight fighting filibuster filing final finding fire firefight
firing flare-up flight flood flooding flop flotation flow flyover focus foray forecast foreclosure forgery formation
foul fraud freeze frenzy frost fumble fundraiser funeral gain gala game gathering genocide gig glitch grab graduation
grant greeting grilling grounding growth grudge guarantee gunbattle gunfight gunfire gunshot gust hack hail handout
handover handshake hanging harassment harm harvest haul havoc hazard hearing heart-attack heatwave heist help hiatus
hijack hijacking hike hiring hoax holocaust homicide honeymoon honor honour hope hospitalisation hospitalization
hostage-taking hostilities hostility howl hug hunger-strike hunt hurricane illness immigration impact impasse
impeachment implementation importation imprisonment improvement inaugural inauguration incarceration incident increase
incursion indictment infection infighting infiltration inflation influx infraction infringement initiation initiative
injection injunction injury inning inoculation inquest inquiry insertion inspection installation insult insurgency
integration interception interference interrogation interruption intervention interview intimidation intrigue
introduction intrusion inundation invasion investigation investment invitation involvement irruption isolation jab
jailbreak jolt journey judgement judgment jump kick-off kickback kickoff kidnapping killing kiss knockout landfall
landing landslide lapse larceny laughter launch lawsuit lay-off layoff leak leap leave lecture legislation liaison
liberation licensing liftoff liquidation listing litigation lobbying lockdown looting loss lull lynching maintenance
malfunction maneuver manhunt manoeuvre manslaughter marathon march markup marriage massacre match matinee mayhem meal
measure mediation meeting melee meltdown memorial merger migration miscarriage misconduct misdemeanor misdemeanour
misfire mishap mission mistake mistrial misuse mix-up mobilisation mobilization modernization monitoring mourning move
movement mudslide murder mutiny nap nationalization near-miss negotiation nod nomination nosedive nuptials oath-taking
obituary occupation occurrence offence offense offensive offer offering onset onslaught opening operation opposition
ordeal order ordination ouster outage outbreak outburst outcry outflow outing outpouring outreach overdose overflow
overhaul oversight overthrow overture pact pain pandemic parade pardon parley parole participation partition
partnership party passage passing patrol pause payment payout peacekeeping penalty performance persecution perusal
phase pickup pile-up pileup pilgrimage piracy plan playoff plea plebiscite pledge plot plummet plunder plunge pogrom
poisoning poll polling pollution post-mortem prank prayer pregnancy premiere preparation presentation press-conference
primaries primary privatisation privatization probation probe problem proceeding procession proclamation procurement
production profit program progress prohibition prom promise promotion proposal prosecution protest provocation
publication pullback pullout punch punishment purchase purge pursuit push quake qualifying quarantine quarrel quest
quiz race radiation raid rain rainfall raise rally ramp-up rampage ransom rape ratification re-election reaction
readmission reappearance reassessment rebellion rebound rebuke rebuttal recall recess recession recital recognition
reconciliation reconstruction recount recovery recruitment redesign redistribution reduction redundancy reelection
referendum reform refusal regatta rehab rehearsal reinforcement reinstatement rejection relapse relaunch relay release
relief relocation remake remark remission removal renewal renovation renunciation reopening repair repatriation repeal
replacement reply report repression reprisal request rescheduling rescue resettlement reshoot reshuffle reshuffling
resignation resistance resolution response restoration restriction restructuring result resumption resurgence
retaliation retirement retort retreat retrial return reunification reunion revelation reversal review revival revolt
revolution reward ride riot riposte rise risk robbery rollback rollout rollover romance romp rotation round rout row
ruckus ruling run-off rundown runoff rupture rush sabotage sacking sale salute salvage sanction scandal scare scramble
screening scrutiny scuffle search season secession seizure selection self-immolation sell-off selloff semi-final
semifinal send-off sentence sentencing separation sequel sermon service session set-back setback settlement shake
shake-up shakeup shelling shift shipment shock shooting shooting-down shootout shortage shot shout show showcase
showdown shower shuffle shutdown sickness siege sighting signal signing simulation sinking sit-down sit-in skid
skirmish slap slaughter slaying sleep slide slip slowdown slump smash smear smuggling sneeze snowfall snowstorm snub
soar spat speculation speech spike spill spin spin-off splash split spree sprint spurt squabble squeeze stab stabbing
stakeout stalemate stall stampede stand-off standdown standoff standstill start starvation statement stay step
stimulus sting stint stir stoning stop stopover stoppage storm streak strife strike stroke stroll struggle study stunt
subsidence success succession suggestion suicide suit summit supervision supply support surge surgery surrender
surveillance survey survival suspense suspension suspicion swap swearing-in sweep swim swing switch swoop symposium
tackle takedown takeoff takeover talk talks tally tantrum tariff tasering taunt teardown tenure terror terrorism test
testimony testing thaw theft thrashing threat thrust thunderstorm tie-up tip-off tirade toast toil tornado torture
toss touchdown tour tournament traffic trafficking tragedy training transaction transfer transformation transfusion
transition translation transmission transplant transport travel treatment treaty trek tremor trial tribute trip
triumph trouncing truce tsunami tug tumble tumult tuneup turbulence turmoil turnaround turnout tussle twister typhoon
ultimatum undertaking unification unrest unveiling upgrade upheaval uprising uproar upset upsurge uptick upturn use
utterance vaccination vandalism vengeance venture verdict veto victory vigil violation violence visit vote voting vow
voyage wail wait walk walk-off walk-out walkout war warfare warm-up warning wedding whirl wildfire willingness win
wipeout withdrawal wobble workout workshop worry worship wound wrangle wrangling wreck yell
""")

# Nouns that name a happening or a thing: no events where they only modify another noun; those that are not among
# `EVENT_NOUNS` count only where a light verb or an argument shows it.
WEAK_NOUNS = _words("""
accord action activity address affair aid answer approach bid break catch charge competition contact contribution cut
deal decision defence defense demand design development dig dip disease draft drop effort end entry exam exchange
exercise exit export finding fire flow gain game grant growth help import increase investment leave legislation loan
match measure mission move movement offer opening operation order party passage penalty performance phase plan plot
production program race reform release relief report resolution result return rise round sale season sentence service
shock shot show signal start step stop study suit supply support talk test tour trade traffic training transaction
transfer transport treatment turn use venture win work
""")

# Verbs that only carry the event that their object names.
LIGHT_VERBS = _words(
    "have hold take make give do conduct stage pay undertake carry commit perform host deliver mount launch wage"
)
LIGHT_NOUNS_ONLY = _words("plan decision effort progress attempt claim")

# Verbs whose subject is the event: the event is the noun.
OCCUR_VERBS = _words("happen occur begin start erupt resume unfold ensue")
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

# Forces of nature, and mishaps: what they strike or kill is nobody's assault.
NATURAL_FORCES = _words("""
accident collapse collision crash derailment pileup stampede wreck aftershock avalanche blizzard blaze bolt cyclone disease drought earthquake epidemic eruption famine fire flood flooding
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
holding housing icing king landing-gear lightning lining living manufacturing marketing meaning morning nothing
offspring opening-hours operating packaging painting parking plumbing pricing pudding railing ranking rating ring
saving savings saying setting sibling something spring standing sterling stocking string surrounding thing trucking
understanding viking wedding-ring wing writing
""")
DEVERBAL_SUFFIXES = ("ment", "ation", "ution", "ction", "ption", "sion")
NOT_DEVERBAL = _words("""
addiction addition administration advertisement ailment allocation ambition ammunition amusement apartment application
armament association attachment attention auction-house aviation basement battlement bereavement billion bug caption
career caution cement civilisation civilization coalition combination commandment communication compartment complement
compliment conclusion condiment condition confusion connection constitution contentment conversion corporation
corruption definition delegation department description destination detriment dimension direction division document
duration easement edition education element elocution embankment embarrassment emolument emotion employment encampment
endowment enjoyment entertainment environment equipment escarpment establishment exception excitement expression
faction fashion federation fiction figment filament firmament foundation fraction fragment function garment generation
government imagination implement implication impression increment information installment instalment institution
instrument intention intersection judgement judgment jurisdiction legislation ligament location management mansion
medicament million mission moment monument motivation munition nation notion nourishment nutrition obligation occasion
oddment ointment opinion option organisation organization ornament parchment parliament passion pavement pension
perception permission pigment population portion position possession precaution predicament profession proportion
proposition publication question ration refreshment regiment region regulation relation religion reputation
requirement resentment sanitation section sediment segment sensation sentiment session situation solution
specification station substitution supplement television temperament temptation tenement tension testament torment
tradition trillion union vacation variation version vestment vision
""")
