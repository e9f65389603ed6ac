"""Language models, loaded at the edge: once, and only when needed.

What the verbs get is a plain value (`Syntax`); nothing below this module knows which library made it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from crosswire import DEFAULT_MODEL, ModelMissingError
from crosswire.headlines import casing, is_title_case, plain_case
from crosswire.model import Article, ModelInfo, Name, Span, Syntax, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

HEADLINES = frozenset({"title", "heading"})
ANALYSED = frozenset({"title", "heading", "paragraph", "caption"})
LONGEST_SENTENCE = 10_000  # characters; a longer one is no prose, and is not analysed (`clean` warns of it)
LONGEST_PIECE = 20_000


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """A loaded spaCy pipeline, and what an account records of it."""

    info: ModelInfo
    nlp: Language

    def parse(self, articles: Iterable[Article]) -> Iterator[Syntax]:
        """Analyse the readable blocks of cleaned articles; yields one `Syntax` for each article, in order."""
        articles = tuple(articles)
        pieces = [(n, piece) for n, article in enumerate(articles) for piece in analysed_pieces(article)]
        shown = [with_plain_headlines(article) for article in articles]
        docs = (self._doc(shown[n], piece) for n, piece in pieces)
        found: list[list[tuple[int, Doc]]] = [[] for _ in articles]
        for (n, piece), doc in zip(pieces, self.nlp.pipe(docs, batch_size=128), strict=True):
            found[n].append((piece[0].start, doc))
        for article, parts in zip(articles, found, strict=True):
            yield _syntax(article.text, parts)

    def _doc(self, text: str, sentences: Sequence[Span]) -> Doc:
        start, end = sentences[0].start, sentences[-1].end
        doc = self.nlp.make_doc(text[start:end])
        starts = {0, *(sentence.start - start for sentence in sentences)}
        marks = np.array([1 if at in starts else -1 for at in doc.to_array("IDX").tolist()], np.int64)
        return doc.from_array("SENT_START", marks.view(np.uint64))  # which spaCy reads as signed again


def with_plain_headlines(article: Article) -> str:
    """The text as the model reads it: the same characters at the same places, headlines in the case of their body."""
    text = article.text
    headlines = [block.span for block in article.blocks if block.kind in HEADLINES]
    if not any(is_title_case(span.of(text)) for span in headlines):
        return text
    known = casing(block.span.of(text) for block in article.blocks if block.kind == "paragraph")
    parts: list[str] = []
    done = 0
    for span in headlines:
        parts += (text[done : span.start], plain_case(span.of(text), known))
        done = span.end
    return "".join((*parts, text[done:]))


def analysed_pieces(article: Article) -> Iterator[tuple[Span, ...]]:
    """Runs of sentences within one readable block, each run of at most `LONGEST_PIECE` characters."""
    blocks = [block.span for block in article.blocks if block.kind in ANALYSED]
    sentences = iter(sorted(article.sentences))
    sentence = next(sentences, None)
    for block in blocks:
        piece: list[Span] = []
        while sentence is not None and sentence.start < block.end:
            if sentence.start >= block.start and sentence.end - sentence.start <= LONGEST_SENTENCE:
                if piece and sentence.end - piece[0].start > LONGEST_PIECE:
                    yield tuple(piece)
                    piece = []
                piece.append(sentence)
            sentence = next(sentences, None)
        if piece:
            yield tuple(piece)


def _syntax(text: str, parts: Sequence[tuple[int, Doc]]) -> Syntax:
    tokens: list[Token] = []
    sentences: list[tuple[int, int]] = []
    names: list[Name] = []
    for offset, doc in parts:
        place: dict[int, int] = {}
        for token in doc:
            if not token.is_space:
                place[token.i] = len(tokens) + len(place)
        for token in doc:
            if token.i in place:
                head = place.get(token.head.i, place[token.i])
                start = offset + token.idx
                tokens.append(
                    Token(
                        start,
                        start + len(token.text),
                        text[start : start + len(token.text)],
                        token.lemma_,
                        token.pos_,
                        token.tag_,
                        token.dep_,
                        head,
                    )
                )
        for sentence in doc.sents:
            inside = [place[i] for i in range(sentence.start, sentence.end) if i in place]
            if inside:
                sentences.append((inside[0], inside[-1] + 1))
        for ent in doc.ents:
            inside = [place[i] for i in range(ent.start, ent.end) if i in place]
            if inside:
                names.append(Name(inside[0], inside[-1] + 1, ent.label_))
    return Syntax(tuple(tokens), tuple(sentences), tuple(names))


@lru_cache(maxsize=2)
def load(name: str = DEFAULT_MODEL) -> LanguageModel:
    """Load an installed spaCy pipeline by name, or from a folder.

    Raises:
        ModelMissingError: no pipeline of that name is installed.
    """
    import spacy

    if not spacy.util.is_package(name) and not Path(name).is_dir():
        raise ModelMissingError(f"no spaCy pipeline named {name!r} is installed")
    nlp = spacy.load(name)
    meta: dict[str, Any] = nlp.meta
    digest = _digest(nlp.path)
    return LanguageModel(ModelInfo(f"{meta['lang']}_{meta['name']}", str(meta["version"]), digest), nlp)


def _digest(folder: Path) -> str:
    """SHA-256 over the names and bytes of a model's files, in the order of their names."""
    total = hashlib.sha256()
    for path in sorted(
        p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts and p.suffix != ".py"
    ):
        total.update(path.relative_to(folder).as_posix().encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
