"""Wording: one utterance in different words, or given to different speakers."""

from __future__ import annotations

from collections.abc import Iterator

from crosswire.model import Evidence, Finding
from crosswire.reconcile.utterances import Version
from crosswire.reconcile.view import View
from crosswire.reconcile.words import evidence, hull, label, shown

HOW = {"cut": "one longer than the other", "altered": "in different words", "paraphrase": "in other words"}


def versions_of_words(view: View) -> Iterator[Finding]:
    """One utterance in two versions: the same in both, cut, or altered; also within one report."""
    for version in view.versions:
        if _two_speakers(version):
            continue
        first, second = _parts(version)
        one_report = version.first.article.id == version.second.article.id
        speaker = version.first.speaker or version.second.speaker
        of = f" of {speaker}" if speaker else ""
        if version.difference == "same":
            if view.origin_of[first.article] != view.origin_of[second.article]:
                statement = f"{_both(version)} quote the same words{of}: “{shown(first.quote)}”."
                yield view.finding("agreement", "wording", statement, 0.9, [first, second], [speaker])
            continue
        where = (
            f"{label(version.first.article)} prints one utterance{of} twice"
            if one_report
            else f"{_both(version)} print one utterance{of}"
        )
        statement = f"{where}, {HOW[version.difference]}: “{shown(first.quote)}” and “{shown(second.quote)}”."
        yield view.finding("variant", "wording", statement, 0.8, [first, second], [speaker])


def other_speakers(view: View) -> Iterator[Finding]:
    """The same words, given to different speakers by two reports."""
    for version in view.versions:
        if _two_speakers(version) and version.first.article.id != version.second.article.id:
            first, second = _named(version)
            statement = (
                f"{label(version.first.article)} gives these words to {version.first.speaker}, "
                f"{label(version.second.article)} to {version.second.speaker}: “{shown(version.first_part.of(version.first.article.text))}”."
            )
            yield view.finding(
                "conflict", "speaker", statement, 0.7, [first, second], [version.first.speaker, version.second.speaker]
            )


def _two_speakers(version: Version) -> bool:
    """Whether two reports name two people that share no name for words that are nearly the same."""
    first, second = version.first.speaker, version.second.speaker
    return bool(first and second and not set(first.casefold().split()) & set(second.casefold().split()))


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
