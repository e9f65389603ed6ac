"""Profiles from plain words, and long texts no two of which are alike."""

from __future__ import annotations

import random

from crosswire.group import Profile, profile
from crosswire.model import Article, Block, Published, Source, Span, Title


def article(
    id: str,
    text: str,
    published: str | None = None,
    title: str | None = None,
    boilerplate: str | None = None,
) -> Article:
    """A cleaned article of one paragraph, and perhaps boilerplate behind it."""
    blocks: tuple[Block, ...] = (Block("paragraph", Span(0, len(text))),)
    if boilerplate:
        blocks += (Block("boilerplate", Span(len(text) + 1, len(text) + 1 + len(boilerplate))),)
        text += "\n" + boilerplate
    source = Source(None, None, "text/plain", "0" * 64)
    day = Published(published, "given") if published else None
    return Article(id, source, text, Title(title) if title else None, day, blocks=blocks)


def make(
    id: str,
    text: str,
    published: str | None = None,
    title: str | None = None,
    boilerplate: str | None = None,
) -> Profile:
    """The profile of such an article."""
    return profile(article(id, text, published, title, boilerplate))


def prose(seed: int, words: int) -> str:
    """So many words that no other seed gives in the same order, about something of their own."""
    pick = random.Random(seed)  # noqa: S311
    topic = [f"topic{seed}x{n}" for n in range(40)]
    return " ".join(pick.choice(topic) if pick.random() < 0.4 else f"word{pick.randrange(2000)}" for _ in range(words))
