"""Windows: the runs of pieces that the encoder reads in one pass."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from newstemma.encoder.pieces import Ints, Pieces

__all__ = ["MOST_PIECES", "cut_windows", "runs"]

MOST_PIECES = 254
"""Pieces of a window, without the two that mark its edges; the length at which the encoder was trained."""


def cut_windows(pieces: Pieces, most: int = MOST_PIECES) -> list[tuple[int, int]]:
    """Return the ranges of pieces of the windows, which cover all pieces in order and overlap nowhere.

    A window holds whole paragraphs as long as they fit, else whole sentences; only a sentence of more than `most`
    pieces is cut inside.
    """
    if not len(pieces):
        return []
    units: list[tuple[int, int]] = []
    paragraphs = pieces.paragraphs[pieces.words]
    for start, end in runs(pieces.sentences[pieces.words]):
        if units and paragraphs[units[-1][0]] == paragraphs[start] and end - units[-1][0] <= most:
            units[-1] = (units[-1][0], end)
        else:
            units.append((start, end))
    return pack(units, most)


def pack(units: list[tuple[int, int]], most: int) -> list[tuple[int, int]]:
    """Join neighbouring ranges into windows of at most `most`; a longer range is cut.

    >>> pack([(0, 3), (3, 5), (5, 17)], 5)
    [(0, 5), (5, 10), (10, 15), (15, 17)]
    """
    windows: list[tuple[int, int]] = []
    for start, end in units:
        if windows and end - windows[-1][0] <= most:
            windows[-1] = (windows[-1][0], end)
            continue
        windows += [(at, min(at + most, end)) for at in range(start, end, most)]
    return windows


def runs(values: Ints) -> list[tuple[int, int]]:
    """Return the ranges over which `values`, of which there is at least one, stay the same.

    >>> runs(np.array([4, 4, 7]))
    [(0, 2), (2, 3)]
    """
    edges = [0, *(np.flatnonzero(np.diff(values)) + 1).tolist(), len(values)]
    return list(pairwise(edges))
