"""Annotating in one process or several: the same records, in the same order."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from itertools import islice

from crosswire import models
from crosswire.model import Article, ModelInfo
from crosswire.pipeline import BATCH, Annotated, annotate, hold

AHEAD = 4  # batches in flight for each process: bounds what waits in memory


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
        yield from map(hold, annotate(articles, models.load(model).parse))
        return
    stream = iter(articles)
    batches = iter(lambda: tuple(islice(stream, BATCH)), ())
    with ProcessPoolExecutor(jobs, initializer=partial(_start, model)) as pool:
        waiting: deque[Future[tuple[Annotated, ...]]] = deque()
        for batch in batches:
            waiting.append(pool.submit(_work, batch, model))
            if len(waiting) >= AHEAD * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def model_info(model: str) -> ModelInfo:
    """Name, version and digest of an installed pipeline."""
    return models.load(model).info


def _start(model: str) -> None:
    models.load(model)


def _work(batch: Sequence[Article], model: str) -> tuple[Annotated, ...]:
    return tuple(map(hold, annotate(batch, models.load(model).parse)))
