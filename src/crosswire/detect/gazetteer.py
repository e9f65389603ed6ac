"""General words about the world: territories, offices, forms of address, and the nouns that end names.

Territory names are those of the Unicode CLDR (through babel); the rest are short lists of general English.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from babel import Locale


def listed(words: str) -> frozenset[str]:
    """A set of words from one string of them."""
    return frozenset(words.split())


SHORT_TERRITORIES = {
    "u.s.": "US", "us": "US", "usa": "US", "u.s.a.": "US", "america": "US", "united states of america": "US",
    "uk": "GB", "u.k.": "GB", "britain": "GB", "great britain": "GB", "england": "GB-ENG", "scotland": "GB-SCT",
    "wales": "GB-WLS", "northern ireland": "GB-NIR", "uae": "AE", "u.a.e.": "AE", "emirates": "AE", "drc": "CD",
    "dr congo": "CD", "democratic republic of the congo": "CD", "democratic republic of congo": "CD", "congo": "CG",
    "ivory coast": "CI", "turkey": "TR", "burma": "MM", "myanmar": "MM", "bosnia": "BA", "palestine": "PS",
    "czech republic": "CZ", "holland": "NL", "macedonia": "MK", "swaziland": "SZ", "east timor": "TL",
    "cape verde": "CV", "vatican": "VA", "the vatican": "VA", "hong kong": "HK", "macau": "MO", "russian federation": "RU",
    "people's republic of china": "CN", "republic of korea": "KR", "north korea": "KP", "south korea": "KR", "kosovo": "XK",
    "s. korea": "KR", "n. korea": "KP", "dprk": "KP", "ksa": "SA", "trinidad": "TT", "antigua": "AG", "st. lucia": "LC",
}  # fmt: skip
NO_TERRITORY = frozenset({"ZZ", "XA", "XB", "EU", "EZ", "UN", "QO", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"})
US_STATES = listed(
    """
    alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho
    illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi
    missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia
    wisconsin wyoming
    """
) | {
    "new hampshire", "new jersey", "new mexico", "new york", "north carolina", "north dakota", "rhode island",
    "south carolina", "south dakota", "west virginia", "district of columbia", "washington state",
}  # fmt: skip
STATE_ABBREVIATIONS = listed(
    """
    Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Md. Mass. Mich. Minn. Miss. Mo.
    Mont. Neb. Nev. N.H. N.J. N.M. N.Y. N.C. N.D. Okla. Ore. Pa. R.I. S.C. S.D. Tenn. Tex. Vt. Va. Wash. W.Va.
    Wis. Wyo. D.C. AL AK AZ AR CA CO CT FL GA IL KS KY MA MD MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK PA RI
    SC SD TN TX UT VA VT WA WI WV WY DC
    """
)

# Names and abbreviations of the states with their letters, as they stand after a town: "Springfield, Ill.".
STATE_CODES: Mapping[str, str] = MappingProxyType(
    {
        form: code
        for code, forms in {
            "AL": "Alabama Ala.", "AK": "Alaska", "AZ": "Arizona Ariz.", "AR": "Arkansas Ark.", "CA": "California Calif.",
            "CO": "Colorado Colo.", "CT": "Connecticut Conn.", "DE": "Delaware Del.", "FL": "Florida Fla.",
            "GA": "Georgia Ga.", "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois Ill.", "IN": "Indiana Ind.", "IA": "Iowa",
            "KS": "Kansas Kan.", "KY": "Kentucky Ky.", "LA": "Louisiana La.", "ME": "Maine", "MD": "Maryland Md.",
            "MA": "Massachusetts Mass.", "MI": "Michigan Mich.", "MN": "Minnesota Minn.", "MS": "Mississippi Miss.",
            "MO": "Missouri Mo.", "MT": "Montana Mont.", "NE": "Nebraska Neb.", "NV": "Nevada Nev.",
            "NH": "New_Hampshire N.H.", "NJ": "New_Jersey N.J.", "NM": "New_Mexico N.M.", "NY": "New_York N.Y.",
            "NC": "North_Carolina N.C.", "ND": "North_Dakota N.D.", "OH": "Ohio", "OK": "Oklahoma Okla.",
            "OR": "Oregon Ore.", "PA": "Pennsylvania Pa.", "RI": "Rhode_Island R.I.", "SC": "South_Carolina S.C.",
            "SD": "South_Dakota S.D.", "TN": "Tennessee Tenn.", "TX": "Texas Tex.", "UT": "Utah", "VT": "Vermont Vt.",
            "VA": "Virginia Va.", "WA": "Washington Wash.", "WV": "West_Virginia W.Va.", "WI": "Wisconsin Wis.",
            "WY": "Wyoming Wyo.", "DC": "D.C. District_of_Columbia",
        }.items()
        for form in (code, *(word.replace("_", " ") for word in forms.split()))
    }
)  # fmt: skip

HONORIFICS = listed(
    """
    mr mrs ms miss mx dr sir dame lady lord madam mme m. mr. mrs. ms. dr. prof. rev. hon. fr. sr. messrs. messrs
    """
)
# Nouns that say what office, work or part someone has. They make a description; alone they name nobody.
ROLE_NOUNS = listed(
    """
    accountant activist actor actress adjutant administrator admiral adviser advisor advocate aide ambassador
    analyst anchor archbishop architect archdeacon artist assemblyman assemblywoman assistant astronaut
    astronomer athlete attorney author ayatollah baker banker baron baroness barrister bartender billionaire
    biologist bishop blogger boss boxer broker businessman businesswoman campaigner candidate captain cardinal
    carpenter ceo cfo chair chairman chairperson chairwoman champion chancellor chaplain chef chemist chief
    clergyman cleric clerk climatologist coach colonel columnist comedian comedienne commander commandant
    commentator commissioner composer comptroller congressman congresswoman constable consul consultant
    contractor controller convener cook coordinator co-founder cofounder coroner correspondent councillor
    councilman councilmember councilor councilwoman counsel counselor creator critic curator dean defendant
    defender defenseman delegate deputy designer detective dictator diplomat director dissident doctor driver
    duchess duke earl ecologist economist editor educator emir emperor employee engineer entrepreneur envoy
    epidemiologist evangelist examiner executive expert farmer filmmaker financier firefighter fisherman forward
    founder foreman general geologist goalkeeper gov. governor guard guitarist gunman hairdresser head historian
    host hydrologist imam inspector instructor interpreter investigator investor jockey journalist judge justice
    king landlord lawmaker lawyer leader lecturer legislator librarian lieutenant linebacker lobbyist magistrate
    major manager marshal mathematician mayor mechanic mediator meteorologist midfielder midwife militant
    millionaire minister missionary mogul monk musician negotiator neighbor neighbour neurologist newscaster
    nominee novelist nun nurse officer official ombudsman operator opposition organiser organizer outfielder
    owner painter paramedic participant partner pastor patriarch pediatrician philanthropist philosopher
    photographer physician physicist pianist pilot pitcher playwright poet policeman policewoman politician
    pollster pope postman preacher premier presenter president priest prime-minister prince princess principal
    producer professor programmer prosecutor protester psychiatrist psychologist publicist publisher quarterback
    queen rabbi ranger receptionist rector referee registrar reporter rep. representative rescuer researcher
    resident retiree reverend runner salesman scholar scientist screenwriter sculptor secretary
    secretary-general seismologist sen. senator sergeant shah sheik sheikh sheriff shopkeeper singer skipper
    sociologist soldier solicitor songwriter speaker specialist spokesman spokesperson spokeswoman star
    statesman statistician strategist striker student sultan superintendent supervisor surgeon suspect swimmer
    teacher technician teenager tenant therapist trader trainer translator treasurer trustee tsar tycoon
    undersecretary under-secretary-general vet veteran veterinarian vice-chairman vice-president victim
    violinist virologist volcanologist volunteer waiter waitress warden witness worker wrestler writer zoologist
    gov sen rep lt. lt capt. capt col. col gen. gen maj. sgt. sgt cpl. adm. det. insp. supt. cmdr. brig. pres.
    atty. amb. sec. cllr
    """
)
# Office nouns that are surnames as well: they open a title, but never stand inside a person's name as one.
SURNAME_NOUNS = listed(
    """
    baker baron bishop boxer cardinal cook dean duke earl forward head host judge justice king knight marshal
    major monk page pope prince priest ranger shah speaker star vet guard painter trainer driver farmer monk
    fisherman
    """
)
TITLE_MODIFIERS = listed(
    """
    prime vice deputy foreign former acting chief attorney crown first interim associate assistant senior
    lieutenant defense defence interior finance state district police fire ex then supreme
    """
)
# Words that make another office of the noun that they stand before.
OTHER_OFFICE = listed(
    """
    vice deputy assistant former ex acting interim prime attorney under then lieutenant late
    """
)

FACILITY_ENDINGS = listed(
    """
    airport bridge stadium street avenue highway road boulevard square tunnel tower towers mosque cathedral mall
    prison jail crossing dam arena expressway interstate plaza terminal lighthouse castle palace
    """
)
ORGANISATION_ENDINGS = listed(
    """
    inc inc. corp corp. corporation ltd ltd. limited llc plc gmbh ag co. company companies group holdings
    university college ministry department council committee commission agency institute institution party union
    association foundation federation organisation organization authority bureau society league court tribunal
    police army navy forces force guard brigade battalion senate congress parliament news times post herald
    tribune gazette telegraph journal airlines airways bank fund service services trust alliance coalition board
    brigades command office
    """
)
LOCATION_ENDINGS = listed(
    """
    river lake sea ocean island islands valley desert peninsula mountains mountain hills strait gulf bay coast
    canal
    """
)
LOCATION_OPENINGS = listed("lake mount cape gulf strait")
CALENDAR = listed(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december
    """
)
GENERATIONS = listed("jr jr. sr sr. ii iii iv")


@lru_cache(maxsize=1)
def territories() -> Mapping[str, str]:
    """English names of countries and territories, lower case, with their codes (Unicode CLDR, usual short forms)."""
    names: dict[str, str] = {}
    for code, name in Locale("en").territories.items():
        if len(code) == 2 and code.isalpha() and code not in NO_TERRITORY:
            plain = name.casefold().replace("’", "'").replace("st. ", "saint ")
            for form in (plain, plain.replace(" & ", " and "), plain.split(" (")[0], plain.removesuffix(" sar china")):
                names[form] = code
    names.update(SHORT_TERRITORIES)
    return MappingProxyType(names)


def place_code(name: str) -> str | None:
    """The code of a country, territory or US state by its bare name, or None; "us" in small letters is none."""
    plain = name.casefold().replace("’", "'").removeprefix("the ")
    if not plain or name.islower():
        return None
    if plain in territories():
        return territories()[plain]
    return f"US-{plain}" if plain in US_STATES else None


def is_role_noun(word: str) -> bool:
    """Whether a word is a noun for an office, a work or a part that one person has."""
    return word.casefold() in ROLE_NOUNS
