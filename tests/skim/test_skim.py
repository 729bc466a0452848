from __future__ import annotations

import time
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.model import Article, Metadata, Removed, Skim, Span
from newstemma.settings.skim import SkimSettings
from newstemma.skim import skim
from newstemma.skim.days import days
from newstemma.skim.names import names
from newstemma.skim.words import words


def skimmed(text: str, title: str | None = None, published: date | None = None) -> Skim:
    return skim(Article("a", text, about=Metadata(title=title, published=published)))


def test_an_empty_text_has_empty_fields() -> None:
    assert skimmed("") == Skim("a", frozenset(), (), frozenset(), frozenset())


def test_residue_is_skipped() -> None:
    text = "Photo: Velda Orrin. The bridge of Elmstead fell."
    plain = skim(Article("a", text, removed=(Removed(Span("a", 0, 20), "photo credit"),)))
    assert "velda" not in dict(plain.words)
    assert "elmstead" in dict(plain.words)


def test_a_shingle_does_not_run_over_residue() -> None:
    text = "one two three READ MORE four five six"
    cut = skim(Article("a", text, removed=(Removed(Span("a", 14, 23), "related link"),)))
    assert not cut.shingles & skimmed("one two three four five six").shingles


def test_curly_and_straight_marks_and_case_make_one_word() -> None:
    assert words("The Mayor’s") == words("the mayor's") == ["the", "mayor"]


def test_an_abbreviation_is_kept_apart_from_a_stop_word() -> None:
    assert "us." in dict(skimmed("Aid from the US came.").words)
    assert "us." not in dict(skimmed("Aid from us came.").words)


def test_forms_of_a_word_are_one_and_weigh_more_at_the_top() -> None:
    seen = dict(skimmed("Bridges fell. " + "Rain was heavy there. " * 9 + "A bridge is a bridge.", "Ferry").words)
    once = dict(skimmed("Bridges fell.").words)
    assert once["bridg"] < seen["bridg"] < 2 * once["bridg"]
    assert seen["ferry"] == 2 * once["bridg"]


def test_names_are_words_never_printed_small() -> None:
    text = "On Friday Velda Orrin spoke. The Bridge of Elmstead is a bridge."
    assert names([text], SkimSettings()) == {"velda", "orrin", "elmstead"}


def test_a_headline_marks_no_names() -> None:
    assert names(["Old Stone Bridge Falls After Rain"], SkimSettings()) == frozenset()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on March 4, 2019", date(2019, 3, 4)),
        ("on 4 March 2019", date(2019, 3, 4)),
        ("March 4th 2019", date(2019, 3, 4)),
        ("2019-03-04", date(2019, 3, 4)),
    ],
)
def test_a_named_day_is_found(text: str, day: date) -> None:
    assert days(text) == {day}


def test_a_day_without_a_year_is_the_nearest() -> None:
    assert date(2019, 12, 30) in days("on Dec. 30", published=datetime(2020, 1, 2, 9, 0))


def test_a_day_that_no_calendar_has_is_left_out() -> None:
    assert days("on April 31, 2019") == frozenset()


@given(st.text(max_size=300))
def test_any_text_is_skimmed_and_to_the_same_end(text: str) -> None:
    assert skimmed(text) == skimmed(text)


@pytest.mark.parametrize("unit", ["A", "“", "1,", "Jan ", "a.", "word ", "\u200b", "💧", "A B.", "é’", "- "])
def test_a_long_text_of_anything_takes_linear_time(unit: str) -> None:
    text = unit * (300_000 // len(unit))
    begun = time.process_time()
    skimmed(text)
    assert time.process_time() - begun < 10  # about 3 at most on an idle core
