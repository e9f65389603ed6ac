"""Detect: a cleaned article and its syntax in, the same article annotated out.

The detectors are a visible list. Each says which fields of the article it needs filled and which it fills or refines;
`check_order` refuses a list in which one needs what none before it adds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from crosswire.detect.attributions import detect_attributions
from crosswire.detect.attributions.tagged import Tag
from crosswire.detect.entities import detect_entities
from crosswire.detect.events import detect_events
from crosswire.detect.events_locations import Settlements, locate_events
from crosswire.detect.figures import detect_figures
from crosswire.detect.times import detect_times, reanchor_times
from crosswire.model import Article, Syntax

LANGUAGES = frozenset({"en"})


@dataclass(frozen=True, slots=True)
class Detector:
    """A step of detection: a pure function from (article, syntax) to the article with the fields of `adds` filled."""

    name: str
    needs: frozenset[str]
    adds: frozenset[str]
    detect: Callable[[Article, Syntax], Article]


DETECTORS: tuple[Detector, ...] = (
    Detector("entities", frozenset({"blocks", "sentences"}), frozenset({"entities"}), detect_entities),
    Detector("times", frozenset({"blocks", "sentences", "published"}), frozenset({"times"}), detect_times),
    Detector(
        "attributions",
        frozenset({"blocks", "sentences", "entities", "times"}),
        frozenset({"attributions", "entities"}),
        detect_attributions,
    ),
    Detector("times in quotations", frozenset({"times", "attributions"}), frozenset({"times"}), reanchor_times),
    Detector(
        "figures",
        frozenset({"blocks", "sentences", "entities", "times", "attributions"}),
        frozenset({"figures"}),
        detect_figures,
    ),
    Detector(
        "events", frozenset({"blocks", "entities", "times", "attributions"}), frozenset({"events"}), detect_events
    ),
    Detector("places of events", frozenset({"entities", "events"}), frozenset({"events"}), locate_events),
)
CLEANED = frozenset(
    {"blocks", "sentences", "published", "title", "authors", "agency", "dateline", "language", "publisher"}
)


def check_order(detectors: Sequence[Detector]) -> None:
    """Check that each detector's needs are met by cleaning or by one before it.

    Raises:
        ValueError: a detector needs a field that nothing before it adds; the message names both.
    """
    have = set(CLEANED)
    for detector in detectors:
        if missing := detector.needs - have:
            raise ValueError(f"the detector {detector.name!r} needs {sorted(missing)}, which nothing before it adds")
        have |= detector.adds


check_order(DETECTORS)


def with_resources(settlements: Settlements, tag: Tag | None = None) -> tuple[Detector, ...]:
    """The detectors with what is loaded at the edge.

    Args:
        settlements: the gazetteer for the places of events: a function from a name to the towns that bear it.
        tag: the trained tagger of attributions; without it they are found by rules.
    """
    loaded = {
        locate_events: partial(locate_events, settlements=settlements),
        detect_attributions: partial(detect_attributions, tag=tag),
    }
    return tuple(replace(one, detect=loaded.get(one.detect, one.detect)) for one in DETECTORS)


def detect(article: Article, syntax: Syntax, detectors: Sequence[Detector] = DETECTORS) -> Article:
    """Run the detectors over one cleaned article, in their order; a language that they do not know gets none."""
    if article.language not in LANGUAGES:
        return article
    for detector in detectors:
        article = detector.detect(article, syntax)
    return article
