"""Translated: which quoted words a report says were said in another language, and what may be one utterance in two translations.

Two translations of one sentence hardly share a run of words. What they mean is therefore compared, and only where a report
itself says that its words are a translation: nobody else's words are taken for versions of one another by their meaning.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from crosswire.model import Embed, Evidence, Span
from crosswire.reconcile.marks import quoted
from crosswire.reconcile.utterances import Utterance, Version
from crosswire.reconcile.words import evidence, sentence_at

LIKE = 0.82  # cosine of two utterances' meanings from which on they may be one utterance
REACH = 300  # characters of one paragraph within which a report says that quoted words are translated

_LANGUAGES = (
    "Afrikaans Albanian Amharic Arabic Armenian Azerbaijani Azeri Basque Belarusian Bengali Bosnian Bulgarian Burmese "
    "Cantonese Catalan Chinese Creole Croatian Czech Danish Dari Dutch Estonian Farsi Filipino Finnish Flemish French "
    "Gaelic Georgian German Greek Gujarati Hausa Hebrew Hindi Hungarian Icelandic Igbo Indonesian Irish Italian Japanese "
    "Kazakh Khmer Korean Kurdish Kyrgyz Lao Latvian Lithuanian Macedonian Malay Malayalam Maltese Mandarin Marathi "
    "Mongolian Nepali Norwegian Oromo Pashto Persian Polish Portuguese Punjabi Quechua Rohingya Romanian Russian Serbian "
    "Sinhala Slovak Slovenian Somali Spanish Swahili Swedish Tagalog Tajik Tamil Telugu Thai Tibetan Tigrinya Turkish "
    "Turkmen Ukrainian Urdu Uyghur Uzbek Vietnamese Welsh Wolof Yiddish Yoruba Zulu"
)
_LANGUAGE = f"(?:{'|'.join(_LANGUAGES.split())})"
_SAYING = (
    "sa(?:id|ys?|ying)|t(?:old|ells?|elling)|w(?:rote|rites?|riting|ritten)|sp(?:oke|eaks?|eaking|oken)|post(?:ed|ing)?|"
    "tweet(?:ed|ing)?|add(?:ed|s|ing)|ask(?:ed|s|ing)|shout(?:ed|ing)|chant(?:ed|ing)|repl(?:ied|ying)|answer(?:ed|ing)|"
    "declar(?:ed|ing)|statement|speech|address|interview|sermon|message|video|broadcast|remarks|comments|letter"
)
# “in French” is a language where the sentence ends or goes on with such a word, not in “in French newspapers”
_ON = (
    "on|at|to|that|after|during|before|when|while|as|and|but|by|for|with|through|via|from|in|about|outside|late|early|"
    "yesterday|today|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
)
_MARK = re.compile(
    rf"\b(?i:{_SAYING})\b[^.!?\n“”\"]{{0,60}}?\bin (?:[a-z]{{1,20}} )?{_LANGUAGE}\b(?=[^\w\s-]|\n|$| (?:{_ON})\b)"
    rf"|\b{_LANGUAGE}-language (?:statement|speech|address|post|tweet|letter|message|video|sermon|broadcast|interview)\b"
    r"|\b(?i:through|via|using|per|help of) (?:an?|his|her|their|the) (?:[\w-]{1,20} ){0,2}(?:interpreter|translator)s?\b"
    r"|\bwho (?:was )?(?:translat|interpret)(?:ed|ing) for\b"
    rf"|\b(?i:translated) (?:from (?:the )?{_LANGUAGE}\b|by\b|into English\b)|\bin translation\b"
    r"|\b(?i:according to|per|in) (?:an?|the|its|their) (?:[\w’'-]{1,20} ){0,4}translation\b"
)


def translated(said: Sequence[Utterance]) -> Mapping[Utterance, Evidence]:
    """The utterances of which their report says that they were said in another language, and the words that say so.

    What is said of an utterance holds for the further ones of its speaker in the report: a reporter says it once.
    """
    reports: dict[str, list[Utterance]] = defaultdict(list)
    for utterance in said:
        reports[utterance.article.id].append(utterance)
    return {u: mark for own in reports.values() for u, mark in _of_report(own)}


def _of_report(own: Sequence[Utterance]) -> Iterator[tuple[Utterance, Evidence]]:
    ordered = sorted(own, key=lambda u: u.span)
    article = ordered[0].article
    at: dict[int, Span] = {}
    since: dict[str, Span] = {}
    marks = [Span(*match.span()) for match in _MARK.finditer(article.text)]
    quotes = sorted(quoted(article)) if marks else []
    for mark in marks:
        n = bisect_left(quotes, mark)
        if any(quote.overlaps(mark) for quote in quotes[max(0, n - 1) : n + 1]):
            continue  # a speaker's own words
        near = _nearest(ordered, mark)
        if near is not None:
            at.setdefault(near, mark)
    for n, utterance in enumerate(ordered):
        told = at.get(n) or since.get(utterance.speaker or "")
        if told:
            if utterance.speaker:
                since.setdefault(utterance.speaker, told)
            yield utterance, evidence(article, told)


def _nearest(ordered: Sequence[Utterance], mark: Span) -> int | None:
    """The number of the utterance that a mark is beside: in its sentence, else the nearest in its paragraph, if any."""
    text, sentence = ordered[0].article.text, sentence_at(ordered[0].article, mark.start)
    behind = bisect_left(ordered, mark, key=lambda u: u.span)
    near: list[tuple[bool, int, int]] = []
    for n in range(max(0, behind - 1), min(behind + 1, len(ordered))):
        start, end = _between(ordered[n].span, mark)
        if end - start <= REACH and "\n" not in text[start:end]:
            near.append((not ordered[n].span.overlaps(sentence), end - start, n))
    return min(near)[2] if near else None


def _between(one: Span, other: Span) -> Span:
    first, second = sorted((one, other))
    return Span(first.end, max(first.end, second.start))


def translations(
    said: Sequence[Utterance], versions: Sequence[Version], marked: Mapping[Utterance, Evidence], embed: Embed
) -> Iterator[tuple[Utterance, ...]]:
    """What may be one utterance in several translations: the utterances of one speaker that mean much the same.

    Args:
        said: the utterances of the story.
        versions: those that are versions of one another by their words; such pairs are told of as that.
        marked: the utterances that are translated, as their reports say.
        embed: what words mean.

    Yields:
        For each utterance its wordings, no two of one report, at least one of them marked; ordered by report and place.
    """
    speakers = {u.speaker for u in marked if u.speaker}
    wordings: dict[str, dict[int, list[Utterance]]] = {}
    for utterance in said:
        if utterance.speaker in speakers:
            wordings.setdefault(utterance.speaker or "", {}).setdefault(utterance.group, []).append(utterance)
    alike = {frozenset((v.first.group, v.second.group)) for v in versions}
    for _, groups in sorted(wordings.items()):
        if len({u.article.id for group in groups.values() for u in group}) > 1:
            yield from _joined(groups, alike, marked, embed)


def _joined(
    groups: Mapping[int, Sequence[Utterance]],
    alike: AbstractSet[frozenset[int]],
    marked: Mapping[Utterance, Evidence],
    embed: Embed,
) -> Iterator[tuple[Utterance, ...]]:
    """Wordings around those that are marked, in most reports first; a report has an utterance once, and a wording is of one."""
    vectors = {n: embed(" ".join(group[0].span.of(group[0].article.text).split())) for n, group in groups.items()}
    centres = (n for n in groups if any(u in marked for u in groups[n]))
    waiting = dict.fromkeys(groups)
    for centre in sorted(centres, key=lambda n: (-len(groups[n]), -len(groups[n][0].words), n)):
        if centre not in waiting:
            continue
        likeness = {n: float(vectors[centre] @ vectors[n]) for n in waiting if frozenset((centre, n)) not in alike}
        taken, reports = [centre], {u.article.id for u in groups[centre]}
        for n in sorted((n for n, like in likeness.items() if like >= LIKE), key=lambda n: (-likeness[n], n)):
            own = {u.article.id for u in groups[n]}
            if own.isdisjoint(reports):
                taken.append(n)
                reports |= own
        if len(taken) > 1:
            waiting = {n: None for n in waiting if n not in taken}
            yield tuple(sorted((u for n in taken for u in groups[n]), key=lambda u: (u.article.id, u.span)))
