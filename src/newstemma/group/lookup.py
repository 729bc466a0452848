"""An article that joins a collection: the keys by which it finds others, and which of these it is like enough."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from newstemma.group.copies import Pairs, checked
from newstemma.group.likeness import Profile, likenesses, profile
from newstemma.group.packing import pack
from newstemma.group.rows import run_starts
from newstemma.group.weights import Scale
from newstemma.model import Lookup, PackedSkim, Skim, WordWeights
from newstemma.settings.group import GroupSettings
from newstemma.text.sketch import Hashes

__all__ = ["linked", "lookup"]

_LEAST_RUNS = 8  # word runs by which an article is looked up


def lookup(skim: Skim | PackedSkim, weights: WordWeights, settings: GroupSettings) -> Lookup:
    """Return the last day of an article and its keys, with what each weighs.

    >>> rain = Skim("a", frozenset(), (("rain", 2),), frozenset(), frozenset())
    >>> list(lookup(rain, WordWeights(b"", b"", 5.0), GroupSettings()).keys.values())
    [5.0]

    They are its weightiest words that the collection knew when its words were weighed, as many that it did not, which
    are the names of new events, and its smallest runs of words. They depend on the article and on `weights` alone.
    """
    packed, scale = pack(skim, settings), Scale(weights)
    words, weighed, known = packed.words, scale.of(packed.words), scale.knows(packed.words)
    order = np.lexsort((words, -packed.uses * weighed))
    chosen = np.concatenate([order[known[order] == old][: settings.looked_up] for old in (True, False)])
    keys = dict(zip(_signed(words[chosen]), weighed[chosen].tolist(), strict=True))
    day = int(packed.days[-1]) if len(packed.days) else 0
    return Lookup(day, keys | dict.fromkeys(_signed(packed.runs[:_LEAST_RUNS]), weights.rarest))


def linked(
    skims: Sequence[Skim | PackedSkim],
    pairs: Sequence[tuple[int, int]],
    weights: WordWeights,
    settings: GroupSettings,
) -> list[bool]:
    """Tell of each of `pairs`, positions in `skims` in order, whether the first may change the story of the second.

    >>> rain = Skim("a", frozenset(), (("rain", 2),), frozenset(), frozenset())
    >>> linked([rain, rain], [(0, 1)], WordWeights(b"", b"", 5.0), GroupSettings())
    [True]

    Where none of a story's articles is nearly as like one that joins as `link` asks, `group` would hardly put the two
    together.
    """
    scale, none_shared = Scale(weights), np.empty(0, np.uint64)
    seen: list[Profile] = [profile(pack(skim, settings), scale, none_shared, settings) for skim in skims]
    rows: Pairs = np.array(pairs, np.int64).reshape(-1, 2)
    held = checked(rows, [one.runs for one in seen], settings).held
    found = np.zeros(len(rows), np.bool_)
    for begin, end in pairwise(np.append(run_starts(rows[:, 0]), len(rows)).tolist()):
        others = [seen[other] for other in rows[begin:end, 1].tolist()]
        values, _ = likenesses(seen[rows[begin, 0]], others, held[begin:end], settings)
        found[begin:end] = values >= settings.touched * settings.link
    return [bool(one) for one in found.tolist()]


def _signed(hashes: Hashes) -> list[int]:
    return [int(one) for one in hashes.view(np.int64).tolist()]
