"""The trained network as ONNX: traced, its matrices and tables of embeddings quantised to eight bits."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.network import Network


class Shown(nn.Module):
    """The network as it is run: one window at a time, nothing padded, nothing dropped out."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, shown: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """The heads' outputs for one window of pieces [1, P] and their features [1, P, F]."""
        begin, vectors, pieces, prior = self.network(ids, torch.ones_like(ids), shown)
        return begin, vectors, pieces, prior


def export_network(network: Network, target: Path) -> str:
    """Write the network as quantised ONNX; returns its SHA-256."""
    network.eval()
    ids = torch.randint(1000, 2000, (1, 48))
    shown = torch.zeros((1, 48, len(network.shown)), dtype=torch.int64)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            Shown(network),
            (ids, shown),
            plain,
            input_names=["ids", "shown"],
            output_names=["begin", "vectors", "pieces", "prior"],
            dynamic_shapes=(
                {1: torch.export.Dim("pieces", min=1, max=512)},
                {1: torch.export.Dim("pieces", min=1, max=512)},
            ),
            dynamo=True,
            external_data=False,
        )
        quantize_dynamic(plain, target, per_channel=True, weight_type=QuantType.QInt8)
    return hashlib.sha256(target.read_bytes()).hexdigest()


def copy_pieces(base: Path, target: Path) -> str:
    """Copy the base model's tokenizer; returns its SHA-256."""
    shutil.copyfile(base / "tokenizer.json", target)
    return hashlib.sha256(target.read_bytes()).hexdigest()
