"""What the tokens of an article name: entities, and the labels of names."""

from __future__ import annotations

from bisect import bisect_right

from crosswire.model import Article, Syntax


class Things:
    """For each token the entity that it belongs to (an index into the article's, or -1) and its OntoNotes label."""

    __slots__ = ("article", "entity", "label")

    def __init__(self, article: Article, syntax: Syntax) -> None:
        self.article = article
        size = len(syntax.tokens)
        self.entity = [-1] * size
        self.label = [""] * size
        for name in syntax.names:
            self.label[name.first : name.last] = [name.label] * (name.last - name.first)
        starts = [token.start for token in syntax.tokens]
        for n, entity in enumerate(article.entities):
            for mention in entity.mentions:
                i = max(0, bisect_right(starts, mention.start) - 1)
                while i < size and starts[i] < mention.end:
                    if syntax.tokens[i].end > mention.start:
                        self.entity[i], self.label[i] = n, entity.type
                    i += 1

    def id(self, i: int) -> str | None:
        """The id of the entity that a token belongs to."""
        n = self.entity[i]
        return self.article.entities[n].id if n >= 0 else None

    def end_of_name(self, i: int, last: int) -> int:
        """The last token, `last` at most, of the person's name that token `i` belongs to."""
        while i < last and self.label[i + 1] == "PERSON" and self.entity[i + 1] == self.entity[i]:
            i += 1
        return i
