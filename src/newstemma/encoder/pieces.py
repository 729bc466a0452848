"""What the encoder reads of an article: word pieces, with what lower-casing takes from them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

__all__ = ["CLS", "FEATURES", "SEP", "Ints", "Passages", "Pieces", "cut_pieces", "shapes"]

Ints = npt.NDArray[np.int64]
Ranges = Sequence[tuple[int, int]]

CLS, SEP = 101, 102
"""The pieces of the vocabulary that stand at the beginning and at the end of whatever is read."""

_SHAPES, _QUOTE_STATES, _PLACES = 6, 4, 3
FEATURES = _SHAPES * _QUOTE_STATES * _PLACES
"""How many features there are: a shape, a state of quotation and a place; the feature 0 also stands at the edges."""


class Passages(NamedTuple):
    """The parts of a text that are read, as ranges of code points: sentences, paragraphs, quotations without marks.

    Each is sorted, and none overlaps another of its kind.
    """

    sentences: Ranges
    paragraphs: Ranges
    quotations: Ranges = ()


@dataclass(frozen=True, slots=True, eq=False)
class Pieces:
    """The words of an article's sentences and the word pieces that they consist of.

    For each piece: its number in the vocabulary (`ids`), its feature (`features`) and its word (`words`). For each
    word: its range in the text (`starts`, `ends`), its first piece (`firsts`), and its sentence and its paragraph as
    positions in the passages. A word is a run of letters and figures, or one other sign.
    """

    ids: Ints
    features: Ints
    words: Ints
    starts: Ints
    ends: Ints
    firsts: Ints
    sentences: Ints
    paragraphs: Ints

    def __len__(self) -> int:
        """How many pieces there are."""
        return len(self.ids)


def _shape(word: str) -> int:
    """Return what lower-casing hides: 0 lower, 1 capitalised, 2 capitals, 3 mixed, 4 figures, 5 other signs."""
    if word.isalpha():
        if word.islower():
            return 0
        if len(word) > 1 and word.isupper():
            return 2
        return 1 if word[0].isupper() and word[1:] == word[1:].lower() else 3
    return 4 if any(letter.isdigit() for letter in word) else 5


def shapes(features: Ints) -> Ints:
    """Return the shapes of words, 0 to 5, that are in `features`; 1 to 3 are those with a capital."""
    return features // (_QUOTE_STATES * _PLACES)


class _Quotations:
    """Where words stand towards quotation marks: 0 outside, 1 inside, 2 at an opening mark, 3 at a closing one."""

    def __init__(self, ranges: Ranges) -> None:
        self.ranges = ranges
        self.starts = [start for start, _ in ranges]
        self.opened = frozenset(self.starts)
        self.closed = frozenset(end for _, end in ranges)

    def state(self, start: int, end: int) -> int:
        at = bisect_right(self.starts, start) - 1
        if at >= 0 and start < self.ranges[at][1]:
            return 1
        return 2 if end in self.opened else 3 if start in self.closed else 0


def cut_pieces(text: str, passages: Passages, tokenizer: Tokenizer) -> Pieces:
    """Return the pieces of the sentences in `passages`, in the order in which they stand there.

    Offsets are code points of `text`. Characters that the vocabulary's normalisation drops (control, zero-width where
    they stand alone) belong to no word.
    """
    encoded = tokenizer.encode_batch([text[a:b] for a, b in passages.sentences], add_special_tokens=False)
    paragraph_starts = [start for start, _ in passages.paragraphs]
    quotations = _Quotations(passages.quotations)
    ids: list[int] = []
    words: list[int] = []
    bounds: list[list[int]] = []
    firsts: list[int] = []
    sentences: list[int] = []
    paragraphs: list[int] = []
    places: list[int] = []
    for number, ((begin, _), encoding) in enumerate(zip(passages.sentences, encoded, strict=True)):
        paragraph = bisect_right(paragraph_starts, begin) - 1
        place = 2 if paragraph >= 0 and begin == paragraph_starts[paragraph] else 1
        known: int | None = -1
        for piece, (start, end), word in zip(encoding.ids, encoding.offsets, encoding.word_ids, strict=True):
            if word == known:
                bounds[-1][1] = begin + end
            else:
                known = word
                bounds.append([begin + start, begin + end])
                firsts.append(len(ids))
                sentences.append(number)
                paragraphs.append(paragraph)
                places.append(place)
                place = 0
            ids.append(piece)
            words.append(len(bounds) - 1)
    states = [quotations.state(start, end) for start, end in bounds]
    printed = [_shape(text[start:end]) for start, end in bounds]
    of_word = (np.array(printed, np.int64) * _QUOTE_STATES + np.array(states, np.int64)) * _PLACES
    members, first = np.array(words, np.int64), np.array(firsts, np.int64)
    features = of_word[members]
    features[first] += np.array(places, np.int64)
    edges = np.array(bounds, np.int64).reshape(-1, 2)
    return Pieces(
        ids=np.array(ids, np.int64),
        features=features,
        words=members,
        starts=edges[:, 0],
        ends=edges[:, 1],
        firsts=first,
        sentences=np.array(sentences, np.int64),
        paragraphs=np.array(paragraphs, np.int64),
    )
