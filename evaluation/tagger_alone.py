"""The trained tagger alone over articles: reads JSON Lines of reports, prints how many words it tags in a second.

What comes before it (cleaning, the language model, rules, features) is done first and not counted.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator

from crosswire import models, tagger
from crosswire.acquire.json_lines import read_json_line
from crosswire.clean import clean
from crosswire.detect.attributions.rules import by_rules, scene_of
from crosswire.detect.attributions.shown import Features, features
from crosswire.model import Article


def shown(lines: Iterator[bytes]) -> Iterator[tuple[list[str], Features]]:
    """The tokens of each article, and what the tagger is shown of them."""
    read = [read_json_line(line, number, "-") for number, line in enumerate(lines, 1)]
    articles = [clean(article) for article in read if isinstance(article, Article)]
    for article, syntax in zip(articles, models.load().parse(articles), strict=True):
        scene = scene_of(article, syntax)
        yield [token.text for token in scene.tokens], features(scene, by_rules(scene))


def main() -> int:
    """Tag the articles on standard input; one warm-up article is not counted."""
    given = list(shown(iter(sys.stdin.buffer)))
    tag = tagger.load()
    tag(*given[0])
    start = time.perf_counter()
    for tokens, rows in given:
        tag(tokens, rows)
    seconds = time.perf_counter() - start
    words = sum(any(c.isalnum() for c in token) for tokens, _ in given for token in tokens)
    print(json.dumps({"words_per_second": words / seconds}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
