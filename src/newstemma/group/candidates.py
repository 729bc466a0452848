"""Which pairs of articles are worth comparing, by inverted indexes; never all pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from newstemma.group.copies import Pairs, overlaps
from newstemma.group.likeness import Profile
from newstemma.group.rows import Ints, run_sizes, run_starts, spread
from newstemma.settings.group import GroupSettings
from newstemma.text.sketch import Hashes

__all__ = ["candidates"]

_AT_A_TIME = 1_024  # articles whose neighbours are looked up together, which bounds memory
_Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Index:
    """Rows (key, article, weight of the key there), a bucket of one key after the other; where each one's bucket is."""

    owners: Ints
    weights: _Floats
    ranks: Ints
    starts: Ints
    sizes: Ints


def candidates(seen: Sequence[Profile], settings: GroupSettings) -> Pairs:
    """Return the pairs of positions in `seen` that are worth a closer look, sorted.

    Every article is paired with those that hold many of its runs of words, with the `nearest` others by the keys that
    they share, and with the representatives of its weightiest keys: a thousand articles on one event hold together
    through these even where each has many closer neighbours. With n articles that is about
    n * (nearest + led_keys * representatives) pairs, found in n * keys * bucket steps.
    """
    index = _indexed(seen)
    copies = overlaps([one.runs for one in seen], settings)
    found = [
        copies.pairs[copies.held >= settings.template_runs],
        _represented(index, settings),
        *_nearest(index, len(seen), settings),
    ]
    pairs = np.sort(np.concatenate(found), axis=1)
    codes = np.unique((pairs[:, 0] << 32) | pairs[:, 1])
    return np.stack((codes >> 32, codes & 0xFFFFFFFF), axis=1)


def _indexed(seen: Sequence[Profile]) -> _Index:
    lengths = np.array([len(one.keys) for one in seen], np.int64)
    owners = np.repeat(np.arange(len(seen)), lengths)
    keys: Hashes = np.concatenate([np.empty(0, np.uint64), *(one.keys for one in seen)])
    weights = np.concatenate([np.empty(0), *(one.key_values for one in seen)])
    ranks = spread(0, lengths)
    # Inside a bucket: by day, then by the article's weightiest key, so that neighbours in it are near each other.
    days = np.array([one.days[-1] if len(one.days) else -1 for one in seen], np.int64)
    tops = np.array([one.keys[0] if len(one.keys) else 0 for one in seen], np.uint64)
    order = np.lexsort((owners, tops[owners], days[owners], keys))
    keys = keys[order]
    starts = run_starts(keys)
    sizes = run_sizes(starts, len(keys))
    return _Index(owners[order], weights[order], ranks[order], np.repeat(starts, sizes), np.repeat(sizes, sizes))


def _nearest(index: _Index, articles: int, settings: GroupSettings) -> Iterator[Pairs]:
    """Each article with those that share most with it: some articles at a time."""
    rows = np.argsort(index.owners, kind="stable")
    bounds = np.searchsorted(index.owners[rows], np.arange(0, articles + _AT_A_TIME, _AT_A_TIME))
    for begin, end in pairwise(bounds):
        yield _neighbours(index, rows[begin:end], settings)


def _neighbours(index: _Index, rows: Ints, settings: GroupSettings) -> Pairs:
    """The nearest of the articles whose rows these are: all of a small bucket; of a large one the next few either way.

    The latter is the sorted neighbourhood of Hernández and Stolfo (1995).
    """
    ends = index.starts[rows] + index.sizes[rows]
    large = index.sizes[rows] > settings.bucket
    low = np.where(large, np.maximum(index.starts[rows], rows - settings.neighbours), index.starts[rows])
    high = np.where(large, np.minimum(ends, rows + settings.neighbours + 1), ends)
    sizes = high - low
    mine = np.repeat(rows, sizes)
    other = spread(low, sizes)
    kept = mine != other
    mine, other = mine[kept], other[kept]
    weights = index.weights[mine] * index.weights[other]
    first, second = index.owners[mine], index.owners[other]
    order = np.lexsort((mine, second, first))  # rows of one pair in the order of their keys, so that sums are the same
    first, second, weights = first[order], second[order], weights[order]
    if not len(first):
        return np.empty((0, 2), np.int64)
    starts = run_starts(first, second)
    sums = np.add.reduceat(weights, starts)
    first, second = first[starts], second[starts]
    order = np.lexsort((second, -sums, first))
    first, second = first[order], second[order]
    rank = spread(0, run_sizes(run_starts(first), len(first)))
    best = rank < settings.nearest
    return np.stack((first[best], second[best]), axis=1)


def _represented(index: _Index, settings: GroupSettings) -> Pairs:
    """Each article with those for which one of its weightiest keys weighs most, where more share it than `nearest`."""
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
