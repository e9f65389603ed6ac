"""Translations: one utterance that reports print in different words, because it was said in another language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from crosswire.model import Evidence, Finding
from crosswire.reconcile.utterances import Utterance
from crosswire.reconcile.view import View
from crosswire.reconcile.words import label, listed, several, shown

NAMED = 3  # wordings that a statement shows; the evidence holds all
CONFIDENCE = 0.5  # two sentences of one meaning may have been said one after the other


def other_translations(view: View) -> Iterator[Finding]:
    """Words of one speaker that mean the same in reports of two origins, of which one says that they are translated."""
    for family in view.translations:
        own = [u for u in family if u.article.id not in view.copies]
        if len({view.origin_of[u.article.id] for u in own}) > 1:
            yield _finding(view, own)


def _finding(view: View, family: Sequence[Utterance]) -> Finding:
    wordings: dict[int, list[Utterance]] = {}
    for utterance in family:
        wordings.setdefault(utterance.group, []).append(utterance)
    told = [
        f"{several([label(u.article) for u in group])} “{shown(group[0].span.of(group[0].article.text))}”"
        for group in list(wordings.values())[:NAMED]
    ]
    more = f" (and {len(wordings) - NAMED} more wordings)" if len(wordings) > NAMED else ""
    marks = said_in_another_language(view, family)
    statement = f"{listed(told)}{more} may be one utterance of {family[0].speaker}{translated_by(view, marks)}."
    return view.finding(
        "variant", "wording", statement, CONFIDENCE, [*(u.shown for u in family), *marks], [family[0].speaker]
    )


def said_in_another_language(view: View, said: Iterable[Utterance]) -> list[Evidence]:
    """Where reports say that some words were said in another language: once for each report."""
    marks = {u.article.id: view.translated[u] for u in said if u in view.translated}
    return [mark for _, mark in sorted(marks.items())]


def translated_by(view: View, marks: Sequence[Evidence]) -> str:
    """The end of a statement on words that are translated, as one report says; empty where none does."""
    if not marks:
        return ""
    return f", translated, as {label(view.by_id[marks[0].article])} says (“{shown(marks[0].quote)}”)"
