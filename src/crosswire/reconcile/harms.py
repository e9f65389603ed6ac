"""Who was harmed, as each report tells it: figures of people killed or hurt, and how much each counts.

The first sentences count most, and those that share their words with the headlines and the other reports; numbers of
other years and of other months belong to other happenings, and so do those "in separate incidents".
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
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
HEAD = 3  # sentences whose times are the story's own
LONG_AGO = timedelta(days=21)  # before the first report: another happening
FADING = 5.0  # sentences after which a figure counts half
LOOKING_BACK = frozenset({"past", "last", "recent", "previous", "since"})
SEVERAL = frozenset({"separate", "unrelated", "spate", "rash"})  # of words for more happenings than the story's


@dataclass(frozen=True, slots=True)
class Harm:
    """A figure of people killed or hurt, the words that name them, its sentence (from 0) and what that counts.

    ``joined`` is the word or mark that joins it to the figure before it, as in "two men and two women"; else empty.
    """

    figure: Figure
    words: tuple[str, ...]
    sentence: int
    weight: float
    joined: str = ""

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


def topic(articles: Sequence[Article]) -> AbstractSet[str]:
    """The words that a story is about: those of its headlines, and those that two or more of its reports use."""
    used = Counter(word for article in articles for word in content_words(article.text[:OPENING]))
    titles = [content_words(article.title.text) for article in articles if article.title]
    return frozenset({w for w, n in used.items() if n > 1}.union(*titles))


def harms(article: Article, first_day: date | None, about: AbstractSet[str]) -> list[Harm]:
    """The figures of an article that tell of people harmed in the happening that it reports.

    Args:
        article: an annotated report.
        first_day: the day of the story's first report, None where no day is known.
        about: the words that the story is about.
    """
    starts = [s.start for s in article.sentences]
    weights: dict[int, float] = {}
    found: list[Harm] = []
    for figure in article.figures:
        if figure.role in HARM and figure.kind == "count" and _whole(figure):
            n = max(0, bisect_right(starts, figure.span.start) - 1)
            if n not in weights:
                weights[n] = 0.0 if _bygone(article, n, first_day) else _weight(article, n, about)
            if weights[n]:
                named = tuple(w for w, _, _ in words(figure.span.of(article.text)))
                joined = _joined(article.text, found[-1].figure, figure) if found else ""
                found.append(Harm(figure, named, n, weights[n], joined))
    return found


def _whole(figure: Figure) -> bool:
    """Whether a figure counts heads: a rate ("132.8 deaths") does not."""
    return isinstance(figure.value, tuple) or figure.value == int(figure.value)


def _joined(text: str, before: Figure, figure: Figure) -> str:
    """The "and" or comma that, with few words, parts two figures of one role: "two men and two women"."""
    if before.role != figure.role or figure.span.start - before.span.end > JOINT:
        return ""
    between = text[before.span.end : figure.span.start]
    if len(between.split()) > 3:
        return ""
    return "and" if between.endswith(" and ") else "," if between.endswith(", ") else ""


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
    first = bisect_left(article.times, sentence.start, key=lambda time: time.span.start)
    last = bisect_left(article.times, sentence.end, key=lambda time: time.span.start)
    times = article.times[first:last]
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
