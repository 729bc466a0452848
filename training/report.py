"""`python -m training.report`: what parts of the shipped reader are worth, beside the base model.

Prints figures on the development part: as shipped, without the bonus of spans, and with weights of 32 bits; then
sentence vectors of the shipped encoder and of the base model, whose vectors are the mean of its last states over a text
read alone. With `--write` the figures as shipped go into the manifest.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

import onnxruntime
import torch

from evals import attributions, vectors
from evals.gold import ABSENT, data_folder
from newstemma.encoder import SmallEncoder, open_encoder, open_session
from newstemma.encoder.tags import ROLES
from newstemma.encoder.weights import FOLDER, MANIFEST, find_weights
from training.network import Network
from training.prepare import WORK, base_folder, base_tokenizer, base_vectors

__all__ = ["main"]


class _Base:
    """The base model's vectors."""

    def __init__(self) -> None:
        self.network = Network()
        self.network.load_base(base_folder() / "model.safetensors")
        self.network.eval()
        self.tokenizer = base_tokenizer()

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
    session, tokenizer = open_session(weights)
    shipped = attributions.measure(data) | vectors.measured(data, open_encoder().vectors)
    _print("as shipped", shipped)
    even = replace(weights, manifest=weights.manifest | {"span_bonus": dict.fromkeys(ROLES, 0.0)})
    _print("without the bonus", attributions.measure(data, SmallEncoder(even, session, tokenizer, threads=2)))
    plain = onnxruntime.InferenceSession(WORK / "plain.onnx", providers=["CPUExecutionProvider"])
    _print("32 bits", attributions.measure(data, SmallEncoder(weights, plain, tokenizer, threads=1)))
    _print("base model", vectors.measured(data, _Base().vectors))
    if arguments.write:
        manifest = json.loads((FOLDER / MANIFEST).read_text(encoding="utf-8"))
        manifest["scores"] = {name: round(value, 3) for name, value in shipped.items()}
        text = json.dumps(manifest, indent=1, ensure_ascii=False) + "\n"
        (FOLDER / MANIFEST).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
