"""Rows in runs: where runs of equal rows begin in what is sorted, and ranges of places, one behind the other."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

__all__ = ["Ints", "pair_codes", "pairs_of", "run_sizes", "run_starts", "spread"]

Ints = npt.NDArray[np.int64]


def run_starts(*columns: npt.NDArray[Any]) -> Ints:
    """Return the places at which a run of rows begins that are equal in all `columns`, which have one length.

    >>> run_starts(np.array([4, 4, 7]), np.array([1, 2, 2])).tolist(), run_starts(np.array([])).tolist()
    ([0, 1, 2], [])
    """
    begins = np.ones(len(columns[0]), np.bool_)
    if len(begins):
        begins[1:] = np.any([column[1:] != column[:-1] for column in columns], axis=0)
    return np.flatnonzero(begins)


def run_sizes(starts: Ints, rows: int) -> Ints:
    """Return the lengths of the runs that begin at `starts`, of so many rows in all.

    >>> run_sizes(np.array([0, 2]), 5).tolist()
    [2, 3]
    """
    return np.diff(np.append(starts, rows))


def spread(begins: Ints | int, sizes: Ints) -> Ints:
    """Return so many places in a row from each of `begins` on, as one array.

    >>> spread(np.array([5, 0]), np.array([2, 3])).tolist(), spread(0, np.array([2, 3])).tolist()
    ([5, 6, 0, 1, 2], [0, 1, 0, 1, 2])
    """
    places: Ints = np.repeat(begins - np.cumsum(sizes) + sizes, sizes) + np.arange(sizes.sum())
    return places


def pair_codes(pairs: Ints) -> Ints:
    """Return one number for each row of two positions, in the order of rows; positions are below two to the 31st.

    >>> pairs_of(pair_codes(np.array([[1, 3], [2, 7]]))).tolist()
    [[1, 3], [2, 7]]
    """
    codes: Ints = (pairs[:, 0] << 32) | pairs[:, 1]
    return codes


def pairs_of(codes: Ints) -> Ints:
    """Return the rows of two positions that `pair_codes` made numbers of."""
    return np.stack((codes >> 32, codes & 0xFFFFFFFF), axis=1)
