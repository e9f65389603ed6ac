"""Whether a source is named, kept unnamed, or a document."""

from __future__ import annotations

from crosswire.detect.attributions.draft import Draft, Scene
from crosswire.detect.attributions.speakers import Speaker
from crosswire.model import SourceType


def source_type(scene: Scene, draft: Draft, speaker: Speaker) -> SourceType | None:
    """What kind of source the words name; None where no source is told or it cannot be resolved."""
    return None
