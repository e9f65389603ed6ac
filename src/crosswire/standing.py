"""Which version of a newsroom's report stands: the newest, if its agency did not withdraw it."""

from __future__ import annotations

from collections.abc import Iterator

from crosswire.acquire.newsroom import version_number
from crosswire.model import Article, Rejection

Entry = tuple[Article | Rejection, str]


class Standing:
    """The versions of newsrooms' reports, of which the last stands, in whatever order they come.

    Their reports are held until everything has come, since a later input may replace or withdraw any of them; all others
    go through at once.
    """

    def __init__(self) -> None:
        self._held: dict[str, list[tuple[Article, str]]] = {}
        self._withdrawn: dict[str, str | None] = {}

    def take(self, found: Article | Rejection, place: str) -> list[Entry]:
        """What can go on at once: what is no newsroom's report, and versions that another replaces."""
        if isinstance(found, Rejection):
            if found.withdrawn:
                self._withdraw(*found.withdrawn)
            return [(found, place)]
        if not _is_newsroom(found):
            return [(found, place)]
        number, held = version_number(found.version), self._held.setdefault(found.id, [])
        last = version_number(held[0][0].version) if held else number
        if number < last:
            return [_replaced(found, held[0][0], place)]
        gone = [_replaced(one, found, where) for one, where in held] if number > last else []
        held[:] = [*(held if number == last else []), (found, place)]
        return gone

    def rest(self) -> Iterator[Entry]:
        """The reports that stand, and a rejection for each that was withdrawn, in the order of their first versions."""
        for id, held in self._held.items():
            for article, place in held:
                yield (_ended(article, place) if self._is_withdrawn(id, article) else article), place

    def _withdraw(self, id: str, version: str | None) -> None:
        known = self._withdrawn.get(id)
        if id not in self._withdrawn or (known is not None and version_number(version) > version_number(known)):
            self._withdrawn[id] = version

    def _is_withdrawn(self, id: str, article: Article) -> bool:
        """Whether a version was withdrawn; one with a later number than the withdrawal was given out again."""
        if id not in self._withdrawn:
            return False
        number = version_number(self._withdrawn[id])
        return number == 0 or version_number(article.version) <= number


def _is_newsroom(article: Article) -> bool:
    media_type = article.source.media_type
    return article.version is not None or "vnd.iptc" in media_type or "nitf" in media_type


def _named(article: Article, place: str) -> str:
    return place if article.id in place else f"{place} ({article.id})"


def _replaced(old: Article, new: Article, place: str) -> Entry:
    reason = f"version {old.version or '0'} is replaced by version {new.version}, which was given too"
    return Rejection(_named(old, place), reason, "nothing is lost", passed_over=True), place


def _ended(article: Article, place: str) -> Rejection:
    return Rejection(_named(article, place), "the agency withdrew it in another input", "nothing is lost; leave it out")
