"""Runs of words as 64-bit hashes that are the same in every process, on every machine."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from zlib import adler32, crc32

__all__ = ["containment", "shingles"]


def shingles(words: Sequence[str], size: int) -> list[int]:
    """Return the hash of every run of `size` words, in the order of the runs.

    >>> runs = shingles("the rain fell on the town and the rain fell on".split(), 4)
    >>> len(runs), runs[0] == runs[7]
    (8, True)

    Fewer words than `size` are one run; no words are none. The checksums of a run, CRC-32 above and Adler-32 below,
    are its hash: no other stable hash of Python's library costs as little, and nobody gains by forging one.
    """
    if not words:
        return []
    written = [word.encode("utf-8", "surrogatepass") for word in words]
    size = min(size, len(written))
    runs = list(map(b" ".join, zip(*(written[at:] for at in range(size)), strict=False)))
    return [check << 32 | sum_ for check, sum_ in zip(map(crc32, runs), map(adler32, runs), strict=True)]


def containment(first: AbstractSet[object], second: AbstractSet[object]) -> float:
    """Return the share of the smaller set that the other has too (Broder 1997); 0 where one is empty.

    >>> containment({1, 2}, {2, 3, 4})
    0.5
    """
    least = min(len(first), len(second))
    return len(first & second) / least if least else 0.0
