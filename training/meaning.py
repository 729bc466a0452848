"""`python -m training.meaning`: the head that turns the trained network's states into the base model's vectors.

Reading for attributions bends the states away from what the base model says of a text's meaning. A small head learns
beside it to bring that back from the third and the last states of whole sentences; here it learns once more, the
network itself held still, on texts read alone: sentences, leads of three sentences, and contents of attributions,
which are short as answers are. Writes `work/meaning.pt`.
"""

from __future__ import annotations

import argparse
import pickle
import time
from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from newstemma.encoder.pieces import CLS, SEP, Pieces
from newstemma.encoder.windows import runs
from training.corpus import Example
from training.network import Network
from training.prepare import TEACHER_PIECES, WORK, base_network, base_vectors

__all__ = ["main"]

SENTENCES, LEADS, CONTENTS = 6_000, 5_000, 5_000
"""How many texts of each kind are learned from."""

PASSES, BATCH, RATE = 60, 256, 1e-3
LEAD = 3  # sentences

Text = tuple[Pieces, int, int]


def _texts(examples: Sequence[Example], random: np.random.Generator) -> list[Text]:
    """Draw ranges of pieces that are texts of the three kinds."""
    sentences: list[Text] = []
    leads: list[Text] = []
    contents: list[Text] = []
    for example in examples:
        pieces = example.pieces
        cut = runs(pieces.sentences[pieces.words])
        sentences += [(pieces, start, end) for start, end in cut]
        leads += [(pieces, cut[at][0], cut[at : at + LEAD][-1][1]) for at in range(0, len(cut), LEAD)]
        begins = np.flatnonzero(example.roles == 5)
        for begin in begins.tolist():
            end = begin + 1
            while end < len(example.roles) and example.roles[end] == 6:
                end += 1
            stop = int(pieces.firsts[end]) if end < len(pieces.firsts) else len(pieces)
            contents.append((pieces, int(pieces.firsts[begin]), stop))
    drawn: list[Text] = []
    for texts, count in ((sentences, SENTENCES), (leads, LEADS), (contents, CONTENTS)):
        kept = [text for text in texts if 4 <= text[2] - text[1] <= TEACHER_PIECES]
        drawn += [kept[number] for number in random.permutation(len(kept))[:count].tolist()]
    return drawn


def _pooled(network: Network, texts: Sequence[Text], batch_pieces: int = 8192) -> Tensor:
    """Return the two means of states that the head reads, for each text read alone [text, 2 × width]."""
    made = torch.zeros(len(texts), 2 * network.width)
    order = sorted(range(len(texts)), key=lambda at: texts[at][2] - texts[at][1])
    while order:
        width = texts[order[-1]][2] - texts[order[-1]][1] + 2
        taken = [order.pop() for _ in range(min(len(order), max(1, batch_pieces // width)))]
        ids, features, mask = (torch.zeros(len(taken), width, dtype=torch.long) for _ in range(3))
        for row, number in enumerate(taken):
            pieces, start, end = texts[number]
            ids[row, 0], ids[row, end - start + 1] = CLS, SEP
            ids[row, 1 : end - start + 1] = torch.from_numpy(pieces.ids[start:end])
            features[row, 1 : end - start + 1] = torch.from_numpy(pieces.features[start:end])
            mask[row, : end - start + 2] = 1
        inner = mask.clone()
        inner[:, 0] = 0
        inner[torch.arange(len(taken)), mask.sum(1) - 1] = 0
        share = (inner / inner.sum(1, keepdim=True))[:, None, :]
        with torch.no_grad():
            middle, last = network.middle_and_last(ids, features, mask)
            made[taken] = torch.cat([(share @ middle)[:, 0], (share @ last)[:, 0]], 1)
    return made


def main() -> None:
    """Learn the head and keep it."""
    argparse.ArgumentParser(prog="python -m training.meaning", description=__doc__).parse_args()
    torch.manual_seed(0)
    random = np.random.default_rng(0)
    with (WORK / "attributions.pickle").open("rb") as held:
        texts = _texts(pickle.load(held), random)
    began = time.monotonic()
    network = base_network()
    rows = [pieces.ids[start:end].tolist() for pieces, start, end in texts]
    target = torch.zeros(len(texts), network.width)
    for number, vector in base_vectors(network, rows):
        target[number] = torch.from_numpy(vector)
    print(f"{len(texts)} texts, vectors of the base model after {time.monotonic() - began:.0f} s", flush=True)
    trained = torch.load(WORK / "network.pt", map_location="cpu", weights_only=True)
    network.load_state_dict(trained["network"])
    states = _pooled(network, texts)
    print(f"states after {time.monotonic() - began:.0f} s", flush=True)
    order = torch.from_numpy(random.permutation(len(texts)))
    held_out, learned = order[: len(order) // 20], order[len(order) // 20 :]
    head = network.meaning
    optimizer = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=0.01)
    steps = PASSES * (len(learned) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: max(0.01, 1 - step / steps))
    for number in range(PASSES):
        for batch in learned[torch.randperm(len(learned))].split(BATCH):
            loss = (1 - functional.cosine_similarity(head(states[batch]), target[batch], dim=1)).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
        if number % 10 == 9:
            with torch.no_grad():
                apart = (1 - functional.cosine_similarity(head(states[held_out]), target[held_out], dim=1)).mean()
            print(f"pass {number + 1}: {loss.item():.4f}, held out {apart.item():.4f}", flush=True)
    torch.save(head.state_dict(), WORK / "meaning.pt")


if __name__ == "__main__":
    main()
