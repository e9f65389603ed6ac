"""Whether a source is named, kept unnamed ("an official who spoke on condition of anonymity"), or a document."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.detect.attributions.draft import Draft, Scene
from crosswire.detect.attributions.lexicon import GROUPS
from crosswire.detect.attributions.phrases import DOCUMENTS
from crosswire.detect.attributions.speakers import Speaker
from crosswire.detect.coreference_cast import KIN
from crosswire.detect.gazetteer import is_role_noun
from crosswire.model import SourceType, Token

_SOME = frozenset({"some", "others", "many", "one", "another", "several", "few", "most", "both", "all", "those", "two"})
# Whom reports leave unnamed even where they say "the": other definite descriptions are of people who are known.
_ANONYMOUS = frozenset(
    """
    official source spokesman spokeswoman spokesperson aide adviser advisor diplomat officer insider witness person man
    woman resident survivor employee lawmaker expert analyst staffer operative strategist worker neighbour neighbor
    """.split()
)
_HUMAN = frozenset("people person source voter critic authority aide ally youth folk crew staff patient parent".split())
_HUMAN_ENDINGS = ("er", "or", "ist", "ian", "ant", "ee", "man", "woman")
_LINKS = frozenset({"of", "for", "in", "at", "with", "from", "to", "on", "who", "by", "under"})
_DEFINITE = frozenset({"the", "his", "her", "its", "their", "this", "that"})


def source_type(scene: Scene, draft: Draft, speaker: Speaker) -> SourceType | None:
    """What kind of source speaks; None where no source is told, or it is an institution or office without a name."""
    if speaker.entity is not None:
        return "named"
    if speaker.name is not None and speaker.decided.startswith("pronoun"):
        return _of_words(speaker.name)
    if draft.head is None or draft.source is None or draft.head in scene.timed:
        return None
    return _of_head(scene.tokens[draft.head], speaker)


def _of_head(token: Token, speaker: Speaker) -> SourceType | None:
    """Of the head noun of a source that is no entity of the article."""
    word = token.lemma.lower()
    if token.pos in {"NOUN", "PROPN"} and word in DOCUMENTS and speaker.kind != "person":
        return "document"
    if token.text.lower() in _SOME:
        return "unnamed"
    if speaker.name is None:
        return None
    if token.pos == "PROPN":
        return None if is_role_noun(token.text) or token.text.islower() else "named"
    return _of_words(speaker.name)


def can_tell(words: str) -> bool:
    """Whether words that are cited can be a source: a name, people, an institution, a document; not "a volatile market"."""
    noun, lemma = _noun(words.lower().split() or [""])
    named = any(w[0].isupper() for w in words.split())
    return (
        named
        or lemma in GROUPS
        or noun in GROUPS
        or noun == "media"
        or _of_words(words) is not None
        or is_role_noun(lemma)
    )


def _noun(words: Sequence[str]) -> tuple[str, str]:
    """The head noun of a description in small letters, and the same as one of many."""
    end = next((n for n, w in enumerate(words) if n > 0 and w in _LINKS), len(words))
    noun = words[end - 1]
    return noun, noun if is_role_noun(noun) or noun in _HUMAN or noun.endswith("ss") else noun.removesuffix("s")


def _of_words(name: str) -> SourceType | None:
    """Of a description without a name: unnamed people; None for institutions ("police") and known people ("the judge")."""
    words = name.lower().replace("’", "'").split()
    if not words:
        return None
    noun, lemma = _noun(words)
    if lemma in DOCUMENTS:
        return "document"
    if lemma in GROUPS or noun in GROUPS:
        return None
    human = is_role_noun(lemma) or lemma in _HUMAN or lemma in KIN or lemma.endswith(_HUMAN_ENDINGS)
    known = (
        lemma == noun and (words[0] in _DEFINITE or any(w.endswith("'s") for w in words)) and lemma not in _ANONYMOUS
    )
    return "unnamed" if human and not known else None
