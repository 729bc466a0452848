"""`python -m training.names_head`: the head for names learned once more, on the sentences marked by hand.

In training most of what the head sees is marked by machine. With the network held still, its last layer is moved a
little further by the hand-marked sentences alone, held back towards where training left it; the number of passes was
chosen on 400 sentences that were left out. Writes `work/network.pt` anew.
"""

from __future__ import annotations

import argparse
import pickle

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from training.batches import batches
from training.corpus import UNKNOWN, Example
from training.network import Network
from training.prepare import WORK

__all__ = ["main"]

PASSES, RATE, BATCH_WORDS = 10, 1e-3, 512
HOLD = 3e-3  # weight of the squared distance from where training left the head


def _states(network: Network, examples: list[Example]) -> tuple[Tensor, Tensor]:
    """Return the states of all words and their name tags."""
    states: list[Tensor] = []
    tags: list[Tensor] = []
    with torch.no_grad():
        for batch in batches(examples, np.random.default_rng(0), 8000, hidden_words=0.0):
            read = network.states(batch.ids, batch.features, batch.mask)
            words = read.gather(1, batch.firsts[:, :, None].expand(-1, -1, read.shape[2]))
            known = batch.names != UNKNOWN
            states.append(words[known])
            tags.append(batch.names[known])
    return torch.cat(states), torch.cat(tags)


def main() -> None:
    """Learn the head and keep the network with it."""
    parser = argparse.ArgumentParser(prog="python -m training.names_head", description=__doc__)
    parser.add_argument("--left-out", type=int, default=0, help="measure on this many sentences instead of keeping")
    arguments = parser.parse_args()
    torch.manual_seed(0)
    held = torch.load(WORK / "network.pt", map_location="cpu", weights_only=True)
    network = Network()
    network.load_state_dict(held["network"])
    network.eval()
    with (WORK / "names.pickle").open("rb") as kept:
        examples: list[Example] = pickle.load(kept)
    cut = len(examples) - arguments.left_out
    states, tags = _states(network, examples[:cut])
    start = [value.detach().clone() for value in network.names.parameters()]
    optimizer = torch.optim.Adam(network.names.parameters(), lr=RATE)
    for number in range(PASSES):
        for batch in torch.randperm(len(states)).split(BATCH_WORDS):
            loss = functional.cross_entropy(network.names(states[batch]), tags[batch])
            moved = sum(((now - then) ** 2).sum() for now, then in zip(network.names.parameters(), start, strict=True))
            optimizer.zero_grad()
            (loss + HOLD * moved).backward()
            optimizer.step()
        if arguments.left_out and number % 5 in (0, 4):
            test, right = _states(network, examples[cut:])
            with torch.no_grad():
                found = network.names(test).argmax(1)
            named = (right > 0) | (found > 0)
            print(f"pass {number + 1}: {(found == right)[named].float().mean():.4f} of words in names", flush=True)
    if not arguments.left_out:
        torch.save(held | {"network": network.state_dict()}, WORK / "network.pt")


if __name__ == "__main__":
    main()
