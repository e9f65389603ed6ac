"""The trained tagger of attributions, run with ONNX Runtime: loaded at the edge, handed to the detectors as a function."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from crosswire import DamagedModelError
from crosswire.detect.attributions.decode import decode
from crosswire.detect.attributions.shown import Features
from crosswire.detect.attributions.tagged import ANCHOR, Anchored
from crosswire.detect.attributions.windows import Window, windows
from crosswire.model import ModelInfo

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

FOLDER = Path(__file__).parent / "weights"
NETWORK, PIECES = "attributions.onnx", "attributions.vocab.json"
NAME, VERSION = "crosswire_attributions", "1.0.0"
DIGESTS = {
    NETWORK: "c749ed5c14097eee85ce98ebb49403c9a8d7a697c1b9519ef32e229299c005de",
    PIECES: "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}


@dataclass(frozen=True, slots=True)
class Tagger:
    """The loaded tagger, and what an account records of it. Calling it is a pure function of its arguments."""

    info: ModelInfo
    session: InferenceSession
    tokenizer: Tokenizer

    def __call__(self, tokens: Sequence[str], shown: Features) -> tuple[Anchored, ...]:
        """The cues that the tagger sees, in order.

        Args:
            tokens: the tokens of an article's readable text.
            shown: a row of categories for each (`crosswire.detect.attributions.shown.features`).
        """
        if not tokens:
            return ()
        pieces, first = word_pieces(self.tokenizer, tokens)
        owner = np.searchsorted(first, np.arange(len(pieces)), side="right") - 1
        found: list[Anchored] = []
        for window in windows(len(pieces)):
            ids, rows = pieces[window.start : window.end], shown[owner[window.start : window.end]]
            outputs = self.session.run(None, {"ids": ids[None].astype(np.int64), "shown": rows[None].astype(np.int64)})
            found += _anchored(window, first, [output[0] for output in outputs])
        return tuple(found)


def _anchored(window: Window, first: NDArray[np.int32], outputs: Sequence[NDArray[np.float32]]) -> Iterator[Anchored]:
    """The cues that begin in the part of the text that a window decides."""
    start, end = (int(n) for n in np.searchsorted(first, (window.start, window.end)))
    places = first[start:end] - window.start
    begin, vectors, pieces, prior = (output[places] for output in outputs)
    sure = 1 / (1 + np.exp(-begin))
    decided = (places + window.start >= window.first) & (places + window.start < window.last)
    cues = np.flatnonzero((sure >= ANCHOR) & decided)
    labels = decode(np.einsum("clw,tw->ctl", vectors[cues], pieces) + prior)
    for t, read in zip(cues.tolist(), labels, strict=True):
        yield Anchored(start + t, float(sure[t]), start, read)


def word_pieces(tokenizer: Tokenizer, tokens: Sequence[str]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """The word pieces of tokens, one token after another, and the index of each token's first piece.

    A token that leaves no piece (a control character) shares that of the next one.
    """
    encoded = tokenizer.encode(list(tokens), is_pretokenized=True, add_special_tokens=False)
    first: list[int] = []
    for at, word in enumerate(encoded.word_ids):
        if word is not None and word >= len(first):
            first += [at] * (word + 1 - len(first))
    ids = encoded.ids or [0]
    first += [len(ids) - 1] * (len(tokens) - len(first))
    return np.array(ids, np.int32), np.array(first, np.int32)


@lru_cache(maxsize=2)
def load(threads: int = 0) -> Tagger:
    """Load the tagger that comes with the package.

    Args:
        threads: how many threads it may use; 0 leaves that to the runtime. The answer is the same for any number.

    Raises:
        DamagedModelError: a file is missing, or its SHA-256 is not that of the release.
    """
    from onnxruntime import InferenceSession, SessionOptions
    from tokenizers import Tokenizer

    network, pieces = _checked(NETWORK), _checked(PIECES)
    options = SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # threads wait asleep, not at full speed
    session = InferenceSession(network, options, providers=["CPUExecutionProvider"])
    info = ModelInfo(NAME, VERSION, DIGESTS[NETWORK])
    tokenizer = Tokenizer.from_buffer(pieces)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return Tagger(info, session, tokenizer)


def _checked(name: str) -> bytes:
    """The bytes of a file of the tagger, checked against the digest of the release."""
    path = FOLDER / name
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DamagedModelError(f"the tagger's file {name} cannot be read ({error.strerror})") from error
    if hashlib.sha256(data).hexdigest() != DIGESTS[name]:
        raise DamagedModelError(f"the tagger's file {name} is not the one that was released")
    return data
