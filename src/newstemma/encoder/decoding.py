"""From the scores of tags to spans: the best path that the tags allow, for all windows of an article at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from newstemma.encoder.pieces import Ints
from newstemma.encoder.tags import ROLES
from newstemma.model import Role

__all__ = ["Floats", "best_paths", "log_shares", "role_steps", "steps_allowed", "tag_runs"]

Floats = npt.NDArray[np.float32]

IMPOSSIBLE = np.float32(-1e4)


def steps_allowed(kinds: int) -> Floats:
    """Return [tag, next tag] with 0 for a step that may be and a very low score for one that may not.

    A word can be inside a span only behind a word of the same kind. With `kinds` kinds there are 1 + 2 × kinds tags.
    """
    steps = np.zeros((1 + 2 * kinds, 1 + 2 * kinds), np.float32)
    for kind in range(kinds):
        steps[:, 2 + 2 * kind] = IMPOSSIBLE
        steps[[1 + 2 * kind, 2 + 2 * kind], 2 + 2 * kind] = 0
    return steps


def role_steps(learned: Sequence[Sequence[float]], bonus: Mapping[Role, float]) -> Floats:
    """Return the steps for roles: the `learned` ones that are allowed, with a `bonus` on the first word of a span.

    Training counts words and so misses more spans than it makes up; the bonus brings both into balance.
    """
    steps = steps_allowed(len(ROLES)) + np.array(learned, np.float32)
    for number, role in enumerate(ROLES):
        steps[:, 1 + 2 * number] += np.float32(bonus[role])
    return steps


def best_paths(scores: Sequence[Floats], steps: Floats) -> list[Ints]:
    """Return the tags of the best path (Viterbi 1967) for each array of scores [word, tag].

    >>> [path.tolist() for path in best_paths([np.array([[0, 0, 5], [0, 0, 5]], np.float32)], steps_allowed(1))]
    [[1, 2]]

    A path cannot begin inside a span. An array without words gives an empty path.
    """
    if not scores:
        return []
    rows, tags = len(scores), steps.shape[0]
    lengths = [len(one) for one in scores]
    longest = max(lengths)
    padded = np.zeros((rows, longest, tags), np.float32)
    for row, one in enumerate(scores):
        padded[row, : len(one)] = one
    before = np.zeros((rows, longest, tags), np.int64)
    if not longest:
        return [np.zeros(0, np.int64) for _ in scores]
    total = padded[:, 0] + steps[0]  # as if a word outside any span stood before
    # Behind a row's end the path stands still, so that its best end is found with the others'.
    ended, same = np.array(lengths), np.arange(tags)
    for word in range(1, longest):
        options = total[:, :, None] + steps
        running = (word < ended)[:, None]
        before[:, word] = np.where(running, options.argmax(1), same)
        total = np.where(running, options.max(1) + padded[:, word], total)
    last = total.argmax(1)
    paths = np.zeros((rows, longest), np.int64)
    paths[:, -1] = last
    for word in range(longest - 1, 0, -1):
        last = before[np.arange(rows), word, last]
        paths[:, word - 1] = last
    return [paths[row, :length] for row, length in enumerate(lengths)]


def log_shares(scores: Floats) -> Floats:
    """Return the logarithms of the shares of each row, which sum to one."""
    shifted = scores - scores.max(-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(-1, keepdims=True)), np.float32)


def tag_runs(tags: Ints, breaks: Ints) -> list[tuple[int, int, int]]:
    """Return the spans that tags make, as kind, first word and word after the last.

    >>> tag_runs(np.array([0, 1, 2, 2, 3]), np.array([0, 0, 0, 1, 1]))
    [(0, 1, 3), (0, 3, 4), (1, 4, 5)]

    A span ends where the value of `breaks` changes: no span runs over paragraphs.
    """
    found: list[tuple[int, int, int]] = []
    kind, start = -1, 0
    for word, (tag, place) in enumerate(zip(tags.tolist(), breaks.tolist(), strict=True)):
        here = (tag - 1) // 2 if tag else -1
        goes_on = here == kind and tag % 2 == 0 and word > 0 and place == breaks[word - 1]
        if not goes_on:
            if kind >= 0:
                found.append((kind, start, word))
            kind, start = here, word
    if kind >= 0:
        found.append((kind, start, len(tags)))
    return found
