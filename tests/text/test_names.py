from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.text.names import name_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Osk Bank, Inc.", "OSK BANK"),
        ("José Núñez", "Jose Nunez"),
        ("U.S. Storm Office", "US Storm Office"),
        ("Osk & Brill Ltd.", "Osk and Brill"),
        ("Growers’ Union of Lyle", "Growers Union, Lyle"),
        ("Ida Osk Jr.", "Ida Osk"),
    ],
)
def test_what_does_not_count(one: str, other: str) -> None:
    assert name_words(one) == name_words(other)


@pytest.mark.parametrize(("one", "other"), [("Ida Osk", "Osk Ida"), ("Osk Bank", "Osk"), ("O’Brill", "Brill")])
def test_what_counts(one: str, other: str) -> None:
    assert name_words(one) != name_words(other)


def test_a_name_of_weightless_words_keeps_them() -> None:
    assert name_words("The The") == ("the", "the")
    assert name_words(" ") == ()


@given(st.text(max_size=30))
def test_words_have_no_white_space_and_come_out_the_same_again(name: str) -> None:
    words = name_words(name)
    assert all(word and word == "".join(word.split()) for word in words)
    assert name_words(name.upper()) == name_words(name.upper())
