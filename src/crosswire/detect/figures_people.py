"""Words that name people: by work, belief, kinship, or where they are from; and counts of somebody's children."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.detect.figures_numbers import Piece, number_at
from crosswire.detect.figures_role_words import DONE, PEOPLE
from crosswire.detect.gazetteer import listed

# Plurals. Beside a word such as "killed" they name people; elsewhere some of them may name things ("guides").
PERSONS = listed(
    """
    abductees academics agents airmen apprentices assailants athletes attackers attendees aunts babysitters
    bailiffs bandmates bankers bartenders bikers boatmen bodyguards boaters bombers boyfriends brides bridesmaids burglars
    butchers cadets campers canoeists carers caretakers cashiers catholics celebrants chefs christians cleaners clergy clerics
    clerks climbers coaches colleagues colonists combatants commandos commuters companions congregants conscripts constables
    contractors cooks cops couriers coworkers crewmates dancers defenders demonstrators detectives detainees diners divers
    doormen dockers electricians engineers escorts evacuees extremists farmers fathers fiancees finalists fishers folk
    fundamentalists freshmen gangsters gatekeepers gendarmes gentlemen girlfriends godparents graders graduates grandchildren
    granddaughters grandfathers grandmothers grandsons grenadiers guards guerrillas guides gunners hairdressers herders heirs
    herdsmen hikers hindus hitchhikers holidaymakers homeowners hunters imams immigrants informants insurgents internees
    interpreters intruders invaders investigators islamists janitors jews jihadists jockeys joggers juniors jurors juveniles
    labourers laborers ladies landlords lawmakers lawyers lecturers lieutenants lifeguards lodgers loggers
    loyalists marchers marines marshals martyrs masons mechanics medics merchants merrymakers militiamen ministers
    minors missionaries moms monks mothers motorcyclists mountaineers mourners mums murderers musicians muslims nannies
    nationalists nephews newborns newlyweds nieces nomads novices nuns occupants offenders onlookers operatives opponents
    orphans owners paramedics paratroopers parishioners partisans patriots patrons paupers peasants pensioners
    performers photographers pilgrims pirates plumbers policewomen poets porters postmen preachers preschoolers preteens
    priests prisoners prostitutes publicans rabbis racers raiders rangers ranchers rappers rebels receptionists recruits
    reporters reservists residents revelers revellers riders rioters robbers rockers roommates roofers rowers rustlers sailors
    salesmen schoolboys schoolchildren schoolgirls schoolmates scholars scientists scouts seamen seafarers secularists
    seminarians seniors separatists sergeants servants servicewomen settlers shepherds sheriffs sherpas shiites shooters
    shopkeepers sikhs skaters skiers slaves smugglers snowboarders sophomores spectators stepchildren stepsons stepdaughters
    stockmen stowaways strangers strollers sunbathers sunnis superintendents surfers surgeons swimmers technicians
    teammates tenants terrorists thieves traders traffickers trainees trainers travelers travellers trekkers tribesmen
    troopers truckers twins triplets ushers uncles undergraduates vacationers vendors veterans vigilantes visitors volunteers
    waiters waitresses walkers wardens warders warriors welders widows widowers youngsters yachtsmen
    albanians arabs argentines armenians australians azerbaijanis bangladeshis belgians brits britons cambodians chileans
    colombians croats cubans cypriots czechs danes dutchmen egyptians emiratis englishmen estonians europeans filipinos finns
    frenchmen germans ghanaians greeks indians iranians iraqis irishmen italians kenyans kurds kuwaitis laotians latvians
    lebanese libyans lithuanians malaysians mexicans moroccans nepalis nepalese nicaraguans nigerians norwegians omanis
    pakistanis palestinians peruvians poles qataris romanians russians rwandans samoans saudis scots serbs
    singaporeans slovaks slovenes somalis spaniards sudanese swedes swiss syrians texans thais tibetans turks ugandans
    ukrainians uighurs uyghurs uzbeks venezuelans welshmen yazidis yemenis zambians zimbabweans
    """
)
PERSON_ENDINGS = ("goers", "workers", "keepers", "schoolers", "graders", "men", "folks", "ians")
CHILDREN = listed("children child kids kid people")
OFFSPRING = CHILDREN | listed(
    "boys boy girls girl sons son daughters daughter grandchildren twins toddlers teenagers teens"
)
PARENTS = listed(
    """
    mother mothers father fathers parent parents mom moms mum mums mommy mummy dad dads daddy grandmother grandmothers
    grandfather grandfathers grandparent grandparents grandma grandpa granddad grandad gran stepmother stepfather stepmom
    stepdad great-grandmother great-grandfather widow widower
    """
)
KIN = PARENTS | listed("uncle uncles aunt aunts brother brothers sister sisters sibling siblings godmother godfather")
GROUPS = listed("group family total crowd crew team number party band gang couple convoy squad all patrol busload")
HEDGING = listed("at least about over around nearly almost more than only just")
GROWN = listed("small young little grown grown-up adult teenage minor other")
SINGULAR = frozenset({"was", "is", "has"})
PLURAL = frozenset({"were", "are", "have"})


def _low(run: Sequence[Piece], at: int) -> str:
    return run[at].low if 0 <= at < len(run) else ""


def persons(noun: str) -> bool:
    """Whether a plural names people where something happened to those it names."""
    ists = len(noun) > 6 and noun.endswith("ists") and not noun.endswith("lists")
    return noun in PEOPLE or noun in PERSONS or noun.endswith(PERSON_ENDINGS) or ists


def kin_of(run: Sequence[Piece], first: int) -> int | None:
    """The word of kinship whose "of" the number at piece ``first`` follows: "a mother of two", "father-of-three"."""
    at = first - 1
    while at > 0 and (run[at].low in HEDGING or run[at].text == "-"):
        at -= 1
    if at < 1 or run[at].low != "of":
        return None
    at -= 1 + (_low(run, at - 1) == "-")
    return at if _low(run, at) in KIN else None


def own_harm(run: Sequence[Piece], kin: int, last: int, end: int) -> bool:
    """Whether words of harm behind a number of relatives tell of these, not of the person whose relatives they are.

    ``kin``: the word of kinship; ``last`` and ``end``: behind the number and behind the noun counted. "The mother of two
    boys who were killed" tells of the boys, "the mother of two who was killed" does not, and neither does "the mother of
    13 children killed in …", which can be read both ways.
    """
    named = last < end
    parent, noun = run[kin].low in PARENTS, _low(run, end - 1)
    if not named or (noun == "people" and parent):
        return False
    if _low(run, end) in {"who", "that"}:
        return _low(run, end + 1) in PLURAL and not (run[kin].low.endswith("s") and noun in CHILDREN)
    definite = any(p.low == "the" for p in run[max(0, kin - 3) : kin])
    return _low(run, end) in DONE and (not parent or (definite and noun not in CHILDREN))


def after_relatives(run: Sequence[Piece], at: int) -> int:
    """The piece behind "of two" or "-of-two (young children)" right after a word of kinship; else ``at``."""
    if _low(run, at - 1) not in KIN:
        return at
    of = at + (_low(run, at) == "-")
    number = of + 1 + (_low(run, of + 1) == "-")
    if _low(run, of) != "of" or number >= len(run):
        return at
    found = number_at(run, number)
    if found is None or found.form != "number":
        return at
    end = found.last
    while _low(run, end) in GROWN:
        end += 1
    if _low(run, end) not in OFFSPRING:
        return at if _low(run, end) in DONE and _low(run, end + 1) in OFFSPRING else found.last
    return at if _low(run, end + 1) in DONE or _low(run, end + 1) in {"who", "that"} else end + 1


def of_one(run: Sequence[Piece], first: int, at: int) -> bool:
    """Whether the verb at ``at`` behind several people is in the singular, so that it tells of someone else.

    "The man accused of attacking two guards was arrested"; but "a group of five people was rescued".
    """
    if _low(run, at) not in SINGULAR or _low(run, first) in {"one", "1", "a"}:
        return False
    return not any(p.low in GROUPS for p in run[max(0, first - 4) : first])
