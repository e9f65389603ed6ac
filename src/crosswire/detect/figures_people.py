"""Words that name people: by work, belief, kinship, or where they are from; and counts of somebody's children."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.detect.figures_numbers import Piece, low_at, number_at
from crosswire.detect.figures_role_words import DONE, PEOPLE
from crosswire.detect.gazetteer import listed

# Plurals that no ending below tells. Beside a word such as "killed" they name people; elsewhere some of them may name things ("guides").
PERSONS = listed(
    """
    abductees academics agents apprentices arabs argentines assailants athletes attackers attendees aunts
    azerbaijanis babysitters bailiffs bandmates bangladeshis bankers bartenders bikers boaters bodyguards bombers
    boyfriends brides bridesmaids britons brits burglars butchers cadets campers carers caretakers cashiers
    catholics celebrants chefs chileans cleaners clergy clerics clerks climbers coaches colleagues combatants
    commandos commuters companions congregants conscripts constables contractors cooks cops couriers crewmates
    croats cubans cypriots czechs dancers danes defenders demonstrators detainees detectives diners divers dockers
    emiratis engineers escorts europeans evacuees farmers fathers fiancees filipinos finalists finns fishers folk
    fundamentalists gangsters gendarmes germans girlfriends godparents graduates grandchildren granddaughters
    grandfathers grandmothers grandsons greeks grenadiers guards guerrillas guides gunners hairdressers heirs
    herders hikers hindus hitchhikers holidaymakers homeowners hunters imams immigrants informants insurgents
    internees interpreters intruders invaders investigators iraqis janitors jews jockeys joggers juniors jurors
    juveniles kenyans kurds kuwaitis laborers labourers ladies landlords lawmakers lawyers lebanese lecturers
    libyans lieutenants lifeguards lodgers loggers loyalists marchers marines marshals martyrs masons mechanics
    medics merchants merrymakers mexicans ministers minors missionaries moms monks moroccans mothers motorcyclists
    mountaineers mourners mums murderers muslims nannies nationalists nepalese nepalis nephews newborns newlyweds
    nicaraguans nieces nomads novices nuns occupants offenders omanis onlookers operatives opponents orphans
    owners pakistanis paramedics paratroopers parishioners partisans patriots patrons paupers peasants pensioners
    performers photographers pilgrims pirates plumbers poets poles porters preachers preteens priests prostitutes
    publicans qataris rabbis racers raiders ranchers rangers rappers rebels recruits reporters revelers revellers
    riders rioters robbers rockers roofers roommates rowers rustlers rwandans samoans saudis scholars schoolboys
    schoolchildren schoolgirls schoolmates scots scouts seafarers seniors serbs sergeants servants settlers
    shepherds sheriffs sherpas shiites shooters sikhs singaporeans skaters skiers slaves slovaks slovenes
    smugglers snowboarders somalis sophomores spaniards spectators stepchildren stepdaughters stepsons stowaways
    strangers strollers sudanese sunbathers sunnis superintendents surfers surgeons swedes swimmers swiss
    teammates tenants texans thais thieves tibetans traders traffickers trainees trainers travelers travellers
    trekkers triplets troopers truckers turks twins ugandans uighurs uncles undergraduates ushers uyghurs uzbeks
    vacationers vendors venezuelans veterans vigilantes visitors volunteers waiters waitresses walkers wardens
    warders warriors welders widowers widows yazidis yemenis youngsters zimbabweans
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
    at -= 1 + (low_at(run, at - 1) == "-")
    return at if low_at(run, at) in KIN else None


def own_harm(run: Sequence[Piece], kin: int, last: int, end: int) -> bool:
    """Whether words of harm behind a number of relatives tell of these, not of the person whose relatives they are.

    ``kin``: the word of kinship; ``last`` and ``end``: behind the number and behind the noun counted. "The mother of two
    boys who were killed" tells of the boys, "the mother of two who was killed" does not, and neither does "the mother of
    13 children killed in …", which can be read both ways.
    """
    named = last < end
    parent, noun = run[kin].low in PARENTS, low_at(run, end - 1)
    if not named or (noun == "people" and parent):
        return False
    if low_at(run, end) in {"who", "that"}:
        return low_at(run, end + 1) in PLURAL and not (run[kin].low.endswith("s") and noun in CHILDREN)
    definite = any(p.low == "the" for p in run[max(0, kin - 3) : kin])
    return low_at(run, end) in DONE and (not parent or (definite and noun not in CHILDREN))


def after_relatives(run: Sequence[Piece], at: int) -> int:
    """The piece behind "of two" or "-of-two (young children)" right after a word of kinship; else ``at``."""
    if low_at(run, at - 1) not in KIN:
        return at
    of = at + (low_at(run, at) == "-")
    number = of + 1 + (low_at(run, of + 1) == "-")
    if low_at(run, of) != "of" or number >= len(run):
        return at
    found = number_at(run, number)
    if found is None or found.form != "number":
        return at
    end = found.last
    while low_at(run, end) in GROWN:
        end += 1
    if low_at(run, end) not in OFFSPRING:
        return at if low_at(run, end) in DONE and low_at(run, end + 1) in OFFSPRING else found.last
    return at if low_at(run, end + 1) in DONE or low_at(run, end + 1) in {"who", "that"} else end + 1


def of_one(run: Sequence[Piece], first: int, at: int) -> bool:
    """Whether the verb at ``at`` behind several people is in the singular, so that it tells of someone else.

    "The man accused of attacking two guards was arrested"; but "a group of five people was rescued".
    """
    if low_at(run, at) not in SINGULAR or low_at(run, first) in {"one", "1", "a"}:
        return False
    return not any(p.low in GROUPS for p in run[max(0, first - 4) : first])
