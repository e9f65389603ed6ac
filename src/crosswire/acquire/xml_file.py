"""XML of any kind: which reader it is for is told by its first element."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from crosswire.acquire.feeds import ROOTS as FEED_ROOTS
from crosswire.acquire.feeds import read_feed
from crosswire.acquire.newsml_1 import read_newsml_1
from crosswire.acquire.newsml_g2 import ROOTS as NEWSML_ROOTS
from crosswire.acquire.newsml_g2 import read_newsml_g2
from crosswire.acquire.nitf import read_nitf
from crosswire.acquire.raw import RawInput
from crosswire.acquire.xml_tree import parse_xml, root_name
from crosswire.model import Article, Rejection

_BY_ROOT: dict[str, Callable[[RawInput], Iterator[Article | Rejection]]] = {
    **dict.fromkeys((name.lower() for name in FEED_ROOTS), read_feed),
    **dict.fromkeys((name.lower() for name in NEWSML_ROOTS), read_newsml_g2),
    "newsml": read_newsml_1,
    "nitf": read_nitf,
}
_KNOWN = "give a feed (RSS, Atom) or a news package (NewsML, NITF); other XML as text or JSON Lines"


def is_known_xml(data: bytes) -> bool:
    """Whether bytes open as a feed or news package does."""
    return (root_name(data) or "").lower() in _BY_ROOT


def read_xml(raw: RawInput) -> Iterator[Article | Rejection]:
    """The reports of a feed or news package, or one rejection of other XML and of what is none."""
    name = root_name(raw.data)
    if name and (reader := _BY_ROOT.get(name.lower())):
        yield from reader(raw)
        return
    document = parse_xml(raw, "a feed or news package")
    if isinstance(document, Rejection):
        yield document
    else:
        yield raw.rejected(
            f"it is XML, but neither feed nor news package (it begins with <{(name or '')[:40]}>)", _KNOWN
        )
