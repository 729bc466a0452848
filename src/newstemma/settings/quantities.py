"""Settings of the reading of quantities."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["QuantitySettings"]


@dataclass(frozen=True, slots=True)
class QuantitySettings:
    """How wide a hedged number is, and how far its noun may stand.

    >>> QuantitySettings().approximate_most
    0.1
    """

    approximate_least: float = 0.02
    """Share of the value that "about" leaves open at least: "about 297" is 291 to 303. Set by judgement."""
    approximate_most: float = 0.1
    """Share of the value that "about" and "nearly" leave open at most: "about 300" is 270 to 330; between the two, half
    a unit of the last figure that is not zero. Set by judgement, as newsrooms round to one or two figures."""
    noun_reach: int = 6
    """Words after a number in which the head of what is counted is sought. Longer noun phrases were mostly misread."""
