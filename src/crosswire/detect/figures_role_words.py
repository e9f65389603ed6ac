"""The words by which a text says whom it counts and what became of them."""

from __future__ import annotations

from crosswire.detect.gazetteer import listed

PEOPLE = listed(
    """
    people persons person men man women woman children child boys boy girls girl teens teen teenagers teenager adults
    adult males male females female students student soldiers soldier troops officers officer policemen policeman
    civilians civilian residents resident workers worker employees employee passengers passenger victims victim others
    survivors survivor villagers protesters protestors tourists migrants refugees patients patient infants infant
    babies baby toddlers toddler kids kid youths youth pupils teachers teacher miners sailors fighters militants gunmen
    gunman suspects suspect prisoners inmates hostages hostage pedestrians bystanders bystander firefighters doctors
    nurses journalists fans worshippers guests customers shoppers relatives family members citizens nationals americans
    palestinians israelis crew servicemen pilots drivers driver motorists cyclists police deputies deputy dead wounded
    injured missing individuals individual cousins cousin sons son daughters daughter brothers brother sisters sister
    wives wife husbands husband parents parent siblings sibling grandparents neighbors neighbours friends friend
    """
)
ONE_PERSON = listed(
    """
    man woman boy girl child teen teenager person student officer soldier policeman toddler baby infant male female
    pedestrian bystander driver passenger motorist worker employee firefighter deputy gunman suspect resident victim
    guard clerk father mother cyclist daughter son brother sister wife husband grandmother grandfather neighbor neighbour
    friend grandson granddaughter nephew niece uncle aunt cousin civilian youth pilot teacher shooter attacker girlfriend
    boyfriend fiance fiancee stepson stepdaughter stepfather stepmother stepbrother roommate housemate coworker colleague
    classmate customer trooper sergeant detective marine sailor juvenile individual homeowner intruder burglar robber mom
    dad kid lady guy veteran rapper bartender cashier attendant bouncer cop villager protester journalist prisoner inmate
    hostage tourist migrant rider biker lawyer doctor nurse grader freshman sophomore patron owner manager landlord tenant
    mum widow widower grandma grandpa stepmom stepdad
    """
)
DONE = {
    "killed": "killed", "dead": "killed", "died": "killed", "dies": "killed", "die": "killed", "slain": "killed", "murdered": "killed",
    "perished": "killed", "deceased": "killed", "executed": "killed", "drowned": "killed", "succumbed": "killed", "beheaded": "killed", "massacred": "killed",
    "slaughtered": "killed", "assassinated": "killed", "lynched": "killed", "maimed": "injured",
    "injured": "injured", "wounded": "injured", "hurt": "injured", "shot": "shot", "stabbed": "stabbed", "missing": "missing",
    "arrested": "arrested", "detained": "detained", "jailed": "jailed", "displaced": "displaced", "evacuated": "evacuated",
    "rescued": "rescued", "saved": "rescued", "hospitalized": "hospitalised", "hospitalised": "hospitalised", "infected": "infected",
    "homeless": "homeless", "stranded": "stranded", "trapped": "trapped", "kidnapped": "kidnapped", "abducted": "kidnapped",
    "charged": "charged", "affected": "affected", "quarantined": "quarantined", "freed": "released", "released": "released",
    "vaccinated": "vaccinated", "destroyed": "destroyed", "damaged": "damaged",
}  # fmt: skip
DOING = {
    "kill": "killed", "kills": "killed", "killing": "killed", "murdering": "killed", "murders": "killed", "slaying": "killed",
    "slaughtering": "killed", "massacring": "killed", "executing": "killed", "assassinating": "killed", "beheading": "killed",
    "maiming": "injured", "maims": "injured",
    "injuring": "injured", "injures": "injured", "injure": "injured", "wounding": "injured", "wounds": "injured", "wound": "injured",
    "hurting": "injured", "hurts": "injured", "shooting": "shot", "shoots": "shot", "arresting": "arrested", "arrests": "arrested",
    "detaining": "detained", "displacing": "displaced", "displaces": "displaced", "evacuating": "evacuated", "rescuing": "rescued",
    "rescues": "rescued", "infecting": "infected", "trapping": "trapped", "stranding": "stranded", "kidnapping": "kidnapped",
    "destroying": "destroyed", "damaging": "damaged", "stabbing": "stabbed", "affecting": "affected", "striking": "shot",
} | {word: role for word, role in DONE.items() if word not in {"dead", "died", "dies", "die", "missing", "homeless", "deceased", "drowned", "perished", "succumbed"}}  # fmt: skip
NOUN_ROLES = {
    "deaths": "killed", "death": "killed", "fatalities": "killed", "fatality": "killed", "homicides": "killed", "murders": "killed",
    "killings": "killed", "injuries": "injured", "arrests": "arrested", "arrest": "arrested", "detainees": "detained",
    "evacuees": "evacuated", "infections": "infected",
}  # fmt: skip
BE = listed("was were is are been be being got get")
SKIP_RIGHT = BE | listed(
    "who that have has had also reported reportedly believed feared confirmed presumed critically seriously fatally badly "
    "severely slightly mortally either left found pronounced declared to still already later were and_ allegedly then both all "
    "discovered now just may might must could would will slightly lightly moderately gravely only to more"
)
SKIP_LEFT = listed(
    "at least about around some nearly almost more than over up to as many approximately roughly an estimated another "
    "the his her their all other fewer less of only just a total"
)
END_OF_OBJECT = listed(
    "a an the his her their its our my one two three four five six seven eight nine ten several some many him them it us "
    "these those another each every both himself herself themselves people"
)
HOSPITAL_VERBS = listed("taken rushed transported airlifted brought sent admitted flown driven treated")
INTRANSITIVE = listed("died dies die dead missing homeless hurt perished drowned succumbed")
ITSELF = frozenset({"himself", "herself", "themselves", "itself"})
SURVIVED = frozenset({"shot", "stabbed", "injured", "hospitalised"})
GOING_ON = listed("he she they who was were later then officials doctors police say says said")
OTHER_CLAUSE = listed("when while after before where whose and but if because that who which as until")
TO_DEATH = listed(
    "shot stabbed beat beaten bludgeoned hacked burned burnt crushed trampled stoned choked strangled clubbed tortured knifed "
    "shooting stabbing beating bludgeoning hacking burning crushing trampling stoning clubbing starved frozen"
)
# What became of those named by "among the dead", "those arrested".
GROUPED = listed("killed injured shot stabbed missing hospitalised arrested kidnapped rescued")
UNPLACED = listed("because by while and or but from as during several multiple . , ;") | {
    ""
}  # behind "shot at": missed
STAYING = listed("went remain remained remains gone")
CARE = listed("hospital hospitals center centre clinic")
HARM = listed("injuries injury wounds wound")
# Roles that the words beside a number give to things as well, so that what is counted must be named.
LOOSE_ROLES = listed("released affected charged rescued destroyed damaged")
CONDITIONS = listed("critical serious stable grave guarded fair good")
PART_BEFORE = listed("including include includes included among counting")
TOLL_VERBS = listed("to at of is was hits reaches reached hit : passes passed tops topped exceeds exceeded stands")
KILLING_NOUNS = listed(
    "death deaths murder murders slaying slayings killings homicide homicides manslaughter massacre assassination"
)
LIFE_TAKING = listed("claimed claims claiming cost costs costing taken took takes taking ended ending loss lost")
HEDGE_ENDS = listed("least about around some nearly almost than over many approximately")
