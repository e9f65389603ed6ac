"""Which organisations and places of a story's reports are one: by folded names, abbreviations and acronyms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from crosswire.model import Article, Entity
from crosswire.reconcile.names import folded
from crosswire.reconcile.outlets import agency_name

_CORPORATE = frozenset("inc corp corporation ltd limited llc llp plc gmbh ag co company".split())
_SMALL = frozenset("of the and for in on at to a & de la".split())
_TURNED = frozenset({"ministry", "department"})  # "Ministry of Commerce" is the Commerce Ministry
_PLACES = {
    short: full
    for full, shorts in {
        "united states": "us,usa,u s,united states of america",
        "united kingdom": "uk,great britain,britain,u k",
        "united arab emirates": "uae",
        "european union": "eu",
        "united nations": "un",
        "alabama": "ala",
        "arizona": "ariz",
        "arkansas": "ark",
        "california": "calif",
        "colorado": "colo",
        "connecticut": "conn",
        "florida": "fla",
        "illinois": "ill",
        "kansas": "kan",
        "kentucky": "ky",
        "massachusetts": "mass",
        "maryland": "md",
        "michigan": "mich",
        "minnesota": "minn",
        "mississippi": "miss",
        "missouri": "mo",
        "montana": "mont",
        "nebraska": "neb",
        "nevada": "nev",
        "oklahoma": "okla",
        "oregon": "ore",
        "pennsylvania": "pa",
        "tennessee": "tenn",
        "vermont": "vt",
        "virginia": "va",
        "wisconsin": "wis",
        "wyoming": "wyo",
        "kyiv": "kiev",
        "mumbai": "bombay",
        "kolkata": "calcutta",
        "yangon": "rangoon",
    }.items()
    for short in shorts.split(",")
}
SHORTEST, LONGEST = 3, 8  # letters of an acronym that nothing but its letters ties to a name


def plain_name(name: str) -> str:
    """The key of an organisation's or a place's name: folded, abbreviations written out, without a corporate ending."""
    words = [w for w in folded(name.replace(",", " ").replace("&", " and ")).split() if w]
    while len(words) > 1 and words[-1] in _CORPORATE:
        words.pop()
    for head in _TURNED:
        if words[:2] == [head, "of"] and len(words) in {3, 4}:
            words = [*words[2:], head]
    plain = " ".join(words)
    return _PLACES.get(plain) or agency_name(plain) or plain


def find_groups(articles: Sequence[Article]) -> Mapping[str, str]:
    """For each acronym of the story, the name that it stands for, where that is the only one that it can.

    An acronym stands for the name beside which a report introduces it (one entity has both), else for the one
    organisation of the story whose initials it is. One with two names to stand for stands for itself.
    """
    introduced: dict[str, set[str]] = defaultdict(set)
    by_initials: dict[str, set[str]] = defaultdict(set)
    acronyms: set[str] = set()
    for article in articles:
        for entity in article.entities:
            if entity.type == "PERSON":
                continue
            long = plain_name(entity.name)
            if " " in long and entity.type in {"ORG", "LAW", "EVENT"}:
                for letters in _initials(entity.name):
                    by_initials[letters].add(long)
            for form in {span.of(article.text) for span in entity.mentions} | {entity.name}:
                short = _acronym(form)
                if short:
                    acronyms.add(short)
                    if " " in long:
                        introduced[short].add(long)
    found = {}
    for short in sorted(acronyms):
        names = introduced.get(short) or (by_initials.get(short, set()) if SHORTEST <= len(short) <= LONGEST else set())
        if len(names) == 1:
            found[short] = next(iter(names))
    return found


def group_key(entity: Entity, acronyms: Mapping[str, str]) -> str:
    """The key that is the same for all entities of one organisation or place."""
    plain = plain_name(entity.name)
    return acronyms.get(plain, plain) if _acronym(entity.name) else plain


def _acronym(form: str) -> str | None:
    letters = form.replace(".", "").removeprefix("the ").removeprefix("The ")
    return plain_name(letters) if 2 <= len(letters) <= LONGEST and letters.isalpha() and letters.isupper() else None


def _initials(name: str) -> set[str]:
    """The letters by which a name may be shortened: of all its words, and of those that are not small ("of", "and")."""
    words = folded(name.replace(",", " ").replace("&", " ")).split()
    main = [w for w in words if w not in _SMALL]
    return {"".join(w[0] for w in those) for those in (words, main) if len(those) > 1}
