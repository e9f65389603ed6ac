"""Train the tagger of attributions: `python -m training prepare|train|export`; see docs/models/attributions.md."""

from __future__ import annotations

import pickle
from collections import Counter
from pathlib import Path

import click
import torch
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel

from crosswire.detect.attributions.shown import SIZES
from crosswire.tagger import NETWORK, PIECES
from training.examples import Example, examples
from training.export import copy_pieces, export_network
from training.fit import begin, epoch
from training.measure import measure
from training.network import Network


@click.group()
def main() -> None:
    """Train the tagger of attributions.

    \b
    python -m training prepare CORPUS/train.jsonl.gz BASE train.examples
    python -m training prepare CORPUS/dev.jsonl.gz BASE dev.examples
    python -m training train train.examples dev.examples BASE tagger.pt
    python -m training export tagger.pt BASE FOLDER
    """


@main.command()
@click.argument("corpus", type=click.Path(exists=True, path_type=Path))
@click.argument("base", type=click.Path(exists=True, path_type=Path))
@click.argument("target", type=click.Path(path_type=Path))
def prepare(corpus: Path, base: Path, target: Path) -> None:
    """Turn a CORPUS (gzipped JSON Lines) into examples, with the tokenizer of the BASE model."""
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    lost: Counter[str] = Counter()
    found = list(examples(corpus, tokenizer, lost))
    target.write_bytes(pickle.dumps(found))
    click.echo(f"{len(found)} articles, {sum(len(e.parts) for e in found)} attributions; left out: {dict(lost)}")


@main.command()
@click.argument("train_on", type=click.Path(exists=True, path_type=Path))
@click.argument("choose_on", type=click.Path(exists=True, path_type=Path))
@click.argument("base", type=click.Path(exists=True, path_type=Path))
@click.argument("target", type=click.Path(path_type=Path))
@click.option("--epochs", default=7, show_default=True)
@click.option("--seed", default=20, show_default=True)
def train(*, train_on: Path, choose_on: Path, base: Path, target: Path, epochs: int, seed: int) -> None:
    """Fit the BASE model to examples; after each epoch TARGET is written, and a later call goes on from it."""
    torch.manual_seed(seed)
    known: list[Example] = pickle.loads(train_on.read_bytes())
    held: list[Example] = pickle.loads(choose_on.read_bytes())
    fit = begin(_network(base), known, epochs, seed)
    if target.exists():
        fit.load(target)
    mask = Tokenizer.from_file(str(base / "tokenizer.json")).token_to_id("[MASK]")
    while fit.done < epochs:
        loss = epoch(fit, known, mask)
        fit.save(target)
        click.echo(f"epoch {fit.done} loss {loss:.3f} {measure(fit.network, held)}")


@main.command()
@click.argument("trained", type=click.Path(exists=True, path_type=Path))
@click.argument("base", type=click.Path(exists=True, path_type=Path))
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def export(trained: Path, base: Path, folder: Path) -> None:
    """Write a TRAINED network to a FOLDER as it is released; prints the digests for crosswire/tagger.py."""
    network = _network(base)
    network.load_state_dict(torch.load(trained, weights_only=False)["network"])
    folder.mkdir(parents=True, exist_ok=True)
    click.echo(f"{NETWORK} {export_network(network, folder / NETWORK)}")
    click.echo(f"{PIECES} {copy_pieces(base, folder / PIECES)}")


def _network(base: Path) -> Network:
    """The network with the weights of the base model, and heads of its own."""
    config = BertConfig.from_pretrained(
        base, attention_probs_dropout_prob=0.0, hidden_dropout_prob=0.0, attn_implementation="sdpa"
    )
    network = Network(config, SIZES)
    network.bert.load_state_dict(BertModel.from_pretrained(base, add_pooling_layer=False).state_dict())
    return network


if __name__ == "__main__":
    main()
