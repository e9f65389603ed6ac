"""robots.txt (RFC 9309): what may be fetched of a host, and how fast."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from protego import Protego

AGENT = "crosswire"
MOST_BYTES = 512 * 1024  # RFC 9309 asks for 500 KiB at least; what comes after is not read


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host says: its status, and the beginning of its robots.txt."""

    status: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Rules:
    """What holds for one host: the parsed robots.txt, or why nothing may be fetched at all."""

    parsed: Protego | None = None
    unreachable: str | None = None

    def refusal(self, url: str) -> str | None:
        """Why an address may not be fetched, or None."""
        if self.unreachable:
            return f"the host's robots.txt cannot be had: {self.unreachable}"
        if self.parsed and not self.parsed.can_fetch(url, AGENT):
            return "the host's robots.txt disallows it"
        return None

    def delay(self) -> float:
        """The seconds between two requests that the host asks for; 0 where it does not."""
        if self.parsed is None:
            return 0
        rate = self.parsed.request_rate(AGENT)
        apart = rate.seconds / rate.requests if rate and rate.requests else 0
        return max(self.parsed.crawl_delay(AGENT) or 0, apart)


def rules(answer: Answer) -> Rules:
    """The rules of a host from its answer (RFC 9309, 2.3.1).

    A missing file (any 4xx but 429) allows all; an answer that the host is not well (5xx, 429) allows nothing.
    """
    if 200 <= answer.status < 300:
        return Rules(Protego.parse(answer.body.decode("utf-8-sig", "replace")))
    if 400 <= answer.status < 500 and answer.status != 429:
        return Rules()
    return Rules(unreachable=f"status {answer.status}")


class Robots:
    """The rules of every host that was asked, each asked once.

    Args:
        ask: from the address of a robots.txt to the host's rules.
    """

    def __init__(self, ask: Callable[[str], Rules]) -> None:
        self._ask = ask
        self._known: dict[str, Rules] = {}

    def of(self, origin: str) -> Rules:
        """The rules of an origin ("https://host:port")."""
        if origin not in self._known:
            self._known[origin] = self._ask(f"{origin}/robots.txt")
        return self._known[origin]
