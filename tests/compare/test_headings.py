from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstemma.compare.context import Contexts
from newstemma.compare.headings import heading
from newstemma.model import AnnotatedArticle, Article, Span
from newstemma.text.sentences import sentences


def about(*marked: str) -> str:
    """Return the heading for texts in which | marks begin, end of the number, and end of what is counted."""
    articles, expressions = [], []
    for place, text in enumerate(marked):
        name, (before, number, noun, after) = str(place), text.split("|")
        article = Article(name, before + number + noun + after)
        spans = tuple(Span(name, start, end) for start, end in sentences(article.text))
        articles.append(AnnotatedArticle(article, spans, spans))
        expressions.append((Span(name, len(before), len(before + number + noun)), bool(noun)))
    contexts = Contexts(articles, 14, 7)
    found = [(span, context, counts) for span, counts in expressions if (context := contexts.around(span)) is not None]
    return heading(found, contexts)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("It would cost |€4 million||.", "The bridge would cost |€7 million||, he found.", "bridge would cost"),
        (
            "The guard has arrested |30| people|.",
            "Some |31| people| were arrested on Monday.",
            "people were arrested",
        ),
        ("The flood killed |31| villagers| in May.", "It killed |36| villagers|.", "killed … villagers"),
        ("Raiders kidnapped the choir |on May 9||.", "The choir was kidnapped |in May||.", "kidnapped the choir"),
    ],
)
def test_words_of_one_witness_that_both_share(first: str, second: str, expected: str) -> None:
    assert about(first, second) == expected


def test_names_are_not_cut() -> None:
    bridge = "It cost |{}|| in New Orvan Harbour Town."
    found = about(bridge.format("€4 million"), bridge.format("€7 million"))
    assert found in ("cost", "cost … in New Orvan Harbour Town")


def test_nothing_but_stop_words() -> None:
    assert about("It was |4||.", "It was |5||.") == ""


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet='aT .,;“”"—-\n0é\u200b🚢', max_size=200), st.text(alphabet="bT .,;“”—\n0é", max_size=200))
def test_a_heading_is_made_of_words_in_print(before: str, after: str) -> None:
    found = about(f"{before}|7| boats|{after}", f"{before}|9| boats|{after}")
    text = " ".join(f"{before}7 boats{after}".split())
    assert all(part in text for part in found.split(" … "))
