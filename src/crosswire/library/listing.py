"""Lists of stories, hits and rejections as lines for reading: plain text, no wider than they need be. Pure."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from crosswire.library.reading import Hit, StoryLine
from crosswire.library.records import Counts
from crosswire.model import Rejection
from crosswire.show.layout import safe
from crosswire.show.revised import Revised
from crosswire.show.words import plural, spell

WIDTH = 100


def story_lines(story: StoryLine) -> Iterator[str]:
    """A story in two lines: its id, when it changed, its title; what there is of it, and what changed last."""
    yield f"{story.id}  {minute(story.changed)}  {safe(story.title) or 'Untitled story'}"
    counts = [plural(story.reports, "report"), plural(story.origins, "origin")]
    counts += [plural(story.conflicts, "conflict")] if story.conflicts else []
    counts += [f"{story.to_check:,} to check"] if story.to_check else []
    days = " to ".join(dict.fromkeys(spell(day, short=True) for day in (story.first, story.last) if day))
    told = "its account is being made" if story.stale else safe(story.told)
    yield f"    {', '.join(counts)}{f'; {days}' if days else ''}; last: {told}"


def hit_lines(hit: Hit) -> Iterator[str]:
    """A hit in two or three lines: title, outlet, day and story; the report; its words."""
    about = [hit.publisher, spell(hit.published, short=True) if hit.published else None]
    yield f"{hit.story}  {' · '.join(safe(one) for one in (hit.title, *about) if one) or safe(hit.id)}"
    yield f"    {safe(hit.id)}{'' if hit.newest else f', in an earlier version ({hit.ordinal})'}"
    yield from textwrap.wrap(safe(hit.excerpt), WIDTH, initial_indent="    ", subsequent_indent="    ")


def outcome(counts: Counts) -> str:
    """What became of reports: "3 new reports, 1 changed by its outlet, 2 there already, 1 rejected"."""
    only_known = counts.known and not counts.new and not counts.revised
    parts = [] if only_known else [plural(counts.new, "new report")]
    parts += [plural(counts.revised, "changed by its outlet", "changed by their outlets")] if counts.revised else []
    parts += [f"{counts.known:,} there already"] if counts.known else []
    parts += [f"{counts.rejected:,} rejected"] if counts.rejected else []
    return ", ".join(parts)


def rejection_line(rejection: Rejection, at: str) -> str:
    """A rejection in one line."""
    return f"{minute(at)}  {safe(rejection.input)}: {safe(rejection.reason)}; {safe(rejection.remedy)}"


def silent_changes(reports: Iterable[Revised]) -> Iterator[str]:
    """What outlets changed in their reports, as lines."""
    for report in reports:
        yield f"  {safe(report.called)}, {plural(report.versions, 'version')}"
        for sentence in report.told:
            yield from textwrap.wrap(safe(sentence), WIDTH, initial_indent="    · ", subsequent_indent="      ")


def history_lines(history: Iterable[tuple[str, str]]) -> Iterator[str]:
    """When a story changed and what did, the newest first."""
    for changed, told in history:
        yield from textwrap.wrap(
            f"{minute(changed)}  {safe(told)}", WIDTH, initial_indent="  ", subsequent_indent="    "
        )


def minute(when: str) -> str:
    """A time of the library (UTC) to the minute: "2024-03-01 12:06"."""
    return when[:16].replace("T", " ")
