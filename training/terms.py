"""`python -m training.terms`: how well the encoder learns to mark the terms of arrangements, if it learns nothing else.

The shipped weights are trained further on the stories of `terms.jsonl`, all layers, with a chain over the tags of the
eleven roles, and measured on every eighth story, which is not learned from, and on the two stories for development: of
the words that it marks in single articles, which are a marked term's (half of the words in common) and of its role.
Writes `work/terms.pt`. Nothing of it is shipped: see evals/terms.md.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn.attention import SDPBackend, sdpa_kernel

from evals.gold import ABSENT, basil_text, data_folder, gold_stories, records
from evals.matching import matched
from newstemma.encoder.decoding import best_paths, tag_runs
from newstemma.encoder.pieces import CLS, SEP, Pieces, cut_pieces
from newstemma.encoder.windows import cut_windows
from newstemma.model import Article
from training.batches import Batch, batches
from training.corpus import Example, blank, passages_of, words_between
from training.network import DROPOUT, WIDTH, RoleChain
from training.prepare import WORK, base_tokenizer
from training.recover import recovered
from training.train import CLIP, DECAY, HEAD_RATE, RATE

__all__ = ["TERM_ROLES", "main", "term_examples"]

TERM_ROLES = "party gives gets price condition limit place capacity law status objection".split()
"""Roles of terms, as evals/terms.md has them; their tags are as those of the roles of attributions."""

MARKED = Path(__file__).with_name("terms.jsonl")
DEVELOPMENT = Path(__file__).parents[1] / "evals" / "terms.jsonl", ("seeds", "ev66")
FIRST_MARKED = 171  # stories that were marked first; every eighth of these and of the later ones is left out
WARM_STEPS = 60
SHARES = (0.0, 0.3, 0.5, 0.7)
_SAME = 0.5

Floats = npt.NDArray[np.float32]


class _Run(NamedTuple):
    """Words from `start` up to `end` that play a role; `sure` is the mean share of that role in them."""

    start: int
    end: int
    role: int
    sure: float


class TermNetwork(nn.Module):
    """The encoder with one head, for the tags of terms."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder, _ = recovered()
        self.encoder.vocabulary.weight.requires_grad_(False)
        self.drop = nn.Dropout(DROPOUT)
        self.head = nn.Linear(WIDTH, 1 + 2 * len(TERM_ROLES))
        self.chain = RoleChain(len(TERM_ROLES))

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor, firsts: Tensor) -> Tensor:
        """Return the scores of the tags of each word."""
        states = self.encoder.states(ids, features, mask)
        words = states.gather(1, firsts[:, :, None].expand(-1, -1, WIDTH))
        scores: Tensor = self.head(self.drop(words))
        return scores


def term_examples(data: Path, tokenizer: Tokenizer) -> tuple[list[Example], list[Example]]:
    """Return the articles to learn from and those to measure on; `roles` of an example are tags of terms."""
    texts = dict(_texts(data))
    stories = _stories(MARKED)
    left_out = [*stories[:FIRST_MARKED:8], *stories[FIRST_MARKED::8]]
    learned = [story for story in stories if story not in left_out]
    path, names = DEVELOPMENT
    left_out += [story for story in _stories(path) if story["story"] in names]

    def made(some: Sequence[dict[str, Any]]) -> list[Example]:
        return [_example(name, texts[name], story, tokenizer) for story in some for name in story["articles"]]

    return made(learned), made(left_out)


def _stories(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _texts(data: Path) -> Iterator[tuple[str, str]]:
    """Yield the texts of all articles that may be marked, by the name that the marks have for them."""
    for story in gold_stories(data):
        yield from ((name, article.text) for name, article in story.articles().items())
    yield from ((record["uuid"], basil_text(record)) for record in records(data / "basil.jsonl.gz"))
    for name in ("news_cluster", "timeml"):
        yield from ((record["id"], record["text"]) for record in records(data / f"{name}.jsonl.gz"))
    for record in records(data / "polnear.jsonl.gz"):
        yield sha256(record["id"].encode()).hexdigest()[:12], record["text"]
    for record in records(data / "article_pairs.jsonl.gz"):
        yield from ((f"{record['pair_id']}/{side}", record[f"text{side}"]) for side in "12")


def _example(name: str, text: str, story: dict[str, Any], tokenizer: Tokenizer) -> Example:
    """Return an article with its terms; where two share words, the longer has them, and what is left begins anew."""
    example = blank(name, cut_pieces(text, passages_of(Article(name, text)), tokenizer))
    places = [
        (end - start, start, end, TERM_ROLES.index(term["role"]))
        for term in story["terms"]
        for article, start, end in term["witnesses"]
        if article == name
    ]
    owner = np.full(len(example.roles), -1, np.int64)
    for number, (_, start, end, _) in enumerate(sorted(places)):
        words = words_between(example.pieces, start, end)
        owner[words.start : words.stop] = number
    role = np.array([place[3] for place in sorted(places)] or [0], np.int64)
    begins = np.diff(owner, prepend=-2) != 0
    example.roles[:] = np.where(owner < 0, 0, 2 + 2 * role[owner] - begins)
    sentences = int(example.pieces.sentences.max(initial=-1)) + 1
    example.vectors = np.zeros((sentences, WIDTH), np.float16)  # batches hold vectors; none is learned here
    return example


def _learn(network: TermNetwork, examples: list[Example], *, passes: int, batch_pieces: int, seed: int) -> None:
    encoder = [value for value in network.encoder.parameters() if value.requires_grad]
    groups = [
        {"params": encoder, "lr": RATE, "weight_decay": DECAY},
        {"params": [*network.head.parameters(), *network.chain.parameters()], "lr": HEAD_RATE, "weight_decay": 0.0},
    ]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)
    pieces, step, began = sum(len(example.pieces) for example in examples), 0, time.monotonic()
    for number in range(passes):
        network.train()
        read, losses = 0, []
        for batch in batches(examples, np.random.default_rng([seed, number]), batch_pieces):
            share = min(1.0, (number + read / pieces) / passes)
            for group, rate in zip(optimizer.param_groups, (RATE, HEAD_RATE), strict=True):
                group["lr"] = rate * min(1.0, (step + 1) / WARM_STEPS) * max(0.01, 1 - share)
            loss = _loss(network, batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), CLIP)
            optimizer.step()
            step, read = step + 1, read + int(batch.mask.sum())
            losses.append(loss.item())
        print(f"pass {number + 1}: loss {np.mean(losses):.4f}, {time.monotonic() - began:.0f} s", flush=True)


def _loss(network: TermNetwork, batch: Batch) -> Tensor:
    with sdpa_kernel(SDPBackend.MATH):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = network(batch.ids, batch.features, batch.mask, batch.firsts)
        return network.chain.loss(scores.float(), batch.roles.clamp(min=0), batch.known)


def _marked(network: TermNetwork, pieces: Pieces, steps: Floats) -> Iterator[_Run]:
    """Yield what the network marks in an article, window by window."""
    for start, end in cut_windows(pieces):
        ids, features = torch.zeros(2, 1, end - start + 2, dtype=torch.long)
        ids[0, 0], ids[0, -1] = CLS, SEP
        ids[0, 1:-1], features[0, 1:-1] = (torch.from_numpy(a[start:end]) for a in (pieces.ids, pieces.features))
        first, last = (int(np.searchsorted(pieces.firsts, bound)) for bound in (start, end))
        firsts = torch.from_numpy(pieces.firsts[first:last] - start + 1)[None]
        if first == last:
            continue
        with torch.no_grad():
            scores: Floats = network(ids, features, torch.ones_like(ids), firsts)[0].numpy()
        (path,) = best_paths([scores], steps)
        shares = _shares(scores, steps)
        for role, begin, stop in tag_runs(path, pieces.paragraphs[first:last]):
            sure = float(shares[begin:stop, 1 + 2 * role : 3 + 2 * role].sum(1).mean())
            yield _Run(first + begin, first + stop, role, sure)


def _shares(scores: Floats, steps: Floats) -> Floats:
    """Return how likely each tag of each word is over all paths (forward and backward sums)."""
    ahead, behind = np.zeros_like(scores), np.zeros_like(scores)
    ahead[0] = scores[0]
    for word in range(1, len(scores)):
        ahead[word] = np.logaddexp.reduce(ahead[word - 1][:, None] + steps, 0) + scores[word]
    for word in range(len(scores) - 2, -1, -1):
        behind[word] = np.logaddexp.reduce(steps + (scores[word + 1] + behind[word + 1])[None], 1)
    return np.asarray(np.exp(ahead + behind - np.logaddexp.reduce(ahead[-1])), np.float32)


def _measure(network: TermNetwork, examples: Sequence[Example]) -> Iterator[str]:
    """Yield a line of figures for each least share."""
    network.eval()
    steps: Floats = network.chain.transitions().detach().numpy()
    counts: defaultdict[float, Counter[str]] = defaultdict(Counter)
    for example in examples:
        gold = [_Run(start, end, role, 1.0) for role, start, end in tag_runs(example.roles, example.pieces.paragraphs)]
        runs = list(_marked(network, example.pieces, steps))
        for least in SHARES:
            found = [run for run in runs if run.sure >= least]
            counts[least]["found"] += len(found)
            counts[least]["marked"] += len(gold)
            counts[least]["whatever"] += len(matched(found, gold, _likeness))
            counts[least]["right"] += len(matched(found, gold, _in_role))
    for least, count in counts.items():
        of = [max(1, count[name]) for name in ("found", "marked")]
        right, whatever = ([count[name] / all_ for all_ in of] for name in ("right", "whatever"))
        yield (
            f"share {least}: precision {right[0]:.3f}, recall {right[1]:.3f}; "
            f"whatever the role {whatever[0]:.3f}, {whatever[1]:.3f}"
        )


def _likeness(one: _Run, other: _Run) -> float:
    """Return how many of their words two runs have in common (Dice 1945), 0 below a half."""
    common = min(one.end, other.end) - max(one.start, other.start)
    share = 2 * common / (one.end - one.start + other.end - other.start)
    return share if share >= _SAME else 0.0


def _in_role(one: _Run, other: _Run) -> float:
    return _likeness(one, other) if one.role == other.role else 0.0


def main() -> None:
    """Learn, keep, and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m training.terms", description=__doc__)
    parser.add_argument("--passes", type=int, default=7)
    parser.add_argument("--batch-pieces", type=int, default=3000, help="pieces in a batch, with padding")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--measure", action="store_true", help="measure what `work/terms.pt` holds, and learn nothing")
    arguments = parser.parse_args()
    data = data_folder()
    if data is None:
        raise SystemExit(ABSENT)
    torch.manual_seed(arguments.seed)
    learned, left_out = term_examples(data, base_tokenizer())
    print(f"{len(learned)} articles to learn from, {len(left_out)} to measure on", flush=True)
    network, kept = TermNetwork(), WORK / "terms.pt"
    if arguments.measure:
        network.load_state_dict(torch.load(kept, map_location="cpu", weights_only=True))
    else:
        _learn(network, learned, passes=arguments.passes, batch_pieces=arguments.batch_pieces, seed=arguments.seed)
        WORK.mkdir(exist_ok=True)
        torch.save(network.state_dict(), kept)
    for line in _measure(network, left_out):
        print(line)


if __name__ == "__main__":
    main()
