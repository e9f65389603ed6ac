"""Words of a text found again: text quote selectors and links that open a page at the words.

Sources: W3C Web Annotation Data Model (2017), 4.2.4 "Text Quote Selector"; WICG "URL Fragment Text Directives"
(`#:~:text=`), which browsers match with white space collapsed and without regard to capitals. Uniqueness is therefore
checked in that form: what would match twice there gets no selector.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote as percent

from crosswire.model import Span, TextQuote

CONTEXT = 64  # characters of prefix and of suffix, at most
_WHOLE = 300  # characters of a quote that a link holds whole; of a longer one, its two ends
_END = 120  # characters of each end
_SPACES = re.compile(r"\s+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_WEB = re.compile(r"https?://[^\s\x00-\x20]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Plain:
    """A text with each run of white space as one space, the same in small letters, and where its parts begin in both."""

    text: str
    low: str
    here: tuple[int, ...]
    there: tuple[int, ...]

    def of(self, at: int) -> int:
        """The offset here of an offset in the text as it was; within a run of white space, that of its space."""
        n = bisect_right(self.there, at) - 1
        end = self.here[n + 1] if n + 1 < len(self.here) else len(self.text)
        return min(self.here[n] + at - self.there[n], end)

    def back(self, at: int) -> int:
        """The offset in the text as it was of an offset here."""
        n = bisect_right(self.here, at) - 1
        return self.there[n] + at - self.here[n]


@lru_cache(maxsize=8)
def _plain(text: str) -> _Plain:
    here, there, gone = [0], [0], 0
    for run in _SPACES.finditer(text):
        if run.end() - run.start() > 1:
            gone += run.end() - run.start() - 1
            here.append(run.end() - gone)
            there.append(run.end())
    plain = _SPACES.sub(" ", text)
    low = plain.lower()
    if len(low) != len(plain):  # letters whose small form is two
        low = "".join(small if len(small := c.lower()) == 1 else c for c in plain)
    return _Plain(plain, low, tuple(here), tuple(there))


def selector(text: str, span: Span) -> TextQuote | None:
    """The words of a span, with as little of what stands before and after as tells them from all others in the text.

    Args:
        text: the whole text.
        span: characters of it; white space at its ends is left out.

    Returns:
        The quote, white space as single spaces; None for an empty one, and for one that 64 characters on either side do
        not make the only one of its kind.
    """
    plain = _plain(text)
    start, end = _trimmed(plain.text, plain.of(span.start), plain.of(span.end))
    if end <= start or _SURROGATE.search(plain.text, max(0, start - CONTEXT), end + CONTEXT):
        return None
    for before, after in _contexts(text, plain, start, end):
        if _only(plain.low, before, after):
            last = end if _only(plain.low, before, end) else after
            return TextQuote(plain.text[start:end], plain.text[before:start], plain.text[end:last])
    return None


def resolve(text: str, quote: TextQuote) -> Span | None:
    """Where a quote stands in a text; None unless it stands there once, and nothing that differs only in capitals does.

    Args:
        text: the text, perhaps another version of that from which the quote was made.
        quote: what `selector` gave.
    """
    if not quote.exact:
        return None
    plain = _plain(text)
    whole = quote.prefix + quote.exact + quote.suffix
    at = plain.text.find(whole)
    if at < 0 or not _only(plain.low, at, at + len(whole)):
        return None
    start = at + len(quote.prefix)
    return Span(plain.back(start), plain.back(start + len(quote.exact) - 1) + 1)


def fragment(quote: TextQuote) -> str:
    """The fragment of an address that makes a browser open a page at a quote (``#:~:text=``)."""
    words = quote.exact
    parts = [_encoded(words)]
    if len(words) > _WHOLE:
        head, tail = words[: words.rfind(" ", 0, _END) + 1].strip(), words[words.find(" ", len(words) - _END) + 1 :]
        if head and tail and words.find(tail, len(head)) == len(words) - len(tail):
            parts = [_encoded(head), _encoded(tail)]
    before, after = quote.prefix.strip(), quote.suffix.strip()
    if before:
        parts.insert(0, f"{_encoded(before)}-")
    if after:
        parts.append(f"-{_encoded(after)}")
    return f"#:~:text={','.join(parts)}"


def is_web(url: str | None) -> bool:
    """Whether an address is one that may be linked: of the web, and whole."""
    return url is not None and _WEB.fullmatch(url) is not None


def link(url: str | None, quote: TextQuote | None) -> str | None:
    """The address of a page, opened at a quote; None unless it is an address of the web and there is a quote."""
    if url is None or quote is None or not is_web(url):
        return None
    directive = fragment(quote)
    return url + (directive.removeprefix("#") if "#" in url else directive)


def _encoded(words: str) -> str:
    """Words as a directive holds them: all but letters, digits and ``_.~`` of ASCII as percent signs."""
    return percent(words, safe="").replace("-", "%2D")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return start, end


def _only(low: str, start: int, end: int) -> bool:
    """Whether the characters from start to end stand nowhere else in the text."""
    part = low[start:end]
    return low.find(part) == start and low.find(part, start + 1) < 0


def _contexts(text: str, plain: _Plain, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Ever wider frames about a span: a word after, a word before, and so on, each within its own line."""
    befores = [start, *reversed(_starts(text, plain, start))]
    afters = [end, *_ends(text, plain, end)]
    left = right = 0
    yield start, end
    while left + 1 < len(befores) or right + 1 < len(afters):
        if right + 1 < len(afters) and (right <= left or left + 1 == len(befores)):
            right += 1
        else:
            left += 1
        yield befores[left], afters[right]


def _starts(text: str, plain: _Plain, start: int) -> list[int]:
    """Where a prefix may begin: at the words of the line before a span; in one long word, as far before as it may."""
    last = start - 1 if start and plain.text[start - 1] == " " else start
    line = max((text.rfind(c, 0, plain.back(last)) for c in "\n\r"), default=-1) + 1
    low = max(start - CONTEXT, plain.of(line))
    found = [n for n in range(low, last) if plain.text[n] != " " and (n == 0 or plain.text[n - 1] == " ")]
    return found or ([low] if low < last else [])


def _ends(text: str, plain: _Plain, end: int) -> list[int]:
    """Where a suffix may end, likewise."""
    first = end + 1 if end < len(plain.text) and plain.text[end] == " " else end
    if first >= len(plain.text):
        return []
    lines = [n for c in "\n\r" if (n := text.find(c, plain.back(first))) >= 0]
    high = min(end + CONTEXT, plain.of(min(lines)) if lines else len(plain.text))
    found = [
        n
        for n in range(first + 1, high + 1)
        if plain.text[n - 1] != " " and (n == len(plain.text) or plain.text[n] == " ")
    ]
    return found or ([high] if high > first else [])
