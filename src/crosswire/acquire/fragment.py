"""Marked-up text inside feeds and packages to blocks: everything in it is the report, so that nothing is left out.

(A web page is another matter: there, most of the words are not the report. See `page_body`.)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from crosswire.acquire.page_tree import parse_page
from crosswire.acquire.xml_tree import local
from crosswire.model import Block, BlockKind, Span, Title, Warn

Piece = tuple[BlockKind, str]

_PARAGRAPHS = (
    "p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "blockquote", "ul", "ol", "li", "dl", "dt",
    "dd", "table", "thead", "tbody", "tfoot", "tr", "pre", "address", "details", "summary", "hr", "form", "fieldset",
    "body", "html", "center", "picture",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the elements of a markup are: those that are blocks, with their kind, and those without words to read."""

    blocks: Mapping[str, BlockKind]
    skipped: frozenset[str]


_KINDS: tuple[tuple[BlockKind, tuple[str, ...]], ...] = (
    ("paragraph", _PARAGRAPHS),
    ("heading", ("h1", "h2", "h3", "h4", "h5", "h6")),
    ("caption", ("figure", "figcaption", "caption")),
)
HTML = Vocabulary(
    blocks={name: kind for kind, names in _KINDS for name in names},
    skipped=frozenset({
        "script", "style", "template", "svg", "math", "head", "noscript", "iframe", "object", "embed", "audio", "video", "canvas",
        "button", "select", "textarea", "title",
    }),
)  # fmt: skip
_PLAIN = str.maketrans("\n\r\t\v\f", "     ")
_BREAKS = re.compile(r"\n[^\S\n]*\n\s*")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ENDED = (".", "!", "?", ":", ";", "…", '"', "”", "»", ")", "’", "'")
_NARROWEST_WRAP = 40
_MOST_SOUGHT = 50  # pieces that are looked for within paragraphs, too


@dataclass(slots=True)
class _Walk:
    """The blocks so far, the words since the last one ended, and the kinds of the blocks that are open."""

    out: list[Piece] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    kinds: list[BlockKind] = field(default_factory=list)
    verbatim: int = 0

    def say(self, text: str | None) -> None:
        if text:
            self.words.append(text if self.verbatim else text.translate(_PLAIN))

    def end(self) -> None:
        kind: BlockKind = next((one for one in reversed(self.kinds) if one != "paragraph"), "paragraph")
        self.out += ((kind, text) for text in _texts("".join(self.words)))
        self.words.clear()


def tree_pieces(root: etree._Element, vocabulary: Vocabulary = HTML) -> list[Piece]:
    """The blocks of a tree in order: what stands in a heading or caption is one, all else is paragraphs."""
    walk = _Walk()
    events = etree.iterwalk(root, events=("start", "end"))
    for event, element in events:
        name = local(element).lower()
        if event == "start":
            if name in vocabulary.skipped:
                events.skip_subtree()
                continue
            _enter(walk, name, vocabulary)
            walk.say(element.text)
            continue
        if name in vocabulary.blocks:
            walk.end()
            walk.kinds.pop()
            walk.verbatim -= name == "pre"
        if element is not root:
            walk.say(element.tail or _gap(element, name))
    walk.end()
    return walk.out


def _gap(element: etree._Element, name: str) -> str:
    """A space between two spans of different classes: fields set side by side ("section", "source"), not one word."""
    if name != "span" or not element.get("class"):
        return ""
    other = element.getnext()
    apart = (
        other is not None and local(other).lower() == "span" and other.get("class") not in {None, element.get("class")}
    )
    return " " if apart else ""


def _enter(walk: _Walk, name: str, vocabulary: Vocabulary) -> None:
    if name in vocabulary.blocks:
        walk.end()
        walk.kinds.append(vocabulary.blocks[name])
        walk.verbatim += name == "pre"
    elif name == "br":
        walk.words.append("\n")
    elif name in {"td", "th"} and any(one.strip() for one in walk.words):
        walk.words.append(" | ")


def _texts(text: str) -> Iterator[str]:
    """The paragraphs of a block's words: lines are kept, two line breaks in a row end a paragraph."""
    for part in _BREAKS.split(text):
        lines = [" ".join(line.split()) for line in part.split("\n")]
        if kept := "\n".join(line for line in lines if line):
            yield kept


def whole(text: str) -> str:
    """A text that files can hold: half characters, which JSON may have in it, become U+FFFD."""
    return _SURROGATE.sub("\ufffd", text)


def html_pieces(markup: str) -> tuple[list[Piece], tuple[Warn, ...]]:
    """The blocks of a piece of HTML, and what was odd about it."""
    if "<" not in markup and "&" not in markup:
        return text_pieces(markup), ()
    tree, doubts = parse_page(whole(markup))
    body = tree.find("body") if tree is not None else None
    root = body if body is not None else tree
    return (tree_pieces(root) if root is not None else []), doubts


def html_words(markup: str) -> str:
    """The words of a piece of HTML on one line (a title, a name)."""
    return " ".join(text.replace("\n", " ") for _, text in html_pieces(markup)[0])


def text_pieces(text: str) -> list[Piece]:
    """The paragraphs of plain text: an empty line ends one, and so does a line's end unless the line was only wrapped."""
    out: list[Piece] = []
    for part in _BREAKS.split(whole(text).replace("\r\n", "\n").replace("\r", "\n")):
        lines: list[str] = []
        for line in filter(None, (" ".join(one.split()) for one in part.split("\n"))):
            if lines and len(lines[-1]) >= _NARROWEST_WRAP and not lines[-1].endswith(_ENDED):
                lines.append(line)
            else:
                if lines:
                    out.append(("paragraph", "\n".join(lines)))
                lines = [line]
        if lines:
            out.append(("paragraph", "\n".join(lines)))
    return out


def folded(text: str) -> str:
    """A text's letters and digits only, to tell whether two say the same."""
    return re.sub(r"[\W_]+", "", text).casefold()


def beyond(pieces: Iterable[Piece], body: Sequence[Piece]) -> list[Piece]:
    """Those of the pieces that say what neither the body nor one before them says, to the letter."""
    said = {folded(text) for _, text in body}
    whole_body = "".join(folded(text) for _, text in body)
    out: list[Piece] = []
    for kind, text in pieces:
        key = folded(text)
        if key not in said and (len(out) >= _MOST_SOUGHT or key not in whole_body):
            out.append((kind, text))
        said.add(key)
    return out


def laid_out(title: str | None, pieces: Sequence[Piece]) -> tuple[Title | None, str, tuple[Block, ...]]:
    """Title and text of a report: the title's line, then its blocks, an empty line between any two."""
    title = " ".join(whole(title).split()) if title else None
    kept: list[Piece] = [("title", title)] if title else []
    kept += (
        (kind, text)
        for place, (kind, text) in enumerate(pieces)
        if not (title and place < 2 and folded(text) == folded(title))
    )
    blocks, at = [], 0
    for kind, text in kept:
        blocks.append(Block(kind, Span(at, at + len(text))))
        at += len(text) + 2
    return (Title(title, blocks[0].span) if title else None), "\n\n".join(text for _, text in kept), tuple(blocks)
