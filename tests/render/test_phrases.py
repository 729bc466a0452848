from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.model import Support, Variant
from newstemma.render.phrases import accounts, clip, day, enumerate_names, interval, printable, variant

WHOLE = "It will carry only residents in storms."


@pytest.mark.parametrize(
    ("difference", "said"),
    [
        (Variant("omission", "only", ""), "drops “only”"),
        (Variant("truncation", "in storms.", ""), "stops before “in storms.”"),
        (Variant("truncation", "It will", ""), "begins after “It will”"),
        (Variant("truncation", "carry", ""), "leaves out “carry”"),
        (Variant("insertion", "", "ever"), "adds “ever”"),
        (Variant("substitution", "residents", "locals"), "has “locals” for “residents”"),
        (Variant("spelling", "storms", "Storms"), "writes “Storms” for “storms”"),
        (Variant("join", "", "will in"), "joins “will in”"),
        (Variant("join", "will … in", "will in"), "joins “will in” where others have “will … in”"),
    ],
)
def test_variants_in_words(difference: Variant, said: str) -> None:
    assert variant(difference, WHOLE) == said


def test_long_variants_are_cut() -> None:
    assert variant(Variant("omission", WHOLE, ""), WHOLE, 12) == "drops “It will…”"


@pytest.mark.parametrize(
    ("earliest", "latest", "said"),
    [
        (datetime(2031, 2, 3), datetime(2031, 2, 4, 23, 59, 59), "Mon 3 Feb 2031 to Tue 4 Feb 2031"),
        (datetime(2031, 1, 1), datetime(2031, 12, 31, 23, 59, 59), "2031"),
        (datetime(2031, 2, 3, 18, 30), datetime(2031, 2, 3, 18, 30, 59), "Mon 3 Feb 2031, 18:30"),
        (datetime(2031, 2, 3, 18), datetime(2031, 2, 4, 5, 59, 59), "Mon 3 Feb 2031, 18:00 to Tue 4 Feb 2031, 05:59"),
        (datetime(2031, 1, 1), datetime(2031, 3, 31, 23, 59, 59), "Wed 1 Jan 2031 to Mon 31 Mar 2031"),
        (datetime(9999, 12, 31), datetime(9999, 12, 31, 23, 59, 59), "Fri 31 Dec 9999"),
        (datetime(9999, 12, 1), datetime(9999, 12, 31, 23, 59, 59), "Dec 9999"),
    ],
)
def test_intervals_are_as_brief_as_they_can_be(earliest: datetime, latest: datetime, said: str) -> None:
    assert interval(earliest, latest) == said


def test_days() -> None:
    assert day(date(2031, 2, 3)) == "Mon 3 Feb 2031"
    assert day(datetime(2031, 2, 3, 9, 5, tzinfo=UTC)) == "Mon 3 Feb 2031, 09:05 UTC"
    assert day("") == ""


def test_counts_and_names() -> None:
    assert accounts(Support(1, 1, 1)) == "1 account"
    assert enumerate_names(["A", "B", "C"], 2) == "A, B, C"
    assert enumerate_names([]) == ""


@given(st.text(), st.integers(5, 60))
def test_clipped_text_fits_on_one_line(text: str, most: int) -> None:
    cut = clip(text, most)
    assert len(cut) <= most
    assert len(cut.splitlines()) <= 1


@given(st.text(alphabet=st.characters()))
def test_printable_text_is_printable_and_stays_so(text: str) -> None:
    shown = printable(text)
    shown.encode("utf-8")
    assert printable(shown) == shown
    assert len(shown) <= len(text)
