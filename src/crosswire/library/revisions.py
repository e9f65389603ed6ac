"""What an outlet changed in a report without saying so: two versions of one text held against each other. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import pairwise

from crosswire.model import Article, Figure, Span
from crosswire.show.revised import Revised
from crosswire.show.words import amount, spell
from crosswire.versions import Change, difference

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_PARAGRAPHS = frozenset({"paragraph", "heading", "caption"})
LONGEST = 120  # characters of words that are shown


def revisions(old: Article, new: Article, retrieved: str) -> tuple[str, ...]:
    """What changed from one version of a report to the next, a sentence each, in the order of the text.

    Args:
        old: the version that was known.
        new: the version that took its place.
        retrieved: when the new one was first seen (ISO 8601): until then, as far as is known, the old one stood.
    """
    told = [_headline(old, new, retrieved)] if old.title and new.title and old.title.text != new.title.text else []
    spans = {old.title.span if old.title else None, new.title.span if new.title else None}
    for change in difference(old.text, new.text):
        if told and _within(change, spans):
            continue
        told.append(_figure(old, new, change, retrieved) or _words(old, new, change, retrieved))
    return tuple(dict.fromkeys(told))


def revised(called: str, versions: Sequence[tuple[int, str, Article]]) -> Revised | None:
    """What an outlet changed in a report, over all versions; None where no word is another.

    Args:
        called: how the report is called.
        versions: ordinal, when it was first seen, and record of each, the oldest first.
    """
    steps = pairwise(versions)
    told = tuple(one for (_, _, old), (_, retrieved, new) in steps for one in revisions(old, new, retrieved))
    return Revised(called, len(versions), told) if told else None


def moment(retrieved: str) -> str:
    """A time as people read it (UTC): "14:05 on 3 March 2024"."""
    try:
        at = datetime.fromisoformat(retrieved).astimezone(UTC)
    except ValueError:
        return retrieved
    return f"{at:%H:%M} UTC on {spell(at.date().isoformat())}"


def _within(change: Change, spans: set[Span | None]) -> bool:
    return any(span and span.start <= change.new.start and change.new.end <= span.end for span in spans)


def _headline(old: Article, new: Article, retrieved: str) -> str:
    before, after = (one.title.text if one.title else "" for one in (old, new))
    return f"the headline was “{_clipped(before)}” until {moment(retrieved)}; now it is “{_clipped(after)}”"


def _figure(old: Article, new: Article, change: Change, retrieved: str) -> str | None:
    """A figure that is another now: "the number of people killed in the second paragraph was 12 until 14:05, now 14"."""
    befores = [f for f in old.figures if _meet(f.span, change.old)]
    afters = [f for f in new.figures if _meet(f.span, change.new)]
    if len(befores) != 1 or len(afters) != 1:
        return None
    before, after = befores[0], afters[0]
    same = (before.kind, before.of, before.role, before.unit) == (after.kind, after.of, after.role, after.unit)
    if not same or before.value == after.value:
        return None
    was, now = (amount(f.value, f.unit) for f in (before, after))
    return f"{_called(after)} {_where(new, change.new)} was {was} until {moment(retrieved)}; now it is {now}"


def _called(figure: Figure) -> str:
    """What a figure counts: the toll, the number of arrests, the share, the sum."""
    if figure.role in {"killed", "dead"}:
        return "the toll"
    if figure.kind == "count" and figure.of:
        return f"the number of {figure.of}{f' {figure.role}' if figure.role else ''}"
    return {"money": "the sum", "percent": "the share"}.get(figure.kind, "the figure")


def _words(old: Article, new: Article, change: Change, retrieved: str) -> str:
    gone, come = change.old.of(old.text), change.new.of(new.text)
    if not gone.strip():
        return f"{_where(new, change.new)}, “{_clipped(come)}” came in by {moment(retrieved)}"
    where = _where(old, change.old)
    if not come.strip():
        return f"{where}, “{_clipped(gone)}” stood until {moment(retrieved)}"
    return f"{where}, “{_clipped(gone)}” stood until {moment(retrieved)}; now it is “{_clipped(come)}”"


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _clipped(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1]}…"


def _where(article: Article, span: Span) -> str:
    """The paragraph in which a span begins, by its number."""
    starts: Sequence[int] = [block.span.start for block in article.blocks if block.kind in _PARAGRAPHS]
    number = bisect_right(starts, span.start)
    if not number:
        return "above the first paragraph"
    named = _ORDINALS[number - 1] if number <= len(_ORDINALS) else f"{number}th"
    return f"in the {named} paragraph"
