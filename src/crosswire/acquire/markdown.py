"""Markdown: the characters as they stand; blocks by the shape of the lines (CommonMark 0.31, its block structure)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from crosswire.acquire.dates import iso_date
from crosswire.acquire.plain_text import read_plain_text
from crosswire.acquire.raw import RawInput
from crosswire.model import Article, Author, Block, BlockKind, Published, Rejection, Span, Title, Warn

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|$)")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_CLOSING = re.compile(r"(?:^|[ \t]+)#+$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_ITEM = re.compile(r"[ \t]{0,12}(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\S)")
_QUOTE = re.compile(r"(?: {0,3}> ?){1,9}")
_DEFINITION = re.compile(r" {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S+.*")
_PICTURE = re.compile(r"(?:\[?!\[[^\]\n]{0,400}\]\([^()\n]{0,400}\)(?:\]\([^()\n]{0,400}\))?[ \t]*)+")
_MARKUP = re.compile(r" {0,3}<(?:!--|/?[a-zA-Z][a-zA-Z0-9-]{0,20}[\s/>])")
_TABLE_RULE = re.compile(r" {0,3}[|:-][|: \t-]*-[|: \t-]*")
_LONGEST_RULE, _LONGEST_HEADING = 400, 300
_FIELD = re.compile(r"([A-Za-z_]{1,20})[ \t]{0,9}:[ \t]{1,9}(\S.*)")
_LISTED = re.compile(r"[ \t]{0,9}-[ \t]{1,9}(\S.*)")
_FRONT_LINES = 200
_TITLES, _DATES, _AUTHORS = ("title", "headline"), ("date", "published", "pubdate"), ("author", "authors", "byline")


@dataclass(slots=True)
class _Scan:
    """The blocks so far, and the paragraph that is still open."""

    text: str
    blocks: list[Block] = field(default_factory=list)
    start: int = -1
    end: int = -1
    title: Span | None = None
    listed: bool = False

    def add(self, kind: BlockKind, start: int, end: int) -> None:
        """A block between two offsets, without the white space at its ends."""
        words = self.text[start:end]
        inner = words.strip()
        if inner:
            at = start + len(words) - len(words.lstrip())
            self.blocks.append(Block(kind, Span(at, at + len(inner))))

    def close(self, kind: BlockKind = "paragraph") -> None:
        """End the open paragraph."""
        if self.start >= 0:
            whole_line = self.text[self.start : self.end]
            picture = "\n" not in whole_line and _PICTURE.fullmatch(whole_line.strip()[:2000])
            self.add("boilerplate" if picture else kind, self.start, self.end)
        self.start = -1

    def mark(self, start: int, end: int) -> None:
        """What marks a block up (hashes, bullets) is none of its words; within an open paragraph it stays."""
        if self.start < 0:
            self.add("boilerplate", start, end)

    def extend(self, start: int, end: int) -> None:
        """Begin a paragraph, or go on with the open one."""
        self.start = start if self.start < 0 else self.start
        self.end = end


def read_markdown(raw: RawInput) -> Iterator[Article | Rejection]:
    """One article whose text is the input's own, its blocks marked, or a rejection of a binary."""
    for found in read_plain_text(raw):
        if isinstance(found, Rejection):
            yield found
            continue
        source = replace(found.source, media_type=raw.media_type or "text/markdown")
        yield marked(replace(found, source=source))


def marked(article: Article) -> Article:
    """The article with the blocks of its Markdown, and what its front matter says."""
    scan = _Scan(article.text)
    lines = [(found.start(), found.end()) for found in _LINE.finditer(article.text) if found.end() > found.start()]
    front = _front_matter(article.text, lines)
    if front:
        scan.add("boilerplate", 0, lines[front - 1][1])
    _blocks(scan, lines[front:])
    told = _fields(article.text, lines[1 : front - 1]) if front else {}
    published, doubts = _published(article.text, told)
    return replace(
        article,
        title=_title(scan, told),
        published=published,
        authors=tuple(Author(span.of(article.text), span) for span in told.get("author", ())),
        blocks=tuple(scan.blocks),
        warnings=(*article.warnings, *doubts),
    )


# --- blocks -----------------------------------------------------------------------------------------------------------


def _blocks(scan: _Scan, lines: list[tuple[int, int]]) -> None:
    fence: str | None = None
    for start, end in lines:
        line = scan.text[start:end].rstrip("\r\n")
        if fence is not None:
            scan.add("boilerplate", start, end)
            fence = None if _closes(line.strip(), fence) else fence
        elif found := _FENCE.match(line):
            scan.close()
            fence = found[1]
            scan.add("boilerplate", start, end)
        elif not line.strip():
            scan.close()
        elif not (scan.start >= 0 and _underlined(scan, line, start)):
            _line(scan, line, start)
    scan.close()


def _closes(line: str, fence: str) -> bool:
    return line.startswith(fence) and not line.strip(fence[0])


def _underlined(scan: _Scan, line: str, start: int) -> bool:
    """Whether the line underlines the open paragraph, which so becomes a heading."""
    if len(line) > _LONGEST_RULE or scan.end - scan.start > _LONGEST_HEADING or not _UNDERLINE.fullmatch(line):
        return False
    top = line.lstrip().startswith("=") and scan.title is None
    scan.close("title" if top else "heading")
    if top:
        scan.title = scan.blocks[-1].span
    scan.add("boilerplate", start, start + len(line))
    return True


def _line(scan: _Scan, line: str, start: int) -> None:
    """One line that is neither empty nor within a fence."""
    end, indented = start + len(line), line.startswith(("    ", "\t"))
    opened, listed = scan.start >= 0, scan.listed
    scan.listed = listed and (opened or indented)
    if found := _HEADING.match(line):
        scan.close()
        _heading(scan, found, start, end)
    elif _aside(line):
        scan.close()
        scan.add("boilerplate", start, end)
    elif indented and not opened and not listed:
        scan.add("boilerplate", start, end)
    elif found := _ITEM.match(line):
        scan.close()
        scan.listed = True
        scan.mark(start, start + found.end())
        scan.extend(start + found.end(), end)
    elif found := _QUOTE.match(line):
        if line[found.end() :].strip():
            scan.mark(start, start + found.end())
            scan.extend(start + found.end(), end)
        else:
            scan.close()
            scan.mark(start, end)
    elif line.lstrip().startswith("|"):
        scan.close()
        scan.add("paragraph", start, end)
    else:
        scan.extend(start, end)


def _aside(line: str) -> bool:
    """Whether a line is a rule, the definition of a link, a table's rule, or HTML."""
    if len(line) <= _LONGEST_RULE and (_RULE.fullmatch(line) or ("|" in line and _TABLE_RULE.fullmatch(line))):
        return True
    return bool(_DEFINITION.match(line) or _MARKUP.match(line))


def _heading(scan: _Scan, found: re.Match[str], start: int, end: int) -> None:
    """A heading's words without its hashes; the first of the first level is the title."""
    words = scan.text[start + found.end() : end].rstrip()
    closing = _CLOSING.search(words[-100:])
    at, last = start + found.end(), start + found.end() + len(words) - (len(closing[0]) if closing else 0)
    top = len(found[1]) == 1 and scan.title is None
    scan.mark(start, at)
    before = len(scan.blocks)
    scan.add("title" if top else "heading", at, last)
    if top and len(scan.blocks) > before:
        scan.title = scan.blocks[-1].span
    scan.mark(last, end)


# --- front matter -----------------------------------------------------------------------------------------------------


def _front_matter(text: str, lines: list[tuple[int, int]]) -> int:
    """How many lines the front matter has, from one `---` to the next (`...` ends it too); 0 where there is none."""
    if not lines or text[slice(*lines[0])].strip() != "---" or text[lines[0][0]].isspace():
        return 0
    for number, (start, end) in enumerate(lines[1:_FRONT_LINES], 2):
        if text[start:end].rstrip() in {"---", "..."}:
            return number
    return 0


def _fields(text: str, lines: list[tuple[int, int]]) -> dict[str, list[Span]]:
    """The spans of title, date and authors among the lines of front matter; authors may be a list."""
    told: dict[str, list[Span]] = {}
    listing = False
    for start, end in lines:
        line = text[start:end].rstrip()
        if found := _FIELD.fullmatch(line):
            name = _known(found[1])
            listing = False
            if name:
                told.setdefault(name, []).extend(_values(found, start, several=name == "author"))
        elif listing and (found := _LISTED.fullmatch(line)):
            told.setdefault("author", []).extend(_values(found, start, several=False))
        else:
            listing = _known(line.rstrip(":")) == "author" and line.endswith(":")
    return told


def _known(name: str) -> str | None:
    folded = name.lower()
    if folded in _TITLES:
        return "title"
    return "date" if folded in _DATES else "author" if folded in _AUTHORS else None


def _values(found: re.Match[str], start: int, *, several: bool) -> Iterator[Span]:
    """The spans of a value, or of the members of a list in brackets, without quotation marks."""
    group = found.re.groups
    value, at = found[group], start + found.start(group)
    bracketed = several and value.startswith("[") and value.endswith("]")
    for part in re.finditer(r"[^,\[\]]+", value) if bracketed else re.finditer(r".+", value):
        words = part[0].strip()
        begin = at + part.start() + len(part[0]) - len(part[0].lstrip())
        if len(words) > 2 and words[0] == words[-1] and words[0] in "\"'":
            words, begin = words[1:-1], begin + 1
        if words:
            yield Span(begin, begin + len(words))


def _title(scan: _Scan, told: dict[str, list[Span]]) -> Title | None:
    span = scan.title or next(iter(told.get("title", ())), None)
    return Title(span.of(scan.text), span) if span else None


def _published(text: str, told: dict[str, list[Span]]) -> tuple[Published | None, tuple[Warn, ...]]:
    span = next(iter(told.get("date", ())), None)
    if span is None:
        return None, ()
    if iso := iso_date(span.of(text)):
        return Published(iso, "given", span, because="the front matter"), ()
    message = f"{span.of(text)[:60]!r} is no date that can be read in only one way; taken as not given"
    return None, (Warn("published", message),)
