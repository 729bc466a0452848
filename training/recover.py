"""`python -m training.recover`: the shipped weights as a network that training can go on from.

What has eight bits in the package comes back as the nearest numbers that eight bits can say, which read as well. Heads
that are never shipped begin anew. Writes `work/recovered.pt`, to be named to `training.train --start`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from newstemma.encoder.weights import FOLDER, GRAPH
from training.manifest import read_manifest
from training.network import Network, RoleChain
from training.prepare import WORK

__all__ = ["main", "recovered"]

_TABLES = {"vocabulary": "vocabulary.weight", "places": "places.weight", "feature_rows": "features.weight"}


def recovered(folder: Path = FOLDER) -> tuple[Network, RoleChain]:
    """Return the network and the chain whose weights lie in `folder`."""
    held = {one.name: numpy_helper.to_array(one) for one in onnx.load(folder / GRAPH).graph.initializer}
    network, chain = Network(), RoleChain()
    state = network.state_dict()
    for name, value in held.items():
        if name.endswith("_quantized"):
            name = name.removesuffix("_quantized")
            value = (value.astype(np.float32) - held[f"{name}_zero_point"]) * held[f"{name}_scale"]
        target = _TABLES.get(name, name)
        if target in state:
            # The graph multiplies rows by matrices, torch by their transposes; tables of rows stand as they are.
            turned = value.T if value.ndim == 2 and name not in _TABLES else value
            state[target].copy_(torch.from_numpy(np.array(turned)))
    with torch.no_grad():
        chain.steps.copy_(torch.tensor(read_manifest(folder)["role_steps"]))
    return network, chain


def main() -> None:
    """Recover and keep."""
    parser = argparse.ArgumentParser(prog="python -m training.recover", description=__doc__)
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where the weights lie")
    arguments = parser.parse_args()
    torch.manual_seed(0)
    network, chain = recovered(arguments.folder)
    WORK.mkdir(exist_ok=True)
    torch.save({"network": network.state_dict(), "chain": chain.state_dict()}, WORK / "recovered.pt")


if __name__ == "__main__":
    main()
