"""Names: what the language model saw, trimmed, joined and relabelled by rules about names in general."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crosswire.detect.entities_shape import Reading, by_shape, closes
from crosswire.detect.gazetteer import (
    GENERATIONS,
    HONORIFICS,
    SURNAME_NOUNS,
    TITLE_MODIFIERS,
    is_role_noun,
    listed,
)
from crosswire.model import Name, Syntax

LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "LAW", "PRODUCT"})
TIME_LABELS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’", "‘s"})
SMALL_WORDS = listed(
    """
    a an the of in on for to at by and or but nor with from as v vs over into after amid via up off than that
    about before during under near against out it s t
    """
)
BRACKETS = str.maketrans("", "", "[]()")
OFFICES = listed(
    "state defense defence interior finance justice treasury health education foreign press prime vice deputy transport trade energy labour labor agriculture culture environment housing commerce homeland"
)
QUOTES = frozenset('"“”„«»(')


@dataclass(frozen=True, slots=True)
class Found:
    """One mention of a name: tokens ``first`` to ``last`` (excluded), its label, and its words with single spaces."""

    first: int
    last: int
    label: str
    name: str


def reading(text: str, syntax: Syntax, places: frozenset[str] = frozenset()) -> Reading:
    """Prepare an article's syntax: the sentence of every token, sentences in capitals, tokens inside times.

    ``places`` are names, in small letters, that are known to be places (that of the dateline).
    """
    sentence_of = [0] * len(syntax.tokens)
    for n, (first, last) in enumerate(syntax.sentences):
        sentence_of[first:last] = [n] * (last - first)
    starts = [first for first, _ in syntax.sentences] or [0]
    shouted = frozenset(
        n
        for n, (first, last) in enumerate(syntax.sentences)
        if _in_capitals([t.text for t in syntax.tokens[first:last]])
    )
    timed = frozenset(i for name in syntax.names if name.label in TIME_LABELS for i in range(name.first, name.last))
    return Reading(text, syntax.tokens, sentence_of, starts, shouted, timed, places)


def _in_capitals(words: Sequence[str]) -> bool:
    """Whether a sentence is set in title case or in capitals, where a capital says nothing about names."""
    small = any(w[0].islower() and w.lower() not in SMALL_WORDS for w in words if w.isalpha())
    capitals = sum(w[0].isupper() for w in words[1:] if len(w) > 3 and w.isalpha())
    return not small and (capitals >= 3 or all(w.isupper() for w in words if w.isalpha()))


def names_in(read: Reading, names: Sequence[Name]) -> list[Found]:
    """The names of an article in text order: labels of `LABELS`, trimmed of articles, titles and possessives.

    Names in sentences set in capitals are left out; `crosswire.detect.entities` looks those up among the others.
    """
    parts = [(n.first, n.last, n.label) for n in names if n.label in LABELS]
    trimmed: list[tuple[int, int, str]] = []
    for first, last, label in parts:
        if read.sentence_of[first] in read.shouted:
            continue
        part = _trim(read, first, last, label)
        if part is not None:
            trimmed.append(part)
    joined = _join(read, trimmed)
    found = [
        piece for n, part in enumerate(joined) for piece in _untitled(read, *part, follows=_person_at(joined, n + 1))
    ]
    return [Found(a, b, by_shape(read, a, b, label), clean_name(read.words(a, b))) for a, b, label in found]


def clean_name(words: str) -> str:
    """A name without the brackets that an editor put around a part of it."""
    return words.translate(BRACKETS)


def _trim(read: Reading, first: int, last: int, label: str) -> tuple[int, int, str] | None:
    """Take articles, possessives, stray marks and forms of address off; None where no name is left."""
    tokens = read.tokens
    while last > first and (tokens[last - 1].text in POSSESSIVES or not _wordy(tokens[last - 1].text)):
        last -= 1
    while first < last and _leads(read, first, last, label):
        first += 1
    if first == last or not any(t.text[0].isupper() or t.text[0].isdigit() for t in tokens[first:last]):
        return None
    if label == "ORG" and last - first == 1 and tokens[first].text.lower() in OFFICES:
        titled = is_role_noun(read.lower(last, first)) or (
            first > 1 and read.lower(first - 1, first) == "of" and is_role_noun(read.lower(first - 2, first))
        )
        return None if titled else (first, last, label)
    return first, last, label


def _leads(read: Reading, first: int, last: int, label: str) -> bool:
    word = read.tokens[first].text
    if word.lower() in {"the", "a", "an"}:
        return word[0].islower() or label not in {"ORG", "FAC", "EVENT", "LAW", "PRODUCT"} or read.opens(first)
    return (
        not _wordy(word)
        or word in POSSESSIVES
        or (label == "PERSON" and word.lower() in HONORIFICS and last - first > 1)
    )


def _wordy(word: str) -> bool:
    return any(c.isalnum() for c in word)


def _join(read: Reading, parts: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Join the pieces of one person's name, and take in the surname parts that the model left outside."""
    joined: list[tuple[int, int, str]] = []
    for n, (first, last, label) in enumerate(parts):
        end = parts[n + 1][0] if n + 1 < len(parts) else len(read.tokens)
        end = _extend(read, last, end) if label == "PERSON" else last
        if joined and _one_person(read, joined[-1], (first, end, label)):
            joined[-1] = (joined[-1][0], end, "PERSON")
        else:
            joined.append((first, end, label))
    return joined


def _extend(read: Reading, last: int, end: int) -> int:
    """Where a person's name really ends: capitalised words that the parser hangs on one compound go with it."""
    tokens = read.tokens
    while last < end and read.sentence_of[last] == read.sentence_of[last - 1]:
        token, before = tokens[last], tokens[last - 1]
        linked = before.dep == "compound" and before.head >= last and token.head in (last, before.head)
        if token.text.lower() in GENERATIONS or (
            linked
            and token.pos == "PROPN"
            and token.text[:1].isupper()
            and token.text.isalpha()
            and not closes(token.text)
        ):
            last += 1
        else:
            break
    return last


def _one_person(read: Reading, left: tuple[int, int, str], right: tuple[int, int, str]) -> bool:
    tokens = read.tokens
    if left[1] != right[0] or "PERSON" not in (left[2], right[2]) or {left[2], right[2]} & {"NORP", "EVENT", "LAW"}:
        return False
    words = [t.text for t in tokens[left[0] : right[1]]]
    if len(words) > 5 or any(closes(w) for w in words) or not all(w[0].isupper() or w.isalpha() for w in words):
        return False
    short = right[1] - right[0] == 1 or left[1] - left[0] == 1
    capital = any(w.isupper() and len(w) > 1 for w in words) or any("." in w and len(w) > 2 for w in words)
    return short and not capital and read.sentence_of[left[0]] == read.sentence_of[right[0]]


def _person_at(parts: Sequence[tuple[int, int, str]], n: int) -> int | None:
    return parts[n][0] if n < len(parts) and parts[n][2] == "PERSON" else None


def _untitled(read: Reading, first: int, last: int, label: str, follows: int | None) -> list[tuple[int, int, str]]:
    """Take a title off a person's name; cut an organisation that runs into the title of a person, or into one."""
    tokens = read.tokens
    heads = [i for i in range(first, last) if is_role_noun(tokens[i].text) and not _corps(read, i)]
    if label == "PERSON":
        starts = (_after_title(read, first, last, head) for head in reversed(heads))
        start = next((s for s in starts if s is not None), first)
        bare = len(heads) == last - first and tokens[first].text.lower() not in SURNAME_NOUNS
        return [] if bare else [(start, last, label)]
    if label not in {"ORG", "GPE", "FAC", "LAW", "PRODUCT"}:
        return [(first, last, label)]
    if len(heads) > 0 and heads[-1] == last - 1 > first and is_role_noun(read.lower(last, first)):
        return [(first, heads[-1], "ORG")]
    person = last if follows == last else _hidden_person(read, first, last, heads)
    if person is not None and (heads or person < last):
        office = heads[0] if heads else person
        rest = [(first, office, "ORG")] if 0 < office - first < 8 and heads else []
        return rest + ([(person, last, "PERSON")] if person < last else [])
    titles = heads and heads[-1] == last - 1 and heads[0] == first and last - first <= 2
    return [] if titles and label not in {"GPE", "FAC"} else [(first, last, label)]


def _corps(read: Reading, at: int) -> bool:
    """Whether "guard" is that of a coast or a nation, not a person."""
    return read.lower(at, at) == "guard" and read.lower(at - 1, at) in {
        "coast",
        "national",
        "revolutionary",
        "republican",
    }


def _hidden_person(read: Reading, first: int, last: int, heads: Sequence[int]) -> int | None:
    """Where a person's name begins within what the model took for an organisation with a title before it."""
    tokens = read.tokens
    if closes(tokens[last - 1].text):
        return None
    outside = first >= 2 and tokens[first - 1].text in {"of", "for"} and is_role_noun(tokens[first - 2].text)
    if not heads and not outside:
        return None
    start = heads[-1] + 1 if heads else first
    linked = outside if not heads else start < last and tokens[start].text in {"of", "for"}
    if linked:
        cuts = [i + 1 for i in range(start, last - 1) if tokens[i].tag == "NNPS" or tokens[i].dep == "pobj"]
        start = cuts[-1] if cuts else last
    rest = tokens[start:last]
    return (
        start
        if 2 <= len(rest) <= 3 and all(t.tag == "NNP" and t.text.isalpha() and not t.text.isupper() for t in rest)
        else None
    )


def _after_title(read: Reading, first: int, last: int, head: int) -> int | None:
    """Where the bare name begins, if the words of a PERSON up to ``head`` are a title."""
    tokens = read.tokens
    if head == last - 1 or (tokens[head].text.lower() in SURNAME_NOUNS and head > first):
        return None
    if tokens[head + 1].text.lower() in {"of", "for"}:
        return head + 3 if head + 3 < last else None
    plain = head == first or last - head > 2 or tokens[head - 1].text.lower() in TITLE_MODIFIERS
    return head + 1 if plain and not tokens[head + 1].text.startswith(("-", "'", "’")) else None
