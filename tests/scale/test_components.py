"""Connected parts by queries of the engine are those that a pass over all edges finds."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from random import Random

import numpy as np
import pytest

from newstemma.scale.components import parts_of_all, save_edges, saved_parts
from newstemma.text.parts import connected_parts

SIZE = 60
_CHAIN = list(pairwise(Random(5).sample(range(SIZE), 40)))
_SOME = [tuple(Random(seed).sample(range(SIZE), 2)) for seed in range(45)]


@pytest.mark.parametrize("edges", [[], [(3, 9)], _CHAIN, _SOME], ids=["none", "one", "chain", "some"])
def test_parts_do_not_depend_on_where_edges_lie(edges: list[tuple[int, int]], tmp_path: Path) -> None:
    expected = np.arange(SIZE)
    for end, top in connected_parts(edges).items():
        expected[end] = top
    places = [tmp_path / str(number) for number in range(4)]
    for number, place in enumerate(places):
        place.mkdir()
        save_edges(place, edges[number::4])
    for together in (1_000, -1):
        out = tmp_path / f"out{together}"
        out.mkdir()
        parts_of_all(places, SIZE, out, together=together)
        assert saved_parts(out).tolist() == expected.tolist()
