"""Words of events: which nouns name happenings, which verbs only carry them, and the PLOVER type of each lemma.

General English, written for news. The type scheme is PLOVER (Halterman et al., "PLOVER and POLECAT: A New Political
Event Ontology and Dataset", 2023): sixteen types; a lemma outside them has no type.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Nouns that name a happening whatever stands around them.
EVENT_NOUNS = _words("""
abduction abortion abuse accession accident acquisition acquittal action activity addition address admission adoption
advance aftershock aggression agreement airstrike alert allegation ambush amendment anniversary announcement annexation
apology appeal appearance application appointment approval argument arraignment arrest arrival arson assassination
assault assessment assembly assistance atrocity attack attempt auction award backlash bailout ballot ban bankruptcy
bargaining battle beating beheading bid birth birthday blackout blast blaze blizzard blockade blow boarding bombardment
bombing boycott brawl breach break breakdown breakthrough breakup briefing bust buyout buyback by-election call campaign
cancellation capture carnage casualty catastrophe ceasefire cease-fire celebration census ceremony challenge change
charge chase checkup childbirth claim clampdown clash clean-up cleanup closing closure collapse collision comeback
comment commission commitment competition complaint concert concession condemnation conference confession conflict
confrontation congress consultation contest contraction controversy convention conversation conviction cooperation
coronation counterattack counteroffensive counter-offensive coup coverage crackdown crash creation crime crisis criticism
crossing crossfire cull curfew cut cutback cyberattack cyclone damage deal death debate debut decision declaration
decline decrease defeat defection delay delivery demand demise demolition demonstration denial departure deployment
deportation derailment destruction detention detonation development devastation devaluation dialogue disappearance
disaster discharge discovery discussion disease dismissal disobedience displacement dispute disruption dissolution
divorce donation downfall downgrade downpour downturn draft drop drought drowning dumping earthquake eclipse election
elimination embargo emergency encounter engagement epidemic eruption escape escalation evacuation eviction examination
exchange execution exercise exhibition exodus expansion expedition experiment explosion export exposure expulsion
extension extermination extradition failure fall famine feast feud festival fight fighting filing final finding fire
firefight firing flight flood flooding foreclosure formation fraud funeral gain game gathering genocide graduation
grant growth gunbattle gunfight gunfire hack handover hanging harassment harvest hearing heatwave heist help hijacking
hike holocaust homicide hostility hurricane imprisonment improvement inauguration incident incursion increase indictment
infection infighting infiltration inflation influx initiative injection injunction injury inquest inquiry inspection
installation insurgency integration intervention interview introduction invasion investigation investment invitation
journey jump kidnapping killing knockout landfall landing landslide launch lawsuit layoff leak leave lecture legislation
liftoff lockdown looting loss lynching manhunt manoeuvre maneuver march marriage massacre match meal measure meeting
melee merger migration mission misconduct mobilization mobilisation mourning move movement murder mutiny mudslide
negotiation nomination nuptials offensive offer offering onslaught operation opposition order ouster outage outbreak
outburst outcry overdose overhaul overthrow pandemic parade pardon participation partnership party patrol pause payment
peacekeeping penalty performance persecution pledge poisoning poll polling pregnancy premiere preparation presentation
press-conference probe proceeding production program progress promise promotion proposal prosecution protest punishment
purchase purge push quake quarantine quarrel race raid rally rampage ransom rape reaction rebellion rebound recall
recession recession recount recovery recruitment redesign reduction referendum reform refusal rehab relocation reopening
relaunch release relief removal renewal reopening repair repatriation replacement report reprisal request rescue
resettlement reshuffle resignation resistance resolution response restoration restructuring retaliation retirement
retreat return reunion reunification revelation reversal review revolt revolution reward ride riot rise robbery rollout
round rout ruling run-off runoff rupture sabotage sale salvage sanction scandal search season seizure selection
selloff sell-off sentence sentencing separation session settlement shakeup shelling shift shipment shooting shootout
shortage shot show showdown shutdown siege signing sinking skirmish slaughter slaying slide slowdown slump smuggling
speech split spree stabbing stampede stand-off standoff starvation statement stay step stoning stop stoppage storm
strike struggle stroke study success suicide suit summit support surge surgery surrender surveillance survey suspension
sweep takeoff takeover talk tackle talks tariff tenure terror terrorism test testimony testing theft threat thunderstorm
tornado torture tour tournament tragedy training transaction transfer transition transplant treatment treaty tremor
trial trip triumph truce tsunami turmoil turnout twister typhoon unrest unveiling upgrade uprising upheaval upturn
use vaccination victory vigil violation violence visit vote voting voyage walkout war warfare warning wedding wildfire
win withdrawal workout worship wrangling wreck
backup bidding booking bloodshed breakout burglary burial butchery bypass childbearing circumcision cremation crossover
crucifixion deadlock deceleration decommissioning defamation defiance deforestation deterioration dialysis diagnosis
dispatch disposal distribution diversion drill duel easing elevation emission endorsement enforcement enlargement entry
establishment evasion eviction excavation expenditure exploitation exploration extortion feat fellowship flare-up flyover
forgery handshake hoax hospitalization hospitalisation hunger-strike immigration impeachment implementation importation
incarceration interception interrogation intimidation intrusion isolation kickoff liberation licensing liquidation
litigation mediation misuse modernization monitoring nationalization occupation offence offense outreach oversight
parole partition passage plebiscite plunge pogrom pollution privatization proclamation procurement provocation
publication pullback pullout qualifying radiation ratification reappearance reassessment reconciliation reconstruction
redistribution re-election reelection reinforcement reinstatement rejection remark renovation renunciation repeal
repression rescheduling restriction resumption retrial reunion riposte rotation scuffle secession self-immolation
semifinal semi-final shake-up simulation sit-in snowfall snowstorm speculation standstill stunt subsidence succession
supply supervision surveillance swearing-in swap switch tasering teardown tie-up traffic trafficking transformation
translation transmission transport trouncing turnaround undertaking unification vandalism verdict veto walk-out warm-up
""")

# Nouns that name a happening or a thing; they count as events only where a verb, a time or an argument shows it.
WEAK_NOUNS = _words("""
account act action activity address affair aid answer art bid bill board break business care case cause charge
communication competition condition contribution control cost cover culture cut date deal decision defense defence
demand design development direction disease draft drive drop effort end entry exchange exercise experience export
finding fire force form function gain game government grant growth help home import increase information interest
investment issue law leave legislation level line list living loan look lot management mark market match measure
method mind mission move movement need offer office operation order organization organisation part party pass passage
pay penalty performance place plan play point policy position power practice price process production program programme
project provision race rate reason reform relation release relief report resolution resource result return rise role
round rule run sale season sense sentence series service set share shot show side sign step stock stop story structure
study suit supply support system talk term test tour trade traffic training transaction transfer transport treatment
trend turn use value view voice watch way weather will work world
""")

# Verbs that only carry the event that their object names.
LIGHT_VERBS = _words(
    "have hold take make give do conduct stage pay undertake carry commit perform get host deliver mount"
)
LIGHT_NOUNS_ONLY = _words("plan decision effort progress attempt claim")

# Verbs whose subject is the event: the event is the noun.
OCCUR_VERBS = _words("happen occur begin start end continue erupt break take come follow last resume go unfold ensue")

# Verbs that state no event of their own.
STATIVE_VERBS = _words("be have seem appear belong consist contain resemble weigh cost matter own possess lack concern")

REPORTING_VERBS = _words("""
say tell report state announce add note explain claim allege assert insist maintain argue contend confirm acknowledge
admit concede reveal disclose declare remark comment stress emphasize emphasise reiterate suggest indicate imply warn
write tweet post recall testify cite quote describe mention inform notify deny reply respond answer ask observe predict
believe think know feel hear learn understand estimate consider see find show signal hint boast complain repeat promise
vow pledge swear read conclude agree brief advise assure remind
""")

_TYPES = {
    "AGREE": "agree accept approve ratify accede consent settle compromise agreement deal treaty truce settlement accord pact ceasefire cease-fire ratification armistice compact",
    "CONSULT": "meet visit discuss consult talk negotiate confer host mediate convene brief phone telephone meeting visit discussion consultation talk talks negotiation summit conference conversation dialogue mediation briefing trip tour",
    "SUPPORT": "support praise endorse back applaud welcome congratulate defend commend apologize apologise hail support praise endorsement backing apology",
    "CONCEDE": "concede yield release free pardon resign relent ease lift repatriate release amnesty resignation concession pardon surrender surrender parole",
    "COOPERATE": "cooperate collaborate ally sign share extradite cooperation collaboration partnership alliance extradition",
    "AID": "aid assist help donate fund rescue shelter evacuate feed aid assistance donation rescue relief evacuation airlift",
    "RETREAT": "retreat withdraw retire pull disengage demobilize retreat withdrawal pullout ceding demobilization",
    "REQUEST": "request ask urge demand appeal call seek petition plead beg request demand appeal plea petition",
    "ACCUSE": "accuse criticize criticise condemn denounce blame charge sue indict allege complain investigate prosecute accusation criticism condemnation allegation indictment lawsuit complaint investigation probe inquiry prosecution",
    "REJECT": "reject refuse decline veto oppose deny rebuff dismiss defy rejection refusal veto denial defiance dismissal",
    "THREATEN": "threaten warn menace threat ultimatum warning",
    "PROTEST": "protest demonstrate rally march riot picket boycott protest demonstration rally riot boycott walkout sit-in unrest uprising",
    "SANCTION": "sanction embargo expel ban suspend sanction embargo expulsion ban boycott",
    "MOBILIZE": "mobilize mobilise deploy amass mass mobilization mobilisation deployment build-up buildup",
    "COERCE": "arrest detain jail imprison seize confiscate restrict censor repress deport evict ban sentence raid torture curfew arrest detention imprisonment seizure crackdown curfew repression deportation eviction raid torture blockade siege",
    "ASSAULT": "attack kill bomb shoot assassinate murder strike shell assault stab ambush invade massacre abduct kidnap rape behead slaughter torch fight clash battle attack killing bombing shooting assassination murder airstrike strike shelling assault stabbing ambush invasion massacre abduction kidnapping rape slaughter offensive bombardment fighting clash battle war explosion firefight gunfire incursion genocide",
}
PLOVER: dict[str, str] = {}
for _type, _lemmas in _TYPES.items():
    for _lemma in _lemmas.split():
        PLOVER.setdefault(_lemma, _type)

# Common nouns of places, for "was in hospital", "met at the airport".
PLACE_NOUNS = _words("""
abbey airport area bank barracks base bay beach border bridge building camp campus capital cathedral cemetery center
centre church cinema city clinic coast college compound consulate continent country court courthouse courtroom creek
desert district embassy factory farm field forest garage harbor harbour headquarters highway home hospital hotel house
island jail jungle kingdom lake mall mansion market mine mosque mountain museum neighborhood neighbourhood nightclub
office outskirts palace park parliament peninsula plant port prison province quarter region resort restaurant river
road school sea settlement shop shore site square stadium state station store street suburb synagogue temple territory
theater theatre town university valley venue village warehouse zone crossing checkpoint hall club pub bar apartment
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

# -ing nouns that are things.
NOT_EVENT_ING = _words("""
building morning evening king thing something anything everything nothing spring string wing ceiling ring being
clothing housing feeling earring offspring sibling darling pudding sterling viking lightning railing awning bedding
wedding-ring plumbing painting saying meaning setting understanding writing rating ranking landing-gear savings saving
drawing surrounding lining opening-hours dressing stocking icing parking banking engineering farming advertising
manufacturing marketing accounting broadcasting gambling clearing crossing backing standing heading funding holding
""")
DEVERBAL_SUFFIXES = ("ation", "ition", "ution", "ction", "ption", "sion")
NOT_DEVERBAL = _words("""
nation station population section position condition tradition edition fraction faction organization organisation
corporation institution foundation association information situation relation generation constitution function direction
location federation coalition religion region million billion trillion opinion union version mission vision television
pension passion tension dimension mansion division proportion portion option caption fashion question intention
reputation education jurisdiction ambition ammunition nutrition fiction ration auction-house addiction administration
delegation application combination communication conclusion definition description destination attention emotion
exception expression impression imagination motivation notion obligation occasion perception permission possession
precaution profession proposition publication sanitation sensation session solution specification variation vacation
temptation legislation regulation civilization civilisation allocation confusion corruption conversion aviation
""")
