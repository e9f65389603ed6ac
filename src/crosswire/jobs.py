"""Annotating in one process or several: the same records, in the same order."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from itertools import islice

from crosswire import models
from crosswire.detect import with_gazetteer
from crosswire.gazetteers import settlements
from crosswire.model import Article
from crosswire.pipeline import Annotated, annotate, hold

DETECTORS = with_gazetteer(settlements)
SHARE = 8  # articles that a process takes at a time: small enough that all end at about the same time
AHEAD = 4  # shares in flight for each process: bounds what waits in memory


def run(articles: Iterable[Article], model: str, jobs: int = 1) -> Iterator[Annotated]:
    """Annotate articles with the language model of that name, in their order.

    Args:
        articles: articles as they were read.
        model: the name of an installed spaCy pipeline.
        jobs: how many processes; with one, this one does the work.

    Raises:
        ModelMissingError: no pipeline of that name is installed.
    """
    if jobs <= 1:
        loaded = models.load(model)
        yield from (hold(article, loaded.info) for article in annotate(articles, loaded.parse, DETECTORS))
        return
    stream = iter(articles)
    batches = iter(lambda: tuple(islice(stream, SHARE)), ())
    with ProcessPoolExecutor(jobs, initializer=partial(_start, model)) as pool:
        waiting: deque[Future[tuple[Annotated, ...]]] = deque()
        for batch in batches:
            waiting.append(pool.submit(_work, batch, model))
            if len(waiting) >= AHEAD * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _start(model: str) -> None:
    models.load(model)


def _work(batch: Sequence[Article], model: str) -> tuple[Annotated, ...]:
    loaded = models.load(model)
    return tuple(hold(article, loaded.info) for article in annotate(batch, loaded.parse, DETECTORS))
