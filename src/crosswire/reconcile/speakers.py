"""Who is told to have said quoted words: the name that stands beside them, and whether two names may be one person."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from rapidfuzz.distance import JaroWinkler

from crosswire.model import Article, Attribution, Span
from crosswire.reconcile.entities import Cast, folded
from crosswire.reconcile.words import sentence_at

_BEHIND = (
    r"said|says|told|tells|added|adds|wrote|writes|tweeted|asked|asks|continued|continues|declared|declares|explained|"
    r"explains|insisted|insists|argued|argues|replied|responded|stated|states|warned|warns|noted|notes|concluded|"
    r"remarked|announced|admitted|acknowledged|claimed|claims"
)
_BEFORE = "said|says|added|adds|wrote|writes|tweeted|explained|explains|continued|replied"
_NAME = r"(?:[A-Z][\w’'.-]{0,30}\s){0,5}[A-Z][\w’'-]{1,30}"
# behind a full stop a name opens the next sentence, and its verb tells of other words
_BESIDE = re.compile(
    rf"[,.?!…]?[\"”’']{{1,2}},?[ \t\xa0]{{1,2}}(?:(?<!\.[\"”’']\s)(?<!\.[\"”’']\s\s)(?P<first>{_NAME})\s(?:\w{{1,20}}ly\s|also\s|later\s|then\s)?(?:{_BEHIND})\b"
    rf"|(?:{_BEFORE})\s(?P<second>{_NAME}))"
)
# What one person writes or publishes, and is then cited as itself ("the statement said")
_WRITTEN = frozenset("statement letter email e-mail memo tweet post message note op-ed column".split())
_BACK = 4  # attributions before such a citation in which it is said whose it is
_ENDS = ("'s", "’s", "'", "’")
_AFTER_NAMES = frozenset("jr sr ii iii iv".split())
NEAR = 160  # characters before a verb of saying in which it is told where something was said
ALIKE = 0.9  # Jaro-Winkler similarity from which two surnames may be spellings of one


@dataclass(frozen=True, slots=True)
class Near:
    """A person's name beside quoted words."""

    name: str
    span: Span


@dataclass(slots=True)
class People:
    """The persons of a report: where their names end, and what the story calls them."""

    article: Article
    cast: Cast
    ends: Mapping[int, str] = field(init=False)
    surnames: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        people = [e for e in self.article.entities if e.type == "PERSON"]
        called = {e.id: self.cast.name(self.cast.of[self.article.id, e.id]) for e in people}
        self.ends = {mention.end: called[e.id] for e in people for mention in e.mentions}
        self.surnames = {surname(name): name for name in sorted(called.values(), reverse=True)}


def beside(text: str, span: Span, people: People) -> Near | None:
    """The person whose name, with a verb of saying, stands directly behind quoted words."""
    match = _BESIDE.match(text, span.end)
    if match is None:
        return None
    group = "first" if match["first"] else "second"
    start, end = match.span(group)
    written = match[group]
    for ending in _ENDS:
        if written.endswith(ending):
            return None
    name = people.ends.get(end)
    if name is None and surname(written) in people.surnames:
        name = written
    return Near(name, Span(start, end)) if name else None


def author(article: Article, number: int, cast: Cast) -> str | None:
    """Whose statement it is that is cited as "the statement": who was just said to have spoken in one, or released one."""
    told = article.attributions[number]
    cited = " ".join(span.of(article.text) for span in told.source).casefold().split()
    if told.source_type != "document" or len(cited) != 2 or cited[0] not in {"the", "that"} or cited[1] not in _WRITTEN:
        return None
    one = re.compile(rf"\b(?:an?|his|her)\s(?:[^\s.]{{1,20}}\s){{0,3}}{re.escape(cited[1])}\b", re.IGNORECASE)
    for earlier in reversed(article.attributions[max(0, number - _BACK) : number]):
        if earlier.source_type != "document" and one.search(_telling(article, earlier)):
            id = cast.of.get((article.id, earlier.speaker or ""))
            return cast.name(id) if id is not None and cast.entity(id).type == "PERSON" else None
    return None


def _telling(article: Article, attribution: Attribution) -> str:
    """The report's own words of an attribution, from where its sentence begins: source, cue and occasion."""
    spans = [*attribution.source, *attribution.cue, *([attribution.occasion] if attribution.occasion else [])]
    if not spans or not attribution.cue:
        return ""
    first = sentence_at(article, attribution.cue[0].start).start
    ahead = article.text[max(first, attribution.cue[0].start - NEAR) : attribution.cue[0].start]
    return " ".join([ahead, *(span.of(article.text) for span in spans)])


def surname(name: str) -> str:
    """The last word of a name, folded; what follows a surname ("Jr.") left out."""
    parts = [p for p in folded(name).replace(",", " ").split() if p not in _AFTER_NAMES]
    return parts[-1] if parts else ""


def one_person(first: str, second: str) -> bool:
    """Whether two names may mean one person: they share a surname, or one is part of the other."""
    if first == second:
        return True
    a, b = (set(folded(name).replace(",", " ").split()) - _AFTER_NAMES for name in (first, second))
    if not a or not b or a <= b or b <= a or len(a & b) > 1:
        return True
    mine, theirs = surname(first), surname(second)
    if mine == theirs or mine in b or theirs in a:
        return True
    return JaroWinkler.similarity(mine, theirs) >= ALIKE
