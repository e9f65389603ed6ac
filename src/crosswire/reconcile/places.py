"""Places: each number and day of the reports, among the words that tell which quantity or which event it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile

from crosswire.model import Article, Figure, Span
from crosswire.reconcile.numerals import ABOUT
from crosswire.reconcile.slots import DAYS, EXACT, Sentence, Slot
from crosswire.reconcile.tolls import ATTACKERS
from crosswire.reconcile.words import stem, words

NEAR = 4  # words with meaning on either side of a slot
WIDE, WIDER = 10, 14  # further ones, of a number and of a day, which may stand far from what happened on it
BEFORE, AFTER = 4, 6  # words of any kind before and after it
SMALL = 3  # numbers up to this prove nothing by standing in both sentences
LONGEST = 60  # characters of a figure on which its number may begin
AGE = frozenset({"year", "old"})
HARMED = frozenset(map(stem, "injured wounded hurt shot stabbed missing hospitalized hospitalised arrested".split()))
NATIONS = frozenset(
    map(
        stem,
        "afghans africans americans argentines asians australians austrians belgians brazilians britons bulgarians canadians "
        "chileans colombians cubans egyptians ethiopians europeans germans ghanaians greeks haitians hungarians indians "
        "indonesians iranians iraqis israelis italians kenyans koreans libyans malaysians mexicans moroccans nigerians "
        "norwegians pakistanis palestinians peruvians romanians russians saudis serbs spaniards sudanis swedes syrians thais "
        "tunisians ugandans ukrainians venezuelans yemenis zimbabweans".split(),
    )
)
MANY = 1_000_000  # so many of a nation are people to one report and its citizens to another
DEFINITE = frozenset("the these those all his her its our their".split())
GAINED = frozenset(map(stem, "votes points seats delegates".split()))  # that one has more of than another
LEAD = frozenset("lead advantage margin edge gap ahead behind".split())
HEDGING = ABOUT | frozenset("some more fewer than at least only just".split())
ADDED = frozenset("other another others more additional further extra".split())


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A slot among its words.

    The ``bearer`` is the person's name right beside it, whose age or number it may be. Stems ``near`` and ``wide`` around it and the ``names`` among them; the words ``before`` it (backwards) and ``after``
    it; the ``others`` of its sentence's numbers, those ``beside`` it by what they count, and the ``years``; whether it is told as ``added`` to other numbers
    ("two more"), or as a "part" or the "whole" of others ("two of the five"); whether it is the ``margin`` of one before another ("by two points"); the ``figure`` of the article that it is.
    """

    article: Article
    sentence: Span
    slot: Slot
    bearer: frozenset[str]
    near: frozenset[str]
    wide: frozenset[str]
    names: frozenset[str]
    before: tuple[str, ...]
    after: tuple[str, ...]
    others: frozenset[float]
    beside: Mapping[str, float]
    years: frozenset[str]
    added: bool
    share: str
    margin: bool
    figure: Figure | None

    @property
    def key(self) -> tuple[str, Span]:
        """Article id and span."""
        return self.article.id, self.slot.span


def places(read: Sequence[Sentence]) -> Iterator[Place]:
    """The places of one report, in the order of its text."""
    figures: dict[int, Figure] = {}  # by each character on which its number may begin
    for figure in read[0].article.figures if read else ():
        if figure.kind != "ordinal":
            end = min(figure.span.end, figure.span.start + LONGEST)
            figures |= dict.fromkeys(range(figure.span.start, end), figure)
    people = _people(read[0].article) if read else frozenset()
    for sentence in read:
        yield from _of_sentence(sentence, figures, people)


def _people(article: Article) -> frozenset[str]:
    """The stems of the words of all names of persons."""
    names = (entity.name for entity in article.entities if entity.type == "PERSON")
    return frozenset(stem(word) for name in names for word, _, _ in words(name))


def _of_sentence(sentence: Sentence, figures: Mapping[int, Figure], people: frozenset[str]) -> Iterator[Place]:
    folded = [w.casefold() for w, _, _ in sentence.words]
    houses = {i for slot in sentence.slots if slot.kind == "address" for i in range(slot.at, slot.end)}
    years = frozenset(
        w
        for i, w in enumerate(folded)
        if i not in houses and len(w) == 4 and w.isdecimal() and w[:2] in {"18", "19", "20"}
    )
    for read in sentence.slots:
        figure = figures.get(read.span.start) if read.kind != "designation" else None
        slot = _of_people(read, figure)
        reach = WIDER if slot.kind in DAYS else WIDE
        left = _with_meaning(sentence, range(slot.at - 1, -1, -1), reach)
        right = _with_meaning(sentence, range(slot.end, len(folded)), reach)
        wide = [*left, *right]
        before = tuple(reversed(folded[max(0, slot.at - BEFORE) : slot.at]))
        after = tuple(folded[slot.end : slot.end + AFTER])
        margin = _margin(slot, before, after)
        beside = [o for o in sentence.slots if o is not read and o.kind != "designation"]
        yield Place(
            sentence.article,
            sentence.span,
            slot,
            bearer=_bearer(sentence, left, right) & people,
            near=frozenset(sentence.stems[i] for i in [*left[:NEAR], *right[:NEAR]]),
            wide=frozenset(sentence.stems[i] for i in wide),
            names=frozenset(sentence.stems[i] for i in wide if i and sentence.words[i][0][0].isupper()),
            before=before,
            after=after,
            others=frozenset(coarse(o) for o in beside if o.value > SMALL),
            beside={o.counted: coarse(o) for o in beside if o.counted},
            years=years,
            added=_added(before, after) and not margin,
            share=_share(sentence, slot, before, after),
            margin=margin,
            figure=figure,
        )


def _of_people(slot: Slot, figure: Figure | None) -> Slot:
    """What is counted are people, though no word names them, or only a nation: "five others were injured".

    "Four were killed" may be told of any other happening: what reports give of the dead of this one, their tolls tell.
    """
    if slot.kind == "count" and slot.value >= MANY and slot.counted in NATIONS:
        return replace(slot, of=("people", *slot.of), head=0)
    unnamed = not slot.of or slot.counted in HARMED
    if figure is None or figure.role in {None, "killed"} or slot.kind != "count" or not unnamed:
        return slot
    return replace(slot, of=("people", *slot.of), head=0)


def _bearer(sentence: Sentence, left: Sequence[int], right: Sequence[int]) -> frozenset[str]:
    """The words of a name before a number ("Ada Roe, 35") or behind an age ("35-year-old Ada Roe")."""
    behind = [i for i in right[:NEAR] if sentence.stems[i] not in AGE]
    beside = [*left[:1], *behind[:2]] if len(behind) < len(right[:NEAR]) else left[:1]
    return frozenset(sentence.stems[i] for i in beside if sentence.words[i][0][0].isupper())


def _with_meaning(sentence: Sentence, places: range, most: int) -> list[int]:
    """The nearest words with meaning on one side."""
    found: list[int] = []
    for i in places:
        if sentence.stems[i]:
            found.append(i)
            if len(found) == most:
                break
    return found


def _added(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether a number is told on top of others: "two more", "another two"; not "more than two"."""
    ahead = () if before[:1] == ("than",) else before[:2]
    return not ADDED.isdisjoint((*ahead, *after[:2])) or "including" in after[:2]


def _margin(slot: Slot, before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether a number tells by how much one is before another: "by some 70 votes", "70 more votes", "a lead of 7 points".

    "More than 70 votes", and "70 votes by noon", do not.
    """
    if slot.counted not in GAINED:
        return False
    words = list(dropwhile(HEDGING.__contains__, before))[:2]
    led = words[:1] == ["by"] or (words[:1] == ["of"] and words[1:] and words[1] in LEAD)
    return led or after[:1] in {("more",), ("fewer",)} or not LEAD.isdisjoint(after[:NEAR])


def _share(sentence: Sentence, slot: Slot, before: Sequence[str], after: Sequence[str]) -> str:
    """Whether a number is told as a part ("two of the", "four, including the gunman") or as a whole ("of the five").

    "66 towns, including most of Olm" is no part.
    """
    if slot.kind == "designation":
        return ""
    if after[:1] == ("of",) or ("including" in after and not ATTACKERS.isdisjoint(after)):
        return "part"
    of = before.index("of") if "of" in before[:2] else -1
    counted = of >= 0 and any(other.end == slot.at - 1 - of for other in sentence.slots)
    return "whole" if counted else ""


def definite(place: Place) -> bool:
    """Whether a number is that of things told of before: "the eight divers", "all eight divers", "her eight divers"."""
    before = place.before[0] if place.before else ""
    return place.slot.value > SMALL - 1 and (before in DEFINITE or before.endswith("'s"))


def coarse(slot: Slot) -> float:
    """A value as it may be rounded elsewhere: two digits of it; a day and an address as they are."""
    return slot.value if slot.kind in EXACT else float(f"{slot.value:.1e}")
