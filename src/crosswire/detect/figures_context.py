"""The words around a number: hedges before it, what it counts after it, and marks that it is no figure at all."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.detect.figures_numbers import Number, Piece, low_at
from crosswire.detect.figures_role_words import PEOPLE
from crosswire.detect.gazetteer import CALENDAR, SURNAME_NOUNS, is_role_noun, listed
from crosswire.model import Token

HEDGES = {
    "about": "about", "around": "about", "some": "about", "approximately": "about", "roughly": "about", "circa": "about",
    "an estimated": "about", "estimated": "about", "in the region of": "about", "close to": "nearly", "nearly": "nearly",
    "almost": "nearly", "just under": "nearly", "at least": "at least", "no fewer than": "at least", "no less than": "at least",
    "not less than": "at least", "a minimum of": "at least", "more than": "more than", "over": "more than", "upwards of": "more than",
    "upward of": "more than", "above": "more than", "in excess of": "more than", "exceeding": "more than", "just over": "more than",
    "well over": "more than", "up to": "up to", "as many as": "up to", "as much as": "up to", "at most": "up to",
    "no more than": "up to", "not more than": "up to", "a maximum of": "up to", "fewer than": "fewer than", "less than": "fewer than",
    "under": "fewer than", "below": "fewer than", "only": "only", "just": "only", "exactly": "exactly", "a mere": "only",
}  # fmt: skip
LONGEST_HEDGE = 4
LABELS = listed(
    """
    day job no number page pages room channel route chapter section sections article highway interstate game level type grade
    version apartment apt unit lane flight gate figure table verse psalm volume vol episode season part act phase stage
    class category tier line platform runway box suite floor bus train formula mach windows pier area district ward
    precinct amendment proposition measure title rule paragraph lot bin form schedule chapter rte hwy i
    """
)
TIME_UNITS = listed(
    "second seconds minute minutes hour hours day days night nights week weeks weekend weekends month months year years "
    "decade decades century centuries quarter a.m p.m am pm o'clock o’clock noon midnight"
)
HALVES = frozenset({"a.m.", "p.m.", "am", "pm"})
STREETS = listed(
    "street st avenue ave road rd boulevard blvd drive dr lane ln court ct highway hwy parkway pkwy place pl square block "
    "blocks terrace way circle plaza"
)
MODIFIERS = listed("of the more other additional his her their its these those our my new such american")
NO_PLURALS = {
    "person": "people",
    "man": "people",
    "woman": "people",
    "child": "children",
    "foot": "feet",
    "life": "lives",
    "wife": "wives",
}
DIGITS = "0123456789"
JOINTS = frozenset({":", "/", "-", ".", "–"})


def _touch(run: Sequence[Piece], at: int) -> bool:
    return 0 < at < len(run) and run[at - 1].end == run[at].start


def hedge_before(run: Sequence[Piece], first: int) -> str | None:
    """The hedge that stands right before piece ``first``; the longest phrase counts."""
    for length in range(min(LONGEST_HEDGE, first), 0, -1):
        hedge = HEDGES.get(" ".join(p.low for p in run[first - length : first]))
        if hedge is not None:
            return hedge
    return None


def hedge_after(run: Sequence[Piece], last: int) -> str | None:
    """The hedge that stands right behind a number: "or so", "or more", "+"."""
    two = (low_at(run, last), low_at(run, last + 1))
    if two == ("or", "so"):
        return "about"
    return "at least" if two in {("or", "more"), ("or", "over")} or (two[0] == "+" and _touch(run, last)) else None


def no_figure(run: Sequence[Piece], number: Number) -> bool:
    """Whether the surroundings say that a number is a label, a clock time, an address, a score or a part of a code."""
    first, last = number.first, number.last
    digits = run[first].text[0] in DIGITS
    if digits and (_glued(run, first, last) or _clock_or_code(run, first, last)):
        return True
    before, after = low_at(run, first - 1), low_at(run, last)
    if after in {"a", "p"} and low_at(run, last + 1) == "." and low_at(run, last + 2) == "m":
        return True
    if before in LABELS or (
        before == "." and low_at(run, first - 2) in {"no", "nos", "vol", "fig", "ch", "art", "sec"} and digits
    ):
        return not (before == "no" and not digits)
    return digits and (_address(run, last) or (first == 0 and after in {".", ")"} and len(run) > last + 1))


def _glued(run: Sequence[Piece], first: int, last: int) -> bool:
    """Whether digits hang together with letters, as in F-16, G20, 737s or 1990s."""
    if _touch(run, first):
        before = run[first - 1]
        if before.text[-1].isalpha() and before.low not in {"rs", "rm", "kr", "rp"} and not before.text.isupper():
            return True
        if before.text.isupper() and len(before.text) != 3:
            return True
        if before.text in "#@_/\\":
            return True
        if before.text in "-‑" and _touch(run, first - 1) and run[first - 2].text[-1].isalnum():
            return True
    dialled = (
        low_at(run, last) == "-"
        and _touch(run, last + 1)
        and run[last + 1].text.isupper()
        and len(run[last + 1].text) > 2
    )
    return dialled or (_touch(run, last) and (run[last].low in {"s", "x"} or run[last].text in "@\\_"))


def _clock_or_code(run: Sequence[Piece], first: int, last: int) -> bool:
    """Whether digits are one of several joined by marks: 5:30, 555-1234, 3-2, 9/11; "25-30" is an interval."""
    left = (
        _touch(run, first)
        and _touch(run, first - 1)
        and run[first - 1].text in JOINTS
        and run[first - 2].text[0] in DIGITS
    )
    right = _touch(run, last) and _touch(run, last + 1) and run[last].text in JOINTS and run[last + 1].text[0] in DIGITS
    return left or (right and not _rising(run, last))


def _rising(run: Sequence[Piece], mark: int) -> bool:
    """Whether the digits on both sides of a dash rise, so that they are an interval and no score or code."""
    if run[mark].text not in {"-", "–"} or (low_at(run, mark + 2) in {"-", "–", "/"} and _touch(run, mark + 2)):
        return False
    left, right = run[mark - 1].text.replace(",", ""), run[mark + 1].text.replace(",", "")
    plain = (
        left.replace(".", "", 1).isdigit()
        and right.replace(".", "", 1).isdigit()
        and len(left) <= len(right) <= len(left) + 2
    )
    return plain and len(right) < 16 and float(left) < float(right)


def _address(run: Sequence[Piece], last: int) -> bool:
    """Whether a street follows: "953 E. Sahara Avenue", "2700 block"."""
    if low_at(run, last) == "block":
        return True
    words = 0
    for i in range(last, min(last + 6, len(run))):
        if run[i].text == ".":
            continue
        if not run[i].text[0].isupper():
            return False
        if words and run[i].low in STREETS:
            return True
        words += 1
    return False


def bare_year(run: Sequence[Piece], number: Number) -> bool:
    """Whether a bare number of four digits reads as a year."""
    text = run[number.first].text
    return number.last == number.first + 1 and len(text) == 4 and text.isdigit() and 1500 <= int(text) <= 2100


def counted(tokens: Sequence[Token], at: int) -> int | None:
    """The token of the noun that is counted by the number whose last token is ``at``, or None."""
    head = None
    for i in range(at + 1, min(at + 10, len(tokens))):
        token = tokens[i]
        after = tokens[i + 1] if i + 1 < len(tokens) else token
        aged = token.text.lower() in TIME_UNITS and after.text == "-"
        if (token.text.lower() in CALENDAR and token.text[0].isupper()) or token.text.lower() in HALVES:
            break
        if token.pos in {"NOUN", "PROPN"} and token.text[0].isalpha() and not aged:
            head = i
            joined = (
                after.text == "-"
                and token.end == after.start
                and tokens[min(i + 2, len(tokens) - 1)].start == after.end
            )
            if token.tag == "NNS" and not joined and not (after.pos == "NOUN" and token.head == i + 1):
                break
        elif token.text != "-" and (head is not None or not (aged or _modifies(token))):
            break
    return head


def _modifies(token: Token) -> bool:
    return token.pos in {"ADJ", "NUM"} or token.text.lower() in MODIFIERS


def plural(token: Token) -> str | None:
    """The plural by which counted things are named: "people" for persons, "houses" for a house; None for names."""
    word = token.text.lower()
    person = word in PEOPLE or (
        is_role_noun(token.lemma) and token.lemma.lower() not in SURNAME_NOUNS - {"guard", "farmer"}
    )
    if person:
        return "people"
    if token.pos == "PROPN" and token.tag != "NNPS":
        return None
    if token.tag in {"NNS", "NNPS"}:
        return word
    if word in NO_PLURALS:
        return NO_PLURALS[word]
    if word.endswith(("s", "x", "ch", "sh")):
        return f"{word}es"
    return f"{word[:-1]}ies" if word.endswith("y") and word[-2:-1] not in set("aeiou") else f"{word}s"
