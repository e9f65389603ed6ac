"""Pages of accounts that also tell what outlets changed in their reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crosswire.model import Account, Article


@dataclass(frozen=True, slots=True)
class Revised:
    """A report that its outlet changed: how it is called, how many versions are known, and the changes, a sentence each."""

    called: str
    versions: int
    told: tuple[str, ...]


def render(
    stories: Sequence[tuple[Account, Sequence[Article]]], revised: Mapping[str, Sequence[Revised]] | None = None
) -> str:
    """One page of all the stories, as `crosswire.show.page.render`, with what outlets changed in their reports.

    Args:
        stories: the accounts, each with the articles that it names.
        revised: by the id of an account, its reports that were changed.

    Raises:
        KeyError: an account names an article that is not given.
    """
    from crosswire.show.page import templates, view  # noqa: PLC0415 (brings Jinja, which the terminal needs not)

    views = [view(account, articles, nth) for nth, (account, articles) in enumerate(stories)]
    return templates().get_template("page.html.j2").render(stories=views, revised=revised or {})
