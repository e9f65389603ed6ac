"""A report's text as HTML: its blocks told apart, the words that notes name marked, no character added or lost.

Marks may overlap in any way. Where they nest, their elements nest; where they cross, or cross the border of a block,
the inner one is closed and opened again, and only its first part carries the id that links lead to. The numbers at
the end of marked words are made by the style sheet from an attribute, so that text copied out of the page is the text
of the report.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from crosswire.model import Article, Block, Span
from crosswire.show.notes import Note, Use

_PICTURES = {
    **{code: chr(0x2400 + code) for code in range(32) if chr(code) not in "\t\n\r"},
    0x7F: "␡",
    **dict.fromkeys(range(0x80, 0xA0), "\ufffd"),
}
_NO_CHARACTER = re.compile("[\ud800-\udfff\ufffe\uffff]")

Href = Callable[[Use], str]


def visible(text: str) -> str:
    """A text, character for character, with those that HTML cannot hold shown as pictures or replacements."""
    return _NO_CHARACTER.sub("\ufffd", text.translate(_PICTURES))


def markup(text: str) -> Markup:
    """Text from anywhere as HTML: escaped, and a carriage return kept from the parser's tidying."""
    return Markup(str(escape(visible(text))).replace("\r", "&#13;"))  # noqa: S704  escaped just here


class _Piece(NamedTuple):
    """A stretch of the text, and the tags around it."""

    span: Span
    before: str
    after: str


def _stretches(article: Article) -> Iterator[tuple[str, Span]]:
    """The blocks and what lies between them, in text order, all of the text: "gap" is white space only."""
    at = 0
    end = Block("paragraph", Span(len(article.text), len(article.text)))
    for block in (*article.blocks, end):
        between = article.text[at : block.span.start]
        if between:
            yield "paragraph" if between.strip() else "gap", Span(at, block.span.start)
        if block.span.end > max(at, block.span.start):
            yield block.kind, Span(max(at, block.span.start), block.span.end)
        at = max(at, block.span.end)


def _pieces(article: Article, notes: Sequence[Note]) -> Iterator[_Piece]:
    """The text as elements: a dateline runs into its paragraph, neighbouring boilerplate is folded together."""
    found = [*_stretches(article), ("end", Span(len(article.text), len(article.text)))]
    folded = inline = False
    for n, (kind, span) in enumerate(found[:-1]):
        following = [k for k, _ in found[n + 1 : n + 3] if k != "gap"][:1]
        if kind == "gap":
            wide = not article.text[span.start : span.end].isascii()  # a no-break space would open a line of its own
            yield _Piece(span, '<span class="gap">' if wide else "", "</span>" if wide else "")
        elif kind == "boilerplate":
            before = "" if folded else _fold(found[n:], notes)
            folded = following == ["boilerplate"]
            yield _Piece(span, f"{before}<p>", "</p>" if folded else "</p></details>")
        elif kind == "dateline" and following == ["paragraph"] and not _broken(article.text, found[n + 1]):
            inline = True
            yield _Piece(span, '<p class="b-paragraph"><span class="b-dateline">', "</span>")
        else:
            yield _Piece(span, "" if inline else f'<p class="b-{kind}">', "</p>")
            inline = False


def _broken(text: str, following: tuple[str, Span]) -> bool:
    return following[0] == "gap" and "\n" in following[1].of(text)


def _fold(found: Sequence[tuple[str, Span]], notes: Sequence[Note]) -> str:
    """The opening of folded boilerplate; open from the start where something in it is linked to."""
    last = found[0][1].end
    for kind, span in found:
        if kind not in {"gap", "boilerplate"}:
            break
        last = span.end
    linked = any(note.span.start <= last and note.span.end >= found[0][1].start for note in notes)
    return f'<details class="boiler"{" open" if linked else ""}><summary>Left by the web</summary>'


def tone(note: Note) -> str:
    """How strongly marked words stand out: conflicts most, other comparisons less, single lines least."""
    kinds = {use.label for use in note.uses if use.part == "finding"}
    if "conflict" in kinds:
        return "conflict"
    return "finding" if kinds - {"single-source"} else "line"


class _Writer:
    """Writes the pieces of one text, with the marks that are open."""

    def __init__(self, text: str, notes: Sequence[Note], prefix: str, href: Href) -> None:
        self.text = text
        self.waiting = sorted(notes, key=lambda note: (note.span.start, -note.span.end, note.number), reverse=True)
        self.prefix = prefix
        self.href = href
        self.open: list[Note] = []
        self.out: list[str] = []

    def piece(self, piece: _Piece) -> None:
        """One piece with its tags: marks that began before it go on in it."""
        self.out.append(piece.before)
        self.out += (self._start(note, first=False) for note in self.open)
        at, end = piece.span
        while True:
            self._begin(at, end)
            until = min([end, *(note.span.end for note in self.open), *(n.span.start for n in self.waiting[-1:])])
            self.out.append(str(markup(self.text[at:until])))
            at = until
            self._close(at)
            if at >= end:
                self._begin(at, end)
                break
        self.out += ["</mark>" for _ in self.open]
        self.out.append(piece.after)

    def _begin(self, at: int, end: int) -> None:
        """Open the marks that begin here; an empty one, or one at the very end, is closed at once."""
        last = end == len(self.text)
        while self.waiting and self.waiting[-1].span.start <= at and (at < end or last):
            note = self.waiting.pop()
            self.out.append(self._start(note, first=True))
            if note.span.end > at:
                self.open.append(note)
            else:
                self.out += ["</mark>", self._numbers(note)]

    def _close(self, at: int) -> None:
        """Close the marks that end here; those within them that go on are closed and opened again."""
        while any(note.span.end <= at for note in self.open):
            after: list[Note] = []
            while (note := self.open.pop()).span.end > at:
                after.append(note)
                self.out.append("</mark>")
            self.out += ["</mark>", self._numbers(note)]
            for again in reversed(after):
                self.out.append(self._start(again, first=False))
                self.open.append(again)

    def _start(self, note: Note, *, first: bool) -> str:
        name = f' id="{self.prefix}e{note.number}"' if first else ""
        return f'<mark class="t-{tone(note)}"{name}>'

    def _numbers(self, note: Note) -> str:
        """Links back from marked words to every line that rests on them: 12, and b, c, … for the further lines."""
        links = []
        for n, use in enumerate(note.uses):
            shown = str(note.number) if n == 0 else "bcdefghijklmnopqrstuvwxyz"[n - 1 : n] or f"+{n}"
            label = f"Back from {note.number} to {use.label}"
            links.append(f'<a class="n" href="#{self.href(use)}" data-n="{shown}" aria-label="{label}"></a>')
        return "".join(links)


def marked(article: Article, notes: Sequence[Note], prefix: str, href: Href) -> Markup:
    """The text of an article as HTML with the words of its notes marked.

    Args:
        article: the report.
        notes: the notes whose words lie in it, in any order.
        prefix: what ids of marks begin with; the mark of note 12 is ``{prefix}e12``.
        href: the id of the element that shows a line of the account.
    """
    writer = _Writer(article.text, notes, prefix, href)
    pieces = list(_pieces(article, notes)) or [_Piece(Span(0, 0), "", "")]
    for piece in pieces:
        writer.piece(piece)
    return Markup("".join(writer.out))  # noqa: S704  all text went through `markup`
