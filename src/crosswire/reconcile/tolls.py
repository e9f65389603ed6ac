"""Tolls: how many were killed and how many injured, as each report tells it, and what the reports make of it together.

A report's toll is read off its figures. The first sentences count most, and those that share their words with the
headlines and the other reports; numbers of other years and of other months belong to other happenings. A number counts
more than single people told of, who add up within a sentence and leave room for more. Who was shot, stabbed or taken
to hospital and did not die is injured; who died is not.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta

from crosswire.model import Article, Figure, TimeExpression
from crosswire.reconcile.days import day_of
from crosswire.reconcile.words import content_words, words

HURT = ("injured", "shot", "hospitalised", "stabbed")
HARM = frozenset({"killed", *HURT})
OPENING = 6000  # characters of a report whose words are taken for the story's
JOINT = 30  # characters between two numbers that are told together
LEAD = 8  # sentences within which a report tells what it is about
HEAD = 3  # of these, those whose times are the story's own
LONG_AGO = timedelta(days=21)  # before the first report: another happening
FADING = 6.0  # sentences after which a figure counts half
ROOM = 0.3  # how much one person told of speaks for a larger number that another place gives
SILENT = 0.15  # what it counts that a report tells of nobody killed, or nobody injured
ALIVE = 0.3  # what it counts that a report leads with people hurt, and tells of nobody killed
RISEN = 1.0  # what a later, larger number must count to replace the one that most give
ENOUGH = 1.5  # what one report can weigh at most
LOOKING_BACK = frozenset({"past", "last", "recent", "previous", "since"})
SEVERAL = frozenset({"separate", "unrelated", "spate", "rash"})  # of words for more happenings than the story's
ANOTHER = frozenset("another one second third fourth fifth sixth".split())
FEMALE = frozenset(
    "woman girl mother wife sister daughter girlfriend grandmother aunt niece female lady mom she".split()
)
MALE = frozenset(
    "man boy father husband brother son boyfriend grandfather uncle nephew male dad guy he himself".split()
)
OFFICERS = frozenset("officer deputy policeman trooper sergeant detective guard soldier firefighter marshal".split())
ATTACKERS = frozenset("suspect gunman shooter attacker robber intruder burglar himself".split())
SELF = (("himself",), ("herself",))
APART = (
    (FEMALE, MALE),
    (MALE, FEMALE),
    (OFFICERS, ATTACKERS),
    (ATTACKERS, OFFICERS),
    (ATTACKERS, frozenset({"victim"})),
)


@dataclass(frozen=True, slots=True)
class Harm:
    """A figure of people killed or hurt, the words that name them, its sentence (from 0) and what that counts."""

    figure: Figure
    words: tuple[str, ...]
    sentence: int
    weight: float
    joined: bool = False  # to the figure before it, as in "two men and two women"

    @property
    def role(self) -> str:
        """What became of them."""
        return self.figure.role or ""

    @property
    def value(self) -> float:
        """How many, an interval by its lower end."""
        value = self.figure.value
        return float(value[0]) if isinstance(value, tuple) else float(value)

    @property
    def numbered(self) -> bool:
        """Whether it is a number, not "a man"."""
        return self.value != 1 or self.words in {("one",), ("1",)}


@dataclass(frozen=True, slots=True)
class Told:
    """How many one report gives for a role, how much that counts, the figures that say so, whether in a number."""

    value: float
    weight: float
    figures: tuple[Harm, ...] = ()
    firm: bool = False


@dataclass(frozen=True, slots=True)
class Toll:
    """The number that a story gives for a role, and the figures of its reports that it rests on, the best first."""

    value: int | float | tuple[float, float]
    figures: tuple[tuple[str, Figure], ...]


def story_tolls(
    articles: Sequence[Article], origin: Mapping[str, int], days: Mapping[str, date | None]
) -> Mapping[str, Toll]:
    """The number killed and the number injured of a story's reports, where they tell of any (or say that nobody was).

    Args:
        articles: the annotated reports, ordered by id.
        origin: the number of each report's origin.
        days: the day of each report, None where it is not known.
    """
    about = topic(articles)
    first_day = min((day for day in days.values() if day), default=None)
    found = {article.id: harms(article, first_day, about) for article in articles}
    dead = {id: killed(members) for id, members in found.items()}
    story_dead = agreed(dead, origin, days)
    people = [h for members in found.values() for h in members if h.role == "killed"]
    hurt = {id: injured(members, dead[id], story_dead, people) for id, members in found.items()}
    tolls = {
        "killed": _toll("killed", story_dead, dead, found),
        "injured": _toll("injured", agreed(hurt, origin, days), hurt, found),
    }
    return {role: toll for role, toll in tolls.items() if toll is not None}


def _toll(role: str, value: float, told: Mapping[str, Told], found: Mapping[str, Sequence[Harm]]) -> Toll | None:
    """A toll with its figures: those that give the number, then the others of the role; None where nobody tells."""
    giving = [(id, h) for id, one in told.items() if one.value == value for h in one.figures]
    others = [(id, h) for id, members in found.items() for h in members if h.role == role and (id, h) not in giving]
    if not value:
        giving, others = [(id, h) for id, h in others if not h.value], []
    if not giving:
        return None
    exact = next((h.figure.value for _, h in giving if h.value == value), int(value))
    giving.sort(key=lambda item: (item[1].value != value, item[0], item[1].figure.span))
    return Toll(exact, tuple((id, h.figure) for id, h in giving + others))


def topic(articles: Sequence[Article]) -> AbstractSet[str]:
    """The words that a story is about: those of its headlines, and those that two or more of its reports use."""
    used = Counter(word for article in articles for word in content_words(article.text[:OPENING]))
    titles = [content_words(article.title.text) for article in articles if article.title]
    return frozenset({w for w, n in used.items() if n > 1}.union(*titles))


def harms(article: Article, first_day: date | None, about: AbstractSet[str]) -> list[Harm]:
    """The figures of an article that tell of people harmed in the happening that it reports."""
    starts = [s.start for s in article.sentences]
    found: list[Harm] = []
    for figure in article.figures:
        if figure.role in HARM and figure.kind == "count":
            n = max(0, bisect_right(starts, figure.span.start) - 1)
            if not _bygone(article, n, first_day):
                named = tuple(w for w, _, _ in words(figure.span.of(article.text)))
                joined = bool(found) and _joined(article.text, found[-1].figure, figure)
                found.append(Harm(figure, named, n, _weight(article, n, about), joined))
    return found


def _joined(text: str, before: Figure, figure: Figure) -> bool:
    """Whether "and" or a comma and few words part two figures of one role: "two men and two women"."""
    between = text[before.span.end : figure.span.start]
    short = len(between) <= JOINT and len(between.split()) <= 3
    return before.role == figure.role and short and (between.endswith(" and ") or between.endswith(", "))


def _weight(article: Article, n: int, about: AbstractSet[str]) -> float:
    """What a figure of a sentence counts: less further down, and less where the words are not the story's."""
    said = content_words(article.sentences[n].of(article.text)) if article.sentences else frozenset()
    share = (len(said & about) + 2) / (len(said) + 2)
    apart = 1.0 if said.isdisjoint(SEVERAL) else 0.3
    return apart * min(1.0, 0.3 + share) / (1.0 + n / FADING)


def _bygone(article: Article, n: int, first_day: date | None) -> bool:
    """Whether a sentence tells of another year or month, or counts over years; the first few may, of their own."""
    if not article.sentences or first_day is None:
        return False
    sentence = article.sentences[n]
    times = [time for time in article.times if sentence.covers(time.span)]
    back = any(_looks_back(article.text, time) for time in times)
    return back or (n >= HEAD and any(time.type == "DATE" and _ended(time.value, first_day) for time in times))


def _looks_back(text: str, time: TimeExpression) -> bool:
    """Whether a duration of years is one up to now: "over the past two years"."""
    said = text[max(0, time.span.start - 10) : time.span.end].casefold().split()
    return time.type == "DURATION" and time.value.endswith("Y") and not LOOKING_BACK.isdisjoint(said)


def _ended(value: str, first_day: date) -> bool:
    """Whether a year, month or day lies well before the first report, or is a whole year."""
    if len(value) == 4 and value.isdigit():
        return True
    if len(value) == 7 and value[:4].isdigit() and value[5:].isdigit():
        return value < f"{first_day - LONG_AGO:%Y-%m}"
    day = day_of(value)
    return day is not None and day < first_day - LONG_AGO


def killed(found: Sequence[Harm]) -> Told:
    """The number killed that a report gives."""
    told = _told([h for h in found if h.role == "killed"])
    hurt = any(h.role != "killed" and h.sentence < LEAD for h in found)
    return told if told.value or not hurt else Told(0, ALIVE)


def injured(found: Sequence[Harm], dead: Told, story_dead: float, killed_people: Sequence[Harm]) -> Told:
    """The number injured that a report gives, or that its number shot or in hospital leaves without the dead.

    ``story_dead`` and ``killed_people`` are those killed by the whole story: who was shot in an early report may have
    died since.
    """
    options = []
    for role in HURT:
        told = _survivors(_told([h for h in found if h.role == role]), role, dead, found, story_dead, killed_people)
        if told.value:
            options.append(told)
    return max(options, key=lambda t: (t.value * t.weight, t.weight), default=Told(0, SILENT * (2 if found else 1)))


def _survivors(
    told: Told, role: str, dead: Told, found: Sequence[Harm], story_dead: float, killed_people: Sequence[Harm]
) -> Told:
    """Those of a number hurt who did not die."""
    if not story_dead or not told.value:
        return told
    if not told.firm or told.value == 1:
        return told if _others(told, found, killed_people) else Told(0, 0)
    if role == "injured" or (role == "hospitalised" and dead.value):
        return told if dead.value else Told(told.value, told.weight * 0.5, told.figures)
    rest = told.value - max(story_dead, dead.value)
    return Told(max(0.0, rest), told.weight * 0.8, told.figures, told.firm)


def _others(told: Told, found: Sequence[Harm], killed_people: Sequence[Harm]) -> bool:
    """Whether single people told of as hurt are others than those killed."""
    with_dead = {h.sentence for h in found if h.role == "killed" and h.words not in SELF}
    hurt = [h for h in told.figures if h.words not in SELF]
    added = any(h.figure.scope == "addition" and not ANOTHER.isdisjoint(h.words) for h in hurt)
    beside = any(h.sentence in with_dead for h in hurt)
    return added or beside or any(_other(h, killed_people) for h in hurt)


def _other(one: Harm, killed_people: Sequence[Harm]) -> bool:
    """Whether the words for a person fit none of those for the people killed."""
    own = set(one.words)
    singles = [set(h.words) for h in killed_people if h.value == 1 and not h.numbered]
    return bool(singles) and all(any(own & a and theirs & b for a, b in APART) for theirs in singles)


def _told(found: Sequence[Harm]) -> Told:
    """The value that counts most: each sentence gives one, and those of the first sentences count most."""
    by_sentence: dict[int, list[Harm]] = defaultdict(list)
    for one in found:
        by_sentence[one.sentence].append(one)
    weight: dict[float, float] = defaultdict(float)
    figures: dict[float, list[Harm]] = defaultdict(list)
    firm: set[float] = set()
    for _, members in sorted(by_sentence.items()):
        value, sure = _of_sentence(members)
        if value:
            weight[value] += members[0].weight
            figures[value] += members
        if sure:
            firm.add(value)
    if not weight:
        return Told(0, SILENT)
    lead = {v: _score(v, weight, firm) for v in weight if figures[v][0].sentence < LEAD}
    score = lead or {v: weight[v] for v in weight}
    best = max(score, key=lambda v: (score[v], v))
    return Told(best, min(ENOUGH, score[best]), tuple(figures[best]), best in firm)


def _score(value: float, weight: Mapping[float, float], firm: AbstractSet[float]) -> float:
    """What speaks for a value: the sentences that give it, twice where in a number, and the single people of others."""
    below = sum(w for v, w in weight.items() if v < value and v not in firm)
    return weight[value] * (2 if value in firm else 1) + ROOM * below


def _of_sentence(members: Sequence[Harm]) -> tuple[float, bool]:
    """How many a sentence gives, and whether in a number: its total, or its single people together."""
    full = [m for m in members if m.figure.scope in {None, "total"}]
    parts = [m for m in members if m.figure.scope == "part"]
    base = _largest(full)
    last = max((m.figure.span.start for m in full if m.value >= 2), default=0)
    more = sum(m.value for m in members if m.figure.scope == "addition" and m.figure.span.start > last)
    singles = sum(m.value for m in full if m.value == 1)
    if base:
        return base + more, True
    if singles or more:
        family = [m for m in parts if m.words[:1] in {("his",), ("her",), ("their",)}]
        return singles + more + (len(parts) if family == parts else 0), any(m.numbered for m in full)
    return max((m.value for m in parts), default=0.0), False


def _largest(full: Sequence[Harm]) -> float:
    """The largest number of a sentence, those joined taken together; 0 where it only tells of single people."""
    sums: list[float] = []
    for one in full:
        if one.joined and sums:
            sums[-1] += one.value
        elif one.value:
            sums.append(one.value)
    numbers = max((m.value for m in full), default=0.0)
    return max(sums, default=0.0) if numbers >= 2 else 0.0


def agreed(told: Mapping[str, Told], origin: Mapping[str, int], days: Mapping[str, date | None]) -> float:
    """The value that the origins of most weight give; the larger one where they are even, and a later, larger number."""
    best: dict[tuple[int, float, bool], float] = defaultdict(float)
    for id, one in told.items():
        key = origin[id], one.value, one.firm or not one.value
        best[key] = max(best[key], one.weight * (2 if one.firm else 1))
    weight = {
        value: sum(
            w * (1 if v == value else ROOM)
            for (_, v, firm), w in best.items()
            if v == value or (v < value and not firm)
        )
        for _, value, _ in best
    }
    value = max(weight, key=lambda v: (round(weight[v], 3), v), default=0.0)
    last = max((day for id, one in told.items() if one.value == value and (day := days.get(id))), default=None)
    risen = [
        one.value
        for id, one in told.items()
        if one.firm
        and value
        and one.value > value
        and one.weight >= RISEN
        and last
        and (day := days.get(id))
        and day > last
    ]
    return max(risen, default=value)
