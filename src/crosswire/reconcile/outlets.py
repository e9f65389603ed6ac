"""Outlets and agencies by name: which names are one publisher's, and who told a report what it attributes.

Names are one publisher's only on what they say themselves: equal but for words that any outlet adds ("BBC", "BBC
News"), an agency's own abbreviation, or one site's address. Who owns whom in the world is not known here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from crosswire.agencies import ROWS
from crosswire.model import Article, Attribution, Span
from crosswire.reconcile.names import folded

# What an outlet adds to its name for a part of itself.
_PARTS = frozenset(
    """
    news online web website digital app tv television radio international uk us usa editorial opinion politics business
    sport sports live edition com net org staff newsroom video podcast
    """.split()
)
# Words that end (or open) the names of outlets.
_PRESS = frozenset(
    """
    times post herald tribune gazette telegraph journal courier chronicle mail star sun guardian mirror observer record
    echo examiner express bulletin today tv radio broadcasting news newspaper magazine newspapers press dispatch
    inquirer sentinel globe ledger argus advertiser register weekly daily online review newswire gazeta zeitung
    """.split()
)
# Outlets in whose names is no such word.
_KNOWN = frozenset(
    """
    abc bbc cbc cbs cnn cnbc nbc msnbc npr pbs fox itv c-span politico axios vox slate salon newsmax breitbart buzzfeed
    huffpost propublica bellingcat economist atlantic forbes newsweek nikkei haaretz spiegel figaro techcrunch tmz
    """.split()
)
# Sites and services that carry what others publish, or that anyone may publish on: being there ties nobody.
_HOSTS = frozenset(
    """
    yahoo msn google aol apple smartnews flipboard blogspot wordpress substack medium tumblr github facebook twitter x
    youtube instagram telegram reddit archive pressreader issuu livejournal typepad weebly wixsite
    """.split()
)
_SECOND_LEVEL = frozenset("ac co com edu gov net org or ne nom".split())
_SITE = re.compile(
    r"(?:[a-z][a-z0-9+.-]{0,20}://)?([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,10})(?::\d{1,5})?(?:[/?#]|$)"
)
_BRACKETS = str.maketrans("()[]|–—", "       ")


def site(address: str | None) -> str | None:
    """The registrable domain of an address or a host name ("www.bbc.co.uk" gives "bbc.co.uk"); None if it is none."""
    found = _SITE.match(address.strip().lower()) if address else None
    labels = found[1].split(".") if found else []
    if not labels or len(labels[-1]) < 2 or not labels[-1].isalpha():
        return None
    short = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL
    return ".".join(labels[-3 if short else -2 :])


_AGENCIES = {
    folded(mark): folded(name)
    for name, full, marks, _ in ROWS
    for mark in (name, *full.split("/"), *marks.split("/"))
    if mark
}
_AGENCY_SITES = {site(source): folded(name) for name, _, _, source in ROWS if site(source)}


class Teller(NamedTuple):
    """An outlet from which a report has something: its key, and the name that the report gives it."""

    key: str
    name: str


def outlet(name: str) -> str:
    """The key by which an outlet or agency is known: equal for one publisher's several names.

    "The BBC" and "BBC News (Online)" have one key, "Associated Press", "AP" and "apnews.com" have one; "The Times" and
    "The Times of Harrow" have two.
    """
    if (at := site(name)) and " " not in name.strip():
        return _AGENCY_SITES.get(at, at)
    parts = folded(name.translate(_BRACKETS)).split()
    plain = " ".join(parts)
    while plain not in _AGENCIES and len(parts) > 1 and parts[-1] in _PARTS and parts[0] not in _PARTS | _PRESS:
        parts.pop()
        plain = " ".join(parts)
    return _AGENCIES.get(plain, plain)


def is_agency(key: str) -> bool:
    """Whether a key is that of a news agency."""
    return key in _AGENCIES


def agency_name(plain: str) -> str | None:
    """The key of the agency of which a folded name is a full name or a mark."""
    return _AGENCIES.get(plain)


def is_outlet(name: str, publishers: frozenset[str] = frozenset()) -> bool:
    """Whether a name is an outlet's: an agency's, one that publishes in the story, or one with an outlet's word in it."""
    key = outlet(name)
    words = key.split()
    if not words or "medical" in words:
        return False
    named = words[-1] in _PRESS or (words[0] in _PRESS and len(words) > 2)
    return key in _AGENCIES or key in publishers or key in _KNOWN or named or site(key) == key


def publishers_of(article: Article) -> tuple[str, ...]:
    """The keys of who publishes a report: by its publisher's name, and by the site that it stands on."""
    found = [outlet(article.publisher)] if article.publisher else []
    address = site(article.source.url)
    found += [_AGENCY_SITES.get(address, address)] if address else []
    return tuple(dict.fromkeys(key for key in found if key and key.split(".")[0] not in _HOSTS))


def tellers(articles: Sequence[Article]) -> Mapping[str, tuple[tuple[Teller, ...], ...]]:
    """For each report, by its id, and for each of its attributions: the outlets from which it has it.

    They are its source ("The Courier reported"), those who relay it ("officials, cited by the Courier"), and whom the
    source told it ("told the Courier"); the nearest to the source last. The report's own outlet and agency are left out.
    """
    publishers = frozenset(key for article in articles for key in publishers_of(article))
    keys: dict[str, str | None] = {}  # of names that are outlets', so that each name is looked at once
    found = {}
    for article in articles:
        reader = _Reader(article, publishers, keys)
        found[article.id] = tuple(reader.behind(attribution) for attribution in article.attributions)
    return found


class _Reader:
    """Reads one report's attributions: its own outlet, and the outlets and people that it names."""

    def __init__(self, article: Article, publishers: frozenset[str], keys: dict[str, str | None]) -> None:
        self.article, self.publishers, self.keys = article, publishers, keys
        credited = [outlet(article.agency.name)] if article.agency else []
        self.own = {*publishers_of(article), *credited}
        self.groups = {e.name for e in article.entities if e.type in {"ORG", "PRODUCT", "GPE", "LOC"}}
        self.people = {e.name for e in article.entities if e.type == "PERSON"}

    def behind(self, attribution: Attribution) -> tuple[Teller, ...]:
        names = [*attribution.chain[1:], *([attribution.speaker_name] if attribution.speaker_name else [])]
        if attribution.occasion is not None:
            names += _hearers(self.article, attribution.occasion)
        found: dict[str, Teller] = {}
        for name in names:
            key = self._key(name)
            known = key and (key in self.publishers or is_agency(key))
            if key and (name in self.groups or (known and name not in self.people)):
                full = self._resolved(key)
                if full and full not in self.own:
                    found.setdefault(full, Teller(full, name))
        return tuple(found.values())

    def _key(self, name: str) -> str | None:
        if name not in self.keys:
            self.keys[name] = outlet(name) if is_outlet(name, self.publishers) else None
        return self.keys[name]

    def _resolved(self, key: str) -> str | None:
        """The key, for a short name ("the Times") that of the one outlet here that ends so; None where there are several."""
        if key not in _PRESS:
            return key
        named = {self._key(name) or "" for name in self.groups} | self.own | self.publishers
        full = {one for one in named if one.endswith(f" {key}")}
        return next(iter(full), key) if len(full | ({key} & self.publishers)) < 2 else None


def _hearers(article: Article, occasion: Span) -> Sequence[str]:
    """The organisations that the words of an occasion name or mean ("told the paper", once the paper has been named)."""
    found = [
        (span, entity.name)
        for entity in article.entities
        if entity.type != "PERSON"
        for span in (*entity.mentions, *entity.references)
        if occasion.overlaps(span)
    ]
    return [name for _, name in sorted(found)]
