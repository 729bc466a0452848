"""`python -m training.train`: from the base model to the trained network, on a GPU where one is at hand.

Reads what `training.prepare` made, writes `work/network.pt` after each pass, and goes on from
there when it was stopped. The rate of learning falls to nothing over all passes. Seeds are fixed; on another number of
threads or another kind of processor the sums are rounded differently and the weights with them.
"""

from __future__ import annotations

import argparse
import pickle
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional
from torch.nn.attention import SDPBackend, sdpa_kernel

from training.batches import Batch, batches
from training.corpus import UNKNOWN, Example
from training.names import correct_names
from training.network import GRAMMAR, LINK_WIDTH, Network, RoleChain
from training.prepare import WORK, base_network

RATE, HEAD_RATE, DECAY, CLIP = 2e-4, 1e-3, 0.01, 1.0
WARM_STEPS = 100
WEIGHTS = {"roles": 1.0, "names": 0.4, "links": 0.3, "parts": 0.1, "relations": 0.15, "heads": 0.15, "meaning": 3.0}
"""What each loss counts in the sum."""


def losses(network: Network, chain: RoleChain, batch: Batch) -> dict[str, Tensor]:
    """Return each loss of one batch as a mean over what is known."""
    middle, states = network.middle_and_last(batch.ids, batch.features, batch.mask)
    rows, width, size = states.shape
    at = batch.firsts[:, :, None].expand(-1, -1, size)
    words = network.drop(states.gather(1, at))
    found: dict[str, Tensor] = {}
    attributed = batch.known & (batch.roles != UNKNOWN)
    whole = attributed.any(1)
    if whole.any():
        found["roles"] = chain.loss(network.roles(words[whole]), batch.roles[whole].clamp(min=0), attributed[whole])
    for name, head in (("names", network.names), ("parts", network.parts), ("relations", network.relations)):
        target = getattr(batch, name)
        if name != "names":
            target = target.masked_fill(target >= GRAMMAR, UNKNOWN)
        if (target != UNKNOWN).any():
            found[name] = functional.cross_entropy(head(words).transpose(1, 2), target, ignore_index=UNKNOWN)
    for name, leaving, reached in (
        ("links", network.link_from, network.link_to),
        ("heads", network.head_from, network.head_to),
    ):
        target = getattr(batch, name)
        if (target != UNKNOWN).any():
            scores = leaving(words) @ reached(states).transpose(1, 2) / LINK_WIDTH**0.5
            scores = scores.masked_fill(batch.mask[:, None, :] == 0, -1e4)
            found[name] = functional.cross_entropy(scores.transpose(1, 2), target, ignore_index=UNKNOWN)
    if len(batch.vectors):
        both = torch.cat([middle, states], 2).reshape(rows * width, 2 * size)
        mean = network.meaning(batch.pooled @ both)
        found["meaning"] = (1 - functional.cosine_similarity(mean, batch.vectors, dim=1)).mean()
    return found


def _optimizer(network: Network, chain: RoleChain, rate: float) -> torch.optim.AdamW:
    network.vocabulary.weight.requires_grad_(False)
    encoder = ("layers.", "norm.", "places.")
    kinds: dict[str, list[Tensor]] = {"matrix": [], "vector": [], "head": [*chain.parameters()]}
    for name, value in network.named_parameters():
        if value.requires_grad:
            kinds["head" if not name.startswith(encoder) else "matrix" if value.ndim > 1 else "vector"].append(value)
    groups = [
        {"params": kinds["matrix"], "lr": rate, "weight_decay": DECAY},
        {"params": kinds["vector"], "lr": rate, "weight_decay": 0.0},
        {"params": kinds["head"], "lr": HEAD_RATE, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)


def train(
    examples: list[Example],
    folder: Path,
    *,
    passes: int,
    batch_pieces: int,
    seed: int,
    device: str,
    rate: float = RATE,
    start: Path | None = None,
) -> None:
    """Train for so many passes over the examples; what is in `folder` is gone on from, else what is at `start`."""
    torch.manual_seed(seed)
    network, chain = base_network(), RoleChain()
    if start is not None:
        begun: dict[str, Any] = torch.load(start, map_location="cpu", weights_only=True)
        network.load_state_dict(begun["network"])
        chain.load_state_dict(begun["chain"])
    network.to(device).train()
    chain.to(device)
    optimizer = _optimizer(network, chain, rate)
    rates = [group["lr"] for group in optimizer.param_groups]
    kept = folder / "network.pt"
    first, step = 0, 0
    if kept.exists():
        held: dict[str, Any] = torch.load(kept, map_location=device, weights_only=True)
        network.load_state_dict(held["network"])
        chain.load_state_dict(held["chain"])
        optimizer.load_state_dict(held["optimizer"])
        first, step = held["passes"], held["steps"]
        print(f"goes on after pass {first}", flush=True)
    pieces = sum(len(example.pieces) for example in examples)
    began = time.monotonic()
    for number in range(first, passes):
        random = np.random.default_rng([seed, number])
        sums: dict[str, list[float]] = {}
        read = 0
        for batch in batches(examples, random, batch_pieces):
            share = min(1.0, (number + read / pieces) / passes)
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * min(1.0, (step + 1) / WARM_STEPS) * max(0.01, 1 - share)
            moved = Batch(*(getattr(batch, name).to(device) for name in Batch.__slots__))
            # On a CPU the plain attention trains faster than the fused one, and half precision twice as fast as whole.
            with sdpa_kernel(SDPBackend.MATH if device == "cpu" else SDPBackend.EFFICIENT_ATTENTION):
                with torch.autocast(device, dtype=torch.bfloat16):
                    found = losses(network, chain, moved)
                total = sum(
                    (WEIGHTS[name] * value.float() for name, value in found.items()), torch.zeros((), device=device)
                )
                optimizer.zero_grad()
                total.backward()
            torch.nn.utils.clip_grad_norm_([*network.parameters(), *chain.parameters()], CLIP)
            optimizer.step()
            step += 1
            read += int(batch.mask.sum())
            for name, value in found.items():
                sums.setdefault(name, []).append(value.item())
            if step % 25 == 0:
                means = "  ".join(f"{name} {np.mean(values[-100:]):.3f}" for name, values in sorted(sums.items()))
                print(f"pass {number + 1} step {step} {time.monotonic() - began:.0f} s  {means}", flush=True)
        held = {"network": network.state_dict(), "chain": chain.state_dict(), "optimizer": optimizer.state_dict()}
        torch.save({**held, "passes": number + 1, "steps": step}, kept.with_suffix(".new"))
        kept.with_suffix(".new").replace(kept)


def main() -> None:
    """Read the examples and train on them."""
    parser = argparse.ArgumentParser(prog="python -m training.train", description=__doc__)
    parser.add_argument("--passes", type=int, default=5)
    parser.add_argument("--batch-pieces", type=int, default=3000, help="pieces in a batch, with padding")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--name-copies", type=int, default=6, help="how often a pass reads the names by hand")
    parser.add_argument("--rate", type=float, default=RATE, help="rate of learning of the encoder's own weights")
    parser.add_argument("--start", type=Path, help="weights to begin from, in place of the base model's")
    parser.add_argument("--folder", type=Path, default=WORK, help="where network.pt is kept")
    arguments = parser.parse_args()
    kept: dict[str, list[Example]] = {}
    for name in ("attributions", "names"):
        with (WORK / f"{name}.pickle").open("rb") as held:
            kept[name] = pickle.load(held)
    print(f"names corrected: {dict(correct_names(kept['attributions'], kept['names']))}", flush=True)
    examples = kept["attributions"] + kept["names"] * arguments.name_copies
    arguments.folder.mkdir(parents=True, exist_ok=True)
    train(
        examples,
        arguments.folder,
        passes=arguments.passes,
        batch_pieces=arguments.batch_pieces,
        seed=arguments.seed,
        device="cuda" if torch.cuda.is_available() else "cpu",
        rate=arguments.rate,
        start=arguments.start,
    )


if __name__ == "__main__":
    main()
