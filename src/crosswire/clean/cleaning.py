"""The verb itself: the steps of cleaning, joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from crosswire.clean.agencies import agency_of
from crosswire.clean.boilerplate import mark_boilerplate
from crosswire.clean.byline import Byline, read_byline
from crosswire.clean.captions import mark_captions
from crosswire.clean.dateline import FoundDateline, dateline_at
from crosswire.clean.headings import find_title, is_prose, mark_headings
from crosswire.clean.language import language_of
from crosswire.clean.layout import cover, paragraphs, trimmed
from crosswire.clean.published import Stamp, published_from
from crosswire.clean.sentences import SENTENCED, sentences
from crosswire.model import Agency, Article, Author, Block, Dateline, Span, Title, Warn

ENGLISH_ONLY = frozenset({"en"})
# Bylines are looked for among this many lines that are read at the head, and at the end.
HEAD, TAIL = 16, 6
_COPYRIGHT = re.compile(
    r"\W{0,2}(?i:(?:copyright|\(c\)|©)\s{0,2}){1,2}(?:(?:19|20)\d\d,?\s)?(?i:by\s)?(?P<holder>[^.,;:|()\n]{2,60}?)\s?(?=[.,;|()]|$)"
)
_SOURCE = re.compile(r"[Ss]ources?\s?(?::|-)\s?(?P<holder>[^.,;:|()\n]{2,60}?)\s?(?=[.,;|()]|$)")
FIRST_PROSE = 3


@dataclass(frozen=True, slots=True)
class Marked:
    """Blocks, and what the bylines and the dateline among them say."""

    blocks: tuple[Block, ...]
    bylines: tuple[Byline, ...]
    dateline: FoundDateline | None
    title: int | None


def clean(article: Article, languages: frozenset[str] = ENGLISH_ONLY) -> Article:
    """Mark the blocks and sentences of an article, and fill what its head and foot tell.

    What a reader gave (title, writers, date, kinds of blocks) is kept; an article that was cleaned comes back as it is.
    ``languages`` are those that detectors know: another one is warned of.
    """
    if article.sentences or (article.blocks and not any(b.kind in SENTENCED for b in article.blocks)):
        return article
    text = article.text
    marked = _mark(article)
    published = article.published
    warnings: tuple[Warn, ...] = ()
    if published is None:
        published, warnings = published_from(text, tuple(_stamps(marked)), article.source.url)
    language = language_of(text, marked.blocks, SENTENCED) if article.language == "und" else article.language
    if language not in languages and language != "und":
        warnings += (
            Warn("language", f"the language seems to be {language!r}, which no detector knows: nothing is detected"),
        )
    return replace(
        article,
        title=_title(text, marked, article.title),
        published=published,
        agency=article.agency or _agency(text, marked) or _agency_among(article),
        authors=article.authors or _authors(marked),
        dateline=article.dateline or _place(marked.dateline),
        language=language,
        blocks=marked.blocks,
        sentences=sentences(text, marked.blocks),
        warnings=tuple(dict.fromkeys(article.warnings + warnings)),
    )


def _mark(article: Article) -> Marked:
    text = article.text
    if article.blocks:
        blocks = cover(text, article.blocks)
    else:
        blocks = [Block("paragraph", Span(p.start, p.end)) for p in paragraphs(text)]
    blocks = mark_boilerplate(text, blocks)
    blocks, bylines = _mark_bylines(text, blocks)
    blocks, dateline = _mark_dateline(text, blocks)
    first = find_title(text, blocks, article.title)
    blocks = mark_captions(text, blocks, blocks[first].span if first is not None else None)
    title = find_title(text, blocks, article.title)
    if title is not None:
        blocks[title] = Block("title", blocks[title].span)
    return Marked(tuple(mark_headings(text, blocks)), bylines, dateline, title)


def _mark_bylines(text: str, blocks: Sequence[Block]) -> tuple[list[Block], tuple[Byline, ...]]:
    """Bylines stand before the first prose or close to it, and at the end."""
    out = list(blocks)
    found: list[Byline] = []
    read = [n for n, b in enumerate(blocks) if b.kind in {"paragraph", "heading"}]
    prose = 0
    for place, n in enumerate(read):
        near = (prose < 2 and place < HEAD) or place >= len(read) - TAIL
        if near and (byline := read_byline(text, blocks[n].span)) is not None:
            out[n] = Block("byline", blocks[n].span)
            found.append(byline)
        elif is_prose(text, blocks[n].span):
            prose += 1
    return out, tuple(found)


def _mark_dateline(text: str, blocks: Sequence[Block]) -> tuple[list[Block], FoundDateline | None]:
    """The first dateline among the first paragraphs, split off from its paragraph."""
    out = list(blocks)
    prose = 0
    for n, block in enumerate(blocks):
        if block.kind not in {"paragraph", "heading"} or prose >= FIRST_PROSE:
            continue
        found = dateline_at(text, block.span)
        if found is not None:
            rest = trimmed(text, found.span.end, block.span.end)
            out[n : n + 1] = [Block("dateline", found.span), *([Block(block.kind, rest)] if rest else [])]
            return out, found
        prose += is_prose(text, block.span)
    return out, None


def _stamps(marked: Marked) -> Iterator[Stamp]:
    for byline in marked.bylines:
        for date, later in byline.dates:
            yield Stamp(date, later, "byline" if byline.authors or byline.agency or byline.credit else "text")
    if marked.dateline is not None and marked.dateline.date is not None:
        yield Stamp(marked.dateline.date, later=False, basis="dateline")


def _title(text: str, marked: Marked, given: Title | None) -> Title | None:
    if marked.title is None:
        return given
    span = marked.blocks[marked.title].span
    return Title(given.text if given else " ".join(span.of(text).split()), span)


def _place(found: FoundDateline | None) -> Dateline | None:
    return Dateline(found.place, found.span) if found is not None and found.place else None


def _authors(marked: Marked) -> tuple[Author, ...]:
    names: dict[str, Author] = {}
    for byline in marked.bylines:
        for author in byline.authors:
            names.setdefault(author.name.casefold(), author)
    return tuple(names.values())


def _agency(text: str, marked: Marked) -> Agency | None:
    """The agency credited: in the dateline, in a byline, or alone at the end of the last paragraph."""
    if marked.dateline is not None and marked.dateline.agency is not None:
        return Agency(*marked.dateline.agency)
    credited = [b for b in marked.bylines if b.agency is not None]
    for byline in sorted(credited, key=lambda b: b.credit and not b.authors):
        if byline.agency is not None:
            return Agency(*byline.agency)
    return _at_the_end(text, marked.blocks) or _at_the_foot(text, marked.blocks)


def _agency_among(article: Article) -> Agency | None:
    """The agency that a reader gave as a writer, or among the credits of a feed or package."""
    named = (*((a.name, a.span) for a in article.authors), *((credit, None) for credit in article.credits))
    return next((Agency(name, span) for words, span in named if (name := agency_of(words))), None)


def _at_the_foot(text: str, blocks: Sequence[Block]) -> Agency | None:
    """The agency that lines under the last paragraph name as the report's source, or as who holds its copyright."""
    last = max((n for n, b in enumerate(blocks) if b.kind == "paragraph"), default=len(blocks))
    for n, block in enumerate(blocks[last + 1 :], last + 1):
        label = _COPYRIGHT.match(text, *block.span) if block.kind == "boilerplate" else None
        if label is None and block.kind == "caption" and n == last + 1:
            label = _SOURCE.match(text, *block.span)
        if label is None:
            continue
        span = Span(*label.span("holder"))
        if name := agency_of(span.of(text)):
            return Agency(name, span)
    return None


def _at_the_end(text: str, blocks: Sequence[Block]) -> Agency | None:
    """A mark such as ``(PTI)`` or ``— AFP`` that closes the last paragraph."""
    last = next((b.span for b in reversed(blocks) if b.kind == "paragraph"), None)
    if last is None:
        return None
    tail_start = max(last.start, last.end - 60)
    tail = text[tail_start : last.end].rstrip(".")
    opening = max(tail.rfind("("), tail.rfind("—"), tail.rfind("–"), tail.rfind("["), tail.rfind(" - ") + 1 or -1)
    if opening < 0:
        return None
    words = tail[opening + 1 :].strip(" )]")
    name = agency_of(words)
    if name is None or (tail[opening] in "([" and tail[-1] not in ")]"):
        return None
    start = tail_start + tail.index(words, opening)
    return Agency(name, Span(start, start + len(words)))
