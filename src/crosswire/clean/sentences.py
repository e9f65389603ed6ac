"""Sentences: where they end, by rule, in one pass.

A sentence ends at a full stop, question mark, exclamation mark or ellipsis (and the quotation marks and brackets that
close with it) where white space and no lower-case word follows, unless the full stop belongs to an abbreviation, an
initial or a number. The approach is that of Kiss and Strunk (2006, *Unsupervised Multilingual Sentence Boundary
Detection*) with fixed lists in place of learned ones. A line break alone is no end; blocks are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from crosswire.clean.words import (
    BEFORE_DIGIT,
    CLOCK,
    CLOCK_FOLLOWERS,
    NEVER_FINAL,
    SELDOM_FINAL,
    SELDOM_FINAL_LOWER,
    STARTERS,
)
from crosswire.model import Block, Span

SENTENCED = frozenset({"title", "heading", "paragraph", "caption"})
_CLOSERS = "\"'”’»)\\]"
_END = re.compile(
    rf"(?<![.!?…])[.!?…]++[{_CLOSERS}]*+(?=\s)"
    rf"|[。！？।؟۔]++[{_CLOSERS}」』]*+"
    rf"|(?<=[a-z]{{3}})[.!?][”\"]?(?=[“\"]?[A-Z][a-z])"
)
_NEXT = re.compile(r"\S")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*+")
_TOKEN = re.compile(r"[^\s()\[\]\"“”]*+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?|[^\W\d_]")
_SPEAKS = re.compile(
    r"(?:[A-Z][\w'’.-]{0,20}\s){1,4}(?:asked|said|says|wrote|added|tweeted|shouted|wondered|yelled|exclaimed|joked)"
    r"(?=[.,;]|\s(?:on|in|at|during|of|as|when|after|to|about)\b)"
)
_OPENERS = "\"'“‘«([`*-–—•"
_STRIPPED = "\"'“‘«([`—–-"
_TAIL = 24


def sentences(text: str, blocks: Iterable[Block]) -> tuple[Span, ...]:
    """The sentences of the blocks that are read (title, heading, paragraph, caption), in text order."""
    return tuple(s for block in blocks if block.kind in SENTENCED for s in split(text, block.span))


def split(text: str, span: Span) -> Iterator[Span]:
    """Split one span of text into sentences that together cover all of it but white space."""
    first = _NEXT.search(text, span.start, span.end)
    if first is None:
        return
    start, counted, marks = first.start(), first.start(), 0
    for match in _END.finditer(text, start, span.end):
        if match.start() < start:
            continue
        after = _NEXT.search(text, match.end(), span.end)
        if after is None:
            break
        end, follow = match.end(), after.start()
        if text[follow] == '"' and follow > end and text[follow + 1 : follow + 2].isspace():
            marks += text.count('"', counted, follow)
            counted = follow
            if marks % 2:
                end = follow + 1
                after = _NEXT.search(text, end, span.end)
                if after is None:
                    break
                follow = after.start()
        if _is_end(text, start, match, follow, span.end):
            yield Span(start, end)
            start = follow
    last = text[start : span.end].rstrip()
    yield Span(start, start + len(last))


def _is_end(text: str, start: int, match: re.Match[str], follow: int, limit: int) -> bool:
    """Whether the terminator that ``match`` found ends a sentence, given what follows it."""
    marks = match.group()
    if marks[0] in "。！？।؟۔":
        return True
    if follow == match.end():
        return _run_together(text, match, limit)
    begins = text[follow]
    if begins in ".,;:!?…)]”" or (begins.islower() and not text[follow + 1 : follow + 2].isupper()):
        return False
    word = _WORD.match(text, follow + 1 if begins in _OPENERS else follow, limit)
    following = word.group() if word else ""
    if following and following[0].islower() and begins in "([*-–—":
        return False
    if marks[0] == "." and marks[1:2] != ".":
        return _full_stop_ends(text, start, match.start(), begins, following, closed=len(marks) > 1)
    return not (len(marks) > 1 and marks[-1] in "\"”'’" and _SPEAKS.match(text, follow, min(limit, follow + 120)))


def _run_together(text: str, match: re.Match[str], limit: int) -> bool:
    """Whether two sentences lack the space between them (``the scene.Police``); addresses on the web are none."""
    before = text[max(0, match.start() - _TAIL) : match.start()].split()[-1:]
    after = _TOKEN.match(text, match.end(), min(limit, match.end() + 2 * _TAIL))
    around = (before[0] if before else "") + (after.group() if after else "").rstrip(".,")
    return not any(c in "./@\\_" for c in around)


def _full_stop_ends(text: str, start: int, at: int, begins: str, following: str, *, closed: bool) -> bool:
    """Whether a single full stop at ``at`` ends the sentence from ``start``."""
    tail = text[max(start, at - _TAIL) : at]
    if not tail or tail[-1].isspace():
        return True
    word = tail.split()[-1].lstrip(_STRIPPED)
    plain = word.lower()
    if (begins.isdigit() and plain in BEFORE_DIGIT) or (plain.isdigit() and len(plain) <= 2):
        return not begins.isdigit() and at - len(word) > start
    if plain in NEVER_FINAL:
        return closed
    if plain in CLOCK:
        return following not in CLOCK_FOLLOWERS and not (following.isupper() and 1 < len(following) <= 4)
    listed = plain in SELDOM_FINAL if word[:1].isupper() else plain in SELDOM_FINAL_LOWER
    return not (listed or _INITIALS.fullmatch(word)) or closed or following in STARTERS or begins in '"“'
