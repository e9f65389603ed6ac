"""Linking: which mentions of an article name one person, organisation or place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from crosswire.detect.entities_names import Found
from crosswire.detect.entities_shape import Reading, closes, looks_like_person, looks_like_place
from crosswire.detect.gazetteer import GENERATIONS, HONORIFICS, TITLE_MODIFIERS, is_role_noun, listed, place_code

CORPORATE = listed("inc inc. corp corp. corporation ltd ltd. limited llc plc gmbh ag co co. company")
FLUID = frozenset({"GPE", "ORG", "PERSON", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "LAW"})
UNLIKELY_TITLED = frozenset({"ORG", "PRODUCT", "EVENT", "LAW"})  # what is no more so where a title stands before it
TOWN_OPENINGS = listed("port san santa saint st. st los las new el")
LIKELY = ("PERSON", "GPE", "ORG", "LOC", "FAC", "NORP", "EVENT", "LAW", "PRODUCT")


@dataclass(slots=True)
class Group:
    """The mentions that stand for one entity, while they are being collected."""

    label: str
    mentions: list[Found] = field(default_factory=list)

    def name(self) -> str:
        """The fullest form: the longest, of equally long ones the first."""
        return max((m.name for m in self.mentions), key=lambda name: (len(name), not name.isupper()))


def key_of(name: str) -> str:
    """The form by which equal names are told: small letters, no article, no dots, no corporate ending."""
    code = place_code(name)
    if code is not None:
        return f"place:{code}"
    words = name.casefold().replace("’", "'").replace(".", "").split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    while len(words) > 1 and words[-1].strip(",") in CORPORATE:
        words = words[:-1]
    return " ".join(words).rstrip(",")


def person_words(name: str) -> tuple[str, ...]:
    """A person's name as plain words, without generation and form of address."""
    words = (w.strip(",").casefold().replace("’", "'") for w in name.split())
    return tuple(w for w in words if w not in GENERATIONS and w not in HONORIFICS)


def same_person(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two names of two words or more can be one person's: first and last agree, middles do not clash."""
    if left[0] != right[0] or left[-1] != right[-1]:
        return False
    pairs = zip(left[1:-1], right[1:-1], strict=False)
    return all(
        a.rstrip(".")[:1] == b.rstrip(".")[:1] if "." in a + b or 1 in (len(a), len(b)) else a == b for a, b in pairs
    )


def relabel(read: Reading, found: Sequence[Found]) -> list[Found]:
    """One label for each name of an article: by majority, by full names that contain it, and by the words around it."""
    by_key: dict[str, list[Found]] = defaultdict(list)
    for mention in found:
        by_key[key_of(mention.name)].append(mention)
    surnames, given, doubles = _name_parts(by_key)
    labels = {key: _label(read, key, mentions, surnames, given) for key, mentions in by_key.items()}
    labels |= {key: "PERSON" for key in doubles & labels.keys() if labels[key] in FLUID - {"GPE", "LOC", "FAC"}}
    return [Found(m.first, m.last, labels[key_of(m.name)], m.name) for m in found]


def _majority(mentions: Sequence[Found]) -> str:
    votes = Counter(m.label for m in mentions)
    return min(votes, key=lambda label: (-votes[label], LIKELY.index(label)))


def _name_parts(by_key: Mapping[str, Sequence[Found]]) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Last words, first words, and the surnames of several words ("lopez vidal") of the people of an article."""
    full = [person_words(ms[0].name) for ms in by_key.values() if _majority(ms) == "PERSON"]
    long = [words for words in full if len(words) > 1]
    doubles = (" ".join(words[start:]) for words in long for start in range(1, len(words) - 1))
    return frozenset(words[-1] for words in long), frozenset(words[0] for words in long), frozenset(doubles)


def _label(read: Reading, key: str, mentions: Sequence[Found], surnames: frozenset[str], given: frozenset[str]) -> str:
    """The label of one name: the model's majority, unless full names or the words around the mentions say otherwise."""
    label, word = _majority(mentions), mentions[0].name.casefold().replace("’", "'")
    if " " in word:
        return _long_label(read, label, mentions)
    places = [looks_like_place(read, m.first, m.last) for m in mentions]
    located = _mostly_located(read, mentions)
    formal = any(read.lower(m.first - 1, m.first) in HONORIFICS for m in mentions)
    people = any(looks_like_person(read, m.first, m.last) for m in mentions)
    proper = label in {"PERSON", "ORG"} and word not in given and not mentions[0].name.isupper()
    rules = (
        (word in surnames and label in FLUID and not (label in {"GPE", "LOC"} and located), "PERSON"),
        (word in given and label in {"ORG", "PRODUCT", "EVENT", "LAW", "NORP"}, "PERSON"),
        (label in UNLIKELY_TITLED and not mentions[0].name.isupper() and _titled(read, mentions), "PERSON"),
        (word in read.places, "GPE"),
        (key.startswith("place:"), "PERSON" if formal else "GPE"),
        (proper and not people and located and sum(places) >= (0.5 if label == "PERSON" else 1.0), "GPE"),
        (people and label in {"GPE", "LOC"} and not any(places), "PERSON"),
    )
    return next((new for holds, new in rules if holds), label)


def _titled(read: Reading, mentions: Sequence[Found]) -> bool:
    """Whether an office or form of address, written as a title, stands before some of the mentions ("President Roe")."""
    return any(
        not read.opens(m.first)
        and m.name.lower() not in TITLE_MODIFIERS
        and read.tokens[m.first - 1].text[:1].isupper()
        and read.tokens[m.first - 1].tag == "NNP"
        and read.tokens[m.first - 1].head == m.first
        and looks_like_person(read, m.first, m.last, speech=False)
        for m in mentions
    )


def _long_label(read: Reading, label: str, mentions: Sequence[Found]) -> str:
    """The label of a name of several words: a person by title or age, a town by "Port", "San" and where it is used."""
    if label in {"ORG", "PRODUCT", "GPE"} and _person_like(read, mentions):
        return "PERSON"
    words = mentions[0].name.casefold().split()
    town = len(words) == 2 and words[0] in TOWN_OPENINGS and not closes(words[1])
    sure = label in {"FAC", "LOC"} or (label in {"ORG", "PERSON"} and _mostly_located(read, mentions))
    return "GPE" if town and sure else label


def _mostly_located(read: Reading, mentions: Sequence[Found]) -> bool:
    return 2 * sum(looks_like_place(read, m.first, m.last) > 0 for m in mentions) >= len(mentions)


def _person_like(read: Reading, mentions: Sequence[Found]) -> bool:
    """Whether a name of two or three words is a person's by its shape, and by a form of address, title or age beside it."""
    words = mentions[0].name.split()
    shaped = 2 <= len(words) <= 3 and all(
        w[0].isupper() and w.isalpha() and not w.isupper() and not closes(w) for w in words
    )
    return shaped and any(looks_like_person(read, m.first, m.last, speech=False) for m in mentions)


def link(read: Reading, found: Sequence[Found]) -> list[Group]:
    """Gather the mentions of an article into entities, in order of first mention.

    A surname alone goes to the one person of that surname; with two of them it stays an entity of its own. A first
    name alone needs the full name before it, and so does the first of two surnames ("Villa" of "Ana Villa Rueda"). An acronym goes to the name that it stands behind in brackets.
    """
    groups: dict[str, Group] = {}
    people: dict[str, tuple[str, ...]] = {}
    tails: dict[tuple[str, ...], set[str]] = {}
    lone: list[Found] = []
    aliases = _acronyms(read, found)
    for mention in found:
        words = person_words(mention.name) if mention.label == "PERSON" else ()
        if len(words) == 1:
            lone.append(mention)
            continue
        key = aliases.get(key_of(mention.name), key_of(mention.name))
        if words:
            key = _person_key(words, people, tails)
        groups.setdefault(f"{key}\t{mention.label}" if words else key, Group(mention.label)).mentions.append(mention)
    _place_lone(read, lone, groups, people)
    done = sorted(groups.values(), key=lambda g: min(m.first for m in g.mentions))
    for group in done:
        group.mentions.sort(key=lambda m: m.first)
    return done


def _person_key(
    words: tuple[str, ...], people: dict[str, tuple[str, ...]], tails: dict[tuple[str, ...], set[str]]
) -> str:
    """The key of the one known person whose name agrees, or ends so ("Lopez Vidal"); else this name becomes known."""
    longer = tails.get(words, ())
    if len(longer) == 1:
        return next(iter(longer))
    key = f"{words[0]} … {words[-1]}"
    if key in people and not same_person(people[key], words):
        key = " ".join(words)
    if key not in people or len(people[key]) < len(words):
        people[key] = words
        for start in range(1, len(words) - 1):
            tails.setdefault(words[start:], set()).add(key)
    return key


def _titles(read: Reading, mentions: Sequence[Found]) -> frozenset[str]:
    """The offices that stand right before mentions ("President Roe")."""
    before = (read.lower(m.first - 1, m.first) for m in mentions)
    return frozenset(word for word in before if is_role_noun(word))


def _of_another(read: Reading, lone: Sequence[Found], full: Group) -> bool:
    """Whether a surname with an office stands before the full name, which never has it: that is somebody else's."""
    first = min(m.first for m in full.mentions)
    own = _titles(read, [m for m in lone if m.first < first])
    return bool(own) and not own & _titles(read, full.mentions)


def _place_lone(
    read: Reading, lone: Sequence[Found], groups: dict[str, Group], people: Mapping[str, tuple[str, ...]]
) -> None:
    surnames, given, middle = defaultdict(list), defaultdict(list), defaultdict(list)
    for key, words in people.items():
        if len(words) > 2:
            middle[words[-2]].append(key)
        surnames[words[-1]].append(key)
        given[words[0]].append(key)
    alone: dict[str, list[Found]] = defaultdict(list)
    for mention in lone:
        alone[(person_words(mention.name) or (mention.name.casefold(),))[0]].append(mention)
    strangers = {
        word
        for word, those in alone.items()
        if len(surnames.get(word, [])) == 1 and _of_another(read, those, groups[f"{surnames[word][0]}\tPERSON"])
    }
    starts = {key: groups[f"{key}\tPERSON"].mentions[0].first for key in people}
    for mention in lone:
        word = (person_words(mention.name) or (mention.name.casefold(),))[0]
        owners = surnames.get(word, []) if word not in strangers else []
        for others in (given.get(word, []), middle.get(word, [])):
            if not owners and word not in strangers and len(others) == 1 and starts[others[0]] < mention.first:
                owners = others
        key = f"{owners[0]}\tPERSON" if len(owners) == 1 else f"{word}\tPERSON alone"
        groups.setdefault(key, Group("PERSON")).mentions.append(mention)


def _acronyms(read: Reading, found: Sequence[Found]) -> dict[str, str]:
    """Keys of acronyms that stand in brackets behind the name whose initials they are, with that name's key."""
    aliases: dict[str, str] = {}
    for before, after in pairwise(found):
        short, long = after.name.replace(".", ""), before.name
        bracketed = after.first == before.last + 1 and read.tokens[before.last].text == "("
        if bracketed and short.isupper() and len(short) > 1 and before.label != "PERSON":
            initials = "".join(w[0] for w in long.replace("-", " ").split() if w[0].isalnum()).upper()
            strict = "".join(w[0] for w in long.replace("-", " ").split() if w[0].isupper() and w.lower() != "the")
            if short in {initials, strict} or (set(short) <= set(initials) and short[0] == strict[:1]):
                aliases[key_of(after.name)] = key_of(before.name)
    return aliases
