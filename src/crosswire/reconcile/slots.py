"""Slots: the numbers and the days that a report's sentences give, each with the words that it stands among.

Numbers are read from the words of a sentence once more, with what is counted as a reader of that sentence alone would
take it, so that two reports are read alike; the figures of the article say who gives a number and in which role.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Literal

from crosswire.model import Article, Span
from crosswire.reconcile.addresses import BLOCK, street
from crosswire.reconcile.numerals import ABOUT, MIGHT, MONEY, Words, interval, is_odds, word, words_of
from crosswire.reconcile.words import CONTRACTED, STOP, stem

SlotKind = Literal["count", "money", "percent", "day", "posted", "address", "designation"]
Hedge = Literal["least", "most", "near", ""]

DAYS = frozenset({"day", "posted"})
EXACT = DAYS | {"address", "designation"}  # these are not rounded
_NAMES = "january february march april may june july august september october november december".split()
_MONTHS = (
    {name: n for n, name in enumerate(_NAMES, 1)} | {name[:3]: n for n, name in enumerate(_NAMES, 1)} | {"sept": 9}
)
_DAYS_OF_MONTH = frozenset(map(str, range(1, 32)))
_YEARS = range(1500, 2101)
_NUMBERED = frozenset({"no", "nos", "number"})
_PERCENT = frozenset({"%", "percent", "pc"})
_OPENING = frozenset("([\"“‘'—")  # marks that may stand before a number without a space
_PASSED = frozenset(
    "more other others additional new further different separate of the those these its his her their".split()
)
_NOUNS = frozenset(
    {"people", "thing", "things", "times", "way", "ways", "year", "years"}
)  # counted, though they carry no meaning
_PLURALS = frozenset("people men women children aircraft feet".split())
_SMALLER = frozenset({"seconds", "minutes", "inches", "ounces", "cents", "months", "days", "weeks"})
_ADDRESS = frozenset({"https", "http", "www", "com", "co", "twitter", "pic"})  # of parts of web addresses
_DATED = frozenset(
    "a an the this that its his her their in since before after by until".split()
)  # "a 1998 High Court case"
_PARENTS = frozenset(
    "mother mothers father fathers parent parents mom mum dad grandmother grandfather widow widower".split()
)
_THAN = frozenset("as more larger higher greater the that what its their".split())  # behind "times", of a ratio
_HOURS = frozenset({"am", "pm", "gmt", "utc", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "bst", "cet"})
_LEAST = frozenset({"least", "than", "over", "fewer", "above", "exceed", "exceeding"})
_MOST = frozenset({"up", "at", "under", "below", "close"})
_NEAR = ABOUT | {"some", "estimated", "close"}
RUN = 3  # words after a number that may name what is counted
REACH = 6  # words after a number within which they stand
POST = 300  # characters of a post above its signature
HEDGES = 3  # words before it that may hedge it


@dataclass(frozen=True, slots=True)
class Slot:
    """A number or a day as a sentence gives it: its kind, its value, what is counted, and its hedge.

    ``of`` are the stems of the words that may name the counted, ``head`` which of them most likely does (-1: none). ``at`` and ``end`` are the first word of it in its sentence, and the first one after it; ``said`` is the number with
    its currency and with what it counts; ``high`` the upper end of a range. A day is 100 times its month, plus the day; that on
    which a quoted post was made is "posted". An address is the number of a house or a block; ``of`` is its street. A designation is
    a number that is part of a name ("Flight 302"); ``of`` is the word before it.
    """

    span: Span
    kind: SlotKind
    value: float
    of: tuple[str, ...]
    hedge: Hedge
    at: int
    end: int
    said: Span
    high: float | None = None
    head: int = -1

    @property
    def counted(self) -> str:
        """The stem of what is counted; empty where nothing is named."""
        return self.of[self.head] if self.head >= 0 else ""


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence that gives numbers or days: its words, the stem of each (empty where it carries no meaning), its slots."""

    article: Article
    span: Span
    words: Words
    stems: tuple[str, ...]
    slots: tuple[Slot, ...]


def sentences(article: Article) -> list[Sentence]:
    """The sentences of an article that give numbers or days.

    A number that a report has in a name ("Boeing 737") counts nothing before another name either ("737 Max jets").
    """
    named: set[float] = set()
    found: list[Sentence] = []
    before = 0
    for span in article.sentences:
        if MIGHT.search(article.text, span.start, span.end):
            read = _read(article, span, before, named)
            if read.slots:
                found.append(read)
        before = span.start
    if not named:
        return found
    names = {slot.counted for s in found for slot in s.slots if slot.kind == "designation"}
    return [replace(s, slots=tuple(_settled(s, named, names))) for s in found]


def _settled(sentence: Sentence, named: AbstractSet[float], names: AbstractSet[str]) -> Iterator[Slot]:
    """The slots of a sentence as its report reads them.

    What opens a sentence may be a name or not ("Flight 302", "Invited 12 pilots"): it is one where the report has it as one.
    """
    for slot in sentence.slots:
        if slot.kind == "count" and word(sentence.words, slot.at)[:1].isdecimal():
            if slot.at == 1 and stem(word(sentence.words, 0).casefold()) in names:
                if name := _designation(sentence.words, slot.at, slot.value):
                    yield name
                continue
            if slot.value in named and word(sentence.words, slot.end)[:1].isupper():
                continue
        yield slot


def _read(article: Article, span: Span, before: int, named: set[float]) -> Sentence:
    """A sentence with its slots; the day below a post stands among the words of the post, which begin at ``before``."""
    post = article.text.find("(@", span.start, span.end)
    words = words_of(article.text, span if post < 0 else Span(max(before, span.start - POST), span.end))
    slots = tuple(slot for slot in _slots(words, named) if slot.span.start >= span.start)
    hidden = {i for slot in slots for i in range(slot.at, slot.end)}
    if post >= 0:
        signature = _signature(words, post)
        hidden |= signature
        slots = tuple(replace(s, kind="posted") if s.kind == "day" and s.at - 1 in signature else s for s in slots)
    stems = tuple("" if i in hidden else _content(w) for i, (w, _, _) in enumerate(words))
    return Sentence(article, span, words, stems, slots)


def _signature(words: Words, post: int) -> set[int]:
    """The words of a name and a handle below a post: "— Ada Roe (@adaroe)"."""
    at = next(i for i, (_, start, _) in enumerate(words) if start >= post)
    start = next((i for i in range(at - 1, max(-1, at - 8), -1) if words[i][0] in {"—", "–", "-"}), at)
    end = next((i for i in range(at, min(len(words), at + 8)) if words[i][0] == ")"), at)
    return set(range(start, end + 1))


def _content(said: str) -> str:
    """The stem of a word that carries meaning; empty for another."""
    folded = said.casefold()
    if len(folded) < 2 or folded in STOP or folded in CONTRACTED or folded in _ADDRESS or not folded[0].isalpha():
        return ""
    return stem(folded)


def _slots(words: Words, named: set[float]) -> Iterator[Slot]:
    """The numbers and days of a sentence; numbers that belong to a name are added to ``named``."""
    at = 0
    while at < len(words):
        day = _day(words, at)
        read = None if day else interval(words, at)
        slot = day or (_address(words, at, *read) or _quantity(words, at, *read) if read else None)
        if slot:
            yield slot
        elif read and word(words, at)[0].isdecimal() and _named(words, at):
            named.add(read[0])
            designation = _designation(words, at, read[0])
            if designation:
                yield designation
        at = day.end if day else read[2] if read else at + 1


def _day(words: Words, at: int) -> Slot | None:
    """A day of a month that begins at a word: "May 25", "Oct. 12, 2019", "25 May"."""
    if word(words, at).isdecimal():
        month, day = at + 1, at
    else:
        month, day = at, at + 1 + (word(words, at + 1) == ".")
    name, given = word(words, month), word(words, day)
    number = _MONTHS.get(name.casefold())
    if number is None or not name[0].isupper() or not (given.isdecimal() and len(given) < 3 and 1 <= int(given) <= 31):
        return None
    other = month + 1 + (word(words, month + 1) == ".")
    noun = word(words, other + 1)
    if day < month and word(words, other) in _DAYS_OF_MONTH and noun.islower() and _content(noun):
        return None  # "the 14 May 3 marchers"
    first, end = min(month, day), max(month, day) + 1
    span = Span(words[first][1], words[end - 1][2])
    return Slot(span, "day", 100.0 * number + int(given), (), "", first, end, span)


def _address(words: Words, at: int, value: float, high: float | None, end: int) -> Slot | None:
    """The number of a house, or of a block of a hundred, in a street that is named."""
    found = street(words, end) if high is None and word(words, at).replace(",", "").isdecimal() else None
    if found is None or (not found.block and word(words, at - 1).casefold() in _DATED):
        return None
    span = Span(words[at][1], words[end - 1][2])
    said = Span(span.start, words[found.end - 1][2])
    last = value + BLOCK - 1 if found.block else None
    return Slot(span, "address", value, found.name, "", at, found.end, said, last, 0)


def _designation(words: Words, at: int, value: float) -> Slot | None:
    """A number that is part of a name and goes on in common words: "Flight 302", "Max 8 jets", "No. 5"."""
    marked = word(words, at - 1) in {".", "-"}
    first = at - 1 - marked
    before, after = word(words, first), word(words, at + 1)
    if value in _YEARS or not word(words, at).isdecimal() or not before.isalpha() or not before[0].isupper():
        return None
    if words[at - 1][2] == words[at][1] and not marked:
        return None  # "A320"
    if _goes_on(words, at + 1) or _percent(words, at + 1) or after[:1].isupper() or after.isdecimal():
        return None
    span = Span(words[at][1], words[at][2])
    said = Span(words[first][1], span.end)
    return Slot(span, "designation", value, (stem(before.casefold()),), "", at, at + 1, said, None, 0)


def _quantity(words: Words, at: int, value: float, high: float | None, end: int) -> Slot | None:
    """A number with what it counts; None for what is no quantity: a year, part of a name, a time, a score, "one"."""
    money = word(words, at - 1) in MONEY
    if (not money and _named(words, at)) or _goes_on(words, end) or is_odds(words, at, end):
        return None
    span, hedge = Span(words[at][1], words[end - 1][2]), _hedge(words, at - money)
    if money:
        return Slot(span, "money", value, (), hedge, at, end, Span(words[at - 1][1], span.end), high)
    if _percent(words, end):
        return Slot(span, "percent", value, (), hedge, at, end + 1, Span(span.start, words[end][2]), high)
    of, head, last = _counted(words, end)
    if (
        of[:1] == ("block",)
        or _manifold(words, last)
        or _clock(words, end)
        or _dialled(words, at, end)
        or of_children(word(words, at - 1), word(words, at - 2))
    ):
        return None
    if not hedge and _compound(words, last):
        hedge = "near"
    year = end == at + 1 and value in _YEARS and word(words, at).isdecimal()
    if year or (value < 2 and not of) or (value == 1 and end == at + 1):
        return None
    return Slot(span, "count", value, of, hedge, at, end, Span(span.start, words[last][2]), high, head)


def _named(words: Words, at: int) -> bool:
    """Whether a number is part of a name, a date or another number: "Flight 752", "No. 10", "A320"."""
    before = word(words, at - 1)
    if before and words[at - 1][2] == words[at][1] and before not in _OPENING:
        return True
    if before == ".":
        before = word(words, at - 2)
        return before.casefold() in _NUMBERED
    if word(words, at).islower() or before.endswith("'s"):  # "Ruritania's three clinics", "Sollen's 12 shops"
        return word(words, at).isdecimal() and word(words, at + 1)[:1].isupper()
    return before[:1].isupper() and before.casefold() not in STOP and at > 1


def _goes_on(words: Words, end: int) -> bool:
    """Whether a number goes on as something else: a time, a fraction, a score, an ordinal, a date."""
    after = word(words, end)
    if after.casefold() in _MONTHS and after[0].isupper():
        return True
    if not after or words[end][1] != words[end - 1][2]:
        return False
    return after in {":", "/", "–"} or after.isalpha() or (after == "-" and word(words, end + 1)[:1].isdecimal())


def _dialled(words: Words, at: int, end: int) -> bool:
    """Whether a number stands among others without a mark between them: a telephone number."""
    return word(words, at - 1).isdecimal() or word(words, end).isdecimal()


def of_children(before: str, farther: str) -> bool:
    """Whether a number is that of someone's children, by the word before it and the one before that: "a mother of two"."""
    return before.casefold() == "of" and farther.casefold() in _PARENTS


def _manifold(words: Words, last: int) -> bool:
    """Whether a number tells how often one thing is contained in another: "three times as much"."""
    return word(words, last) == "times" and word(words, last + 1) in _THAN


def _clock(words: Words, end: int) -> bool:
    """Whether a number is an hour of the day: "2 a.m.", "0300 GMT"."""
    after = word(words, end).casefold()
    return after in _HOURS or (after in {"a", "p"} and [w for w, _, _ in words[end + 1 : end + 3]] == [".", "m"])


def _compound(words: Words, last: int) -> bool:
    """Whether smaller units follow: "eight minutes and 46 seconds"."""
    return word(words, last + 1) == "and" and word(words, last + 2).isdecimal() and word(words, last + 3) in _SMALLER


def _percent(words: Words, end: int) -> bool:
    after = word(words, end).casefold()
    return after in _PERCENT or (after == "per" and word(words, end + 1).casefold() == "cent")


def _hedge(words: Words, at: int) -> Hedge:
    said = {word(words, i).casefold() for i in range(max(0, at - HEDGES), at)}
    before = word(words, at - 1).casefold()
    if said & _LEAST:
        return "least"
    if before in {"under", "below"} or (before in {"to", "most"} and said & _MOST):
        return "most"
    return "near" if said & _NEAR else ""


def _counted(words: Words, end: int) -> tuple[tuple[str, ...], int, int]:
    """What can name the counted: the stems of the words after a number up to one without meaning.

    With it, which of them does (the first plural, else the first), and where it stands.
    """
    found: list[str] = []
    plural: list[int] = []
    at: list[int] = []
    for i in range(end, min(len(words), end + REACH)):
        said = words[i][0].casefold()
        if not found and (said in _PASSED or (said == "-" and i == end)):
            continue
        content = _content(said) or (stem(said) if said in _NOUNS else "")
        if not content or len(found) == RUN:
            break
        if said in _PLURALS or (said.endswith("s") and not said.endswith(("ss", "us", "is"))):
            plural.append(len(found))
        found.append(content)
        at.append(i)
    head = (*plural, 0 if found else -1)[0]
    return tuple(found), head, at[head] if found else end - 1
