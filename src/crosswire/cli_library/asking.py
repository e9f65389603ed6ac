"""Out of the library, for reading: stories, story, search."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import click

from crosswire.cli_library.shared import SHOWN, limiting, of_library
from crosswire.desk import say
from crosswire.output import print_accounts, target_of, write_lines, write_pages

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from crosswire.library import Place
    from crosswire.library.reading import Hit, Stored
    from crosswire.show.revised import Revised

_AGO = re.compile(r"(\d{1,5})([hd])")


@click.command()
@of_library
@click.option(
    "--since", metavar="TIME", help="Changed since: 2026-05-01, 2026-05-01T14:00, 12h or 3d (ago); times are UTC."
)
@click.option("--entity", "entities", multiple=True, metavar="NAME", help="Naming this person, organisation or place.")
@click.option("--outlet", metavar="NAME", help="Told by this outlet.")
@click.option("--conflicts", is_flag=True, help="With conflicts only.")
@click.option("--rejected", is_flag=True, help="List the inputs that were rejected, and why, instead.")
@limiting
@click.option("--jsonl", is_flag=True, help="Write JSON Lines.")
def stories(  # noqa: PLR0913
    *,
    place: Place,
    since: str | None,
    entities: tuple[str, ...],
    outlet: str | None,
    conflicts: bool,
    rejected: bool,
    limit: int,
    jsonl: bool,
) -> None:
    """List the stories of the library: the one that changed last first, and what changed.

    \b
    crosswire stories
    crosswire stories --since 1d --conflicts
    crosswire stories --entity "Marta Keel" --outlet "Island Post"
    """
    from crosswire.library import reading
    from crosswire.library.listing import rejection_line, story_lines
    from crosswire.model import Rejection
    from crosswire.show.rows import to_row

    wanted = reading.Wanted(_moment(since), entities, outlet, conflicts)
    with place.read() as connection:
        if rejected:
            rows = reading.rejections(connection, limit)
        else:
            found = reading.stories(connection, wanted, limit)
    if rejected:
        for row in rows:
            one = Rejection(row["input"], row["reason"], row["remedy"])
            write_lines([to_row(dict(row))]) if jsonl else click.echo(rejection_line(one, row["at"]))
        return
    for story in found:
        if jsonl:
            write_lines([to_row(story)])
        else:
            click.echo("\n".join(story_lines(story)))


def _moment(since: str | None) -> str | None:
    """A time as the library writes it."""
    if since is None:
        return None
    if ago := _AGO.fullmatch(since):
        hours = int(ago[1]) * (24 if ago[2] == "d" else 1)
        moment = datetime.now(UTC) - timedelta(hours=hours)
    else:
        try:
            moment = datetime.fromisoformat(since)
        except ValueError:
            raise click.UsageError(f"--since {since}: write 2026-05-01, 2026-05-01T14:00, 12h or 3d") from None
    moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")


@click.command()
@click.argument("id")
@of_library
@click.option("-o", "--output", metavar="FILE.html|FOLDER/", help="Write a page, or a folder of pages.")
@click.option("--jsonl", is_flag=True, help="Write the account record as JSON Lines.")
def story(id: str, *, place: Place, output: str | None, jsonl: bool) -> None:
    """Give the account of one story, what outlets changed in their reports, and how the story grew.

    ID is that of a story, a former one too (stories merge and split), or that of a report.

    \b
    crosswire story s-4f2ac1b09d11
    crosswire story s-4f2ac1b09d11 -o account.html
    """
    from crosswire.library import reading
    from crosswire.library.accounts import made_now

    target = target_of(output)
    with place.read() as connection:
        ids = reading.story_ids(connection, id)
    if not ids:
        raise click.ClickException(f"{id}: there is no story or report of that id; crosswire stories lists them")
    if ids != [id]:
        say(f"{id} is now {' and '.join(ids)}")
    made_now(place, ids)
    with place.read() as connection:
        stored = [one for name in ids if (one := reading.account(connection, name))]
        articles = [reading.texts(connection, one.versions) for one in stored]
        changed = [_changed(connection, one) for one in stored]
        grown = [reading.history(connection, one.account.id) for one in stored]
    found = [(one.account, texts) for one, texts in zip(stored, articles, strict=True)]
    if jsonl:
        write_lines(one.row for one in stored)
    elif target:
        by_story = {one.account.id: reports for one, reports in zip(stored, changed, strict=True)}
        say(f"wrote {write_pages(target, found, by_story)}")
    else:
        for account, reports, history in zip(found, changed, grown, strict=True):
            print_accounts([account])
            click.echo("\n".join(_grown(reports, history)))


def _changed(connection: Connection, stored: Stored) -> list[Revised]:
    """The reports of a story that their outlets changed."""
    from crosswire.library import reading
    from crosswire.library.revisions import revised

    several = [report for report in stored.account.articles if dict(stored.versions).get(report.id, 1) > 1]
    found = (revised(one.publisher or one.id, reading.versions_of(connection, one.id)) for one in several)
    return [one for one in found if one]


def _grown(changed: Sequence[Revised], history: Sequence[tuple[str, str]]) -> list[str]:
    """What outlets changed in a story's reports, and its history, as lines."""
    from crosswire.library.listing import history_lines, silent_changes

    lines = ["CHANGED BY THEIR OUTLETS", *silent_changes(changed), ""] if changed else []
    return [*lines, "HOW THE STORY GREW (UTC)", *history_lines(history)]


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="TEXT…")
@of_library
@limiting
@click.option("--meaning", is_flag=True, help="By meaning, not by words: needs the extra crosswire[meaning].")
@click.option(
    "--all",
    "whole",
    is_flag=True,
    help="However long it takes: else the oldest reports may be left out, and it is said.",
)
@click.option("--jsonl", is_flag=True, help="Write JSON Lines.")
def search(words: tuple[str, ...], *, place: Place, limit: int, meaning: bool, whole: bool, jsonl: bool) -> None:
    """Search the reports of the library, earlier versions too; those with the words in their titles first, then the newest.

    All words must be there; "a phrase", begin*, -without; title:, speaker:, outlet: for a word or phrase of that field,
    since: and until: for the day of publication. A phrase needs the quotation marks to reach the command.

    \b
    crosswire search ferry harbour
    crosswire search --meaning ship sinks with many on board
    crosswire search '"coast guard" speaker:keel outlet:"island post" since:2026-05-01'
    """
    from crosswire.library import reading
    from crosswire.library.listing import hit_lines
    from crosswire.library.query import QueryError
    from crosswire.show.rows import to_row

    if meaning:
        hits, searched = _nearest(place, " ".join(words), limit), True
    else:
        patience = math.inf if whole else reading.PATIENCE * max(1, limit / SHOWN)
        with place.read() as connection:
            try:
                found = reading.search(connection, " ".join(words), limit, patience)
            except QueryError as error:
                raise click.UsageError(f"{error}; {error.remedy}") from None
        hits, searched = list(found.hits), found.whole
        if not searched:
            say("this search takes long, and the oldest reports were left out of it: add --all")
    if jsonl:
        write_lines(map(to_row, hits))
        return
    for hit in hits:
        click.echo("\n".join(hit_lines(hit)))
    if searched and not hits:
        say("no report has these words")


def _nearest(place: Place, words: str, limit: int) -> list[Hit]:
    """The hits by meaning; where an earlier Crosswire added reports, that they are left out is told."""
    from crosswire.library import reading
    from crosswire.library.meanings import keep_signs, nearest
    from crosswire.meaning import load

    with place.read():
        pass  # there is a library
    embed = load()
    with place.alone() as mine:
        if mine:
            keep_signs(place)
    with place.read() as connection:
        if reading.unread(connection):
            say(
                "reports that an earlier version of crosswire added are left out of a search by meaning: run crosswire rebuild"
            )
        return nearest(place, connection, embed(words), limit)
