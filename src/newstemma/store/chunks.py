"""Many numbers or names, some at a time: a statement carries only so many of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

__all__ = ["chunks"]

_One = TypeVar("_One")
_TOGETHER = 500  # well below what SQLite and PostgreSQL take in one statement


def chunks(wanted: Sequence[_One]) -> Iterator[Sequence[_One]]:
    """Yield the members of `wanted` in order, some at a time.

    >>> [len(some) for some in chunks(range(1200))]
    [500, 500, 200]
    """
    return (wanted[start : start + _TOGETHER] for start in range(0, len(wanted), _TOGETHER))
