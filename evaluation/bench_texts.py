"""Made-up reports for benchmarks: seeded, of invented places and people, with quotations, numbers and dates."""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from html import escape

from evaluation.answers import Row

FIRST = ("Ilse", "Tomas", "Brita", "Henrik", "Daria", "Emil", "Noor", "Viktor", "Ada", "Petra", "Odo", "Selma", "Jaro")
SYLLABLES = "bel dor kas lun mar nev ost pra rin sel tar ulm vel wes yor zan hol gri fen cor".split()
OFFICES = ("Mayor", "Governor", "Fire chief", "Harbour master", "Minister", "Police chief", "Judge", "Professor")
BODIES = (
    "city council",
    "coast guard",
    "interior ministry",
    "railway",
    "port authority",
    "health office",
    "fire service",
)
THINGS = ("ferry", "bridge", "warehouse", "tunnel", "power station", "market hall", "dam", "school", "tramway", "mill")
DEEDS = ("closed", "damaged", "reopened", "evacuated", "searched", "flooded", "inspected", "sold")
OUTLETS = ("Velgrad Courier", "Northern Wire", "Brede Tidende", "Oswin Herald", "Lundholm Post", "Kastrin Zeitung")
MATTERS = (
    "the cause is not known", "repairs will take three weeks", "nobody had expected it", "the insurance will pay",
    "the inquiry has begun", "the water rose within an hour", "the doors had been locked", "the plans were never approved",
)  # fmt: skip
SENTENCES = (
    "{office} {person} said on {day} that {matter}.",
    "“{matter_c},” {last} told reporters in {place}.",
    "According to the {body}, at least {many} people were injured and {few} were killed.",
    "The {thing} in {place} was {deed} on {day}, the {body} said.",
    "“We have seen nothing like it since {year},” said {other}, who lives near the {thing}.",
    "The damage is put at {money} million crowns, about {percent} percent of the town's budget.",
    "{other} denied that {matter}.",
    "Work on the {thing} had started in {month} {year} and was to end next year.",
    "The {body} of {place} will meet again on {day}.",
    "Two days earlier, {office} {person} had warned that {matter}.",
    "More than {hundreds} households were without power for {hours} hours.",
    "{last} added that “{matter}”, and that the {body} would report within two weeks.",
    "A spokeswoman for the {body} declined to comment.",
    "In {place}, {hundreds} people gathered near the {thing} yesterday evening.",
    "The {outlet} reported that {other} may resign by the end of the month.",
    "It is the {nth} time in a year that the {thing} has been {deed}.",
    "Police arrested {few} men in {place} early on {day}; they were released in the afternoon.",
    "Asked whether {matter}, {last} shook her head.",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "March", "April", "June", "August", "October", "November")


def reports(count: int, words: int, *, each: int = 4, seed: int = 1) -> Iterator[Row]:
    """Reports of about so many words, `each` of them on one happening: rows as the commands read them."""
    for n in range(count):
        story, report = divmod(n, each)
        facts = random.Random(f"{seed} {story}")  # noqa: S311
        pick = random.Random(f"{seed} {story} {report}")  # noqa: S311
        known = _facts(facts)
        published = date(2031, 1, 1) + timedelta(days=facts.randrange(300) + report % 2)
        yield {
            "id": f"report-{n:05}",
            "title": f"{known['thing'].capitalize()} in {known['place']} {known['deed']}, {known['few']} dead",
            "publisher": pick.choice(OUTLETS),
            "published": published.isoformat(),
            "text": "\n\n".join(_paragraphs(known, pick, words)),
        }


def _name(pick: random.Random) -> str:
    """A name that hardly any other happening has."""
    return "".join(pick.choice(SYLLABLES) for _ in range(3)).capitalize()


def _facts(pick: random.Random) -> dict[str, str]:
    """What the reports of one happening agree on."""
    last = _name(pick)
    return {
        "office": pick.choice(OFFICES), "person": f"{pick.choice(FIRST)} {last}", "last": last,
        "other": f"{pick.choice(FIRST)} {_name(pick)}", "place": _name(pick), "thing": pick.choice(THINGS),
        "body": pick.choice(BODIES), "deed": pick.choice(DEEDS), "many": str(pick.randrange(10, 90)),
        "few": str(pick.randrange(2, 9)),
    }  # fmt: skip


def warc(rows: Iterable[Row]) -> Iterator[bytes]:
    """The records of a WARC file, gzip for each as in a crawl: of each report a page, with as much markup as pages have."""
    pick = random.Random(4)  # noqa: S311 (a text, no secret)
    for number, row in enumerate(rows):
        yield gzip.compress(_response(f"https://velgrad.example/{number}", _page(row, pick).encode()))


def _page(row: Row, pick: random.Random) -> str:
    """A page of about 100 KB, of which a gzip has about 20."""
    ids = (f"{pick.getrandbits(64):016x}" for _ in range(1_200))
    cards = "".join(f'<div class="card card--small" data-id="{one}"><a href="/{one[:6]}">more</a></div>' for one in ids)
    words = "".join(f'<p class="story-text__paragraph">{escape(text)}</p>' for text in str(row["text"]).split("\n\n"))
    return f"<!DOCTYPE html><title>{escape(str(row['title']))}</title><article>{words}</article>{cards}"


def _response(url: str, body: bytes) -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2031-03-04T05:06:07Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def _paragraphs(known: dict[str, str], pick: random.Random, words: int) -> Iterator[str]:
    written = 0
    while written < words:
        paragraph = " ".join(_sentence(known, pick) for _ in range(pick.randint(1, 3)))
        written += len(paragraph.split())
        yield paragraph


def _sentence(known: dict[str, str], pick: random.Random) -> str:
    matter = pick.choice(MATTERS)
    more = {
        "matter": matter, "matter_c": matter[0].upper() + matter[1:], "day": pick.choice(DAYS), "month": pick.choice(MONTHS),
        "year": str(pick.randrange(1990, 2031)), "money": f"{pick.randrange(1, 90)}.{pick.randrange(1, 9)}",
        "percent": str(pick.randrange(2, 60)), "hundreds": f"{pick.randrange(1, 40)},{pick.randrange(100, 999)}",
        "hours": str(pick.randrange(2, 30)), "outlet": pick.choice(OUTLETS), "nth": pick.choice(("second", "third", "fourth")),
    }  # fmt: skip
    return pick.choice(SENTENCES).format(**{**known, **more})
