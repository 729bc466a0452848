from __future__ import annotations

import subprocess
import sys

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from newstemma.text.sketch import Hashes, run_hashes, sketch, whole_hash, word_hashes

BASE, FACTOR, MOST = 0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93, (1 << 64) - 1
TEXTS = st.text(st.sampled_from("abÉß’ -\n9İ💧\ud800"), max_size=60)


def mixed(value: int) -> int:
    for _ in range(2):
        value = (value ^ value >> 32) * FACTOR & MOST
    return value ^ value >> 32


def told(text: str) -> list[int]:
    """The hashes of words as the definition tells them, one character at a time."""
    found, word = [], ""
    for character in text.lower() + " ":
        if character.isalnum() and ord(character) < 1 << 16:
            word += character
        elif word:
            found.append(mixed(sum(ord(c) * BASE**at for at, c in enumerate(word)) & MOST))
            word = ""
    return found


def runs(text: str, size: int = 3) -> Hashes:
    return run_hashes(word_hashes(text), size)


@given(TEXTS)
def test_words_hash_as_the_definition_tells(text: str) -> None:
    assert word_hashes(text).tolist() == told(text)


@given(TEXTS, st.integers(1, 6))
def test_runs_hash_as_the_definition_tells(text: str, size: int) -> None:
    words = told(text)
    size = min(size, len(words))
    found = []
    for at in range(len(words) - size + 1 if words else 0):
        value = words[at]
        for word in words[at + 1 : at + size]:
            value = value * BASE + word & MOST
        found.append(mixed(value))
    assert run_hashes(word_hashes(text), size or 1).tolist() == found


@given(st.lists(st.integers(0, 400), min_size=40, max_size=200), st.integers(1, 16))
def test_the_sketch_of_a_part_lies_in_that_of_its_whole(numbers: list[int], one_in: int) -> None:
    words = [f"w{number}" for number in numbers]
    whole, half = (sketch([runs(" ".join(part))], one_in=one_in, least=0) for part in (words, words[: len(words) // 2]))
    assert set(half.tolist()) <= set(whole.tolist())


def test_a_short_text_keeps_its_smallest_runs() -> None:
    text = "one two three four five six seven eight nine ten"
    found = sketch([runs(text)], one_in=1 << 40, least=4)
    assert found.tolist() == sorted(set(runs(text).tolist()))[:4]


def test_no_text_has_an_empty_sketch() -> None:
    assert sketch([], one_in=8, least=16).tolist() == sketch([runs("…")], one_in=8, least=16).tolist() == []


def test_one_in_so_many_is_kept() -> None:
    many = np.unique(runs(" ".join(f"w{number}" for number in range(8_000))))
    assert 850 < len(sketch([many], one_in=8, least=0)) < 1_150


def test_a_word_of_any_length_is_one_word() -> None:
    assert len(word_hashes("a" * 300_000)) == 1


def test_what_is_said_in_another_order_is_another_whole() -> None:
    assert whole_hash([runs("a b c d")]) == whole_hash([runs("A, b: c d!")]) != whole_hash([runs("d c b a")])


def test_hashes_are_the_same_in_another_process() -> None:
    program = "from newstemma.text.sketch import *; print(*word_hashes('rain'))"
    printed = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert int(printed) == told("rain")[0]
