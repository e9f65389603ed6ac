"""Pages that hold no article: a request for consent, a sign-in, a list of other pages; each is said in so many words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from lxml import html

from crosswire.acquire.page_linked import Linked
from crosswire.model import Warn

_CONSENT = re.compile(
    r"\b(?:cookies?|consent|personal data|privacy|partners|gdpr|einwilligung|datenschutz|zustimm\w{1,6}|cookies\w{0,4}"
    r"|consentement|données personnelles|consentimiento|privacidad|consenso|toestemming|samtycke|samtykke|personvern|zgod[ya]"
    r"|prywatno\w{2,6})\b",
    re.IGNORECASE,
)
_SIGN_IN = re.compile(
    r"\b(?:sign(?:ing)? ?in|log ?in|password|subscribe to (?:read|continue)|anmelden|einloggen|passwort|se connecter"
    r"|mot de passe|iniciar sesión|contraseña|accedi|inloggen|wachtwoord|logga in|logg inn|zaloguj)\b",
    re.IGNORECASE,
)
_DATED = ("article:published_time", "article:author", "datepublished", "parsely-pub-date")
_LONGEST_WALL = 400  # words of a page that only asks for consent, at most
_SHARE = 25  # one word in so many is about consent
_HEADLINE = 4  # words of a link that is a headline, at least
_LIST = 15  # headlines that make a list
_TEASERS = 5  # paragraphs beside the heading of a teaser, at most
_LINKS = 3_000  # links that are looked at


@dataclass(frozen=True, slots=True)
class Looks:
    """What a page looks like: its first words, its links as long as headlines, what stands beside them, and its kind.

    ``password``: it has a field for one; ``stated``: its metadata call it an article.
    """

    words: str
    headlines: frozenset[str]
    teasers: frozenset[str]
    password: bool
    stated: bool


def asks_for_password(tree: html.HtmlElement) -> bool:
    """Whether a page, as it came, has a field for a password."""
    return any((one.get("type") or "").lower() == "password" for one in islice(tree.iter("input"), _LINKS))


def looks(tree: html.HtmlElement, linked: Linked, *, password: bool) -> Looks:
    """What a page looks like.

    Args:
        tree: the page, without code and frame.
        linked: its metadata; what they call an article is no list.
        password: whether it has a field for one.
    """
    stated = bool(linked.article) or linked.first("og:type") == "article" or any(n in linked.meta for n in _DATED)
    words = tree.text_content()[:20_000]
    if stated:
        return Looks(words, frozenset(), frozenset(), password, stated)
    links = frozenset(_words(one) for one in islice(tree.iter("a"), _LINKS))
    headlines = frozenset(text for text in links if text.count(" ") + 1 >= _HEADLINE)
    teasers = _teasers(tree, headlines) if len(headlines) >= _LIST else frozenset()
    return Looks(words, headlines, teasers, password, stated)


def no_article(page: Looks, texts: Sequence[str]) -> Warn | None:
    """Why a page holds no article, or None where it may hold one.

    Args:
        page: what it looks like; what its metadata call an article is taken for one, if anything was read.
        texts: the blocks that were read out of it.
    """
    if texts and page.stated:
        return None
    words = " ".join(texts) if texts else " ".join(page.words.split())
    count = len(words.split())
    if count <= _LONGEST_WALL and len(_CONSENT.findall(words)) * _SHARE >= max(count, 2 * _SHARE):
        return _because("it asks for consent to cookies, and shows nothing else")
    if page.password and (not texts or (count <= _LONGEST_WALL and _SIGN_IN.search(words))):
        return _because("it is a page to sign in")
    if _is_list(page, texts):
        return _because("it is a list of other pages")
    return None if texts else _because("")


def _because(reason: str) -> Warn:
    return Warn("no-article", f"no article was found in the page{': ' if reason else ''}{reason}")


def _is_list(page: Looks, texts: Sequence[str]) -> bool:
    """Whether a page is a list: nothing was read but links as long as headlines, and what stands beside such headings."""
    if len(page.headlines) < _LIST:
        return False
    return 3 * sum(text in page.headlines or text in page.teasers for text in texts) >= 2 * len(texts)


def _teasers(tree: html.HtmlElement, headlines: frozenset[str]) -> frozenset[str]:
    """The paragraphs beside headings that are links."""
    headings = (one for one in islice(tree.iter("h2", "h3", "h4"), _LINKS) if _words(one) in headlines)
    frames = {one.getparent() for one in headings} - {None}
    return frozenset(_words(one) for frame in frames if frame is not None for one in islice(frame.iter("p"), _TEASERS))


def _words(element: html.HtmlElement) -> str:
    return " ".join("".join(element.itertext(with_tail=False)).split())
