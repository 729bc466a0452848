"""Quotation marks: pairing, nesting, paragraphs, missing marks, apostrophes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.annotate.quotation import outer, pair_quotations
from newstemma.model import Article, QuotedSpan
from newstemma.text.sentences import paragraphs


def paired(text: str) -> tuple[QuotedSpan, ...]:
    article = Article("a", text)
    return pair_quotations(article, [article.span(*bounds) for bounds in paragraphs(text)])


def inner(text: str) -> list[str]:
    return [one.span.of(text) for one in paired(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Go,” she said. “Now.”", ["Go,", "Now."]),
        ('"Go," she said. "Now."', ["Go,", "Now."]),
        ("'Go,' she said. 'Now.'", ["Go,", "Now."]),
        ("«Go», she said.", ["Go"]),
        ("„Geh“, she said.", ["Geh"]),
        ("''Go,'' she said.", ["Go,"]),
        ("“Go home.’’ It rained.", ["Go home."]),
        ("“It’s ‘over’ now,” he said.", ["It’s ‘over’ now,", "over"]),
        ("‘It’s “over” now,’ he said.", ["It’s “over” now,", "over"]),
        ("'We lost the bakers' keys,' he said.", ["We lost the bakers' keys,"]),
        ("“Back,“ she said. It rained.", ["Back,"]),
        ('The" gate" was " bad " then.', ["gate", "bad"]),
    ],
)
def test_marks_of_all_kinds_are_paired(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The girls' bikes weren't there in the '90s.",
        "Rock 'n' roll, get 'em, 'til dawn.",
        'He is 6\'2" tall and owns a 12" screen.',
        "”“ \" ' ’ ‘",
        "",
    ],
)
def test_apostrophes_feet_inches_and_years_are_no_quotations(text: str) -> None:
    assert inner(text) == []


def test_depth_counts_the_marks_around() -> None:
    assert [one.depth for one in paired("“He said ‘no’ and “never” too” and “left”.")] == [0, 1, 1, 0]


def test_a_missing_closing_mark_ends_before_the_tag_or_with_the_paragraph() -> None:
    text = "“We will pay, she said. The rest is quiet.\n\nThen: “Nothing follows."
    assert [(one.span.of(text), one.closed) for one in paired(text)] == [
        ("We will pay,", False),
        ("Nothing follows.", False),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We rang. “My aunt saw it, and I see it too, said Ida Moss, who bakes.",
            ["My aunt saw it, and I see it too,"],
        ),
        ("We rang. “I live by the tide she said. Then she left.", ["I live by the tide"]),
        ("We rang. “I heard what she said. I did.", ["I heard what she said. I did."]),
        ("We rang. “I live by the tide.\n\nThe harbour opened.", ["I live by the tide."]),
        ("“I live here, said Ida Moss.\n\n“So do I,” said Ole.", ["I live here,", "So do I,"]),
        (
            "“It is over, he said to me. I left.\n\n“So I did,” said Ole.",
            ["It is over, he said to me. I left.", "So I did,"],
        ),
    ],
)
def test_a_tag_ends_a_quotation_that_is_never_closed(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The boats left. It is our tide,” said Ole.", ["It is our tide,"]),
        ("We had nothing left. It is our tide,” said Ole.", ["We had nothing left. It is our tide,"]),
        ("The tide rose, she said. It is our tide,” said Ole.", ["It is our tide,"]),
    ],
)
def test_a_quotation_never_opened_begins_after_what_the_narrator_tells(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


def test_a_missing_opening_mark_begins_with_the_paragraph_or_the_sentence() -> None:
    text = "The toll is small,” he added.\n\n“Yes,” he said. The toll is fair,” she said."
    assert [(one.span.of(text), one.opened) for one in paired(text)] == [
        ("The toll is small,", False),
        ("Yes,", True),
        ("The toll is fair,", False),
    ]


def test_a_quotation_over_paragraphs_has_a_span_in_each() -> None:
    text = "“First part.\n\n“Second part.”"
    assert [(one.span.of(text), one.closed) for one in paired(text)] == [("First part.", False), ("Second part.", True)]


def test_outer_takes_in_the_marks() -> None:
    text = "She said ''no'' twice."
    start, end = outer(text, paired(text)[0])
    assert text[start:end] == "''no''"


@given(st.text(alphabet="ab .,\n“”\"'‘’«»„", max_size=80))
def test_spans_lie_inside_paragraphs_sorted_and_nested(text: str) -> None:
    found = paired(text)
    bounds = paragraphs(text)
    assert list(found) == sorted(found, key=lambda one: (one.span.start, -one.span.end))
    for one in found:
        assert one.span.of(text).strip() == one.span.of(text) != ""
        assert any(start <= one.span.start and one.span.end <= end for start, end in bounds)
    flat = [one for one in found if one.depth == 0]
    assert all(one.span.end <= other.span.start for one, other in pairwise(flat))
