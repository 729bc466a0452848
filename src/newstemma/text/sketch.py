"""Sketches of texts: the smallest hashes of their runs of words, by which copies and parts of copies are known.

The definition, so that any program can make the same ones. A word is a longest run of letters and digits (of the basic
plane of Unicode, after `str.lower`); with its code points c0, c1, ... it hashes to mix(c0 + c1 B + c2 B² + ...). A run
of n words hashes to mix(((w0 B + w1) B + w2) ...). All is modulo 2⁶⁴, B is 0x9E3779B97F4A7C15, and mix is the finaliser
x ^= x >> 32, x *= 0xD6E8FEB86659FD93, twice, then x ^= x >> 32. A sketch holds the distinct hashes of a text that are
below 2⁶⁴ / n, and more, up to a least number, where these are too few. So the sketch of a part lies in the sketch of
its whole, as far as both reach, and the share of it that does estimates containment without bias (Broder 1997; "scaled"
MinHash of Irber et al. 2022).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

__all__ = ["Hashes", "run_hashes", "sketch", "whole_hash", "word_hashes"]

Hashes: TypeAlias = npt.NDArray[np.uint64]

_PLANE = 1 << 16
_BASE = 0x9E3779B97F4A7C15
_INVERSE = pow(_BASE, -1, 1 << 64)
_FACTOR = np.uint64(0xD6E8FEB86659FD93)
_HALF = np.uint64(32)
_LEAST_POWERS = 12  # bits


def word_hashes(text: str) -> Hashes:
    """Return the hash of every word of `text`, in order.

    >>> [int(word) for word in word_hashes("Rain, rain")] == [int(word_hashes("RAIN")[0])] * 2
    True
    """
    points = np.frombuffer(text.lower().encode("utf-32-le", "surrogatepass"), np.uint32)
    inside = np.zeros(len(points) + 2, np.bool_)
    inside[1:-1] = _letters().take(points, mode="clip")
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    bits = max(_LEAST_POWERS, len(points).bit_length())
    sums = np.zeros(len(points) + 1, np.uint64)
    np.multiply(points, _powers(_BASE, bits)[: len(points)], out=sums[1:])
    np.cumsum(sums, out=sums)
    reached = sums[edges]
    return _mixed((reached[1::2] - reached[::2]) * _powers(_INVERSE, bits)[edges[::2]])


def run_hashes(words: Hashes, size: int) -> Hashes:
    """Return the hash of every run of `size` words, in order; fewer words than that are one run, none are none.

    >>> len(run_hashes(word_hashes("the rain fell on the town"), 5))
    2
    """
    if not len(words):
        return words
    size = min(size, len(words))
    count = len(words) - size + 1
    runs = words[:count].copy()
    for at in range(1, size):
        runs = runs * np.uint64(_BASE) + words[at : at + count]
    return _mixed(runs)


def sketch(runs: Iterable[Hashes], *, one_in: int, least: int) -> Hashes:
    """Return the sketch of a text whose stretches have these `runs`: one in so many, and at least `least`, sorted.

    >>> runs = run_hashes(word_hashes("the rain fell on the town"), 2)
    >>> len(sketch([runs], one_in=1, least=0)), len(sketch([runs], one_in=1 << 60, least=3))
    (5, 3)
    """
    found = np.concatenate([np.empty(0, np.uint64), *runs])
    found.sort()
    if len(found) > 1:
        found = found[np.concatenate(([True], found[1:] != found[:-1]))]
    below = int(np.searchsorted(found, np.uint64((1 << 64) // one_in - 1), side="right"))
    return found[: max(below, least)].copy()


def whole_hash(runs: Iterable[Hashes]) -> int:
    """Return one hash of all that a text says: equal for two texts that have the same words in the same order.

    >>> said = [run_hashes(word_hashes(text), 2) for text in ("Rain fell on us.", "rain fell on us", "us fell rain on")]
    >>> whole_hash(said[:1]) == whole_hash(said[1:2]), whole_hash(said[:1]) == whole_hash(said[2:])
    (True, False)
    """
    found = np.concatenate([np.empty(0, np.uint64), *runs])
    powers = _powers(_BASE, max(_LEAST_POWERS, len(found).bit_length()))[: len(found)]
    return int(_mixed(np.array([len(found)], np.uint64) + (found * powers).sum(dtype=np.uint64))[0])


def _mixed(values: Hashes) -> Hashes:
    for _ in range(2):
        values = values ^ (values >> _HALF)
        values *= _FACTOR
    return values ^ (values >> _HALF)


@cache
def _letters() -> npt.NDArray[np.bool_]:
    """Which code points are letters or digits; what lies beyond the plane is taken for the last, which is none."""
    return np.fromiter((chr(point).isalnum() for point in range(_PLANE)), np.bool_, _PLANE)


@cache
def _powers(base: int, bits: int) -> Hashes:
    """The powers of `base`, two to the `bits` of them."""
    factors = np.full(1 << bits, base, np.uint64)
    factors[0] = 1
    return np.multiply.accumulate(factors)
