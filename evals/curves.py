"""Areas under curves."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

__all__ = ["area"]


def area(scores: npt.NDArray[np.float64], same: npt.NDArray[np.bool_]) -> float:
    """Return the chance that a pair that is the same scores higher than one that is not.

    >>> area(np.array([0.1, 0.9, 0.5]), np.array([False, True, False]))
    1.0
    """
    _, place, count = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(count) - (count - 1) / 2)[place]  # equal scores share the mean of their ranks
    true = int(same.sum())
    return float((ranks[same].sum() - true * (true + 1) / 2) / (true * (len(scores) - true)))
