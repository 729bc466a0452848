"""Batches: windows of examples of about one length, padded to arrays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from newstemma.encoder.pieces import CLS, SEP
from newstemma.encoder.windows import MOST_PIECES, runs
from training.corpus import UNKNOWN, Example

__all__ = ["Batch", "batches"]

MASK = 103
POOL = 320  # windows that are sorted by length together
SINGLE_SENTENCES = 0.1  # share of windows that hold one sentence alone, so that short texts are read as well as long
HIDDEN_WORDS = 0.1  # share of words replaced by the mask: what is not learned from one word is learned from its place

Window = tuple[Example, int, int]


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded windows. [row, piece]: ids, features, mask; [row, word]: the rest, with UNKNOWN where nothing is known.

    `firsts` is the piece at which a word starts; links and heads are pieces, 0 for one outside the window. `pooled`
    [sentence, row × piece] averages the pieces of each whole sentence, and `vectors` [sentence, width] is its target.
    """

    ids: Tensor
    features: Tensor
    mask: Tensor
    firsts: Tensor
    known: Tensor
    roles: Tensor
    names: Tensor
    links: Tensor
    parts: Tensor
    relations: Tensor
    heads: Tensor
    pooled: Tensor
    vectors: Tensor


def _windows(example: Example, random: np.random.Generator) -> Iterator[Window]:
    """Cut an article into windows of whole sentences, each of another length, so that no place is special."""
    sentences = example.pieces.sentences[example.pieces.words]
    most, begin = _length(random), 0
    for start, end in runs(sentences):
        if end - begin > most and start > begin:
            yield example, begin, start
            most, begin = _length(random), start
        while end - begin > MOST_PIECES:
            yield example, begin, begin + MOST_PIECES
            begin += MOST_PIECES
    if len(sentences) > begin:
        yield example, begin, len(sentences)


def _length(random: np.random.Generator) -> int:
    if random.random() < SINGLE_SENTENCES:
        return 1
    return int(random.integers(MOST_PIECES // 3, MOST_PIECES + 1)) if random.random() < 0.5 else MOST_PIECES


def batches(
    examples: Sequence[Example],
    random: np.random.Generator,
    most_pieces: int,
    *,
    hidden_words: float = HIDDEN_WORDS,
) -> Iterator[Batch]:
    """Yield one pass over the examples, shuffled, in batches of at most about `most_pieces` pieces with padding."""
    windows = [window for example in examples for window in _windows(example, random)]
    order = random.permutation(len(windows))
    made: list[list[Window]] = []
    for at in range(0, len(windows), POOL):
        pool = sorted((windows[number] for number in order[at : at + POOL]), key=lambda w: w[2] - w[1])
        held: list[Window] = []
        for window in pool:
            if held and (len(held) + 1) * (window[2] - window[1] + 2) > most_pieces:
                made.append(held)
                held = []
            held.append(window)
        made.append(held)
    for number in random.permutation(len(made)):
        yield _padded(made[number], random, hidden_words)


def _padded(windows: Sequence[Window], random: np.random.Generator, hidden_words: float) -> Batch:
    rows, width = len(windows), max(end - start for _, start, end in windows) + 2
    ids, features, mask = (np.zeros((rows, width), np.int64) for _ in range(3))
    spans = [_words(example, start, end) for example, start, end in windows]
    words = max(stop - first for first, stop in spans)
    firsts, known = np.zeros((rows, words), np.int64), np.zeros((rows, words), np.bool_)
    labels = {name: np.full((rows, words), UNKNOWN, np.int64) for name in ("roles", "names", "parts", "relations")}
    targets = {name: np.full((rows, words), UNKNOWN, np.int64) for name in ("links", "heads")}
    pooled: list[tuple[int, int]] = []
    vectors: list[npt.NDArray[np.float16]] = []
    for row, ((example, start, end), (first, stop)) in enumerate(zip(windows, spans, strict=True)):
        pieces, length, count = example.pieces, end - start, stop - first
        ids[row, 0], ids[row, 1 : length + 1], ids[row, length + 1] = CLS, pieces.ids[start:end], SEP
        features[row, 1 : length + 1] = pieces.features[start:end]
        mask[row, : length + 2] = 1
        hidden = random.random(len(pieces.starts[first:stop]) + 1) < hidden_words
        ids[row, 1 : length + 1][hidden[pieces.words[start:end] - first]] = MASK
        firsts[row, :count] = pieces.firsts[first:stop] - start + 1
        known[row, :count] = True
        for name, array in labels.items():
            array[row, :count] = getattr(example, name)[first:stop]
        for name, array in targets.items():
            word = getattr(example, name)[first:stop]
            inside = (word >= first) & (word < stop)
            piece = pieces.firsts[np.clip(word, 0, len(pieces.firsts) - 1)] - start + 1
            array[row, :count] = np.where(word == UNKNOWN, UNKNOWN, np.where(inside, piece, 0))
        of_piece = pieces.sentences[pieces.words[start:end]]
        for sentence in np.unique(of_piece):
            at = np.flatnonzero(of_piece == sentence)
            if start + at[0] == 0 or pieces.sentences[pieces.words[start + at[0] - 1]] != sentence:
                pooled.append((row * width + 1 + int(at[0]), row * width + 1 + int(at[-1]) + 1))
                vectors.append(example.vectors[sentence])
    mean = np.zeros((len(pooled), rows * width), np.float32)
    for sentence, (begin, finish) in enumerate(pooled):
        mean[sentence, begin:finish] = 1 / (finish - begin)
    targets_of_meaning = np.stack(vectors).astype(np.float32) if vectors else np.zeros((0, 384), np.float32)
    arrays = (ids, features, mask, firsts, known, labels["roles"], labels["names"], targets["links"], labels["parts"])
    rest = (labels["relations"], targets["heads"], mean, targets_of_meaning)
    return Batch(*(torch.from_numpy(array) for array in (*arrays, *rest)))


def _words(example: Example, start: int, end: int) -> tuple[int, int]:
    """Return the words that begin in a range of pieces."""
    firsts = example.pieces.firsts
    return int(np.searchsorted(firsts, start)), int(np.searchsorted(firsts, end))
