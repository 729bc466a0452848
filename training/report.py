"""`python -m training.report`: what parts of the shipped reader are worth, beside the base model.

Prints figures on the development part: as shipped, without the bonus of spans, and with weights of 32 bits; then
sentence vectors of the shipped encoder and of the base model, whose vectors are the mean of its last states over a text
read alone. With `--write` the figures as shipped go into the manifest.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace

import torch

from evals import attributions, vectors
from evals.gold import ABSENT, data_folder
from newstemma.encoder import SmallEncoder, open_encoder, open_session, open_tokenizer
from newstemma.encoder.tags import ROLES
from newstemma.encoder.weights import GRAPH, find_weights
from training.manifest import read_manifest, write_manifest
from training.prepare import WORK, base_network, base_tokenizer, base_vectors

__all__ = ["main"]


class _Base:
    """The base model's vectors."""

    def __init__(self) -> None:
        self.network, self.tokenizer = base_network(), base_tokenizer()

    def vectors(self, texts: Sequence[str]) -> list[list[float]]:
        """Return a vector of length one for each text."""
        rows = [encoding.ids for encoding in self.tokenizer.encode_batch(list(texts), add_special_tokens=False)]
        found = dict(base_vectors(self.network, rows))
        return [found[number].tolist() for number in range(len(rows))]


def _print(title: str, figures: Mapping[str, float]) -> None:
    print(title)
    for name, value in figures.items():
        print(f"  {name}  {value:.3f}", flush=True)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m training.report", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the figures as shipped into the manifest")
    arguments = parser.parse_args()
    data = data_folder()
    if data is None:
        raise SystemExit(ABSENT)
    torch.set_num_threads(2)
    weights = find_weights()
    session, tokenizer = open_session(weights.folder / GRAPH), open_tokenizer(weights)
    shipped = attributions.measure(data) | vectors.measured(data, open_encoder().vectors)
    _print("as shipped", shipped)
    even = replace(weights, manifest=weights.manifest | {"span_bonus": dict.fromkeys(ROLES, 0.0)})
    _print("without the bonus", attributions.measure(data, SmallEncoder(even, session, tokenizer, threads=2)))
    plain = SmallEncoder(weights, open_session(WORK / "plain.onnx"), tokenizer, threads=2)
    _print("32 bits", attributions.measure(data, plain))
    _print("base model", vectors.measured(data, _Base().vectors))
    if arguments.write:
        write_manifest(read_manifest() | {"scores": {name: round(value, 3) for name, value in shipped.items()}})


if __name__ == "__main__":
    main()
