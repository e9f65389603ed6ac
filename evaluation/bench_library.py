"""How fast a library answers, filled with made-up reports straight through the module that writes it.

    python -m evaluation.bench_library --articles 20000
    python -m evaluation.bench_library --articles 1000000 --folder /somewhere/large    (kept, and used again)

No language model takes part: reports, stories and accounts are made up with the sizes of real ones (300 words, words as
unequally common as in English, 1 to 60 reports a story). Each question is asked eleven times; the first answer is shown
apart, since it finds nothing in memory. The time of the processor is shown too, since a machine has other work.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from random import Random

import numpy as np
from sqlalchemy import Connection

from crosswire.group import Profile, story_id
from crosswire.group.profiles import DIMENSIONS
from crosswire.library import Place, reading, writing
from crosswire.library.meanings import keep_signs, nearest
from crosswire.library.records import Admitted, Batch, Counts, Entry, Input, Mark
from crosswire.library.writing import Remade
from crosswire.model import (
    Account,
    Article,
    Attribution,
    Finding,
    MadeBy,
    Membership,
    Published,
    Report,
    Source,
    Span,
    StoryEntity,
    Title,
)
from crosswire.pipeline import Annotated
from crosswire.show.rows import to_row

SEED = 11
RANDOM = np.random.default_rng(SEED)
BATCH = 500
WORDS, VOCABULARY = 300, 60_000
ASKED = 11
GOAL = 100.0  # milliseconds
MADE_BY = MadeBy("0", ())
PEOPLE = [
    f"{first} {last}" for first in ("Ada", "Bo", "Cleo", "Dag", "Eli") for last in ("Arne", "Birk", "Calder", "Dahl")
]


@dataclass(frozen=True, slots=True)
class Made:
    """A made-up report, and the number of its story."""

    article: Article
    story: int


def word(rank: int) -> str:
    """The word of a rank: a few letters that no other rank has."""
    letters = ""
    rank += 26
    while rank:
        rank, letter = divmod(rank, 26)
        letters += "abcdefghijklmnopqrstuvwxyz"[letter]
    return f"w{letters}"


def reports(number: int) -> Iterator[Made]:
    """Reports of many days, bursts of stories of very unequal size."""
    chance = Random(SEED)  # noqa: S311
    names = [word(rank) for rank in range(VOCABULARY)]
    story, left = 0, 0
    for n in range(number):
        if not left:
            story, left = story + 1, min(60, int(chance.paretovariate(1.1)))
        left -= 1
        words = [names[int(VOCABULARY ** chance.random()) - 1] for _ in range(WORDS)]
        day = date(2015, 1, 1) + timedelta(days=n * 3650 // number)
        speaker = (
            PEOPLE[chance.randrange(len(PEOPLE))] if chance.random() < 0.3 else f"{word(chance.randrange(5000))} Vang"
        )
        text = f"{' '.join(words[:12])}.\n\n{' '.join(words[12:])}."
        yield Made(
            Article(
                id=f"https://outlet{n % 97}.example/{n}",
                source=Source(None, None, "text/html", "0" * 64),
                text=text,
                title=Title(" ".join(words[:12])),
                published=Published(day.isoformat(), "metadata"),
                publisher=f"Outlet {word(n % 97)}",
                attributions=(Attribution("indirect", (), (), (Span(0, 5),), (), speaker_name=speaker),),
            ),
            story,
        )


def fill(place: Place, number: int) -> float:
    """Write so many reports; gives the seconds."""
    stream = enumerate(reports(number), 1)
    spent, begun, at = 0.0, set[int](), 0
    while some := list(islice(stream, BATCH)):
        batch = Batch(mark=Mark(at + 1))
        batch.inputs[at] = Input(at, f"dump {at}", "0" * 64, "2026-01-01T00:00:00Z", Counts(new=len(some)))
        batch.entries = [_entry(n, made, at) for n, made in some]
        batch.memberships = tuple(Membership(made.article.id, _story(made.story)) for _, made in some)
        accounts = [_account(made) for _, made in some if made.story not in begun]
        begun |= {made.story for _, made in some}
        start = time.perf_counter()
        with place.write() as connection:
            writing.take_in(connection, batch)
        with place.write() as connection:
            writing.store_accounts(connection, list({one.account.id: one for one in accounts}.values()))
        spent += time.perf_counter() - start
        at += 1
    return spent


def _story(number: int) -> str:
    return story_id(f"story {number}")


def _entry(number: int, made: Made, start: int) -> Entry:
    article = made.article
    meaning = RANDOM.integers(-128, 128, DIMENSIONS, np.int8).tobytes()
    profile = Profile(article.id, 1.0, WORDS, b"\0" * 400, b"\0" * 100, b"\0" * 1000, meaning)
    admitted = Admitted(number, article.id, article.id, number, 1, b"0" * 16, start, "2026-01-01T00:00:00Z")
    return Entry(admitted, Annotated(article.id, to_row(article), profile, None, (), ()), MADE_BY)


def _account(made: Made) -> Remade:
    """A small account of a story: some entities that half the news has, some that only this one has."""
    article, chance = made.article, Random(made.story)  # noqa: S311
    names = [*chance.sample(PEOPLE, 3), *(f"{word(chance.randrange(VOCABULARY))} Holm" for _ in range(12))]
    entities = tuple(StoryEntity(f"e{n}", "PERSON", name, (), ()) for n, name in enumerate(names))
    conflict = Finding("conflict", "count", "Two reports differ.", 0.8, 2, (), ())
    findings = (conflict,) if chance.random() < 0.2 else ()
    title = article.title.text if article.title else ""
    reports = (Report(article.id, article.publisher, None),)
    id = _story(made.story)
    account = Account(id, id, title, None, None, 1, reports, (), entities, (), (), (), findings, MADE_BY)
    when = f"2026-01-{1 + made.story % 28:02}T00:00:00Z"
    return Remade(account, ((article.id, 1),), when, "1 new report", (article.publisher or "",))


def questions() -> Iterator[tuple[str, Callable[[Connection], object]]]:
    """What is asked, and by what."""
    common, usual, rare = word(3), word(200), word(50_000)

    def stories(**wanted: object) -> Callable[[Connection], object]:
        return lambda connection: reading.stories(connection, reading.Wanted(**wanted), 20)  # type: ignore[arg-type]

    def search(words: str) -> Callable[[Connection], object]:
        return lambda connection: reading.search(connection, words, 20)

    yield "stories", stories()
    yield "stories --since (one day)", stories(since="2026-01-28")
    yield "stories --entity (in one of seven)", stories(entities=("Ada Arne",))
    yield "stories --entity (rare)", stories(entities=(f"{rare} Holm",))
    yield "stories --outlet", stories(outlet=f"Outlet {word(5)}")
    yield "stories --conflicts", stories(conflicts=True)
    yield "stories --entity, four that seldom meet", stories(entities=tuple(PEOPLE[:4]))
    yield "stories --since (all days)", stories(since="2000-01-01")
    yield "stories --since (no day)", stories(since="2100-01-01")
    yield (
        "stories, all filters",
        stories(since="2026-01-20", entities=("Bo Dahl",), outlet=f"Outlet {word(5)}", conflicts=True),
    )
    yield "search, a word of nearly every report", search(common)
    yield "search, a word of one in five", search(usual)
    yield "search, a rare word", search(rare)
    yield "search, two common words", search(f"{common} {usual}")
    yield "search, a phrase", search(f'"{word(0)} {word(1)}"')
    yield "search, the beginning of a word", search(f"{word(700)[:4]}*")
    yield "search, speaker:", search('speaker:"Cleo Birk"')
    yield "search, outlet: and a common word", search(f"outlet:{word(5)} {common}")
    yield "search, since: and a common word", search(f"since:2024-11-03 {common}")
    yield "search, without a word", search(f"{usual} -{common}")
    yield "search, since: without a word", search(f"since:2015 -{common}")
    yield "search, outlet: without a word", search(f"outlet:{word(5)} -{common}")
    yield "search, outlet: alone", search(f"outlet:{word(5)}")
    yield "search, until: alone, long ago", search("until:2015-03")
    yield "search, five words that few have", search(" ".join(word(n) for n in range(150, 155)))
    yield "search, a phrase that few have", search(f'"{" ".join(word(n) for n in (0, 1, 0, 1, 0))}"')
    yield "search, the beginning of a common word", search(f"{common}*")


def _meaning(place: Place) -> Callable[[Connection], object]:
    wanted = RANDOM.normal(size=DIMENSIONS).astype(np.float32)
    return lambda connection: nearest(place, connection, wanted / np.linalg.norm(wanted), 20)


def main() -> None:
    """Fill a library, and ask it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--folder", type=Path)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        place = Place(chosen.folder or Path(temporary))
        place.make()
        with place.read() as connection:
            there, _ = reading.size(connection)
        if there < chosen.articles:
            seconds = fill(place, chosen.articles)
            keep_signs(place)
            print(f"{chosen.articles:,} reports written, {chosen.articles / seconds:,.0f} a second")
        print(f"{place.database.stat().st_size / 1e6:,.0f} MB of database\n")
        print(f"| {'question':40} | first, ms | median, ms | longest, ms | processor, ms |")
        print(f"|{'-' * 42}|---:|---:|---:|---:|")
        for name, ask in (*questions(), ("search --meaning, the model left out", _meaning(place))):
            with place.read() as connection:
                (first, _), *warm = (_timed(ask, connection) for _ in range(ASKED))
            wall, processor = zip(*warm, strict=True)
            late = "" if statistics.median(processor) <= GOAL else f"  over {GOAL:.0f}"
            told = (first, statistics.median(wall), max(wall), statistics.median(processor))
            print(f"| {name:40} | {' | '.join(f'{ms:.1f}' for ms in told)} |{late}")
        place.close()


def _timed(ask: Callable[[Connection], object], connection: Connection) -> tuple[float, float]:
    """Milliseconds by the clock, and of the processor."""
    start, used = time.perf_counter(), time.process_time()
    ask(connection)
    return (time.perf_counter() - start) * 1000, (time.process_time() - used) * 1000


if __name__ == "__main__":
    main()
