"""Who relays whom: from the agency or outlet to the first source."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.detect.attributions.draft import Draft, Scene
from crosswire.detect.attributions.lexicon import PRONOUNS
from crosswire.detect.attributions.source_types import can_tell
from crosswire.detect.attributions.speakers import TURNS, Speaker
from crosswire.model import Span


def chain(scene: Scene, draft: Draft, speaker: Speaker, outer: Sequence[str]) -> tuple[str, ...]:
    """From the agency or outlet through whoever relays it to the first source that is named."""
    article = scene.article
    teller = article.agency.name if article.agency else article.publisher
    links = list(outer) or ([teller] if teller else [])
    own = speaker.name
    if (
        own is None
        and draft.found_by not in TURNS
        and draft.source is not None
        and draft.head is not None
        and scene.tokens[draft.head].text.lower() not in PRONOUNS
    ):
        own = Span(scene.tokens[draft.source[0]].start, scene.tokens[draft.source[1]].end).of(article.text)
    for link in (own, *filter(can_tell, draft.relayed)):
        if link and (not links or links[-1] != link):
            links.append(link)
    return tuple(links)
