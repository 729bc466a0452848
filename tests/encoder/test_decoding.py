"""Best paths against every path, and spans from tags."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from newstemma.encoder.decoding import best_paths, steps_allowed, tag_runs

score = st.integers(-8, 8)


@given(st.lists(st.lists(st.lists(score, min_size=5, max_size=5), max_size=5), max_size=3), st.integers(0, 99))
def test_the_best_path_is_the_best_of_all(rows: list[list[list[int]]], seed: int) -> None:
    steps = steps_allowed(2) + np.random.default_rng(seed).integers(-3, 3, (5, 5)).astype(np.float32)
    arrays = [np.array(row, np.float32).reshape(-1, 5) for row in rows]

    def value(path: tuple[int, ...], scores: np.ndarray) -> float:
        before = (0, *path)
        return float(sum(scores[at, tag] + steps[before[at], tag] for at, tag in enumerate(path)))

    for scores, path in zip(arrays, best_paths(arrays, steps), strict=True):
        best = max((value(other, scores) for other in product(range(5), repeat=len(scores))), default=0.0)
        assert value(tuple(path.tolist()), scores) == best


def test_no_span_begins_inside() -> None:
    inside = np.array([[0, 0, 9, 0, 0], [0, 0, 0, 0, 9]], np.float32)
    assert best_paths([inside], steps_allowed(2))[0].tolist() == [3, 4]


def test_no_span_runs_over_a_break() -> None:
    tags, breaks = np.array([1, 2, 2, 0, 3]), np.array([0, 0, 1, 1, 1])
    assert tag_runs(tags, breaks) == [(0, 0, 2), (0, 2, 3), (1, 4, 5)]
