"""The port through which verbs get to know what texts mean; the model behind it is loaded at an edge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Embed(Protocol):
    """The direction of what a text means: a vector of length 1, the same for the same text; cosines tell likeness."""

    def __call__(self, text: str, /) -> NDArray[np.float32]:
        """The vector of a text."""
        ...
