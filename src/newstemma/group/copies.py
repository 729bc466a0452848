"""Near-duplicates: sketches to keys, keys to pairs, pairs to what the shorter holds of the longer.

Each step is a function of rows alone, so whoever shuffles them, memory, a database or an engine, gets the same pairs:
rows (key, article) by key -> `bucket_pairs`; pairs, each counted -> `checked`, which needs both sketches.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from newstemma.group.rows import pair_codes, pairs_of, run_sizes, run_starts, spread
from newstemma.settings.group import GroupSettings
from newstemma.text.sketch import Hashes

__all__ = ["Overlaps", "Pairs", "bucket_pairs", "checked", "overlaps"]

Pairs: TypeAlias = npt.NDArray[np.int64]
"""Rows of two positions, the smaller first, sorted."""

_QUERIES = 1 << 21  # look-ups at a time, which bounds memory


@dataclass(frozen=True, slots=True)
class Overlaps:
    """Pairs of articles that share runs of words: how many of the sampled ones, and what share of the shorter's."""

    pairs: Pairs
    shared: npt.NDArray[np.int64]
    held: npt.NDArray[np.float64]


def overlaps(sketches: Sequence[Hashes], settings: GroupSettings) -> Overlaps:
    """Return the pairs of positions in `sketches` that share at least `least_shared` sampled runs.

    >>> a, b, c = (np.array(runs, np.uint64) for runs in ([1, 2, 3, 4], [1, 2, 3], [8, 9]))
    >>> overlaps([a, b, c], GroupSettings()).held.tolist()
    [0.75]

    Pairs of which more than `bucket` articles share the same runs are looked at through representatives.
    """
    keys = np.concatenate([np.empty(0, np.uint64), *sketches])
    owners = np.repeat(np.arange(len(sketches)), [len(one) for one in sketches])
    met = bucket_pairs(keys, owners, settings)
    codes, counts = np.unique(pair_codes(met), return_counts=True)
    codes = codes[counts >= settings.least_shared]
    return checked(pairs_of(codes), sketches, settings)


def bucket_pairs(keys: Hashes, owners: npt.NDArray[np.int64], settings: GroupSettings) -> Pairs:
    """Return the pairs of owners under each key, one row for each key that they share.

    Rows come in any order and in whole buckets. A bucket of at most `run_bucket` gives all its pairs; a larger one each
    member with the `representatives` smallest, so it is never dropped and costs no more than its size.
    """
    order = np.lexsort((owners, keys))
    keys, owners = keys[order], owners[order]
    starts = run_starts(keys)
    sizes = run_sizes(starts, len(keys))
    size_of, start_of = np.repeat(sizes, sizes), np.repeat(starts, sizes)
    small = (size_of > 1) & (size_of <= settings.run_bucket)
    rows, heads = np.flatnonzero(small), np.flatnonzero(size_of > settings.run_bucket)
    found: list[Pairs] = [np.empty((0, 2), np.int64)]
    for step in range(1, settings.run_bucket):
        rows = rows[rows + step < start_of[rows] + size_of[rows]]
        if not len(rows):
            break
        found.append(np.stack((owners[rows], owners[rows + step]), axis=1))
    for rank in range(settings.representatives):
        others = heads[heads - start_of[heads] > rank]
        found.append(np.stack((owners[start_of[others] + rank], owners[others]), axis=1))
    return np.concatenate(found)


def checked(pairs: Pairs, sketches: Sequence[Hashes], settings: GroupSettings) -> Overlaps:
    """Return for each pair how many hashes both sketches have, and which share of the shorter text's that is.

    A sketch of fewer than `whole_below` hashes is all that its text has; any other reaches up to its greatest. Two are
    compared as far as both reach, and one run more is taken as not held: one out of one tells little.
    """
    lengths = np.array([len(one) for one in sketches], np.int64)
    offsets = np.concatenate(([0], np.cumsum(lengths)))
    values, ids = np.unique(np.concatenate([np.empty(0, np.uint64), *sketches]), return_inverse=True)
    stored = np.repeat(np.arange(len(sketches)), lengths) * len(values) + ids  # sorted, as every sketch is
    reach = np.full(len(sketches), len(values) - 1, np.int64)
    cut = np.flatnonzero(lengths >= max(1, settings.whole_below))
    reach[cut] = ids[offsets[cut + 1] - 1]
    swap = lengths[pairs[:, 0]] > lengths[pairs[:, 1]]
    short, long = np.where(swap, pairs[:, ::-1].T, pairs.T)
    shared = np.zeros(len(pairs), np.int64)
    ends = np.cumsum(lengths[short])
    begin = 0
    while begin < len(pairs):
        done = ends[begin - 1] if begin else 0
        end = max(begin + 1, int(np.searchsorted(ends, done + _QUERIES, side="right")))
        sizes = lengths[short[begin:end]]
        pair = np.repeat(np.arange(end - begin), sizes)
        at = spread(offsets[short[begin:end]], sizes)
        wanted = long[begin:end][pair] * len(values) + ids[at]
        place = np.minimum(np.searchsorted(stored, wanted), max(0, len(stored) - 1))
        shared[begin:end] = np.bincount(pair[stored[place] == wanted], minlength=end - begin)
        begin = end
    both = np.minimum(reach[short], reach[long])
    least = np.minimum(
        *(np.searchsorted(stored, one * len(values) + both, side="right") - offsets[one] for one in (short, long))
    )
    return Overlaps(pairs, shared, shared / (least + 1))
