"""Where sentences and paragraphs end."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.text.sentences import paragraphs, sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["Dr. Orla Finn came.", "She left at 5 p.m. on Monday."],
        ["“Stop it!” he said.", "“Now.”"],
        ["The U.S. Navy sailed.", "It rained."],
        ["The firm, Dock Inc., paid $1.5 million.", "Nobody knew."],
        ["She lives in the U.S.", "The others left."],
        ["He waited …", "Nobody came."],
        ["John F. Marsh spoke (briefly).", "“Why?”", "No answer."],
        ["No end mark"],
    ],
)
def test_sentences_end_where_a_reader_says(expected: list[str]) -> None:
    assert cut(" ".join(expected)) == expected


@given(st.text(alphabet="ab .!?“”\"'…\nA1", max_size=120))
def test_sentences_miss_only_white_space_and_never_overlap(text: str) -> None:
    found = sentences(text)
    assert all(start < end for start, end in found)
    assert all(first[1] <= second[0] for first, second in pairwise(found))
    covered = "".join(text[start:end] for start, end in found)
    assert "".join(covered.split()) == "".join(text.split())


@given(st.text(max_size=200))
def test_paragraphs_miss_only_white_space(text: str) -> None:
    joined = "".join(text[start:end] for start, end in paragraphs(text))
    assert "".join(joined.split()) == "".join(text.split())


def test_typewritten_lines_are_joined_to_paragraphs() -> None:
    wrapped = (
        "The ferry between the two islands will sail again in the spring, the\n"
        "harbour office said on Monday after a long meeting with all of its\n"
        "creditors, who had asked for more time to look into the books of the\n"
        "company that owns it.\n\nNobody objected to the plan that the office had set out in\nits letter."
    )
    assert len(paragraphs(wrapped)) == 2


def test_a_line_is_a_paragraph_elsewhere() -> None:
    assert len(paragraphs("One line.\nAnother line.\nA third.")) == 3


def test_adversarial_text_takes_no_time() -> None:
    start = time.process_time()
    for text in ("." * 500_000, ". " * 250_000, "a. A" * 100_000, "“" * 500_000, "\n" * 500_000, "…”) " * 100_000):
        sentences(text)
        paragraphs(text)
    assert time.process_time() - start < 20
