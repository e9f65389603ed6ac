"""The tagger's network: a compact encoder with features added to its input, and two heads.

One head says where a cue begins (the anchor of an attribution). The other scores, for an anchor and every piece of
the window, which part of that attribution the piece is: a biaffine form as in dependency parsing and semantic role
labelling (Dozat and Manning 2017, arXiv:1611.01734; Cai et al. 2018, arXiv:1807.00639).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertConfig, BertModel

LABELS = 7  # none, then first and later piece of source, cue, content
WIDTH = 96  # of the vectors that the biaffine form compares


@dataclass(frozen=True)
class Batch:
    """Windows of word pieces, padded: ids, mask, features; then what is to be learned.

    `anchors` are (window, piece) pairs; `labels` a row of labels over the window for each of them; `begins` and
    `parts` the same without the pairing: whether a cue begins at a piece, and 3 x 3 tags of every piece.
    """

    ids: Tensor
    mask: Tensor
    shown: Tensor
    judged: Tensor
    begins: Tensor
    tags: Tensor
    anchors: Tensor
    labels: Tensor


class Network(nn.Module):
    """Encoder and heads; `forward` gives anchor logits [B, P], anchor vectors [B, P, L, W], piece vectors [B, P, W] and priors [B, P, L]."""

    def __init__(self, config: BertConfig, sizes: Sequence[int]) -> None:
        super().__init__()
        self.bert = BertModel(config, add_pooling_layer=False)
        hidden = config.hidden_size
        self.shown = nn.ModuleList(nn.Embedding(size, hidden) for size in sizes)
        for table in self.shown:
            nn.init.normal_(table.weight, std=0.002)
        self.dropout = nn.Dropout(0.1)
        self.begin = nn.Linear(hidden, 1)
        self.tag = nn.Linear(hidden, 9)
        self.anchor = nn.Linear(hidden, LABELS * WIDTH)
        self.piece = nn.Linear(hidden, WIDTH)
        self.prior = nn.Linear(hidden, LABELS)

    def encode(self, ids: Tensor, mask: Tensor, shown: Tensor) -> Tensor:
        """Hidden vectors [B, P, H]."""
        vectors = self.dropout(self.bert.embeddings.word_embeddings(ids))
        for n, table in enumerate(self.shown):
            vectors = vectors + table(shown[..., n])
        return self.bert(inputs_embeds=vectors, attention_mask=mask).last_hidden_state

    def forward(self, ids: Tensor, mask: Tensor, shown: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Anchor logits, anchor vectors, piece vectors, priors."""
        return self.heads(self.encode(ids, mask, shown))

    def heads(self, hidden: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """The heads on hidden vectors."""
        hidden = self.dropout(hidden)
        vectors = self.anchor(hidden).unflatten(-1, (LABELS, WIDTH)) / WIDTH**0.5
        return self.begin(hidden).squeeze(-1), vectors, functional.gelu(self.piece(hidden)), self.prior(hidden)

    def loss(self, batch: Batch) -> Tensor:
        """What training makes small: anchors, tags of pieces, and the labels of each anchor's pieces."""
        hidden = self.encode(batch.ids, batch.mask, batch.shown)
        begin, vectors, pieces, prior = self.heads(hidden)
        judged = batch.judged
        loss = 4 * functional.binary_cross_entropy_with_logits(begin[judged], batch.begins[judged])
        tags = self.tag(hidden).unflatten(-1, (3, 3))[judged]
        loss = loss + functional.cross_entropy(tags.reshape(-1, 3), batch.tags[judged].reshape(-1))
        if len(batch.anchors):
            windows, places = batch.anchors.unbind(-1)
            scores = torch.einsum("alw,apw->apl", vectors[windows, places], pieces[windows]) + prior[windows]
            weight = judged[windows]
            loss = loss + 8 * functional.cross_entropy(scores[weight], batch.labels[weight])
        return loss
