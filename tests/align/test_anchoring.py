from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstemma.align.anchoring import anchor_times, interval, story_day
from newstemma.annotate.times import find_times
from newstemma.model import AnnotatedArticle, Article, Metadata, Relative, Span, When
from newstemma.text.sentences import sentences

WEDNESDAY = date(2025, 2, 5)


def article(when: When | None, published: date | None = WEDNESDAY, name: str = "a") -> AnnotatedArticle:
    made = Article(name, "x" * 40, about=Metadata(published=published))
    return AnnotatedArticle(made, times=() if when is None else (when,))


def hanging(relative: Relative, value: str = "XXXX-XX-XX", name: str = "a") -> When:
    return When(Span(name, 0, 6), "DATE", value, "day", relative)


@pytest.mark.parametrize(
    ("relative", "value", "expected"),
    [
        (Relative("weekday", ordinal=1), "XXXX-WXX-1", "2025-02-03"),
        (Relative("weekday", ordinal=3), "XXXX-WXX-3", "2025-02-05"),
        (Relative("weekday", -1, 3, direction=-1), "XXXX-WXX-3", "2025-01-29"),
        (Relative("weekday", ordinal=1, direction=1), "XXXX-WXX-1", "2025-02-10"),
        (Relative("weekday", 1, 3, direction=1), "XXXX-WXX-3", "2025-02-12"),
        (Relative("weekday", ordinal=1, part="NI"), "XXXX-WXX-1TNI", "2025-02-03TNI"),
        (Relative("day", -1, part="NI"), "XXXX-XX-XXTNI", "2025-02-04TNI"),
        (Relative("day", -3), "XXXX-XX-XX", "2025-02-02"),
        (Relative("week", -1), "XXXX-WXX", "2025-W05"),
        (Relative("weekend", 0), "XXXX-WXX-WE", "2025-W06-WE"),
        (Relative("month", -2), "XXXX-XX", "2024-12"),
        (Relative("quarter", 0, 4), "XXXX-Q4", "2024-Q4"),
        (Relative("year", -1), "XXXX", "2024"),
        (Relative("year", 0), "XXXX-01", "2025-01"),
        (Relative("monthname", ordinal=11), "XXXX-11", "2024-11"),
        (Relative("monthname", ordinal=11, direction=1), "XXXX-11", "2025-11"),
        (Relative("monthname", ordinal=2, day=4), "XXXX-02-04", "2025-02-04"),
        (Relative("monthname", ordinal=3, day=1), "XXXX-03-01", "2025-03-01"),
        (Relative("monthname", ordinal=9, day=1), "XXXX-09-01", "2024-09-01"),
    ],
)
def test_value_on_the_articles_day(relative: Relative, value: str, expected: str) -> None:
    [when] = anchor_times([article(hanging(relative, value))])
    assert when.value == expected
    assert when.earliest is not None
    assert not when.inferred


def test_undated_article_gets_the_storys_day_marked_as_inferred() -> None:
    undated = article(hanging(Relative("day", -1)), None)
    [when] = anchor_times([article(None, WEDNESDAY, "b"), undated])
    assert (when.value, when.inferred) == ("2025-02-04", True)


def test_without_any_date_nothing_is_anchored() -> None:
    [when] = anchor_times([article(hanging(Relative("day", -1)), None)])
    assert (when.value, when.earliest, when.inferred) == ("XXXX-XX-XX", None, False)


def test_full_date_needs_no_article_date() -> None:
    [when] = anchor_times([article(When(Span("a", 0, 6), "DATE", "2014-04", "month"), None)])
    assert (when.earliest, when.latest) == (datetime(2014, 4, 1), datetime(2014, 4, 30, 23, 59, 59))


def test_durations_have_no_interval() -> None:
    [when] = anchor_times([article(When(Span("a", 0, 6), "DURATION", "P2W", "week"))])
    assert when.earliest is None


@pytest.mark.parametrize("relative", [Relative("year", -4000), Relative("day", 10**9), Relative("month", -(10**9))])
def test_beyond_the_calendar_stays_open(relative: Relative) -> None:
    [when] = anchor_times([article(hanging(relative))])
    assert when.earliest is None


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2025", datetime(2025, 1, 1), datetime(2025, 12, 31, 23, 59, 59)),
        ("199", datetime(1990, 1, 1), datetime(1999, 12, 31, 23, 59, 59)),
        ("2024-Q4", datetime(2024, 10, 1), datetime(2024, 12, 31, 23, 59, 59)),
        ("2024-WI", datetime(2024, 12, 1), datetime(2025, 2, 28, 23, 59, 59)),
        ("2025-W05-WE", datetime(2025, 2, 1), datetime(2025, 2, 2, 23, 59, 59)),
        ("2025-02-03TNI", datetime(2025, 2, 3, 18), datetime(2025, 2, 4, 5, 59, 59)),
        ("2025-02-03T17:30", datetime(2025, 2, 3, 17, 30), datetime(2025, 2, 3, 17, 30, 59)),
    ],
)
def test_interval_of_a_value(value: str, first: datetime, last: datetime) -> None:
    assert interval(value) == (first, last)


@pytest.mark.parametrize("value", ["2025-02-30", "2025-13", "PRESENT_REF", "P3D", "", "0000"])
def test_no_interval(value: str) -> None:
    assert interval(value) is None


@given(st.lists(st.dates() | st.none()))
def test_story_day_does_not_hang_on_order(days: list[date | None]) -> None:
    assert story_day(days) == story_day(days[::-1])
    assert story_day(days) in [*days, None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the quarter that was told of before, else the one that has ended
        ("Sales rose in the second quarter. In the quarter, two mills opened.", ["2024-Q2", "2024-Q2"]),
        ("Profit fell in the quarter.", ["2024-Q4"]),
        ("The mill opened this quarter.", ["2025-Q1"]),
        # compared with the quarter just named, but only there
        ("It lost 3 euros in the third quarter, after 5 euros a year earlier.", ["2024-Q3", "2023-Q3"]),
        ("A year ago the mill burned.", ["2024"]),
        # a bare month lies ahead where the words before it look ahead
        ("The mill will open in May.", ["2025-05"]),
        ("The mill opened in May.", ["2024-05"]),
        ("The mill will close. It opened in May.", ["2024-05"]),
        ("The mill opened this May.", ["2025-05"]),
        ("It paid $3.1 million a year earlier.", ["2024"]),
    ],
)
def test_what_was_told_before_and_what_lies_ahead(text: str, expected: list[str]) -> None:
    made = Article("a", text, about=Metadata(published=WEDNESDAY))
    spans = tuple(Span("a", start, end) for start, end in sentences(text))
    read = AnnotatedArticle(made, sentences=spans, times=find_times(made, spans))
    assert [when.value for when in anchor_times([read])] == expected
