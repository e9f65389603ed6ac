"""A made-up story of many reports: one happening, told for a week by hundreds of outlets that share most of what they have.

What makes it hard, as long stories are: hundreds of reports quote the same few sentences, whole, cut or altered, and
some give them to another speaker; the tolls rise, and some outlets lag behind; the same figures stand in hundreds of
reports beside others of the same nouns; sixty speakers, some of one surname, give what they say in their own words and
in others'; visits are announced, take place, are put off; one report in six reprints another, whole or cut, one in six
credits an agency, one in ten has no date. The first n reports are the same whatever the number of reports.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from evaluation.answers import Row

START = date(2031, 3, 3)  # a Monday
DAYS_TOLD = (6, 5, 4, 3, 2, 1, 1)  # how the reports spread over a week
REPRINTED, CREDITED, UNDATED = 0.17, 0.17, 0.1
SAYINGS, EVERYWHERE, WIDESPREAD = 400, 2, 10  # of all sayings, two stand in most reports, eight more in a fifth

FIRST = (
    "Ilse", "Tomas", "Brita", "Henrik", "Daria", "Emil", "Noor", "Viktor", "Ada", "Petra", "Odo", "Selma", "Jaro",
)  # fmt: skip
LAST = (
    "Velkamp", "Orrin", "Dorsey-Lund", "Haskell", "Brandvold", "Marrick", "Tessler", "Oyelaran", "Quist", "Falder",
    "Ambrosi", "Castellow", "Ingersund", "Kettering", "Lomvik", "Nakasone", "Pellarin", "Rudavec", "Szolnay", "Thackwell",
)  # fmt: skip
OFFICES = ("Mayor", "Governor", "Fire chief", "Police chief", "Minister", "Professor", "Senator", "Judge")
BODIES = ("Dam Authority", "Interior Ministry", "River Council", "Fire Service")
PLACES = ("Kelmarn", "Oster Vale", "Lindhaven", "Brackwater", "Port Sorrel", "Upper Thale", "Meresund", "Halden Bridge")
TOWNS = (
    *PLACES, "Ashgrove", "Belmora", "Corvale", "Dunmarrow", "Eastmere", "Fallowgate", "Grenholm", "Hartsund", "Ivelstone",
    "Jarrowby", "Kestrel Bay", "Larkhill", "Morvane", "Nettlecombe", "Osterby Cross", "Pellworth", "Quarrington",
)  # fmt: skip
PAPERS = (
    "Courier", "Herald", "Post", "Gazette", "Tidende", "Observer", "Mail", "Star", "Times", "Echo", "Tribune", "Journal",
    "Chronicle", "Sentinel", "Record", "Dispatch", "Examiner", "Argus", "Beacon", "Ledger",
)  # fmt: skip
AGENCIES = ("Northern Wire", "Sorrel Press Agency", "UNP")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "March", "May", "June", "August", "October")
WHO = (
    "the keeper of the gates", "our engineers", "nobody at the ministry", "the people of this valley", "the council",
    "my father", "the company from the capital", "every fisherman", "the night watch", "the schoolchildren", "the last surveyor",
    "two of my colleagues", "the widow at the lock", "the men of the fire brigade", "the owner of the mill",
)  # fmt: skip
DID = (
    "warned of", "never believed in", "wrote three letters about", "laughed at", "measured", "forgot", "paid for", "dreamt of",
    "asked twice for", "kept silent about", "signed", "ran away from", "repaired", "photographed", "was proud of",
)  # fmt: skip
WHAT = (
    "the cracks in the eastern wall", "a second pump", "the rusty gates", "the sirens of the lower town", "the old spillway",
    "that dreadful spring", "the road below the bridge", "a report of ninety pages", "the smell of wet concrete", "the new turbine",
    "the promises of the governor", "an alarm without a battery", "the maps of the flood of old", "the missing money", "the rain",
)  # fmt: skip
WHEN = (
    "long before the strike", "in the first hour", "while the band was playing", "on the day of the market", "year after year",
    "when the snow had gone", "without telling anyone", "against all advice", "before the eyes of the inspectors", "last autumn",
)  # fmt: skip
THEN = (
    "and that is why we stand here today", "and somebody must answer for it", "but I have no proof", "so the valley paid dearly",
    "and I will repeat it before any court", "while others talked about flags and lamps", "and we buried our neighbours for it",
)  # fmt: skip
TITLES = (
    "Dam above {place} gives way, {dead} dead", "{dead} killed as wall of water hits {place}", "“{short}”: anger in {place}",
    "Search goes on for {missing} missing below {place} dam", "{speaker} to visit {place} on {day}",
    "What we know about the flood at {place}", "Flood: {hurt} injured, {homes} homes without power",
)  # fmt: skip
LEAD = "At least {dead} people were killed and {hurt} injured when the dam above {place} gave way on Monday, the {body} said."
FACTS = (
    "The death toll rose to {dead} on {day}, and {missing} people were still missing, {speaker} said.",
    "{dead} people have died in the flood, according to the {body}. {hurt} people were taken to hospitals in {other}.",
    "Divers found {few} bodies near {place} on {day}. {missing} people are missing, among them {few} children.",
    "The {body} put the damage at {money} million crowns. An insurer spoke of {less} million crowns.",
    "{homes} homes in {place} and {other} were without power on {day}, Norrland Power said.",
    "About {homes} people left their homes in {place}; {hurt} of them slept in the school of {other}.",
    "The reservoir held {percent} percent of its water when the wall broke, {speaker} told the {body}.",
    "The wall, {metres} metres high, was built in {year}. It was last inspected in {month} {recent}.",
    "Police arrested {few} men in {other} on {day} on suspicion of theft from empty houses.",
    "{speaker} will visit {place} on {day}, the {body} announced. It would be the {nth} visit in a week.",
    "{speaker} visited {place} on {day} and spoke with families in the town hall.",
    "The visit of {speaker} to {place}, planned for {day}, was cancelled because of the rain.",
    "{speaker} arrived in {place} on {day}. {last} met {partner} there.",
    "{speaker} met {partner} in {other} on {day} to talk about the {fund} million crowns of help.",
    "The government promised {fund} million crowns for {place}, and {few} million for the villages around it.",
    "{speaker} resigned on {day} as head of the {body}. The letters that he kept back were found on {day}.",
    "The {outlet} reported that the {body} had known of the cracks since {month} {recent}.",
    "It was the {nth} flood in {place} since {year}; in the worst, {great} people died.",
    "Schools in {place} and {other} stay closed until {day}. Trains to {place} run again from {day}.",
    "Rain fell for {few} days. On {day}, {millimetres} millimetres were measured in {other}.",
    "Soldiers built a bridge at {other} on {day}; {hundred} of them are in the valley, {partner} said.",
)  # fmt: skip
QUOTED = (
    "“{quote},” {speaker} said on {day}.", "“{quote},” said {speaker}, who came to {place} on {day}.",
    "{speaker} told reporters in {place}: “{quote}.”", "{last} said that “{short}”.", "“{quote},” {last} said.",
    "“{first},” {last} told the {body}. “{second}.”", "{speaker} wrote to the {body}: “{quote}.”",
)  # fmt: skip
TOLD = (
    "{speaker} said that {matter}.", "According to {speaker}, {matter}.", "{speaker} denied that {matter}.",
    "{partner} rejected what {last} had said, and called it a lie that {matter}.",
    "The {body} does not believe that {matter}, a spokeswoman said.", "{speaker} warned on {day} that {matter}, {then}.",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Saying:
    """What somebody said, in two halves."""

    speaker: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Desk:
    """What the report of one outlet and day draws from."""

    pick: random.Random
    day: int
    speakers: Sequence[str]
    sayings: Sequence[Saying]


def long_story(count: int, seed: int = 1) -> Iterator[Row]:
    """The reports of one long story, as rows that the commands read; the first of them are the same for any number.

    Args:
        count: how many.
        seed: another one gives another story of the same kind.
    """
    world = random.Random(f"world {seed}")  # noqa: S311 (texts, no secret)
    speakers = [f"{world.choice(OFFICES)} {world.choice(FIRST)} {world.choice(LAST)}" for _ in range(60)]
    sayings = [Saying(world.choice(speakers[:25]), _clause(world), _clause(world)) for _ in range(SAYINGS)]
    earlier: list[Row] = []
    for n in range(count):
        pick = random.Random(f"report {seed} {n}")  # noqa: S311
        day = pick.choices(range(len(DAYS_TOLD)), DAYS_TOLD)[0]
        again = earlier and pick.random() < REPRINTED
        made = _reprint(pick.choice(earlier), pick) if again else _report(Desk(pick, day, speakers, sayings))
        published = (START + timedelta(days=day)).isoformat() if pick.random() >= UNDATED else None
        earlier.append({"id": f"flood-{n:05}", "publisher": _outlet(pick), "published": published} | made)
        yield earlier[-1]


def _outlet(pick: random.Random) -> str:
    return f"{pick.choice(TOWNS)} {pick.choice(PAPERS)}"


def _clause(pick: random.Random) -> str:
    """A clause that hardly any other saying has."""
    return f"{pick.choice(WHO)} {pick.choice(DID)} {pick.choice(WHAT)} {pick.choice(WHEN)}"


def _reprint(row: Row, pick: random.Random) -> Row:
    """The words of an earlier report: all, or without some paragraphs of its second half."""
    paragraphs = str(row["text"]).split("\n\n")
    kept = len(paragraphs) if pick.random() < 0.5 else pick.randrange(len(paragraphs) // 2, len(paragraphs))
    return {"title": row["title"], "text": "\n\n".join(paragraphs[:kept])}


def _report(desk: Desk) -> Row:
    """A report: a lead with the toll, then quotations, indirect speech and facts as they come."""
    pick = desk.pick
    numbers = [n for n in range(WIDESPREAD) if pick.random() < (0.6 if n < EVERYWHERE else 0.2)]
    numbers += [min(int(pick.expovariate(0.012)) + WIDESPREAD, SAYINGS - 1) for _ in range(pick.randint(0, 3))]
    body = [_quotation(desk, desk.sayings[n]) for n in dict.fromkeys(numbers)]
    body += [_filled(desk, template) for template in pick.sample(FACTS, pick.randint(4, 8))]
    body += [_filled(desk, template) for template in pick.sample(TOLD, pick.randint(1, 3))]
    pick.shuffle(body)
    credit = f"{pick.choice(PLACES).upper()} ({pick.choice(AGENCIES)}) — " if pick.random() < CREDITED else ""
    return {"title": _filled(desk, pick.choice(TITLES)), "text": credit + "\n\n".join((_filled(desk, LEAD), *body))}


def _quotation(desk: Desk, saying: Saying) -> str:
    """A saying as one report prints it: now and then cut, with a word exchanged, or given to somebody else."""
    pick, first = desk.pick, saying.first
    speaker = pick.choice(desk.speakers) if pick.random() < 0.03 else saying.speaker
    if pick.random() < 0.15:
        first = first.replace("the ", "this ", 1)
    if pick.random() < 0.2:
        first = " ".join(first.split()[: -pick.randint(1, 3)])
    quote = pick.choice((first, f"{first}, {pick.choice(THEN)}, and {saying.second}", saying.second))
    said = {"speaker": speaker, "last": speaker.split()[-1], "short": first, "quote": _capital(quote)}
    return _filled(desk, pick.choice(QUOTED), **said, first=_capital(first), second=_capital(saying.second))


def _filled(desk: Desk, template: str, **said: str) -> str:
    """A paragraph with its gaps filled, as a report of that day fills them."""
    pick, speakers = desk.pick, desk.speakers
    speaker, matter = speakers[min(int(pick.expovariate(0.08)), len(speakers) - 1)], _clause(pick)
    known = {
        "speaker": speaker, "last": speaker.split()[-1], "partner": pick.choice(speakers[:20]), "matter": matter, "short": matter,
        "place": PLACES[0] if pick.random() < 0.6 else pick.choice(PLACES), "other": pick.choice(PLACES[1:]),
        "body": pick.choice(BODIES), "outlet": _outlet(pick), "day": pick.choice(DAYS), "month": pick.choice(MONTHS),
        "then": pick.choice(THEN),
    }  # fmt: skip
    return template.format(**{**known, **_figures(desk), **said})


def _figures(desk: Desk) -> dict[str, str]:
    """The numbers of the story as of a day; a fifth of the outlets lag behind, and a tenth have others."""
    pick = desk.pick
    day, off = max(0, desk.day - (pick.random() < 0.2)), int(pick.random() < 0.1)
    numbers = {
        "dead": 11 + 4 * day + off, "hurt": 60 + 9 * day + 3 * off, "missing": 40 - 5 * day, "few": pick.randint(2, 9),
        "money": pick.choice((120, 120, 130, 145)), "less": pick.choice((80, 95)), "percent": pick.choice((88, 88, 92)),
        "metres": pick.choice((41, 41, 43)), "year": pick.choice((1962, 1964)), "recent": pick.choice((2029, 2030)),
        "fund": pick.choice((50, 60)), "great": pick.choice((19, 23)), "millimetres": pick.randint(40, 90),
        "hundred": pick.choice((200, 250, 300)),
    }  # fmt: skip
    words = {"homes": f"{pick.choice((2, 3, 3, 4))},400", "nth": pick.choice(("second", "third", "fourth"))}
    return words | {name: str(number) for name, number in numbers.items()}


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
