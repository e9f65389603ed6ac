"""Whether reports speak of a person as a man or a woman."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from crosswire.model import Article, Entity, Span

_FEMALE = frozenset("mrs ms miss lady madam madame mme sister daughter wife mother girlfriend widow aunt".split())
_MALE = frozenset("mr sir lord brother son husband father boyfriend widower uncle".split())
_WORD_BEFORE = re.compile(r"(\w+)\.?,?\s+$")
_GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}


def gender(members: Sequence[tuple[Article, Entity]]) -> str | None:
    """The sex that forms of address and pronouns agree on, if they clearly do."""
    votes: Counter[str] = Counter()
    for article, entity in members:
        for span in entity.mentions:
            before = _WORD_BEFORE.search(article.text, max(0, span.start - 20), span.start)
            word = before[1].lower() if before else ""
            votes.update({"f": 3} if word in _FEMALE else {"m": 3} if word in _MALE else {})
        votes.update(g for span in entity.references if (g := _GENDERS.get(_words(article, span))))
    ordered = votes.most_common(2)
    clear = ordered and ordered[0][1] >= 2 and (len(ordered) == 1 or ordered[0][1] > 3 * ordered[1][1])
    return ordered[0][0] if clear else None


def _words(article: Article, span: Span) -> str:
    return span.of(article.text).casefold()
