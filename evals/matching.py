"""Matching what was found with what the gold holds, one to one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

__all__ = ["matched"]

_Found = TypeVar("_Found")
_Gold = TypeVar("_Gold")


def matched(
    found: Sequence[_Found], gold: Sequence[_Gold], likeness: Callable[[_Found, _Gold], float]
) -> dict[int, int]:
    """Match one to one, the likest pairs first; returns found index to gold index.

    >>> matched([3.0, 9.0], [8.0, 1.0], lambda one, other: max(0.0, 4 - abs(one - other)))
    {1: 0, 0: 1}

    Pairs without any likeness are never matched; of pairs equally alike, those that come first in both are taken.
    """
    pairs = [
        (-share, i, j) for i, one in enumerate(found) for j, other in enumerate(gold) if (share := likeness(one, other))
    ]
    right: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(pairs):
        if i not in right and j not in taken:
            right[i] = j
            taken.add(j)
    return right
