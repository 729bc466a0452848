from __future__ import annotations

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from newstemma.text.shingles import containment, shingles

WORDS = st.lists(st.sampled_from(["rain", "snow", "bridge", "é", "", "💧"]), max_size=30)


@given(WORDS, st.integers(1, 8))
def test_a_run_has_one_hash_wherever_it_stands(words: list[str], size: int) -> None:
    alone = {tuple(words[at : at + size]): shingles(words[at : at + size], size) for at in range(len(words) - size + 1)}
    for at, run in enumerate(shingles(words, size)[: max(0, len(words) - size + 1)]):
        assert [run] == alone[tuple(words[at : at + size])]


@given(WORDS, st.integers(1, 8))
def test_there_is_a_hash_for_each_run_of_64_bits(words: list[str], size: int) -> None:
    found = shingles(words, size)
    assert len(found) == (max(1, len(words) - size + 1) if words else 0)
    assert all(0 <= run < 1 << 64 for run in found)


def test_order_of_words_counts() -> None:
    assert shingles(["a", "b"], 2) != shingles(["b", "a"], 2)


def test_hashes_are_the_same_in_another_process() -> None:
    program = "from newstemma.text.shingles import shingles; print(*shingles(['rain'], 1))"
    printed = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert int(printed) == shingles(["rain"], 1)[0]


def test_containment_of_nothing_is_zero() -> None:
    assert containment(set(), {1}) == 0.0
