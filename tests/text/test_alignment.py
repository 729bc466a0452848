from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newstemma.text.alignment import WILDCARD, Block, align

WORDS = st.lists(st.sampled_from(["a", "b", "c", "d", "e", WILDCARD]), max_size=40)


def matched(a: str, b: str) -> list[str]:
    first = a.split()
    return [first[block.a + step] for block in align(first, b.split()) for step in range(block.size)]


def test_nothing_shared_gives_no_block() -> None:
    assert align([], []) == align("a b".split(), "c d".split()) == align(["a"], []) == ()


def test_a_part_lies_where_the_whole_has_it() -> None:
    assert align("no bridge will be built here".split(), "bridge will be".split()) == (Block(1, 0, 3),)


def test_a_dropped_sentence_does_not_end_the_alignment() -> None:
    whole = "we came early " + "one two three four five six seven eight nine ten eleven twelve " + "and we left late"
    assert matched(whole, "we came early and we left late") == "we came early and we left late".split()


def test_changed_words_stand_between_blocks() -> None:
    assert matched("the old bridge stays shut", "the new bridge stays shut") == "the bridge stays shut".split()


def test_a_wildcard_is_bridged_and_in_no_block() -> None:
    blocks = align(["then", WILDCARD, "closed", "it"], ["then", "she", "closed", "it"])
    assert blocks == (Block(0, 0, 1), Block(2, 2, 2))


def test_a_chance_word_between_long_gaps_is_dropped() -> None:
    assert "x" not in matched("p q r s 1 2 3 4 x 5 6 7 8 t u v w", "p q r s 9 8a 7a 6a x 5a 4a 3a 2a t u v w")


def test_long_sequences_without_an_anchor_are_bounded() -> None:
    assert len(align(["a", "b"] * 20_000, ["b", "a"] * 20_000)) <= 128


@given(WORDS, WORDS)
def test_blocks_pair_equal_words_in_order(a: list[str], b: list[str]) -> None:
    i = j = 0
    for block in align(a, b):
        assert block.a >= i and block.b >= j and block.size > 0
        i, j = block.a + block.size, block.b + block.size
        assert a[block.a : i] == b[block.b : j]
        assert WILDCARD not in a[block.a : i]


@given(st.lists(st.integers(0, 10**6).map(str), min_size=1, max_size=60, unique=True))
def test_equal_sequences_are_one_block(words: list[str]) -> None:
    assert align(words, list(words)) == (Block(0, 0, len(words)),)
