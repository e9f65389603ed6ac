"""JSON Lines and JSON: own field names, and those of news-please and CC-NEWS dumps."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from urllib.parse import urlsplit

from crosswire.acquire.binary import magic_kind
from crosswire.acquire.dates import iso_date
from crosswire.acquire.encoding import decode
from crosswire.acquire.feeds import is_json_feed, json_feed_articles
from crosswire.acquire.ninjs import is_ninjs, ninjs_articles
from crosswire.acquire.plain_text import BINARY_REMEDY, oddities
from crosswire.acquire.raw import RawInput
from crosswire.acquire.web_page import page_article
from crosswire.model import Article, Author, Published, Rejection, Source, Span, Title, Warn

# Own names first, then those of news-please, CC-NEWS (as Hugging Face has it) and Media Cloud.
_PUBLISHED = ("published", "date_publish", "publish_date", "date")
_PUBLISHER = ("publisher", "source_domain", "media_name", "domain")
_TEXT = ("text", "maintext", "story_text")
_SURROGATE = re.compile("[\ud800-\udfff]")
_REPAIR = "correct the line, or leave it out"
_SEVERAL = re.compile(r",|;|&|\||\d|@|\bwith\b|\bfor\b|\bof\b|\bin\b|\bat\b|\s{3}|/", re.IGNORECASE)
_LISTED = re.compile(r"\s?[,;]\s?|\sand\s")
_BY = re.compile(r"(?:by|written by|story by|report by)[:\s]\s*", re.IGNORECASE)
_NAME = re.compile(r"(?:[^\W\d_][\w.'’-]{0,30} ){1,4}[^\W\d_][\w.'’-]{1,30}")


class UnusableError(ValueError):
    """A row that no article can be made of: its text says why, `remedy` what helps."""

    def __init__(self, reason: str, remedy: str = _REPAIR) -> None:
        super().__init__(reason)
        self.remedy = remedy


def read_json_lines(raw: RawInput) -> Iterator[Article | Rejection]:
    """An article or a rejection for every line that is not empty."""
    if kind := magic_kind(raw.data):
        yield raw.rejected(f"it is {kind}, not JSON Lines", BINARY_REMEDY)
        return
    empty = True
    for number, line in enumerate(BytesIO(raw.data), 1):
        if line.strip():
            empty = False
            for found in read_row(line, number, raw.id):
                yield _with_path(found, raw, f"line {number}")
    if empty:
        yield raw.rejected("it holds no line", "give a file with one JSON object a line")


def read_row(line: bytes, number: int, name: str) -> Iterator[Article | Rejection]:
    """What `read_json_line` gives for a line; where it is a newsroom's ninjs item, each report in it."""
    if b'"uri"' in line and is_ninjs(item := _item(line)):
        yield from ninjs_articles(item, RawInput(f"{name}:{number}", line.strip(b"\r\n")))
    else:
        yield read_json_line(line, number, name)


def _item(line: bytes) -> object:
    """The value of a line, or None where it is no JSON."""
    try:
        return _object(line)
    except UnusableError:
        return None


def read_json_line(line: bytes, number: int, name: str) -> Article | Rejection:
    """The article of one line of JSON Lines.

    Args:
        line: the bytes of the line, with or without its end.
        number: its number, from 1; part of the id where the row has none.
        name: the name of the file, or "-".

    Returns:
        The article, or the reason why there is none.
    """
    place = f"{name} line {number}"
    try:
        row = _object(line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line)
        return _row_article(row, line.strip(b"\r\n"), f"{name}:{number}")
    except UnusableError as error:
        return Rejection(place, str(error), error.remedy)


def read_json(raw: RawInput) -> Iterator[Article | Rejection]:
    """The article of one JSON object, or of each object of a list; where it is neither, of each line."""
    if kind := magic_kind(raw.data):
        yield raw.rejected(f"it is {kind}, not JSON", BINARY_REMEDY)
        return
    decoded = decode(raw.data)
    try:
        found = _value("" if decoded is None else decoded.text)
    except UnusableError as error:
        if raw.data.strip().count(b"\n") and isinstance(
            read_json_line(raw.data.lstrip().split(b"\n", 1)[0], 1, raw.id), Article
        ):
            yield from read_json_lines(raw)
        else:
            yield raw.rejected(str(error), "give one JSON object, a list of objects, or JSON Lines (.jsonl)")
        return
    if decoded is not None and (of_format := _of_format(found)):
        yield from of_format(found, raw, decoded.warnings)
        return
    rows = found if isinstance(found, list) else [found]
    if not rows:
        yield raw.rejected("its list is empty", "give one JSON object, a list of objects, or JSON Lines (.jsonl)")
    for number, row in enumerate(rows, 1):
        id, place = (f"{raw.id}:{number}", f"item {number}") if isinstance(found, list) else (raw.id, "")
        if isinstance(row, dict):
            yield _with_path(_item_article(row, raw, id), raw, place)
        else:
            yield Rejection(f"{raw.place} {place}".strip(), "it is no JSON object", _REPAIR)


def _of_format(
    found: object,
) -> Callable[[object, RawInput, tuple[Warn, ...]], Iterator[Article | Rejection]] | None:
    """The reader of a format that is JSON too (a feed, a newsroom's item), or None for rows of Crosswire's own kind."""
    if is_json_feed(found):
        return json_feed_articles
    return ninjs_articles if is_ninjs(found) else None


def _item_article(row: Mapping[str, object], raw: RawInput, id: str) -> Article | Rejection:
    """The article of one object of a JSON file; the file's bytes stand for a single one, its own rendering for one of many."""
    try:
        own = raw.data if id == raw.id else json.dumps(row, ensure_ascii=True, sort_keys=True).encode()
        return _row_article(row, own, id)
    except UnusableError as error:
        return Rejection(raw.place, str(error), error.remedy)


def _with_path(found: Article | Rejection, raw: RawInput, place: str) -> Article | Rejection:
    if isinstance(found, Rejection):
        return replace(found, input=f"{raw.place} {place}".strip())
    return replace(found, source=replace(found.source, path=raw.path))


def _object(line: bytes) -> dict[str, object]:
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnusableError(f"it is not UTF-8 (byte {error.start})", "write the file in UTF-8") from error
    value = _value(text)
    if not isinstance(value, dict):
        raise UnusableError("it is no JSON object", 'give an object a line, such as {"id": "a", "text": "…"}')
    return value


def _value(text: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise UnusableError(f"it is no JSON ({error.msg}, character {error.pos + 1})") from error
    except RecursionError as error:
        raise UnusableError("its JSON is nested too deep") from error
    except ValueError as error:  # an integer of thousands of digits
        raise UnusableError("a number in it is too long") from error


def _row_article(row: Mapping[str, object], data: bytes, default_id: str) -> Article:
    id = _id(row) or default_id
    url = _text_of(row, "url")
    publisher = _text_of(row, *_PUBLISHER) or _host(url)
    published, doubts = _published(row)
    story = _text_of(row, "story")
    given = [row[name] for name in _TEXT if row.get(name) is not None]
    text = next((value for value in given if value != ""), given[0] if given else None)
    if text in (None, "") and row.get("html") not in (None, ""):
        html = _checked("html", row["html"])
        page = page_article(RawInput(id, html.encode(), url=url), html)
        article = replace(page, publisher=_text_of(row, *_PUBLISHER) or page.publisher, story=story)
        return _with_given(article, _text_of(row, "title"), published, _authors(row), doubts)
    text = _checked("text", text)
    source = Source(None, url, "application/json", hashlib.sha256(data).hexdigest())
    article = Article(
        id=id,
        source=source,
        text=text,
        publisher=publisher,
        language=_language(row),
        story=story,
        warnings=oddities(text),
    )
    return _with_given(article, _text_of(row, "title"), published, _authors(row), doubts)


def _with_given(
    article: Article,
    title: str | None,
    published: Published | None,
    authors: tuple[Author, ...],
    doubts: tuple[Warn, ...],
) -> Article:
    """What the row says of itself goes before what was read out of a page."""
    return replace(
        article,
        title=_title(title, article.text) if title else article.title,
        published=published or article.published,
        authors=authors or article.authors,
        warnings=article.warnings + doubts,
    )


def _title(given: str, text: str) -> Title:
    """The title, with its place where the text begins with that line."""
    start = len(text) - len(text.lstrip())
    end = start + len(given)
    own_line = text.startswith(given, start) and (end == len(text) or text[end] in "\r\n")
    return Title(given, Span(start, end) if own_line else None)


def _checked(name: str, value: object) -> str:
    if value is None:
        raise UnusableError('it has neither "text" nor "html"', 'give the report in "text", or its page in "html"')
    if not isinstance(value, str):
        raise UnusableError(f'its "{name}" is no string', f'give "{name}" as a string')
    if not value.isascii() and _SURROGATE.search(value):
        raise UnusableError(
            f'its "{name}" holds half a character (a lone surrogate), which no text file can hold',
            "write characters beyond U+FFFF as both halves, or as they are",
        )
    return value


def _text_of(row: Mapping[str, object], *names: str) -> str | None:
    """The first of the fields that is a string with something in it, without white space around it."""
    for name in names:
        value = row.get(name)
        if isinstance(value, str) and value.strip():
            return _checked(name, value).strip()
    return None


def _id(row: Mapping[str, object]) -> str | None:
    value = row.get("id", row.get("stories_id"))
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is None or value == "":
        return None
    return _checked("id", value)


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _language(row: Mapping[str, object]) -> str:
    given = (_text_of(row, "language") or "").split("-")[0].split("_")[0].lower()
    return given if 2 <= len(given) <= 3 and given.isalpha() and given.isascii() else "und"


def _published(row: Mapping[str, object]) -> tuple[Published | None, tuple[Warn, ...]]:
    value = next((row[name] for name in _PUBLISHED if row.get(name) not in (None, "")), None)
    if value is None:
        return None, ()
    if isinstance(value, str) and (iso := iso_date(value)):
        return Published(iso, "given"), ()
    shown = json.dumps(value)[:60]
    return None, (Warn("published", f"{shown} is no date that can be read in only one way; taken as not given"),)


def _authors(row: Mapping[str, object]) -> tuple[Author, ...]:
    """Names from a list, or from a byline that is one name and nothing else."""
    value = row.get("authors")
    listed = (
        [_checked("authors", one).strip() for one in value if isinstance(one, str)] if isinstance(value, list) else []
    )
    if isinstance(value, str):
        listed = [one for one in _LISTED.split(_checked("authors", value)) if _is_name(one)]
    if not listed:
        byline = _text_of(row, "byline")
        name = _BY.sub("", byline, count=1) if byline and _BY.match(byline) else byline or ""
        listed = [name] if not _SEVERAL.search(name) and _is_name(name) else []
    return tuple(Author(name) for name in dict.fromkeys(listed) if name)


def _is_name(text: str) -> bool:
    """Whether it is two to five words, the first and the last not in small letters."""
    return bool(_NAME.fullmatch(text)) and not text[0].islower() and not text.rsplit(maxsplit=1)[-1][0].islower()
