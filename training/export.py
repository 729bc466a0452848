"""`python -m training.export`: from the trained network to the weights that are shipped.

Reads `work/network.pt` and `work/meaning.pt` and writes the graph with eight-bit weights, the tokenizer and the
manifest into the package. The graph is built node by node, so that it is exactly the network: one window a call,
without padding and without a mask, with fused attention. Weights are quantised for each column and with seven bits,
since processors without VNNI add two products in sixteen bits and would saturate on eight; the scale of each activation
is found for each window (dynamic quantisation), which makes a window's result a function of that window alone.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from newstemma.encoder.tags import ROLES
from newstemma.encoder.weights import FOLDER, GRAPH, TOKENIZER
from training.manifest import read_manifest, write_manifest
from training.network import EPSILON, HEADS, LAYERS, MIDDLE, WIDTH, RoleChain
from training.prepare import BASE_SHA256, WORK, base_folder

__all__ = ["build"]

Array = npt.NDArray[Any]
PLAIN_HEADS = ("roles", "names")
"""Heads that are kept in 32 bits: they are small, and a tag hangs on their last digits."""


class _Graph:
    """Nodes and constants of a graph that is being built."""

    def __init__(self, weights: dict[str, Array]) -> None:
        self.weights = weights
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}

    def constant(self, name: str, value: Array) -> str:
        self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name

    def node(self, kind: str, inputs: list[str], *, domain: str = "", output: str = "", **attributes: Any) -> str:
        output = output or f"{kind.lower()}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [output], name=f"{output}_node", domain=domain, **attributes))
        return output

    def linear(self, states: str, name: str, output: str = "") -> str:
        weight = self.constant(f"{name}.weight", self.weights[f"{name}.weight"].T)
        bias = self.constant(f"{name}.bias", self.weights[f"{name}.bias"])
        return self.node("Add", [self.node("MatMul", [states, weight], output=f"{name}.product"), bias], output=output)

    def norm(self, states: str, name: str) -> str:
        scale = self.constant(f"{name}.weight", self.weights[f"{name}.weight"])
        bias = self.constant(f"{name}.bias", self.weights[f"{name}.bias"])
        return self.node("LayerNormalization", [states, scale, bias], axis=-1, epsilon=EPSILON)


def build(weights: dict[str, Array], meaning: dict[str, Array]) -> onnx.ModelProto:
    """Return the graph: `ids` and `features` [1, piece] and `pooling` [1, sentence, piece] to its five outputs."""
    graph = _Graph(weights | {f"meaning.{name}": value for name, value in meaning.items()})
    places = graph.constant("places", weights["places.weight"])
    length = graph.node("Gather", [graph.node("Shape", ["ids"]), graph.constant("second", np.array([1]))])
    first, axis = graph.constant("first", np.array([0])), graph.constant("axis", np.array([0]))
    place = graph.node("Slice", [places, first, length, axis])
    word = graph.node("Gather", [graph.constant("vocabulary", weights["vocabulary.weight"]), "ids"])
    feature = graph.node("Gather", [graph.constant("feature_rows", weights["features.weight"]), "features"])
    states = graph.norm(graph.node("Add", [graph.node("Add", [word, feature]), place]), "norm")
    middle = states
    for number in range(LAYERS):
        name = f"layers.{number}"
        mix = graph.constant(f"{name}.mix.weight", weights[f"{name}.mix.weight"].T)
        bias = graph.constant(f"{name}.mix.bias", weights[f"{name}.mix.bias"])
        mixed = graph.node("Attention", [states, mix, bias], domain="com.microsoft", num_heads=HEADS)
        states = graph.norm(graph.node("Add", [graph.linear(mixed, f"{name}.join"), states]), f"{name}.first_norm")
        inner = graph.node("Gelu", [graph.linear(states, f"{name}.widen")], domain="com.microsoft")
        states = graph.norm(graph.node("Add", [graph.linear(inner, f"{name}.narrow"), states]), f"{name}.second_norm")
        middle = states if number + 1 == MIDDLE else middle
    for head in ("roles", "names", "link_from", "link_to"):
        graph.linear(states, head, output=head)
    means = graph.node("Concat", [graph.node("MatMul", ["pooling", one]) for one in (middle, states)], axis=-1)
    inner = graph.node("Gelu", [graph.linear(means, "meaning.inner")], domain="com.microsoft")
    graph.node("Add", [graph.linear(means, "meaning.straight"), graph.linear(inner, "meaning.outer")], output="vectors")
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, [1, "pieces"]) for name in ("ids", "features")]
    inputs.append(helper.make_tensor_value_info("pooling", TensorProto.FLOAT, [1, "sentences", "pieces"]))
    widths = {"roles": 7, "names": 9, "link_from": 128, "link_to": 128}
    outputs = [helper.make_tensor_value_info(n, TensorProto.FLOAT, [1, "pieces", w]) for n, w in widths.items()]
    outputs.append(helper.make_tensor_value_info("vectors", TensorProto.FLOAT, [1, "sentences", WIDTH]))
    made = helper.make_graph(graph.nodes, "newstemma encoder", inputs, outputs, list(graph.constants.values()))
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
    return helper.make_model(made, opset_imports=opsets, ir_version=9)


def quantised(plain: Path, small: Path, *, kept: tuple[str, ...] = PLAIN_HEADS) -> None:
    """Write `plain` with eight-bit weights to `small`."""
    excluded = [f"{head}.product_node" for head in kept]
    pooled = [node.name for node in onnx.load(plain).graph.node if "pooling" in node.input]
    quantize_dynamic(
        plain,
        small,
        op_types_to_quantize=["MatMul", "Gather", "Attention"],
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=[*excluded, *pooled],
        extra_options={"DefaultTensorType": TensorProto.FLOAT},
    )


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> None:
    """Export the trained network into the package."""
    parser = argparse.ArgumentParser(prog="python -m training.export", description=__doc__)
    parser.add_argument("--network", type=Path, default=WORK / "network.pt")
    parser.add_argument("--meaning", type=Path, default=WORK / "meaning.pt")
    parser.add_argument("--version", required=True, help="version of the weights, such as 1")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where the weights are written")
    arguments = parser.parse_args()
    held = torch.load(arguments.network, map_location="cpu", weights_only=True)
    weights = {name: value.float().numpy() for name, value in held["network"].items()}
    chain = RoleChain()
    chain.load_state_dict(held["chain"])
    arguments.folder.mkdir(parents=True, exist_ok=True)
    plain = WORK / "plain.onnx"
    meaning = torch.load(arguments.meaning, map_location="cpu", weights_only=True)
    onnx.save(build(weights, {name: value.numpy() for name, value in meaning.items()}), plain)
    quantised(plain, arguments.folder / GRAPH)
    shutil.copyfile(base_folder() / "tokenizer.json", arguments.folder / TOKENIZER)
    before = read_manifest(arguments.folder)  # its bonus of spans holds until `training.choose` chooses anew
    manifest = {
        "version": arguments.version,
        "licence": "Apache-2.0",
        "base": {"name": "all-MiniLM-L6-v2", "licence": "Apache-2.0", "sha256": BASE_SHA256},
        "trained_on": [
            "PolNeAR, train part (840 articles; names and grammar by machine)",
            "1,200 sentences of PolNeAR's train part, BASIL and news_cluster, names marked by hand for this project",
        ],
        "passes": held["passes"],
        "sha256": {name: _digest(arguments.folder / name) for name in (GRAPH, TOKENIZER)},
        "role_steps": [[round(value, 4) for value in row] for row in chain.steps.tolist()],
        "span_bonus": before.get("span_bonus", dict.fromkeys(ROLES, 0.0)),
        "scores": {},
    }
    write_manifest(manifest, arguments.folder)
    print(f"{arguments.folder / GRAPH}: {(arguments.folder / GRAPH).stat().st_size / 2**20:.1f} MiB")


if __name__ == "__main__":
    main()
