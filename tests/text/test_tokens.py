"""Tokens keep their offsets, and keys forget only what does not matter."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.text.tokens import key, tokenize


@given(st.text(max_size=200))
def test_tokens_stand_where_they_say_and_miss_only_white_space(text: str) -> None:
    tokens = tokenize(text)
    assert all(text[token.start : token.end] == token.text for token in tokens)
    covered = {offset for token in tokens for offset in range(token.start, token.end)}
    assert sum(len(token.text) for token in tokens) == len(covered)
    assert all(text[offset].isspace() for offset in range(len(text)) if offset not in covered)


@pytest.mark.parametrize(
    ("first", "second"),
    [("U.S.", "US"), ("Don’t", "don't"), ("84,000", "84000"), ("“", '"'), ("—", "–"), ("Mega-Prison", "mega-prison")],
)
def test_spellings_that_count_as_one(first: str, second: str) -> None:
    assert key(first) == key(second)


@pytest.mark.parametrize(("first", "second"), [("US", "us"), ("IT", "it"), ("1.3", "13"), ("ferry", "ferries")])
def test_words_that_stay_apart(first: str, second: str) -> None:
    assert key(first) != key(second)


def test_a_megabyte_of_marks_takes_no_time() -> None:
    start = time.process_time()
    for text in ("'" * 300_000, "a.'" * 100_000, "a-" * 200_000, "1,." * 100_000):
        tokenize(text)
    assert time.process_time() - start < 20
