"""Wording: one utterance in different words, or given to different speakers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from crosswire.model import Evidence, Finding, Span
from crosswire.reconcile.utterances import Utterance, Version
from crosswire.reconcile.view import View
from crosswire.reconcile.words import evidence, hull, label, shown

HOW = {"cut": "one with words that the other lacks", "altered": "in different words", "paraphrase": "in other words"}


def versions_of_words(view: View) -> Iterator[Finding]:
    """One utterance in two versions: the same in both, cut, or altered; also within one report."""
    for version in _best(v for v in view.versions if not v.two_speakers):
        first, second = _parts(version)
        one_report = version.first.article.id == version.second.article.id
        speaker = version.first.speaker or version.second.speaker
        of = f" of {speaker}" if speaker else ""
        if version.same_words:
            if view.origin_of[first.article] != view.origin_of[second.article]:
                statement = f"{_both(version)} quote the same words{of}: “{shown(first.quote)}”{_more(version)}."
                yield view.finding("agreement", "wording", statement, 0.9, [first, second], [speaker])
            continue
        prints = f"{label(version.first.article)} prints one utterance{of} twice" if one_report else ""
        prints = prints or f"{_both(version)} print one utterance{of}"
        statement = f"{prints}, {HOW[version.difference]}: “{shown(first.quote)}” and “{shown(second.quote)}”."
        yield view.finding("variant", "wording", statement, 0.8, [first, second], [speaker])


def _more(version: Version) -> str:
    """Which report quotes more around words that both quote."""
    if version.difference == "same":
        return ""
    longer = max((version.first, version.second), key=lambda u: len(u.words))
    return f"; {label(longer.article)} quotes more of it"


def other_speakers(view: View) -> Iterator[Finding]:
    """The same utterance given to different speakers by two reports; or two speakers who share a run of words."""
    for version in _best(v for v in view.versions if v.two_speakers):
        if view.origin_of[version.first.article.id] == view.origin_of[version.second.article.id]:
            continue
        a, b = version.first, version.second
        words_of = shown(version.first_part.of(a.article.text))
        speakers = [a.speaker, b.speaker]
        if version.whole and _named_person(view, a) and _named_person(view, b):
            statement = (
                f"{label(a.article)} gives these words to {a.speaker}, {label(b.article)} to {b.speaker}: “{words_of}”."
            )
            yield view.finding("conflict", "speaker", statement, 0.7, _named(version), speakers)
        elif not version.whole:
            statement = f"{a.speaker} (in {label(a.article)}) and {b.speaker} (in {label(b.article)}) say much the same: “{words_of}”."
            yield view.finding("agreement", "claim", statement, 0.6, _parts(version), speakers)


def _best(versions: Iterable[Version]) -> Iterator[Version]:
    """Of the versions of one passage in the same two reports, the one with most words."""
    taken: dict[tuple[str, str], list[tuple[Span, Span]]] = defaultdict(list)
    for version in sorted(versions, key=lambda v: v.first_part.start - v.first_part.end):
        pair = (version.first.article.id, version.second.article.id)
        a, b = version.first_part, version.second_part
        if not any(a.overlaps(c) or b.overlaps(d) for c, d in taken[pair]):
            taken[pair].append((a, b))
            yield version


def _named_person(view: View, utterance: Utterance) -> bool:
    """Whether the report itself names a person as the speaker: no pronoun, description or organisation."""
    key = (utterance.article.id, utterance.attribution.speaker or "")
    person = key in view.cast.of and view.cast.entity(view.cast.of[key]).type == "PERSON"
    return person and utterance.attribution.decided_by in {None, "name"}


def _parts(version: Version) -> tuple[Evidence, Evidence]:
    return evidence(version.first.article, version.first_part), evidence(version.second.article, version.second_part)


def _named(version: Version) -> tuple[Evidence, Evidence]:
    """The words together with the name of their speaker, where the two stand close to each other."""
    out = []
    for utterance, part in ((version.first, version.first_part), (version.second, version.second_part)):
        whole = hull([part, *utterance.attribution.source])
        out.append(
            evidence(utterance.article, whole if whole.end - whole.start < part.end - part.start + 200 else part)
        )
    return out[0], out[1]


def _both(version: Version) -> str:
    return f"{label(version.first.article)} and {label(version.second.article)}"
