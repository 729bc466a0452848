"""Which cue a source or a content belongs to, and which source a cue: by where their words point."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from newstemma.encoder.decoding import Floats
from newstemma.encoder.pieces import Ints
from newstemma.encoder.tags import ROLES

__all__ = ["links"]

_SOURCE, _CUE, _CONTENT = range(len(ROLES))
_TARGETS = {_SOURCE: (_CUE,), _CUE: (_SOURCE,), _CONTENT: (_CUE, _SOURCE)}


def links(spans: Sequence[tuple[int, int, int]], leaving: Floats, reached: Floats, firsts: Ints) -> list[int]:
    """Return for each span, given as role, first word and word after the last, the position of its target, or -1.

    `leaving` [word, width] and `reached` [piece, width] are the two sides of the pointer, `firsts` the piece at which a
    word begins; piece 0 stands for nothing. A word was trained to point at the first word of its target; what its
    words point at on average decides, and nothing is a target if more points at piece 0.
    """
    if not spans:
        return []
    inside = np.concatenate([np.arange(start, end) for _, start, end in spans])
    scores = leaving[inside] @ reached.T / np.float32(leaving.shape[1] ** 0.5)
    np.exp(scores - scores.max(1, keepdims=True), out=scores)
    scores /= scores.sum(1, keepdims=True)
    found: list[int] = []
    at = 0
    for role, start, end in spans:
        shares = scores[at : at + end - start].mean(0)
        at += end - start
        targets = [number for number, other in enumerate(spans) if other[0] in _TARGETS[role]]
        weights = [float(shares[firsts[spans[number][1] : spans[number][2]]].sum()) for number in targets]
        best = max(range(len(targets)), key=lambda at: weights[at], default=-1)
        found.append(targets[best] if best >= 0 and weights[best] > float(shares[0]) else -1)
    return found
