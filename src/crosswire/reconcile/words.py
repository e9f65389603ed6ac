"""Words of a report, folded for comparison; the report itself stays as it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from crosswire.anchors import selector
from crosswire.model import Article, Evidence, Span

_WORD = re.compile(r"\w+(?:\]\w+)?(?:['’]\w+)*")  # “[W]hile” is one word


def _listed(text: str) -> frozenset[str]:
    """The words of a text as a set: easier to read and to keep in order than a list of strings."""
    return frozenset(text.split())


STOP = _listed(
    """
    a about after again all also although always am an and another any are as at away back be because been
    before being between both but by came can come could day did do does doing done down during each even ever
    every few for from get given go goes going gone got had has have having he her here hers him himself his how
    however i if in including into is it its itself just know last least less let like made make makes many may
    me might mine more most much must my need never new no nor not now of off on once one only or other others
    our ours out over own people per put quite rather really right said same say saying says see seen shall she
    should since so some still such take than that the their theirs them themselves then there these they thing
    things think this those though through time to told too toward two under until up upon us use very want was
    way we well were what when where whether which while who whom whose why will with within without would year
    years yes yet you your yours
    """
)
ORDINALS = tuple(
    (
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth"
    ).split()
)
CONTRACTED = _listed(
    """
    it's don't doesn't didn't i'm we're you're they're that's there's isn't aren't wasn't weren't won't can't
    couldn't wouldn't shouldn't haven't hasn't hadn't i've we've they've he's she's i'll we'll
    """
)


def words(text: str) -> list[tuple[str, int, int]]:
    """The words of a text, case-folded, apostrophes made straight, with their offsets in it."""
    return [(m.group().casefold().replace("’", "'").replace("]", ""), m.start(), m.end()) for m in _WORD.finditer(text)]


_LAST = frozenset("'sgd")  # the last letters of all endings


def stem(word: str) -> str:
    """A word without possessive and the commonest endings; crude, and only for comparing."""
    if word[-1:] not in _LAST:
        return word
    word = word.removesuffix("'s").removesuffix("'")
    for ending, rest in (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", ""), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            return word[: -len(ending)] + rest
    return word


def content_words(text: str) -> frozenset[str]:
    """The stems of the words of a text that carry meaning."""
    return frozenset(stem(w) for w, _, _ in words(text) if w not in STOP and w not in CONTRACTED and not w.isdigit())


def sentence_at(article: Article, at: int) -> Span:
    """The sentence around an offset (an empty span at it where there is none)."""
    n = bisect_right(article.sentences, (at, len(article.text) + 1)) - 1
    if n >= 0 and article.sentences[n].end > at:
        return article.sentences[n]
    return Span(at, at)


def evidence(article: Article, span: Span) -> Evidence:
    """The words of a report as evidence; those of a web page with what finds them in the page again."""
    paged = article.source.media_type == "text/html" and article.source.url is not None
    return Evidence(article.id, span, span.of(article.text), selector(article.text, span) if paged else None)


def hull(spans: Sequence[Span]) -> Span:
    """The smallest span that covers all of these."""
    return Span(min(s.start for s in spans), max(s.end for s in spans))


_EDGE = " \t\r\n\u00a0,;:–—"
_THAT = re.compile(r"that\s+", re.IGNORECASE)


def told(article: Article, spans: Sequence[Span]) -> Span:
    """The words that an attribution tells: its content without a leading “that” and without commas at its ends."""
    span = hull(spans)
    start, end = span
    if match := _THAT.match(article.text, start, end):
        start = match.end()
    while start < end and article.text[start] in _EDGE:
        start += 1
    while end > start and article.text[end - 1] in _EDGE:
        end -= 1
    return Span(start, end) if start < end else span


def label(article: Article) -> str:
    """How a sentence names a report: its publisher, or its id."""
    return article.publisher or article.id


def listed(items: Sequence[str]) -> str:
    """Words joined as in a sentence: a, b and c."""
    return " and ".join(filter(None, (", ".join(items[:-1]), items[-1]))) if items else ""


def several(items: Sequence[str], most: int = 3) -> str:
    """The first of many, and how many more there are: a, b, c and 12 more."""
    more = len(items) - most
    return listed([*items[:most], f"{more} more"] if more > 1 else list(items))


def cited(text: str) -> str:
    """Words of a report in one pair of quotation marks, also where it has some around them itself."""
    line = shown(text)
    if line[:1] in {'"', "“"}:
        line = line[1:].rstrip('"”').rstrip(",")
    return f"“{line}”"


def shown(text: str, limit: int = 160) -> str:
    """A quotation on one line; a long one is cut at a word, which an ellipsis shows."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[:limit].rsplit(" ", 1)[0] + " …"
