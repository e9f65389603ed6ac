"""Cleaned articles from plain words, and long texts without two like sentences."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from crosswire.group import Profile, profile
from crosswire.model import Article, Block, Published, Source, Span, Title

Make = Callable[..., Profile]


def cleaned(id: str, text: str, published: str | None, title: str | None, boilerplate: str | None) -> Article:
    blocks: tuple[Block, ...] = (Block("paragraph", Span(0, len(text))),)
    if boilerplate:
        blocks += (Block("boilerplate", Span(len(text) + 1, len(text) + 1 + len(boilerplate))),)
        text += "\n" + boilerplate
    given = Published(published, "given") if published else None
    return Article(
        id, Source(None, None, "text/plain", "0" * 64), text, Title(title) if title else None, given, blocks=blocks
    )


@pytest.fixture(scope="session")
def make() -> Make:
    """A profile from an id and words."""

    def of(
        id: str,
        text: str,
        published: str | None = None,
        title: str | None = None,
        boilerplate: str | None = None,
    ) -> Profile:
        return profile(cleaned(id, text, published, title, boilerplate))

    return of


@pytest.fixture(scope="session")
def prose() -> Callable[[int, int], str]:
    """So many words that no other seed gives in the same order, about something of their own."""

    def of(seed: int, words: int) -> str:
        pick = random.Random(seed)  # noqa: S311
        topic = [f"topic{seed}x{n}" for n in range(40)]
        return " ".join(
            pick.choice(topic) if pick.random() < 0.4 else f"word{pick.randrange(2000)}" for _ in range(words)
        )

    return of
