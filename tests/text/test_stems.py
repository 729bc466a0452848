from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.text.stems import stem


@pytest.mark.parametrize(
    ("forms", "common"),
    [
        ("sink sinks sinking Sinks", "sink"),
        ("plan plans planned planning", "plan"),
        ("release releases released releasing", "releas"),
        ("country countries", "country"),
        ("church churches", "church"),
        ("city’s city's", "city"),
    ],
)
def test_inflected_forms_have_one_stem(forms: str, common: str) -> None:
    assert {stem(form) for form in forms.split()} == {common}


@pytest.mark.parametrize("word", ["bus", "sea", "us", "glass", "thing", "2,500", "X-12", "", "red"])
def test_what_is_no_ending_stays(word: str) -> None:
    assert stem(word) == word.lower().replace(",", "")


@given(st.text(max_size=30))
def test_any_word_has_a_stem_no_longer_than_itself(word: str) -> None:
    assert len(stem(word)) <= 2 * len(word)
