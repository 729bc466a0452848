"""The keys by which an article that joins a collection finds the others that it may share a story with."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from newstemma.group.packing import pack
from newstemma.group.weights import Scale
from newstemma.model import Skim, WordWeights
from newstemma.settings.group import GroupSettings
from newstemma.text.sketch import Hashes

__all__ = ["lookup_keys"]

_LEAST_RUNS = 8  # word runs by which an article is looked up


def lookup_keys(skim: Skim, weights: WordWeights, settings: GroupSettings) -> Mapping[int, float]:
    """Return the keys of an article, as signed 64-bit numbers, with what each weighs.

    >>> rain = Skim("a", frozenset(), (("rain", 2),), frozenset(), frozenset(), frozenset())
    >>> list(lookup_keys(rain, WordWeights(b"", b"", 5.0), GroupSettings()).values())
    [5.0]

    They are its weightiest words that the collection knew when its words were weighed, as many that it did not, which
    are the names of new events, and its smallest runs of words. They depend on the article and on `weights` alone.
    """
    packed, scale = pack(skim, settings), Scale(weights)
    words, weighed, known = packed.words, scale.of(packed.words), scale.knows(packed.words)
    order = np.lexsort((words, -packed.uses * weighed))
    chosen = np.concatenate([order[known[order] == old][: settings.looked_up] for old in (True, False)])
    keys = dict(zip(_signed(words[chosen]), weighed[chosen].tolist(), strict=True))
    return keys | dict.fromkeys(_signed(packed.runs[:_LEAST_RUNS]), weights.rarest)


def _signed(hashes: Hashes) -> list[int]:
    return [int(one) for one in hashes.view(np.int64).tolist()]
