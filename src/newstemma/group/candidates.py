"""Which pairs of articles are worth comparing, by inverted indexes; never all pairs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from newstemma.group.copies import Pairs, overlaps
from newstemma.group.likeness import Profile
from newstemma.group.rows import Ints, pair_codes, pairs_of, run_sizes, run_starts, spread
from newstemma.settings.group import GroupSettings
from newstemma.text.sketch import Hashes

__all__ = [
    "AT_A_TIME", "Index", "KeyRows", "Meetings", "candidates", "distinct_pairs", "indexed", "key_rows", "meetings",
    "nearest", "represented",
]  # fmt: skip

AT_A_TIME = 1_024  # articles whose neighbours are looked up together, which bounds memory
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class KeyRows:
    """Rows (key, article, weight of the key there, rank of it there, last day of the article, its weightiest key)."""

    keys: Hashes
    owners: Ints
    weights: Floats
    ranks: Ints
    days: Ints
    tops: Hashes


@dataclass(frozen=True, slots=True)
class Index:
    """Rows of keys, in whole buckets, one bucket after the other in the order of keys.

    `starts` and `sizes` tell for each row where its bucket is. Inside a bucket rows are sorted by day, then by the
    article's weightiest key, so that neighbours in it are near each other.
    """

    owners: Ints
    weights: Floats
    ranks: Ints
    starts: Ints
    sizes: Ints


@dataclass(frozen=True, slots=True)
class Meetings:
    """Pairs of articles that met under a key, and what that adds: for each article in the order of keys."""

    first: Ints
    second: Ints
    weights: Floats


def candidates(seen: Sequence[Profile], settings: GroupSettings) -> Pairs:
    """Return the pairs of positions in `seen` that are worth a closer look, sorted.

    Every article is paired with those that hold many of its runs of words, with the `nearest` others by the keys that
    they share, and with the representatives of its weightiest keys: a thousand articles on one event hold together
    through these even where each has many closer neighbours. With n articles that is about
    n * (nearest + led_keys * representatives) pairs, found in n * keys * bucket steps.
    """
    index = indexed(key_rows(seen, np.arange(len(seen))))
    copies = overlaps([one.runs for one in seen], settings)
    found = [copies.pairs[copies.held >= settings.template_runs], represented(index, settings)]
    rows = np.argsort(index.owners, kind="stable")
    bounds = np.searchsorted(index.owners[rows], np.arange(0, len(seen) + AT_A_TIME, AT_A_TIME))
    found += (nearest(meetings(index, rows[begin:end], settings), settings) for begin, end in pairwise(bounds))
    return distinct_pairs(np.concatenate(found))


def distinct_pairs(pairs: Pairs) -> Pairs:
    """Return each of `pairs` once, the smaller position first, sorted.

    >>> distinct_pairs(np.array([[7, 2], [2, 7], [1, 3]])).tolist()
    [[1, 3], [2, 7]]
    """
    ends = np.sort(pairs, axis=1)
    return pairs_of(np.unique(pair_codes(ends)))


def key_rows(seen: Sequence[Profile], positions: Ints) -> KeyRows:
    """Return a row for each key of each article, whose positions in the whole set are given."""
    lengths = np.array([len(one.keys) for one in seen], np.int64)
    days = np.array([one.days[-1] if len(one.days) else -1 for one in seen], np.int64)
    tops = np.array([one.keys[0] if len(one.keys) else 0 for one in seen], np.uint64)
    return KeyRows(
        np.concatenate([np.empty(0, np.uint64), *(one.keys for one in seen)]),
        np.repeat(positions, lengths),
        np.concatenate([np.empty(0), *(one.key_values for one in seen)]),
        spread(0, lengths),
        np.repeat(days, lengths),
        np.repeat(tops, lengths),
    )


def indexed(rows: KeyRows) -> Index:
    """Return the index of `rows`, which hold all that there are of every key among them, in any order."""
    order = np.lexsort((rows.owners, rows.tops, rows.days, rows.keys))
    keys = rows.keys[order]
    starts = run_starts(keys)
    sizes = run_sizes(starts, len(keys))
    return Index(
        rows.owners[order], rows.weights[order], rows.ranks[order], np.repeat(starts, sizes), np.repeat(sizes, sizes)
    )


def meetings(index: Index, rows: Ints, settings: GroupSettings) -> Meetings:
    """Return whom the articles whose rows of `index` these are meet: all of a small bucket; of a large one the next
    few either way, the sorted neighbourhood of Hernández and Stolfo (1995).
    """
    large = index.sizes[rows] > settings.bucket
    low = np.where(large, np.maximum(index.starts[rows], rows - settings.neighbours), index.starts[rows])
    ends = index.starts[rows] + index.sizes[rows]
    high = np.where(large, np.minimum(ends, rows + settings.neighbours + 1), ends)
    sizes = high - low
    mine = np.repeat(rows, sizes)
    other = spread(low, sizes)
    kept = mine != other
    mine, other = mine[kept], other[kept]
    return Meetings(index.owners[mine], index.owners[other], index.weights[mine] * index.weights[other])


def nearest(met: Meetings, settings: GroupSettings) -> Pairs:
    """Return each article with those that share most with it, where `met` holds all that it met."""
    if not len(met.first):
        return np.empty((0, 2), np.int64)
    order = np.lexsort((met.second, met.first))  # stable: the rows of a pair stay in the order of keys, as sums need
    first, second, weights = met.first[order], met.second[order], met.weights[order]
    starts = run_starts(first, second)
    sums = np.add.reduceat(weights, starts)
    first, second = first[starts], second[starts]
    order = np.lexsort((second, -sums, first))
    first, second = first[order], second[order]
    rank = spread(0, run_sizes(run_starts(first), len(first)))
    best = rank < settings.nearest
    return np.stack((first[best], second[best]), axis=1)


def represented(index: Index, settings: GroupSettings) -> Pairs:
    """Return each article with those for which one of its weightiest keys weighs most, where more share it than
    `nearest`."""
    rows = np.flatnonzero(index.sizes > settings.nearest)
    order = rows[np.lexsort((index.owners[rows], -index.weights[rows], index.starts[rows]))]
    if not len(order):
        return np.empty((0, 2), np.int64)
    begins = run_starts(index.starts[order])
    head_of = np.repeat(begins, run_sizes(begins, len(order)))
    led = np.flatnonzero(index.ranks[order] < settings.led_keys)
    found = []
    for rank in range(settings.representatives):
        head = order[head_of[led] + rank]
        found.append(np.stack((index.owners[order[led]], index.owners[head]), axis=1))
    pairs: Pairs = np.concatenate(found)
    apart: Pairs = pairs[pairs[:, 0] != pairs[:, 1]]
    return apart
