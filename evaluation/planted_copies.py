"""Copies made at run time from stories of several outlets: cut, spliced and reworded reprints, with a known answer.

Of each article drawn, one reprint is made: its first part only, with a paragraph of another article put in front,
with a few words changed, its middle, grown by a third that another article lends, or its two halves the other way
round. The unchanged articles beside them are controls: other outlets' reports of the same happening, which share
quotations and are no copies. Every text ends in the footer of one of a few outlets, which is no copying either.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from evaluation.answers import Row, answers

SEED = 7
KINDS = ("cut", "local paragraph", "few words changed", "middle", "grown", "moved")
OUTLETS, FOOTER_WORDS = 12, 40


def made(articles: Sequence[Row], seed: int = SEED) -> tuple[list[Row], dict[str, str]]:
    """Articles with reprints among them, and the original of each reprint by id."""
    pick = random.Random(seed)  # noqa: S311
    long = [row for row in articles if len(row["text"].split()) >= 120]
    fed = [{"id": row["id"], "text": row["text"], "title": row.get("title")} for row in articles]
    truth: dict[str, str] = {}
    for n, row in enumerate(pick.sample(long, min(len(long), len(articles) // 4))):
        kind = KINDS[n % len(KINDS)]
        other = pick.choice(long)
        copy = f"copy-{n}"
        fed.append({"id": copy, "text": reprint(row["text"], kind, other["text"], pick), "title": f"{kind} {n}"})
        truth[copy] = row["id"]
    footers = [" ".join(made_up(pick) for _ in range(FOOTER_WORDS)).capitalize() + "." for _ in range(OUTLETS)]
    for row in fed:
        row["text"] += "\n\n" + pick.choice(footers)
    pick.shuffle(fed)
    return fed, truth


def made_up(pick: random.Random) -> str:
    """A word that no text has."""
    return "".join(pick.choice("bdfgklmnprstvz") + pick.choice("aeiou") for _ in range(pick.randint(2, 4)))


def reprint(text: str, kind: str, other: str, pick: random.Random) -> str:
    """A changed reprint of a text."""
    words = text.split(" ")
    if kind == "cut":
        return " ".join(words[: max(60, int(len(words) * pick.uniform(0.2, 0.8)))])
    if kind == "middle":
        size = max(60, len(words) // 2)
        start = pick.randrange(max(1, len(words) - size))
        return " ".join(words[start : start + size])
    if kind == "local paragraph":
        return " ".join(other.split(" ")[: min(60, len(words) // 3)]) + "\n\n" + text
    if kind == "grown":
        return text + "\n\n" + " ".join((lent := other.split(" "))[: min(len(words), len(lent)) // 3])
    if kind == "moved":
        return " ".join(words[len(words) // 2 :] + words[: len(words) // 2])
    changed = list(words)
    for at in pick.sample(range(len(words)), len(words) // 40):
        changed[at] = "indeed"
    return " ".join(changed)


def measure(command: Sequence[str], articles: Sequence[Row]) -> dict[str, float]:
    """Recall of the reprints, and precision of all copies named among reprints and originals.

    A reprint is found if it and its original come to one text. Pairs of unchanged articles do not count: which of
    them are real reprints nobody marked.
    """
    fed, truth = made(articles)
    mine = {record["id"]: record["copy_of"] for record in answers([*command, "group", "--jsonl", "-"], fed)}
    family = {key: mine.get(key) or key for key in (row["id"] for row in fed)}
    found = sum(family[copy] == family[original] for copy, original in truth.items())
    named = [
        (truth.get(key, key), truth.get(of, of)) for key, of in mine.items() if of and (key in truth or of in truth)
    ]
    right = sum(one == other for one, other in named)
    return {"copies/made/recall": found / max(1, len(truth)), "copies/made/precision": right / max(1, len(named))}
