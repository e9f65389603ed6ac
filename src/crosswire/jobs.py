"""Annotating in one process or several: the same records, in the same order."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Literal

from crosswire import DEFAULT_MODEL, models, tagger
from crosswire.detect import Detector, with_resources
from crosswire.gazetteers import settlements
from crosswire.meaning import INFO, embed
from crosswire.model import Article, ModelInfo
from crosswire.pipeline import Annotated, Parse, annotate, hold

SHARE = 8  # articles that a process takes at a time: small enough that all end at about the same time
AHEAD = 4  # shares in flight for each process: bounds what waits in memory


@dataclass(frozen=True, slots=True)
class Setup:
    """How articles are annotated.

    The name of an installed spaCy pipeline; attributions "trained" or by "rules"; in how many processes; and whether
    their stories are to be "found", are "given" with some of them, or play no part ("none"): what a report means is
    read only to find its story.
    """

    model: str = DEFAULT_MODEL
    attributions: Literal["trained", "rules"] = "trained"
    jobs: int = 1
    stories: Literal["found", "given", "none"] = "found"


def run(articles: Iterable[Article], setup: Setup) -> Iterator[Annotated]:
    """Annotate articles, in their order.

    Args:
        articles: articles as they were read.
        setup: with which models, and in how many processes; with one, this one does the work.

    Raises:
        ModelMissingError: no pipeline of that name is installed.
        DamagedModelError: a file of a model that comes with Crosswire is missing or another.
    """
    if setup.jobs <= 1:
        yield from _annotated(articles, setup)
        return
    jobs = setup.jobs
    stream = iter(articles)
    batches = iter(lambda: tuple(islice(stream, SHARE)), ())
    with ProcessPoolExecutor(jobs, initializer=_loaded, initargs=(setup,)) as pool:
        waiting: deque[Future[tuple[Annotated, ...]]] = deque()
        for batch in batches:
            waiting.append(pool.submit(_work, batch, setup))
            if len(waiting) >= AHEAD * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


@lru_cache(maxsize=1)
def _loaded(setup: Setup) -> tuple[Parse, tuple[Detector, ...], tuple[ModelInfo, ...]]:
    """The models of a setup, once for each process; among several processes each gets one core."""
    language = models.load(setup.model)
    if setup.attributions == "rules":
        return language.parse, with_resources(settlements), (language.info,)
    tag = tagger.load(threads=0 if setup.jobs <= 1 else 1)
    return language.parse, with_resources(settlements, tag), (language.info, tag.info)


def _annotated(articles: Iterable[Article], setup: Setup) -> Iterator[Annotated]:
    parse, detectors, infos = _loaded(setup)
    for article in annotate(articles, parse, detectors):
        if setup.stories == "none" or (setup.stories == "given" and article.story is not None):
            yield hold(article, infos)
        else:
            yield hold(article, (*infos, INFO), embed)


def _work(batch: Sequence[Article], setup: Setup) -> tuple[Annotated, ...]:
    return tuple(_annotated(batch, setup))
