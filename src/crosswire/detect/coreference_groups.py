"""Descriptions of organisations ("the company", "the ministry"), and surnames that a form of address tells apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from crosswire.detect.attributions.tree import Tree
from crosswire.detect.coreference_cast import Cast, Gender, address, gender_of
from crosswire.detect.gazetteer import listed
from crosswire.model import Article, Span

GENDERS: tuple[Gender, ...] = ("f", "m")
# Nouns that stand in the names of the organisations that they describe.
NAMED = listed(
    """
    ministry union agency bank council court department commission committee board party society association federation
    foundation institute university college school hospital church authority bureau league tribunal army navy police
    club trust alliance coalition fund airline airport museum theatre theater orchestra philharmonic parliament senate
    congress assembly cabinet embassy newspaper gazette university brigade office centre center charity
    """
)
COMPANY = listed(
    """
    company firm group corporation airline carmaker automaker retailer manufacturer maker startup start-up carrier
    lender insurer publisher brewer chipmaker developer drugmaker shipbuilder planemaker supermarket conglomerate
    """
)
PRESS = listed("newspaper paper daily magazine broadcaster network station outlet tabloid weekly")
_PRESS_NAMES = listed(
    """
    times post herald tribune gazette telegraph journal news courier chronicle mail star sun guardian mirror observer
    record echo standard press examiner express bulletin daily today tv radio broadcasting reporter anchor
    """
)
_NO_COMPANY = (NAMED - {"bank", "airline", "group"}) | listed(
    "nations republicans democrats house administration government states kingdom white"
)
_NEAR, _FAR = 2, 5  # sentences before a description for an organisation of any name, and for one with that noun in it


def describe(cast: Cast, tree: Tree, within: Sequence[int]) -> None:
    """Find whom descriptions of organisations mean: the only one near that they fit; add them to the cast."""
    mentions: list[tuple[int, int]] = []
    heads = iter(sorted(h for h in cast.heads if cast.referents[cast.at[h]].group))
    coming = next(heads, None)
    for i, token in enumerate(tree.tokens):
        while coming is not None and coming < i:
            if not _told(tree, coming):
                mentions.append((coming, cast.at[coming]))
            coming = next(heads, None)
        word = token.text.lower()
        if token.tag not in {"NN", "NNP"} or within[i] >= 0 or i in cast.at:
            continue
        if word in NAMED or word in COMPANY or word in PRESS:
            who = _meant(cast, tree, i, word, mentions)
            if who is not None:
                cast.at[i] = who
                cast.heads.append(i)
                cast.described.append((tree.left[i], i))
                mentions.append((i, who))
    cast.heads.sort()


def _told(tree: Tree, i: int) -> bool:
    """Whether an organisation is who is told something: an outlet, not the one that a report is about."""
    token = tree.tokens[i]
    return token.dep in {"dobj", "dative"} and tree.tokens[token.head].lemma.lower() == "tell"


def _meant(cast: Cast, tree: Tree, i: int, word: str, mentions: Sequence[tuple[int, int]]) -> int | None:
    tokens = tree.tokens
    if tokens[i].dep in {"compound", "amod", "nmod", "appos", "attr"}:
        return None
    first = tree.left[i]
    if tokens[first].text.lower() != "the" or tree.right[i] > i or i - first > 3:
        return None
    extra = {t.text.lower() for t in tokens[first + 1 : i]}
    near: dict[int, set[int]] = {_NEAR: set(), _FAR: set()}
    for at, who in reversed(mentions[-20:]):
        for reach, those in near.items():
            if tree.sentence[i] - tree.sentence[at] <= reach:
                those.add(who)
    named = {w for w in near[_FAR] if word in _name(cast, w) and extra <= _name(cast, w)}
    if len(named) > 1:
        named &= near[_NEAR]
    if named:
        return named.pop() if len(named) == 1 else None
    if extra or word not in COMPANY | PRESS:
        return None
    if word in PRESS:
        outlets = {w for w in near[_NEAR] if _name(cast, w) & _PRESS_NAMES}
        return outlets.pop() if len(outlets) == 1 else None
    firms = {w for w in near[_NEAR] if not _name(cast, w) & (_NO_COMPANY | _PRESS_NAMES)}
    return firms.pop() if len(firms) == 1 else None


def _name(cast: Cast, who: int) -> frozenset[str]:
    entity = cast.referents[who].entity
    return frozenset(entity.name.lower().split()) if entity is not None else frozenset()


def tell_apart(article: Article, cast: Cast) -> None:
    """Give "Mrs Roe" to the one woman of several Roes; the genders must be known by then."""
    owners: dict[str, list[int]] = defaultdict(list)
    lone: list[int] = []
    for number, referent in enumerate(cast.referents):
        if referent.entity is None or referent.group:
            continue
        words = referent.entity.name.lower().split()
        if len(words) > 1:
            owners[words[-1]].append(number)
        else:
            lone.append(number)
    chosen: dict[Span, int] = {}
    for number in lone:
        entity = cast.referents[number].entity
        family = owners.get(entity.name.lower(), []) if entity is not None else []
        if entity is None or len(family) < 2:
            continue
        meant = {gender: _only(cast, family, gender) for gender in GENDERS}
        for mention in entity.mentions:
            gender = gender_of({address(article.text, mention.start)})
            who = meant[gender] if gender is not None else None
            if who is not None:
                chosen[mention] = who
    cast.retell(chosen)


def _only(cast: Cast, family: Sequence[int], gender: Gender) -> int | None:
    """The only one of a surname who is known to be of a gender, or else the only one who may be."""
    sure = [n for n in family if cast.referents[n].gender == gender]
    which = sure or [n for n in family if cast.referents[n].gender is None]
    return which[0] if len(which) == 1 else None
