"""Vectors of sentences, as the encoder gives them, made comparable."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

__all__ = ["direction"]


def direction(meaning: bytes) -> npt.NDArray[np.float32] | None:
    """Return a vector of signed bytes at length one; `None` for none, and for one of zeros.

    >>> direction(bytes([0, 127])), direction(b"")
    (array([0., 1.], dtype=float32), None)
    """
    if not meaning:
        return None
    import numpy as np  # slow to import, and a reading by rules alone has no vectors

    vector = np.frombuffer(meaning, np.int8).astype(np.float32)
    length = float(np.sqrt(vector @ vector))
    return vector / length if length else None
