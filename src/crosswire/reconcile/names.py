"""Names folded, taken apart and held against one another; the reports' own characters stay as they are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from crosswire.reconcile.given_names import SURNAMES, one_given, one_surname

# Letters that are no base letter with an accent.
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})
TITLES = frozenset(
    """
    mr mrs ms miss mx dr prof professor sir lady lord dame madam madame rev reverend father pastor rabbi imam sheikh
    sheik bishop archbishop cardinal pope king queen prince princess emperor duke duchess count baron president
    chancellor premier governor gov mayor senator sen representative rep congressman congresswoman secretary minister
    ambassador judge justice attorney general gen colonel col major maj captain capt lieutenant lt sergeant sgt
    corporal cpl private admiral adm commander cmdr officer detective inspector sheriff chief deputy director chairman
    chairwoman chair coach crown vice prime acting former then ayatollah sultan emir
    """.split()
)
_YOUNGER = frozenset({"jr", "junior", "sr", "senior"})
_NUMBERED = frozenset({"ii", "iii", "iv"})
_ARTICLES = frozenset({"al", "el", "ul", "as", "ad"})  # of Arabic names, joined to what follows
_NICK = re.compile(r"[“\"'‘(]([\w.-]{2,20})[”\"'’)]")
# Spellings of one sound that transliterations choose between; in this order.
_SOUNDS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"(?:iyy|iy|yy|yi|ii|ij|y|j(?=$))", "i"),
        (r"sch|tsch", "sh"),
        (r"kh|gh(?=[aeiou])", "h"),
        (r"ph", "f"),
        (r"ou|oo", "u"),
        (r"ck|q|c(?=[aoukrlt]|$)", "k"),
        (r"w", "v"),
        (r"dj|dzh", "j"),
        (r"tz|ts", "z"),
        (r"(.)\1+", r"\1"),
    )
)
_VOWELS = re.compile(r"[aeiou]+")
LONG = 6  # letters of a surname that may differ in one vowel


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name: its words, folded, without titles; a generation ("jr"); a nickname that stands in it."""

    words: tuple[str, ...]
    generation: str = ""
    nick: str | None = None

    @property
    def first(self) -> str:
        """The first word."""
        return self.words[0]

    @property
    def last(self) -> str:
        """The last word."""
        return self.words[-1]

    @property
    def middle(self) -> tuple[str, ...]:
        """What stands between."""
        return self.words[1:-1]


def folded(name: str) -> str:
    """A name without case, accents, points, a leading article or a possessive ending."""
    plain = _bare(name).replace("’", "'")
    plain = " ".join(plain.replace(".", "").replace("-", " ").split()).removesuffix("'s").removesuffix("'")
    return plain.removeprefix("the ")


def person_name(name: str) -> PersonName:
    """A person's name taken apart; its `words` are empty where it is nothing but titles."""
    nick = _NICK.search(name)
    outside = name[: nick.start()] + " " + name[nick.end() :] if nick else name
    plain = folded(outside.replace(".", " ").replace(",", " "))
    words = [w for w in plain.split() if any(c.isalnum() for c in w)]
    while words and words[0] in TITLES:
        words = words[1:]
    generation = ""
    while len(words) > 1 and words[-1] in _YOUNGER | _NUMBERED:
        generation = generation or words[-1][:2] * (words[-1] in _YOUNGER)
        words = words[:-1]
    kept = [w for n, w in enumerate(words) if n == 0 or w not in _ARTICLES]
    return PersonName(
        tuple(kept), {"ju": "jr", "se": "sr"}.get(generation, generation), folded(nick[1]) if nick else None
    )


def agree(a: PersonName, b: PersonName) -> bool:
    """Whether two full names are one as they are written: first and last word, generation, no clash in between."""
    return a.first == b.first and a.last == b.last and a.generation == b.generation and _middles(a.middle, b.middle)


def related(a: PersonName, b: PersonName) -> bool:
    """Whether two full names can be one person's in other forms: short, with initials, cut, or spelt another way."""
    if a.generation != b.generation:
        return False
    if _part(a.words, b.words) or _part(b.words, a.words):
        return True
    if not _middles(a.middle, b.middle):
        return False
    if same_sound(a.last, b.last):
        return _firsts(a, b)
    return min(len(a.first), len(b.first)) > 1 and _firsts(a, b) and near_sound(a.last, b.last)


def is_end_of(a: PersonName, b: PersonName) -> bool:
    """Whether one name is the end of the other, longer one."""
    short, long = sorted((a.words, b.words), key=len)
    return a.generation == b.generation and 2 <= len(short) < len(long) and long[-len(short) :] == short


def but_for_generation(a: PersonName, b: PersonName) -> bool:
    """Whether two full names are one but for a "Jr." that only one of them has."""
    same = agree(PersonName(a.words, "", a.nick), PersonName(b.words, "", b.nick))
    return same and a.generation != b.generation and "" in {a.generation, b.generation}


def sound(word: str) -> str:
    """The form that spellings of one foreign name have in common (Zelensky, Zelenskyy; Qasem, Kassem)."""
    for pattern, to in _SOUNDS:
        word = pattern.sub(to, word)
    return word


def skeleton(word: str) -> str:
    """The consonants of a surname's sound, with its first letter; one key for surnames that may be one."""
    if not word:
        return ""
    if word in SURNAMES:
        return f"surname {min(SURNAMES[word])}"
    plain = sound(word)
    return plain[:1].translate(str.maketrans("eiou", "aaaa")) + _VOWELS.sub("", plain[1:])


def same_sound(a: str, b: str) -> bool:
    """Whether two words are spellings of one name."""
    return a == b or one_surname(a, b) or (min(len(a), len(b)) > 2 and sound(a) == sound(b))


def near_sound(a: str, b: str) -> bool:
    """Whether two long surnames differ in one vowel, as transliterations do (Soleimani, Suleimani)."""
    one, two = sound(a), sound(b)
    alike = skeleton(a) == skeleton(b) and len(_VOWELS.findall(one)) == len(_VOWELS.findall(two))
    return alike and min(len(one), len(two)) >= LONG and Levenshtein.distance(one, two) <= 1


def initials(words: Sequence[str]) -> str:
    """The first letters."""
    return "".join(word[0] for word in words)


def _bare(name: str) -> str:
    if name.isascii():
        return name.casefold()
    plain = unicodedata.normalize("NFKD", name).casefold().translate(_LETTERS)
    return "".join(c for c in plain if not unicodedata.combining(c))


def _part(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether a name is the end of a longer one ("Ocasio Cortez", "Ross Perot"), or its beginning but for a surname."""
    size = len(short)
    if not 2 <= size < len(long):
        return False
    return tuple(long[-size:]) == tuple(short) or (size == len(long) - 1 and tuple(long[:size]) == tuple(short))


def _firsts(a: PersonName, b: PersonName) -> bool:
    """Whether two given names can be one: equal, a short form, a nickname that stands in the other, a spelling, an initial."""
    x, y = a.first, b.first
    if x in (y, b.nick) or y == a.nick or one_given(x, y):
        return True
    if len(x) == 1 or len(y) == 1:
        return x[0] == y[0] or (len(x) == 1 and y in a.middle[:1]) or (len(y) == 1 and x in b.middle[:1])
    return sound(x) == sound(y)


def _middles(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether the words between agree as far as both have them: the fewer stand among the more, initials for words."""
    short, long = sorted((a, b), key=len)
    if short and 1 in (len(short[0]), len(long[0])):  # initials stand for the words in their order: H. W. is not W.
        return all(_middle(x, y) for x, y in zip(short, long, strict=False))
    at = 0
    for word in short:
        while at < len(long) and not _middle(word, long[at]):
            at += 1
        if at == len(long):
            return False
        at += 1
    return True


def _middle(a: str, b: str) -> bool:
    return a == b or (1 in (len(a), len(b)) and a[0] == b[0])
